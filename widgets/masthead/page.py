"""The page of the masthead: its fields in the order of the page, what they say to each other, and the first page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.draft import Draft
from models.masthead.checks import MastheadCheck, checks, session_fact
from models.masthead.facts import committee_number, committees, names, organs, session_codes
from models.masthead.lines import FIELD_WORDS, draft_with, language, tidied
from models.masthead.parts import NAMES, MastheadFields
from models.masthead.paste import read_masthead
from models.masthead.symbol import suggested_symbols
from models.masthead.words import session_code, session_line, typed_date, typed_session
from widgets.masthead.checks_list import ChecksList
from widgets.masthead.fields import FieldLine, Labelled, tint_warned
from widgets.masthead.first_page import FirstPage
from widgets.masthead.sponsor_form import SponsorForm
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures, theme_changed

_WIDTH, _PAUSE = 560, 150
_NARROW = 900
_HEAD_OF_DRAFT = 80
_LABELS = {
    "symbol": "Symbol",
    "organ": "Organ",
    "session": "Session",
    "committee": "Committee",
    "distribution": "Distribution",
    "date": "Date of issue",
    "original": "Original",
    "agenda_item": "Agenda item",
    "agenda_title": "Title of the item",
    "sponsor_note": "Note to the sponsors, called by an asterisk",
    "title": "Title",
}
# Row by row the fields and their shares of its width; the sponsor line stands between.
_ROWS = (
    (("symbol", 1), ("organ", 1)),
    (("session", 11), ("committee", 10), ("distribution", 8)),
    (("date", 1), ("original", 1)),
    (("agenda_item", 1), ("agenda_title", 3)),
)
_BELOW = ("sponsor_note", "title")


@dataclass(frozen=True, slots=True)
class Known:
    """What the drafts of the dossier say and the form may offer: nothing here is invented."""

    symbols: Sequence[str] = ()
    agenda_items: Sequence[tuple[str, str]] = ()
    """Number and title of each item."""
    states: Sequence[str] = ()
    titles: Sequence[str] = ()


class MastheadPage(QWidget):
    """`fields_changed(MastheadFields)` 150 ms after the last key, at once on a choice or when a field is left.

    `closed()` when the user goes back to the text. `show_fields` gives what the text says, `show_draft` the text
    under the masthead, `offer` what may be meant.
    """

    fields_changed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = self._text = MastheadFields()
        self._draft = Draft()
        self._known = Known()
        self._language = "en"
        self._told: tuple[MastheadCheck, ...] = ()
        self._left: tuple[str, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._tell)
        self.fields = {name: FieldLine(words, _face(name)) for name, words in _LABELS.items()}
        self.sponsors = SponsorForm()
        self.checks = ChecksList()
        self.page = FirstPage()
        self._labelled = {
            name: Labelled(words, self.fields[name], fact=name == "session") for name, words in _LABELS.items()
        }
        speak_as(self, Role.Form)
        self.setAccessibleName("Masthead")
        self._build()
        self._connect()
        self.offer(Known())
        theme_changed.connect(self._dress)

    # What it is told

    def show_fields(self, fields: MastheadFields, told: Sequence[MastheadCheck] | None = None) -> None:
        """What the text says now; a value that could not be put into it stays as typed until the text says another.

        Without `told` the page works out itself what there is to tell.
        """
        if self._later.isActive():
            # Keys that were not told yet are newer than this, and the text answers to them again.
            self._text = fields
            return
        kept = [name for name in self._left if getattr(fields, name) == getattr(self._text, name)]
        self._text = fields
        self._fields = replace(fields, **{name: getattr(self._fields, name) for name in kept})
        for name, field in self.fields.items():
            value = getattr(self._fields, name)
            # What was typed in short, and spaces being typed, are no difference.
            if value not in (" ".join(field.text().split()), self._meant(name)):
                field.say(value)
        self.sponsors.show_line(self._fields.sponsor_line)
        self._refresh(told)

    def show_draft(self, draft: Draft) -> None:
        """The text whose first page is shown; its head is enough."""
        self._draft = Draft(draft.paragraphs[:_HEAD_OF_DRAFT], draft.footnotes)
        spoken = language(self._draft)
        if spoken != self._language:
            self._language = spoken
            self.offer(self._known)
        self._refresh(None)

    def offer(self, known: Known) -> None:
        """What may be meant in each field."""
        self._known = known
        spoken = self._language
        self.fields["organ"].offer(organs(spoken), opens=True)
        self.fields["session"].offer([session_line(code, spoken) for code in session_codes()], opens=True)
        self.fields["committee"].offer(committees(spoken), opens=True)
        self.fields["distribution"].offer(names("distribution", spoken), opens=True)
        self.fields["original"].offer(names("original", spoken), opens=True)
        self.fields["agenda_item"].offer([item for item, _ in known.agenda_items], opens=bool(known.agenda_items))
        self.fields["agenda_title"].offer([title for _, title in known.agenda_items])
        self.fields["title"].offer(known.titles)
        self.sponsors.offer(known.states, known.symbols)
        self._offer_symbols()

    def focus_field(self, name: str = "symbol") -> None:
        """Put the keyboard into a field, all of it selected."""
        field = self.fields.get(name)
        if field is None:
            self.sponsors.segments.part(self.sponsors.segments.choice()).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.scroll_area.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        # The caret at the beginning, so that a long value is seen from there.
        field.setSelection(len(field.text()), -len(field.text()))

    def paste(self, text: str) -> None:
        """Fill all fields from a pasted masthead, and name those it does not hold."""
        found, missing = read_masthead(text)
        if found == MastheadFields():
            self.found.setText("No masthead was found in what was pasted; nothing changed")
            self.found.show()
            return
        said = {name: getattr(found, name) for name in NAMES if getattr(found, name)}
        self._fields = replace(self._fields, **said)
        for name, field in self.fields.items():
            field.say(getattr(self._fields, name))
        self.sponsors.show_line(self._fields.sponsor_line)
        listed = ", ".join(FIELD_WORDS[name] for name in missing)
        self.found.setText(f"Not found in what was pasted: {listed}" if missing else "Everything was found")
        self.found.show()
        self._refresh(None)
        self._tell()

    def said(self) -> MastheadFields:
        """What the fields say now."""
        return tidied(self._fields)

    # Building

    def _build(self) -> None:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 0, 16, 0)
        line.setSpacing(10)
        line.addWidget(Words("Masthead", fonts.ui(600)))
        line.addWidget(Words("part of the text, undone with Ctrl Z", fonts.small(), "ink2"), 1)
        self.paste_button = Button("Paste a masthead", form="plain", height=28)
        self.back_button = Button("Back", form="plain", key="Esc", height=28)
        self.back_button.setAccessibleName("Back to the text")
        line.addWidget(self.paste_button)
        line.addWidget(self.back_button)
        inside = Surface("panel")
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 14, 24, 20)
        column.setSpacing(8)
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
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidget(inside)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        give_quiet_scroll_bar(self.scroll_area)
        self._form = Surface("panel", "trailing")
        left = QVBoxLayout(self._form)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        left.addWidget(bar)
        left.addWidget(self.scroll_area, 1)
        self._beside = QWidget()
        right = QVBoxLayout(self._beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.page, 1)
        caption = Surface("ground")
        under = QHBoxLayout(caption)
        under.setContentsMargins(24, 0, 24, 12)
        words = Words("The first page as it will print", fonts.small(), "ink2")
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        under.addWidget(words)
        right.addWidget(caption)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._form)
        whole.addWidget(self._beside, 1)
        order = [self.fields[name] for row in _ROWS for name, _ in row]
        for one, then in itertools.pairwise(order):
            QWidget.setTabOrder(one, then)
        # From the last field to the buttons of the bar.
        QWidget.setTabOrder(self.fields["title"], self.paste_button)
        QWidget.setTabOrder(self.paste_button, self.back_button)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(lambda _text, name=name: self._edited(name))
            field.completer().activated.connect(lambda text, name=name: self._taken(name, text))
            field.editingFinished.connect(lambda name=name: self._finished(name))
            field.lines_pasted.connect(self.paste)
            field.focused.connect(lambda name=name: self.page.mark(name))
        self.sponsors.edited.connect(self._sponsors_edited)
        self.sponsors.focused.connect(lambda: self.page.mark("sponsor_line"))
        self.page.field_clicked.connect(self.focus_field)
        self.paste_button.clicked.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        self.back_button.clicked.connect(self.close_page)

    # What is done in it

    def _meant(self, name: str) -> str:
        """What was typed into a field, as the masthead says it."""
        text = " ".join(self.fields[name].text().split())
        if name == "session" and text:
            return typed_session(text, self._language)
        return typed_date(text, self._language) if name == "date" and text else text

    def _edited(self, name: str) -> None:
        self._fields = replace(self._fields, **{name: self._meant(name)})
        if name == "sponsor_note":
            self.sponsors.set_noted(bool(self._fields.sponsor_note))
            self._fields = replace(self._fields, sponsor_line=self.sponsors.line())
        self._refresh(None)
        self._later.start()

    def _taken(self, name: str, text: str) -> None:
        """An offer was taken; with the number of an item comes its title."""
        self.fields[name].say(text)
        self._edited(name)
        title = dict(self._known.agenda_items).get(text) if name == "agenda_item" else None
        if title:
            self.fields["agenda_title"].say(title)
            self._edited("agenda_title")
        self._tell()

    def _finished(self, name: str) -> None:
        """A field is left: what was typed in short stands there in full."""
        self.fields[name].say(self._meant(name))
        if self._later.isActive():
            self._tell()

    def _sponsors_edited(self) -> None:
        self._fields = replace(self._fields, sponsor_line=self.sponsors.line())
        self._refresh(None)
        self._later.start()

    def _tell(self) -> None:
        self._later.stop()
        self.fields_changed.emit(self.said())

    def _refresh(self, told: Sequence[MastheadCheck] | None) -> None:
        """The checks, the fact, the tints and the page, from what the fields say now."""
        draft, left = draft_with(self._draft, self._fields)
        self._left = left
        self._told = tuple(told) if told is not None else checks(self.said(), left)
        self.checks.show_checks(self._told)
        fact = self._labelled["session"].fact
        if fact is not None:
            fact.setText(session_fact(self._fields))
        self._offer_symbols()
        self._dress(None)
        self.page.show_draft(draft)

    def _offer_symbols(self) -> None:
        code = session_code(self._fields.session)
        number = committee_number(self._fields.committee) if self._fields.committee else None
        self.fields["symbol"].offer(suggested_symbols(code, number, self._known.symbols), opens=True)

    def _dress(self, _tokens: object) -> None:
        for name, field in self.fields.items():
            tint_warned(field, name in self._left)

    def close_page(self) -> None:
        """Back to the text; what was typed last is told first."""
        if self._later.isActive():
            self._tell()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._beside.setVisible(not narrow)
        if narrow:
            self._form.setMinimumWidth(0)
            self._form.setMaximumWidth(16_777_215)
        else:
            self._form.setFixedWidth(_WIDTH)


def _face(name: str) -> QFont:
    if name == "title":
        return fonts.serif(15, 600)
    return fonts.serif(15) if name in ("symbol", "agenda_title", "sponsor_note") else fonts.ui()
