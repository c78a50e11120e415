"""What goes wrong because the rows of a dossier are damaged: told as that, not as a fault of Adref's own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.dossier.errors import DossierDamaged, DossierError, told

_BY_DAMAGE = (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)
"""What reading rows raises where they are not what was written."""


@contextmanager
def told_of_damage(path: Path) -> Iterator[None]:
    """As `told`; and what no sentence is known for is damage where the dossier is not sound. Other faults are ours."""
    try:
        with told(path):
            yield
    except _BY_DAMAGE as error:
        if not _is_damaged(path):
            raise
        raise DossierDamaged(path) from error


def _is_damaged(path: Path) -> bool:
    from models.dossier.soundness.doctor import examine

    try:
        return bool(examine(path))
    except DossierError:
        return False
