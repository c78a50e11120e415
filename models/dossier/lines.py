"""How the paragraphs of kept drafts live on in each other: what is said of it, by whom, and comparing by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from models.comparison.change import Comparison, Pair
from models.dossier.ancestry import links_between, links_from
from models.dossier.edge_rows import insert_edges, last_said, stored_sets
from models.dossier.errors import DossierError
from models.dossier.kept_drafts import KeptDrafts
from models.dossier.lineage import (
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
    then,
    voice,
)
from models.dossier.moments import after, now
from models.dossier.reach import Said, reach
from models.draft import Draft

Ends = tuple[int | None, int | None]
"""Positions in an old and in a new draft; None on one side says that the other's paragraph is new, or was deleted."""


class PairRefused(DossierError):
    """Something said by hand that makes no sense."""


@dataclass(frozen=True, slots=True)
class SaidByHand:
    """What a hand said of paragraphs of two drafts and did not take back: `paired`, or kept apart; by whom, when."""

    paired: bool
    ends: Ends
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Between:
    """What a comparison of two drafts has to heed: pairs, and what is never to be paired."""

    pairs: tuple[Pair, ...] = ()
    apart: tuple[Ends, ...] = ()

    def turned(self) -> Between:
        """The same for a comparison the other way round."""
        pairs = tuple(Pair(pair.new, pair.old, pair.binding) for pair in self.pairs)
        return Between(pairs, tuple((new, old) for old, new in self.apart))


class Lines(KeptDrafts):
    """Edges are facts: hand before editor before engine, then the latest. Every view asks here."""

    # What is said

    def edges(self, parent: str, child: str) -> tuple[Edge, ...]:
        """How the paragraphs of one draft live on in another, as far as was said of these two directly."""
        return believed(Said(self._sets_among({parent, child})).between(parent, child)).edges

    def add_edges(self, old: str, new: str, edges: Sequence[Edge], *, who: str = "", at: str | None = None) -> None:
        """Adds what the editor, the engine or a hand (`by` of the edges, one for all) says about two drafts."""
        with self._writing() as db:
            parent, child = self._known_row(db, old), self._known_row(db, new)
            last = last_said(db, parent, child)
            at = at or now()
            if last and at <= last:
                at = after(last)
            insert_edges(db, EdgeSet(old, new, voice(edges), at, tuple(edges), who))

    def pair(self, old: str, new: str, pairs: Sequence[tuple[int, int]], *, who: str = "") -> None:
        """Pairs paragraphs of any two drafts by hand; pairs given together stand together (a split, a merger).

        Raises PairRefused where they would tie several paragraphs to several.
        """
        edges = [Edge(p, q, "same", by="hand") for p, q in dict.fromkeys(pairs)]
        for group in groups_of(edges):
            if len({edge.old for edge in group}) > 1 and len({edge.new for edge in group}) > 1:
                raise PairRefused(
                    "One paragraph may become several, or several one, but not several several; pair them one by one."
                )
        self._say_by_hand(old, new, edges, who)

    def unpair(self, old: str, new: str, pairs: Sequence[Ends], *, who: str = "") -> None:
        """Says by hand that paragraphs are not the same; (4, None) that the fifth old one was deleted, (None, 4)
        that the fifth new one is new."""
        if any(p is None and q is None for p, q in pairs):
            raise PairRefused("To keep paragraphs apart, name one of them at least.")
        self._say_by_hand(old, new, [_negative(ends, 1.0) for ends in dict.fromkeys(pairs)], who)

    def take_back(self, old: str, new: str, pairs: Sequence[Ends], *, who: str = "") -> None:
        """Takes back the last that was said by hand of each of these, paired or kept apart; what was said before it
        holds again. Undoing an act is taking back what it said."""
        said = {_ends(edge) for act in self._acts(old, new) for edge in act.edges}
        edges = [_negative(ends, TAKEN_BACK) for ends in dict.fromkeys(pairs) if ends in said]
        if edges:
            self._say_by_hand(old, new, edges, who)

    def _say_by_hand(self, old: str, new: str, edges: Sequence[Edge], who: str) -> None:
        if not edges:
            return
        counts = [self.node(old).paragraphs, self.node(new).paragraphs]
        for edge in edges:
            if not (NOBODY <= edge.old < counts[0] and NOBODY <= edge.new < counts[1]):
                raise PairRefused("There is no such paragraph in one of the two drafts.")
        with self._writing() as db:
            self.add_edges(old, new, edges, who=who)
            db.execute("DELETE FROM summaries")

    def said_by_hand(self, old: str, new: str) -> tuple[SaidByHand, ...]:
        """What is said by hand of these two drafts directly and holds, oldest first; what was said last of each."""
        known = believed(Said(self._sets_among({old, new})).between(old, new))
        held = {(edge.kind == APART, *edge.ends) for edge in (*known.edges, *known.apart) if edge.by == "hand"}
        latest = {
            (edge.kind == APART, *edge.ends): SaidByHand(edge.kind != APART, _ends(edge), act.who, act.at)
            for act in self._acts(old, new)
            for edge in act.edges
        }
        return tuple(sorted((one for key, one in latest.items() if key in held), key=lambda one: one.at))

    def _acts(self, old: str, new: str) -> list[EdgeSet]:
        """What a hand said of two drafts directly and did not take back."""
        return by_hand(Said(self._sets_among({old, new})).between(old, new))

    def _sets_among(self, nodes: Iterable[str]) -> list[EdgeSet]:
        with self._reading() as db:
            return stored_sets(db, nodes)

    # What follows from it

    def known_between(self, old: str, new: str) -> Known:
        """The lineage between any two drafts, over every way straight from one to the other, else over the shortest;
        what is said by hand of any two drafts on it counts."""
        links = links_between({node.id: node.parents for node in self.nodes()}, old, new)
        said = Said(self._sets_among({old, *(here for here, _ in links)}))
        return reach(old, links, said).get(new, Known())

    def known_from(self, node: str) -> dict[str, Known]:
        """The lineage between a draft and every other one of the dossier."""
        parents = {one.id: one.parents for one in self.nodes()}
        sets = self._sets_among(parents)
        joined = [(one.parent, one.child) for one in sets if one.by == "hand"]
        return reach(node, links_from(parents, node, joined), Said(sets))

    def composed_edges(self, old: str, new: str) -> tuple[Edge, ...]:
        """Which paragraph of one draft lives on as which of another."""
        return self.known_between(old, new).edges

    def between(self, old: str, new: str) -> Between:
        """What is known of two drafts before they are compared.

        Pairs by hand and by the editor bind; where the engine had a part they only suggest. What is kept apart by hand
        is kept apart whatever the words say.
        """
        return _heeded(self.known_between(old, new))

    def between_working(self, old: str, parent: str, origins: Iterable[tuple[int, int]]) -> Between:
        """The same of a kept draft and a working text on `parent`, of which `origins` are (base, position) pairs."""
        written = Known(tuple(Edge(base, position, "same", by="editor") for base, position in sorted(set(origins))))
        return _heeded(written if old == parent else then(self.known_between(old, parent), written))

    def pairs_between(self, old: str, new: str) -> tuple[Pair, ...]:
        """The pairs alone."""
        return self.between(old, new).pairs

    def compared(
        self,
        old: str,
        new: str,
        progress: Callable[[float], None] | None = None,
        drafts: tuple[Draft, Draft] | None = None,
    ) -> Comparison:
        """Two kept drafts compared, what is known of them heeded; `drafts` where they are read already.

        Every view, count, redline and export of two kept drafts goes through here.
        """
        from models.comparison.compare import compare

        before, now_is = drafts or (self.draft(old), self.draft(new))
        known = self.between(old, new)
        return compare(before, now_is, known.pairs, progress, known.apart)


def _heeded(known: Known) -> Between:
    """What a comparison takes from what is known."""
    binds = {edge.ends for edge in binding(known)}
    given_way = {edge.ends for edge in known.edges if edge.by != "engine"} - binds
    pairs = tuple(Pair(*e.ends, binding=e.ends in binds) for e in known.edges if e.ends not in given_way)
    return Between(pairs, tuple(_ends(edge) for edge in known.apart))


def _negative(ends: Ends, confidence: float) -> Edge:
    old, new = (NOBODY if end is None else end for end in ends)
    return Edge(old, new, APART, confidence, "hand")


def _ends(edge: Edge) -> Ends:
    return (None if edge.old == NOBODY else edge.old, None if edge.new == NOBODY else edge.new)
