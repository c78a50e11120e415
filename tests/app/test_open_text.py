"""The working text that is open, read to be compared or exported: as it was when that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.subjects.compared import compare_sides
from app.subjects.open_text import open_text
from app.subjects.sides import draft_side, side_to_read
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.acts.moving import move
from models.editing.edit import Entry, Selection
from models.editing.lineage import edges
from models.editing.typed import behind_verbs
from models.editing.typed.opening_counts import in_english
from models.editing.typed.openings import italic_opening
from models.editing.working import WorkingText
from models.reading import openings


def test_a_text_that_is_written_on_is_read_as_it_was_in_whatever_thread(tmp_path: Path) -> None:
    words = ("Decides to meet;", "Requests a report;", "Decides to remain seized of the matter.")
    kept = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in words))
    with Dossier.create(tmp_path / "one.adref", title="One") as dossier, ThreadPoolExecutor(1) as aside:
        opened = open_text(dossier, dossier.keep(kept, label="First").id)
        first = opened.reading()
        before = opened.text.draft()
        with opened.text.step("Take out", Selection.at(1, 0)) as step:
            step.replace(1, 2, [])
        second = opened.reading()
        one, two = aside.submit(first).result(), aside.submit(second).result()
        assert one.draft == before
        assert [edge.ends for edge in one.lineage] == [(0, 0), (1, 1), (2, 2)]
        assert two.draft == opened.text.draft() != before
        assert [edge.ends for edge in two.lineage] == [(0, 0), (2, 1)]
        assert (opened.is_now(one), opened.is_now(two)) == (False, True)
        # It is read once, however often it is asked for.
        assert opened.reading()() is two


CALL = "Calls upon all lodges to consider joining the Charter of Millers;"
WORDS = ("Decides to meet;", CALL, "Requests a report on mills and lodges in the valleys of the north;")
LAST = "Decides to remain seized of the matter."


def _typed_anew(text: WorkingText) -> None:
    """A paragraph is deleted, and nearly the same is typed elsewhere."""
    with text.step("Delete", Selection.at(1, 0)) as step:
        step.replace(1, 2, [])
    with text.step("Type", Selection.at(2, 0)) as step:
        words = CALL.replace("consider joining", "join")
        step.replace(2, 2, [Entry(text.fresh_key(), Paragraph(Kind.OPERATIVE, (Run(words),)))])


def _long_one_taken_up(text: WorkingText) -> None:
    move(text, Selection.at(2, 0), -1)


def _two_changed_about(text: WorkingText) -> None:
    """By the words alone each is the other."""
    with text.step("Type", Selection.at(0, 0)) as step:
        for at, other in ((0, WORDS[2]), (2, WORDS[0])):
            step.put(at, text.entries[at].with_runs((Run(other),)))


@pytest.mark.parametrize("write", [_typed_anew, _long_one_taken_up, _two_changed_about])
@pytest.mark.parametrize("on", ["parent", "draft before it"])
def test_a_text_is_compared_by_what_the_editor_keeps_as_it_will_be_once_kept(
    tmp_path: Path, write: Callable[[WorkingText], None], on: str
) -> None:
    first = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in (*WORDS, LAST)))
    then = Draft(
        (*first.paragraphs[:3], Paragraph(Kind.OPERATIVE, (Run("Invites the Guild to attend;"),)), first.paragraphs[3])
    )
    with Dossier.create(tmp_path / "one.adref", title="One") as dossier:
        old = dossier.keep(first, label="First")
        parent = dossier.keep(then, label="Second", parents=[old.id])
        opened = open_text(dossier, parent.id)
        write(opened.text)
        side, node = opened.reading()(), parent if on == "parent" else old
        other = draft_side(dossier, node, "")
        ways = [
            compare_sides(*sides, dossier, lambda _share: None).comparison for sides in ((other, side), (side, other))
        ]
        kept = dossier.keep(side.draft, label="Third", parents=[parent.id], edges={parent.id: edges(opened.text)})
        assert ways == [dossier.compared(node.id, kept.id), dossier.compared(kept.id, node.id)]


def test_what_the_outline_of_a_draft_looks_up_is_known_when_it_is_read(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "a.adref") as dossier:
        node = dossier.keep(Draft((Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),)), label="First")
        looked_up = in_english, behind_verbs._verbs, behind_verbs._behind, openings._nothing_said
        for known in (italic_opening, openings.opening, *looked_up):
            known.cache_clear()
        side_to_read(dossier, node, "")
    assert [known.cache_info().currsize for known in looked_up] == [1] * 4
