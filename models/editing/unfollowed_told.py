"""What references that no figure follows meant before a step, and what is told where they mean another paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple
from weakref import WeakKeyDictionary

from models.editing.before import Before
from models.editing.come_back import renamed
from models.editing.meant import Meant
from models.editing.unfollowed import State, Unfollowed, same_words, strayed

if TYPE_CHECKING:
    from models.editing.following import Following
    from models.editing.step import Step
    from models.editing.working import WorkingText

Holder = tuple[Literal["paragraph", "note"], int]
"""What says it: a paragraph by its key, or a note by its id."""
Keys = tuple[int | None, ...]


class Astray(NamedTuple):
    """A reference that means another paragraph than it did: what it is, and what it meant."""

    one: Unfollowed
    meant: Keys


_ASTRAY: WeakKeyDictionary[WorkingText, dict[tuple[Holder, int], Astray]] = WeakKeyDictionary()


def carry(one: WorkingText, other: WorkingText) -> None:
    """What references of a text meant is known of a copy of it too."""
    _ASTRAY[other] = dict(_ASTRAY.get(one, {}))


def tell_unfollowed(step: Step, before: Before, following: Following) -> None:
    """Look at all such references of a text after a step, and tell of those that mean another paragraph now."""
    working, then = step.working, following.meant
    known = _ASTRAY.get(working, {})
    states = State(then.targets), State(following.now)
    found: dict[tuple[Holder, int], Astray] = {}
    for holder, number, one, was_at, is_at in _all(step, before, then, states):
        place = holder, number
        remembered = known.get(place)
        if remembered is not None and remembered.one.words == one.words:
            meant = renamed((remembered.meant,), then.now)[0]
        elif was_at is not None:
            meant = states[0].meant(was_at, one)
        else:
            continue
        # After undoing it may have been right again before the step.
        told = was_at is None or bool(strayed(one, meant, states[0].meant(was_at, one), then.was_there))
        lost = strayed(one, meant, states[1].meant(is_at, one), working.has)
        if not lost:
            continue
        found[place] = Astray(one, meant)
        if not told and not (holder[0] == "paragraph" and holder[1] in step.kept):
            words, key = lost[0]
            at = following.at.get(key)
            now_called = (working.label(at) or "a paragraph") if at is not None else None
            following.said.stays(_name(working, holder, is_at), words, now_called, sure=one.sure)
    _ASTRAY[working] = found


def astray(working: WorkingText) -> dict[tuple[Holder, int], Astray]:
    """The references that mean another paragraph than they did when they were written, as the last step left them."""
    return _ASTRAY.get(working, {})


def _name(working: WorkingText, holder: Holder, at: int) -> str:
    if holder[0] == "note":
        return f"footnote {working.mark(holder[1])}"
    return working.label(at) or "a paragraph"


def _all(
    step: Step, before: Before, then: Meant, states: Sequence[State]
) -> Iterator[tuple[Holder, int, Unfollowed, int | None, int]]:
    """Each such reference: whose, the how manieth of it, and where its paragraph stood and stands."""
    working = step.working
    for first, part in zip(working.stretches.starts, working.stretches.parts, strict=True):
        for offset in part.unfollowed:
            is_at, entry = first + offset, part.entries[offset]
            was_at = before.position(entry.key, is_at)
            if was_at is not None and not same_words(before.entries[was_at], entry):
                was_at = None
            for number, one in enumerate(entry.unfollowed):
                yield ("paragraph", entry.key), number, one, was_at, is_at
    for note, entry in working.noted.referring.by_id.items():
        place = states[1].targets.citing(note) if entry.unfollowed else None
        if place is not None:
            was = then.note_before(note, entry)
            was_at = states[0].targets.citing(note) if was is not None and same_words(was, entry) else None
            for number, one in enumerate(entry.unfollowed):
                yield ("note", note), number, one, was_at, place
