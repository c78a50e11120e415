"""The paragraphs of a working text that differ are counted in the dossier as on the desk."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.dossier import Dossier
from models.dossier.working.journal import Journal
from models.draft import Kind
from models.editing import structure as acts
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import working

TEXT = "E The General Assembly,\n" + "\n".join(f"O _Decides_ number {number};" for number in range(1, 30))
ACTS = {
    "moved": lambda text: [acts.move(text, Selection.at(1 + by), 1) for by in range(20)],
    "moved back": lambda text: [acts.move(text, Selection.at(at), by) for at, by in ((3, 1), (4, -1))],
    "new": lambda text: acts.new_paragraph(text, Selection.at(4, text.entries[4].length)),
    "written": lambda text: acts.insert_text(text, Selection.at(4, 3), "x"),
    "gone": lambda text: acts.delete(text, Selection(Caret(3, 0), Caret(5, 0))),
    "divided": lambda text: acts.new_paragraph(text, Selection.at(3, 9)),
    "of a kind": lambda text: acts.set_kind(text, Selection.at(3), Kind.TEXT),
}


@pytest.mark.parametrize("killed", [False, True])
@pytest.mark.parametrize("name", ACTS)
def test_the_dossier_counts_what_the_desk_counts(tmp_path: Path, name: str, killed: bool) -> None:
    path = tmp_path / "one.adref"
    with Dossier.create(path) as dossier:
        node = dossier.keep(working(TEXT)[0].draft())
        row = dossier.begin_working(node.id)
        text = WorkingText(dossier.recover(row.id).base)
        journal = Journal(dossier, row.id, text)
        text.listeners.append(journal.note)
        ACTS[name](text)
        wanted = Changes(text).totals.paragraphs
        journal.commit()
        assert [one.count for one in dossier.working_texts()] == [wanted]
        acts.insert_text(text, Selection.at(0, 3), "x")
        wanted = Changes(text).totals.paragraphs
        journal.commit()
        if killed:
            journal.abandon()
        else:
            journal.close()
    with Dossier.open(path) as dossier:
        assert [one.count for one in dossier.working_texts()] == [wanted]
        dossier.discard_working(row.id)
        assert dossier.working_texts() == ()
        assert dossier.said(f"changed paragraphs of working text {row.id}") is None


def test_one_paragraph_moved_far_is_one(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "one.adref") as dossier:
        node = dossier.keep(working(TEXT)[0].draft())
        row = dossier.begin_working(node.id)
        text = WorkingText(dossier.recover(row.id).base)
        journal = Journal(dossier, row.id, text)
        text.listeners.append(journal.note)
        ACTS["moved"](text)
        journal.close()
        assert [one.count for one in dossier.working_texts()] == [1]
