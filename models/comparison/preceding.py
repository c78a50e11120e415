"""References that count paragraphs from where they stand: "the preceding paragraph", "the two preceding paragraphs"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from models.draft import Draft, Kind
from models.draft.late_pattern import late_pattern
from models.draft.whose import quoted

_COUNTED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})
_STOPS = frozenset({Kind.ANNEX, Kind.MASTHEAD})
_MANY = {
    **{word: number for number, word in enumerate(("two", "three", "four", "five"), 2)},
    **{word: number for number, word in enumerate(("deux", "trois", "quatre", "cinq"), 2)},
    **{word: number for number, word in enumerate(("dos", "tres", "cuatro", "cinco"), 2)},
}
_BEFORE = r"(?:immediately\s+)?(?:preceding|previous|foregoing)"
_MINE = r"(?!\s+(?:of|in|from|de|du|del)(?!\w)(?!\s+(?:the\s+present|this|la\s+présente|la\s+presente)(?!\w)))"
_PRECEDING = late_pattern(
    rf"(?<!\w)(?:the\s+{_BEFORE}\s+(?:(?:preambular|operative)\s+)?(?:sub-?)?paragraph(?!\w)"
    rf"|the\s+(?:(?P<many>{'|'.join(_MANY)})\s+{_BEFORE}|{_BEFORE}\s+(?P<number>{'|'.join(_MANY)}))\s+(?:sub-?)?paragraphs"
    rf"|(?:le|du|au)\s+(?:paragraphe|alinéa)\s+(?:précédent|qui\s+précède)|(?:el|del|al)\s+párrafo\s+(?:anterior|precedente)"
    rf"|les\s+(?P<deux>{'|'.join(_MANY)})\s+paragraphes\s+(?:précédents|qui\s+précèdent)"
    rf"|los\s+(?P<dos>{'|'.join(_MANY)})\s+párrafos\s+(?:anteriores|precedentes)"
    rf"|предыдущ\w+\s+пункт\w{{0,2}})(?!\w){_MINE}"
    r"|(?<!\w)\w{0,3}فقرة\sالسابقة(?!\w)|(?:前|上)一段",
    re.IGNORECASE,
)


class Preceding(NamedTuple):
    """One such reference: how many paragraphs it means, and where it stands."""

    size: int
    start: int
    end: int


def preceding_in(text: str) -> Iterator[Preceding]:
    """Those of a text, but in quoted words."""
    in_quotes: list[tuple[int, int]] | None = None
    for match in _PRECEDING.finditer(text):
        in_quotes = quoted(text) if in_quotes is None else in_quotes
        if not any(start <= match.start() < end for start, end in in_quotes):
            word = next((match[name] for name in ("many", "number", "deux", "dos") if match[name]), "")
            yield Preceding(_MANY.get(word.lower(), 1), match.start(), match.end())


def meant_before(draft: Draft, position: int, count: int) -> tuple[int, ...] | None:
    """The positions of so many paragraphs before one, the nearest first; None where there are not as many.

    They are of its own level; before the first item of a list stand those before the paragraph the list belongs to.
    """
    found: list[int] = []
    level = draft.paragraphs[position].level
    for at in range(position - 1, -1, -1):
        paragraph = draft.paragraphs[at]
        if paragraph.kind in _STOPS:
            return None
        if paragraph.kind not in _COUNTED or paragraph.level > level or paragraph.cell is not None:
            continue
        if paragraph.level < level:
            level = paragraph.level
            continue
        found.append(at)
        if len(found) == count:
            return tuple(found)
    return None
