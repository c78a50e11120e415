"""The full stop of a word written short is no end mark; a stop in an open quotation is not the paragraph's."""

from __future__ import annotations

import pytest

from models.draft import Run
from models.editing.marks.language_marks import ENGLISH, FRENCH, SPANISH, Marks
from models.editing.marks.paragraph_end import end_of, ended
from models.editing.structure import new_paragraph
from tests.models.editing.tiny_drafts import lines, told, working


def given(words: str, mark: str, join: str = "", marks: Marks = ENGLISH) -> str:
    """Some words with another end mark; ^ is the mark of note 1."""
    runs = [run for part in words.split("^") for run in (Run(part), Run(footnote=1)) if run.text or run.footnote][:-1]
    return "".join("^" if run.footnote else run.text for run in ended(tuple(runs), mark, join, marks))


@pytest.mark.parametrize(
    "words",
    [
        "Meet at 5 p.m.", "In the U.S.A.", "Of Widgets Inc.", "Bread, water, etc.", "As said, e.g.", "Of a Ph.D.",
        "Deciden reunirse a las 5 p. m.", "De EE. UU.", "Avant J.-C.", "Хлеб и т.д.", "El Sr.", "Smith Jr.",
        "Совещание в 2026 г.", "В XX в.",
        "The Government of [the U.S.A.", "(bread, etc.",
    ],
)  # fmt: skip
def test_the_stop_of_a_short_word_stays(words: str) -> None:
    assert end_of((Run(words),)).mark == ""
    assert given(words, ";") == words + ";"
    assert given(words, ",") == words + ","
    assert given(words, ";", "and") == words + "; and"
    assert given(words, ".") == words
    assert given(words + ";", ".") == words
    assert given(words + ", and", ".") == words


@pytest.mark.parametrize(
    "words",
    [
        "Takes note of the matter.", "Decides as set out in annex B.", "On the Law of the Sea.", "Derecho del Mar.",
        "See resolution 80/1.", "At www.un.org.", "To write to a@b.org.", "In document A/79/L.5.", "Works of art.",
        "The answer is no.", "Remercie M.", "Of the Marine Corps.", "Under paragraph 1 (a).", "For all of us.",
    ],
)  # fmt: skip
def test_an_ordinary_end_is_one(words: str) -> None:
    assert end_of((Run(words),)).mark == "."
    assert given(words, ";") == words[:-1] + ";"
    assert given(words[:-1] + ";", ".") == words


@pytest.mark.parametrize(
    ("words", "mark", "marks", "after"),
    [
        ("At 5 p.m.^", ";", ENGLISH, "At 5 p.m.;^"),
        ("At 5 p.m.;^", ".", ENGLISH, "At 5 p.m.^"),
        ("Pain, etc.^", ";", FRENCH, "Pain, etc.^\u00a0;"),
        ("Pain, etc.^\u00a0;", ".", FRENCH, "Pain, etc.^"),
        ("Pan, etc.", ";", SPANISH, "Pan, etc.;"),
        ("Of\u200f", ";", ENGLISH, "Of\u200f;"),
        ("Of;\u200f", ";", ENGLISH, "Of;\u200f"),
        ("[At 5 p.m.]", ";", ENGLISH, "[At 5 p.m.;]"),
        ("At [5 p.m.]", ";", ENGLISH, "At [5 p.m.];"),
        ("Bread, etc...", ";", ENGLISH, "Bread, etc..."),
        ("Said: “We meet.", ";", ENGLISH, "Said: “We meet."),
        ('Said: "We meet.', ";", ENGLISH, 'Said: "We meet.'),
        ("Dit : « On se réunit.", ";", FRENCH, "Dit : « On se réunit."),
        ("Said: “We meet” again.", ";", ENGLISH, "Said: “We meet” again;"),
        ('Said: "We meet" again.', ";", ENGLISH, 'Said: "We meet" again;'),
    ],
)
def test_notes_brackets_and_quotations(words: str, mark: str, marks: Marks, after: str) -> None:
    assert given(words, mark, marks=marks) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("O Meet at 5 p.m.|", "O Meet at 5 p.m.;\nO"),
        ("O To do:\n1 meet at 5 p.m.|\n1 eat.", "O To do:\n1 meet at 5 p.m.;\n1\n1 eat."),
        ("P In the U.S.A.|\nO Decides.", "P In the U.S.A.,\nP\nO Decides."),
        ("O One.|", "O One;\nO"),
    ],
)
def test_enter_after_a_short_word(before: str, after: str) -> None:
    made, selection = working(before, punctuates=True)
    new_paragraph(made, selection)
    assert told(made) == lines(after)
