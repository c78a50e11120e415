"""Paragraphs of the draft the text came from that stood just before this one and are gone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.inspector.marked_words import MarkedWords
from widgets.inspector.view import Gone
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Words


class GoneParagraphs(QWidget):
    """`put_back(place)` with the paragraph's position in the base."""

    put_back = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._gone: tuple[Gone, ...] = ()
        self.rows: list[_Row] = []
        self._column = laid_down(self, spacing=8)
        self.hide()

    def show_gone(self, gone: Sequence[Gone], writable: bool) -> None:
        """Show other paragraphs."""
        self._gone = tuple(gone)
        while len(self.rows) < len(self._gone):
            row, number = _Row(), len(self.rows)
            row.button.clicked.connect(lambda _checked=False, at=number: self.put_back.emit(self._gone[at].place))
            self.rows.append(row)
            self._column.addWidget(row)
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(self._gone))
            if number < len(self._gone):
                row.show_gone(self._gone[number], writable)
        self.setVisible(bool(self._gone))


class _Row(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = laid_down(self, margins=(0, 2, 0, 0), spacing=2)
        self.head = Words("", fonts.small(), "ink2")
        self.button = Button("Put back", height=26)
        line = QHBoxLayout()
        line.addWidget(self.head, 1)
        line.addWidget(self.button)
        column.addLayout(line)
        self.words = MarkedWords(most=3)
        column.addWidget(self.words)

    def show_gone(self, gone: Gone, writable: bool) -> None:
        """Show a paragraph that is gone."""
        words = f"{gone.label} is gone from here" if gone.label else "A paragraph is gone from here"
        if self.head.text() != words:
            self.head.setText(words)
            self.button.setAccessibleName(f"Put {gone.label or 'it'} back")
        self.words.show_pieces(gone.words)
        self.button.setEnabled(writable)
