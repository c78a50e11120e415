"""A dossier: one negotiation in one file. Drafts are kept and never change; what is said about them has a history."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from models.comparison.change import Comparison, Pair
from models.dossier.ancestry import nearest, way
from models.dossier.edge_rows import insert_edges, last_said, stored_sets
from models.dossier.errors import DraftNotFound, WorkingTextGone
from models.dossier.file import DossierFile
from models.dossier.finding import found
from models.dossier.lineage import APART, Edge, EdgeSet, engine_edges, over, voice
from models.dossier.node import Fact, Node
from models.dossier.rows import (
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
from models.dossier.searching import Found, Search
from models.dossier.timeline import Happening, happenings
from models.dossier.working_rows import (
    Recovered,
    WorkingRow,
    clear,
    listed,
    sound_selection,
    sound_state,
    take_hold,
)
from models.draft import Draft, node_id
from models.reading.reading import Origin, Reading


class Dossier(DossierFile):
    """An open dossier file; a context manager. May be used from several threads, one write at a time.

    Every method may raise the sentences of `models.dossier.errors`.
    """

    def __init__(self, path: Path, db: Database, *, read_only: bool) -> None:
        super().__init__(path, db, read_only=read_only)
        self._search = Search()

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
            kept = {node: (at, who) for node, at, who in keepings(db, self._form)}
        names = {row: name for row, name, _, _ in rows}
        parents: dict[int, list[str]] = {}
        for node, parent in links:
            parents.setdefault(node, []).append(names[parent])
        known: dict[int, dict[str, Any]] = {}
        for node, name, value in facts:
            known.setdefault(node, {})[name] = json.loads(value)
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
        comparisons: Mapping[str, Comparison] | None = None,
        who: str = "",
        at: str | None = None,
        prepared: Prepared | None = None,
    ) -> Node:
        """Keeps a text for good, as the child of `parents` (ids of nodes), in one transaction.

        `edges` by parent say how paragraphs live on (each edge names who says so: editor or engine); `comparisons` by
        parent serve where there are none; where neither is given the drafts are compared here. A text already kept on
        the same parents, in whatever order, is the same node: facts given that it lacks are added, the others stay.
        `who` and `at` are for the history of facts; `at` is now unless given (UTC, ISO 8601).
        `prepared`, of this text, spares the work where it was done before.
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
                row = insert_node(db, identity, content_row(db, prepared), parents)
                db.execute("INSERT INTO keepings VALUES (?, ?, ?)", [row, at, who])
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

    # Working texts

    def begin_working(self, parent: str | None, *, who: str = "") -> WorkingRow:
        """A working text on a draft, or on nothing; each user has one on each, so it may be there already."""
        with self._writing() as db:
            row = None if parent is None else self._known_row(db, parent)
            there = db.execute(
                "SELECT id FROM working_texts WHERE coalesce(parent, 0) = ? AND who = ?", [row or 0, who]
            ).fetchone()
            if there is None:
                now = _now()
                working = db.execute(
                    "INSERT INTO working_texts (parent, who, begun, written) VALUES (?, ?, ?, ?)", [row, who, now, now]
                ).lastrowid
            else:
                (working,) = there
            return listed(db, self.hold.name, working)[0]

    def working_texts(self) -> tuple[WorkingRow, ...]:
        """The working texts that were begun and neither kept nor thrown away, the last written first."""
        with self._reading() as db:
            return () if self._form < 2 else listed(db, self.hold.name)

    def hold_working(self, working: int) -> None:
        """Makes this dossier the one that writes a working text, until it is closed; a Journal does so by itself.

        Raises WorkingTextHeld where another living window writes it, WorkingTextGone where it is no more.
        """
        with self._writing() as db:
            take_hold(db, self.path, working, self.hold, _now())

    def recover(self, working: int) -> Recovered:
        """A working text as it was last written, and where its caret was."""
        with self._at_one_moment() as db:
            row = self._working_row(db, working)
            base = Draft() if row.parent is None else self.draft(row.parent)
            ranked, notes = sound_state(db, self.path, working, base)
            entries = tuple(entry for _, entry in ranked)
            return Recovered(base, (entries, tuple(notes.values())), sound_selection(db, working, entries))

    def discard_working(self, working: int) -> None:
        """Throws a working text away; one that is gone already is no trouble, one that another writes is refused."""
        with self._writing() as db:
            if any(row.held for row in listed(db, self.hold.name, working)):
                take_hold(db, self.path, working, self.hold, _now())
            clear(db, [working])

    def keep_working(
        self,
        working: int,
        draft: Draft,
        edges: Sequence[Edge],
        *,
        label: str | None = None,
        symbol: str | None = None,
        date: str | None = None,
        author: str | None = None,
        note: str | None = None,
        who: str = "",
    ) -> Node:
        """Keeps a working text as the child of the draft it stands on and clears it, in one transaction.

        `edges`, by the editor, say how the paragraphs of that draft live on in this. What is said here stands also
        where this very text was kept before. Raises WorkingTextHeld, WorkingTextGone.
        """
        with self._writing() as db:
            take_hold(db, self.path, working, self.hold, _now())
            parent = self._working_row(db, working).parent
            parents = [] if parent is None else [parent]
            there = {node.id for node in self.nodes()}
            said = {"label": label, "symbol": symbol, "date": date, "author": author, "note": note}
            node = self.keep(
                draft,
                parents=parents,
                edges=dict.fromkeys(parents, edges),
                who=who,
                label=label,
                symbol=symbol,
                date=date,
                author=author,
                note=note,
            )
            if node.id in there and parent is not None and set(self.edges(parent, node.id)) != set(edges):
                self.add_edges(parent, node.id, edges, who=who)
            for name, value in said.items():
                if value is not None:
                    self.set_fact(node.id, name, value, who=who)
            clear(db, [working])
        return self.node(node.id)

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
