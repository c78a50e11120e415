"""Which draft a text that leaves is tracked on unless the user says otherwise.

The rule of submission: a first tabling is tracked on the last adopted resolution, a text on the basis of an issued
L. document on that document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from models.draft.masthead_lines import SYMBOL

if TYPE_CHECKING:
    from models.dossier.node import Node

_TABLED = re.compile(r"/L\.\d")
_ADOPTED = re.compile(r"^(?:[A-Z]+(?:/[A-Z]+)*/(?:RES|DEC)/|S/RES/|\d{1,2}/\d+)")


def default_base(nodes: Sequence[Node], node: str, base_symbol: str | None = None) -> Node | None:
    """The base of a draft among the drafts of its dossier, or None where there is no other.

    `base_symbol` is the document the draft itself says it is based on. In this order: that document; the nearest
    issued L. document the draft comes from; the last adopted resolution, of those it comes from if there is one; its
    parent, or whatever it comes from. A draft with the very same text is passed over while there is another: there
    would be nothing to track. A draft that is known by its label only counts by that.
    """
    known = {one.id: one for one in nodes}
    own = known.get(node)
    same = own.content if own is not None else ""
    before = [known[one] for one in _ancestors({one.id: one.parents for one in nodes}, node) if one in known]
    others = [one for one in nodes if one.id != node]
    found = _by_the_rule(
        [one for one in before if one.content != same], [one for one in others if one.content != same], own, base_symbol
    )
    return found or _by_the_rule(before, others, own, base_symbol)


def _by_the_rule(
    before: Sequence[Node], others: Sequence[Node], own: Node | None, base_symbol: str | None
) -> Node | None:
    if base_symbol:
        named = [one for one in others if _symbol(one) == base_symbol]
        if named:
            return named[-1]
    tabled = next((one for one in before if _TABLED.search(_symbol(one))), None)
    if tabled is not None:
        return tabled
    day = own.date if own is not None else None
    for group in (before, [one for one in others if not (day and one.date and one.date > day)]):
        adopted = [one for one in group if one.facts.get("adopted") or _ADOPTED.search(_symbol(one))]
        if adopted:
            return max(adopted, key=lambda one: (one.date or "", _symbol(one)))
    return before[0] if before else None


def _symbol(node: Node) -> str:
    """The symbol of a draft, or its label where that is one and nothing else; "" where nobody told either."""
    return node.symbol or (node.label if SYMBOL.fullmatch(node.label) else "")


def _ancestors(parents: Mapping[str, Sequence[str]], node: str) -> Iterator[str]:
    """The drafts a draft comes from, the nearest first."""
    waiting, seen = list(parents.get(node, ())), {node}
    while waiting:
        one = waiting.pop(0)
        if one not in seen:
            seen.add(one)
            yield one
            waiting += parents.get(one, ())
