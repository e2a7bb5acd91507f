"""Numbers, dates, times, money and measures of a text as values, however they are written."""

from translate.checks.quantities.reading import read
from translate.checks.quantities.spelling import spelled, unit_of
from translate.checks.quantities.value import Value

__all__ = ["Value", "read", "spelled", "unit_of"]
