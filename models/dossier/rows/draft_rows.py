"""Drafts as rows: paragraphs once by hash, a content that lists them, and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.dossier.errors import DossierError
from models.dossier.form.properties import storable
from models.dossier.form.schema import KEEPINGS_GUESSED
from models.dossier.node import Fact
from models.dossier.rows.run_lengths import refuse_endless
from models.dossier.search.search_index import index_notes, index_paragraphs
from models.draft import Draft, computed_numbers
from models.draft.canonical import (
    FORM,
    MOST_LETTERS,
    MOST_PARAGRAPHS,
    draft_from,
    dumps,
    footnote_value,
    paragraph_value,
)
from models.reading.reading import Origin, Reading

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True)
class Prepared:
    """A draft in the words of the file, worked out before a transaction begins: others wait for its end."""

    hash: str
    paragraphs: tuple[tuple[bytes, str], ...]
    """Hash and value of each."""
    footnotes: str

    @classmethod
    def of(cls, draft: Draft) -> Prepared:
        """Works it out. Errors: DossierError where it is more than is read again."""
        if len(draft.paragraphs) > MOST_PARAGRAPHS:
            raise DossierError("This text has more paragraphs than a dossier keeps; keep it in parts.")
        numbers = computed_numbers(draft)
        values = [dumps(paragraph_value(p, n)) for p, n in zip(draft.paragraphs, numbers, strict=True)]
        if sum(map(len, values)) > MOST_LETTERS:
            raise DossierError("This text has more letters than a dossier keeps; keep it in parts.")
        footnotes = dumps([footnote_value(note) for note in draft.footnotes])
        return cls(
            _hash(footnotes, values),
            tuple((hashlib.sha256(value.encode()).digest(), value) for value in values),
            footnotes,
        )


def _hash(footnotes: str, paragraphs: Sequence[str]) -> str:
    """The content hash of a draft by its parts in canonical JSON: `content_hash` would make them a second time."""
    whole = f'{{"footnotes":{footnotes},"form":"{FORM}","paragraphs":[{",".join(paragraphs)}]}}'
    return hashlib.sha256(whole.encode()).hexdigest()


def content_row(db: Database, draft: Prepared) -> int:
    """The row of a content, stored and indexed if it is new."""
    known = known_content(db, draft.hash)
    if known is not None:
        return known
    row = db.execute(
        "INSERT INTO contents (hash, paragraphs, footnotes) VALUES (?, ?, ?)",
        [draft.hash, len(draft.paragraphs), draft.footnotes],
    ).lastrowid
    assert row is not None
    store_paragraphs(db, draft.paragraphs)
    db.conn.executemany(
        "INSERT INTO content_paragraphs (content, position, paragraph) "
        "VALUES (?, ?, (SELECT id FROM paragraphs WHERE hash = ?))",
        ((row, position, digest) for position, (digest, _) in enumerate(draft.paragraphs)),
    )
    index_notes(db, row, draft.footnotes)
    return row


def known_content(db: Database, content: str) -> int | None:
    """The row of the content that has this hash, if it is stored; it is whole then."""
    found = db.execute("SELECT id FROM contents WHERE hash = ?", [content]).fetchone()
    return int(found[0]) if found else None


def store_paragraphs(db: Database, paragraphs: Sequence[tuple[bytes, str]]) -> None:
    """Stores paragraphs, each hash and value, and indexes those that are new."""
    (last,) = db.execute("SELECT coalesce(max(id), 0) FROM paragraphs").fetchone()
    db.conn.executemany("INSERT INTO paragraphs (hash, value) VALUES (?, ?) ON CONFLICT DO NOTHING", paragraphs)
    index_paragraphs(db, last)


def stored_draft(db: Database, content: str) -> Draft:
    """The draft whose content has this hash; it must be there. Errors: ValueError where what is there is another."""
    row, count, footnotes = db.execute(
        "SELECT id, paragraphs, footnotes FROM contents WHERE hash = ?", [content]
    ).fetchone()
    values = _stored_values(db, row, count)
    if values is None or _hash(footnotes, values) != content:
        raise ValueError(f"the text {content[:12]} is not the one that was kept")
    return draft_from((json.loads(value) for value in values), json.loads(footnotes))


def _stored_values(db: Database, row: int, count: int) -> list[str] | None:
    """So many paragraphs of a content, each as it is stored; None, as soon as it is known, where there are others."""
    if count > MOST_PARAGRAPHS:
        return None
    values: list[str] = []
    letters = 0
    rows = db.execute(
        "SELECT value FROM content_paragraphs JOIN paragraphs ON paragraphs.id = paragraph "
        "WHERE content = ? ORDER BY position LIMIT ?",
        [row, count + 1],
    )
    with closing(rows):  # who is told of trouble would hold it open, and nobody could write
        for (value,) in rows:
            letters += len(value)
            if letters > MOST_LETTERS:
                return None
            values.append(value)
    return values if len(values) == count else None


def store_original(db: Database, node: int, reading: Reading) -> None:
    """Keeps the file a draft came from, and where in it each paragraph stood; the first file of a node stays."""
    if db.execute("SELECT 1 FROM originals WHERE node = ?", [node]).fetchone():
        return
    data = reading.package if reading.package is not None else reading.plain
    if data is None:
        return
    digest = store_blob(db, data)
    form = "word" if reading.package is not None else "text"
    db.execute(
        "INSERT INTO originals (node, blob, revisions, form) VALUES (?, ?, ?, ?)",
        [node, digest, reading.revisions_taken, form],
    )
    db.conn.executemany(
        "INSERT INTO origins (node, position, length, part, element) VALUES (?, ?, ?, ?, ?)",
        ((node, *run) for run in _origin_runs(reading.origins)),
    )


def store_blob(db: Database, data: bytes) -> str:
    """Keeps the bytes of a file, unless they are kept already; their SHA-256, in hexadecimal."""
    digest = hashlib.sha256(data).hexdigest()
    if not db.execute("SELECT 1 FROM blobs WHERE hash = ?", [digest]).fetchone():
        db.execute("INSERT INTO blobs (hash, bytes) VALUES (?, ?)", [digest, data])
    return digest


def _origin_runs(origins: Sequence[Origin]) -> list[tuple[int, int, str, int]]:
    """(position, length, part, element) of origins that go on one by one."""
    found: list[tuple[int, int, str, int]] = []
    for position, origin in enumerate(origins):
        if found:
            start, length, part, element = found[-1]
            if origin.part == part and origin.element == element + length:
                found[-1] = (start, length + 1, part, element)
                continue
        found.append((position, 1, origin.part, origin.element))
    return found


def stored_origins(db: Database, node: int) -> tuple[Origin, ...]:
    """Where each paragraph of a node came from; empty where no file is kept. Errors: those of `refuse_endless`."""
    rows = db.execute("SELECT length, part, element FROM origins WHERE node = ? ORDER BY position", [node]).fetchall()
    refuse_endless(length for length, _, _ in rows)
    return tuple(Origin(part, element + step) for length, part, element in rows for step in range(length))


def node_row(db: Database, node: str) -> int | None:
    found = db.execute("SELECT id FROM nodes WHERE hash = ?", [node]).fetchone()
    return int(found[0]) if found else None


def insert_node(db: Database, identity: str, content: int, parents: Sequence[str]) -> int:
    row = db.execute(
        "INSERT INTO nodes (hash, content, parents) VALUES (?, ?, ?)", [identity, content, len(parents)]
    ).lastrowid
    assert row is not None
    for position, parent in enumerate(parents):
        db.execute("INSERT INTO parents VALUES (?, ?, (SELECT id FROM nodes WHERE hash = ?))", [row, position, parent])
    return row


def keepings(db: Database, form: int) -> list[tuple[int, str, str]]:
    """(node, at, who): when each draft was kept and by whom, in a file of some form."""
    source = "SELECT node, at, who FROM keepings" if form >= 2 else KEEPINGS_GUESSED
    return db.execute(source).fetchall()


def insert_fact(db: Database, row: int, fact: Fact) -> None:
    value = storable(json.dumps(fact.value, ensure_ascii=False, sort_keys=True))
    db.execute(
        "INSERT INTO facts (node, name, value, who, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [row, fact.name, value, fact.who, fact.at],
    )
