"""A dossier: one negotiation in one file. Drafts are kept and never change; what is said about them has a history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.dossier.errors import DossierError, KeptAlready, WorkingTextGone
from models.dossier.form.agreements import Agreement, agree, agreements
from models.dossier.form.moments import now
from models.dossier.form.own_words import add_word, own_words, remove_word
from models.dossier.kept.timeline import Happening, happenings
from models.dossier.node import Node
from models.dossier.proposals.proposals import Proposals
from models.dossier.rows.draft_rows import Prepared
from models.dossier.rows.merge_answers import settle, settled
from models.dossier.rows.working_counts import count_of, stored_count
from models.dossier.rows.working_meanings import draft_meanings, keep_meanings, stored_meanings
from models.dossier.rows.working_places import stored_places
from models.dossier.rows.working_rows import (
    Recovered,
    WorkingRow,
    clear,
    listed,
    sound_selection,
    sound_state,
    store_selection,
    take_hold,
    unwritten,
    written_before,
)
from models.dossier.search.searching import Found, Search
from models.draft import Draft, node_id
from models.editing.edit import Selection
from models.editing.references.remembered import NOTHING_KNOWN, Remembered
from models.lineage import Edge

if TYPE_CHECKING:
    from sqlite_utils import Database


class Dossier(Proposals):
    """An open dossier file; a context manager. May be used from several threads, one write at a time.

    Every method may raise the sentences of `models.dossier.errors`.
    """

    def __init__(self, path: Path, db: Database, *, read_only: bool) -> None:
        super().__init__(path, db, read_only=read_only)
        self._search = Search()
        self._counts: dict[tuple[int, str], int] = {}
        """Of working texts, as they were written at a moment: how many paragraphs differ."""

    # Merges being settled

    def settled(self, merge: str) -> str | None:
        """The answers last given here to a merge of that name (models.merging.remembered), or None."""
        with self._reading() as db:
            return settled(db, merge)

    def settle(self, merge: str, answers: str | None) -> None:
        """Holds the answers to a merge for the next time; None where none is left. They are no part of what is kept."""
        with self._writing() as db:
            settle(db, merge, answers, now())

    # Words of its own

    def own_words(self) -> tuple[str, ...]:
        """The words its spelling passes over (models.spelling), in the order of their letters."""
        with self._reading() as db:
            return own_words(db, self._form)

    def add_word(self, word: str, *, who: str = "") -> None:
        """Lets its spelling pass a word over; one that it does already is no trouble."""
        with self._writing() as db:
            add_word(db, word, who, now())

    def remove_word(self, word: str) -> None:
        """Takes a word back that its spelling passed over."""
        with self._writing() as db:
            remove_word(db, word)

    # What is agreed ad ref

    def agreements(self) -> dict[str, Agreement]:
        """What is agreed ad ref in any of its texts, by the name of the words (models.draft.agreed.agreed_words)."""
        with self._reading() as db:
            return agreements(db, self._form)

    def agree(self, words: Iterable[str], agreed: bool = True, *, who: str = "") -> None:
        """Says that the words of those names are agreed ad ref, or are so no longer."""
        with self._writing() as db:
            agree(db, words, agreed, who, now())

    # Working texts

    def begin_working(
        self, parent: str | None, *, who: str = "", anew: bool = False, earlier_names: Sequence[str] = ()
    ) -> WorkingRow:
        """A working text on a draft, or on nothing; each user has one on each, so it may be there already.

        `anew`: one in which nothing is written yet, beside those there are; its `who` tells it from them. Where nothing
        is written under `who`, what the user wrote on this machine under `earlier_names` is taken up.
        """
        with self._writing() as db:
            row = None if parent is None else self._known_row(db, parent)
            if anew:
                who = unwritten(listed(db, self.hold.name), parent, who)
            elif earlier_names:
                who = written_before(db, self.hold.name, row, (who, *earlier_names))
            there = db.execute(
                "SELECT id FROM working_texts WHERE coalesce(parent, 0) = ? AND who = ?", [row or 0, who]
            ).fetchone()
            if there is None:
                begun = now()
                working = db.execute(
                    "INSERT INTO working_texts (parent, who, begun, written) VALUES (?, ?, ?, ?)",
                    [row, who, begun, begun],
                ).lastrowid
            else:
                (working,) = there
            return listed(db, self.hold.name, working)[0]

    def working_texts(self) -> tuple[WorkingRow, ...]:
        """The working texts that were begun and neither kept nor thrown away, the last written first."""
        with self._at_one_moment() as db:
            rows = () if self._form < 2 else listed(db, self.hold.name)
            return tuple(replace(row, count=self._count(db, row)) if row.changed else row for row in rows)

    def _count(self, db: Database, row: WorkingRow) -> int:
        """How many paragraphs of a working text differ, as the desk counts; where it cannot be read, its rows."""
        known = stored_count(db, row.id, row.written)
        if known is not None:
            return known
        if (row.id, row.written) not in self._counts:
            try:
                count = count_of(self.recover(row.id))
            except DossierError:
                count = row.count  # what is damaged is told where the text is opened
            self._counts = {key: one for key, one in self._counts.items() if key[0] != row.id}
            self._counts[row.id, row.written] = count
        return self._counts[row.id, row.written]

    def hold_working(self, working: int) -> None:
        """Makes this dossier the one that writes a working text, until it is closed; a Journal does so by itself.

        Raises WorkingTextHeld where another living window writes it, WorkingTextGone where it is no more.
        """
        with self._writing() as db:
            take_hold(db, self.path, working, self.hold, now())

    def recover(self, working: int) -> Recovered:
        """A working text as it was last written, and where its caret was."""
        with self._at_one_moment() as db:
            row = self._working_row(db, working)
            base = Draft() if row.parent is None else self.draft(row.parent)
            ranked, notes = sound_state(db, self.path, working, base)
            entries = tuple(entry for _, entry in ranked)
            taken = stored_places(db, working, row.written, (entry.key for entry in entries), notes)
            selection, note_place = sound_selection(db, working, entries, notes)
            remembered = stored_meanings(db, working, row.written, row.parent)
            return Recovered(base, (entries, tuple(notes.values())), selection, taken, note_place, remembered)

    def discard_working(self, working: int) -> None:
        """Throws a working text away; one that is gone already is no trouble, one that another writes is refused."""
        with self._writing() as db:
            if any(row.held for row in listed(db, self.hold.name, working)):
                take_hold(db, self.path, working, self.hold, now())
            clear(db, [working])

    def keep_working(
        self,
        working: int,
        draft: Draft,
        edges: Sequence[Edge],
        *,
        label: str | None = None,
        date: str | None = None,
        author: str | None = None,
        note: str | None = None,
        who: str = "",
        remembered: Remembered = NOTHING_KNOWN,
        distinct: bool = False,
        renames: bool = True,
        goes_on: str | None = None,
        caret: Selection | None = None,
    ) -> Node:
        """Keeps a working text as the child of the draft it stands on and clears it, in one transaction.

        In the same transaction the working text on the new draft begins where it `goes_on` in the name of somebody,
        with its `caret`, held by this dossier: whoever is killed next comes back on that. `edges`, by the editor, say
        how the paragraphs of that draft live on in this; `remembered` is what is known of what references of it meant.
        What is said here stands also where this very text was kept before; KeptAlready is raised where that has another
        label and none is to be renamed. Raises WorkingTextHeld, WorkingTextGone, and LabelTaken as `keep` does.
        """
        prepared = Prepared.of(draft)
        with self.keeping([prepared]) as db:
            take_hold(db, self.path, working, self.hold, now())
            parent = self._working_row(db, working).parent
            parents = [] if parent is None else [parent]
            there = {node.id: node.label for node in self.nodes()}
            known = there.get(node_id(prepared.hash, parents))
            if known is not None and not renames and label not in (None, known):
                raise KeptAlready(known)
            said = {"label": label, "date": date, "author": author, "note": note}
            node = self.keep(
                draft,
                parents=parents,
                edges=dict.fromkeys(parents, edges),
                who=who,
                label=label,
                date=date,
                author=author,
                note=note,
                prepared=prepared,
                distinct=distinct,
            )
            if node.id in there and parent is not None and not self._editor_said(parent, node.id, edges):
                self.add_edges(parent, node.id, edges, who=who)
            for name, value in said.items():
                if value is not None:
                    self.set_fact(node.id, name, value, who=who)
            clear(db, [working])
            keep_meanings(db, node.id, remembered)
            if goes_on is not None:
                row = self.begin_working(node.id, who=goes_on, anew=True)
                take_hold(db, self.path, row.id, self.hold, now())
                store_selection(db, row.id, caret or Selection())
            return self.node(node.id)

    def meanings(self, node: str) -> Remembered:
        """What is known of what references of a kept draft meant, as a text that is begun on it has it."""
        with self._reading() as db:
            return draft_meanings(db, node)

    def _editor_said(self, parent: str, child: str, edges: Sequence[Edge]) -> bool:
        """Whether this is what was said last of two drafts by the editor, whatever was said by hand since."""
        said = [one for one in self._sets_among({parent, child}) if one.by == "editor" and one.parent == parent]
        return bool(said) and set(said[-1].edges) == set(edges)

    def _working_row(self, db: Database, working: int) -> WorkingRow:
        rows = () if self._form < 2 else listed(db, self.hold.name, working)
        if not rows:
            raise WorkingTextGone(self.path)
        return rows[0]

    # Looking through all of it

    def search(self, words: str, limit: int = 50) -> tuple[Found, ...]:
        """Where words stand in the drafts and their footnotes: each wording once, with the drafts that have it.

        The newest draft comes first. Words in quotes stand together; the last word may be begun only. Whatever is
        typed is looked for as it is: no sign has another meaning, and accents and capitals do not matter.
        """
        with self._reading() as db:
            self._search.prepare(db, self._form)
        with self._at_one_moment() as db:
            return self._search.search(db, words, limit)

    def timeline(self) -> tuple[Happening, ...]:
        """Who kept, said, paired or unpaired what and when, the newest first."""
        with self._at_one_moment() as db:
            return happenings(db, self.nodes())
