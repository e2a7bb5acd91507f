"""What a run is asked to do: from flags, the environment and ``dwibahasa.toml``, settled once.

A flag goes before the environment (``DWIBAHASA_BEAM=8``), that before the nearest
``dwibahasa.toml`` found upwards from an article, that before the default. The fields of `Settings`
are the table of all settings: a new one is a line there, and a flag of the same name;
limits are no flags.
"""

from __future__ import annotations

import dataclasses
import difflib
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from glossary.limits import LIMITS, MOST
from glossary.plain_file import read_plain
from translate.errors import UserError

__all__ = [
    "Resolved",
    "Settings",
    "SettingsError",
    "key_of",
    "place_of",
    "resolve",
]

LARGEST = 1024 * 1024  # bytes of a settings file
_PREFIX = "DWIBAHASA_"
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})


class SettingsError(UserError):
    """A settings file or variable asks for something that does not exist."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a setting takes beside its type: its name in files if that is not the field's, whether
    it is a path (relative ones belong to the file's folder), whether the values of all places are
    taken together, and what its values may be."""

    key: str = ""
    path: bool = False
    adds: bool = False
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 0


def _a(default: Any, rule: Rule = Rule()) -> Any:
    return dataclasses.field(default=default, metadata={"rule": rule})


def _limit(name: str) -> Any:
    return _a(LIMITS[name], Rule(least=1, most=MOST))


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, with its default."""

    source: str = _a("id", Rule("from"))
    target: str = _a("en", Rule("to"))
    glossary: tuple[str, ...] = _a((), Rule(path=True, adds=True))
    formats: tuple[str, ...] = _a(("docx",), Rule("format"))
    out: str = _a("", Rule(path=True))
    model: tuple[str, ...] = _a((), Rule(path=True))
    engine: str = _a("argos")
    beam: int = _a(4, Rule(least=1, most=16))
    builtin: bool = _a(True)
    columns: str = _a("full", Rule(choices=("full", "simple")))
    rows: str = _a("paragraph", Rule(choices=("paragraph", "sentence")))
    layout: str = _a("side", Rule(choices=("side", "stacked")))
    page: str = _a("a4", Rule(choices=("a4", "letter")))
    abbreviations: str = _a("", Rule(path=True))
    srx: str = _a("", Rule(path=True))
    theme: str = _a("", Rule(path=True))
    names: bool = _a(True)
    memory: str = _a("", Rule(path=True))
    no_memory: bool = _a(False)
    lenient: bool = _a(False)
    workers: int = _a(1, Rule(least=1, most=64))
    cluster: str = _a("")
    fail_on: str = _a("never", Rule(choices=("never", "info", "warning", "error", "missing-term")))
    quiet: bool = _a(False)
    limit_article: int = _limit("article")
    limit_page: int = _limit("page")
    limit_markdown: int = _limit("markdown")
    limit_office: int = _limit("office")
    limit_lines: int = _limit("lines")
    limit_paragraphs: int = _limit("paragraphs")
    limit_parts: int = _limit("parts")
    limit_unpacked: int = _limit("unpacked")
    limit_list: int = _limit("list")
    limit_entries: int = _limit("entries")
    limit_review: int = _limit("review")
    limit_model: int = _limit("model")
    limit_download: int = _limit("download")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Settings that apply, and for each field where its value comes from: a flag, a variable,
    the file, or "default"."""

    settings: Settings
    origins: Mapping[str, str]
    file: Path | None = None


_FIELDS = {field.name: field for field in dataclasses.fields(Settings)}


def key_of(name: str) -> str:
    """What a field is called in a settings file: ``from`` for ``source``, ``fail-on``."""
    return _rule(name).key or name.replace("_", "-")


def place_of(found: Resolved, name: str) -> str:
    """Where the value of a field comes from, as messages name it; empty for flags and defaults."""
    origin, key = found.origins[name], key_of(name)
    if origin == "environment":
        return f"The variable {_PREFIX}{key.replace('-', '_').upper()}"
    ours = found.file if origin == str(found.file) else None
    return f"{origin}, line {_line(_read(ours), key)}: {key}" if ours else ""


def resolve(
    flags: Mapping[str, object], environment: Mapping[str, str], file: Path | None
) -> Resolved:
    """The settings that apply. Of `flags`, those that are None or no setting are passed over.

    Raises SettingsError for a file or variable that makes no sense, naming place and key.
    """
    places: list[tuple[Mapping[str, object], str]] = [
        (_given(flags), "flag"),
        (_from_environment(environment), "environment"),
    ]
    if file is not None:
        places.append((_from_file(file), str(file)))
    values: dict[str, Any] = {}
    origins = dict.fromkeys(_FIELDS, "default")
    for found, origin in places:
        for name, value in found.items():
            if name not in values:
                values[name], origins[name] = value, origin
            elif _rule(name).adds:
                values[name] += value
                origins[name] += f", {origin}"
    return Resolved(Settings(**values), origins, file)


def _rule(name: str) -> Rule:
    rule: Rule = _FIELDS[name].metadata["rule"]
    return rule


def _given(flags: Mapping[str, object]) -> dict[str, object]:
    given = {n: v for n, v in flags.items() if n in _FIELDS and v is not None}
    many = {n: tuple(dict.fromkeys(v)) for n, v in given.items() if isinstance(v, list | tuple)}
    # A flag that may be given several times is an empty list where it is not given.
    return {n: many.get(n, v) for n, v in given.items() if many.get(n, True)}


def _from_environment(environment: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name in _FIELDS:
        variable = _PREFIX + key_of(name).replace("-", "_").upper()
        told = environment.get(variable, "")
        if not told:
            continue
        default = _FIELDS[name].default
        value: object = told
        if isinstance(default, bool) and told.casefold() in _TRUE | _FALSE:
            value = told.casefold() in _TRUE
        elif isinstance(default, int) and re.fullmatch(r"\d{1,13}", told, re.ASCII):
            value = int(told)
        elif isinstance(default, tuple):
            sign = os.pathsep if _rule(name).path else ","
            value = [part.strip() for part in told.split(sign) if part.strip()]
        found[name] = _checked(name, value, f"The variable {variable}", None)
    return found


def _from_file(file: Path) -> dict[str, object]:
    text = _read(file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(
            f"{file} is no TOML that can be read: {error}.",
            hint='A setting is a line such as  beam = 6  or  glossary = ["istilah.csv"].',
            slug="settings-damaged",
        ) from None
    names = {key_of(name): name for name in _FIELDS}
    found: dict[str, object] = {}
    for key, value in data.items():
        place = f"{file}, line {_line(text, key)}: {key}"
        if key not in names:
            close = difflib.get_close_matches(key.replace("_", "-"), names, 1, 0.5)
            raise SettingsError(
                f"{place} is no setting.",
                hint=f"Did you mean “{close[0]}”?" if close else f"Known: {', '.join(names)}.",
                slug="settings-unknown",
            )
        found[names[key]] = _checked(names[key], value, place, file.parent)
    return found


def _read(file: Path) -> str:
    try:
        data = read_plain(file, LARGEST)
        if len(data) <= LARGEST:
            return data.decode("utf-8-sig")
        why = f"it is larger than {LARGEST >> 20} MiB"
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is not UTF-8"
    raise SettingsError(
        f"The settings file {file} cannot be read: {why}.",
        hint="Check its path and permissions, and save it as text in UTF-8.",
        slug="settings-unreadable",
    )


def _line(text: str, key: str) -> int:
    match = re.search(rf"^\s*\[?[\"']?{re.escape(key)}\b", text, re.MULTILINE)
    return text.count("\n", 0, match.end()) + 1 if match else 1


def _checked(name: str, value: object, place: str, folder: Path | None) -> object:
    """A value of the setting's type; a single text will do for a list."""
    rule, default = _rule(name), _FIELDS[name].default
    if isinstance(default, tuple) and isinstance(value, str):
        value = [value]
    if isinstance(default, tuple):
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            return tuple(_placed(part, rule, folder) for part in value)
        raise _wrong(place, value, "a list of texts is expected")
    if isinstance(default, bool) or isinstance(value, bool):
        if isinstance(default, bool) and isinstance(value, bool):
            return value
        told = "true or false is expected" if isinstance(default, bool) else "it is no switch"
        raise _wrong(place, value, told)
    if isinstance(default, int):
        if isinstance(value, int) and rule.least <= value <= rule.most:
            return value
        raise _wrong(place, value, f"a number from {rule.least} to {rule.most} is expected")
    if not isinstance(value, str) or (rule.choices and value not in rule.choices):
        expected = f"one of {', '.join(rule.choices)}" if rule.choices else "a text"
        raise _wrong(place, value, f"{expected} is expected")
    return _placed(value, rule, folder)


def _placed(value: str, rule: Rule, folder: Path | None) -> str:
    return str(folder / Path(value).expanduser()) if rule.path and folder and value else value


def _wrong(place: str, value: object, expected: str) -> SettingsError:
    return SettingsError(
        f"{place} is “{str(value)[:60]}”; {expected}.",
        hint="dwibahasa settings shows what applies, and from where.",
        slug="settings-value",
    )
