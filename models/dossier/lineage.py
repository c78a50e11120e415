"""Lineage as edges: which paragraph of one draft lives on as which of another, who says so, and whom to believe.

An edge joins a position in an earlier draft to one in a later draft. What the engine or the editor says of two drafts
is whole: it speaks of every paragraph, and the editor's latest word stands before the engine's. What is said by hand
is about single pairs and stands before both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from models.comparison.change import Change, Comparison

APART = "apart"
"""The kind of an edge made by hand that takes a pair back."""

_CERTAIN = 1.0


@dataclass(frozen=True, slots=True)
class Edge:
    """A paragraph living on: `kind` is same, reworded, moved, split or merged; `by` is engine, editor or hand."""

    old: int
    new: int
    kind: str
    confidence: float = _CERTAIN
    by: str = "engine"

    @property
    def ends(self) -> tuple[int, int]:
        """Both positions."""
        return (self.old, self.new)


@dataclass(frozen=True, slots=True)
class EdgeSet:
    """What one act said about two drafts; `parent` and `child` are ids of nodes, `at` is when."""

    parent: str
    child: str
    by: str
    at: str
    edges: tuple[Edge, ...]

    def turned(self) -> EdgeSet:
        """The same said from the other side."""
        edges = tuple(replace(edge, old=edge.new, new=edge.old, kind=_TURNED.get(edge.kind, edge.kind))
                      for edge in self.edges)  # fmt: skip
        return EdgeSet(self.child, self.parent, self.by, self.at, edges)


_TURNED = {"split": "merged", "merged": "split"}


def engine_edges(comparison: Comparison) -> tuple[Edge, ...]:
    """The edges that a comparison proposes; confidence is the similarity of the words."""
    return tuple(
        Edge(old, new, _kind(change), change.similarity)
        for change in comparison.changes
        for old, new in product(change.old, change.new)
    )


def _kind(change: Change) -> str:
    if change.kind in ("split", "merged"):
        return change.kind
    if change.moved:
        return "moved"
    return "same" if change.kind == "unchanged" else "reworded"


def runs(edges: Iterable[Edge]) -> Iterator[tuple[int, int, int, str, float]]:
    """(old, new, length, kind, confidence): edges of unchanged paragraphs on end are one run, others stand alone."""
    start: Edge | None = None
    length = 0
    for edge in sorted(edges, key=lambda edge: edge.ends):
        if start is not None:
            follows = edge.ends == (start.old + length, start.new + length)
            if follows and start.kind == edge.kind == "same" and start.confidence == edge.confidence:
                length += 1
                continue
            yield (start.old, start.new, length, start.kind, start.confidence)
        start, length = edge, 1
    if start is not None:
        yield (start.old, start.new, length, start.kind, start.confidence)


def unrolled(old: int, new: int, length: int, kind: str, confidence: float, by: str) -> Iterator[Edge]:
    """The edges of one run."""
    return (Edge(old + step, new + step, kind, confidence, by) for step in range(length))


def believed(sets: Sequence[EdgeSet]) -> tuple[Edge, ...]:
    """The edges that hold between two drafts, of all that was said about them.

    The latest set of the editor, else of the engine, is the ground; then hand pairs, oldest first, each putting out
    what else touched its two paragraphs. A hand pair that was there already only confirms it.
    """
    ordered = sorted(sets, key=lambda one: one.at)
    ground = [one for one in ordered if one.by == "editor"] or [one for one in ordered if one.by == "engine"]
    held = {edge.ends: edge for edge in (ground[-1].edges if ground else ())}
    for one in ordered:
        if one.by == "hand":
            overrule(held, one.edges)
    return tuple(sorted(held.values(), key=lambda edge: edge.ends))


def overrule(held: dict[tuple[int, int], Edge], hand: Sequence[Edge]) -> None:
    """Puts pairs made by hand in the place of what they contradict; the pairs of one act stand together."""
    fresh = [edge for edge in hand if edge.kind != APART and edge.ends not in held]
    olds, news = {edge.old for edge in fresh}, {edge.new for edge in fresh}
    for old, new in list(held):
        if old in olds or new in news:
            del held[old, new]
    for edge in hand:
        if edge.kind == APART:
            held.pop(edge.ends, None)
        else:
            held[edge.ends] = edge


def composed(first: Iterable[Edge], then: Iterable[Edge]) -> tuple[Edge, ...]:
    """Edges over two steps; the weaker voice of the two speaks for both."""
    onward: dict[int, list[Edge]] = {}
    for edge in then:
        onward.setdefault(edge.old, []).append(edge)
    found: dict[tuple[int, int], Edge] = {}
    for edge in first:
        for further in onward.get(edge.new, ()):
            joined = Edge(
                edge.old,
                further.new,
                further.kind if edge.kind == "same" else edge.kind,
                min(edge.confidence, further.confidence),
                max(edge.by, further.by, key=_VOICES.index),
            )
            known = found.get(joined.ends)
            if known is None or _VOICES.index(joined.by) < _VOICES.index(known.by):
                found[joined.ends] = joined
    return tuple(found.values())


_VOICES = ("hand", "editor", "engine")


def over(path: Sequence[str], sets: Sequence[EdgeSet]) -> tuple[Edge, ...]:
    """The lineage from the first to the last draft of a way, of all that was said about any two drafts on it.

    Edges are composed step by step; a pair by hand over a longer stretch overrules what the steps give.
    """
    reached: list[tuple[Edge, ...]] = []
    for place, here in enumerate(path[1:], start=1):
        step = believed(between(path[place - 1], here, sets))
        held = {edge.ends: edge for edge in (composed(reached[-1], step) if reached else step)}
        for back in range(place - 2, -1, -1):  # the longest stretch speaks last
            for one in between(path[back], here, sets):
                if one.by == "hand":
                    overrule(held, _carried(reached[back - 1], one.edges) if back else one.edges)
        reached.append(tuple(sorted(held.values(), key=lambda edge: edge.ends)))
    return reached[-1] if reached else ()


def between(parent: str, child: str, sets: Sequence[EdgeSet]) -> list[EdgeSet]:
    """What was said about two drafts directly, from the side of the first."""
    said = [one for one in sets if (one.parent, one.child) == (parent, child)]
    said += [one.turned() for one in sets if (one.child, one.parent) == (parent, child)]
    return sorted(said, key=lambda one: one.at)


def _carried(back: Sequence[Edge], hand: Sequence[Edge]) -> tuple[Edge, ...]:
    """Pairs by hand from a draft on the way, carried back to the first; no surer than the way back is."""
    return tuple(
        Edge(first.old, edge.new, edge.kind, first.confidence, edge.by if edge.kind == APART else first.by)
        for edge in hand
        for first in back
        if first.new == edge.old
    )


def voice(edges: Sequence[Edge]) -> str:
    """Who says the edges of one set; nobody in particular is the engine."""
    return edges[0].by if edges else "engine"
