"""Web and e-mail addresses inside sentences come out letter by letter."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from glossary import addresses
from translate.cli.app import app

SENTENCES = [
    "Sumber: https://wa.me/6281234567890",
    "Lihat https://contoh.id/berita/a-b.html untuk rincian.",
    "Hubungi kami di humas@contoh.id atau www.contoh.id.",
    "Tautan: https://bit.ly/3xYzAb",
    "Selengkapnya di https://news.contoh.co.id/read/12/empat-negara.html?utm_source=wa&id=5.",
    "Menurut akun @BMKG di https://x.com/bmkg/status/176543, gempa terjadi pukul 10.00.",
    "Unduh di www.contoh.go.id/unduh/peta.pdf atau hubungi (021) 345-6789.",
]


@pytest.mark.model
def test_every_address_is_there_as_it_was() -> None:
    text = "Judul\n\n" + "\n\n".join(SENTENCES) + "\n"
    options = ["--no-memory", "--format", "text", "-o", "-"]
    done = CliRunner().invoke(app, ["translate", "-", *options], input=text)
    assert done.exit_code == 0, done.output
    said = [hit.wanted for sentence in SENTENCES for hit in addresses.find(sentence)]
    assert len(said) >= 9
    assert [address for address in said if address not in done.stdout] == []
