"""What was copied is a draft of its own as it is where it is pasted into a text: with notes and cells, without mail."""

from __future__ import annotations

import pytest

from models.clipboard.mail_head import MAIL_HEADS, SEVERAL_MAILS
from models.clipboard.write import draft_to_clipboard
from models.draft import Draft, Kind
from models.editing.edit import Caret, Selection
from models.files.copied import read_copied
from models.files.read import read_text
from models.reading.reading import CannotRead, Reading

_WORD = (
    b"<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><p class=MsoNormal>The General Assembly,</p>"
    b"<p class=MsoNormal><i>Recalling</i> its resolution<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>"
    b"[1]</a>,</p><p class=MsoNormal>1. <i>Decides</i> to meet:</p><table><tr><td>Rome<td>May</table>"
    b"<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
    b"<a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> A/80/2.</p></div></div></body></html>"
)
_PLAIN = b"The General Assembly,\nRecalling its resolution,\n1. Decides to meet:\nRome\tMay\n"


def _read(text: str) -> Reading:
    return read_copied({"text/plain": text.encode()})


def test_notes_cells_and_italics_of_a_page_are_in_the_draft() -> None:
    draft = read_copied({"text/html": _WORD, "text/plain": _PLAIN}).draft
    assert [note.text for note in draft.footnotes] == ["A/80/2."]
    assert [one.text for one in draft.paragraphs if one.cell] == ["Rome", "May"]
    assert draft.paragraphs[1].runs[0].italic


def test_what_was_copied_here_is_the_same_draft() -> None:
    draft = read_copied({"text/html": _WORD}).draft
    last = len(draft.paragraphs) - 1
    copied = draft_to_clipboard(draft, Selection(Caret(0, 0), Caret(last, len(draft.paragraphs[last].text))))
    assert read_copied(copied).draft == draft


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("Dear all,\n\nPlease find our text.\n\n3. Requests x.\n\nBest,\nAnna\n", [0, 1, 3, 4]),
        ("Chers collègues,\n\n3. Prie x.\n\nCordialement\nAnne\n", [0, 2, 3]),
        ("Estimados colegas:\n\n3. Solicita x.\n\nSaludos\nAna\n", [0, 2, 3]),
        ("Уважаемые коллеги!\n\n3. просит x.\n\nС уважением,\nАнна\n", [0, 2, 3]),
        ("الزملاء الأعزاء،\n\n3 - تقرر أن تجتمع.\n\nمع أطيب التحيات،\nآنا\n", [0, 2, 3]),
        ("各位同事：\n\n3. 决定开会。\n\n此致敬礼\n安娜\n", [0, 2, 3]),
    ],
)
def test_the_letter_around_a_text_is_words_alone_and_told(text: str, letter: list[int]) -> None:
    reading = _read(text)
    kinds = [one.kind for one in reading.draft.paragraphs]
    assert kinds == [Kind.TEXT if at in letter else Kind.OPERATIVE for at in range(len(kinds))]
    assert [one.paragraph for one in reading.warnings] == letter


def test_quoted_mail_is_what_it_quotes() -> None:
    quoted = "> 3. Requests x;\n>\n> 4. Urges y."
    for text, told in (
        (quoted, []),
        (f"On 3/11/25, Jo wrote:\n{quoted}", [MAIL_HEADS]),
        (f"5. Invites z.\n\nOn 3/11/25, Jo wrote:\n{quoted}", [MAIL_HEADS, SEVERAL_MAILS]),
    ):
        reading = _read(text)
        assert [one.text for one in reading.draft.paragraphs][-2:] == ["Requests x;", "Urges y."]
        assert [one.message for one in reading.warnings] == told


@pytest.mark.parametrize(
    "text",
    [
        _PLAIN.decode(),
        "United Nations\tA/C.2/58/L.37\n\nGeneral Assembly\n\nThe General Assembly,\n\n1. Thanks all.\n",
        "Decides to meet",
        "5 > 3\n\n> 4 per cent",
    ],
)
def test_other_words_are_read_as_a_text_file_is(text: str) -> None:
    assert _read(text) == read_text(text)
    assert read_copied({"text/plain": text.encode(), "text/html": b"<p></p>"}).draft == read_text(text).draft


def test_what_holds_no_words_is_no_draft() -> None:
    with pytest.raises(CannotRead):
        _read(" \n")
    assert _read("x").draft == Draft(read_text("x").draft.paragraphs)


def test_what_was_left_out_of_one_line_does_not_come_with_its_plain_words() -> None:
    page = b"<p>Decides to <del>meet</del><ins>convene</ins> soon</p>"
    reading = read_copied({"text/html": page, "text/plain": b"Decides to meetconvene soon"})
    assert [one.text for one in reading.draft.paragraphs] == ["Decides to convene soon"]
    assert [one.code for one in reading.warnings] == ["left-out", "left-out"]
