"""What references that are pasted mean in another text, in another version of the same, and in the same."""

from __future__ import annotations

import pytest

from models.clipboard.paste import paste
from models.clipboard.read import from_clipboard
from models.clipboard.write import draft_to_clipboard, to_clipboard
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at

_HEAD = Paragraph(Kind.ENACTING, (Run("The General Assembly,"),))


def _text(*ops: str, notes: dict[int, str] | None = None) -> Draft:
    """A text of these OPs; "[1]" in their words is a mark of the note 1."""
    made = [_HEAD]
    for op in ops:
        runs: list[Run] = []
        for at, part in enumerate(op.replace("]", "[").split("[")):
            runs.append(Run(footnote=int(part)) if at % 2 else Run(part))
        made.append(Paragraph(Kind.OPERATIVE, tuple(run for run in runs if run.text or run.footnote)))
    found = tuple(Footnote(at, str(at), (Run(words),)) for at, words in (notes or {}).items())
    return Draft(tuple(made), found)


_OTHER = _text("Takes note of A[1];", "Takes note of B[2];", "Takes note of C;", "Decides to remain seized.",
               notes={1: "X/1.", 2: "Y/2."})  # fmt: skip


def _pasted(source: Draft, first: int, last: int, into: Draft, behind: int, *, read: bool = False) -> WorkingText:
    """The OPs `first` to `last` of a text pasted behind an OP of another, by way of the clipboard."""
    from_ = Selection(Caret(first, 0), Caret(last + 1, 0))
    if last + 1 >= len(source.paragraphs):
        from_ = Selection(Caret(first, 0), Caret(last, WorkingText(source).entries[last].length))
    data = draft_to_clipboard(source, from_) if read else to_clipboard(WorkingText(source), from_)
    working = WorkingText(into)
    at = Caret(behind + 1, 0)
    paste(working, Selection(at, at), from_clipboard(data))
    return working


def _words(working: WorkingText, at: int) -> str:
    return working.entries[at].text


@pytest.mark.parametrize("read", [False, True])
def test_a_reference_to_a_paragraph_that_came_along_follows_it(read: bool) -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in paragraph 2 above;", "Ends.")
    working = _pasted(source, 2, 3, _OTHER, 2, read=read)
    assert [working.number(at) for at in (3, 4)] == ["3", "4"]
    assert _words(working, 4).startswith("Acts as in paragraph 3 above")
    assert to_look_at(working) == {}


@pytest.mark.parametrize("read", [False, True])
def test_a_reference_that_leads_out_of_what_came_is_told_and_to_be_looked_at(read: bool) -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in paragraph 2 above;", "Ends.")
    working = _pasted(source, 3, 3, _OTHER, 3, read=read)
    last = working.undo_list.last
    assert _words(working, 4).startswith("Acts as in paragraph 2 above")
    assert last is not None
    assert "OP4 refers to paragraph 2 of the text it came from" in last.told
    assert list(to_look_at(working)) == [4]
    assert "did not come with it" in to_look_at(working)[4]
    working.undo()
    assert to_look_at(working) == {}
    assert working.draft() == WorkingText(_OTHER).draft()
    working.redo()
    assert list(to_look_at(working)) == [4]


def test_a_reference_finds_the_same_paragraph_in_another_version_of_the_text() -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in paragraph 2 above;", "Ends.")
    version = _text("Is new;", "Notes one;", "Notes two;", "Ends.")
    working = _pasted(source, 3, 3, version, 3)
    assert _words(working, 4).startswith("Acts as in paragraph 3 above")
    assert to_look_at(working) == {}


def test_a_copy_in_the_same_text_goes_on_to_mean_the_same() -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in paragraph 2 above;", "Ends.")
    working = _pasted(source, 3, 3, source, 3)
    assert _words(working, 4).startswith("Acts as in paragraph 2 above")
    assert to_look_at(working) == {}
    working = _pasted(source, 3, 3, source, 0)
    assert _words(working, 1).startswith("Acts as in paragraph 3 below")
    assert to_look_at(working) == {}


def test_a_note_that_names_another_follows_it_or_is_told() -> None:
    source = _text("Notes one[1];", "Notes two[2];", "Acts also[3];", "Ends.",
                   notes={1: "A/1.", 2: "B/2.", 3: "See footnote 2 above."})  # fmt: skip
    along = _pasted(source, 2, 3, _OTHER, 2)
    assert [along.notes[note].text for note in along.cited()] == ["X/1.", "Y/2.", "B/2.", "See footnote 3 above."]
    assert to_look_at(along) == {}
    alone = _pasted(source, 3, 3, _OTHER, 3)
    last = alone.undo_list.last
    assert last is not None
    assert "footnote 3 refers to footnote 2 of the text it came from" in last.told
    assert list(to_look_at(alone)) == [4]
    assert "did not come with it" in to_look_at(alone)[4]


def test_a_note_that_refers_to_a_paragraph_follows_it_or_is_told() -> None:
    source = _text("Notes one;", "Notes two;", "Acts also[1];", "Ends.", notes={1: "See paragraph 2 above."})
    along = _pasted(source, 2, 3, _OTHER, 2)
    assert [along.notes[note].text for note in along.cited()][-1] == "See paragraph 3 above."
    alone = _pasted(source, 3, 3, _OTHER, 3)
    assert list(to_look_at(alone)) == [4]
    assert "Footnote 3" in to_look_at(alone)[4]


def test_words_of_one_paragraph_are_told_too() -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in paragraph 2 above, now;", "Ends.")
    data = to_clipboard(WorkingText(source), Selection(Caret(3, 5), Caret(3, 29)))
    working = WorkingText(_OTHER)
    at = Caret(3, len("Takes note of C"))
    paste(working, Selection(at, at), from_clipboard(data))
    assert "in paragraph 2 above" in _words(working, 3)
    assert list(to_look_at(working)) == [3]


@pytest.mark.parametrize("read", [False, True])
def test_where_references_do_not_follow_what_came_along_is_told_all_the_same(read: bool) -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in paragraph 2 above;", "Ends.")
    data = draft_to_clipboard(source, Selection(Caret(2, 0), Caret(4, 0)))
    data = data if read else to_clipboard(WorkingText(source), Selection(Caret(2, 0), Caret(4, 0)))
    working = WorkingText(_OTHER)
    working.follows_references = False
    paste(working, Selection.at(3), from_clipboard(data))
    last = working.undo_list.last
    assert last is not None
    assert _words(working, 4).startswith("Acts as in paragraph 2 above")
    assert "OP4 still says paragraph 2, which is OP3 now" in last.told
    assert list(to_look_at(working)) == [4]
    assert "which is OP3 now" in to_look_at(working)[4]
    working.undo()
    assert to_look_at(working) == {}
    working.redo()
    assert list(to_look_at(working)) == [4]


def test_where_references_do_not_follow_what_did_not_come_along_is_told() -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in paragraph 2 above;", "Ends.")
    data = to_clipboard(WorkingText(source), Selection(Caret(3, 0), Caret(4, 0)))
    working = WorkingText(_OTHER)
    working.follows_references = False
    paste(working, Selection.at(4), from_clipboard(data))
    assert "did not come with it" in to_look_at(working)[4]


@pytest.mark.parametrize("follows", [True, False])
@pytest.mark.parametrize(
    "words",
    ["the preceding paragraph", "the paragraph above", "the paragraph immediately above", "le paragraphe ci-dessus"],
)
def test_a_reference_no_figure_follows_is_told_where_its_neighbour_is_another(words: str, follows: bool) -> None:
    source = _text("Notes one;", "Notes two;", f"Acts as in {words};", "Ends.")
    along = Selection(Caret(2, 0), Caret(4, 0)), 3
    alone = Selection(Caret(3, 0), Caret(4, 0)), 3
    for (what, behind), stray in ((along, False), (alone, True)):
        working = WorkingText(_OTHER)
        working.follows_references = follows
        paste(working, Selection.at(behind), from_clipboard(to_clipboard(WorkingText(source), what)))
        last = working.undo_list.last
        assert last is not None
        place = 3 if stray else 4
        assert words in _words(working, place)
        assert ("did not come with it" in last.told) is stray
        assert list(to_look_at(working)) == ([place] if stray else [])
        working.undo()
        assert to_look_at(working) == {}


def test_in_the_same_text_a_neighbour_is_known_by_its_words() -> None:
    source = _text("Notes one;", "Notes two;", "Acts as in the preceding paragraph;", "Notes three;", "Ends.")
    data = to_clipboard(WorkingText(source), Selection(Caret(3, 0), Caret(4, 0)))
    working = WorkingText(source)
    paste(working, Selection.at(5), from_clipboard(data))
    assert to_look_at(working) == {5: "It says “the preceding paragraph”; what that meant is OP2 now."}
    last = working.undo_list.last
    assert last is not None
    assert "OP5 still says “the preceding paragraph”; what that meant is OP2 now" in last.told
    version = _text("Is new;", "Notes one;", "Notes two;", "Ends.")
    working = WorkingText(version)
    paste(working, Selection.at(4), from_clipboard(data))
    assert to_look_at(working) == {}
