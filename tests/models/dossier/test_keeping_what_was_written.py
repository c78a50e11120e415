"""A working text is kept as the child of its draft, with the editor's lineage, and is then no more; who did what."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from models.dossier import Dossier, DraftNotFound, Edge, WorkingTextGone, examine
from models.dossier.errors import LabelTaken
from models.dossier.working.journal import Journal
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText

BASE = Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet;"),), number="1"),))
EDGES = [Edge(0, 1, "moved", by="editor")]
SAME = [Edge(0, 0, "same", by="editor")]


def written(dossier: Dossier, parent: str | None) -> tuple[int, Journal, Draft]:
    """A paragraph put before the first."""
    row = dossier.begin_working(parent, who="A")
    recovered = dossier.recover(row.id)
    working = WorkingText(recovered.base, state=recovered.state)
    journal = Journal(dossier, row.id, working)
    working.listeners.append(journal.note)
    with working.step("New", Selection()) as step:
        step.replace(0, 0, [step.new(Paragraph(Kind.OPERATIVE, (Run("Urges all;"),)))])
    journal.commit()
    return row.id, journal, working.draft()


def test_kept_and_cleared(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        base = dossier.keep(BASE, label="base", who="Chair")
        working, journal, draft = written(dossier, base.id)
        node = dossier.keep_working(working, draft, EDGES, label="Rev.1", note="as agreed", who="A")
        journal.close()
        assert (node.parents, node.label, node.note, node.kept_by) == ((base.id,), "Rev.1", "as agreed", "A")
        assert node.kept is not None
        assert dossier.draft(node.id) == draft
        assert dossier.edges(base.id, node.id) == tuple(EDGES)
        assert dossier.working_texts() == ()
        with pytest.raises(WorkingTextGone):
            dossier.keep_working(working, draft, EDGES)
    assert examine(path) == ()


def test_begun_on_nothing_it_has_no_parent(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        working, journal, draft = written(dossier, None)
        node = dossier.keep_working(working, draft, [], label="first")
        journal.close()
        assert node.parents == ()


def test_what_cannot_be_kept_stays_a_working_text(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        base = dossier.keep(BASE, label="base")
        working, journal, draft = written(dossier, base.id)
        with pytest.raises(DraftNotFound), dossier.together():
            _kept_and_then_trouble(dossier, working, draft)
        assert len(dossier.nodes()) == 1
        assert dossier.working_texts()[0].changed
        journal.close()


def _kept_and_then_trouble(dossier: Dossier, working: int, draft: Draft) -> None:
    dossier.keep_working(working, draft, EDGES)
    dossier.set_fact("0" * 64, "label", "x")


def test_the_same_text_again_is_called_as_said_now_and_has_the_editors_lineage(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        base = dossier.keep(BASE, label="base")
        working, journal, draft = written(dossier, base.id)
        there = dossier.keep(draft, label="from Word", parents=[base.id], edges={base.id: [Edge(0, 0, "reworded")]})
        node = dossier.keep_working(working, draft, EDGES, label="Rev.1")
        journal.close()
        assert node.id == there.id
        assert node.label == "Rev.1"
        assert dossier.edges(base.id, node.id) == tuple(EDGES)


def test_the_same_text_with_the_same_lineage_again_says_nothing_new_whatever_a_hand_has_said(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        base = dossier.keep(BASE, label="base")
        for _ in range(3):
            working, journal, draft = written(dossier, base.id)
            node = dossier.keep_working(working, draft, EDGES, label="Rev.1")
            journal.close()
            dossier.pair(base.id, node.id, [(0, 0)])
        said = dossier._sets_among({base.id, node.id})
        assert [one.by for one in said].count("editor") == 1
        assert [edge.ends for edge in dossier.edges(base.id, node.id)] == [(0, 0)]


def test_the_timeline(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        first = dossier.keep(BASE, label="one", who="A", at="2026-11-24T10:00:00.000000+00:00")
        later = Draft(BASE.paragraphs[:1])
        second = dossier.keep(later, parents=[first.id], who="B", at="2026-11-24T11:00:00.000000+00:00")
        dossier.set_fact(first.id, "label", "Rev.1", who="C", at="2026-11-24T12:00:00.000000+00:00")
        dossier.set_fact(second.id, "note", "tabled", who="C", at="2026-11-24T12:30:00.000000+00:00")
        dossier.pair(first.id, second.id, [(0, 0)], who="D")
        dossier.unpair(first.id, second.id, [(0, 0)], who="D")
        told = [(one.what, one.who, one.node, one.name, one.before, one.after, one.pairs) for one in dossier.timeline()]
        assert told == [
            ("unpaired", "D", first.id, "", None, None, ((0, 0),)),
            ("paired", "D", first.id, "", None, None, ((0, 0),)),
            ("said", "C", second.id, "note", None, "tabled", ()),
            ("said", "C", first.id, "label", "one", "Rev.1", ()),
            ("kept", "B", second.id, "", None, None, ()),
            ("kept", "A", first.id, "", None, None, ()),
        ]
        kept = dossier.timeline()[-1]
        assert (kept.label, kept.at) == ("Rev.1", "2026-11-24T10:00:00.000000+00:00")
        assert dossier.nodes()[1].kept == "2026-11-24T11:00:00.000000+00:00"


def test_of_two_windows_that_choose_one_label_at_one_moment_the_second_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.adref"
    with Dossier.create(path) as dossier:
        base = dossier.keep(BASE, label="base")
    begin, told = threading.Barrier(4), list[str]()

    def keep(who: str, words: str) -> None:
        with Dossier.open(path) as window:
            row = window.begin_working(base.id, who=who).id
            draft = Draft((*BASE.paragraphs, Paragraph(Kind.OPERATIVE, (Run(words),))))
            begin.wait()
            try:
                window.keep_working(row, draft, SAME, label="Rev.1", who=who, distinct=True)
            except LabelTaken as error:
                told.append(str(error))
                assert [one.id for one in window.working_texts() if one.who == who] == [row]

    windows = [threading.Thread(target=keep, args=(who, f"Urges {who}.")) for who in "ABCD"]
    for window in windows:
        window.start()
    for window in windows:
        window.join()
    with Dossier.open(path) as dossier:
        assert sorted(node.label for node in dossier.nodes()) == ["Rev.1", "base"]
        assert told == [told[0]] * 3
        assert "“Rev.1”" in told[0]
        # Who means it has it; the very draft that is called so may be kept again.
        row = next(one for one in dossier.working_texts())
        assert dossier.keep_working(row.id, BASE, SAME, label="Rev.1").label == "Rev.1"
        with pytest.raises(LabelTaken):
            dossier.keep(Draft(), label="rev.1", distinct=True)
    assert examine(path) == ()
