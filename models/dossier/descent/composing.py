"""Lineage over several steps: edges composed, what was kept apart carried on, several ways made one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.lineage import APART, CARRIED, NOBODY, VOICES, Edge, Known, covers, in_order

_ALIKE = 0.6
"""From here on the engine's own pair is sure enough to carry further what a hand said."""


def composed(first: Iterable[Edge], then: Iterable[Edge]) -> tuple[Edge, ...]:
    """Edges over two steps; the weaker voice of the two speaks for both.

    What is said by hand is carried over every further step in which the words are much alike, and binds as what the
    editor says: the two ends of such a way may have no word in common, and only the hand can have joined them.
    """
    onward = _by_old(then)
    found: dict[tuple[int, int], Edge] = {}
    for edge in first:
        for further in onward.get(edge.new, ()):
            kind = further.kind if edge.kind == "same" else edge.kind
            _stronger(found, _joined(edge, further, edge.old, further.new, kind))
    return tuple(found.values())


def _by_old(edges: Iterable[Edge]) -> dict[int, list[Edge]]:
    found: dict[int, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.old, []).append(edge)
    return found


def _joined(one: Edge, two: Edge, old: int, new: int, kind: str) -> Edge:
    voice = max(one.by, two.by, key=VOICES.index)
    by_hand = ("hand", CARRIED)
    if (one.by in by_hand or two.by in by_hand) and all(
        edge.by in by_hand or edge.confidence >= _ALIKE for edge in (one, two)
    ):
        voice = min(voice, CARRIED, key=VOICES.index)
    return Edge(old, new, kind, min(one.confidence, two.confidence), voice)


def _stronger(found: dict[tuple[int, int], Edge], edge: Edge) -> None:
    """Takes an edge in, unless the same is said by a stronger voice already."""
    known = found.get(edge.ends)
    if known is None or VOICES.index(edge.by) < VOICES.index(known.by):
        found[edge.ends] = edge


def then(first: Known, second: Known) -> Known:
    """What is known over two steps. What was kept apart stays apart from what its other end became.

    What was deleted in the first step is none of what lived then; what came in later may be it again.
    """
    apart: dict[tuple[int, int], Edge] = {}
    if first.apart or second.apart:
        for edge in _carried(first, second):
            _stronger(apart, edge)
    return _reconciled(composed(first.edges, second.edges), apart.values())


def _carried(first: Known, second: Known) -> Iterator[Edge]:
    onward = _by_old(second.edges)
    for edge in first.apart:
        further = second.edges if edge.new == NOBODY else onward.get(edge.new, ())
        yield from (_joined(edge, one, edge.old, one.new, APART) for one in further)
    back: dict[int, list[Edge]] = {}
    for edge in first.edges if second.apart else ():
        back.setdefault(edge.new, []).append(edge)
    for edge in second.apart:
        before = first.edges if edge.old == NOBODY else back.get(edge.old, ())
        yield from (_joined(edge, one, one.old, edge.new, APART) for one in before)


def either(parts: Sequence[Known]) -> Known:
    """What is known over several ways."""
    if len(parts) == 1:
        return parts[0]
    held: dict[tuple[int, int], Edge] = {}
    apart: dict[tuple[int, int], Edge] = {}
    for part in parts:
        for edge in part.edges:
            _stronger(held, edge)
        for edge in part.apart:
            _stronger(apart, edge)
    return _reconciled(held.values(), apart.values())


def _reconciled(edges: Iterable[Edge], apart: Iterable[Edge]) -> Known:
    """Of a pair that is held and kept apart, what the stronger voice says; of equal ones it is held."""
    kept = in_order(apart)
    if not kept:
        return Known(in_order(edges))
    held = {edge.ends: edge for edge in edges}
    still = []
    for edge in kept:
        covered = [ends for ends in held if covers(edge, ends)] if NOBODY in edge.ends else [edge.ends]
        covered = [ends for ends in covered if ends in held]
        if any(VOICES.index(held[ends].by) <= VOICES.index(edge.by) for ends in covered):
            continue
        for ends in covered:
            del held[ends]
        still.append(edge)
    return Known(in_order(held.values()), tuple(still))


def replaced(known: Known, other: Known, olds: set[int], news: set[int]) -> Known:
    """What is known, but of these paragraphs what another says."""

    def touches(edge: Edge) -> bool:
        return edge.old in olds or edge.new in news

    return _reconciled(
        [*(e for e in known.edges if not touches(e)), *(e for e in other.edges if touches(e))],
        [*(e for e in known.apart if not touches(e)), *(e for e in other.apart if touches(e))],
    )
