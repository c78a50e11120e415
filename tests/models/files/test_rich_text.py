"""RTF that was copied and nothing else is read by way of LibreOffice, and in one sentence where that is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from models.clipboard.fragment import CannotPaste
from models.clipboard.read import from_clipboard, line_from_clipboard
from models.clipboard.rich import RICH, rich_alone
from models.draft import Kind
from models.files.copied import read_copied
from models.files.rich_text import fragment_of_rich

_WORDS = (
    rb"{\rtf1\ansi\pard The General Assembly,\par\par 1.\tab {\i Decides} to meet;\par 2.\tab {\i Requests} a report."
    rb"{\super\chftn}{\footnote\pard See A/58/98.}\par}"
)


@pytest.mark.parametrize(
    ("formats", "alone"),
    [
        *(({one: _WORDS}, True) for one in RICH),
        ({"text/rtf": b"words"}, False),
        ({"text/rtf": _WORDS, "text/plain": b"Decides"}, False),
        ({"text/rtf": _WORDS, "text/plain": b" \n"}, True),
        ({"text/rtf": _WORDS, "text/html": b"<p>Decides"}, False),
        ({}, False),
    ],
)
def test_rich_text_is_read_only_where_nothing_else_lies_there(formats: dict[str, bytes], alone: bool) -> None:
    assert (rich_alone(formats) == _WORDS) is alone


def test_without_libreoffice_and_in_a_note_a_sentence_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(CannotPaste, match="a footnote does not take; paste it into the text"):
        line_from_clipboard({"text/rtf": _WORDS})
    monkeypatch.setenv("PATH", str(tmp_path))
    if shutil.which("soffice") or Path("/Applications/LibreOffice.app").exists():
        pytest.skip("LibreOffice is here in another place")
    for read in (read_copied, lambda formats: fragment_of_rich(rich_alone(formats))):
        with pytest.raises(CannotPaste, match="RTF alone, which LibreOffice reads and this program does not"):
            read({"text/rtf": _WORDS})


@pytest.mark.usefixtures("soffice")
def test_numbers_italics_and_notes_of_rich_text_come_over() -> None:
    fragment, draft = fragment_of_rich(_WORDS), read_copied({"text/rtf": _WORDS}).draft
    told = [(Kind.ENACTING, None), (Kind.OPERATIVE, "1"), (Kind.OPERATIVE, "2")]
    assert [(one.kind, one.number) for one in fragment.paragraphs] == told
    assert draft.paragraphs == fragment.paragraphs
    assert draft.paragraphs[1].runs[0].italic
    assert [note.text for note in draft.footnotes] == [note.text for note in fragment.footnotes] == ["See A/58/98."]


@pytest.mark.usefixtures("soffice")
@pytest.mark.parametrize(
    ("words", "partial", "text"),
    [
        (rb"in 2005", True, "in 2005"),
        (rb"\'e0 \u1041?", True, "à Б"),
        (rb"Decides to meet\par", False, "Decides to meet"),
    ],
)
def test_some_words_go_to_the_caret(words: bytes, partial: bool, text: str) -> None:
    fragment = fragment_of_rich(rb"{\rtf1\ansi\ansicpg1252\uc1 " + words + b"}")
    assert (fragment.partial, [one.text for one in fragment.paragraphs]) == (partial, [text])
    plain = from_clipboard({"text/plain": f"{text}{'' if partial else chr(10)}".encode()})
    assert [one.kind for one in plain.paragraphs] == [one.kind for one in fragment.paragraphs]


@pytest.mark.usefixtures("soffice")
def test_paragraphs_of_a_list_are_parts_of_a_resolution_and_changes_are_accepted() -> None:
    fragment = fragment_of_rich(
        rb"{\rtf1\ansi{\*\revtbl {Unknown;}{M. Jones;}}{\*\listtable{\list\listtemplateid1"
        rb"{\listlevel\levelnfc0\levelstartat3{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid1}}"
        rb"{\*\listoverridetable{\listoverride\listid1\listoverridecount0\ls1}}"
        rb"\pard\ls1\ilvl0{\listtext 3.\tab}Decides to {\deleted\revauthdel1 convene}{\revised\revauth1 meet};\par"
        rb"{\listtext 4.\tab}Requests a report.\par}"
    )
    told = [(one.kind, one.number, one.text) for one in fragment.paragraphs]
    assert told == [(Kind.OPERATIVE, "3", "Decides to meet;"), (Kind.OPERATIVE, "4", "Requests a report.")]
    assert fragment.losses == ("The text holds 2 tracked changes; they were accepted.",)
