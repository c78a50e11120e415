"""Neighbours that say the same: one that goes at one end of them and one that comes at the other end are all the same.

A comparison pairs words and cannot tell empty lines apart; cells and text boxes, in which they have to stay, are
known here only.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.comparison.change import Comparison
from models.draft import Paragraph
from models.word.redlining.planned.plan import Edit, Fits, Plan

_FAR = 50  # neighbours that are passed
_Pairs = list[tuple[int, int]]


def slide(made: Plan, comparison: Comparison, fits: Fits) -> None:
    """Let all of some neighbours that say the same stay, each in the place of the one before it or behind it."""
    if not made.deleted or not made.inserted:
        return
    olds, news = comparison.old.paragraphs, comparison.new.paragraphs
    single = [edit for edit in made.edits if len(edit.old) == len(edit.new) == 1]
    alike = {one.old[0]: one.new[0] for one in single if olds[one.old[0]].text == news[one.new[0]].text}
    gone, come = set(made.deleted), set(made.inserted)
    found: dict[int, int] = {}

    def take(pairs: _Pairs) -> bool:
        if not all(fits(old, new) for old, new in pairs):
            return False
        found.update(pairs)
        gone.difference_update(old for old, _ in pairs)
        come.difference_update(new for _, new in pairs)
        return True

    for at in sorted(gone, reverse=True):
        pairs = _slid(at, olds, alike, come, news)
        if take(pairs):
            alike.update(pairs)
    back = {new: old for old, new in alike.items()}
    for at in sorted(come, reverse=True):
        turned = _slid(at, news, back, gone, olds)
        if take([(old, new) for new, old in turned]):
            back.update(turned)
    if not found:
        return
    kept = [one for one in made.edits if not (len(one.old) == len(one.new) == 1 and one.old[0] in found)]
    said = ((old, new, olds[old].text) for old, new in sorted(found.items()))
    made.edits = kept + [Edit((old,), (new,), (("equal", text),) if text else ()) for old, new, text in said]
    made.deleted, made.inserted = sorted(gone), sorted(come)


def _slid(
    at: int, own: Sequence[Paragraph], pairs: dict[int, int], free: set[int], others: Sequence[Paragraph]
) -> _Pairs:
    """A paragraph and its neighbours that say the same, each with the pair of the one before it.

    The last one has one of `free`, which stands behind their pairs; none where there is none.
    """
    text, found = own[at].text, _Pairs()
    for one in range(at + 1, min(at + 1 + _FAR, len(own))):
        other = pairs.get(one)
        if other is None or own[one].text != text or (found and other != found[-1][1] + 1):
            break
        found.append((one - 1, other))
        if other + 1 in free and others[other + 1].text == text:
            return [*found, (one, other + 1)]
    return []
