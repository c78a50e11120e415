"""The working text against its base: fates, totals, lineage, and paragraphs put back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.change import Pair
from models.comparison.words.marked import side
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.word_counts import count_words
from models.editing.acts.bracketing import bracket
from models.editing.acts.put_back import NothingToPutBack, put_back, put_back_gone
from models.editing.acts.restoring import entries_from, restore
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.lineage import edges
from models.editing.notes.footnotes import add_note, set_note_text
from models.editing.structure import delete, delete_back, insert_text, move, new_paragraph, set_kind
from models.editing.working import WorkingText

BASE = Draft(
    (
        Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling all its earlier resolutions on this,"), Run(footnote=1))),
        Paragraph(Kind.OPERATIVE, (Run("Decides:"),), number="1"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("To meet; and"),), 1, "(a)"),
        Paragraph(Kind.SUBPARAGRAPH, (Run("To talk;"),), 1, "(b)"),
        Paragraph(Kind.OPERATIVE, (Run("Requests a report;"), Run(footnote=2)), number="2"),
        Paragraph(Kind.OPERATIVE, (Run("Invites all States."), Run(footnote=1)), number="3"),
    ),
    (Footnote(1, "1", (Run("Resolution 1."),)), Footnote(2, "2", (Run("Resolution 2."),))),
)
SAME = [(at, at, "same") for at in range(7)]


def kinds(working: WorkingText) -> list[str]:
    changes = Changes(working)
    return [changes.of(at).kind for at in range(len(working.entries))]


def ends(working: WorkingText) -> list[tuple[int, int, str]]:
    found = edges(working)
    assert all(edge.by == "editor" for edge in found)
    return [(edge.old, edge.new, edge.kind) for edge in found]


def quiet() -> WorkingText:
    """A working text whose punctuation does not follow, so that each act shows alone."""
    working = WorkingText(BASE)
    working.punctuates = False
    return working


def test_untouched_nothing_changed() -> None:
    working = WorkingText(BASE)
    assert set(kinds(working)) == {"unchanged"}
    assert ends(working) == SAME
    assert Changes(working).totals.paragraphs == 0


def test_reworded_new_gone_and_moved() -> None:
    working = quiet()
    changes = Changes(working)
    insert_text(working, Selection.at(5, 8), " soon")
    assert (changes.totals.paragraphs, changes.totals.inserted, changes.totals.deleted) == (1, 1, 0)
    delete(working, Selection(Caret(4, 0), Caret(5, 0)))
    with working.step("New", Selection()) as step:
        step.replace(6, 6, [step.new(Paragraph(Kind.OPERATIVE, (Run("Urges all."),)))])
    move(working, Selection.at(5, 0), -1)
    assert changes.origins.gone == ((4, 4),)
    found = [changes.of(at).kind for at in range(len(working.entries))]
    assert found == ["unchanged"] * 4 + ["moved", "reworded", "new"]
    assert ends(working)[4:] == [(5, 5, "reworded"), (6, 4, "moved")]
    assert (changes.totals.paragraphs, changes.totals.inserted, changes.totals.deleted) == (4, 3, 2)
    while working.undo():
        pass
    assert [changes.of(at).kind for at in range(7)] == ["unchanged"] * 7
    assert changes.gone == ()


def preamble(*words: int) -> WorkingText:
    """A text of paragraphs with so many words each."""
    return WorkingText(Draft(tuple(Paragraph(Kind.PREAMBULAR, (Run("word " * count + "end,"),)) for count in words)))


@pytest.mark.parametrize(
    ("words", "moves", "order", "moved"),
    [
        # Which of two neighbours is longer does not matter.
        ((9, 90, 9, 9), [(1, 1)], [0, 2, 1, 3], [1]),
        ((9, 90, 9, 9), [(1, -1)], [1, 0, 2, 3], [1]),
        ((9, 2, 9, 9), [(1, 1)], [0, 2, 1, 3], [1]),
        ((90, 2, 2, 2), [(0, 3)], [1, 2, 3, 0], [0]),
        # One that came back to its place has not moved, whatever was taken past it since.
        ((9, 9, 9, 9), [(1, 1), (1, -1)], [0, 1, 2, 3], []),
        ((9, 2, 90, 9), [(1, 1), (1, -1), (2, -1)], [0, 2, 1, 3], [2]),
        ((9, 90, 2, 9), [(2, 1), (2, -1), (1, 1)], [0, 2, 1, 3], [1]),
        # Each of two that were taken elsewhere.
        ((90, 2, 2, 90), [(0, 1), (3, -1)], [1, 0, 3, 2], [0, 3]),
    ],
)
def test_the_one_is_moved_that_the_user_took_elsewhere(
    words: tuple[int, ...], moves: list[tuple[int, int]], order: list[int], moved: list[int]
) -> None:
    working = preamble(*words)
    changes = Changes(working)
    for key, by in moves:
        move(working, Selection.at([entry.key for entry in working.entries].index(key)), by)
    keys = [entry.key for entry in working.entries]
    assert keys == order
    assert [keys[at] for at in range(len(keys)) if changes.of(at).moved] == sorted(moved, key=keys.index)
    assert [edge.old for edge in edges(working) if edge.kind == "moved"] == sorted(moved)
    for key in moved:
        put_back(working, Selection.at([entry.key for entry in working.entries].index(key)))
    assert [entry.key for entry in working.entries] == [0, 1, 2, 3]
    while working.undo():
        pass
    assert not any(changes.of(at).changed for at in range(4))


def test_what_was_taken_elsewhere_is_so_again_when_it_is_done_again() -> None:
    working = preamble(9, 90, 9)
    changes = Changes(working)
    move(working, Selection.at(1), 1)
    working.undo()
    working.redo()
    assert [changes.of(at).moved for at in range(3)] == [False, False, True]


def test_a_split_and_its_words() -> None:
    working = quiet()
    new_paragraph(working, Selection.at(1, 18))
    changes = Changes(working)
    assert [changes.of(at).kind for at in (1, 2)] == ["split", "split"]
    assert ends(working)[1:3] == [(1, 1, "split"), (1, 2, "split")]
    longer = max(edges(working)[1:3], key=lambda edge: edge.confidence)
    assert longer.confidence == 1.0
    assert longer.new == 2
    for position in (1, 2):
        assert side(changes.words_of(position), "insert").strip() == working.entries[position].text.strip()
    put_back(working, Selection.at(2, 3))
    assert working.draft() == BASE
    assert ends(working) == SAME


def test_the_empty_end_of_a_split_carries_no_edge() -> None:
    working = quiet()
    new_paragraph(working, Selection.at(5, 19))
    assert [edge for edge in ends(working) if edge[0] == 5] == [(5, 5, "same")]
    assert Changes(working).totals.paragraphs == 0


def test_words_are_counted_again_where_the_other_end_of_a_split_is_emptied() -> None:
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run("Acts."),), number="1"),)))
    working.punctuates = False
    changes = Changes(working)
    new_paragraph(working, Selection.at(0, 2))
    delete(working, Selection(Caret(0, 0), Caret(0, 2)))
    assert changes.totals.deleted == 1
    delete(working, Selection(Caret(1, 0), Caret(1, 3)))
    assert changes.totals == Changes(working).totals
    assert changes.totals.deleted == 1


def test_a_merge() -> None:
    working = quiet()
    delete_back(working, Selection.at(6, 0))
    assert ends(working)[-2:] == [(5, 5, "merged"), (6, 5, "merged")]
    assert Changes(working).of(5).kind == "merged"
    put_back(working, Selection.at(5, 0))
    assert working.draft() == BASE
    assert ends(working) == SAME
    working.undo()
    working.undo()
    assert ends(working) == SAME


def test_kind_and_notes_alone() -> None:
    working = quiet()
    changes = Changes(working)
    set_kind(working, Selection.at(6), Kind.PREAMBULAR)
    assert changes.of(6).kind == "form"
    working.undo()
    set_note_text(working, 1, (Run("Resolution 100."),))
    assert [changes.of(at).kind for at in (1, 2, 6)] == ["form", "unchanged", "form"]
    put_back(working, Selection.at(1))
    assert working.draft() == BASE


def test_a_gone_paragraph_is_put_back_in_its_place() -> None:
    working = quiet()
    changes = Changes(working)
    delete(working, Selection(Caret(2, 0), Caret(5, 0)))
    assert [gone.base_position for gone in changes.gone] == [2, 3, 4]
    assert {gone.before for gone in changes.gone} == {2}
    for base_position in (3, 4, 2):
        put_back_gone(working, base_position)
    assert working.draft() == BASE
    with pytest.raises(NothingToPutBack):
        put_back_gone(working, 3)


def test_where_nothing_else_is_what_is_gone_before_it_is_put_back_one_after_another() -> None:
    working = quiet()
    delete(working, Selection(Caret(2, 0), Caret(5, 0)))
    at = 2
    for base_position in (4, 3, 2):
        put_back(working, Selection.at(at))
        assert working.entries[2].text == BASE.paragraphs[base_position].text
        assert working.undo_list.last is not None
        assert working.undo_list.last.after == Selection.at(2)
    assert working.draft() == BASE
    with pytest.raises(NothingToPutBack):
        put_back(working, Selection.at(at))


def test_what_is_gone_from_the_end_is_put_back_behind_the_last() -> None:
    working = quiet()
    last = len(BASE.paragraphs) - 1
    delete(
        working, Selection(Caret(last - 2, working.entries[last - 2].length), Caret(last, working.entries[last].length))
    )
    for _ in range(2):
        put_back(working, Selection.at(len(working.entries) - 1))
    assert working.draft() == BASE


def test_what_is_as_it_was_is_said_so() -> None:
    working = WorkingText(BASE)
    with pytest.raises(NothingToPutBack):
        put_back(working, Selection.at(3))
    assert working.undo_list.steps == 0


def test_neighbours_follow_what_is_put_back() -> None:
    working = WorkingText(BASE)
    delete(working, Selection(Caret(5, 18), Caret(6, 19)))
    put_back(working, Selection.at(5))
    assert working.draft() == BASE


Act = Callable[[WorkingText, int, int], object]
ACTS: dict[str, Act] = {
    "enter": lambda w, at, place: new_paragraph(w, Selection.at(at, place)),
    "type": lambda w, at, place: insert_text(w, Selection.at(at, place), "more "),
    "back": lambda w, at, place: delete_back(w, Selection.at(at, place)),
    "join": lambda w, at, place: delete_back(w, Selection.at(at, 0)),
    "up": lambda w, at, place: move(w, Selection.at(at), -1),
    "down": lambda w, at, place: move(w, Selection.at(at), 1),
    "kind": lambda w, at, place: set_kind(w, Selection.at(at), Kind.OPERATIVE),
    "delete": lambda w, at, place: delete(w, Selection(Caret(at, place), Caret(min(at + 1, len(w.entries) - 1), 0))),
    "bracket": lambda w, at, place: bracket(w, Selection(Caret(at, 0), Caret(at, place))),
    "note": lambda w, at, place: add_note(w, Selection.at(at, place), (Run("Note."),)),
    "put back": lambda w, at, place: put_back(w, Selection.at(at)),
    "undo": lambda w, at, place: w.undo(),
    "redo": lambda w, at, place: w.redo(),
}
STEPS = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 30), st.integers(0, 40)), max_size=8)


def do(working: WorkingText, steps: list[tuple[str, int, int]]) -> None:
    for name, at, place in steps:
        if not working.entries:
            return
        at %= len(working.entries)
        try:
            ACTS[name](working, at, place % (working.entries[at].length + 1))
        except NothingToPutBack:
            continue


@settings(max_examples=90, deadline=None)
@given(STEPS)
def test_what_is_kept_up_to_date_is_what_is_worked_out_anew(steps: list[tuple[str, int, int]]) -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    for step in steps:
        do(working, [step])
        fresh = Changes(working)
        positions = range(len(working.entries))
        assert [changes.of(at) for at in positions] == [fresh.of(at) for at in positions]
        assert changes.gone == fresh.gone
        assert changes.totals == fresh.totals
        fresh.close()
        for at in positions:
            assert side(changes.words_of(at), "insert").strip() == working.entries[at].text.strip() or (
                changes.of(at).kind in ("split", "merged")
            )


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_every_edge_tells_of_words_and_all_can_be_undone(steps: list[tuple[str, int, int]]) -> None:
    working = WorkingText(BASE)
    do(working, steps)
    found = edges(working)
    assert all(edge.old < len(BASE.paragraphs) and edge.new < len(working.entries) for edge in found)
    assert len({edge.ends for edge in found}) == len(found)
    for edge in found:
        if edge.kind == "same":
            assert working.entries[edge.new].text == BASE.paragraphs[edge.old].text
    while working.undo():
        pass
    assert working.draft() == BASE
    assert ends(working) == SAME


@settings(max_examples=90, deadline=None)
@given(STEPS)
def test_all_put_back_is_the_base(steps: list[tuple[str, int, int]]) -> None:
    working = WorkingText(BASE)
    do(working, steps)
    working.punctuates = False
    changes = Changes(working)
    # What moved comes nearer each time: it goes beside what stands before it now.
    for _ in BASE.paragraphs:
        for at in reversed(range(len(working.entries))):
            if at < len(working.entries):
                do(working, [("put back", at, 0)])
        for gone in changes.gone:
            put_back_gone(working, gone.base_position)
    assert working.draft() == BASE
    assert ends(working) == SAME


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_the_whole_text_put_back_is_the_base(steps: list[tuple[str, int, int]]) -> None:
    working = WorkingText(BASE)
    do(working, steps)
    working.punctuates = False
    # What moved comes nearer each time, as one by one.
    with suppress(NothingToPutBack):
        for _ in BASE.paragraphs:
            end = len(working.entries) - 1
            put_back(working, Selection(Caret(0, 0), Caret(end, working.entries[end].length if working.entries else 0)))
    assert working.draft() == BASE
    assert ends(working) == SAME


def test_the_caret_stays_in_its_words_where_a_draft_is_restored() -> None:
    made = WorkingText(BASE)
    older, lineage = made.draft(), edges(made)
    move(made, Selection.at(5), 1)
    place = Selection.at(6, 3)
    restore(made, older, entries_from(older, [Pair(edge.old, edge.new) for edge in lineage]), place)
    last = made.undo_list.last
    assert last is not None
    assert (last.before, last.after) == (place, Selection.at(5, 3))


@settings(max_examples=150, deadline=None)
@given(STEPS, STEPS)
def test_an_older_draft_is_restored_as_one_step(
    first: list[tuple[str, int, int]], then: list[tuple[str, int, int]]
) -> None:
    working = WorkingText(BASE)
    do(working, first)
    older, lineage = working.draft(), edges(working)
    do(working, then)
    newer, steps = working.draft(), working.undo_list.steps
    restore(working, older, entries_from(older, [Pair(edge.old, edge.new) for edge in lineage]), Selection.at(0))
    assert working.draft() == older
    assert [edge.ends for edge in edges(working)] == [edge.ends for edge in lineage]
    assert len({entry.key for entry in working.entries}) == len(working.entries)
    if working.undo_list.steps > steps:
        working.undo()
    assert working.draft() == newer


@pytest.mark.parametrize(
    "text",
    [
        "Decides – by “consensus” – on 25/7 and/or by 3.5 per cent of the States’ shares [and] —;",
        "决定继续审议 2030 年议程；",
        "تقرر أن تبقي المسألة قيد نظرها؛",
        "[…]",
    ],
)
def test_what_a_new_text_brought_is_what_it_has(text: str) -> None:
    """The words of a paragraph are counted by one rule, of whatever it is asked."""
    working = WorkingText(Draft())
    insert_text(working, Selection(), text)
    assert Changes(working).totals.inserted == working.words == count_words(text)


def test_a_break_of_a_line_in_what_was_split_ends_no_paragraph() -> None:
    """Each part has its own words, and a break that goes is told within the part it stood in."""
    text = "Urges all to protect aquifers,\nrivers and lakes, and to share\nall the data they have;"
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (Run(text),), number="1"),)))
    new_paragraph(working, Selection.at(0, text.index("and to share")))
    changes = Changes(working)
    assert [side(changes.words_of(at), "insert") for at in (0, 1)] == [entry.text for entry in working.entries]
    delete(working, Selection(Caret(1, len("and to share")), Caret(1, len("and to share") + 1)))
    assert ("delete", "share\nall") in changes.words_of(1)
    assert [side(changes.words_of(at), "insert") for at in (0, 1)] == [entry.text for entry in working.entries]


@pytest.mark.parametrize(("last", "words"), [(2, "Put this paragraph back"), (3, "Put these paragraphs back")])
def test_what_is_put_back_is_called_by_how_many_were_chosen(last: int, words: str) -> None:
    working = quiet()
    for at in (2, 3):
        insert_text(working, Selection.at(at, 0), "All ")
    put_back(working, Selection(Caret(2, 0), Caret(last, 1)))
    assert working.undo_list.last is not None
    assert working.undo_list.last.words == words


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [
        (1, 4, "AbCDEfG"),  # what is gone just before the first is none of what was chosen
        (2, 3, "AbCDfG"),
        (0, 5, "ABbCDEfGH"),
    ],
)
def test_what_is_gone_between_those_chosen_is_put_back_with_them(first: int, last: int, there: str) -> None:
    """With the first and the last of the text goes what is gone at its ends."""
    working = WorkingText(Draft(tuple(Paragraph(Kind.TEXT, (Run(word),)) for word in "ABbCDEfGH")))
    for gone in (Selection(Caret(7, 1), Caret(8, 1)), *(Selection(Caret(at, 0), Caret(at + 1, 0)) for at in (5, 1))):
        delete(working, gone)
    assert "".join(entry.text for entry in working.entries) == "AbCDfG"
    insert_text(working, Selection.at(3, 1), "x")
    put_back(working, Selection(Caret(first, 0), Caret(last, 1)))
    assert "".join(entry.text for entry in working.entries) == there


def test_a_moved_paragraph_of_which_a_part_stood_in_order_is_put_back_in_its_place() -> None:
    base = Draft(
        tuple(
            Paragraph(Kind.OPERATIVE if at else Kind.ENACTING, (Run(words),))
            for at, words in enumerate(("The Organ,", "Requests all to report;", "Asks to meet;", "Urges all;"))
        )
    )
    working = WorkingText(base)
    move(working, Selection.at(1), 1)
    new_paragraph(working, Selection.at(2, 12))
    put_back(working, Selection.at(2))
    assert [entry.text for entry in working.entries] == [paragraph.text for paragraph in base.paragraphs]
    assert kinds(working) == ["unchanged"] * 4


def test_what_was_joined_to_what_stands_before_the_place_of_a_paragraph_leaves_that_behind_it() -> None:
    words = ("One;", "Two;", "Three;", "Four;", "Five.")
    working = WorkingText(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(word),)) for word in words)))
    move(working, Selection.at(2), -1)
    delete_back(working, Selection.at(1, 0))
    assert [entry.text for entry in working.entries] == ["One Three;", "Two;", "Four;", "Five."]
    move(working, Selection.at(2), 1)
    put_back(working, Selection.at(3))
    assert [entry.text for entry in working.entries] == ["One Three;", "Two;", "Four;", "Five."]
