"""What references of a working text meant is known again when it is taken up, and of the draft it is kept as."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.dossier import Dossier
from models.dossier.working.journal import Journal
from models.editing import structure
from models.editing.acts.moving import move
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.lineage import edges
from models.editing.working import WorkingText
from tests.models.editing.looked_at import to_look_at
from tests.models.editing.tiny_drafts import working

GONE = "It refers to what was paragraph 2, which is gone. It says “the preceding paragraph”; what that meant is gone."
LINES = """
E Organ,
P Recalling X,
O Decides A;
O Requests B;
O Urges C, paragraph 2 above, and the preceding paragraph.
O Invites D.
"""


def opened(dossier: Dossier, working_id: int) -> tuple[WorkingText, Journal]:
    found = dossier.recover(working_id)
    text = WorkingText(found.base, state=found.state, taken=found.taken, remembered=found.remembered)
    journal = Journal(dossier, working_id, text, found.selection)
    text.listeners.append(journal.note)
    return text, journal


def test_a_reference_to_what_is_gone_is_known_after_reopening_undoing_and_keeping(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref", title="A") as dossier:
        row = dossier.begin_working(dossier.keep(working(LINES)[0].base).id).id
        text, journal = opened(dossier, row)
        structure.delete(text, Selection(Caret(3, 0), Caret(4, 0)))
        journal.close()

        text, journal = opened(dossier, row)
        assert to_look_at(text) == {3: GONE}
        structure.new_paragraph(text, Selection.at(2, text.entries[2].length))
        assert to_look_at(text) == {4: GONE}
        text.undo()
        journal.close()

        text, journal = opened(dossier, row)
        assert to_look_at(text) == {3: GONE}
        known = text.remembered.as_kept(entry.key for entry in text.entries)
        node = dossier.keep_working(row, text.draft(), edges(text), remembered=known)
        journal.abandon()

        text, journal = opened(dossier, dossier.begin_working(node.id).id)
        assert to_look_at(text) == {3: GONE}
        structure.new_paragraph(text, Selection.at(2, text.entries[2].length))
        assert to_look_at(text) == {4: GONE}
        journal.close()


def test_a_range_that_was_parted_is_known_after_reopening_and_keeping(tmp_path: Path) -> None:
    lines = "E Organ,\nO Decides A;\nO Requests B;\nO Urges C;\nO Invites D;\nO Ends, paragraphs 1–3 above."
    with Dossier.create(tmp_path / "a.adref", title="A") as dossier:
        row = dossier.begin_working(dossier.keep(working(lines)[0].base).id).id
        text, journal = opened(dossier, row)
        move(text, Selection.at(4), -1)
        assert "paragraphs 1, 2 and 4 above" in text.entries[5].text
        journal.close()

        text, journal = opened(dossier, row)
        known = text.remembered.as_kept(entry.key for entry in text.entries)
        node = dossier.keep_working(row, text.draft(), edges(text), remembered=known)
        journal.abandon()

        text, journal = opened(dossier, dossier.begin_working(node.id).id)
        move(text, Selection.at(4), -1)
        assert "paragraphs 1–3 above" in text.entries[5].text
        assert not text.remembered.parted
        journal.close()


def test_what_was_put_right_is_no_longer_known(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref", title="A") as dossier:
        row = dossier.begin_working(dossier.keep(working(LINES)[0].base).id).id
        text, journal = opened(dossier, row)
        structure.delete(text, Selection(Caret(3, 0), Caret(4, 0)))
        journal.commit()
        text.undo()
        journal.close()
        text, journal = opened(dossier, row)
        assert (to_look_at(text), bool(text.remembered)) == ({}, False)
        journal.close()


@pytest.mark.parametrize("value", ["", "{", "[]", '{"lost": 3, "astray": [], "ibids": []}', '{"lost": [[1]]}'])
def test_what_nobody_can_read_of_it_is_passed_over(tmp_path: Path, value: str) -> None:
    with Dossier.create(tmp_path / "a.adref", title="A") as dossier:
        row = dossier.begin_working(dossier.keep(working(LINES)[0].base).id).id
        text, journal = opened(dossier, row)
        structure.delete(text, Selection(Caret(3, 0), Caret(4, 0)))
        journal.close()
        dossier.say(f"meanings of working text {row}", value)
        text, journal = opened(dossier, row)
        assert len(text.entries) == 5
        assert to_look_at(text)[3].startswith("It says paragraph 2 above, and is that paragraph itself.")
        journal.close()


def test_which_of_two_that_crossed_the_user_took_elsewhere_is_known_after_reopening(tmp_path: Path) -> None:
    def moved(text: WorkingText) -> list[int]:
        return [edge.old for edge in edges(text) if edge.kind == "moved"]

    with Dossier.create(tmp_path / "a.adref", title="A") as dossier:
        node = dossier.keep(working("E Organ,\nO Decides A;\nO Requests B;\nO Urges C;\nO Invites D.")[0].base)
        for here, by in ((2, 1), (3, -1)):
            row = dossier.begin_working(node.id).id
            text, journal = opened(dossier, row)
            move(text, Selection.at(here), by)
            assert moved(text) == [here]
            journal.close()

            text, journal = opened(dossier, row)
            assert moved(text) == [here]
            assert [at for at in range(5) if Changes(text).of(at).moved] == [here + by]
            # Others that are taken elsewhere now were so after it.
            move(text, Selection.at(1), 2)
            assert moved(text) == [1, here]
            journal.close()
            text, journal = opened(dossier, row)
            assert moved(text) == [1, here]
            keys = text.remembered.as_kept(entry.key for entry in text.entries)
            assert not keys.moved
            dossier.say(f"meanings of working text {row}", '{"lost":[],"astray":[],"ibids":[]}')  # by an older Adref
            journal.close()
            text, journal = opened(dossier, row)
            assert text.entries[0].text == "Organ,"
            assert moved(text), "told by the words alone"
            journal.close()
            dossier.discard_working(row)
