"""What references to paragraphs meant on each side, as places of the merged text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.comparison.mentions_abroad import followed_in
from models.comparison.pointing import Pointing
from models.comparison.preceding import FromHere
from models.comparison.said import form_of
from models.draft import Draft
from models.draft.mentions import Item, Mention, Sign
from models.merging.conflict import Row
from models.merging.sheet import Line, Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.words.clash_laid import OPEN

_BEFORE, _AFTER = 16, 12
"""So many letters before or after a reference say that it is the same one."""

Meant = frozenset[int]
"""Where in the merged text the paragraph stands that is meant; several where it was split, none where it is gone."""


@dataclass(frozen=True, slots=True)
class Torn:
    """That each side meant another paragraph."""

    ours: Meant
    theirs: Meant


def common(ours: Meant, theirs: Meant) -> Meant | None:
    """What both mean: the same, or what one means if it is a part of what the other does; None where they differ."""
    if ours == theirs:
        return ours
    return min((one for one in (ours, theirs) if one == ours & theirs and one), key=len, default=None)


def meant_by(wrote: Sequence[bool], meant: Sequence[Meant | None], now: int | None) -> Meant | Torn | None:
    """What figures meant that some of the sides wrote, each of which `meant` something by them."""
    base, ours, theirs = meant
    if all(wrote):
        # Nobody touched the figures: they stay where they read as on a side, be it as nothing; else they mean what
        # they meant.
        if any(now is None if one is None else now in one for one in (ours, theirs)):
            return None
        if base is not None and ours != theirs:
            return base
    if wrote[OURS] and wrote[THEIRS]:
        if ours is None or theirs is None:
            return ours if ours is not None else theirs
        return common(ours, theirs) or Torn(ours, theirs)
    return ours if wrote[OURS] else theirs if wrote[THEIRS] else base if wrote[BASE] else None


class Meanings:
    """The references of a merged text; `draft` is that with its numbers, as it is without the edits."""

    def __init__(self, sheet: Sheet, draft: Draft) -> None:
        self._sheet = sheet
        self.now = Pointing(draft)
        self._pointing = [Pointing(side.draft) for side in sheet.sides]
        self._lives = [dict(lives_on(sheet, side)) for side in range(len(NAMES))]

    def lives(self, side: int, at: int) -> Meant:
        """Where a paragraph of a side lives on in the merged text."""
        return self._lives[side].get(at, frozenset())

    def text(self, side: int, at: int) -> str:
        """The words of a paragraph of a side."""
        return self._sheet.sides[side].draft.paragraphs[at].text

    def elsewhere(
        self, row: Row, at: int, text: str, mentions: Sequence[Mention]
    ) -> Iterator[tuple[str, Mention, Item, int | None, Meant | Torn]]:
        """The parts of references in a line that mean something else now than was meant, each with its key."""
        line = self._sheet.lines[at]
        asked = [*_asked(self._sheet, row, line)]
        for number, mention in enumerate(mentions):
            if any(start < mention.end and mention.start < end for start, end in asked):
                continue
            points = self.now.of(at, mention)
            wanted = self._wanted(row, line, text, mentions, number, points)
            for place, (item, now, want) in enumerate(zip(mention.items, points, wanted, strict=True)):
                if want is not None and (isinstance(want, Torn) or now not in want):
                    yield f"{row.key}:reference:{at - row.merged[0]}.{number}.{place}", mention, item, now, want

    def gone(self, row: Row, at: int, text: str, mentions: Sequence[Mention], mention: Mention, place: int) -> str:
        """The paragraph that a part of a reference in a line meant, and that is gone; "" where none is known."""
        for side in (OURS, THEIRS, BASE):
            found = self._same(side, (row.base, row.ours, row.theirs)[side], text, mentions, mentions.index(mention))
            meant = self._pointing[side].of(*found)[place] if found is not None else None
            if meant is not None and not self._lives[side].get(meant):
                return self.text(side, meant)
        return ""

    def needed(self, row: Row, text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """What one side alone refers to in a line, or by figures that it alone set, and is gone."""
        for number in range(len(mentions)):
            three = [
                self._same(one, (row.base, row.ours, row.theirs)[one], text, mentions, number)
                for one in (BASE, OURS, THEIRS)
            ]
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
                here, there = three[side], three[other]
                if here is not None and (there is None or _is_set(three, side, other)):
                    points = self._pointing[side].of(*here)
                    yield from ((side, one) for one in points if one is not None and not self._lives[side].get(one))

    def _wanted(
        self, row: Row, line: Line, text: str, mentions: Sequence[Mention], number: int, now: Sequence[int | None]
    ) -> tuple[Meant | Torn | None, ...]:
        """For each part of a reference what it meant; None where nobody can say, or where it means that still."""
        mention = mentions[number]
        found: list[tuple[Mention, tuple[Meant | None, ...]] | None] = []
        for side in (BASE, OURS, THEIRS):
            places = (row.base, row.ours, row.theirs)[side]
            if line.whole is not None and line.whole[0] == side:
                places = (line.whole[1],)
            same = self._same(side, places, text, mentions, number)
            found.append((same[1], self.meant(side, *same)) if same is not None else None)
        return tuple(self._three(found, at, mention, now[at]) for at in range(len(mention.items)))

    def _three(
        self,
        found: Sequence[tuple[Mention, tuple[Meant | None, ...]] | None],
        at: int,
        mention: Mention,
        now: int | None,
    ) -> Meant | Torn | None:
        """What a part of a reference meant: on the side that wrote the figures that stand there."""
        wrote = [
            one is not None and [sign.text for sign in one[0].items[at].signs] == _signs(mention, at) for one in found
        ]
        return meant_by(wrote, [one[1][at] if one is not None else None for one in found], now)

    def meant(self, side: int, at: int, mention: Mention) -> tuple[Meant | None, ...]:
        """Where in the merged text each part of a reference of a side lives on; None where it means nothing."""
        points = self._pointing[side].of(at, mention)
        return tuple(None if one is None else self.lives(side, one) for one in points)

    def _same(
        self, side: int, places: Sequence[int], text: str, mentions: Sequence[Mention], number: int
    ) -> tuple[int, Mention] | None:
        """Where a reference stands on a side, whatever its figures."""
        mention = mentions[number]
        found = []
        for at in places:
            other = self._sheet.sides[side].draft.paragraphs[at].text
            there = followed_in(other)
            if len(places) == 1 and [*map(form_of, there)] == [*map(form_of, mentions)]:
                return at, there[number]
            found += [
                (at, one) for one in there if form_of(one) == form_of(mention) and beside(text, mention, other, one)
            ]
        return found[0] if len(found) == 1 else None


def _is_set(three: Sequence[tuple[int, Mention] | None], side: int, other: int) -> bool:
    """Whether a side gave a reference figures and the other left those of the base."""
    said = [[_signs(one[1], at) for at in range(len(one[1].items))] if one is not None else None for one in three]
    return said[BASE] is not None and said[other] == said[BASE] != said[side]


def lives_on(sheet: Sheet, side: int) -> Iterator[tuple[int, Meant]]:
    """Where each paragraph of a side lives on in the merged text."""
    for row in sheet.rows:
        places = (row.base, row.ours, row.theirs)[side]
        if len(places) == len(row.merged):
            yield from ((one, frozenset({at})) for one, at in zip(places, row.merged, strict=True))
        else:
            yield from ((one, frozenset(row.merged)) for one in places)


def _asked(sheet: Sheet, row: Row, line: Line) -> Iterator[tuple[int, int]]:
    """The stretches of a line that show both sides of an open conflict."""
    at = 0
    for cell in line.cells if line.whole is None else ():
        end = at + len(cell.letters)
        if cell.clash is not None and sheet.answer(f"{row.key}:words:{cell.clash}") == OPEN:
            yield at, end
        at = end


def beside(text: str, mention: Mention | Sign | FromHere, other: str, one: Mention | Sign | FromHere) -> bool:
    """Whether two references stand beside the same words."""
    before, there = text[: mention.start][-_BEFORE:], other[: one.start][-_BEFORE:]
    after, behind = text[mention.end :][:_AFTER], other[one.end :][:_AFTER]
    return (before == there and len(before) > 1) or (after == behind and len(after) > 1)


def _signs(mention: Mention, at: int) -> list[str]:
    return [sign.text for sign in mention.items[at].signs]
