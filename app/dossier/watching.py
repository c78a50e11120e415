"""The open dossier is looked at again when another program wrote it and rests, though nobody comes to the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from app.desk.desk import Desk
from app.running.background import Background
from app.subjects.listing import Listing, listing_of

Answer = TypeVar("Answer")
_REST = 1_000
"""Milliseconds without a word after which it is looked at: while another window is written in, it has the machine."""


class Watching(QFileSystemWatcher):
    """`came(nodes)` with drafts that another program kept. Where a folder tells nothing, as on some shares, `look` does
    it when the window comes to the front."""

    came = Signal(object)

    def __init__(self, background: Background, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._desk = background, desk
        self._version = 0
        """That of the dossier as it is shown."""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look_who)
        self.fileChanged.connect(lambda _path: self._rest.start())
        desk.listed.connect(self._watch)
        desk.closed.connect(self._watch_none)

    def _watch(self, listing: Listing) -> None:
        path, self._version = str(listing.dossier.path), listing.version
        if self.files() != [path]:
            self._watch_none()
            self.addPath(path)

    def _watch_none(self) -> None:
        self._rest.stop()
        if self.files():
            self.removePaths(self.files())

    def _look_who(self) -> None:
        """What the desk writes changes the file, not its version; the journal, by its own connection, changes both."""
        self._ask(lambda listing: listing.dossier.version, self._look_once)

    def _look_once(self, version: int) -> None:
        if version != self._version:
            self.look()

    def look(self) -> None:
        """List the dossier anew, which another program may have written."""
        self._ask(lambda listing: listing_of(listing.dossier), self._show)

    def _show(self, fresh: Listing) -> None:
        listing = self._desk.listing
        if listing is None or listing.dossier is not fresh.dossier:
            return
        self._version = fresh.version
        if fresh != listing:
            self._desk.show_again(fresh)
            if new := [node for node in fresh.nodes if listing.node(node.id) is None]:
                self.came.emit(new)

    def _ask(self, ask: Callable[[Listing], Answer], done: Callable[[Answer], None]) -> None:
        listing, report = self._desk.listing, self._background.report
        if listing is None:
            return

        def failed(error: Exception) -> None:
            now = self._desk.listing
            if now is not None and now.dossier is listing.dossier:  # else it was closed while it was asked
                report.noted(error)

        self._background.run(lambda _task: ask(listing), done=done, failed=failed, pool="dossier")
