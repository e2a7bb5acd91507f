"""The words printed in a review file, per language: labels, instructions, language names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translate.look import Arrangement, Columns, Look
from translate.model import Kind

__all__ = ["ENGLISH", "Wording", "language_name", "locale", "wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a review file says in one language."""

    lang: str
    how: str
    correct: str
    correct_below: str
    choose: str
    comment: str
    send: str
    labels: Mapping[Kind, str]
    place: str

    def steps(self, look: Look) -> tuple[str, ...]:
        """What a reviewer does in a file of this look, in order."""
        stacked = look.arrangement is Arrangement.STACKED
        full = look.columns is Columns.FULL
        return (
            self.correct_below if stacked else self.correct,
            self.choose if full else self.comment,
            self.send,
        )

    def label(self, kind: Kind, cell: tuple[int, int, int] | None = None) -> str:
        """What stands above a text of this kind; the place of a table cell is part of it."""
        label = self.labels.get(kind, "")
        return f"{label} {self.place.format(*cell)}" if label and cell else label


ENGLISH = Wording(
    lang="en",
    how="How to review",
    correct="Correct the translation only; your changes are tracked.",
    correct_below="Correct the translation only, the lower text; your changes are tracked.",
    choose="Set a status per row: OK, Edited, Query if unsure, Skip to leave out.",
    comment="What you correct is approved. If unsure, add a comment.",
    send="Save as DOCX and send it back with all rows in their places.",
    place="{0} · row {1} · column {2}",
    labels={
        Kind.TITLE: "Headline",
        Kind.SUBTITLE: "Sub-headline",
        Kind.BYLINE: "Byline",
        Kind.METADATA: "Details",
        Kind.DATELINE: "Dateline",
        Kind.PULL_QUOTE: "Pull quote",
        Kind.CAPTION: "Caption",
        Kind.CELL: "Table",
        Kind.RELATED: "Related",
        Kind.FURNITURE: "Page furniture, not translated",
        Kind.CODE: "Code",
    },
)

_INDONESIAN = Wording(
    lang="id",
    how="Cara meninjau",
    correct="Perbaiki terjemahannya saja; perubahan Anda tercatat.",
    correct_below="Perbaiki terjemahannya saja, teks bawah; perubahan Anda tercatat.",
    choose="Pilih status tiap baris: OK, Edited, Query bila ragu, Skip bila dilewati.",
    comment="Yang Anda perbaiki dianggap disetujui. Bila ragu, beri komentar.",
    send="Simpan sebagai DOCX lalu kirim kembali; urutan baris tetap.",
    place="{0} · baris {1} · kolom {2}",
    labels={
        Kind.TITLE: "Judul",
        Kind.SUBTITLE: "Anak judul",
        Kind.BYLINE: "Nama penulis",
        Kind.METADATA: "Keterangan",
        Kind.DATELINE: "Tempat & waktu",
        Kind.PULL_QUOTE: "Kutipan pilihan",
        Kind.CAPTION: "Keterangan gambar",
        Kind.CELL: "Tabel",
        Kind.RELATED: "Terkait",
        Kind.FURNITURE: "Unsur halaman, tidak diterjemahkan",
        Kind.CODE: "Kode",
    },
)

_WORDINGS = {wording.lang: wording for wording in (ENGLISH, _INDONESIAN)}

# Where a language is written in several countries: the one whose dictionary is found everywhere.
_LOCALES = {
    "ar": "ar-SA",
    "de": "de-DE",
    "en": "en-US",
    "es": "es-ES",
    "fr": "fr-FR",
    "id": "id-ID",
    "ja": "ja-JP",
    "jv": "jv-ID",
    "ko": "ko-KR",
    "ms": "ms-MY",
    "nl": "nl-NL",
    "pt": "pt-BR",
    "ru": "ru-RU",
    "su": "su-ID",
    "th": "th-TH",
    "tl": "fil-PH",
    "vi": "vi-VN",
    "zh": "zh-CN",
}

_NAMES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "id": "Indonesian",
    "ja": "Japanese",
    "jv": "Javanese",
    "ko": "Korean",
    "ms": "Malay",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian",
    "su": "Sundanese",
    "th": "Thai",
    "tl": "Filipino",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def wording(lang: str) -> Wording:
    """The words in a language; English where there are none."""
    return _WORDINGS.get(_base(lang), ENGLISH)


def locale(lang: str) -> str:
    """The tag for spell-checkers: ``id-ID`` for ``id``; a tag with a region stays."""
    return lang if "-" in lang else _LOCALES.get(lang, lang)


def language_name(lang: str) -> str:
    """The English name of a language; its code where we know none."""
    return _NAMES.get(_base(lang), lang)


def _base(lang: str) -> str:
    return lang.replace("_", "-").partition("-")[0].lower()
