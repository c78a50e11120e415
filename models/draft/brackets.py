"""Brackets: text not agreed. Spans are computed from the characters and never stored beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import REPORTED
from models.draft.paragraph import Draft, Footnote, Kind, Paragraph

# Not brackets of a negotiation: note marks, links, and the line under the title of an adopted resolution.
# "[30] days" is one: only a mark with a caret is known to be a note's.
_OTHER = late_pattern(
    r"\[\^[^\]\s]{1,12}\]"
    r"|\[[^\[\]]*\]\((?=[^()\s]*[/.#])[^()\s]*\)"
    rf"|^\s*\[\s*\*?\s*{REPORTED}[^\[\]]*\([^\[\]]*\]",
)


OPENING, CLOSING = "[［【", "]］】"
"""Square brackets, and those of full width that Chinese and Japanese texts have."""
_SIGN = late_pattern(f"[{re.escape(OPENING + CLOSING)}]")
_WIDE = frozenset(OPENING + CLOSING) - {"[", "]"}


class Bracket(NamedTuple):
    """A pair of brackets: (paragraph, offset) of the opening and of the closing character; None where missing."""

    start: tuple[int, int] | None
    end: tuple[int, int] | None
    depth: int


def may_hold_brackets(text: str) -> bool:
    """Whether a text has a sign that may be a bracket; quick, for every paragraph is asked."""
    return "[" in text or "]" in text or not (text.isascii() or _WIDE.isdisjoint(text))


def bracket_characters(text: str) -> Iterator[tuple[int, str]]:
    """Offset of each bracket of a text and "[" or "]", of full width too; other uses of the sign left out."""
    if not may_hold_brackets(text):
        return
    spans = [match.span() for match in _OTHER.finditer(text)]
    for match in _SIGN.finditer(text):
        offset = match.start()
        if not any(start <= offset < end for start, end in spans):
            yield offset, "[" if match.group() in OPENING else "]"


def brackets(draft: Draft | Sequence[Paragraph]) -> tuple[Bracket, ...]:
    """All brackets of a draft in the order of their opening; they may nest, cross paragraphs and be unbalanced."""
    paragraphs = draft.paragraphs if isinstance(draft, Draft) else draft
    found: list[Bracket] = []
    unclosed: list[tuple[int, int]] = []
    for position, paragraph in enumerate(paragraphs):
        for offset, character in bracket_characters(paragraph.text):
            if character == "[":
                unclosed.append((position, offset))
            elif unclosed:
                start = unclosed.pop()
                found.append(Bracket(start, (position, offset), len(unclosed)))
            else:
                found.append(Bracket(None, (position, offset), 0))
    found += [Bracket(start, None, depth) for depth, start in enumerate(unclosed)]
    return tuple(sorted(found, key=lambda bracket: bracket.start or bracket.end or (0, 0)))


def in_brackets(found: Iterable[Bracket]) -> frozenset[int]:
    """The positions of the paragraphs that hold a bracket or stand within a pair; of brackets in their order."""
    places: set[int] = set()
    reached = -1
    for one in found:
        ends = [place[0] for place in (one.start, one.end) if place is not None]
        places.update(range(max(min(ends), reached + 1), max(ends) + 1))
        reached = max(reached, *ends)
    return frozenset(places)


class NoteBrackets(NamedTuple):
    """Brackets in footnotes: pairs, the ids of the notes that hold any, one id for each without a partner, and the ids
    of the notes that hold a pair."""

    pairs: int = 0
    notes: tuple[int, ...] = ()
    unmatched: tuple[int, ...] = ()
    paired: tuple[int, ...] = ()


def note_brackets(notes: Iterable[Footnote]) -> NoteBrackets:
    """The brackets of footnotes: each has its own, and none has its partner in the text."""
    pairs = 0
    holding: list[int] = []
    unmatched: list[int] = []
    paired: list[int] = []
    for note in notes:
        found = (
            brackets((Paragraph(Kind.TEXT, note.runs),))
            if any(may_hold_brackets(run.text) for run in note.runs)
            else ()
        )
        alone = [one for one in found if one.start is None or one.end is None]
        pairs += len(found) - len(alone)
        holding += [note.id] if found else []
        unmatched += [note.id] * len(alone)
        paired += [note.id] if len(found) > len(alone) else []
    return NoteBrackets(pairs, tuple(holding), tuple(unmatched), tuple(paired))
