"""What references that no figure follows meant before a step, and what is told where they mean another paragraph."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from models.comparison.references.unfollowed import Unfollowed
from models.editing.edit import Entry
from models.editing.references.before import Before
from models.editing.references.meant import Meant, unfollowed
from models.editing.references.referring_notes import NoteEntry, note_of
from models.editing.references.remembered import ELSEWHERE, Held, Keys, Known, renamed, words_of
from models.editing.references.targets import Targets
from models.editing.references.unfollowed import State, same_words, strayed

if TYPE_CHECKING:
    from models.editing.references.following import Following
    from models.editing.step import Step
    from models.editing.working import WorkingText


def tell_unfollowed(step: Step, before: Before, following: Following, of: Collection[int] | None = None) -> Known:
    """Look at all such references of a text after a step, or at those `of` some paragraphs and notes, and tell of those
    that mean another paragraph now; gives what they meant."""
    working, then = step.working, following.meant
    known = working.remembered.astray
    states = State(then.targets), State(following.now)
    found: dict[int, Held] = {}
    brought = step.brought.unfollowed
    for entry, stood, is_at in _all(step, before, then, states):
        if of is not None and entry.key not in of:
            continue
        signs = words_of(entry)
        remembered = known[entry.key].of(signs) if entry.key in known else {}
        came = brought[entry.key].of(signs) if entry.key in brought else {}
        lost: dict[int, Keys] = {}
        for number, one in enumerate(entry.unfollowed):
            if isinstance(entry, NoteEntry) and entry.may_be_of_another(one, working.entries[is_at]):
                continue
            was = _meant_before(then, states[0], entry, stood, number)
            if was is None:
                was = came.get(number)
            meant = renamed((remembered[number],), then.now)[0] if number in remembered else was
            if meant is None:
                continue
            # After undoing it may have been right again before the step.
            told = was is None or bool(strayed(one, meant, was, then.was_there))
            now = states[1].meant(is_at, one)
            away = strayed(one, meant, now, working.has)
            if away or (number in remembered and _is_another_in_the_base(working, entry, one, now)):
                lost[number] = meant
            if away and not told and entry.key not in step.kept:
                words, key = away[0]
                at = following.at.get(key)
                now_called = (working.label(at) or "a paragraph") if at is not None else None
                name, elsewhere = _name(working, entry, is_at), key == ELSEWHERE
                following.said.stays(name, words, now_called, sure=one.sure, elsewhere=elsewhere)
        if lost:
            found[entry.key] = Held(signs, lost)
    return found


def _is_another_in_the_base(working: WorkingText, entry: Entry, one: Unfollowed, now: Keys) -> bool:
    """Whether a reference that means again what it meant says something else where the base is read to the letter."""
    if not 0 <= entry.key < len(working.original) or one.words not in words_of(working.original[entry.key]):
        return False
    return bool(strayed(one, State(Targets(working.original)).meant(entry.key, one), now, working.has))


def _meant_before(then: Meant, state: State, entry: Entry, stood: int | None, number: int) -> Keys | None:
    """What such a reference meant before the step where its paragraph stood, or another that was joined to it."""
    if isinstance(entry, NoteEntry):
        return None if stood is None else renamed([state.meant(stood, entry.unfollowed[number])], then.joined)[0]
    place = then.same_place(entry, stood, number, unfollowed)
    if place is None:
        return None
    return renamed([state.meant(place[0], state.targets.entries[place[0]].unfollowed[place[1]])], then.joined)[0]


def _name(working: WorkingText, holder: Entry, at: int) -> str:
    note = note_of(holder.key)
    return f"footnote {working.mark(note)}" if note is not None else working.label(at) or "a paragraph"


def _all(step: Step, before: Before, then: Meant, states: Sequence[State]) -> Iterator[tuple[Entry, int | None, int]]:
    """Each paragraph, and note as an entry, with such references, and where it stood, or was cited, and stands."""
    working = step.working
    for first, part in zip(working.stretches.starts, working.stretches.parts, strict=True):
        for offset in part.unfollowed:
            is_at, entry = first + offset, part.entries[offset]
            yield entry, before.position(entry.key, is_at), is_at
    for note, entry in working.noted.referring.by_id.items():
        place = states[1].targets.citing(note) if entry.unfollowed else None
        if place is not None:
            was = then.note_before(note, entry)
            yield entry, states[0].targets.citing(note) if was is not None and same_words(was, entry) else None, place
