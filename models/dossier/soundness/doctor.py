"""Whether a dossier is sound: every page, every reference, every guard, and every hash computed again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from models.dossier.errors import DossierDamaged, told
from models.dossier.form.opening import open_file
from models.dossier.form.schema import VERSION, bring_up_to_date, guards
from models.dossier.rows.draft_rows import stored_draft
from models.dossier.rows.run_lengths import are_endless
from models.dossier.rows.working_rows import stored_selection, stored_state
from models.dossier.search.search_index import FORM, TABLES, let_fold
from models.draft import Draft, content_hash, node_id
from models.lineage import APART, NOBODY
from models.proposals.proposal import keyed, proposal_from

if TYPE_CHECKING:
    from sqlite_utils import Database

_HASHED = frozenset({"paragraphs", "contents", "blobs"})
_OF_MIGRATIONS = ('CREATE TABLE "', 'CREATE UNIQUE INDEX "')
_NOT_OURS = ("CREATE TABLE '", *_OF_MIGRATIONS)
"""How the tables begin that an index of words, and sqlite-utils, make for themselves; the latter other ones in time."""


def examine(path: Path) -> tuple[str, ...]:
    """What is wrong with a dossier, a sentence each; empty where it is sound. Nothing is changed.

    Raises what `Dossier.open` raises where the file is missing, something else, newer or locked.
    """
    try:
        db = open_file(path, read_only=True, references=False)
    except DossierDamaged:
        return ("The file is damaged: it cannot be opened.",)
    # What cannot be decoded is looked at all the same: its hash tells.
    db.conn.text_factory = lambda value: value.decode(errors="replace")
    found: list[str] = []
    try:
        with told(path):
            form = int(db.execute("PRAGMA user_version").fetchone()[0])
            checks = [_pages(db), _references(db), _schema(db, form), _decoded(db), _texts(db), _nodes(db), _said(db)]
            checks += [] if form < 2 else [_working_texts(db), _index(db)]
            for check in checks if form < 3 else [*checks, _proposals(db)]:
                found += check
    except DossierDamaged:
        found.append("The file is damaged: not all of it can be looked through.")
    except sqlite3.OperationalError:
        if not found:  # where its form is damaged, what is missing in it cannot be asked
            raise
    finally:
        db.close()
    return tuple(found)


def _pages(db: Database) -> Iterator[str]:
    for (line,) in db.execute("PRAGMA integrity_check(20)").fetchall():
        if line != "ok":
            yield f"The file is damaged: {line}."


def _references(db: Database) -> Iterator[str]:
    for table, row, other, _ in db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"Row {row} of {table} refers to something in {other} that is not there."


def _schema(db: Database, form: int) -> Iterator[str]:
    """Whether tables, indexes and guards are those that Adref makes; shadow tables of an index are SQLite's own.

    The index of words of an older form is another, which is made anew once the file is written.
    """
    from sqlite_utils import Database

    there: dict[str, str] = dict(db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())
    wanted = {statement.split()[2] for statement in guards(form)}
    if missing := sorted(wanted - there.keys()):
        yield f"Kept drafts are not guarded against change: {', '.join(missing)} missing."
    known = {statement.split()[2] for statement in guards()}
    triggers = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()}
    if others := sorted(triggers - known):
        yield f"The file does more, when it is written, than Adref has it do: {', '.join(others)}."
    fresh = Database(memory=True)
    try:
        let_fold(fresh.conn)
        bring_up_to_date(fresh)
        made = fresh.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    finally:
        fresh.close()
    ours = {name for name, sql in made if not sql.startswith(_OF_MIGRATIONS)}
    if form == VERSION and (gone := sorted(ours - there.keys() - wanted)):
        yield f"The form of the file is damaged: {', '.join(gone)} missing."
    indexes = TABLES if form < FORM else ()
    for name, sql in made:
        if there.get(name, sql) != sql and name not in indexes and not sql.startswith(_NOT_OURS):
            yield f"The form of the file is damaged: {name} is not what Adref makes it."


def _decoded(db: Database) -> Iterator[str]:
    """Whether the words of each row can be read; those of texts and files are looked at by their hash."""
    tables = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '% STRICT%'").fetchall()
    decoding, db.conn.text_factory = db.conn.text_factory, str
    for (table,) in tables:
        try:
            for _ in db.execute(f"SELECT * FROM [{table}]") if table not in _HASHED else ():
                pass
        except sqlite3.OperationalError as error:
            if hasattr(error, "sqlite_errorcode"):
                raise
            yield f"Something in {table} cannot be read."
    db.conn.text_factory = decoding


def _texts(db: Database) -> Iterator[str]:
    for digest, value in db.execute("SELECT hash, value FROM paragraphs").fetchall():
        if hashlib.sha256(value.encode()).digest() != digest:
            yield f"A paragraph was changed: “{_start(value)}”."
    for content, count in db.execute("SELECT hash, paragraphs FROM contents").fetchall():
        try:
            draft = stored_draft(db, content)
            sound = len(draft.paragraphs) == count and content_hash(draft) == content
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            sound = False
        if not sound:
            yield f"The text {content[:12]} is not the one that was kept."
    for digest, package in db.execute("SELECT hash, bytes FROM blobs"):
        if hashlib.sha256(package).hexdigest() != digest:
            yield f"The original file {digest[:12]} is not the one that was kept."


def _start(value: str) -> str:
    try:
        return "".join(str(run.get("text", "")) for run in json.loads(value)["runs"])[:60]
    except (ValueError, KeyError, TypeError, AttributeError):
        return value[:60]


def _nodes(db: Database) -> Iterator[str]:
    rows = db.execute(
        "SELECT nodes.id, nodes.hash, contents.hash, nodes.parents FROM nodes JOIN contents ON contents.id = content"
    ).fetchall()
    names = {row: name for row, name, _, _ in rows}
    for row, name, content, count in rows:
        parents = [
            names[parent]
            for (parent,) in db.execute("SELECT parent FROM parents WHERE node = ? ORDER BY position", [row]).fetchall()
        ]
        if len(parents) != count or node_id(content, parents) != name:
            yield f"The draft {name[:12]} does not have the text and the parents it was kept with."


def _said(db: Database) -> Iterator[str]:
    beyond = db.execute(
        "SELECT count(*) FROM edges JOIN edge_sets s ON s.id = edge_set "
        "JOIN nodes p ON p.id = s.parent JOIN contents pc ON pc.id = p.content "
        "JOIN nodes c ON c.id = s.child JOIN contents cc ON cc.id = c.content "
        "WHERE old + length > pc.paragraphs OR new + length > cc.paragraphs OR (min(old, new) < 0 "
        "AND NOT (kind = ? AND source = 'hand' AND length = 1 AND min(old, new) = ? AND max(old, new) >= 0))",
        [APART, NOBODY],
    ).fetchone()[0]
    if beyond:
        yield f"The lineage speaks {beyond} times of paragraphs that are not there."
    if are_endless(db):
        yield "What is said of the paragraphs of a draft, or of two, speaks of more than any text has."
    for (value,) in db.execute("SELECT value FROM facts").fetchall():
        try:
            json.loads(value)
        except ValueError:
            yield f"Something said about a draft cannot be read: “{value[:60]}”."


def _working_texts(db: Database) -> Iterator[str]:
    rows = db.execute(
        "SELECT working_texts.id, contents.hash FROM working_texts "
        "LEFT JOIN nodes ON nodes.id = parent LEFT JOIN contents ON contents.id = content"
    ).fetchall()
    for working, content in rows:
        try:
            base = Draft() if content is None else stored_draft(db, content)
            ranked, notes = stored_state(db, working, base)
            entries = [entry for _, entry in ranked]
            stored_selection(db, working, entries, notes)
            sound = all(0 <= origin < len(base.paragraphs) for entry in entries for origin in entry.came_from)
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            sound = False
        if not sound:
            yield f"The working text {working} cannot be read whole."


def _proposals(db: Database) -> Iterator[str]:
    """Whether each proposal is the one that was kept, and stands in paragraphs that are there."""
    rows = db.execute(
        "SELECT key, value, nodes.hash, paragraphs FROM proposals JOIN nodes ON nodes.id = node "
        "JOIN contents ON contents.id = content"
    ).fetchall()
    for key, value, node, count in rows:
        try:
            proposal = proposal_from(json.loads(value), key)
            (again,) = keyed([replace(proposal, key="")], proposal.place.draft)
            place = proposal.place
            sound = again.key == key and place.draft == node and 0 <= place.first <= place.after <= count
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            sound = False
        if not sound:
            yield f"The proposal {key[:12]} is not the one that was kept."
    said = "SELECT value FROM delegation_facts UNION ALL SELECT value FROM returned_files"
    beside = "SELECT value FROM proposal_sources UNION ALL SELECT value FROM proposal_placements"
    for (value,) in db.execute(f"{said} UNION ALL {beside}").fetchall():
        try:
            json.loads(value)
        except ValueError:
            yield f"Something said about a delegation, a file or a proposal cannot be read: “{value[:60]}”."


def _index(db: Database) -> Iterator[str]:
    """Whether all words can be found; the index itself is looked through with the pages."""
    for index, table in (("paragraph_words", "paragraphs"), ("note_words", "note_texts")):
        missing = db.execute(f"SELECT (SELECT count(*) FROM {table}) - (SELECT count(*) FROM {index}_docsize)")
        if missing.fetchone()[0]:
            yield f"The index of words ({index}) is not that of the drafts."
