"""The ledger of the Word file a draft was read from: told of when it comes, shown when it is asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from app.desk.adding import Added
from app.desk.desk import Desk
from app.running.background import Background
from app.shell.frame import Frame
from app.shell.going import Going
from app.shell.history import Stop
from app.shell.pages import Pages
from app.subjects.came_back import CameBack
from app.subjects.ledger_of import LedgerOf, ledger_of
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.text.drafting import Drafting


class Ledgering(QObject):
    """What shows a ledger and answers its page."""

    def __init__(
        self,
        frame: Frame,
        pages: Pages,
        background: Background,
        desk: Desk,
        going: Going,
        drafting: Drafting,
    ) -> None:
        super().__init__(frame)
        self._frame, self._pages, self._desk, self._going, self._drafting = frame, pages, desk, going, drafting
        self._background = background
        self._told: LedgerOf | None = None
        going.gone.connect(self._look)
        pages.when_made("ledger", self._serve)
        desk.added.connect(self._added)

    def _serve(self) -> None:
        page = self._pages.ledger
        page.place_wanted.connect(self._go_to)
        page.text_wanted.connect(lambda: self._go_to(0))
        page.copy_wanted.connect(self._copy)

    def _added(self, added: Added) -> None:
        """Of a Word file that was added alone it is told what in it Adref does not edit."""
        self._frame.notices.clear("ledger")
        if len(added.nodes) != 1 or not added.new:
            return
        node, dossier = added.nodes[0].id, added.listing.dossier
        self._background.run(lambda _task: ledger_of(dossier, node), done=self._tell, lane="ledger")

    def _tell(self, found: LedgerOf | None) -> None:
        self._told = found
        if found is None or not found.told or self._is_elsewhere(found):
            return
        self._frame.tell(
            found.told,
            found.view.file,
            topic="ledger",
            acts={"Look": lambda: self._show(found)},
        )

    def _is_elsewhere(self, told: LedgerOf) -> bool:
        """Whether another file or text is looked at."""
        subject = self._going.history.now.subject
        if isinstance(subject, OpenText):
            return subject.parent is None or subject.parent.id != told.node
        return isinstance(subject, CameBack) or (isinstance(subject, Side | LedgerOf) and subject.node != told.node)

    def _look(self) -> None:
        """What was told of a file goes with it."""
        if self._told is not None and self._is_elsewhere(self._told):
            self._frame.notices.clear("ledger")

    def show(self) -> None:
        """Show the ledger of the draft that is chosen or read."""
        shown = self._going.shown
        node = self._pages.dossier.choice if self._going.place == "dossier" else None
        if node is None and isinstance(shown, Side):
            node = shown.node
        if node is not None:
            self.show_of(node)

    def show_of(self, node: str) -> None:
        """Show the ledger of a draft."""
        listing = self._desk.listing
        if listing is None:
            return
        self._background.run(
            lambda _task: ledger_of(listing.dossier, node),
            done=self._show_or_say,
            words="Looking through the Word file",
            lane="page",
        )

    def _show_or_say(self, found: LedgerOf | None) -> None:
        if found is None:
            self._frame.status_bar.say("This draft was not read from a Word file.")
        else:
            self._show(found)

    def _show(self, found: LedgerOf) -> None:
        self._frame.notices.clear("ledger")
        self._going.go(Stop("ledger", found))

    def _go_to(self, position: int) -> None:
        found = self._going.ledger
        if found is not None:
            self._drafting.kept.go_to(found.node, position)

    def _copy(self) -> None:
        found = self._going.ledger
        if found is not None:
            QGuiApplication.clipboard().setText(found.text)
            self._frame.status_bar.say("The ledger is on the clipboard as text.", of_page=True)
