"""What stays of several wordings that brackets or a stroke left open: “Encourages” of “[Urges] [Encourages]”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models.comparison.change import Change
from models.comparison.words.marked import Words, side
from models.comparison.words.openings import ADDITIVE_WORDS
from models.draft.brackets import CLOSING, OPENING, may_hold_brackets
from models.reading.openings import opening

_OPEN, _SHUT = re.escape(OPENING), re.escape(CLOSING)
_ONE = rf"[{_OPEN}][^{_OPEN}{_SHUT}]+[{_SHUT}]"
_OFFER = re.compile(
    rf"{_ONE}(?:\s*(?:/|or)?\s*{_ONE})+|[{_OPEN}][^{_OPEN}{_SHUT}/]+(?:/[^{_OPEN}{_SHUT}/]+)+[{_SHUT}]"
    r"|(?<![\w/.])[^\W\d_]{2,}(?:/[^\W\d_]{2,})+(?![\w/])"
)
_APART = re.compile(rf"[{_SHUT}]\s*(?:/|or)?\s*[{_OPEN}]|/")
_AROUND = f" \n{OPENING}{CLOSING}"
_SHORT = 6
"""So many words of a wording are said."""


class Kept(NamedTuple):
    """A wording that stays, as the new text has it; all that there were; whether they are verbs that open a
    paragraph."""

    wording: str
    offered: str
    are_verbs: bool


def kept_of_several(change: Change) -> Iterator[Kept]:
    """Each place of a reworded paragraph where of several wordings one stays."""
    if change.kind != "reworded":
        return
    old = side(change.words, "delete")
    if "/" not in old and not may_hold_brackets(old):
        return
    for offer in _OFFER.finditer(old):
        wordings = {_read(one): one for one in _APART.split(offer[0])}
        now = _at(change.words, *offer.span()).strip(_AROUND)
        if len(wordings) > 1 and _read(now) in wordings:
            opens = ADDITIVE_WORDS.issuperset(_read(old[: offer.start()]).split())
            are_verbs = opens and all(opening(one) is not None for one in wordings.values())
            yield Kept(_short(now), _short(offer[0]), are_verbs)


def _read(wording: str) -> str:
    return " ".join(wording.strip(_AROUND).casefold().split())


def _at(words: Words, start: int, end: int) -> str:
    """What the new text has in the place of a stretch of the old one."""
    at, found, touched = 0, [], False
    for op, text in words:
        if op == "insert":
            if start < at < end or touched:
                found.append(text)
            continue
        first, last = max(start - at, 0), end - at
        if op == "equal" and last > 0:
            found.append(text[first:last])
        touched = op == "delete" and at < end and at + len(text) > start
        at += len(text)
    return "".join(found)


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= 2 * _SHORT else f"{' '.join(words[:_SHORT])} … {' '.join(words[-_SHORT:])}"
