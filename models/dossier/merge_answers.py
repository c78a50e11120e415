"""How the conflicts of a merge were settled so far: of the work going on in a dossier, no part of what is kept.

As a working text is; the answers of the merges that were worked on last are held, older ones go.
"""

from __future__ import annotations

import json

from sqlite_utils import Database

_NAME = "merge answers "
_HELD = 20


def settled(db: Database, merge: str) -> str | None:
    """The answers that were last given to a merge of that name."""
    row = db.execute("SELECT value FROM properties WHERE name = ?", [_NAME + merge]).fetchone()
    if row is None:
        return None
    try:
        return str(json.loads(row[0])["answers"])
    except (ValueError, TypeError, KeyError):
        return None


def settle(db: Database, merge: str, answers: str | None, at: str) -> None:
    """Holds the answers to a merge in the place of those before; None: it has no answers."""
    db.execute("DELETE FROM properties WHERE name = ?", [_NAME + merge])
    if answers is not None:
        value = json.dumps({"at": at, "answers": answers}, ensure_ascii=False)
        db.execute("INSERT INTO properties VALUES (?, ?)", [_NAME + merge, value])
    # The moment stands first in the value, so that values are ordered by it.
    db.execute(
        "DELETE FROM properties WHERE name IN (SELECT name FROM properties WHERE substr(name, 1, ?) = ? "
        "ORDER BY value DESC LIMIT -1 OFFSET ?)",
        [len(_NAME), _NAME, _HELD],
    )
