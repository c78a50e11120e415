"""Joins what a page break cut in two, and parts what was glued; only where the text leaves no doubt."""

from __future__ import annotations

import re
from dataclasses import replace

from models.draft.masthead_lines import line_role
from models.reading.broken_words import BrokenWords
from models.reading.inline import without_marks
from models.reading.labels import label_before
from models.reading.layout import Piece, run_on
from models.reading.literals import end_mark, ends_open, literal, section
from models.reading.opened_lines import begins_in_small_letters
from models.reading.openings import opening
from models.reading.organs import glued_enacting, is_enacting
from models.reading.stands_alone import stands_alone

_NOTE = re.compile(r"^\s*\*{1,4}\s+\S")
_NOTE_GLUED = re.compile(r"\.\s+(?=(?P<number>\d{1,3})\.\s+[A-Z“*])")
_JOINED = (
    "joined-at-page-break",
    "This paragraph was put together from two parts of the file; look whether they belong together.",
)
_PARTED = ("split-opening", "The first paragraph stood on the line of the organ and was parted from it.")
_NOTE_PARTED = ("split-note", "This paragraph stood on the line of a note and was parted from it.")
_HEADING = 120
_SHORTEST = 40
_FROM_END = 1_000
_LONGEST = 50_000
"""A paragraph of so many letters, on twenty pages, is put together no further."""


def joined(pieces: list[Piece], broken: BrokenWords, *, pages: bool = True) -> list[Piece]:
    """The pieces with paragraphs that a page cut in two put together, each with a warning, where there were `pages`."""
    found: list[Piece] = []
    last: int | None = None
    started = not any(is_enacting(without_marks(piece.text)) for piece in pieces)
    number = 0
    told: dict[int, list[tuple[str, str]]] = {}  # of each piece that others were joined to
    for piece in _parted(pieces):
        text = without_marks(piece.text)
        if piece.settled:
            started, last = started or is_enacting(text), None
            found.append(piece)
            continue
        if _NOTE.match(piece.text):
            note, rest = _note_parted(piece, number)
            found.append(note)
            if rest is not None:
                last = len(found)
                number += 1
                found.append(rest)
            continue
        unnumbered = literal(text) is None and label_before(text) is None
        if last is not None and unnumbered and stands_alone(found[last].text, text):
            found[last] = replace(found[last], text=f"{found[last].text.strip()} {piece.text}")
            continue
        if pages and started and last is not None and _goes_on(found[last], text, piece):
            found[last] = replace(found[last], text=run_on(found[last].text, piece.text, broken))
            told.setdefault(last, []).extend((*piece.warnings, _JOINED))
            continue
        started = started or is_enacting(text)
        value = literal(text)
        number = int(value.value) if value is not None and value.style == "digit" else number
        last = len(found)
        found.append(piece)
    for at, more in told.items():
        found[at] = replace(found[at], warnings=(*found[at].warnings, *more))
    return found


def _goes_on(head: Piece, text: str, piece: Piece) -> bool:
    """Whether a piece is the rest of the one before it."""
    before = without_marks(_both_ends(head.text))
    if (
        not text
        or len(head.text) > _LONGEST
        or literal(text) is not None
        or line_role(text)
        or section(text)
        or is_enacting(before)
        or _is_rule(before)
    ):
        return False
    known = opening(text)
    first = text.lstrip('[“"')[:1]
    italic = head.text.lstrip("[")[:1] == "*"
    if first.islower() and text[:1] == first:
        heading = len(before) < _HEADING and literal(before) is None and opening(before) is None
        if ends_open(before):
            return not (known is not None and (heading or begins_in_small_letters(before, text)))
        if italic and piece.text[:1] == "*":
            return False  # where openings are in italics one begins here, known or not
        return (
            end_mark(before) == "," and known is None and (literal(before) is not None or opening(before) is not None)
        )
    body = literal(before) is not None or (opening(before) is not None and italic)
    return (
        body
        and len(before) > _SHORTEST
        and before[-1:].isalpha()
        and text[:1].isalpha()
        and known is None
        and not piece.text.startswith("*")
        and not ends_open(text)
        and end_mark(text) != ":"
        and not re.match(r"(?:We|Annex|Appendix|Article|Chapter|Part|Option|Adopted|Note|Table|Target|Action)\b", text)
    )


def _both_ends(text: str) -> str:
    """How a long text begins and ends: all of it would be gone through once for each part that is joined to it."""
    return text if len(text) <= 2 * _FROM_END else f"{text[:_FROM_END]} {text[-_FROM_END:]}"


def _is_rule(text: str) -> bool:
    """A line that is no words (a lone asterisk, a number of a page) has no rest."""
    return not any(character.isalpha() for character in text)


def _parted(pieces: list[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for piece in pieces:
        at = glued_enacting(piece.text) if not piece.settled else 0
        if at:
            rest = piece.text[at:]
            head = piece.text[:at].rstrip()
            found += [replace(piece, text=head), Piece(rest, warnings=(_PARTED,))]
        else:
            found.append(piece)
    return found


def _note_parted(piece: Piece, number: int) -> tuple[Piece, Piece | None]:
    """A sponsors' note, and the numbered paragraph glued to it if it is the next one."""
    for match in _NOTE_GLUED.finditer(piece.text):
        if int(match["number"]) == number + 1:
            return replace(piece, text=piece.text[: match.start() + 1]), Piece(
                piece.text[match.end() :], warnings=(_NOTE_PARTED,)
            )
    return piece, None
