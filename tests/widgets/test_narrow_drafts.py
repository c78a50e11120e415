"""The list of drafts where there is little room for it: beside the inspector and the help in a small window."""

from __future__ import annotations

import pytest

from widgets.dossier.row import COUNT, METER, TEXT_AT, meter_start, words_room


@pytest.mark.parametrize("width", [360, 500, 519, 520, 700, 1100])
def test_words_have_room_and_numbers_stand_behind_them(width: int) -> None:
    assert words_room(width) >= 140
    assert TEXT_AT + words_room(width) < meter_start(width) - COUNT
    assert meter_start(width) + (METER if width >= 520 else 0) < width
