"""What single keys do on the merge page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from models.merging import Choice

if TYPE_CHECKING:
    from widgets.merge.page import MergePage


def acts(page: MergePage) -> Mapping[Qt.Key, Callable[[], object]]:
    """By key what it does; with Ctrl or Alt none of it is meant."""
    keys, walk = Qt.Key, page.walk
    return {
        keys.Key_N: lambda: page.step(1),
        keys.Key_P: lambda: page.step(-1),
        keys.Key_1: lambda: walk.answer(Choice("ours")),
        keys.Key_2: lambda: walk.answer(Choice("theirs")),
        keys.Key_0: lambda: walk.answer(Choice("base")),
        keys.Key_W: page.answer_row.write,
        keys.Key_O: lambda: walk.answer_whole("ours"),
        keys.Key_T: lambda: walk.answer_whole("theirs"),
        keys.Key_B: lambda: walk.answer_whole("both"),
        keys.Key_Delete: walk.ask_again,
        keys.Key_D: page.told.go,
        keys.Key_Left: lambda: walk.step_place(-1),
        keys.Key_Right: lambda: walk.step_place(1),
        keys.Key_Escape: page.reading.setFocus,
    }
