"""The user's own profiles, kept beside the settings: no dossier has them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.settings.settings import read_json, write_json
from models.circulation.own_profile import as_value, of_value
from models.circulation.profiles import Profile
from models.in_turn import in_turn

NAME = "profiles.json"
"""The file, in the folder of the settings."""


def read_own_profiles(folder: Path, usual: Sequence[Profile] = ()) -> tuple[Profile, ...]:
    """The profiles kept in a folder, the `usual` where they cannot be read; what none could be made from is passed
    over."""
    given, found = read_json(folder / NAME), list[Profile]()
    if not isinstance(given, list):
        return tuple(usual)
    for value in given:
        if (one := of_value(value, found)) is not None:
            found.append(one)
    return tuple(found)


def change_own_profiles(folder: Path, before: Sequence[Profile], after: Sequence[Profile]) -> tuple[Profile, ...]:
    """Keep what was made, changed or taken away from one list to another, and what another window kept meanwhile; all
    that is kept. Errors: OSError."""
    with in_turn(folder):
        there = {one.name: one for one in read_own_profiles(folder, before)}
        # What is as it was here is as another window has it.
        stay = [there.get(one.name) if one in before else one for one in after]
        now = [one for one in stay if one is not None]
        names = {one.name for one in now}
        now += (one for one in there.values() if one not in before and one.name not in names)
        write_json(folder / NAME, [as_value(one) for one in now])
    return tuple(now)
