"""Another draft of the dossier beside the working text: read there, at the paragraph one writes at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu

from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.actions import IN_THE_TEXT
from app.shell.focusing import BESIDE, Focusing
from app.shell.going import Going
from app.subjects.sides import Side, side_to_read
from app.text.finding_beside import FindingBeside
from app.text.writing import Writing
from app.wording import short_days
from models.dossier import Dossier
from models.editing.working import WorkingText
from widgets.paper.elided import name_in_menu
from widgets.reading.pane import ReadingPart
from widgets.writing.page import TextPage

_REST, _FAR = 60, 200
"""Milliseconds of rest until the draft moves along; and how many paragraphs up one with an origin is looked for."""
_REFUSED = (IN_THE_TEXT | {"cut", "paste"}) - {"replace"}


class SideBySide(QObject):
    """The draft moves along by lineage: what the paragraph at the caret came from stands at its height.

    `changed()` when it is another draft, or none; `said(words)` for the foot of the window.
    """

    changed = Signal()
    said = Signal(str)

    def __init__(
        self,
        page: TextPage,
        background: Background,
        desk: Desk,
        going: Going,
        writing: Writing,
        focusing: Focusing,
    ) -> None:
        super().__init__(page)
        self._page, self._sheet, self._desk, self._going = page, page.sheet, desk, going
        self._background = background
        self._writing, self._focusing = writing, focusing
        self._stood: Mapping[int, int] = {}
        """Where paragraphs of the base of the working text stood in the draft."""
        self._stands: tuple[object, ...] = ()
        """Where the draft was brought to last, so that it is not brought there again."""
        self.node: str | None = None
        """The draft beside the text; None where there is none."""
        self.part = ReadingPart(page)
        pane = self.part.pane
        self.finding = FindingBeside(pane, background)
        pane.closed.connect(self.end)
        pane.left.connect(going.focus_page)
        pane.draft_wanted.connect(self._offer)
        pane.follow.toggled.connect(self._along)
        for moved in (page.paragraph_chosen, self._sheet.verticalScrollBar().valueChanged):
            moved.connect(lambda _at: self._soon())
        self.part.divider.moved.connect(lambda _share: self._fit())
        going.gone.connect(self._arrange)
        focusing.changed.connect(self._arrange)
        self._sheet.zoomed.connect(self._zoom)
        self._zoom(self._sheet.zoom)
        for another in (writing.opened, writing.gone_on):
            another.connect(lambda _text: self._again())
        writing.let_go.connect(self.end)
        self._had_keys = False
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._look_where)

    def acts(self, does: Mapping[str, Callable[[], object]]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; what else stands beside the text takes the place of the draft."""

        def instead(act: Callable[[], object]) -> Callable[[], object]:
            def alone() -> object:
                self.end()
                return act()

            return alone

        refused = {name: self._told(does[name]) for name in _REFUSED}
        find = does["find"]
        sought = {
            "find": lambda: self.finding.open() if self.has_keys else find(),
            "replace": self._in_the_text(does["replace"]),
        }
        return refused | sought | {"beside": self.toggle} | {name: instead(does[name]) for name in BESIDE}

    @property
    def has_keys(self) -> bool:
        """Whether the keyboard is in the draft, or was before it went out of the page to a menu or the palette."""
        self._look_where()
        return self._had_keys and self.part.isVisible()

    def _look_where(self) -> None:
        focus = self._page.window().focusWidget()
        if focus is not None and self._page.isAncestorOf(focus):
            self._had_keys = self.part.isAncestorOf(focus)

    @property
    def refused(self) -> frozenset[str]:
        """Names of the acts on the text that who reads beside it cannot mean."""
        return _REFUSED if self.has_keys else frozenset()

    def _told(self, act: Callable[[], object]) -> Callable[[], object]:
        words = "The draft beside the text is read only; Esc goes back to the text."
        return lambda: self.said.emit(words) if self.has_keys else act()

    def _in_the_text(self, act: Callable[[], object]) -> Callable[[], object]:
        """An act that leads from the draft to the text."""

        def there() -> object:
            from_draft = self.has_keys
            if from_draft:
                self._going.focus_page()
            done = act()
            if from_draft:
                self.said.emit("Replacing in your text, not in the draft beside it.")
            return done

        return there

    def toggle(self) -> None:
        """Show the draft the text came from, or the newest; or have the text for itself again."""
        if self._focusing.on:
            # Who wants to see what stands beside the text wants all of it back.
            self._focusing.end()
            if self.node is not None:
                return
        listing, text = self._desk.listing, self._writing.open
        if self.node is not None:
            self.end()
        elif listing is not None and listing.nodes and text is not None:
            self.show(text.parent.id if text.parent is not None else listing.nodes[0].id)

    def show(self, node: str) -> None:
        """Show a draft beside the text, once it is read."""
        listing, text = self._desk.listing, self._writing.open
        found = listing.node(node) if listing is not None else None
        if listing is None or found is None or text is None:
            return
        dossier, base = listing.dossier, text.parent.id if text.parent is not None else None

        def read(_task: Task[tuple[Side, Mapping[int, int]]]) -> tuple[Side, Mapping[int, int]]:
            return side_to_read(dossier, found, short_days([found.date])[0]), stood_in(dossier, node, base)

        def done(both: tuple[Side, Mapping[int, int]]) -> None:
            side, self._stood = both
            if self._writing.open is text and side.ready is not None:
                if self.node != node or not self.part.isVisible():
                    self.part.pane.show_draft(side.ready, side.title, side.line)
                    self.finding.show_draft(side.draft)
                    self._stands = ()
                self.node = node
                self.part.pane.follow.setEnabled(bool(self._stood))
                self._arrange()
                self.changed.emit()

        words = f"Reading {found.label}"
        self._background.run(read, done=done, words=words, lane="beside", pool="dossier")

    def end(self) -> None:
        """The text has the page for itself again."""
        had_keys = self.has_keys
        self.node = None
        self._arrange()
        self.changed.emit()
        if had_keys:
            self._going.focus_page()

    def _again(self) -> None:
        """Another working text, or the same on another base."""
        if self.node is not None:
            self.show(self.node)

    def _arrange(self) -> None:
        wanted = self.node is not None and self._going.writes
        shown = wanted and not self._focusing.on
        if shown != self.part.isVisibleTo(self._page):
            with self._held(), self._page.panels.at_once():
                self.part.setVisible(shown)
                self._page.panels.make_room("beside", wanted)
        else:
            self._page.panels.make_room("beside", wanted)
        self._soon()

    def _zoom(self, zoom: float) -> None:
        self.part.pane.sheet.set_zoom(zoom)
        self._stands = ()
        self._soon()

    def _fit(self) -> None:
        with self._held():
            self.part.fit()
        self._soon()

    @contextmanager
    def _held(self) -> Iterator[None]:
        """The text gets another width meanwhile; the paragraph one is at stays at its height."""
        at = self._at()
        height = self._height_of(at) + self._sheet.edge
        yield
        layout = self._page.layout()
        if layout is not None:
            layout.activate()
        self._sheet.bring_to(at, height - self._sheet.edge)

    def _at(self) -> int:
        """The paragraph with the caret, else the first in sight."""
        sight, here = self._sheet.positions_in_sight(0), self._sheet.chosen()
        return here if here in sight or not sight else sight[0]

    def _height_of(self, position: int) -> float:
        """Where a paragraph of the text begins, from the upper edge of its page."""
        return self._sheet.column.top(position) - self._sheet.verticalScrollBar().value()

    def _offer(self) -> None:
        listing, button = self._desk.listing, self.part.pane.choose
        if listing is None:
            return
        menu = QMenu(button)
        for node in listing.nodes:
            one = menu.addAction(name_in_menu(menu, node.label))
            one.setCheckable(True)
            one.setChecked(node.id == self.node)
            one.triggered.connect(self._shows(node.id))
        # It ends where its button does, since that is at the edge of the window.
        mirrored = button.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = 0 if mirrored else button.width() - menu.sizeHint().width()
        menu.popup(button.mapToGlobal(QPoint(start, button.height())))

    def _shows(self, node: str) -> Callable[[], None]:
        return lambda: self.show(node)

    # Moving along

    def _along(self, _on: bool) -> None:
        self._stands = ()
        self._follow()

    def _soon(self) -> None:
        if self.node is not None and self.part.isVisible():
            self._sheet.pause.ask(self._follow, _REST)

    def _follow(self) -> None:
        working, pane = self._sheet.working, self.part.pane
        if working is None or not self.part.isVisible() or not pane.follow.isChecked():
            return
        at = self._at()
        found = partner(working, at, self._stood)
        if found is not None:
            where, same = found
            height = self._height_of(at)
            stands = (self.node, where, same, round(height), pane.size())
            # Who looks elsewhere in the draft while writing in one paragraph goes on looking there.
            if stands != self._stands:
                self._stands = stands
                pane.sheet.stand_at(where, height, same=same)


def stood_in(dossier: Dossier, node: str, base: str | None) -> Mapping[int, int]:
    """Where the paragraphs of one draft, `base`, stand in another, by all that is known of the two."""
    if base is None:
        return {}
    if node == base:
        return {at: at for at in range(dossier.node(base).paragraphs)}
    return {edge.new: edge.old for edge in reversed(dossier.composed_edges(node, base))}


def partner(working: WorkingText, position: int, stood: Mapping[int, int]) -> tuple[int, bool] | None:
    """The paragraph of the draft that one of the text came from, else that of the next one above; and whether it is
    its own."""
    for at in range(min(position, len(working.entries) - 1), max(-1, position - _FAR), -1):
        for origin in working.entries[at].came_from:
            if origin in stood:
                return stood[origin], at == position
    return None
