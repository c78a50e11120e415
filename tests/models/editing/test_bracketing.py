"""Brackets by one key: around words, over paragraphs, nested; taken away; counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, Footnote, Kind, Paragraph, Run, brackets
from models.editing.acts.bracketing import (
    NoBracketHere,
    bracket,
    bracket_note,
    bracket_state,
    unbracket,
    unbracket_note,
)
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import set_note_text
from models.editing.runs import shown
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import told, working
from tests.timed import soon


def text(*lines: str) -> WorkingText:
    """A working text; "^" is a mark of note 1."""
    paragraphs = []
    for line in lines:
        runs: list[Run] = []
        for number, part in enumerate(line.split("^")):
            runs += [Run(footnote=1)] * (number > 0) + [Run(part)] * bool(part)
        paragraphs.append(Paragraph(Kind.OPERATIVE, tuple(runs)))
    return WorkingText(Draft(tuple(paragraphs), (Footnote(1, "1"),)))


def lines(working: WorkingText) -> list[str]:
    return [shown(entry.paragraph.runs).replace("\ufffc", "^") for entry in working.entries]


def selected(*places: int) -> Selection:
    return Selection(Caret(*places[:2]), Caret(*places[2:]))


SET = [
    (["Decides to meet;"], (0, 8, 0, 15), ["Decides [to meet];"]),
    (["Decides to meet;"], (0, 15, 0, 7), ["Decides [to meet];"]),
    (["Decides  to meet ;"], (0, 7, 0, 17), ["Decides  [to meet] ;"]),
    (["Decides;"], (0, 7, 0, 7), ["Decides[];"]),
    (["One;", "Two;"], (0, 0, 1, 4), ["[One;", "Two;]"]),
    (["One;", "Two;"], (0, 4, 1, 4), ["One;", "[Two;]"]),
    (["One;", "Two;"], (0, 0, 1, 0), ["[One;]", "Two;"]),
    (["[One] two;"], (0, 0, 0, 9), ["[[One] two];"]),
    (["One^ two;"], (0, 3, 0, 8), ["One[^ two];"]),
    (["One;", "", "Two;"], (0, 0, 1, 0), ["[One;]", "", "Two;"]),
    (["a  b"], (0, 1, 0, 3), ["a  []b"]),
]


@pytest.mark.parametrize(("before", "places", "after"), SET)
def test_brackets_are_set(before: list[str], places: tuple[int, ...], after: list[str]) -> None:
    working = text(*before)
    bracket(working, selected(*places))
    assert lines(working) == after
    working.undo()
    assert lines(working) == before


TAKEN = [
    (["Decides [to [now] meet];"], (0, 14, 0, 14), ["Decides [to now meet];"]),
    (["Decides [to [now] meet];"], (0, 10, 0, 10), ["Decides to [now] meet;"]),
    (["[[One] two];"], (0, 1, 0, 1), ["[One two];"]),
    (["[[One] two];"], (0, 0, 0, 0), ["[One] two;"]),
    (["One] two;"], (0, 4, 0, 4), ["One two;"]),
    (["[One;", "Two;]"], (1, 2, 1, 2), ["One;", "Two;"]),
    (["a [b] c"], (0, 2, 0, 5), ["a b c"]),
    (["a^ [b^] c"], (0, 5, 0, 5), ["a^ b^ c"]),
    (["[[x]]"], (0, 5, 0, 5), ["[x]"]),
]


@pytest.mark.parametrize(("before", "places", "after"), TAKEN)
def test_brackets_are_taken_away(before: list[str], places: tuple[int, ...], after: list[str]) -> None:
    working = text(*before)
    unbracket(working, selected(*places))
    assert lines(working) == after
    working.undo()
    assert lines(working) == before


def test_where_there_is_none_it_says_so() -> None:
    working = text("One [two] three;")
    with pytest.raises(NoBracketHere):
        unbracket(working, selected(0, 12, 0, 12))
    assert working.undo_list.steps == 0


def test_the_caret_is_inside_an_empty_pair() -> None:
    working = text("One;")
    with working.step("Both", Selection()) as step:
        bracket(working, selected(0, 3, 0, 3))
        assert step.selection == Selection.at(0, 4)


def test_set_and_taken_again_is_as_before() -> None:
    working = text("One^ two;", "Three;")
    with working.step("Both", Selection()) as step:
        bracket(working, selected(0, 4, 1, 5))
        unbracket(working, step.selection)
    assert lines(working) == ["One^ two;", "Three;"]


STATES = [
    (["None;"], 0, 0, ()),
    (["[a] and [b [c]];"], 3, 1, ()),
    (["[a", "b", "c]"], 1, 3, ()),
    (["a^]", "[b"], 0, 2, (Caret(0, 2), Caret(1, 0))),
    (["a [link](https://x.y/z)"], 0, 0, ()),
    (["^^[a^]"], 1, 1, ()),
]


@pytest.mark.parametrize(("paragraphs", "pairs", "within", "unmatched"), STATES)
def test_they_are_counted(paragraphs: list[str], pairs: int, within: int, unmatched: tuple[Caret, ...]) -> None:
    state = bracket_state(text(*paragraphs))
    assert (state.pairs, state.paragraphs, state.unmatched) == (pairs, within, unmatched)


@given(st.lists(st.text("[]a^ ", max_size=12), min_size=1, max_size=5))
def test_the_count_is_that_of_the_draft(paragraphs: list[str]) -> None:
    working = text(*paragraphs)
    found = brackets(working.draft())
    state = bracket_state(working)
    assert state.pairs == sum(one.start is not None and one.end is not None for one in found)
    assert len(state.unmatched) == len(found) - state.pairs
    for at in state.unmatched:
        assert shown(working.entries[at.position].paragraph.runs)[at.place] in "[]"


def test_ten_thousand_paragraphs_are_counted_at_once() -> None:
    working = text(*["Decides to meet in the afternoon, and so on;"] * 10_000, "[a]")
    assert soon(lambda: bracket_state(working), 0.05).pairs == 1  # 3 ms on a quiet machine


@pytest.mark.parametrize(
    ("note", "start", "end", "after", "selected"),
    [
        ("See Records", 4, 11, "See [Records]", (4, 13)),
        ("See Records", 3, 11, "See [Records]", (4, 13)),
        ("See", 3, 3, "See[]", (4, 4)),
        ("", 0, 0, "[]", (1, 1)),
    ],
)
def test_brackets_around_words_of_a_footnote(
    note: str, start: int, end: int, after: str, selected: tuple[int, int]
) -> None:
    made = WorkingText(Draft((), (Footnote(7, "1", (Run(note, italic=True),)),)))
    assert bracket_note(made, Selection(), 7, start, end) == selected
    assert (made.notes[7].text, made.notes[7].runs[0].italic) == (after, bool(note))
    unbracket_note(made, Selection(), 7, *selected)
    assert made.notes[7].text == note
    assert made.undo_list.steps == 2
    with pytest.raises(NoBracketHere):
        unbracket_note(made, Selection(), 7, 0, 0)


@pytest.mark.parametrize(
    ("line", "note", "pairs", "paragraphs", "unmatched"),
    [
        ("Decides^ to meet", "See [A/1] [and B].", 2, 1, []),
        ("[Decides]^ to meet", "See [A/1].", 2, 1, []),
        ("Decides^ to meet", "See [A/1.", 0, 1, [Caret(1, 7)]),
        ("[Decides^ to meet", "See A/1].", 0, 1, [Caret(1, 0), Caret(1, 8)]),
        ("Decides to meet", "See [A/1.", 0, 0, []),
    ],
)
def test_brackets_in_footnotes_count_and_have_their_partner_there(
    line: str, note: str, pairs: int, paragraphs: int, unmatched: list[Caret]
) -> None:
    made = text("Urges", line)
    set_note_text(made, 1, [Run(note)])
    state = bracket_state(made)
    assert (state.pairs, state.paragraphs, list(state.unmatched)) == (pairs, paragraphs, unmatched)


@pytest.mark.parametrize(
    "text",
    [
        "[on the report (|A/79/437|)]",
        "[on |the| report]",
        "|[on the report]|",
        "[on the [report] |of| it]",
        "[on |the report]\nO Decides| all",
        "|one\nO [two| three]",
    ],
)
def test_brackets_just_set_go_with_one_key_and_leave_others(text: str) -> None:
    made, selection = working(f"M {text}")
    before = made.draft()
    bracket(made, selection)
    assert made.draft() != before
    unbracket(made, made.undo_list.last.after if made.undo_list.last else selection)
    assert made.draft() == before


def test_a_pair_that_is_selected_with_all_between_is_meant() -> None:
    made, selection = working("O [One |[two [three]]| four]")
    unbracket(made, selection)
    assert told(made) == ["O [One two [three] four]"]
    made, selection = working("O [One |[two] and [three]| four]")
    unbracket(made, selection)
    assert told(made) == ["O One [two] and [three] four"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O |_Decides_ to act|;", "O [_Decides_ to act];"),
        ("O |_Decides_| to act;", "O [_Decides_] to act;"),
        ("O _Decides |also|_ to act;", "O _Decides _[_also_] to act;"),
        ("O _Takes |note| with appreciation_ of it;", "O _Takes [note] with appreciation_ of it;"),
        ("M |_Report of the Council_|", "M _[Report of the Council]_"),
        ("O a |_Decides_ to act;\nO _Urges_ all|.", "O a [_Decides_ to act;\nO _Urges_ all]."),
        ("O |^1_Decides_ to act|;", "O [^1_Decides_ to act];"),
    ],
)
def test_both_brackets_of_a_pair_look_alike(before: str, after: str) -> None:
    made, selection = working(before)
    bracket(made, selection)
    assert told(made) == after.splitlines()
    made.undo()
    assert told(made) == before.replace("|", "").splitlines()
