"""Finding words: in the text at hand, with replacing, and in all drafts of the dossier."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.background import Background
from app.desk import Desk
from app.report import Report
from app.wording import long_date
from models.dossier.searching import Found
from models.draft import DraftError
from models.editing.edit import Caret, Selection
from models.editing.finding import Query, finding, preview, replace_all, replace_one
from models.editing.working import WorkingText
from widgets.find.bar import FindBar
from widgets.find.preview import PreviewRow
from widgets.find.search import SearchPanel, SearchRow
from widgets.find.snippet import Hit
from widgets.text.page import TextPage

_AFTER_EDIT = 200
_SLICE = 0.006
"""Seconds of looking at a time."""


class Searching(QObject):
    """The find bar of the text page, and the panel for all drafts. `go_to(draft, position)` leads into another."""

    go_to = Signal(str, int)

    def __init__(
        self,
        page: TextPage,
        panel: SearchPanel,
        work: tuple[Background, Report],
        desk: Desk,
        text: Callable[[], WorkingText | None],
    ) -> None:
        super().__init__(page)
        self._page, self.panel = page, panel
        self._background, self._report = work
        self._desk, self._text = desk, text
        self.bar = FindBar()
        page.set_bar(self.bar)
        self.bar.hide()
        self._query = Query("")
        self._found: Sequence[Selection] = ()
        self._so_far: list[Selection] = []
        self._looking: Iterator[tuple[Selection, ...]] | None = None
        self._then: Callable[[], None] | None = None
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._look_on)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_EDIT)
        self._later.timeout.connect(lambda: self._look_again())
        bar = self.bar
        bar.query_changed.connect(self._ask)
        bar.step.connect(self._step)
        bar.replace_one.connect(self._replace_one)
        bar.replace_all.connect(self._replace_all)
        bar.preview_wanted.connect(self._preview)
        bar.closed.connect(self._close)
        page.sheet.edited.connect(self._edited)
        panel.wanted.connect(self._search)
        panel.gone_to.connect(self.go_to)

    # In the text

    def open(self, *, replacing: bool = False) -> None:
        """Open the bar; what is selected is looked for."""
        self.bar.open(self._page.sheet.selected_words(), replacing)
        self.bar.show()

    def _ask(self, text: str, regex: bool, case: bool, words: bool) -> None:
        self._query = Query(text, regex=regex, case=case, words=words)
        self._look_again(self._show_next)

    def _edited(self) -> None:
        if self.bar.isVisible():
            self._later.start()

    def _look_again(self, then: Callable[[], None] | None = None) -> None:
        """Look for the words a few milliseconds at a time, so that a long text holds nobody up; then go on."""
        working = self._text()
        self._so_far, self._then, self._looking = [], then, None
        try:
            if self._query.text and working is not None:
                self._looking = finding(working, self._query)
        except DraftError as error:
            self._give_up(error)
            return
        self._look_on()

    def _look_on(self) -> None:
        until = time.perf_counter() + _SLICE
        try:
            for found in self._looking or ():
                self._so_far.extend(found)
                if time.perf_counter() > until:
                    self._slices.start()
                    return
        except DraftError as error:
            self._give_up(error)
            return
        self._slices.stop()
        self._found, self._looking = self._so_far, None
        self._page.sheet.show_found(self._found)
        self.bar.show_count(self._place(), len(self._found))
        then, self._then = self._then, None
        if then is not None:
            then()

    def _give_up(self, error: DraftError) -> None:
        self._slices.stop()
        self._found, self._looking, self._then = (), None, None
        self._page.sheet.show_found(())
        self.bar.show_error(str(error))

    def _place(self) -> int:
        here = self._page.sheet.selection()
        at = bisect_left(self._found, here.start, key=_start)
        there = at < len(self._found) and (self._found[at].start, self._found[at].end) == (here.start, here.end)
        return at + 1 if there else 0

    def _show_next(self) -> None:
        """The first place that ends after the caret, or the first of all."""
        if self._found:
            at = bisect_right(self._found, self._page.sheet.selection().start, key=_end)
            self._show(at % len(self._found))

    def _step(self, by: int) -> None:
        if self._looking is not None:
            self._then = lambda: self._step(by)
            return
        if not self._found:
            return
        here = self._page.sheet.selection()
        if by > 0:
            at = max(
                bisect_left(self._found, here.end, key=_start),
                bisect_right(self._found, here.start, key=_end),
            )
            self._show(at % len(self._found))
        else:
            self._show(bisect_right(self._found, here.start, key=_end) - 1)

    def _show(self, at: int) -> None:
        at %= len(self._found)
        self._page.sheet.select(self._found[at])
        self.bar.show_count(at + 1, len(self._found))

    def _replace_one(self, text: str) -> None:
        if not self._page.sheet.writes:
            return
        if not self._place():
            self._step(1)
            return
        self._page.sheet.do(lambda working, selection: replace_one(working, self._query, text, selection))
        self._look_again(lambda: self._step(1))

    def _replace_all(self, text: str, skipped: frozenset[int]) -> None:
        if self._page.sheet.writes:
            self._page.sheet.do(lambda working, selection: replace_all(working, self._query, text, selection, skipped))
            self._look_again()

    def _preview(self, text: str) -> None:
        working = self._text()
        if working is None:
            return
        try:
            rows = preview(working, self._query, text)
        except DraftError as error:
            self.bar.show_error(str(error))
            return
        self.bar.show_preview([PreviewRow(row.label, *_hits(row.before, row.after)) for row in rows])

    def _close(self) -> None:
        self._slices.stop()
        self._found, self._looking, self._then = (), None, None
        self._page.sheet.show_found(())
        self._page.sheet.setFocus()

    # In all drafts

    def search(self) -> None:
        """Open the panel."""
        self.panel.open()

    def _search(self, words: str) -> None:
        listing = self._desk.listing
        if listing is None:
            return
        names = {node.id: (node.label, long_date(node.date)) for node in listing.nodes}

        def row(found: Found) -> SearchRow:
            name, day = names.get(found.node, ("", ""))
            return SearchRow(found.node, found.position or 0, name, found.label or "", _hit(found.snippet), day)

        self._background.run(
            lambda _task: listing.dossier.search(words),
            done=lambda found: self.panel.show_results(words, grouped([row(one) for one in found])),
            failed=lambda error: self.panel.show_results(words, (), str(error)),
            lane="search",
        )


def _start(one: Selection) -> Caret:
    return one.start


def _end(one: Selection) -> Caret:
    return one.end


def grouped(rows: Sequence[SearchRow]) -> list[SearchRow]:
    """Places of one draft together, drafts in the order of their first place."""
    order = {draft: number for number, draft in enumerate(dict.fromkeys(row.draft for row in rows))}
    return sorted(rows, key=lambda row: order[row.draft])


def _hit(snippet: Sequence[tuple[str, bool]]) -> Hit:
    text, places = "", []
    for part, found in snippet:
        if found:
            places.append((len(text), len(text) + len(part)))
        text += part
    return Hit(text, tuple(places))


def _hits(before: str, after: str) -> tuple[Hit, Hit]:
    """Both with the place marked in which they differ."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return (
        Hit(before, ((start, len(before) - end),) if start < len(before) - end else ()),
        Hit(after, ((start, len(after) - end),) if start < len(after) - end else ()),
    )
