"""A file that is being written is written to its end, whatever the window goes on to, unless the user gives it up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from weakref import WeakValueDictionary

from app.files.writing import Put, write_beside_then_replace
from app.running.background import Background, Cancelled, Fate, Task
from models.dossier import Dossier
from models.dossier.incoming.importing import Progress

Made = TypeVar("Made")


class _Place:
    """Where files are written, of which the one that was begun last stays, however late an earlier one is ready."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        self._begun = self._there = 0

    def begin(self) -> int:
        """Another file is begun; its number."""
        self._begun += 1
        return self._begun

    def put(self, number: int, task: Task[Made], path: Path, data: bytes) -> None:
        """Put a file at its place. Errors: Cancelled, where a later one is there or the user gave this one up."""
        with self._one_at_a_time:
            given_up = task.fate is Fate.GIVEN_UP and number != self._there  # what is there is not given up any more
            if given_up or number < self._there:
                raise Cancelled
            write_beside_then_replace(path, data)
            self._there = number


_places: WeakValueDictionary[Path, _Place] = WeakValueDictionary()
"""Those where something is being written."""


def write_to_its_end(
    background: Background,
    path: Path,
    dossier: Dossier | None,
    write: Callable[[Progress, Put], Made],
    done: Callable[[Made], None],
    failed: Callable[[Exception], object] | None = None,
) -> Task[Made]:
    """Write a file off the window's thread.

    What is exported next, or compared for the dialog meanwhile, leaves it to its end; so does a dossier or a window
    that is closed. `write` tells its progress, and puts what is ready at its place, by what it is given, which goes on
    only as long as nobody gave it up and nothing newer is there; once that is done it is told, whoever gives it up
    afterwards.
    """
    leave = dossier.in_use() if dossier is not None else lambda: None
    place = _places.setdefault(path, _Place())
    number = place.begin()

    def work(task: Task[Made]) -> Made:
        def progress(share: float | None) -> None:
            if task.fate is Fate.GIVEN_UP:
                raise Cancelled
            task.share = share

        try:
            progress(None)
            return write(progress, lambda at, data: place.put(number, task, at, data))
        finally:
            leave()

    # It is begun in any case, so that the dossier is let go of.
    return background.run(work, done=done, failed=failed, words=f"Writing {path.name}", must=True)
