"""Search over every draft, and under its field what replaces words in all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets.find.replace_all import ReplacedPlaces, ReplaceLine
from widgets.find.search import SearchPanel
from widgets.find.search_rows import SearchRow
from widgets.find.texts_preview import TextPlaces
from widgets.theme.saying import say

_EXPRESSION = "Preview shows every place that this expression finds, and what would stand there."
_NONE = "No draft at the end of a branch has “{}”, so there is nothing to replace."
_AROUND, _LEAST = 22, 120


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is to be replaced by what: `regex`, `case` and `words` as in the text."""

    text: str
    by: str
    regex: bool = False
    case: bool = False
    words: bool = False


class ReplacingPanel(SearchPanel):
    """Where drafts can be kept words can be replaced, too.

    `places_wanted(Replacement)` asks for `show_places`, and `replaced(Replacement, left_out)` does it, but for the
    numbers of places in a frozenset for each text shown.
    """

    places_wanted = Signal(object)
    replaced = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.replacing, self.places = ReplaceLine(), ReplacedPlaces()
        self.column.insertWidget(1, self.replacing)
        self.column.insertWidget(self.column.count() - 1, self.places)
        self.replacing.changed.connect(lambda: self.look(self.query))
        self.replacing.wanted.connect(self._ask_places)
        self.places.confirmed.connect(self._replace)
        self.places.counted.connect(self._show_taken)
        self.let_replace(False)

    def let_replace(self, can: bool) -> None:
        """Whether drafts can be kept here, and so words be replaced."""
        self.replacing.setVisible(can)
        self.above_rows = self.replacing.sizeHint().height() if can else 0

    @property
    def replacement(self) -> Replacement:
        """What would be replaced by what; blanks at the ends of both count."""
        line = self.replacing
        chosen = (one.isChecked() for one in (line.regex, line.case, line.words))
        return Replacement(self.field.text(), line.field.text(), *chosen)

    # Searching

    @property
    def _is_expression(self) -> bool:
        return self.replacing.isVisibleTo(self) and self.replacing.regex.isChecked()

    @property
    def searches(self) -> bool:
        return super().searches and not self._is_expression

    @property
    def takes_results(self) -> bool:
        return not self.places.isVisibleTo(self)

    def look(self, words: str) -> None:
        self.places.hide()
        self.replacing.trouble.hide()
        self.replacing.preview_button.setEnabled(bool(self.field.text()))
        super().look(words)

    def show_results(self, query: str, rows: Sequence[SearchRow], sentence: str = "", *, more: bool = False) -> None:
        if self._is_expression:
            rows, sentence = (), _EXPRESSION
        super().show_results(query, rows, sentence, more=more)

    # Replacing

    def _ask_places(self) -> None:
        if self.field.text():
            self.wait.stop()
            self.places_wanted.emit(self.replacement)

    def show_places(
        self, replacement: Replacement, texts: Sequence[TextPlaces], remark: str = "", sentence: str = ""
    ) -> None:
        """Show where words would be replaced; an answer to what has changed since is dropped.

        `remark` says what stays as it is, `sentence` why nothing can be looked for.
        """
        if replacement != self.replacement or not self.isVisible():
            return
        if sentence:
            self.replacing.trouble.tell(sentence)
            say(self.replacing.field, sentence)
            self.place()
            return
        self.show_rows(())
        none = "" if texts else _NONE.format(replacement.text)
        self.nothing.setText(none)
        self.places.show_texts(texts, remark)
        self.place()
        if texts:
            self.places.list.setFocus(Qt.FocusReason.OtherFocusReason)
        said = (self.places.count if texts else none, self.places.told)
        say(self.places.list if texts else self.replacing.field, ". ".join(part.rstrip(".") for part in said if part))

    def _show_taken(self, words: str) -> None:
        self.show_count(words)
        if self.places.isVisibleTo(self):
            self.place()  # with a line more or less under the places

    def _replace(self) -> None:
        replacement, left_out = self.replacement, self.places.texts.left_out
        self._go_away(self.closed)
        self.replaced.emit(replacement, left_out)

    def place(self) -> None:
        if self.places.isVisibleTo(self):
            beside = self.places.beside + _AROUND
            self.places.list.setFixedHeight(self.places.list.height_of(max(_LEAST, self.most_rows - beside)))
        super().place()
        if self.places.isVisibleTo(self):
            keys = "Space leaves out or takes again, Enter replaces, " if self.places.texts.texts else ""
            self.keys.setText(f"{keys}Esc goes back")

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes round within the panel: what lies under it is not seen."""
        stops = [one for one in (self.field, *self.replacing.stops, *self.places.stops) if self._can_stop(one)]
        here = next((at for at, one in enumerate(stops) if one.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if on else -1)) % len(stops)].setFocus(reason)
        return True

    def _can_stop(self, widget: QWidget) -> bool:
        return widget.isVisibleTo(self) and widget.isEnabled()

    def go_back(self) -> None:
        """From the places to what was looked for, and from there to the page."""
        if not self.places.isVisibleTo(self):
            super().go_back()
            return
        self.replacing.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look(self.query)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab and self.replacing.isVisibleTo(self):
                return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
        return super().eventFilter(watched, event)
