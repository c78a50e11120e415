"""The working text that is open in the window: begun, or taken up where it was left. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from app.running.what_stays import making_what_stays
from app.subjects.sides import Side
from models.dossier import Dossier, Node

if TYPE_CHECKING:
    from models.dossier.rows.working_rows import NotePlace, Recovered
    from models.dossier.working.journal import Journal
    from models.dossier.working.rescue import Rescue
    from models.editing.changes import Changes
    from models.editing.edit import Selection
    from models.editing.working import WorkingText
    from widgets.text.ready import Ready


@dataclass(eq=False)
class OpenText:
    """The working text that is open: its row in the dossier, the text, the journal that follows it, and its names.

    `title` is "Working text on Rev.1", `parent` the draft it stands on, `who` whose text on that it is.
    """

    row: int
    text: WorkingText
    journal: Journal
    parent: Node | None
    dossier: Dossier
    who: str = ""
    changes: Changes | None = None
    """What changed against the draft it stands on, as it is at any moment."""
    follows: OpenText | None = None
    """The working text that was kept as the draft this one stands on, where this one reads as that."""
    rescue: Rescue | None = None
    """What keeps the text aside while its journal cannot be written."""
    _ready: tuple[int, Ready] | None = field(default=None, repr=False)

    @property
    def selection(self) -> Selection | None:
        """Where the caret is, or was when the text was left: what the journal knows of it."""
        return self.journal.selection

    @selection.setter
    def selection(self, selection: Selection | None) -> None:
        self.journal.selection = selection

    @property
    def note_place(self) -> NotePlace | None:
        """Where in a footnote the caret is, None where it is in the text."""
        return self.journal.note_place

    @note_place.setter
    def note_place(self, place: NotePlace | None) -> None:
        self.journal.note_place = place

    @property
    def title(self) -> str:
        return f"Working text on {self.parent.label}" if self.parent else "Working text"

    @property
    def line(self) -> str:
        return ""

    def reading(self) -> Callable[[], Side]:
        """What gives the text as it is now, to compare or export, in whatever thread and however late it is called."""
        from models.editing.lineage import edges
        from models.editing.marks.text_end import as_it_ends

        version = self.text.version
        if self._side is not None and self._side[0] == version:
            side = self._side[1]
            return lambda: side
        copy, title, upon = self.text.copy(), self.title, self.parent.id if self.parent else None

        def read() -> Side:
            # All paragraphs are gone through for it: nothing for which the window could wait.
            side = Side(title, "", as_it_ends(copy), working=self.row, upon=upon, lineage=edges(copy))
            self._side = version, side
            return side

        return read

    def is_now(self, side: Side) -> bool:
        """Whether the text is still as it was read for a side."""
        return self._side is not None and self._side[0] == self.text.version and self._side[1] is side

    def make_ready(self, ready: Ready) -> None:
        """It is ready to be shown as it is now."""
        self._ready = self.text.version, ready

    def take_ready(self) -> Ready | None:
        """What makes it ready, for the one who shows it; None where it was written on since."""
        version, ready = self._ready or (-1, None)
        self._ready = None
        return ready if version == self.text.version else None

    _side: tuple[int, Side] | None = field(default=None, repr=False)


def open_text(
    dossier: Dossier,
    parent: str | None,
    who: str = "",
    kept: OpenText | None = None,
    *,
    anew: bool = False,
    as_left: bool = False,
    earlier_names: Sequence[str] = (),
) -> OpenText:
    """The working text on a draft: begun, or taken up where it was left. Errors: those of the dossier.

    `kept` is the working text that has just become that draft; what is only begun at its end goes on in this one, and
    nothing that was written on the draft before. `anew`: one in which nothing is written yet. `as_left`: what was
    selected is selected, as whoever begins the program again sees it; else the caret alone is where it was.
    `earlier_names`: under which the same user may have written what is taken up.
    """
    from models.dossier.working.journal import Journal

    row = dossier.begin_working(parent, who=who, anew=anew or kept is not None, earlier_names=earlier_names)
    dossier.hold_working(row.id)
    with making_what_stays():
        found = dossier.recover(row.id)
        text = _found_again(found, kept)
        changes, shown = _made_ready(text)
    node = dossier.node(parent) if parent else None
    # Where the caret was, and no more: words that were selected long before would give way to the first letter.
    selection, place = found.selection, found.note_place
    if not as_left:
        selection, place = selection.collapsed, place and replace(place, start=place.end)
    # Of one that has just become another nothing is in the file, nor where it is.
    journal = Journal(dossier, row.id, text, selection if kept is None else None)
    journal.note_place = place
    opened = OpenText(row.id, text, journal, node, dossier, row.who, changes)
    opened.make_ready(shown)
    opened.follows = kept if kept is not None and _read_alike(kept.text, text) else None
    return opened


def _found_again(found: Recovered, kept: OpenText | None) -> WorkingText:
    """A text as its journal has it, with what was only begun at the end of the one that was kept as its ground."""
    from models.editing.marks.text_end import begun_again
    from models.editing.working import WorkingText

    text = WorkingText(found.base, state=found.state, taken=found.taken, remembered=found.remembered)
    if kept is None or not (begun := begun_again(kept.text, text)):
        return text
    state = (*text.entries, *begun), found.notes
    return WorkingText(found.base, state=state, taken=text.taken_before, remembered=found.remembered)


def _made_ready(text: WorkingText) -> tuple[Changes, Ready]:
    """What changed in a text, and what shows it: all that the first act in it would wait for is worked out."""
    from models.editing.changes import Changes
    from models.editing.typed.completion import read_openings
    from models.editing.typed.openings import know_openings
    from widgets.text.ready import ready
    from widgets.text.shown import ShownWorking

    # Numbers and notes.
    text.cited()
    if text.entries:
        text.label(len(text.entries) - 1)
    # Its language, the openings that are known, and what keys look up.
    know_openings()
    read_openings(text)
    _divide_and_join()
    changes = Changes(text)
    _ = changes.totals
    return changes, ready(ShownWorking(text))


@cache
def _divide_and_join() -> None:
    """What Enter and Backspace do in a list, for all that they look up to be at hand."""
    from models.draft import Draft, Kind, Paragraph, Run
    from models.editing.edit import Selection
    from models.editing.structure import delete_back, new_paragraph
    from models.editing.working import WorkingText

    item = Paragraph(Kind.SUBPARAGRAPH, (Run("The first of them;"),), level=1)
    text = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet on:"),)), item, item)))
    for at in range(len(text.entries)):
        new_paragraph(text, Selection.at(at, 10))
        delete_back(text, Selection.at(at + 1))


def _read_alike(one: WorkingText, two: WorkingText) -> bool:
    """Whether two texts show the same paragraphs and notes."""
    return (
        [entry.paragraph for entry in one.entries] == [entry.paragraph for entry in two.entries]
        and [one.number(at) for at in range(len(one.entries))] == [two.number(at) for at in range(len(two.entries))]
        and {note: one.mark(note) for note in one.cited()} == {note: two.mark(note) for note in two.cited()}
        and all(one.notes[note].runs == two.notes[note].runs for note in one.cited() if note in one.notes)
    )
