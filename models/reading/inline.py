"""Italics and bold of Markdown within one paragraph; asterisks that mark nothing stay in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from models.draft import Run, tidy_runs

_TOKEN = re.compile(
    r"\\(?P<escaped>[\\`*_\[\]{}()#+.!^$~|<>&-])|\\(?= |\n|$)"
    r"|(?<!\*)(?P<stars>\*{1,3})(?!\*)"
    r"|(?<!_)(?!(?<=[^\W_])_{1,3}[^\W_])(?P<lines>_{1,3})(?!_)"  # within a word it marks nothing
)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,12}\]")
_NO_WORDS = str.maketrans("", "", "*⁰¹²³⁴⁵⁶⁷⁸⁹")
_MARKS_ALONE = re.compile(r"[,;.:]{1,3}")


@dataclass(slots=True)
class _Delimiter:
    """A run of asterisks or underscores: how many are left to match, and which way it may face."""

    sign: str
    left: int
    opens: bool
    closes: bool
    after_space: bool


def _is_space(character: str) -> bool:
    return character == "" or character.isspace()


def _is_mark(character: str) -> bool:
    return character != "" and unicodedata.category(character)[0] in "PS"


def _delimiter(text: str, start: int, end: int) -> _Delimiter:
    """What a run may do, by the rules of CommonMark for flanking."""
    before, after = text[start - 1 : start], text[end : end + 1]
    left = not _is_space(after) and (not _is_mark(after) or _is_space(before) or _is_mark(before))
    right = not _is_space(before) and (not _is_mark(before) or _is_space(after) or _is_mark(after))
    sign = text[start]
    if sign == "_":
        return _Delimiter(
            sign,
            end - start,
            left and (not right or _is_mark(before)),
            right and (not left or _is_mark(after)),
            _is_space(before),
        )
    return _Delimiter(sign, end - start, left, right, _is_space(before))


def emphasis(text: str) -> tuple[Run, ...]:
    """The runs of a text: `*italic*`, `**bold**`, `***both***`, `_italic_`, backslash escapes resolved."""
    if "*" not in text and "_" not in text and "\\" not in text:
        return (Run(text),) if text else ()
    parts: list[str | _Delimiter] = []
    at = 0
    for match in _TOKEN.finditer(text):
        parts.append(text[at : match.start()])
        if match["stars"] or match["lines"]:
            parts.append(_delimiter(text, match.start(), match.end()))
        else:
            parts.append(match["escaped"] or "")
        at = match.end()
    parts.append(text[at:])
    italic, bold = _matched(parts)
    runs, words, slanted, heavy = list[Run](), list[str](), 0, 0
    for position, part in enumerate(parts):
        if words and (italic[position] or bold[position]):
            runs.append(Run("".join(words), italic=slanted > 0, bold=heavy > 0))
            words = []
        slanted += italic[position]
        heavy += bold[position]
        words.append(part if isinstance(part, str) else part.sign * part.left)
    runs.append(Run("".join(words), italic=slanted > 0, bold=heavy > 0))
    return tidy_runs(runs)


def _matched(parts: list[str | _Delimiter]) -> tuple[list[int], list[int]]:
    """Where italics and bold begin (+1) and end (-1), counted by parts; takes what matched from the delimiters."""
    italic, bold = [0] * (len(parts) + 1), [0] * (len(parts) + 1)
    unclosed: dict[str, list[int]] = {"*": [], "_": []}

    def pair(opener: _Delimiter, closer: _Delimiter, start: int, end: int) -> None:
        size = 2 if opener.left >= 2 and closer.left >= 2 else 1
        opener.left -= size
        closer.left -= size
        marks = bold if size == 2 else italic
        marks[start + 1] += 1
        marks[end] -= 1

    for position, part in enumerate(parts):
        if isinstance(part, str):
            continue
        waiting = unclosed[part.sign]
        while part.closes and part.left and waiting:
            opener = parts[waiting[-1]]
            assert isinstance(opener, _Delimiter)
            pair(opener, part, waiting[-1], position)
            if not opener.left:
                waiting.pop()
        if part.opens and part.left:
            waiting.append(position)
    _match_the_rest(parts, pair)
    return italic, bold


def _match_the_rest(parts: list[str | _Delimiter], pair: object) -> None:
    """Second look at asterisks left over, where the rules forbid what is meant: "*Option 1:*text", "this*,* and"."""
    assert callable(pair)
    for position, part in enumerate(parts[:-2]):
        between, after = parts[position + 1], parts[position + 2]
        if isinstance(part, str) or isinstance(after, str) or not isinstance(between, str):
            continue
        if part.left and after.left and part.sign == after.sign == "*" and _MARKS_ALONE.fullmatch(between):
            pair(part, after, position, position + 2)
    last: int | None = None
    for position, part in enumerate(parts):
        if isinstance(part, str) or part.sign != "*" or not part.left:
            continue
        opener = parts[last] if last is not None else None
        if last is not None and isinstance(opener, _Delimiter) and not part.after_space and not part.closes:
            pair(opener, part, last, position)
            last = None
        else:
            last = position if part.opens else None


def without_marks(text: str) -> str:
    """The words of a text without Markdown's signs and note marks, to look at, not to keep."""
    noted = _NOTE_MARK.sub("", text) if "[^" in text else text
    return noted.translate(_NO_WORDS).strip()  # not by a pattern: a text may have a sign at every other letter
