"""What is known of what references and "Ibid." of a working text meant: known again when the text is taken up, and of
the draft it is kept as; and which of its paragraphs the user took elsewhere.

Like `working_places` it says of which moment it is: an Adref that knows nothing of it may have written the text since.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from models.comparison.references.listed import Links
from models.dossier.form.properties import said, say, unsay
from models.editing.references.remembered import NOTHING_KNOWN, AllParted, Held, Keys, Known, Parted, Remembered, Signs

if TYPE_CHECKING:
    from sqlite_utils import Database

_NAME, _AS_OF, _OF_DRAFT = "meanings of working text ", "meanings as of working text ", "meanings of draft "


def write_meanings(db: Database, working: int, remembered: Remembered | None, at: str) -> None:
    """Lets this be known of a stored working text, written at this moment; None: what was known."""
    if remembered is not None:
        _say(db, f"{_NAME}{working}", remembered)
    db.execute("UPDATE properties SET value = ? WHERE name = ?", [at, f"{_AS_OF}{working}"])
    if remembered is not None:
        say(db, f"{_AS_OF}{working}", at)


def keep_meanings(db: Database, node: str, remembered: Remembered) -> None:
    """Lets this be known of a draft that was just kept."""
    _say(db, f"{_OF_DRAFT}{node}", remembered)


def stored_meanings(db: Database, working: int, written: str, parent: str | None) -> Remembered:
    """What is known of a working text, last written at a moment, or of the draft it stands on."""
    if said(db, f"{_AS_OF}{working}") == written:
        return _from(said(db, f"{_NAME}{working}"))
    return draft_meanings(db, parent) if parent is not None else NOTHING_KNOWN


def draft_meanings(db: Database, node: str) -> Remembered:
    """What is known of a kept draft."""
    return _from(said(db, f"{_OF_DRAFT}{node}"))


def clear_meanings(db: Database, working: int) -> None:
    """The working text is no more."""
    unsay(db, f"{_NAME}{working}", f"{_AS_OF}{working}")


def _say(db: Database, name: str, remembered: Remembered) -> None:
    if not remembered:
        unsay(db, name)
        return
    value = {
        "lost": _value(remembered.lost),
        "parted": [[key, one.signs, list(one.parted.items())] for key, one in remembered.parted.items()],
        "astray": _value(remembered.astray),
        "ibids": list(remembered.ibids.items()),
        "named": _value(remembered.named),
        "moved": list(remembered.moved.items()),
    }
    say(db, name, json.dumps(value, separators=(",", ":")))


def _value(known: Known) -> list[Any]:
    return [[key, held.signs, list(held.meant.items())] for key, held in known.items()]


def _from(said: str | None) -> Remembered:
    if said is None:
        return NOTHING_KNOWN
    try:
        value = json.loads(said)
        ibids = {int(note): None if source is None else int(source) for note, source in value["ibids"]}
        moved = {int(key): int(number) for key, number in value.get("moved", ())}
        named, parted = _known(value.get("named", [])), _parted(value.get("parted", []))
        return Remembered(_known(value["lost"]), parted, _known(value["astray"]), ibids, named, moved)
    except (ValueError, KeyError, TypeError, AttributeError):
        return NOTHING_KNOWN  # the text is not lost with it


def _known(value: list[Any]) -> Mapping[int, Held]:
    return {
        int(key): Held(
            _signs(signs),
            {int(number): _keys(keys) for number, keys in meant},
        )
        for key, signs, meant in value
    }


def _parted(value: list[Any]) -> Mapping[int, AllParted]:
    return {
        int(key): AllParted(
            _signs(signs),
            {int(number): Parted(_keys(ranges), Links(*map(str, links))) for number, (ranges, links) in parted},
        )
        for key, signs, parted in value
    }


def _keys(value: list[Any]) -> Keys:
    return tuple(None if one is None else int(one) for one in value)


def _signs(value: list[Any]) -> Signs:
    return tuple(_signs(one) if isinstance(one, list) else one for one in value)
