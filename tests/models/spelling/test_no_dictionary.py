"""Without Enchant, or without a dictionary, spelling is off, and one sentence says so and what brings it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
ASK = """
from models.spelling.dictionaries import dictionary, why_none
from models.spelling.in_text import Spelling
from models.editing.marks.language_marks import ENGLISH
from models.editing.entries import entries_of
from models.draft import Draft, Kind, Paragraph, Run
entries = entries_of(Draft((Paragraph(Kind.TEXT, (Run("teh"),)),)))
print(dictionary("en"), Spelling().misspelt(entries[0], ENGLISH), Spelling().suggestions(entries[0], ENGLISH, "teh"))
print(why_none("en"))
"""


def test_a_machine_without_the_library() -> None:
    nowhere = dict(os.environ, PYENCHANT_LIBRARY_PATH="/nonexistent", PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", ASK], env=nowhere, cwd=ROOT, capture_output=True, text=True, check=True
    )
    nothing, sentence = done.stdout.splitlines()
    assert nothing == "None () ()"
    assert sentence.startswith("Spelling is off: ")
    assert sentence.endswith(".")
    assert sys.platform != "linux" or "apt install libenchant-2-2 hunspell-en-gb" in sentence
