"""What a delegate does in the window, with real files and real work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from app.window import Window

WAIT = 20_000


def at_rest(qtbot: QtBot, window: Window) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)


def open_sample(qtbot: QtBot, window: Window) -> None:
    window.page.start.sample.button.click()
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.stories) == 2, timeout=WAIT)
    at_rest(qtbot, window)


def drop(window: Window, files: list[Path]) -> None:
    """Drag files over the window and let them go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    act, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), act, data, button, none)
    window.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert window.veil.isVisible()
    window.dropEvent(QDropEvent(QPoint(300, 300).toPointF(), act, data, button, none))
    assert not window.veil.isVisible()


def test_sample_dossier_compare_next_change(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    assert window.pages.currentWidget() is window.page.dossier
    newest, oldest = window.page.dossier.drafts.rows
    assert newest.summary
    assert oldest.summary == "Base of this dossier"
    assert oldest.brackets
    qtbot.keyClick(window.page.dossier.list, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    assert window.pages.currentWidget() is window.page.compare
    page = window.page.compare
    page.view.setFocus()
    seen = page.view.current
    qtbot.keyClick(page.view, Qt.Key.Key_N)
    assert page.view.current != seen
    assert "words in" in window.status_bar.facts


def test_back_and_forward_and_home(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    qtbot.keyClick(window.page.dossier.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.going.text is not None, timeout=WAIT)
    assert window.pages.currentWidget() is window.page.text
    window.acts["back"].trigger()
    assert window.pages.currentWidget() is window.page.dossier
    window.acts["forward"].trigger()
    assert window.pages.currentWidget() is window.page.text
    window.acts["home"].trigger()
    assert window.pages.currentWidget() is window.page.start
    assert not window.top_bar.isVisible()


def test_one_file_starts_a_dossier_and_is_shown(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files[:1])
    qtbot.waitUntil(lambda: window.going.text is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert window.pages.currentWidget() is window.page.text
    assert (window.places.documents / "first.adref").exists()
    drop(window, files[1:2])
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 2, timeout=WAIT)
    at_rest(qtbot, window)
    assert [row.label for row in window.page.dossier.drafts.rows] == ["second", "first"]
    assert window.page.dossier.drafts.rows[0].parents == (window.page.dossier.drafts.rows[1].id,)


def test_two_files_are_compared_and_can_be_kept(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files[:2])
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    assert window.pages.currentWidget() is window.page.compare
    assert window.going.compared is not None
    assert (window.going.compared.old.title, window.going.compared.new.title) == ("first", "second")
    assert not list(window.places.documents.glob("*")) if window.places.documents.exists() else True
    (notice,) = window.notices.shown
    notice.buttons[0].click()
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert len(window.page.dossier.drafts.rows) == 2


def test_several_files_are_kept_in_order(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files)
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert [row.label for row in window.page.dossier.drafts.rows] == ["third", "second", "first"]
    assert window.page.dossier.drafts.rows[0].brackets == 0
    assert window.page.dossier.drafts.rows[2].brackets == 2


def test_a_bad_file_gives_one_sentence_and_changes_nothing(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 cut off")
    drop(window, [bad])
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (notice,) = window.notices.shown
    assert notice.notice.kind == "error"
    assert "bad.docx" in notice.notice.words
    assert "Traceback" not in notice.notice.words
    assert window.pages.currentWidget() is window.page.start
    assert list(tmp_path.rglob("*.adref")) == []
    notice.close_button.click()
    assert not window.notices.isVisible()


def test_a_dossier_that_is_none_is_said_to_be_none(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    other = tmp_path / "other.adref"
    other.write_text("not a dossier", encoding="utf-8")
    drop(window, [other])
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    assert "not a dossier" in window.notices.shown[0].notice.words
    assert other.read_text(encoding="utf-8") == "not a dossier"


def test_a_pasted_text_becomes_a_draft(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    QGuiApplication.clipboard().setText(files[0].read_text(encoding="utf-8"))
    window.acts["paste_text"].trigger()
    qtbot.waitUntil(lambda: window.going.text is not None, timeout=WAIT)
    at_rest(qtbot, window)
    assert len(window.page.dossier.drafts.rows) == 1


def test_typing_op2_jumps_there(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files[:1])
    qtbot.waitUntil(lambda: window.going.text is not None, timeout=WAIT)
    chosen: list[int] = []
    window.page.text.paragraph_chosen.connect(chosen.append)
    window.acts["jump"].trigger()
    qtbot.keyClicks(window.palette_.field, "op2")
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)
    assert not window.palette_.isVisible()
    assert window.going.text is not None
    assert window.going.text.draft.paragraphs[chosen[-1]].text.startswith("Decides")


def test_the_palette_does_actions(qtbot: QtBot, window: Window) -> None:
    open_sample(qtbot, window)
    window.acts["jump"].trigger()
    qtbot.keyClicks(window.palette_.field, "start page")
    qtbot.keyClick(window.palette_.field, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.page.start


def test_the_dossier_is_on_the_list_next_time(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    drop(window, files)
    qtbot.waitUntil(lambda: len(window.desk.stories) == 3, timeout=WAIT)
    window.acts["close_dossier"].trigger()
    window.acts["home"].trigger()
    at_rest(qtbot, window)
    assert window.pages.currentWidget() is window.page.start
    assert window.page.start.rows.rowCount() == 1
    text = window.page.start.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "third" in text
    assert "No brackets" in text


def test_every_action_of_the_table_does_something(window: Window) -> None:
    assert set(window.acts) == set(window._does())


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
