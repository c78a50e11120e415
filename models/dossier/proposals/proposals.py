"""Proposals of a dossier and the returned files they came in: kept for good, their states a history.

A proposal never changes. Where it stands today, where it has a place in later drafts, in which files it came and who
supports it are rows beside it, added one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from models.dossier.errors import DossierError
from models.dossier.form.moments import after, now
from models.dossier.proposals.delegations import Delegations
from models.dossier.proposals.kept_proposals import (
    TAKEN_BACK,
    KeptProposal,
    Placement,
    Recorded,
    ReturnedFile,
    Source,
    StateChange,
    source,
    with_sources,
)
from models.dossier.rows.draft_rows import store_blob
from models.dossier.soundness.damage import told_of_damage
from models.draft.canonical import dumps
from models.proposals.proposal import Proposal, State, proposal_from, proposal_value

if TYPE_CHECKING:
    from sqlite_utils import Database

_SINCE = "since"
"""Among the facts of a file that is again what it was before it was kept once more: when it was kept so."""


class ProposalNotFound(DossierError):
    """No proposal has this key."""


class Proposals(Delegations):
    """What was asked for, by whom, and what became of it."""

    def keep_proposals(
        self,
        proposals: Sequence[Proposal],
        *,
        data: bytes | None = None,
        file_name: str = "",
        facts: dict[str, Any] | None = None,
        node: str | None = None,
        anew: bool = False,
        who: str = "",
        at: str | None = None,
    ) -> Recorded:
        """Keeps proposals placed on kept drafts, and the file they came in, in one act.

        `data` are the bytes of the file, `node` the draft it was made on, `facts` what was in it: they are told by
        `returned_files`; `anew`: it is kept now, though the same was said of it before. A wish that is there already
        gets the file as a further source. One that was taken back is open again.
        """
        at = at or now()
        new: list[str] = []
        known: list[str] = []
        reopened: list[str] = []
        with self._writing() as db:
            blob = None if data is None else store_blob(db, data)
            before = self._returned_file(blob)
            if blob is not None and node is not None:
                self._say_of_file(db, blob, node, "kept", file_name, facts or {}, who, at, anew=anew)
            for proposal in proposals:
                there = db.execute("SELECT id FROM proposals WHERE key = ?", [proposal.key]).fetchone()
                row = there[0] if there else self._insert(db, proposal, who, at)
                (known if there else new).append(proposal.key)
                last = self._last_state(db, row)
                if last is not None and last[0] == TAKEN_BACK:
                    reopened.append(proposal.key)
                if last is None or last[0] == TAKEN_BACK:
                    self._insert_state(db, row, State.OPEN.value, "", who, at)
                if blob is not None:
                    ranks = [edit.rank for edit in proposal.edits]
                    value = dumps(
                        {"dates": list(proposal.dates), "revisions": list(proposal.revisions), "ranks": ranks}
                    )
                    if not db.execute(
                        "SELECT 1 FROM proposal_sources WHERE proposal = ? AND blob = ?", [row, blob]
                    ).fetchone():
                        db.execute("INSERT INTO proposal_sources VALUES (?, ?, ?)", [row, blob, value])
        return Recorded(tuple(new), tuple(known), before, tuple(reopened))

    def take_back_recorded(self, recorded: Recorded, *, blob: str | None = None, who: str = "") -> None:
        """Undoes an act of keeping: the proposals that it brought are taken back, and so is the file, by its hash; one
        that was kept before is again what it was, since when it was."""
        with self._writing() as db:
            for key in (*recorded.new, *recorded.reopened):
                self.set_state(key, None, who=who)
            file, was = self._returned_file(blob), recorded.before
            if file is not None and was is None:
                self._say_of_file(db, file.blob, file.node, TAKEN_BACK, file.file_name, file.facts, who, now())
            elif file is not None and was is not None and file != was:
                facts = was.facts | {_SINCE: was.at}
                self._say_of_file(db, was.blob, was.node, "kept", was.file_name, facts, was.who, now())

    def proposals(self, *, taken_back: bool = False) -> tuple[KeptProposal, ...]:
        """All proposals, in the order they were kept; those taken back only where they are asked for."""
        if self._form < 3:
            return ()
        with self._at_one_moment() as db:
            rows = db.execute("SELECT id, key, value FROM proposals ORDER BY id").fetchall()
            states = db.execute("SELECT proposal, state, who, at, note FROM proposal_states ORDER BY at, id").fetchall()
            places = db.execute(
                "SELECT proposal, hash, value, source, who, at FROM proposal_placements p "
                "JOIN nodes ON nodes.id = node ORDER BY at, p.id"
            ).fetchall()
            sources = db.execute("SELECT proposal, blob, value FROM proposal_sources ORDER BY blob").fetchall()
            mapped = self.writers()
        with told_of_damage(self.path):
            own_states: dict[int, list[StateChange]] = {}
            for row, state, who, at, note in states:
                own_states.setdefault(row, []).append(StateChange(state, who, at, note))
            own_sources: dict[int, list[Source]] = {}
            for row, blob, value in sources:
                own_sources.setdefault(row, []).append(source(blob, value))
            own_places: dict[int, list[tuple[str, str, str, str, str]]] = {}
            for row, *placed in places:
                own_places.setdefault(row, []).append(tuple(placed))
            found = [
                KeptProposal(
                    with_sources(_read(text, key), own_sources.get(row, ())),
                    tuple(own_states.get(row, ())),
                    tuple(
                        Placement(node, _read(value, key), by, who, at)
                        for node, value, by, who, at in own_places.get(row, ())
                    ),
                    tuple(own_sources.get(row, ())),
                )
                for row, key, text in rows
            ]
        whose = (replace(one, delegation=mapped.get(one.proposal.author)) for one in found)
        return tuple(one for one in whose if taken_back or one.state is not None)

    def set_state(self, key: str, state: State | None, *, note: str = "", who: str = "") -> None:
        """Says where a proposal stands; None takes it back as recorded by mistake. The same said again is no change."""
        with self._writing() as db:
            row = self._proposal_row(db, key)
            last = self._last_state(db, row)
            value = TAKEN_BACK if state is None else state.value
            if last is not None and (last[0], last[2]) == (value, note):
                return
            at = now()
            if last is not None and at <= last[1]:
                at = after(last[1])
            self._insert_state(db, row, value, note, who, at)

    def place_proposals(self, placed: Iterable[Proposal], *, by: str, who: str = "") -> None:
        """Adds places in another draft: proposals as they stand there, each with the key it has in this dossier.

        No page carries proposals to a later draft yet; whoever reads a dossier goes by such places (`KeptProposal.on`).
        """
        with self._writing() as db:
            for proposal in placed:
                row = self._proposal_row(db, proposal.key)
                node = self._known_row(db, proposal.place.draft)
                last = db.execute(
                    "SELECT max(at) FROM proposal_placements WHERE proposal = ? AND node = ?", [row, node]
                ).fetchone()[0]
                at = now()
                if last and at <= last:
                    at = after(last)
                db.execute(
                    "INSERT INTO proposal_placements (proposal, node, value, source, who, at) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    [row, node, dumps(proposal_value(proposal)), by, who, at],
                )

    def returned_files(self) -> tuple[ReturnedFile, ...]:
        """The files that came back, in the order they were kept; those taken back are left out."""
        with self._reading() as db:
            if self._form < 3:
                return ()
            rows = db.execute(
                "SELECT blob, nodes.hash, said, file_name, value, who, at FROM returned_files f "
                "JOIN nodes ON nodes.id = node ORDER BY at, f.id"
            ).fetchall()
            found: dict[str, ReturnedFile] = {}
            for blob, node, said, name, value, who, at in rows:
                found.pop(blob, None)
                if said != TAKEN_BACK:
                    facts = json.loads(value)
                    found[blob] = ReturnedFile(blob, node, name, facts, who, facts.pop(_SINCE, at))
        return tuple(sorted(found.values(), key=lambda one: one.at))

    def blob(self, digest: str) -> bytes | None:
        """The bytes of a file that is kept, by its SHA-256."""
        with self._reading() as db:
            row = db.execute("SELECT bytes FROM blobs WHERE hash = ?", [digest]).fetchone()
        return bytes(row[0]) if row else None

    # Inside

    def _returned_file(self, blob: str | None) -> ReturnedFile | None:
        return next((one for one in self.returned_files() if one.blob == blob), None)

    def _insert(self, db: Database, proposal: Proposal, who: str, at: str) -> int:
        node = self._known_row(db, proposal.place.draft)
        row = db.execute(
            "INSERT INTO proposals (key, node, value, who, at) VALUES (?, ?, ?, ?, ?)",
            [proposal.key, node, dumps(proposal_value(proposal)), who, at],
        ).lastrowid
        assert row is not None
        return row

    def _insert_state(self, db: Database, row: int, state: str, note: str, who: str, at: str) -> None:
        last = self._last_state(db, row)
        if last is not None and at <= last[1]:
            at = after(last[1])
        db.execute(
            "INSERT INTO proposal_states (proposal, state, note, who, at) VALUES (?, ?, ?, ?, ?)",
            [row, state, note, who, at],
        )

    def _last_state(self, db: Database, row: int) -> tuple[str, str, str] | None:
        found = db.execute(
            "SELECT state, at, note FROM proposal_states WHERE proposal = ? ORDER BY at DESC, id DESC", [row]
        ).fetchone()
        return None if found is None else (found[0], found[1], found[2])

    def _say_of_file(
        self,
        db: Database,
        blob: str,
        node: str,
        said: str,
        name: str,
        facts: dict[str, Any],
        who: str,
        at: str,
        *,
        anew: bool = False,
    ) -> None:
        row = self._known_row(db, node)
        last = db.execute(
            "SELECT at, node, said, value FROM returned_files WHERE blob = ? ORDER BY at DESC, id DESC", [blob]
        ).fetchone()
        if last and last[1:] == (row, said, dumps(facts)) and not anew:
            return
        if last and at <= last[0]:
            at = after(last[0])
        db.execute(
            "INSERT INTO returned_files (blob, node, said, file_name, value, who, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [blob, row, said, name, dumps(facts), who, at],
        )

    def _proposal_row(self, db: Database, key: str) -> int:
        found = db.execute("SELECT id FROM proposals WHERE key = ?", [key]).fetchone()
        if found is None:
            raise ProposalNotFound(f"There is no proposal {key[:12]} in “{self.path.name}”.")
        return int(found[0])


@lru_cache(maxsize=4096)
def _read(value: str, key: str) -> Proposal:
    """A kept proposal: what is kept of it never changes, and all of them are asked for often."""
    return proposal_from(json.loads(value), key)
