"""The sponsor line as segments and the few fields its form needs, and the sentence as it will read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from models.masthead.facts import line_form, names
from models.masthead.sponsors import (
    Form,
    SponsorLine,
    compose_sponsors,
    parse_sponsors,
    typed_states,
    usual_line,
)
from models.masthead.states import states as all_states
from models.masthead.symbol import typed_symbol
from widgets.masthead.fields import FieldLine, Labelled
from widgets.masthead.states_line import StatesLine
from widgets.theme import fonts
from widgets.theme.laid import laid_down
from widgets.theme.segments import Segments
from widgets.theme.surfaces import Words
from widgets.theme.tokens import current, theme_changed

_FORMS = (Form.STATES, Form.OFFICER, Form.CHAIR, Form.NONE, Form.WORDS)
_SEGMENTS = ("States", "Officer, after consultations", "Chair", "None", "As written")
_SHORT = ("States", "Officer", "Chair", "None", "Written")
_FIELDS = {
    "states": "States, with commas between them",
    "office": "Office",
    "name": "Name",
    "country": "Country",
    "base": "Consultations on",
    "chair": "Submitted by",
    "ending": "How it came about",
    "document": "Document",
    "words": "The line",
}
_SHOWN: dict[Form, tuple[tuple[str, int, int, int], ...]] = {
    # Field, row, column of six, columns wide.
    Form.STATES: (("states", 0, 0, 6), ("document", 1, 0, 6)),
    Form.OFFICER: (("office", 0, 0, 3), ("name", 0, 3, 3), ("country", 1, 0, 3), ("base", 1, 3, 3)),
    Form.CHAIR: (("chair", 0, 0, 3), ("ending", 0, 3, 3)),
    Form.NONE: (("document", 0, 0, 3),),
    Form.WORDS: (("words", 0, 0, 6),),
}


class SponsorForm(QWidget):
    """`edited()` at each change by hand; `line()` is the sponsor line then. `focused()` when a field is entered."""

    edited = Signal()
    focused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts = SponsorLine()
        self._said = ""
        self._language = "en"
        self.segments = Segments(_SEGMENTS)
        for place, words in enumerate(_SEGMENTS):
            self.segments.part(place).setAccessibleName(f"Sponsor line: {words}")
        self.segments.chosen.connect(self._choose)
        self.fields: dict[str, FieldLine] = {
            name: (StatesLine if name == "states" else FieldLine)(f"Sponsor line, {words.lower()}")
            for name, words in _FIELDS.items()
        }
        self._labelled = {name: Labelled(_FIELDS[name], field, whole=False) for name, field in self.fields.items()}
        for field in self.fields.values():
            field.textEdited.connect(self._typed)
            field.taken.connect(self._typed)
            field.focused.connect(self.focused)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        for at in range(6):
            self._grid.setColumnStretch(at, 1)
        self.sentence = _Sentence()
        column = laid_down(self, spacing=8)
        column.addWidget(self.segments)
        column.addLayout(self._grid)
        column.addWidget(self.sentence)
        for one in self._labelled.values():
            one.setParent(self)
            one.hide()
        self._parts = parse_sponsors("")
        self._show()

    def be_short(self, short: bool) -> None:
        """A word for each form, where there is no room for more; to a screen reader they are what they were."""
        for place, words in enumerate(_SHORT if short else _SEGMENTS):
            part = self.segments.part(place)
            part.setText(words)
            part.updateGeometry()

    def offer(self, states: Sequence[str], symbols: Sequence[str], language: str = "en") -> None:
        """The States, those of the dossier's drafts first, the symbols of its drafts, and the words of a language."""
        if language != self._language:
            self._speak(language)
        named = (*states, *all_states(language))
        self.fields["states"].offer(named)
        self.fields["country"].offer(named, opens=True)
        self.fields["base"].offer(symbols, opens=bool(symbols))
        for name in ("office", "chair", "ending"):
            self.fields[name].offer(names(name, language), opens=True)
        amendments = (line_form("amendment", language).format(symbol) for symbol in symbols)
        self.fields["document"].offer([*names("document", language), *amendments], opens=True)

    def _speak(self, language: str) -> None:
        """Another language: what a line usually says is said in it, what was typed or stands in the text stays."""
        before, after = usual_line(self._language), usual_line(language)
        self._language = language
        standing = {name for name, *_ in _SHOWN[self._parts.form]} if self._said else set()
        for name in ("document", "office", "chair", "ending"):
            if name not in standing and getattr(self._parts, name) in ("", getattr(before, name)):
                self._parts = replace(self._parts, **{name: getattr(after, name)})
        if not self._said:
            self._parts = replace(self._parts, language=language)
        self._show()

    def show_line(self, line: str) -> None:
        """A sponsor line that was not typed here."""
        if line == self._said:
            return
        self._said = line
        found = parse_sponsors(line, self._language)
        kept = replace(self._parts, words=line)
        # Parts that the other forms need stay as they were typed.
        for name in ("form", "noted", "basis", "language"):
            kept = replace(kept, **{name: getattr(found, name)})
        for name, *_ in _SHOWN[found.form]:
            kept = replace(kept, **{name: getattr(found, name)})
        if found.document:
            kept = replace(kept, document=found.document)
        self._parts = kept
        self._show()

    def line(self) -> str:
        """The sponsor line as it reads now."""
        return self._said

    def set_noted(self, noted: bool) -> None:
        """An asterisk comes with the sponsors' note and goes with it, where States sponsor and none of them has it."""
        if self._parts.form is Form.STATES and self._parts.noted != noted and "*" not in self._parts.states:
            self._parts = replace(self._parts, noted=noted)
            self._said = compose_sponsors(self._parts)
            self.sentence.say(self._said)

    def _choose(self, place: int) -> None:
        form = _FORMS[place]
        if form is Form.WORDS:
            self._parts = replace(self._parts, words=self._said)
        if form is Form.NONE:
            self._parts = replace(self._parts, document=usual_line(self._parts.language).document)
        self._parts = replace(self._parts, form=form)
        self._said = compose_sponsors(self._parts)
        self._show()
        self.edited.emit()

    def _typed(self, _text: str) -> None:
        for name, *_ in _SHOWN[self._parts.form]:
            self._parts = replace(self._parts, **{name: self._meant(name)})  # type: ignore[arg-type]
        self._said = compose_sponsors(self._parts)
        self.sentence.say(self._said)
        self.edited.emit()

    def _meant(self, name: str) -> str:
        """What was typed into a field, as the line says it."""
        text = self.fields[name].text()
        if name == "states":
            return typed_states(text, self._parts.language)
        return typed_symbol(text) if name == "base" else text

    def _show(self) -> None:
        self.segments.choose(_FORMS.index(self._parts.form))
        for name, field in self.fields.items():
            field.say(getattr(self._parts, name))
        self._arrange()
        self.sentence.say(self._said)

    def _arrange(self) -> None:
        """Only the fields the form needs, in its order, which is the order of the keyboard too."""
        shown = _SHOWN[self._parts.form]
        for name, one in self._labelled.items():
            if all(name != wanted for wanted, *_ in shown):
                self._grid.removeWidget(one)
                one.hide()
        before: QWidget = self.segments.part(len(_FORMS) - 1)
        for name, row, column, wide in shown:
            self._grid.addWidget(self._labelled[name], row, column, 1, wide)
            self._labelled[name].show()
            QWidget.setTabOrder(before, self.fields[name])
            before = self.fields[name]


class _Sentence(QWidget):
    """The sentence as it will read, with a rule at its leading edge."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Words("", fonts.serif(14.5, 600), lines=True)
        self._words.setAccessibleName("The sponsor line as it will read")
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 2, 0, 2)
        column.addWidget(self._words)
        theme_changed.repaint(self)

    def say(self, line: str) -> None:
        """Another sentence."""
        self._words.setText(line or "No sponsor line")
        self._words.setAccessibleDescription(line)

    def words(self) -> str:
        """The sentence."""
        return self._words.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(QRectF(self.width() - 3 if mirrored else 0, 0, 3, self.height()), current().line2)
        painter.end()
