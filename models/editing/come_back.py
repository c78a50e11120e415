"""Paragraphs that were cut and are put in again elsewhere: what was meant by them, and what they meant, goes on.

Whatever road their words come back by, a paragraph that reads as one that went is that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from models.draft import Kind
from models.editing.before import Before
from models.editing.edit import Entry

if TYPE_CHECKING:
    from models.editing.step import Step
    from models.editing.working import WorkingText

Keys = tuple[int | None, ...]
_MOST = 1_000
"""So many paragraphs that went are remembered, the last ones."""
_ENDS = " ,;:.\u00a0"


class Gone(NamedTuple):
    """A paragraph that went, the keys of what each of its references meant, and its new key if it came back."""

    entry: Entry
    meant: tuple[Keys, ...]
    back: int | None = None


_GONE: WeakKeyDictionary[WorkingText, dict[int, Gone]] = WeakKeyDictionary()


def carry(one: WorkingText, other: WorkingText) -> None:
    """Which paragraphs went from a text is known of a copy of it too."""
    _GONE[other] = dict(_GONE.get(one, {}))


def came_back(step: Step, before: Before) -> dict[int, Gone]:
    """By its new key, each paragraph that a step put in and that had gone before."""
    gone = _GONE.get(step.working)
    if not gone:
        return {}
    here = step.working.entries[before.start : before.end]
    fresh = [entry for entry in here if entry.key not in before.within and entry.length]
    by_words = {_words(one.entry): one for one in gone.values()} if fresh else {}
    found = {entry.key: by_words[_words(entry)] for entry in fresh if _words(entry) in by_words}
    count = Counter(one.entry.key for one in found.values())
    return {key: one for key, one in found.items() if count[one.entry.key] == 1 and not _is_there(step, one)}


def remember(
    step: Step, before: Before, back: Mapping[int, Gone], meant: Callable[[Entry, int], Iterable[Keys]]
) -> None:
    """Remember the paragraphs that a step took out; `meant` gives what their references meant, by where they stood.

    What came `back` is meant by its new key from now on.
    """
    gone = _GONE.setdefault(step.working, {})
    now = {one.entry.key: key for key, one in back.items()}
    for key, one in tuple(gone.items()) if now else ():
        gone[key] = Gone(one.entry, renamed(one.meant, now), now.get(key, one.back))
    here = {entry.key for entry in step.working.entries[before.start : before.end]}
    went = [key for key in before.within if key not in here][-_MOST:]
    for key in went:
        entry = before.entries[before.within[key]]
        if entry.length:
            gone.pop(key, None)
            gone[key] = Gone(entry, tuple(meant(entry, before.within[key])))
    for key in tuple(gone)[: max(0, len(gone) - _MOST)]:
        del gone[key]


def renamed(meant: Iterable[Keys], now: Mapping[int, int]) -> tuple[Keys, ...]:
    """What references meant, with the new keys of those that came back."""
    return tuple(tuple(None if key is None else now.get(key, key) for key in keys) for keys in meant)


def _words(entry: Entry) -> tuple[Kind, str]:
    """What a paragraph is known by: its last mark, and an "and" behind that, follow from its place."""
    return entry.paragraph.kind, entry.text.removesuffix(" and").rstrip(_ENDS)


def _is_there(step: Step, one: Gone) -> bool:
    """Whether a paragraph stands in the text all the same, as after undoing, or since it came back."""
    return any(key is not None and step.working.has(key) for key in (one.entry.key, one.back))
