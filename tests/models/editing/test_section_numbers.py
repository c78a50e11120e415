"""Sections whose numbers go on: they do so while paragraphs and sections come, go and move."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.draft import Kind, labels
from models.draft.numbering import counted_anew
from models.editing import structure as acts
from models.editing.acts.put_back import NothingToPutBack, put_back, put_back_gone
from models.editing.acts.set_numbers import NothingBefore, NothingToRenumber, renumber, set_number, set_suffix
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.tally import Totals
from models.editing.typed.typed_structure import recognise_typed
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.tiny_drafts import moved, selected, working

ON = "S A\nO a;\nO b;\nS B\nO{3} c;\nO d;\nS C\nO{5} e."
"""Numbers 1 to 5 in three sections, the last of which has one paragraph alone."""
ANEW = "S A\nO a;\nO b;\nS B\nO c;\nO d."
Act = Callable[[WorkingText], None]


def numbers(made: WorkingText) -> str:
    """Numbers of the operative paragraphs, / where a section begins, - for none."""
    shown = [
        "/" if entry.paragraph.kind is Kind.SECTION else made.number(at) or "-"
        for at, entry in enumerate(made.entries)
        if entry.paragraph.kind in (Kind.SECTION, Kind.OPERATIVE)
    ]
    return " ".join(shown)


def new(after: int, times: int = 1) -> Act:
    def act(made: WorkingText) -> None:
        at = Selection.at(after, made.entries[after].length)
        for _ in range(times):
            acts.new_paragraph(made, at)
            acts.insert_text(made, selected(made), "x")
            at = selected(made)

    return act


def gone(first: int, last: int) -> Act:
    return lambda made: acts.delete(made, Selection(Caret(first, 0), Caret(last, 0)))


def numbered(position: int, number: str | None) -> Act:
    return lambda made: set_number(made, Selection.at(position), number)


def kind(position: int, wanted: Kind) -> Act:
    return lambda made: acts.set_kind(made, Selection.at(position), wanted)


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        (ON, new(2), "/ 1 2 3 / 4 5 / 6"),
        (ON, new(2, 3), "/ 1 2 3 4 5 / 6 7 / 8"),
        (ON, new(5), "/ 1 2 / 3 4 5 / 6"),
        (ON, lambda made: acts.new_paragraph(made, Selection.at(4)), "/ 1 2 / 3 4 5 / 6"),
        (ON, gone(1, 2), "/ 1 / 2 3 / 4"),
        (ON, gone(4, 5), "/ 1 2 / 3 / 4"),
        (ON, gone(1, 3), "/ / 1 2 / 3"),
        (ON, gone(0, 3), "/ 1 2 / 3"),
        (ON, gone(3, 4), "/ 1 2 3 4 / 5"),
        (ON, gone(3, 6), "/ 1 2 / 3"),
        # Over the borders; a section may be empty for a while.
        (ON, moved(2, 2), "/ 1 / 2 3 4 / 5"),
        (ON, moved(4, -2), "/ 1 2 3 / 4 / 5"),
        (ON, moved(7, -2), "/ 1 2 / 3 4 5 /"),
        (ON, lambda made: (moved(7, -2)(made), new(7)(made)), "/ 1 2 / 3 4 5 / 6"),
        # What a section was made of, and what one is made of.
        (ON, kind(3, Kind.OPERATIVE), "/ 1 2 3 4 5 / 6"),
        (ON, kind(5, Kind.SECTION), "/ 1 2 / 3 / / 4"),
        (ON, kind(2, Kind.PREAMBULAR), "/ 1 / 2 3 / 4"),
        ("O a;\nO b;\nS A\nO{3} c;\nO d;\nS B\nO{5} e;\nO f.", kind(4, Kind.SECTION), "1 2 / 3 / / 4 5"),
        # Set by hand, and after that.
        (ON, numbered(4, "1"), "/ 1 2 / 1 2 / 3"),
        (ON, numbered(4, "8"), "/ 1 2 / 8 9 / 10"),
        (ON, lambda made: (numbered(4, "1")(made), new(2)(made)), "/ 1 2 3 / 1 2 / 3"),
        (ON, lambda made: (numbered(4, "8")(made), new(2)(made)), "/ 1 2 3 / 8 9 / 10"),
        (ON, numbered(4, None), "/ 1 2 / 3 4 / 5"),
        (ON, lambda made: set_suffix(made, Selection.at(4), "bis"), "/ 1 2 / 2 bis 3 / 4"),
        # Those that count anew, and those after an annex.
        (ANEW, new(2), "/ 1 2 3 / 1 2"),
        (ANEW, moved(2, 2), "/ - / 1 2 3"),
        (ANEW, numbered(4, "3"), "/ 1 2 / 3 4"),
        (ANEW, lambda made: (numbered(4, "3")(made), new(2)(made)), "/ 1 2 3 / 4 5"),
        (ON + "\nA Annex\nS D\nO g;\nO h.", new(2), "/ 1 2 3 / 4 5 / 6 / 1 2"),
        # Where each has one paragraph, all have numbers.
        ("S A\nO{1} a;\nS B\nO{2} b.", new(1), "/ 1 2 / 3"),
        ("S A\nO{1} a;\nS B\nO{2} b.", lambda made: acts.new_paragraph(made, Selection.at(1)), "/ 1 2 / 3"),
        (ON, lambda made: (gone(1, 2)(made), gone(3, 4)(made)), "/ 1 / 2 / 3"),
        # What stands before the sections is counted with them.
        ("O a;\nO b;\nS A\nO{3} c;\nO d.", gone(0, 1), "1 / 2 3"),
        ("O{1} a;\nS A\nO{2} b;\nO c.", new(0), "1 2 / 3 4"),
        ("O{1} a;\nS A\nO{2} b;\nO c.", lambda made: acts.new_paragraph(made, Selection.at(0)), "1 2 / 3 4"),
        ("O a;\nS A\nO b;\nO c.", new(0), "1 2 / 1 2"),
        # A number printed in an annex is its own, whatever annex comes or goes before it.
        ("S A\nO a;\nO b.\nT Annex\nA Annex\nO{1} c.", kind(3, Kind.ANNEX), "/ 1 2 1"),
        ("S A\nO a;\nO b.\nA Annex\nO c.\nA Annex\nO{1} d.", gone(3, 5), "/ 1 2 1"),
    ],
)
def test_numbers_go_on_as_they_did(before: str, act: Act, after: str) -> None:
    made, _ = working(before)
    act(made)
    assert numbers(made) == after
    assert [made.label(at) for at in range(len(made.entries))] == list(labels(made.draft()))
    kept = made.draft()
    again = WorkingText(kept)
    assert numbers(again) == after
    while made.undo():
        pass
    assert made.draft() == made.base
    while made.redo():
        pass
    assert made.draft() == kept


@pytest.mark.parametrize(
    ("before", "act", "changed"),
    [
        (ON, new(2), {3: "new"}),
        (ON, gone(1, 2), {}),
        (ON, gone(4, 5), {}),
        (ON, new(3), {4: "new"}),
        (ON, numbered(4, "8"), {4: "form"}),
        (ON, numbered(4, "1"), {4: "form"}),
        (ON, numbered(5, "8"), {5: "form"}),
        (ANEW, new(2), {3: "new"}),
        ("O a;\nS A\nO{2} b.", new(0), {1: "new"}),
        ("S A\nO a;\nS B\nO{8} b.", numbered(3, "2"), {3: "form"}),
    ],
)
def test_a_number_that_goes_on_with_its_section_is_no_change(before: str, act: Act, changed: dict[int, str]) -> None:
    made, _ = working(before)
    changes = Changes(made)
    assert changes.totals == Totals()
    act(made)
    found = {at: changes.of(at).kind for at in range(len(made.entries)) if changes.of(at).changed}
    assert found == changed
    assert changes.totals.paragraphs == len(changed) + len(changes.gone)
    assert changes.totals == Changes(made).totals


def test_a_number_that_goes_on_is_not_put_back() -> None:
    made, _ = working(ON)
    new(2)(made)
    with pytest.raises(NothingToPutBack):
        put_back(made, Selection.at(5))
    assert numbers(made) == "/ 1 2 3 / 4 5 / 6"


@pytest.mark.parametrize(
    ("before", "at", "suffix", "label"),
    [
        (ON, 4, "bis", "OP2 bis"),
        (ON, 7, "ter", "OP4 ter"),
        (ON, 5, "bis", "OP3 bis"),
        (ANEW, 5, "bis", "II.OP1 bis"),
        ("S A\nP a,\nO b;\nS B\nP c,\nO{2} d;\nO e.", 4, "bis", "PP1 bis"),
        (ANEW, 4, "alt", "II.OP1 alt"),
    ],
)
def test_a_bis_has_the_number_before_it_in_its_list(before: str, at: int, suffix: str, label: str) -> None:
    made, _ = working(before)
    set_suffix(made, Selection.at(at), suffix)
    assert made.label(at) == label
    assert (at in to_look_at(made)) == (suffix == "alt")


@pytest.mark.parametrize(("before", "at"), [(ANEW, 4), (ANEW, 1), (ON, 1), ("O a:\n1 b;", 1), ("P a,\nP b,", 0)])
def test_the_first_of_a_list_is_the_bis_of_none(before: str, at: int) -> None:
    made, _ = working(before)
    with pytest.raises(NothingBefore, match="first of its list"):
        set_suffix(made, Selection.at(at), "bis")
    assert not made.changed


@pytest.mark.parametrize(
    ("act", "after"),
    [
        (gone(4, 5), "/ 1 2 / 3 4 / 5"),
        (lambda made: (new(2)(made), gone(5, 6)(made)), "/ 1 2 3 / 4 5 / 6"),
        (gone(3, 5), "/ 1 2 3 4 / 5"),
    ],
)
def test_what_is_put_back_counts_where_it_stands_now(act: Act, after: str) -> None:
    made, _ = working(ON)
    act(made)
    put_back_gone(made, 4)
    assert numbers(made) == after


def test_numbers_as_they_are_typed_say_how_a_section_goes() -> None:
    made, _ = working("O a;\nO b;\nS B\nO ")
    for letter in "3. ":
        acts.insert_text(made, Selection.at(3, made.entries[3].length), letter)
    assert recognise_typed(made, 3, 3)
    assert numbers(made) == "1 2 / 3"
    new(1)(made)
    assert numbers(made) == "1 2 3 / 4"
    for number, then in (("1. ", "1 2 3 / -"), ("4. ", "1 2 3 / 4")):
        for letter in number:
            acts.insert_text(made, Selection.at(4, made.entries[4].length), letter)
        assert recognise_typed(made, 4, 3)
        assert numbers(made) == then


def test_references_follow_over_the_border_of_a_section() -> None:
    made, _ = working(ON.replace("e.", "see paragraph 3 above."))
    new(2)(made)
    assert made.entries[-1].text == "see paragraph 4 above."
    assert made.draft().paragraphs[-1].number == "6"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("S A\nO a;\nO b;\nO c;\nS B\nO{3} d;\nO e.", "/ 1 2 3 / 4 5"),
        ("S A\nO{1} a;\nO{5} b;\nS B\nO{6} d;\nO{9} e.", "/ 1 2 / 3 4"),
        ("S A\nO{1} a;\nO{5} b;\nS B\nO{1} d;\nO{9} e.", "/ 1 2 / 1 2"),
    ],
)
def test_renumbering_counts_on_where_a_section_goes_on(before: str, after: str) -> None:
    made, _ = working(before)
    renumber(made, Selection())
    assert numbers(made) == after
    counted = counted_anew(made.base)
    assert " ".join("/" if p.kind is Kind.SECTION else p.number or "-" for p in counted.paragraphs) == after


def test_what_goes_on_already_is_not_renumbered() -> None:
    made, _ = working(ON)
    with pytest.raises(NothingToRenumber):
        renumber(made, Selection())
    assert made.draft() == made.base == counted_anew(made.base)
