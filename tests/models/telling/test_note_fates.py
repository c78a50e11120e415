"""What became of the notes of a paragraph whose words are the same."""

from __future__ import annotations

import pytest

from models.comparison.compare import compare
from models.telling.note_fates import note_fate
from tests.models.comparison.small_drafts import draft

NOTES = {1: "Resolution 70/1.", 2: "See A/80/12, annex.", 3: "Ibid., paragraph 4."}
OTHERS = {1: "The Charter, Article 2.", 2: "Treaty Series, vol. 9, No. 12.", 3: "Official Records, No. 33."}


@pytest.mark.parametrize(
    ("old", "new", "others", "fate"),
    [
        ("Notes the plan[^1] for all", "Notes the plan for all", False, "gone"),
        ("Notes the plan for all", "Notes the plan[^1] for all", False, "new"),
        ("Notes the[^1] plan[^2] for all", "Notes the plan for all", False, "gone"),
        ("Notes the plan[^1] for all", "Notes the plan for all[^1]", False, "place"),
        ("Notes the plan[^1] for all[^2]", "Notes the[^1] plan for all[^2]", False, "place"),
        ("Notes the plan[^1] for all[^2]", "Notes the plan for[^1] all[^2]", False, "place"),
        ("Notes the plan[^1] for all", "Notes the plan[^1] for all", True, "other"),
        ("Notes the plan[^1] for all", "Notes the plan for all[^1]", True, "other"),
        ("Notes the plan[^1] for all[^2]", "Notes the plan[^1] for all", False, "other"),
        ("Notes the plan[^1] for all", "Notes the plan[^1] for all[^2]", False, "other"),
        ("Notes the plan[^1] for all[^2]", "Notes the plan[^2] for all[^1]", False, "other"),
        ("Notes[^1] the plan[^2] for all", "Notes the[^2] plan for[^3] all", False, "other"),
    ],
)
def test_what_became_of_the_notes_of_a_paragraph(old: str, new: str, others: bool, fate: str) -> None:
    now = OTHERS if others else NOTES
    cited = [
        {number: notes[number] for number in notes if f"[^{number}]" in text}
        for text, notes in ((old, NOTES), (new, now))
    ]
    comparison = compare(draft(f"1. {old};", notes=cited[0]), draft(f"1. {new};", notes=cited[1]))
    (change,) = comparison.changes
    assert (change.kind, change.weight) == ("unchanged", "substance")
    assert note_fate(comparison, change) == fate


def test_places_are_counted_over_all_paragraphs_of_a_change() -> None:
    words = "Notes the plan of the Council for the years to come", "Invites all States of the region to take part in it"
    one = draft(f"1. {words[0]}[^1];", f"2. {words[1]};", notes={1: NOTES[1]})
    two = draft(f"1. {words[0]};", f"2. {words[1]}[^1];", notes={1: NOTES[1]})
    comparison = compare(one, two)
    both = comparison.changes[0]._replace(old=(0, 1), new=(0, 1))
    assert note_fate(comparison, both) == "place"
    assert note_fate(compare(one, one), both) == "other"
