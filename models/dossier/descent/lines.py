"""How the paragraphs of kept drafts live on in each other: what is said of it, by whom, and comparing by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from models.comparison.by_hand import Ends, SaidByHand
from models.comparison.change import Comparison
from models.comparison.come_back import Said as Words
from models.comparison.come_back import said as words_of
from models.dossier.descent.composing import then
from models.dossier.descent.hand import Between, PairRefused, heeded, pairing, parting, still_said, taking_back
from models.dossier.descent.reach import Said, over, reach
from models.dossier.descent.returns import Place, came_back, poor_pairs, settled, without_returned
from models.dossier.form.moments import after, now
from models.dossier.kept.ancestry import descends, leads_down, links_above, links_below, links_between, links_from, way
from models.dossier.kept.kept_drafts import KeptDrafts
from models.dossier.rows.edge_rows import insert_edges, last_said, stored_sets
from models.draft import Draft
from models.lineage import NOBODY, Edge, EdgeSet, Known, believed, voice

if TYPE_CHECKING:
    from sqlite_utils import Database


class Lines(KeptDrafts):
    """Edges are facts: hand before editor before engine, then the latest. Every view asks here."""

    def __init__(self, path: Path, db: Database, *, read_only: bool) -> None:
        super().__init__(path, db, read_only=read_only)
        self._back: tuple[tuple[int, ...], Mapping[tuple[str, str], tuple[Edge, ...]]] | None = None
        """What came back, and of how many drafts and acts that was found."""
        self._words: dict[Place, Words] = {}

    # What is said

    def edges(self, parent: str, child: str) -> tuple[Edge, ...]:
        """How the paragraphs of one draft live on in another, as far as was said of these two directly."""
        return believed(self._said(parent, child)).edges

    def add_edges(self, old: str, new: str, edges: Sequence[Edge], *, who: str = "", at: str | None = None) -> None:
        """Adds what the editor, the engine or a hand (`by` of the edges, one for all) says about two drafts."""
        with self._writing() as db:
            parent, child = self._known_row(db, old), self._known_row(db, new)
            last = last_said(db, parent, child)
            at = at or now()
            if last and at <= last:
                at = after(last)
            insert_edges(db, EdgeSet(old, new, voice(edges), at, tuple(edges), who))

    def _descent(self, parent: str, draft: Draft, edges: Mapping[str, Sequence[Edge]]) -> Sequence[Edge]:
        """How the paragraphs of a draft that is kept live on in another, without poor pairs of what came back."""
        found = super()._descent(parent, draft, edges)
        poor = poor_pairs(found, draft)
        if not poor:
            return found
        parents = {node.id: node.parents for node in self.nodes()}
        links = links_above(parents, parent)
        known = reach(parent, links, Said(self._sets_among({parent, *(here for here, _ in links)})))
        gone = ((self.draft(far), {edge.new for edge in known[far].edges}) for far, _ in links)
        return without_returned(found, poor, draft, gone)

    def pair(self, old: str, new: str, pairs: Sequence[tuple[int, int]], *, who: str = "") -> None:
        """Pairs paragraphs of any two drafts by hand; pairs given together stand together (a split, a merger).

        Raises PairRefused where they would tie several paragraphs to several.
        """
        self._say_by_hand(old, new, pairing(pairs), who)

    def unpair(self, old: str, new: str, pairs: Sequence[Ends], *, who: str = "") -> None:
        """Says by hand that paragraphs are not the same; (4, None) that the fifth old one was deleted, (None, 4)
        that the fifth new one is new."""
        self._say_by_hand(old, new, parting(pairs), who)

    def take_back(self, old: str, new: str, pairs: Sequence[Ends], *, who: str = "") -> None:
        """Takes back the last that was said by hand of each of these, paired or kept apart; what was said before it
        holds again. Undoing an act is taking back what it said."""
        self._say_by_hand(old, new, taking_back(self._said(old, new), pairs), who)

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
        return still_said(self._said(old, new))

    def carried_by_hand(self, old: str, new: str) -> tuple[SaidByHand, ...]:
        """The pairs of two drafts that hold because a hand paired paragraphs on the way between them; oldest first."""
        links = links_between({node.id: node.parents for node in self.nodes()}, old, new)
        order = {node: place for place, node in enumerate((old, *(here for here, _ in links)))}
        said = Said(sets := self._sets_among(order))
        acts = {tuple(sorted((one.parent, one.child), key=order.__getitem__)) for one in sets if one.by == "hand"}
        acts.discard((old, new))
        if not acts:
            return ()
        holds = {edge.ends for edge in self.known_between(old, new).edges}
        found: dict[Ends, SaidByHand] = {}
        for first, second in sorted(acts, key=lambda act: (order[act[0]], order[act[1]])):
            pairs = [one for one in still_said(said.between(first, second)) if one.paired]
            came = self.known_between(old, first).edges if pairs and first != old else None
            goes = self.known_between(second, new).edges if pairs and second != new else None
            for one in pairs:
                olds = [one.ends[0]] if came is None else [edge.old for edge in came if edge.new == one.ends[0]]
                news = [one.ends[1]] if goes is None else [edge.new for edge in goes if edge.old == one.ends[1]]
                for ends in product(olds, news):
                    if ends in holds:
                        found[ends] = replace(one, ends=ends, on_the_way=True)
        return tuple(sorted(found.values(), key=lambda one: one.at))

    def _said(self, old: str, new: str) -> Sequence[EdgeSet]:
        """All that was said of two drafts directly."""
        return Said(self._sets_among({old, new})).between(old, new)

    def _sets_among(self, nodes: Iterable[str]) -> list[EdgeSet]:
        with self._reading() as db:
            return stored_sets(db, nodes)

    # What follows from it

    def known_between(self, old: str, new: str) -> Known:
        """The lineage between any two drafts, over every way straight from one to the other, else over the shortest;
        what is said by hand of any two drafts on it counts."""
        parents = {node.id: node.parents for node in self.nodes()}
        links = links_between(parents, old, new)
        said = Said(self._sets_among({old, *(here for here, _ in links)}))
        if len(links) > 1:
            said.back = self.came_back()
        return over(parents, old, new, said)

    def known_from(self, node: str) -> dict[str, Known]:
        """The lineage between a draft and every other one of the dossier."""
        parents = {one.id: one.parents for one in self.nodes()}
        sets = self._sets_among(parents)
        joined = [(one.parent, one.child) for one in sets if one.by == "hand"]
        said = Said(sets)
        said.back = self.came_back()
        found = reach(node, links_from(parents, node, joined), said)
        if not joined:
            return found
        # What a hand said counts on the ways between its two drafts alone, from the older one on.
        above, below = (reach(node, links, said) for links in (links_above(parents, node), links_below(parents, node)))
        for here in [here for here in found if here not in below and way(parents, node, here)]:
            there = {node, *(one for one, _ in links_between(parents, node, here))}
            if here not in above or any({*ends} <= there for ends in joined):
                above[here] = over(parents, node, here, said)
        return found | above | below

    def came_back(self) -> Mapping[tuple[str, str], tuple[Edge, ...]]:
        """What was gone and came back, as edges from where it last stood, by the earlier and the later draft."""
        nodes = self.nodes()
        with self._reading() as db:
            state = len(nodes), *db.execute("SELECT count(*), max(id) FROM edge_sets").fetchone()
        known = self._back
        if known is None or known[0] != state:
            parents = {node.id: node.parents for node in nodes}
            counts = {node.id: node.paragraphs for node in nodes}
            drafts: dict[str, Draft] = {}

            def words(place: Place) -> Words:
                if place not in self._words:
                    node, at = place
                    draft = drafts.get(node) or drafts.setdefault(node, self.draft(node))
                    self._words[place] = words_of(draft.paragraphs[at])
                return self._words[place]

            known = self._back = state, came_back(parents, Said(self._sets_among(parents)), counts, words)
        return known[1]

    def composed_edges(self, old: str, new: str) -> tuple[Edge, ...]:
        """Which paragraph of one draft lives on as which of another."""
        return self.known_between(old, new).edges

    def between(self, old: str, new: str) -> Between:
        """What is known of two drafts before they are compared.

        Pairs by hand and by the editor bind; where the engine had a part they only suggest. What is kept apart by hand
        is kept apart whatever the words say.
        """
        return heeded(self.known_between(old, new))

    def lineage(self, old: str, new: str) -> tuple[tuple[int, int], ...] | None:
        """Which paragraph lives on as which, where one of two drafts descends from the other; None where neither does,
        and the words have to tell."""
        return tuple(edge.ends for edge in self.known_between(old, new).edges) if self._of_one_line(old, new) else None

    def between_working(self, old: str, parent: str, written: Sequence[Edge], drafts: tuple[Draft, Draft]) -> Between:
        """The same of a kept draft and a working text on `parent`: what will be known of them once it is kept.

        `written` are the edges the editor keeps, `drafts` the two. Only what is new in the text and what was gone from
        the draft before it was begun, or came in beside it, are left to the words.
        """
        known = Known(tuple(written))
        if old == parent:
            return settled(known, *drafts)
        before = self.known_between(old, parent)
        both = then(before, known)
        if not self._of_one_line(old, parent):
            return heeded(both)
        counts = [len(draft.paragraphs) for draft in drafts]
        stood, lives = {edge.old for edge in before.edges}, {edge.new for edge in known.edges}
        return settled(both, *drafts, (set(range(counts[0])) - stood, set(range(counts[1])) - lives))

    def compared(
        self,
        old: str,
        new: str,
        progress: Callable[[float], None] | None = None,
        drafts: tuple[Draft, Draft] | None = None,
    ) -> Comparison:
        """Two kept drafts compared, what is known of them heeded; `drafts` where they are read already.

        Where one descends from the other, all is paired as lineage has it, and nothing else.
        Every view, count, redline and export of two kept drafts goes through here.
        """
        before, now_is = drafts or (self.draft(old), self.draft(new))
        known = self.known_between(old, new)
        heeds = settled(known, before, now_is) if self._of_one_line(old, new) else heeded(known)
        found = heeds.compared(before, now_is, progress)
        return replace(found, back=self._back_in(old, new, found))

    def _back_in(self, old: str, new: str, comparison: Comparison) -> dict[int, str]:
        """By its position in a draft what came in since an older one and had stood before that: which draft had it."""
        nodes = {node.id: node for node in self.nodes()}
        came = {change.new[0] for change in comparison.changes if change.kind == "inserted"}
        if not came or next(iter(nodes)) == old:
            return {}
        parents = {node.id: node.parents for node in nodes.values()}
        links = links_between(parents, old, new)
        since = {here for here, _ in links} if leads_down(parents, links) else set()
        found: dict[int, str] = {}
        for (earlier, later), edges in self.came_back().items():
            if later in since and earlier not in since:
                there = {edge.new for edge in edges}
                if later != new:
                    there = {edge.new for edge in self.known_between(later, new).edges if edge.old in there}
                found |= dict.fromkeys(came & there, nodes[earlier].label)
        return found

    def _of_one_line(self, old: str, new: str) -> bool:
        return old != new and descends({node.id: node.parents for node in self.nodes()}, old, new)
