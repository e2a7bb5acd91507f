"""Measurements: side by side with the field, and the figures that must not fall."""
