"""The grid of phrases as one paragraph after another is shown in it, with more phrases or drafts, and with fewer.

What goes wrong where Qt asks the grid ends the program, so the grid is shown in one of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = """
import random
from PySide6.QtWidgets import QApplication
from widgets.lineage.grid import PhraseGrid
from widgets.lineage.view import DraftHead, LineView, PhraseRow
from widgets.theme import style

app = QApplication([])
style.apply(app, "light")
chance, grid = random.Random(1), PhraseGrid()
grid.resize(900, 400)
grid.show()
for _ in range(150):
    phrases, drafts = chance.randint(1, 9), chance.randint(1, 6)
    heads = tuple(DraftHead(str(at), f"D{at}") for at in range(drafts))
    states = ("stands",) * drafts
    rows = tuple(PhraseRow(chr(65 + at), 0, 1, "words", "who", states) for at in range(phrases))
    grid.show_line(LineView("OP1", "x", "0", 0, heads, (), (), rows))
    grid.choose(chance.randrange(phrases))
    if chance.random() < 0.7:
        app.processEvents()
    if chance.random() < 0.3:
        grid.hide()
        app.processEvents()
        grid.show()
print("lives")
"""


def test_one_paragraph_after_another_is_shown() -> None:
    run = subprocess.run(
        [sys.executable, "-c", SHOWN],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stdout.strip()) == (0, "lives"), run.stderr[-2000:]
    assert "Error" not in run.stderr
