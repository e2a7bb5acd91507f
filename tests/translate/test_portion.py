"""From a sentence to the finished target: capitals and articles as they end up on the page."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from glossary.match import Matcher
from glossary.store import Glossary
from glossary.term import Term
from translate.engines import Candidate, Decoding, Progress
from translate.engines.echo import EchoEngine
from translate.model import Outcome
from translate.pin.ladder import Ladder
from translate.portion import decoded

MATCHER = Matcher(
    Glossary(
        (
            Term("Amerika Serikat", "the United States"),
            Term("Telepon Pintar", "iPhone"),
            Term("kudeta", "uprising"),
            Term("Menteri Luar Negeri", "Foreign Minister"),
            Term("Sekretaris Jenderal", "Secretary General"),
            Term("Pakta Selatan", "Southern Pact", "PS", "SP"),
            Term("Selat Merak", "Merak Strait"),
            Term("dewan keamanan", "council of security"),
        )
    )
)


class Says(EchoEngine):
    """Answers every sentence with the same words."""

    def __init__(self, answer: str) -> None:
        super().__init__("id", "en")
        self.answer = answer

    def translate(
        self, texts: Sequence[str], decoding: Decoding, progress: Progress | None = None
    ) -> list[list[Candidate]]:
        return [[Candidate(self.answer, -1.0)] for _ in texts]


@pytest.mark.parametrize(
    ("source", "said", "target"),
    [
        ("Amerika Serikat pergi.", "the United States left.", "The United States left."),
        ("Amerika Serikat pergi.", "The United States left.", "The United States left."),
        ("“Amerika Serikat pergi.”", "“the United States left.”", "“The United States left.”"),
        ("Telepon Pintar dijual.", "iPhone sales rose.", "iPhone sales rose."),
        ("Kudeta itu gagal.", "uprising failed.", "Uprising failed."),
        ("Ada kudeta di sana.", "There was a uprising.", "There was an uprising."),
        ("Kudeta 5 Mei gagal.", "A uprising of 5 May failed.", "An uprising of May 5 failed."),
        ("Rapat Dewan Keamanan.", "A council of security.", "A Council of Security."),
        ("Rapat dewan keamanan.", "A council of security.", "A council of security."),
        ("Dewan keamanan rapat.", "The council of security.", "The council of security."),
        (
            "Menteri Luar Negeri Kazakhstan Erlan Karin pergi.",
            "The Foreign Minister Kazakhstan Erlan Karin left.",
            "The Kazakhstan Foreign Minister Erlan Karin left.",
        ),
        (
            "Sekretaris Jenderal PS pergi.",
            "Secretary General SP left.",
            "SP Secretary General left.",
        ),
        (
            "Menteri Luar Negeri Rusia dan Amerika Serikat pergi.",
            "Foreign Minister Russian and the United States left.",
            "Russian Foreign Minister and the United States left.",
        ),
        (
            "Menteri Luar Negeri Korea Selatan pergi.",
            "Foreign Minister South Korea's jet left.",
            "South Korea Foreign Minister's jet left.",
        ),
        ("Selat Merak Indonesia.", "Merak Strait Indonesia.", "Merak Strait Indonesia."),
        (
            "Menteri Luar Negeri di Iran.",
            "The Foreign Minister Iran.",
            "The Foreign Minister Iran.",
        ),
        ("Ada Kudeta Besar di Sana Kemarin", "A uprising there", "An Uprising There"),
    ],
)
def test_a_term_stands_as_english_wants_it(source: str, said: str, target: str) -> None:
    (made,) = decoded(
        [(source, MATCHER.hits(source))], Says(said), 1, Ladder(()), lambda phase, count: None
    )
    assert made.target == target
    assert {result.outcome for result in made.results} == {Outcome.PINNED}
    for result in made.results:
        assert result.span
        assert result.span.of(target).lower() == result.hit.wanted.lower()
