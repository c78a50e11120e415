"""By no road do signs come into a working text that no paragraph holds: the sheet would have more blocks than it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.clipboard.plain import read_plain
from models.clipboard.read import from_clipboard, line_from_clipboard, read_html
from models.dossier.rows.working_rows import entry_from
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.draft.canonical import paragraph_value
from models.draft.held_letters import holds_all
from models.editing import structure
from models.editing.acts.letters import typed
from models.editing.edit import Selection
from models.editing.found.finding import Query, find, searched
from models.editing.found.replacing import preview, replace_all, replace_one
from models.editing.notes.footnotes import add_note, set_note_text
from models.editing.pasted.pasting import insert_paragraphs
from models.editing.working import WorkingText
from models.masthead.form import set_fields
from models.masthead.parts import MastheadFields
from tests.models.editing.tiny_drafts import working as tiny

LINE_ENDS = ["\r", "\r\n", "\u2029", "\u2028", "\v", "\x85", "\f", "\n"]
SIGNS = [*LINE_ENDS, "\ufdd0", "\ufdd1", "\ufffc", "\x00", "\x1f", "\x9f", "\ud83d", "\udc00", "\uffff"]
_HERE = Selection.at(1, 3)


def _replaced(working: WorkingText, words: str, act: str) -> None:
    found = find(searched(working), Query("Takes note"))
    assert next(iter(preview(working, found, words))).new.isprintable()
    if act == "all":
        replace_all(working, _HERE, found, words)
    else:
        replace_one(working, _HERE, found, words, 0)


def _pasted(working: WorkingText, words: str) -> None:
    fragment = read_plain(words)
    insert_paragraphs(working, _HERE, fragment.paragraphs, fragment.footnotes)


ROADS: dict[str, Callable[[WorkingText, str], object]] = {
    "typed": lambda working, words: typed(working, 1, (Run(words),), _HERE, _HERE),
    "put in": lambda working, words: structure.insert_text(working, _HERE, words),
    "pasted": _pasted,
    "put in as paragraphs": lambda working, words: insert_paragraphs(
        working, _HERE, (Paragraph(Kind.TEXT, (Run(words),)),), (Footnote(9, "9", (Run(words),)),)
    ),
    "replaced": lambda working, words: _replaced(working, words, "one"),
    "replaced everywhere": lambda working, words: _replaced(working, words, "all"),
    "a note": lambda working, words: set_note_text(working, add_note(working, _HERE), (Run(words),)),
    "the form": lambda working, words: set_fields(working, _HERE, MastheadFields(symbol=words, title=words)),
}


@pytest.mark.parametrize("road", ROADS)
@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_no_road_brings_them_in(road: str, sign: str) -> None:
    working, _ = tiny("E The General Assembly,\nO Takes note of the report;\nO Decides.")
    before = len(working.entries)
    ROADS[road](working, f"one{sign}two")
    told = [entry.text for entry in working.entries] + [note.text for note in working.notes.values()]
    assert all(holds_all(entry.paragraph.runs) for entry in working.entries)
    assert all(holds_all(note.runs) for note in working.notes.values())
    joint = "" if sign not in LINE_ENDS else " "
    assert f"one{joint}two" in " ".join(" ".join(told).split()) or len(working.entries) > before
    while working.undo() is not None:
        pass
    assert working.draft() == working.base


@pytest.mark.parametrize("sign", LINE_ENDS, ids=ascii)
def test_what_replaces_has_no_end_of_its_own(sign: str) -> None:
    working, _ = tiny("O Takes note of the report;")
    _replaced(working, f"Welcomes{sign}", "all")
    assert working.entries[0].text == "Welcomes of the report;"


@pytest.mark.parametrize("sign", SIGNS, ids=ascii)
def test_neither_do_a_kept_draft_nor_the_journal(sign: str) -> None:
    paragraph = Paragraph(Kind.OPERATIVE, (Run(f"one{sign}two", italic=True), Run(" three")), number="1")
    working = WorkingText(Draft((paragraph,)))
    again = entry_from({"key": 0, "paragraph": paragraph_value(paragraph, "1"), "came_from": [0], "printed": False})
    assert holds_all(working.entries[0].paragraph.runs)
    assert again.paragraph.runs == working.entries[0].paragraph.runs
    assert not working.changed


@pytest.mark.parametrize("sign", LINE_ENDS, ids=ascii)
def test_where_a_line_ended_in_what_is_pasted_words_stay_apart(sign: str) -> None:
    assert "onetwo" not in "".join(one.text for one in read_plain(f"one{sign}two").paragraphs)
    assert [one.text for one in read_html(f"<p>one{sign}two</p>").paragraphs] == ["one two"]
    formats = {"text/plain": f"one{sign}two".encode()}
    assert all(holds_all(one.runs) for one in from_clipboard(formats).paragraphs)
    assert line_from_clipboard(formats) == ((Run("one two"),), ())
    assert [one.text for one in read_plain(f"one{sign}").paragraphs] == ["one"]
