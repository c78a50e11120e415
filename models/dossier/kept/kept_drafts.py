"""The drafts of a dossier: kept for good, with what is said about them and their original files."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from models.awaited import ask
from models.dossier.errors import DossierError, DraftNotFound, LabelTaken
from models.dossier.form.moments import after, now
from models.dossier.kept import ahead
from models.dossier.kept.ancestry import nearest
from models.dossier.kept.dossier_file import DossierFile
from models.dossier.kept.finding import found
from models.dossier.node import Fact, Node
from models.dossier.rows.draft_rows import (
    Prepared,
    content_row,
    insert_fact,
    insert_node,
    keepings,
    node_row,
    store_original,
    stored_draft,
    stored_origins,
)
from models.dossier.rows.edge_rows import insert_edges
from models.draft import Draft, node_id
from models.lineage import Edge, EdgeSet, engine_edges, voice
from models.reading.reading import Origin, Reading

if TYPE_CHECKING:
    from sqlite_utils import Database


class KeptDrafts(DossierFile):
    """What is kept never changes; what is said about it has a history."""

    # Drafts

    def nodes(self) -> tuple[Node, ...]:
        """All kept drafts, oldest first; parents come before their children."""
        with self._at_one_moment() as db:
            rows = db.execute(
                "SELECT nodes.id, nodes.hash, contents.hash, contents.paragraphs FROM nodes "
                "JOIN contents ON contents.id = content ORDER BY nodes.id"
            ).fetchall()
            links = db.execute("SELECT node, parent FROM parents ORDER BY node, position").fetchall()
            facts = db.execute("SELECT node, name, value FROM facts ORDER BY at, id").fetchall()
            known: dict[int, dict[str, Any]] = {}
            for node, name, value in facts:
                known.setdefault(node, {})[name] = json.loads(value)
            kept = {node: (at, who) for node, at, who in keepings(db, self._form)}
        names = {row: name for row, name, _, _ in rows}
        parents: dict[int, list[str]] = {}
        for node, parent in links:
            parents.setdefault(node, []).append(names[parent])
        return tuple(
            Node(name, content, tuple(parents.get(row, ())), count, known.get(row, {}), *kept.get(row, (None, "")))
            for row, name, content, count in rows
        )

    def node(self, node: str) -> Node:
        """The node of an id."""
        for one in self.nodes():
            if one.id == node:
                return one
        raise DraftNotFound(f"There is no draft {node[:12]} in “{self.path.name}”.")

    def find(self, text: str) -> Node:
        """The draft of a label, a symbol or the start of an id; one that names none or several is refused."""
        return found(self.nodes(), text)

    def draft(self, node: str) -> Draft:
        """The text of a kept draft."""
        with self._reading() as db:
            row = db.execute(
                "SELECT contents.hash FROM nodes JOIN contents ON contents.id = content WHERE nodes.hash = ?", [node]
            ).fetchone()
            if row is None:
                raise DraftNotFound(f"There is no draft {node[:12]} in “{self.path.name}”.")
            return stored_draft(db, row[0])

    def keep(
        self,
        source: Reading | Draft,
        *,
        label: str | None = None,
        parents: Sequence[str] = (),
        symbol: str | None = None,
        date: str | None = None,
        author: str | None = None,
        note: str | None = None,
        file_name: str | None = None,
        edges: Mapping[str, Sequence[Edge]] | None = None,
        who: str = "",
        at: str | None = None,
        prepared: Prepared | None = None,
        distinct: bool = False,
    ) -> Node:
        """Keeps a text for good, as the child of `parents` (ids of nodes), in one transaction.

        `edges` by parent say how paragraphs live on (each edge names who says so: editor or engine); where there are
        none the drafts are compared here. A text already kept on the same parents, in whatever order, is the same node:
        facts given that it lacks are added, the others stay.
        `who` and `at` are for the history of facts; `at` is now unless given (UTC, ISO 8601).
        `prepared`, of this text, spares the work where it was done before. Where the label is to be `distinct` and
        another draft has it, LabelTaken is raised: so of two windows that choose one at the same moment the second.
        """
        draft, reading = (source.draft, source) if isinstance(source, Reading) else (source, None)
        parents = tuple(dict.fromkeys(parents))
        prepared = prepared or Prepared.of(draft)
        identity = node_id(prepared.hash, parents)
        known = {node.id for node in self.nodes()}
        for parent in parents:
            if parent not in known:
                raise DraftNotFound(f"There is no draft {parent[:12]} in “{self.path.name}”.")
        descent: dict[str, Sequence[Edge]] = {}
        if identity not in known:
            for parent in parents:
                descent[parent] = self._descent(parent, draft, edges or {})
        at = at or now()
        facts = {
            "label": label,
            "symbol": symbol,
            "date": date,
            "author": author,
            "note": note,
            "file_name": file_name,
        }
        with self.keeping([prepared]) as db:
            if label is not None and distinct:
                others = (node.label for node in self.nodes() if node.id != identity)
                if label.casefold() in map(str.casefold, others):
                    raise LabelTaken(label)
            row = node_row(db, identity)
            if row is None:
                row = insert_node(db, identity, content_row(db, prepared), parents)
                db.execute("INSERT INTO keepings VALUES (?, ?, ?)", [row, at, who])
                for parent, given in descent.items():
                    insert_edges(db, EdgeSet(parent, identity, voice(given), at, tuple(given), who))
            if reading is not None:
                store_original(db, row, reading)
            there = {name for (name,) in db.execute("SELECT name FROM facts WHERE node = ?", [row]).fetchall()}
            for name, value in facts.items():
                if value is not None and name not in there:
                    insert_fact(db, row, Fact(name, value, who, at))
            return self.node(identity)

    @contextmanager
    def keeping(self, texts: Sequence[Prepared]) -> Iterator[Database]:
        """Acts inside are one act, as with `together`, by which texts are kept.

        Where they are long their words are in the file before it begins, so that it is short: who else writes the file
        waits for one step of theirs at most, and for the act.
        """
        with self._lock:
            inside = self._db.conn.in_transaction
        if inside or not ahead.are_long(texts):
            with self._writing() as db:
                yield db
            return
        with self._keeping, self._cleared_where_it_fails():
            for number, step in enumerate(ahead.steps(texts, self.hold, now())):
                if number:
                    ask()
                    time.sleep(ahead.PAUSE)
                with self._writing() as db:
                    step(db)
            with self._writing() as db:
                yield db
                ahead.done(db, self.hold)

    @contextmanager
    def _cleared_where_it_fails(self) -> Iterator[None]:
        try:
            yield
        except BaseException:
            with suppress(DossierError), self._writing() as db:
                ahead.take_out(db, self._form, ahead.left_behind(db))
                ahead.done(db, self.hold)
            raise

    def _descent(self, parent: str, draft: Draft, edges: Mapping[str, Sequence[Edge]]) -> Sequence[Edge]:
        if parent in edges:
            return edges[parent]
        from models.comparison.compare import compare

        return engine_edges(compare(self.draft(parent), draft))

    # Facts about drafts

    def history(self, node: str, name: str | None = None) -> tuple[Fact, ...]:
        """All that was said about a draft, or on one matter, oldest first."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT name, value, who, at FROM facts WHERE node = (SELECT id FROM nodes WHERE hash = ?) "
                "ORDER BY at, id",
                [node],
            ).fetchall()
            return tuple(Fact(n, json.loads(value), who, at) for n, value, who, at in rows if name in (None, n))

    def set_fact(self, node: str, name: str, value: Any, *, who: str = "", at: str | None = None) -> None:
        """Says something new about a draft; what was said before stays in the history. None takes it back."""
        with self._writing() as db:
            row = self._known_row(db, node)
            last = db.execute(
                "SELECT at, value FROM facts WHERE node = ? AND name = ? ORDER BY at DESC, id DESC", [row, name]
            ).fetchone()
            if last and json.loads(last[1]) == value:
                return
            at = at or now()
            # A clock that is behind another machine's must not make the new word the older one.
            if last and at <= last[0]:
                at = after(last[0])
            insert_fact(db, row, Fact(name, value, who, at))

    # Originals

    def original(self, node: str, form: str = "word") -> bytes | None:
        """The bytes of the file a draft was read from, where it was a Word file; or a text file (`form` "text")."""
        with self._reading() as db:
            row = db.execute(
                "SELECT bytes FROM originals JOIN blobs ON blobs.hash = blob "
                "WHERE node = (SELECT id FROM nodes WHERE hash = ?) AND form = ?",
                [node, form],
            ).fetchone()
        return bytes(row[0]) if row else None

    def changes_taken(self, node: str) -> str:
        """How the tracked changes of its Word file are in a draft: "accept", or "reject" where that came back."""
        with self._reading() as db:
            row = db.execute(
                "SELECT revisions FROM originals WHERE node = (SELECT id FROM nodes WHERE hash = ?)", [node]
            ).fetchone()
        return str(row[0]) if row else "accept"

    def read_from(self, blob: str = "") -> frozenset[str]:
        """The ids of the drafts that are the text of a Word file, by its SHA-256 or any, with its changes accepted."""
        with self._reading() as db:
            rows = db.execute(
                "SELECT nodes.hash FROM nodes JOIN originals ON node = nodes.id "
                "WHERE ? IN (blob, '') AND form = 'word' AND revisions = 'accept'",
                [blob],
            ).fetchall()
        return frozenset(row[0] for row in rows)

    def origins(self, node: str) -> tuple[Origin, ...]:
        """Where each paragraph stood in the original."""
        with self._reading() as db:
            return stored_origins(db, self._known_row(db, node))

    def nearest_original(self, node: str) -> str | None:
        """The nearest of a draft and its ancestors of which a Word file is kept."""
        with self._reading() as db:
            having = {
                name
                for (name,) in db.execute(
                    "SELECT hash FROM nodes JOIN originals ON node = nodes.id WHERE form = 'word'"
                ).fetchall()
            }
        return nearest({one.id: one.parents for one in self.nodes()}, node, having.__contains__)

    # What can be made again

    def remembered_line(self, parent: str, child: str, made_by: str) -> str | None:
        """The line about a step that `made_by` (a version) left here, if it did."""
        with self._reading() as db:
            row = db.execute(
                "SELECT line FROM summaries JOIN nodes p ON p.id = parent JOIN nodes c ON c.id = child "
                "WHERE p.hash = ? AND c.hash = ? AND made_by = ?",
                [parent, child, made_by],
            ).fetchone()
        return str(row[0]) if row else None

    def remember_line(self, parent: str, child: str, made_by: str, line: str) -> None:
        """Leaves the line about a step for the next time."""
        with self._writing() as db:
            db.execute(
                "INSERT OR REPLACE INTO summaries VALUES (?, ?, ?, ?)",
                [self._known_row(db, parent), self._known_row(db, child), made_by, line],
            )

    def _known_row(self, db: Database, node: str) -> int:
        row = node_row(db, node)
        if row is None:
            raise DraftNotFound(f"There is no draft {node[:12]} in “{self.path.name}”.")
        return row
