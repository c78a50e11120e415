"""How much of a merge there is of each: the sum at the head of the list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from models.telling.figures import counted
from widgets.merge.item_list import sum_words
from widgets.merge.table import MergeTable
from widgets.theme import fonts
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Sign, Surface, Words

_LINES = (
    ("equals", "ink2", "Same in both"),
    ("arrow-right", "ink2", "Changed on one side"),
    ("git-merge", "ink2", "Combined"),
    ("warning-fill", "bracketed", "In conflict"),
)


class MergeCounts(Surface):
    """The paragraphs and what became of them."""

    def __init__(self) -> None:
        super().__init__("panel", "bottom")
        column = laid_down(self, margins=(16, 15, 16, 15), spacing=5)
        head = QHBoxLayout()
        self.total, self.sum = Words("", fonts.ui(600)), Words("", fonts.ui(), "ink2")
        head.addWidget(self.total, 1)
        head.addWidget(self.sum)
        column.addLayout(head)
        self.counts: list[Words] = []
        for icon, role, words in _LINES:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Sign(icon, role, 14))
            line.addWidget(Words(words, fonts.ui()), 1)
            count = Words("", fonts.ui(), "ink2")
            self.counts.append(count)
            line.addWidget(count)
            column.addLayout(line)

    def show_table(self, table: MergeTable) -> None:
        """The counts of a merge."""
        counts = table.counts
        self.total.setText(counted(counts.all, "paragraph"))
        self.sum.setText(sum_words(table))
        for words, number in zip(
            self.counts, (counts.same, counts.one_side, counts.combined, counts.conflicts), strict=True
        ):
            words.setText(str(number))
            words.updateGeometry()


def sums(table: MergeTable, left: int) -> list[str]:
    """What counts of a merge in which so many conflicts are left: "47 conflicts, 3 settled"."""
    asked, counts = table.asked, table.counts
    without = counted(counts.one_side + counts.combined, "paragraph")
    return [
        f"{counted(asked, 'conflict')}, {asked - left} settled" if asked else "No conflict",
        f"{without} merged without a question",
    ]
