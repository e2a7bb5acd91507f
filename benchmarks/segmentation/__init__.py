"""How well sentences are split, side by side with the libraries of the field."""
