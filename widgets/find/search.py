"""Search over every draft of the dossier: the field of the palette, and snippets under the name of their draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.find.snippet import Hit, SnippetLayout
from widgets.paper.direction import isolated
from widgets.paper.rows import LEAD, box, draw_words
from widgets.shell.popover import ENTRY, HEAD, BareField, GroupedRows, Index, Popover
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.saying import say

_DEBOUNCE = 80
_LABEL_AT, _TEXT_AT, _END, _PAD = 18, 98, 18, 6
_START = "Search the words of every draft here; quotation marks make a phrase."


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A place in a draft: `draft` is its id, `position` the paragraph; `name` and `day` say which draft."""

    draft: str
    position: int
    name: str
    label: str
    snippet: Hit
    day: str = ""

    @property
    def head(self) -> str:
        """What stands over the places of one draft."""
        return f"{self.name}, {self.day}" if self.day else self.name


class SearchRows(GroupedRows):
    """Places under the heads of their drafts."""

    def spoken(self, row: object) -> str:
        assert isinstance(row, SearchRow)
        return ", ".join(part for part in (row.label, row.snippet.text, row.head) if part)


class SearchDelegate(QStyledItemDelegate):
    """Label, then the snippet on at most two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ENTRY)
        if not isinstance(row, SearchRow):
            return QSize(100, HEAD)
        return QSize(100, round(self._laid(row, option).height) + 2 * _PAD)

    @staticmethod
    def _laid(row: SearchRow, option: QStyleOptionViewItem) -> SnippetLayout:
        width = (option.widget.width() if option.widget is not None else 638) - _TEXT_AT - _END
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        return SnippetLayout(row.snippet, width, 2, mirrored=mirrored)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row = appearance.current(), index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        if not isinstance(row, SearchRow):
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink3)
            painter.drawText(box(option, _LABEL_AT, 0, option.rect.width() - 36, HEAD), LEAD, isolated(str(row)))
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, tokens.sel)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, tokens.hover)
        laid = self._laid(row, option)
        painter.setPen(tokens.ink2)
        draw_words(painter, box(option, _LABEL_AT, _PAD, _TEXT_AT - _LABEL_AT - 8, laid.lead), row.label, fonts.micro())
        place = box(option, _TEXT_AT, _PAD, option.rect.width() - _TEXT_AT - _END, laid.height)
        laid.paint(painter, place.topLeft())
        painter.restore()


class SearchPanel(Popover):
    """`wanted(text)` asks for results 80 ms after the last key; `gone_to(draft, position)` takes one."""

    wanted = Signal(str)
    gone_to = Signal(str, int)

    def __init__(self, parent: QWidget) -> None:
        rows = SearchRows()
        field = BareField("Search every draft", "Words in any draft of this dossier")
        super().__init__(parent, field, rows, SearchDelegate(), "Enter goes there, Esc closes")
        rows.setParent(self)
        self.list.setAccessibleName("Places found in the drafts")
        self._rows = rows
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_DEBOUNCE)
        self._wait.timeout.connect(self._ask)
        self.nothing.setText(_START)
        self.looked_for.connect(self._look)

    @property
    def query(self) -> str:
        """The words looked for."""
        return self.field.text().strip()

    def _look(self, _words: str) -> None:
        if self.query:
            self._wait.start()
        else:
            self._wait.stop()
            self.show_results("", ())

    def _ask(self) -> None:
        if self.query and self.isVisible():
            self.wanted.emit(self.query)

    def show_results(self, query: str, rows: Sequence[SearchRow], sentence: str = "") -> None:
        """Show what was found for a query; an answer to words that have changed since is dropped.

        `sentence` says why there is nothing, where it is not that nothing was found.
        """
        if query != self.query:
            return
        self._rows.show_groups([(row.head, row) for row in rows])
        self.nothing.setText(sentence or (f"No draft here has “{query}”." if query else _START))
        drafts = len({row.draft for row in rows})
        places = f"{len(rows)} place{'' if len(rows) == 1 else 's'}"
        self.beside.setText(f"{places} in {drafts} draft{'' if drafts == 1 else 's'}" if rows else "")
        say(self.field, self.beside.text() or (self.nothing.text() if query else ""))
        self.choose_first()
        self.place()

    def take(self, entry: object) -> None:
        assert isinstance(entry, SearchRow)
        self.gone_to.emit(entry.draft, entry.position)
