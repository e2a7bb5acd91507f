"""What the documents say is what the program does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from manual.man import man
from manual.reference import reference
from translate import registry
from translate.checks import table as checks
from translate.cli.app import app

ROOT = Path(__file__).parent.parent
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
]
CODE = "\n".join(
    path.read_text("utf-8")
    for package in ("glossary", "translate", "exports")
    for path in sorted((ROOT / package).rglob("*.py"))
)


def commands() -> list[tuple[str, typer.core.TyperCommand]]:
    root = get_command(app)
    found = []
    for name, command in root.commands.items():  # type: ignore[attr-defined]
        children = getattr(command, "commands", None)
        found += (
            [(f"{name} {n}", c) for n, c in children.items()] if children else [(name, command)]
        )
    return found


def test_every_error_is_explained_in_messages_and_every_explanation_is_of_an_error() -> None:
    told = set(
        re.findall(r"^### ([a-z-]+)$", (ROOT / "docs" / "messages.md").read_text("utf-8"), re.M)
    )
    raised = set(re.findall(r'slug="([a-z-]+)"', CODE))
    assert told == raised


def test_every_finding_stands_in_the_table_of_checks() -> None:
    assert set(re.findall(r'Finding\(\s*"([a-z]+)"', CODE)) <= set(checks.names())


def test_every_finding_is_listed_in_messages() -> None:
    rows = re.findall(
        r"^\| `([a-z]+)` \| (\w) \| (\w+) \|",
        (ROOT / "docs" / "messages.md").read_text("utf-8"),
        re.M,
    )
    assert rows == [(entry.name, entry.letter, entry.severity.value) for entry in checks.TABLE]


@pytest.mark.parametrize("name", [name for name, _ in commands()])
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"dwibahasa {name}" in (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "command"), commands())
def test_every_command_and_option_has_a_help_text(
    name: str, command: typer.core.TyperCommand
) -> None:
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), f"{name} {parameter.name}"


def test_every_option_of_translate_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    translate = dict(commands())["translate"]
    options = [
        opt for p in translate.params for opt in p.opts if opt.startswith("--") and opt != "--help"
    ]
    assert [option for option in options if option not in readme and option != "--out"] == []


@pytest.mark.parametrize("name", ["translate", "export"])
def test_the_help_and_the_page_of_settings_name_every_format(name: str) -> None:
    known = set(registry.names(registry.EXPORTERS))
    option = next(p for p in dict(commands())[name].params if "--format" in p.opts)
    assert known <= set(re.findall(r"[\w-]+", getattr(option, "help", "")))
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith("| `format` |")]
    assert known <= set(re.findall(r"`([\w-]+)`", row))


@pytest.mark.parametrize(("name", "command"), commands())
def test_every_option_is_in_the_reference_under_its_command(
    name: str, command: typer.core.TyperCommand
) -> None:
    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    section = re.search(rf"^## dwibahasa {name}$(.*?)(?=^## |\Z)", page, re.M | re.S)
    assert section, f"{name} is not there: run make reference"
    shown = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", section[1]))
    wanted = {option.strip() for p in command.params for option in (*p.opts, *p.secondary_opts)} - {
        "",
        "--help",
        "-h",
    }
    assert {option for option in wanted if option.startswith("-")} <= shown


@pytest.mark.parametrize(
    ("path", "made"), [("docs/commands.md", reference), ("manual/dwibahasa.1", man)]
)
def test_what_is_made_from_the_program_is_as_it_would_be_made_now(
    path: str, made: Callable[[], str]
) -> None:
    assert (ROOT / path).read_text("utf-8") == made(), f"{path} is old: run make reference"


@pytest.mark.parametrize(
    ("shell", "variables", "answer"),
    [
        ("bash", {"COMP_WORDS": "dwibahasa review gu", "COMP_CWORD": "2"}, r"guide"),
        ("zsh", {"_TYPER_COMPLETE_ARGS": "dwibahasa review gu"}, r'"guide":'),
        (
            "fish",
            {
                "_TYPER_COMPLETE_ARGS": "dwibahasa review gu",
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            },
            r"^guide\t",
        ),
    ],
)
def test_a_shell_completes_commands(shell: str, variables: dict[str, str], answer: str) -> None:
    environment = os.environ | variables | {"_DWIBAHASA_COMPLETE": f"complete_{shell}"}
    code = "import sys; from translate.cli.app import app; app(prog_name='dwibahasa')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True
    )
    assert re.search(answer, done.stdout), done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_links_between_documents_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_every_page_is_in_the_navigation_of_the_site() -> None:
    listed = set(
        re.findall(r"^ +- [^:]+: (\S+[.]md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    )
    there = {page.removeprefix("docs/") for page in PAGES if page.startswith("docs/")}
    assert listed - {"index.md", "reviewer-guide.md", "reviewer-guide.id.md"} == there
