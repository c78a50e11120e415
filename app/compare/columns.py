"""Several drafts in columns: which stand there, another in a column's place, one more, one fewer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from app.compare.comparing import Comparing, Other, menu_of_texts
from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.asking import TEXTS, Asking
from app.shell.going import Going
from app.shell.history import Stop
from app.subjects.compared import Compared, InColumns, compare_to_show, lay_in_columns
from app.subjects.sides import Side, at_hand
from models.dossier.kept.ancestry import way
from widgets.compare.how_many import MOST_COLUMNS

if TYPE_CHECKING:
    from widgets.compare.page import ComparePage

Read = Callable[[], Side]


class Columning(QObject):
    """What the compare page asks for when it shows drafts in columns."""

    def __init__(self, background: Background, desk: Desk, going: Going, asking: Asking, comparing: Comparing) -> None:
        super().__init__(going)
        self._background, self._desk = background, desk
        self._asking, self._going, self._comparing = asking, going, comparing

    def serve(self, page: ComparePage) -> None:
        """Answer a page's wishes."""
        page.columns_wanted.connect(self.between)
        page.draft_wanted.connect(lambda: self._offer_one_more(page.add))
        page.column_wanted.connect(lambda column: self._offer_another(column, page.pane.heads.names[column]))
        page.pair_wanted.connect(self.two_of)

    def between(self) -> None:
        """All drafts on the way from the old of the comparison to the new; the two alone where no way joins them."""
        listing, compared = self._desk.listing, self._going.compared
        if compared is None:
            return
        old, new = compared.old, compared.new
        reads = [at_hand(old), at_hand(new)]
        if listing and old.node and new.node:
            parents = {node.id: node.parents for node in listing.nodes}
            names = way(parents, old.node, new.node)
            if len(names) > 2:
                between = [self._desk.draft(name) for name in names[1:-1]]
                reads[1:1] = [found[0] for found in between if found is not None][-(MOST_COLUMNS - 2) :]
        self._show(reads)

    def of(self, drafts: Sequence[str]) -> None:
        """Drafts of the open dossier, in their order; behind them lies the comparison of the first with the last."""
        found = [self._desk.draft(name) for name in drafts]
        self._show([one[0] for one in found if one is not None], anew=True)

    def two_of(self, column: int) -> None:
        """A column and the one before it as a comparison of two; -1 is the first and the last."""
        shown = self._going.columned
        if shown is not None:
            old, new = (0, len(shown.sides) - 1) if column < 0 else (column - 1, column)
            self._comparing.sides(shown.sides[old], shown.sides[new])

    def _offer_one_more(self, button: QWidget) -> None:
        """A menu of texts that could stand there too: drafts in the order they were kept, others behind the last."""
        shown = self._going.columned
        if shown is None:
            return

        def put_in(read: Read, other: Other) -> None:
            reads = [*map(at_hand, shown.sides)]
            reads.insert(self._place(other, shown.sides), read)
            self._show(reads)

        menu = self._menu(shown, button, put_in)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _place(self, other: Other, sides: Sequence[Side]) -> int:
        kept = [node.id for node in reversed(self._desk.listing.nodes)] if self._desk.listing else []
        if other not in kept:
            return len(sides)
        before = kept[: kept.index(other)]
        return max((number + 1 for number, side in enumerate(sides) if side.node in before), default=0)

    def _offer_another(self, column: int, head: QWidget) -> None:
        """A menu of the drafts that could stand in a column instead, and to take the column out."""
        shown = self._going.columned
        if shown is None:
            return

        def instead(read: Read, _other: Other) -> None:
            reads = [*map(at_hand, shown.sides)]
            reads[column] = read
            self._show(reads)

        menu = self._menu(shown, head, instead)
        if len(shown.sides) > 2:
            menu.addSeparator()
            rest = [at_hand(side) for number, side in enumerate(shown.sides) if number != column]
            menu.addAction("Take this column out").triggered.connect(lambda: self._show(rest))
        menu.popup(head.mapToGlobal(QPoint(0, head.height())))

    def _menu(self, shown: InColumns, parent: QWidget, take: Callable[[Read, Other], None]) -> QMenu:
        def take_found(other: Other) -> None:
            found = self._comparing.found(other)
            if found is not None:
                take(found[0], other)

        def ask() -> None:
            self._asking.files("Put a file beside them", TEXTS, lambda files: take_found(files[0]))

        nodes = reversed(self._desk.listing.nodes) if self._desk.listing else ()
        return menu_of_texts(parent, shown.sides, self._going.working, nodes, take_found, ask)

    def _show(self, reads: Sequence[Read], *, anew: bool = False) -> None:
        dossier = self._desk.listing.dossier if self._desk.listing else None
        alone = self._comparing.alone
        self._comparing.begun.emit()

        def lay(task: Task[tuple[InColumns, Compared | None]]) -> tuple[InColumns, Compared | None]:
            shown = lay_in_columns(reads, dossier, task.progress, alone)
            first, last = shown.sides[0], shown.sides[-1]
            return shown, compare_to_show(first, last, dossier, task.progress, alone=alone) if anew else None

        def show(laid: tuple[InColumns, Compared | None]) -> None:
            shown, both = laid
            if both is not None:
                self._going.compared = both
            self._going.go(Stop("compare", shown))

        self._background.run(lay, done=show, words=f"Comparing {len(reads)} drafts", lane="page")
