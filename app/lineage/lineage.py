"""The lineage of a paragraph in the window: of the one at the cursor, and from there to a draft or a comparison."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from app.compare.comparing import Comparing
from app.desk.desk import Desk
from app.lineage.paragraph_at import Place, at_compare, at_text
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.pages import Pages
from app.subjects.compared import Compared
from app.subjects.line_of import LineOf
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from widgets.inspector.inspector import TextInspector

_NEW = "This paragraph stands in no kept draft yet; keep the draft to see its lineage."
_NONE = "Put the cursor into a paragraph of a draft of this dossier to see its lineage."


class LineageOf(QObject):
    """What shows a lineage and answers its page; `go_to` shows a draft at a paragraph."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        comparing: Comparing,
        inspector: TextInspector,
        go_to: Callable[[str, int], None],
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._desk, self._going = frame, pages, desk, going
        self._background = background
        self._comparing = comparing
        self._go_to = go_to
        pages.when_made("lineage", self._serve)
        inspector.lineage_asked.connect(self.show_here)

    def _serve(self) -> None:
        page = self._pages.lineage
        page.compare_wanted.connect(self._compare)
        page.read_wanted.connect(self._go_to)

    def show_here(self) -> None:
        """Show the lineage of the paragraph at the cursor, and the way of the words that are selected there."""
        place = self._here()
        if place is None:
            shown = self._going.shown
            new = self._going.place == "text" and isinstance(shown, OpenText)
            self._frame.status_bar.say(_NEW if new else _NONE, of_page=True)
            return
        self.show(place)

    def show(self, place: Place) -> None:
        """Show the lineage of a paragraph of a draft."""
        listing = self._desk.listing
        node = listing.node(place.node) if listing else None
        if listing is None or node is None:
            self._frame.status_bar.say(_NONE, of_page=True)
            return

        def follow(task: Task[LineOf]) -> LineOf:
            from app.subjects.line_followed import line_of  # no part of the start

            return line_of(listing.dossier, place.node, place.position, place.selected, task.progress, place.start)

        self._background.run(
            follow,
            done=self._show,
            words=f"Following a paragraph of {node.label}",
            lane="page",
        )

    def _show(self, line: LineOf) -> None:
        self._going.go(Stop("lineage", line))

    def _here(self) -> Place | None:
        going, pages = self._going, self._pages
        if going.place == "compare":
            nodes = [side.node for side in self._compared_sides()]
            return at_compare(pages.compare, nodes)
        if going.place == "text" and going.shown is not None:
            sheet = pages.text.sheet
            return at_text(going.shown, sheet.chosen(), sheet.selected_words(), sheet.selected_from())
        return None

    def _compared_sides(self) -> tuple[Side, ...]:
        if self._going.columned is not None:
            return self._going.columned.sides
        both = self._going.compared
        return (both.old, both.new) if both is not None else ()

    def _compare(self, older: str, newer: str, position: int) -> None:
        """Compare two drafts, and go to a paragraph of the newer."""

        def there(compared: Compared) -> None:
            if (compared.old.node, compared.new.node) == (older, newer):
                self._pages.compare.jump_to_new(position)

        # The page shows the comparison first: who asked for that was told before.
        self._comparing.compared.connect(there, Qt.ConnectionType.SingleShotConnection)
        self._comparing.drafts(older, newer)
