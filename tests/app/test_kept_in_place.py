"""A text that is kept stays on the screen as it lies there, and is written on; bars over it move no words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.dossier import Dossier
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Selection
from tests.app.at_the_keys import ALT, CTRL, WAIT, Hands, Key
from tests.app.on_the_sheet import same_as_model
from widgets.keeping.panel import KeepChoice

NOTE = Footnote(1, "1", (Run("Resolution 58/208."),))
TEXT = Draft(
    (
        Paragraph(Kind.MASTHEAD, (Run("General Assembly"),)),
        Paragraph(Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its resolution"), Run(footnote=1), Run(","))),
        *(
            Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(f" to meet [again] {'and again ' * 30};")))
            for _ in range(40)
        ),
    ),
    (NOTE,),
)


def write_on(qtbot: QtBot, window: Window, folder: Path) -> None:
    """The text as the only draft of a dossier, about to be written on."""
    path = folder / "one.adref"
    with Dossier.create(path, title="One") as dossier:
        dossier.keep(TEXT, label="First", date="2026-01-15")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_keeping_moves_nothing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    write_on(qtbot, window, tmp_path)
    hands, sheet = Hands(qtbot, window), window.pages.text.sheet
    before = hands.written()
    sheet.setFocus()
    sheet.select(Selection.at(20, 8))
    hands.type("soon ")
    bar = sheet.verticalScrollBar()
    bar.setValue(bar.value() + 37)
    document, lies, here = sheet.document(), bar.value(), sheet.selection()
    assert sheet.change_of(20) == "reworded"
    window.drafting.writing.keep(KeepChoice("Second", "2026-01-16", None, None))
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, before), timeout=WAIT)
    hands.rest()
    after = window.drafting.writing.open
    assert after is not None
    assert after.parent is not None
    assert after.parent.label == "Second"
    assert sheet.document() is document
    assert (bar.value(), sheet.selection()) == (lies, here)
    assert sheet.change_of(20) == ""
    assert window.pages.text.bar.changed.text() == "Unchanged since Second"
    sheet.setFocus()
    hands.type("and ")
    # Keys that come while a draft is kept are typed a moment later.
    qtbot.waitUntil(lambda: after.text.entries[20].text.startswith("Decides soon and to meet"), timeout=WAIT)
    assert sheet.change_of(20) == "reworded"
    hands.press(Key.Key_Z, CTRL)
    assert not after.text.changed
    assert before.text.entries[20].text == after.text.entries[20].text, "what was kept is written no more"
    assert sheet.text.bracketed.pairs == 40


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
@pytest.mark.parametrize(
    ("typed", "kept", "more", "after"),
    [
        (", ", "Decides;", "in May", "Decides, in May;"),
        (",", "Decides;", "", "Decides;"),
        (" to", "Decides to;", " meet", "Decides to meet;"),
    ],
)
def test_a_draft_that_is_kept_ends_its_paragraphs_and_one_goes_on_behind_what_one_typed(
    qtbot: QtBot, window: Window, tmp_path: Path, typed: str, kept: str, more: str, after: str
) -> None:
    path = tmp_path / "one.adref"
    with Dossier.create(path, title="One") as dossier:
        texts = ("Recalls;", "Decides;", "Remains.")
        dossier.keep(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(words),)) for words in texts)), label="First")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    hands, sheet = Hands(qtbot, window), window.pages.text.sheet
    before = hands.written()
    sheet.setFocus()
    sheet.select(Selection.at(1, 8))
    hands.press(Key.Key_Backspace)
    hands.press(Key.Key_S, CTRL)
    # It is written on while one is asked how the draft is to be called.
    sheet.setFocus()
    hands.press(Key.Key_End)
    hands.type(typed)
    window.drafting.keeping.panel.keep_button.click()
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, before), timeout=WAIT)
    hands.rest()
    text = window.drafting.writing.open
    assert text is not None
    assert [one.text for one in text.text.base.paragraphs] == ["Recalls;", kept, "Remains."]
    sheet.setFocus()
    hands.type(more)
    hands.press(Key.Key_Home, CTRL)
    qtbot.waitUntil(lambda: text.text.entries[1].text == after, timeout=WAIT)
    assert text.text.changed == (after != kept)
    same_as_model(sheet)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_paragraph_that_is_only_begun_is_in_no_draft_and_one_goes_on_in_it(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "one.adref"
    with Dossier.create(path, title="One") as dossier:
        texts = ("Recalls;", "Decides.")
        dossier.keep(
            Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),), number=f"{at}") for at, one in enumerate(texts, 1))),
            label="First",
        )
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    hands, sheet = Hands(qtbot, window), window.pages.text.sheet
    before = hands.written()
    sheet.setFocus()
    hands.press(Key.Key_End, CTRL)
    hands.press(Key.Key_Return)
    hands.type("Remains seized")
    hands.press(Key.Key_Return)

    # Compared and exported it has three paragraphs, and the last of them its full stop.
    wanted = ["Recalls;", "Decides;", "Remains seized."]
    hands.do("Compare working text")
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    assert window.going.compared is not None
    assert [one.text for one in window.going.compared.new.draft.paragraphs] == wanted
    hands.press(Key.Key_Left, ALT)
    assert [entry.text for entry in before.text.entries] == [*wanted, ""]

    window.drafting.writing.keep(KeepChoice("Second", "2026-01-16", None, None))
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, before), timeout=WAIT)
    hands.rest()
    text = window.drafting.writing.open
    assert text is not None
    assert [one.text for one in text.text.base.paragraphs] == wanted
    assert [entry.text for entry in text.text.entries] == [*wanted, ""]
    assert text.text.number(3) == "4"
    assert window.pages.text.bar.changed.text() == "Unchanged since Second"
    text.journal.commit()
    assert not any(row.changed for row in text.dossier.working_texts())
    recovered = text.dossier.recover(text.row)
    assert [entry.text for entry in recovered.entries] == [*wanted, ""]
    sheet.setFocus()
    hands.type("Decides again")
    hands.press(Key.Key_Home, CTRL)
    qtbot.waitUntil(
        lambda: [entry.text for entry in text.text.entries][2:] == ["Remains seized;", "Decides again."], timeout=WAIT
    )
    same_as_model(sheet)


@pytest.mark.qt_log_ignore("does not support propagateSizeHints")
def test_a_label_that_another_window_took_in_the_same_moment_is_told_and_nothing_is_kept(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    path = tmp_path / "one.adref"
    with Dossier.create(path, title="One") as dossier:
        base = dossier.keep(TEXT, label="First").id
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    window.drafting.writing.begin(base)
    hands, sheet = Hands(qtbot, window), window.pages.text.sheet
    text = hands.written()
    sheet.setFocus()
    hands.type("New words ")
    hands.press(Key.Key_S, CTRL)
    panel = window.drafting.keeping.panel
    panel.label.setText("Second")
    with Dossier.open(path) as other:
        other.keep(Draft(TEXT.paragraphs[:9]), label="Second", parents=[base])
    hands.press(Key.Key_Return)
    hands.rest()
    said = "Another draft was called “Second” meanwhile"
    qtbot.waitUntil(lambda: any(line.head.text().startswith(said) for line in window.notices.shown), timeout=WAIT)
    assert window.drafting.writing.open is text
    # It is kept once it has a name of its own, with all that was typed.
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 2, timeout=WAIT)
    hands.press(Key.Key_S, CTRL)
    assert panel.label.text() == "Second"
    hands.press(Key.Key_Return)
    assert panel.isVisible()
    panel.other_button.click()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.drafting.writing.open not in (None, text), timeout=WAIT)
    assert window.desk.listing is not None
    assert {one.label for one in window.desk.listing.nodes} == {"First", "Second", "Second (2)"}


@pytest.mark.qt_log_ignore("does not support")
def test_bars_that_come_and_go_move_no_words(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    path = tmp_path / "one.adref"
    with Dossier.create(path, title="One") as dossier:
        dossier.keep(TEXT, label="First", date="2026-01-15")
    window.resize(1280, 800)
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    window.drafting.writing.begin(window.desk.listing.nodes[0].id)
    qtbot.waitUntil(lambda: window.going.writes and not window.background.tasks, timeout=WAIT)
    sheet, outline = window.pages.text.sheet, window.pages.text.outline
    sheet.select(Selection.at(30, 5))
    qtbot.waitUntil(lambda: outline.currentIndex().isValid(), timeout=WAIT)
    bar, page = outline.verticalScrollBar(), outline.viewport().rect()
    bar.setValue(bar.value() + outline.visualRect(outline.currentIndex()).bottom() - page.bottom())

    def stands(part: QWidget, height: int) -> int:
        return part.mapTo(window, QPoint(0, height)).y()

    stood = stands(sheet.viewport(), sheet.cursorRect().top())
    for act in ("find", "projector", "beside", "focus", "focus", "beside", "projector"):
        window.acts[act].trigger()
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
        assert stands(sheet.viewport(), sheet.cursorRect().top()) == stood, act
        row = outline.visualRect(outline.currentIndex())
        assert not outline.isVisible() or outline.viewport().rect().contains(row), act
    # So they do where one has scrolled away from the caret, every time.
    sheet.verticalScrollBar().setValue(0)
    assert sheet.cursorRect().top() > sheet.viewport().height()
    sheet.verticalScrollBar().setValue(205)
    here = sheet.cursorForPosition(QPoint(0, 300))
    stood = stands(sheet.viewport(), sheet.cursorRect(here).top())
    for act in ("projector", "projector", "focus", "focus", "projector", "projector"):
        window.acts[act].trigger()
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
        assert stands(sheet.viewport(), sheet.cursorRect(here).top()) == stood, act
    # And at the top, where they cannot go down with a bar that goes.
    for chosen, scrolled in ((0, 0), (3, 0), (30, 0), (30, 9)):
        sheet.select(Selection.at(chosen, 5))
        sheet.verticalScrollBar().setValue(scrolled)
        for act in ("focus", "focus", "projector", "projector", "focus", "projector", "projector", "focus"):
            window.acts[act].trigger()
            qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
        assert sheet.verticalScrollBar().value() == scrolled, (chosen, scrolled)
