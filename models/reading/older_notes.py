"""Marks of notes as older documents and plain text print them, "1/" and "[1]", written the way Markdown does."""

from __future__ import annotations

import re
from dataclasses import replace

from models.reading.layout import Piece

_SLASH_NOTE = re.compile(r"^\s*(?P<mark>\d{1,3})/\s+(?=\S)")
_SLASH_MARK = re.compile(r"(?:(?<=[^\s/\d])\s?|(?<=\d)\s)(?<![/\d])(?P<mark>\d{1,3})/(?=[\s,;:.)،؛，；：。）]|$)")
"""Behind a figure, "19 December 2024 1/", a space parts them."""
_SQUARE_NOTE = re.compile(r"^\s*\[(?P<mark>\d{1,3})\]:?\s+(?=[^\s\[])")
_SQUARE_MARK = re.compile(r"(?<=[^\s\[\]])\[(?P<mark>\d{1,3})\](?!\[)")


def with_plain_marks_named(pieces: list[Piece]) -> list[Piece]:
    """The pieces with "1/" and "[1]" as `[^1]`, where both a note and a mark in the text carry the number."""
    for note, mark in ((_SLASH_NOTE, _SLASH_MARK), (_SQUARE_NOTE, _SQUARE_MARK)):
        if any(note.match(piece.text) for piece in pieces):
            pieces = _named(pieces, note, mark)
    return pieces


def _named(pieces: list[Piece], note: re.Pattern[str], mark: re.Pattern[str]) -> list[Piece]:
    parted = [part for piece in pieces for part in ([piece] if piece.settled else _parted(piece, note))]
    cited = {match["mark"] for piece in parted if not note.match(piece.text) for match in mark.finditer(piece.text)}
    given = {match["mark"] for piece in parted if (match := note.match(piece.text))}
    both = cited & given
    if not both:
        return pieces

    def named(match: re.Match[str]) -> str:
        return f"[^{match['mark']}]" if match["mark"] in both else match[0]

    found = []
    for piece in parted:
        start = note.match(piece.text)
        if piece.told is not None:
            found.append(piece)
        elif start is None:
            found.append(replace(piece, text=mark.sub(named, piece.text)))
        else:
            found.append(replace(piece, text=f"[^{start['mark']}]: {piece.text[start.end() :]}"))
    return found


def _parted(piece: Piece, note: re.Pattern[str]) -> list[Piece]:
    """Notes that follow one another on one line, each by itself: "1/ S/24476. 2/ S/24704."."""
    start = note.match(piece.text)
    if start is None or note is not _SLASH_NOTE:
        return [piece]
    parts, rest, number = [], piece.text, int(start["mark"])
    while match := re.search(rf"\s+(?={number + 1}/\s)", rest):
        parts.append(replace(piece, text=rest[: match.start()]))
        rest, number = rest[match.end() :], number + 1
    return [*parts, replace(piece, text=rest)]
