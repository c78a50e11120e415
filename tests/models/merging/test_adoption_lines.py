"""Where and when a text was adopted: what each side says of it is one question, and nothing is made up of both."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind, Paragraph, Run
from models.merging import merge
from tests.models.comparison.small_drafts import draft
from tests.models.merging.settling import settled

TEXT = "1. Requests the Secretary-General to report on progress at its next session."
LAST, FIRST, SECOND = "49th plenary meeting", "54th plenary meeting", "64th plenary meeting"
LAST_DATE, FIRST_DATE, SECOND_DATE = "19 December 2023", "20 December 2024", "15 December 2025"


def adopted(*lines: str) -> Draft:
    return Draft((*draft(TEXT).paragraphs, *(Paragraph(Kind.CLOSING, (Run(line),)) for line in lines)))


BOTH = [(f"{FIRST} {FIRST_DATE}", f"{SECOND} {SECOND_DATE}")]
ROWS = [
    # what base, ours and theirs say, and the texts of each question
    ((), (f"{FIRST} {FIRST_DATE}",), (f"{SECOND} {SECOND_DATE}",), BOTH),
    ((), (FIRST, FIRST_DATE), (SECOND, SECOND_DATE), [("54th", "64th"), ("20 December 2024", "15 December 2025")]),
    ((f"{LAST} {LAST_DATE}",), (f"{FIRST} {FIRST_DATE}",), (f"{SECOND} {SECOND_DATE}",), BOTH),
    ((f"{LAST} {LAST_DATE}",), (f"{FIRST} {LAST_DATE}",), (f"{LAST} {FIRST_DATE}",), []),
]


@pytest.mark.parametrize(("base", "ours", "theirs", "asked"), ROWS)
def test_what_both_say_of_the_adoption_is_one_question(
    base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...], asked: list[tuple[str, str]]
) -> None:
    three = [adopted(*lines) for lines in (base, ours, theirs)]
    found, turned = merge(three[0], three[1], three[2]), merge(three[0], three[2], three[1])
    assert [(one.ours, one.theirs) for one in found.conflicts] == asked
    assert [(one.theirs, one.ours) for one in turned.conflicts] == asked
    if asked:
        for way, lines in (("ours", three[1]), ("theirs", three[2])):
            assert settled(found, way).draft == lines
