"""References to paragraphs of the text itself: in the merged text they have other numbers than on either side.

"Paragraph 2 above" follows the paragraph it meant on the side that wrote it. Where that paragraph is gone, or has no
number that could be written there, it stays as it is and this is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from models.comparison.pointing import Pointing
from models.draft import Draft, labels
from models.draft.mentions import Item, Mention, mentions_in
from models.merging.called import quoted, words_of
from models.merging.conflict import Conflict, Row
from models.merging.laying import OPEN
from models.merging.sheet import Edit, Line, Sheet, edited
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.traits_asked import SIDES

_BEFORE, _AFTER = 16, 12
"""So many letters before or after a reference say that it is the same one."""

Meant = frozenset[int]
"""Where in the merged text the paragraph stands that is meant; several where it was split, none where it is gone."""


@dataclass(frozen=True, slots=True)
class Torn:
    """That each side meant another paragraph."""

    ours: Meant
    theirs: Meant


def follow(sheet: Sheet, draft: Draft, to_ask: Collection[str] = ()) -> list[str]:
    """Edits the lines of a sheet so that references mean what they meant; what there is to say of that.

    `draft` is the merged text with its numbers as it is without the edits; `to_ask` are the keys of what is asked.
    """
    following: _Following | None = None
    told: list[str] = []
    for row in sheet.rows:
        for at in row.merged:
            text = sheet.lines[at].text(sheet.sides)
            mentions = mentions_in(text)
            if mentions:
                following = following or _Following(sheet, draft)
                told += following.follow(row, at, text, mentions, to_ask)
    return told


def torn(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """The keys of the references by which each side meant another paragraph."""
    following: _Following | None = None
    for row in sheet.rows:
        for at in row.merged:
            text = sheet.lines[at].text(sheet.sides)
            mentions = mentions_in(text)
            if mentions:
                following = following or _Following(sheet, draft)
                yield from following.torn(row, at, text, mentions)


def needed(sheet: Sheet, draft: Draft) -> Iterator[tuple[int, int]]:
    """The paragraphs, as side and place, that a side refers to where the other does not, and that are gone."""
    following: _Following | None = None
    for row in sheet.rows:
        for at in row.merged if row.kind != "same" else ():
            text = sheet.lines[at].text(sheet.sides)
            mentions = mentions_in(text)
            if mentions:
                following = following or _Following(sheet, draft)
                yield from following.needed(row, text, mentions)


class _Following:
    def __init__(self, sheet: Sheet, draft: Draft) -> None:
        self._sheet, self._draft, self._names = sheet, draft, labels(draft)
        self._now = Pointing(draft)
        self._pointing = [Pointing(side.draft) for side in sheet.sides]
        self._lives = [dict(_lives(sheet, side)) for side in range(len(NAMES))]

    def follow(
        self, row: Row, at: int, text: str, mentions: Sequence[Mention], to_ask: Collection[str]
    ) -> Iterator[str]:
        """Edits one line."""
        line = self._sheet.lines[at]
        for key, mention, item, now, want in self._elsewhere(row, at, text, mentions):
            edits: list[Edit] = []
            meant = None if isinstance(want, Torn) else want
            if isinstance(want, Torn):
                way = self._sheet.choices.get(key) if key in to_ask else None
                meant = {"ours": want.ours, "theirs": want.theirs}.get(way.way) if way is not None else None
                if key in to_ask:
                    self._ask(row, key, mention, item, want)
                    if way is None:
                        one, two = (self._said(mention, item, side) for side in (want.ours, want.theirs))
                        edits.append(Edit(mention.start, mention.start, f"[ours: {one} | theirs: {two}] "))
                else:
                    here, said = self._names[at] or "A paragraph", _written(mention, item)
                    yield f"{here} says {said}, by which each side meant another paragraph."
            if meant is not None and now not in meant:
                yield from self._item(at, mention, item, meant, edits)
            line.edits += edits

    def torn(self, row: Row, at: int, text: str, mentions: Sequence[Mention]) -> Iterator[str]:
        """The keys of what each side meant otherwise in a line."""
        found = self._elsewhere(row, at, text, mentions)
        yield from (key for key, _, _, _, want in found if isinstance(want, Torn))

    def _elsewhere(
        self, row: Row, at: int, text: str, mentions: Sequence[Mention]
    ) -> Iterator[tuple[str, Mention, Item, int | None, Meant | Torn]]:
        """The parts of references in a line that mean something else now than was meant, each with its key."""
        line = self._sheet.lines[at]
        asked = [*_asked(self._sheet, row, line)]
        for number, mention in enumerate(mentions):
            if any(start < mention.end and mention.start < end for start, end in asked):
                continue
            points = self._now.of(at, mention)
            wanted = self._wanted(row, line, text, mentions, number, points)
            for place, (item, now, want) in enumerate(zip(mention.items, points, wanted, strict=True)):
                if want is not None and (isinstance(want, Torn) or now not in want):
                    yield f"{row.key}:reference:{at - row.merged[0]}.{number}.{place}", mention, item, now, want

    def _ask(self, row: Row, key: str, mention: Mention, item: Item, want: Torn) -> None:
        """Asks which paragraph is meant."""
        sheet = self._sheet
        at = next(index for index, one in enumerate(sheet.rows) if one.key == row.key)
        ours, theirs = (self._said(mention, item, side) for side in (want.ours, want.theirs))
        asked = Conflict(key, "reference", "", "", ours, theirs, at, SIDES[:2], sheet.choices.get(key))
        sheet.conflicts.append(asked)
        sheet.rows[at] = replace(sheet.rows[at], kind="conflict", conflicts=(*sheet.rows[at].conflicts, key))

    def _said(self, mention: Mention, item: Item, meant: Meant) -> str:
        """ "paragraph 2, meaning “Requests the Secretary-General”": a reference as one side has it."""
        if not meant:
            return f"{_written(mention, item)}, meaning what is gone"
        at = min(meant)
        row = next(one for one in self._sheet.rows if at in one.merged)
        text = words_of(self._sheet.sides, row, self._draft.paragraphs[at])
        return f"{_written(mention, item)}, meaning {quoted(text)}"

    def needed(self, row: Row, text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """What one side alone refers to in a line, and is gone."""
        for number in range(len(mentions)):
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
                here, there = (
                    self._same(one, (row.base, row.ours, row.theirs)[one], text, mentions, number)
                    for one in (side, other)
                )
                if here is not None and there is None:
                    points = self._pointing[side].of(*here)
                    yield from ((side, one) for one in points if one is not None and not self._lives[side].get(one))

    def _item(self, at: int, mention: Mention, item: Item, want: Meant, edits: list[Edit]) -> Iterator[str]:
        here, written = self._names[at] or "A paragraph", _written(mention, item)
        if not want:
            yield f"{here} refers to {written}, which is gone."
            return
        path = _path(self._names[min(want)])
        names = path if item.number is not None else path[len(path) - len(item.letters) :]
        if len(names) != len(item.signs) or (item.number is None and len(path) <= len(names)):
            yield f"{here} says {written}; what was meant is {self._names[min(want)] or 'another paragraph'} now."
            return
        made = [
            Edit(sign.start, sign.end, name) for sign, name in zip(item.signs, names, strict=True) if sign.text != name
        ]
        text = self._sheet.lines[at].text(self._sheet.sides)
        new = [one for one in mentions_in(edited(text, made)) if one.start == mention.start]
        place = mention.items.index(item)
        if not new or len(new[0].items) != len(mention.items) or self._now.of(at, new[0])[place] not in want:
            yield f"{here} says {written}; what was meant is {self._names[min(want)] or 'another paragraph'} now."
            return
        edits += made
        said = _written(new[0], new[0].items[place])
        yield f"{here} says {said}, not {written}: the paragraph it means has another number."

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
            found.append((same[1], self._meant(side, *same)) if same is not None else None)
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
        base, ours, theirs = (one[1][at] if one is not None else None for one in found)
        if wrote[OURS] and wrote[THEIRS]:
            if ours is None or theirs is None or ours == theirs:
                return ours if ours is not None else theirs
            if not wrote[BASE]:
                return Torn(ours, theirs)
            # Nobody touched the figures: they stay where they read as on a side, else they mean what they meant.
            if now in ours or now in theirs:
                return None
            return base if base is not None else Torn(ours, theirs)
        return ours if wrote[OURS] else theirs if wrote[THEIRS] else None

    def _meant(self, side: int, at: int, mention: Mention) -> tuple[Meant | None, ...]:
        points = self._pointing[side].of(at, mention)
        return tuple(None if one is None else self._lives[side].get(one, frozenset()) for one in points)

    def _same(
        self, side: int, places: Sequence[int], text: str, mentions: Sequence[Mention], number: int
    ) -> tuple[int, Mention] | None:
        """Where a reference stands on a side, whatever its figures."""
        mention = mentions[number]
        found = []
        for at in places:
            other = self._sheet.sides[side].draft.paragraphs[at].text
            there = mentions_in(other)
            if len(places) == 1 and [*map(_form, there)] == [*map(_form, mentions)]:
                return at, there[number]
            found += [(at, one) for one in there if _form(one) == _form(mention) and _beside(text, mention, other, one)]
        return found[0] if len(found) == 1 else None


def _lives(sheet: Sheet, side: int) -> Iterator[tuple[int, Meant]]:
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


def _beside(text: str, mention: Mention, other: str, one: Mention) -> bool:
    """Whether two references stand beside the same words."""
    before, there = text[: mention.start][-_BEFORE:], other[: one.start][-_BEFORE:]
    after, behind = text[mention.end :][:_AFTER], other[one.end :][:_AFTER]
    return (before == there and len(before) > 1) or (after == behind and len(after) > 1)


def _form(mention: Mention) -> object:
    return mention.part, mention.reach, [(i.number is None, len(i.letters), i.ranges) for i in mention.items]


def _signs(mention: Mention, at: int) -> list[str]:
    return [sign.text for sign in mention.items[at].signs]


def _path(label: str | None) -> tuple[str, ...]:
    """The number and the letters of what people call a paragraph: "II.OP3 bis (a)" is ("3 bis", "a")."""
    head, *letters = re.split(r"\s+(?=\()", label or "")
    number = head.rpartition(".")[2].removeprefix("OP").removeprefix("PP")
    return (number.lower(), *(letter.strip("() ").lower() for letter in letters)) if number else ()


def _written(mention: Mention, item: Item) -> str:
    letters = " ".join(f"({letter.text})" for letter in item.letters)
    if item.number is None:
        return f"subparagraph {letters}"
    word = "PP" if mention.part == "PP" else "paragraph "
    return f"{word}{item.number.text} {letters}".strip()
