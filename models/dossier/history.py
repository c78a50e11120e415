"""The history of one paragraph through the drafts of a dossier: where it came from and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from models.dossier.dossier import Dossier
from models.dossier.lineage import Edge
from models.dossier.node import Node


@dataclass(frozen=True, slots=True)
class Came:
    """How a paragraph came from one of a parent draft (an id); the edge says what happened and who says so."""

    parent: str
    edge: Edge


@dataclass(frozen=True, slots=True)
class Step:
    """A draft in which the paragraph lives.

    `positions` are several where it was split into them, or where they were merged into it later; the longest text
    comes first, for it continues the line and the others branch from it. `came` is empty where it is new.
    """

    node: Node
    positions: tuple[int, ...]
    came: tuple[Came, ...]


def paragraph_history(dossier: Dossier, node: str, position: int) -> tuple[Step, ...]:
    """The steps of the paragraph at a position of a draft, oldest first, among its ancestors and descendants."""
    nodes = dossier.nodes()
    links = {(parent, one.id): dossier.edges(parent, one.id) for one in nodes for parent in dict.fromkeys(one.parents)}
    places: dict[str, set[int]] = {node: {position}}
    for one in reversed(nodes):  # parents come before their children, so one pass each way is enough
        for parent in one.parents:
            _carry(places, one.id, parent, links[parent, one.id], lambda edge: (edge.new, edge.old))
    onward: dict[str, set[int]] = {node: {position}}
    for one in nodes:
        for parent in one.parents:
            _carry(onward, parent, one.id, links[parent, one.id], lambda edge: (edge.old, edge.new))
    for name, positions in onward.items():
        places.setdefault(name, set()).update(positions)
    return tuple(_step(dossier, one, places, links) for one in nodes if one.id in places)


def _carry(
    places: dict[str, set[int]],
    start: str,
    end: str,
    edges: tuple[Edge, ...],
    ends: Callable[[Edge], tuple[int, int]],
) -> None:
    if here := places.get(start):
        there = {to for edge in edges for at, to in [ends(edge)] if at in here}
        if there:
            places.setdefault(end, set()).update(there)


def _step(
    dossier: Dossier, node: Node, places: dict[str, set[int]], links: dict[tuple[str, str], tuple[Edge, ...]]
) -> Step:
    positions = places[node.id]
    came = tuple(
        Came(parent, edge)
        for parent in dict.fromkeys(node.parents)
        for edge in links[parent, node.id]
        if edge.new in positions and edge.old in places.get(parent, ())
    )
    draft = dossier.draft(node.id)
    longest_first = sorted(positions, key=lambda at: (-len(draft.paragraphs[at].text), at))
    return Step(node, tuple(longest_first), came)
