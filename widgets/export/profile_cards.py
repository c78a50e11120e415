"""One card for each profile, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QSizePolicy, QWidget

from models.circulation.profiles import Profile, Sort
from widgets.theme import fonts
from widgets.theme.focus import Ringed
from widgets.theme.roles import Role, speak_as
from widgets.theme.tokens import Measures, current, theme_changed

_RADIO, _LEFT, _TOP, _EDGE = 15, 36, 9, 10
_BREAKS = int(Qt.TextFlag.TextWordWrap)
_TURNED = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
}  # fmt: skip


_ABREAST = 3
_LONG_NAME = 120
"""Pixels of a name beyond which it is shortened rather than putting the cards under one another."""


class ProfileCards(QWidget):
    """Cards three abreast, or under one another where large letters leave no room; `chosen(Profile)` tells."""

    chosen = Signal(object)

    def __init__(self, profiles: Sequence[Profile]) -> None:
        super().__init__()
        speak_as(self, Role.Grouping, "Who gets it")
        self._profiles: tuple[Profile, ...] = ()
        self._sort = Sort.TRACKED
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._group = QButtonGroup(self)
        self._cards: list[_Card] = []
        self._group.idToggled.connect(self._toggled)
        self.show_profiles(profiles)

    def show_profiles(self, profiles: Sequence[Profile]) -> None:
        """Other profiles than before, the first one chosen."""
        for card in self._cards:
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._profiles = tuple(profiles)
        self._cards = [_Card(profile) for profile in self._profiles]
        for place, card in enumerate(self._cards):
            self._group.addButton(card, place)
            self._grid.addWidget(card, place // _ABREAST, place % _ABREAST)
        self._cards[0].setChecked(True)
        self.show_for(self._sort)

    def profile(self) -> Profile:
        """The profile that is chosen."""
        return self._profiles[self._group.checkedId()]

    def choose(self, name: str) -> None:
        """Choose a profile by its name."""
        self._cards[[one.name for one in self._profiles].index(name)].setChecked(True)

    def show_for(self, sort: Sort) -> None:
        """Say of every profile what it comes to in a sort of file."""
        self._sort = sort
        for card, profile in zip(self._cards, self._profiles, strict=True):
            card.say(profile.told_of(sort))
        self._arrange()

    def card(self, name: str) -> QAbstractButton:
        """The card of a profile."""
        return self._cards[[one.name for one in self._profiles].index(name)]

    def _toggled(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(self._profiles[place])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        turn = _TURNED.get(Qt.Key(event.key()), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft and event.key() in (
            Qt.Key.Key_Left, Qt.Key.Key_Right,
        ):  # fmt: skip
            turn = -turn
        if not turn:
            super().keyPressEvent(event)
            return
        card = self._cards[(self._group.checkedId() + turn) % len(self._cards)]
        card.setChecked(True)
        card.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        abreast = min(_ABREAST, len(self._cards))
        each = (self.width() - 8 * (abreast - 1)) // abreast
        below = any(card.least_width() > each for card in self._cards)
        wide = 1 if below else abreast
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // wide, place % wide)
        for column in range(_ABREAST):
            self._grid.setColumnStretch(column, int(column < wide))
        height = max(card.height_for(self.width() if below else each) for card in self._cards)
        for card in self._cards:
            card.setFixedHeight(height)


class _Card(Ringed, QAbstractButton):
    """A radio button with a line that says for whom."""

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.setText(profile.words)
        self._says = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to Qt, which tells a screen reader whether it is on
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(profile.words)
        if profile.made_from:
            self.setToolTip(profile.words)
        self.say(profile.says)
        theme_changed.repaint(self)

    def say(self, words: str) -> None:
        """For whom a file is and what it tells."""
        if words != self._says:
            self._says = words
            self.setAccessibleDescription(words)
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _TURNED:
            event.ignore()  # the row knows which card is next
            return
        super().keyPressEvent(event)

    def least_width(self) -> int:
        """The width under which the longest word would not fit."""
        small, head = QFontMetrics(fonts.small()), QFontMetrics(fonts.ui(500))
        words = max(small.horizontalAdvance(word) for word in self._says.split())
        return _LEFT + _EDGE + max(words, min(head.horizontalAdvance(self.text()), _LONG_NAME))

    def height_for(self, width: int) -> int:
        """The height that all words need."""
        small, head = QFontMetrics(fonts.small()), QFontMetrics(fonts.ui(500))
        room = QRect(0, 0, max(width - _LEFT - _EDGE, 40), 10_000)
        return _TOP * 2 + head.height() + 3 + small.boundingRect(room, _BREAKS, self._says).height()

    def sizeHint(self) -> QSize:
        return QSize(160, self.height_for(160))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.height_for(max(self.width(), 60)))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, mirrored = self.isChecked(), self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width = 1.5 if on else 1.0
        painter.setPen(QPen(tokens.ink if on else tokens.ctl, width))
        painter.setBrush(tokens.hover if self.underMouse() and not on else tokens.raised)
        edge = width / 2
        place = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(place, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
        head = QFontMetrics(fonts.ui(500))
        top = _TOP + (head.height() - _RADIO) / 2
        ring = QRectF(self.width() - 11 - _RADIO if mirrored else 11, top, _RADIO, _RADIO)
        painter.setPen(QPen(tokens.ink if on else tokens.ctl, 5 if on else 1))
        painter.setBrush(tokens.raised)
        inset = 2.5 if on else 0.5
        painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        start = Qt.AlignmentFlag.AlignAbsolute
        start |= Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        left, right = (_EDGE, _LEFT) if mirrored else (_LEFT, _EDGE)
        painter.setPen(tokens.ink)
        painter.setFont(fonts.ui(500))
        room = self.width() - left - right
        name = head.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, _TOP, room, head.height()), int(start), name)
        painter.setPen(tokens.ink2)
        painter.setFont(fonts.small())
        under = QRectF(left, _TOP + head.height() + 3, room, self.height())
        painter.drawText(under, int(start) | _BREAKS, self._says)
        painter.end()
