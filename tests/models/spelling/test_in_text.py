"""The spelling of a whole text: languages by paragraph, the next misspelt word, one put right in one step."""

import pytest

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Caret, Entry, Selection
from models.editing.marks.language_memory import language
from models.editing.notes.footnotes import add_note
from models.editing.working import WorkingText
from models.spelling.dictionaries import NAMES, dictionary, why_none
from models.spelling.in_text import (
    Spelling,
    WordHasChanged,
    language_of,
    next_misspelt,
    none_misspelt,
    note_of,
    put_right,
    put_right_in_note,
    with_notes,
    word_at,
)
from models.spelling.speller import Misspelt

DRAFT = Draft(
    (
        Paragraph(Kind.PREAMBULAR, (Run("Recaling", italic=True), Run(" the report of teh Committee,"))),
        Paragraph(Kind.PREAMBULAR, (Run("Noting that all is well and that the States agree,"),)),
        Paragraph(Kind.OPERATIVE, (Run("Decides to"), Run(footnote=1), Run(" organise this.", bold=True)), number=None),
        Paragraph(Kind.OPERATIVE, (Run("Постановляет и принимает решение."),)),
    )
)


def never() -> None:
    """Nobody stops the search."""


@pytest.fixture
def working() -> WorkingText:
    if dictionary("en") is None:
        pytest.skip(why_none("en"))
    return WorkingText(DRAFT)


ROUND = {
    (0, 0): (0, "Recaling"),
    (0, 1): (0, "teh"),
    (0, 30): (2, "organise"),
    (1, 4): (2, "organise"),
    (2, 19): (0, "Recaling"),
    (3, 5): (0, "Recaling"),
}


@pytest.mark.parametrize("after", ROUND)
def test_the_next_word(working: WorkingText, after: tuple[int, int]) -> None:
    found = next_misspelt(working.entries, Caret(*after), Spelling(), language(working), never)
    assert found is not None
    assert (found[0], found[1].word) == ROUND[after]


def test_words_passed_over_leave_none(working: WorkingText) -> None:
    marks, here = language(working), Caret()
    spelling = Spelling(["Recaling"], ["organise"])
    found = next_misspelt(working.entries, here, spelling, marks, never)
    assert found is not None
    assert found[1].word == "teh"
    both = spelling.passing(ignored=["teh"])
    assert next_misspelt(working.entries, here, both, marks, never) is None
    again = both.passing(without="Recaling")
    assert next_misspelt(working.entries, here, again, marks, never) == (0, Misspelt(0, 8, "Recaling"))
    assert next_misspelt([], here, spelling, marks, never) is None


OWN = {"Zorblax": "Zorblax", "zorblax’s": "Zorblax", "Zorblax'": "Zorblax", "Zorb": None, "zorblaxes": None}


@pytest.mark.parametrize("word", OWN)
def test_by_which_word_of_the_dossier_a_word_is_passed_over(word: str) -> None:
    assert Spelling(["Zorblax", "Zo"]).own_form(word) == OWN[word]


def test_the_only_word_is_the_next_after_itself(working: WorkingText) -> None:
    spelling = Spelling(["teh", "organise"])
    found = next_misspelt(working.entries, Caret(0, 8), spelling, language(working), never)
    assert found == (0, Misspelt(0, 8, "Recaling"))


def test_each_paragraph_has_its_language(working: WorkingText) -> None:
    marks = language(working)
    assert [language_of(entry, marks) for entry in working.entries] == ["en", "en", "en", "ru"]


def test_a_word_is_put_right_in_one_step(working: WorkingText) -> None:
    before = working.draft()
    (found,) = Spelling().misspelt(working.entries[2], language(working))
    assert (found.start, found.end) == (12, 20)
    put_right(working, Selection.at(2, 12), 2, found, "organize")
    runs = working.entries[2].paragraph.runs
    assert runs == (Run("Decides to"), Run(footnote=1), Run(" organize this.", bold=True))
    assert working.undo_list.last is not None
    assert working.undo_list.last.after == Selection.at(2, 20)
    working.undo()
    assert working.draft() == before
    with pytest.raises(WordHasChanged):
        put_right(working, Selection.at(2, 12), 2, Misspelt(0, 4, "Teh"), "The")
    assert working.draft() == before


def test_the_word_at_a_place(working: WorkingText) -> None:
    entry = working.entries[0]
    assert [word_at(entry, place) for place in (0, 8)] == [Misspelt(0, 8, "Recaling")] * 2
    assert word_at(entry, 9) == Misspelt(9, 12, "the")
    assert word_at(working.entries[2], 10) == Misspelt(8, 10, "to")
    assert word_at(working.entries[2], 11) is None


def test_notes_come_once_behind_the_paragraph_that_cites_them_first() -> None:
    notes = {number: Footnote(number, str(number), (Run(f"Note {number}."),)) for number in (1, 2, 3)}
    cited = [
        Entry(at, Paragraph(Kind.OPERATIVE, (Run("Text"), *(Run(footnote=note) for note in marks))))
        for at, marks in enumerate(((2, 1, 2), (), (1, 4)))
    ]
    found = with_notes(cited, notes)
    assert [note_of(one) for one in found] == [None, 2, 1, None, None]
    assert [one.text for one in found if note_of(one) is not None] == ["Note 2.", "Note 1."]


def test_a_word_of_a_note_is_put_right_as_one_step(working: WorkingText) -> None:
    note = add_note(working, Selection.at(0, 3), (Run("See "), Run("teh", italic=True), Run(" annex.")))
    steps = working.undo_list.steps
    put_right_in_note(working, Selection(), note, Misspelt(4, 7, "teh"), "the")
    assert working.notes[note].runs == (Run("See "), Run("the", italic=True), Run(" annex."))
    assert working.undo_list.steps == steps + 1
    with pytest.raises(WordHasChanged):
        put_right_in_note(working, Selection(), note, Misspelt(4, 7, "teh"), "the")
    working.undo()
    assert working.notes[note].text == "See teh annex."


@pytest.mark.parametrize(
    ("lines", "here", "lacking"),
    [
        (["Noting that all is well with the States,"], "en", ""),
        (["Noting that all is well with the States,", "Постановляет и принимает решение."], "en", "ru"),
        (["Noting that all is well with the States,", "回顾其决议，"], "en", ""),
        (["Постановляет и принимает решение.", "回顾其决议，"], "", "ru"),
        (["回顾其决议，"], "", "zh"),
        ([], "en", ""),
    ],
)
def test_where_no_word_is_misspelt_it_is_said_what_was_not_looked_at(lines: list[str], here: str, lacking: str) -> None:
    working = WorkingText(Draft(tuple(Paragraph(Kind.PREAMBULAR, (Run(line),)) for line in lines)))
    if (here and dictionary(here) is None) or (lacking in NAMES and dictionary(lacking) is not None):
        pytest.skip("needs other dictionaries")
    said = none_misspelt(working.entries, language(working))
    assert said == " ".join(filter(None, ("No word is misspelt." * bool(here), why_none(lacking or "en"))))
