"""Verbs further on in a paragraph in the place of others: "recalls the law, and urges all" that only invited all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from models.comparison.change import Change, VerbChange
from models.comparison.weighing.verbs import direction, ladder

_BORDER = re.compile(
    r"(?:[,;]|\b(?:and|but|et|y|и)) (?:(?:also|further|strongly|in (?:this|that) (?:regard|respect|context),?) )*$"
)
"""Where another verb of a paragraph begins."""


def inner_verbs(change: Change) -> Iterator[VerbChange]:
    """Each of the plain diff of one paragraph, in order; the verb that opens it is told apart."""
    if change.kind != "reworded":
        return
    before = ""
    for (op, text), (next_op, instead) in pairwise((*change.words, ("", ""))):
        if (op, next_op) == ("delete", "insert") and _BORDER.search(before):
            old, new = text.strip().casefold(), instead.strip().casefold()
            if _languages(old) & _languages(new):
                yield VerbChange(old, new, direction(old, new))
        before = text if op == "equal" else before


def _languages(verb: str) -> set[str]:
    """The languages of the ladder that have a verb; none for other words."""
    return {family.split()[0] for family in ladder().get(verb, ())}
