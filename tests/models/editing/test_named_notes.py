"""Footnotes that the text or another note names: the figures follow; what is gone is told, marked and remembered."""

from __future__ import annotations

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing import structure as acts
from models.editing.acts.put_back import put_back
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import add_note, join_same, set_note_text
from models.editing.notes.named_notes import naming_another
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import last_told


def text(last: str = "Decides.", *notes: str) -> WorkingText:
    """OP1 to OP3, each with a note, and OP4."""
    heads = [Paragraph(Kind.OPERATIVE, (Run(f"Recalls {at}"), Run(footnote=at), Run(";"))) for at in (1, 2, 3)]
    said = [Footnote(at, str(at), (Run(words),)) for at, words in enumerate(notes, 1)]
    return WorkingText(Draft((*heads, Paragraph(Kind.OPERATIVE, (Run(last),))), tuple(said)))


def noted(made: WorkingText) -> list[str]:
    return [made.notes[note].text for note in made.cited()]


@pytest.mark.parametrize(
    ("says", "then"),
    [
        ("See footnote 1 above.", "See footnote 2 above."),
        ("See notes 1 and 2 above.", "See notes 2 and 3 above."),
        ("Supra note 1.", "Supra note 2."),
        ("Voir la note de bas de page 2 ci-dessus.", "Voir la note de bas de page 3 ci-dessus."),
        ("انظر الحاشية ٢ أعلاه.", "انظر الحاشية ٣ أعلاه."),
        ("See footnote 1 of the report.", "See footnote 1 of the report."),
        ("See footnote 3 above.", "See footnote 3 above."),  # itself: nobody knows what is meant
    ],
)
def test_figures_follow_a_note_that_comes_before(says: str, then: str) -> None:
    made = text("Decides.", "A.", "B.", says)
    add_note(made, Selection.at(0, 3), (Run("New."),))
    assert noted(made) == ["New.", "A.", "B.", then]
    assert ("1 reference follows: footnote 4" in last_told(made)) == (says.count("and") == 0 and says != then)
    there_and_back(made)


def test_figures_in_the_text_follow_and_the_caret_stays() -> None:
    made = text("As stated in footnote 3 above, and footnote 1 of the report.", "A.", "B.", "C.")
    acts.move(made, Selection.at(2, 0), -2)
    assert made.entries[3].text == "As stated in footnote 1 above, and footnote 1 of the report."
    assert "1 reference follows: OP4" in last_told(made)
    there_and_back(made)


@pytest.mark.parametrize(
    ("says", "then"),
    [
        ("See supra note 1.", "See infra note 2."),
        ("Supra note 1.", "Infra note 2."),
        ("见上文脚注1。", "见下文脚注2。"),
        ("见上文的脚注 1。", "见下文的脚注 2。"),
    ],
)
def test_the_word_in_front_of_a_note_turns(says: str, then: str) -> None:
    made = text("Decides.", "A.", says, "C.")
    acts.move(made, Selection.at(0, 0), 1)
    assert noted(made) == [then, "A.", "C."]
    there_and_back(made)


def test_lists_ascend_and_sides_turn() -> None:
    made = text("Decides.", "A.", "B.", "See footnotes 1 and 2 above.")
    acts.move(made, Selection.at(0, 0), 1)
    assert noted(made) == ["B.", "A.", "See footnotes 1 and 2 above."]
    made = text("Decides.", "A.", "See footnote 1 above.", "C.")
    acts.move(made, Selection.at(0, 0), 1)
    assert noted(made) == ["See footnote 2 below.", "A.", "C."]
    assert "footnote 1 says “below” now" in last_told(made)
    there_and_back(made)


@pytest.mark.parametrize(
    ("move", "says", "then"),
    [
        ((0, 1), "notes 1 to 3", "notes 1 to 3"),
        ((1, 1), "notes 1 to 3", "notes 1 to 3"),
        ((2, -2), "notes 1-2", "notes 2-3"),
        ((0, 2), "notes 1-2", "notes 1-3"),
        ((0, 2), "notes 1, 2 to 3", "notes 3, 1 to 2"),
        ((1, 1), "сноски 1–2", "сноски 1–3"),
    ],
)
def test_a_range_holds_all_that_it_took_in(move: tuple[int, int], says: str, then: str) -> None:
    word = "above" if says.isascii() else "выше"
    made = text(f"Act on {says} {word}.", "A.", "B.", "C.")
    acts.move(made, Selection.at(move[0], 0), move[1])
    assert made.entries[3].text == f"Act on {then} {word}."
    there_and_back(made)


def test_what_is_gone_is_told_marked_and_remembered_until_it_is_back_or_written_anew() -> None:
    made = text("Decides.", "A.", "B.", "See footnote 1 above.")
    acts.delete(made, Selection(Caret(0, 0), Caret(1, 0)))
    # What is footnote 1 now is not what was meant.
    assert noted(made) == ["B.", "See footnote 1 above."]
    assert "footnote 2 refers to footnote 1, which is gone" in last_told(made)
    marked = {1: "Footnote 2 says “footnote 1 above”, and what that meant is gone."}
    assert to_look_at(made) == marked
    add_note(made, Selection.at(0, 1), (Run("New."),))
    assert noted(made)[2] == "See footnote 1 above."
    assert made.remembered.named
    made.undo()
    assert to_look_at(made) == marked
    made.undo()
    assert (naming_another(made), made.remembered.named) == ({}, {})
    made.redo()
    set_note_text(made, 3, (Run("See footnote 12 above."),), Selection())
    set_note_text(made, 3, (Run("See footnote 1 above."),), Selection())
    assert naming_another(made) == {}
    there_and_back(made)


def test_where_references_do_not_follow_nothing_is_written() -> None:
    made = text("Decides.", "A.", "B.", "See footnote 1 above.")
    made.follows_references = False
    add_note(made, Selection.at(0, 3), (Run("New."),))
    assert noted(made)[3] == "See footnote 1 above."


def test_a_note_that_is_put_back_names_what_it_named() -> None:
    made = text("Decides.", "A.", "B.", "See footnote 1 above.")
    add_note(made, Selection.at(0, 3), (Run("New."),))
    set_note_text(made, 3, (Run("See the report."),))
    put_back(made, Selection.at(2, 0))
    assert noted(made)[3] == "See footnote 2 above."


def test_a_source_that_is_one_note_with_another_is_named_by_its_number() -> None:
    made = text("Decides.", "A.", "B.", "See footnote 2 above.")
    set_note_text(made, 2, (Run("A."),))
    join_same(made, 2)
    assert noted(made) == ["A.", "See footnote 1 above."]
    there_and_back(made)
