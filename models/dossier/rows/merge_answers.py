"""How the conflicts of a merge were settled so far: of the work going on in a dossier, no part of what is kept.

As a working text is; the answers of the merges that were worked on last are held, older ones go.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from models.dossier.form.properties import said, say, unsay

if TYPE_CHECKING:
    from sqlite_utils import Database

_NAME = "merge answers "
_HELD = 20


def settled(db: Database, merge: str) -> str | None:
    """The answers that were last given to a merge of that name."""
    value = said(db, _NAME + merge)
    if value is None:
        return None
    try:
        return str(json.loads(value)["answers"])
    except (ValueError, TypeError, KeyError):
        return None


def settle(db: Database, merge: str, answers: str | None, at: str) -> None:
    """Holds the answers to a merge in the place of those before; None: it has no answers."""
    if answers is None:
        unsay(db, _NAME + merge)
    else:
        say(db, _NAME + merge, json.dumps({"at": at, "answers": answers}, ensure_ascii=False))
    # The moment stands first in the value, so that values are ordered by it.
    db.execute(
        "DELETE FROM properties WHERE name IN (SELECT name FROM properties WHERE substr(name, 1, ?) = ? "
        "ORDER BY value DESC LIMIT -1 OFFSET ?)",
        [len(_NAME), _NAME, _HELD],
    )
