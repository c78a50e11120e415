"""What was taken into a working text is known again when it is taken up, after a kill too."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from models.comparison.compare import compare
from models.dossier import Dossier
from models.dossier.working.journal import Journal
from models.draft import Draft
from models.editing.working import WorkingText
from models.taking.into_working import plan, take
from models.taking.known_places import taken
from models.taking.outcome import HasAlready
from tests.models.comparison.small_drafts import draft
from tests.models.taking.parted_drafts import two_drafts
from tests.models.taking.test_into_working import HERE
from tests.models.taking.test_one_by_one import whole


def opened(dossier: Dossier, working: int) -> tuple[WorkingText, Journal]:
    found = dossier.recover(working)
    text = WorkingText(found.base, state=found.state, taken=found.taken)
    journal = Journal(dossier, working, text, found.selection)
    text.listeners.append(journal.note)
    return text, journal


@pytest.mark.parametrize("refused", [False, True], ids=["taken", "refused"])
@pytest.mark.parametrize("seed", [3, 216, 1598, 4711])
def test_changes_are_taken_through_reopening_after_each(tmp_path: Path, seed: int, refused: bool) -> None:
    old, new = two_drafts(seed)
    base, goal = (new, old) if refused else (old, new)
    chance = Random(seed)
    with Dossier.create(tmp_path / "a.adref", title="A") as dossier:
        row = dossier.begin_working(dossier.keep(base).id)
        offered = [number for number, one in enumerate(compare(old, new).changes) if one.weight is not None]
        for number in chance.sample(offered, len(offered)):
            text, journal = opened(dossier, row.id)
            with suppress(HasAlready):
                take(text, plan(text, compare(old, new), {number: None}, refused=refused), "Take", HERE)
            journal.commit()
            journal.abandon()
        text, journal = opened(dossier, row.id)
        assert whole(text.draft()) == whole(goal)
        journal.close()


IRAQ = draft("PP Iraq", "1. *Decides* to end.")
TWICE = draft("PP Iraq", "PP Iraq", "1. *Decides* to end.", "PP Iraq")


def with_one_taken(path: Path, old: Draft, new: Draft, number: int) -> int:
    with Dossier.create(path, title="A") as dossier:
        row = dossier.begin_working(dossier.keep(old).id)
        text, journal = opened(dossier, row.id)
        take(text, plan(text, compare(old, new), {number: None}), "Take", HERE)
        journal.close()
        return row.id


def test_which_of_two_that_read_the_same_was_taken_is_known_again(tmp_path: Path) -> None:
    comparison = compare(IRAQ, TWICE)
    for number, one in enumerate(comparison.changes):
        if one.weight is not None:
            path = tmp_path / f"{number}.adref"
            working = with_one_taken(path, IRAQ, TWICE, number)
            with Dossier.open(path) as dossier:
                text, journal = opened(dossier, working)
                assert taken(text, comparison) == {number}
                text.undo_list.forget_undone()
                journal.close()


def test_what_was_undone_is_known_no_more(tmp_path: Path) -> None:
    comparison = compare(IRAQ, TWICE)
    number = next(number for number, one in enumerate(comparison.changes) if one.weight is not None)
    with Dossier.create(tmp_path / "a.adref", title="A") as dossier:
        row = dossier.begin_working(dossier.keep(IRAQ).id)
        text, journal = opened(dossier, row.id)
        take(text, plan(text, comparison, {number: None}), "Take", HERE)
        journal.commit()
        assert dossier.recover(row.id).taken.placed
        text.undo()
        journal.commit()
        assert dossier.recover(row.id).taken.placed == ()
        text.redo()
        journal.close()
        assert dossier.recover(row.id).taken.placed
        dossier.discard_working(row.id)
        assert not dossier._db.execute("SELECT 1 FROM properties WHERE name LIKE 'places %'").fetchall()


@pytest.mark.parametrize(
    "done",
    [
        "UPDATE working_texts SET written = '2027-01-01T00:00:00.000000+00:00'",
        "UPDATE properties SET value = '{' WHERE name LIKE 'places of %'",
        "UPDATE properties SET value = '[]' WHERE name LIKE 'places of %'",
        "DELETE FROM properties WHERE name LIKE 'places of %'",
    ],
    ids=["written by an Adref that knows nothing of it", "torn", "another thing", "gone"],
)
def test_where_nobody_knows_the_text_is_there_all_the_same(tmp_path: Path, done: str) -> None:
    path = tmp_path / "a.adref"
    working = with_one_taken(path, IRAQ, TWICE, 1)
    with Dossier.open(path) as dossier:
        before = dossier.recover(working)
        assert before.taken.placed
        assert before.taken.whole
        dossier._db.execute(done)
        found = dossier.recover(working)
        assert (found.taken.placed, found.taken.whole) == ((), False)
        assert found.state == before.state


def test_a_note_written_in_full_says_ibid_again_after_reopening(tmp_path: Path) -> None:
    notes = {1: "A/60/1.", 2: "Ibid."}
    old = draft("1. *Decides* to end;", "2. *Requests* a report on water.", notes={})
    new = draft(
        "1. *Decides* to end;[^1]", "2. *Requests* a report on water.", "3. *Urges* all States.[^2]", notes=notes
    )
    comparison = compare(old, new)
    path = tmp_path / "a.adref"
    last = max(number for number, one in enumerate(comparison.changes) if one.weight is not None)
    working = with_one_taken(path, old, new, last)
    with Dossier.open(path) as dossier:
        text, journal = opened(dossier, working)
        assert [note.text for note in text.draft().footnotes] == ["A/60/1."]
        for number, one in enumerate(comparison.changes):
            if one.weight is not None:
                with suppress(HasAlready):
                    take(text, plan(text, comparison, {number: None}), "Take", HERE)
        assert [note.text for note in text.draft().footnotes] == ["A/60/1.", "Ibid."]
        journal.close()
