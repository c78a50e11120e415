"""The brackets of a draft are counted alike where drafts are listed, where one is read and where one is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.subjects.listing import story_of
from models.dossier import Dossier
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from widgets.dossier.drafts import DraftRow
from widgets.text.bracketed import Bracketed


@pytest.mark.parametrize(
    ("texts", "note", "pairs", "holding", "unmatched"),
    [
        (("None.",), "", 0, 0, 0),
        (("[One] and [two [three]].",), "", 3, 1, 0),
        (("[One", "to two].", "Three."), "", 1, 2, 0),
        (("[One", "two [three].", "four]]"), "", 2, 3, 1),
        (("[One", "two", "three]", "four", "[five", "six"), "", 1, 3, 1),
        (("［一］和［二", "三", "四］。"), "", 2, 3, 0),
        (("One].", "[Two"), "", 0, 0, 2),
        (("One.",), "[Two] three]", 1, 1, 1),
    ],
)
def test_pairs_and_brackets_without_a_partner_are_told_apart(
    tmp_path: Path, texts: tuple[str, ...], note: str, pairs: int, holding: int, unmatched: int
) -> None:
    notes = (Footnote(1, "1", (Run(note),)),) if note else ()
    cites = (Run(footnote=1),) if note else ()
    paragraphs = tuple(Paragraph(Kind.OPERATIVE, (Run(text), *cites)) for text in texts)
    with Dossier.create(tmp_path / "a.adref") as dossier:
        node = dossier.keep(Draft(paragraphs, notes), label="First")
        story = story_of(dossier, node.id, lambda _share: None)
    assert (story.brackets, story.bracketed, story.unmatched) == (pairs, holding, unmatched)
    read = Bracketed(paragraphs)
    if not note:
        assert (read.pairs, read.paragraphs, read.unmatched) == (pairs, holding, unmatched)


def test_a_row_tells_of_both() -> None:
    assert DraftRow("a", "First", line="2 May").told == "2 May"
    assert DraftRow("a", "First", line="2 May", brackets=3, unmatched=1).told == (
        "2 May  •  1 bracket without a partner"
    )
    assert DraftRow("a", "First", unmatched=2).told == "2 brackets without a partner"
