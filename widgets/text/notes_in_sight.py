"""Which notes belong to what is in sight of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QTextBlock

from models.editing.runs import NOTE_MARK
from widgets.text.shown import Shown
from widgets.theme.utf16 import utf16

Blocks = Iterable[tuple[QTextBlock, float]]
"""Blocks in sight, and where each begins."""


def cut_line(blocks: Blocks, edge: float) -> float:
    """How much of a line shows above an edge that cuts it."""
    for block, top in blocks:
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = top + line.y()
            if start < edge < start + line.height():
                return edge - start
    return 0.0


def marks_in_sight(blocks: Blocks, shown: Shown) -> Iterator[tuple[int, float]]:
    """Each note mark in sight and where its line ends."""
    count = shown.count()
    for block, top in blocks:
        position = block.blockNumber()
        if position >= count:
            return
        notes = shown.paragraph(position).footnotes
        if not notes:
            continue
        places = [utf16(before) for before in _befores(block.text())]
        for place, note in zip(places, notes, strict=False):
            line = block.layout().lineForTextPosition(place)
            if line.isValid() and top + line.y() >= 0:
                yield note, top + line.y() + line.height()


def _befores(text: str) -> list[str]:
    """What stands before each note mark of a block."""
    return [text[:at] for at, character in enumerate(text) if character == NOTE_MARK]
