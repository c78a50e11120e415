"""What differs between two texts as proposals: applied to the old one they give the new one, note marks in place."""

from __future__ import annotations

from random import Random

import pytest

from models.comparison.compare import compare
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.proposals.laid.applying import applied
from models.proposals.untracked.compared import compared_proposals
from tests.models.compiling.test_taken_alone import random_base, random_wish

NOTES = (Footnote(1, "1", (Run("See resolution 79/1."),)), Footnote(2, "2", (Run("A/80/265."),)))


def draft(*paragraphs: str) -> Draft:
    """Operative paragraphs; “{1}” is the mark of the first note."""
    made = []
    for number, text in enumerate(paragraphs, 1):
        runs: list[Run] = []
        for at, piece in enumerate(text.replace("}", "{").split("{")):
            runs += [Run(footnote=int(piece))] if at % 2 else [Run(piece)] if piece else []
        made.append(Paragraph(Kind.OPERATIVE, tuple(runs), number=str(number)))
    cited = {note for one in made for note in one.footnotes}
    return Draft(tuple(made), tuple(note for note in NOTES if note.id in cited))


def written(one: Draft) -> list[str]:
    notes = {note.id: note.text for note in one.footnotes}
    return [
        "".join(run.text if run.footnote is None else f"{{{notes[run.footnote]}}}" for run in paragraph.runs)
        for paragraph in one.paragraphs
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            ("Welcomes the report of the Secretary-General;{1}", "Takes note of the plan;"),
            ("Welcomes the report of the Secretary-General{1} and takes note of the plan;",),
        ),
        (
            ("Welcomes the report of the Secretary-General;{1}", "Takes note of the plan;"),
            ("Welcomes the report of the Secretary-General;{1} and takes note of the plan;",),
        ),
        (
            ("Welcomes the report;{1}", "Takes note of the plan of the Commission;"),
            ("Takes note of the report and of the{1} plan of the Commission;",),
        ),
        (("Welcomes the report{1} of the Commission;",), ("Welcomes the interim report{1} and its plan;",)),
        (("Welcomes{1} the{2} report;",), ("Welcomes{2} the annual{1} report;",)),
        (("Takes note of the work{1} done;",), ("Takes note of the efforts made{1} so far;",)),
    ],
)  # fmt: skip
def test_marks_of_notes_beside_words(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    before, after = draft(*old), draft(*new)
    assert written(applied(before, compared_proposals(compare(before, after)))) == written(after)


@pytest.mark.parametrize("seed", range(120))
def test_any_two(seed: int) -> None:
    chance = Random(seed)
    before = random_base(chance)
    after = random_wish(chance, before)
    assert written(applied(before, compared_proposals(compare(before, after)))) == written(after)
