"""What changed, in sentences: a panel over the page whose words can be read out, selected and copied."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from widgets.paper.scroll_bar import scrolled
from widgets.shell.raised_panel import RaisedPanel, keeps_letter
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Words
from widgets.theme.tokens import current, theme_changed

_WIDTH, _BELOW, _MARGIN, _ABOVE = 520, 4, 18, 14
_SERIF = 15.5
_IN_A_LABEL = re.compile(
    r"(?<=\d) (?=\([a-z]+\))|(?<=\)) (?=\([ivx]+\))|(?<=\bparagraph) (?=\d)|(?<=\d) (?=bis|ter|alt)"
)
"""Where no line is to end: "OP4 (a)", "paragraph 6", "OP3 bis"."""


class InWords(QWidget):
    """Lies over its parent while it is open; Esc or a click beside the panel closes it. `closed()` when it is.

    It goes with what it tells of: when its page is left, and when another comparison is shown there.
    """

    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        said: str = "What changed, in words",
        of_several: str = "Each draft against the one before it",
    ) -> None:
        super().__init__(parent)
        self._of_several = of_several
        self._panel = RaisedPanel(self)
        speak_as(self, Role.Dialog, said)
        lines = laid_down(self._panel, margins=(_MARGIN, _ABOVE, _MARGIN, _ABOVE), spacing=10)
        self._title = Words("", fonts.small(), "ink2")
        lines.addWidget(self._title)
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setFont(fonts.serif(_SERIF))
        self.words.setAccessibleDescription("Can be selected and copied")
        # As wide as its place even where a scroll bar takes some of it.
        policy = self.words.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.words.setSizePolicy(policy)
        self._area = scrolled(self.words, "raised")
        # The panel is painted behind them.
        for part in (self._area.viewport(), self.words):
            part.setAutoFillBackground(False)
        lines.addWidget(self._area)
        foot = QHBoxLayout()
        self.copy = Button("Copy", icon="copy", height=26)
        self.copy.clicked.connect(self._copy)
        foot.addWidget(self.copy)
        foot.addStretch()
        lines.addLayout(foot)
        theme_changed.connect(self._dress)
        self._dress(None)
        self.hide()

    def _dress(self, _tokens: object) -> None:
        palette = self.words.palette()
        for role, colour in (
            (palette.ColorRole.WindowText, current().ink),
            (palette.ColorRole.Highlight, current().sel),
            (palette.ColorRole.HighlightedText, current().ink),
        ):
            palette.setColor(role, colour)
        self.words.setPalette(palette)

    def open(self, told: Sequence[tuple[str, str]], button: QWidget) -> None:
        """Show what was told under a button: of each comparison what it is of, and its sentences."""
        self._title.setText(told[0][0] if len(told) == 1 else self._of_several)
        words = told[0][1] if len(told) == 1 else "\n\n".join(f"{of}: {words}" for of, words in told)
        self.words.setText(_IN_A_LABEL.sub("\u00a0", words))
        self.words.setAccessibleName(self.words.text())
        # Shown first: what was never laid out does not know how tall it is.
        self.show()
        self._place(button)
        self.raise_()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self, button: QWidget) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        self.setGeometry(parent.rect())
        width = min(_WIDTH, parent.width() - 32)
        lines = self._panel.layout()
        assert lines is not None
        corner = button.mapTo(parent, button.rect().bottomLeft())
        start = max(16, min(corner.x(), parent.width() - width - 16))
        top, inside = corner.y() + _BELOW, width - 2 * _MARGIN
        self._area.setFixedHeight(0)
        around = lines.sizeHint().height()
        # What is told of many drafts is longer than the page: it scrolls, and what copies it stays in sight.
        room = max(parent.height() - top - 16 - around, 60)
        self.words.setContentsMargins(0, 0, 0, 0)
        tall = self.words.heightForWidth(inside)
        if tall > room:
            # The style lays the scroll bar over the text.
            self.words.setContentsMargins(0, 0, self._area.verticalScrollBar().sizeHint().width() + 2, 0)
        self._area.setFixedHeight(min(tall, room))
        self._panel.setGeometry(QRect(start, top, width, around + self._area.height()))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._title.text()}\n{self.words.text()}")
        self.close_panel()

    def close_panel(self) -> None:
        """Go away."""
        self.closed.emit()  # before it is hidden, as a popover
        self.hide()

    def tell_no_more(self) -> None:
        """Go away if it is open: what it tells of is no longer shown."""
        if not self.isHidden():
            self.close_panel()

    def hideEvent(self, event: QHideEvent) -> None:
        # Hidden with its page it would come back with it, over whatever is shown there then.
        if not (event.spontaneous() or self.isHidden()):
            self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_panel()

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes round within the panel: what lies under it is not seen."""
        to = self.words if self.copy.hasFocus() else self.copy
        to.setFocus(Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        return keeps_letter(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
