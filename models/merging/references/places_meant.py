"""References to paragraphs of the text itself: in the merged text they have other numbers than on either side.

"Paragraph 2 above" follows the paragraph it meant on the side that wrote it. Where that paragraph is gone, or has no
number that could be written there, it stays as it is and this is told. A number that has become another's does not stay
where what it meant is gone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from models.comparison.mentions_abroad import followed_in
from models.draft import Draft, labels
from models.draft.mention import written
from models.draft.mentions import Item, Mention
from models.draft.number_words import as_written
from models.merging.conflict import Conflict, Row
from models.merging.references.meanings import Meanings, Meant, Torn
from models.merging.sheet import Sheet
from models.merging.told.edits import Edit, edited
from models.merging.words.called import quoted, words_of
from models.merging.words.traits_asked import SIDES

Elsewhere = tuple[str, Mention, Item, int | None, Meant | Torn]
"""A part of a reference that does not mean what was meant: its key, what it means now, and what was meant."""


def follow(sheet: Sheet, draft: Draft, to_ask: Collection[str] = ()) -> list[str]:
    """Edits the lines of a sheet so that references mean what they meant; what there is to say of that.

    `draft` is the merged text with its numbers as it is without the edits; `to_ask` are the keys of what is asked.
    """
    following: _Following | None = None
    told: list[str] = []
    for row in sheet.rows:
        for at in row.merged:
            text = sheet.lines[at].text(sheet.sides)
            mentions = followed_in(text)
            if mentions:
                following = following or _Following(sheet, draft)
                told += following.follow(row, at, text, mentions, to_ask)
    return told


def torn(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """The keys of the references by which each side meant another paragraph."""
    meanings: Meanings | None = None
    for row in sheet.rows:
        for at in row.merged:
            text = sheet.lines[at].text(sheet.sides)
            mentions = followed_in(text)
            if mentions:
                meanings = meanings or Meanings(sheet, draft)
                found = meanings.elsewhere(row, at, text, mentions)
                yield from (key for key, _, _, _, want in found if isinstance(want, Torn))


def needed(sheet: Sheet, draft: Draft) -> Iterator[tuple[int, int]]:
    """The paragraphs, as side and place, that a side refers to where the other does not, and that are gone."""
    meanings: Meanings | None = None
    for row in sheet.rows:
        for at in row.merged if row.kind != "same" else ():
            text = sheet.lines[at].text(sheet.sides)
            mentions = followed_in(text)
            if mentions:
                meanings = meanings or Meanings(sheet, draft)
                yield from meanings.needed(row, text, mentions)


class _Following:
    def __init__(self, sheet: Sheet, draft: Draft) -> None:
        self._sheet, self._draft, self._names = sheet, draft, labels(draft)
        self._meanings = Meanings(sheet, draft)

    def follow(
        self, row: Row, at: int, text: str, mentions: Sequence[Mention], to_ask: Collection[str]
    ) -> Iterator[str]:
        """Edits one line."""
        line = self._sheet.lines[at]
        found = list(self._meanings.elsewhere(row, at, text, mentions))
        turned = {mention for _, mention, _, _, _ in found if self._is_turned(at, mention, found)}
        for mention in sorted(turned, key=lambda mention: mention.start):
            here, words = self._names[at] or "A paragraph", text[mention.start : mention.end]
            yield f"{here} says {words}; what was meant stands in another order now."
        for mention in dict.fromkeys(mention for _, mention, _, _, _ in found if mention not in turned):
            edits: list[Edit] = []
            follows: dict[int, Meant] = {}
            for key, _, item, now, want in (one for one in found if one[1] is mention):
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
                        here, said = self._names[at] or "A paragraph", written(text, mention, item)
                        yield f"{here} says {said}, by which each side meant another paragraph."
                if meant is not None and not meant:
                    lost = self._meanings.gone(row, at, text, mentions, mention, mention.items.index(item))
                    yield from self._gone(at, mention, item, now, lost, edits)
                elif meant is not None and now not in meant:
                    follows[mention.items.index(item)] = meant
            yield from self._items(at, text, mention, follows, edits)
            line.edits += edits

    def _is_turned(self, at: int, mention: Mention, found: Sequence[Elsewhere]) -> bool:
        """Whether a range would end before it begins if its figures followed."""
        wanted = {item: want for _, one, item, _, want in found if one is mention}
        if not any(item.ranges for item in mention.items) or any(isinstance(want, Torn) for want in wanted.values()):
            return False
        meant = {item: min(want) for item, want in wanted.items() if not isinstance(want, Torn) and want}
        points = [
            meant.get(item, now) for item, now in zip(mention.items, self._meanings.now.of(at, mention), strict=True)
        ]
        return any(
            item.ranges and first is not None and last is not None and last <= first
            for item, first, last in zip(mention.items[1:], points, points[1:], strict=False)
        )

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
            return f"{mention.written(item)}, meaning what is gone"
        at = min(meant)
        row = next(one for one in self._sheet.rows if at in one.merged)
        text = words_of(self._sheet.sides, row, self._draft.paragraphs[at])
        return f"{mention.written(item)}, meaning {quoted(text)}"

    def _written(self, at: int, mention: Mention, item: Item) -> str:
        return written(self._sheet.lines[at].text(self._sheet.sides), mention, item)

    def _gone(
        self, at: int, mention: Mention, item: Item, now: int | None, lost: str, edits: list[Edit]
    ) -> Iterator[str]:
        """Tells of what is gone; where another paragraph has its number now no figure is left that would mean that."""
        here, said = self._names[at] or "A paragraph", self._written(at, mention, item)
        which = f": {quoted(lost)}." if lost else "."
        if now is None:
            yield f"{here} refers to {said}, which is gone{which}"
            return
        edits.append(Edit(*_stretch(self._sheet.lines[at].text(self._sheet.sides), mention, item), "[…]"))
        yield f"{here} says […] where it refers to {said}, which is gone{which}"

    def _items(
        self, at: int, text: str, mention: Mention, wanted: Mapping[int, Meant], edits: list[Edit]
    ) -> Iterator[str]:
        """Sets the figures of parts of a reference, together all that lead there so; what there is to say of each."""
        every = ((place, self._figures(text, mention.items[place], min(want))) for place, want in wanted.items())
        made = {place: own for place, own in every if own}
        wrong = [*made]
        while wrong:
            new = _read_again(edited(text, [*chain(*made.values())]), mention)
            points = self._meanings.now.of(at, new) if new is not None else ()
            wrong = [place for place in made if new is None or points[place] not in wanted[place]]
            for place in wrong:
                del made[place]
        edits += chain(*made.values())
        after = edited(text, [*chain(*made.values())])
        here = self._names[at] or "A paragraph"
        for place, want in wanted.items():
            said = written(text, mention, mention.items[place])
            if place in made and new is not None:
                says = written(after, new, new.items[place])
                yield f"{here} says {says}, not {said}: the paragraph it means has another number."
            else:
                yield f"{here} says {said}; what was meant is {self._names[min(want)] or 'another paragraph'} now."

    def _figures(self, text: str, item: Item, want: int) -> list[Edit]:
        """What lets a part of a reference name a paragraph; nothing where it cannot in its form."""
        path = self._meanings.now.path(want)
        names = path if item.number is not None else path[len(path) - len(item.letters) :]
        if self._meanings.now.in_its_words(want, item):
            names = (*path, *(sign.text for sign in item.letters))
        if len(names) != len(item.signs) or (item.number is None and len(path) <= len(names)):
            return []
        return [
            Edit(sign.start, sign.end, as_written(text[sign.start : sign.end], name) or name)
            for sign, name in zip(item.signs, names, strict=True)
            if sign.text != name
        ]


def _read_again(text: str, mention: Mention) -> Mention | None:
    """A reference as it reads with other figures; None where it reads as none, or as another."""
    found = (one for one in followed_in(text) if one.start == mention.start and len(one.items) == len(mention.items))
    return next(found, None)


def _stretch(text: str, mention: Mention, item: Item) -> tuple[int, int]:
    """Where a part of a reference stands, with its brackets; the last letter alone where other parts stand amid it."""
    first, end = min(item.signs), item.end
    if any(first.start < sign.start < end for one in mention.items if one is not item for sign in one.signs):
        first, end = item.letters[-1], item.letters[-1].end + 1
    return first.start - (first != item.number and text[first.start - 1] == "("), end
