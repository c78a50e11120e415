"""What a compiled file may not have: words that the proposals, all taken, do not give."""

from __future__ import annotations

import pytest

from models.circulation.certificate import NotVerified
from models.compiling.unasked import verify_taken
from models.draft import Draft, Footnote, Kind, Paragraph, Run


def text(*lines: str, note: str = "") -> Draft:
    paragraphs = tuple(Paragraph(Kind.TEXT, (Run(line),)) for line in lines)
    return Draft(paragraphs, (Footnote(1, "1", (Run(note),)),) if note else ())


def test_a_file_has_the_words_of_the_proposals_wherever_its_paragraphs_end() -> None:
    verify_taken(text("Decides to meet;", "Requests a report."), text("Decides to meet; Requests a report."))


@pytest.mark.parametrize(
    "taken", [text("Decides to meet"), text("Decides to meet; and"), text("Decides to meet;", note="x")]
)
def test_a_file_of_other_words_is_none(taken: Draft) -> None:
    with pytest.raises(NotVerified, match="than all proposals together give; nothing was written"):
        verify_taken(taken, text("Decides to meet;"))


@pytest.mark.parametrize(("names", "says"), [(("Fiji",), False), (("Fiji", "Kenya"), True)])
def test_one_delegation_at_a_time_is_no_help_where_there_is_one(names: tuple[str, ...], *, says: bool) -> None:
    with pytest.raises(NotVerified) as refused:
        verify_taken(text("Decides to meet"), text("Decides to meet;"), names)
    assert ("one delegation at a time" in str(refused.value)) == says
