"""Lineage as rows: what one act said of two drafts is a set, runs of unchanged paragraphs are one row of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.dossier.rows.run_lengths import refuse_endless
from models.lineage import EdgeSet, runs, unrolled

if TYPE_CHECKING:
    from sqlite_utils import Database


def insert_edges(db: Database, said: EdgeSet) -> None:
    """Keeps what one act said."""
    row = db.execute(
        "INSERT INTO edge_sets (parent, child, source, who, at) VALUES "
        "((SELECT id FROM nodes WHERE hash = ?), (SELECT id FROM nodes WHERE hash = ?), ?, ?, ?)",
        [said.parent, said.child, said.by, said.who, said.at],
    ).lastrowid
    db.conn.executemany(
        "INSERT INTO edges (edge_set, old, new, length, kind, confidence) VALUES (?, ?, ?, ?, ?, ?)",
        ((row, *run) for run in runs(said.edges)),
    )


def stored_sets(db: Database, nodes: Iterable[str]) -> list[EdgeSet]:
    """All that was said about any two of some drafts, oldest first. Errors: those of `refuse_endless`."""
    names = sorted(nodes)
    marks = ", ".join("?" * len(names))
    rows = db.execute(
        "SELECT edge_sets.id, p.hash, c.hash, source, at, who FROM edge_sets "
        "JOIN nodes p ON p.id = parent JOIN nodes c ON c.id = child "
        f"WHERE p.hash IN ({marks}) AND c.hash IN ({marks}) ORDER BY at, edge_sets.id",
        [*names, *names],
    ).fetchall()
    return [
        EdgeSet(parent, child, source, at, tuple(e for run in _runs(db, row) for e in unrolled(*run, source)), who)
        for row, parent, child, source, at, who in rows
    ]


def _runs(db: Database, edge_set: int) -> list[tuple[int, int, int, str, float]]:
    found = db.execute(
        "SELECT old, new, length, kind, confidence FROM edges WHERE edge_set = ? ORDER BY old, new", [edge_set]
    ).fetchall()
    refuse_endless(length for _, _, length, _, _ in found)
    return found


def last_said(db: Database, first: int, second: int) -> str | None:
    """When something was last said about two drafts (rows), in either order."""
    found = db.execute(
        "SELECT max(at) FROM edge_sets WHERE (parent, child) IN (VALUES (?, ?), (?, ?))",
        [first, second, second, first],
    ).fetchone()[0]
    return str(found) if found else None
