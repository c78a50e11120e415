"""Comparing any two drafts or files: what starts it, and which texts are offered instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.compare.alone import Alone
from app.compared import Compared, compare_to_show
from app.dossier.desk import Desk, draft_line
from app.running.background import Background, Task
from app.running.report import Report
from app.sides import Side, at_hand, draft_side, file_side, told_apart
from app.text.open_text import OpenText

Read = Callable[[], Side]


class Comparing(QObject):
    """`compared` comes with a `Compared`; the latest asked for wins."""

    compared = Signal(object)

    def __init__(self, background: Background, desk: Desk, report: Report, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background, self._desk, self._report = background, desk, report
        self.working: Callable[[], OpenText | None] = lambda: None
        """The working text that is open, if any; it can stand on either side."""
        self.alone = Alone()
        """What is said by hand of texts that no dossier keeps."""

    def drafts(self, old: str, new: str) -> None:
        """Compare two drafts of the open dossier."""
        before, after = self._draft(old), self._draft(new)
        if before is not None and after is not None:
            self._compare(before[0], after[0], before[1], after[1])

    def files(self, old: Path, new: Path) -> None:
        """Compare two files; nothing is kept."""
        self._compare(lambda: file_side(old), lambda: file_side(new), old.name, new.name)

    def sides(self, old: Side, new: Side) -> None:
        """Compare two texts that are at hand."""
        self._compare(at_hand(old), at_hand(new), old.title, new.title)

    def with_working(self, node: str | None) -> None:
        """Compare the working text with a draft; None: with the one it stands on, else with the newest."""
        text, listing = self.working(), self._desk.listing
        if text is None or listing is None or not listing.nodes:
            return
        base = text.parent.id if text.parent is not None else listing.nodes[0].id
        before = self._draft(node or base)
        if before is not None:
            self._compare(before[0], text.reading(), before[1], text.title)

    def instead(self, compared: Compared, side: str, other: Path | str | OpenText) -> None:
        """Compare again with a file (a path), a draft (an id) or a working text in place of the old or new side."""
        found = self._draft(other) if isinstance(other, str) else None
        if isinstance(other, OpenText):
            found = other.reading(), other.title
        if isinstance(other, Path):
            path = other
            found = (lambda: file_side(path)), path.name
        if found is None:
            return
        read, name = found
        if side == "old":
            self._compare(read, at_hand(compared.new), name, compared.new.title)
        else:
            self._compare(at_hand(compared.old), read, compared.old.title, name)

    def menu_of_others(self, parent: QWidget, compared: Compared, side: str, ask: Callable[[], None]) -> QMenu:
        """Drafts that could stand on a side, and a file."""
        menu = QMenu(parent)
        here = (compared.old.node, compared.new.node)
        text = self.working()
        if text is not None and text.row not in (compared.old.working, compared.new.working):
            action = menu.addAction(text.title.replace("&", "&&"))
            action.triggered.connect(lambda: self.instead(compared, side, text))
            menu.addSeparator()
        for node in self._desk.listing.nodes if self._desk.listing else ():
            if node.id not in here:
                action = menu.addAction(node.label.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, name=node.id: self.instead(compared, side, name))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction("A file…").triggered.connect(lambda: ask())
        return menu

    def _draft(self, name: str) -> tuple[Read, str] | None:
        listing = self._desk.listing
        node = listing.node(name) if listing else None
        if listing is None or node is None:
            return None
        dossier = listing.dossier
        return (lambda: draft_side(dossier, node, draft_line(node))), node.label

    def _compare(self, old: Read, new: Read, old_name: str, new_name: str) -> None:
        dossier, alone = self._desk.listing.dossier if self._desk.listing else None, self.alone

        def compare(task: Task[Compared]) -> Compared:
            before = old()
            task.progress()
            before, after = told_apart(before, new())
            return compare_to_show(before, after, dossier, task.progress, alone=alone)

        self._background.run(
            compare,
            done=self.compared.emit,
            failed=self._report.trouble,
            words=f"Comparing {old_name} with {new_name}",
            lane="page",
        )
