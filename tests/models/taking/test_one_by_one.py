"""Changes taken one by one, in any order: in the end the text is the new draft; refused, the old one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.change import Pair
from models.comparison.compare import compare
from models.comparison.partly import places
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.numbering import to_roman
from models.editing.placed import TakenBefore
from models.editing.working import WorkingText
from models.taking.into_working import plan, take
from models.taking.known_places import taken_so_far
from models.taking.outcome import HasAlready
from tests.models.comparison.small_drafts import draft
from tests.models.taking.parted_drafts import torn_tables, two_drafts
from tests.models.taking.test_into_working import HERE, table


def whole(one: Draft) -> object:
    """All that a reader sees, and where cells sit."""
    said = {note.id: (note.mark, note.text) for note in one.footnotes}
    found: list[object] = []
    for p in one.paragraphs:
        runs = [(run.text, run.marks, said[run.footnote] if run.footnote is not None else None) for run in p.runs]
        found.append((p.kind, p.level, p.number, p.set_label, p.cell, runs))
    return found


def taken_one_by_one(old: Draft, new: Draft, refused: bool, chance: Random, pairs: Sequence[Pair] = ()) -> None:
    """Take all that is offered, or refuse it, each as one step; then undo all of it."""
    comparison = compare(old, new, pairs)
    offered = [number for number, change in enumerate(comparison.changes) if change.weight is not None]
    working, goal = WorkingText(new if refused else old), whole(old if refused else new)
    states = [working.draft()]
    for number in chance.sample(offered, len(offered)):
        try:
            # What its neighbours brought along is a step too: then it is known to be done.
            take(working, plan(working, comparison, {number: None}, refused=refused), "Take", HERE)
        except HasAlready:
            # Where the text has become the other draft nothing is left to do.
            assert whole(working.draft()) == goal
            continue
        states.append(working.draft())
        assert len(working.undo_list.done) == len(states) - 1
    assert whole(working.draft()) == goal
    while states:
        assert working.draft() == states.pop()
        working.undo()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_all_that_is_offered_taken_in_any_order_is_the_new_draft_and_refused_the_old(seed: int, refused: bool) -> None:
    taken_one_by_one(*two_drafts(seed), refused, Random(seed))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_words_taken_one_by_one_and_whole_paragraphs_among_them_come_to_the_same(seed: int, refused: bool) -> None:
    old, new = two_drafts(seed)
    comparison, chance = compare(old, new), Random(seed)
    asked: list[tuple[int, int | None]] = []
    for number, change in enumerate(comparison.changes):
        if change.weight is not None:
            asked.append((number, None))
            if len(change.old) == len(change.new) == 1:
                asked += [(number, place) for place in range(len(places(comparison.readable_words[number])))]
    working = WorkingText(new if refused else old)
    for number, place in chance.sample(asked, len(asked)):
        which = None if place is None else (place,)
        words = {number: comparison.readable_words[number]}
        with suppress(HasAlready):
            found = plan(working, comparison, {number: which}, refused=refused, words=words)
            take(working, found, "Take", HERE)
    assert whole(working.draft()) == whole(old if refused else new)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_what_is_taken_and_refused_at_once_leaves_the_text_as_it_was(seed: int, refused: bool) -> None:
    old, new = two_drafts(seed)
    taken_and_refused_at_once(old, new, refused, Random(seed))


def taken_and_refused_at_once(
    old: Draft, new: Draft, refused: bool, chance: Random, pairs: Sequence[Pair] = ()
) -> None:
    """Take each that is offered, refuse it again, and take it."""
    comparison = compare(old, new, pairs)
    offered = [number for number, change in enumerate(comparison.changes) if change.weight is not None]
    working = WorkingText(new if refused else old)
    for number in chance.sample(offered, len(offered)):
        before = whole(working.draft())
        with suppress(HasAlready):
            found = plan(working, comparison, {number: None}, refused=refused)
            take(working, found, "Take", HERE)
            take(working, plan(working, comparison, {number: None}, refused=not refused), "Take", HERE)
            assert whole(working.draft()) == before
            take(working, plan(working, comparison, {number: None}, refused=refused), "Take", HERE)


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_cells_stand_under_the_heads_of_the_draft_they_are_of_whatever_is_taken_last(seed: int, refused: bool) -> None:
    old, new, pairs = torn_tables(seed)
    taken_one_by_one(old, new, refused, Random(seed), pairs)
    taken_and_refused_at_once(old, new, refused, Random(seed), pairs)
    taken_here_and_there(old, new, Random(seed), pairs)


@pytest.mark.parametrize("refused", [False, True])
@pytest.mark.parametrize("pairs", [((2, 3), (3, 2)), ((2, 3),), ((3, 2),)])
def test_cells_of_a_row_that_changed_places_by_hand_have_moved_and_are_taken(
    pairs: Sequence[tuple[int, int]], refused: bool
) -> None:
    old = table(("Amount", "Term"), ("forty dollars", "two years"), ("sixty dollars", "three years"))
    new = table(("Amount", "Term"), ("two years", "forty dollars"), ("sixty dollars", "three years"))
    by_hand = [Pair(*pair) for pair in pairs]
    found = {(change.old, change.new): change.moved for change in compare(old, new, by_hand).changes}
    assert all(found[(before,), (after,)] for before, after in pairs)
    for seed in range(3):
        taken_one_by_one(old, new, refused, Random(seed), by_hand)
        taken_and_refused_at_once(old, new, refused, Random(seed), by_hand)
    taken_here_and_there(old, new, Random(0), by_hand)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**9))
def test_what_a_text_reads_follows_from_what_is_taken_by_whatever_way(seed: int) -> None:
    taken_here_and_there(*two_drafts(seed), Random(seed))


def taken_here_and_there(old: Draft, new: Draft, chance: Random, pairs: Sequence[Pair] = ()) -> None:
    """Take and refuse a few again and again: the same taken, the text is the same."""
    comparison = compare(old, new, pairs)
    offered = [number for number, change in enumerate(comparison.changes) if change.weight is not None]
    some = chance.sample(offered, min(4, len(offered)))
    working, has = WorkingText(old), frozenset[int]()
    seen = {has: whole(working.draft())}
    for number in chance.choices(some, k=12) if some else ():
        with suppress(HasAlready):
            take(working, plan(working, comparison, {number: None}, refused=number in has), "Take", HERE)
        has ^= {number}
        now = whole(working.draft())
        assert seen.setdefault(has, now) == now


@pytest.mark.parametrize(
    ("seed", "refused"),
    [(12548, True), (13630, True), (1598, True), (591173589, False), (591173589, True)],
    ids=[
        "a note of one of two drafts",
        "two that read the same with other notes",
        "columns of a table torn apart",
        "a cell under another head, taken",
        "a cell under another head, refused",
    ],
)
def test_what_random_drafts_have_shown(seed: int, refused: bool) -> None:
    taken_one_by_one(*two_drafts(seed), refused, Random(seed))
    taken_and_refused_at_once(*two_drafts(seed), refused, Random(seed))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9), st.booleans())
def test_a_text_that_is_taken_up_again_with_what_was_put_in_goes_on_as_if_it_had_not(seed: int, refused: bool) -> None:
    old, new = two_drafts(seed)
    comparison, chance = compare(old, new), Random(seed)
    offered = [number for number, change in enumerate(comparison.changes) if change.weight is not None]
    working = WorkingText(new if refused else old)
    for number in chance.sample(offered, len(offered)):
        with suppress(HasAlready):
            take(working, plan(working, comparison, {number: None}, refused=refused), "Take", HERE)
        if chance.random() < 0.4:
            before = taken_so_far(working)
            state = [*working.entries], [*working.notes.values()]
            left = TakenBefore.of(before.placed, before.whole).still((entry.key for entry in state[0]), working.notes)
            working = WorkingText(working.base, state=state, taken=left)
    assert whole(working.draft()) == whole(old if refused else new)


def test_a_cell_nobody_is_asked_about_that_a_hand_took_out_does_not_hinder_the_change_beside_it() -> None:
    old, new = two_drafts(591173589)
    comparison = compare(old, new)
    told = [[old.paragraphs[at].text for at in change.old] for change in comparison.changes]
    asked = told.index(["Peru"])
    unasked = asked + 1
    assert (told[unasked], comparison.changes[unasked].weight) == ([""], None)
    gone = comparison.changes[unasked].old[0]
    working = WorkingText(old)
    with working.step("Delete", HERE) as step:
        step.replace(gone, gone + 1, [])
    take(working, plan(working, comparison, {asked: None}), "Take", HERE)
    assert len(working.entries) == len(old.paragraphs) - 1


def test_the_table_that_a_word_file_has_its_masthead_in_comes_with_no_paragraph() -> None:
    lines = [Paragraph(Kind.MASTHEAD, (Run(text),)) for text in ("A/C.2/80/L.__", "General Assembly", "Limited")]
    in_table = [replace(line, cell=(0, 0, column)) for column, line in enumerate(lines)]
    old, new = (
        draft("1. Decides to meet now;\n2. Decides to rest."),
        draft("1. Decides to meet then;\n2. Decides to rest."),
    )
    comparison = compare(Draft((*lines, *old.paragraphs)), Draft((*in_table, *new.paragraphs)))
    working = WorkingText(comparison.old)
    take(working, plan(working, comparison, {3: None}), "Take", HERE)
    assert working.draft().paragraphs == (*lines, *new.paragraphs)


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("tabled", [False, True])
def test_a_new_line_of_a_masthead_in_a_table_stands_where_the_new_draft_has_it(place: int, tabled: bool) -> None:
    lines = ["A/C.2/80/L.__", "General Assembly", "Limited"]
    mastheads = [
        [Paragraph(Kind.MASTHEAD, (Run(text),), cell=(0, 0, at) if in_table else None) for at, text in enumerate(texts)]
        for texts, in_table in ((lines, not tabled), ([*lines[:place], "Second Committee", *lines[place:]], tabled))
    ]
    old, new = (
        Draft((*heads, *draft(f"1. Decides to meet {when};").paragraphs))
        for heads, when in zip(mastheads, ("now", "then"), strict=True)
    )
    taken_one_by_one(old, new, False, Random(place))
    taken_one_by_one(old, new, True, Random(place))


REQUESTS, URGES, CALLS, ENDS = (
    "*Requests* a report on drinking water in rural areas;",
    "*Urges* States to strengthen national monitoring systems by 2030;",
    "*Calls upon* donors to finance the trust fund;",
    "*Decides* to remain seized of the matter.",
)


def sections(*parts: str | tuple[str, ...]) -> Draft:
    """Sections with their headings, and operative paragraphs numbered through all of them."""
    paragraphs: list[Paragraph] = []
    numbers = 0
    for part in parts:
        if isinstance(part, tuple):
            for text in part:
                numbers += 1
                paragraphs.append(draft(f"{numbers}. {text}").paragraphs[0])
        else:
            section = sum(one.kind is Kind.SECTION for one in paragraphs) + 1
            paragraphs.append(Paragraph(Kind.SECTION, number=to_roman(section).upper()))
            paragraphs.append(Paragraph(Kind.HEADING, (Run(part),)))
    return Draft(tuple(paragraphs))


TWO = sections("Means", (REQUESTS, URGES), "Follow-up", (CALLS, ENDS))


@pytest.mark.parametrize(
    "other",
    [
        sections("Follow-up", (CALLS,), "Means", (REQUESTS, URGES, ENDS)),
        sections("Means", (REQUESTS, URGES), "Finance", ("*Invites* banks to lend;",), "Follow-up", (CALLS, ENDS)),
        sections("Means", (REQUESTS,), "Monitoring", (URGES,), "Follow-up", (CALLS, ENDS)),
        sections((REQUESTS, URGES, CALLS, ENDS)),
        sections("Means", (REQUESTS,), "Follow-up", (URGES, CALLS, ENDS)),
    ],
    ids=["changed places", "a new one", "one cut in two", "none left", "a paragraph in the other"],
)
@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
@pytest.mark.parametrize("seed", range(4))
def test_numbers_go_on_over_sections(other: Draft, refused: bool, seed: int) -> None:
    taken_one_by_one(TWO, other, refused, Random(seed))
    taken_one_by_one(other, TWO, refused, Random(seed))


H = ("Country", "Party", "Signed")
CHAD, IRAQ, PERU, OMAN = ("Chad", "no", "no"), ("Iraq", "no", "yes"), ("Peru", "yes", "no"), ("Oman", "no", "no")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((H, CHAD, IRAQ), (H, IRAQ, CHAD)),
        ((H, CHAD, IRAQ), (H, ("Iraq", "yes", "yes"), CHAD)),
        ((H, CHAD, IRAQ, PERU), (H, PERU, CHAD, IRAQ)),
        ((H, CHAD, IRAQ, PERU), (H, CHAD, OMAN, IRAQ, PERU)),
        ((H, CHAD, IRAQ, PERU), (H, CHAD, PERU)),
        ((H, CHAD, CHAD, IRAQ), (H, CHAD, IRAQ, CHAD, CHAD)),
        ((H, CHAD, IRAQ), tuple((one[0], "2025", *one[1:]) for one in (H, CHAD, IRAQ))),
        (tuple((one[0], "2025", *one[1:]) for one in (H, CHAD, IRAQ)), (H, IRAQ)),
    ],
)
@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
@pytest.mark.parametrize("seed", range(4))
def test_rows_and_columns_come_go_and_move_cell_by_cell(
    old: tuple[tuple[str, ...], ...], new: tuple[tuple[str, ...], ...], refused: bool, seed: int
) -> None:
    taken_one_by_one(table(*old), table(*new), refused, Random(seed))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("PP Iraq", f"1. {CALLS}"), ("PP Iraq", "PP Iraq", f"1. {CALLS}", "PP Iraq")),
        (("PP Iraq", "PP Iraq", f"1. {CALLS}", "PP Iraq"), (f"1. {CALLS}", "PP Iraq")),
        (("*", f"1. {CALLS}", "*"), (f"1. {CALLS}", "*", f"2. {ENDS}", "*", "*")),
    ],
)
@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
@pytest.mark.parametrize("seed", range(6))
def test_of_lines_that_read_the_same_as_many_are_taken_as_were_asked_for(
    old: tuple[str, ...], new: tuple[str, ...], refused: bool, seed: int
) -> None:
    taken_one_by_one(draft(*old), draft(*new), refused, Random(seed))


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
def test_a_note_mark_that_crossed_a_comma_can_be_taken(refused: bool) -> None:
    old, new = (
        draft(line, notes={1: "A/70/1."}) for line in (f"1. {CALLS[:-1]}[^1];", f"1. {CALLS}[^1]")
    )  # fmt: skip
    assert [change.weight for change in compare(old, new).changes] == ["housekeeping"]
    taken_one_by_one(old, new, refused, Random(0))


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
@pytest.mark.parametrize("cut", range(4))
def test_a_text_of_which_nobody_knows_what_was_put_in_goes_on_where_it_was(refused: bool, cut: int) -> None:
    old = draft("PP *Recalling* its resolution,[^1]", f"1. {REQUESTS}", f"2. {CALLS}", notes={1: "A/60/1."})
    new = draft("PP *Recalling* its resolution,[^1]", f"1. {URGES}", f"2. {REQUESTS}", notes={1: "A/60/1, annex."})
    comparison = compare(old, new)
    working = WorkingText(new if refused else old)
    for step, number in enumerate(number for number, one in enumerate(comparison.changes) if one.weight is not None):
        if step == cut:
            working = WorkingText(working.base, state=(list(working.entries), [*working.notes.values()]))
        with suppress(HasAlready):
            take(working, plan(working, comparison, {number: None}, refused=refused), "Take", HERE)
    assert whole(working.draft()) == whole(old if refused else new)
