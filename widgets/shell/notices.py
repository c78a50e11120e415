"""Notices: lines above the page that say what happened and what to do. Nothing here is modal."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.focus import tab_through
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import say
from widgets.theme.surfaces import Sign, Surface, Words

_LOOKS = {
    "error": ("warning-octagon-fill", "error", "tint_removed"),
    "warning": ("warning-fill", "bracketed", "tint_bracketed"),
    "info": ("info", "ink2", "panel"),
    "recovered": ("clock-counter-clockwise", "ink2", "panel"),
}
_READ = 4.0
"""Seconds in which a notice has surely been read."""


@dataclass(frozen=True)
class Notice:
    """`kind` is error, warning, info or recovered; `acts` are words and what they do.

    A new notice of the same topic replaces.
    """

    kind: str
    words: str
    more: str = ""
    acts: Sequence[tuple[str, Callable[[], None]]] = field(default=())
    topic: str = ""


class NoticeLine(Surface):
    """One notice; it stays until it is closed, acted on or replaced."""

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        icon, role, ground = _LOOKS[notice.kind]
        super().__init__(ground, "bottom", parent)
        self.notice = notice
        self.since = time.monotonic()
        speak_as(self, Role.AlertMessage)
        line = laid_across(self, margins=(16, 9, 12, 10), spacing=12)
        line.addWidget(Sign(icon, role, 18), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.head = Words(notice.words, fonts.ui(500), lines=True)
        words.addWidget(self.head)
        if notice.more:
            words.addWidget(Words(notice.more, fonts.small(), "ink2", lines=True))
        line.addLayout(words, 1)
        self.buttons: list[Button] = []
        for text, act in notice.acts:
            # What was nearly lost is the one strong thing of the page.
            strong = notice.kind == "recovered" and not self.buttons
            button = Button(text, form="ink" if strong else "quiet", height=26)
            button.clicked.connect(lambda _checked=False, do=act: self._act(do))
            line.addWidget(button)
            self.buttons.append(button)
        self.close_button = IconButton("x", "Close this notice", size=16)
        self.close_button.clicked.connect(self.closed)
        line.addWidget(self.close_button)
        self.setAccessibleName(f"{notice.words} {notice.more}".strip())

    def _act(self, do: Callable[[], None]) -> None:
        self.closed.emit()
        do()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class Notices(QWidget):
    """The notices of the window, newest first, at most three; `left()` as one that has the keyboard goes."""

    left = Signal()
    _MOST = 3

    def __init__(self) -> None:
        super().__init__()
        self._column = laid_down(self)
        self._lines: list[NoticeLine] = []
        self.after: QWidget | None = None
        """What they stand behind, and where Tab comes to them from."""
        self.hide()

    def show_notice(self, notice: Notice) -> NoticeLine:
        """Show a notice; the same words, or another of its topic, give way to it."""
        for line in list(self._lines):
            if line.notice.words == notice.words or (notice.topic and line.notice.topic == notice.topic):
                self._drop(line)
        while len(self._lines) >= self._MOST:
            self._drop(self._lines[-1])
        line = NoticeLine(notice, self)
        line.closed.connect(lambda: self._drop(line))
        self._lines.insert(0, line)
        self._column.insertWidget(0, line)
        if self.after is not None:
            tab_through(self.after, *line.buttons, line.close_button)
        self.show()
        say(line, line.accessibleName(), at_once=notice.kind == "error")
        return line

    def clear(self, topic: str | None = None, words: str = "") -> None:
        """Take away the notices of a topic and those of these words, or all."""
        for line in list(self._lines):
            if topic is None or line.notice.topic == topic or line.notice.words == words:
                self._drop(line)

    def outdate(self, topic: str) -> None:
        """Take away the notices of a topic that have been read: what came of it since shows that one went on."""
        for line in list(self._lines):
            if line.notice.topic == topic and time.monotonic() - line.since >= _READ:
                self._drop(line)

    def take_away(self, line: NoticeLine) -> None:
        """Take away one notice, where it has not gone yet."""
        if line in self._lines:
            self._drop(line)

    @property
    def shown(self) -> tuple[NoticeLine, ...]:
        """The notices on the screen, newest first."""
        return tuple(self._lines)

    def _drop(self, line: NoticeLine) -> None:
        focus = self.window().focusWidget()
        if focus is not None and line.isAncestorOf(focus):
            self.left.emit()  # before it is hidden, as a popover
        if line in self._lines:
            self._lines.remove(line)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))
