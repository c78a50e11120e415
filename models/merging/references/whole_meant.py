"""What a reference of several parts means as a whole, "paragraphs 1 to 3 and 5": on one side or the other, never some
parts as on the one and some as on the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from models.comparison.references.cited_ranges import taken_in
from models.draft import Paragraph
from models.draft.mentions import Mention
from models.merging.references.living_on import Meant, common
from models.merging.references.referring import Text
from models.merging.sides import BASE, OURS, THEIRS

if TYPE_CHECKING:
    from models.merging.references.meanings import Meanings

Three = Sequence[tuple[Text, Mention] | None]
"""A reference in the base and on both sides."""
Part = tuple[int, ...]
"""The place of one paragraph in a reference, or those of the ends of a range."""


class Whole:
    """What a reference that stands at a place of the merged text means on each side that has it."""

    def __init__(self, meanings: Meanings, here: int, mention: Mention, three: Three) -> None:
        self._meanings, self._here, self._three = meanings, here, three
        self.parts = _parts(mention)
        self._said = [_all_signs(same[1]) if same is not None else None for same in three]
        self._says = _all_signs(mention)
        self._with_itself: set[tuple[int, Part]] = set()
        """The ranges between whose ends on a side stands what refers."""

    def took_in(self, side: int, part: Part) -> list[int] | None:
        """The paragraphs of a side that a part named, or took in as a range.

        None where that cannot be told. Nobody means what refers itself, though it stands between the ends.
        """
        same = self._three[side]
        if same is None:
            return None
        points = self._meanings.points(side, *same)
        ends = [at for place in part if (at := points[place]) is not None]
        if len(ends) < len(part):
            return None
        if len(part) == 1:
            return ends
        paragraphs = self._meanings.sheet.sides[side].draft.paragraphs
        found = taken_in(paragraphs.__getitem__, *ends)
        if found is not None and same[0].at in found:
            self._with_itself.add((side, part))
        return None if found is None else [at for at in found if at != same[0].at or at in ends]

    def lives(self, side: int, part: Part) -> Meant | None:
        """Where these live on in the merged text."""
        found = self.took_in(side, part)
        return None if found is None else frozenset(chain(*(self._meanings.lives(side, at) for at in found)))

    def may_take_in(self, side: int, at: int) -> bool:
        """Whether a range that a side wrote may take in a paragraph of the merged text that it did not: what is new."""
        return at != self._here and not self._meanings.is_of(side, at)

    def side(self, points: Sequence[int | None]) -> int | None:
        """The side whose meaning stands, or the base; None where no one's does. `points` is what each part means now.

        What nobody touched stays as it reads on a side, else it is the base's. Where both set figures, and one only to
        follow the numbers, it is the other's.
        """
        side = self._side(points)
        known = side is not None and all(self.lives(side, part) is not None for part in self.parts)
        return side if known else None

    def _side(self, points: Sequence[int | None]) -> int | None:
        base = self._said[BASE]
        has = [side for side in (OURS, THEIRS) if self._said[side] is not None]
        touched = [side for side in has if self._said[side] != base]
        if len(touched) == len(has) == 2:
            return self._of_both()
        if touched:
            return touched[0] if self._said[touched[0]] == self._says else None
        if base != self._says:
            return None
        as_on_one = next((side for side in has if self.reads(side, points)), None)
        if as_on_one is not None or len(has) < 2:
            return as_on_one if as_on_one is not None else next(iter(has), BASE)
        return self._narrower() if self._same(OURS, THEIRS) else BASE

    def _of_both(self) -> int | None:
        """The side whose meaning stands where both set figures."""
        if self._same(OURS, THEIRS):
            return self._narrower()
        chosen = [side for side, said in enumerate(self._said) if said == self._says]
        if len(chosen) == 1:
            return chosen[0]
        if self._said[BASE] is None:
            return None
        return next((THEIRS + OURS - side for side in (OURS, THEIRS) if self._same(side, BASE)), None)

    def _narrower(self) -> int:
        """Of two sides that mean the same the one that means fewer parts of it, whichever is called ours."""
        counts = {side: sum(len(self.lives(side, part) or ()) for part in self.parts) for side in (OURS, THEIRS)}
        return min(counts, key=lambda side: (counts[side], self._said[side]))

    def _same(self, one: int, two: int) -> bool:
        """Whether two sides mean the same paragraphs, in whatever order, or one parts of what the other does."""
        found = [(self.lives(one, part), self.lives(two, part)) for part in self.parts]
        known = [(ours, theirs) for ours, theirs in found if ours is not None and theirs is not None]
        if len(known) < len(found):
            return False
        ours, theirs = (frozenset(chain(*its)) for its in zip(*known, strict=True))
        return ours == theirs or all(common(*both) for both in known)

    def reads(self, side: int, points: Sequence[int | None]) -> bool:
        """Whether all parts mean what they meant on a side, and ranges what is new beside that."""
        for part in self.parts:
            lives = self.lives(side, part)
            ends = [at for place in part if (at := points[place]) is not None]
            if lives is None and self._each_reads(side, points, part):
                continue
            if lives is None or len(ends) < len(part):
                return False
            between = taken_in(self._paragraph, *ends) if len(part) > 1 else None
            if between is None and not lives.issuperset(ends):
                return False
            allowed = lives | {self._here} if (side, part) in self._with_itself else lives
            if between is not None and not (lives.issubset(between) and self._may_all(side, allowed, between)):
                return False
        return True

    def _each_reads(self, side: int, points: Sequence[int | None], part: Part) -> bool:
        """Whether each end of a range means what it meant on a side, be it nothing."""
        same = self._three[side]
        was = self._meanings.points(side, *same) if same is not None else points
        return all(
            now is None if at is None else now in self._meanings.lives(side, at)
            for now, at in ((points[place], was[place]) for place in part)
        )

    def _may_all(self, side: int, lives: Meant, between: Sequence[int]) -> bool:
        return all(at in lives or self.may_take_in(side, at) for at in between)

    def _paragraph(self, at: int) -> Paragraph:
        return self._meanings.draft.paragraphs[at]


def signs(mention: Mention, at: int) -> list[str]:
    """The figures and letters of a part of a reference."""
    return [sign.text for sign in mention.items[at].signs]


def _all_signs(mention: Mention) -> list[list[str]]:
    return [signs(mention, at) for at in range(len(mention.items))]


def _parts(mention: Mention) -> list[Part]:
    """The places of the parts of a reference, those of the two ends of a range together."""
    found: list[Part] = []
    for place, item in enumerate(mention.items):
        if item.ranges:
            found[-1] += (place,)
        else:
            found.append((place,))
    return found
