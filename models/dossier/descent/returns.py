"""A paragraph that was gone and came back: its line goes on, though no step joins its two stretches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from models.comparison.come_back import LONE, WEIGHED, may_give_way, said, same_again
from models.comparison.come_back import Said as Words
from models.dossier.descent.hand import Between, heeded
from models.draft import Kind
from models.lineage import NOBODY, Edge, covers

if TYPE_CHECKING:
    from models.dossier.descent.reach import Said
    from models.draft import Draft
    from models.lineage import Known

Place = tuple[str, int]
"""A draft's id, and a position in it."""


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


def came_back(
    parents: Mapping[str, Sequence[str]], said_of: Said, counts: Mapping[str, int], words: Callable[[Place], Words]
) -> dict[tuple[str, str], tuple[Edge, ...]]:
    """What came back in each draft, as edges from where it last stood: by (earlier draft, later draft).

    `parents` names the drafts oldest first, `counts` their paragraphs. What a hand says of two drafts stands before it.
    """
    found: dict[tuple[str, str], list[Edge]] = {}
    above: dict[str, set[str]] = {}
    left: dict[str, list[Place]] = {}
    for node, its in parents.items():
        above[node] = {far for parent in its for far in (parent, *above[parent])}
        steps = {parent: said_of.step(parent, node) for parent in its}
        far = {other: said_of.step(other, node) for other in above[node] - set(its)}
        gone = _gone(steps, left, above, counts)
        by_hand = {(other, edge.old) for other, known in far.items() for edge in known.edges}
        gone = [place for place in gone if place not in by_hand]
        stays = {edge.new for known in (*steps.values(), *far.values()) for edge in known.edges}
        stays |= {edge.new for known in steps.values() for edge in known.apart if edge.old == NOBODY}
        news = [at for at in range(counts[node]) if at not in stays] if gone else []
        before = [place for place in gone if place[0] not in its]  # what goes in this step does not come back in it
        for at, place, alike in _again({at: words((node, at)) for at in news}, before, words):
            if not any(covers(edge, (place[1], at)) for edge in said_of.kept_apart(place[0], node, parents)):
                found.setdefault((place[0], node), []).append(Edge(place[1], at, "returned", alike))
                gone.remove(place)
        left[node] = gone
    return {ends: tuple(edges) for ends, edges in found.items()}


def _gone(
    steps: Mapping[str, Known],
    left: Mapping[str, list[Place]],
    above: Mapping[str, set[str]],
    counts: Mapping[str, int],
) -> list[Place]:
    """Where those last stood that no parent's way leads on from, the latest draft first."""
    ways = {}
    for parent, known in steps.items():
        lives = {edge.old for edge in known.edges}
        ways[parent] = [*((parent, at) for at in range(counts[parent]) if at not in lives), *left[parent]]
    kept = {parent: set(places) for parent, places in ways.items()}
    every = dict.fromkeys(place for places in ways.values() for place in places)
    return [
        place
        for place in every
        if all(place in its for parent, its in kept.items() if place[0] == parent or place[0] in above[parent])
    ]


def _again(
    news: Mapping[int, Words], gone: Sequence[Place], words: Callable[[Place], Words]
) -> Iterator[tuple[int, Place, float]]:
    """Which of the new say what one of those that are gone said, and how like they are; the very same words first.

    Among very many only those are found: all by all would take seconds.
    """
    places = {}
    for place in gone if news else ():
        if (its := words(place)) not in places:
            places[its] = place
    rest = []
    for at, its in news.items():
        if its in places and same_again(its, (its,)) is not None:
            yield at, places.pop(its), 1.0
        else:
            rest.append(at)
    for at in rest if len(rest) * len(places) <= WEIGHED else ():
        others = list(places)
        if (which := same_again(news[at], others, LONE)) is not None:
            yield at, places.pop(others[which]), Indel.normalized_similarity(news[at], others[which])


def settled(known: Known, old: Draft, new: Draft, left: tuple[Collection[int], Collection[int]] = ((), ())) -> Between:
    """What a comparison heeds of two drafts of one line: all that lineage says of what stands in the text, and no more.

    Lines of a masthead and cells are left to the comparison, which knows them by their places, and so are the
    paragraphs of both that are `left` to it. Of what ties many to many the comparison leaves each a partner.
    """
    free = [
        {at for at, one in enumerate(draft.paragraphs) if one.cell is not None or one.kind is Kind.MASTHEAD}.union(its)
        for draft, its in zip((old, new), left, strict=True)
    ]
    between = heeded(known)
    pairs = [
        pair if pair.old in free[0] or pair.new in free[1] else replace(pair, binding=True) for pair in between.pairs
    ]
    paired = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    lone = [
        [at for at in range(len(draft.paragraphs)) if at not in its and at not in there]
        for draft, its, there in zip((old, new), free, paired, strict=True)
    ]
    apart = (*between.apart, *((at, None) for at in lone[0]), *((None, at) for at in lone[1]))
    return replace(between, pairs=tuple(pairs), apart=apart)
