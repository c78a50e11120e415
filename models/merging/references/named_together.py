"""What the parts of a reference are to name together, "paragraphs 1 to 3 and 5": in a merged text the same paragraphs,
each range as a list where they stand apart, and in ascending order where they were written so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from models.comparison.references.cited_ranges import Unit, cited
from models.comparison.references.listed import keeps_order
from models.draft.mentions import Mention
from models.merging.references.living_on import Meant
from models.merging.references.meanings import Meanings
from models.merging.references.referring import Referring
from models.merging.references.whole_meant import Part, Whole
from models.telling.sentences import listed


@dataclass
class Together:
    """What a reference is to name, in its order.

    `gone` are the paragraphs, as side and place, that its ranges took in and that are gone.
    """

    units: list[Unit] = field(default_factory=list)
    gone: list[tuple[int, int]] = field(default_factory=list)
    is_each_for_itself: bool = False
    """Whether each part names what it is to name alone."""

    @property
    def places(self) -> list[int]:
        """Where what is named stands, of a range its ends."""
        return [*chain(*self.units)]

    def has_form(self, mention: Mention) -> bool:
        """Whether a reference has as many single paragraphs and ranges, in this order."""
        return [at for unit in self.units for at in range(len(unit))] == [int(item.ranges) for item in mention.items]


def together(
    meanings: Meanings, one: Referring, number: int, now: Mention, want: Mapping[int, Meant]
) -> Together | None:
    """What a reference of several parts is to name, which reads as `now`; `want` is what each part is to mean that
    means something else. None where it means that already, or not all of it is known, or some of it is gone."""
    three = [side[number] for side in one.on_sides(lambda text: text.followed)]
    points = meanings.now.of(one.here.at, now)
    ends = [min(want[at], default=None) if at in want else point for at, point in enumerate(points)]
    whole = Whole(meanings, one.here.at, one.here.followed[number], three)
    side = whole.side(points)
    if side is not None and whole.reads(side, points):
        return None
    found = Together()
    for part in whole.parts:
        units = _range(meanings, whole, side, part, found.gone) if side is not None and len(part) > 1 else None
        if units is None:
            own = tuple(at for place in part if (at := ends[place]) is not None)
            if len(own) < len(part) or own != (*sorted(set(own)),):
                return None
            units = [own]
        found.units += units
    if not keeps_order(one.here.words, one.here.followed[number]) and _ascended(
        [meanings.points(at, *same) for at, same in enumerate(three) if same is not None and side in (None, at)]
    ):
        found.units.sort()
    found.is_each_for_itself = found.places == ends and found.has_form(now)
    return found if len({*found.places}) == len(found.places) else None


def called(names: Sequence[str | None], units: Sequence[Unit]) -> str:
    """ "OP1 to OP3, OP5 and OP7": some paragraphs and ranges by what people call each paragraph."""
    return listed([" to ".join(names[at] or "another paragraph" for at in unit) for unit in units])


def _range(meanings: Meanings, whole: Whole, side: int, part: Part, gone: list[tuple[int, int]]) -> list[Unit] | None:
    """How a range of a side is to be cited; None where it stays by its ends."""
    took_in, lives = whole.took_in(side, part), whole.lives(side, part)
    if took_in is None or lives is None or len(lives) < 2:
        return None
    lost = [(side, at) for at in took_in if not meanings.lives(side, at)]
    gone += lost
    return cited(
        meanings.draft.paragraphs.__getitem__,
        [*lives],
        lambda at: whole.may_take_in(side, at),
        is_left_in_list=bool(lost) and len(whole.parts) > 1,
    )


def _ascended(every: Sequence[Sequence[int | None]]) -> bool:
    """Whether the parts of a reference stood in ascending order wherever all of them are known."""
    known = [[at for at in points if at is not None] for points in every if None not in points]
    return bool(known) and all(points == sorted(points) for points in known)
