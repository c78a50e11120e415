"""How the masthead's form lies on its page: the fields row by row, the checks below, the first page beside them."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.masthead.checks_list import ChecksList
from widgets.masthead.fields import FieldLine, Labelled
from widgets.masthead.first_page import FirstPage
from widgets.masthead.sponsor_form import SponsorForm
from widgets.paper.scroll_bar import scrolled
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_WIDTH, _NARROW = 560, 900
_LABELS = {
    "symbol": "Symbol",
    "organ": "Organ",
    "session": "Session",
    "committee": "Committee",
    "distribution": "Distribution",
    "date": "Date of issue",
    "language": "Language",
    "original": "Original",
    "agenda_item": "Agenda item",
    "agenda_title": "Title of the item",
    "sponsor_note": "Asterisk note",
    "title": "Title",
}
# Row by row the fields and their shares of its width; the sponsor line stands between.
_ROWS = (
    (("symbol", 1), ("organ", 1)),
    (("session", 13), ("committee", 12), ("distribution", 7)),
    (("date", 13), ("language", 12), ("original", 7)),
    (("agenda_item", 1), ("agenda_title", 3)),
)
_WITH_FACT = frozenset({"session", "agenda_title"})
_BELOW = ("sponsor_note", "title")


class LaidForm(QWidget):
    """The fields by name, the sponsor line, the checks and the first page; what they do is `MastheadPage`'s."""

    def __init__(self, sponsors: SponsorForm | None = None) -> None:
        """`sponsors` is the sponsor line where it is made already: it takes as long as all the rest."""
        super().__init__()
        self.fields = {name: FieldLine(words, _face(name)) for name, words in _LABELS.items()}
        self.sponsors = sponsors or SponsorForm()
        self.checks = ChecksList()
        self.page = FirstPage()
        self._labelled = {
            name: Labelled(words, self.fields[name], fact=name in _WITH_FACT) for name, words in _LABELS.items()
        }
        speak_as(self, Role.Form)
        self.setAccessibleName("Masthead")
        self._build()

    def _build(self) -> None:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = laid_across(bar, margins=(16, 0, 16, 0), spacing=10)
        line.addWidget(Words("Masthead", fonts.ui(600)))
        line.addWidget(Words("part of the text, undone with Ctrl Z", fonts.small(), "ink2"), 1)
        self.paste_button = Button("Paste a masthead", form="plain", height=28)
        self.back_button = Button("Back", form="plain", key="Esc", height=28)
        self.back_button.setAccessibleName("Back to the text")
        line.addWidget(self.paste_button)
        line.addWidget(self.back_button)
        inside = Surface("panel")
        column = laid_down(inside, margins=(24, 14, 24, 20), spacing=8)
        self.found = Words("", fonts.small(), "ink2", lines=True)
        self.found.hide()
        column.addWidget(self.found)
        for row in _ROWS:
            line_of = QHBoxLayout()
            line_of.setSpacing(12)
            for name, share in row:
                line_of.addWidget(self._labelled[name], share)
            column.addLayout(line_of)
        column.addWidget(Words("Sponsor line", fonts.small(), "ink2"))
        column.addWidget(self.sponsors)
        for name in _BELOW:
            column.addWidget(self._labelled[name])
        column.addSpacing(2)
        column.addWidget(self.checks)
        column.addStretch(1)
        self.scroll_area = scrolled(inside)
        self._form = Surface("panel", "trailing")
        left = laid_down(self._form, margins=(0, 0, 1, 0))
        left.addWidget(bar)
        left.addWidget(self.scroll_area, 1)
        self._beside = QWidget()
        right = laid_down(self._beside)
        right.addWidget(self.page, 1)
        caption = Surface("ground")
        under = QHBoxLayout(caption)
        under.setContentsMargins(24, 0, 24, 12)
        words = Words("The first page as it will print", fonts.small(), "ink2")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        under.addWidget(words)
        right.addWidget(caption)
        whole = laid_across(self)
        whole.addWidget(self._form)
        whole.addWidget(self._beside, 1)
        order = [self.fields[name] for row in _ROWS for name, _ in row]
        for one, then in itertools.pairwise(order):
            QWidget.setTabOrder(one, then)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._beside.setVisible(not narrow)
        self.sponsors.be_short(self.width() < _WIDTH)
        if narrow:
            self._form.setMinimumWidth(0)
            self._form.setMaximumWidth(16_777_215)
        else:
            self._form.setFixedWidth(_WIDTH)


def _face(name: str) -> QFont:
    if name == "title":
        return fonts.serif(15, 600)
    return fonts.serif(15) if name in ("symbol", "agenda_title", "sponsor_note") else fonts.ui()
