"""The timeline of the dossier page: who did what, and when."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background
from models.dossier.kept.timeline import Happening
from widgets.dossier.page import DossierPage
from widgets.dossier.telling import Event


class Timeline(QObject):
    """Looks the history up when the page asks for it."""

    def __init__(self, page: DossierPage, background: Background, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._background, self._desk = page, background, desk
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
            lane="timeline",
        )


def happened(one: Happening, labels: dict[str, str], parents: dict[str, tuple[str, ...]]) -> Event:
    """What the page says of something that was done."""
    at = datetime.fromisoformat(one.at)
    said = "adopted" if one.name == "adopted" else "amended"
    kind = {"said": said, "taken back": "amended"}.get(one.what, one.what)
    other = ""
    if one.what == "kept":
        other = next((labels[parent] for parent in parents.get(one.node, ()) if parent in labels), "")
    elif one.what in ("paired", "unpaired", "taken back"):
        other = labels.get(one.other or "", "")
    pairs = ", ".join(_pair(old, new) for old, new in one.pairs)
    what = {"said": one.name, "taken back": f"pairing of {pairs}"}.get(one.what, pairs)
    return Event(kind, at, one.node, one.label, one.who, what, "" if one.after is None else str(one.after), other)


def _pair(old: int | None, new: int | None) -> str:
    """The paragraphs, counted, of a pair; one that was deleted or is new is parted from all."""
    if old is not None and new is not None:
        return f"{old + 1} with {new + 1}"
    return f"{(old if old is not None else new or 0) + 1} from all"
