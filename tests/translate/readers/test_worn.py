"""What chats and mails put on a text comes off, and what only looks like it stays."""

from __future__ import annotations

import pytest

from translate.readers.worn import bare


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("*Kapal terbakar*", "Kapal terbakar"),
        ("*_Kronologis:_*", "Kronologis:"),
        ("ia *tidak* hadir, ~batal~", "ia tidak hadir, batal"),
        ("1\ufe0f\u20e3 Api muncul.", "1. Api muncul."),
        ("✅ Korban nihil\n👉 Baca", "• Korban nihil\n• Baca"),
        ("> satu\n> dua", "satu\ndua"),
        ("> > satu\n>> dua", "satu\ndua"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("nama_berkas_panjang.txt", "nama_berkas_panjang.txt"),
        ("*) Penulis adalah dosen", "*) Penulis adalah dosen"),
        ("Rp 5.000~Rp 6.000 dan 7~8", "Rp 5.000~Rp 6.000 dan 7~8"),
        ("kadar > 5 persen", "kadar > 5 persen"),
        ("* butir satu\n* butir dua", "* butir satu\n* butir dua"),
    ],
)
def test_marks_come_off(text: str, wanted: str) -> None:
    assert bare(text) == wanted


def test_a_line_stays_a_line() -> None:
    text = "*satu*\n\n> dua\n> tiga\n✅ empat\n"
    assert bare(text).count("\n") == text.count("\n")
