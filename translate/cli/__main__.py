"""``python -m translate.cli`` is the same as ``dwibahasa``."""

from translate.cli.app import run

if __name__ == "__main__":
    run()
