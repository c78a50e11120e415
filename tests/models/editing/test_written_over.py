"""Words typed or pasted over paragraphs that are selected whole stand there as a paragraph, and in no other."""

from __future__ import annotations

import pytest

from models.editing import structure
from models.editing.edit import Selection
from models.editing.lineage import edges
from models.editing.pasted.copied import copied
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import lines, selected, told, working


def _typed(made: WorkingText, selection: Selection) -> None:
    structure.insert_text(made, selection, "x")


def _pasted(made: WorkingText, selection: Selection) -> None:
    other, words = working("T |x| there")
    taken = copied(other, words)
    structure.insert_paragraphs(made, selection, taken.paragraphs, extent=taken.extent)


def _pasted_from_elsewhere(made: WorkingText, selection: Selection) -> None:
    structure.insert_paragraphs(made, selection, working("T x")[0].draft().paragraphs)


def _composed(made: WorkingText, selection: Selection) -> None:
    """As by an input method, which is given room first."""
    structure.make_room(made, selection)
    at = made.undo_list.last
    assert at is not None
    structure.insert_text(made, at.after, "x")


@pytest.mark.parametrize("way", [_typed, _pasted, _pasted_from_elsewhere, _composed])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("P |a\nP |b\nO c", "P x\nP b\nO c"),  # as three clicks select it
        ("P |a\nP b\nP |c\nO d", "P x\nP c\nO d"),
        ("P |a\nP b|\nO c", "P x\nO c"),
        ("P a\nO |b\nO c|", "P a\nO x"),
        ("O a\nO |b\nO c\nO |", "O a\nO x\nO"),
        ("O a:\n1 |b\n1 |c\nO d", "O a:\n1 x\n1 c\nO d"),
        ("O |a:\n1 b\n1 c\nO |d", "O x\nO d"),
        ("O |a:\n1 b\n1 |c\nO d", "O x\n1 c\nO d"),
        ("O a\nO |b\nO c|d", "O a\nO xd"),
        ("O a\nO b|c\nO |d", "O a\nO bxd"),
        ("T a\nC{0.0.0} |b\nC{0.0.1} c|\nC{0.1.0} d", "T a\nC{0.0.0} x\nC{0.0.1}\nC{0.1.0} d"),
        ("O a\nC{0.0.0} |b\nC{0.0.1} c|\nO d", "O a\nO x\nO d"),  # a table that goes whole
        ("P a\nC{0.0.0} |b\nC{0.0.1} c\nP |d\nO e", "P a\nP x\nP d\nO e"),
    ],
)
def test_written_over(before: str, after: str, way: object) -> None:
    made, selection = working(before)
    assert callable(way)
    way(made, selection)
    assert told(made) == lines(after)
    while made.undo_list.steps:
        made.undo()
    assert made.draft() == made.base
    assert edges(made) == edges(working(before)[0])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("P |a\nP |b\nO c", "P |\nP b\nO c"),
        ("P |a\nP b|\nP c", "P |\nP c"),
        ("O a\nO |b\nO c|", "O a\nO |"),
        ("O |a|\nO b", "O |\nO b"),
        ("O a:\n1 b\n1 |c\n1 |d\nO e", "O a:\n1 b\n1 |\n1 d\nO e"),
        ("O a:\n1 b\n1 |c|", "O a:\n1 b\n1 |"),
        ("O a:\nQ b\nQ |c\nQ |d\nO e", "O a:\nQ b\nQ |\nQ d\nO e"),
        ("M |a\nM b|\nM c", "M |\nM c"),
        ("A Annex\nT |a\nT |b", "A Annex\nT |\nT b"),
        ("O a\nC{0.0.0} |b\nC{0.0.1} c|\nC{0.1.0} d", "O a\nC{0.0.0} |\nC{0.0.1}\nC{0.1.0} d"),
        ("O a\nC{0.0.0} |b\nC{0.0.1} c|\nO d", "O a\nO |\nO d"),
    ],
)
def test_enter_over_whole_paragraphs_leaves_an_empty_one_to_write_in(before: str, after: str) -> None:
    made, selection = working(before)
    structure.new_paragraph(made, selection)
    assert told(made, selected(made)) == lines(after)
    made.undo()
    assert made.draft() == made.base


@pytest.mark.parametrize("before", ["O a\nO |b\nO c|", "O a\nO |b\nO c|\nO d", "O a\nO |b\nO |c\nO d"])
def test_lines_pasted_over_whole_paragraphs_are_paragraphs_there(before: str) -> None:
    made, selection = working(before)
    structure.insert_paragraphs(made, selection, working("T x\nT y")[0].draft().paragraphs)
    assert told(made)[:3] == lines("O a\nO x\nO y")
    assert told(made)[3:] == told(working(before)[0])[selection.end.position + bool(selection.end.place) :]


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        (  # rows over a row: no empty one stays
            "O a\nC{0.0.0} b\nC{0.0.1} c\nC{0.1.0} |d\nC{0.1.1} e|\nC{0.2.0} f\nC{0.2.1} g",
            "C{0.0.0} x\nC{0.0.1} y",
            "O a\nC{0.0.0} b\nC{0.0.1} c\nC{0.2.0} x\nC{0.2.1} y\nC{0.3.0} f\nC{0.3.1} g",
        ),
        ("O a\nC{0.0.0} |d\nC{0.0.1} e|\nO f", "C{0.0.0} x\nC{0.0.1} y", "O a\nC{0.0.0} x\nC{0.0.1} y\nO f"),
        ("O a\nC{0.0.0} |d\nC{0.0.1} e|\nO f", "O{7} x", "O a\nO x\nO f"),
        ("O a:\n1 b\n1 |c\n1 |d\nO e", "O{7} x", "O a:\n1 b\n1 d\nO x\nO e"),  # no OP parts a list
    ],
)
def test_what_is_pasted_over_a_row_a_table_or_an_item_parts_nothing(before: str, pasted: str, after: str) -> None:
    made, selection = working(before)
    structure.insert_paragraphs(made, selection, working(pasted)[0].draft().paragraphs)
    assert told(made) == lines(after)
    made.undo()
    assert made.draft() == made.base
