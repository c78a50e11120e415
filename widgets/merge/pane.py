"""One paragraph of a merge: its three sides over the result; both share the room there is, and where that is not enough
for a line of each all of it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.merging import Conflict
from models.telling.figures import counted
from widgets.merge.columns import Columns
from widgets.merge.laid import Laid
from widgets.merge.result import in_rows, result_pieces
from widgets.merge.result_box import BAR, ResultBox, quiet_area
from widgets.merge.sentences import in_words, over
from widgets.merge.table import Choices, Item, MergeTable
from widgets.paper import type as letters
from widgets.paper.pieces import Mark, Pieces
from widgets.paper.scroll_bar import scrolled
from widgets.theme import fonts
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Surface, Words

_LEAST = 96
"""Pixels that the columns and the result each get at the least."""


class MergePane(Surface):
    """What is gone to: `columns` are its sides, `result` what becomes of it; it lies in the `area` that scrolls it."""

    def __init__(self) -> None:
        super().__init__("paper")
        self._item: Item | None = None
        self._place: int | None = None
        self._follows = False
        """Whether the columns are where the clash is, and nobody scrolled them elsewhere."""
        self._line = round(letters.COLUMNS.lead)
        self.columns, self._box = Columns(), ResultBox()
        self.result = self._box.words
        self.title, self.about = Words("", fonts.serif(20, 600)), Words("", fonts.small(), "ink2")
        self.left = Words("", fonts.small(), "ink2")
        self._build()
        self.area = scrolled(self, "paper")
        self._scrolls = self.area.verticalScrollBar()
        self._scrolls.rangeChanged.connect(self._keep_in_sight)

    def _build(self) -> None:
        column = laid_down(self, margins=(24, 14, 24, 0))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.about, 1, Qt.AlignmentFlag.AlignBottom)
        deeper = self.title.fontMetrics().descent() - self.about.fontMetrics().descent()
        self.about.setContentsMargins(0, 0, 0, deeper)  # on one line with the title
        column.addLayout(head)
        column.addSpacing(9)
        rule = Surface("paper", "top")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        column.addWidget(self.columns.heads)
        self._sides = quiet_area(self.columns, fills=True)
        bar = self._sides.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_clash_in_sight)
        bar.actionTriggered.connect(self._scrolled_by_hand)
        column.addWidget(self._sides)
        rule = Surface("paper", "top")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        column.addSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Words("Result", fonts.ui(600)))
        line.addWidget(Words("marked against the base, with the side each change comes from", fonts.small(), "ink2"), 1)
        line.addWidget(self.left)
        column.addLayout(line)
        column.addSpacing(6)
        column.addWidget(self._box)
        column.addStretch(1)
        for part in (self._sides, self._box):
            part.setFixedHeight(_LEAST)

    def put_under(self, answers: QWidget) -> None:
        """Put what is asked and answered under the result."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._box) + 1, answers)

    def set_mirrored(self, mirrored: bool) -> None:
        """Whether the texts run from right to left: the base stands at the right then."""
        way = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        for part in (self.columns.heads, self._sides):
            part.setLayoutDirection(way)

    def go_to(self, table: MergeTable, item: Item) -> None:
        """Another paragraph, from its beginning."""
        self._item, self._place, self._follows = item, None, False
        self.columns.show_item(table, item)
        self._sides.verticalScrollBar().setValue(0)
        self._scrolls.setValue(self._scrolls.maximum())

    def show_result(self, table: MergeTable, item: Item, place: int | None, choices: Choices, laid: Laid) -> None:
        """The result with these answers; `place` is the one that is being decided."""
        self._place = place
        pieces = in_rows(table, item, result_pieces(table, item, choices, laid))
        left = item.left(choices)
        self.title.setText(in_words(item.label))
        row = table.rows[item.row] if item.row is not None else None
        is_new, kind = row is not None and not row.base, row.kind if row is not None else "conflict"
        self.about.setText(over(item.conflicts, _combined(pieces), kind, is_new=is_new))
        if item.whole(choices):
            self.left.setText(f"as {choices[item.key].way} has it, the whole paragraph")
        elif not item.conflicts:
            self.left.setText("nothing to decide")
        elif left and len(item.conflicts) == 1:
            self.left.setText("not settled")
        elif left:
            self.left.setText(f"{len(left)} of {counted(len(item.conflicts), 'place')} left")
        else:
            self.left.setText("settled")
        many = len(item.conflicts) > 1 and not item.whole(choices)
        self.result.show_paragraphs(pieces, "Nothing: the paragraph is not in the result", place if many else None)
        self.share()

    def say_behind(self) -> None:
        """The result that is shown is not that of the answers yet."""
        self.left.setText("the text follows in a moment")

    def show_place(self) -> None:
        """The place in sight: in the result, and the words that clash in the columns."""
        item = self._item
        if item is None or self._place is None:
            return
        self._box.show_place(self._place)
        self._follows = True
        self._show_clash(item.conflicts[self._place])

    def _show_clash(self, conflict: Conflict) -> None:
        bar = self._sides.verticalScrollBar()
        for side, words in ((self.columns.sides[1], conflict.ours), (self.columns.sides[2], conflict.theirs)):
            mark = side.words.first_mark(words)
            if mark is not None and words:
                middle = side.words.mapTo(self.columns, QPoint(0, 0)).y() + mark - self._sides.height() / 2
                bar.setValue(round(middle / self._line) * self._line)
                return

    def _keep_clash_in_sight(self) -> None:
        """The columns have their height only after the page was laid out: until then they cannot be scrolled so far."""
        if self._follows and self._item is not None and self._place is not None:
            self._show_clash(self._item.conflicts[self._place])

    def _scrolled_by_hand(self) -> None:
        self._follows = False

    def share(self) -> None:
        """Columns and result share the room: each has what it needs, or the result a little less than a half."""
        if self._item is None:
            return
        column = self.layout()
        assert column is not None
        around = column.minimumSize().height() - self._sides.minimumHeight() - self._box.minimumHeight()
        room = self.area.viewport().height() - around
        width = self.width() - 48
        sides, result = self.columns.height_for(width - BAR), self._box.height_for(width)
        if sides + result > room:
            # No line is cut at a lower edge, and what one does not take the other has.
            least = min(_LEAST, max(0, room // 2))
            left = room - self._box.fitting(width, max(least, round(room * 0.45)))
            sides = sides if sides <= left else max(1, left // self._line) * self._line
            result = self._box.fitting(width, max(0, room - sides))
        self._sides.setFixedHeight(sides)
        self._box.setFixedHeight(result)
        column.activate()  # the answers stand right under the result, and are painted with it

    def _keep_in_sight(self, _least: int, most: int) -> None:
        """Where the page is too low for all of it, what is asked is in sight, and the title is not."""
        QTimer.singleShot(0, self, self.share)
        self._scrolls.setValue(most)

    def set_kinds(self, sides: letters.TextType, result: letters.TextType) -> None:
        """The letters of the columns and of the result."""
        self._line = round(sides.lead)
        self.columns.set_kind(sides)
        self.result.set_kind(result)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            # What is asked under the result takes more room than before, or less.
            self.share()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.share)


def _combined(pieces: tuple[Pieces, ...]) -> int:
    """How many changes of the sides stand in the result beside what clashes."""
    return sum(
        piece.mark is Mark.SIDE and piece.place is None and piece.text.strip() in ("ours", "theirs", "both")
        for one in pieces
        for piece in one
    )
