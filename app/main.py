"""The program `adref`: a command goes to the command line, everything else to the window."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

USAGE_TROUBLE = 2
BEGINNINGS = ("--sample", "--new-window", "--behind")
"""How the window can begin, but for files: with the sample, with nothing, as one more of those that were open."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `adref` and give the exit status. Qt is imported for the window alone."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and not _for_the_window(arguments):
        from app.commands.running import run
        from models.second_process import allow

        if argv is not None:
            return run(arguments)
        # The searches for dead rings of objects were a sixth of the time of a short command and a twentieth of a long
        # one. What is read leaves no rings: 250 Word files one after the other take as much memory without them.
        gc.disable()
        allow()
        status = run(arguments)
        _end(status)
        return status
    return _window(arguments)


def _end(status: int) -> None:
    """End this process without taking down what it holds, object by object: all of it goes anyway.

    What was to be done at the end is done. Where something can no longer be printed, or Qt was at work, this returns
    and Python ends as it does.
    """
    if "PySide6" in sys.modules:
        return
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):  # none where it was closed before the program began
            stream.flush()
    except (OSError, ValueError):
        return
    atexit._run_exitfuncs()
    os._exit(status)


def _for_the_window(arguments: Sequence[str]) -> bool:
    """Whether the first argument is a file or an option of the window; a bare word that is neither is a command."""
    first = arguments[0]
    if first in (*BEGINNINGS, "--self-test"):
        return True
    if first.startswith("-"):
        return False
    from app.commands.group import adref

    if first in adref.commands or first in adref.list_commands(None):  # type: ignore[arg-type]
        return False
    path = Path(first)
    return bool(path.suffix) or len(path.parts) > 1 or path.exists()


def _window(arguments: Sequence[str]) -> int:
    from app.running.loading import load_plainly
    from app.running.what_stays import making_what_stays
    from app.without_display import compare_sample, no_display

    if "--self-test" in arguments:
        load_plainly()
        from app.starting import self_test

        return self_test()
    if no_display():
        say = "There is no display here, so the window cannot open"
        if "--sample" in arguments:
            print(f"{say}; the sample is compared in the terminal instead.", file=sys.stderr)
            return compare_sample(Path.cwd())
        print(f"{say}; “adref --help” tells what can be done in the terminal.", file=sys.stderr)
        return USAGE_TROUBLE
    with making_what_stays():  # to search all that is loaded, of which nothing goes, was a tenth of the start
        load_plainly()
        from app.starting import run_window

    files = [Path(one).absolute() for one in arguments if not one.startswith("-")]
    how = next((one.removeprefix("--") for one in BEGINNINGS if one in arguments), "")
    return run_window(files, how=how)


if __name__ == "__main__":
    sys.exit(main())
