"""What a delegate does in the window, with real files and real work."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.shell.actions import BY_NAME
from app.starting import begin
from app.window.acts_of_window import acts_of
from app.window.window import Window
from widgets.theme.key_hints import key_words

WAIT = 20_000

# The platform without a screen says so of every window of a fixed size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def at_rest(qtbot: QtBot, window: Window) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)


def open_sample(qtbot: QtBot, window: Window) -> None:
    window.pages.start.sample.button.click()
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.stories) == 2, timeout=WAIT)
    at_rest(qtbot, window)


def drop(window: Window, files: list[Path]) -> None:
    """Drag files over the window and let them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    acts, button = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(300, 300), acts, data, button, Qt.KeyboardModifier.NoModifier)
    dropped = QDropEvent(QPoint(300, 300).toPointF(), acts, data, button, Qt.KeyboardModifier.NoModifier)
    for event in (enter, dropped):
        event.setDropAction(Qt.DropAction.MoveAction)  # as a folder asks that lies on the same disk
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.veil.isVisible()
    window.dropEvent(dropped)
    assert {event.dropAction() for event in (enter, dropped)} == {Qt.DropAction.CopyAction}
    assert not window.veil.isVisible()


def test_sample_dossier_compare_next_change(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    assert window.stack.currentWidget() is window.pages.dossier
    newest, oldest = window.pages.dossier.drafts.rows
    assert newest.summary
    assert oldest.summary == "Base of this dossier"
    assert oldest.brackets
    qtbot.keyClick(window.pages.dossier.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    assert window.stack.currentWidget() is window.pages.compare
    page = window.pages.compare
    page.view.setFocus()
    seen = page.view.current
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert page.view.current != seen
    assert "words in" in window.status_bar.facts


def test_back_and_forward_and_home(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    qtbot.keyClick(window.pages.dossier.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    assert window.stack.currentWidget() is window.pages.text
    window.acts["back"].trigger()
    assert window.stack.currentWidget() is window.pages.dossier
    window.acts["forward"].trigger()
    assert window.stack.currentWidget() is window.pages.text
    window.acts["home"].trigger()
    assert window.stack.currentWidget() is window.pages.start
    assert not window.top_bar.isVisible()


def test_one_file_starts_a_dossier_and_is_shown(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files[:1])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert window.stack.currentWidget() is window.pages.text
    assert (window.places.documents / "first.adref").exists()
    drop(window, files[1:2])
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 2, timeout=WAIT)
    at_rest(qtbot, window)
    assert [row.label for row in window.pages.dossier.drafts.rows] == ["second", "first"]
    assert window.pages.dossier.drafts.rows[0].parents == (window.pages.dossier.drafts.rows[1].id,)


def test_two_files_are_compared_and_can_be_kept(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files[:2])
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    assert window.stack.currentWidget() is window.pages.compare
    assert window.going.compared is not None
    assert (window.going.compared.old.title, window.going.compared.new.title) == ("first", "second")
    assert not list(window.places.documents.glob("*"))
    (notice,) = window.notices.shown
    notice.buttons[0].click()
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert len(window.pages.dossier.drafts.rows) == 2


def test_several_files_are_kept_in_order(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files)
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert [row.label for row in window.pages.dossier.drafts.rows] == ["third", "second", "first"]
    assert window.pages.dossier.drafts.rows[0].brackets == 0
    assert window.pages.dossier.drafts.rows[2].brackets == 2


def test_a_bad_file_gives_one_sentence_and_changes_nothing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 cut off")
    drop(window, [bad])
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (notice,) = window.notices.shown
    assert notice.notice.kind == "error"
    assert "bad.docx" in notice.notice.words
    assert "Traceback" not in notice.notice.words
    assert window.stack.currentWidget() is window.pages.start
    assert list(tmp_path.rglob("*.adref")) == []
    notice.close_button.click()
    assert not window.notices.isVisible()


def test_what_is_said_of_a_bad_file_goes_with_what_is_kept_later_and_not_before_it_is_read(
    qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path
) -> None:
    drop(window, files)
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    at_rest(qtbot, window)
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 cut off")
    drop(window, [bad])
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (notice,) = window.notices.shown
    window.go_home()
    window.going.go_back()
    assert window.notices.shown == (notice,)
    notice.since -= 10
    good = tmp_path / "fourth.txt"
    good.write_text(files[0].read_text(encoding="utf-8") + "\n3. Decides to go on.\n", encoding="utf-8")
    drop(window, [good])
    qtbot.waitUntil(lambda: len(window.pages.dossier.drafts.rows) == 4, timeout=WAIT)
    at_rest(qtbot, window)
    assert notice not in window.notices.shown


def test_a_dossier_that_is_none_is_said_to_be_none(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    other = tmp_path / "other.adref"
    other.write_text("not a dossier", encoding="utf-8")
    drop(window, [other])
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    assert "not a dossier" in window.notices.shown[0].notice.words
    assert other.read_text(encoding="utf-8") == "not a dossier"


def test_a_pasted_text_becomes_a_draft(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    QGuiApplication.clipboard().clear()  # which then has nothing at all, not even an empty text
    window.acts["paste_text"].trigger()
    assert window.notices.shown[0].notice.words.startswith("There is no text on the clipboard")
    QGuiApplication.clipboard().setText(files[0].read_text(encoding="utf-8"))
    window.acts["paste_text"].trigger()
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert len(window.pages.dossier.drafts.rows) == 1


def test_typing_op2_jumps_there(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files[:1])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    chosen: list[int] = []
    window.pages.text.paragraph_chosen.connect(chosen.append)
    window.acts["jump"].trigger()
    qtbot.keyClicks(window.jumping.palette.field, "op2")
    qtbot.keyClick(window.jumping.palette.field, Qt.Key.Key_Return)
    assert not window.jumping.palette.isVisible()
    assert window.going.lies_open is not None
    assert window.going.lies_open.paragraph(chosen[-1]).text.startswith("Decides")


def test_the_palette_does_actions(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    window.acts["jump"].trigger()
    qtbot.keyClicks(window.jumping.palette.field, "start page")
    qtbot.keyClick(window.jumping.palette.field, Qt.Key.Key_Return)
    assert window.stack.currentWidget() is window.pages.start


def test_the_dossier_is_on_the_list_next_time(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files)
    qtbot.waitUntil(lambda: len(window.desk.stories) == 3, timeout=WAIT)
    window.acts["close_dossier"].trigger()
    window.acts["home"].trigger()
    at_rest(qtbot, window)
    assert window.stack.currentWidget() is window.pages.start
    assert window.pages.start.rows.rowCount() == 1
    text = window.pages.start.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "third" in text
    assert "No brackets" in text


def test_every_action_of_the_table_does_something(window: Window) -> None:
    assert set(window.acts) == set(acts_of(window))


def test_work_over_half_a_second_is_shown_and_can_be_cancelled(qtbot: QtBot, window: Window) -> None:
    import time

    done: list[object] = []

    def slow(task: object) -> int:
        for step in range(200):
            time.sleep(0.02)
            task.progress(step / 200)  # type: ignore[attr-defined]
        return 1

    window.background.run(slow, done=done.append, failed=window.report.trouble, words="Reading a long file")
    qtbot.waitUntil(lambda: window.progress.isVisible(), timeout=WAIT)
    assert "Reading a long file" in window.status_bar.working_words.text()
    window.status_bar.cancel_button.click()
    at_rest(qtbot, window)
    assert not window.progress.isVisible()
    assert done == []
    assert "Cancelled" in window.status_bar.said.text()


def choose_in_dialog(qtbot: QtBot, window: Window, path: Path) -> None:
    """Choose a file in the file dialog that is open."""
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)), timeout=WAIT)
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.findChildren(QLineEdit)[0].setText(path.name)
    dialog.accept()


def test_opening_through_the_dialog(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.acts["open"].trigger()
    choose_in_dialog(qtbot, window, files[0])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    assert window.asking.folder == str(files[0].parent)


def test_a_redline_leaves_the_house(qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path) -> None:
    drop(window, files[:2])
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    window.acts["export"].trigger()
    qtbot.waitUntil(lambda: window.exporting.dialog is not None, timeout=WAIT)
    assert window.exporting.dialog is not None
    window.exporting.dialog.form.export.click()
    dialog = window.exporting.dialog
    choose_in_dialog(qtbot, window, tmp_path / "redline.docx")
    qtbot.waitUntil(lambda: dialog.certified is not None, timeout=WAIT)
    assert dialog.certified is not None
    assert dialog.certified.certificate.read_back[0].what.startswith("All changes accepted")
    dialog.certified.done.click()
    qtbot.waitUntil(lambda: window.exporting.dialog is None, timeout=WAIT)
    from zipfile import ZipFile

    with ZipFile(tmp_path / "redline.docx") as package:
        assert "<w:ins " in package.read("word/document.xml").decode()
    assert "redline.docx is written" in window.notices.shown[0].notice.words


def test_a_dossier_that_may_only_be_read_is_opened_so(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    import os

    drop(window, files)
    qtbot.waitUntil(lambda: len(window.desk.stories) == 3, timeout=WAIT)
    path = window.desk.path
    assert path is not None
    window.acts["close_dossier"].trigger()
    at_rest(qtbot, window)
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        path.chmod(0o644)
        pytest.skip("this user may write everything")
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    assert "read only" in window.status_bar.facts
    assert not window.acts["add_files"].isEnabled()
    path.chmod(0o644)


def test_swapping_and_choosing_another_text(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files)
    qtbot.waitUntil(lambda: len(window.desk.stories) == 3, timeout=WAIT)
    rows = window.pages.dossier.drafts.rows
    window.comparing.drafts(rows[2].id, rows[1].id)
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    first = window.going.compared
    window.pages.compare.swap.click()
    qtbot.waitUntil(lambda: window.going.compared is not first, timeout=WAIT)
    swapped = window.going.compared
    assert first is not None
    assert swapped is not None
    assert (swapped.old.title, swapped.new.title) == (first.new.title, first.old.title)
    menu = window.comparing.menu_of_others(window, swapped, "new", lambda: None)
    assert [action.text() for action in menu.actions() if action.text()] == ["third", "A file…"]
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.going.compared is not swapped, timeout=WAIT)
    assert window.going.compared is not None
    assert window.going.compared.new.title == "third"
    assert window.going.compared.old.title == swapped.old.title


def test_tab_reaches_every_part_of_every_page(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    newest, oldest = window.pages.dossier.drafts.rows
    with qtbot.waitActive(window):
        window.activateWindow()
    window.comparing.drafts(oldest.id, newest.id)
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    compare = window.pages.compare
    parts = (compare.list, compare.next, compare.take, compare.view, window.top_bar.jump_button)
    assert reached(qtbot, window) >= set(parts)
    window.showing.read_draft(newest.id)
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    text = window.pages.text
    assert reached(qtbot, window) >= {text.outline, text.export, text.sheet, window.top_bar.home_button}
    window.going.go_to("dossier")
    page = window.pages.dossier
    assert reached(qtbot, window) >= {page.list, page.add_button, page.inspector.compare_button}


def reached(qtbot: QtBot, window: Window) -> set[QWidget]:
    """All that gets the focus by going on with Tab; nothing keeps it."""
    found: set[QWidget] = set()
    for _ in range(60):
        here = QApplication.focusWidget()
        if here is None:
            break
        found.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    return found


def test_the_same_file_opens_the_same_dossier(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    for _ in range(2):
        drop(window, files[:1])
        qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
        at_rest(qtbot, window)
        assert len(window.pages.dossier.drafts.rows) == 1
        said = window.status_bar.said.text()
        window.acts["close_dossier"].trigger()
        at_rest(qtbot, window)
    assert "already" in said
    files[0].write_text("The General Assembly,\n\n1. Decides otherwise.\n", encoding="utf-8")
    drop(window, files[:1])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    names = sorted(path.name for path in window.places.documents.iterdir())
    assert names == ["first 2.adref", "first.adref"]


def test_a_cancelled_import_leaves_nothing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    paragraphs = "\n\n".join(f"{number}. Decides on matter {number} of the list;" for number in range(1, 400))
    many = []
    for number in range(12):
        path = tmp_path / f"draft {number}.txt"
        path.write_text(f"The General Assembly,\n\n{paragraphs}\n\n{number + 400}. Ends.\n", encoding="utf-8")
        many.append(path)
    drop(window, many)
    window.status_bar.cancel_button.click()
    at_rest(qtbot, window)
    assert window.desk.listing is None
    assert list(tmp_path.rglob("*.adref")) == []
    assert window.going.place == "start"


def test_a_dossier_that_is_cancelled_while_it_is_made_leaves_no_file(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.desk.new(tmp_path / "a.adref")
    end = time.monotonic() + WAIT / 1000
    while not (tmp_path / "a.adref").exists() and time.monotonic() < end:
        time.sleep(0.005)  # the window takes nothing meanwhile
    window.status_bar.cancelled.emit()
    at_rest(qtbot, window)
    assert window.desk.listing is None
    assert list(tmp_path.glob("a.adref*")) == []


def test_lists_speak_to_screen_readers(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    interface = QAccessible.queryAccessibleInterface(window.pages.dossier.list)
    names = [interface.child(at).text(QAccessible.Text.Name) for at in range(interface.childCount())]
    assert any("Vice-Chairman’s text" in name and "0 brackets" in name for name in names)
    assert interface.text(QAccessible.Text.Name) == "Drafts, newest first"
    for button in (window.top_bar.home_button, window.top_bar.jump_button, window.pages.dossier.add_button):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.role() == QAccessible.Role.Button
        assert interface.text(QAccessible.Text.Name)


def test_every_key_of_the_table_is_on_the_sheet(qtbot: QtBot, window: Window) -> None:
    window.acts["keys"].trigger()
    assert window.keys.isVisible()
    said = window.keys.accessibleDescription()
    for act in BY_NAME.values():
        assert not act.keys or key_words(act.keys) in said
    for width, height in ((1280, 800), (720, 480)):
        window.resize(width, height)
        window.ground.resize(width, height - window.menuBar().height())
        assert window.keys.rect().toRectF().contains(window.keys.card)
    qtbot.keyClick(window.keys, Qt.Key.Key_Escape)
    assert not window.keys.isVisible()


def test_the_sheet_of_keys_keeps_tab_and_goes_where_an_act_leads_away(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    window.activateWindow()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        window.acts["keys"].trigger()
        qtbot.keyClick(window.keys, key)
        assert window.focusWidget() is window.keys, "what has the focus lies under the sheet"
        qtbot.keyClick(window.keys, Qt.Key.Key_Escape)
        assert not window.keys.isVisible()
    window.acts["keys"].trigger()
    window.acts["jump"].trigger()
    assert not window.keys.isVisible()
    assert window.focusWidget() is window.jumping.palette.field


def test_the_sample_asked_for_on_the_command_line_is_compared_at_once(qtbot: QtBot, window: Window) -> None:
    begin(window, (), how="sample")
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    at_rest(qtbot, window)
    window.acts["back"].trigger()
    assert window.going.place == "dossier"
    window.go_home()
    open_sample(qtbot, window)
    assert window.going.place == "dossier", "and only then"


def test_who_kept_what_came_in_is_in_the_history(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.choosing.change(who="A. Rapporteur")
    drop(window, [files[0]])
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    at_rest(qtbot, window)
    window.desk.add(files[1:2])
    qtbot.waitUntil(lambda: len(window.pages.dossier.drafts.rows) == 2, timeout=WAIT)
    at_rest(qtbot, window)
    listing = window.desk.listing
    assert listing is not None
    assert [one.kept_by for one in listing.nodes] == ["A. Rapporteur"] * 2
    assert {one.who for one in listing.dossier.timeline()} == {"A. Rapporteur"}


def test_a_file_that_is_compared_with_itself_is_told(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.comparing.files(files[0], files[0])
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (line,) = window.notices.shown
    assert line.notice.words == (
        "“first.txt” is the older and the newer text at once; choose another file to compare it with."
    )
    assert window.going.place == "start"
    # What was written into it since it was compared is another text.
    window.comparing.files(files[0], files[1])
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    assert window.going.compared is not None
    files[0].write_text(files[2].read_text(encoding="utf-8"), encoding="utf-8")
    window.comparing.instead(window.going.compared, "new", files[0])
    qtbot.waitUntil(lambda: window.going.compared is not None and window.going.compared.new.path == files[0])


def test_two_files_of_one_symbol_are_called_by_their_files(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    paths = []
    for name, verb in (("as tabled", "Invites"), ("after the reading", "Urges")):
        path = tmp_path / f"{name}.txt"
        head = (
            "United Nations A/C.2/80/L.39\n\nGeneral Assembly Distr.: Limited\n\n17 November 2025\n\nEightieth session"
        )
        body = f"Combating sand and dust storms\n\nThe General Assembly,\n\n1. {verb} all States to act;"
        path.write_text(f"{head}\n\n{body}\n", encoding="utf-8")
        paths.append(path)
    window.take_files(paths)
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert window.going.compared is not None
    assert [side.title for side in (window.going.compared.old, window.going.compared.new)] == [
        "as tabled",
        "after the reading",
    ]
    assert window.going.compared.new.line == "A/C.2/80/L.39"


def test_a_file_dropped_twice_in_haste_is_kept_once_and_stays(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    for _ in range(3):
        window.take_files(files[:1])
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert window.desk.listing is not None
    assert window.desk.listing.dossier.path.exists()
    assert len(list(window.places.documents.glob("*.adref"))) == 1
    window.amending.rename("Still written")
    at_rest(qtbot, window)
    assert window.desk.listing.title == "Still written"


def test_the_sample_asked_for_twice_is_built_once(qtbot: QtBot, window: Window) -> None:
    told: list[str] = []
    window.report.told.connect(told.append)
    window.filing.build_sample()
    window.filing.open_sample()
    window.compare_sample()
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    at_rest(qtbot, window)
    assert told == []


def test_what_was_refused_goes_once_read_as_something_is_done(window: Window) -> None:
    for done, left in ((False, 2), (True, 1)):
        window.notices.clear()
        window.tell("This file is refused.", kind="error", topic="error")
        window.notices.shown[0].since -= 10
        window.tell("The compilation is written.", topic="written", done=done)
        assert len(window.notices.shown) == left


def test_from_home_enter_leads_back_to_the_dossier_that_is_open(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    listed, paths = window.pages.start.list, [tmp_path / f"{name}.adref" for name in ("Water", "Food")]
    for path in paths:
        window.desk.new(path)
        qtbot.waitUntil(lambda path=path: window.desk.path == path and not window.background.tasks)  # type: ignore[misc]
        window.go_home()
        qtbot.waitUntil(lambda: not window.background.tasks)
        assert listed.currentIndex().data().startswith(path.stem)
        qtbot.keyClick(listed, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.going.place == "dossier")
        assert window.desk.path == path
