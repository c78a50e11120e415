"""Finding words in all drafts of the dossier."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.running.background import Background
from app.wording import long_date
from models.dossier.search.searching import FOOTNOTE, Found
from widgets.find.search_and_replace import ReplacingPanel
from widgets.find.search_rows import OtherRow, SearchRow
from widgets.paper.snippet import Hit

_MOST = 50
"""Wordings that are shown."""


class SearchingAll(QObject):
    """The panel over the page. `go_to(draft, position, words)` leads into a draft, to the words found there."""

    go_to = Signal(str, int, str)

    def __init__(self, panel: ReplacingPanel, background: Background, desk: Desk) -> None:
        super().__init__(panel)
        self.panel, self._background, self._desk = panel, background, desk
        panel.wanted.connect(self._search)
        panel.gone_to.connect(self.go_to)
        desk.closed.connect(self._close)

    def open(self) -> None:
        """Open the panel."""
        self.panel.open()

    def _close(self) -> None:
        """What is found is of the dossier that was open: a file that is dropped opens another under the panel."""
        if self.panel.isVisible():
            self.panel.close_popover()

    def _search(self, words: str) -> None:
        listing = self._desk.listing
        if listing is None:
            return
        names = {node.id: (node.label, long_date(node.date)) for node in listing.nodes}

        def row(found: Found) -> SearchRow:
            name, day = names.get(found.node, ("", ""))
            others = tuple(
                OtherRow(draft, position or 0, *names.get(draft, ("", "")))
                for draft, position in zip(found.drafts[1:], found.positions[1:], strict=True)
            )
            return SearchRow(found.node, found.position or 0, name, _label(found), _hit(found.snippet), day, others)

        def show(found: Sequence[Found]) -> None:
            rows = grouped([row(one) for one in found[:_MOST]])
            self.panel.show_results(words, rows, more=len(found) > _MOST)

        self._background.run(
            lambda _task: listing.dossier.search(words, _MOST + 1),
            done=show,
            failed=lambda error: self.panel.show_results(words, (), self._background.report.noted(error)),
            lane="search",
        )


def grouped(rows: Sequence[SearchRow]) -> list[SearchRow]:
    """Places of one draft together, drafts in the order of their first place."""
    order = {draft: number for number, draft in enumerate(dict.fromkeys(row.draft for row in rows))}
    return sorted(rows, key=lambda row: order[row.draft])


def _label(found: Found) -> str:
    """ "OP3", of what stands in a footnote "OP3, note 4"."""
    note = f"note {found.mark}" if found.kind == FOOTNOTE else ""
    return ", ".join(part for part in (found.label, note) if part)


def _hit(snippet: Sequence[tuple[str, bool]]) -> Hit:
    text, places = "", []
    for part, found in snippet:
        if found:
            places.append((len(text), len(text) + len(part)))
        text += part
    return Hit(text, tuple(places))
