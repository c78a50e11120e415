"""Acts that somebody waits for at the keys: where very many references would have to follow, nothing is done yet."""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from models.editing.step import Step
    from models.editing.working import WorkingText

_MANY = 40
"""To follow so many references takes some 30 milliseconds; to see that as many still say what they mean takes two."""
_SEEN = 16
"""So many that stand before what a step changes are seen to in the time in which one behind it follows."""
Given = TypeVar("Given")


class TooManyFollow(Exception):
    """Very many references would have to follow the first step of an act in haste; the text is as it was."""


def in_haste(act: Callable[[WorkingText], Given], working: WorkingText) -> Given:
    """Do an act at once, or not at all; raises TooManyFollow where its first step would be a long one."""
    outer = _hurried.set((working, working.version))
    try:
        return act(working)
    finally:
        _hurried.reset(outer)


_hurried: ContextVar[tuple[WorkingText, int] | None] = ContextVar("hurried", default=None)
"""The text on which an act is in haste, and its version before it: what was done once cannot be left undone."""


def give_up_if_many(step: Step) -> None:
    """Raise TooManyFollow where a step in haste may change the numbers that very many references name."""
    working, hurried = step.working, _hurried.get()
    if hurried is None or hurried[0] is not working or hurried[1] != working.version:
        return
    stretches = working.stretches
    first = stretches.at(max(0, min((splice.start for splice in step.splices), default=0) - 1))
    referring = [len(part.referring) for part in stretches.parts]
    paragraphs = sum(referring[:first]) // _SEEN + sum(referring[first:])
    if paragraphs + len(working.noted.referring.by_id) > _MANY:
        raise TooManyFollow
