"""What was put into a working text of two drafts that were compared: known again when the text is taken up.

It stands beside the rows of the text and says of which moment it is: an Adref that knows nothing of it may have written
the text since, and then it counts no more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from models.dossier.form.properties import said, say, unsay
from models.draft import Run
from models.draft.canonical import run_from, run_value
from models.editing.placed import NOTHING, Placed, TakenBefore

if TYPE_CHECKING:
    from sqlite_utils import Database

_NAME, _AS_OF = "places of working text ", "places as of working text "


def write_places(db: Database, working: int, taken: TakenBefore | None, at: str) -> None:
    """Lets a stored working text, written at this moment, have this put into it; None: what there was."""
    if taken is not None:
        short = TakenBefore.of(taken.placed, taken.whole)
        value = {"whole": short.whole, "placed": [_placed_value(one) for one in short.placed]}
        say(db, f"{_NAME}{working}", json.dumps(value, separators=(",", ":")))
    say(db, f"{_AS_OF}{working}", at)


def stored_places(db: Database, working: int, written: str, keys: Iterable[int], notes: Iterable[int]) -> TakenBefore:
    """What was put into a working text, last written at a moment, that has these; nothing where nobody knows."""
    if said(db, f"{_AS_OF}{working}") != written:
        return NOTHING
    try:
        value = json.loads(said(db, f"{_NAME}{working}") or "")
        taken = TakenBefore(tuple(_placed_from(one) for one in value["placed"]), bool(value["whole"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return NOTHING  # the text is not lost with it
    return taken.still(keys, notes)


def clear_places(db: Database, working: int) -> None:
    """The working text is no more."""
    unsay(db, f"{_NAME}{working}", f"{_AS_OF}{working}")


def _placed_value(one: Placed) -> dict[str, Any]:
    return {
        "drafts": one.drafts,
        "at": [[key, *origin] for key, origin in one.at.items()],
        "in_full": [[note, _runs_value(now), _runs_value(own)] for note, (now, own) in one.in_full.items()],
    }


def _placed_from(value: dict[str, Any]) -> Placed:
    old, new = map(str, value["drafts"])
    at = {int(key): (int(side), int(place)) for key, side, place in value["at"]}
    in_full = {int(note): (_runs_from(now), _runs_from(own)) for note, now, own in value["in_full"]}
    return Placed((old, new), at, in_full)


def _runs_value(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    return [run_value(run) for run in runs]


def _runs_from(value: list[dict[str, Any]]) -> tuple[Run, ...]:
    return tuple(run_from(run) for run in value)
