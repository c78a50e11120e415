"""References that count paragraphs from where they stand: "the preceding paragraph", "the two following paragraphs".

Without a count the plural means all of them: "the preceding paragraphs".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.draft import Kind, Paragraph
from models.draft.late_pattern import late_pattern
from models.draft.whose import quoted

_COUNTED = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH})
_STOPS = frozenset({Kind.ANNEX, Kind.MASTHEAD})
_MANY = {
    **{word: number for number, word in enumerate(("two", "three", "four", "five"), 2)},
    **{word: number for number, word in enumerate(("deux", "trois", "quatre", "cinq"), 2)},
    **{word: number for number, word in enumerate(("dos", "tres", "cuatro", "cinco"), 2)},
}
_COUNT = "|".join(_MANY)
_BESIDE = r"(?:immediately\s+)?(?:preceding|previous|foregoing|following)"
_MINE = r"(?!\s+(?:of|in|from|de|du|del)(?!\w)(?!\s+(?:the\s+present|this|la\s+présente|la\s+presente)(?!\w)))"
_INTRODUCES = r"(?!\s*:)"
"""“Adopts the following paragraph:” quotes it."""
_PATTERN = late_pattern(
    rf"(?<!\w)(?:the\s+(?:(?P<many>{_COUNT})\s+)?{_BESIDE}\s+(?:(?P<number>{_COUNT})\s+)?(?:(?:preambular|operative)\s+)?"
    r"(?P<sub>sub-?)?paragraph(?P<en>s?)(?!\w)"
    r"|the\s+(?:(?:preambular|operative)\s+)?(?P<below>sub-?)?paragraph(?P<here>s?)\s+(?:immediately\s+)?(?:above|below)"
    r"|(?:le|du|au)\s+(?:paragraphe|alinéa)\s+(?:précédent|suivant|qui\s+(?:précède|suit)|ci-(?:dessus|dessous|après))"
    rf"|(?P<fr>les|des|aux)\s+(?:(?P<deux>{_COUNT})\s+)?(?:paragraphes|alinéas)\s+"
    r"(?:précédents|suivants|qui\s+(?:précèdent|suivent))"
    r"|(?:el|del|al)\s+párrafo\s+(?:anterior|precedente|siguiente)"
    rf"|(?P<es>los)\s+(?:(?P<dos>{_COUNT})\s+)?párrafos\s+(?:anteriores|precedentes|siguientes)"
    rf"|(?:предыдущ|следующ)(?:ем|его|ему|ий|им)\s+пункт(?:ом|е|а|у)?"
    rf"|(?P<ru>предыдущ|следующ)(?:их|ие|им|ими)\s+пункт(?:ах|ы|ам|ами|ов))(?!\w){_MINE}{_INTRODUCES}"
    r"|(?<!\w)\w{0,3}فقرة\s(?:السابقة|التالية)(?!\w)|(?P<ar>(?<!\w)\w{0,3}فقرات\s(?:السابقة|التالية)(?!\w))"
    r"|(?:前|上|下)一段|(?P<zh>(?:前|上)述各段|以上各段)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"follow|below|dessous|après|suiv|qui\s+suit|siguiente|следующ|التالية|下", re.IGNORECASE)
_COUNTS, _PLURALS = ("many", "number", "deux", "dos"), ("en", "here", "fr", "es", "ru", "ar", "zh")


class FromHere(NamedTuple):
    """One such reference: how many paragraphs it means, 0 being all, whether after its own, and where it stands.

    `inside` where it says "subparagraphs": after a paragraph these are its own items.
    """

    size: int
    after: bool
    inside: bool
    start: int
    end: int


def from_here_in(text: str) -> Iterator[FromHere]:
    """Those of a text, but in quoted words."""
    in_quotes: list[tuple[int, int]] | None = None
    for match in _PATTERN.finditer(text):
        in_quotes = quoted(text) if in_quotes is None else in_quotes
        if any(start <= match.start() < end for start, end in in_quotes):
            continue
        word = next((match[name] for name in _COUNTS if match[name]), "")
        size = _MANY.get(word.lower(), 0 if any(match[name] for name in _PLURALS) else 1)
        after = _AFTER.search(match[0]) is not None
        yield FromHere(size, after, (match["sub"] or match["below"]) is not None, match.start(), match.end())


def meant_from_here(paragraphs: Sequence[Paragraph], position: int, said: FromHere) -> tuple[int, ...] | None:
    """The positions a reference in a paragraph means, the nearest first; None where there are not as many.

    They are of its own level; beyond the first or the last item of a list stand those beside the paragraph the list
    belongs to.
    """
    found: list[int] = []
    level = paragraphs[position].level
    if said.after and said.inside and position + 1 < len(paragraphs):
        level = max(level, paragraphs[position + 1].level)
    for at in range(position + 1, len(paragraphs)) if said.after else range(position - 1, -1, -1):
        paragraph = paragraphs[at]
        if paragraph.kind in _STOPS:
            break
        if paragraph.kind not in _COUNTED or paragraph.level > level or paragraph.cell is not None:
            continue
        if paragraph.level < level:
            if said.after and said.inside:
                break
            level = paragraph.level
            if not said.after:
                continue
        found.append(at)
        if len(found) == said.size:
            return tuple(found)
    return None if said.size else tuple(found)
