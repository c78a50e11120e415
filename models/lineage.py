"""Lineage as edges: which paragraph of one draft lives on as which of another, who says so, and whom to believe.

An edge joins a position in an earlier draft to one in a later draft. What the engine or the editor says of two drafts
is whole: it speaks of every paragraph, and the editor's latest word stands before the engine's. What is said by hand
is about single pairs and stands before both: that two paragraphs are one, that they are not, or that a paragraph was
deleted or is new. A hand may take back what it said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from models.comparison.change import Change, Comparison

APART = "apart"
"""The kind of an edge made by hand that says that two paragraphs are not the same."""
NOBODY = -1
"""Stands on one side of such an edge for every paragraph: what is on the other side was deleted, or is new."""
TAKEN_BACK = 0.0
"""The confidence of such an edge that takes back the last that was said by hand of its two ends."""

_CERTAIN = 1.0
CARRIED = "carried"
"""The voice of what a hand said, on a way over other steps; no act speaks so."""
VOICES = ("hand", CARRIED, "editor", "engine")
"""Whom to believe, the strongest first."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A paragraph living on: `kind` is same, reworded, moved, split or merged; `by` is engine, editor or hand, and
    carried where it holds because a hand said so of drafts on the way."""

    old: int
    new: int
    kind: str
    confidence: float = _CERTAIN
    by: str = "engine"

    @property
    def ends(self) -> tuple[int, int]:
        """Both positions."""
        return (self.old, self.new)

    @property
    def said_by(self) -> str:
        """The engine, the editor or a hand: who is told to have said it."""
        return "hand" if self.by == CARRIED else self.by


@dataclass(frozen=True, slots=True)
class EdgeSet:
    """What one act said about two drafts; `parent` and `child` are ids of nodes, `at` is when, `who` says it."""

    parent: str
    child: str
    by: str
    at: str
    edges: tuple[Edge, ...]
    who: str = ""

    def turned(self) -> EdgeSet:
        """The same said from the other side."""
        return EdgeSet(self.child, self.parent, self.by, self.at, _turned(self.edges), self.who)


_TURNED = {"split": "merged", "merged": "split"}


def _turned(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(replace(edge, old=edge.new, new=edge.old, kind=_TURNED.get(edge.kind, edge.kind)) for edge in edges)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of two drafts: the edges that hold, and by edges of the kind apart what does not belong together.

    One end of the latter may be NOBODY. No edge is held apart.
    """

    edges: tuple[Edge, ...] = ()
    apart: tuple[Edge, ...] = ()

    def turned(self) -> Known:
        """The same from the side of the other draft."""
        return Known(in_order(_turned(self.edges)), in_order(_turned(self.apart)))


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


def believed(sets: Sequence[EdgeSet]) -> Known:
    """What holds between two drafts, of all that was said about them.

    The latest set of the editor, else of the engine, is the ground; then what is said by hand, oldest first, each
    putting out what else touched its two paragraphs. A hand pair that was there already only confirms it.
    """
    ordered = sorted(sets, key=lambda one: one.at)
    ground = [one for one in ordered if one.by == "editor"] or [one for one in ordered if one.by == "engine"]
    return overruled(Known(ground[-1].edges if ground else ()), ordered)


def by_hand(sets: Iterable[EdgeSet]) -> list[EdgeSet]:
    """What is said by hand and was not taken back, of all that was said about two drafts; oldest first."""
    acts = [one for one in sets if one.by == "hand"]
    said: dict[tuple[int, int], list[int]] = {}
    for number, act in enumerate(acts):
        for edge in act.edges:
            if not _takes_back(edge):
                said.setdefault(edge.ends, []).append(number)
            elif said.get(edge.ends):
                said[edge.ends].pop()
    left = [
        replace(act, edges=tuple(e for e in act.edges if not _takes_back(e) and number in said.get(e.ends, ())))
        for number, act in enumerate(acts)
    ]
    return [act for act in left if act.edges]


def _takes_back(edge: Edge) -> bool:
    return edge.kind == APART and edge.confidence == TAKEN_BACK


def overruled(known: Known, sets: Sequence[EdgeSet]) -> Known:
    """What is known with all that is said by hand put in the place of what it contradicts.

    A pair that a later act parted, or put another in the place of, puts nothing out itself.
    """
    hands = by_hand(sets)
    while hands:
        said = _overruled(known, hands)
        last = {edge.ends for edge in said.edges if edge.by == "hand"}
        lasting = [
            replace(act, edges=tuple(e for e in act.edges if e.kind == APART or e.ends in last)) for act in hands
        ]
        if lasting == hands:
            return said
        # What put out the newest of them lasts; an older one may be there again where that newest goes.
        newest = max(number for number, act in enumerate(hands) if lasting[number] != act)
        hands[newest] = lasting[newest]
    return known


def _overruled(known: Known, hands: Sequence[EdgeSet]) -> Known:
    held = {edge.ends: edge for edge in known.edges}
    apart = {edge.ends: edge for edge in known.apart}
    for act in hands:
        _overrule(held, apart, act.edges)
    return Known(in_order(held.values()), in_order(apart.values()))


def in_order(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Edges by their ends."""
    return tuple(sorted(edges, key=lambda edge: edge.ends))


def _overrule(held: dict[tuple[int, int], Edge], apart: dict[tuple[int, int], Edge], hand: Sequence[Edge]) -> None:
    """Takes in one act; its pairs that share a paragraph stand together, as a split or a merger."""
    for group in groups_of([edge for edge in hand if edge.kind != APART]):
        olds, news = {edge.old for edge in group}, {edge.new for edge in group}
        if any(edge.ends not in held for edge in group):
            for old, new in [ends for ends in held if ends[0] in olds or ends[1] in news]:
                del held[old, new]
        for edge in group:
            held[edge.ends] = edge
            for ends in (edge.ends, (edge.old, NOBODY), (NOBODY, edge.new)):
                apart.pop(ends, None)
    for edge in hand:
        if edge.kind == APART:
            for ends in [ends for ends in held if covers(edge, ends)]:
                del held[ends]
            apart[edge.ends] = edge


def covers(apart: Edge, ends: tuple[int, int]) -> bool:
    """Whether an edge that keeps apart speaks of a pair."""
    return apart.old in (NOBODY, ends[0]) and apart.new in (NOBODY, ends[1])


def groups_of(pairs: Sequence[Edge]) -> list[list[Edge]]:
    """Pairs in groups of those that share paragraphs."""
    groups: list[list[Edge]] = []
    for edge in pairs:
        touching = [g for g in groups if any(edge.old == one.old or edge.new == one.new for one in g)]
        groups = [g for g in groups if g not in touching] + [[*(one for g in touching for one in g), edge]]
    return groups


def binding(known: Known) -> list[Edge]:
    """The edges by hand and by the editor; where they tie many to many, what the editor says gives way."""
    edges = [edge for edge in known.edges if edge.by != "engine"]
    hand = {edge.old for edge in edges if edge.by == "hand"}, {edge.new for edge in edges if edge.by == "hand"}
    many = Counter(edge.old for edge in edges), Counter(edge.new for edge in edges)
    return [
        edge
        for edge in edges
        if edge.by == "hand"
        or not (edge.old in hand[0] or edge.new in hand[1])
        or many[0][edge.old] == 1
        or many[1][edge.new] == 1
    ]


def hands_first(known: Known) -> Known:
    """What is known; where a pair by hand is one of a tie of many to many, what else touches its two ends gives way.

    So does what a hand said of drafts on the way, to what one said of the two themselves.
    """
    edges = known.edges
    for hands in (("hand",), ("hand", CARRIED)):
        if any(edge.by == hands[-1] for edge in edges):
            many = Counter(edge.old for edge in edges), Counter(edge.new for edge in edges)
            tied = [e for e in edges if e.by in hands and many[0][e.old] > 1 and many[1][e.new] > 1]
            olds, news = {edge.old for edge in tied}, {edge.new for edge in tied}
            edges = tuple(e for e in edges if e.by in hands or not (e.old in olds or e.new in news))
    return replace(known, edges=edges)


def voice(edges: Sequence[Edge]) -> str:
    """Who says the edges of one set; nobody in particular is the engine."""
    return edges[0].by if edges else "engine"
