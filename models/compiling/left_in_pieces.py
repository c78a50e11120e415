"""What a file has as a compilation left, but that others cut it: the same words at the same points, in other pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.compiling.signs import is_words, spot_of
from models.proposals.proposal import END, Point, Proposal
from models.proposals.untracked.struck_letters import Asked


def left_in_pieces(proposals: Iterable[Proposal], made: Iterable[Sequence[Proposal]]) -> frozenset[str]:
    """The keys of those proposals all of which some compilations have in their names; `made` are what these have."""
    left: set[object] = set()
    for each in made:
        there = {one.key: one for one in each}
        left.update((one.author, said) for one in each for said in _said(one, there))
    proposals = [*proposals]
    there = {one.key: one for one in proposals}
    return frozenset(one.key for one in proposals if all((one.author, said) in left for said in _said(one, there)))


def _said(one: Proposal, there: Mapping[str, Proposal]) -> Iterator[object]:
    """What a proposal asks for, in whatever pieces: words at a point, what else it has, and letters that it strikes."""
    come: dict[tuple[int | None, Point], list[str]] = {}
    for edit in sorted(one.edits, key=lambda edit: edit.rank):
        note, start, end = one.place.note, edit.start, edit.end
        if not is_words(edit):
            yield from () if edit.number is not None else [(note, replace(edit, rank=0))]
            continue
        if edit.come:
            come.setdefault((note, spot_of(edit).point), []).append(edit.come_text)
        if start.paragraph == end.paragraph:
            yield from ((note, start.paragraph, letter) for letter in range(start.offset, end.offset))
        else:
            yield note, start, end
    for (note, point), words in come.items():
        text = "".join(words)
        if point.offset and text.startswith(END):  # a paragraph that is begun at the end of one stands before the next
            point, text = Point(point.paragraph + 1, 0), text[1:] + END
        yield note, point, text
    struck = Asked.of(one, there)
    yield from ((struck.whose, letter) for letter in struck.letters)
