"""Facts of the line at the foot: each stands whole or not at all, and what counts least goes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from widgets.theme import fonts
from widgets.theme.surfaces import Sign, Words

APART = 20
"""Pixels between two facts."""
_SIGN, _BESIDE = 14, 6
"""Pixels of the sign of a fact, and between that and its words."""
_LEAST = 160
"""Room in pixels that the fact that counts most always has."""


@dataclass(frozen=True, slots=True)
class Item:
    """A fact in the status bar; `brief`, it lasts where room is short, and says that in the end."""

    words: str
    role: str = "ink2"
    icon: str = ""
    brief: str = ""


class StatusFacts(QWidget):
    """Facts in a row, each whole or not at all: what goes where room is short, `_told` says.

    `outwards`, they stand at the far end, and the last of them counts most; otherwise the first does.
    """

    def __init__(self, *, outwards: bool = False) -> None:
        super().__init__()
        self._outwards = outwards
        self._items: tuple[Item, ...] = ()
        self._facts: list[tuple[Words, Sign | None]] = []
        self._widths: dict[str, int] = {}
        """How wide words are that were asked for, in these letters."""
        self._letters = QFont()

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
        self._items, self._widths = tuple(items), {}
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
    def whole(self) -> int:
        """Pixels in which all is said."""
        return self._wide(dict(enumerate(self.words)))

    @property
    def spare(self) -> int:
        """Pixels that what is said leaves."""
        return self.width() - self._wide(self._told())

    @property
    def _first(self) -> int:
        """Which counts most."""
        return len(self._items) - 1 if self._outwards else 0

    def _high(self) -> int:
        return max((words.sizeHint().height() for words, _ in self._facts), default=0)

    def _wide(self, told: Mapping[int, str]) -> int:
        signs = len([at for at in told if self._facts[at][1] is not None])
        words = sum([self._words_wide(at, words) for at, words in told.items()])
        return words + signs * (_SIGN + _BESIDE) + APART * max(0, len(told) - 1)

    def _words_wide(self, at: int, words: str) -> int:
        wide = self._widths.get(words)
        if wide is None:
            wide = self._widths[words] = self._facts[at][0].fontMetrics().horizontalAdvance(words)
        return wide

    def _told(self) -> dict[int, str]:
        """What is said in the room there is, by the number of the fact.

        What counts least goes first, whole; what has `brief` words lasts longer, and says those before it goes. The
        fact that counts most stays, cut where even that is too long.
        """
        told = dict(enumerate(self.words))
        if self._wide(told) <= self.width():
            return told  # as nearly always
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
                wide = min(self._words_wide(number, words), self.width() - at)
                self._put(label, at, wide, self.height())
                at += wide + APART
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
            letters = self._facts[0][0].font() if self._facts else self._letters
            if letters != self._letters:
                self._letters, self._widths = letters, {}
            self.updateGeometry()
            self.place()
        return super().event(event)


def _sign(item: Item, parent: QWidget) -> Sign:
    return Sign(item.icon, item.role, _SIGN, parent)
