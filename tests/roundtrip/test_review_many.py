"""Hundreds of edits of over twenty kinds: each is recovered or reported, none is invented."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from word_edits import Review, all_saved_by_office

from exports.docx import DocxExporter
from exports.docx.elements import add
from exports.docx.wml import w
from exports.review import read_review
from glossary.store import merge
from translate import pipeline
from translate.engines import Candidate
from translate.engines.echo import EchoEngine
from translate.languages import load_language
from translate.look import Arrangement, Look, Paper
from translate.model import Bitext, Block, Document, Kind
from translate.review.decide import Decision, Reading, decide

NOUNS = ["minister", "river", "market", "teacher", "harbour", "village", "price", "bridge"]
VERBS = ["visits", "crosses", "opens", "closes", "praises", "leaves", "watches", "counts"]


class English(EchoEngine):
    """Makes up English sentences, a different one for each source."""

    def translate(self, texts, decoding, progress=None):  # type: ignore[no-untyped-def]
        return [[Candidate(english(text), -0.1)] for text in texts]


def english(source: str) -> str:
    chance = random.Random(source)
    words = [w for _ in range(3) for w in ("the", chance.choice(NOUNS), chance.choice(VERBS))]
    return f"{' '.join(words).capitalize()} the {chance.choice(NOUNS)} {chance.randint(2, 99)}."


def article(seed: int, blocks: int = 26) -> Bitext:
    chance = random.Random(seed)
    texts = []
    for n in range(blocks):
        count = chance.choice((1, 2, 2, 3, 4))
        sentences = [f"Berita {seed} kalimat {n} bagian {k} sudah terbit." for k in range(count)]
        texts.append(" ".join(sentences))
    document = Document(
        f"seed{seed}",
        "t",
        "id",
        tuple(Block(n, Kind.PARAGRAPH, text) for n, text in enumerate(texts)),
    )
    (result,) = pipeline.translate(
        [document],
        engine=English("id", "en"),
        glossary=merge([]),
        language=load_language("id"),
        options=pipeline.Options(),
        report=lambda phase, finished, total: None,
    )
    return result


@dataclass
class Case:
    """One row, and what ought to come of it: new texts by sentence, or a report."""

    review: Review
    block: str
    ids: list[str]
    texts: list[str]
    chance: random.Random
    changed: dict[str, str] = field(default_factory=dict)
    approved: bool = True
    reported: bool = False

    def pick(self) -> tuple[str, str]:
        n = self.chance.randrange(len(self.ids))
        return self.ids[n], self.texts[n]

    def swap(self, old: str, new: str, *, tracked: bool = True) -> None:
        id, text = self.pick()
        wanted = text.replace(old, new, 1) if old in text else text
        if old in text:
            (self.review.track if tracked else self.review.replace)(self.block, text, wanted)
            self.changed[id] = wanted

    def word(self, place: int, new: str, *, tracked: bool = True) -> None:
        id, text = self.pick()
        words = text.split()
        old, words[place] = words[place], new
        (self.review.track if tracked else self.review.replace)(self.block, old, new, text)
        self.changed[id] = " ".join(words)


def whole(case: Case, *, tracked: bool) -> None:
    id, text = case.pick()
    new = f"Rewritten as number {case.chance.randint(100, 999)}."
    (case.review.track if tracked else case.review.replace)(case.block, text, new)
    case.changed[id] = new


def insert(case: Case, place: str) -> None:
    id, text = case.pick()
    first, rest = text.split(" ", 1)
    if place == "front":
        case.review.track(case.block, first, f"Today {first.lower()}", text)
        case.changed[id] = f"Today {first.lower()} {rest}"
    else:
        last = text.rsplit(" ", 1)[1]
        case.review.track(case.block, last, f"{last[:-1]} at last.", text)
        case.changed[id] = f"{text[:-1]} at last."


def empty(case: Case) -> None:
    id, text = case.pick()
    case.review.track(case.block, text, "")
    case.approved, case.reported = False, True
    case.changed[id] = ""


def made_one(case: Case) -> None:
    if len(case.texts) < 2:
        return whole(case, tracked=True)
    one, two = case.texts[0].rsplit(" ", 1)[1], case.texts[1].split(" ", 1)[0]
    case.review.track(case.block, f"{one} {two}", "and so the")
    case.approved, case.reported = False, True
    return None


def everything_anew(case: Case) -> None:
    new = [f"All new sentence {n} of {case.block}." for n in range(len(case.ids))]
    case.review.track(case.block, " ".join(case.texts), " ".join(new))
    case.changed = dict(zip(case.ids, new, strict=True))


def with_status(case: Case, status: str) -> None:
    whole(case, tracked=True)
    case.review.status(case.block, status)
    case.approved = False


def ok(case: Case) -> None:
    case.review.status(case.block, "OK")
    case.changed = dict(zip(case.ids, case.texts, strict=True))


def gone(case: Case) -> None:
    case.review.track(case.block, " ".join(case.texts), "")
    add(case.review.row(case.block).find(w("trPr")), "del", {"id": 5, "author": "x"})
    case.approved, case.reported = False, True


def twice(case: Case) -> None:
    row = case.review.row(case.block)
    case.review.table.append(copy.deepcopy(row))
    case.approved, case.reported = False, True


def noted(case: Case) -> None:
    case.review.note(case.block, "term: berita = news")


def commented(case: Case) -> None:
    case.review.comment(case.block, case.texts[0].split()[0], "Why?")


def in_pieces(case: Case) -> None:
    case.review.split_runs()
    whole(case, tracked=True)


KINDS: dict[str, Callable[[Case], object]] = {
    "a word, tracked": lambda c: c.word(1, "bird"),
    "a word, untracked": lambda c: c.word(1, "bird", tracked=False),
    "the first word": lambda c: c.word(0, "Some"),
    "the last word": lambda c: c.word(-1, "zero."),
    "the last word, untracked": lambda c: c.word(-1, "zero!", tracked=False),
    "a number": lambda c: c.swap("the", "a"),
    "a sentence, tracked": lambda c: whole(c, tracked=True),
    "a sentence, untracked": lambda c: whole(c, tracked=False),
    "words in front": lambda c: insert(c, "front"),
    "words at the end": lambda c: insert(c, "end"),
    "emptied": empty,
    "two made one": made_one,
    "everything anew": everything_anew,
    "query": lambda c: with_status(c, "Query"),
    "skip": lambda c: with_status(c, "Skip"),
    "OK": ok,
    "deleted row": gone,
    "row twice": twice,
    "note": noted,
    "comment": commented,
    "cut runs": in_pieces,
}


def edits(review: Review, bitext: Bitext, chance: random.Random) -> dict[str, Case]:
    cases = {}
    for kind in chance.sample(list(KINDS), len(KINDS)):
        block = f"P{len(cases) + 2}"
        index = int(block[1:]) - 1
        translations = bitext.of_block(index)
        case = Case(
            review,
            block,
            [t.segment.id for t in translations],
            [t.target for t in translations],
            chance,
        )
        KINDS[kind](case)
        cases[block] = case
    return cases


def recovered_or_reported(reading: Reading, cases: dict[str, Case]) -> list[str]:
    """What is wrong, one line each."""
    faults = []
    told = {problem.row for problem in reading.problems}
    found = {v.translation.segment.id: v for v in reading.verdicts}
    wanted = {
        id: text for case in cases.values() if case.approved for id, text in case.changed.items()
    }
    for id, verdict in found.items():
        case = cases.get(verdict.row)
        if verdict.decision is Decision.APPROVED and verdict.after != wanted.get(id):
            faults.append(f"invented {id}: {verdict.after!r}, not {wanted.get(id)!r}")
        if case is None and verdict.decision is not Decision.UNDECIDED:
            faults.append(f"touched {id}")
    for id, text in wanted.items():
        verdict = found.get(id)
        if verdict is None:
            faults.append(f"lost {id}: {text!r}")
        elif verdict.decision is not Decision.APPROVED and verdict.row not in told:
            faults.append(f"lost {id} ({verdict.decision}): {text!r}")
    for case in cases.values():
        queries = {v.row for v in reading.of(Decision.QUERY)}
        if case.reported and case.block not in told | queries:
            faults.append(f"not told: {case.block}")
    return faults


def look_of(seed: int) -> Look:
    """Every second file is stacked, every third on Letter paper."""
    arrangement = Arrangement.STACKED if seed % 2 else Arrangement.SIDE
    return Look(arrangement=arrangement, paper=Paper.A4 if seed % 3 else Paper.LETTER)


def reviewed(seed: int) -> tuple[bytes, dict[str, Case]]:
    bitext, look = article(seed), look_of(seed)
    review = Review(DocxExporter(look).render(bitext), look=look)
    cases = edits(review, bitext, random.Random(seed))
    return review.saved(), cases


@pytest.mark.parametrize("seed", range(5))
def test_edits_as_word_writes_them(seed: int) -> None:
    data, cases = reviewed(seed)
    reading = decide(read_review(data), approve_unchanged=False)
    assert recovered_or_reported(reading, cases) == []
    assert len(reading.of(Decision.APPROVED)) > 12


@pytest.mark.office
def test_five_hundred_edits_saved_by_libreoffice(tmp_path: Path) -> None:
    sent = [reviewed(seed) for seed in range(24)]
    assert sum(len(cases) for _, cases in sent) == 504
    faults = []
    for (_, cases), data in zip(
        sent, all_saved_by_office([d for d, _ in sent], tmp_path), strict=True
    ):
        reading = decide(read_review(data), approve_unchanged=False)
        faults += recovered_or_reported(reading, cases)
        assert len(reading.of(Decision.APPROVED)) > 12
    assert faults == []
