"""Sequences of any acts and any keys on the real sheet, with the journal on.

`python -m tests.app.sheet_sequences 1000 0` runs as many from a seed on and prints what it saw.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.dossier.working.journal import Journal
from models.editing.working import WorkingText
from tests.app.at_the_keys import press_letter
from tests.app.on_the_sheet import same_as_model
from tests.app.random_sequences import Ground, check_journal, check_lineage, ground, one_act
from tests.models.editing.random_acts import check, selection_in
from widgets.writing.page import TextPage
from widgets.writing.sheet import WritingSheet

_Key, _Mod = Qt.Key, Qt.KeyboardModifier
_KEYS = (
    (_Key.Key_Return, _Mod.NoModifier), (_Key.Key_Return, _Mod.NoModifier), (_Key.Key_Return, _Mod.ShiftModifier),
    (_Key.Key_Tab, _Mod.NoModifier), (_Key.Key_Backtab, _Mod.ShiftModifier), (_Key.Key_Up, _Mod.AltModifier),
    (_Key.Key_Down, _Mod.AltModifier), (_Key.Key_Backspace, _Mod.NoModifier), (_Key.Key_Backspace, _Mod.NoModifier),
    (_Key.Key_Delete, _Mod.NoModifier), (_Key.Key_Backspace, _Mod.ControlModifier),
    (_Key.Key_Left, _Mod.ShiftModifier), (_Key.Key_Right, _Mod.ShiftModifier), (_Key.Key_Down, _Mod.ShiftModifier),
    (_Key.Key_Home, _Mod.NoModifier), (_Key.Key_End, _Mod.NoModifier), (_Key.Key_Up, _Mod.NoModifier),
    (_Key.Key_Left, _Mod.ControlModifier), (_Key.Key_Right, _Mod.ControlModifier),
)  # fmt: skip
_WORDS = (
    "Decides ", "1. ", "(a) ", "[", "]", "States", "; ", "é", "𝄞", "\u05d0 ", "Noting with ", "and", " ", "I. ",
    ", in May", " and", ".", "；", "، ", "］",
)  # fmt: skip


def sequence(page: TextPage, on: Ground, seed: int, steps: int) -> None:
    """One sequence; raises AssertionError where the sheet, the text or the journal disagree."""
    chance = random.Random(seed)
    parent = on.nodes[seed % len(on.nodes)]
    row = on.dossier.begin_working(parent, who=f"sheet {seed}")
    found = on.dossier.recover(row.id)
    working = WorkingText(found.base, state=found.state)
    working.punctuates = chance.random() < 0.7
    journal = Journal(on.dossier, row.id, working)
    working.listeners.append(journal.note)
    page.show_working(working)
    sheet = page.sheet
    assert page.changes is not None
    try:
        for _ in range(steps):
            _one(sheet, working, chance)
            QApplication.processEvents()
            check(working)
            same_as_model(sheet)
            if chance.random() < 0.3:
                check_lineage(working, page.changes)
                journal.commit()
                check_journal(on.dossier, row.id, working)
        _there_and_back(sheet, working)
        journal.commit()
        check_journal(on.dossier, row.id, working)
        check_lineage(working, page.changes)
    finally:
        page.sheet.let_go()
        journal.close()
        on.dossier.discard_working(row.id)


def _one(sheet: WritingSheet, working: WorkingText, chance: random.Random) -> None:
    """An act behind the sheet's back, or keys on it where the caret was put or left."""
    if chance.random() < 0.35:
        one_act(working, chance)
        return
    if chance.random() < 0.6:
        sheet.select(selection_in(working, chance))
    for _ in range(chance.randint(1, 3)):
        if chance.random() < 0.5:
            for letter in chance.choice(_WORDS):
                press_letter(sheet, letter)
        else:
            QTest.keyClick(sheet, *chance.choice(_KEYS))
        if chance.random() < 0.15:
            sheet.toggle_mark(chance.choice(("italic", "bold", "underline")))
        if chance.random() < 0.05:
            chance.choice((sheet.finish_paragraph, sheet.finish_text))()
        if chance.random() < 0.1:
            chance.choice((sheet.copy, sheet.cut, sheet.paste, sheet.paste))()
        if chance.random() < 0.2:
            (sheet.undo if chance.random() < 0.6 else sheet.redo)()


def _there_and_back(sheet: WritingSheet, working: WorkingText) -> None:
    end, entries = working.draft(), list(working.entries)
    undone = 0
    while working.undo_list.last is not None:
        sheet.undo()
        undone += 1
    assert working.draft() == working.base, "undone is not the base"
    assert not working.changed
    same_as_model(sheet)
    for _ in range(undone):
        sheet.redo()
    assert working.draft() == end, "redone is not the end"
    assert working.entries == entries
    same_as_model(sheet)


def main(count: int, first: int) -> None:
    """Run sequences, telling of each that fails."""
    app = QApplication([])
    began, failed = time.monotonic(), 0
    page = TextPage()
    page.resize(1000, 700)
    page.show()
    page.sheet.setFocus()
    app.processEvents()
    with tempfile.TemporaryDirectory() as folder, ground(Path(folder) / "a.adref") as on:
        for seed in range(first, first + count):
            try:
                sequence(page, on, seed, random.Random(seed).randint(3, 20))
            except Exception as error:
                failed += 1
                print(f"seed {seed}: {type(error).__name__}: {error}", flush=True)
    print(f"{count} sequences on the sheet, {failed} failed, {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
