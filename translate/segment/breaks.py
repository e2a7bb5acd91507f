"""Sentence ends by the break rules of somebody else's SRX file, in place of our own."""

from __future__ import annotations

from collections.abc import Iterator

from translate.errors import InputError
from translate.languages import BreakRule

SECONDS = 5.0  # that one rule may take on one block


def rule_ends(text: str, rules: tuple[BreakRule, ...], start: int = 0) -> Iterator[int]:
    """The offsets inside ``text[start:]`` at which `rules` break, in rising order.

    At each place the first rule that fits decides (SRX 2.0, section 5). Raises `InputError` if a
    rule runs away.
    """
    decided: dict[int, bool] = {}
    for rule in rules:
        try:
            for found in rule.pattern.finditer(text, start, overlapped=True, timeout=SECONDS):
                decided.setdefault(found.end(), rule.breaks)
        except TimeoutError:
            raise InputError(
                f"{rule.where}: the rule takes longer than {SECONDS:.0f} seconds on a paragraph.",
                hint="Simplify its pattern, or leave the rule out.",
                slug="srx-slow",
            ) from None
    yield from sorted(at for at, breaks in decided.items() if breaks and start < at < len(text))
