"""What is said by hand of two texts, as edges: made from what a reader points at, and read back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from models.comparison.by_hand import Ends, SaidByHand
from models.comparison.change import Comparison, Pair
from models.dossier.errors import DossierError
from models.draft import Draft
from models.lineage import (
    APART,
    NOBODY,
    TAKEN_BACK,
    Edge,
    EdgeSet,
    Known,
    believed,
    binding,
    by_hand,
    groups_of,
)


class PairRefused(DossierError):
    """Something said by hand that makes no sense."""


@dataclass(frozen=True, slots=True)
class Between:
    """What a comparison of two drafts has to heed: pairs, and what is never to be paired.

    `sure` are the pairs that more than words speak for.
    """

    pairs: tuple[Pair, ...] = ()
    apart: tuple[Ends, ...] = ()
    sure: frozenset[tuple[int, int]] = frozenset()

    def turned(self) -> Between:
        """The same for a comparison the other way round."""
        pairs = tuple(Pair(pair.new, pair.old, pair.binding, pair.moved) for pair in self.pairs)
        sure = frozenset((new, old) for old, new in self.sure)
        return Between(pairs, tuple((new, old) for old, new in self.apart), sure)

    def compared(self, old: Draft, new: Draft, progress: Callable[[float], None] | None = None) -> Comparison:
        """The two drafts compared."""
        from models.comparison.compare import compare

        return replace(compare(old, new, self.pairs, progress, self.apart), bound=self.sure)


def heeded(known: Known) -> Between:
    """What a comparison takes from what is known."""
    binds = {edge.ends for edge in binding(known)}
    given_way = {edge.ends for edge in known.edges if edge.by != "engine"} - binds
    pairs = tuple(
        Pair(*e.ends, binding=e.ends in binds, moved=e.kind == "moved" and e.by == "editor")
        for e in known.edges
        if e.ends not in given_way
    )
    return Between(pairs, tuple(_ends(edge) for edge in known.apart), frozenset(binds))


def pairing(pairs: Iterable[tuple[int, int]]) -> list[Edge]:
    """The edges of pairs; those given together stand together (a split, a merger).

    Raises PairRefused where they would tie several paragraphs to several.
    """
    edges = [Edge(p, q, "same", by="hand") for p, q in dict.fromkeys(pairs)]
    for group in groups_of(edges):
        if len({edge.old for edge in group}) > 1 and len({edge.new for edge in group}) > 1:
            raise PairRefused(
                "One paragraph may become several, or several one, but not several several; pair them one by one."
            )
    return edges


def parting(pairs: Iterable[Ends]) -> list[Edge]:
    """The edges that keep apart; one end of each may be None."""
    ends = list(dict.fromkeys(pairs))
    if any(p is None and q is None for p, q in ends):
        raise PairRefused("To keep paragraphs apart, name one of them at least.")
    return [_negative(one, 1.0) for one in ends]


def taking_back(sets: Iterable[EdgeSet], pairs: Iterable[Ends]) -> list[Edge]:
    """The edges that take back the last that was said by hand of each of these, where anything was."""
    said = {_ends(edge) for act in by_hand(sets) for edge in act.edges}
    return [_negative(ends, TAKEN_BACK) for ends in dict.fromkeys(pairs) if ends in said]


def still_said(sets: Sequence[EdgeSet]) -> tuple[SaidByHand, ...]:
    """What is said by hand and holds, of all that was said of two drafts; oldest first, the last of each."""
    known = believed(sets)
    held = {(edge.kind == APART, *edge.ends) for edge in (*known.edges, *known.apart) if edge.by == "hand"}
    latest = {
        (edge.kind == APART, *edge.ends): SaidByHand(edge.kind != APART, _ends(edge), act.who, act.at)
        for act in by_hand(sets)
        for edge in act.edges
    }
    return tuple(sorted((one for key, one in latest.items() if key in held), key=lambda one: one.at))


@dataclass(frozen=True, slots=True)
class SaidAlone:
    """What is said by hand of two texts that no dossier keeps: it holds for their comparison alone."""

    sets: tuple[EdgeSet, ...] = ()

    def pair(self, pairs: Sequence[tuple[int, int]]) -> SaidAlone:
        """This, and that paragraphs are one. Raises PairRefused."""
        return self._and(pairing(pairs))

    def unpair(self, pairs: Sequence[Ends]) -> SaidAlone:
        """This, and that paragraphs are not one, were deleted or are new."""
        return self._and(parting(pairs))

    def take_back(self, pairs: Sequence[Ends]) -> SaidAlone:
        """This without the last that was said of each of these."""
        return self._and(taking_back(self.sets, pairs))

    def turned(self) -> SaidAlone:
        """The same for the two texts the other way round."""
        return SaidAlone(tuple(one.turned() for one in self.sets))

    def _and(self, edges: Sequence[Edge]) -> SaidAlone:
        # The moments only keep the order; nobody is told of them.
        at = f"{len(self.sets):09d}"
        return SaidAlone((*self.sets, EdgeSet("", "", "hand", at, tuple(edges)))) if edges else self

    @property
    def between(self) -> Between:
        """What the comparison has to heed."""
        return heeded(believed(self.sets))

    @property
    def said(self) -> tuple[SaidByHand, ...]:
        """What holds."""
        return tuple(SaidByHand(one.paired, one.ends, "", "") for one in still_said(self.sets))


def _negative(ends: Ends, confidence: float) -> Edge:
    old, new = (NOBODY if end is None else end for end in ends)
    return Edge(old, new, APART, confidence, "hand")


def _ends(edge: Edge) -> Ends:
    return (None if edge.old == NOBODY else edge.old, None if edge.new == NOBODY else edge.new)
