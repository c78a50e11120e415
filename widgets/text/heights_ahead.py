"""How high paragraphs will be that are not written into their document yet."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Kind, Paragraph
from widgets.paper.type import TextType
from widgets.text.block_lines import Setting, guess_height, setting_of
from widgets.text.looks import Formats, look_of

_ABOUT = 10


class HeightsAhead:
    """Guesses heights of paragraphs in some letters; those of one kind and level are set alike."""

    def __init__(self, kind: TextType, formats: Formats, right_to_left: bool) -> None:
        self._type, self._formats, self._right_to_left = kind, formats, right_to_left
        self._known: dict[tuple[Kind, int, int], float] = {}
        """By kind, level and how many letters about, in the column that was asked for last."""
        self._column = 0.0

    def of(self, paragraphs: Sequence[Paragraph], column: float) -> list[float]:
        """How high each of them will be in a column that is so wide."""
        if column != self._column:
            self._known, self._column = {}, column
        known, heights = self._known, []
        for one in paragraphs:
            letters = 1
            for run in one.runs:
                letters += len(run.text)
            # Ten letters more or less are hardly ever another line: thousands of paragraphs are few that differ.
            key = one.kind, one.level, letters // _ABOUT
            height = known.get(key)
            if height is None:
                height = known[key] = guess_height(letters, self._setting(one), self._type, column)
            heights.append(height)
        return heights

    def _setting(self, paragraph: Paragraph) -> Setting:
        return setting_of(self._type, self._formats.block(paragraph, look_of(paragraph), self._right_to_left))
