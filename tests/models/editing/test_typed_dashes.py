"""A dash before an item, typed or pasted: the item has its letter, or the dash of its list, and never both."""

from __future__ import annotations

import pytest

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from tests.models.editing.test_typed_structure import write
from tests.models.editing.tiny_drafts import lines, selected, told, working


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("O Decides:|", "↵— To report;↵– To act.", "O Decides:\n1 To report;\n1 To act.|"),
        ("O Décide :|", "↵– D’agir ;↵– De lire", "O Décide :\n1{a)} D’agir\u00a0;\n1{b)} De lire|"),
        ("O Decides:\n1 |", "• to go", "O Decides:\n1 to go|"),
        ("O Decides:\n1 |", "[- to go", "O Decides:\n1 [to go|"),
        ("O Decides:\n1{—} a;\n1{—} |", "— to go", "O Decides:\n1{—} a;\n1{—} to go|"),
        # What is no sign of a list is words, and so is a dash in any other place.
        ("O Decides:\n1 |", "-5 degrees", "O Decides:\n1 -5 degrees|"),
        ("O Decides:\n1 a |", "– b", "O Decides:\n1 a – b|"),
        ("O a;\nO |", "— to go", "O a;\nO — to go|"),
        ("C{0.0.0} a\nC{0.0.1} |", "- b", "C{0.0.0} a\nC{0.0.1} - b|"),
    ],
)
def test_a_dash_that_is_typed(before: str, typed: str, after: str) -> None:
    made, at = working(before, punctuates=True)
    write(made, at, typed)
    assert told(made, selected(made)) == lines(after)


def test_it_is_there_again_after_undo() -> None:
    made, at = working("O Decides:\n1 |")
    write(made, at, "— ")
    made.undo()
    assert told(made) == ["O Decides:", "1 —~"]


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("O D:\n1 |", "―  To report;\n―  To act.", "O D:\n1 To report;\n1 To act.|"),
        ("O D:\n1 |", "—To report;\n—To act.", "O D:\n1 To report;\n1 To act.|"),
        ("O D:\n1 |", "* To report;\n* To act.", "O D:\n1 To report;\n1 To act.|"),
        (
            "O D:\n1{—} x;\n1{—} y;|",
            "— To report;\n— To act.",
            "O D:\n1{—} x;\n1{—} y;\n1{—} To report;\n1{—} To act.|",
        ),
        ("O D:\n1{—} |\n1{—} y.", "(a) To report;", "O D:\n1{—} To report;|\n1{—} y."),
        ("O D:\n1{a)} x;\n1{b)} y;|", "– Agir.", "O D:\n1{a)} x;\n1{b)} y;\n1{c)} Agir.|"),
        ("O D:\n1{—} x;\n1{—} y:|", "(i) a;\n(ii) b.", "O D:\n1{—} x;\n1{—} y:\n2 a;\n2 b.|"),
        ("O a;\nO |", "* To act", "O a;\nO * To act|"),
    ],
)
def test_a_dash_that_is_pasted(before: str, text: str, after: str) -> None:
    made, at = working(before)
    paste(made, at, from_clipboard({"text/plain": text.encode()}))
    assert told(made, selected(made)) == lines(after)
