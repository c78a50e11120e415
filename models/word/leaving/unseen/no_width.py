"""Letters of Unicode that no page shows: tags, selectors where there is nothing to select, signs without a width.

Those that scripts are written with stay untold: joiners of Arabic, of the scripts of India and of emoji, spaces of
Thai or Khmer that break lines, fillers within a syllable of Korean, and, where they are not many, soft hyphens and the
signs that turn a direction.
Source: The Unicode Standard, 18.6 (Hangul), 23.2 (layout controls), 23.4 (variation selectors), 23.9 (tags).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from unicodedata import category

from models.draft.late_pattern import late_pattern

_ODD = late_pattern(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\U0001d173-\U0001d17a\U000e0000-\U000e0fff]+"
    "|[\u00ad\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
)
_BY_RIGHT = late_pattern(
    "\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)"
    "\U000e007f|(?<=[\u1100-\u115e\ua960-\ua97c])\u1160|\u115f(?=[\u1161-\u11a7\ud7b0-\ud7c6])"
    "|(?<=[0-9#*])\ufe0f(?=\u20e3)|(?<=[\u203c\u2049\u2139\u3030])[\ufe0e\ufe0f]|\u200e(?=[0-9])"
)
"""The three flags of parts of a country that there are (UTS 51, annex B), fillers beside the other half, selectors of
keys and of signs that are emoji too (UTS 51, annex A), and what Windows puts before the figures of a date."""
_TURNS = frozenset("\u00ad\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MOST_TURNS = 4  # in one place, those of one kind once: what closes some within one another may be many
_RIGHT_TO_LEFT = late_pattern("[\u0590-\u08ff\ufb1d-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINED = late_pattern(
    "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0700-\u0fff\u1000-\u109f\u1780-\u18af\u1a20-\u1aaf\ua840-\ua9ff"
    "\U00010d00-\U00010eff\U00011000-\U00011fff\U0001e900-\U0001e95f]"
)
"""Letters of scripts that need joiners, and of those that part words by spaces without a width."""
_NO_WIDTH = frozenset("\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")
_HYPHEN = frozenset("\u00ad")
_JOINERS, _TAGS = frozenset("\u200c\u200d"), 0xE0000
_MANY = 8  # of a paragraph, each standing alone where its script has no use for it: as many say a letter
_FIRST_TAKING = 0x1000  # no letter before takes a selector, though figures and signs do
_BESIDE = 20  # letters on each side that are told


def without_width(texts: Iterable[str]) -> Iterator[str]:
    """What such letters of some texts say, where they are tags, and else what stands around them with their count."""
    every = list(texts)
    odd = list(filter(may_have, every))
    turns_back = bool(odd) and any(not text.isascii() and _RIGHT_TO_LEFT.search(text) for text in every)
    for text in odd:
        text = _BY_RIGHT.sub("", text)
        alone: list[re.Match[str]] = []
        for hit in _ODD.finditer(text):
            start, end = hit.span()
            before, after = text[max(0, start - 1) : start], text[end : end + 1]
            if hit[0][0] in _TURNS:
                turns = [one for one, _ in groupby(hit[0])] if set(hit[0]) != _HYPHEN else hit[0]
                if len(turns) > _MOST_TURNS:
                    yield _around(text, hit, len(hit[0]))
                elif not turns_back and not set(hit[0]) <= _HYPHEN:
                    alone.append(hit)
            elif tags := "".join(chr(ord(one) - _TAGS) for one in hit[0] if 0x20 <= ord(one) - _TAGS < 0x7F):
                yield tags
            elif _says_more(hit[0], before):
                yield _around(text, hit, len(hit[0]))
            elif not _JOINED.match(before) and not _JOINED.match(after) and not _is_sign(before):
                alone.append(hit)
        if len(alone) >= _MANY:
            yield _around(text, alone[0], 1)


def may_have(text: str) -> bool:
    """Whether a text has any of the letters, be there a use for them or not."""
    return not text.isascii() and _ODD.search(text) is not None


def _says_more(row: str, before: str) -> bool:
    """Whether a row of such letters is more than any script has in one place."""
    selected = before
    for at, one in enumerate(row):
        if one in _NO_WIDTH:
            twice = at > 0 and row[at - 1] in _NO_WIDTH
            if twice and not (set(row) <= _JOINERS and len(row) == 2 and _JOINED.match(before)):
                return True
        elif category(one) != "Mn" or not _takes(selected, one):
            return True  # neither a space nor a selector
        selected = one
    return False


def _takes(letter: str, selector: str) -> bool:
    """Whether something before a selector may have several forms."""
    if not letter or letter.isspace() or category(letter) in ("Mn", "Cf"):
        return False
    if ord(selector) >= _TAGS:  # forms of ideographs
        return category(letter) == "Lo" and ord(letter) >= _FIRST_TAKING
    return not letter.isalpha() or ord(letter) >= _FIRST_TAKING


def _is_sign(letter: str) -> bool:
    return bool(letter) and category(letter) in ("So", "Sk", "Sm")


def _around(text: str, hit: re.Match[str], count: int) -> str:
    """What stands around a row, with the number of its letters in its place."""
    start, end = hit.span()
    before, after = text[max(0, start - _BESIDE) : start].rsplit("\n", 1)[-1], text[end : end + _BESIDE]
    said = f"{count} sign{'s' if count != 1 else ''} without width"
    return _ODD.sub("", f"{before}[{said}]{after}")
