"""Notes that say "Ibid." cite what they mean, whatever is taken; in the end they read as the draft has them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from models.comparison.compare import compare
from models.comparison.references.sources import sources
from models.editing.working import WorkingText
from models.taking.into_working import plan, take
from models.taking.outcome import HasAlready
from tests.models.comparison.small_drafts import draft
from tests.models.taking.test_into_working import HERE
from tests.models.taking.test_one_by_one import whole

RECALLING, NOTING, ENDS = "PP *Recalling* its resolution 60/1,[^1]", "PP *Noting* the report,[^{}]", "1. *Ends*."
OLD = draft(
    RECALLING, NOTING.format(2), ENDS, notes={1: "Resolution 60/1, annex.", 2: "Ibid., para. 4."}
)  # fmt: skip
NEW = draft(
    RECALLING,
    "PP *Welcoming* the work done by the regional commissions,[^2]",
    "PP *Recognizing* the many reports of panels of experts on water,[^3]",
    NOTING.format(4),
    ENDS,
    notes={
        1: "Resolution 60/1, annex.",
        2: "E/2020/5.",
        3: "Ibid., chap. II.",
        4: "Resolution 60/1, annex, para. 4.",
    },
)
MEANT = {
    "Recalling": "Resolution 60/1, annex.",
    "Noting": "Resolution 60/1, annex, para. 4.",
    "Welcoming": "E/2020/5.",
    "Recognizing": "E/2020/5, chap. II.",
}


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
@pytest.mark.parametrize("order", [*permutations((1, 2, 3))])
def test_ibid_cites_its_source_at_every_step_and_reads_as_the_draft_has_it_in_the_end(
    order: tuple[int, ...], refused: bool
) -> None:
    comparison = compare(OLD, NEW)
    working = WorkingText(NEW if refused else OLD)
    for number in order:
        take(working, plan(working, comparison, {number: None}, refused=refused), "Take", HERE)
        now = working.draft()
        cited = sources(now)
        for paragraph in now.paragraphs:
            for note in paragraph.footnotes:
                assert cited[note] == MEANT[paragraph.text.split()[0]]
    assert whole(working.draft()) == whole(OLD if refused else NEW)
    while working.undo_list.done:
        working.undo()
    assert whole(working.draft()) == whole(NEW if refused else OLD)


def test_what_is_written_in_full_is_told_once() -> None:
    comparison = compare(OLD, NEW)
    working = WorkingText(OLD)
    told = []
    for number in (2, 1):
        take(working, plan(working, comparison, {number: None}), "Take", HERE)
        assert working.undo_list.last is not None
        told.append(working.undo_list.last.told)
    assert "footnote 2 says “E/2020/5, chap. II.”, not “Ibid.”: another note stands before it" in told[0]
    assert told[1] == ""


def test_what_says_ibid_again_is_left_alone_and_so_is_the_note_it_means() -> None:
    comparison = compare(OLD, NEW)
    working = WorkingText(OLD)
    for number in (2, 3, 1):
        take(working, plan(working, comparison, {number: None}), "Take", HERE)
    for number in (1, 2, 3):
        with pytest.raises(HasAlready):
            plan(working, comparison, {number: None})


def test_taking_from_another_draft_leaves_in_full_what_stands_so() -> None:
    working = WorkingText(OLD)
    take(working, plan(working, compare(OLD, NEW), {2: None}), "Take", HERE)
    before = [note.text for note in working.draft().footnotes]
    other = draft(RECALLING, NOTING.format(2), "1. *Ends* today.", notes={note.id: note.text for note in OLD.footnotes})
    take(working, plan(working, compare(OLD, other), {2: None}), "Take", HERE)
    assert [note.text for note in working.draft().footnotes] == before


def test_a_note_somebody_wrote_stays() -> None:
    comparison = compare(OLD, NEW)
    working = WorkingText(OLD)
    take(working, plan(working, comparison, {2: None}), "Take", HERE)
    by_hand = next(note for note in working.notes.values() if note.text == "E/2020/5, chap. II.")
    with working.step("Write", HERE) as step:
        step.set_note(by_hand.id, draft(ENDS, notes={by_hand.id: "E/2020/5, chapter two."}).footnotes[0])
    take(working, plan(working, comparison, {1: None}), "Take", HERE)
    assert working.notes[by_hand.id].text == "E/2020/5, chapter two."


def test_a_note_in_which_nothing_is_written_yet_is_one_of_the_text() -> None:
    working = WorkingText(OLD)
    with working.step("Write", HERE) as step:
        step.set_note(1, replace(working.notes[1], runs=()))
    take(working, plan(working, compare(OLD, NEW), {1: None}), "Take", HERE)
    assert not working.notes[1].runs
