"""What a merge decided by itself: which paragraph each sentence is about."""

from __future__ import annotations

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run, labels
from widgets.merge.told import _about, named

TEXT = Draft(
    (
        Paragraph(Kind.HEADING, (Run("Oceans and the law of the sea"),)),
        *(
            Paragraph(
                Kind.OPERATIVE, (Run(f"Decides matter {number};"), *((Run("", footnote=7),) if number == 3 else ()))
            )
            for number in range(1, 13)
        ),
    ),
    (Footnote(7, "4", (Run("Ibid."),)),),
)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("OP12 says paragraph 2, not paragraph 1: the paragraph it means has another number.", 12),
        ("Both sides put in something between the same paragraphs, OP3 and OP1: look at the order.", 3),
        ("Once more “OP2” is said by OP11.", 11),
        ("Footnote 4 says “See A/1”, not “Ibid.”: another note stands before it.", 3),
        ("Nothing stands under “Oceans and the law…” any more.", 0),
        ("Nothing stands under “Oceans” any more.", None),
        ("OP13 is nowhere.", None),
    ],
)
def test_a_sentence_leads_to_the_paragraph_it_names_first(sentence: str, place: int | None) -> None:
    names = labels(TEXT)
    assert _about(sentence, TEXT, names, named(names)) == place
