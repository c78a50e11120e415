"""A dossier: one negotiation in one file. Drafts are kept and never change; what is said about them has a history."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlite_utils import Database

from models.comparison.change import Comparison, Pair
from models.dossier.ancestry import nearest, way
from models.dossier.edge_rows import insert_edges, last_said, stored_sets
from models.dossier.errors import DossierReadOnly, DraftNotFound, told
from models.dossier.finding import found
from models.dossier.lineage import APART, Edge, EdgeSet, engine_edges, over, voice
from models.dossier.node import Fact, Node
from models.dossier.opening import create_file, open_file
from models.dossier.rows import (
    content_row,
    insert_fact,
    insert_node,
    node_row,
    store_original,
    stored_draft,
    stored_origins,
)
from models.draft import Draft, content_hash, node_id
from models.reading.reading import Origin, Reading


class Dossier:
    """An open dossier file; a context manager. May be used from several threads, one write at a time.

    Every method may raise the sentences of `models.dossier.errors`.
    """

    def __init__(self, path: Path, db: Database, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._db = db
        self._lock = threading.RLock()

    @classmethod
    def create(cls, path: Path, title: str = "") -> Self:
        """Makes a new dossier and opens it; never over a file."""
        create_file(path)
        dossier = cls.open(path)
        dossier.title = title or path.stem
        return dossier

    @classmethod
    def open(cls, path: Path, read_only: bool = False, wait: float = 3.0) -> Self:
        """Opens a dossier; `wait` is how many seconds to wait for another program that is writing."""
        return cls(path, open_file(path, read_only=read_only, wait=wait), read_only=read_only)

    def close(self) -> None:
        """Lets go of the file; nothing is lost, for every act is saved as it is done.

        What another thread is reading or writing is finished first: SQLite falls down where its ground is taken away.
        """
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Database]:
        """One transaction, wholly done or not at all."""
        if self.read_only:
            raise DossierReadOnly(self.path)
        with self._lock, told(self.path):
            if self._db.conn.in_transaction:  # inside `together`, which ends it
                yield self._db
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                self._db.rollback()
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """Acts inside are one act: all are done, or, where something is raised, none."""
        with self._writing():
            yield

    @contextmanager
    def _reading(self) -> Iterator[Database]:
        with self._lock, told(self.path):
            yield self._db

    @contextmanager
    def _at_one_moment(self) -> Iterator[Database]:
        """Several questions to the file as it is at one moment, whatever another program keeps meanwhile."""
        with self._reading() as db:
            if db.conn.in_transaction:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.rollback()

    # The dossier itself

    @property
    def title(self) -> str:
        """The name of the negotiation."""
        with self._reading() as db:
            row = db.execute("SELECT value FROM properties WHERE name = 'title'").fetchone()
        return str(row[0]) if row else self.path.stem

    @title.setter
    def title(self, title: str) -> None:
        with self._writing() as db:
            db.execute("INSERT INTO properties VALUES ('title', ?) ON CONFLICT DO UPDATE SET value = ?", [title, title])

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
        names = {row: name for row, name, _, _ in rows}
        parents: dict[int, list[str]] = {}
        for node, parent in links:
            parents.setdefault(node, []).append(names[parent])
        known: dict[int, dict[str, Any]] = {}
        for node, name, value in facts:
            known.setdefault(node, {})[name] = json.loads(value)
        return tuple(
            Node(name, content, tuple(parents.get(row, ())), count, known.get(row, {}))
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
        comparisons: Mapping[str, Comparison] | None = None,
        who: str = "",
        at: str | None = None,
    ) -> Node:
        """Keeps a text for good, as the child of `parents` (ids of nodes), in one transaction.

        `edges` by parent say how paragraphs live on (each edge names who says so: editor or engine); `comparisons` by
        parent serve where there are none; where neither is given the drafts are compared here. A text already kept on
        the same parents, in whatever order, is the same node: facts given that it lacks are added, the others stay.
        `who` and `at` are for the history of facts; `at` is now unless given (UTC, ISO 8601).
        """
        draft, reading = (source.draft, source) if isinstance(source, Reading) else (source, None)
        content = content_hash(draft)
        parents = tuple(dict.fromkeys(parents))
        identity = node_id(content, parents)
        known = {node.id for node in self.nodes()}
        for parent in parents:
            if parent not in known:
                raise DraftNotFound(f"There is no draft {parent[:12]} in “{self.path.name}”.")
        descent: dict[str, Sequence[Edge]] = {}
        if identity not in known:
            for parent in parents:
                descent[parent] = self._descent(parent, draft, edges or {}, comparisons or {})
        at = at or _now()
        facts = {
            "label": label,
            "symbol": symbol,
            "date": date,
            "author": author,
            "note": note,
            "file_name": file_name,
        }
        with self._writing() as db:
            row = node_row(db, identity)
            if row is None:
                row = insert_node(db, identity, content_row(db, draft, content), parents)
                for parent, given in descent.items():
                    insert_edges(db, EdgeSet(parent, identity, voice(given), at, tuple(given)), who)
            if reading is not None:
                store_original(db, row, reading)
            there = {name for (name,) in db.execute("SELECT name FROM facts WHERE node = ?", [row]).fetchall()}
            for name, value in facts.items():
                if value is not None and name not in there:
                    insert_fact(db, row, Fact(name, value, who, at))
        return self.node(identity)

    def _descent(
        self, parent: str, draft: Draft, edges: Mapping[str, Sequence[Edge]], comparisons: Mapping[str, Comparison]
    ) -> Sequence[Edge]:
        if parent in edges:
            return edges[parent]
        if parent in comparisons:
            return engine_edges(comparisons[parent])
        from models.comparison.compare import compare

        return engine_edges(compare(self.draft(parent), draft))

    # Facts about drafts

    def facts(self, node: str) -> dict[str, Any]:
        """The latest word on each matter about a draft."""
        return {fact.name: fact.value for fact in self.history(node)}

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
            at = at or _now()
            # A clock that is behind another machine's must not make the new word the older one.
            if last and at <= last[0]:
                at = _after(last[0])
            insert_fact(db, row, Fact(name, value, who, at))

    # Lineage

    def edges(self, parent: str, child: str) -> tuple[Edge, ...]:
        """How the paragraphs of one draft live on in another, as far as was said of these two directly."""
        return over((parent, child), self._sets_among({parent, child}))

    def _sets_among(self, nodes: set[str]) -> list[EdgeSet]:
        with self._reading() as db:
            return stored_sets(db, nodes)

    def pair(self, old: str, new: str, pairs: Sequence[tuple[int, int]], *, who: str = "") -> None:
        """Pairs paragraphs of any two drafts by hand; pairs given together stand together (a split, a merger)."""
        self._say_by_hand(old, new, [Edge(p, q, "same", by="hand") for p, q in pairs], who)

    def unpair(self, old: str, new: str, pairs: Sequence[tuple[int, int]], *, who: str = "") -> None:
        """Says by hand that paragraphs are not the same."""
        self._say_by_hand(old, new, [Edge(p, q, APART, by="hand") for p, q in pairs], who)

    def _say_by_hand(self, old: str, new: str, edges: Sequence[Edge], who: str) -> None:
        self.add_edges(old, new, edges, who=who)
        with self._writing() as db:
            db.execute("DELETE FROM summaries")

    def add_edges(self, old: str, new: str, edges: Sequence[Edge], *, who: str = "", at: str | None = None) -> None:
        """Adds what the editor, the engine or a hand (`by` of the edges, one for all) says about two drafts."""
        with self._writing() as db:
            parent, child = self._known_row(db, old), self._known_row(db, new)
            last = last_said(db, parent, child)
            at = at or _now()
            if last and at <= last:
                at = _after(last)
            insert_edges(db, EdgeSet(old, new, voice(edges), at, tuple(edges)), who)

    def pairs_between(self, old: str, new: str) -> tuple[Pair, ...]:
        """What is known of two drafts before they are compared, composed over the way between them.

        Pairs by hand and by the editor bind; where the engine had a part they only suggest.
        """
        return tuple(Pair(edge.old, edge.new, binding=edge.by != "engine") for edge in self.composed_edges(old, new))

    def composed_edges(self, old: str, new: str) -> tuple[Edge, ...]:
        """The lineage between any two drafts, over the shortest way; pairs by hand between any two on it count."""
        path = way({node.id: node.parents for node in self.nodes()}, old, new) or (old, new)
        return over(path, self._sets_among(set(path)))

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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _after(at: str) -> str:
    """The next instant; `at` as `_now` writes it or any ISO 8601 time."""
    return (datetime.fromisoformat(at) + timedelta(microseconds=1)).isoformat(timespec="microseconds")
