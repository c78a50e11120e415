"""How many paragraphs of a working text differ from its draft, as the desk counts them: new, gone, moved or otherwise.

It is said beside the rows of the text when that is let go, with the moment it is of. Of a text that was written since,
as before a window was killed, or by an Adref that knows nothing of it, it is counted where it is listed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from models.dossier.form.properties import said, say, unsay

if TYPE_CHECKING:
    from sqlite_utils import Database

    from models.dossier.rows.working_rows import Recovered
    from models.editing.working import WorkingText

_NAME = "changed paragraphs of working text "


def write_count(db: Database, working: int, text: WorkingText) -> None:
    """Lets the count of a stored working text be known, whose rows say what it is; nothing where it is known."""
    (written,) = db.execute("SELECT written FROM working_texts WHERE id = ?", [working]).fetchone()
    if stored_count(db, working, written) is None:
        say(db, f"{_NAME}{working}", json.dumps([written, _counted(text)]))


def stored_count(db: Database, working: int, written: str) -> int | None:
    """The count of a working text, last written at a moment; None where nobody knows."""
    try:
        moment, count = json.loads(said(db, f"{_NAME}{working}") or "")
        return int(count) if moment == written else None
    except (ValueError, TypeError):
        return None


def count_of(found: Recovered) -> int:
    """The count of a working text as it was last written."""
    from models.editing.working import WorkingText

    return _counted(WorkingText(found.base, state=found.state, taken=found.taken, remembered=found.remembered))


def clear_count(db: Database, working: int) -> None:
    """The working text is no more."""
    unsay(db, f"{_NAME}{working}")


def _counted(text: WorkingText) -> int:
    from models.editing.changes import Changes  # loaded where something is counted

    changes = Changes(text)
    try:
        return changes.totals.paragraphs
    finally:
        changes.close()
