"""What is asked for is fetched and shown: a draft to read, texts to compare, and what leaves the house."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from app.compare.comparing import Comparing
from app.desk.desk import Desk
from app.dossier.filing import Filing
from app.running.background import Background
from app.shell.asking import TEXTS, Asking, show_in_folder
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.pages import Pages
from app.subjects.compared import Compared
from app.subjects.draft_lines import draft_line
from app.subjects.open_text import OpenText
from app.subjects.sides import Side, at_hand, side_to_read

if TYPE_CHECKING:
    from app.export.exporting import Exporting


class Showing(QObject):
    """Work off the window's thread fetches a text; then the window goes to its page, or to the dialog of an export."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        filing: Filing,
        comparing: Comparing,
        exporting: Callable[[], Exporting],
        asking: Asking,
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._background = frame, pages, background
        self._desk, self._going, self._filing = desk, going, filing
        self._comparing, self._exporting, self._asking = comparing, exporting, asking
        self._connect()

    def _connect(self) -> None:
        dossier, text = self._pages.dossier, self._pages.text
        dossier.read_asked.connect(self.read_draft)
        dossier.compare_asked.connect(self._comparing.drafts)
        dossier.export_asked.connect(self.export_draft)
        text.export_wanted.connect(self.export)
        self._pages.when_made("compare", self._serve_compare)
        self._going.read_wanted.connect(self.read_draft)
        self._going.compare_wanted.connect(self._comparing.drafts)
        self._going.gone.connect(self._offer_to_keep)
        self._comparing.compared.connect(lambda compared: self._going.go(Stop("compare", compared)))

    def _serve_compare(self) -> None:
        compare = self._pages.compare
        compare.swap_wanted.connect(self.swap)
        compare.old_wanted.connect(lambda: self._offer_other("old"))
        compare.new_wanted.connect(lambda: self._offer_other("new"))
        compare.at_end.connect(lambda words: self._frame.status_bar.say(words, of_page=True))

    # Reading and comparing

    def read_draft(self, name: str) -> None:
        """Show the text of a draft."""
        listing = self._desk.listing
        node = listing.node(name) if listing else None
        if listing is None or node is None:
            return
        self._background.run(
            lambda _task: side_to_read(listing.dossier, node, draft_line(node)),
            done=self._show_text,
            words=f"Reading {node.label}",
            lane="page",
        )

    def _show_text(self, side: Side) -> None:
        if self._going.doubts.get(side.node or ""):
            # The page says itself what it is not sure of.
            self._frame.notices.clear("doubts")
        self._going.go(Stop("text", side))

    def _offer_to_keep(self) -> None:
        """Whenever two files are come to that are compared and not kept, offer to keep them."""
        compared = self._going.history.now.subject
        listing = self._desk.listing
        if not isinstance(compared, Compared) or (listing and listing.dossier.read_only):
            return
        sides = compared.old, compared.new
        files = [side.path for side in sides if side.path is not None]
        kept = {node.content for node in listing.nodes} if listing else set()
        if len(files) == 2 and not {side.content for side in sides} <= kept:
            words = "Add both to the dossier" if listing is not None else "Keep both in a dossier"
            acts = {words: lambda: self._filing.keep(files)}
            self._frame.tell("These two files are compared, not kept.", topic="files", acts=acts)

    def swap(self) -> None:
        """Compare the other way round."""
        if self._going.compared is not None:
            self._comparing.sides(self._going.compared.new, self._going.compared.old)

    def _offer_other(self, side: str) -> None:
        """A menu of other texts for one side of the comparison."""
        compared = self._going.compared
        if compared is None:
            return

        def ask() -> None:
            self._asking.files(
                "Compare with a file", TEXTS, lambda files: self._comparing.instead(compared, side, files[0])
            )

        head = self._pages.compare.heads.old if side == "old" else self._pages.compare.heads.new
        menu = self._comparing.menu_of_others(self._frame, compared, side, ask)
        menu.popup(head.mapToGlobal(QPoint(0, head.height())))

    # Export

    def export_draft(self, name: str) -> None:
        """Export a draft of the dossier."""
        found = self._desk.draft(name)
        if found is not None:
            self._exporting().text(*found)

    def export(self) -> None:
        """Export what is shown."""
        place, choice, shown = self._going.place, self._pages.dossier.choice, self._going.shown
        compared, columned = self._going.compared, self._going.columned
        if place == "compare" and columned is not None:
            self._exporting().columns(columned)
        elif place == "compare" and compared is not None:
            self._exporting().text(lambda: compared.new, compared.new.title, compared)
        elif place == "text" and isinstance(shown, OpenText):
            self._pages.text.sheet.finish_text()
            self._exporting().text(shown.reading(), shown.title)
        elif place == "text" and isinstance(shown, Side):
            self._exporting().text(at_hand(shown), shown.title)
        elif place == "dossier" and choice is not None:
            self.export_draft(choice)

    def tell_written(self, path: Path) -> None:
        """A file has left the house."""
        self._frame.status_bar.say(f"{path.name} is written.", aloud=False)  # the notice is said aloud
        self._frame.tell(
            f"{path.name} is written.",
            str(path.parent),
            topic="written",
            done=True,
            acts={"Show the folder": lambda: show_in_folder(path)},
        )
