"""What a file has as a compilation left, but that others cut it: the same words at the same points, in other pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.compiling.signs import is_words, spot_of
from models.proposals.proposal import END, Point, Proposal
from models.proposals.untracked.struck_letters import Asked

_Spot = tuple[int | None, Point]
"""A note, or none, and a point where words come."""


class InPieces:
    """What some proposals of one author ask for, in whatever pieces: words that come at each point, and the rest."""

    def __init__(self, proposals: Iterable[Proposal]) -> None:
        proposals = [*proposals]
        self._come = _come(proposals)
        self._rest = {said for one in proposals for said in _rest(one)}

    def have(self, one: Proposal) -> bool:
        """Whether they have all that a proposal asks for."""
        come = _come([one])
        return all(said in self._rest for said in _rest(one)) and all(
            _within(text, self._come.get(at, "")) for at, text in come.items()
        )


def _within(text: str, come: str) -> bool:
    """Whether words are among those that come at a point; a new paragraph without words is in none of others."""
    return text == come or (not text.isspace() and text in come)


def left_in_pieces(proposals: Iterable[Proposal], made: Iterable[Sequence[Proposal]]) -> frozenset[str]:
    """The keys of those proposals all of which some compilations have in their names; `made` are what these have.

    What one of these has in one piece may be several in the file: between them stands what another put in.
    """
    left: set[object] = set()
    for each in made:
        there = {one.key: one for one in each}
        left.update((one.author, said) for one in each for said in _said(one, there, _come([one])))
    proposals = [*proposals]
    there = {one.key: one for one in proposals}
    found = {
        one.key for one in proposals if all((one.author, said) in left for said in _said(one, there, _come([one])))
    }
    for author in {one.author for one in proposals if one.key not in found}:
        own = [one for one in proposals if one.author == author and one.key not in found]
        come = _come(own)
        found |= {one.key for one in own if all((author, said) in left for said in _said(one, there, come))}
    return frozenset(found)


def _said(one: Proposal, there: Mapping[str, Proposal], come: Mapping[_Spot, str]) -> Iterator[object]:
    """What a proposal asks for: words at a point, what else it has, and letters that it strikes.

    `come` are the words at each point of which its own may be a part.
    """
    yield from ((*at, come[at]) for at in _come([one]))
    yield from _rest(one)
    struck = Asked.of(one, there)
    yield from ((struck.whose, letter) for letter in struck.letters)


def _come(proposals: Iterable[Proposal]) -> dict[_Spot, str]:
    """The words that come at each point: a paragraph that is begun at the end of one stands before the next."""
    edits = [(one.place.note, edit) for one in proposals for edit in one.edits if is_words(edit) and edit.come]
    found: dict[_Spot, str] = {}
    for note, edit in sorted(edits, key=lambda one: one[1].rank):
        point = spot_of(edit).point
        found[note, point] = found.get((note, point), "") + edit.come_text
    for (note, point), text in [*found.items()]:
        own, end, new = text.partition(END)
        if point.offset and end:
            del found[note, point]
            before = Point(point.paragraph + 1, 0)
            found |= {(note, point): own} if own else {}
            found[note, before] = new + END + found.get((note, before), "")
    return found


def _rest(one: Proposal) -> Iterator[object]:
    """What a proposal asks for beside words that come: each letter that goes, and what is about no words."""
    note = one.place.note
    for edit in one.edits:
        start, end = edit.start, edit.end
        if not is_words(edit):
            yield from () if edit.number is not None else [(note, replace(edit, rank=0))]
        elif start.paragraph == end.paragraph:
            yield from ((note, start.paragraph, letter) for letter in range(start.offset, end.offset))
        else:
            yield note, start, end
