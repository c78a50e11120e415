"""Where a draft, and the texts made of it, can be cut so that what is asked for stands apart, each in its own piece."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft
from models.proposals.proposal import Edit, Proposal
from models.proposals.untracked.asked_here import Words, words_of

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Paragraphs of a draft, of a file without its changes and of the file with them, and what is `asked` there.

    `is_open` says that what comes before the paragraph behind it is in it, too: nobody asks to change that one.
    """

    spans: tuple[Span, ...]
    asked: list[Proposal]
    is_open: bool


class Texts:
    """A draft and a file that came back as `base` with the changes `tracked`, which give `sent`; each is set beside the
    draft once, the base by `compared`, which is told whom to call while it does.

    `go_on` is called again and again, and may raise to stop.
    """

    def __init__(
        self,
        texts: tuple[Draft, Draft, Draft],
        tracked: Sequence[Proposal],
        compared: Callable[[Callable[[float], None]], Comparison],
        go_on: Callable[[], object],
    ) -> None:
        self.draft, self.base, self.sent = texts
        self.tracked, self.go_on = tracked, go_on
        self._compared = compared

    @cached_property
    def difference(self) -> Comparison:
        """What differs between the draft and the file without its changes."""
        return self._compared(self._tell)

    @cached_property
    def says(self) -> list[Words]:
        """What each paragraph of the file with its changes says."""
        return [words_of(one, self.sent) for one in self.sent.paragraphs]

    @cached_property
    def _mates(self) -> list[dict[int, int]]:
        base = _mates(self.difference)
        if self.base.paragraphs == self.sent.paragraphs:
            return [base, base]
        return [base, _mates(compare(self.draft, self.sent, progress=self._tell))]

    def _tell(self, _share: float) -> None:
        self.go_on()

    def pieces(self, asked: Sequence[Proposal]) -> Iterator[Piece]:
        """The paragraphs that somebody asks to change, cut wherever one lives on in all texts behind another that does
        and nothing that is asked for reaches over that."""
        for spans, own in self._stretches(asked):
            yield from self._cut(spans, own)

    def _stretches(self, asked: Sequence[Proposal]) -> Iterator[tuple[list[Span], list[Proposal]]]:
        """The paragraphs between those that nobody asks to change and that live on in all texts."""
        count, mates = len(self.draft.paragraphs), self._mates
        touched = {at for one in asked for edit in one.edits for at in _touched(edit)}
        touched |= {one.place.first for one in asked if not one.edits}
        ends = [-1, *(at for at in range(count) if at not in touched and all(at in mate for mate in mates)), count]
        own: dict[int, list[Proposal]] = {}
        joins: dict[int, int] = {}
        for one in asked:
            if one.edits or one.strikes:
                first, last = (bisect_left(ends, at) for at in _reach(one))
                own.setdefault(first, []).append(one)
                joins[first] = max(joins.get(first, 0), last)
        number = 1
        while number < len(ends):
            here, last = own.get(number, []), joins.get(number, number)
            begins, number = ends[number - 1], number + 1
            while number <= last:
                here = [*here, *own.get(number, [])]
                last, number = max(last, joins.get(number, number)), number + 1
            if here:
                end = ends[number - 1]
                others = zip(mates, (self.base, self.sent), strict=True)
                spans = [(mate.get(begins, -1) + 1, mate.get(end, len(other.paragraphs))) for mate, other in others]
                yield [(begins + 1, end), *spans], here

    def _cut(self, spans: Sequence[Span], asked: Sequence[Proposal]) -> Iterator[Piece]:
        first, after = spans[0]
        reach = _together(asked)
        closed = {at for begins, ends in reach.values() for at in range(begins + 1, ends + 1)}
        cuts = [
            at
            for at in range(first + 1, after)
            if at not in closed and all(at in mate and at - 1 in mate for mate in self._mates)
        ]
        begins = [
            [first, *cuts],
            *([span[0], *(mate[at - 1] + 1 for at in cuts)] for span, mate in zip(spans[1:], self._mates, strict=True)),
        ]
        bounds = [*zip(*begins, strict=True), tuple(end for _, end in spans)]
        own: dict[int, list[Proposal]] = {}
        for one in asked:
            own.setdefault(bisect_right(cuts, reach[one.key][0]), []).append(one)
        for number, (here, then) in enumerate(pairwise(bounds)):
            if number in own:
                yield Piece(tuple(zip(here, then, strict=True)), own[number], number == len(cuts))


def _together(asked: Sequence[Proposal]) -> dict[str, Span]:
    """By their keys, which paragraphs proposals reach over with all that amends them or that they amend."""
    hosts: Mapping[str, str | None] = {one.key: one.against for one in asked}
    found: dict[str, Span] = {}
    roots: dict[str, str] = {}
    for one in asked:
        root = one.key
        while (above := hosts.get(root)) is not None and above in hosts:
            root = above
        roots[one.key] = root
        (begins, ends), (first, last) = _far_reach(one), found.get(root, _far_reach(one))
        found[root] = min(begins, first), max(ends, last)
    return {key: found[root] for key, root in roots.items()}


def _far_reach(one: Proposal) -> Span:
    """The same as `_reach`; what begins a paragraph behind some words stands before the next one."""
    first, last = _reach(one)
    behind = (edit.start.paragraph + 1 for edit in one.edits if edit.ends_come and edit.start.offset)
    return first, max(last, *behind, 0)


def _mates(comparison: Comparison) -> dict[int, int]:
    """The paragraphs that live on as one of another text, in order."""
    found: dict[int, int] = {}
    pairs: Iterable[Span] = (
        (one.old[0], one.new[0]) for one in comparison.changes if len(one.old) == len(one.new) == 1 and not one.moved
    )
    last = -1
    for old, new in sorted(pairs):
        if new > last:
            found[old] = last = new
    return found


def _touched(edit: Edit) -> range:
    """The paragraphs of which it changes something: not the one before which others come, or go."""
    joins = edit.start.offset or edit.end.offset or not (edit.ends_come or edit.ends_gone)
    joins = joins or bool(edit.come and edit.come[-1].runs)
    return range(edit.start.paragraph, edit.end.paragraph + (1 if joins else 0))


def _reach(one: Proposal) -> Span:
    """The first and the last paragraph that a proposal touches, or stands before."""
    if not one.edits:
        return one.place.first, one.place.first
    last = max(max(edit.start.paragraph, *_touched(edit), 0) for edit in one.edits)
    return min(edit.start.paragraph for edit in one.edits), last
