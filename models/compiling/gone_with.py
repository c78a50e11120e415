"""What some put in between words that others take out: all accepted, it goes with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.compiling.joint_wishes import names_in
from models.compiling.standing import Standing
from models.proposals.proposal import Edit, Point
from models.proposals.tracked.within_new import comes_whole

_Spot = tuple[int | None, int]


@dataclass(frozen=True)
class GoneWith:
    """The edit of `number` of the proposal of `host`, whose words go with those `name` takes out from `start` on."""

    name: str
    start: Point
    end: Point
    host: Standing
    number: int

    @property
    def edit(self) -> Edit:
        return self.host.proposal.edits[self.number]

    @property
    def known(self) -> tuple[str, str, int]:
        """Who takes it out, and which edit of which proposal it is."""
        return self.name, self.host.proposal.key, self.number


def by_place(wishes: Iterable[Standing], *, amending: bool = False) -> dict[_Spot, list[tuple[Standing, int, Edit]]]:
    """The edits of wishes by the note and the paragraph they are in; those of what is `amending` another's, or not."""
    found: dict[_Spot, list[tuple[Standing, int, Edit]]] = {}
    for one in wishes:
        if (one.proposal.against is not None) is amending:
            for n, edit in enumerate(one.proposal.edits):
                for at in range(edit.start.paragraph, edit.end.paragraph + 1):
                    found.setdefault((one.proposal.place.note, at), []).append((one, n, edit))
    return found


def takes(edit: Edit) -> bool:
    """Whether an edit takes out words or places of notes."""
    return edit.look is None and bool(edit.gone or edit.gone_notes)


def gone_with(wishes: Iterable[Standing]) -> Iterator[GoneWith]:
    """What goes with words that others take out, for each delegation that does."""
    wishes = list(wishes)
    places = by_place(wishes)
    taken: dict[tuple[int | None, str], list[tuple[Point, Point]]] = {}
    for one in wishes if len({one.name for one in wishes}) > 1 else ():
        for name in names_in(one.name) if one.proposal.against is None else ():
            spans = taken.setdefault((one.proposal.place.note, name), [])
            spans += [(edit.start, edit.end) for edit in one.proposal.edits if takes(edit) and edit.start < edit.end]
    for (note, name), spans in taken.items():
        for start, end in _stretches(spans):
            for at in range(start.paragraph, end.paragraph + 1):
                for other, n, edit in places.get((note, at), ()):
                    here = edit.start.paragraph == at and name not in names_in(other.name)
                    if here and _goes_with(start, end, other, edit):
                        yield GoneWith(name, start, end, other, n)


def _stretches(spans: Iterable[tuple[Point, Point]]) -> Iterator[tuple[Point, Point]]:
    """What one takes out, from where to where; what nothing parts is one stretch."""
    own = sorted(spans)
    while own:
        start, end = own.pop(0)
        while own and own[0][0] <= end:
            end = max(end, own.pop(0)[1])
        yield start, end


def _goes_with(start: Point, end: Point, other: Standing, edit: Edit) -> bool:
    """Whether what another puts in stands between the words that one takes out, and not for the very same words."""
    if not edit.come or other.before(edit) or comes_whole(edit) or (edit.start, edit.end) == (start, end):
        return False
    whole = start.offset == 0 and end.offset == 0
    if edit.start == edit.end:
        if edit.start == start:
            return whole
        return start < edit.start < end and (whole or not edit.ends_come)
    return start <= edit.start and edit.end <= end
