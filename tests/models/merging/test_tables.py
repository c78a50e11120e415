"""Tables in a merge: cells are merged by their row and column, rows come and go as one, columns never shift."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.draft import Draft, Kind, Paragraph, Run, canonical
from models.merging import Merge, merge
from models.merging.lineage import edges
from tests.models.comparison.small_drafts import draft
from tests.models.merging.answered import resolve

HEAD = "State 2026 2027"
NORWAY, CHILE, PERU, CUBA = "Norway 5 6", "Chile 5 6", "Peru 7 8", "Cuba 1 2"
BASE = (HEAD, NORWAY, CHILE, PERU)


def cells(rows: Sequence[str], table: int = 0) -> list[Paragraph]:
    """The paragraphs of a table; "-" is an empty cell."""
    return [
        Paragraph(Kind.TEXT, () if word == "-" else (Run(word),), cell=(table, number, column))
        for number, row in enumerate(rows)
        for column, word in enumerate(row.split(" "))
    ]


def text(rows: Sequence[str], *after: str) -> Draft:
    lines = draft("1. Decides that the limits are as follows:", *after, "2. Decides to meet again.")
    return replace(lines, paragraphs=(lines.paragraphs[0], *cells(rows), *lines.paragraphs[1:]))


def rows(found: Draft) -> list[str]:
    """The rows of a draft, each as its cells in their columns."""
    table: dict[tuple[int, int], list[str]] = {}
    for one in found.paragraphs:
        if one.cell is not None:
            row = table.setdefault(one.cell[:2], [])
            assert len(row) == one.cell[2], "a cell stands in another column than its own"
            row.append(one.text or "-")
    assert [number for _, number in table] == [*range(len(table))]
    return [" ".join(row) for row in table.values()]


COMBINED = [
    ("two cells of a row", ("Chile 9 6",), ("Chile 5 12",), (HEAD, NORWAY, "Chile 9 12", PERU)),
    ("the same cell alike", ("Chile 9 6",), ("Chile 9 6",), (HEAD, NORWAY, "Chile 9 6", PERU)),
    ("a cell and a row that goes", ("Chile 9 6",), (HEAD, CHILE, PERU), (HEAD, "Chile 9 6", PERU)),
    ("a cell and a row that comes", ("Chile 9 6",), (HEAD, CUBA, NORWAY, CHILE, PERU),
     (HEAD, CUBA, NORWAY, "Chile 9 6", PERU)),
    ("a cell and a row that moves", ("Chile 9 6",), (HEAD, CHILE, NORWAY, PERU), (HEAD, "Chile 9 6", NORWAY, PERU)),
    ("two rows that come at one place", (*BASE, CUBA), (*BASE, "Togo 3 4"), (*BASE, CUBA, "Togo 3 4")),
    ("one row that comes on both sides", (*BASE, CUBA), (*BASE, CUBA), (*BASE, CUBA)),
    ("a row comes here, one goes there", (HEAD, CUBA, NORWAY, CHILE, PERU), (HEAD, NORWAY, PERU),
     (HEAD, CUBA, NORWAY, PERU)),
    ("one goes on each side", (HEAD, CHILE, PERU), (HEAD, NORWAY, CHILE), (HEAD, CHILE)),
    ("the name of a row and a figure", ("Chili 5 6",), ("Chile 5 12",), (HEAD, NORWAY, "Chili 5 12", PERU)),
    ("another column, the other side did nothing", ("State - 2026 2027", "Norway - 5 6", "Chile 1 5 6", "Peru 2 7 8"),
     BASE, ("State - 2026 2027", "Norway - 5 6", "Chile 1 5 6", "Peru 2 7 8")),
]  # fmt: skip


def side(given: Sequence[str]) -> tuple[str, ...]:
    """A table: the base with one row as it is given, or all of it."""
    return tuple(given[0] if row == CHILE else row for row in BASE) if len(given) == 1 else tuple(given)


@pytest.mark.parametrize(("what", "ours", "theirs", "expected"), COMBINED, ids=[row[0] for row in COMBINED])
def test_what_combines(what: str, ours: Sequence[str], theirs: Sequence[str], expected: Sequence[str]) -> None:
    one, two = text(side(ours)), text(side(theirs))
    for found in (merge(text(BASE), one, two), merge(text(BASE), two, one)):
        assert not found.conflicts
        assert rows(found.draft) == [*expected]


WIDE = ("State 2025 2026 2027", "Norway 1 5 6", "Chile 2 5 6", "Peru 3 7 8")
CLASHING = [
    ("one cell", ("Chile 9 6",), ("Chile 11 6",), ("words", "5", "9", "11")),
    ("a row that goes and a cell", (HEAD, NORWAY, PERU), ("Chile 6 6",), ("deleted", "Chile\n5\n6", "", "Chile\n6\n6")),
    ("a row that goes and moves", (HEAD, NORWAY, CHILE), (HEAD, PERU, NORWAY, CHILE),
     ("deleted", "Peru\n7\n8", "", "Peru\n7\n8")),
    ("a row new on both sides", (*BASE, CUBA), (*BASE, "Cuba 1 3"), ("new", "", "2", "3")),
    ("a row moved to two places", (PERU, HEAD, NORWAY, CHILE), (HEAD, PERU, NORWAY, CHILE), ("moved", *("",) * 3)),
    ("a column that comes and a cell", WIDE, ("Chile 9 6",), ("shape", *("",) * 3)),
    ("a table that goes and a cell", (), ("Chile 9 6",), ("deleted", "State\n2026\n2027\nNorway\n5\n6\nChile\n5\n6\n"
     "Peru\n7\n8", "", "State\n2026\n2027\nNorway\n5\n6\nChile\n9\n6\nPeru\n7\n8")),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "asked"), CLASHING, ids=[row[0] for row in CLASHING])
def test_what_clashes(what: str, ours: Sequence[str], theirs: Sequence[str], asked: tuple[str, ...]) -> None:
    base, one, two = text(BASE), text(side(ours)), text(side(theirs))
    found = merge(base, one, two)
    (conflict,) = found.conflicts
    assert conflict.kind == asked[0]
    if any(asked[1:]):
        assert (conflict.base, conflict.ours, conflict.theirs) == asked[1:]
    assert "written" not in conflict.choices or "\n" not in conflict.ours + conflict.theirs
    for way, wanted in (("ours", one), ("theirs", two), ("base", base))[
        : 3 if "moves" not in what and "new" not in what else 2
    ]:
        assert rows(resolve(found, conflict, way).draft) == rows(wanted)
    turned = merge(base, two, one)
    assert rows(resolve(turned, turned.conflicts[0], "theirs").draft) == rows(one)


def test_what_a_cell_is_called() -> None:
    (cell,) = merge(text(BASE), text(side(["Chile 9 6"])), text(side(["Chile 11 6"]))).conflicts
    (row,) = merge(text(BASE), text((HEAD, NORWAY, PERU)), text(side(["Chile 11 6"]))).conflicts
    (whole,) = merge(text(BASE), text(WIDE), text(side(["Chile 11 6"]))).conflicts
    assert (cell.label, row.label, whole.label) == ("the row “Chile”, “2026”", "the row “Chile”", "the table “State”")


def test_each_cell_of_a_row_comes_from_its_own() -> None:
    found = merge(text(BASE), text((HEAD, NORWAY, PERU)), text(side(["Chile 6 6"])))
    settled_so = resolve(found, found.conflicts[0], "theirs")
    _, theirs = edges(settled_so)
    assert [(edge.old, edge.new, edge.kind) for edge in theirs] == [
        (at, at, "same") for at in range(len(settled_so.draft.paragraphs))
    ]


def test_a_row_stands_before_what_follows_the_table() -> None:
    found = merge(text(BASE), text(BASE, "Agreed ad referendum"), text((*BASE, "Togo 3 4")))
    assert not found.conflicts
    assert rows(found.draft) == [*BASE, "Togo 3 4"]
    assert found.draft.paragraphs[16].text == "Agreed ad referendum"


TOGO = "Togo 3 4"
AT_ONE_PLACE = [
    ("two rows", text((*BASE, CUBA)), text((*BASE, TOGO)), ("rows, the row “Cuba” and the row “Togo”",)),
    ("two rows, and a row elsewhere", text((HEAD, CUBA, *BASE[1:], "Mali 1 2")), text((HEAD, TOGO, *BASE[1:])),
     ("rows, the row “Cuba” and the row “Togo”",)),
    ("notes under a table", text(BASE, "In thousands."), text(BASE, "Of dollars."),
     ("paragraphs, “In thousands.” and “Of dollars.”",)),
    ("notes under a table and a row", text(BASE, "In thousands."), text((*BASE, TOGO), "Of dollars."),
     ("paragraphs, “In thousands.” and “Of dollars.”",)),
    ("notes and rows", text((*BASE, CUBA), "In thousands."), text((*BASE, TOGO), "Of dollars."),
     ("rows, the row “Cuba” and the row “Togo”", "paragraphs, “In thousands.” and “Of dollars.”")),
    ("rows at two places", text((HEAD, CUBA, *BASE[1:])), text((*BASE, TOGO)), ()),
]  # fmt: skip


@pytest.mark.parametrize(("what", "ours", "theirs", "told"), AT_ONE_PLACE, ids=[row[0] for row in AT_ONE_PLACE])
def test_what_both_put_in_or_under_a_table_at_one_place_is_told(
    what: str, ours: Draft, theirs: Draft, told: tuple[str, ...]
) -> None:
    for found in (merge(text(BASE), ours, theirs), merge(text(BASE), theirs, ours)):
        assert not found.conflicts
        assert [one for one in found.told if "look at the order" in one] == [
            f"Both sides put in something between the same {one}: look at the order." for one in told
        ]


def test_two_new_tables_at_one_place_are_told() -> None:
    base = draft("1. Decides that the limits are as follows:", "2. Decides to meet again.")
    for found in (merge(base, text(BASE), text((CUBA, TOGO))), merge(base, text((CUBA, TOGO)), text(BASE))):
        assert found.told[0] == (
            "Both sides put in something between the same paragraphs, the table “Cuba” and the table “State”: "
            "look at the order."
        )


NAMES = ("Norway", "Chile", "Peru", "Cuba", "Togo", "Mali", "Oman", "Laos", "Fiji", "Haiti")
seeds = st.integers(0, 10**9).map(Random)


def table(chance: Random) -> list[list[str]]:
    names = chance.sample(NAMES, chance.randint(1, 6))
    return [
        ["State", "2026", "2027"],
        *([name, str(chance.randint(1, 9)), str(chance.randint(1, 9))] for name in names),
    ]


def changed(chance: Random, held: list[list[str]]) -> list[list[str]]:
    made = [[*row] for row in held]
    for _ in range(chance.randint(0, 4)):
        act = chance.choice(("cell", "cell", "come", "go", "move", "column"))
        at = chance.randint(1, len(made)) if act == "come" else chance.randrange(1, len(made)) if len(made) > 1 else 0
        free = [name for name in NAMES if not any(row[0] == name for row in (*held, *made))]
        if act == "cell" and at:
            made[at][chance.randint(1, len(made[at]) - 1)] = str(chance.randint(10, 30))
        elif act == "come" and free:
            made.insert(at, [chance.choice(free), *(str(chance.randint(1, 9)) for _ in made[0][1:])])
        elif act == "go" and at:
            del made[at]
        elif act == "move" and at:
            made.insert(chance.randint(1, len(made) - 1), made.pop(at))
        elif act == "column" and chance.random() < 0.2:
            place = chance.randint(1, len(made[0]))
            for number, row in enumerate(made):
                row.insert(place, str(chance.randint(1, 9)) if number else "2025")
    return made


def as_text(held: Sequence[Sequence[str]]) -> Draft:
    return text([" ".join(row) for row in held])


def settled(found: Merge, way: str) -> Draft:
    for conflict in found.conflicts:
        found = resolve(found, conflict, way if way in conflict.choices else "ours")
    return found.draft


@given(seeds)
@settings(max_examples=25, deadline=None)
@example(Random(643247))  # a row that one side renamed, and of which the other changed all figures
def test_every_cell_stands_under_its_head_and_beside_its_name(chance: Random) -> None:
    held = table(chance)
    ours, theirs = changed(chance, held), changed(chance, held)
    base, one, two = map(as_text, (held, ours, theirs))
    for found in (merge(base, one, one), merge(base, base, one), merge(base, one, base)):
        assert not found.conflicts
        assert canonical(found.draft) == canonical(one)
    found, turned = merge(base, one, two), merge(base, two, one)
    for way, other in (("ours", "theirs"), ("theirs", "ours")):
        made = settled(found, way)
        assert canonical(made) == canonical(settled(turned, other))
        head, *lines = [row.split(" ") for row in rows(made)]
        for line in lines:
            assert len(line) == len(head)
            known = [row for row in (*ours, *theirs) if row[0] == line[0]]
            for column, figure in zip(head[1:], line[1:], strict=True):
                assert figure in [
                    row[at]
                    for whole in (ours, theirs)
                    for row in whole
                    if row in known
                    for at, name in enumerate(whole[0])
                    if name == column
                ]
        for name in NAMES:
            there = [any(row[0] == name for row in one) for one in (held, ours, theirs)]
            stands = any(line[0] == name for line in lines)
            assert stands or not there[1] or not there[2]
            # Where a side took out one row and put in another with the figures of the first, it gave that another name.
            renamed = any(row[0] == name and row[1:] in [was[1:] for was in held] for row in (*ours, *theirs))
            assert sum(line[0] == name for line in lines) <= 1 + renamed


@pytest.mark.parametrize("figures", ["29 6", "29 12"])
def test_a_row_that_one_side_renamed_has_not_the_figures_that_the_other_gave_it(figures: str) -> None:
    ours, theirs = (HEAD, f"Norway {figures}", CHILE), (HEAD, CUBA.replace("1 2", "5 6"), CHILE)
    found = merge(text((HEAD, NORWAY, CHILE)), text(ours), text(theirs))
    assert [one.kind for one in found.conflicts] == ["shape"]
    for way, expected in (("ours", ours), ("theirs", theirs)):
        assert rows(settled(found, way)) == [*expected]


TWO = "Fiji\n3\n2\nMali\n9\n1", "Togo\n3\n2\nMali\n9\n1", "Fiji\n3\n2\nTogo\n9\n1"
ONE_NAME = [
    ("moved there and new here", ("Fiji 3 2", "Chile 4 8"), ("Chile 18 15", "Togo 3 2"),
     ("Togo 5 8", "Fiji 3 2", "Chile 4 8"), ("Fiji\n3\n2", "Togo\n3\n2", "Togo\n5\n8\nFiji\n3\n2"),
     ("Chile 18 15", "Togo 3 2"), ("Chile 18 15", "Togo 5 8", "Fiji 3 2")),
    ("two that were there", ("Fiji 3 2", "Mali 9 1", "Cuba 7 7"), ("Togo 3 2", "Mali 9 1", "Cuba 7 7"),
     ("Fiji 3 2", "Togo 9 1", "Cuba 7 9"), TWO,
     ("Togo 3 2", "Mali 9 1", "Cuba 7 9"), ("Fiji 3 2", "Togo 9 1", "Cuba 7 9")),
    ("with another between", ("Fiji 3 2", "Cuba 7 7", "Mali 9 1"), ("Togo 3 2", "Cuba 7 7", "Mali 9 1"),
     ("Fiji 3 2", "Cuba 7 9", "Togo 9 1"), TWO,
     ("Togo 3 2", "Mali 9 1", "Cuba 7 9"), ("Fiji 3 2", "Togo 9 1", "Cuba 7 9")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("what", "base", "ours", "theirs", "asked", "as_ours", "as_theirs"), ONE_NAME, ids=[row[0] for row in ONE_NAME]
)
def test_of_two_rows_of_one_name_these_are_asked_and_not_the_table(
    what: str,
    base: tuple[str, ...],
    ours: tuple[str, ...],
    theirs: tuple[str, ...],
    asked: tuple[str, str, str],
    as_ours: tuple[str, ...],
    as_theirs: tuple[str, ...],
) -> None:
    head = "State 2026 2027"
    first, one, two = (text((head, *lines)) for lines in (base, ours, theirs))
    found, turned = merge(first, one, two), merge(first, two, one)
    assert [(c.kind, c.base, c.ours, c.theirs) for c in found.conflicts] == [("shape", *asked)]
    assert [(c.kind, c.base, c.theirs, c.ours) for c in turned.conflicts] == [("shape", *asked)]
    scattered = [True] if what == "with another between" else []
    for this, other, expected in ((found, turned, as_ours), (turned, found, as_theirs)):
        answers = resolve(this, this.conflicts[0], "ours"), resolve(other, other.conflicts[0], "theirs")
        for answer in answers:
            assert rows(answer.draft) == [head, *expected]
            assert ["side by side" in told for told in answer.told] == scattered
