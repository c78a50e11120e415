"""Paragraphs put in: where they join, what they keep, which notes they cite."""

from __future__ import annotations

import pytest

from models.clipboard.read import from_clipboard
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.structure import delete, insert_paragraphs
from models.editing.working import WorkingText
from tests.models.editing.random_acts import there_and_back
from tests.models.editing.tiny_drafts import lines, selected, told, working


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("O ab|cd.", "T xy", "O abxy|cd."),
        ("O ab|cd.", "O xy;", "O abxy;|cd."),
        ("O |", "O xy;", "O xy;|"),
        ("O |", "T xy", "O xy|"),
        ("P |", "O x;\nO y;", "O x;\nO y;|"),
        ("O a;|", "O x;", "O a;\nO x;|"),
        ("O a:|\n1 b;", "O x;", "O a:\n1 b;\nO x;|"),
        ("O a:|\n1 b;", "1 x;", "O a:\n1 x;|\n1 b;"),
        ("O |a;", "O x;", "O x;|\nO a;"),
        ("O ab|cd.", "T x\nO y;", "O abx\nO y;|\nO cd."),
        ("O ab|cd.", "T x\nT y", "O abx\nO y|cd."),
        ("O a;|", "2 x:\n3 y;", "O a;\n1 x:\n2 y;|"),
        ("O a;|", "O{7} x;\nO{2 bis} y;", "O a;\nO x;\nO{2 bis} y;|"),
        ("O a|b|c", "T xy", "O axy|c"),
    ],
)
def test_paste(before: str, pasted: str, after: str) -> None:
    made, selection = working(before)
    other, _ = working(pasted)
    insert_paragraphs(made, selection, other.draft().paragraphs, ())
    assert told(made, selected(made)) == lines(after)
    assert made.undo_list.steps == 1
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("", "T Recalling its resolution 80/1", "P _Recalling_ its resolution 80/1"),
        ("", "T _Recalling_ X, Y.", "P _Recalling_ X, Y."),
        ("", "T Decides to meet", "O _Decides_ to meet"),
        ("M |", "T Recalling X\nT Decides Y\nT Foo", "P _Recalling_ X\nO _Decides_ Y\nT Foo"),
        ("M |", "T Foo\nT Recalling X", "M Foo\nT Recalling X"),
        ("M |", "T recalling X", "M recalling X"),
        ("P x,\nP |", "T Decides to meet", "P x,\nO _Decides_ to meet"),
        ("P x,\nP a |", "T Decides to meet", "P x,\nP a Decides to meet"),
        ("M x\nM |", "T Recalling X", "M x\nP _Recalling_ X"),
        ("M The General Assembly\nM |", "T Recalling X", "E _The General Assembly_\nP _Recalling_ X"),
    ],
)
def test_a_known_opening_is_structure_as_if_it_had_been_typed(before: str, pasted: str, after: str) -> None:
    made, selection = working(before)
    other, _ = working(pasted)
    insert_paragraphs(made, selection, other.draft().paragraphs, ())
    assert told(made) == lines(after)
    assert made.undo_list.steps == 1
    made.undo()
    assert made.draft() == made.base


def test_into_an_empty_text() -> None:
    made, _ = working("")
    other, _ = working("M x\nE y,\nP z,^1")
    insert_paragraphs(made, Selection(), other.draft().paragraphs, other.draft().footnotes)
    assert made.draft() == other.draft()


def test_notes_get_ids_of_their_own_and_a_source_is_cited_again() -> None:
    made, selection = working("O a^1;^2|")
    other, _ = working("O x^1^2^3^4;")
    notes = (
        Footnote(1, "1", (Run("Note  2."),)),
        Footnote(2, "2", (Run("Ibid."),)),
        Footnote(3, "3", (Run("Ibid."),)),
        Footnote(4, "4", (Run("New."),)),
    )
    insert_paragraphs(made, selection, other.draft().paragraphs, notes)
    ids = made.entries[1].paragraph.footnotes
    assert ids[0] == 2
    assert len({1, 2, *ids}) == 5
    assert [made.notes[note].text for note in ids] == ["Note 2.", "Ibid.", "Ibid.", "New."]


def test_what_was_cut_and_put_back_elsewhere_comes_from_where_it_came_from() -> None:
    made, selection = working("O a;\nO |b;^1\nO |c.")
    cut = [made.entries[1]]
    notes = [made.notes[1]]
    delete(made, selection)
    insert_paragraphs(
        made, Selection.at(0), [entry.paragraph for entry in cut], notes, [entry.came_from for entry in cut]
    )
    assert told(made) == ["O b;^1", "O a;", "O c."]
    assert [entry.came_from for entry in made.entries] == [(1,), (0,), (2,)]
    insert_paragraphs(made, Selection.at(0), [cut[0].paragraph], notes, [cut[0].came_from])
    assert [entry.came_from for entry in made.entries] == [(), (1,), (0,), (2,)]


@pytest.mark.parametrize(("caret", "after"), [("1", [(0,), (1,), (2,)]), ("2", [(0,), (), (1,), (2,)])])
def test_all_words_of_a_paragraph_cut_and_put_back_come_from_where_they_came_from(
    caret: str, after: list[tuple[int, ...]]
) -> None:
    made, selection = working("O a;\nO |bc;|\nO d.")
    cut = made.entries[1]
    delete(made, selection)
    assert made.entries[1].came_from == (1,)
    insert_paragraphs(made, Selection.at(int(caret)), [cut.paragraph], (), [cut.came_from])
    assert [entry.came_from for entry in made.entries] == after
    made.undo()
    assert [entry.came_from for entry in made.entries] == [(0,), (1,), (2,)]
    made.undo()
    assert made.draft() == made.base
    made.redo()
    made.redo()
    assert [entry.came_from for entry in made.entries] == after


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("P |", "P Recalling its a,\nO Decides to meet.", "P _Recalling_ its a,\nO _Decides_ to meet."),
        ("M x\nM |", "E The General Assembly,\nP Recalling its,", "M x\nE _The General Assembly_,\nP _Recalling_ its,"),
        ("O |", "T Decides to meet.", "O _Decides_ to meet."),
        ("O Urges a;\nO |", "T Decides to meet.", "O Urges a;\nO _Decides_ to meet."),
        ("O Urges |a;", "T Decides", "O Urges Decidesa;"),
        ("O Urges |a;", "T x\nO Decides to meet;", "O Urges x\nO _Decides_ to meet;\nO a;"),
        ("O a:\n1 |", "T Decides to meet;", "O a:\n1 Decides to meet;"),
        ("T |", "T Decides to meet;", "T Decides to meet;"),
    ],
)  # fmt: skip
def test_what_came_in_roman_letters_gets_its_openings(before: str, pasted: str, after: str) -> None:
    made, selection = working(before)
    other, _ = working(pasted)
    insert_paragraphs(made, selection, other.draft().paragraphs, openings=True)
    assert told(made) == lines(after)
    made.undo()
    assert made.draft() == made.base


_CELLS = ((0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1))


@pytest.mark.parametrize(
    ("before", "position", "place", "after"),
    [
        ([("x", None)], 0, 0, [*zip("abcd", _CELLS, strict=True), ("x", None)]),
        ([("xy", None)], 0, 1, [("x", None), *zip("abcd", _CELLS, strict=True), ("y", None)]),
        ([("x", None)], 0, 1, [("x", None), *zip("abcd", _CELLS, strict=True)]),
        ([("", None)], 0, 0, [*zip("abcd", _CELLS, strict=True)]),
        ([("u", (0, 0, 0)), ("v", (0, 0, 1)), ("x", None)], 2, 0,
         [("u", (0, 0, 0)), ("v", (0, 0, 1)), ("a", (1, 0, 0)), ("b", (1, 0, 1)), ("c", (1, 1, 0)), ("d", (1, 1, 1)),
          ("x", None)]),
        ([("u", (2, 0, 0)), ("v", (2, 1, 0)), ("w", (2, 2, 0))], 1, 0,
         [("u", (2, 0, 0)), ("a", (2, 1, 0)), ("b", (2, 1, 1)), ("c", (2, 2, 0)), ("d", (2, 2, 1)), ("v", (2, 3, 0)),
          ("w", (2, 4, 0))]),
        ([("u", (0, 0, 0)), ("v", (0, 0, 1))], 1, 1,
         [("u", (0, 0, 0)), ("va", (0, 0, 1)), ("b", (0, 0, 1)), ("c", (0, 0, 1)), ("d", (0, 0, 1))]),
        ([("", (0, 0, 0)), ("x", None)], 0, 0,
         [("a", (1, 0, 0)), ("b", (1, 0, 1)), ("c", (1, 1, 0)), ("d", (1, 1, 1)), ("x", None)]),
    ],
)  # fmt: skip
def test_a_pasted_table_is_a_table_of_its_own(
    before: list[tuple[str, tuple[int, int, int] | None]],
    position: int,
    place: int,
    after: list[tuple[str, tuple[int, int, int] | None]],
) -> None:
    base = Draft(tuple(Paragraph(Kind.TEXT, (Run(text),) if text else (), cell=cell) for text, cell in before))
    made = WorkingText(base)
    pasted = [Paragraph(Kind.TEXT, (Run(text),), cell=cell) for text, cell in zip("abcd", _CELLS, strict=True)]
    insert_paragraphs(made, Selection.at(position, place), pasted)
    assert [(entry.text, entry.paragraph.cell) for entry in made.entries] == after
    made.undo()
    assert made.draft() == base
    made.redo()
    assert [(entry.text, entry.paragraph.cell) for entry in made.entries] == after


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("O a;\nO b:\n1 x.|", "1 to act;\n1 to see; and", "O a;\nO b:\n1 x;\n1 to act;\n1 to see.|"),
        ("O a;|\nO b.", "O c.", "O a;\nO c;|\nO b."),
        ("O a;\nO |\nO b.", "O c", "O a;\nO c;|\nO b."),
        ("O a|\nO b.", "T c", "O ac|\nO b."),
        ("O a;\nO |\nO b.", "T c", "O a;\nO c|\nO b."),
    ],
)
def test_whole_paragraphs_end_as_their_place_asks(before: str, pasted: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    other, _ = working(pasted)
    insert_paragraphs(made, selection, other.draft().paragraphs, ())
    assert told(made, selected(made)) == lines(after)
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("pasted", "after"),
    [
        ("3 (a) Z", ["O (a) Z"]),
        ("OP3 (a) Z", ["O (a) Z"]),
        ("OP3 (a) Z\nOP3 (b) W\nOP3 (c) V", ["O (a) Z", "1{(b)} W", "1 V"]),
        ("3. (a) Z\n(b) W", ["O (a) Z", "1{(b)} W"]),
        ("OP2 (c) Z", ["1 Z"]),
        ("2 (c) Z\n3 (a) W", ["1 Z", "O (a) W"]),
        ("7. Z:\n7 (a) V;\n7 (b) W", ["O Z:", "1 V;", "1 W"]),
    ],
)
@pytest.mark.parametrize("where", ["\n1 |", "\nO |", "|"])
def test_an_item_named_by_another_paragraph_is_the_next_as_where_it_is_typed(
    pasted: str, after: list[str], where: str
) -> None:
    made, at = working(f"E Organ,\nO Decides A;\nO Requests B:\n1 x;\n1 y;{where}")
    fragment = from_clipboard({"text/plain": pasted.encode()})
    insert_paragraphs(made, at, fragment.paragraphs, fragment.footnotes, apart=fragment.apart)
    assert told(made)[5:] == after
    there_and_back(made)


@pytest.mark.parametrize(
    ("level", "then"),
    [
        (0, "O _Decides_ to act, and to:\n1 Report;\n1 Share;\nO all;\nO Two."),
        (1, "O One:\n1 Decides to act, and to:\n2 Report;\n2 Share;\n1 all;\n1 b.\nO Two."),
    ],
)
def test_the_items_of_what_goes_on_in_an_item_are_below_it(level: int, then: str) -> None:
    before = "O _Decides_ all.\nO Two." if not level else "O One:\n1 Decides all;\n1 b.\nO Two."
    made, _ = working(before, punctuates=True)
    pasted = [
        Paragraph(Kind.OPERATIVE, (Run("to act, and to:"),), number="7."),
        Paragraph(Kind.SUBPARAGRAPH, (Run("Report;"),), 1, "(a)"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("Share."),), 1, "(b)"),
    ]
    insert_paragraphs(made, Selection.at(level, 8), pasted)
    assert told(made) == lines(then)
