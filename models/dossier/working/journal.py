"""The journal of a working text: what was typed is in the dossier file within a second, and no key waits for it."""

from __future__ import annotations

import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.dossier.dossier import Dossier
from models.dossier.errors import DossierReadOnly, WorkingTextGone, WorkingTextHeld, told
from models.dossier.form.moments import now
from models.dossier.form.opening import begin_writing, connect
from models.dossier.rows.ranks import Ranks
from models.dossier.rows.working_counts import write_count
from models.dossier.rows.working_meanings import write_meanings
from models.dossier.rows.working_places import write_places
from models.dossier.rows.working_rows import (
    NotePlace,
    let_go,
    sound_state,
    store_selection,
    take_hold,
    write_notes,
    write_paragraphs,
)
from models.draft import Footnote
from models.editing.edit import Edit, Entry, Selection, Splice
from models.editing.placed import TakenBefore
from models.editing.references.remembered import Remembered
from models.editing.working import WorkingText
from models.taking.known_places import taken_so_far

if TYPE_CHECKING:
    from sqlite_utils import Database

_CARET_EVERY = 5.0
"""Seconds between writes where only the caret has moved."""

_SEEN_EVERY = 60.0
"""Seconds between writes that only say the window is still there."""

_WAIT = 2.0


@dataclass(frozen=True, slots=True)
class _InNote:
    place: NotePlace | None


class Journal:
    """Writes what changes in a working text into the dossier.

    `note` is a listener of the working text (append it to `working.listeners`) and is called, as the setting of
    `selection` is, in the thread that edits: they only put down what is to be written. `commit` is called from
    another thread. It has a connection of its own, so it never waits for what the dossier is reading or working out.
    """

    def __init__(
        self, dossier: Dossier, working_id: int, working: WorkingText, selection: Selection | None = None
    ) -> None:
        """Follows `working` from how it stands now; what differs from what is stored is written with the rest.

        `selection` is what is stored of the caret.

        Raises DossierReadOnly.
        """
        if dossier.read_only:
            raise DossierReadOnly(dossier.path)
        self.working_id = working_id
        self._path = dossier.path
        self._hold, self._turn = dossier.hold, dossier.turn
        self._working = working
        self._base, self._original = working.base, working.original
        self._begins_with = (tuple(working.entries), dict(working.notes))
        self._arrived: deque[Edit | Selection | TakenBefore | Remembered | _InNote] = deque()
        self._edits_arrived = 0
        self._edits_taken = 0
        self._edits_written = 0
        self._unread: list[Edit] = []
        self._selection = selection
        self._note_place: NotePlace | None = None
        self._committing = threading.Lock()
        self._db: Database | None = None
        self._ranks: Ranks | None = None
        self._paragraphs: dict[bytes, Entry | None] = {}
        self._notes: dict[int, Footnote | None] = {}
        self._taken: TakenBefore | None = taken_so_far(working)
        """What was put in, where the file does not say so."""
        self._remembered: Remembered | None = working.remembered or None
        """The same of what references meant."""
        self._caret: Selection | None = None
        self._in_note: NotePlace | None = None
        self._last_write = float("-inf")

    # In the thread that edits

    def note(self, edit: Edit) -> None:
        """Put down a step to be written; takes no time."""
        if edit.placed is not None:
            self._arrived.append(taken_so_far(self._working))
        if edit.remembered is not None and edit.remembered[0] != edit.remembered[1]:
            self._arrived.append(edit.remembered[1])
        self._arrived.append(edit)
        self._edits_arrived += 1
        self._selection = edit.after

    @property
    def selection(self) -> Selection | None:
        """Where the caret is, None before it was anywhere; written with the next step, or alone after some seconds."""
        return self._selection

    @selection.setter
    def selection(self, selection: Selection | None) -> None:
        if selection is not None and selection != self._selection:
            self._selection = selection
            self._arrived.append(selection)

    @property
    def note_place(self) -> NotePlace | None:
        """Where in a footnote the caret is, None where it is in the text; written with the selection."""
        return self._note_place

    @note_place.setter
    def note_place(self, place: NotePlace | None) -> None:
        if place != self._note_place:
            self._note_place = place
            self._arrived.append(_InNote(place))
            self._arrived.append(self._selection or Selection())

    @property
    def begun(self) -> bool:
        """Whether it has written anything yet; before, what differs from what is stored may not be in the file."""
        return self._last_write != float("-inf")

    @property
    def pending(self) -> bool:
        """Whether there are steps that are not in the file yet."""
        return self._edits_written != self._edits_arrived

    @property
    def waits(self) -> bool:
        """Whether there is anything that is not in the file yet, if only where the caret is."""
        return self.pending or bool(self._arrived) or self._caret is not None

    # In the thread that writes

    def commit(self) -> bool:
        """Write what is pending in one short transaction; whether anything was written.

        Where it fails the sentence of the failure is raised and all is still pending: the next commit writes it.
        WorkingTextHeld: another living window writes this working text. WorkingTextGone: it was kept or thrown away.
        """
        with self._committing:
            return self._commit(last=False)

    def close(self) -> None:
        """Write what is left, and let others write; where the last write fails its sentence is raised."""
        with self._committing:
            try:
                self._commit(last=True)
            except (WorkingTextGone, WorkingTextHeld):
                if self.pending:
                    raise
            finally:
                self._disconnect()

    def abandon(self) -> None:
        """Let go without writing what is pending."""
        with self._committing:
            self._disconnect()

    def _commit(self, *, last: bool) -> bool:
        self._take_arrived()
        if not (last or self._due()):
            return False
        at = now()
        with self._turn, told(self._path):
            db = self._connected()
            begin_writing(db, self._path)
            try:
                # What came while another held the file is written too.
                self._take_arrived()
                take_hold(db, self._path, self.working_id, self._hold, at)
                if self._ranks is None:
                    self._ranks = self._caught_up(db)
                self._replay(self._ranks)
                changed = self._write(db, at)
                if last:
                    write_count(db, self.working_id, self._working)
                    let_go(db, self._hold, self.working_id)
                db.execute("COMMIT")
            except BaseException:
                db.rollback()
                raise
        self._paragraphs, self._notes, self._caret = {}, {}, None
        if changed:
            self._taken = self._remembered = None
        self._edits_written = self._edits_taken
        self._last_write = time.monotonic()
        return True

    def _take_arrived(self) -> None:
        with suppress(IndexError):
            while True:
                one = self._arrived.popleft()
                if isinstance(one, Edit):
                    self._unread.append(one)
                    self._edits_taken += 1
                    self._caret = one.after
                elif isinstance(one, TakenBefore):
                    self._taken = one
                elif isinstance(one, Remembered):
                    self._remembered = one
                elif isinstance(one, _InNote):
                    self._in_note = one.place
                else:
                    self._caret = one

    def _due(self) -> bool:
        if self._ranks is None or self.pending or self._paragraphs or self._notes:
            return True
        silent = time.monotonic() - self._last_write
        return silent > (_SEEN_EVERY if self._caret is None else _CARET_EVERY)

    def _caught_up(self, db: Database) -> Ranks:
        """The ranks of what is stored; where the working text stood otherwise when it was given, that is a change."""
        ranked, notes = sound_state(db, self._path, self.working_id, self._base)
        ranks = Ranks([rank for rank, _ in ranked], len(self._original))
        stored = tuple(entry for _, entry in ranked)
        entries, its_notes = self._begins_with
        if stored != entries:
            self._paragraphs.update(ranks.follow(Splice(0, stored, entries)))
        for note in {*notes, *its_notes}:
            if notes.get(note) != its_notes.get(note):
                self._notes[note] = its_notes.get(note)
        return ranks

    def _replay(self, ranks: Ranks) -> None:
        """Several steps in one paragraph are one row."""
        for edit in self._unread:
            for splice in edit.splices:
                self._paragraphs.update(ranks.follow(splice))
            for note in edit.notes:
                self._notes[note.id] = note.new
        self._unread.clear()

    def _write(self, db: Database, at: str) -> bool:
        """Writes what there is; whether the text is another."""
        write_paragraphs(db, self.working_id, self._paragraphs, self._original)
        write_notes(db, self.working_id, self._notes, self._base)
        changed = bool(self._paragraphs or self._notes or self._edits_written != self._edits_taken)
        if changed:
            db.execute("UPDATE working_texts SET written = ? WHERE id = ?", [at, self.working_id])
            write_places(db, self.working_id, self._taken, at)
            write_meanings(db, self.working_id, self._remembered, at)
        if self._caret is not None:
            store_selection(db, self.working_id, self._caret, self._in_note)
        return changed

    def _connected(self) -> Database:
        if self._db is None:
            self._db = connect(self._path, read_only=False, wait=_WAIT)
        return self._db

    def _disconnect(self) -> None:
        if self._db is not None:
            self._db.close()
            self._db = None
