"""The page of the masthead: its fields in the order of the page, what they say to each other, and the first page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent

from models.circulation.typesetting import Paper
from models.draft import Draft
from models.masthead.agenda import (
    AgendaItem,
    agenda_fact,
    filled_by_item,
    offer_words,
    offered_items,
    place,
    printed_item,
)
from models.masthead.by_original import filled_by_original
from models.masthead.by_symbol import filled_by_symbol
from models.masthead.checks import checks, session_fact
from models.masthead.facts import (
    committee_number,
    committees,
    names,
    organs,
    session_codes,
    typed_committee,
    typed_name,
)
from models.masthead.form import draft_with, language, tidied
from models.masthead.parts import FIELD_WORDS, NAMES, MastheadFields, single_spaced
from models.masthead.paste import read_masthead
from models.masthead.symbol import suggested_symbols, typed_symbol
from models.masthead.words import session_code, session_line, typed_date, typed_session
from widgets.masthead.fields import tint_warned
from widgets.masthead.laid_form import LaidForm
from widgets.masthead.sponsor_form import SponsorForm
from widgets.theme.tokens import theme_changed

_PAUSE, _LONGEST = 150, 400
"""Milliseconds without a key until what was typed is told, and with keys that go on."""
_HEAD_OF_DRAFT = 80
_NAMED = ("organ", "committee", "distribution", "language", "original")
"""Fields that say one of a few names."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the drafts of the dossier say and the form may offer beside the facts: nothing here is invented."""

    symbols: Sequence[str] = ()
    agenda_items: Sequence[AgendaItem] = ()
    states: Sequence[str] = ()
    titles: Sequence[str] = ()


class MastheadPage(LaidForm):
    """`fields_changed(MastheadFields)` 150 ms after the last key, 400 ms after the first not told, at once on a choice
    or when a field is left; `tell` has it told now.

    `closed()` when the user goes back to the text. `show_text` gives what the text says and what stands under the
    masthead, `offer` what may be meant.
    """

    fields_changed = Signal(object)
    closed = Signal()

    def __init__(self, sponsors: SponsorForm | None = None) -> None:
        super().__init__(sponsors)
        self.setProperty("help", "masthead")
        self._fields = self._text = MastheadFields()
        self._draft = Draft()
        self._known = Known()
        self._language = "en"
        self._left: tuple[str, ...] = ()
        self._symbol = self._item = self._original = ""
        """Symbol, agenda item and original before they were written in; what was undone was not."""
        self._offered: dict[str, AgendaItem] = {}
        self._offered_for: tuple[object, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._tell)
        self._at_last = QTimer(self)
        self._at_last.setSingleShot(True)
        self._at_last.setInterval(_LONGEST)
        self._at_last.timeout.connect(self._tell)
        self._connect()
        theme_changed.connect(self._dress)

    # What it is told

    def show_text(self, draft: Draft, fields: MastheadFields) -> None:
        """The text whose first page is shown, its head is enough, and what it says in the fields; a value that could
        not be put into it stays as typed until the text says another."""
        self._stand_on(draft)
        if self._left:
            _, self._left = draft_with(self._draft, self._fields)  # it may have room for them by now
        if self._later.isActive():
            # Keys that were not told yet are newer than this, and the text answers to them again.
            self._text = fields
        else:
            self._take(fields)
        self._refresh()

    def _stand_on(self, draft: Draft) -> None:
        self._draft = Draft(draft.paragraphs[:_HEAD_OF_DRAFT], draft.footnotes)
        spoken = language(self._draft)
        if spoken != self._language:
            self._language = spoken
            self.offer(self._known)

    def _take(self, fields: MastheadFields) -> None:
        kept = [name for name in self._left if getattr(fields, name) == getattr(self._text, name)]
        elsewhere, other_item = fields.symbol != self.said().symbol, fields.agenda_item != self.said().agenda_item
        self._text = fields
        self._fields = replace(fields, **{name: getattr(self._fields, name) for name in kept})
        for name, field in self.fields.items():
            value = getattr(self._fields, name)
            # What was typed in short, and spaces being typed, are no difference.
            if value not in (single_spaced(name, field.text()), self._meant(name)):
                field.say(value)
        if elsewhere or not self.fields["symbol"].hasFocus():
            self._symbol = self._fields.symbol
        if other_item or not self.fields["agenda_item"].hasFocus():
            self._item = self._fields.agenda_item
        if not self.fields["original"].hasFocus():
            self._original = self._fields.original
        self.sponsors.show_line(self._fields.sponsor_line)

    def print_marks(self, printed: Callable[[str, int], str], told: Callable[[], object]) -> None:
        """How a straight quotation mark is `printed` that was just typed into a field, at a place of its words; it is
        `told` once the text says so, or what was offered and taken: each is undone by itself."""

        def tell() -> None:
            self.tell()  # the next mark goes by what the text says
            told()

        for field in (*self.fields.values(), *self.sponsors.fields.values()):
            field.printed = printed
            field.mark_printed.connect(tell)
            field.taken.connect(lambda _value: tell())

    def show_paper(self, paper: Paper) -> None:
        """The paper on which the first page is shown, as its house sets it."""
        self.page.show_paper(paper)

    def offer(self, known: Known) -> None:
        """What may be meant in each field."""
        self._known = known
        spoken = self._language
        self.fields["organ"].offer(organs(spoken), opens=True)
        self.fields["session"].offer([session_line(code, spoken) for code in session_codes()], opens=True)
        self.fields["committee"].offer(committees(spoken), opens=True)
        self.fields["distribution"].offer(names("distribution", spoken), opens=True)
        self.fields["language"].offer(names("language", spoken), opens=True)
        self.fields["original"].offer(names("original", spoken), opens=True)
        self.fields["title"].offer(known.titles)
        self.sponsors.offer(known.states, known.symbols, spoken)
        self._offer_symbols()
        self._offer_items()

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
        self._refresh()
        self._tell()

    def said(self) -> MastheadFields:
        """What the fields say now."""
        return tidied(self._fields)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.textEdited.connect(lambda _text, name=name: self._edited(name))
            field.taken.connect(lambda text, name=name: self._taken(name, text))
            field.editingFinished.connect(lambda name=name: self._finished(name))
            field.lines_pasted.connect(self.paste)
            field.focused.connect(lambda name=name: self.page.mark(name))
            # What stands above a field or below it may just have become longer.
            field.longer.connect(lambda _text, name=name: QTimer.singleShot(0, self, lambda: self._bring(name)))
            field.focused.connect(lambda name=name: QTimer.singleShot(0, self, lambda: self._bring(name)))
        self.sponsors.edited.connect(self._sponsors_edited)
        self.sponsors.focused.connect(lambda: self.page.mark("sponsor_line"))
        self.page.field_clicked.connect(self.focus_field)
        self.paste_button.clicked.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        self.back_button.clicked.connect(self.close_page)

    def _bring(self, name: str) -> None:
        """Have a field that is written in in sight, and all it holds with it."""
        if self.fields[name].hasFocus():
            self.scroll_area.ensureWidgetVisible(self._labelled[name])

    # What is done in it

    def _meant(self, name: str) -> str:
        """What was typed into a field, as the masthead says it."""
        text = single_spaced(name, self.fields[name].text())
        if name == "symbol":
            return typed_symbol(text)
        if name == "agenda_item":
            return printed_item(text, self._language)
        if name == "session" and text:
            return typed_session(text, self._language)
        if name == "committee" and text:
            text = typed_committee(text, self._language)
        if name in _NAMED:
            return typed_name(text, self.fields[name].offered())
        return typed_date(text, self._language) if name == "date" and text else text

    def _edited(self, name: str) -> None:
        self._fields = replace(self._fields, **{name: self._meant(name)})
        if name == "sponsor_note":
            self.sponsors.set_noted(bool(self._fields.sponsor_note))
            self._fields = replace(self._fields, sponsor_line=self.sponsors.line())
        self._refresh()
        self._tell_soon()

    def _taken(self, name: str, text: str) -> None:
        """An offer was taken; with an item comes its title, and with a title the number where there was none."""
        self._edited(name)
        item = self._offered.get(text)
        if name == "agenda_item" and item is not None:
            if not self.fields[name].text():
                # A title of another session: the number that stood there stays.
                self.fields[name].say(self._item)
                self._edited(name)
            if item.title:
                self.fields["agenda_title"].say(item.title)
                self._edited("agenda_title")
            self._item = self._fields.agenda_item
        elif name == "agenda_title" and not self._fields.agenda_item:
            at = place(self._fields)
            here = {one.item for one in self._offered.values() if one.title == text and at.has(one)}
            if len(here) == 1:
                self.fields["agenda_item"].say(here.pop())
                self._edited("agenda_item")
                self._item = self._fields.agenda_item
        self._tell()

    def _finished(self, name: str) -> None:
        """A field is left: what was typed in short stands there in full, and what a symbol says in empty fields."""
        if self._meant(name) == getattr(self._fields, name):  # else it was gone through, and nothing typed
            self.fields[name].say(self._meant(name))
        filled = self._fields
        if name == "symbol" and filled.symbol != self._symbol:
            filled = filled_by_symbol(filled, self._symbol, self._language)
            self._symbol = filled.symbol
        if name == "agenda_item" and filled.agenda_item != self._item:
            filled = filled_by_item(filled, self._item, self._known.agenda_items, self._language)
            self._item = filled.agenda_item
        if name == "original":
            filled = filled_by_original(filled, self._original, self._language)
            self._original = filled.original
        if filled != self._fields:
            self._fields = filled
            for other, field in self.fields.items():
                if self._meant(other) != getattr(filled, other):
                    field.say(getattr(filled, other))
            self._refresh()
            self._tell()
        self.tell()

    def _sponsors_edited(self) -> None:
        self._fields = replace(self._fields, sponsor_line=self.sponsors.line())
        self._refresh()
        self._tell_soon()

    def _tell_soon(self) -> None:
        self._later.start()
        if not self._at_last.isActive():
            # Whoever types without a pause is in the journal within a second all the same.
            self._at_last.start()

    def tell(self) -> None:
        """Tell now what was typed and is not told yet: the text is asked for, or goes."""
        if self._later.isActive():
            self._tell()

    def _tell(self) -> None:
        self._later.stop()
        self._at_last.stop()
        self.fields_changed.emit(self.said())

    def _refresh(self) -> None:
        """The checks, the fact, the tints and the page, from what the fields say now."""
        draft, left = draft_with(self._draft, self._fields)
        self._left = left
        self.checks.show_checks(checks(self.said(), left, self._language))
        self._labelled["session"].say_fact(session_fact(self._fields))
        self._offer_symbols()
        self._offer_items()
        self._dress(None)
        self.page.show_draft(draft)

    def _offer_symbols(self) -> None:
        code = session_code(self._fields.session)
        number = committee_number(self._fields.committee) if self._fields.committee else None
        self.fields["symbol"].offer(suggested_symbols(code, number, self._known.symbols), opens=True)

    def _offer_items(self) -> None:
        """Items and titles, and the fact about them; made anew where what they hang on is another."""
        at, own = place(self._fields), self._known.agenda_items
        asked = (at, self._fields.agenda_item, self._fields.agenda_title, self._language, own)
        if asked == self._offered_for:
            return
        self._offered_for = asked
        self._labelled["agenda_title"].say_fact(agenda_fact(self._fields, own, self._language))
        items = offered_items(self._fields, own, self._language)
        self._offered = {offer_words(one, at): one for one in items}
        meant = {words: one.item if at.has(one) else "" for words, one in self._offered.items()}
        self.fields["agenda_item"].offer(meant, opens=True)
        self.fields["agenda_title"].offer([one.title for one in items if one.title], opens=True)

    def _dress(self, _tokens: object) -> None:
        for name, field in self.fields.items():
            tint_warned(field, name in self._left)

    def close_page(self) -> None:
        """Back to the text; what was typed last is told first, and what follows from it: later the caret would be
        elsewhere."""
        for name, field in self.fields.items():
            if field.hasFocus():
                self._finished(name)
        self.tell()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
            return
        super().keyPressEvent(event)
