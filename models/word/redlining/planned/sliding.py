"""Neighbours that say the same: one that goes at one end of them and one that comes at the other end are all the same.

A comparison pairs words and cannot tell empty lines apart; cells and text boxes, in which they have to stay, are
known here only.
"""

from __future__ import annotations

from bisect import bisect, insort
from collections import defaultdict
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


def pair_lines(made: Plan, comparison: Comparison, loose: Sequence[Edit], fits: Fits) -> None:
    """Let a line stay whose pair would have been a cell of a table that goes or comes beside it: of `loose`.

    The empty line behind a table says what an empty first cell of it does, and so does any before its last one.
    """
    olds, news = comparison.old.paragraphs, comparison.new.paragraphs
    alike = [one for one in loose if len(one.old) == len(one.new) == 1]
    alike = [one for one in alike if (olds[one.old[0]].cell is None) != (news[one.new[0]].cell is None)]
    if not alike:
        return
    gone, come = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for found, places, paragraphs in ((gone, made.deleted, olds), (come, made.inserted, news)):
        for at in places:
            if paragraphs[at].cell is None:
                found[paragraphs[at].text].append(at)
    still = sorted((edit.old[0], edit.new[0], edit.old[-1], edit.new[-1]) for edit in made.edits)
    for edit in alike:
        (old,), (new,) = edit.old, edit.new
        if (text := olds[old].text) != news[new].text:
            continue
        if news[new].cell is None:
            at = bisect(still, new, key=lambda one: one[1])
            low, high = still[at - 1][2] if at else -1, still[at][0] if at < len(still) else len(olds)
            pair = next(((one, new) for one in gone[text] if low < one < high and fits(one, new)), None)
        else:
            at = bisect(still, old, key=lambda one: one[0])
            low, high = still[at - 1][3] if at else -1, still[at][1] if at < len(still) else len(news)
            pair = next(((old, one) for one in come[text] if low < one < high and fits(old, one)), None)
        if pair is None or pair[0] not in gone[text] or pair[1] not in come[text]:
            continue
        gone[text].remove(pair[0])
        come[text].remove(pair[1])
        made.deleted.remove(pair[0])
        made.inserted.remove(pair[1])
        made.edits.append(Edit((pair[0],), (pair[1],), (("equal", text),) if text else ()))
        insort(still, (*pair, *pair))
