"""The text is left while its dossier cannot be written: nothing goes without a question, and no word at all."""

from __future__ import annotations

import errno
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.settings.settings import Places
from app.window.window import Window
from models.dossier import Dossier
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key, again
from widgets.writing.under_way import Nothing

pytestmark = pytest.mark.qt_log_ignore("does not support")
WORDS = " Words that may not go"


@pytest.fixture
def hands(qtbot: QtBot, window: Window, files: list[Path]) -> Hands:
    """The text on the last of three drafts is written; what was written is in the file."""
    found = Hands(qtbot, window)
    found.take(files)
    found.write_on()
    found.press(Key.Key_End, CTRL)
    found.type(" First words")
    found.journaled()
    return found


def path_of(window: Window) -> Path:
    assert window.desk.path is not None
    return window.desk.path


def last_words(path: Path) -> str:
    """The end of the text that is written in a dossier, without its last mark."""
    with Dossier.open(path) as dossier:
        row, *_ = dossier.working_texts()
        return dossier.recover(row.id).entries[-1].text.rstrip(".")


def offered(window: Window) -> list[str]:
    return [line.head.text() for line in window.notices.shown if line.notice.kind == "recovered"]


def go_on(qtbot: QtBot, window: Window) -> None:
    """The offer is taken, and all of it is in the file; that of a text which was not closed may come before it."""

    def has_come() -> bool:
        for line in window.notices.shown:
            if line.notice.kind == "recovered":
                line.buttons[0].click()
        return text_of(window).endswith(WORDS)

    qtbot.waitUntil(has_come, timeout=WAIT)
    Hands(qtbot, window).written()


def text_of(window: Window) -> str:
    text = window.drafting.writing.open
    return text.text.entries[-1].text.rstrip(".") if text is not None else ""


def moved(path: Path) -> None:
    path.rename(path.with_name("elsewhere.adref"))


def replaced(path: Path) -> None:
    """As by what keeps a folder alike on two machines: by a copy, of a moment ago."""
    copy = path.with_name("copy.part")
    shutil.copy(path, copy)
    copy.replace(path)


def test_a_file_that_another_writes_is_waited_for_and_then_left(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    path = path_of(window)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    hands.type(WORDS)
    journaling = window.drafting.writing.journaling
    qtbot.waitUntil(lambda: "Journal behind by" in window.status_bar.facts)
    assert not window.close()
    panel = window.leaving.panel
    assert panel.isVisible()
    assert "is being written by another program" in panel.words.text()
    # Who writes on does not leave.
    window.pages.text.sheet.setFocus()
    hands.type("!")
    qtbot.waitUntil(lambda: not panel.isVisible(), timeout=WAIT)
    qtbot.waitUntil(lambda: journaling.whole_aside, timeout=WAIT)
    assert not window.close()
    assert "it is kept aside, and offered" in panel.words.text()
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT)
    assert last_words(path).endswith(f"{WORDS}!")
    assert list(window.places.aside.glob("*")) == []


def test_whoever_waits_stays_and_all_is_written_when_it_can_be(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    path = path_of(window)
    moved(path)
    hands.type(WORDS)
    for leave in (window.close, window.acts["close_dossier"].trigger):
        leave()
        assert window.isVisible()
        assert window.leaving.panel.isVisible()
        hands.press(Key.Key_Escape)
        assert not window.leaving.panel.isVisible()
        assert window.desk.path == path
    # Keeping fails too, and what is said of that goes with the trouble.
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: [one.notice.topic for one in window.notices.shown] == ["error"], timeout=WAIT)
    for page in ("go_text", "go_dossier"):
        window.acts[page].trigger()
        assert "The journal cannot be written" in window.status_bar.facts
        assert "saved" not in window.status_bar.facts
    path.with_name("elsewhere.adref").rename(path)
    hands.journaled()
    qtbot.waitUntil(lambda: window.notices.shown == (), timeout=WAIT)
    assert window.isVisible()
    assert window.close()
    assert last_words(path).endswith(WORDS)


@pytest.mark.parametrize("ended", ["by the user", "by the system"])
@pytest.mark.parametrize("lose", [moved, replaced])
def test_what_is_left_all_the_same_is_offered_when_the_program_begins(
    qtbot: QtBot, hands: Hands, places: Places, lose: Callable[[Path], None], ended: str
) -> None:
    window = hands.window
    path = path_of(window)
    lose(path)
    hands.type(WORDS)
    if ended == "by the user":
        assert not window.close()
        window.leaving.panel.other_button.click()
    else:
        window.leaving.asks = False
        window.close()
    assert not window.isVisible()
    if lose is moved:
        path.with_name("elsewhere.adref").rename(path)
    assert not last_words(path).endswith(WORDS)
    other = again(qtbot, places)
    qtbot.waitUntil(lambda: bool(offered(other)), timeout=WAIT)
    assert offered(other)[0].startswith("The working text of")
    go_on(qtbot, other)
    assert other.desk.path == path
    # It is one step, which can be undone.
    Hands(qtbot, other).press(Key.Key_Z, CTRL)
    assert text_of(other).endswith(" First words")
    Hands(qtbot, other).press(Key.Key_Z, CTRL | SHIFT)
    other.close()
    assert last_words(path).endswith(WORDS)
    assert list(places.aside.glob("*")) == []
    last = again(qtbot, places)
    assert offered(last) == []
    last.close()


def test_what_the_dossier_took_before_it_could_be_kept_aside_is_kept_nowhere_else(
    qtbot: QtBot, hands: Hands, places: Places
) -> None:
    window = hands.window
    path, journaling = path_of(window), window.drafting.writing.journaling
    with journaling._making:
        moved(path)
        hands.type(WORDS)
        qtbot.waitUntil(lambda: bool(journaling.trouble), timeout=WAIT)
        path.with_name("elsewhere.adref").rename(path)
        qtbot.waitUntil(lambda: not journaling.trouble, timeout=WAIT)
    hands.rest()
    assert list(places.aside.glob("*")) == []
    window.close()
    assert last_words(path).endswith(WORDS)


def test_what_the_dossier_still_does_not_take_is_offered_again(qtbot: QtBot, hands: Hands, places: Places) -> None:
    window = hands.window
    path = path_of(window)
    moved(path)
    hands.type(WORDS)
    window.leaving.asks = False
    window.close()
    path.with_name("elsewhere.adref").rename(path)
    other = again(qtbot, places)
    qtbot.waitUntil(lambda: bool(offered(other)), timeout=WAIT)
    other.drafting.writing.close()  # as after a kill, which leaves no text open
    Hands(qtbot, other).rest()
    blocked = sqlite3.connect(path, isolation_level=None)
    blocked.execute("BEGIN IMMEDIATE")  # it can be read, as on a full disk, and not written
    other.notices.shown[0].buttons[0].click()
    qtbot.waitUntil(lambda: "error" in [line.notice.topic for line in other.notices.shown], timeout=WAIT)
    qtbot.waitUntil(lambda: bool(offered(other)), timeout=WAIT)
    blocked.execute("ROLLBACK")
    blocked.close()
    go_on(qtbot, other)
    assert list(places.aside.glob("*")) == []
    other.close()
    assert last_words(path).endswith(WORDS)


def test_a_dossier_that_was_replaced_is_opened_again_and_what_it_lacks_offered(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    path = path_of(window)
    hands.type(" more")
    replaced(path)
    hands.type(WORDS)
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    (line,) = window.notices.shown
    assert [button.text() for button in line.buttons] == ["Open it again"]
    line.buttons[0].click()
    qtbot.waitUntil(lambda: bool(offered(window)), timeout=WAIT)
    go_on(qtbot, window)
    assert text_of(window).endswith(f" more{WORDS}")
    window.close()
    assert last_words(path).endswith(f" more{WORDS}")


def test_a_dossier_that_was_away_and_is_put_back_as_a_copy_is_opened_again_too(
    qtbot: QtBot, hands: Hands, tmp_path: Path
) -> None:
    window = hands.window
    path = path_of(window)
    hands.type(" more")
    hands.journaled()
    copy = Path(shutil.copy(path, tmp_path / "a copy"))
    path.unlink()
    hands.type(WORDS)
    qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
    assert [line.buttons for line in window.notices.shown] == [[]]
    shutil.copy(copy, path)
    qtbot.waitUntil(lambda: bool(window.notices.shown[0].buttons), timeout=WAIT)
    (line,) = window.notices.shown
    assert "put it back" not in line.notice.words
    line.buttons[0].click()
    qtbot.waitUntil(lambda: bool(offered(window)), timeout=WAIT)
    go_on(qtbot, window)
    assert text_of(window).endswith(f" more{WORDS}")
    window.close()
    assert last_words(path).endswith(f" more{WORDS}")


def test_what_has_no_dossier_any_more_goes_on_in_one_of_its_own(
    qtbot: QtBot, hands: Hands, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = hands.window
    path_of(window).unlink()
    hands.type(WORDS)
    assert not window.close()
    window.leaving.panel.other_button.click()
    other = again(qtbot, places)
    qtbot.waitUntil(lambda: bool(offered(other)), timeout=WAIT)

    def no_space(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as full:
        full.setattr("shutil.move", no_space)
        # That the dossier is gone is told beside it, before or behind.
        next(line for line in other.notices.shown if line.notice.kind == "recovered").buttons[0].click()
        qtbot.waitUntil(lambda: "error" in [line.notice.topic for line in other.notices.shown], timeout=WAIT)
    qtbot.waitUntil(lambda: bool(offered(other)), timeout=WAIT)
    assert list(places.documents.glob("*.adref")) == []
    go_on(qtbot, other)
    own = path_of(other)
    assert own.parent == places.documents
    assert own.exists()
    listing = other.desk.listing
    assert listing is not None
    assert [node.label for node in listing.nodes] == ["third"]
    other.close()
    assert last_words(own).endswith(WORDS)
    last = again(qtbot, places)
    assert offered(last) == []
    last.close()


def test_another_dossier_is_opened_when_the_text_may_be_left(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    window = hands.window
    path, place = path_of(window), tmp_path / "other.adref"
    Dossier.create(place).close()
    moved(path)
    hands.type(WORDS)
    window.desk.open(place)
    hands.rest()
    assert window.desk.path == path
    window.leaving.panel.other_button.click()
    qtbot.waitUntil(lambda: window.desk.path == place, timeout=WAIT)
    path.with_name("elsewhere.adref").rename(path)
    qtbot.waitUntil(lambda: bool(offered(window)), timeout=WAIT)
    go_on(qtbot, window)
    assert window.desk.path == path
    window.close()
    assert last_words(path).endswith(WORDS)


def test_the_text_is_saved_elsewhere(qtbot: QtBot, hands: Hands, tmp_path: Path) -> None:
    window = hands.window
    moved(path_of(window))
    hands.type(WORDS)
    assert not window.close()
    place = tmp_path / "stick" / "saved.adref"
    # What the dialog asks for is the name of the file.
    window.leaving.save_at(place)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT)
    assert last_words(place).endswith(WORDS)
    assert [one.name for one in place.parent.iterdir()] == ["saved.adref"]


def test_whoever_chooses_no_file_writes_on(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    moved(path_of(window))
    hands.type(WORDS)
    assert not window.close()
    assert "try again" not in window.leaving.panel.words.text()
    hands.press(Key.Key_Return)

    def dialog() -> list[QFileDialog]:
        return [one for one in window.findChildren(QFileDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(dialog()), timeout=WAIT)
    dialog()[0].reject()
    hands.rest()
    assert window.pages.text.sheet.hasFocus()
    assert not window.leaving.panel.isVisible()
    hands.type(" more")
    assert text_of(window).endswith(f"{WORDS} more")
    path_of(window).with_name("elsewhere.adref").rename(path_of(window))


def test_what_is_under_way_is_done_before_the_window_goes(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    path, sheet = path_of(window), window.pages.text.sheet
    lines = "\n".join(f"{number}. Decides to meet {number} times;" for number in range(1, 200))
    assert sheet.working is not None
    sheet.do(_lines, lines)
    hands.press(Key.Key_A, CTRL)
    carry, may_go_on = sheet.under_way.carrier, threading.Event()

    def carry_later(work: Nothing, done: Nothing, cancelled: Nothing) -> Nothing:
        """However fast the machine, it is under way until the window is being closed."""

        def later() -> None:
            may_go_on.wait(WAIT / 1000)
            work()

        return carry(later, done, cancelled)

    sheet.under_way.carrier = carry_later
    hands.press(Key.Key_Delete)
    assert sheet.under_way.active
    hands.type(WORDS)
    assert sheet.under_way.active
    QTimer.singleShot(100, may_go_on.set)
    assert window.close()
    assert may_go_on.is_set()
    assert last_words(path) == WORDS


def _lines(working: object, selection: object, text: str) -> None:
    from models.editing import structure

    structure.insert_text(working, selection, text)  # type: ignore[arg-type]


def test_keys_pressed_while_a_draft_is_kept_are_not_lost_where_the_window_is_closed(qtbot: QtBot, hands: Hands) -> None:
    window = hands.window
    path = path_of(window)
    hands.press(Key.Key_S, CTRL)
    hands.press(Key.Key_Return)
    hands.type(WORDS)
    assert window.close()
    assert last_words(path).endswith(WORDS)
