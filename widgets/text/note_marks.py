"""The marks of footnotes among the letters, as Qt asks for them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextDocument, QTextFormat

NOTE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
"""The type of the objects that stand for note marks."""


class NoteMarks:
    """How the marks of footnotes are set; the document's owner says it."""

    def size(self, looks: QTextFormat, place: int) -> QSizeF:
        """How much room a mark takes on its line."""
        raise NotImplementedError

    def draw(self, painter: QPainter, box: QRectF, looks: QTextFormat, place: int) -> None:
        """Draw a mark into its room."""
        raise NotImplementedError


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
