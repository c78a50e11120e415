"""What somebody wrote in a footnote is not taken out with the paragraph that a change takes out."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.draft import Draft, DraftError
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.files.read import read_text
from models.taking.into_working import plan, take

FIRST = "1. *Expresses* support for the work of the panel of experts on rivers;[^1]\n\n"
SECOND = "{}. *Decides* to convene a meeting of ministers of finance in 2027.\n\n"
NOTE = "[^1]: See A/80/301, annex I.\n"
HEAD = "*The General Assembly*,\n\n"
WITH, WITHOUT = HEAD + FIRST + SECOND.format(2) + NOTE, HEAD + SECOND.format(1)


def read(text: str) -> Draft:
    return read_text(text, "draft.md").draft


@pytest.mark.parametrize("refused", [False, True], ids=["a deletion taken", "what is new refused"])
def test_a_note_that_was_written_on_is_not_taken_out_with_its_paragraph(refused: bool) -> None:
    old, new = (WITHOUT, WITH) if refused else (WITH, WITHOUT)
    found = compare(read(old), read(new))
    number = next(at for at, change in enumerate(found.changes) if change.kind in ("deleted", "inserted"))

    def taken(text: str) -> list[str]:
        working = WorkingText(read(text))
        take(working, plan(working, found, {number: None}, refused=refused), "Take OP1", Selection.at(0, 0))
        return [one.text for one in working.draft().paragraphs]

    assert len(taken(WITH)) == 2
    with pytest.raises(DraftError, match="Footnote 1 says something else than in both drafts"):
        taken(WITH.replace("annex I.", "annex I, as corrected by A/80/301/Corr.1."))
