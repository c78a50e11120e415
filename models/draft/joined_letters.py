"""Arabic letters in the forms in which they stand beside each other, each a sign of its own (U+FB50 to U+FEFC).

A font may draw a letter as a stroke with dots apart from it; in a PDF nobody could tell then which letter that is. It
draws these forms whole.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from models.draft.directions import holds_right_to_left

_BLOCKS = range(0xFE70, 0xFEFD), range(0xFB50, 0xFC00)
_ISOLATED, _FINAL, _INITIAL, _MEDIAL = "<isolated>", "<final>", "<initial>", "<medial>"
_LAM = "\u0644"
_STRETCHED = "\u0640\u200d"
"""What letters on both sides of it are joined to."""


class Joined(NamedTuple):
    """Texts that follow each other, in forms of letters; `lost` are the places, all texts laid end to end, of letters
    that are one sign with the letter before."""

    texts: tuple[str, ...]
    lost: tuple[int, ...] = ()

    def place(self, before: int) -> int:
        """Where what stood at a place stands now."""
        return before - bisect_left(self.lost, before)


def joined(texts: Sequence[str]) -> Joined:
    """Texts that follow each other on one line, their Arabic letters in the forms in which they stand there."""
    whole = "".join(texts)
    if not holds_right_to_left(whole):
        return Joined(tuple(texts))
    forms, pairs = _forms()
    letters = [at for at, sign in enumerate(whole) if not unicodedata.combining(sign)]
    drawn, lost = list(whole), list[int]()
    held = False  # whether the letter before is joined to the next
    for number, at in enumerate(letters):
        sign, own = whole[at], forms.get(whole[at], {})
        after = letters[number + 1] if number + 1 < len(letters) else None
        if lost and lost[-1] == at:
            held = False
            continue
        back = held and _FINAL in own
        pair = pairs.get(whole[after]) if sign == _LAM and after is not None else None
        if pair is not None and after is not None:
            drawn[at], drawn[after] = pair[back], ""
            lost.append(after)
            continue
        held = sign in _STRETCHED or _INITIAL in own
        ahead = held and after is not None and _is_joined_back(whole[after], forms)
        drawn[at] = own.get((_MEDIAL if back else _INITIAL) if ahead else _FINAL if back else _ISOLATED, sign)
    found, start = list[str](), 0
    for text in texts:
        found.append("".join(drawn[start : start + len(text)]))
        start += len(text)
    return Joined(tuple(found), tuple(lost))


def is_form(sign: str) -> bool:
    """Whether a sign is a form of an Arabic letter, or of several."""
    return "\ufb50" <= sign <= "\ufdff" or "\ufe70" <= sign <= "\ufefc"


def _is_joined_back(sign: str, forms: dict[str, dict[str, str]]) -> bool:
    return sign in _STRETCHED or _FINAL in forms.get(sign, {})


@cache
def _forms() -> tuple[dict[str, dict[str, str]], dict[str, tuple[str, str]]]:
    """The forms of each letter, and of lam with each alef behind it: alone, and joined to a letter before."""
    forms: dict[str, dict[str, str]] = {}
    pairs: dict[str, list[str]] = {}
    for sign in (chr(code) for block in _BLOCKS for code in block):
        which, *of = unicodedata.decomposition(sign).split() or [""]
        letters = "".join(chr(int(code, 16)) for code in of)
        if len(letters) == 1:
            forms.setdefault(letters, {}).setdefault(which, sign)
        elif len(letters) == 2 and letters[0] == _LAM and sign >= "\ufef5":
            pairs.setdefault(letters[1], []).append(sign)
    return forms, {alef: (alone, behind) for alef, (alone, behind) in pairs.items()}
