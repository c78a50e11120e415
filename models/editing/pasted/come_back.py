"""Paragraphs that were cut and are put in again elsewhere: what was meant by them, and what they meant, goes on.

Whatever road their words come back by, a paragraph that reads as one that went is that one. One that was copied before
it went lives on in its copy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from models.draft import Kind
from models.editing.edit import Entry
from models.editing.references.before import Before
from models.editing.references.remembered import MOST_GONE, AllGone, Gone, Keys, Range

if TYPE_CHECKING:
    from models.editing.step import Step

_ENDS = " ,;:.\u00a0"


def came_back(step: Step, before: Before) -> dict[int, Gone]:
    """By its new key, each paragraph that a step put in and that had gone before."""
    if step.working.remembered.gone.last is None:
        return {}
    here = step.working.entries[before.start : before.end]
    stood = {key for key, at in before.within.items() if before.entries[at].length}
    fresh = [entry for entry in here if entry.key not in stood]
    return {key: one for key, one in _gone_as(step, fresh).items() if not _is_there(step, one, key)}


def as_they_went(step: Step, new: Sequence[Entry]) -> list[Entry]:
    """Paragraphs that are about to be put in: one that reads as one that went, or stands empty now, has its key."""
    found = _gone_as(step, new)
    keys = {key for one in found.values() for key in (one.entry.key, one.back)}
    there = {entry.key for entry in step.working.entries if entry.length and entry.key in keys}
    old = {key: one.entry.key for key, one in found.items() if there.isdisjoint((one.entry.key, one.back))}
    return [replace(entry, key=old.get(entry.key, entry.key)) for entry in new]


def live_on_in_copies(step: Step) -> None:
    """Let what a step took out live on in the one new paragraph that reads as it: it was copied to there before."""
    working = step.working
    went = {one.key: one for splice in step.splices for one in splice.old if not working.has(one.key)}
    gone = [one for one in went.values() if one.came_from and one.length]
    fresh = [one for one in working.touched.values() if not one.came_from and one.length] if gone else []
    if not fresh:
        return
    alone = [words for words, count in Counter(map(_words, fresh)).items() if count == 1]
    living = {origin for one in working.touched.values() for origin in one.came_from}
    lost = [(_words(one), one) for one in gone if living.isdisjoint(one.came_from)]
    count = Counter(words for words, _ in lost)
    found = {words: one for words, one in lost if words in alone and count[words] == 1}
    if found:
        step.put_all(
            {
                at: replace(entry, came_from=found[_words(entry)].came_from)
                for at, entry in enumerate(working.entries)
                if not entry.came_from and entry.length and _words(entry) in found
            }
        )


def _gone_as(step: Step, fresh: Iterable[Entry]) -> dict[int, Gone]:
    """By its key, for each of some paragraphs that alone reads as one that went: how that went."""
    fresh = [entry for entry in fresh if entry.length]
    by_words = {_words(one.entry): one for one in tuple(step.working.remembered.gone)[::-1]} if fresh else {}
    found = {entry.key: by_words[_words(entry)] for entry in fresh if _words(entry) in by_words}
    count = Counter(one.entry.key for one in found.values())
    return {key: one for key, one in found.items() if count[one.entry.key] == 1}


def remember(
    step: Step,
    before: Before,
    back: Mapping[int, Gone],
    meant: Callable[[Entry, int], Iterable[Keys]],
    ranges: Mapping[int, set[Range]],
) -> AllGone:
    """Remember the paragraphs that a step took out; `meant` gives what their references meant, by where they stood, and
    `ranges` by their keys what took them in.

    What came `back` is meant by its new key from now on.
    """
    gone = step.working.remembered.gone
    now = {one.entry.key: key for key, one in back.items()}
    if now:
        gone = AllGone.of(tuple(one.renamed(now) for one in gone)[::-1])
    here = {entry.key for entry in step.working.entries[before.start : before.end]}
    went = [key for key in before.within if key not in here][-MOST_GONE:]
    entries = [before.entries[before.within[key]] for key in went]
    known = {one.entry.key: one for one in gone} if not all(one.length for one in entries) else {}
    # One that stood empty went as it read before.
    stood = [
        Gone(one, tuple(meant(one, before.within[one.key]))) if one.length else known[one.key]
        for one in entries
        if one.length or one.key in known
    ]
    found = [one._replace(ranges=one.ranges.union(ranges.get(one.entry.key, ()))) for one in stood]
    return gone.and_then(found) if found else gone


def _words(entry: Entry) -> tuple[Kind, str]:
    """What a paragraph is known by: its last mark, and an "and" behind that, follow from its place."""
    return entry.paragraph.kind, entry.text.removesuffix(" and").rstrip(_ENDS)


def _is_there(step: Step, one: Gone, now: int) -> bool:
    """Whether a paragraph that comes with a key stands in the text all the same, since it came back."""
    return any(key not in (None, now) and step.working.has(key) for key in (one.entry.key, one.back))
