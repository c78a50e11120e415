"""References that no figure follows in a merged text, "operative paragraph 4" or "the preceding paragraph": where they
mean another paragraph than on the side that wrote them, it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.comparison.mentions_abroad import followed_in
from models.comparison.preceding import meant_from_here
from models.comparison.unfollowed import Unfollowed, unfollowed_in
from models.draft import Draft, labels
from models.draft.mentions import Mention, may_refer
from models.merging.conflict import Row
from models.merging.references.meanings import Meanings, Meant, Torn, beside, meant_by
from models.merging.sheet import Sheet
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.called import quoted


def told(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """What there is to say of them; `draft` is the merged text with its numbers."""
    names, meanings = labels(draft), None
    for row in sheet.rows:
        for at in row.merged:
            text = sheet.lines[at].text(sheet.sides)
            if not may_refer(text):
                continue
            for number, one in enumerate(found := _unfollowed(text)):
                meanings = meanings or Meanings(sheet, draft)
                astray = next(_astray(sheet, draft, meanings, row, at, found, number), None)
                if astray is not None:
                    here = names[at] or quoted(text)
                    meant = "what was meant" if one.sure else "if that is of this text, what was meant"
                    now = f"{names[min(astray)] or 'another paragraph'} now" if astray else "gone"
                    yield f"{here} says “{one.words}”; {meant} is {now}."


def _astray(
    sheet: Sheet, draft: Draft, meanings: Meanings, row: Row, at: int, found: Sequence[Unfollowed], number: int
) -> Iterator[Meant]:
    """What each part of one in a line meant that means something else now."""
    one, whole = found[number], sheet.lines[at].whole
    now = _points(draft, meanings, None, at, one)
    wrote: list[bool] = []
    meant: list[tuple[Meant | None, ...]] = []
    for side, places in zip((BASE, OURS, THEIRS), (row.base, row.ours, row.theirs), strict=True):
        its = (whole[1],) if whole is not None and whole[0] == side else places
        same = _same(meanings, side, its, sheet.lines[at].text(sheet.sides), found, number)
        wrote.append(same is not None)
        meant.append(_points(sheet.sides[side].draft, meanings, side, *same) if same else (None,) * len(now))
    for each, points in zip(zip(*meant, strict=False), now, strict=False):
        want = meant_by(wrote, each, min(points) if points else None)
        if want is not None and not isinstance(want, Torn) and not (points and points <= want):
            yield want


def _points(draft: Draft, meanings: Meanings, side: int | None, at: int, one: Unfollowed) -> tuple[Meant | None, ...]:
    """Where in the merged text each part stands of what a reference means on a side, or in that text itself."""
    says = one.says
    if isinstance(says, Mention):
        if side is not None:
            return meanings.meant(side, at, says)
        return tuple(None if point is None else frozenset({point}) for point in meanings.now.of(at, says))
    # Of all that stand before or after, one may come or go.
    found = meant_from_here(draft.paragraphs, at, says) if says.size else None
    return tuple(frozenset({place}) if side is None else meanings.lives(side, place) for place in found or ())


def _same(
    meanings: Meanings, side: int, places: Sequence[int], text: str, found: Sequence[Unfollowed], number: int
) -> tuple[int, Unfollowed] | None:
    """The same reference on a side, in the same words."""
    one, same = found[number], []
    for at in places:
        other = meanings.text(side, at)
        there = _unfollowed(other)
        if len(places) == 1 and [each.words for each in there] == [each.words for each in found]:
            return at, there[number]
        same += [(at, each) for each in there if each.words == one.words and beside(text, one.says, other, each.says)]
    return same[0] if len(same) == 1 else None


def _unfollowed(text: str) -> tuple[Unfollowed, ...]:
    return unfollowed_in(text, followed_in(text)) if may_refer(text) else ()
