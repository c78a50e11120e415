"""Any sequence of acts, undos and redos: text, labels, notes, lineage and journal agree, and all of it goes back.

ADREF_SEQUENCES says how many (2,000 usually), ADREF_SHEET_SEQUENCES how many on the sheet (50).
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.app import sheet_sequences
from tests.app.random_sequences import ground, sequence
from widgets.writing.page import TextPage

PARTS = 8
MANY = int(os.environ.get("ADREF_SEQUENCES", "2000"))
ON_THE_SHEET = int(os.environ.get("ADREF_SHEET_SEQUENCES", "50"))

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.mark.parametrize("part", range(PARTS))
def test_any_sequence_with_the_journal_on(part: int, tmp_path: Path) -> None:
    with ground(tmp_path / "a.adref") as on:
        for seed in range(part, MANY, PARTS):
            try:
                sequence(on, seed, random.Random(seed).randint(3, 25))
            except AssertionError as error:
                raise AssertionError(f"sequence {seed}: {error}") from error


@pytest.mark.parametrize("part", range(2))
def test_any_sequence_on_the_sheet(qtbot: QtBot, part: int, tmp_path: Path) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.sheet.setFocus()
    with ground(tmp_path / "a.adref") as on:
        for seed in range(part, ON_THE_SHEET, 2):
            try:
                sheet_sequences.sequence(page, on, seed, random.Random(seed).randint(3, 20))
            except AssertionError as error:
                raise AssertionError(f"sequence {seed}: {error}") from error
