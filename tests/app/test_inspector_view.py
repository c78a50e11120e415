"""What is told beside the text of the paragraph at the caret."""

from __future__ import annotations

import pytest

from app.text.inspector_view import inspector_view
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.acts.bracketing import bracket_state
from models.editing.acts.letters import insert_text
from models.editing.acts.splitting import new_paragraph
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.notes.footnotes import add_note
from models.editing.working import WorkingText
from widgets.paper.pieces import Mark, Pieces


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


def _changed(working: WorkingText, changes: Changes, position: int) -> Pieces:
    view = inspector_view(
        working,
        position,
        changes=changes,
        state=bracket_state(working),
        since="L.1",
        ancestors=(),
        writable=True,
    )
    return view.changed


def _marks(working: WorkingText, changes: Changes, position: int) -> list[str]:
    return [piece.text for piece in _changed(working, changes, position) if piece.note]


def test_words_that_changed_in_one_part_of_a_split_are_marked() -> None:
    said = "Recalls the dialogue held in New York, and also the meeting held in Geneva to discuss the challenges;"
    base = Draft(
        (Paragraph(Kind.OPERATIVE, (Run("Recalls", italic=True), Run(said[7:-1]), Run(footnote=1), Run(";"))),),
        (Footnote(1, "1", (Run("A/79/1."),)),),
    )
    working = WorkingText(base)
    changes = Changes(working)
    insert_text(working, Selection.at(0, said.index("discuss")), "openly ")
    new_paragraph(working, Selection.at(0, said.index(" and also")))
    first, second = (_changed(working, changes, position) for position in (0, 1))
    assert not any(piece.mark is Mark.ADDED and "openly" in piece.text for piece in first)
    assert [piece.text for piece in second if piece.mark is Mark.ADDED and "openly" in piece.text] == ["openly "]
    assert [(piece.text, piece.mark) for piece in second if piece.note] == [("1", Mark.NONE)]


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
