"""Verbs further on in a paragraph in the place of others: "recalls the law, and urges all" that only invited all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from models.comparison.change import Change, VerbChange
from models.comparison.weighing.ladder import direction, ladder
from models.comparison.words.marked import side

_BORDER = re.compile(
    r"(?:[,;]|\b(?:and|but|et|y|и)) (?:(?:also|further|strongly|in (?:this|that) (?:regard|respect|context),?) )*$"
)
"""Where another verb of a paragraph begins."""


def inner_verbs(change: Change) -> Iterator[VerbChange]:
    """Each of the plain diff of one paragraph, in order; the verb that opens it is told apart."""
    if change.kind != "reworded":
        return
    told = _led_to(change)
    before = ""
    for (op, text), (next_op, instead) in pairwise((*change.words, ("", ""))):
        if (op, next_op) == ("delete", "insert") and _BORDER.search(before):
            old, new = text.strip().casefold(), instead.strip().casefold()
            if (old, new) != told and _languages(old) & _languages(new):
                yield VerbChange(old, new, direction(old, new))
        before = text if op == "equal" else before


def _led_to(change: Change) -> tuple[str, str] | None:
    """The verb of the paragraph where words stand before it ("In accordance with its mandate, urges"): that is told."""
    if change.verb is None:
        return None
    old, new = change.verb.old.casefold(), change.verb.new.casefold()
    return None if side(change.words, "delete").casefold().lstrip("[ ").startswith(old) else (old, new)


def _languages(verb: str) -> set[str]:
    """The languages of the ladder that have a verb; none for other words."""
    return {family.split()[0] for family in ladder().get(verb, ())}
