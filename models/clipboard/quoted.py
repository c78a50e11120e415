"""Mail that is answered stands quoted, ">" before each line: its words alone are what is pasted."""

from __future__ import annotations

import re

from models.reading.literals import literal
from models.reading.openings import opening

_MARKS = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_WROTE = re.compile(
    r"\A(?:on|le|el|il|em|am|op)\b"
    r"(?=.{0,300}(?:(?<!\d)\d{1,2}(?!\d).{1,30}(?<!\d)(?:19|20)\d\d(?!\d)|\d[:h]\d\d|\d[/.-]\d{1,2}[/.-]\d\d|@)).{4,300}"
    r"\b(?:wrote|a écrit|escribió|ha scritto|escreveu|(?:schrieb|schreef)\b[^:]{1,120})[ \u00a0\u202f]?:\Z",
    re.IGNORECASE | re.DOTALL,
)
"""Who wrote, with day and year, time or address, as mail programs say it: “On the 2030 Agenda the Chair wrote:” is
of the text."""
_MOST_LINES = 3
"""So many may a mail program take to say who wrote and when."""


def unquoted(text: str) -> str:
    """A text without the marks of quoted mail, and without the line "On ... wrote:" that leads to it.

    One line alone that begins with such a mark is mail where a number with words, or an opening, stands behind it.
    """
    lines = text.split("\n")
    quoted = [at for at, line in enumerate(lines) if _MARKS.match(line)]
    bare = [_MARKS.sub("", line, count=1) for line in lines]
    if not quoted or (len(quoted) == 1 and not _begins_paragraph(bare[quoted[0]])):
        return text
    gone: set[int] = set()
    for at in quoted:
        if at - 1 not in quoted:
            gone.update(_leading_to(lines, at))
    return "\n".join(line for at, line in enumerate(bare) if at not in gone)


def _begins_paragraph(line: str) -> bool:
    """Whether a line begins as a paragraph does: "(a) In Rome", "Decides to meet"; not "5 per cent" nor "3."."""
    number = literal(line)
    if number is not None and number.style != "bullet":
        return number.end < len(line.rstrip())
    return not line[:1].islower() and opening(line) is not None


def _leading_to(lines: list[str], quoted: int) -> range:
    """The lines that say who wrote what is quoted from a line on."""
    end = quoted
    while end and not lines[end - 1].strip():
        end -= 1
    for start in range(end - 1, max(-1, end - 1 - _MOST_LINES), -1):
        if _WROTE.match(" ".join(line.strip() for line in lines[start:end])):
            return range(start, end)
    return range(0)
