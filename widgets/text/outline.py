"""The outline of a draft: label, the opening in italics, the words after it, and whether brackets are open."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, QStringListModel, Qt, Signal
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

from models.draft import Draft, Kind, Paragraph, bracket_characters
from models.reading.openings import opening
from widgets.paper.phrase import Phrase, paint_phrase, plain
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.text.outline_lines import Line, outline_lines
from widgets.text.shown import Shown, ShownDraft
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
SAID = {"new": "new", "reworded": "changed", "moved": "moved"}
"""How the changes of a paragraph are said."""


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A paragraph of the outline, or the head of a part (then `position` is that of its first paragraph)."""

    position: int
    label: str
    phrase: Phrase
    head: bool = False
    level: int = 0
    bracketed: bool = False
    change: str = ""
    spoken: str = ""


def outline_rows(draft: Draft) -> list[OutlineRow]:
    """The rows of a draft's outline, in order."""
    shown = ShownDraft(draft)
    return [_as_row(line, shown) for line in outline_lines(shown)]


def _as_row(line: Line, shown: Shown, change: str = "") -> OutlineRow:
    if line.head:
        return OutlineRow(line.position, "", ((line.head, False),), head=True, spoken=line.head)
    return _row(line.position, shown.numbered(line.position), shown.label(line.position), change)


def _row(position: int, paragraph: Paragraph, label: str | None, change: str = "") -> OutlineRow:
    sub = paragraph.kind is Kind.SUBPARAGRAPH
    shown = paragraph.number if sub and paragraph.number else label
    if paragraph.kind in (Kind.SECTION, Kind.HEADING):
        shown = paragraph.number
    is_bracketed = ("[" in paragraph.text or "]" in paragraph.text) and any(bracket_characters(paragraph.text))
    phrase = snippet(paragraph)
    signs = (label, "bracketed" if is_bracketed else "", SAID.get(change, ""), paragraph.text[:_SNIPPET])
    said = ", ".join(filter(None, signs))
    level = paragraph.level if sub else 0
    return OutlineRow(position, shown or "", phrase, level=level, bracketed=is_bracketed, change=change, spoken=said)


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


class OutlineModel(QStringListModel):
    """The rows of a text's outline, made when they are looked at; heads cannot be chosen.

    The strings are empty. A list asks for the number of rows at every row it lays out, and this model answers without
    Python: 10,000 rows are laid out in a tenth of the time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Shown = ShownDraft(Draft())
        self._change: Callable[[int], str] = _no_change
        self.lines: list[Line] = []
        self._rows: dict[int, OutlineRow] = {}
        self._place: dict[int, int] = {}

    def show_text(
        self, shown: Shown, change: Callable[[int], str] | None = None, lines: Sequence[Line] | None = None
    ) -> None:
        """Another text; `change` says of a position "new", "reworded", "moved" or nothing, `lines` are known ones."""
        self._shown, self._change = shown, change or _no_change
        self._take(outline_lines(shown) if lines is None else list(lines))
        self.setStringList([""] * len(self.lines))

    def _take(self, lines: list[Line]) -> None:
        self.lines, self._rows = lines, {}
        self._place = {line.position: at for at, line in enumerate(lines) if not line.head}

    def follow_structure(self) -> None:
        """Paragraphs came, went, moved or became others: only the rows concerned are told of."""
        new, old = outline_lines(self._shown), self.lines
        were, are = _named(old), _named(new)
        first = _alike(were, are)
        last = min(_alike(were[::-1], are[::-1]), len(old) - first, len(new) - first)
        if len(old) - last > first:
            self._take(old[:first] + old[len(old) - last :])
            self.removeRows(first, len(old) - last - first)
        self._take(new)
        if len(new) - last > first:
            self.insertRows(first, len(new) - last - first)

    def forget_words(self, position: int) -> QModelIndex | None:
        """The words of a paragraph are others; its row if that looks otherwise now.

        Nobody is told by `dataChanged`: a list lays itself out anew at that, which is too much for every letter.
        """
        at = self._place.get(position)
        if position >= self._shown.count():
            return None
        before = self._rows.pop(at, None) if at is not None else None
        return self.index(at) if at is not None and before is not None and before != self.row(at) else None

    def forget_all(self) -> None:
        """Every row is to be looked at anew."""
        self._rows = {}

    def place_of(self, position: int) -> int | None:
        """The row of a paragraph."""
        return self._place.get(position)

    def row(self, at: int) -> OutlineRow:
        """What a row says."""
        if at not in self._rows:
            line = self.lines[at]
            self._rows[at] = _as_row(line, self._shown, "" if line.head else self._change(line.position))
        return self._rows[at]

    def flags(self, index: Index) -> Qt.ItemFlag:
        if 0 <= index.row() < len(self.lines) and self.lines[index.row()].head:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if index.row() >= len(self.lines) or self.lines[index.row()].position >= self._shown.count():
            return None
        if role not in (ROW, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return None
        row = self.row(index.row())
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.label} {plain(row.phrase)}".strip()
        return None


def _no_change(_position: int) -> str:
    return ""


def _named(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Lines without their positions: what makes them the same lines."""
    return [(key, head) for key, _, head in lines]


def _alike(one: list[tuple[int, str]], two: list[tuple[int, str]]) -> int:
    """How far two lists begin alike: halved again and again, since comparing slices is quick."""
    sure, most = 0, min(len(one), len(two))
    while sure < most:
        half = (sure + most + 1) // 2
        if one[sure:half] == two[sure:half]:
            sure = half
        else:
            most = half - 1
    return sure


class OutlineDelegate(QStyledItemDelegate):
    """Paints a row of 27 pixels."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, Measures.ROW_OUTLINE)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        tokens = current()
        row: OutlineRow | None = index.data(ROW)
        if row is None:
            return
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
            place(56 + indent, box.width() - 56 - indent - (36 if row.bracketed else 12) - (12 if row.change else 0)),
            row.phrase,
            _SERIF,
            mirrored=mirrored,
        )
        if row.bracketed:
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.bracketed)
            far = 42 if row.change else 30
            painter.drawText(place(box.width() - far, 16), int(Qt.AlignmentFlag.AlignCenter), "[ ]")
        if row.change:
            _paint_change(painter, place(box.width() - 21, 7), row.change)
        painter.restore()


def _paint_change(painter: QPainter, box: QRectF, change: str) -> None:
    """The sign of a change as in the margin of the text: a bar, a double one, a plus."""
    tokens = current()
    middle = box.center()
    if change == "new":
        painter.fillRect(QRectF(middle.x() - 3.5, middle.y() - 0.75, 7, 1.5), tokens.added)
        painter.fillRect(QRectF(middle.x() - 0.75, middle.y() - 3.5, 1.5, 7), tokens.added)
    elif change == "moved":
        for x in (-2.0, 1.0):
            painter.fillRect(QRectF(middle.x() + x, middle.y() - 6, 1.5, 12), tokens.moved)
    else:
        painter.fillRect(QRectF(middle.x() - 1.5, middle.y() - 6, 3, 12), tokens.added)


NO_OUTLINE = "This text has no preambular or operative paragraphs that Adref knows."


class Outline(QListView):
    """The outline at the side; `position_chosen(int)` when the user goes to a paragraph."""

    position_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OutlineModel(self)
        self._following = False
        self._position = 0
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
        self.clicked.connect(lambda index: self.position_chosen.emit(self._model.lines[index.row()].position))
        theme_changed.connect(self._repaint)
        self._repaint()

    def _repaint(self, _tokens: object = None) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, current().panel)
        self.setPalette(palette)
        self.viewport().update()

    def show_text(
        self, shown: Shown, change: Callable[[int], str] | None = None, lines: Sequence[Line] | None = None
    ) -> None:
        """Another text; `change` says of a position "new", "reworded", "moved" or nothing.

        `lines` are its lines where somebody has sought them already.
        """
        self._following = True
        self._model.show_text(shown, change, lines)
        self._following = False
        self._position = 0

    @property
    def lines(self) -> Sequence[Line]:
        """What is listed, as it is now."""
        return tuple(self._model.lines)

    def words_changed(self, position: int) -> None:
        """The words of a paragraph are others, and nothing else."""
        changed = self._model.forget_words(position)
        if changed is not None:
            self.update(changed)

    def signs_changed(self) -> None:
        """Labels or signs may be others."""
        self._model.forget_all()
        self.viewport().update()

    def structure_changed(self) -> None:
        """Paragraphs came, went, moved or became others."""
        self._following = True
        self._model.follow_structure()
        self.viewport().update()
        self._following = False
        self.follow(self._position)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.lines:
            return
        painter = QPainter(self.viewport())
        painter.setFont(fonts.small())
        painter.setPen(current().ink2)
        box = self.viewport().rect().adjusted(16, 8, -12, 0)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeading) | int(Qt.TextFlag.TextWordWrap), NO_OUTLINE)
        painter.end()

    def follow(self, position: int) -> None:
        """Select the row of a paragraph without telling anyone; a paragraph not listed selects none."""
        self._following, self._position = True, position
        found = self._model.place_of(position)
        if found is None:
            self.setCurrentIndex(QModelIndex())
        else:
            self.setCurrentIndex(self._model.index(found))
            self.scrollTo(self._model.index(found))
        self._following = False

    def _tell(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._following:
            self.position_chosen.emit(self._model.lines[now.row()].position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Letters and zoom belong to the page.
        if event.text() and event.text().isprintable() and event.key() != Qt.Key.Key_Space:
            event.ignore()
            return
        super().keyPressEvent(event)
