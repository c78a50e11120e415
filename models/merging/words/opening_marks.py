"""The opening of a paragraph that is none on all sides, "*Also welcomes*": what a side put into it looks as it does.

Where the paragraph is joined to the one before it, it looks as the words do that stand there.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.merging.words.clash_laid import Laid
from models.merging.words.pieces import Place, Streams
from models.merging.words.streams import Cell


class Opening:
    """The words a paragraph opens with on a side that has it, and how many of them are laid out."""

    def __init__(self, streams: Streams, start: Place, marks: tuple[bool, bool, bool] | None = None) -> None:
        """`start` is where the paragraph begins on each side, `marks` are those of its opening here."""
        self._side, self._at = next((side, at) for side, at in enumerate(start) if at is not None)
        stream, self._end = streams[self._side], self._at + 1
        words = stream.words
        self._marks = stream.word(self._end)[0].marks if self._end < len(words) else (False, False, False)
        while any(self._marks) and self._end < len(words) and stream.word(self._end)[0].marks == self._marks:
            self._end += 1
        if self._end == len(words) or words[self._end] == "\n":  # all of the paragraph looks so
            self._end = self._at + 1
        self._marks = marks or self._marks

    def met(self, piece: Laid) -> tuple[Laid, bool]:
        """A piece as it looks where it comes next, and whether it stands in the opening."""
        at, stands, last = self._at, piece.first[self._side], piece.last[self._side]
        self._at = at if last is None else last
        inside = piece.clash is None and at + 1 < self._end and (stands is None or stands < self._end)
        one = stands is None or piece.first == piece.last  # several that all show alike look right already
        return piece._replace(cells=self.marked(piece.cells)) if inside and one else piece, inside

    @property
    def goes_on(self) -> bool:
        """Whether more of it comes."""
        return self._at + 1 < self._end

    def marked(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """Cells with the marks of the opening, but for notes."""
        return tuple(one if one.note is not None else one._replace(marks=self._marks) for one in cells)
