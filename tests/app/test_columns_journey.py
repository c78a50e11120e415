"""Drafts in columns in the window: from a comparison, through the drafts between, and back to two."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.window.window import Window
from models.word.read import read_word
from tests.app.test_export_journey import dialog_of, write
from tests.app.the_command import adref

WAIT = 20_000
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")


def in_columns(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.take_files(files)
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    newest, *_, oldest = window.desk.listing.nodes
    window.comparing.drafts(oldest.id, newest.id)
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    window.pages.compare.forms.part(2).click()
    qtbot.waitUntil(lambda: window.going.columned is not None, timeout=WAIT)


def choose(qtbot: QtBot, window: Window, words: str) -> None:
    menu = next(menu for menu in window.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)


def titles(window: Window) -> list[str]:
    assert window.going.columned is not None
    return [side.title for side in window.going.columned.sides]


def test_all_drafts_between_two_stand_in_columns(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    in_columns(qtbot, window, files)
    assert window.desk.listing is not None
    count = len(window.desk.listing.nodes)
    assert len(titles(window)) == count >= 3
    page = window.pages.compare
    assert page.reading.isVisible()
    assert not page.view.isVisible()
    assert f"{count} drafts in columns" in window.top_bar.title.accessibleName()
    qtbot.keyClick(page.reading, Qt.Key.Key_N)
    assert page.pane.view.current is not None
    stands = page.stands_at()
    qtbot.keyClick(page.reading, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.going.columned is None, timeout=WAIT)
    assert page.view.isVisible()
    assert page.stands_at()[0][1] == stands[0][1], "at the paragraph one was at"
    window.acts["back"].trigger()
    assert window.going.columned is not None
    assert page.reading is page.pane.view
    page.forms.part(1).click()
    qtbot.waitUntil(lambda: window.going.columned is None, timeout=WAIT)
    assert page.view.inline


def test_of_the_first_draft_what_became_of_it_is_compared(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.take_files(files)
    qtbot.waitUntil(lambda: window.going.place == "dossier", timeout=WAIT)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    page = window.pages.dossier
    first, second = page.drafts.rows[-1], page.drafts.rows[-2]
    page.choose(first.id)
    window.acts["go_compare"].trigger()
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    compared = window.going.compared
    assert compared is not None
    assert (compared.old.node, compared.new.node) == (first.id, second.id)


@pytest.mark.parametrize("by", ["key", "button", "place"])
def test_several_chosen_drafts_stand_in_columns(qtbot: QtBot, window: Window, files: list[Path], by: str) -> None:
    window.take_files(files)
    qtbot.waitUntil(lambda: window.going.place == "dossier", timeout=WAIT)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    page = window.pages.dossier
    assert page.inspector.export_button.isVisible()
    page.list.selectAll()
    button = page.inspector.compare_button
    assert button.text() == "Compare the 3 in columns"
    assert not page.inspector.merge_button.isVisible()
    if by == "key":
        qtbot.keyClick(page.list, Qt.Key.Key_C)
    elif by == "button":
        button.click()
    else:
        window.going.go_to("compare")
    qtbot.waitUntil(lambda: window.going.columned is not None, timeout=WAIT)
    assert titles(window) == [row.label for row in reversed(page.drafts.rows)]
    assert "3 drafts in columns" in window.top_bar.title.accessibleName()
    assert all(window.acts[name].isEnabled() for name in ("in_words", "copy_changes", "lineage", "take_change"))
    window.acts["back"].trigger()
    assert window.going.place == "dossier"
    window.acts["forward"].trigger()
    window.pages.compare.forms.part(0).click()
    qtbot.waitUntil(lambda: window.going.columned is None, timeout=WAIT)
    window.going.go_to("dossier")
    page.choose(page.drafts.rows[0].id)
    assert button.text().startswith("Compare with")
    assert page.inspector.export_button.isVisible()


def test_f6_on_the_columns_leaves_the_menus_whole_when_they_are_left(
    qtbot: QtBot, window: Window, files: list[Path]
) -> None:
    # Walking `nextInFocusChain` hung them behind widgets of the page that is gone then.
    in_columns(qtbot, window, files)
    window.activateWindow()
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
    window.acts["go_dossier"].trigger()
    qtbot.waitUntil(lambda: window.going.place == "dossier", timeout=WAIT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [isValid(menu) for menu in window.menus] == [True] * len(window.menus)
    assert all(isValid(action) for menu in window.menus for action in menu.actions())
    window.acts["go_compare"].trigger()
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)


def test_a_column_is_taken_out_and_put_back(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    in_columns(qtbot, window, files)
    before = titles(window)
    page = window.pages.compare
    page.pane.heads.names[1].click()
    choose(qtbot, window, "Take this column out")
    assert titles(window) == [title for number, title in enumerate(before) if number != 1]
    page.add.click()
    choose(qtbot, window, before[1])
    assert titles(window) == before


def test_columns_are_printed_as_a_table(qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path) -> None:
    in_columns(qtbot, window, files)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    file = tmp_path / "columns.pdf"
    printer.setOutputFileName(str(file))
    window.of_comparisons.handing_on.print_on(printer)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert file.read_bytes().startswith(b"%PDF")
    assert "Printed into" in window.status_bar.said.text()


def test_drafts_in_columns_leave_as_a_word_file(
    qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path
) -> None:
    in_columns(qtbot, window, files)
    called = titles(window)
    dialog = dialog_of(qtbot, window)
    assert dialog.form.chosen().key == "drafts"
    assert not dialog.form.against.isVisible()
    assert f"{len(called)} drafts, with all that each has of its own" in dialog.form.out.shown
    assert not any("other draft" in line for line in dialog.form.stay.shown)
    for profile, told in (("submission", True), ("circulation", False)):
        dialog = dialog if profile == "submission" else dialog_of(qtbot, window)
        dialog.form.profiles.choose(profile)
        dialog.form.certificate.setChecked(True)
        path = tmp_path / f"{profile}.docx"
        write(qtbot, window, dialog, path)
        cells = [one for one in read_word(path.read_bytes()).draft.paragraphs if one.cell is not None]
        heads = [one.text for one in cells if one.cell is not None and one.cell[1] == 0]
        assert (heads == called) is told
        assert "Column 3: " in path.with_name(f"{profile}.certificate.txt").read_text("utf-8")
    out = tmp_path / "command.docx"
    assert window.desk.path is not None
    assert adref("columns", *called, "--dossier", window.desk.path, "-o", out) == 0
    assert out.read_bytes() == (tmp_path / "submission.docx").read_bytes()


def test_more_drafts_than_a_page_has_room_for_are_told(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.txt" for number in range(5)]
    for number, path in enumerate(files):
        path.write_text(f"The General Assembly,\n\n1. Decides to meet {number} times.\n", encoding="utf-8")
    in_columns(qtbot, window, files)
    assert len(titles(window)) == 5
    window.acts["export"].trigger()
    qtbot.waitUntil(lambda: any("room for 4 drafts" in line.head.text() for line in window.notices.shown), timeout=WAIT)
    assert window.exporting.dialog is None


def test_headings_of_every_column_are_gone_to(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    files = []
    for number, heads in enumerate((("Means", "Old matters"), ("Means", "Finance"), ("Means of action", "Finance"))):
        text = "The General Assembly,\n\n" + "".join(
            f"{head}\n\n{2 * at + 1}. *Decides* to act on it;\n\n{2 * at + 2}. *Requests* that all do so;\n\n"
            for at, head in enumerate(heads)
        )
        files.append(tmp_path / f"draft {number}.md")
        files[-1].write_text(text, "utf-8")
    in_columns(qtbot, window, files)
    view, order = window.pages.compare.pane.view, window.pages.compare.pane.view.order
    assert order is not None
    for words, column, heading in (("mean", 2, "Means of action"), ("fin", 2, "Finance"), ("old", 0, "Old matters")):
        window.acts["jump"].trigger()
        qtbot.keyClicks(window.jumping.palette.field, words)
        qtbot.keyClick(window.jumping.palette.field, Qt.Key.Key_Return)
        assert not window.jumping.palette.isVisible()
        assert view.current is not None
        place = order.columns.rows[view.current].cells[column].positions[0]
        assert order.columns.drafts[column].paragraphs[place].text == heading
        assert view.stands_at()[0][0] == column
