"""Finding words in the text at hand, and in its footnotes, with replacing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from app.running.background import Background, Task
from models.draft import DraftError
from models.editing.edit import Selection
from models.editing.found.finding import Findings, NoteMatch, Place, Query, find, finds, searched
from models.editing.found.replacing import PreviewRow, note_labels, opened_again, preview, replace_all, replace_one
from models.editing.notes.footnotes import mark_of
from models.editing.working import WorkingText
from widgets.find.bar import FindBar
from widgets.find.preview import PreviewRow as ShownRow
from widgets.paper.snippet import Hit
from widgets.text.notes import Notes
from widgets.text.shown import Shown
from widgets.writing.acting_sheet import LONG
from widgets.writing.page import TextPage
from widgets.writing.spoken import spoken_found, spoken_in_note

_AFTER_EDIT = 200


class Searching(QObject):
    """The find bar of the text page.

    The text is searched off the window's thread, since an expression may take its time; who acts on what was found
    waits until that is known.
    """

    def __init__(
        self,
        page: TextPage,
        background: Background,
        text: Callable[[], WorkingText | None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._background = background
        self._text = text
        self.bar = FindBar()
        page.set_bar(self.bar)
        self.bar.hide()
        self._query = Query("")
        self._found = Findings()
        self._found_in: WorkingText | None = None
        self._task: Task[Findings] | None = None
        self._then: Callable[[], None] | None = None
        self._note: tuple[NoteMatch, Selection] | None = None
        """The hit in a footnote that was gone to, and where the caret was then."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_EDIT)
        self._later.timeout.connect(self._look_again)
        bar = self.bar
        bar.query_changed.connect(self._ask)
        bar.step.connect(lambda by: self._when_known(lambda: self._step(by)))
        bar.replace_one.connect(lambda words: self._when_known(lambda: self._replace_one(words)))
        bar.replace_all.connect(lambda words, out: self._when_known(lambda: self._replace_all(words, out)))
        bar.preview_wanted.connect(lambda words: self._when_known(lambda: self._preview(words)))
        bar.left_out.connect(self._name_notes)
        bar.closed.connect(self._close)
        page.sheet.edited.connect(self.look_again)

    # In the text

    def open(self, *, replacing: bool = False) -> None:
        """Open the bar; what is selected is looked for, unless an expression in it has just found that."""
        words = self._page.sheet.selected_words()
        self.bar.open("" if self._query.regex and finds(self._query, words) else words, replacing)
        self.bar.show()

    def look_again(self) -> None:
        """The text was written in, or is another: look for the same words in a moment."""
        if self.bar.isVisible():
            self._later.start()

    def look_now(self) -> None:
        """The text can be looked through now."""
        if self.bar.isVisible():
            self._look_again()

    def _ask(self, text: str, regex: bool, case: bool, words: bool) -> None:
        self._query = Query(text, regex=regex, case=case, words=words, accents=self.bar.replaces)
        self._then = self._show_next
        self._look_again()

    def _look_again(self) -> None:
        self._later.stop()
        working, query = self._text(), self._query
        if not query.text:
            self._background.stop("find")
            self._take(Findings(), working)
            return
        if working is None:  # It is being made ready, and is looked through then.
            self._background.stop("find")
            return
        text = searched(working)

        self._task = self._background.run(
            lambda task: find(text, query, go_on=task.progress),
            done=lambda found: self._take(found, working),
            failed=self._give_up,
            words="Finding",
            lane="find",
        )

    def _take(self, found: Findings, working: WorkingText | None) -> None:
        self._task = None
        self._found, self._found_in = found, working
        self._mark()
        self._mark_notes()
        then, self._then = self._then, None
        goes_on = then is not None and bool(found.hits)
        self.bar.show_count(self._number(), len(found.hits), "" if goes_on else None)
        if then is not None and goes_on:
            self._when_known(then)

    def _give_up(self, error: Exception) -> None:
        self._forget()
        if isinstance(error, DraftError):
            self.bar.show_error(str(error))
        else:
            self._background.report.trouble(error)

    def _when_known(self, act: Callable[[], None]) -> None:
        """Do something with what is found in the text as it is now, once that is known."""
        working = self._text()
        if working is not None and working is self._found_in and working.version == self._found.searched.version:
            act()
            return
        self._then = act
        if self._task is None or self._task.cancelled:
            self._look_again()

    def _mark(self) -> None:
        """Show what was found on the sheet."""
        places = (hit.place for hit in self._found.hits)
        self._page.sheet.show_found([place for place in places if isinstance(place, Selection)])

    def _mark_notes(self, here: NoteMatch | None = None) -> None:
        """Show what was found in the notes below the sheet; the hit gone to stands out."""
        show_in_notes(self._page.sheet.notes, self._found, here)

    def _here(self) -> Place:
        selection = self._page.sheet.selection()
        return self._note[0] if self._note is not None and self._note[1] == selection else selection

    def _number(self) -> int:
        """Which of the hits one is at, from 1; 0 for none."""
        at = self._found.at(self._here()) if self._found.hits else None
        return 0 if at is None else at + 1

    def _show_next(self) -> None:
        """The hit at the caret, or the first behind it."""
        self._show(self._found.around(self._here()))

    def _step(self, by: int) -> None:
        if self._found.hits:
            self._show(self._found.after(self._here()) if by > 0 else self._found.before(self._here()))

    def _show(self, at: int) -> None:
        sheet, place = self._page.sheet, self._found.hits[at].place
        self._note = None
        if isinstance(place, NoteMatch):
            self._show_in_note(place)
        else:
            self._mark_notes()
            sheet.select(place)
        self.bar.show_count(at + 1, len(self._found.hits), spoken_hit(sheet.shown, place))

    def _show_in_note(self, place: NoteMatch) -> None:
        """Bring the mark of a note into sight, and the note with it."""
        caret = mark_of(self._found_in, place.note) if self._found_in is not None else None
        if caret is not None:
            self._mark_notes(place)
            self._page.sheet.select(Selection(caret, caret))
            self._note = place, self._page.sheet.selection()

    def _replace_one(self, text: str) -> None:
        sheet, at = self._page.sheet, self._number()
        if not sheet.writes or not self._found.hits:
            return
        if not at:
            self._step(1)
            return
        behind = sheet.do(replace_one, self._found, text, at - 1)
        if isinstance(behind, NoteMatch):
            self._note = behind, sheet.selection()
        if behind is not None:
            self._then = self._show_next
            self._look_again()

    def _replace_all(self, text: str, skipped: frozenset[int]) -> None:
        if self._page.sheet.writes and self._found.hits:
            agreed, far = self._page.agreed.known, len(self._found.hits) > LONG
            self._page.sheet.do(replace_all, self._found, text, skipped, agreed, far=far)
            self._look_again()

    def _preview(self, text: str) -> None:
        """Show what each place would read; in a long text thousands of them take their time."""
        if self._found_in is None:
            return
        copy, found = self._found_in.copy(), self._found

        def wanted() -> bool:
            return self._found is found and self.bar.isVisible() and self.bar.replacement.text() == text

        def show(rows: list[ShownRow]) -> None:
            if wanted():
                self.bar.show_preview(rows)
                self._look_at_agreed(copy, text)

        def failed(error: Exception) -> None:
            if not isinstance(error, DraftError):
                self._background.report.trouble(error)
            elif wanted():
                self.bar.show_error(str(error))

        self._background.run(
            lambda _task: [shown_row(row) for row in preview(copy, found, text)],
            done=show,
            failed=failed,
            words="Looking at what becomes of each place",
            lane="preview",
        )

    def _look_at_agreed(self, copy: WorkingText, text: str) -> None:
        """Which paragraphs that are agreed would be open again; to name the words of ten thousand takes its time."""
        found, agreed = self._found, self._page.agreed.known
        self._background.run(
            lambda _task: opened_again(copy, found, text, agreed),
            done=lambda opens: self.bar.show_opened(text, opens) if self._found is found else None,
            lane="opened again",
        )

    def _name_notes(self, text: str, skipped: frozenset[int]) -> None:
        """What becomes of a note hangs on which others are replaced."""
        hits, working = self._found.hits, self._found_in
        if working is not None and hits and isinstance(hits[-1].place, NoteMatch):
            self.bar.places.name(note_labels(working, self._found, text, skipped))

    def _forget(self) -> None:
        self._later.stop()
        self._task, self._then, self._note = None, None, None
        self._found, self._found_in = Findings(), None
        self._mark()
        self._mark_notes()

    def _close(self) -> None:
        """The hands go back to the text: into the footnote if that is where one was."""
        sheet, here = self._page.sheet, self._here()
        self._background.stop("find")
        self._forget()
        sheet.setFocus()
        if isinstance(here, NoteMatch) and sheet.writes:
            sheet.write_note(here.note, (here.start, here.end))


def show_in_notes(notes: Notes, found: Findings, here: NoteMatch | None = None) -> None:
    """Mark what was found in notes, which are the last of the hits; the one gone to stands out."""
    places: dict[int, list[tuple[int, int]]] = {}
    for hit in reversed(found.hits):
        if not isinstance(hit.place, NoteMatch):
            break
        places.setdefault(hit.place.note, []).append((hit.place.start, hit.place.end))
    notes.show_found(places, (here.note, here.start, here.end) if here is not None else None)


def spoken_hit(shown: Shown, place: Place) -> str:
    """A hit in words, for who does not see the text."""
    if isinstance(place, NoteMatch):
        return spoken_in_note(shown, place.note, place.start, place.end)
    start, end = place.start, place.end
    return spoken_found(shown, start.position, start.place, end.place)


def shown_row(row: PreviewRow) -> ShownRow:
    """A place as its row shows it."""
    start = len(row.left)
    return ShownRow(
        row.label,
        Hit(row.left + row.old + row.right, ((start, start + len(row.old)),)),
        Hit(row.left + row.new + row.right, ((start, start + len(row.new)),) if row.new else ()),
    )
