"""What is journaled is what stands: after any acts, with commits in between, and where a commit fails."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.dossier import Dossier, DossierLocked, DossierReadOnly, WorkingTextGone, WorkingTextHeld, examine
from models.dossier.rows.working_rows import NotePlace
from models.dossier.working.journal import Journal
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.acts.letters import insert_text
from models.editing.edit import Selection
from models.editing.notes.footnotes import add_note, set_note_text
from models.editing.working import WorkingText
from tests.models.dossier.random_writing import act, base

COMMIT, REOPEN = -1, -2
STEPS = st.lists(
    st.one_of(
        st.tuples(st.integers(0, 13), st.integers(0, 40), st.integers(0, 40)),
        st.just((COMMIT, 0, 0)),
        st.just((REOPEN, 0, 0)),
    ),
    max_size=40,
)


def begun(path: Path, draft: Draft | None) -> tuple[Dossier, int]:
    dossier = Dossier.create(path)
    parent = dossier.keep(draft, label="base").id if draft is not None else None
    return dossier, dossier.begin_working(parent).id


def opened(dossier: Dossier, working_id: int) -> tuple[WorkingText, Journal]:
    recovered = dossier.recover(working_id)
    working = WorkingText(recovered.base, state=recovered.state)
    journal = Journal(dossier, working_id, working)
    working.listeners.append(journal.note)
    return working, journal


def same(dossier: Dossier, working_id: int, working: WorkingText) -> None:
    recovered = dossier.recover(working_id)
    assert list(recovered.entries) == working.entries
    assert {note.id: note for note in recovered.notes} == working.notes
    again = WorkingText(recovered.base, state=recovered.state)
    assert again.draft() == working.draft()
    assert again.touched == working.touched


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, paragraphs=st.sampled_from([0, 1, 12, 300]))
def test_what_comes_back_is_what_stood(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, int, int]], paragraphs: int
) -> None:
    path = tmp_path_factory.mktemp("journal") / "a.adref"
    dossier, working_id = begun(path, base(paragraphs) if paragraphs else None)
    with dossier:
        working, journal = opened(dossier, working_id)
        for which, a, b in steps:
            if which == COMMIT:
                journal.commit()
                assert not journal.pending
                same(dossier, working_id, working)
            elif which == REOPEN:
                journal.close()
                working, journal = opened(dossier, working_id)
            else:
                act(working, which, a, b)
        while working.undo_list.steps and len(steps) % 2:
            working.undo()
        journal.commit()
        same(dossier, working_id, working)
        written = [entry for entry in working.entries if entry.paragraph.runs or entry.came_from]
        assert dossier.working_texts()[0].changed or written == list(working.original)
        journal.close()
    assert examine(path) == ()


@pytest.mark.parametrize("which", range(11))
def test_what_is_undone_leaves_no_row(tmp_path: Path, which: int) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(30))
    with dossier:
        working, journal = opened(dossier, working_id)
        for a in range(10):
            act(working, which, 3 * a, a)
        journal.commit()
        assert dossier.working_texts()[0].changed
        while working.undo():
            pass
        journal.commit()
        journal.close()
        assert not dossier.working_texts()[0].changed
        assert dossier._db.execute("SELECT count(*) FROM working_paragraphs").fetchone()[0] == 0


def test_a_move_through_ten_thousand_paragraphs_is_two_rows(tmp_path: Path) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(10_000))
    with dossier:
        working, journal = opened(dossier, working_id)
        with working.step("Move", Selection()) as step:
            step.replace(0, 10_000, [*working.entries[1:], working.entries[0]])
        journal.commit()
        same(dossier, working_id, working)
        assert dossier._db.execute("SELECT count(*) FROM working_paragraphs").fetchone()[0] == 2
        journal.close()


@pytest.mark.parametrize("upward", [False, True])
def test_there_is_always_room_for_one_more(tmp_path: Path, upward: bool) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(3))
    with dossier:
        working, journal = opened(dossier, working_id)
        for n in range(1500):
            with working.step("New", Selection()) as step:
                at = 1 if upward else 1 + n
                step.replace(at, at, [step.new(Paragraph(Kind.OPERATIVE, (Run(str(n)),)))])
        journal.commit()
        same(dossier, working_id, working)
        longest = dossier._db.execute("SELECT max(length(rank)) FROM working_paragraphs").fetchone()[0]
        assert longest < 400
        journal.close()


def typed(working: WorkingText, words: str) -> None:
    entry = working.entries[0]
    with working.step("Typing", Selection.at(0)) as step:
        step.put(0, entry.with_runs((Run(words),)))
        step.caret(0, len(words))


def test_a_commit_that_fails_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    dossier, working_id = begun(path, base(5))
    with dossier:
        working, journal = opened(dossier, working_id)
        typed(working, "one")
        journal.commit()
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        typed(working, "two")
        for _ in range(2):
            with pytest.raises(DossierLocked):
                journal.commit()
            assert journal.pending
            typed(working, "three")
        other.execute("ROLLBACK")
        other.close()
        assert dossier.recover(working_id).entries[0].text == "one"
        journal.commit()
        assert not journal.pending
        same(dossier, working_id, working)
        journal.close()


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(5))
    with dossier:
        working, journal = opened(dossier, working_id)
        journal.commit()
        assert journal._db is not None
        pages = journal._db.execute("PRAGMA page_count").fetchone()[0]
        journal._db.execute(f"PRAGMA max_page_count = {pages}")
        typed(working, "long " * 40_000)
        with pytest.raises(Exception, match="disk is full"):
            journal.commit()
        assert journal.pending
        journal._db.execute(f"PRAGMA max_page_count = {pages + 1000}")
        journal.commit()
        same(dossier, working_id, working)
        journal.close()


def test_the_caret_comes_back_within_the_text(tmp_path: Path) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(5))
    with dossier:
        working, journal = opened(dossier, working_id)
        typed(working, "here")
        journal.commit()
        assert dossier.recover(working_id).selection == Selection.at(0, 4)
        journal.selection = Selection.at(3, 7)
        assert not journal.pending
        journal.close()
        assert dossier.recover(working_id).selection == Selection.at(3, 7)
        working, journal = opened(dossier, working_id)
        journal.selection = Selection.at(77, 999)
        journal.close()
        assert dossier.recover(working_id).selection.head.position == 4


def test_the_caret_comes_back_within_a_footnote(tmp_path: Path) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(5))
    with dossier:
        working, journal = opened(dossier, working_id)
        note = add_note(working, Selection.at(1, 2))
        set_note_text(working, note, (Run("See A/80/55"),), Selection.at(1, 3))
        journal.note_place = NotePlace(note, 4, 11)
        journal.commit()
        found = dossier.recover(working_id)
        assert (found.selection, found.note_place) == (Selection.at(1, 3), NotePlace(note, 4, 11))
        # What is typed there next leaves the caret in the note; more words than there are it never has.
        set_note_text(working, note, (Run("See A"),), Selection.at(1, 3))
        journal.commit()
        assert dossier.recover(working_id).note_place == NotePlace(note, 4, 5)
        journal.note_place = None
        journal.close()
        assert dossier.recover(working_id).note_place is None
        journal = opened(dossier, working_id)[1]
        journal.note_place = NotePlace(77, 0, 0)
        journal.close()
        assert dossier.recover(working_id).note_place is None


def test_a_journal_given_a_text_that_went_on_writes_the_difference(tmp_path: Path) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(20))
    with dossier:
        recovered = dossier.recover(working_id)
        working = WorkingText(recovered.base, state=recovered.state)
        for n in range(60):
            act(working, n, 7 * n, 3 * n)
        Journal(dossier, working_id, working).close()
        same(dossier, working_id, working)


def test_one_window_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    dossier, working_id = begun(path, base(5))
    with Dossier.open(path) as other:
        working, journal = opened(dossier, working_id)
        journal.commit()
        assert not dossier.working_texts()[0].held
        assert other.working_texts()[0].held
        assert other.begin_working(dossier.nodes()[0].id).id == working_id
        theirs = Journal(other, working_id, WorkingText(base(5)))
        for refused in (
            theirs.commit,
            lambda: other.hold_working(working_id),
            lambda: other.discard_working(working_id),
            lambda: other.keep_working(working_id, base(5), []),
        ):
            with pytest.raises(WorkingTextHeld, match="another window"):
                refused()
        theirs.close()
        typed(working, "mine")
        journal.close()
        assert not other.working_texts()[0].held
        other.hold_working(working_id)
        assert dossier.working_texts()[0].held
    assert not dossier.working_texts()[0].held
    dossier.close()
    assert examine(path) == ()


def test_what_was_thrown_away_is_not_written_again(tmp_path: Path) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(5))
    with dossier:
        working, journal = opened(dossier, working_id)
        journal.commit()
        typed(working, "late")
        dossier.discard_working(working_id)
        with pytest.raises(WorkingTextGone):
            journal.commit()
        assert journal.pending
        fresh = dossier.begin_working(dossier.nodes()[0].id)
        assert fresh.id != working_id
        # Words are left over: whoever closes is told, and can keep them aside.
        with pytest.raises(WorkingTextGone):
            journal.close()
        assert not dossier.working_texts()[0].changed
        with pytest.raises(WorkingTextGone):
            dossier.recover(working_id)


def test_each_user_and_each_parent_has_one(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    dossier, first = begun(path, base(5))
    parent = dossier.nodes()[0].id
    with dossier:
        ids = {
            dossier.begin_working(on, who=who).id for on in (None, parent) for who in ("", "A", "B") for _ in range(2)
        }
        assert len(ids) == 6
        assert first in ids
        assert {row.parent for row in dossier.working_texts()} == {None, parent}
        dossier.discard_working(first)
        assert len(dossier.working_texts()) == 5
    with Dossier.open(path, read_only=True) as reading:
        assert len(reading.working_texts()) == 5
        with pytest.raises(DossierReadOnly):
            reading.begin_working(None)
        with pytest.raises(DossierReadOnly):
            Journal(reading, 1, WorkingText(Draft()))


def test_a_text_begun_anew_is_none_that_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        found = []
        for words in ("one", "two", ""):
            row = dossier.begin_working(None, who="A", anew=True)
            working, journal = opened(dossier, row.id)
            with working.step("Write", Selection()) as step:
                step.replace(0, 0, [step.new(Paragraph(Kind.OPERATIVE, (Run(words),) if words else ()))])
            journal.close()
            found.append((row.id, row.who))
        assert [who for _, who in found] == ["A", "A 2", "A 3"]
        assert {row.who: row.begins for row in dossier.working_texts()} == {"A": "one", "A 2": "two", "A 3": ""}
        # One that was begun and left without a word serves again; each is taken up by its name.
        assert dossier.begin_working(None, who="A", anew=True).id == found[-1][0]
        assert [dossier.begin_working(None, who=who).id for _, who in found] == [row for row, _ in found]
        assert dossier.begin_working(None, who="B", anew=True).who == "B"


@pytest.mark.parametrize(
    ("written", "here", "now", "earlier", "found"),
    [
        ([""], True, "Anna", [""], ""),
        ([""], True, "Anna", [], "Anna"),
        ([""], False, "Anna", [""], "Anna"),  # somebody without a name, on another machine
        (["", "Anna"], True, "Anna", [""], "Anna"),
        (["A", ""], True, "Anna", ["A", ""], "A"),
        (["Bob"], True, "Anna", ["", "A"], "Anna"),
        (["Anna"], False, "Anna", [""], "Anna"),  # he writes on another machine under the same name
        (["Anna"], True, "", ["Anna"], "Anna"),
    ],
)
@pytest.mark.parametrize("based", [True, False])
def test_what_was_written_under_an_earlier_name_is_taken_up(
    tmp_path: Path, based: bool, written: list[str], here: bool, now: str, earlier: list[str], found: str
) -> None:
    path = tmp_path / "a.adref"
    dossier, _ = begun(path, base(2))
    parent = dossier.nodes()[0].id if based else None
    with dossier:
        for who in written:
            working, journal = opened(dossier, dossier.begin_working(parent, who=who).id)
            with working.step("Write", Selection()) as step:
                step.replace(0, 0, [step.new(Paragraph(Kind.OPERATIVE, (Run("Decides."),)))])
            journal.close()
    if not here:
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE working_texts SET host = 'elsewhere'")
    with Dossier.open(path) as again:
        row = again.begin_working(parent, who=now, earlier_names=earlier)
        assert (row.who, row.changed) == (found, found in written)


def test_texts_begun_on_nothing_are_told_apart_by_what_is_behind_their_head(tmp_path: Path) -> None:
    head = Paragraph(Kind.MASTHEAD, (Run("Draft resolution"),)), Paragraph(Kind.ENACTING, (Run("The Assembly,"),))
    with Dossier.create(tmp_path / "a.adref") as dossier:
        for words in ("Decides to meet", "Urges all", ""):
            row = dossier.begin_working(None, who="A", anew=True)
            working, journal = opened(dossier, row.id)
            with working.step("Write", Selection()) as step:
                step.replace(0, 0, [*map(step.new, head), step.new(Paragraph(Kind.OPERATIVE, (Run(words),)))])
            journal.close()
        begins = [row.begins for row in dossier.working_texts()]
        assert sorted(begins) == ["Decides to meet", "Draft resolution", "Urges all"]


def test_noting_takes_no_time_while_another_writes(tmp_path: Path) -> None:
    """A key never waits: what holds up the commit does not hold up the noting."""
    path = tmp_path / "a.adref"
    dossier, working_id = begun(path, base(5))
    with dossier:
        working, journal = opened(dossier, working_id)
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        typed(working, "before")
        thread = threading.Thread(target=journal.commit)
        thread.start()
        for n in range(200):
            typed(working, str(n))
        assert thread.is_alive()
        other.execute("ROLLBACK")
        thread.join()
        other.close()
        journal.close()
        same(dossier, working_id, working)


def test_what_came_while_another_held_the_file_is_written_with_the_rest(tmp_path: Path) -> None:
    dossier, working_id = begun(tmp_path / "a.adref", base(3))
    working, journal = opened(dossier, working_id)
    journal.commit()
    insert_text(working, Selection.at(0), "before ")
    with dossier.together():
        writer = threading.Thread(target=journal.commit)
        writer.start()
        writer.join(0.2)
        assert writer.is_alive()
        insert_text(working, Selection.at(1), "meanwhile ")
    writer.join(10)
    assert not journal.pending
    same(dossier, working_id, working)
    journal.close()
    dossier.close()
