"""A short half that one side split off from a paragraph, which the other side deleted: it is asked about with the rest.

A comparison takes so short a half for new; in a merge it would stand though what it came from was deleted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.comparison.change import Change, Comparison
from models.draft import Draft
from models.merging.clusters import Tie
from models.merging.telling import telling_words

_KNOWN = 0.8
"""So large a share of the words of a half is in the whole."""


def half_ties(comparisons: tuple[Comparison, Comparison]) -> Iterator[Tie]:
    """Paragraphs that one side deleted, each with the halves that stand beside what the other made of it."""
    for side, (deleting, keeping) in enumerate((comparisons, comparisons[::-1])):
        came = {at: change for change in keeping.changes for at in change.new}
        kept = {change.old[0]: change for change in keeping.changes if len(change.old) == len(change.new) == 1}
        for gone in deleting.changes:
            change = kept.get(gone.old[0]) if len(gone.old) == 1 and not gone.new else None
            halves = (*_halves(keeping, change, came),) if change is not None else ()
            if halves:
                yield Tie(gone.old, ((), halves) if side == 0 else (halves, ()))


def _halves(comparison: Comparison, change: Change, came: Mapping[int, Change]) -> Iterator[int]:
    was, now = (_words(*one) for one in ((comparison.old, change.old[0]), (comparison.new, change.new[0])))
    for at in (change.new[0] - 1, change.new[0] + 1) if was != now else ():
        if at not in came or came[at].old:
            continue
        kinds = {comparison.new.paragraphs[place].kind for place in (at, change.new[0])}
        said = _words(comparison.new, at)
        if len(kinds) == 1 and said & (was - now) and len(said & was) >= _KNOWN * len(said):
            yield at


def _words(draft: Draft, at: int) -> set[str]:
    return {*telling_words(draft.paragraphs[at].text)}
