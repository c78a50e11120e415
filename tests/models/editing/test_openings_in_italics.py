"""How far an opening stands in italics, whatever brackets stand in it."""

from __future__ import annotations

import pytest

from models.draft import Draft, Kind
from models.editing import structure as acts
from models.editing.acts.put_back import NothingToPutBack, put_back
from models.editing.edit import Selection
from models.editing.typed.openings import italic_opening
from models.editing.working import WorkingText


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
    ],
)
def test_brackets_are_set_aside(text: str, italic: str) -> None:
    known = italic_opening(text)
    assert known is not None
    assert text[: known.end] == italic


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
