"""What is told beside the text of the paragraph at the caret."""

from __future__ import annotations

import pytest

from app.text.inspector_view import inspector_view
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.acts.bracketing import bracket_state
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.notes.footnotes import add_note
from models.editing.working import WorkingText


def test_notes_have_the_marks_they_have_in_the_text() -> None:
    base = Draft(
        (
            Paragraph(Kind.OPERATIVE, (Run("Takes note;"),)),
            Paragraph(Kind.OPERATIVE, (Run("Decides to act"), Run(footnote=1), Run("."))),
        ),
        (Footnote(1, "1", (Run("Old."),)),),
    )
    working = WorkingText(base)
    changes = Changes(working)
    add_note(working, Selection.at(0, 11), (Run("New."),))
    add_note(working, Selection.at(1, 7), (Run("Newer."),))
    assert [_marks(working, changes, position) for position in (0, 1)] == [["1"], ["2", "3"]]


def _marks(working: WorkingText, changes: Changes, position: int) -> list[str]:
    view = inspector_view(
        working,
        position,
        changes=changes,
        state=bracket_state(working),
        since="L.1",
        ancestors=(),
        writable=True,
    )
    return [piece.text for piece in view.changed if piece.note]


@pytest.mark.parametrize(
    ("kind", "words", "label", "called"),
    [
        (Kind.OPERATIVE, "[Solemnly] Decides to act;", "OP1", "Solemnly Decides"),
        (Kind.OPERATIVE, "[Decides to act;", "OP1", "Decides"),
        (Kind.PREAMBULAR, "“Recalling its resolution,", "PP1", "Recalling"),
        (Kind.ENACTING, "The General Assembly,", "Organ that acts", ""),
        (Kind.TEXT, "", "Plain text", ""),
        (Kind.HEADING, "Water", "Heading", ""),
        (Kind.MASTHEAD, "A/C.2/80/L.1", "Masthead", ""),
    ],
)
def test_a_paragraph_is_called_by_its_label_or_its_kind_and_its_opening_by_its_words(
    kind: Kind, words: str, label: str, called: str
) -> None:
    working = WorkingText(Draft((Paragraph(kind, (Run(words),)),)))
    view = inspector_view(working, 0, changes=None, state=bracket_state(working), since="", ancestors=(), writable=True)
    assert view.label == label
    assert view.opening.startswith(called) if called else not view.opening
    assert not set(view.opening) & set("[]［］“”")
