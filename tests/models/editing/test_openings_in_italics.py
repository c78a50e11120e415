"""How far an opening stands in italics, whatever brackets stand in it."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind
from models.editing import structure as acts
from models.editing.acts.put_back import NothingToPutBack, put_back
from models.editing.edit import Selection
from models.editing.typed.openings import italic_opening
from models.editing.working import WorkingText
from tests.models.editing.tiny_drafts import told, working


@pytest.mark.parametrize(
    ("text", "italic"),
    [
        ("Recalling its resolution", "Recalling"),
        ("Recalling [its resolution", "Recalling"),
        ("Recalling its [resolution", "Recalling"),
        ("Recalling (its resolution", "Recalling"),
        ("Recalling “its resolution", "Recalling"),
        ("[Recalling [its resolution]]", "[Recalling"),
        ("Taking note of the report", "Taking note"),
        ("Taking note [of the report", "Taking note"),
        ("Recalling also [its resolution", "Recalling also"),
        ("Stresses the importance of education", "Stresses"),
        ("Recalling, in this regard, its resolution", "Recalling"),
        ("Reaffirms its commitment to peace", "Reaffirms its commitment"),
        ("Noting with satisfaction that", "Noting with satisfaction"),
        ("Emphasizes the need for", "Emphasizes"),
        ("Recalling with satisfaction the adoption", "Recalling with satisfaction"),
        ("Recognizing with concern also that", "Recognizing with concern also"),
        ("Encourages once again all States", "Encourages once again"),
        ("Welcomes and supports the work", "Welcomes and supports"),
        ("Continues to encourage States", "Continues to encourage"),
        ("Looks forward to the report", "Looks forward"),
        ("Decides to remain seized of", "Decides"),
        ("Encourages further efforts", "Encourages"),
    ],
)
def test_brackets_are_set_aside(text: str, italic: str) -> None:
    known = italic_opening(text)
    assert known is not None
    assert text[: known.end] == italic


@pytest.mark.parametrize(
    "opening", ["_Reaffirms_ its commitment", "_Reaffirms its commitment_", "_Welcoming_ in this regard"]
)
def test_an_opening_that_stands_in_italics_keeps_how_far(opening: str) -> None:
    """In real texts it is now this far, now that far."""
    made, _ = working(f"E _The General Assembly_,\nO _Decides_ to act;\nO {opening} the work.")
    before = told(made)
    acts.tab(made, Selection.at(2))
    acts.shallower(made, Selection.at(2))
    assert told(made) == before
    acts.set_kind(made, Selection.at(2), Kind.PREAMBULAR)
    acts.set_kind(made, Selection.at(2), Kind.OPERATIVE)
    assert told(made) == before


@pytest.mark.parametrize(
    ("beside", "italic"),
    [
        (("O Recall the Charter;", "O Reaffirm our resolve;"), False),
        (("O _Decides_ to act;", "O _Requests_ a report;"), True),
        (("O _Decides_ to act;", "O Requests a report;"), True),  # one that was left roman tells nothing of the text
    ],
)
def test_an_opening_comes_to_look_as_those_beside_it(beside: tuple[str, str], italic: bool) -> None:
    """Declarations that are annexed have roman ones, whatever the resolution above them has."""
    above = "E _The General Assembly_,\nO _Adopts_ the Declaration;\nO _Requests_ a report.\nA Annex"
    begins, ends = ("_", "_") if italic else ("", "")
    opened = f"O {begins}Welcomes{ends} the work;"
    made, _ = working("\n".join((above, beside[0], "O Welcomes the work;", beside[1])))
    acts.tab(made, Selection.at(5))
    assert told(made)[5] == "1 Welcomes the work;"
    acts.shallower(made, Selection.at(5))
    assert told(made)[5] == opened
    acts.set_kind(made, Selection.at(5), Kind.TEXT)
    acts.set_kind(made, Selection.at(5), Kind.OPERATIVE)
    assert told(made)[5] == opened


@pytest.mark.parametrize("kind", [Kind.PREAMBULAR, Kind.OPERATIVE, Kind.HEADING, Kind.TEXT, Kind.SECTION, Kind.ANNEX])
def test_in_an_empty_text_what_is_typed_next_is_of_the_kind(kind: Kind) -> None:
    made = WorkingText(Draft())
    acts.set_kind(made, Selection.at(0), kind)
    acts.insert_text(made, Selection.at(0), "Water")
    assert [(entry.paragraph.kind, entry.text) for entry in made.entries] == [(kind, "Water")]
    made.undo()
    made.undo()
    assert made.draft() == Draft()


def test_in_an_empty_text_there_is_nothing_to_put_back() -> None:
    made = WorkingText(Draft())
    with pytest.raises(NothingToPutBack):
        put_back(made, Selection.at(0))
    assert made.undo_list.last is None


@pytest.mark.parametrize(
    ("text", "italic", "operative"),
    [
        ("Est consciente que", "Est consciente", True),
        ("Se déclare profondément préoccupée par", "Se déclare profondément préoccupée", True),
        ("Se déclarent préoccupés par", "Se déclarent préoccupés", True),
        ("Décident de", "Décident", True),
        ("Conscients de", "Conscients", False),
        ("Également convaincues que", "Également convaincues", False),
    ],
)
def test_french_openings_agree_with_who_speaks(text: str, italic: str, operative: bool) -> None:
    known = italic_opening(text)
    assert known is not None
    assert (text[: known.end], known.operative, known.preambular) == (italic, operative, not operative)
