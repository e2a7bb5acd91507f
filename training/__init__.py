"""The recipe of the embedded model; never imported at run time, not in the wheel."""
