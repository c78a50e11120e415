"""What begins behind a full line of a wrapped text, and what such a line of the masthead goes on in."""

from __future__ import annotations

import re

from models.draft.forum_lines import AGENDA
from models.draft.masthead_lines import REPORTED, line_role
from models.reading.literals import end_mark, section
from models.reading.organs import is_enacting

_OF_WORDS = (None, "title", "agenda_item", "adopted", "report")
_IN_TITLES = (None, "united_nations", "organ", "session", "committee")
"""What the lines of titles and the like are, and what the lines below them may read as: a title ends with any name."""
_ENDS_ORGAN = (",", "，", "،")
_REPORT_BEGINS = re.compile(rf"\[\s*{REPORTED}", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"(?<!\w)(?:Nos?|[Pp]aras?|[Aa]rts?|[Vv]ol|[Cc]hap|[Ss]ect|pp?|[Nn]úms?|[Pp]árrs?|ст|пп?|гл)\.$"
)
"""What a figure in the next line belongs to: "Convention (No. / 188)"."""
_DIVISION = re.compile(
    r"(?P<word>[^\W\d_]{5,8})[ \u00a0](?:\d{1,3}|[IVXLC]{1,6})(?:$|[.:–—-]?\s*(?=[A-ZÀ-ÝА-Я“«])|[.:]\s)"
)
_DIVISIONS = frozenset(["article", "chapter", "chapitre", "artículo", "capítulo", "статья", "глава", "المادة", "الفصل"])


def names_organ_only(line: str, before: bool) -> bool:
    """Whether an organ at the start of a line may as well be one that a sentence names, which the line goes on with.

    In Latin letters the capital of its article tells; in others only whether the organ's line is still to come.
    """
    first = line[:1]
    return first.islower() or not (before or (first.isascii() and first.isupper()))


def title_goes_on(last: str, this: str) -> bool:
    """Whether a full line of the masthead is part of a title, or of another line of words, that goes on in the next."""
    item = AGENDA.match(last)
    if (is_enacting(this) and this.endswith(_ENDS_ORGAN) and not this[:1].islower()) or _REPORT_BEGINS.match(this):
        return False
    if item is not None and item["title"] is None and this[:1].isupper():
        return False
    if line_role(last) == "adopted" and end_mark(last) in ("", ",") and line_role(this) == "date":
        return True
    return line_role(last) in _OF_WORDS and line_role(this) in _IN_TITLES


def heads_division(last: str, this: str) -> bool:
    """Whether a line behind a sentence heads an article or chapter: "Article 4 Offences", not "Article 4 of it"."""
    found = _DIVISION.match(this) if end_mark(last) == "." else None
    return found is not None and found["word"].casefold() in _DIVISIONS and not found["word"][0].islower()


def divides(last: str, this: str) -> bool:
    """Whether a line behind one that ends in a mark is the numeral of a section, or heads an article."""
    return section(this) is not None or heads_division(last, this)


def is_abbreviated(last: str, this: str) -> bool:
    """Whether the full stop that ends a line is that of "No.", whose figure begins the next."""
    return this[:1].isdecimal() and _ABBREVIATED.search(last) is not None
