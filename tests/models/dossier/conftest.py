"""The dossier that most tests of this room write in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.dossier import Dossier


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    """A new dossier, closed with the test."""
    with Dossier.create(tmp_path / "a.adref") as made:
        yield made
