"""Articles of a text that holds no resolution: "Article 1" alone in a line heads what stands under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from models.draft import Kind, Paragraph
from models.draft.late_pattern import late_pattern
from models.draft.numbering import SUFFIX_WORDS
from models.draft.typed_numbers import TypedNumber, typed_number
from models.reading.extent import heading_like

_SUFFIX = late_pattern(rf"(?P<number>[\[\s]*[^\W\d_]{{3,}}[ \u00a0]\d{{1,3}})\s+(?:{SUFFIX_WORDS})\b")
_LEAST_RISING = 3
_LONGEST = 200
"""Letters of such a line, at most."""


def with_articles(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs with those as headings that count a text's articles, rules or chapters, each with its title below.

    They count from 1, or three and more rise, and words that are no heading stand under each: what a table of contents
    lists, and the "Article 5" of another text, is none.
    """
    heads = {at: typed for at, one in enumerate(paragraphs) if (typed := _head(one)) is not None}
    if len(heads) < 2:
        return tuple(paragraphs)
    lines = [at for at, one in enumerate(paragraphs) if one.text.strip()]
    below = dict(pairwise(lines))
    sorts: dict[str, list[int]] = {}
    for at, typed in heads.items():
        if _has_words(paragraphs, heads, below, at):
            sorts.setdefault(typed.sort, []).append(at)
    read = list(paragraphs)
    for found in sorts.values():
        if not _count(found, heads):
            continue
        for at in found:
            read[at] = replace(read[at], kind=Kind.HEADING)
            title = below.get(at)
            if title is not None and title not in heads and not heads[at].rest and _is_title(paragraphs[title]):
                read[title] = replace(read[title], kind=Kind.HEADING)
    return tuple(read)


def _head(paragraph: Paragraph) -> TypedNumber | None:
    """The number of a line that says it, and a title at most."""
    text = paragraph.text
    if len(text) > _LONGEST or paragraph.kind is not Kind.TEXT or not _is_plain(paragraph):
        return None
    suffixed = _SUFFIX.match(text)
    if suffixed is not None:
        text = suffixed["number"] + text[suffixed.end() :]
    typed = typed_number(text)
    if typed is None or not (typed.counts_clauses and typed.of_division):
        return None
    return typed if not typed.rest or (heading_like(typed.rest) and text[:1].isupper()) else None


def _is_title(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.TEXT and _is_plain(paragraph) and heading_like(paragraph.text)


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.cell is None and paragraph.number is None


def _has_words(paragraphs: Sequence[Paragraph], heads: dict[int, TypedNumber], below: dict[int, int], at: int) -> bool:
    """Whether something stands under a line, a title apart, before the next of its sort."""
    place = below.get(at)
    if place is not None and place not in heads and not heads[at].rest and _is_title(paragraphs[place]):
        place = below.get(place)
    return place is not None and (place not in heads or heads[place].sort != heads[at].sort)


def _count(found: Sequence[int], heads: dict[int, TypedNumber]) -> bool:
    """Whether numbers begin with 1 and go on, or enough of them rise."""
    values: list[int] = []
    for at in found:
        values.append(heads[at].value(values[-1] if values else 0) or 0)
    rising = sum(one < two for one, two in pairwise(values))
    falls = sum(one > two > 1 for one, two in pairwise(values))
    return not falls and rising + 1 >= (2 if values[0] == 1 else _LEAST_RISING)
