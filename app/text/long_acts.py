"""Long acts on a working text in the pools of the window: shown and to be cancelled as all that is worked out."""

from __future__ import annotations

from collections.abc import Callable

from app.running.background import Background
from widgets.writing.under_way import Carrier

Nothing = Callable[[], None]


def in_the_background(background: Background) -> Carrier:
    """What carries the long acts of a sheet."""

    def carry(work: Nothing, done: Nothing, cancelled: Nothing) -> Nothing:
        return background.run(
            lambda _task: work(),
            done=lambda _none: done(),
            unwanted=lambda _none: cancelled(),
            words="Working on the text",
            pool="acts",
            must=True,
        ).cancel

    return carry
