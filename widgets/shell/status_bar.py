"""The line at the foot: left what counts here, right the safety of the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import say
from widgets.theme.surfaces import Sign, Surface, Words
from widgets.theme.tokens import Measures

_SAID = 0.45
"""What was just done has so much of the line at most."""


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in the status bar."""

    words: str
    role: str = "ink2"
    icon: str = ""


class StatusBar(Surface):
    """Facts left and right; work under way and what was just done stand before the facts.

    While it is quiet it is paper, and says only what somebody waits for or has to know.
    """

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__("panel", "top")
        self.setFixedHeight(Measures.STATUS_BAR)
        speak_as(self, Role.StatusBar, "Status")
        self._quiet, self._warns = False, False
        self._content = QWidget()
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 1, 0, 0)
        around.addWidget(self._content)
        line = laid_across(self._content, margins=(16, 0, 16, 0), spacing=20)
        self._working = QWidget()
        inner = laid_across(self._working, spacing=8)
        self.working_words = Words("", fonts.small(), "ink")
        self.cancel_button = Button("Cancel", form="plain", height=22)
        self.cancel_button.clicked.connect(self.cancelled)
        inner.addWidget(self.working_words)
        inner.addWidget(self.cancel_button)
        self._working.hide()
        line.addWidget(self._working)
        self.said = Words("", fonts.small(), "ink")
        self.said.hide()
        line.addWidget(self.said)
        self.undo_button = Button("Undo", form="plain", height=22)
        self.undo_button.hide()
        self.undo_button.clicked.connect(self._take_back)
        line.addWidget(self.undo_button)
        self._undo: Callable[[], object] | None = None
        self._of_act = False
        self._left = _Items()
        self._right = _Items()
        line.addWidget(self._left, 1)
        line.addWidget(self._right)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(8000)
        self._fade.timeout.connect(self.hush)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What was done may be a long sentence; the counts stay readable beside it.
        self.said.setMaximumWidth(round(self.width() * _SAID))

    def show_facts(self, left: Sequence[Item], right: Sequence[Item] = ()) -> None:
        """Show other facts."""
        self._left.show_items(left)
        self._right.show_items(right)
        self._warns = any(item.icon.startswith("warning") for item in right)
        self._show_content()

    def set_quiet(self, quiet: bool) -> None:
        """Say nothing of itself until the pointer comes here, a fact at the right warns, or something is said."""
        self._quiet = quiet
        self._ground, self._edges = ("paper", ()) if quiet else ("panel", ("top",))
        self._show_content()
        self.update()

    def _show_content(self) -> None:
        told = not self.said.isHidden() or not self._working.isHidden()
        self._content.setVisible(not self._quiet or told or self._warns or self.underMouse())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_content()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_content()

    def say(
        self, words: str, undo: Callable[[], object] | None = None, *, of_act: bool = False, aloud: bool = True
    ) -> None:
        """Say for eight seconds what was just done; `undo` takes it back.

        `of_act`: it holds until the next act, as what can be undone does. Not `aloud`: that has been said already.
        """
        self._undo, self._of_act = undo, of_act or undo is not None
        if aloud:
            say(self, words)
        self.said.setText(words)
        self.said.setToolTip(words)
        self.said.show()
        self.undo_button.setVisible(undo is not None)
        self._show_content()
        self._fade.start()

    def outdate(self, *, taken_back: bool = False) -> None:
        """Something else was done since: what was said of an act goes, or, where there is more to say, its Undo.

        `taken_back`: what was done last is undone, or done again, and there is no more to say of it.
        """
        if not self._of_act:
            return
        self._undo = None
        if ";" in self.said.text() and not taken_back:
            self.undo_button.hide()
        else:
            self.hush()

    def hush(self) -> None:
        """Say no more of what was done."""
        self._of_act = False
        self._fade.stop()
        self.said.hide()
        self.undo_button.hide()
        self._show_content()

    def _take_back(self) -> None:
        undo = self._undo
        self.hush()
        if undo is not None:
            undo()

    def show_work(self, words: str | None) -> None:
        """Show work under way with its Cancel, or None when there is none."""
        self._working.setVisible(words is not None)
        if words is not None:
            self.working_words.setText(words)
        self._show_content()

    @property
    def facts(self) -> str:
        """What the facts say, for tests and screen readers."""
        return " · ".join([*self._left.words, *self._right.words])


class _Items(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._line = laid_across(self, spacing=20)
        self.words: list[str] = []
        self._looks: list[tuple[str, str]] = []
        self._labels: list[Words] = []

    def show_items(self, items: Sequence[Item]) -> None:
        looks = [(item.role, item.icon) for item in items]
        if looks != self._looks:
            self._looks = looks
            self._make(items)
        words = [item.words for item in items]
        if words != self.words:
            self.words = words
            for label, item in zip(self._labels, items, strict=True):
                if label.text() != item.words:
                    label.setText(item.words)
            self.setAccessibleName(", ".join(words))

    def _make(self, items: Sequence[Item]) -> None:
        while (old := self._line.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._labels = [Words(item.words, fonts.small(), item.role) for item in items]
        for item, label in zip(items, self._labels, strict=True):
            if item.icon:
                pair = QWidget()
                inner = laid_across(pair, spacing=6)
                inner.addWidget(Sign(item.icon, item.role, 14))
                inner.addWidget(label)
                self._line.addWidget(pair)
            else:
                self._line.addWidget(label)
        self._line.addStretch(1)
