"""One page of the help: title, a paragraph, numbered steps with their keys, two buttons, the pages beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from models.help_pages import HelpPage, Step
from widgets.help.words import SaidWords
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button
from widgets.theme.key_hints import key_width, key_words, paint_key
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import theme_changed

_NUMBER = 28
_ROW = 30


class PageView(QWidget):
    """A page. `act_asked(str)` and `show_asked(str)` with an action, `page_asked(str)` with a page's name."""

    act_asked = Signal(str)
    show_asked = Signal(str)
    page_asked = Signal(str)

    def __init__(self, page: HelpPage, neighbours: Sequence[HelpPage], possible: bool = True) -> None:
        super().__init__()
        self.page = page
        column = laid_down(self, margins=(20, 16, 20, 20))
        title = Words(page.title, fonts.serif(18, 600), lines=True)
        opening = Words(page.opening, fonts.ui(), "ink2", lines=True)
        column.addWidget(title)
        column.addSpacing(4)
        column.addWidget(opening)
        column.addSpacing(10)
        for number, step in enumerate(page.steps, 1):
            column.addWidget(StepLine(number, step, last=number == len(page.steps)))
        column.addSpacing(14)
        self.do_button = Button(page.button)
        self.show_button = Button("Show where", form="plain")
        column.addLayout(self._buttons(possible))
        self.links: list[PageLink] = []
        if neighbours:
            column.addSpacing(14)
            rule = Surface("line")
            rule.setFixedHeight(1)
            column.addWidget(rule)
            head = Words("Next to this", fonts.micro(600), "ink3")
            head.setContentsMargins(0, 10, 0, 4)
            column.addWidget(head)
            for neighbour in neighbours:
                self.links.append(self._link(neighbour))
                column.addWidget(self.links[-1])
        column.addStretch(1)

    def _buttons(self, possible: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        page = self.page
        self.do_button.setEnabled(possible)
        for button, act in ((self.do_button, page.do), (self.show_button, page.show)):
            if not act:
                button.hide()  # never shown here: it lies in no window yet, and would be one
        self.do_button.clicked.connect(lambda: self.act_asked.emit(page.do))
        self.show_button.clicked.connect(lambda: self.show_asked.emit(page.show))
        line.addWidget(self.do_button)
        line.addWidget(self.show_button)
        line.addStretch(1)
        return line

    def _link(self, page: HelpPage) -> PageLink:
        link = PageLink(page.title)
        link.clicked.connect(lambda: self.page_asked.emit(page.name))
        return link


class StepLine(Surface):
    """A step: its number, its words, the keys at the trailing edge."""

    def __init__(self, number: int, step: Step, *, last: bool) -> None:
        super().__init__("panel", "" if last else "bottom")
        line = laid_across(self, margins=(0, 9, 0, 10), spacing=10)
        figure = Words(str(number), fonts.serif(15, 500), "ink2")
        figure.setFixedWidth(_NUMBER - 10)
        line.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(SaidWords(step.words, fonts.ui()))
        if step.more:
            words.addWidget(SaidWords(step.more, fonts.small(), "ink2"))
        words.addStretch(1)
        line.addLayout(words, 1)
        if step.keys:
            line.addWidget(Keys(step.keys), 0, Qt.AlignmentFlag.AlignTop)


class Keys(QWidget):
    """Key sequences, one under the other."""

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self._keys = tuple(key_words(one) for one in keys)
        speak_as(self, Role.StaticText, ", ".join(self._keys))
        self.setFixedSize(self.sizeHint())
        theme_changed.repaint(self)

    def sizeHint(self) -> QSize:
        return QSize(round(max(map(key_width, self._keys)) + 1), 22 * len(self._keys) - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number, words in enumerate(self._keys):
            wide = key_width(words)
            box = QRectF(0 if mirrored else self.width() - wide, 22 * number + 1, wide, 18)
            paint_key(painter, box, words, tokens.ink2, tokens.line2)
        painter.end()


class PageLink(Button):
    """A line that leads to a page: its title, and a caret at the trailing edge."""

    def __init__(self, title: str) -> None:
        super().__init__(title, form="plain", leading=True, height=_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), tokens.sel if self.isDown() else tokens.hover)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        metrics = QFontMetricsF(fonts.ui())
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 24)
        start = self.width() - metrics.horizontalAdvance(words) if mirrored else 0.0
        painter.setFont(fonts.ui())
        painter.setPen(tokens.ink)
        painter.drawText(QPointF(start, self.height() / 2 + 4.5), words)
        caret = QRectF(2 if mirrored else self.width() - 16, self.height() / 2 - 7, 14, 14)
        icons.paint(painter, caret, "caret-left" if mirrored else "caret-right", tokens.ink2)
        painter.end()
