"""The program `adref`: a command goes to the command line, everything else to the window."""

from __future__ import annotations

import atexit
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

USAGE_TROUBLE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run `adref` and give the exit status. Qt is imported for the window alone."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and not _for_the_window(arguments):
        if argv is None:
            _search_nothing()
        from app.commands import run

        return run(arguments)
    return _window(arguments)


def _search_nothing() -> None:
    """Spares this process the searches for dead rings of objects, and the last ones, when all of it goes anyway.

    They were a sixth of the time of a short command and a twentieth of a long one. What is read leaves no rings: 250
    Word files one after the other take as much memory without any search.
    """
    gc.disable()
    atexit.register(gc.freeze)


def _for_the_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments name no command: options of the window, or files."""
    first = arguments[0]
    if first in ("--sample", "--self-test"):
        return True
    if first.startswith("-"):
        return False
    from app.commands.group import adref

    if first in adref.commands or first in adref.list_commands(None):  # type: ignore[arg-type]
        return False
    return any(Path(one).exists() or Path(one).suffix or len(Path(one).parts) > 1 for one in arguments)


def _window(arguments: Sequence[str]) -> int:
    from app.without_display import compare_sample, no_display

    if "--self-test" in arguments:
        from app.starting import self_test

        return self_test()
    if no_display():
        say = "There is no display here, so the window cannot open"
        if "--sample" in arguments:
            print(f"{say}; the sample is compared in the terminal instead.", file=sys.stderr)
            return compare_sample(Path.cwd())
        print(f"{say}; “adref --help” tells what can be done in the terminal.", file=sys.stderr)
        return USAGE_TROUBLE
    from app.starting import run_window

    files = [Path(one).absolute() for one in arguments if not one.startswith("-")]
    return run_window(files, sample="--sample" in arguments)


if __name__ == "__main__":
    sys.exit(main())
