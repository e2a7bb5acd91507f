"""What the commands of `dwibahasa models` do and print."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from glossary.limits import limit
from translate import network
from translate.cli import say, show
from translate.engines import hashes, index
from translate.engines.install import install as place
from translate.engines.install import named, try_out
from translate.engines.install import remove as delete
from translate.engines.packages import Found, argos, available
from translate.errors import ModelError, UsageError, UserError


def at_hand(*, as_json: bool) -> int:
    """Print the packages at hand; 1 if one of them is damaged."""
    found, faults = available()
    if as_json:
        faulty = [{"message": fault.message, "hint": fault.hint} for fault in faults]
        say.data({"models": [_row(package) for package in found], "damaged": faulty})
        return 1 if faults else 0
    for package in found:
        terms = "inline terms" if package.markup else "plain"
        say.line(
            f"{package.pair}  {package.version:<6} {package.place:<10} {terms:<13} {package.path}"
        )
    for fault in faults:
        say.line(f"Damaged: {fault.message}", f"         {fault.hint}")
    return 1 if faults else 0


def offers(*, as_json: bool) -> int:
    """Print what the index offers and whether it is here."""
    have = {(p.source_lang, p.target_lang, p.version) for p in available()[0]}
    rows = [
        {
            "from": offer.source_lang,
            "to": offer.target_lang,
            "version": offer.version,
            "installed": (offer.source_lang, offer.target_lang, offer.version) in have,
        }
        for offer in _index()
    ]
    if as_json:
        say.data({"offers": rows})
    else:
        for row in rows:
            here = "installed" if row["installed"] else ""
            say.line(f"{row['from']}→{row['to']}  {row['version']:<6} {here}".rstrip())
    return 0


def install(what: Sequence[str], *, force: bool, quiet: bool, as_json: bool) -> int:
    """Install each of `what`; 1 if one failed, the others are installed all the same."""
    done: list[Found] = []
    failed: list[UserError] = []
    for name in what:
        try:
            done += _installed(name, force=force, quiet=quiet)
        except UserError as error:
            failed.append(error)
    if as_json:
        faults = [{"message": fault.message, "hint": fault.hint} for fault in failed]
        say.data({"installed": [_row(package) for package in done], "failed": faults})
        return 1 if failed else 0
    for package in () if quiet else done:
        say.line(f"{package.pair} {package.version} is installed in {package.path}")
    for fault in failed:
        show.error(fault)
    return 1 if failed else 0


def _installed(name: str, *, force: bool, quiet: bool) -> list[Found]:
    """Install what one word of the command line means: a file, an address or a pair."""
    if os.path.exists(name) or (name.endswith(".argosmodel") and "://" not in name):
        return [place(Path(name), {"origin": Path(name).name}, force=force)]
    if "://" in name:
        return [_downloaded(name, [name], force=force, quiet=quiet)]
    source, _, target = name.replace("→", "-").partition("-")
    if not (source.isalpha() and target.isalpha()):
        raise UsageError(
            f"'{name}' is neither a file nor a pair of languages.",
            hint="For example: dwibahasa models install id-en, or: models install FILE.argosmodel",
            slug="what-model",
        )
    here = {(p.source_lang, p.target_lang) for p in available()[0] if p.place == "installed"}
    way = index.wanted(_index(), source, target)
    new = [offer for offer in way if force or (offer.source_lang, offer.target_lang) not in here]
    if not new:
        raise ModelError(
            f"{' and '.join(o.pair for o in way)} is installed already.",
            hint="Use --force to install it anew, or 'dwibahasa models verify' to check it.",
            slug="model-exists",
        )
    return [_downloaded(o.pair, o.links, force=force, quiet=quiet) for o in new]


def _downloaded(title: str, links: Sequence[str], *, force: bool, quiet: bool) -> Found:
    """Fetch a package from the first of its addresses that gives it, and install it."""
    with tempfile.TemporaryDirectory(prefix="dwibahasa-download-") as room, _bar(quiet) as bar:
        archive = Path(room) / "package.argosmodel"
        task = bar.add_task(title, total=None)
        fault: UserError | None = None
        for link in (link for link in links if "://" in link):
            try:
                digest = network.fetch(
                    link,
                    archive,
                    most=limit("download"),
                    report=lambda done, total: bar.update(
                        task, completed=done, total=total or None
                    ),
                )
                return place(archive, {"origin": link, "archive": digest}, force=force)
            except UserError as error:
                fault = error
                if error.slug not in ("no-network", "insecure-address"):
                    raise
    raise fault or ModelError(
        f"The index names no address for {title}.",
        hint="Get the .argosmodel file elsewhere and run: dwibahasa models install FILE",
        slug="not-offered",
    )


def _index() -> list[index.Offer]:
    address = str(argos().settings.remote_package_index)
    with tempfile.TemporaryDirectory(prefix="dwibahasa-index-") as room:
        path = Path(room) / "index.json"
        network.fetch(address, path, most=index.MAX_BYTES)
        return index.parse(path.read_bytes(), address)


def verify(names: Sequence[str], *, as_json: bool) -> int:
    """Compare and try models; 1 if one is not as it was or does not work."""
    meant = [package for name in names for package in named(name)] if names else available()[0]
    rows = [(package, *_state(package)) for package in meant]
    if as_json:
        told = [
            _row(package) | {"ok": not faults, "recorded": recorded, "faults": faults}
            for package, recorded, faults in rows
        ]
        say.data({"models": told})
    else:
        for package, recorded, faults in rows:
            how = "as installed, and works" if recorded else "works (no hashes were written down)"
            say.line(f"{'FAIL' if faults else 'ok  '}  {package.pair}  {package.path}")
            say.line(*(f"      {told}" for told in faults or [how]))
        if any(faults for _, _, faults in rows):
            print("Install what failed anew: dwibahasa models install … --force", file=sys.stderr)
    return 1 if any(faults for _, _, faults in rows) else 0


def _state(package: Found) -> tuple[bool, list[str]]:
    """Whether hashes are known, and what is wrong with a package."""
    if package.place == "embedded":
        recorded = hashes.of_distribution(package.path)
    else:
        recorded = (hashes.read(package.path) or {}).get("files", {})
    faults = hashes.differences(package.path, recorded) if recorded else []
    try:
        try_out(package)
    except ModelError as error:
        faults.append(error.message)
    return bool(recorded), faults


def remove(name: str, *, sure: bool) -> int:
    """Delete an installed model, after a question on a terminal."""
    meant = named(name)
    removable = [package for package in meant if package.place == "installed"] or meant[:1]
    if len(removable) > 1:
        raise UsageError(
            f"'{name}' means {len(removable)} models.",
            hint=f"Name its folder: {', '.join(p.path.name for p in removable)}.",
            slug="which-model",
        )
    if removable[0].place == "installed" and not sure:
        if not sys.stdin.isatty():
            raise UsageError(
                f"Removing {removable[0].path} has to be confirmed.",
                hint="Say so with --yes.",
                slug="confirm-removal",
            )
        if input(f"Delete {removable[0].path}? [y/N] ").strip().lower() not in ("y", "yes"):
            return 1
    delete(removable[0])
    say.line(f"{removable[0].path} is deleted.")
    return 0


def info(name: str, *, as_json: bool) -> int:
    """Print what is known of one model, or of all that the name means."""
    rows = [_row(package) | _details(package) for package in named(name)]
    if as_json:
        say.data({"models": rows})
        return 0
    for row in rows:
        for key, value in row.items():
            say.line(f"{key:<12} {value}")
        say.line("")
    return 0


def _row(package: Found) -> dict[str, Any]:
    return {
        "from": package.source_lang,
        "to": package.target_lang,
        "version": package.version,
        "place": package.place,
        "terms": package.markup is not None,
        "fingerprint": package.fingerprint(),
        "path": str(package.path),
    }


def _details(package: Found) -> dict[str, Any]:
    size = sum(path.stat().st_size for path in package.path.rglob("*") if path.is_file())
    recorded = hashes.read(package.path) or {}
    cards = [path for path in sorted(package.path.iterdir()) if path.suffix in (".md", ".txt")]
    return {
        "megabytes": round(size / 1e6, 1),
        "origin": recorded.get(
            "origin", "part of dwibahasa" if package.place == "embedded" else ""
        ),
        "archive": recorded.get("archive", ""),
        "card": ", ".join(str(path) for path in cards),
    }


@contextmanager
def _bar(quiet: bool) -> Iterator[Progress]:
    """A bar for a download on stderr; nothing if `quiet` or if stderr is no terminal."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=quiet or not sys.stderr.isatty(),
        transient=True,
    ) as bar:
        yield bar
