"""The pieces of a paragraph as they were read: notes cited again among them, and all of them joined as runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.draft import Run
from models.draft.late_pattern import late_pattern
from models.reading.powers import FARTHEST, is_power
from models.word.reading.appearance import PLAIN, Look

_DIGITS = late_pattern(r"\d{1,3}(?:\s*,\s*\d{1,3})*")
COMMAS = ",،，、"
_TEN = late_pattern(r"(?:^|[\s×x·(])10$")  # before a raised figure it is the base of a power


@dataclass(slots=True)
class Piece:
    """A stretch of text with one look, or the place of a note."""

    text: str
    look: Look = PLAIN
    note: int | None = None
    mark: bool = False  # a custom note mark, to be left out
    cites: int | None = None  # a note cited again by a field
    others: tuple[int, ...] = ()  # further notes cited at the same place


def joined(pieces: list[Piece]) -> tuple[Run, ...]:
    """The pieces as runs, those side by side with equal marks as one."""
    if len(pieces) == 1 and pieces[0].note is None and not pieces[0].mark:
        look = pieces[0].look
        return (Run(pieces[0].text, look.italic, look.bold, look.underline),)
    runs: list[Run] = []
    texts: list[str] = []
    marks = False, False, False
    for piece in pieces:
        if piece.note is None and not piece.mark:
            look = piece.look
            own = (look.italic, look.bold, look.underline)
            if own != marks and texts:
                runs.append(Run("".join(texts), *marks))
                texts = []
            texts.append(piece.text)
            marks = own
        elif piece.note is not None:
            if texts:
                runs.append(Run("".join(texts), *marks))
                texts = []
            runs.extend(Run(footnote=note) for note in (piece.note, *piece.others))
    if texts:
        runs.append(Run("".join(texts), *marks))
    return tuple(runs)


def cite_again(pieces: list[Piece], marks: Mapping[str, int], *, typed_series: bool) -> None:
    """Turn a note cited again (a field, or a raised number that an earlier note has) into that note's place."""
    before = ""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.note is not None or piece.mark:
            if piece.cites is not None:
                piece.note, piece.mark = piece.cites, False
            at += 1
            continue
        end = at + 1
        if piece.look.raised and not typed_series:
            while end < len(pieces) and _goes_on(pieces[end]):
                end += 1
            _cite(pieces[at:end], before, marks)
        before = (before + "".join(one.text for one in pieces[at:end]))[-FARTHEST:]
        at = end


def _cite(pieces: list[Piece], before: str, marks: Mapping[str, int]) -> None:
    text = "".join(piece.text for piece in pieces)
    if not _DIGITS.fullmatch(text) or _TEN.search(before) or is_power(before, text):
        return
    cited = [note for number in text.split(",") if (note := marks.get(number.strip())) is not None]
    if len(cited) <= text.count(",") or len(cited) > len(pieces) + 3:
        return
    for piece in pieces:
        piece.mark = True
    first = pieces[0]
    first.note, first.mark, first.others = cited[0], False, tuple(cited[1:])


def part_marks(pieces: list[Piece]) -> None:
    """Leave out the raised comma between the marks of two notes at one place: it is of the marks, "conflict,¹,²"."""
    between: list[Piece] | None = None  # what stands behind a note
    for piece in pieces:
        if piece.note is not None:
            for one in between or ():
                one.mark = True
            between = []
        elif between is not None and not piece.mark:
            if piece.look.raised and parts_marks(piece.text):
                between.append(piece)
            else:
                between = None


def parts_marks(text: str) -> bool:
    """Whether letters are nothing but a comma that may part the marks of two notes, or the space beside it."""
    return not text.strip(COMMAS + " \xa0")


def _goes_on(piece: Piece) -> bool:
    return piece.look.raised and piece.note is None and not piece.mark
