"""A box that LibreOffice writes amid the letters of a paragraph parts it not; its words follow the paragraph."""

from __future__ import annotations

import pytest

from models.clipboard.read import read_html


def _box(words: str, place: str = "float: left") -> str:
    """A box as LibreOffice writes it: behind the first letter of the paragraph that it is fixed to."""
    return f'<span id="Frame1" dir="ltr" style="{place}; width: 2.19in; padding: 0in"><p>\n\t{words}</p>\n</span>'


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (f"<p>\nT{_box('ADVANCE VERSION')}he General Assembly,\n</p><p>Recalling A,</p>",
         ["The General Assembly,", "ADVANCE VERSION", "Recalling A,"]),
        (f"<p>R{_box('Note')}appelant A,{_box('Autre')}</p><p>Notant B,</p>",
         ["Rappelant A,", "Note", "Autre", "Notant B,"]),
        (f"<p>{_box('Nota', 'position: absolute; top: 0in')}Recordando A,</p><p>Observando B,</p>",
         ["Recordando A,", "Nota", "Observando B,"]),
        (f"<p>ссылаясь на {_box(f'А{_box(chr(0x411))}В')}Г,</p><p>отмечая Д,</p>",
         ["ссылаясь на Г,", "АВ", "Б", "отмечая Д,"]),
        (f"<table><tr><td><p>أ{_box('ملاحظة')}ولا</p></td><td><p>ثانيا</p></td></tr></table>",
         ["أولا", "ملاحظة", "ثانيا"]),
        (f"<p>回{_box('<b>注</b>')}顾甲，</p>", ["回顾甲，", "注"]),
        (f"<p>{_box('Alone')}</p><p>B</p>", ["Alone", "B"]),
        ("<p>A <span style='float:left'>b</span> c</p><p>D</p>", ["A b c", "D"]),
        ("<p>A<span><p>b</p></span>c</p><p>D</p>", ["A", "b", "c", "D"]),
        (f"<p>A{_box('b')}<!--EndFragment-->c</p>", ["A", "b"]),
    ],
)  # fmt: skip
def test_a_box_parts_no_paragraph(page: str, told: list[str]) -> None:
    assert [one.text for one in read_html(page).paragraphs] == told


def test_the_number_of_an_item_is_none_of_a_box_in_it() -> None:
    page = f"<ol start=4><li><p>D{_box('Note')}ecides to meet;</p></li><li><p>Urges all.</p></li></ol>"
    assert [(one.number, one.text) for one in read_html(page).paragraphs] == [
        ("4", "Decides to meet;"),
        (None, "Note"),
        ("5", "Urges all."),
    ]


def test_a_table_in_a_box_keeps_its_cells() -> None:
    table = "</p><table><tr><td>a</td><td>b</td></tr></table><p>"
    found = read_html(f"<p>T{_box(table)}he text,</p><p>B</p>").paragraphs
    assert [(one.text, one.cell and one.cell[1:]) for one in found] == [
        ("The text,", None),
        ("a", (0, 0)),
        ("b", (0, 1)),
        ("B", None),
    ]
