"""The timeline of the dossier page: who did what, and when."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from app.background import Background
from app.desk import Desk
from app.report import Report
from models.dossier.timeline import Happening
from widgets.dossier.page import DossierPage
from widgets.dossier.telling import Event


class Timeline(QObject):
    """Looks the history up when the page asks for it."""

    def __init__(self, background: Background, report: Report, desk: Desk, page: DossierPage) -> None:
        super().__init__(page)
        self._background, self._report, self._desk, self._page = background, report, desk, page
        page.timeline_wanted.connect(self.show)

    def show(self) -> None:
        """Look the history up."""
        listing = self._desk.listing
        if listing is None:
            return
        labels = {node.id: node.label for node in listing.nodes}
        parents = {node.id: node.parents for node in listing.nodes}

        def event(one: Happening) -> Event:
            return happened(one, labels, parents)

        self._background.run(
            lambda _task: [event(one) for one in listing.dossier.timeline()],
            done=self._page.show_events,
            failed=self._report.trouble,
            lane="timeline",
        )


def happened(one: Happening, labels: dict[str, str], parents: dict[str, tuple[str, ...]]) -> Event:
    """What the page says of something that was done."""
    at = datetime.fromisoformat(one.at)
    kind = {"said": "adopted" if one.name == "adopted" else "amended"}.get(one.what, one.what)
    other = ""
    if one.what == "kept":
        other = next((labels[parent] for parent in parents.get(one.node, ()) if parent in labels), "")
    elif one.what in ("paired", "unpaired"):
        other = labels.get(one.other or "", "")
    pairs = ", ".join(f"{old + 1} with {new + 1}" for old, new in one.pairs)
    what = one.name if one.what == "said" else pairs
    return Event(kind, at, one.node, one.label, one.who, what, "" if one.after is None else str(one.after), other)
