"""A text that is kept while the caret stands behind a note: one writes on behind the note, as one would without it."""

from __future__ import annotations

import pytest

from models.editing.edit import Selection
from models.editing.marks.leaving import leave
from models.editing.marks.text_end import end_text
from models.editing.working import WorkingText
from tests.models.editing.test_before_mark import write
from tests.models.editing.tiny_drafts import selected, told, working

_MORE = ("", " or in June", " and in June", ", or June", ", in June;", " x", " [June]", " (June)", ".")
_BASES = {
    "en": ("O Decides to meet in May", "O Urges all"),
    "fr": (
        "E L’Assemblée générale,\nP Rappelant sa résolution,\nO Décide de se réunir en mai",
        "O Prie les États d’agir",
    ),
    "ar": ("E إن الجمعية العامة،\nO تقرر أن تجتمع في أيار", "O تطلب إلى الجميع"),
}


def _kept(base: str, note: str, typed: str) -> tuple[WorkingText, Selection]:
    """The last paragraph of a text, written to its end with a note there, and finished while the caret is there."""
    made, _ = working(base + note, punctuates=True)
    at = len(made.entries) - 1
    before = made.entries[at].length
    for _ in range(2):  # it was written just now
        write(made, at, "x", Selection.at(at, 3))
        write(made, at, "←", selected(made))
    here = Selection.at(at, before)
    if typed:
        write(made, at, typed, here)
        here = selected(made)
    for _ in range(2):  # as it is asked how the draft is to be called, and as it is kept
        leave(made, at, here)
        end_text(made, here)
        here = selected(made)
    return made, here


@pytest.mark.parametrize("more", _MORE)
@pytest.mark.parametrize("typed", ["", " ", " or", ",", ", ", ";", "."])
@pytest.mark.parametrize("language", _BASES)
@pytest.mark.parametrize("next_too", [False, True])
def test_it_goes_on_as_it_would_without_the_note(more: str, typed: str, language: str, next_too: bool) -> None:
    base = _BASES[language][0]
    base = f"{base};\n{_BASES[language][1]}" if next_too else base
    ends = {}
    for note in ("", "^1"):
        made, here = _kept(base, note, typed)
        at = len(made.entries) - 1
        write(made, at, more, here)
        leave(made, at, selected(made))
        ends[note] = told(made)[at]
    assert ends["^1"].replace("^1", "") == ends[""]
    word = base.rsplit(" ", 1)[1]
    if any(letter.isalnum() for letter in typed + more):
        assert f"{word}^1" in ends["^1"], "the note stays with the words it is of"


def test_the_caret_stays_behind_the_note() -> None:
    made, here = _kept(_BASES["en"][0], "^1", "")
    assert told(made, here) == ["O Decides to meet in May.^1|"]
    write(made, 0, " or in June", here)
    assert told(made, selected(made)) == ["O Decides to meet in May^1 or in June|."]
