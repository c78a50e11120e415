"""What references meant is known on: through other words beside them, through undoing, and through paragraphs that come
back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.draft import Footnote, Kind, Run
from models.editing import structure
from models.editing.acts.bracketing import bracket
from models.editing.acts.put_back import put_back_gone
from models.editing.edit import Caret, Selection
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.runs import replaced
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.tiny_drafts import told, working

TEXT = "E Organ,\nP Recalling X,\nO Decides A;\nO Requests B;\nO Urges C, paragraph 2 above;\nO Ends."
GONE = "It refers to what was paragraph 2, which is gone."


def _cut(text: WorkingText, at: int) -> None:
    structure.delete(text, Selection(Caret(at, 0), Caret(at + 1, 0)))


def _write(text: WorkingText, at: int, place: int, words: str) -> None:
    entry = text.entries[at]
    runs = replaced(entry.paragraph.runs, place, place, (Run(words),))
    structure.typed(text, at, runs, Selection.at(at, place), Selection.at(at, place + len(words)))


def _new_first(text: WorkingText) -> None:
    structure.new_paragraph(text, Selection.at(1, text.entries[1].length))
    if text.entries[2].paragraph.kind is not Kind.OPERATIVE:
        structure.set_kind(text, Selection.at(2, 0), Kind.OPERATIVE, 0)


def _paste_and_undo(text: WorkingText) -> None:
    end = len(text.entries) - 1
    insert_paragraphs(text, Selection.at(end, text.entries[end].length), [text.original[3].paragraph], [])
    text.undo()


def _put_back_and_undo(text: WorkingText) -> None:
    put_back_gone(text, 3)
    text.undo()


def _undo_and_redo(text: WorkingText) -> None:
    text.undo()
    text.redo()


BETWEEN: dict[str, Callable[[WorkingText], object]] = {
    "nothing": lambda text: None,
    "a letter before it": lambda text: _write(text, 3, 5, "!"),
    "a letter behind it": lambda text: _write(text, 3, text.entries[3].length - 1, ", too"),
    "brackets": lambda text: bracket(text, Selection(Caret(3, 0), Caret(3, text.entries[3].length))),
    "pasted and undone": _paste_and_undo,
    "put back and undone": _put_back_and_undo,
    "undone and done again": _undo_and_redo,
}


@pytest.mark.parametrize("between", BETWEEN)
def test_a_reference_to_what_is_gone_never_comes_to_name_another(between: str) -> None:
    text, _ = working(TEXT)
    _cut(text, 3)
    assert to_look_at(text) == {3: GONE}
    BETWEEN[between](text)
    assert to_look_at(text) == {3: GONE}
    _new_first(text)
    assert to_look_at(text) == {4: GONE}
    assert "paragraph 2 above" in told(text)[4]


def test_who_writes_the_figure_anew_means_what_it_says() -> None:
    text, _ = working(TEXT)
    _cut(text, 3)
    place = text.entries[3].text.index("2")
    structure.delete(text, Selection(Caret(3, place), Caret(3, place + 1)))
    _write(text, 3, place, "1")
    assert to_look_at(text) == {}
    while text.undo_list.steps > 1:
        text.undo()
    assert to_look_at(text) == {3: GONE}
    text.undo()
    assert (to_look_at(text), text.draft()) == ({}, text.base)


def test_what_is_undone_and_done_again_is_known_as_it_was() -> None:
    text, _ = working(TEXT)
    known = [text.remembered]
    for act in (lambda: _cut(text, 3), lambda: _write(text, 3, 5, "!"), lambda: _new_first(text)):
        act()
        known.append(text.remembered)
    steps = text.undo_list.steps
    while text.undo() is not None:
        assert text.remembered in known
    assert text.remembered == known[0]
    for _ in range(steps):
        text.redo()
    assert text.remembered == known[-1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("paragraph 2 above", "It says paragraph 2 above, and is that paragraph itself."),
        ("paragraph 7 above", "It says paragraph 7, and no paragraph has that number."),
        ("paragraph 7 of the present resolution", "It says paragraph 7, and no paragraph has that number."),
        ("paragraph 1 above", None),
        ("paragraph 7 of resolution 60/1", None),
    ],
)
def test_what_leads_nowhere_by_itself_is_marked_and_not_followed(words: str, said: str | None) -> None:
    text, _ = working(f"E Organ,\nP Recalling X,\nO Decides A;\nO Requests B, {words};\nO Ends.")
    assert to_look_at(text).get(3) == said
    _new_first(text)
    if said is not None:
        assert words in told(text)[4]


def test_an_item_may_name_the_paragraph_it_is_an_item_of() -> None:
    text, _ = working("E Organ,\nO Decides A:\n1 one, as said in paragraph 1 above;\nO Ends.")
    assert to_look_at(text) == {}
    text, _ = working("E Organ,\nO Decides A.^1\nO Ends.")
    with text.step("Write the note", Selection()) as step:
        step.set_note(1, Footnote(1, "1", (Run("See paragraph 1 above."),)))
    assert to_look_at(text) == {}


def test_what_is_put_back_while_its_own_reference_leads_nowhere_is_told() -> None:
    text, _ = working("E Organ,\nP Recalling X,\nO Decides A;\nO Requests B, paragraph 1 above;\nO Urges C;\nO Ends.")
    _cut(text, 2)
    _cut(text, 2)
    put_back_gone(text, 3)
    assert text.undo_list.last is not None
    assert text.undo_list.last.told == "OP1 refers to paragraph 1, which is gone"
    assert to_look_at(text) == {2: "It refers to what was paragraph 1, which is gone."}
