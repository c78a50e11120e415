"""What is only begun at the end of a text is no part of what goes out, and is still there where one writes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.draft import Draft, Kind, Paragraph
from models.editing import structure as acts
from models.editing.changes import Changes
from models.editing.edit import Selection
from models.editing.lineage import edges
from models.editing.marks.text_end import as_it_ends, begun_again
from models.editing.working import WorkingText
from models.lineage import Edge
from tests.models.editing.test_before_mark import write
from tests.models.editing.test_punctuation import lines, text
from tests.models.editing.tiny_drafts import selected


@pytest.mark.parametrize(
    ("typed", "kept", "begun"),
    [
        ("", ["O One;", "O Two."], 0),
        ("↵", ["O One;", "O Two."], 1),
        ("↵Three", ["O One;", "O Two;", "O Three"], 0),
        ("↵Three↵", ["O One;", "O Two;", "O Three."], 1),
        ("←←←←", ["O One."], 1),  # all words of a paragraph of the base are taken out
        ("←←←←↵", ["O One."], 1),
        ("←←←←←", ["O One."], 0),
    ],
)
def test_what_is_only_begun_at_the_end_is_not_kept(typed: str, kept: list[str], begun: int) -> None:
    numbered = (replace(one, number=f"{at}") for at, one in enumerate(text("O One;", "O Two.").base.paragraphs, 1))
    working = WorkingText(Draft(tuple(numbered)))
    write(working, 1, typed)
    draft = as_it_ends(working)
    after = WorkingText(draft)
    behind = working.draft().paragraphs[len(draft.paragraphs) :]
    assert [line.rstrip(".;") for line in lines(after)] == [line.rstrip(".;") for line in kept]
    last = len(draft.paragraphs)
    assert behind == tuple(Paragraph(Kind.OPERATIVE, number=f"{last + at}") for at in range(1, begun + 1))
    assert all(edge.new < len(draft.paragraphs) for edge in edges(working))

    # One writes on where one was: the text reads the same, the base ends with its words.
    state = (*after.entries, *begun_again(working, after)), after.notes.values()
    again = WorkingText(draft, state=state)
    assert lines(again) == lines(working)
    assert again.draft().paragraphs[last:] == behind
    assert len({entry.key for entry in again.entries}) == len(again.entries)
    assert as_it_ends(again) == draft
    assert Changes(again).totals.paragraphs == 0
    assert edges(again) == tuple(Edge(at, at, "same", 1.0, "editor") for at in range(len(draft.paragraphs)))


@pytest.mark.parametrize("before", [("O One.", "O"), ("O", "O"), ("O",)])
def test_an_empty_paragraph_that_the_draft_has_stays(before: tuple[str, ...]) -> None:
    working = text(*before)
    assert as_it_ends(working) == working.base
    acts.new_paragraph(working, Selection.at(len(before) - 1))
    assert as_it_ends(working) == working.base


def test_a_text_of_nothing_but_what_is_begun_is_kept_as_it_is() -> None:
    working = WorkingText(Draft())
    assert as_it_ends(working) == Draft()
    with working.step("Write", Selection.at(0)) as step:
        step.replace(0, 0, [step.new(Paragraph(Kind.OPERATIVE)), step.new(Paragraph(Kind.OPERATIVE))])
    assert as_it_ends(working) == working.draft()
    write(working, 0, "One", selected(working))
    assert [one.text for one in as_it_ends(working).paragraphs] == ["One"]
