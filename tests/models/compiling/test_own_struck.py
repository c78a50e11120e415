"""What one of a delegation puts in between words that another of it takes out goes, its notes with it."""

from __future__ import annotations

from models.compiling.own_struck import without_own_struck
from models.draft import Footnote, Kind, Paragraph, Run
from models.proposals.proposal import Edit, Place, Point, Proposal

NOTES = (Footnote(1, "1", (Run("See the report."),)), Footnote(2, "2", (Run("See the annex."),)))


def puts_in(offset: int, note: Footnote) -> Edit:
    """A word with a note, at a place of the first paragraph."""
    come = (Paragraph(Kind.OPERATIVE, (Run(" now"), Run("", footnote=note.id))),)
    return Edit(Point(0, offset), Point(0, offset), "", come)


def test_the_notes_of_what_goes_go_too() -> None:
    takes = Proposal("reword", "Anna", Place("d", 0, 1), (Edit(Point(0, 10), Point(0, 30), "x" * 20),), key="a")
    puts = Proposal("reword", "Ben", Place("d", 0, 1), tuple(map(puts_in, (20, 50), NOTES)), footnotes=NOTES, key="b")
    found = without_own_struck({"Anna": [takes], "Ben": [puts]}, [{"a"}, {"b"}], set())
    assert found["Anna"] == [takes]
    (left,) = found["Ben"]
    assert (left.edits, left.footnotes) == (puts.edits[1:], NOTES[1:])
    together = without_own_struck({"Anna": [takes], "Ben": [puts]}, [{"a", "b"}], set())
    assert together == {"Anna": [takes], "Ben": [puts]}, "in one file they were meant to stand"
