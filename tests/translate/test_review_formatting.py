"""Bold words and links stay on their words when a reviewer edits others."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.term import Span
from translate.model import Kind, Origin, Run, Segment, Translation
from translate.review.formatting import formatted

LINK = "https://contoh.id"
MARKED = re.compile(r"\*(?P<bold>[^*]+)\*|\[(?P<link>[^\]]+)\]|(?P<mark>\^)")


def told(text: str, id: str = "P1.1", numbers: int = 0) -> Translation:
    """A translation whose *bold words*, [links] and notes^ are marked in its text."""
    plain, place, runs = "", 0, []
    for number, found in enumerate(MARKED.finditer(text), start=numbers):
        plain += text[place : found.start()]
        words = found["bold"] or found["link"] or ""
        span = Span(len(plain), len(plain) + len(words))
        looks = {"styles": ("bold",)} if found["bold"] else {}
        looks |= {"link": LINK} if found["link"] else {}
        runs.append(Run(number, span, mark="note" if found["mark"] else "", **looks))
        plain, place = plain + words, found.end()
    plain += text[place:]
    segment = Segment(id, 0, Kind.PARAGRAPH, Span(0, 1), "x")
    return Translation(segment, plain, Origin.MACHINE, runs=tuple(runs))


def shown(translation: Translation) -> str:
    """The text with its marks."""
    text = translation.target
    for run in sorted(translation.runs, key=lambda run: -run.span.start):
        left, right = "^" * bool(run.mark), ""
        if run.span:
            left, right = "[]" if run.link else "**"
        words = left + run.span.of(text) + right
        text = text[: run.span.start] + words + text[run.span.end :]
    return text


def after(before: list[str], text: list[str]) -> list[str]:
    drafts = [told(each, f"P1.{n}", 10 * n) for n, each in enumerate(before, start=1)]
    edited = [
        Translation(draft.segment, words, Origin.MEMORY, runs=draft.runs)
        for draft, words in zip(drafts, text, strict=True)
    ]
    return [shown(each) for each in formatted(drafts, edited)]


CASES = {
    "a word elsewhere": (
        ["The [website of BNPB] will update the data every six hours."],
        ["The website of BNPB will update the data every 6 hours."],
        ["The [website of BNPB] will update the data every 6 hours."],
    ),
    "words before and behind": (
        ["Head of *BNPB* Suharyanto asked residents to leave."],
        ["The head of BNPB, Suharyanto, told people to go."],
        ["The head of *BNPB*, Suharyanto, told people to go."],
    ),
    "a word in the link": (
        ["See [the official page of BNPB] for data."],
        ["See the official website of BNPB for data."],
        ["See [the official website of BNPB] for data."],
    ),
    "the link in other words": (
        ["See [the page] for more data on floods."],
        ["See our site for more data on floods."],
        ["See [our site] for more data on floods."],
    ),
    "a bold name put right": (
        ["He left *Bandung* on Monday."],
        ["He left Jakarta on Monday."],
        ["He left *Jakarta* on Monday."],
    ),
    "bold words that are gone": (
        ["He *clearly* left on Monday."],
        ["He left on Monday."],
        ["He left on Monday."],
    ),
    "a link whose words are gone": (
        ["He left [see there] on Monday."],
        ["He left on Monday."],
        ["He [left] on Monday."],
    ),
    "moved to the front": (
        ["Water rose in *North Semarang* on Thursday."],
        ["In North Semarang water rose on Thursday."],
        ["In *North Semarang* water rose on Thursday."],
    ),
    "all of it": (["*A flood swamps the coast*"], ["Floods swamp coast"], ["*Floods swamp coast*"]),
    "a note": (
        ["Prices rose^ in May."],
        ["The prices rose in June."],
        ["The prices rose^ in June."],
    ),
    "into the sentence before": (
        ["Water rose.", "The [data of BNPB] show it."],
        ["Water rose, as the data of BNPB show.", ""],
        ["Water rose, as the [data of BNPB] show.", ""],
    ),
    "a sentence with a link is gone": (
        ["Water rose.", "See [BNPB]."],
        ["Water rose.", ""],
        ["Water [rose].", ""],
    ),
    "nothing is left": (["See [BNPB]."], [""], [""]),
    "two links and one word": (["See [this] and [that] page."], ["Page."], ["[Page]."]),
}


@pytest.mark.parametrize(("before", "text", "expected"), CASES.values(), ids=CASES)
def test_looks_stay_on_their_words(before: list[str], text: list[str], expected: list[str]) -> None:
    assert after(before, text) == expected


def test_a_stretch_over_a_border_stays_one() -> None:
    drafts = [told("It was *late.*", "P1.1"), told("*Rain fell* there.", "P1.2")]
    (made,) = formatted(
        drafts[:1], [Translation(drafts[0].segment, "It was very late.", Origin.MEMORY)]
    )
    assert shown(made) == "It was very *late.*"
    texts = ("It was very late.", "Heavy rain fell there.")
    edited = [Translation(d.segment, t, Origin.MEMORY) for d, t in zip(drafts, texts, strict=True)]
    found = formatted(drafts, edited)
    assert [shown(each) for each in found] == ["It was very *late.*", "*Heavy rain fell* there."]
    assert {run.number for each in found for run in each.runs} == {0}


WORDS = st.lists(st.sampled_from(["a", "of", "data", "BNPB,", "water.", "six"]), max_size=8)
LOOKS = st.sampled_from(["{}", "{}", "*{}*", "[{}]", "{}^"])
TEXTS = st.lists(st.tuples(st.sampled_from(["rain", "BNPB", "the sea"]), LOOKS), max_size=5)


@given(st.lists(st.tuples(TEXTS, WORDS), min_size=1, max_size=3))
def test_no_link_is_lost_and_all_spans_fit(sentences: list[tuple[list, list[str]]]) -> None:
    before = [" ".join(look.format(word) for word, look in text) for text, _ in sentences]
    drafts = [told(each, f"P1.{n}", 10 * n) for n, each in enumerate(before, start=1)]
    edited = [
        Translation(draft.segment, " ".join(words), Origin.MEMORY, runs=draft.runs)
        for draft, (_, words) in zip(drafts, sentences, strict=True)
    ]
    made = formatted(drafts, edited)
    assert [t.target for t in made] == [t.target for t in edited]
    for translation in made:
        ends = 0
        for run in (run for run in translation.runs if run.span):
            assert ends <= run.span.start < run.span.end <= len(translation.target)
            ends = run.span.end
    room = sum(len(t.target.split()) for t in made)
    links = {run.number for t in drafts for run in t.runs if run.link}
    if room >= sum(len(t.target.split()) for t in drafts):
        assert {run.number for t in made for run in t.runs if run.link} == links
