"""The house rules that a machine can hold."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted(
    path
    for package in ("glossary", "translate", "exports")
    for path in (ROOT / package).rglob("*.py")
)
MAX_LINES = 300
MAX_FUNCTION = 40


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.fixture(params=SOURCES, ids=name)
def source(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_a_file_can_be_read_in_one_sitting(source: Path) -> None:
    assert len(source.read_text("utf-8").splitlines()) <= MAX_LINES


def test_a_file_opens_with_one_sentence(source: Path) -> None:
    docstring = ast.get_docstring(ast.parse(source.read_text("utf-8")))
    assert docstring, "no docstring"
    assert docstring.split("\n\n")[0].rstrip().endswith((".", ":", "?"))


def test_functions_are_short_and_catch_only_what_they_know(source: Path) -> None:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef):
            first = (
                node.body[0].lineno if ast.get_docstring(node) is None else node.body[0].end_lineno
            )
            assert first is not None
            body = (node.end_lineno or first) - first
            assert body <= MAX_FUNCTION, f"{node.name} is {body} lines long"
            assert node.args.kwarg is None, f"{node.name} takes **{node.args.kwarg}"
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in {"Exception", "BaseException", "everything"}, f"line {node.lineno}"


def test_only_the_command_line_prints(source: Path) -> None:
    if "cli" in source.parts:
        return
    calls = [n for n in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(n, ast.Call)]
    assert not [call for call in calls if ast.unparse(call.func) == "print"]


@pytest.mark.parametrize("word", ["utils", "helpers", "common", "misc"])
def test_no_file_is_named_for_nothing(word: str) -> None:
    assert not [name(path) for path in SOURCES if path.stem == word]


def test_the_top_level_is_as_agreed() -> None:
    agreed = {
        "glossary",
        "translate",
        "exports",
        "tests",
        "docs",
        "examples",
        "benchmarks",
        "manual",
        "training",
    }
    folders = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith(".")}
    made = {"out", "build", "dist", "dwibahasa.egg-info", "shared"}
    assert folders - made <= agreed
