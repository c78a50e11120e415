"""Places are looked at for so long and no longer: a folder of a network that is gone may never answer. No Qt."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from models.draft import DraftError

Answer = TypeVar("Answer")

_PATIENCE, LONG = 1.0, 5.0
"""Seconds: while somebody looks on, and for a file that was asked for and that nothing waits for."""
_MOMENT = 0.05
"""Seconds that an end may take unseen."""
_silent: dict[Path, Future[object]] = {}
"""The looks at places that did not answer in time: nobody looks there again before that one comes back."""


def answer_of(path: Path, look: Callable[[Path], Answer], otherwise: Answer, seconds: float = _PATIENCE) -> Answer:
    """What a look at a path comes to, `otherwise` where it does not answer in time or the system cannot look."""
    return answers_of((path,), look, otherwise, seconds)[0]


def answers_of(
    paths: Sequence[Path], look: Callable[[Path], Answer], otherwise: Answer, seconds: float = _PATIENCE
) -> list[Answer]:
    """The same of several, which are looked at all at once."""
    end = time.monotonic() + seconds
    asked = {path: _ask(partial(look, path)) for path in dict.fromkeys(paths) if not _is_silent(path)}
    for path, found in asked.items():
        if not wait([found], max(0.0, end - time.monotonic())).done:
            _silent[path] = found  # type: ignore[assignment]  # of which only is asked whether it is done
    return [_result(asked[path], otherwise) if path in asked else otherwise for path in paths]


def _result(found: Future[Answer], otherwise: Answer) -> Answer:
    """What a look came to; that a share is unknown or a folder closed to one is no answer either."""
    try:
        return found.result() if found.done() else otherwise
    except OSError:
        return otherwise


def _is_silent(path: Path) -> bool:
    before = _silent.get(path)
    return before is not None and not before.done()


def as_long_as_wanted(look: Callable[[], Answer], wanted: Callable[[], object]) -> Answer:
    """What a look comes to, however long it takes; `wanted` raises once nobody waits for it."""
    found = _ask(look)
    while not wait([found], _MOMENT).done:
        wanted()
    return found.result()


def _ask(look: Callable[[], Answer]) -> Future[Answer]:
    found: Future[Answer] = Future()

    def ask() -> None:
        try:
            found.set_result(look())
        except BaseException as error:
            found.set_exception(error)

    # A thread of its own that nothing waits for, the end of the program neither: a pool would be held by it.
    threading.Thread(target=ask, daemon=True).start()
    return found


def expect_answer(path: Path) -> None:
    """Have a file answer before it is opened, which may take ever so long elsewhere. Errors: DraftError."""
    if not answer_of(path, _looked_at, otherwise=False, seconds=LONG):
        raise DraftError(f"“{path.name}” does not answer; the share or disk it lies on may be gone. Try again later.")


def _looked_at(path: Path) -> bool:
    with suppress(OSError, ValueError):  # which is an answer; whoever opens it says what is wrong
        path.stat()
    return True
