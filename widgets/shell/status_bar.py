"""The line at the foot: left what counts here, right the safety of the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.shell.status_facts import APART, Item, StatusFacts
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import say
from widgets.theme.surfaces import Surface, WholeWords, Words
from widgets.theme.tokens import Measures

__all__ = ["Item", "StatusBar"]
_SAID = 0.45
"""What was just done has so much of the line at most where the facts need the rest."""
_PAINTED, _STAYS = 40, 8_000
"""Milliseconds in which what was done is painted, and for which it is said."""


@dataclass(frozen=True, slots=True)
class _Said:
    """What was just done, and what takes it back; `of_act` holds until the next act, `of_page` while its page shows."""

    words: str = ""
    undo: Callable[[], object] | None = None
    of_act: bool = False
    of_page: bool = False


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
        self._line = line = laid_across(self._content, margins=(16, 0, 16, 0), spacing=APART)
        self._working = QWidget()
        self._inner = inner = laid_across(self._working, spacing=8)
        self.working_words = Words("", fonts.small(), "ink")
        self.cancel_button = Button("Cancel", form="plain", height=22)
        self.cancel_button.clicked.connect(self.cancelled)
        inner.addWidget(self.working_words)
        inner.addWidget(self.cancel_button)
        self._working.hide()
        line.addWidget(self._working)
        self.said = WholeWords("", fonts.small(), "ink")
        self.said.hide()
        line.addWidget(self.said)
        self.undo_button = Button("Undo", form="plain", height=22)
        self.undo_button.hide()
        self.undo_button.clicked.connect(self._take_back)
        line.addWidget(self.undo_button)
        self._just_said = _Said()
        self._left = StatusFacts()
        self._right = StatusFacts(outwards=True)
        line.addWidget(self._left, 1)
        line.addWidget(self._right)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_STAYS)
        self._fade.timeout.connect(self.hush)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setTimerType(Qt.TimerType.PreciseTimer)
        self._soon.setInterval(_PAINTED)
        self._soon.timeout.connect(self._show_content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

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
        self._soon.stop()
        said = self._just_said
        if said.words:
            self.said.setText(said.words)
        self.said.setVisible(bool(said.words))
        self.undo_button.setVisible(said.undo is not None)
        told = said.words or not self._working.isHidden()
        self._content.setVisible(bool(not self._quiet or told or self._warns or self.underMouse()))
        self._arrange()

    def _arrange(self) -> None:
        """Lay the line anew at once: what is left to the event loop is painted half laid."""
        if self._just_said.words:
            # It may be a long sentence; the counts stay readable beside it.
            self.said.setMaximumWidth(max(round(self.width() * _SAID), self._room_for_said()))
        self._right.setMaximumWidth(self.width())
        self._inner.activate()
        self._line.activate()
        lacks = self.said.sizeHint().width() - self.said.width()
        if self._just_said.words and lacks > 0:
            # A fact that has no room to stand whole stands not at all, and leaves more than it had to.
            right = max(0, min(lacks, self._right.spare))
            more = right + max(0, min(lacks - right, self._left.spare))
            self._right.setMaximumWidth(self._right.width() - right)
            self.said.setMaximumWidth(self.said.width() + more)
            self._line.activate()
        self._left.place()
        self._right.place()

    def _room_for_said(self) -> int:
        """What the whole facts, and all else that stands in the line, leave."""
        beside = [one.sizeHint().width() for one in (self._working, self.undo_button) if not one.isHidden()]
        margins = self._line.contentsMargins()
        taken = sum(beside) + self._left.whole + self._right.whole + margins.left() + margins.right()
        return self.width() - taken - APART * (len(beside) + 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_content()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_content()

    def say(
        self,
        words: str,
        undo: Callable[[], object] | None = None,
        *,
        of_act: bool = False,
        of_page: bool = False,
        aloud: bool = True,
        soon: bool = False,
    ) -> None:
        """Say for eight seconds what was just done; `undo` takes it back.

        `of_act`: it holds until the next act, as what can be undone does. `of_page`: it is true of what is shown, and
        goes with it. Not `aloud`: that has been said already.
        `soon`: it is seen once what was done is painted, for which somebody who types waits.
        """
        if aloud:
            say(self, words)
        self._fade.start()
        self._show_said(_Said(words, undo, of_act or undo is not None, of_page), soon)

    def outdate(self, *, taken_back: bool = False, soon: bool = False) -> None:
        """Something else was done since: what was said of an act goes, or, where there is more to say, its Undo.

        `taken_back`: what was done last is undone, or done again, and there is no more to say of it.
        """
        said = self._just_said
        if not said.of_act:
            return
        if ";" in said.words and not taken_back:
            self._show_said(replace(said, undo=None), soon)
        else:
            self._fade.stop()
            self._show_said(_Said(), soon)

    def leave_page(self) -> None:
        """Something else is shown: what was said of what lay there goes, what was done stays."""
        if self._just_said.of_page:
            self.hush()

    def hush(self) -> None:
        """Say no more of what was done."""
        self._fade.stop()
        self._show_said(_Said())

    def _show_said(self, said: _Said, soon: bool = False) -> None:
        self._just_said = said
        if not soon:
            self._show_content()
        elif not self._soon.isActive():
            self._soon.start()

    def _take_back(self) -> None:
        undo = self._just_said.undo
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
