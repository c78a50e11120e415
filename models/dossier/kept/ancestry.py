"""How drafts of a dossier stand to each other: the way from one to another over parents."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

Links = Sequence[tuple[str, Sequence[str]]]
"""Nodes in the order in which they are come to, each with those before it from which it is."""


def way(parents: Mapping[str, Sequence[str]], start: str, end: str) -> tuple[str, ...]:
    """The nodes from `start` to `end`, both among them: straight down or up the line if there is such a way, else
    over the nearest common ancestor or descendant; empty where nothing joins them."""
    children = _children(parents)

    def down(node: str) -> Sequence[str]:
        return children.get(node, ())

    def up(node: str) -> Sequence[str]:
        return parents.get(node, ())

    def either(node: str) -> Sequence[str]:
        return (*up(node), *down(node))

    for steps in (down, up, either):
        found = _shortest(steps, start, end)
        if found:
            return found
    return ()


def _shortest(steps: Callable[[str], Sequence[str]], start: str, end: str) -> tuple[str, ...]:
    came_from: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        if node == end:
            back = [node]
            while (before := came_from[back[-1]]) is not None:
                back.append(before)
            return tuple(reversed(back))
        for step in steps(node):
            if step not in came_from:
                came_from[step] = node
                waiting.append(step)
    return ()


def descends(parents: Mapping[str, Sequence[str]], one: str, other: str) -> bool:
    """Whether one of two nodes is an ancestor of the other."""
    return any(nearest(parents, start, end.__eq__) == end for start, end in ((one, other), (other, one)))


def nearest(parents: Mapping[str, Sequence[str]], start: str, wanted: Callable[[str], bool]) -> str | None:
    """The nearest of a node and its ancestors that is wanted."""
    seen, waiting = {start}, deque([start])
    while waiting:
        node = waiting.popleft()
        if wanted(node):
            return node
        for parent in parents.get(node, ()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return None


def links_between(parents: Mapping[str, Sequence[str]], start: str, end: str) -> Links:
    """How one node is come to from another: along all ways straight down or up the line, else over the shortest.

    `parents` names the nodes oldest first. Where nothing joins the two, one step leads from one to the other.
    """
    if start == end:
        return []
    for links in (links_below(parents, start), links_above(parents, start)):
        if any(here == end for here, _ in links):
            return _leading_to(links, end)
    path = way(parents, start, end) or (start, end)
    return [(here, (before,)) for before, here in pairwise(path)]


def leads_down(parents: Mapping[str, Sequence[str]], links: Links) -> bool:
    """Whether links lead from a node straight to one that descends from it."""
    return all(set(befores) <= set(parents[here]) for here, befores in links)


def links_from(parents: Mapping[str, Sequence[str]], start: str, joined: Sequence[tuple[str, str]] = ()) -> Links:
    """How all nodes are come to from one: its ancestors up the line, its descendants down, the others from those.

    `joined` are pairs of nodes that belong together otherwise; over them what no line leads to is come to.
    """
    links = [*links_above(parents, start), *links_below(parents, start)]
    placed = {start, *(here for here, _ in links)}
    children = _children(parents)
    left = [node for node in parents if node not in placed]
    while left:
        found = next(((node, b) for node in left if (b := [p for p in parents[node] if p in placed])), None)
        found = found or next(
            ((node, b) for node in reversed(left) if (b := [c for c in children.get(node, ()) if c in placed])), None
        )
        found = found or next(
            ((node, b) for node in left if (b := [o for ends in joined if node in ends for o in ends if o in placed])),
            None,
        )
        if found is None:
            break
        links.append(found)
        placed.add(found[0])
        left.remove(found[0])
    return links


def _children(parents: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for child, its in parents.items():
        for parent in its:
            children.setdefault(parent, []).append(child)
    return children


def links_below(parents: Mapping[str, Sequence[str]], start: str) -> list[tuple[str, Sequence[str]]]:
    """How the descendants of a node are come to, the oldest first."""
    return _line(parents, start)


def links_above(parents: Mapping[str, Sequence[str]], start: str) -> list[tuple[str, Sequence[str]]]:
    """How the ancestors of a node are come to, the latest first."""
    children = _children(parents)
    return _line({node: children.get(node, ()) for node in reversed(list(parents))}, start)


def _line(befores: Mapping[str, Sequence[str]], start: str) -> list[tuple[str, Sequence[str]]]:
    """All that is come to from a node without turning round; what comes before stands before."""
    placed = {start}
    links: list[tuple[str, Sequence[str]]] = []
    for node, its in befores.items():
        known = [before for before in its if before in placed]
        if known and node != start:
            placed.add(node)
            links.append((node, known))
    return links


def _leading_to(links: Links, end: str) -> Links:
    wanted = {end}
    kept = []
    for here, befores in reversed(links):
        if here in wanted:
            wanted.update(befores)
            kept.append((here, befores))
    return kept[::-1]
