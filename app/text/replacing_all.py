"""Replacing words in all drafts of the dossier: looked through, shown, and done off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.shell.going import Going
from app.subjects.listing import Listing, listing_of
from app.subjects.open_text import OpenText
from app.text.searching import shown_row
from app.text.writing import Writing
from app.wording import long_date
from models.dossier import Node
from models.dossier.working.replacing_all import InAll, InDraft, keep_replaced, look_through
from models.draft.first_letter import with_small_letter
from models.editing.acts.restoring import fitting
from models.editing.edit import Selection
from models.editing.found.finding import Findings, Query, find, searched
from models.editing.found.replacing import (
    NothingReplaced,
    PreviewRow,
    how_many_open,
    opened_again,
    preview,
    replace_all,
)
from models.editing.rehearsal import Rehearsal, WrittenMeanwhile
from models.telling.figures import counted
from models.telling.opened_again import opened
from widgets.find.preview import PreviewRow as ShownRow
from widgets.find.search_and_replace import Replacement, ReplacingPanel
from widgets.find.texts_preview import TextPlaces
from widgets.paper.direction import apart
from widgets.writing.acting_sheet import LONG
from widgets.writing.sheet import WritingSheet

_NAMED = 5
"""So many texts that stay as they are have their names told."""


@dataclass(frozen=True)
class _Looked:
    """What was found: in the text that is open, if there is one, and in all drafts; `opens` are the places there that
    open paragraphs which are agreed."""

    asked: Replacement
    listing: Listing
    text: OpenText | None
    here: Findings
    rows: tuple[PreviewRow, ...]
    opens: tuple[frozenset[int], ...]
    there: InAll


@dataclass(frozen=True)
class _Made:
    """What was kept: the drafts, how many places were replaced in them, how many paragraphs that were agreed are open
    again there, and the dossier as it is then."""

    nodes: tuple[Node, ...]
    places: int
    opened: int
    listing: Listing


class ReplacingAll(QObject):
    """The lower half of the panel that searches all drafts.

    The text that is open is replaced in as one step of its own, once the drafts are kept; other texts that are being
    written are nobody's to change but theirs who write them.
    """

    def __init__(
        self,
        frame: Frame,
        panel: ReplacingPanel,
        background: Background,
        desk: Desk,
        going: Going,
        writing: Writing,
        sheet: WritingSheet,
    ) -> None:
        super().__init__(panel)
        self._panel, self._frame, self._background, self._desk = panel, frame, background, desk
        self._going, self._writing, self._sheet = going, writing, sheet
        self._looked: _Looked | None = None
        panel.places_wanted.connect(self._look)
        panel.replaced.connect(self._replace)
        panel.left.connect(self._forget)
        panel.gone_to.connect(lambda *_: self._forget())
        for listed in (desk.listed, desk.relisted):
            listed.connect(lambda listing: panel.let_replace(not listing.dossier.read_only))
        if desk.listing is not None:
            panel.let_replace(not desk.listing.dossier.read_only)

    def _forget(self) -> None:
        self._looked = None
        self._background.stop("replacing")

    def _look(self, asked: Replacement) -> None:
        listing, text = self._desk.listing, self._writing.open
        if listing is None:
            return
        query = Query(asked.text, regex=asked.regex, case=asked.case, words=asked.words, accents=True)
        copy = text.text.copy() if text is not None else None
        open_text = (text.row, text.parent.id if text.parent else None) if text is not None else None

        def look(task: Task[_Looked]) -> _Looked:
            here = find(searched(copy), query, go_on=task.progress) if copy is not None else Findings(query)
            rows = preview(copy, here, asked.by) if copy is not None else ()
            opens = opened_again(copy, here, asked.by, listing.agreements) if copy is not None else ()
            there = look_through(listing.dossier, query, asked.by, open_text=open_text, progress=task.progress)
            return _Looked(asked, listing, text if rows else None, here, rows, opens, there)

        def failed(error: Exception) -> None:
            self._panel.show_places(asked, (), sentence=self._background.report.noted(error))

        self._background.run(
            look, done=self._show, failed=failed, words="Looking for what to replace", lane="replacing"
        )

    def _show(self, looked: _Looked) -> None:
        self._looked = looked
        text = looked.text
        texts = [TextPlaces(text.title, _shown(looked.rows), written=True, opens=looked.opens)] if text else []
        texts += [TextPlaces(_name(one.node), _shown(one.rows), opens=one.opens) for one in looked.there.drafts]
        self._panel.show_places(looked.asked, texts, what_stays(looked.there, looked.listing))

    def _replace(self, asked: Replacement, left_out: Sequence[frozenset[int]]) -> None:
        looked, self._looked = self._looked, None
        if looked is None or looked.asked != asked or self._desk.listing is None:
            return
        here = left_out[0] if looked.text is not None else frozenset[int]()
        drafts = zip(looked.there.drafts, left_out[looked.text is not None :], strict=True)
        chosen = [(one, out) for one, out in drafts if len(out) < len(one.rows)]
        text = looked.text if looked.text is not None and len(here) < len(looked.rows) else None
        self._writing.when_free(lambda: self._keep(looked, chosen, text, here))

    def _keep(
        self,
        looked: _Looked,
        chosen: Sequence[tuple[InDraft, frozenset[int]]],
        text: OpenText | None,
        left_out: frozenset[int],
    ) -> None:
        if text is not None and not self._is_as_found(looked, text):
            self._frame.status_bar.say(str(WrittenMeanwhile()))
            return
        if not chosen:
            self._replace_here(looked, text, left_out)
            return
        dossier, who, by = looked.listing.dossier, self._writing.who, looked.asked.by
        open_again = sum(how_many_open(one.opens, out) for one, out in chosen)

        def keep(task: Task[_Made]) -> _Made:
            try:
                nodes, places = keep_replaced(
                    dossier, chosen, by, who=who, date=date.today().isoformat(), progress=task.progress
                )
            except NothingReplaced:
                if text is None:
                    raise
                nodes, places = (), 0
            return _Made(nodes, places, open_again, listing_of(dossier))

        def done(made: _Made) -> None:
            self._kept(made)
            self._replace_here(looked, text, left_out)

        self._background.run(
            keep,
            done=done,
            unwanted=self._kept,  # stopped too late: the drafts are kept, so they are shown
            lasts=lambda made: bool(made.nodes),
            failed=self._tell,
            words=f"Replacing in {counted(len(chosen), 'draft')}",
            pool="dossier",
        )

    def _is_as_found(self, looked: _Looked, text: OpenText) -> bool:
        return self._writing.open is text and text.text.version == looked.here.searched.version

    def _kept(self, made: _Made) -> None:
        if not made.nodes:
            return
        self._desk.show_again(made.listing)
        one = len(made.nodes) == 1
        new = f"kept as “{apart(made.nodes[0].label)}”" if one else f"kept as {counted(len(made.nodes), 'new draft')}"
        again = f"; {opened(made.opened)}" if made.opened else ""
        self._frame.tell(
            f"{counted(made.places, 'place')} replaced, {new}{again}.",
            f"To go back, write on from the draft before {'it' if one else 'each'}, which stands there as it was.",
            topic="replaced",
            done=True,
        )

    def _replace_here(self, looked: _Looked, text: OpenText | None, left_out: frozenset[int]) -> None:
        """Replace in the text that is open, as one step."""
        if text is None:
            return
        if not self._is_as_found(looked, text):
            self._frame.status_bar.say(str(WrittenMeanwhile()))
            return
        found, by, agreed = looked.here, looked.asked.by, looked.listing.agreements
        if self._going.writes and self._sheet.working is text.text:
            self._sheet.do(replace_all, found, by, left_out, agreed, far=len(found.hits) > LONG)
            return
        rehearsal, selection = Rehearsal(text.text), text.selection or Selection()
        again = opened(how_many_open(looked.opens, left_out))

        def take(places: int) -> None:
            try:
                rehearsal.take()
            except WrittenMeanwhile as error:
                self._tell(error)
                return
            text.selection = fitting(text.text, selection)
            words = f"{counted(places, 'place')} replaced in the {with_small_letter(text.title)}"
            self._frame.status_bar.say("; ".join(filter(None, (words, again, "Undo there takes it back."))))

        self._background.run(
            lambda _task: rehearsal.act(lambda copy: replace_all(copy, selection, found, by, left_out, agreed)),
            done=take,
            failed=self._tell,
            words="Replacing in the text",
            pool="acts",
        )

    def _tell(self, error: Exception) -> None:
        """That there was nothing to do is no trouble."""
        if isinstance(error, NothingReplaced | WrittenMeanwhile):
            self._frame.status_bar.say(str(error))
        else:
            self._background.report.trouble(error)


def what_stays(found: InAll, listing: Listing) -> str:
    """Which texts have the words and stay as they are, in a sentence each."""
    said = []
    if found.older:
        names = _named([apart(node.label) for node in found.older])
        said.append(f"Older drafts stay as they were kept: {names}.")
    if found.written:
        labels = {node.id: f" on {apart(node.label)}" for node in listing.nodes}
        names = _named([f"{apart(one.who) or 'text'}{labels.get(one.parent or '', '')}" for one in found.written])
        said.append(f"Other texts being written are left alone: {names}.")
    return " ".join(said)


def _named(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")


def _name(node: Node) -> str:
    return ", ".join(filter(None, (apart(node.label), long_date(node.date))))


def _shown(rows: Sequence[PreviewRow]) -> tuple[ShownRow, ...]:
    return tuple(map(shown_row, rows))
