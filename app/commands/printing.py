"""Standard output and error: UTF-8 whatever the locale says, and quiet when the reader has gone."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator, Sequence

from models.telling.one_line import on_one_line


def ready_streams() -> None:
    """Output in UTF-8 also under LANG=C; what cannot be written in it is replaced, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Prints a text and a line feed; nothing more is printed, and nothing said, once the reader has gone.

    Errors: OSError, as where the disk is full; then too nothing more is printed.
    """
    if sys.stdout is None:  # closed by the caller
        return
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
    except OSError:
        _hush()
        raise


def complain(sentence: str) -> None:
    """One line on standard error."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"adref: {on_one_line(' '.join(sentence.split()))}", file=sys.stderr, flush=True)


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows as lines, the cells of a column below each other; a column without words is left out."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True) if width)
        yield "  ".join(cells).rstrip()


def on_a_terminal() -> bool:
    """Whether standard output is a terminal that wants colours (see no-color.org)."""
    if sys.stdout is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


# Control characters of a file's text would steer the terminal; a tab is as wide as it likes.
_CONTROLS = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"}
_CONTROLS[0x09] = " "


def printable(text: str) -> str:
    """A text of a file as it may be shown in a terminal: no control characters but line feeds."""
    return text.translate(_CONTROLS)


def _hush() -> None:
    """Points standard output nowhere, so that Python's own last flush does not complain either."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
