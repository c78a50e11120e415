"""What few texts have any of, looked for once: to look for one kind of element takes a walk through all of a tree.

A file is asked for some fifty kinds on its road, most of which it has none of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from lxml import etree

_FEW = 20


class _Known(NamedTuple):
    """What a tree has none of, and of what it has few: by tag, and where they stand, in order."""

    wanting: frozenset[str]
    few: frozenset[str]
    places: tuple[etree._Element, ...]


_looked_for: set[str] = set()
_known: dict[etree._Element, _Known | None] = {}  # None until something is asked of a tree


def seldom(*tags: str) -> tuple[str, ...]:
    """Tags that a tree is asked for, most often in vain; they may end or begin with "*" as those of `iter` do."""
    _looked_for.update(tags)
    return tags


@contextmanager
def nothing_comes(*roots: etree._Element) -> Iterator[None]:
    """To some trees nothing of what is seldom is added meanwhile, and none of it changes places: it may go."""
    begun = [root for root in roots if root not in _known]
    _known.update((root, None) for root in begun)
    try:
        yield
    finally:
        for root in begun:
            _known.pop(root, None)


def each(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements of a tree with some tags, in its order, as `iter` gives them."""
    if root not in _known:
        return root.iter(*tags)
    known = _known[root]
    if known is None:
        known = _known[root] = _known_of(root)
    left = [tag for tag in tags if tag not in known.wanting]
    if known.few.issuperset(left):
        return (one for one in known.places if one.tag in left and _stands_in(root, one)) if left else iter(())
    return root.iter(*left)


def _known_of(root: etree._Element) -> _Known:
    asked = tuple(_looked_for)  # at once: another thread may load what looks for more
    there: dict[str, int] = {}
    places: list[etree._Element] = []
    for one in root.iter(*asked) if asked else ():
        tag = str(one.tag)
        there[tag] = count = there.get(tag, 0) + 1
        if count <= _FEW:
            places.append(one)
    wanting = frozenset(tag for tag in asked if tag not in there and not _matches(tag, there))
    few = frozenset(tag for tag, count in there.items() if count <= _FEW)
    return _Known(wanting, few, tuple(one for one in places if one.tag in few))


def _stands_in(root: etree._Element, one: etree._Element) -> bool:
    return one is root or any(above is root for above in one.iterancestors())


def _matches(tag: str, there: Iterable[str]) -> bool:
    if tag.endswith("*"):
        return any(one.startswith(tag[:-1]) for one in there)
    return tag.startswith("{*}") and any(one.rpartition("}")[2] == tag[3:] for one in there)
