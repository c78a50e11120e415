"""The sample dossier that a first run shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.comparison.compare import compare
from models.dossier import Dossier, DossierExists, examine
from models.dossier.histories.story import BASE, step_line
from models.draft import Kind, brackets, labels
from models.draft.masthead import masthead
from models.sample import EARLIER, TITLE, VICE_CHAIRMANS, build_sample, sample_reading


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "sample.adref"
    build_sample(path)
    return path


def test_it_holds_two_drafts(sample: Path) -> None:
    assert examine(sample) == ()
    with Dossier.open(sample) as dossier:
        earlier, later = dossier.nodes()
        assert dossier.title == TITLE
        assert (earlier.label, later.label) == (EARLIER, VICE_CHAIRMANS)
        assert later.parents == (earlier.id,)
        assert "illustration" in earlier.label
        assert earlier.note is not None
        assert "not a document of the United Nations" in earlier.note
        assert earlier.date is None
        assert step_line(dossier, earlier.id) == BASE
        assert "all brackets closed" in step_line(dossier, later.id)


def test_it_is_the_same_whenever_it_is_built(sample: Path, tmp_path: Path) -> None:
    build_sample(tmp_path / "again.adref")
    with Dossier.open(sample) as one, Dossier.open(tmp_path / "again.adref") as other:
        assert one.nodes() == other.nodes()
        for node in one.nodes():
            assert one.history(node.id) == other.history(node.id)
            assert {fact.who for fact in one.history(node.id)} == {""}


def test_it_is_never_written_over_a_file(sample: Path) -> None:
    before = sample.read_bytes()
    with pytest.raises(DossierExists):
        build_sample(sample)
    assert sample.read_bytes() == before


def test_it_shows_every_kind_of_change() -> None:
    earlier = sample_reading("earlier_draft_illustration").draft
    later = sample_reading("vice_chairmans_text").draft
    comparison = compare(earlier, later)
    seen = {change.kind for change in comparison.changes}
    assert seen == {"unchanged", "reworded", "inserted", "deleted", "split", "merged"}
    assert {change.weight for change in comparison.changes} == {None, "substance", "bracket", "housekeeping"}
    assert any(change.moved for change in comparison.changes)
    assert any(change.renumbered for change in comparison.changes)
    assert {note.kind for note in comparison.footnotes} >= {"unchanged", "reworded", "inserted", "deleted"}
    assert (len(brackets(earlier)), len(brackets(later))) == (10, 0)


def test_the_illustration_is_read_without_a_doubt() -> None:
    reading = sample_reading("earlier_draft_illustration")
    assert reading.warnings == ()
    kinds = [paragraph.kind for paragraph in reading.draft.paragraphs]
    assert kinds.count(Kind.PREAMBULAR) == 16
    assert kinds.count(Kind.OPERATIVE) == 13
    assert labels(reading.draft)[-1] == "OP13"
    assert "illustration" in (masthead(reading.draft).sponsor_line or "")
    assert [note.id for note in reading.draft.footnotes] == list(range(1, 13))
