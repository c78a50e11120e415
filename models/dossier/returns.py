"""A paragraph that was gone and came back: its line goes on, though no step joins its two stretches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from models.comparison.come_back import LONE, WEIGHED, Said, may_give_way, said, same_again, strangers
from models.dossier.lineage import NOBODY, covers
from models.draft import Kind

if TYPE_CHECKING:
    from models.comparison.by_hand import Ends
    from models.dossier.lineage import Edge, Known
    from models.draft import Draft

Stands = dict[str, tuple[int, ...]]
"""Where a paragraph stands: positions by the draft's id."""
Place = tuple[str, int]


def poor_pairs(edges: Iterable[Edge], new: Draft) -> list[Edge]:
    """The edges of the engine so poor that they give way where the new paragraph is one that came back."""
    return [
        edge
        for edge in edges
        if edge.by == "engine"
        and edge.kind in ("reworded", "moved")
        and may_give_way(edge.confidence, new.paragraphs[edge.new])
    ]


def without_returned(
    edges: Sequence[Edge], poor: Sequence[Edge], new: Draft, older: Iterable[tuple[Draft, Collection[int]]]
) -> tuple[Edge, ...]:
    """Edges but for the poor ones to a paragraph that stood in an `older` draft and was gone since.

    Of each older draft, the latest first, positions are given that were not gone.
    """
    paired = {edge.new for edge in edges}
    fresh = [said(one) for at, one in enumerate(new.paragraphs) if at not in paired]
    back: set[Edge] = set()
    left = WEIGHED
    for draft, stayed in older:
        gone = [words for at, one in enumerate(draft.paragraphs) if at not in stayed and (words := said(one))]
        left -= len(poor) * len(gone)
        if left < 0:
            break
        for edge in poor:
            found = same_again(said(new.paragraphs[edge.new]), gone)
            if found is not None and same_again(gone[found], fresh) is None:
                back.add(edge)
    return tuple(edge for edge in edges if edge not in back)


def new_on_the_way(known: Known, old: Draft, new: Draft) -> tuple[Ends, ...]:
    """What lineage says has no partner in two drafts of which one descends from the other: (4, None) of an old
    paragraph that was gone on the way, (None, 4) of a new one that came in there.

    What came back is left out, and so are lines of a masthead and cells, which are known by their places. A piece of
    what was divided on one step and joined on another may have nothing of its first text: it may be what came back.
    """
    times = Counter(edge.old for edge in known.edges), Counter(edge.new for edge in known.edges)
    sure = [edge for edge in known.edges if times[0][edge.old] == times[1][edge.new] == 1]
    held = {edge.old for edge in sure}, {edge.new for edge in sure}
    alone = [
        {
            at: said(one)
            for at, one in enumerate(draft.paragraphs)
            if at not in there and one.cell is None and one.kind is not Kind.MASTHEAD
        }
        for draft, there in zip((old, new), held, strict=True)
    ]
    gone, came = strangers(*alone)
    return (
        *((at, None) for at in sorted(gone) if not times[0][at]),
        *((None, at) for at in sorted(came) if not times[1][at]),
    )


class Returns:
    """Finds what came back in the drafts of a dossier, whose ids and parents are given oldest first."""

    def __init__(
        self,
        parents: Mapping[str, Sequence[str]],
        draft: Callable[[str], Draft],
        between: Callable[[str, str], Known],
        onward: Callable[[Place], Stands],
    ) -> None:
        self._parents, self._draft, self._between, self._onward = parents, draft, between, onward
        self._words: dict[str, tuple[Said, ...]] = {}

    def join(self, stands: Stands) -> dict[Place, Place]:
        """Where the paragraph came back, and from where; `stands` grows by the stretches that are joined so."""
        joined: dict[Place, Place] = {}
        while (found := next(self._found(stands, joined), None)) is not None:
            later, earlier = found
            joined[later] = earlier
            for place in found:
                stands.setdefault(place[0], (place[1],))
                for node, positions in self._onward(place).items():
                    stands.setdefault(node, positions)
        return joined

    def _found(self, stands: Stands, joined: Mapping[Place, Place]) -> Iterator[tuple[Place, Place]]:
        """Where it begins and stood in a draft further back; where it is gone and stands in a draft further on."""
        for node in self._parents:
            above = self._above(node)
            # Where a draft before has it still, whatever stands there is another one.
            if not above or any(parent in stands for parent in self._parents[node]):
                continue
            if node in stands:
                begins = ((node, at) for at in stands[node] if (node, at) not in joined and self._is_new(node, at))
                for later in begins:
                    for far in (one for one in above if one not in stands):
                        yield from (
                            (later, (far, at)) for at in self._same(later, far) if self._is_gone((far, at), node)
                        )
            else:
                last = next(((far, at) for far in above if far in stands for at in stands[far]), None)
                if last is not None:
                    yield from (((node, at), last) for at in self._same(last, node) if self._is_new(node, at))

    def _above(self, node: str) -> list[str]:
        """Its ancestors beyond its parents, the latest first."""
        every, seen = list(self._parents), set(self._parents[node])
        for one in reversed(every[: every.index(node)]):
            if one in seen:
                seen.update(self._parents[one])
        return [one for one in reversed(every) if one in seen and one not in self._parents[node]]

    def _is_new(self, node: str, at: int) -> bool:
        """Whether no parent has it, and no hand said that it is new."""
        known = [self._between(parent, node) for parent in self._parents[node]]
        return not any(edge.new == at for one in known for edge in one.edges) and not any(
            edge.new == at and edge.old == NOBODY for one in known for edge in one.apart
        )

    def _is_gone(self, place: Place, node: str) -> bool:
        """Whether what stood there no longer stands in any draft before this one."""
        onward = self._onward(place)
        return not any(parent in onward for parent in self._parents[node])

    def _same(self, place: Place, other: str) -> Iterator[int]:
        """The paragraph of another draft that says the same, unless a hand said that it is another one."""
        at = same_again(self._of(place[0])[place[1]], self._of(other), LONE)
        if at is not None and not self._kept_apart(place, (other, at)):
            yield at

    def _kept_apart(self, place: Place, other: Place) -> bool:
        return any(covers(edge, (place[1], other[1])) for edge in self._between(place[0], other[0]).apart)

    def _of(self, node: str) -> tuple[Said, ...]:
        if node not in self._words:
            self._words[node] = tuple(said(one) for one in self._draft(node).paragraphs)
        return self._words[node]
