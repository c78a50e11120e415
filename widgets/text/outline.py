"""The outline of a draft: label, the opening in italics, the words after it, and whether brackets are open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from models.draft import Draft, Kind, Paragraph, bracket_characters, labels
from models.reading.openings import opening
from widgets.paper.phrase import Phrase, paint_phrase, plain
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import fonts
from widgets.theme.tokens import Measures, current, theme_changed

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_SERIF = 13.5
_SNIPPET = 80
_SHORTER = (
    (re.compile(r"\bthe Secretary-General\b", re.IGNORECASE), "SG"),
    (re.compile(r"\bMember States\b"), "MS"),
    (re.compile(r"^(\s*)the ", re.IGNORECASE), r"\1"),
)
_LISTED = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION, Kind.HEADING, Kind.ANNEX)


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A paragraph of the outline, or the head of a part (then `position` is that of its first paragraph)."""

    position: int
    label: str
    phrase: Phrase
    head: bool = False
    level: int = 0
    bracketed: bool = False
    spoken: str = ""


def outline_rows(draft: Draft) -> list[OutlineRow]:
    """The rows of a draft's outline, in order; a part of the text has its head."""
    rows: list[OutlineRow] = []
    part = ""
    names = labels(draft)
    for position, paragraph in enumerate(draft.paragraphs):
        if paragraph.kind not in _LISTED or not (paragraph.text.strip() or names[position]):
            continue
        head = _part(paragraph, part)
        if head and head != part:
            part = head
            rows.append(OutlineRow(position, "", ((head, False),), head=True, spoken=head))
        if paragraph.kind is not Kind.ANNEX:
            rows.append(_row(position, paragraph, names[position]))
    return rows


def _part(paragraph: Paragraph, now: str) -> str:
    if paragraph.kind is Kind.ANNEX:
        return f"Annex {paragraph.number}" if paragraph.number else "Annex"
    if now.startswith("Annex"):
        return now
    if paragraph.kind is Kind.PREAMBULAR:
        return "Preamble"
    if paragraph.kind is Kind.OPERATIVE or (paragraph.kind in (Kind.SECTION, Kind.HEADING) and now):
        return "Operative part"
    return now


def _row(position: int, paragraph: Paragraph, label: str | None) -> OutlineRow:
    sub = paragraph.kind is Kind.SUBPARAGRAPH
    shown = paragraph.number if sub and paragraph.number else label
    if paragraph.kind in (Kind.SECTION, Kind.HEADING):
        shown = paragraph.number
    is_bracketed = ("[" in paragraph.text or "]" in paragraph.text) and any(bracket_characters(paragraph.text))
    phrase = snippet(paragraph)
    said = ", ".join(filter(None, (label, "bracketed" if is_bracketed else "", paragraph.text[:_SNIPPET])))
    return OutlineRow(
        position, shown or "", phrase, level=paragraph.level if sub else 0, bracketed=is_bracketed, spoken=said
    )


def snippet(paragraph: Paragraph) -> Phrase:
    """The beginning of a paragraph, its opening in italics; names that begin half the rows are shortened."""
    text = paragraph.text[: 3 * _SNIPPET].replace("\n", " ")
    verb = 0
    if paragraph.kind in (Kind.PREAMBULAR, Kind.OPERATIVE):
        found = opening(text)
        verb = found.end if found is not None else 0
    first, rest = text[:verb], text[verb:]
    for pattern, short in _SHORTER:
        rest = pattern.sub(short, rest)
    if not first:
        return ((rest[:1].upper() + rest[1:_SNIPPET], False),)
    return ((first, True), (rest[:_SNIPPET], False))


class OutlineModel(QAbstractListModel):
    """The rows of a draft's outline; heads cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[OutlineRow] = []

    def show_draft(self, draft: Draft) -> None:
        """Another draft."""
        self.beginResetModel()
        self.rows = outline_rows(draft)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.rows[index.row()].head:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {plain(row.phrase)}".strip()
        return None


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row of 27 pixels."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, Measures.ROW_OUTLINE)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        tokens = current()
        row: OutlineRow = index.data(ROW)
        box: QRect = option.rect
        way: Qt.LayoutDirection = option.direction

        def place(x: float, width: float) -> QRectF:
            return QRectF(QStyle.visualRect(way, box, QRect(box.x() + round(x), box.y(), round(width), box.height())))

        mirrored = way == Qt.LayoutDirection.RightToLeft
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.head:
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink2)
            words = place(16, box.width() - 32).adjusted(0, 3, 0, 3)
            painter.drawText(words, int(start | Qt.AlignmentFlag.AlignVCenter), plain(row.phrase))
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(box, tokens.sel)
            painter.fillRect(place(0, 3), tokens.ink)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, tokens.hover)
        indent = 12.0 * row.level
        painter.setFont(fonts.micro(500))
        painter.setPen(tokens.ink if selected else tokens.ink3)
        label = QFontMetricsF(fonts.micro(500)).elidedText(row.label, Qt.TextElideMode.ElideRight, 40)
        painter.drawText(place(14 + indent, 40), int(start | Qt.AlignmentFlag.AlignVCenter), label)
        paint_phrase(
            painter,
            place(56 + indent, box.width() - 56 - indent - (36 if row.bracketed else 12)),
            row.phrase,
            _SERIF,
            mirrored=mirrored,
        )
        if row.bracketed:
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.bracketed)
            painter.drawText(place(box.width() - 30, 16), int(Qt.AlignmentFlag.AlignCenter), "[ ]")
        painter.restore()


NO_OUTLINE = "This text has no preambular or operative paragraphs that Adref knows."


class Outline(QListView):
    """The outline at the side; `position_chosen(int)` when the user goes to a paragraph."""

    position_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self._following = False
        self.setModel(self._model)
        self.setItemDelegate(OutlineDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        give_quiet_scroll_bar(self)
        self.setViewportMargins(0, 6, 0, 6)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Outline")
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(lambda index: self.position_chosen.emit(self._model.rows[index.row()].position))
        theme_changed.connect(self._repaint)
        self._repaint()

    def _repaint(self, _tokens: object = None) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, current().panel)
        self.setPalette(palette)
        self.viewport().update()

    def show_draft(self, draft: Draft) -> None:
        """Another draft."""
        self._following = True
        self._model.show_draft(draft)
        self._following = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.rows:
            return
        painter = QPainter(self.viewport())
        painter.setFont(fonts.small())
        painter.setPen(current().ink2)
        box = self.viewport().rect().adjusted(16, 8, -12, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeading) | int(Qt.TextFlag.TextWordWrap), NO_OUTLINE)
        painter.end()

    def follow(self, position: int) -> None:
        """Select the row of a paragraph without telling anyone; a paragraph not listed selects none."""
        self._following = True
        found = next((n for n, row in enumerate(self._model.rows) if row.position == position and not row.head), None)
        if found is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._model.index(found))
            self.scrollTo(self._model.index(found))
        self._following = False

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._following:
            self.position_chosen.emit(self._model.rows[now.row()].position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters and zoom belong to the page.
        if event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)
