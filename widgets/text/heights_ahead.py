"""How high paragraphs will be that are not written into their document yet."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Kind, Paragraph
from widgets.paper.type import TextType
from widgets.text.block_lines import Setting, guess_height, setting_of
from widgets.text.looks import LOOKS, PLAIN, Formats


class HeightsAhead:
    """Guesses heights of paragraphs in some letters; those of one kind and level are set alike."""

    def __init__(self, kind: TextType, formats: Formats, right_to_left: bool) -> None:
        self._type, self._formats, self._right_to_left = kind, formats, right_to_left
        self._known: dict[tuple[Kind, int], Setting] = {}

    def of(self, paragraphs: Sequence[Paragraph], column: float) -> list[float]:
        """How high each of them will be in a column that is so wide."""
        return [
            guess_height(sum([len(run.text) for run in one.runs]) + 1, self._setting(one), self._type, column)
            for one in paragraphs
        ]

    def _setting(self, paragraph: Paragraph) -> Setting:
        key = (paragraph.kind, paragraph.level)
        known = self._known.get(key)
        if known is None:
            look = LOOKS.get(paragraph.kind, PLAIN)
            block = self._formats.block(paragraph, look, self._right_to_left)
            known = self._known[key] = setting_of(self._type, block)
        return known
