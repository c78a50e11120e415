"""Lineage over the graph: from one draft to all others, along every way, what is said over longer stretches heeded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from models.dossier.descent.composing import either, replaced, then
from models.dossier.kept.ancestry import Links, links_between
from models.lineage import (
    APART,
    NOBODY,
    Edge,
    EdgeSet,
    Known,
    believed,
    by_hand,
    hands_first,
    in_order,
    overruled,
)


class Said:
    """All that was said about the drafts of a dossier, to be asked from either side."""

    def __init__(self, sets: Iterable[EdgeSet]) -> None:
        self._sets: dict[tuple[str, str], list[EdgeSet]] = {}
        for one in sets:
            self._sets.setdefault((one.parent, one.child), []).append(one)
        self._steps: dict[tuple[str, str], Known] = {}
        self._apart: dict[tuple[str, str], Sequence[Edge]] = {}
        self._by_hand = any(one.by == "hand" for its in self._sets.values() for one in its)
        self.back: Mapping[tuple[str, str], tuple[Edge, ...]] = {}
        """What came back, by the earlier and the later draft; it is known once all else that was said is."""

    def between(self, old: str, new: str) -> Sequence[EdgeSet]:
        """What was said about two drafts directly, from the side of the first; oldest first."""
        said = list(self._sets.get((old, new), ()))
        if old != new:
            said += [one.turned() for one in self._sets.get((new, old), ())]
        return sorted(said, key=lambda one: one.at)

    def step(self, old: str, new: str) -> Known:
        """What holds between two drafts by what was said of them directly."""
        known = self._steps.get((old, new))
        if known is None:
            known = self._steps[old, new] = believed(self.between(old, new))
        return known

    def kept_apart(self, old: str, new: str, parents: Mapping[str, Sequence[str]]) -> Sequence[Edge]:
        """What a hand keeps apart in two drafts, said of them or of others on the way."""
        if not self._by_hand:
            return ()
        if (old, new) not in self._apart:
            self._apart[old, new] = over(parents, old, new, self).apart
        return self._apart[old, new]

    def returned(self, old: str, new: str) -> Known:
        """What came back in one of two drafts from the other, from the side of the first."""
        edges = self.back.get((old, new), ()) or [
            replace(edge, old=edge.new, new=edge.old) for edge in self.back.get((new, old), ())
        ]
        return Known(in_order(edges))


def over(parents: Mapping[str, Sequence[str]], old: str, new: str, said: Said) -> Known:
    """What is known of two drafts, of which `parents` names the oldest first, over the ways between them.

    It is the same from either side: steps are composed from the older draft on.
    """
    places = list(parents)
    if places.index(old) > places.index(new):
        return over(parents, new, old, said).turned()
    return reach(old, links_between(parents, old, new), said).get(new, Known())


def reach(start: str, links: Links, said: Said) -> dict[str, Known]:
    """What is known between a draft and each of those that the links lead to, in their order.

    Steps are composed, over what was gone for a while too. What is said by hand over a longer stretch stands in the
    place of what the steps between its two drafts give, and what is said of the first and the last draft before all
    else.
    """
    return {here: hands_first(known) for here, known in _reach(start, links, said, {}).items()}


def _reach(start: str, links: Links, said: Said, ways: dict[tuple[str, str], Known | None]) -> dict[str, Known]:
    found: dict[str, Known] = {}
    places = {here: place for place, (here, _) in enumerate(links)}
    for place, (here, befores) in enumerate(links):
        known = [before for before in befores if before == start or before in found]
        if not known:
            continue
        whole = either([
            said.step(start, here) if before == start else then(found[before], said.step(before, here))
            for before in known
        ])  # fmt: skip
        for far in (start, *found) if said.back else ():
            if (back := said.returned(far, here)).edges:
                whole = either([whole, back if far == start else then(found[far], back)])
        for far in reversed(list(found)):
            acts = by_hand(said.between(far, here)) if far not in known else []
            if acts:
                if (far, here) not in ways:
                    ways[far, here] = _reach(far, links[places[far] + 1 : place + 1], said, ways).get(here)
                onward = ways[far, here]
                # Where no link leads on from there, the two stand beside each other and not one behind the other.
                if onward is not None:
                    whole = _over(whole, found[far], onward, acts)
        if known != [start]:
            whole = overruled(whole, said.between(start, here))
        found[here] = whole
    return found


def _over(whole: Known, there: Known, onward: Known, acts: Sequence[EdgeSet]) -> Known:
    """What is known, of the paragraphs that acts speak of as the way over their first draft has it."""
    edges = [edge for act in acts for edge in act.edges]
    olds = {edge.old for edge in edges}
    came = {edge.old for edge in there.edges if edge.new in olds}
    gone_to = {edge.new for edge in edges if edge.kind != APART or edge.old == NOBODY}
    return replaced(whole, then(there, onward), came, gone_to)
