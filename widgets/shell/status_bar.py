"""The line at the foot: left what counts here, right the safety of the work."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget

from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import say
from widgets.theme.surfaces import Sign, Surface, Words
from widgets.theme.tokens import Measures

_SAID = 0.45
"""What was just done has so much of the line at most."""
_APART, _SIGN, _BESIDE = 20, 14, 6
"""Pixels between two facts, of the sign of one, and between that and its words."""
_LEAST = 160
"""Room in pixels that the fact that counts most always has."""


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in the status bar; `brief`, it lasts where room is short, and says that in the end."""

    words: str
    role: str = "ink2"
    icon: str = ""
    brief: str = ""


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
        self._line = line = laid_across(self._content, margins=(16, 0, 16, 0), spacing=_APART)
        self._working = QWidget()
        self._inner = inner = laid_across(self._working, spacing=8)
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
        self._right = _Items(outwards=True)
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
        told = not self.said.isHidden() or not self._working.isHidden()
        self._content.setVisible(not self._quiet or told or self._warns or self.underMouse())
        self._arrange()

    def _arrange(self) -> None:
        """Lay the line anew at once: what is left to the event loop is painted half laid."""
        self._inner.activate()
        self._line.activate()
        self._left.place()
        self._right.place()

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
            self._show_content()
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
    """Facts in a row, each whole or not at all: what goes where room is short, `_told` says.

    `outwards`, they stand at the far end, and the last of them counts most; otherwise the first does.
    """

    def __init__(self, *, outwards: bool = False) -> None:
        super().__init__()
        self._outwards = outwards
        self._items: tuple[Item, ...] = ()
        self._facts: list[tuple[Words, Sign | None]] = []

    @property
    def words(self) -> list[str]:
        """All that there is to say."""
        return [item.words for item in self._items]

    def show_items(self, items: Sequence[Item]) -> None:
        """Other facts; where they stand then `place` has to be asked for."""
        if tuple(items) == self._items:
            return
        if [(item.role, item.icon) for item in items] != [(item.role, item.icon) for item in self._items]:
            self._make(items)
        self._items = tuple(items)
        self.setAccessibleName(", ".join(self.words))
        self.updateGeometry()

    def _make(self, items: Sequence[Item]) -> None:
        for widget in (one for fact in self._facts for one in fact if one is not None):
            widget.hide()
            widget.deleteLater()
        self._facts = [
            (Words(item.words, fonts.small(), item.role, parent=self), _sign(item, self) if item.icon else None)
            for item in items
        ]

    def sizeHint(self) -> QSize:
        # What may go stands in the room that is left over.
        lasting = {at: item.words for at, item in enumerate(self._items) if item.brief or at == self._first}
        wanted = dict(enumerate(self.words)) if self._outwards else lasting
        return QSize(self._wide(wanted), self._high())

    def minimumSizeHint(self) -> QSize:
        if not self._items:
            return QSize(0, 0)
        first = self._items[self._first]
        return QSize(min(_LEAST, self._wide({self._first: first.brief or first.words})), self._high())

    @property
    def _first(self) -> int:
        """Which counts most."""
        return len(self._items) - 1 if self._outwards else 0

    def _high(self) -> int:
        return max((words.sizeHint().height() for words, _ in self._facts), default=0)

    def _wide(self, told: Mapping[int, str]) -> int:
        return sum(self._wide_of(at, words) for at, words in told.items()) + _APART * max(0, len(told) - 1)

    def _wide_of(self, at: int, words: str) -> int:
        label, sign = self._facts[at]
        return label.fontMetrics().horizontalAdvance(words) + (_SIGN + _BESIDE if sign is not None else 0)

    def _told(self) -> dict[int, str]:
        """What is said in the room there is, by the number of the fact.

        What counts least goes first, whole; what has `brief` words lasts longer, and says those before it goes. The
        fact that counts most stays, cut where even that is too long.
        """
        told = dict(enumerate(self.words))
        order = sorted(told, reverse=not self._outwards)[:-1]
        for at in order:
            if self._wide(told) > self.width() and not self._items[at].brief:
                del told[at]
        for at in [*order, self._first] if told else ():
            if self._wide(told) > self.width() and at in told and self._items[at].brief:
                told[at] = self._items[at].brief
        for at in order:
            if self._wide(told) > self.width() and at in told:
                del told[at]
        return told

    def place(self) -> None:
        """Put every fact where it stands, in one go."""
        told = self._told()
        at = max(0, self.width() - self._wide(told)) if self._outwards else 0
        for number, (label, sign) in enumerate(self._facts):
            words = told.get(number)
            if words is not None:
                if label.text() != words:
                    label.setText(words)
                if sign is not None:
                    self._put(sign, at, _SIGN, _SIGN)
                    at += _SIGN + _BESIDE
                wide = min(label.fontMetrics().horizontalAdvance(words), self.width() - at)
                self._put(label, at, wide, self.height())
                at += wide + _APART
            for one in (label, sign):
                if one is not None:
                    one.setVisible(words is not None)
        self.setToolTip("" if list(told.values()) == self.words else " · ".join(self.words))

    def _put(self, widget: QWidget, at: int, wide: int, high: int) -> None:
        box = QRect(at, (self.height() - high) // 2, wide, high)
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def event(self, event: QEvent) -> bool:
        # Letters of another size, or a window that is mirrored now.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self.place()
        return super().event(event)


def _sign(item: Item, parent: QWidget) -> Sign:
    return Sign(item.icon, item.role, _SIGN, parent)
