"""What a line begins with becomes structure, typed or pasted, where the field has such a label; the rest stays words.

Labels of the field: 1., (a), (i), a. and those of rolling texts, OP3 (a), 3 bis (United Nations Editorial Manual;
shared facts of the field). A list that is pasted from a page or a mail is a list, whatever signs it has there.
"""

from __future__ import annotations

import pytest

from models.clipboard.read import from_clipboard
from models.editing.edit import Selection
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.working import WorkingText
from tests.models.editing.test_typed_structure import write
from tests.models.editing.tiny_drafts import told, working

BEFORE = "O a;\nO b:\n1 c;\nO |"
CASES = {
    # What is typed, what the line is then, and what it is where it is pasted, if that is something else.
    "3. Z": ("O Z",),
    "3 bis Z": ("O{3 bis} Z",),
    "(a) Z": ("1 Z",),
    "(b) Z": ("1 Z",),
    "(i) Z": ("2 Z",),
    "OP2 (b) Z": ("1 Z",),
    "2 (b) Z": ("1 Z",),
    "2(b) Z": ("1 Z",),
    "2 (b) above Z": ("1 above Z", "O 2 (b) above Z"),
    "3 Z": ("O 3 Z",),
    "1.1 Z": ("O 1.1 Z",),
    "1.1. Z": ("O 1.1. Z",),
    "§ 3 Z": ("O § 3 Z",),
    "Art. 3 Z": ("O Art. 3 Z",),
    "3: Z": ("O 3: Z",),
    "* Z": ("O * Z",),
    "A. Z": ("O A. Z",),
    # One line may be a name: "I. Newton"; who types it at the head of a line means a section.
    "I. Z": ("S Z", "O I. Z"),
    # Not of the field: words where they are typed, the list it was where it is pasted.
    "(1) Z": ("O (1) Z", "1 Z"),
    "1) Z": ("O 1) Z", "O Z"),
    "— Z": ("O — Z", "1 Z"),
    "– Z": ("O – Z", "1 Z"),
    "- Z": ("O - Z", "1 Z"),
    "• Z": ("O • Z", "1 Z"),
}


def _pasted(made: WorkingText, at: Selection, text: str) -> None:
    found = from_clipboard({"text/plain": text.encode()})
    insert_paragraphs(made, at, found.paragraphs, found.footnotes, openings=found.roman, apart=found.apart)


@pytest.mark.parametrize("line", CASES)
def test_what_a_line_begins_with(line: str) -> None:
    typed, pasted = working(BEFORE), working(BEFORE)
    write(*typed, line)
    _pasted(*pasted, line)
    assert told(typed[0])[3:] == [CASES[line][0]]
    assert told(pasted[0])[3:] == [CASES[line][-1]]
