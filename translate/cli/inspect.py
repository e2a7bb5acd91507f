"""`doctor`: what is at hand and whether it works."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable
from importlib.metadata import version

from translate import registry
from translate.cli import say
from translate.engines import Decoding
from translate.engines.packages import available
from translate.errors import UserError

Check = Callable[[], str]
SAMPLE = "Presiden tiba di Jakarta pada hari Senin."


def examine(*, as_json: bool) -> int:
    """Check the parts one by one and print each with its result; 1 if one failed."""
    results = [_part(name, check) for name, check in _CHECKS.items()]
    if as_json:
        rows = [{"part": name, "ok": ok, "detail": detail} for name, ok, detail in results]
        say.data({"checks": rows})
    else:
        for name, ok, detail in results:
            say.line(f"{'ok  ' if ok else 'FAIL'}  {name:<12} {detail}")
    return 0 if all(ok for _, ok, _ in results) else 1


def _part(name: str, check: Check) -> tuple[str, bool, str]:
    try:
        return name, True, check()
    except UserError as error:
        return name, False, f"{error.message} {error.hint}"
    except (ImportError, OSError) as error:
        return name, False, f"{error}. Reinstall with: pip install --force-reinstall dwibahasa"


def _python() -> str:
    return f"{platform.python_version()} on {platform.system()} {platform.machine()}"


def _libraries() -> str:
    names = ("ctranslate2", "sentencepiece", "argos-translate-lt", "python-docx", "typer")
    return ", ".join(f"{name} {version(name)}" for name in names)


def _formats() -> str:
    for group in (registry.READERS, registry.EXPORTERS):
        for name in registry.names(group):
            registry.load(group, name)
    reading = ", ".join(registry.names(registry.READERS))
    return f"reads {reading}; writes {', '.join(registry.names(registry.EXPORTERS))}"


def _models() -> str:
    found, faults = available()
    if faults:
        raise faults[0]
    return ", ".join(f"{package.pair} ({package.place})" for package in found) or "none"


def _translation() -> str:
    engine = registry.load(registry.ENGINES, "argos")("id", "en")
    return f"“{SAMPLE}” → “{engine.translate([SAMPLE], Decoding())[0][0].text}”"


def _temporary() -> str:
    with tempfile.TemporaryDirectory() as folder:
        return f"temporary files can be written in {tempfile.gettempdir()}" if folder else ""


_CHECKS: dict[str, Check] = {
    "python": _python,
    "libraries": _libraries,
    "formats": _formats,
    "models": _models,
    "translation": _translation,
    "temporary": _temporary,
}
