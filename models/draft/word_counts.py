"""How many words a text has and a change puts in or takes out: the count that Word makes, wherever one is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from models.draft.late_pattern import late_pattern

# Letters of Chinese and Japanese and their full-width signs; the ideographic space is white space.
_EASTERN = late_pattern(
    "[\u2e80-\u2fff\u3001-\u30ff\u31c0-\u9fff\uf900-\ufaff\uff01-\uff9f\uffe0-\uffee\U00020000-\U0003ffff]"
)
_EDGES = re.compile(r"^[^\w\s]+|[^\w\s]+$")


def count_words(text: str) -> int:
    """What stands between white space, "A/RES/70/1" and "and/or" being one; of Chinese and Japanese each character."""
    if text.isascii() or not _EASTERN.search(text):
        return len(text.split())
    rest, characters = _EASTERN.subn(" ", text)
    return characters + len(rest.split())


def count_changed(words: Iterable[tuple[str, str]], op: str) -> int:
    """How many words a comparison of two texts puts in ("insert") or takes out ("delete").

    Of one text alone all are counted. Else what is left of a word counts as one, and signs at the edge of what differs
    belong to the words beside it: a comma that is new is no word.
    """
    words = tuple(words)
    if len(words) == 1:
        return count_words(words[0][1]) if words[0][0] == op else 0
    return sum(count_words(_without_edges(text)) for kind, text in words if kind == op)


def _without_edges(text: str) -> str:
    """What is left of a piece without the signs at its edges: most have none, which is seen at once."""
    first, last = text[:1], text[-1:]
    if (first.isalnum() or first.isspace()) and (last.isalnum() or last == " "):
        return text
    return _EDGES.sub("", text)


def count_touched(words: Iterable[tuple[str, str]]) -> int:
    """How many words are others in a text than in another, each place by itself: one that comes where another goes is
    one word, one that comes and another that goes elsewhere are two.
    """
    words = tuple(words)
    places = (tuple(place) for equal, place in groupby(words, lambda one: one[0] == "equal") if not equal)
    if len(words) == 1:
        return max(count_changed(words, op) for op in ("insert", "delete"))
    # What is equal beside a place says that it is not all there is.
    return sum(max(count_changed((("equal", ""), *place), op) for op in ("insert", "delete")) for place in places)
