"""Every letter that a paragraph can hold is written when it is typed; no control sign is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from models.draft.held_letters import held
from models.editing import structure
from widgets.writing.keys import Meant, Place, meaning

pytestmark = pytest.mark.usefixtures("qapp")
_HERE, _ACROSS = Place(False, False, False, False), Place(False, False, True, True)


def key(text: str) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)


@pytest.mark.parametrize("sign", "\u00a0\u202f\u2009\u2007\u3000\u00ad\u200b\u200c\u200d\u200e\u200f\u2011\u2060é中ع𝒜")
def test_spaces_and_signs_nobody_sees_are_written(sign: str) -> None:
    assert meaning(key(sign), _HERE) is Meant.LETTERS
    assert meaning(key(sign), _ACROSS) == (structure.insert_text, (sign,))


@given(st.characters(exclude_categories=["Cs"]))
def test_what_is_written_is_what_a_paragraph_holds(sign: str) -> None:
    written = meaning(key(sign), _HERE) is Meant.LETTERS
    assert written == (held(sign) == sign and sign not in "\t\n")
