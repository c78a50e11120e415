"""Work off the window's thread: a pure function goes to a pool, its result or its error comes back to the window.

In one lane the latest wins: starting work there cancels what ran before and drops its result. Of the pools, which hold
nothing up that is in another, "dossier" has one thread, since a dossier is one file with one writer, and "journal"
another; in "acts" is what somebody waits for, and in "looks" what looks whether something is there, one look after the
other.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import Any, Generic, Literal, TypeVar, get_args

from PySide6.QtCore import QObject, Qt, QThread, QThreadPool, Signal

from app.running.answering import as_long_as_wanted
from app.running.report import Report
from models.awaited import as_long_as

Result = TypeVar("Result")

Pool = Literal["looks", "work", "acts", "journal", "dossier"]
"""In the order in which they are waited for when the program ends."""
_THREADS: dict[Pool, int] = {"looks": 1, "work": 2, "journal": 1, "dossier": 1}
"""At most; what is not here has one for each core."""


class Cancelled(Exception):
    """The user, or newer work in the same lane, no longer wants the result."""


class Fate(Enum):
    """What becomes of work: WANTED until it comes back and is TAKEN, unless STOPPED, or GIVEN_UP by the user, before.

    What was stopped can still be given up; only what is given up past its stopping is TAKEN after all. The window's
    thread alone changes this, so that two who do cannot meet; the work reads it, and `lasts` tells what it did since.
    """

    WANTED = "wanted"
    STOPPED = "stopped"
    GIVEN_UP = "given up"
    TAKEN = "taken"


class Task(Generic[Result]):
    """One piece of work on its way; the work calls `progress` with a share from 0 to 1, or None for no share."""

    def __init__(self, words: str, lane: str, *, may_last: bool = False) -> None:
        self.words = words
        self.lane = lane
        self.may_last = may_last
        """Whether it may be past stopping when the user gives it up: what became of it is known when it has ended."""
        self.fate = Fate.WANTED
        self.share: float | None = None
        self.started = time.monotonic()

    def progress(self, share: float | None = None) -> None:
        """Say how far the work is. Errors: Cancelled, which the work lets pass."""
        self.go_on()
        self.share = share

    def go_on(self) -> None:
        """Ask whether somebody waits for it yet. Errors: Cancelled."""
        if self.cancelled:
            raise Cancelled

    def cancel(self) -> None:
        """Ask the work to stop at its next `progress`; its result is dropped."""
        if self.fate is Fate.WANTED:
            self.fate = Fate.STOPPED

    def give_up(self) -> None:
        """Cancel it because the user says so; what is past stopping is taken all the same."""
        if self.fate is not Fate.TAKEN:
            self.fate = Fate.GIVEN_UP

    def take(self, *, stays: bool) -> None:
        """It came back; what `stays` was given up too late."""
        if self.fate is Fate.WANTED or (stays and self.fate is Fate.GIVEN_UP):
            self.fate = Fate.TAKEN

    @property
    def cancelled(self) -> bool:
        """Whether its result is wanted no more."""
        return self.fate in (Fate.STOPPED, Fate.GIVEN_UP)


class Background(QObject):
    """The pools of the window. Its signals and all callbacks come in the window's thread."""

    began = Signal(object)
    ended = Signal(object)
    _came_back = Signal(object)

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report
        # Qt's own threads: printing a PDF needs them.
        self._pools: dict[Pool, QThreadPool] = {pool: QThreadPool() for pool in get_args(Pool)}
        for pool, threads in _THREADS.items():
            self._pools[pool].setMaxThreadCount(threads)
        # Where the system listens to it: what was written goes to the file before all else that is worked out.
        self._pools["journal"].setThreadPriority(QThread.Priority.HighPriority)
        self._tasks: list[Task[Any]] = []
        self._came_back.connect(_call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Task[Result]], Result],
        *,
        done: Callable[[Result], None] | None = None,
        failed: Callable[[Exception], object] | None = None,
        unwanted: Callable[[Result], None] | None = None,
        lasts: Callable[[Result], bool] | None = None,
        words: str = "",
        lane: str = "",
        pool: Pool = "work",
        must: bool = False,
    ) -> Task[Result]:
        """Start work; exactly one of `done` and `failed` is called later, or none when it was cancelled.

        Where nobody says what a failure comes to, its trouble is told.
        What `must` be done is begun even when all is cancelled, and waited for when the program ends; where the user
        cancels it too late, it is done, and `done` is called.
        `unwanted` takes a result nobody wants any more, to close what it opened. Work without `words` is not shown.
        `lasts` says of a result whether it is there to stay: of work that is stopped as long as it can be.
        """
        if lane:
            self.stop(lane)
        task = Task[Result](words, lane, may_last=must or lasts is not None)
        self._tasks.append(task)
        self.began.emit(task)

        def carry() -> None:
            try:
                if must:
                    result = work(task)
                else:
                    task.progress(None)
                    result = as_long_as(task.go_on, partial(work, task))
            except Cancelled:
                self._bring_back(task)
            except Exception as error:
                self._bring_back(task, partial(failed or self.report.trouble, error), stays=must)
            else:
                stays = lasts(result) if lasts else must and unwanted is None
                drop = partial(unwanted, result) if unwanted else None
                self._bring_back(task, partial(done or _nothing, result), drop, stays=stays)

        self._pools[pool].start(carry)
        return task

    def look_at(
        self,
        look: Callable[[], Result],
        then: Callable[[Result], None],
        lane: str = "folder",
        words: str = "Looking whether the folder is there",
    ) -> None:
        """Look at a folder or files, which on a network may answer late, and go on with what is found.

        Once it is cancelled nothing waits for the answer, the end of the program neither.
        """
        self.run(lambda task: as_long_as_wanted(look, task.progress), done=then, words=words, lane=lane, pool="looks")

    def _bring_back(
        self,
        task: Task[Any],
        wanted: Callable[[], object] | None = None,
        unwanted: Callable[[], object] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """End a task in the window's thread, and do what comes of it there; what `stays` was cancelled too late."""

        def land() -> None:
            self._tasks.remove(task)
            if wanted is None:
                task.cancel()  # it stopped by itself
            cancelled = task.cancelled
            task.take(stays=stays)
            self.ended.emit(task)
            if cancelled and unwanted is not None:
                unwanted()
            elif task.fate is Fate.TAKEN and wanted is not None:
                wanted()

        self._came_back.emit(land)

    @property
    def tasks(self) -> tuple[Task[Any], ...]:
        """What is under way, oldest first."""
        return tuple(self._tasks)

    def stop(self, lane: str) -> None:
        """Cancel what runs in a lane."""
        for task in self._tasks:
            if task.lane == lane:
                task.cancel()

    def cancel_all(self) -> None:
        """Ask everything to stop."""
        for task in self._tasks:
            task.cancel()

    def close(self) -> None:
        """Cancel, and wait for what cannot stop half-way, such as a draft being kept."""
        self.cancel_all()
        for pool in self._pools.values():
            # What still waits is not cleared away: it ends as it begins, but for what must be done.
            pool.waitForDone()


def _call(callback: Callable[[], None]) -> None:
    callback()


def _nothing(_result: object) -> None:
    """What comes of work whose result nobody asks for."""
