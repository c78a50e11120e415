"""Signs that Word and LibreOffice write as letters of a font for signs are pasted as what is seen."""

from __future__ import annotations

import pytest

from models.clipboard.read import read_html


def _word(letter: str, font: str) -> str:
    """A sign as Word writes it."""
    symbol = f"mso-char-type:symbol;mso-symbol-font-family:{font}"
    outer = f"font-family:{font};mso-ascii-font-family:Arial;mso-hansi-font-family:Arial;{symbol}"
    return f"<span style='{outer}'><span style='{symbol}'>{letter}</span></span>"


def _libre(letter: str, font: str) -> str:
    """A sign as LibreOffice writes it."""
    return f'<font face="{font}, serif">{letter}</font>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (f"Levels of 5 {_word('m', 'Symbol')}g/m³", "Levels of 5 μg/m³"),
        (f"Des niveaux de 5 {_libre(chr(0xF06D), 'Symbol')}g", "Des niveaux de 5 μg"),
        (f"{_word('³', 'Symbol')} 2 grados", "≥ 2 grados"),
        (f"не {_libre(chr(0xF0B3), 'Symbol')} 2 градуса", "не ≥ 2 градуса"),
        (f"المياه {_word('à', 'Wingdings')} الغذاء", "المياه → الغذاء"),
        (f"水{_libre(chr(0xF0E0), 'Wingdings')}粮", "水→粮"),
        (f"Thanks {_word('J', 'Wingdings')}", "Thanks ☺"),
        (f"{_word(chr(0x201A), 'Wingdings')} One {_word('Œ', 'Wingdings')}", "② One Œ"),
        (f"<font face='Symbol'>{chr(0xF061)}<b>{chr(0xF062)}</b>{chr(0xF067)}</font>", "αβγ"),
        (f"<span style='font-family:\"Symbol\", serif'>{chr(0xF0B1)}</span> 3", "± 3"),
        (f"{_word('m ', 'Symbol')}{_word('&nbsp;', 'Symbol')}g", "μ \u00a0g"),
        (f"Ticked {_word('T', '&quot;Wingdings 2&quot;')}", "Ticked T"),
        (f"Ours {chr(0xF06D)}", f"Ours {chr(0xF06D)}"),
        ("<span style='font-family:Symbol'>m</span>easures à", "measures à"),
        ("<font face='Symbol, serif'>mà</font>", "mà"),
    ],
)
def test_a_sign_is_pasted_as_it_is_seen(body: str, text: str) -> None:
    assert [one.text for one in read_html(f"<p>{body}</p><p>B.</p>").paragraphs] == [text, "B."]


def test_signs_in_a_note_are_pasted_as_they_are_seen() -> None:
    below = f"<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> {_word('³', 'Symbol')} 2.</p></div>"
    fragment = read_html(f"<p>A,<a href='#_ftn1' name='_ftnref1'>[1]</a></p><p>B.</p>{below}")
    assert [one.text for one in fragment.footnotes] == ["≥ 2."]
