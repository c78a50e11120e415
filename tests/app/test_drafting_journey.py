"""A resolution drafted by keyboard alone through the real window, undone to nothing, done again, kept, found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.settings.settings import Places
from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Footnote, Kind, Paragraph, Run, labels
from models.editing.lineage import edges
from tests.app.at_the_keys import ALT, CTRL, SHIFT, WAIT, Hands, Key, again
from tests.app.on_the_sheet import same_as_model

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints")


def _one(kind: Kind, italic: str, *rest: str | int, number: str | None = None, level: int = 0) -> Paragraph:
    """A paragraph whose first words are in italics; a number cites that note."""
    first = (Run(italic, italic=True),) if italic else ()
    runs = tuple(Run(footnote=part) if isinstance(part, int) else Run(part) for part in rest)
    return Paragraph(kind, (*first, *runs), level, number)


_PP, _OP, _SUB = Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH
DRAFT = Draft(
    (
        _one(Kind.ENACTING, "The General Assembly", ","),
        _one(_PP, "Recalling", " its resolution 80/1,", 1),
        _one(_PP, "Noting with appreciation", " the report of the Secretary-General,", 2),
        _one(_OP, "Decides", " to convene a meeting;", number="1"),
        _one(_OP, "Requests", " the Secretary-General:", number="2"),
        _one(_SUB, "", "To report [annually];", number="(a)", level=1),
        _one(_SUB, "", "To inform all States:", number="(b)", level=1),
        _one(_SUB, "", "In writing;", number="(i)", level=2),
        _one(_SUB, "", "In person;", number="(ii)", level=2),
        _one(_OP, "Encourages", " Member States to contribute;", 1, number="3"),
        _one(_OP, "Invites", " all States to attend;", number="3 bis"),
        _one(_OP, "Decides", " to remain seized of the matter.", number="4"),
    ),
    (
        Footnote(1, "1", (Run("A/RES/80/1."),)),
        Footnote(2, "2", (Run("A/80/100."),)),
    ),
)


def _draft_it(hands: Hands) -> None:
    """The keys of the whole text."""

    def note(words: str) -> None:
        hands.press(Key.Key_N, CTRL | SHIFT)
        hands.type(words)
        hands.press(Key.Key_Escape)

    hands.type("The General Assembly,\n")
    hands.type("Recalling its resolution 80/1")
    note("A/RES/80/1.")
    hands.type("\nNoting with app")
    hands.press(Key.Key_Tab)
    hands.type("the report of the Secretary-General")
    note("A/80/100.")
    hands.type("\nDecides to convene a meeting\nRequests the Secretary-General:\nTo report annually")
    hands.press(Key.Key_Left, SHIFT, times=8)
    hands.press(Key.Key_BracketRight, CTRL)
    hands.press(Key.Key_End)
    hands.type("\nTo inform all States:\nIn writing\n(ii) In person\n")
    hands.press(Key.Key_Backtab, SHIFT, times=2)
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Backtab, SHIFT)
    hands.type("Invites all States to attend\nEncourages Member States to contribute")
    note("A/RES/80/1.")
    hands.press(Key.Key_Up, ALT)
    hands.press(Key.Key_Down)
    hands.do("number bis")
    hands.press(Key.Key_End)
    hands.type("\n4. Decides to remain seized of the matter.")


def _until(step: Callable[[], object], left: Callable[[], object], most: int = 500) -> int:
    steps = 0
    while left() is not None:
        step()
        steps += 1
        assert steps < most
    return steps


def test_a_resolution_by_keyboard_alone(qtbot: QtBot, window: Window, places: Places, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    path = tmp_path / "desk.adref"
    hands.new_dossier(path)
    text = hands.new_text()
    working, sheet = text.text, window.pages.text.sheet
    _draft_it(hands)
    assert working.draft() == DRAFT
    assert [labels(DRAFT)[at] for at in (1, 5, 7, 10, 11)] == ["PP1", "OP2 (a)", "OP2 (b) (i)", "OP3 bis", "OP4"]
    same_as_model(sheet)
    entries, notes = list(working.entries), dict(working.notes)

    undo_list = working.undo_list
    steps = _until(lambda: hands.press(Key.Key_Z, CTRL), lambda: undo_list.last)
    assert working.draft() == working.base == Draft()
    assert not working.changed
    assert (working.entries, working.notes) == ([], {})
    assert sheet.toPlainText() == ""
    same_as_model(sheet)

    assert _until(lambda: hands.press(Key.Key_Z, CTRL | SHIFT), lambda: undo_list.last_undone) == steps
    assert working.draft() == DRAFT
    assert (working.entries, working.notes) == (entries, notes)
    same_as_model(sheet)

    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 1, timeout=WAIT)
    second = hands.written()
    qtbot.waitUntil(lambda: window.drafting.writing.open is not text, timeout=WAIT)
    hands.rest()
    second = window.drafting.writing.open
    assert second is not None
    assert second.text.base == DRAFT

    # One writes on, on what was kept: words in OP1, and OP4 goes.
    first = second.parent
    assert first is not None
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_Down, CTRL, times=3)
    hands.type("[Solemnly] ")
    lineage = edges(second.text)
    assert second.text.draft() != DRAFT
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, second), timeout=WAIT)
    hands.rest()
    last = window.drafting.writing.open
    assert last is not None
    assert last.parent is not None
    hands.press(Key.Key_End, CTRL)
    hands.type(" Written after")
    caret = sheet.selection()
    window.close()
    with Dossier.open(path) as dossier:
        assert dossier.draft(first.id) == DRAFT
        assert set(dossier.edges(first.id, last.parent.id)) == set(lineage)
        assert {edge.by for edge in lineage} == {"editor"}

    QApplication.processEvents()
    other = again(qtbot, places)
    found = Hands(qtbot, other).written()
    assert found.parent is not None
    assert found.parent.id == last.parent.id
    assert found.text.entries[-1].text.endswith(" Written after.")
    assert other.pages.text.sheet.selection() == caret
    same_as_model(other.pages.text.sheet)
    other.close()


def test_a_footnote_begun_by_mistake_leaves_nothing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.pages.text.sheet
    hands.type("Decides to meet")
    before, steps = working.draft(), working.undo_list.steps
    for begin in (lambda: hands.press(Key.Key_N, CTRL | SHIFT), lambda: hands.do("footnote")):
        begin()
        assert working.notes
        assert sheet.note_editor.hasFocus()
        hands.press(Key.Key_Escape)
        assert (working.draft(), working.notes, working.undo_list.steps) == (before, {}, steps)
        assert sheet.hasFocus()
        same_as_model(sheet)


def test_a_short_text_is_on_the_screen_as_it_is(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    """There is no scroll bar yet, and the numbers are painted where none was ever laid out."""
    window.resize(1280, 800)
    QApplication.setCursorFlashTime(0)
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    hands.new_text()
    for letters in "Decides to meet:\nTo consider water\nTo consider more\n1. Requests a report":
        hands.type(letters)
        QApplication.processEvents()
    assert not window.pages.text.sheet.verticalScrollBar().isVisible()
    qtbot.wait(900)
    seen = window.screen().grabWindow(window.winId()).toImage()
    assert seen == window.grab().toImage()


def test_typed_numbers_are_structure_wherever_they_are_typed(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    text = hands.new_text()
    hands.type("The General Assembly,\nRecalling the Conference\nNoting the report\nDecides to act:")
    hands.type("\n(i) First\n(ii) Second\n(iii) third\n2.   Requests A/RES/70/1 and/or a report")
    hands.press(Key.Key_Home, CTRL)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_End)
    hands.type("\n1. Decides to go\n")
    hands.type("1. Welcoming it")
    same_as_model(window.pages.text.sheet)
    assert [(text.text.label(at), entry.text) for at, entry in enumerate(text.text.entries)] == [
        (None, "The General Assembly,"),
        ("PP1", "Recalling the Conference,"),
        ("OP1", "Decides to go;"),
        ("PP2", "Welcoming it"),
        ("PP3", "Noting the report,"),
        ("OP2", "Decides to act:"),
        ("OP2 (i)", "First;"),
        ("OP2 (ii)", "Second;"),
        ("OP2 (iii)", "third;"),
        ("OP3", "Requests A/RES/70/1 and/or a report."),
    ]
    assert text.text.words == 25
    hands.press(Key.Key_End, CTRL)
    for number in ("OP3 bis", "OP3 ter"):
        hands.type("\nInvites all")
        hands.do("number bis")
        assert text.text.label(len(text.text.entries) - 1) == number
