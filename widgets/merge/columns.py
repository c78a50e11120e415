"""Base, ours and theirs of a paragraph side by side; where room is short the base folds to a button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.merging.sides import NAMES
from models.telling.sentences import listed
from widgets.merge.asides import aside_pieces
from widgets.merge.mirrored import Mirrored
from widgets.merge.paragraphs import Paragraphs
from widgets.merge.result import in_rows, numbers_of, side_pieces
from widgets.merge.result_box import BAR
from widgets.merge.table import Item, MergeTable
from widgets.paper import type as letters
from widgets.paper.direction import isolated
from widgets.paper.named_words import NamedWords
from widgets.paper.type import TextType
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Surface, Words

_RULE, _OVER_ASIDE = 120, 15
"""The rule over what stands under the words, and how much room it takes with what is around it."""
_HEADS = ("Base", "Ours", "Theirs")
_NOT_THERE = ("Not in the base", "Not in ours", "Not in theirs")


@dataclass(frozen=True, slots=True)
class SideName:
    """What a side is called, and a line on it: its date, its author."""

    title: str
    line: str = ""


class SideHead(Mirrored, Surface):
    """The name of a side, and what the paragraph is called there: they stay in sight over the words."""

    def __init__(self, side: int) -> None:
        super().__init__("paper")
        self._side = side
        self._name = SideName("")
        column = QVBoxLayout(self)
        column.setSpacing(2)
        self.title = NamedWords("", fonts.serif(15, 600))
        self.line = Words("", fonts.small(), "ink2")
        for widget in (self.title, self.line):
            column.addWidget(widget)

    def show_name(self, name: SideName) -> None:
        """Whose text stands here."""
        self._name = name
        self.title.setText(f"{_HEADS[self._side]}: {isolated(name.title)}")
        self.title.setToolTip(name.title)

    def show_item(self, table: MergeTable, item: Item) -> None:
        """What the paragraph is called here."""
        numbers = listed(list(dict.fromkeys(one for one in numbers_of(table, item, self._side) if one)))
        self.line.setText(", ".join(part for part in (self._name.line, numbers) if part) or " ")


class Column(Mirrored, Surface):
    """One side: the words, what else is asked about as it has it, `aside`, and its `head` that stands over them."""

    def __init__(self, side: int) -> None:
        super().__init__("paper")
        self._side = side
        self.head = SideHead(side)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        self.words = Paragraphs(letters.COLUMNS, _HEADS[side])
        self.aside = Paragraphs(letters.NOTE, f"{_HEADS[side]}, beside the words")
        self._under = QWidget()
        under = laid_down(self._under, margins=(0, 8, 0, 0), spacing=6)
        rule = Surface("line2")
        rule.setFixedSize(_RULE, 1)
        under.addWidget(rule, 0, Qt.AlignmentFlag.AlignLeading)
        under.addWidget(self.aside)
        self._under.hide()
        column.addWidget(self.words)
        column.addWidget(self._under)
        column.addStretch(1)

    def set_first(self, first: bool) -> None:
        """Whether it stands at the leading edge, without a line before it."""
        before, behind = 0 if first else 16, 16 if self._side < 2 else 0
        self.keep_room(before, 0, behind, 14)
        self.head.keep_room(before, 8, behind, 6)
        for part in (self, self.head):
            part.set_edges("" if first else "leading")

    def height_for(self, width: int) -> int:
        """How high it is with all its words in sight."""
        layout = self.layout()
        assert layout is not None
        margins = layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        # Not what is visible: a page that is laid out before it is shown needs as much room.
        beside = 0 if self._under.isHidden() else self.aside.height_at(inner) + _OVER_ASIDE
        return self.words.height_at(inner) + beside + margins.bottom()

    def set_kind(self, kind: TextType) -> None:
        """Other letters."""
        self.words.set_kind(kind)
        self.aside.set_kind(letters.NOTE if kind.size <= letters.COLUMNS.size else letters.NOTE_WIDE)

    def show_item(self, table: MergeTable, item: Item) -> None:
        """The paragraph as this side has it."""
        self.head.show_item(table, item)
        way = NAMES[self._side]
        gone = "Deleted" if self._side and _in_base(table, item) else _NOT_THERE[self._side]
        if item.row is None:
            gone = "Nothing here" if any(way == one.deleted_by for one in item.conflicts) else gone
        beside = aside_pieces(table, item, self._side)
        self._under.setVisible(bool(beside))
        self.aside.show_paragraphs(beside)
        self.words.show_paragraphs(in_rows(table, item, side_pieces(table, item, self._side)), gone)


def _in_base(table: MergeTable, item: Item) -> bool:
    return bool(item.conflicts[0].base) if item.row is None else bool(table.rows[item.row].base)


class Columns(QWidget):
    """The three sides; `heads` is what stays over them where they scroll."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sides = tuple(Column(side) for side in range(3))
        self.show_base = Button("Show base", icon="caret-right", height=26)
        self.show_base.setCheckable(True)
        self.show_base.toggled.connect(self._fold)
        self._narrow = False
        self._fold_line = QWidget()
        fold = QVBoxLayout(self._fold_line)
        fold.setContentsMargins(0, 8, 0, 0)
        fold.addWidget(self.show_base, 0, Qt.AlignmentFlag.AlignLeading)
        self.heads = QWidget()
        down = laid_down(self.heads)
        down.addWidget(self._fold_line)
        over, line = QHBoxLayout(), laid_across(self)
        over.setSpacing(0)
        for one in self.sides:
            line.addWidget(one, 1)
            over.addWidget(one.head, 1)
        over.addSpacing(BAR)
        down.addLayout(over)
        self._fold()

    def show_names(self, names: tuple[SideName, SideName, SideName]) -> None:
        """Whose texts these are."""
        for side, name in zip(self.sides, names, strict=True):
            side.head.show_name(name)

    def show_item(self, table: MergeTable, item: Item) -> None:
        """Another paragraph."""
        for side in self.sides:
            side.show_item(table, item)

    def height_for(self, width: int) -> int:
        """How high they are with all their words in sight."""
        shown = [side for side in self.sides if side.isVisibleTo(self)]
        each = width // max(1, len(shown))
        return max((side.height_for(each) for side in shown), default=0)

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is no room for the base unless it is asked for."""
        self._narrow = narrow
        self._fold()

    def set_kind(self, kind: TextType) -> None:
        """The letters of the columns."""
        for side in self.sides:
            side.set_kind(kind)

    def _fold(self, _checked: bool = False) -> None:
        self._fold_line.setVisible(self._narrow)
        shown = self.show_base.isChecked()
        self.show_base.setText("Hide base" if shown else "Show base")
        self.show_base.updateGeometry()
        base = not self._narrow or shown
        for part in (self.sides[0], self.sides[0].head):
            part.setVisible(base)
        for at, side in enumerate(self.sides):
            side.set_first(at == (0 if base else 1))
