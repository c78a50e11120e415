"""The marks of footnotes among the letters, as Qt asks for them."""

from __future__ import annotations

from collections.abc import Callable
from weakref import ref

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from models.draft.paragraph import is_raised
from models.editing.runs import NOTE_MARK
from widgets.paper.type import NOTE_SIZE, TextType, serif
from widgets.text.looks import is_mirrored
from widgets.text.marks import NOTE

_RISE = 0.36


class NoteMarks:
    """How the marks of footnotes are set in a document; `mark` gives what a note is called."""

    def __init__(self, document: QTextDocument, kind: TextType, mark: Callable[[int], str]) -> None:
        self._cited_in, self._shown = ref(document), mark
        self.dress(kind)

    def dress(self, kind: TextType) -> None:
        """The same in other letters."""
        self._size, self._font = kind.size, serif(kind.size * NOTE_SIZE, 500)
        self._plain = serif(kind.size, 400)  # of signs, which stand as the words do

    def size(self, looks: QTextFormat, place: int) -> QSizeF:
        """How much room a mark takes on its line."""
        painted = self.painted(looks, place)
        metrics = QFontMetricsF(self._font if is_raised(painted) else self._plain)
        return QSizeF(metrics.horizontalAdvance(painted) + 1.5, self._size * 0.9)

    def draw(self, painter: QPainter, box: QRectF, looks: QTextFormat, place: int) -> None:
        """Draw a mark into its room, in the ink of the words around it, which Qt has given the painter."""
        painted = self.painted(looks, place)
        painter.save()
        painter.setFont(self._font if is_raised(painted) else self._plain)
        baseline = box.bottom() - (self._size * _RISE if is_raised(painted) else 0.0)
        words = QRectF(box.left(), baseline - 40, box.width() + 4, 40)
        painter.drawText(words.bottomLeft(), painted)
        painter.restore()

    def painted(self, looks: QTextFormat, place: int) -> str:
        """What is painted for a mark; a comma that is no part of the text parts it from one right after it."""
        mark = self._shown(looks.intProperty(NOTE))
        document = self._cited_in()  # which holds its layout, and that these marks
        if document is None or document.characterAt(place + 1) != NOTE_MARK:
            return mark
        return f",{mark}" if is_mirrored(document.findBlock(place)) else f"{mark},"


class NoteObject(QPyTextObject):
    """The marks of footnotes as Qt asks for them."""

    def __init__(self, parent: QObject, notes: NoteMarks) -> None:
        super().__init__(parent)
        self._notes = notes

    def intrinsicSize(self, document: QTextDocument, place: int, looks: QTextFormat) -> QSizeF:
        return self._notes.size(looks, place)

    def drawObject(
        self, painter: QPainter, box: QRectF | QRect, document: QTextDocument, place: int, looks: QTextFormat
    ) -> None:
        self._notes.draw(painter, QRectF(box), looks, place)
