"""Long texts go into the file ahead of the act that keeps them, in short steps: who else writes waits for one of them.

A text that no draft has is no part of the dossier: nothing lists or finds it, and the file is sound. It is taken out
where the act fails or, where the program was killed before the act, when the dossier is opened next.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from models.dossier.form.holding import Hold, living, this_host
from models.dossier.form.properties import say, unsay
from models.dossier.form.schema import guards
from models.dossier.rows.draft_rows import Prepared, content_row, known_content, store_paragraphs
from models.dossier.search.search_index import index_note_texts, index_paragraphs

if TYPE_CHECKING:
    from sqlite_utils import Database

PAUSE = 0.03
"""Seconds between two steps: SQLite looks that often whether it is the turn of one who waits, in his first 0.1 s."""

_FEW = 1_000
"""So many paragraphs are kept by the act itself, in some hundredths of a second."""

_STEP = 5_000
"""So many paragraphs are one step."""

_MARK = "ahead "
"""What a property is called, before the name of who is at it, while texts lie in the file that no draft has yet."""


def are_long(texts: Sequence[Prepared]) -> bool:
    """Whether texts are worth to be put into the file ahead."""
    return sum(len(text.paragraphs) for text in texts) > _FEW


def steps(texts: Sequence[Prepared], hold: Hold, now: str) -> Iterator[Callable[[Database], object]]:
    """What puts texts into the file, a short transaction each."""
    yield partial(_mark, hold=hold, now=now)
    for text in texts:
        for first in range(0, len(text.paragraphs), _STEP):
            yield partial(_store, text=text, first=first)
        yield partial(content_row, draft=text)


def _store(db: Database, text: Prepared, first: int) -> None:
    if known_content(db, text.hash) is None:
        store_paragraphs(db, text.paragraphs[first : first + _STEP])


def _mark(db: Database, hold: Hold, now: str) -> None:
    hold.take()
    say(db, _MARK + hold.name, json.dumps([this_host(), now]))


def done(db: Database, hold: Hold) -> None:
    """The act is done: what was put ahead of it is part of it."""
    unsay(db, _MARK + hold.name)


def left_behind(db: Database) -> list[str]:
    """The marks of those who are gone and did not come to their act; none while another is at his, whose texts look
    the same."""
    found = db.execute(
        "SELECT name, value FROM properties WHERE substr(name, 1, ?) = ?", [len(_MARK), _MARK]
    ).fetchall()
    gone = [name for name, value in found if not _at_it(name.removeprefix(_MARK), value)]
    return gone if len(gone) == len(found) else []


def _at_it(name: str, value: str) -> bool:
    try:
        host, seen = json.loads(value)
    except (ValueError, TypeError):
        return False
    return living(name, host, seen)


def take_out(db: Database, form: int, marks: Sequence[str]) -> None:
    """Takes texts that no draft has out of the file, and nothing else; where they stood is overwritten."""
    (overwrites,) = db.execute("PRAGMA secure_delete").fetchone()
    db.execute("PRAGMA secure_delete = ON").fetchone()
    try:
        # What is kept stays guarded: the guards are away within this transaction only.
        guarded = {f"{table}_no_delete" for table in ("content_paragraphs", "contents", "paragraphs")}
        for guard in sorted(guarded):
            db.execute(f"DROP TRIGGER IF EXISTS {guard}")
        for statement in _TAKEN_OUT:
            db.execute(statement)
        index_note_texts(db)
        index_paragraphs(db, 0)
        for statement in guards(form):
            if statement.split()[2] in guarded:
                db.execute(statement)
        unsay(db, *marks)
    finally:
        db.execute(f"PRAGMA secure_delete = {int(overwrites)}").fetchone()


_TAKEN_OUT = (
    "DELETE FROM content_paragraphs WHERE content NOT IN (SELECT content FROM nodes)",
    "DELETE FROM content_notes WHERE content NOT IN (SELECT content FROM nodes)",
    "DELETE FROM contents WHERE id NOT IN (SELECT content FROM nodes)",
    "DELETE FROM note_texts WHERE id NOT IN (SELECT note_text FROM content_notes)",
    "DELETE FROM paragraphs WHERE id NOT IN (SELECT paragraph FROM content_paragraphs)",
    # Words that are only taken out of an index stay readable in the file: both are made again.
    "INSERT INTO note_words (note_words) VALUES ('delete-all')",
    "INSERT INTO paragraph_words (paragraph_words) VALUES ('delete-all')",
)
