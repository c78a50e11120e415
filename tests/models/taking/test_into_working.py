"""Changes of a comparison taken into the working text and refused, each one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.comparison.partly import places
from models.comparison.words.marked import Words
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.taking.into_working import plan, planned, take
from models.taking.outcome import CannotTake, HasAlready, outcome
from tests.models.comparison.small_drafts import draft
from tests.models.comparison.test_partly import LINES, NEW, NOTES, OLD, read
from tests.models.merging.random_drafts import edited, random_draft

HERE = Selection.at(0, 0)


def texts(one: Draft) -> list[str]:
    return [paragraph.text for paragraph in one.paragraphs]


def number_of(comparison_of: tuple[Draft, Draft], label: str) -> int:
    changes = compare(*comparison_of).changes
    return next(n for n, change in enumerate(changes) if label in change.new_labels or label in change.old_labels)


def test_a_change_is_taken_as_one_step_with_its_lineage() -> None:
    working = WorkingText(OLD)
    found = outcome(working.draft(), compare(OLD, NEW), {number_of((OLD, NEW), "PP2"): None})
    take(working, planned(working.entries, working.notes, found), "Take PP2", HERE)
    assert working.draft().paragraphs[1].text.startswith("Welcoming")
    assert working.entries[1].came_from == (1,)
    assert working.entries[1].key == 1
    assert len(working.undo_list.done) == 1
    working.undo()
    assert read(working.draft()) == read(OLD)


def test_a_refused_change_reads_as_before_where_it_stands_now() -> None:
    working = WorkingText(NEW)
    comparison = compare(OLD, NEW)
    number = next(n for n, change in enumerate(comparison.changes) if change.old_labels == ("OP1",))
    found = outcome(working.draft(), comparison, {number: [1]}, refused=True)
    take(working, planned(working.entries, working.notes, found), "Refuse", HERE)
    assert working.draft().paragraphs[4].text.endswith("report every other year on the matter;")
    assert [entry.came_from for entry in working.entries] == [(n,) for n in range(len(NEW.paragraphs))]


@pytest.mark.parametrize("refused", [False, True])
def test_what_never_was_in_a_text_is_not_said_to_have_come_with_what_was_taken(refused: bool) -> None:
    shared = "PP *Recalling* its resolution 60/1 on migrants and on their rights,"
    stays = "1. *Decides* to remain seized of the matter."
    old = draft(shared, "PP *Noting* the report of the Secretary-General on storms,", stays)
    new = draft(shared.replace("60/1", "60/1 and 61/2"), stays)
    comparison = compare(*((new, old) if refused else (old, new)))
    first = number_of((comparison.old, comparison.new), "PP1")
    gone = next(n for n, change in enumerate(comparison.changes) if change.kind in ("deleted", "inserted"))
    working = WorkingText(draft("*The General Assembly*,", shared, "1. *Urges* States to act.", stays))
    act = "Refuse" if refused else "Take"
    found = plan(working, comparison, {first: None}, refused=refused)
    assert found.placed.brought == frozenset()
    take(working, found, f"{act} PP1", HERE)
    with pytest.raises(HasAlready, match="says so already; nothing"):
        plan(working, comparison, {gone: None}, refused=refused)


def test_what_the_working_text_says_otherwise_stays() -> None:
    ours = draft(
        "PP *Recalling* its resolution 60/1,[^1]",
        "PP *Noting* the report of the Secretary-General on migration,",
        "1. *Requests* the Secretary-General to report every year on the matter;",
        "2. *Urges* all Member States to protect the rights of women and children;",
        "3. *Decides* to remain seized of the matter.",
        notes={1: "A/60/1."},
    )
    working = WorkingText(ours)
    comparison = compare(OLD, NEW)
    inserted = next(n for n, change in enumerate(comparison.changes) if change.kind == "inserted")
    found = outcome(working.draft(), comparison, {inserted: None})
    take(working, planned(working.entries, working.notes, found), "Take OP2", HERE)
    said = texts(working.draft())
    assert any(text.startswith("Encourages donors") for text in said)
    assert any(text.startswith("Urges all Member States") for text in said)
    assert [note.text for note in working.draft().footnotes] == ["A/60/1.", "A/70/2."]


def test_a_clash_is_said_and_nothing_is_changed() -> None:
    ours = draft(*(line.replace("Noting", "Taking note of") for line in _lines(OLD)), notes={1: "A/60/1."})
    with pytest.raises(CannotTake, match="by hand"):
        outcome(ours, compare(OLD, NEW), {number_of((OLD, NEW), "PP2"): None})


def test_what_is_there_already_is_said() -> None:
    with pytest.raises(CannotTake, match="already"):
        outcome(NEW, compare(OLD, NEW), {number_of((OLD, NEW), "PP2"): None})


def _lines(one: Draft) -> list[str]:
    said = []
    for paragraph in one.paragraphs:
        start = f"{paragraph.number}. " if paragraph.number else "PP "
        said.append(start + "".join(f"[^{run.footnote}]" if run.footnote else run.text for run in paragraph.runs))
    return said


drafts = st.lists(st.sampled_from(LINES), max_size=8).map(lambda lines: draft(*lines, notes=NOTES))


@settings(max_examples=120, deadline=None)
@given(drafts, drafts, st.data())
def test_all_taken_one_by_one_gives_the_new_draft_and_all_refused_the_old(
    old: Draft, new: Draft, data: st.DataObject
) -> None:
    for start, refused in ((old, False), (new, True)):
        working = WorkingText(start)
        other = old if refused else new
        before = working.draft()
        steps = 0
        comparison = compare(old, new)
        numbers = list(range(len(comparison.changes)))
        chosen = data.draw(st.sets(st.sampled_from(numbers))) if numbers else set()
        try:
            found = outcome(working.draft(), comparison, dict.fromkeys(chosen), refused=refused)
            take(working, planned(working.entries, working.notes, found), "Take", HERE)
            steps += 1
        except CannotTake:
            pass
        try:
            found = outcome(start, comparison, dict.fromkeys(numbers), refused=refused)
        except CannotTake:
            assert read(start) == read(other)
            continue
        assert read(found.draft) == read(other)
        for _ in range(steps):
            working.undo()
        assert read(working.draft()) == read(before)


def taken_one_by_one(
    start: Draft, comparison: Comparison, numbers: Sequence[int], refused: bool = False
) -> tuple[WorkingText, int]:
    """A text into which changes are taken one after another, and how many steps that made."""
    working = WorkingText(start)
    for number in numbers:
        take_one(working, comparison, {number: None}, refused)
    return working, len(working.undo_list.done)


def take_one(
    working: WorkingText,
    comparison: Comparison,
    changes: dict[int, Sequence[int] | None],
    refused: bool = False,
    words: dict[int, Words] | None = None,
) -> None:
    try:
        found = outcome(working.draft(), comparison, changes, refused=refused, words=words)
    except CannotTake as error:
        if "already" not in str(error):
            raise
        return
    before = len(working.undo_list.done)
    take(working, planned(working.entries, working.notes, found), "Take", HERE)
    assert len(working.undo_list.done) == before + 1


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_taken_one_by_one_in_any_order_it_reads_as_the_new_draft_and_refused_as_the_old(
    seed: int, refused: bool
) -> None:
    chance = Random(seed)
    old = random_draft(chance)
    new = edited(chance, old, times=chance.randint(0, 8))
    start, goal = (new, old) if refused else (old, new)
    comparison = compare(old, new)
    numbers = chance.sample(range(len(comparison.changes)), len(comparison.changes))
    working, steps = taken_one_by_one(start, comparison, numbers, refused)
    assert read(working.draft()) == read(goal)
    for _ in range(steps):
        working.undo()
    assert read(working.draft()) == read(start)


LIST = (
    "1. *Welcomes* the report of the Secretary-General on water and climate;",
    "2. *Requests* the Secretary-General:",
    "(a) To prepare a report on drinking water in rural areas;",
    "(b) To convene a meeting of experts on sanitation;",
    "(c) To inform the Assembly of the results of both;",
    "3. *Urges* States to strengthen national monitoring systems by 2030;",
    "4. *Decides* to remain seized of the matter.",
)
WITHOUT = (LIST[0], f"2{LIST[5][1:]}", f"3{LIST[6][1:]}")
THREE = (
    LIST[0],
    "2. *Stresses* the role of women in water governance;",
    "3. *Expresses concern* at the lack of funding for sanitation;",
    "4. *Commends* the efforts of river basin organizations;",
    f"5{LIST[5][1:]}",
    f"6{LIST[6][1:]}",
)
MOVED = (LIST[5].replace("3.", "1."), LIST[0].replace("1.", "2."), *(f"3{one[1:]}" for one in LIST[6:]))


@pytest.mark.parametrize(
    ("old", "new"),
    [(WITHOUT, LIST), (LIST, WITHOUT), (WITHOUT, THREE), (THREE, WITHOUT), (LIST, THREE), (WITHOUT, MOVED)],
)
@pytest.mark.parametrize("sort", [list, lambda them: [*them][::-1]], ids=["down", "up"])
@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
def test_new_and_deleted_lists_are_taken_and_refused_paragraph_by_paragraph(
    old: Sequence[str], new: Sequence[str], sort: Callable[[range], list[int]], refused: bool
) -> None:
    comparison = compare(draft(*old), draft(*new))
    start, goal = (draft(*new), draft(*old)) if refused else (draft(*old), draft(*new))
    working, _ = taken_one_by_one(start, comparison, sort(range(len(comparison.changes))), refused)
    assert texts(working.draft()) == texts(goal)


def test_what_was_written_by_hand_stays_where_it_is_while_changes_come_one_by_one() -> None:
    hand = "2. *Notes* what was written by hand;"
    comparison = compare(draft(*WITHOUT), draft(*LIST))
    numbers = [n for n, change in enumerate(comparison.changes) if change.kind == "inserted"]
    start = draft(WITHOUT[0], hand, *WITHOUT[1:])
    working, _ = taken_one_by_one(start, comparison, numbers[::-1])
    said = texts(working.draft())
    assert [one for one in said if "by hand" not in one] == texts(draft(*LIST))
    assert said.index("Notes what was written by hand;") in (1, 5)


def test_an_item_put_in_by_hand_stays_under_its_paragraph() -> None:
    start = draft(WITHOUT[0], "(a) In particular its annex;", *WITHOUT[1:])
    comparison = compare(draft(*WITHOUT), draft(*THREE))
    numbers = [n for n, change in enumerate(comparison.changes) if change.kind == "inserted"]
    working, _ = taken_one_by_one(start, comparison, numbers)
    assert texts(working.draft())[:3] == [texts(start)[0], texts(start)[1], texts(draft(*THREE))[1]]


def test_place_after_place_is_taken_where_the_note_changes_too() -> None:
    lines = ("1. *Recalls* its resolution 78/1,[^1] and requests a report at its seventy-ninth session;", "2. *Ends*.")
    other = (lines[0].replace("78/1", "79/1").replace("seventy-ninth", "eightieth"), lines[1])
    comparison = compare(draft(*lines, notes={1: "A/78/5."}), draft(*other, notes={1: "A/79/6."}))
    shown = comparison.readable_words[0]
    assert len(places(shown)) == 2
    for order in ([0, 1], [1, 0]):
        working = WorkingText(comparison.old)
        for place in order:
            take_one(working, comparison, {0: [place]}, words={0: shown})
        assert read(working.draft()) == read(comparison.new)
        assert len(working.undo_list.done) == 2


def test_two_changes_at_two_places_of_a_paragraph_changed_by_hand_are_merged_with_it() -> None:
    lines = ("1. *Requests* a report on water to the Assembly at its seventy-ninth session without delay;",)
    other = (lines[0].replace("a report", "an oral report").replace("seventy-ninth", "eightieth"),)
    comparison = compare(draft(*lines), draft(*other))
    working = WorkingText(draft(lines[0].replace("without delay", "as soon as it can")))
    for place in (0, 1):
        take_one(working, comparison, {0: [place]})
    assert texts(working.draft()) == texts(draft(other[0].replace("without delay", "as soon as it can")))


def test_what_stands_beside_words_of_neither_draft_is_said_to_follow_from_nothing() -> None:
    line = "1. *Recalls* its resolutions 77/166 of 2022 and 78/154 of 2023 on water;"
    comparison = compare(draft(line), draft(line.replace(" on water", " and 79/207 of 2024 on water")))
    text = draft(line.replace(" and 78/154", ", 78/154").replace(" on water", " and 79/207 of 2024 on water"))
    found = plan(WorkingText(text), comparison, {0: None})
    assert not found.replaced
    assert found.told == "what else the text says there is of neither draft"


@pytest.mark.parametrize(
    ("old", "new", "own"),
    [
        ("by 5 per cent", "by 10 per cent", "of the budget|of the funds"),
        ("shall report", "may report", "on its share|on its part"),
        ("shall report", "shall not report", "its share|its full share"),
    ],
)
def test_a_change_is_taken_beside_words_changed_by_hand_that_are_of_one_statement_with_it(
    old: str, new: str, own: str
) -> None:
    line = "1. *Decides* that each State shall report on its share and raise by 5 per cent of the budget what it gives;"
    was, now = own.split("|")
    comparison = compare(draft(line), draft(line.replace(old, new)))
    working = WorkingText(draft(line.replace(was, now)))
    found = plan(working, comparison, {0: None})
    assert found.told == (
        "what was taken is of one statement with other words of OP1: look whether it says what is meant"
    )
    take(working, found, "Take OP1", HERE)
    assert texts(working.draft()) == texts(draft(line.replace(old, new).replace(was, now)))


def table(*rows: tuple[str, ...]) -> Draft:
    """A text that is one table."""
    cells = [(at, column, text) for at, row in enumerate(rows) for column, text in enumerate(row)]
    return Draft(tuple(Paragraph(Kind.TEXT, (Run(text),), cell=(0, at, column)) for at, column, text in cells))


HEAD, IRAQ, IRAN, OMAN = ("Country", "Amount"), ("Iraq", "130"), ("Iran", "270"), ("Oman", "455")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((HEAD, IRAQ, OMAN), (HEAD, IRAQ, IRAN, OMAN)),
        ((HEAD, IRAQ, IRAN, OMAN), (HEAD, IRAQ, OMAN)),
        ((HEAD, IRAQ, IRAN, OMAN), (HEAD, IRAN, OMAN, IRAQ)),
        ((HEAD, IRAQ, IRAN), (HEAD, ("Iraq", "131"), OMAN, IRAN)),
    ],
    ids=["a new row", "a row gone", "a row moved", "a number and a row"],
)
@pytest.mark.parametrize("sort", [list, lambda them: [*them][::-1]], ids=["down", "up"])
def test_cells_taken_one_by_one_stand_in_their_rows(
    old: Sequence[tuple[str, ...]], new: Sequence[tuple[str, ...]], sort: Callable[[range], list[int]]
) -> None:
    comparison = compare(table(*old), table(*new))
    working, _ = taken_one_by_one(comparison.old, comparison, sort(range(len(comparison.changes))))
    assert working.draft() == comparison.new
