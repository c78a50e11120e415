"""A file that is being written is written to its end, whatever the window goes on to, unless the user gives it up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.commands.writing import Put, write_beside_then_replace
from app.running.background import Background, Cancelled, Task
from models.dossier import Dossier

Made = TypeVar("Made")


def write_to_its_end(
    background: Background,
    path: Path,
    dossier: Dossier | None,
    write: Callable[[Task[Made], Put], Made],
    done: Callable[[Made], None],
    failed: Callable[[Exception], object] | None = None,
) -> Task[Made]:
    """Write a file off the window's thread, in a lane of its own.

    What is exported next, or compared for the dialog meanwhile, leaves it to its end; so does a dossier that is closed.
    `write` puts what is ready at its place by what it is given, which does so only as long as nobody gave it up and
    nothing newer is written there; once that is done it is told, whoever gives it up afterwards.
    """
    leave = dossier.in_use() if dossier is not None else lambda: None

    def work(task: Task[Made]) -> Made:
        try:
            task.progress(None)
            return write(task, lambda place, data: _put(task, place, data))
        finally:
            leave()

    # It is begun in any case, so that the dossier is let go of.
    lane = f"writing {path}"
    return background.run(work, done=done, failed=failed, words=f"Writing {path.name}", lane=lane, must=True)


def _put(task: Task[Made], place: Path, data: bytes) -> None:
    if task.given_up or task.superseded:
        raise Cancelled
    write_beside_then_replace(place, data)
