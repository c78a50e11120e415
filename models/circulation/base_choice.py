"""Which draft a text that leaves is tracked on unless the user says otherwise.

The rule of submission: a first tabling is tracked on the last adopted resolution, a text on the basis of an issued
L. document on that document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.dossier.node import Node

_TABLED = re.compile(r"/L\.\d")
_ADOPTED = re.compile(r"^(?:[A-Z]+(?:/[A-Z]+)*/(?:RES|DEC)/|S/RES/|\d{1,2}/\d+)")


def default_base(nodes: Sequence[Node], node: str, base_symbol: str | None = None) -> Node | None:
    """The base of a draft among the drafts of its dossier, or None where there is no other.

    `base_symbol` is the document the draft itself says it is based on. In this order: that document; the nearest
    issued L. document the draft comes from; the last adopted resolution, of those it comes from if there is one; its
    parent.
    """
    known = {one.id: one for one in nodes}
    if base_symbol:
        named = [one for one in nodes if one.symbol == base_symbol and one.id != node]
        if named:
            return named[-1]
    before = [known[one] for one in _ancestors({one.id: one.parents for one in nodes}, node) if one in known]
    tabled = next((one for one in before if one.symbol and _TABLED.search(one.symbol)), None)
    if tabled is not None:
        return tabled
    own = known.get(node)
    day = own.date if own is not None else None
    others = [one for one in nodes if one.id != node and not (day and one.date and one.date > day)]
    for group in (before, others):
        adopted = [one for one in group if _is_adopted(one)]
        if adopted:
            return max(adopted, key=lambda one: (one.date or "", one.symbol or ""))
    return before[0] if before else None


def _is_adopted(node: Node) -> bool:
    return bool(node.facts.get("adopted")) or (node.symbol is not None and _ADOPTED.search(node.symbol) is not None)


def _ancestors(parents: Mapping[str, Sequence[str]], node: str) -> Iterator[str]:
    """The drafts a draft comes from, the nearest first."""
    waiting, seen = list(parents.get(node, ())), {node}
    while waiting:
        one = waiting.pop(0)
        if one not in seen:
            seen.add(one)
            yield one
            waiting += parents.get(one, ())
