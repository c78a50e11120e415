"""What references to paragraphs meant on each side, as places of the merged text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

from models.comparison.references.pointing import Pointing
from models.draft import Draft, Footnote, labels
from models.draft.mentions import Mention
from models.merging.conflict import Row
from models.merging.references.living_on import Meant, common, lives_on
from models.merging.references.referring import Referring, Text, lines_that_refer, notes_that_refer
from models.merging.references.whole_meant import Whole, signs
from models.merging.sheet import Line, Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.told.edits import all_in_pieces
from models.merging.words.clash_laid import OPEN


@dataclass(frozen=True, slots=True)
class Torn:
    """That each side meant another paragraph."""

    ours: Meant
    theirs: Meant


def meant_by(wrote: Sequence[bool], meant: Sequence[Meant | None], now: int | None) -> Meant | Torn | None:
    """What figures meant that some of the sides wrote, each of which `meant` something by them.

    Of a paragraph that a side divided, or joined with others, it is the part that another text means.
    """
    want = _meant_by(wrote, meant, now)
    if want is None or isinstance(want, Torn):
        return want
    return min((one for one in meant if one and one < want), key=len, default=want)


def _meant_by(wrote: Sequence[bool], meant: Sequence[Meant | None], now: int | None) -> Meant | Torn | None:
    base, ours, theirs = meant
    if all(wrote):
        if ours and theirs and common(ours, theirs) is not None:
            return common(ours, theirs)
        # Nobody touched the figures: they stay where they read as on a side, be it as nothing; else they mean what
        # they meant.
        if any(now is None if one is None else now in one for one in (ours, theirs)):
            return None
        if base is not None and ours != theirs:
            return base
    if wrote[OURS] and wrote[THEIRS]:
        if ours is None or theirs is None:
            return ours if ours is not None else theirs
        if not ours and not theirs:
            return ours  # what either meant is gone: there is nothing to choose
        return common(ours, theirs) or Torn(ours, theirs)
    return ours if wrote[OURS] else theirs if wrote[THEIRS] else base if wrote[BASE] else None


class Meanings:
    """The references of a merged text; `draft` is that with its numbers, as it is without the edits, `ids` are those of
    its notes by their keys."""

    def __init__(self, sheet: Sheet, draft: Draft, ids: Mapping[str, int] | None = None) -> None:
        self.sheet, self.draft, self._ids = sheet, draft, ids or {}

    @cached_property
    def names(self) -> Sequence[str | None]:
        """What people call each paragraph."""
        return labels(self.draft)

    @cached_property
    def now(self) -> Pointing:
        """The paragraphs of the merged text by what they are called."""
        return Pointing(self.draft)

    @cached_property
    def lines(self) -> Sequence[Referring]:
        """The lines that may refer."""
        return [*lines_that_refer(self.sheet, lambda: self.names)]

    @cached_property
    def _notes(self) -> Sequence[tuple[Footnote, Referring]]:
        return [*notes_that_refer(self.sheet, self.draft, self._ids)] if self._ids else []

    @property
    def all(self) -> Iterator[Referring]:
        """The lines and the notes that may refer."""
        yield from self.lines
        yield from (one for _, one in self._notes)

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """The footnotes as they follow."""
        edited = {note.id: one.edits for note, one in self._notes if one.edits}
        return tuple(
            replace(note, runs=tuple(all_in_pieces(note.runs, edited[note.id]))) if note.id in edited else note
            for note in self.draft.footnotes
        )

    @cached_property
    def _lives(self) -> Sequence[Mapping[int, Meant]]:
        return [dict(lives_on(self.sheet, side)) for side in range(len(NAMES))]

    def all_lives(self, side: int) -> Mapping[int, Meant]:
        """Where each paragraph of a side lives on in the merged text."""
        return self._lives[side]

    def lives(self, side: int, at: int) -> Meant:
        """Where a paragraph of a side lives on in the merged text."""
        return self._lives[side].get(at, frozenset())

    @cached_property
    def _of_sides(self) -> Sequence[frozenset[int]]:
        return [frozenset(chain(*lives.values())) for lives in self._lives]

    def is_of(self, side: int, at: int) -> bool:
        """Whether anything of a side lives on in a paragraph of the merged text."""
        return at in self._of_sides[side]

    def is_asked(self, one: Referring, mention: Mention) -> bool:
        """Whether a reference stands in words that show both sides of an open conflict."""
        asked = _asked(self.sheet, one.row, one.line) if one.row is not None and one.line is not None else ()
        return any(start < mention.end and mention.start < end for start, end in asked)

    def elsewhere(
        self, one: Referring, mentions: Sequence[Mention]
    ) -> Iterator[tuple[str, int, int, int | None, Meant | Torn]]:
        """The parts of references that mean something else now than was meant: each with its key, the number of the
        reference and of the part in it, what it means now and what was meant.

        `mentions` are the references as they read now, with what of them follows already.
        """
        sides = [*one.on_sides(lambda text: text.followed)]
        for number, mention in enumerate(one.here.followed):
            if self.is_asked(one, mention):
                continue
            points = self.now.of(one.here.at, mentions[number])
            found = [side[number] for side in sides]
            meant = [self.meant(side, *same) if same is not None else None for side, same in enumerate(found)]
            whole = Whole(self, one.here.at, mention, found)
            side = whole.side(points) if len(points) > 1 else None
            if side is not None and whole.reads(side, points):
                continue
            for place, now in enumerate(points):
                wrote = [same is not None and signs(same[1], place) == signs(mention, place) for same in found]
                want = meant_by(wrote, [its[place] if its is not None else None for its in meant], now)
                if side is not None:
                    want = (meant[side] or ())[place]
                if want is not None and (isinstance(want, Torn) or now not in want):
                    first = one.here.at - (one.row.merged[0] if one.row is not None else one.here.at)
                    key = f"{one.row.key if one.row is not None else ''}:reference:{first}.{number}.{place}"
                    yield key, number, place, now, want

    def gone(self, one: Referring, number: int, place: int) -> str:
        """The paragraph that a part of a reference meant, and that is gone; "" where none is known.

        Where each side meant another one, what the base did, and none where that is not gone: nothing may depend on
        whose side is whose.
        """
        found: dict[int, str] = {}
        for side, three in enumerate(one.on_sides(lambda text: text.followed)):
            same = three[number]
            meant = self.points(side, *same)[place] if same is not None else None
            if meant is not None and not self.lives(side, meant):
                found[side] = self.sheet.sides[side].draft.paragraphs[meant].text
        own = {found[side] for side in (OURS, THEIRS) if side in found}
        return own.pop() if len(own) == 1 else found.get(BASE, "")

    def needed(self, one: Referring) -> Iterator[tuple[int, int]]:
        """What one side alone refers to in a line, or by figures that it alone set, and is gone."""
        for three in zip(*one.on_sides(lambda text: text.followed), strict=True):
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
                here, there = three[side], three[other]
                if here is not None and (there is None or _is_set(three, side, other)):
                    points = self.points(side, *here)
                    yield from ((side, at) for at in points if at is not None and not self.lives(side, at))

    def points(self, side: int, text: Text, mention: Mention) -> tuple[int | None, ...]:
        """What each part of a reference of a side means there."""
        return self.sheet.sides[side].pointing.of(text.at, mention)

    def meant(self, side: int, text: Text, mention: Mention) -> tuple[Meant | None, ...]:
        """Where in the merged text each part of a reference of a side lives on; None where it means nothing."""
        return tuple(None if at is None else self.lives(side, at) for at in self.points(side, text, mention))


def _is_set(three: Sequence[tuple[Text, Mention] | None], side: int, other: int) -> bool:
    """Whether a side gave a reference figures and the other left those of the base."""
    said = [[signs(one[1], at) for at in range(len(one[1].items))] if one is not None else None for one in three]
    return said[BASE] is not None and said[other] == said[BASE] != said[side]


def _asked(sheet: Sheet, row: Row, line: Line) -> Iterator[tuple[int, int]]:
    """The stretches of a line that show both sides of an open conflict."""
    at = 0
    for cell in line.cells if line.whole is None else ():
        end = at + len(cell.letters)
        if cell.clash is not None and sheet.answer(f"{row.key}:words:{cell.clash}") == OPEN:
            yield at, end
        at = end
