"""What was found in all drafts as rows: snippets under the name of their draft, and the other drafts that have them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from widgets.paper.direction import isolated
from widgets.paper.rows import LEAD, Index, box, draw_words, paint_chosen, room_for
from widgets.paper.snippet import Hit, SnippetLayout, lay_out
from widgets.shell.grouped_rows import ENTRY, GroupedRows
from widgets.shell.popover import HEAD
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance

_LABEL_AT, _TEXT_AT, _END, _PAD, _GAP = 18, 98, 18, 6, 8
_HELD, _OTHER, _SIGN = 18, 28, 11
HELD_HIGH = _HELD + _PAD
"""How high the line stands, at the foot of a row, that tells how many drafts have the wording."""


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
        paint_chosen(painter, option)
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
