"""The outline of a draft: label, the opening in italics, the words after it, and whether brackets are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QWidget,
)

from models.draft import Draft
from widgets.paper.phrase import plain
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.text.outline_delegate import ROW, Index, OutlineDelegate
from widgets.text.outline_lines import Line, outline_lines
from widgets.text.outline_rows import OutlineRow, row_of
from widgets.text.shown import Shown, ShownDraft
from widgets.theme import fonts
from widgets.theme.tokens import current, theme_changed


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
            self._rows[at] = row_of(line, self._shown, "" if line.head else self._change(line.position))
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
