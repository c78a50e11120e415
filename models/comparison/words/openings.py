"""How a paragraph opens: its verb and the "also" or "further" that tells it from the same verb before it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from models.reading.openings import opening as listed_opening

_ADDITIVE: dict[tuple[str, ...], str] = {
    ("also",): "also",
    ("further",): "further",
    ("également",): "also",
    ("en", "outre"): "further",
    ("también",): "also",
    ("además",): "further",
    ("также",): "also",
    ("далее",): "further",
    ("أيضا",): "also",
    ("أيضاً",): "also",
    ("كذلك",): "further",
}
_CHINESE_ADDITIVE = {"又": "also", "还": "further"}
ADDITIVE_WORDS = frozenset(word for words in _ADDITIVE for word in words) | frozenset(_CHINESE_ADDITIVE)
_ADDITIVE_STARTS = frozenset(words[0] for words in _ADDITIVE)
LOOKED_AT = 8
"""So many tokens from the start tell how a paragraph opens."""
_AMBIGUOUS = frozenset({"further", "далее"})
"""After the verb these may belong to what follows: "Requests further information"."""
_NO_ADJECTIVE = [["the"], ["that"], ["its"], ["their"], ["a"], ["an"], ["all"], ["upon"], ["of"]]
"""Before these "further" is no adjective."""
_WHILE = frozenset({"وإذ", "إذ"})
# "Takes note also": the adverb may stand after these second words of a verb.
_SECOND = frozenset({"note", "upon", "for", "on", "with", "acte", "concerned", "forward", "mind"})
_TWO_WORDS = frozenset(
    {
        "takes", "taking", "calls", "calling", "expresses", "expressing", "looks", "looking", "deeply", "gravely",
        "seriously", "bearing", "prend", "prenant", "toma", "tomando", "وإذ", "إذ", "تحيط", "يحيط",
    }
)  # fmt: skip


class Opening(NamedTuple):
    """The verb in small letters and the additive word, which stands from `start` to before `end` among the words."""

    verb: str
    additive: str | None
    start: int
    end: int


def opening(words: Sequence[str], italic: Callable[[int], bool]) -> Opening:
    """How a paragraph of these words opens.

    "Further" after the verb may belong to what follows ("Requests further information"): there it counts only where
    italics or the next word say so.
    """
    if words and "\u4e00" <= words[0] <= "\u9fff":
        return _chinese(words)
    low = [word.casefold() for word in words[:6]]
    if _ADDITIVE_STARTS.isdisjoint(low[:4]):
        return Opening(_verb(low), None, 0, 0)
    for start in range(min(4, len(low))):
        found = next((length for length in (2, 1) if tuple(low[start : start + length]) in _ADDITIVE), 0)
        if not found:
            continue
        additive = _ADDITIVE[tuple(low[start : start + found])]
        if start >= 2 and low[start - 1] not in _SECOND and not (start == 2 and low[0] in _WHILE):
            continue
        if start and low[start] in _AMBIGUOUS and not italic(start) and low[start + 1 : start + 2] not in _NO_ADJECTIVE:
            continue
        rest = low[:start] + low[start + found :]
        # "Further cuts shall be made" is no other "Cuts": only before or in a known opening does the word stand alone.
        if listed_opening(" ".join([*rest, *words[6:]])) is not None:
            return Opening(_verb(rest), additive, start, start + found)
    return Opening(_verb(low), None, 0, 0)


def _chinese(words: Sequence[str]) -> Opening:
    """Of a Chinese paragraph, each sign a word: 又 or 还 stands before the verb, which is one of the list."""
    additive = _CHINESE_ADDITIVE.get(words[0])
    rest = "".join(words[1 if additive else 0 :])
    listed = listed_opening(rest)
    verb = rest[: listed.end] if listed else rest  # what is not in the list is like no other
    return Opening(verb, additive, 0, 1) if additive else Opening(verb, None, 0, 0)


def _verb(words: Sequence[str]) -> str:
    if not words:
        return ""
    return " ".join(words[:2]) if words[0] in _TWO_WORDS else words[0]


def demanded(before: Opening | None, verb: str) -> frozenset[str | None]:
    """The additive words a paragraph may open with after that neighbour, None standing for none.

    After "further" a series goes on in one way or begins anew; published texts do all three.
    """
    if before is None or before.verb != verb:
        return frozenset({None})
    if before.additive is None:
        return frozenset({"also"})
    return frozenset({"further"}) if before.additive == "also" else frozenset({None, "also", "further"})
