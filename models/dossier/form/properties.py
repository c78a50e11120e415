"""What is said of a dossier, or of the work going on in it, under a name: one row of a table each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_HALVES = re.compile("[\ud800-\udfff]")


def said(db: Database, name: str) -> str | None:
    """What is said under a name; None where nothing is."""
    row = db.execute("SELECT value FROM properties WHERE name = ?", [name]).fetchone()
    return str(row[0]) if row is not None else None


def say(db: Database, name: str, value: str) -> None:
    """Says something under a name, in the place of what was said before."""
    db.execute("INSERT OR REPLACE INTO properties VALUES (?, ?)", [name, storable(value)])


def storable(text: str) -> str:
    """A text as the file can hold it: names of files can have bytes that are no letters."""
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", text)


def unsay(db: Database, *names: str) -> None:
    """Nothing is said under these names any more."""
    db.conn.executemany("DELETE FROM properties WHERE name = ?", ((name,) for name in names))
