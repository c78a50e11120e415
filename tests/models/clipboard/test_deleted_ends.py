"""Paragraphs of Word whose end was deleted with tracking are one with the next, as where the change is accepted."""

from __future__ import annotations

import pytest

from models.clipboard.read import read_html
from tests.models.clipboard.test_word_shapes import HEAD, TAIL, item, note, note_text

_MARK = "<o:p></o:p>"
_JOINED = "Paragraphs whose end was marked as deleted were joined with the next."


def _del(words: str) -> str:
    return f'<span class=msoDel><del cite="mailto:A" datetime="2025-11-03T10:00">{words}</del></span>'


def _p(words: str) -> str:
    return f"<p class=MsoNormal><span lang=EN-GB>{words}</span></p>\n"


def _told(body: str) -> list[tuple[str | None, str]]:
    return [(one.number, one.text) for one in read_html(HEAD + body + TAIL).paragraphs]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (_p(f"Recalling A{_del(',' + _MARK)}") + _p(f"{_del('Noting')}<ins> and</ins> C,{_MARK}"),
         [(None, "Recalling A and C,")]),
        (_p(f"Rappelant A{_del(_MARK)}") + _p(_del(f"Notant B,{_MARK}")) + _p(f" et C,{_MARK}"),
         [(None, "Rappelant A et C,")]),
        (_p(f"Recordando A,{_del(_MARK)}") + _p(f"{_del('Observando B,')}{_MARK}") + _p(f"Tomando nota de C,{_MARK}"),
         [(None, "Recordando A,"), (None, "Tomando nota de C,")]),
        (_p(f"ссылаясь на A,{_MARK}") + _p(_del(f"отмечая B,{_MARK}")) + _p(f"принимая C,{_MARK}"),
         [(None, "ссылаясь на A,"), (None, "принимая C,")]),
        (_p(f"إذ تشير إلى ألف{_del(_MARK)}") + _p(f" وإلى باء،{_MARK}") + _p(f"وإذ تحيط علما بجيم،{_MARK}"),
         [(None, "إذ تشير إلى ألف وإلى باء،"), (None, "وإذ تحيط علما بجيم،")]),
        (_p(f"回顾甲{_del(_MARK)}") + _p(f"和乙{_del(_MARK)}") + _p(f"和丙，{_MARK}"), [(None, "回顾甲和乙和丙，")]),
        (item(1, "1.", "Decides A;") + item(1, "2.", "Urges B").replace(_MARK, _del(_MARK)) + item(1, "3.", " to C;"),
         [("1", "Decides A;"), ("3", "Urges B to C;")]),
        (_p(f"Recalling A{_del(_MARK)}") + f"<table><tr><td>{_p(f'B{_MARK}')}</td><td>{_p('C')}</td></tr></table>",
         [(None, "Recalling A"), (None, "B"), (None, "C")]),
        (_p(f"Recalling A{_del(_MARK)}") + _p(f"{_MARK[:5]}&nbsp;</o:p>") + _p(f"Noting B,{_MARK}"),
         [(None, "Recalling A"), (None, "Noting B,")]),
        (_p(f"Recalling A,{_MARK}") + _p(f"Noting B,{_del(_MARK)}"), [(None, "Recalling A,"), (None, "Noting B,")]),
        (_p(f"Recalling A,<ins>{_MARK}</ins>") + _p(f"Noting B,{_MARK}"),
         [(None, "Recalling A,"), (None, "Noting B,")]),
    ],
)  # fmt: skip
def test_a_deleted_end_of_a_paragraph_joins_it_with_the_next(body: str, told: list[tuple[str | None, str]]) -> None:
    assert _told(body) == told


def test_it_is_told_that_paragraphs_were_joined_and_their_notes_stay() -> None:
    notes = f"<div style='mso-element:footnote-list'>{note_text(1, 'See A.')}{note_text(2, 'See C.')}</div>"
    body = _p(f"Recalling A,{note(1)}{_del(_MARK)}") + _p(f" and C,{note(2)}{_MARK}") + _p("B.")
    fragment = read_html(HEAD + body + TAIL + notes)
    assert [one.footnotes for one in fragment.paragraphs] == [(1, 2), ()]
    assert fragment.losses == (_JOINED,)
    assert read_html(HEAD + _p(f"Recalling A,{_del(_MARK)}") + TAIL).losses == ()
