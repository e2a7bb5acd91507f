"""How fast articles are translated, against the libraries below and beside us."""
