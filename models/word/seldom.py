"""What few texts have any of, looked for once: to look for one kind of element takes a walk through all of a tree.

A file is asked for some fifty kinds on its road, most of which it has none of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from lxml import etree

_looked_for: set[str] = set()
_wanting: dict[etree._Element, frozenset[str] | None] = {}  # what a tree has none of; None until that is asked


def seldom(*tags: str) -> tuple[str, ...]:
    """Tags that a tree is asked for, most often in vain; they may end or begin with "*" as those of `iter` do."""
    _looked_for.update(tags)
    return tags


@contextmanager
def nothing_comes(*roots: etree._Element) -> Iterator[None]:
    """To some trees nothing of what is seldom is added meanwhile: what they have none of need not be looked for."""
    begun = [root for root in roots if root not in _wanting]
    _wanting.update((root, None) for root in begun)
    try:
        yield
    finally:
        for root in begun:
            _wanting.pop(root, None)


def each(root: etree._Element, *tags: str) -> Iterator[etree._Element]:
    """The elements of a tree with some tags, in its order, as `iter` gives them."""
    if root not in _wanting:
        return root.iter(*tags)
    wanting = _wanting[root]
    if wanting is None:
        wanting = _wanting[root] = _wanting_in(root)
    left = [tag for tag in tags if tag not in wanting]
    return root.iter(*left) if left else iter(())


def _wanting_in(root: etree._Element) -> frozenset[str]:
    asked = tuple(_looked_for)  # at once: another thread may load what looks for more
    there = {str(one.tag) for one in root.iter(*asked)} if asked else set()
    return frozenset(tag for tag in asked if tag not in there and not _matches(tag, there))


def _matches(tag: str, there: Iterable[str]) -> bool:
    if tag.endswith("*"):
        return any(one.startswith(tag[:-1]) for one in there)
    return tag.startswith("{*}") and any(one.rpartition("}")[2] == tag[3:] for one in there)
