"""Words: terms, term lists and their hits in a text. Imports nothing else of the project."""
