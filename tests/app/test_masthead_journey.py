"""A masthead is filled in with the keyboard, and the text is written below it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from tests.app.at_the_keys import CTRL, SHIFT, Hands, Key
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("does not support")


@pytest.fixture
def hands(qtbot: QtBot, window: Window, tmp_path: Path) -> Hands:
    """The form stands before a new text."""
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    hands.new_text()
    hands.press(Key.Key_M, CTRL | SHIFT)
    hands.rest()
    return hands


def fill(hands: Hands, **words: str) -> None:
    form = hands.window.masthead_form.page
    assert form is not None
    for name, typed in words.items():
        form.focus_field(name)
        hands.type(typed)


def lines(hands: Hands) -> list[tuple[str, str]]:
    working = hands.window.pages.text.sheet.working
    assert working is not None
    return [(str(entry.paragraph.kind), entry.text) for entry in working.entries]


def test_what_is_written_first_comes_below_the_masthead(hands: Hands) -> None:
    fill(hands, symbol="a/c.2/80/l.__", title="Dust")
    hands.press(Key.Key_Escape)
    hands.rest()
    hands.type("The General Assembly,\nRecalling its resolution 80/1")
    assert lines(hands)[-3:] == [
        ("masthead", "Dust"),
        ("enacting", "The General Assembly,"),
        ("preambular", "Recalling its resolution 80/1"),
    ]
    same_as_model(hands.window.pages.text.sheet)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Recalling its resolution 80/1", "preambular"),
        ("Rappelant sa résolution 80/1", "preambular"),
        ("Decides to meet", "operative"),
        ("We meet", "text"),
    ],
)
def test_below_a_title_begins_the_text(hands: Hands, words: str, kind: str) -> None:
    fill(hands, title="Dust")
    hands.press(Key.Key_Escape)
    hands.rest()
    hands.type(words)
    assert lines(hands) == [("masthead", "Dust"), (kind, words)]


def test_without_a_title_it_is_what_comes_first(hands: Hands) -> None:
    fill(hands, agenda_item="18")
    hands.press(Key.Key_Escape)
    hands.rest()
    hands.type("Dust\nThe General Assembly,")
    assert lines(hands)[1:] == [("masthead", "Dust"), ("enacting", "The General Assembly,")]


def test_what_a_symbol_fills_in_as_the_form_is_left_stands_above_the_caret(hands: Hands) -> None:
    fill(hands, title="Dust", symbol="a/c.2/80/l.__")
    hands.press(Key.Key_Escape)
    hands.rest()
    hands.type("The General Assembly,\n")
    assert [text for _, text in lines(hands)] == [
        *("United Nations", "A/C.2/80/L.__", "General Assembly", "Distr.: Limited", "Eightieth session"),
        *("Second Committee", "Dust", "The General Assembly,", ""),
    ]


def test_a_masthead_that_is_pasted_is_in_its_language_and_so_is_what_is_written_below(hands: Hands) -> None:
    form = hands.window.masthead_form.page
    assert form is not None
    pasted = (
        "A/C.2/80/L.50", "Assemblée générale", "Distr. limitée", "1er décembre 2025", "Français", "Original : anglais",
        "Quatre-vingtième session", "Deuxième Commission", "Point 18 i) de l’ordre du jour", "Développement durable",
        "Iraq : projet de résolution", "Tempêtes de sable",
    )  # fmt: skip
    QGuiApplication.clipboard().setText("\n".join(pasted))
    form.paste_button.click()
    assert form.found.text() == "Everything was found"
    hands.press(Key.Key_Escape)
    hands.rest()
    hands.type("L’Assemblée générale,\nRappelant sa résolution 79/212")
    assert [text for _, text in lines(hands)] == [
        "Nations Unies",
        *pasted,
        "L’Assemblée générale,",
        "Rappelant sa résolution 79/212",
    ]
    assert [kind for kind, _ in lines(hands)][-2:] == ["enacting", "preambular"]


def field(hands: Hands, name: str) -> str:
    form = hands.window.masthead_form.page
    assert form is not None
    return form.fields[name].text() if name in form.fields else form.sponsors.fields[name].text()


def test_straight_marks_that_are_typed_are_printed_as_in_the_text_and_one_undo_gives_them_back(hands: Hands) -> None:
    fill(hands, title="Women's \"blue\" and 'green' waters")
    assert field(hands, "title") == "Women’s “blue” and ‘green’ waters"
    fill(hands, title="Rapport de l'Assemblée sur l'\"eau\"")
    assert field(hands, "title") == "Rapport de l’Assemblée sur l’«\u00a0eau\u00a0»"
    assert ("masthead", "Rapport de l’Assemblée sur l’«\u00a0eau\u00a0»") in lines(hands)
    fill(hands, title="Women's rights")
    for stands in ("Women’", "Women'"):
        hands.press(Key.Key_Z, CTRL)
        assert field(hands, "title") == stands
    for stands in ("Women’", "Women’s rights"):
        hands.press(Key.Key_Y, CTRL)
        assert field(hands, "title") == stands


def test_where_it_is_switched_off_they_stay(hands: Hands) -> None:
    working = hands.window.pages.text.sheet.working
    assert working is not None
    working.curls = False
    fill(hands, title="Women's waters", symbol="a/c.2/80/l.__")
    assert field(hands, "title") == "Women's waters"


def test_a_mark_that_is_struck_with_ctrl_writes_none_and_prints_none(hands: Hands) -> None:
    fill(hands, title="Women's rights of women'")
    hands.press(Key.Key_Z, CTRL)
    hands.rest()
    hands.press(Key.Key_Apostrophe, CTRL)
    assert field(hands, "title") == "Women’s rights of women'"


def test_each_state_that_is_taken_is_undone_by_itself(hands: Hands) -> None:
    fill(hands, title="Dust")
    form = hands.window.masthead_form.page
    assert form is not None
    form.sponsors.segments.part(0).click()
    form.sponsors.fields["states"].setFocus()
    for typed in ("fij", ", gha", ", ken"):
        hands.type(typed)
        for key in (Key.Key_Down, Key.Key_Return):
            hands.press(key)
    said = [lines(hands)[0][1]]
    for _ in range(2):
        hands.press(Key.Key_Z, CTRL)
        said.append(lines(hands)[0][1])
    assert said == [f"{states}: draft resolution" for states in ("Fiji, Ghana and Kenya", "Fiji and Ghana", "Fiji")]
    assert form.sponsors.fields["states"].text() == "Fiji"
