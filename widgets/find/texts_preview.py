"""What a replacement would do in several texts: places under the name of each, which a box leaves out as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from models.draft.directions import is_right_to_left
from models.editing.found.replacing import how_many_open
from models.telling.figures import counted
from widgets.find.preview import (
    LABEL_AT,
    LONGEST_LABEL,
    ROW,
    TICK,
    PreviewDelegate,
    PreviewList,
    PreviewRow,
    longest_label,
    paint_tick,
)
from widgets.paper.rows import Index, box, draw_words, paint_ground
from widgets.theme import fonts
from widgets.theme import tokens as appearance

_HEAD = 30


@dataclass(frozen=True, slots=True)
class TextPlaces:
    """A text by its name, and its places in their order; one that is being `written` is no draft yet.

    `opens` has of each paragraph that is agreed ad ref the numbers of the places of which each opens it again.
    """

    name: str
    rows: tuple[PreviewRow, ...]
    written: bool = False
    opens: tuple[frozenset[int], ...] = ()

    @property
    def words(self) -> str:
        """What stands over its places."""
        return f"{self.name}: {counted(len(self.rows), 'place')}"


class TextsModel(QAbstractListModel):
    """Rows of `TextPlaces`, each before its `PreviewRow`s, and which of these are left out; `counted()` when that
    changes. The box of a text is that of all its places."""

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.texts: tuple[TextPlaces, ...] = ()
        self._out: list[set[int]] = []
        self._rows: list[tuple[int, int | None]] = []
        """The number of a text and of a place in it; None is the text itself."""
        self.arabic = False
        self._longest = ""

    def show_texts(self, texts: Sequence[TextPlaces]) -> None:
        """Show other places, all of them taken."""
        self.beginResetModel()
        self.texts, self._out = tuple(texts), [set() for _ in texts]
        self._rows = [(at, place) for at, text in enumerate(texts) for place in (None, *range(len(text.rows)))]
        self.arabic = any(is_right_to_left(row.before.text) for text in texts for row in text.rows[:100])
        self._longest = longest_label(row for text in texts for row in text.rows)
        self.endResetModel()
        self.counted.emit()

    @property
    def left_out(self) -> tuple[frozenset[int], ...]:
        """By text, the numbers of its places that stay as they are, from 0."""
        return tuple(map(frozenset, self._out))

    @property
    def taken(self) -> tuple[int, ...]:
        """By text, how many of its places are replaced."""
        return tuple(len(text.rows) - len(out) for text, out in zip(self.texts, self._out, strict=True))

    @property
    def opened(self) -> int:
        """How many paragraphs that are agreed ad ref are open again with what is taken now."""
        both = zip(self.texts, self._out, strict=True)
        return sum(how_many_open(text.opens, out) for text, out in both)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        at, place = self._rows[index.row()]
        text, out = self.texts[at], self._out[at]
        if role == ROW:
            return text if place is None else text.rows[place]
        if role == LONGEST_LABEL:
            return self._longest
        if role == Qt.ItemDataRole.CheckStateRole:
            if place is None and 0 < len(out) < len(text.rows):
                return Qt.CheckState.PartiallyChecked
            left = bool(out) if place is None else place in out
            return Qt.CheckState.Unchecked if left else Qt.CheckState.Checked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if place is not None:
                return text.rows[place].spoken + (", left out" if place in out else "")
            some = f", {len(out)} left out" if out else ""
            return text.words + (", left out" if len(out) == len(text.rows) else some)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        at, place = self._rows[index.row()]
        out, size = self._out[at], len(self.texts[at].rows)
        if place is None:
            self._out[at] = set(range(size)) if len(out) < size else set()
        else:
            out ^= {place}
        head = index.row() - (0 if place is None else place + 1)
        self.dataChanged.emit(self.index(head, 0), self.index(head + size, 0))
        self.counted.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class _TextsDelegate(PreviewDelegate):
    """A line with the name of a text, and its places as of one text alone."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(index.data(ROW), TextPlaces):
            return QSize(200, _HEAD)
        model = index.model()
        return self.row_size(arabic=isinstance(model, TextsModel) and model.arabic)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        text, tokens = index.data(ROW), appearance.current()
        if not isinstance(text, TextPlaces):
            super().paint(painter, option, index)
            return
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        signs = {Qt.CheckState.Checked: "check-bold", Qt.CheckState.PartiallyChecked: "minus-bold"}
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        paint_ground(painter, option)
        paint_tick(painter, option, signs.get(state, ""), (_HEAD - TICK) / 2)
        painter.setPen(tokens.ink3 if state == Qt.CheckState.Unchecked else tokens.ink)
        place = box(option, LABEL_AT, 0, option.rect.width() - LABEL_AT - 16, _HEAD)
        draw_words(painter, place, text.words, fonts.small(600))
        painter.restore()


class TextsPreview(PreviewList):
    """Space or a click on the box leaves a place or a text out, or takes it again."""

    def __init__(self, model: TextsModel) -> None:
        super().__init__(model, "raised")
        self.setItemDelegate(_TextsDelegate(self))
        self.setUniformItemSizes(False)

    def height_of(self, most: int) -> int:
        """How high its rows are, at most so many pixels."""
        height = 0
        for row in range(self.model().rowCount()):
            height += self.sizeHintForRow(row)
            if height >= most:
                return most
        return height
