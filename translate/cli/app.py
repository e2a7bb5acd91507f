"""The program: all commands in their order, and how it begins and ends."""

from __future__ import annotations

import gc
import os
import signal
import sys
from importlib import import_module
from types import FrameType
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from translate import offline
from translate.cli import say, show
from translate.cli.bundle import bundle_app
from translate.cli.check import check
from translate.cli.export import export
from translate.cli.glossary import glossary_app
from translate.cli.job import EXAMPLES, INTERRUPTED, translate
from translate.cli.memory import memory_app
from translate.cli.models import models_app
from translate.cli.models.calibrate import models_calibrate
from translate.cli.options import JsonOption, SettingsOption, wants_json
from translate.cli.review import review_app
from translate.errors import UserError

TERMINATED = 128 + signal.SIGTERM
_OBJECTS = 100_000  # new ones after which circles are looked for

ARTICLES, REVIEWS, MACHINE = "Articles", "Reviews and words", "This machine"


class InOrder(TyperGroup):
    """Commands in the order of the work, whether they stand alone or in families."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, by panel."""
        panels = (ARTICLES, REVIEWS, MACHINE)
        return sorted(self.commands, key=lambda name: panels.index(_panel(self.commands[name])))

    def invoke(self, ctx: Any) -> Any:
        """Run the command; its error goes to stdout, too, if that was to be read by a machine."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            if wants_json(ctx):
                say.data({"error": error.data})
            raise
        except KeyboardInterrupt:
            print("Interrupted.", file=sys.stderr)
            raise typer.Exit(INTERRUPTED) from None


def _panel(command: object) -> str:
    return str(getattr(command, "rich_help_panel", MACHINE))


app = typer.Typer(
    name="dwibahasa",
    cls=InOrder,
    help="Articles into side-by-side bilingual Word documents, offline, with terms pinned.",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        print(f"dwibahasa {import_module('importlib.metadata').version('dwibahasa')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Articles into side-by-side bilingual Word documents, offline, with terms pinned."""
    import_module("translate.cli.chosen").limits_for([])


def show_settings(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Articles whose settings are asked for.", metavar="[FILES]..."),
    ] = None,
    settings: SettingsOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show the settings that apply here, or to articles, and where each comes from."""
    import_module("translate.cli.chosen").show(files or [], settings, as_json=as_json)


def doctor(as_json: JsonOption = False) -> None:
    """Check that everything needed is there, and translate one sentence."""
    raise typer.Exit(import_module("translate.cli.inspect").examine(as_json=as_json))


app.command("translate", epilog=EXAMPLES, rich_help_panel=ARTICLES)(translate)
app.command("check", rich_help_panel=ARTICLES)(check)
app.command("export", rich_help_panel=ARTICLES)(export)
app.add_typer(review_app, name="review", rich_help_panel=REVIEWS)
app.add_typer(glossary_app, name="glossary", rich_help_panel=REVIEWS)
app.add_typer(memory_app, name="memory", rich_help_panel=REVIEWS)
models_app.command("calibrate")(models_calibrate)
app.add_typer(models_app, name="models", rich_help_panel=MACHINE)
app.add_typer(bundle_app, name="bundle", rich_help_panel=MACHINE)
app.command("settings", rich_help_panel=MACHINE)(show_settings)
app.command("doctor", rich_help_panel=MACHINE)(doctor)


def _terminated(number: int, frame: FrameType | None) -> None:
    """A polite kill ends the program like an error does: temporary files are removed."""
    sys.exit(TERMINATED)


def run() -> None:
    """The program; a user's mistake ends in one line and a hint, never in a traceback."""
    offline.refuse()
    # Next to nothing here refers to itself in a circle; to look for that at every 700 new objects,
    # as Python does by itself, takes some 6 % of a run. Memory is the same.
    gc.set_threshold(_OBJECTS)
    signal.signal(signal.SIGTERM, _terminated)
    say.any_encoding()
    code = _code()
    if code in (INTERRUPTED, TERMINATED):
        # Threads of the decoder still work off what was queued. Taking the interpreter down
        # under them aborts now and then; all that has to be tidied up has been.
        os._exit(code)
    sys.exit(code)


def _code() -> int:
    """What the program ends with, once all is printed."""
    code, fault = 0, None
    try:
        app()
    except UserError as error:
        show.error(error)
        code = error.exit_code
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BrokenPipeError:  # who read stdout has seen enough
        code = 1
    except OSError as error:
        if not say.is_full(error):
            raise
        fault = say.unwritable(error.strerror or "")
    fault = say.close() or fault
    if fault is not None:
        show.error(fault)
    return code or int(fault is not None)
