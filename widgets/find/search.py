"""Search over every draft of the dossier: the field of the palette, and snippets under the name of their draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.telling.figures import counted
from widgets.find.replace_all import ReplacedPlaces, ReplaceLine
from widgets.find.texts_preview import TextPlaces
from widgets.paper.direction import isolated
from widgets.paper.rows import LEAD, Index, box, draw_words, room_for
from widgets.paper.snippet import Hit, SnippetLayout, lay_out
from widgets.shell.bare_field import BareField
from widgets.shell.grouped_rows import ENTRY, GroupedRows
from widgets.shell.popover import HEAD, Popover
from widgets.shell.raised_panel import keeps_letter
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.saying import say

_DEBOUNCE = 80
_LABEL_AT, _TEXT_AT, _END, _PAD, _GAP = 18, 98, 18, 6, 8
_HELD, _OTHER, _SIGN = 18, 28, 11
_START = "Search the words of every draft here; quotation marks make a phrase."
_EXPRESSION = "Preview shows every place that this expression finds, and what would stand there."
_NONE = "No draft at the end of a branch has “{}”, so there is nothing to replace."
_AROUND, _LEAST = 40, 120


@dataclass(frozen=True, slots=True)
class OtherRow:
    """Another draft that has the same wording, and where it stands there."""

    draft: str
    position: int
    name: str
    day: str = ""

    @property
    def words(self) -> str:
        """What the row says."""
        return f"also in {self.name}, {self.day}" if self.day else f"also in {self.name}"


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A place in a draft: `draft` is its id, `position` the paragraph; `name` and `day` say which draft.

    `others` are the older drafts with the same wording, newest first.
    """

    draft: str
    position: int
    name: str
    label: str
    snippet: Hit
    day: str = ""
    others: tuple[OtherRow, ...] = ()

    @property
    def held(self) -> str:
        """How many drafts have the wording; "" where it is this one alone."""
        return f"in {len(self.others) + 1} drafts" if self.others else ""

    @property
    def words(self) -> str:
        """The words found, the first of them in the snippet."""
        start, end = self.snippet.places[0] if self.snippet.places else (0, 0)
        return self.snippet.text[start:end]

    @property
    def head(self) -> str:
        """What stands over the places of one draft."""
        return f"{self.name}, {self.day}" if self.day else self.name


class SearchRows(GroupedRows):
    """Places under the heads of their drafts."""

    def spoken(self, row: object) -> str:
        if isinstance(row, OtherRow):
            return row.words
        assert isinstance(row, SearchRow)
        return ", ".join(part for part in (row.label, row.snippet.text, row.head, row.held) if part)


class SearchDelegate(QStyledItemDelegate):
    """Label, then the snippet on at most two lines; below it how many drafts have it, and these once it is opened."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ENTRY)
        if isinstance(row, OtherRow):
            return QSize(100, _OTHER)
        if not isinstance(row, SearchRow):
            return QSize(100, HEAD)
        return QSize(100, round(self._laid(row, option).height) + 2 * _PAD + (_HELD if row.others else 0))

    @staticmethod
    def _laid(row: SearchRow, option: QStyleOptionViewItem) -> SnippetLayout:
        width = (option.widget.width() if option.widget is not None else 638) - _text_at(row) - _END
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        return lay_out(row.snippet, width, mirrored=mirrored)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row = appearance.current(), index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if not isinstance(row, SearchRow | OtherRow):
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink3)
            painter.drawText(box(option, _LABEL_AT, 0, option.rect.width() - 36, HEAD), LEAD, isolated(str(row)))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.sel)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, tokens.hover)
        if isinstance(row, OtherRow):
            painter.setPen(tokens.ink2)
            width = option.rect.width() - _TEXT_AT - _END
            draw_words(painter, box(option, _TEXT_AT, 0, width, _OTHER), row.words, fonts.small())
            painter.restore()
            return
        laid = self._laid(row, option)
        painter.setPen(tokens.ink2)
        at = _text_at(row)
        room = option.rect.width() - at - _END
        draw_words(painter, box(option, _LABEL_AT, _PAD, at - _LABEL_AT - _GAP, laid.lead), row.label, fonts.micro())
        laid.paint(painter, box(option, at, _PAD, room, laid.height).topLeft())
        if row.others:
            top = _PAD + laid.height
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            sign = box(option, at - 3, top + (_HELD - _SIGN) / 2, _SIGN, _SIGN)
            icons.paint(painter, sign, "caret-right", tokens.ink3, mirrored=mirrored)
            painter.setPen(tokens.ink3)
            draw_words(painter, box(option, at + _SIGN + 1, top, room, _HELD), row.held, fonts.small())
        painter.restore()


def _text_at(row: SearchRow) -> float:
    """Where the words of a row begin: behind its whole label."""
    return _LABEL_AT + room_for(row.label, fonts.micro(), _TEXT_AT - _LABEL_AT - _GAP) + _GAP


@dataclass(frozen=True, slots=True)
class Replacement:
    """What is to be replaced by what: `regex`, `case` and `words` as in the text."""

    text: str
    by: str
    regex: bool = False
    case: bool = False
    words: bool = False


class SearchPanel(Popover):
    """`wanted(text)` asks for results 80 ms after the last key; `gone_to(draft, position, words)` takes one.

    Where drafts can be kept words can be replaced, too: `places_wanted(Replacement)` asks for `show_places`, and
    `replaced(Replacement, left_out)` does it, but for the numbers of places in a frozenset for each text shown.
    """

    wanted = Signal(str)
    gone_to = Signal(str, int, str)
    places_wanted = Signal(object)
    replaced = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        rows = SearchRows()
        field = BareField("Search every draft", "Words in any draft of this dossier")
        super().__init__(
            parent,
            field,
            rows,
            SearchDelegate(),
            "Enter goes there, → shows the other drafts that have it, Esc closes",
        )
        rows.setParent(self)
        self.list.setAccessibleName("Places found in the drafts")
        self._rows = rows
        self._found: tuple[SearchRow, ...] = ()
        self._opened: SearchRow | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DEBOUNCE)
        self._wait.timeout.connect(self._ask)
        self.list.viewport().installEventFilter(self)
        self.nothing.setText(_START)
        self.looked_for.connect(self._look)
        self.replacing, self.places = ReplaceLine(), ReplacedPlaces()
        self.column.insertWidget(1, self.replacing)
        self.column.insertWidget(self.column.count() - 1, self.places)
        self.replacing.changed.connect(lambda: self._look(self.query))
        self.replacing.wanted.connect(self._ask_places)
        self.places.confirmed.connect(self._replace)
        self.places.counted.connect(self._show_count)
        self.let_replace(False)

    def let_replace(self, can: bool) -> None:
        """Whether drafts can be kept here, and so words be replaced."""
        self.replacing.setVisible(can)
        self.above_rows = self.replacing.sizeHint().height() if can else 0

    @property
    def query(self) -> str:
        """The words looked for."""
        return self.field.text().strip()

    @property
    def replacement(self) -> Replacement:
        """What would be replaced by what; blanks at the ends of both count."""
        line = self.replacing
        chosen = (one.isChecked() for one in (line.regex, line.case, line.words))
        return Replacement(self.field.text(), line.field.text(), *chosen)

    def _look(self, _words: str) -> None:
        self.places.hide()
        self.replacing.trouble.hide()
        self.replacing.preview_button.setEnabled(bool(self.field.text()))
        if self.query and not self._is_expression:
            self._wait.start()
        else:
            self._wait.stop()
            self.show_results(self.query, ())

    @property
    def _is_expression(self) -> bool:
        return self.replacing.isVisibleTo(self) and self.replacing.regex.isChecked()

    def _ask(self) -> None:
        if self.query and self.isVisible() and not self.places.isVisibleTo(self):
            self.wanted.emit(self.query)

    def show_results(self, query: str, rows: Sequence[SearchRow], sentence: str = "") -> None:
        """Show what was found for a query; an answer to words that have changed since is dropped.

        `sentence` says why there is nothing, where it is not that nothing was found.
        """
        if query != self.query or self.places.isVisibleTo(self):
            return
        if self._is_expression:
            rows, sentence = (), _EXPRESSION
        self._found, self._opened = tuple(rows), None
        self._show()
        self.nothing.setText(sentence or (f"No draft here has “{query}”." if query else _START))
        # The same wording in an older draft is a place of that draft.
        found = [row.draft for row in rows] + [other.draft for row in rows for other in row.others]
        drafts = len(set(found))
        self._show_count(f"{counted(len(found), 'place')} in {counted(drafts, 'draft')}" if rows else "")
        say(self.field, self.beside.text() or (self.nothing.text() if query else ""))
        self.choose_first()
        self.place()

    def _show_count(self, words: str) -> None:
        self.beside.setText(words)
        self.beside.setVisible(bool(words))

    # Replacing

    def _ask_places(self) -> None:
        if self.field.text():
            self._wait.stop()
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
        self._found, self._opened = (), None
        self._show()
        none = "" if texts else _NONE.format(replacement.text)
        self.nothing.setText(none)
        self.places.show_texts(texts, remark)
        self.place()
        if texts:
            self.places.list.setFocus(Qt.FocusReason.OtherFocusReason)
        said = (self.places.count if texts else none, remark)
        say(self.places.list if texts else self.replacing.field, ". ".join(part.rstrip(".") for part in said if part))

    def _replace(self) -> None:
        replacement, left_out = self.replacement, self.places.texts.left_out
        self._go_away(self.closed)
        self.replaced.emit(replacement, left_out)

    def place(self) -> None:
        if self.places.isVisibleTo(self):
            beside = self.places.button.sizeHint().height() + _AROUND
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

    def _go_back(self) -> None:
        """From the places to what was looked for, and from there to the page."""
        if not self.places.isVisibleTo(self):
            self.close_popover()
            return
        self.replacing.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look(self.query)

    def event(self, event: QEvent) -> bool:
        return keeps_letter(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._go_back()

    def _show(self) -> None:
        rows: list[tuple[str, object]] = []
        for row in self._found:
            rows.append((row.head, row))
            rows += [(row.head, other) for other in (row.others if row == self._opened else ())]
        self._rows.show_groups(rows)

    def _open(self, index: QModelIndex, *, opened: bool) -> bool:
        """Show the other drafts of a row, or hide them again; whether there was anything to show or to hide."""
        entry = index.data(ENTRY)
        row = self._opened if isinstance(entry, OtherRow) else entry
        if not isinstance(row, SearchRow) or not row.others or (row == self._opened) is opened:
            return False
        self._opened = row if opened else None
        self._show()
        at = next(at for at in range(self._rows.rowCount()) if self._rows.index(at, 0).data(ENTRY) == row)
        self.list.setCurrentIndex(self._rows.index(at, 0))
        say(self.list, f"{row.held}" if opened else row.snippet.text)
        self.place()
        return True

    def _held_at(self, event: QEvent) -> QModelIndex | None:
        """The row whose line of drafts a click is on."""
        if event.type() != QEvent.Type.MouseButtonRelease or not isinstance(event, QMouseEvent):
            return None
        point = event.position().toPoint()
        index = self.list.indexAt(point)
        row = index.data(ENTRY)
        held = isinstance(row, SearchRow) and bool(row.others)
        return index if held and self.list.visualRect(index).bottom() - point.y() < _HELD + _PAD else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.viewport() and (index := self._held_at(event)) is not None:
            return self._open(index, opened=index.data(ENTRY) != self._opened)
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if tab and self.replacing.isVisibleTo(self):
                return self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
            if event.key() == Qt.Key.Key_Escape:
                self._go_back()
                return True
            on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
            if self.field.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                on, back = back, on
            at_end = self.field.cursorPosition() == len(self.field.text())
            asked = event.key() in (on, back) and at_end
            if asked and self._open(self.list.currentIndex(), opened=event.key() == on):
                return True
        return super().eventFilter(watched, event)

    def take(self, entry: object) -> None:
        assert isinstance(entry, SearchRow | OtherRow)
        row = self._opened if isinstance(entry, OtherRow) else entry
        self.gone_to.emit(entry.draft, entry.position, row.words if row is not None else "")
