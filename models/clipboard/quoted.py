"""Mail that is answered stands quoted, ">" before each line: its words alone are what is pasted."""

from __future__ import annotations

import re
from typing import NamedTuple

from models.draft.late_pattern import late_pattern
from models.reading.literals import literal
from models.reading.openings import opening

_MARKS = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_YEAR = r"(?:19|20)\d\d(?!\d)"
_CLOCK = r"\d{1,2}[:h]\d\d"
_DAY = (
    rf"\d{{1,2}}(?!\d)(?:\w\w)?[.,]*[\s/-]*(?:(?:of|de)\s)?(?:[^\W\d_]{{3,12}}\.?,?[\s/-]*(?:del?\s)?)?{_YEAR}"
    rf"|\d{{1,4}}(?:[/-]\d{{1,2}}[/-](?:\d\d){{1,2}}|\.\d{{1,2}}\.(?:{_YEAR}|\d\d,?\s[\w\s]{{0,9}}{_CLOCK}))(?!\d)"
    rf"|(?:\d{{1,2}}(?!\d)[\s.-]+(?:[^\W\d_]{{3,12}}[\s.,-]+)?(?:(?:\d\d|[^\W\d_]{{1,2}}),?\s+){{0,2}})?{_CLOCK}"
)
"""A day with its year, or a time: “3rd November 2025”, “3 de nov. de 2025”, “3, 2025” behind a month, “3/11/25”, “3 Nov
at 10:12”; “1.2.10” alone is as often a number."""
_WROTE = re.compile(
    rf"\A(?:on|le|el|il|em|am|op)\b(?=(?:[\s,]+(?!(?:of|del?|du)\b)[^\s\d,]+){{0,2}}[\s,]+(?:{_DAY})|.{{0,300}}@).{{4,300}}"
    r"\b(?:wrote|a écrit|escribió|ha scritto|escreveu|(?:schrieb|schreef)\b[^:]{1,120})[ \u00a0\u202f]?:\Z",
    re.IGNORECASE | re.DOTALL,
)
"""Who wrote, with his address or with day and year, or time, behind a weekday or month at most, as mail programs say
it: “On resolution 65/1 of 20 December 2010 the Chair wrote:” is of the text."""
_WROTE_OTHERWISE = late_pattern(
    r"\A(?=\D{0,30}\d)(?=.{0,60}?\d{1,2}:\d\d|.{0,300}@)(?:"
    rf"(?:[а-яё]{{2,12}}[,.]+\s+)?\d{{1,2}}[.\s][\s\d.а-яё]{{1,20}}{_YEAR}.{{4,300}}\b(?:(?:на)?писал(?:а|\(а\))?|пишет)\s*:"
    rf"|(?:在|[^\d。]{{0,60}}于)?\s*{_YEAR}\s*[年/.-].{{4,300}}写道\s*[:：]"
    rf"|(?:في|بتاريخ)\s.{{0,40}}{_YEAR}.{{4,60}}\b(?:كتبت?(?:/كتبت)?|تمت كتابة ما يلي بواسطة)\s.{{1,200}}:"
    r")\Z",
    re.IGNORECASE | re.DOTALL,
)
"""The same in Russian, Chinese and Arabic, always with the time or an address."""
_ADDRESSED = re.compile(
    rf"\A(?:[^\s\d]{{1,14}}\s+){{0,2}}(?=\d.{{0,60}}{_CLOCK})(?=.{{0,40}}{_YEAR}).{{4,300}}"
    r"<[^<>\s]{1,80}@[^<>\s]{1,80}>\s*[:：]\Z"
)
"""Day with its year, time, who, and his address without a verb: “пн, 3 нояб. 2025 г. в 10:12, Анна <a@x.org>:”."""
_DIRECTIONS = late_pattern("[\u200e\u200f\u202a-\u202e]")
_MOST_LINES = 3
"""So many may a mail program take to say who wrote and when."""


class Quoted(NamedTuple):
    """Lines without the marks of quoted mail: which of them were `marked`, and which lead to those, who wrote when."""

    lines: list[str]
    marked: list[int]
    leading: set[int]

    @property
    def beside(self) -> set[int]:
        """Other lines with words, where some lead to what is quoted."""
        if not self.leading:
            return set()
        return {at for at, line in enumerate(self.lines) if line.strip()} - self.leading - {*self.marked}

    @property
    def words(self) -> str:
        """The lines without those that lead to others."""
        return "\n".join(line for at, line in enumerate(self.lines) if at not in self.leading)


def quoted_in(text: str) -> Quoted:
    """What of a text is quoted mail.

    One line alone that begins with such a mark is mail where a number with words, or an opening, stands behind it.
    """
    lines = text.split("\n")
    marked = [at for at, line in enumerate(lines) if _MARKS.match(line)]
    bare = [line[mark.end() :] if (mark := _MARKS.match(line)) else line for line in lines]
    if not marked or (len(marked) == 1 and not _begins_paragraph(bare[marked[0]])):
        return Quoted(lines, [], set())
    known = {*marked}
    leading = [_leading_to(lines, at) for at in marked if at - 1 not in known]
    return Quoted(bare, marked, {at for those in leading for at in those})


def unquoted(text: str) -> str:
    """A text without the marks of quoted mail, and without the line "On ... wrote:" that leads to it."""
    return quoted_in(text).words


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
        if says_who_wrote(" ".join(line.strip() for line in lines[start:end])):
            return range(start, end)
    return range(0)


def says_who_wrote(words: str) -> bool:
    """Whether words that stand above quoted mail say who wrote it, and when."""
    words = _DIRECTIONS.sub("", words)
    return any(told.match(words) is not None for told in (_WROTE, _WROTE_OTHERWISE, _ADDRESSED))
