"""How drafts of a dossier stand to each other: the way from one to another over parents."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence


def way(parents: Mapping[str, Sequence[str]], start: str, end: str) -> tuple[str, ...]:
    """The nodes from `start` to `end`, both among them: straight down or up the line if there is such a way, else
    over the nearest common ancestor or descendant; empty where nothing joins them."""
    children: dict[str, list[str]] = {}
    for child, its in parents.items():
        for parent in its:
            children.setdefault(parent, []).append(child)

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
