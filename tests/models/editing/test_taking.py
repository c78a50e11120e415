"""Changes of a comparison taken into the working text and refused, each one step."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.comparison.compare import compare
from models.draft import Draft
from models.editing.edit import Selection
from models.editing.taking import CannotTake, outcome, planned, take
from models.editing.working import WorkingText
from tests.models.comparison.small_drafts import draft
from tests.models.comparison.test_partly import LINES, NEW, NOTES, OLD, read

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


@settings(max_examples=200, deadline=None)
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
