"""A comparison that another took the place of is taken apart in pieces, and not by who let it go last."""

from __future__ import annotations

import sys
import weakref
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.compare import letting_go
from app.subjects.compared import Compared, InColumns, columns_to_show, compare_to_show
from app.subjects.sides import Side
from app.window.window import Window
from models.draft import Draft, Kind, Paragraph, Run


def _side(words: str) -> Side:
    return Side(words, "", Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(f"{words} {at};"),)) for at in range(30))))


def _untold(_share: float | None = None) -> None:
    """Nobody is told how far it is."""


def _compared() -> Compared:
    return compare_to_show(_side("Decides to meet"), _side("Decides to go on"), None, _untold)


def _in_columns() -> InColumns:
    one = _compared()
    return columns_to_show((one.old, one.new), (one.comparison,), None)


@pytest.mark.parametrize("make", [_compared, _in_columns])
def test_its_parts_are_held_until_nobody_else_has_them_and_then_let_go(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch, make: Callable[[], Compared | InColumns]
) -> None:
    monkeypatch.setattr(letting_go, "_LATER", 60)
    monkeypatch.setattr(letting_go, "_FEW", 7)
    shown = make()
    comparison = shown.comparison if isinstance(shown, Compared) else shown.columns.comparisons[0]
    whole, change = weakref.ref(comparison), comparison.changes[3]
    letting_go.let_go(shown, window.background, window)
    del shown, comparison
    assert whole() is None
    alone = sys.getrefcount(object()) + 1  # what is asked for, and the name it has here
    assert sys.getrefcount(change) > alone
    qtbot.waitUntil(lambda: sys.getrefcount(change) == alone)
