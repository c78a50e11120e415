"""Long acts on a working text in the pools of the window: shown and to be cancelled as all that is worked out."""

from __future__ import annotations

from collections.abc import Callable

from app.running.background import Background, Task
from models.awaited import as_long_as
from models.draft import DraftError
from widgets.writing.under_way import Carrier

Nothing = Callable[[], None]


class _GivenUp(DraftError):
    """Told only to whoever has to have it done just as it is given up."""

    def __init__(self) -> None:
        super().__init__("Cancelled; nothing was changed.")


def in_the_background(background: Background) -> Carrier:
    """What carries the long acts of a sheet."""

    def carry(work: Nothing, done: Nothing, cancelled: Nothing) -> Nothing:
        def carried(task: Task[None]) -> None:
            def go_on() -> None:
                if task.cancelled:
                    raise _GivenUp

            as_long_as(go_on, work)  # what is pasted may be LibreOffice's to read

        return background.run(
            carried,
            done=lambda _none: done(),
            unwanted=lambda _none: cancelled(),
            words="Working on the text",
            pool="acts",
            must=True,
        ).cancel

    return carry
