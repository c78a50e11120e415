"""What is to be looked at is said at once and stays marked as long as it is so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.clipboard.read import from_clipboard
from models.clipboard.write import to_clipboard
from models.draft import Run
from models.editing import structure as acts
from models.editing.acts.put_back import put_back
from models.editing.acts.set_numbers import set_suffix
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import add_note, remove_note, set_note_text
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import lines, told, working


@pytest.mark.parametrize(
    ("before", "by", "after", "said"),
    [
        ("O a;\nO |b;\nO paragraph 2 above.", 1, "O a;\nO paragraph 3 below;\nO b.", "OP2 says “below” now"),
        ("O |paragraph 2 below;\nO b.", 1, "O b;\nO paragraph 1 above.", "OP2 says “above” now"),
        ("O a;\nO |b;\nO paragraphs 1 and 2 above.", -1, "O b;\nO a;\nO paragraphs 1 and 2 above.", ""),
        ("O a;\nO |b;\nO paragraphs 1 and 2 above.", 1, "O a;\nO paragraphs 1 and 3 above;\nO b.", "follows: OP2"),
        ("O a;\nO |au paragraphe 1 ci-dessus.", -1, "O au paragraphe 2 ci-dessous\u00a0;\nO a.", "“ci-dessous”"),
    ],
)
def test_above_and_below_follow(before: str, by: int, after: str, said: str) -> None:
    made, at = working(before, punctuates=True)
    acts.move(made, at, by)
    assert told(made) == lines(after)
    assert made.undo_list.last is not None
    assert said in made.undo_list.last.told
    there_and_back(made)


def test_a_reference_to_two_sides_is_marked() -> None:
    made, at = working("O a;\nO |b;\nO paragraphs 1 and 2 above.")
    acts.move(made, at, 1)
    assert to_look_at(made) == {}
    made, at = working("O a;\nO paragraph 1 below;\nO b.")
    assert to_look_at(made) == {1: "It says paragraph 1 below, which stands above."}


def test_a_reference_to_what_is_gone_is_marked_until_it_is_back_or_written_anew() -> None:
    made, _ = working("O a;\nO |b;\nO c;\nO paragraphs 2 and 3 above.")
    acts.delete(made, Selection(Caret(1, 0), Caret(2, 0)))
    gone = "It refers to what was paragraph 2, which is gone."
    assert to_look_at(made) == {2: f"{gone} It refers to what was paragraph 3, which is OP2 now."}
    acts.insert_text(made, Selection.at(0, 1), "x")
    assert 2 in to_look_at(made)
    made.undo()
    made.undo()
    assert to_look_at(made) == {}
    made.redo()
    acts.typed(made, 2, (Run("paragraph 2 above."),), Selection.at(2), Selection.at(2))
    assert to_look_at(made) == {}


def test_a_bis_that_stands_elsewhere_is_marked() -> None:
    made, at = working("O a;\nO{1 bis} |b;\nO{1 ter} c;\nO d.")
    assert to_look_at(made) == {}
    acts.move(made, at, -1)
    assert to_look_at(made) == {0: "OP1 bis does not stand after OP1."}
    made.undo()
    assert to_look_at(made) == {}
    acts.delete(made, Selection(Caret(0, 0), Caret(1, 0)))
    assert set(to_look_at(made)) == {0}
    set_suffix(made, Selection.at(0), None)
    assert to_look_at(made) == {}
    made, _ = working("P a,\nP{PP1 bis} b,\nO a:\n1 b;\n1{(a) bis} c.")
    assert to_look_at(made) == {}
    acts.delete(made, Selection(Caret(3, 0), Caret(4, 0)))
    acts.delete(made, Selection(Caret(0, 0), Caret(1, 0)))
    assert set(to_look_at(made)) == {0, 2}


def with_ibid(text: str, *ibid: int) -> WorkingText:
    draft = working(text)[0].draft()
    notes = (replace(n, runs=(Run("Ibid., annex II."),)) if n.id in ibid else n for n in draft.footnotes)
    return WorkingText(replace(draft, footnotes=tuple(notes)))


def _cut_and_paste(made: WorkingText) -> None:
    taken = Selection(Caret(1, 1), Caret(1, 3))
    fragment = from_clipboard(to_clipboard(made, taken))
    acts.delete(made, taken)
    insert_paragraphs(made, Selection.at(0, 1), fragment.paragraphs, fragment.footnotes)


def _copy_and_paste(made: WorkingText) -> None:
    fragment = from_clipboard(to_clipboard(made, Selection(Caret(1, 1), Caret(1, 3))))
    insert_paragraphs(made, Selection.at(0, 1), fragment.paragraphs, fragment.footnotes)


@pytest.mark.parametrize(
    ("act", "where"),
    [
        (lambda made: remove_note(made, Selection(), 2), 1),
        (lambda made: add_note(made, Selection.at(1, 1), [Run("New.")]), 1),
        (lambda made: acts.delete(made, Selection(Caret(0, 0), Caret(1, 0))), 0),
        (_cut_and_paste, 0),
        (_copy_and_paste, 0),
    ],
)
def test_an_ibid_that_follows_another_note_is_said_and_marked(act: object, where: int) -> None:
    made = with_ibid("O x^1^2;\nO a^3;\nO b^4.", 3)
    assert to_look_at(made) == {}
    act(made)  # type: ignore[operator]
    last = made.undo_list.last
    assert last is not None
    assert "says “Ibid.”" in last.said
    assert set(to_look_at(made)) == {where}
    while made.undo():
        pass
    assert to_look_at(made) == {}


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("See footnote 1 above.", [], []),  # "footnote 2 below" then
        ("See note 3 below.", [], []),
        (
            "Voir note 2 ci-dessus.",
            ["Footnote 2 says “note 2 ci-dessus”, and is that footnote itself."],
            ["Footnote 1 says “note 2 ci-dessus”, and that stands below it."],
        ),
        (
            "See footnote 9 above.",
            ["Footnote 2 says “footnote 9 above”, and no footnote has that number."],
            ["Footnote 1 says “footnote 9 above”, and no footnote has that number."],
        ),
        ("A/79/1, footnote 1.", [], []),
    ],
)
def test_a_note_that_names_another_which_stands_elsewhere_is_marked(
    words: str, before: list[str], after: list[str]
) -> None:
    made, _ = working("O a^1;\nO b^2;\nO c^3.")
    set_note_text(made, 2, (Run(words),))
    assert list(to_look_at(made).values()) == before
    acts.move(made, Selection.at(1), -1)
    assert list(to_look_at(made).values()) == after


def test_an_ibid_that_is_written_anew_or_keeps_its_note_is_right() -> None:
    made = with_ibid("O x^1^2;\nO a^3;\nO b^4.", 3)
    acts.move(made, Selection.at(2), -1)
    assert set(to_look_at(made)) == {2}
    set_note_text(made, 3, (Run("Ibid., annex III."),))
    assert to_look_at(made) == {}
    made = with_ibid("O x^1^2;\nO a^3;\nO b^4.", 3, 4)
    remove_note(made, Selection(), 3)
    assert to_look_at(made) == {}
    put_back(made, Selection.at(1))
    assert to_look_at(made) == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Asks all to act as in paragraph 2 (b);", "If it means this text by paragraph 2 (b), that is OP3 (b) now."),
        ("Asks all to act as in paragraph 2;", "If it means this text by paragraph 2, that is OP3 now."),
        ("Takes note of paragraph 2 and of paragraph 2 (b);", "If it means this text by paragraph 2, that is OP3 now."),
        ("Asks all to act as in paragraphs 1 and 2;", "If it means this text by paragraph 2, that is OP3 now."),
        ("Asks all to act [EU, OP2];", "If it means this text by OP2, that is OP3 now."),
        ("Asks all to act as in OP2 of the EU;", "If it means this text by OP2, that is OP3 now."),
        ("Asks all to act as in OP2 of the Convention;", ""),
        ("Asks all to act as in paragraph 2 of the report;", ""),
        (
            "Asks all to act as the Committee in paragraph 2;",
            "If it means this text by paragraph 2, that is OP3 now.",
        ),
        ("Asks UNEP for a report under paragraph 2;", "If it means this text by paragraph 2, that is OP3 now."),
        ("Recalls resolution 57/270, in particular paragraph 2;", ""),
        ("Asks all to act as in paragraph 9;", ""),
        ("Asks all to act as in paragraph 2 above;", ""),
        ("Asks all to act “as in paragraph 2”;", ""),
    ],
)
def test_a_reference_that_may_be_of_the_text_is_marked_where_its_number_is_another_s(text: str, says: str) -> None:
    made, at = working(f"O One;|\nO Requests:\n1 a;\n1 b;\nO {text}")
    assert to_look_at(made) == {}
    acts.new_paragraph(made, at)
    last = len(made.entries) - 1
    assert says in to_look_at(made).get(last, "") if says else last not in to_look_at(made)
    made.undo()
    assert to_look_at(made) == {}


def test_once_it_was_looked_at_and_set_right_it_is_marked_no_more() -> None:
    made, at = working("O One;|\nO Two;\nO Asks all to act as in paragraph 2;")
    acts.new_paragraph(made, at)
    assert list(to_look_at(made)) == [3]
    acts.insert_text(made, Selection(Caret(3, 32), Caret(3, 33)), "3")
    assert made.entries[3].text == "Asks all to act as in paragraph 3;"
    assert to_look_at(made) == {}
