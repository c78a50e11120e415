"""Tables: what keys do in cells, beside them and behind them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.comparison.change import Pair
from models.draft import Draft, Kind, Paragraph, Run
from models.editing import structure as acts
from models.editing.acts.put_back import put_back, put_back_gone
from models.editing.acts.restoring import entries_from, restore
from models.editing.edit import Selection
from models.editing.table_cells import StaysInTable
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from tests.models.editing.test_writing import Act, check
from tests.models.editing.tiny_drafts import lines, selected, told, working

TABLE = "C{0.0.0} a\nC{0.0.1} b\nC{0.1.0} c\nC{0.1.1} d"
LINES = "C{0.0.0} a\nC{0.0.0} aa\nC{0.0.0} aaa\nC{0.0.1} b\nC{0.0.1} bb"
LONG = "O Many words of one paragraph, more than are in all cells of the table that it stands beside;"


def marked(at: str) -> str:
    return f"O x;\n{TABLE.replace(at[0], at[1:])}\nO y."


def _without(cells: str, at: int) -> str:
    return "\n".join(one for number, one in enumerate(cells.split("\n")) if number != at)


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        # Del empties a cell, takes rows that are selected whole, and the table where all of it is.
        (marked("c|c").replace("} d", "} |d"), acts.delete, marked("c|")),
        (marked("c|c").replace("d\nO ", "d\nO |"), acts.delete, "O x;\nC{0.0.0} a\nC{0.0.1} b\nO |y."),
        (marked("b|b").replace("} c", "} c|"), acts.delete, marked("b|").replace(" c", "")),
        (marked("a|a").replace("} d", "} d|"), acts.delete, "O x;\nO |y."),
        ("O x|x;\n" + TABLE.replace("} a", "} a|") + "\nO y.", acts.delete, f"O x|\n{TABLE.replace(' a', '')}\nO y."),
        ("O x|x;\n" + TABLE.replace("} c", "} |c"), acts.delete, "O x|\nC{0.1.0} c\nC{0.1.1} d"),
        # Backspace and Del at the borders of cells do nothing; what is empty beside a table goes.
        (marked("c|c"), acts.delete_back, marked("c|c")),
        (marked("cc|"), acts.delete_on, marked("cc|")),
        (f"{TABLE}\nO |\nO y.", acts.delete_back, f"{TABLE}|\nO y."),
        (f"O x;\nO |\n{TABLE}", acts.delete_on, f"O x;\n{TABLE.replace(' a', ' |a')}"),
        # A table is one piece to what moves past it.
        (f"O |x;\nO y;\n{TABLE}\nO z.", lambda w, s: acts.move(w, s, 1), f"O y;\nO |x;\n{TABLE}\nO z."),
        (f"O y;\nO |x;\n{TABLE}\nO z.", lambda w, s: acts.move(w, s, 1), f"O y;\n{TABLE}\nO |x;\nO z."),
        (f"O y;\n{TABLE}\nO |x;", lambda w, s: acts.move(w, s, -1), f"O y;\nO |x;\n{TABLE}"),
        (f"O |x;\nO y;\n{TABLE}\nO z.", lambda w, s: acts.move_to(w, 0, 0, 4), f"O y;\n{TABLE}\nO |x;\nO z."),
        # Enter in the last cell where it is empty, and behind what it holds.
        (f"O x;\n{TABLE[:-2]} |\nO y.", acts.new_paragraph, f"O x;\n{TABLE[:-2]}\nO |\nO y."),
        (f"{TABLE}\nC{{0.1.1}} |\nO y.", acts.new_paragraph, f"{TABLE}\nO |\nO y."),
        (f"{TABLE}|\nO y.", acts.new_paragraph, f"{TABLE}\nC{{0.1.1}} |\nO y."),
        (f"A Annex\n{TABLE}\nC{{0.1.1}} |", acts.new_paragraph, f"A Annex\n{TABLE}\nT |"),
        (marked("c|"), acts.new_paragraph, marked("c\nC{0.1.0} |")),
        (f"{TABLE}\nC{{0.1.1}} e|", lambda w, s: acts.set_kind(w, s, Kind.OPERATIVE), f"{TABLE}\nO e|"),
    ],
)
def test_keys_in_and_beside_tables(before: str, act: Act, after: str) -> None:
    check(before, act, after)


def test_a_subparagraph_in_a_cell_belongs_to_no_paragraph_before_the_table() -> None:
    cell = Paragraph(Kind.SUBPARAGRAPH, (Run("a"),), 1, cell=(0, 0, 0))
    made = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run("x"),)), cell, replace(cell, cell=(0, 0, 1)))))
    acts.insert_paragraphs(made, Selection.at(0, 1), [Paragraph(Kind.OPERATIVE, (Run("y"),))])
    assert [entry.text for entry in made.entries] == ["x;", "y", "a", "a"]


def test_an_item_below_a_table_takes_no_paragraph_into_a_cell_that_one_is_in() -> None:
    head = Paragraph(Kind.OPERATIVE, (Run("x;"),), cell=(0, 0, 0))
    cells = (head, Paragraph(Kind.TEXT, (Run("z"),), cell=(0, 0, 1)))
    made = WorkingText(Draft((*cells, *(Paragraph(Kind.SUBPARAGRAPH, (Run(f"{one};"),), 1) for one in "ab"))))
    acts.insert_paragraphs(made, Selection.at(2, 0), [Paragraph(Kind.OPERATIVE, (Run("y;"),))])
    assert [entry.text for entry in made.entries] == ["x;", "z", "a;", "y:", "b."]


def test_what_is_put_behind_a_long_table_that_a_colon_introduces_tears_it_not() -> None:
    cells = [Paragraph(Kind.TEXT, (Run(f"{row}"),), cell=(0, row, 0)) for row in range(410)]
    made = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run("x:"),)), *cells)))
    acts.insert_paragraphs(made, Selection.at(0, 2), [Paragraph(Kind.OPERATIVE, (Run("y;"),)) for _ in range(2)])
    assert [entry.text for entry in made.entries[-2:]] == ["y;", "y."]


@pytest.mark.parametrize(
    "act", [lambda w, s: acts.move(w, s, 1), lambda w, s: acts.set_kind(w, s, Kind.OPERATIVE, 0)], ids=["move", "kind"]
)
@pytest.mark.parametrize("at", ["a|a", "c|c", "d|d"])
def test_a_cell_stays_where_and_what_it_is(act: Act, at: str) -> None:
    made, selection = working(marked(at))
    with pytest.raises(StaysInTable):
        act(made, selection)
    assert made.draft() == made.base


def _typed(made: WorkingText, words: str) -> None:
    for letter in words:
        acts.insert_text(made, selected(made), letter)
        recognise_typed(made, selected(made).head.position, selected(made).head.place)


@pytest.mark.parametrize(
    ("before", "words", "after"),
    [
        (marked("c|c|"), "1. Travel", marked("c1. Travel")),
        (marked("d|d|"), "Decides to go", marked("dDecides to go")),
        (f"O x;\n{TABLE}|", "\nDecides to go", f"O x;\n{TABLE}\nO _Decides_ to go"),
        (f"O x;\n{TABLE}|", "\n2. To go", f"O x;\n{TABLE}\nO To go"),
        (f"O x;\n{TABLE}|", "\nTo go 2. ", f"O x;\n{TABLE}\nC{{0.1.1}} To go 2. ".replace(". ", ".~")),
        (f"E The Assembly,\n{TABLE}|\nP y,", "\nNoting x", f"E The Assembly,\n{TABLE}\nP _Noting_ x\nP y,"),
    ],
)
def test_what_is_typed_in_a_cell_is_text_and_behind_the_last_comes_after(before: str, words: str, after: str) -> None:
    made, selection = working(before)
    if words[0] == "\n":
        acts.new_paragraph(made, selection)
        words = words[1:]
    else:
        acts.insert_text(made, selection, words[0])
        words = words[1:]
    _typed(made, words)
    assert told(made) == lines(after)
    while made.undo():
        pass
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("base", "draft", "pairs", "place", "after"),
    [
        # What stood after a line that is the first cell of a table now comes back after the table.
        ("O x;\nT a\nO z;\nO y.", f"O x;\n{TABLE}\nO y.", "00 11 35", 2, f"O x;\n{TABLE}\nO z;\nO y."),
        ("O x;\nT d\nO z;\nO y.", f"O x;\n{TABLE}\nO y.", "00 14 35", 2, f"O x;\n{TABLE}\nO z;\nO y."),
        # A row comes back whole, among its rows, under a number that is free there.
        (marked("dd"), "O x;\nC{0.0.0} a\nC{0.0.1} b\nO y.", "00 11 22 53", 4, marked("dd")),
        (marked("dd"), "O x;\nC{0.1.0} c\nC{0.1.1} d\nO y.", "00 31 42 53", 1, marked("dd")),
        (
            f"{TABLE}\nO y.",
            "C{0.0.0} new\nC{0.0.1} new\nC{0.1.0} c\nC{0.1.1} d\nO y.",
            "22 33 44",
            1,
            "C{0.0.0} a\nC{0.0.1} b\nC{0.1.0} new\nC{0.1.1} new\nC{0.2.0} c\nC{0.2.1} d\nO y.",
        ),
        # The table is gone, and another has its number.
        (
            f"O x;\n{TABLE}\nO y.",
            "O x;\nC{0.0.0} other\nO y.",
            "00 52",
            2,
            "O x;\nC{1.0.0} a\nC{1.0.1} b\nC{0.0.0} other\nO y.",
        ),
        # A line of a cell comes back among the lines of that cell, be the table moved.
        *(
            (f"O x;\n{LINES}\nO y.", f"O x;\n{_without(LINES, at)}\nO y.", pairs, at + 1, f"O x;\n{LINES}\nO y.")
            for at, pairs in enumerate(("00 21 32 43 54 65", "00 11 32 43 54 65", "00 11 22 43 54 65"))
        ),
        *(
            (f"{LONG}\n{LINES}\nO y.", f"{_without(LINES, at)}\n{LONG}\nO y.", pairs, at + 1, f"{LINES}\n{LONG}\nO y.")
            for at, pairs in enumerate(("04 20 31 42 53 65", "04 10 31 42 53 65", "04 10 21 42 53 65"))
        ),
        # And a row of a table that was moved.
        (
            f"{LONG}\n{TABLE}\nO y.",
            f"C{{0.1.0}} c\nC{{0.1.1}} d\n{LONG}\nO y.",
            "02 30 41 53",
            1,
            f"{TABLE}\n{LONG}\nO y.",
        ),
    ],
)
def test_what_is_gone_is_put_back_without_tearing_a_row(
    base: str, draft: str, pairs: str, place: int, after: str
) -> None:
    made, _ = working(base)
    other = working(draft)[0].base
    lineage = [Pair(int(old), int(new)) for old, new in pairs.split()]
    restore(made, other, entries_from(other, lineage), Selection())
    put_back_gone(made, place)
    assert told(made) == lines(after)
    while made.undo():
        pass
    assert made.draft() == made.base


@pytest.mark.parametrize(
    ("base", "draft", "pairs", "at", "after"),
    [
        # A line that has become a cell leaves an empty one; a cell that has become a line comes into its row again.
        ("O x;\nT bb\nO y.", f"O x;\n{TABLE}\nO y.", "00 12 25", 2, f"O x;\n{TABLE.replace(' b', '')}\nT bb\nO y."),
        (marked("dd"), marked("dd").replace("C{0.1.1}", "T"), "00 11 22 33 44 55", 4, marked("dd")),
        # Words of a cell come back into the cell it is now; a new row goes whole.
        (
            f"{TABLE}\nO y.",
            "C{0.0.0} new\nC{0.0.1} new\nC{0.1.0} aa\nC{0.1.1} b\nC{0.2.0} c\nC{0.2.1} d\nO y.",
            "02 13 24 35 46",
            2,
            "C{0.0.0} new\nC{0.0.1} new\nC{0.1.0} a\nC{0.1.1} b\nC{0.2.0} c\nC{0.2.1} d\nO y.",
        ),
        (f"{TABLE}\nO y.", f"{TABLE}\nC{{0.2.0}} new\nC{{0.2.1}} new\nO y.", "00 11 22 33 46", 5, f"{TABLE}\nO y."),
        # A table that was moved goes back in one piece.
        (f"{LONG}\n{TABLE}\nO y.", f"{TABLE}\n{LONG}\nO y.", "04 10 21 32 43 55", 1, f"{LONG}\n{TABLE}\nO y."),
        (f"{TABLE}\n{LONG}\nO y.", f"{LONG}\n{TABLE}\nO y.", "01 12 23 34 40 55", 1, f"{TABLE}\n{LONG}\nO y."),
    ],
)
def test_a_paragraph_is_put_back_without_tearing_a_row(base: str, draft: str, pairs: str, at: int, after: str) -> None:
    made, _ = working(base)
    other = working(draft)[0].base
    lineage = [Pair(int(old), int(new)) for old, new in pairs.split()]
    restore(made, other, entries_from(other, lineage), Selection())
    put_back(made, Selection.at(at))
    assert told(made) == lines(after)
    while made.undo():
        pass
    assert made.draft() == made.base
