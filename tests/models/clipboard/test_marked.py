"""A copy in which what changed since the base is marked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from models.clipboard.marked import marked_words
from models.clipboard.read import from_clipboard
from models.clipboard.write import to_clipboard
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.changes import Changes
from models.editing.edit import Caret, Selection
from models.editing.notes.footnotes import add_note
from models.editing.structure import insert_text, new_paragraph
from models.editing.working import WorkingText

BASE = Draft(
    (
        Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet in 2005;")), number="1"),
        Paragraph(Kind.OPERATIVE, (Run("Requests", italic=True), Run(" a report.")), number="2"),
    )
)


def test_words_that_came_and_went_are_marked() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 19), Caret(0, 23)), "2006")
    whole = Selection(Caret(0, 0), Caret(1, working.entries[1].length))
    words = marked_words(working, changes, whole)
    assert list(words) == [0]
    assert [(piece.op, piece.text) for piece in words[0] if piece.op != "equal"] == [
        ("delete", "2005"),
        ("insert", "2006"),
    ]
    assert words[0][0].marks == (True, False, False)
    html = to_clipboard(working, whole, words=words)["text/html"].decode()
    assert "line-through" in html
    assert html.index("2005") < html.index("2006")


def test_a_marked_copy_whose_page_alone_comes_back_is_the_text_as_it_reads_now() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 0), Caret(0, 7)), "Agrees")
    insert_text(working, Selection(Caret(0, 18), Caret(0, 22)), "2006")
    whole = Selection(Caret(0, 0), Caret(1, working.entries[1].length))
    page = to_clipboard(working, whole, words=marked_words(working, changes, whole))["text/html"]
    assert page.count(b"line-through") == page.count(b'data-adref="delete"') == 2
    # LibreOffice does not close a `del` before the end of the page.
    assert b"<del" not in page
    assert b"<ins" not in page
    read = from_clipboard({"text/html": page})
    assert [(one.number, one.runs) for one in read.paragraphs] == [
        (working.number(at), entry.paragraph.runs) for at, entry in enumerate(working.entries)
    ]
    assert read.losses == (
        "Words marked as deleted were left out.",
        "Words marked as inserted were pasted as words.",
    )


def test_a_new_note_is_marked_and_one_that_stays_is_not() -> None:
    noted = replace(BASE.paragraphs[0], runs=(*BASE.paragraphs[0].runs, Run(footnote=1)))
    working = WorkingText(Draft((noted, BASE.paragraphs[1]), (Footnote(1, "1", (Run("Old."),)),)))
    changes = Changes(working)
    new = add_note(working, Selection.at(0, 7), [Run("New.")])
    words = marked_words(working, changes, Selection(Caret(0, 0), Caret(1, 0)))
    assert [(piece.op, piece.note) for piece in words[0] if piece.note is not None] == [("insert", new), ("equal", 1)]
    page = to_clipboard(working, Selection(Caret(0, 0), Caret(1, 0)), words=words)["text/html"].decode()
    assert page.count('data-adref="insert"') == 1
    assert page.index('data-adref="insert"') < page.index("_ftnref1")


def test_a_new_paragraph_is_all_new() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    new_paragraph(working, Selection.at(1, working.entries[1].length))
    insert_text(working, Selection.at(2, 0), "Urges all to act.")
    words = marked_words(working, changes, Selection(Caret(2, 0), Caret(2, 17)))
    assert {piece.op for piece in words[2]} == {"insert"}


@pytest.mark.parametrize(
    ("first", "last", "plain"),
    [
        (19, 24, "[-2005-]{+2006+} "),
        (8, 22, "to meet in [-2005-]{+200+}"),
        (20, 24, "{+006+} "),
        (8, 19, "to meet in "),
        (29, 36, "in New "),
    ],
)
def test_of_a_part_of_a_paragraph_its_changes_are_marked(first: int, last: int, plain: str) -> None:
    run = Run("Decides to meet in 2005 once in New York;")
    working = WorkingText(Draft((Paragraph(Kind.OPERATIVE, (run,), number="1"), BASE.paragraphs[1])))
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 19), Caret(0, 23)), "2006")
    part = Selection(Caret(0, first), Caret(0, last))
    marked = to_clipboard(working, part, words=marked_words(working, changes, part))
    assert marked["text/plain"].decode() == plain
    assert marked["text/html"].count(b'data-adref="insert"') == plain.count("{+")
    assert marked["text/html"].count(b'data-adref="delete"') == plain.count("[-")


def plain_of(working: WorkingText, changes: Changes) -> str:
    last = len(working.entries) - 1
    whole = Selection(Caret(0, 0), Caret(last, working.entries[last].length))
    marked = to_clipboard(working, whole, words=marked_words(working, changes, whole))
    return marked["text/plain"].decode()


def test_where_letters_alone_are_taken_signs_say_what_came_and_went() -> None:
    working = WorkingText(BASE)
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 19), Caret(0, 23)), "2006")
    new_paragraph(working, Selection.at(1, working.entries[1].length))
    insert_text(working, Selection.at(2, 0), "Urges all to act.")
    note = add_note(working, Selection.at(2, 5), [Run("A/80/1.")])
    assert plain_of(working, changes).split("\n\n") == [
        "1. Decides to meet in [-2005-]{+2006+};",
        "2. Requests a report[-.-]{+;+}",
        "3. {+Urges¹ all to act.+}",
        "¹ A/80/1.",
    ]
    assert working.mark(note) == "1"
    whole = Selection(Caret(0, 0), Caret(2, working.entries[2].length))
    assert "{+" not in to_clipboard(working, whole)["text/plain"].decode()


def test_a_note_that_is_gone_and_spaces_alone_have_no_signs() -> None:
    noted = replace(BASE.paragraphs[0], runs=(*BASE.paragraphs[0].runs, Run(footnote=1)))
    working = WorkingText(Draft((noted,), (Footnote(1, "1", (Run("Old."),)),)))
    changes = Changes(working)
    insert_text(working, Selection(Caret(0, 23), Caret(0, 25)), " ;")
    assert plain_of(working, changes) == "1. Decides to meet in 2005 ;"
