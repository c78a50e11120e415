"""Comparing any two drafts or files: what starts it, and which texts are offered instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.desk.arrivals import one_twice, same_file
from app.desk.desk import Desk
from app.running.background import Background, Task
from app.running.leading_away import LeadsAway
from app.shell.going import Going
from app.subjects.alone import Alone
from app.subjects.compared import Compared, compare_to_show
from app.subjects.open_text import OpenText
from app.subjects.reading_all import read_all
from app.subjects.sides import Side, at_hand, file_side, told_apart
from models.dossier import Node
from models.draft import DraftError
from widgets.paper.elided import name_in_menu

Other = str | Path | OpenText
"""A text to compare with: a draft (its id), a file, or the working text."""
Found = tuple[Callable[[], Side], str] | None
"""What gives a text, and what it is called."""


class Comparing(QObject):
    """`begun()` when texts come to be compared, `compared` comes with a `Compared`; the latest asked for wins."""

    begun = Signal()
    compared = Signal(object)

    def __init__(self, background: Background, desk: Desk, going: Going, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._desk, self._going = background, desk, going
        self.alone = Alone()
        """What is said by hand of texts that no dossier keeps."""

    def drafts(self, old: str, new: str) -> None:
        """Compare two drafts of the open dossier."""
        self._compare(self.found(old), self.found(new))

    def files(self, old: Path, new: Path, lead: LeadsAway | None = None) -> None:
        """Compare two files; nothing is kept. `lead` where what leads away was asked for before."""
        self._compare(self.found(old), self.found(new), lead)

    def sides(self, old: Side, new: Side) -> None:
        """Compare two texts that are at hand."""
        self._compare(_named(old), _named(new))

    def with_working(self, node: str | None) -> None:
        """Compare the working text with a draft; None: with the one it stands on, else with the newest."""
        text, listing = self._going.working, self._desk.listing
        if text is not None and listing is not None and listing.nodes:
            base = text.parent.id if text.parent is not None else listing.nodes[0].id
            self._compare(self.found(node or base), self.found(text))

    def instead(self, compared: Compared, side: str, other: Other) -> None:
        """Compare again with another text in place of the old or new side."""
        if side == "old":
            self._compare(self.found(other), _named(compared.new))
        else:
            self._compare(_named(compared.old), self.found(other))

    def found(self, text: Other) -> Found:
        """What gives a text, and what it is called; None where a draft is not in the open dossier."""
        if isinstance(text, Path):
            return (lambda: file_side(text)), text.name
        return (text.reading(), text.title) if isinstance(text, OpenText) else self._desk.draft(text)

    def menu_of_others(self, parent: QWidget, compared: Compared, side: str, ask: Callable[[], None]) -> QMenu:
        """Texts that could stand on a side."""
        nodes = self._desk.listing.nodes if self._desk.listing else ()
        here = (compared.old, compared.new)
        return menu_of_texts(
            parent, here, self._going.working, nodes, lambda other: self.instead(compared, side, other), ask
        )

    def _compare(self, old: Found, new: Found, lead: LeadsAway | None = None) -> None:
        if old is None or new is None:
            return
        (read_old, old_name), (read_new, new_name) = old, new
        dossier, alone = self._desk.listing.dossier if self._desk.listing else None, self.alone
        leads = lead or self._going.leading_away()
        self.begun.emit()

        def compare(task: Task[Compared]) -> Compared:
            def read_on() -> Side:
                task.progress()
                return read_new()

            before, after = told_apart(*read_all((read_old, read_on)))
            if before.path and after.path and same_file(before.path, after.path) and before.content == after.content:
                raise DraftError(one_twice(after.path))
            return compare_to_show(before, after, dossier, task.progress, alone=alone)

        self._background.run(
            compare,
            done=lambda found: leads(lambda: self.compared.emit(found)),
            words=f"Comparing {old_name} with {new_name}",
            lane="page",
        )


def menu_of_texts(
    parent: QWidget,
    here: Sequence[Side],
    working: OpenText | None,
    nodes: Iterable[Node],
    take: Callable[[Other], object],
    ask: Callable[[], object],
) -> QMenu:
    """The texts that could be compared beside those that are here: the working text, drafts, and a file."""
    menu = QMenu(parent)
    if working is not None and working.row not in {side.working for side in here}:
        menu.addAction(name_in_menu(menu, working.title)).triggered.connect(lambda: take(working))
        menu.addSeparator()
    for node in nodes:
        if node.id not in {side.node for side in here}:
            action = menu.addAction(name_in_menu(menu, node.label))
            action.triggered.connect(lambda _checked=False, name=node.id: take(name))
    if not menu.isEmpty():
        menu.addSeparator()
    menu.addAction("A file…").triggered.connect(lambda: ask())
    return menu


def _named(side: Side) -> Found:
    return at_hand(side), side.title
