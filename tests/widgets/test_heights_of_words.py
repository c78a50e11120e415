"""A label knows its heights by width, and forgets them where its words or their letters are others."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from widgets.theme import fonts
from widgets.theme.surfaces import Words

_SHORT = "Recalling its resolution"
_LONG = f"{_SHORT} 80/1 and all_that_was_said_in_documents_of_the_Committee A/C.2/80/L.50/Rev.1 " * 3


def _fresh(qtbot: QtBot, text: str, pixels: float, edge: int = 0) -> Words:
    label = Words(text, fonts.serif(pixels), lines=True)
    qtbot.addWidget(label)
    label.setContentsMargins(edge, edge, edge, edge)
    return label


@pytest.mark.parametrize("width", [60, 140, 400])
def test_what_was_measured_of_others_is_forgotten(qtbot: QtBot, width: int) -> None:
    label = _fresh(qtbot, _SHORT, 12)
    label.heightForWidth(width)
    for text, pixels, edge in (
        (_LONG, 12, 0),
        (_LONG, 24, 0),
        (_LONG, 24, 9),
        (_SHORT, 24, 9),
        ("a", 9, 0),
    ):
        label.setText(text)
        label.setFont(fonts.serif(pixels))
        label.setContentsMargins(edge, edge, edge, edge)
        found = [label.heightForWidth(one) for one in (width, width + 1, width)]
        as_new = _fresh(qtbot, text, pixels, edge)
        assert found == [as_new.heightForWidth(one) for one in (width, width + 1, width)]
        assert label.minimumSizeHint() == as_new.minimumSizeHint()
