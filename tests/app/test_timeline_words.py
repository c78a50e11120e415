"""What the timeline says of pairing by hand."""

from __future__ import annotations

import pytest

from app.dossier.timeline import happened
from models.dossier.kept.timeline import Happening
from widgets.dossier.telling import sentence

AT = "2026-11-24T10:00:00.000000+00:00"


@pytest.mark.parametrize(
    ("what", "pair", "said"),
    [
        ("paired", (2, 3), "Chair paired 3 with 4, Rev.1 and L.3."),
        ("unpaired", (2, None), "Chair parted 3 from all, Rev.1 and L.3."),
        ("unpaired", (None, 3), "Chair parted 4 from all, Rev.1 and L.3."),
        ("taken back", (2, 3), "Chair took back the pairing of 3 with 4 of Rev.1."),
    ],
)
def test_pairs(what: str, pair: tuple[int | None, int | None], said: str) -> None:
    done = Happening(AT, "Chair", what, "a", "Rev.1", other="b", pairs=(pair,))
    told = sentence(happened(done, {"a": "Rev.1", "b": "L.3"}, {}))
    assert told.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None}) == said
