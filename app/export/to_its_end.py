"""A file that is being written is written to its end, whatever the window goes on to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.running.background import Background, Task
from models.dossier import Dossier

Made = TypeVar("Made")


def write_to_its_end(
    background: Background,
    path: Path,
    dossier: Dossier | None,
    write: Callable[[Task[Made]], Made],
    done: Callable[[Made], None],
    failed: Callable[[Exception], object] | None = None,
) -> None:
    """Write a file off the window's thread, in a lane of its own.

    What is exported next, or compared for the dialog meanwhile, leaves it to its end; so does a dossier that is closed.
    """
    leave = dossier.in_use() if dossier is not None else lambda: None

    def work(task: Task[Made]) -> Made:
        try:
            task.progress(None)
            return write(task)
        finally:
            leave()

    # It is begun in any case, so that the dossier is let go of.
    lane = f"writing {path}"
    background.run(work, done=done, failed=failed, words=f"Writing {path.name}", lane=lane, must=True)
