"""Opens a PDF in a process of its own, within bounds of time and memory, so that no file can take the program down."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from models.awaited import ask, told_by
from models.reading.pdf.glyphs import Page, Refused, kept_of_pages, pages_of

MOST_BYTES = 100 << 20
_FIRST_SECONDS, _SECONDS_A_PAGE, _SECONDS_A_LETTER = 1.2, 0.1, 0.000_15
"""Of the processor: on a quiet machine a letter takes 0.000 005 to 0.000 01, and one from right to left that is drawn
alone, as our own pages have them, 0.000 025."""
_MOST_SECONDS = 100
_MOST_MEMORY = 400 << 20
_LONGEST = 180  # seconds by the clock, for machines that are busy with other things
_TICK = 0.02
_STATM = Path("/proc/self/statm")  # of Linux, in pages of memory
_ONE_AT_A_TIME = threading.Lock()  # PDFium knows no threads
_SLOW, _LARGE = 83, 84
_START = "import sys; sys.path[:] = sys.argv[1:]; from models.reading.pdf.apart import answer; answer()"


def glyph_pages(data: bytes) -> list[Page]:
    """The pages of a PDF with the places of their letters; raises Refused.

    Beside the reasons of `pages_of`: heavy (too many bytes), slow (it takes too long), large (too much memory),
    broke (PDFium itself).
    """
    if len(data) > MOST_BYTES:
        raise Refused("heavy")
    if getattr(sys, "frozen", False) or not sys.executable:
        with _ONE_AT_A_TIME:
            return pages_of(data, lambda _page, _letters: ask())  # there is no interpreter to start
    root = str(Path(__file__).parents[3])
    command = [sys.executable, "-E", "-S", "-c", _START, root, *map(str, sys.path)]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=hidden
    ) as running:
        try:
            written = told_by(running, _LONGEST, data)
        except TimeoutError:
            raise Refused("slow") from None
    if running.returncode == _SLOW:
        raise Refused("slow")
    if running.returncode == _LARGE:
        raise Refused("large")
    if running.returncode:
        raise Refused("broke")
    try:
        told = list(map(_told, written.splitlines()))
    except ValueError:
        told = []
    if not told:
        raise Refused("broke")
    return told


def _told(line: bytes) -> Page:
    """A page as the other process writes it; raises Refused where it says why there is none."""
    ask()
    told = json.loads(line)
    if isinstance(told, str):
        raise Refused(told)
    width, height, spans, left = told
    return width, height, [tuple(span) for span in spans], tuple(left)


def answer() -> None:
    """The other process: reads a PDF from standard input and writes its pages, or the word of a refusal, as JSON, each
    on a line."""
    bounds = _Bounds()
    threading.Thread(target=bounds.watch, daemon=True).start()
    try:
        lines = kept_of_pages(sys.stdin.buffer.read(), _line, bounds.begun)
    except Refused as refused:
        lines = [_line(str(refused))]
    sys.stdout.buffer.write(b"\n".join(lines))
    sys.stdout.buffer.flush()
    os._exit(0)  # PDFium needs no farewell, and a thread of ours still watches


def _line(told: Page | str) -> bytes:
    return json.dumps(told, separators=(",", ":")).encode()


def seconds_for(page: int, letters: int) -> float:
    """How much of the processor may have been used up at the end of a page, counted from 1, behind so many letters."""
    return min(_FIRST_SECONDS + _SECONDS_A_PAGE * page + _SECONDS_A_LETTER * letters, _MOST_SECONDS)


class _Bounds:
    """How long the other process may work and how much memory it may take."""

    def __init__(self) -> None:
        self._seconds = _FIRST_SECONDS

    def begun(self, page: int, letters: int) -> None:
        """Longer texts may take longer, by what was read of them: what a file says of itself is no leave for more."""
        self._seconds = seconds_for(page, letters)

    def watch(self) -> None:
        """Ends the process where it takes too much; PDFium cannot be interrupted any other way."""
        while True:
            if time.process_time() > self._seconds:
                os._exit(_SLOW)
            if _memory() > _MOST_MEMORY:
                os._exit(_LARGE)
            time.sleep(_TICK)


def _memory() -> int:
    """The memory this process has, in bytes; 0 where the system does not say.

    What Linux calls the most a process has had begins with what the program that started it has.
    """
    try:
        return int(_STATM.read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        pass
    try:
        import resource
    except ImportError:  # Windows
        return 0
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else 0
