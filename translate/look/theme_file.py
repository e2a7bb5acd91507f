"""Reads a theme file: TOML with colours, fonts, sizes, and the organisation's name and logo."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from glossary.plain_file import read_plain
from translate.errors import UserError
from translate.look.picture import picture
from translate.look.theme import COLOURS, CONTRAST, Logo, Theme, weak

__all__ = ["ThemeError", "read_theme"]

_LARGEST = 64 * 1024
_LARGEST_LOGO = 2 * 1024 * 1024
_LONGEST = 160
_COLOUR = re.compile(r"#?([0-9A-Fa-f]{6})")
_FONT = re.compile(r"[\w][\w .+'-]{0,63}")


class ThemeError(UserError):
    """A theme file that cannot be read, or asks for what cannot be printed."""


def read_theme(path: Path) -> Theme:
    """The theme in a TOML file; the path of its logo is relative to it.

    Raises ThemeError, which names file, line and key: ``theme-unreadable``, ``theme-key``,
    ``theme-value``, ``theme-contrast``, ``theme-logo``.
    """
    text = _read(path, _LARGEST).decode("utf-8-sig", "replace")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, f"it is no TOML: {error}") from None
    return _File(path, text).theme(data)


class _File:
    """One theme file, for errors that name the place."""

    def __init__(self, path: Path, text: str) -> None:
        self._path = path
        self._text = text

    def theme(self, data: Mapping[str, Any]) -> Theme:
        self._known("", data, _SECTIONS)
        values: dict[str, Any] = {}
        colours = dict(COLOURS)
        for section, keys in data.items():
            if not isinstance(keys, dict):
                raise self._value(section, "is no section", f"Write [{section}] above its keys.")
            known = _SECTIONS[section]
            self._known(f"{section}.", keys, known or COLOURS)
            for key, value in keys.items():
                name = f"{section}.{key}"
                if known:
                    field, read = known[key]
                    values[field] = read(self, name, value)
                else:
                    colours[key] = self.colour(name, value)
        self._contrast(colours, data.get("colours", {}))
        return Theme(colours=colours, **values)

    def colour(self, name: str, value: object) -> str:
        match = _COLOUR.fullmatch(value) if isinstance(value, str) else None
        if match is None:
            raise self._value(name, "is no colour", 'Write it like "#1D4E6B".')
        return match[1].upper()

    def font(self, name: str, value: object) -> str:
        if not isinstance(value, str) or not _FONT.fullmatch(value):
            raise self._value(name, "is no name of a font", 'Write it like "Georgia".')
        return value

    def text_size(self, name: str, value: object) -> float:
        return self._size(name, value, 8, 14)

    def headline_size(self, name: str, value: object) -> float:
        return self._size(name, value, 12, 36)

    def line(self, name: str, value: object) -> str:
        if not isinstance(value, str) or len(value) > _LONGEST or not value.isprintable():
            hint = f"Give one line of at most {_LONGEST} characters."
            raise self._value(name, "is no line of text", hint)
        return value.strip()

    def logo(self, name: str, value: object) -> Logo:
        hint = "Give a PNG or JPEG file of at most 2 MB; the path is relative to the theme file."
        if not isinstance(value, str) or not value:
            raise self._wrong(name, "is no path of a file", hint, slug="theme-logo")
        file = self._path.parent / Path(value).expanduser()
        found = picture(_read(file, _LARGEST_LOGO))
        if found is None:
            raise self._wrong(name, f"names {file}, which is no picture", hint, slug="theme-logo")
        return found

    def _size(self, name: str, value: object, least: int, most: int) -> float:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not least <= float(str(value)) <= most:
            hint = f"Give points, from {least} to {most}."
            raise self._value(name, "is no size that can be read", hint)
        return float(str(value))

    def _known(self, before: str, given: Mapping[str, Any], known: Mapping[str, Any]) -> None:
        for key in given:
            if key not in known:
                close = difflib.get_close_matches(key, known, 1, 0.5)
                hint = f"Did you mean “{close[0]}”?" if close else f"Known: {', '.join(known)}."
                raise self._wrong(before + key, "is unknown", hint, slug="theme-key")

    def _contrast(self, colours: Mapping[str, str], given: Mapping[str, Any]) -> None:
        for text, ground, ratio in weak(colours):
            at_fault, other = (text, ground) if text in given else (ground, text)
            raise self._wrong(
                f"colours.{at_fault}",
                f"(#{colours[at_fault]}) cannot be told from {other} (#{colours[other]}): "
                f"a contrast of {ratio:.1f}:1",
                f"Texts need at least {CONTRAST}:1; take a darker text or a lighter ground.",
                slug="theme-contrast",
            )

    def _value(self, name: str, what: str, hint: str) -> ThemeError:
        return self._wrong(name, what, hint, slug="theme-value")

    def _wrong(self, name: str, what: str, hint: str, *, slug: str) -> ThemeError:
        key = re.escape(name.rpartition(".")[2])
        match = re.search(rf"^\s*\[?[\"']?{key}\b", self._text, re.MULTILINE)
        line = self._text.count("\n", 0, match.end()) + 1 if match else 1
        return ThemeError(f"{self._path}, line {line}: {name} {what}.", hint=hint, slug=slug)


_Read = Callable[[_File, str, object], object]
_SECTIONS: Mapping[str, Mapping[str, tuple[str, _Read]]] = {
    "organisation": {
        "name": ("organisation", _File.line),
        "logo": ("logo", _File.logo),
        "footer": ("footer", _File.line),
    },
    "colours": {},
    "fonts": {
        "text": ("font", _File.font),
        "headings": ("headings", _File.font),
        "east-asian": ("east_asian", _File.font),
        "complex": ("complex_script", _File.font),
    },
    "sizes": {
        "text": ("text", _File.text_size),
        "headline": ("headline", _File.headline_size),
    },
}


def _read(path: Path, largest: int) -> bytes:
    try:
        data = read_plain(path, largest)
    except (OSError, ValueError) as error:
        raise _unreadable(path, getattr(error, "strerror", None) or str(error)) from None
    if len(data) > largest:
        raise _unreadable(path, f"it is larger than {largest // 1024:,} KB")
    return data


def _unreadable(path: Path, why: str) -> ThemeError:
    return ThemeError(
        f"{path} cannot be read: {why}.",
        hint="docs/layouts.md shows a theme file.",
        slug="theme-unreadable",
    )
