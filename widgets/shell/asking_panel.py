"""A panel over the window that asks something: fields, what is wrong with them, a button to do it and one to leave."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.shell.raised_panel import RaisedPanel
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Words
from widgets.theme.trouble import Trouble

EDGE = 12
"""Pixels between a panel and the edge of its window at the least."""


class AskingPanel(RaisedPanel):
    """`left()` when nothing is to be done. Who makes it puts the fields into `column`, then calls `end_with`.

    `answer` does what is asked, `place` says where the panel stands; Esc leaves.
    """

    left = Signal()
    _leaves = False

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        speak_as(self, Role.Dialog)
        self.setAccessibleName(title)
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(3)
        column.addWidget(Words(title, fonts.serif(17, 600)))
        column.addSpacing(7)
        self.trouble = Trouble((0, 4, 0, 0))
        parent.installEventFilter(self)
        self.hide()

    def end_with(self, act: str) -> Button:
        """Put what is wrong and the two buttons below the fields; gives the one that does what is asked."""
        self.column.addWidget(self.trouble)
        self.column.addSpacing(9)
        self.buttons = buttons = QHBoxLayout()
        buttons.setSpacing(8)
        do = Button(act, form="ink", key="Enter")
        self.cancel_button = Button("Cancel", form="plain", key="Esc")
        buttons.addWidget(do)
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        self.column.addLayout(buttons)
        do.clicked.connect(self.answer)
        self.cancel_button.clicked.connect(self.leave)
        return do

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes round, in order."""
        raise NotImplementedError

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes round in the panel: what lies under it is not seen, and keys would go on there."""
        ring = [one for one in self.stops if one.isVisibleTo(self) and one.isEnabled()]
        here = next((at for at, one in enumerate(ring) if one.hasFocus()), -1)
        reason = Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason
        ring[(here + (1 if on else -1)) % len(ring)].setFocus(reason)
        return True

    def answer(self) -> None:
        """Do what is asked, if the fields allow it."""
        raise NotImplementedError

    def place(self) -> None:
        """Stand where it belongs in the window."""
        raise NotImplementedError

    def stand(self) -> None:
        """Be there, with nothing wrong yet; who hears that it is left may have more to ask."""
        self._leaves = False
        self.trouble.hide()
        self.show()
        self.raise_()
        self.place()

    def fitting(self, width: int, height: int) -> tuple[int, int]:
        """A width and the height that goes with it, inside a window of this width and height."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        # Qt gives -1 where no line breaks, as while nothing is wrong with the fields.
        breaks = layout.hasHeightForWidth()
        wanted = layout.totalHeightForWidth(width) if breaks else layout.totalSizeHint().height()
        return width, min(wanted, height - 2 * EDGE)

    def refuse(self, sentence: str, field: QWidget) -> None:
        """Say what is wrong, and put the keyboard where it can be mended."""
        self.trouble.tell(sentence)
        self.place()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Do nothing of it."""
        self._leaves = True
        self.left.emit()  # before it is hidden, as a popover
        if self._leaves:
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and self.isVisible():
            self.place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
