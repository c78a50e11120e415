"""Ranges that a reference cites, "paragraphs 3 to 5": after a step they take in the same paragraphs where they can."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from models.draft import Kind
from models.editing.edit import Entry

_LONGEST = 200
"""No range that takes in more paragraphs is followed but by its ends."""
_HEADS = (Kind.OPERATIVE, Kind.PREAMBULAR)


@dataclass(frozen=True, slots=True)
class Cited:
    """A range after a step: the keys of its ends, what it takes in though it did not, and what no longer."""

    first: int
    last: int
    more: tuple[int, ...] = ()
    less: tuple[int, ...] = ()


def taken_in(entries: Sequence[Entry], first: int, last: int) -> list[int] | None:
    """The positions of the paragraphs of a range, given by its ends; None where that is none that can be followed."""
    kind, level = entries[first].paragraph.kind, entries[first].paragraph.level
    if first >= last or last - first > 50 * _LONGEST:
        return None
    found: list[int] = []
    for at in range(first, last + 1):
        paragraph = entries[at].paragraph
        if paragraph.kind is kind and paragraph.level == level:
            found.append(at)
        elif kind is Kind.SUBPARAGRAPH and (paragraph.kind in _HEADS or paragraph.level < level):
            return None
    return found if found[-1] == last and len(found) <= _LONGEST else None


def cited_now(
    entries: Sequence[Entry], at: Mapping[int, int], was: Sequence[int], fresh: frozenset[int], own: int
) -> Cited | None:
    """How a range is to be cited that took in paragraphs given by their keys; None where its ends are left alone.

    `at` tells where each paragraph stands now, `fresh` are keys of those that are new, which it may take in, `own` is
    the position of what cites it, which it may not; a range that takes in its own paragraph is followed by its ends.
    """
    members = frozenset(was)
    if entries[own].key in members:
        return None
    places = sorted(at[key] for key in was if key in at)
    if len(places) < 2:
        return None
    between = taken_in(entries, places[0], places[-1])
    if between is None:
        return None
    strange = (one for one in between if entries[one].key not in members)
    others = [one for one in strange if one == own or entries[one].key not in fresh]
    if not others:
        return Cited(entries[places[0]].key, entries[places[-1]].key)
    runs = [list(run) for apart, run in groupby(between, lambda one: one in others) if not apart]
    run = [one for one in max(runs, key=len) if entries[one].key in members]
    left = [one for one in places if one not in run]
    if len(run) > 1 and (len(left) < len(others) or own in others):
        return Cited(entries[run[0]].key, entries[run[-1]].key, less=tuple(left))
    return Cited(entries[places[0]].key, entries[places[-1]].key, more=tuple(others))
