"""What is put before an opening, into it, or takes it elsewhere: capitals and italics are those of its place."""

from __future__ import annotations

import pytest

from tests.models.editing.test_typed_structure import write
from tests.models.editing.tiny_drafts import lines, told, working


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        # An adverb before the verb takes its capital, and comes into its italics.
        ("O a;\nO |_Takes note_ of x.", "Also ", "O a;\nO _Also takes note_ of x.|"),
        ("O a;\nO [|_Takes note_ of x.]", "Further ", "O a;\nO [_Further takes note_ of x.]|"),
        ("O a;\nO |_Pide_ a todos.", "También ", "O a;\nO _También pide_ a todos.|"),
        ("O a;\nO |Takes note of x.", "Also ", "O a;\nO Also takes note of x.|"),
        ("O a;\nO |_Takes note_ of x.", "He ", "O a;\nO He _Takes note_ of x.|"),
        ("O a;\nO |States _act_.", "Also ", "O a;\nO Also States _act_.|"),
        ("T a\nT |Takes note", "Also ", "T a\nT Also Takes note|"),
        # A bracket that is opened in an opening is closed in its italics.
        ("E The G,\nP |", "Noting [with concern] that x", "E The G,\nP _Noting [with concern]_ that x|"),
        ("E The G,\nP |", "[Noting with concern] that x", "E The G,\nP [_Noting with concern_] that x|"),
        ("E The G,\nP |", "Noting [that x]", "E The G,\nP _Noting_ [that x]|"),
        # Items of a list do not open in italics; what comes out of the list does.
        ("O a:\nO _Invites_ |x.", "→", "O a:\n1 Invites x.|"),
        ("P a:\nP _Noting_ |x,\nO b.", "→", "P a:\n1 Noting x,|\nO b."),
        ("O a:\nO _Invites x_ |y.", "→", "O a:\n1 _Invites x_ y.|"),
    ],
)  # fmt: skip
def test_an_opening_that_changes(before: str, typed: str, after: str) -> None:
    made, at = working(before)
    write(made, at, typed)
    assert told(made) == lines(after.replace("|", ""))
