"""The way in, for ``dwibahasa`` as for ``python -m translate.cli``.

The rest is imported within, so that Ctrl-C ends the program as cleanly in its first moments.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

__all__ = ["run"]

INTERRUPTED = 130


def run() -> None:
    """The program."""
    try:
        import_module("translate.cli.app").run()
    except KeyboardInterrupt:
        print("Interrupted.", file=sys.stderr, flush=True)
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    run()
