"""The user's own profiles, kept beside the settings: no dossier has them. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.settings.settings import read_json, write_json
from models.circulation.own_profile import as_value, of_value
from models.circulation.profiles import Profile

NAME = "profiles.json"
"""The file, in the folder of the settings."""


def read_own_profiles(folder: Path) -> tuple[Profile, ...]:
    """The profiles kept in a folder; what none could be made from is passed over."""
    given, found = read_json(folder / NAME), list[Profile]()
    for value in given if isinstance(given, list) else ():
        if (one := of_value(value, found)) is not None:
            found.append(one)
    return tuple(found)


def write_own_profiles(folder: Path, profiles: Sequence[Profile]) -> None:
    """Keep the profiles. Errors: OSError."""
    write_json(folder / NAME, [as_value(one) for one in profiles])
