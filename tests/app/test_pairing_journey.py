"""Paragraphs paired by hand in the window: kept in the dossier, undone, obeyed by every view and by the redline."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.comparison.by_hand import SaidByHand
from models.comparison.change import Comparison
from models.word.read import read_word
from tests.app.at_the_keys import node
from tests.compared_at import at_label
from widgets.compare.pairing.rows import End

WAIT = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")

FIRST = """Draft resolution

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015 on the agenda for sustainable development,

1. Decides to convene a meeting on storms in 2026 in Geneva for all States that want to attend it;

2. Requests the Secretary-General to report on the costs of dust to the Assembly at its next session;

3. Invites Governments to share what they learned of early warning systems with each other;

4. Decides to remain seized of the matter.
"""
SECOND = FIRST.replace(
    "Decides to convene a meeting on storms in 2026 in Geneva for all States that want to attend it",
    "Thanks Switzerland warmly for having been host of the storms meeting",
).replace(
    "Invites Governments to share what they learned of early warning systems with each other",
    "Encourages banks, cooperatives and insurers, likewise foundations",
)
THIRD = SECOND.replace("Thanks Switzerland warmly", "Thanks Switzerland most warmly")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Three drafts of which the comparison misses that the first paragraphs are one."""
    paths = [tmp_path / name for name in ("first.txt", "second.txt", "third.txt")]
    for path, text in zip(paths, (FIRST, SECOND, THIRD), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def rest(qtbot: QtBot, window: Window) -> None:
    """Wait until nothing is under way."""
    for _ in range(3):
        qtbot.wait(20)
        qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)


def keep(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.filing.keep(files)
    qtbot.waitUntil(lambda: window.desk.listing is not None, timeout=WAIT)
    rest(qtbot, window)


def compare(qtbot: QtBot, window: Window, old: int, new: int) -> None:
    window.comparing.drafts(node(window, old), node(window, new))
    qtbot.waitUntil(lambda: window.going.place == "compare", timeout=WAIT)
    rest(qtbot, window)
    window.pages.compare.view.setFocus()


def comparison(window: Window) -> Comparison:
    assert window.going.compared is not None
    return window.going.compared.comparison


def pairs(window: Window) -> set[tuple[int, int]]:
    """What is paired, by the labels of operative paragraphs."""
    return {
        (int(old.removeprefix("OP")), int(new.removeprefix("OP")))
        for change in comparison(window).changes
        for old in change.old_labels
        for new in change.new_labels
        if old and new and old.startswith("OP") and new.startswith("OP")
    }


def said(window: Window) -> tuple[SaidByHand, ...]:
    assert window.going.compared is not None
    assert window.going.compared.arranged is not None
    return window.going.compared.arranged.said


def told(window: Window) -> str:
    return window.status_bar.said.text()


def key(
    qtbot: QtBot, window: Window, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key where the page works, and what follows from it."""
    qtbot.keyClick(window.pages.compare.reading, which, held)
    rest(qtbot, window)


def begin(qtbot: QtBot, window: Window, label: str) -> None:
    at_label(window.pages.compare, label)
    key(qtbot, window, Qt.Key.Key_U)
    assert window.pages.compare.pairs


def choose(qtbot: QtBot, window: Window, old: int) -> None:
    """Choose an operative paragraph of the old draft."""
    number = next(i for i, one in enumerate(comparison(window).old.paragraphs) if one.number == str(old))
    window.pages.compare.pairing.view.choose(End(True, number))
    rest(qtbot, window)


def test_a_pair_is_made_kept_obeyed_and_undone(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    keep(qtbot, window, files)
    window.choosing.change(who="A. Rapporteur")
    compare(qtbot, window, 0, 1)
    assert pairs(window) == {(2, 2), (4, 4)}
    begin(qtbot, window, "OP1")
    choose(qtbot, window, 1)
    key(qtbot, window, Qt.Key.Key_Return)
    assert told(window) == "OP1 paired with OP1."
    assert pairs(window) == {(1, 1), (2, 2), (4, 4)}
    assert [(one.paired, one.who) for one in said(window)] == [(True, "A. Rapporteur")]
    assert window.pages.compare.pairing.panel.count.text() == "5 pairs"
    # The same over a longer way, and what the dossier says of its drafts.
    assert window.desk.listing is not None
    dossier = window.desk.listing.dossier
    longer = dossier.compared(node(window, 0), node(window, 2))
    assert any(change.old_labels == ("OP1",) == change.new_labels for change in longer.changes)
    assert "1 reworded" in window.desk.stories[node(window, 1)].summary
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not window.pages.compare.pairs
    assert "link-simple" in signs(window)
    key(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert told(window) == "Undone: OP1 paired with OP1"
    assert pairs(window) == {(2, 2), (4, 4)}
    assert said(window) == ()
    assert "link-simple" not in signs(window)
    window.acts["redo"].trigger()
    rest(qtbot, window)
    assert pairs(window) == {(1, 1), (2, 2), (4, 4)}
    # Over the longer way nothing was said of the two themselves, and the sign says so.
    compare(qtbot, window, 0, 2)
    assert said(window) == ()
    assert "link-simple" in signs(window)
    assert window.going.compared is not None
    shown = window.going.compared.arranged
    assert shown is not None
    carried = [one for change in shown.comparison.changes if (one := shown.by_hand(change)) is not None]
    assert [(one.who, one.on_the_way) for one in carried] == [("A. Rapporteur", True)]


def signs(window: Window) -> set[str]:
    view = window.pages.compare.view
    pictures = [view.picture(row) for row in range(len(view.rows))]
    return {thing.icon for picture in pictures for thing in picture.things if hasattr(thing, "icon")}


def test_a_pair_is_parted_and_a_paragraph_said_to_be_new(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    keep(qtbot, window, files)
    compare(qtbot, window, 0, 1)
    window.pages.compare.view.toggle_fold(0)
    begin(qtbot, window, "OP2")
    key(qtbot, window, Qt.Key.Key_U)
    assert told(window) == "OP2 and OP2 kept apart."
    assert (2, 2) not in pairs(window)
    choose(qtbot, window, 3)
    key(qtbot, window, Qt.Key.Key_Delete)
    assert told(window) == "OP3 said to be deleted."
    assert [one.ends for one in said(window) if None in one.ends] == [(said_old(window, 3), None)]
    for _ in range(2):
        key(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert said(window) == ()
    assert pairs(window) == {(2, 2), (4, 4)}
    key(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert told(window) == "Nothing to undo."


def said_old(window: Window, number: int) -> int:
    return next(i for i, one in enumerate(comparison(window).old.paragraphs) if one.number == str(number))


def test_what_was_shown_before_follows_when_one_comes_back(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    keep(qtbot, window, files)
    compare(qtbot, window, 0, 2)
    assert (1, 1) not in pairs(window)
    window.pages.compare.forms.chosen.emit(2)
    rest(qtbot, window)
    assert window.going.columned is not None
    assert not paired_in_columns(window)
    compare(qtbot, window, 0, 1)
    begin(qtbot, window, "OP1")
    choose(qtbot, window, 1)
    key(qtbot, window, Qt.Key.Key_Return)
    window.going.go_back()
    rest(qtbot, window)
    assert window.going.columned is not None
    assert paired_in_columns(window)
    window.going.go_back()
    rest(qtbot, window)
    assert (1, 1) in pairs(window)


def paired_in_columns(window: Window) -> bool:
    """Whether the first paragraphs are one in the first step of the columns."""
    assert window.going.columned is not None
    first = window.going.columned.columns.comparisons[0]
    return any(change.old_labels == ("OP1",) == change.new_labels for change in first.changes)


def test_the_redline_obeys_and_is_exact(qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path) -> None:
    keep(qtbot, window, files)
    compare(qtbot, window, 0, 1)
    begin(qtbot, window, "OP1")
    choose(qtbot, window, 1)
    key(qtbot, window, Qt.Key.Key_Return)
    texts = comparison(window)
    window.acts["export"].trigger()
    qtbot.waitUntil(lambda: window.exporting.dialog is not None, timeout=WAIT)
    dialog, export = window.exporting.dialog, window.exporting.under_way
    assert dialog is not None
    assert export is not None
    rest(qtbot, window)
    assert export.compared is not None
    assert export.compared.comparison is texts
    window.exporting.write(export, dialog.form.choices(), tmp_path / "redline.docx")
    qtbot.waitUntil(lambda: dialog.certified is not None, timeout=WAIT)
    assert dialog.certified is not None
    read_back = [one.what for one in dialog.certified.certificate.read_back]
    assert read_back[0].startswith("All changes accepted")
    assert read_back[1].startswith("All changes rejected")
    package = (tmp_path / "redline.docx").read_bytes()
    accepted = read_word(package).draft
    assert [one.text for one in accepted.paragraphs] == [one.text for one in texts.new.paragraphs]
    dialog.reject()


def test_two_files_are_paired_for_their_comparison_alone(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    window.take_files(files[:2])
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    rest(qtbot, window)
    begin(qtbot, window, "OP1")
    assert "for this comparison alone" in window.pages.compare.status()[0][0].words
    choose(qtbot, window, 1)
    key(qtbot, window, Qt.Key.Key_Return)
    assert (1, 1) in pairs(window)
    assert [(one.paired, one.who, one.at) for one in said(window)] == [(True, "", "")]
    key(qtbot, window, Qt.Key.Key_Escape)
    window.pages.compare.swap.click()
    rest(qtbot, window)
    assert (1, 1) in pairs(window)
    window.pages.compare.forms.chosen.emit(2)
    rest(qtbot, window)
    assert paired_in_columns(window)
    window.pages.compare.pair_wanted.emit(-1)
    rest(qtbot, window)
    begin(qtbot, window, "OP1")
    key(qtbot, window, Qt.Key.Key_U)
    assert (1, 1) not in pairs(window)
    assert window.desk.listing is None


def test_a_dossier_for_reading_only_says_why_not(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    keep(qtbot, window, files)
    assert window.desk.path is not None
    path = window.desk.path
    window.acts["close_dossier"].trigger()
    rest(qtbot, window)
    # Root may write all, but not what somebody else put into the file.
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TRIGGER more AFTER INSERT ON facts BEGIN DELETE FROM working_texts; END")
    window.desk.open(path)
    rest(qtbot, window)
    assert "could change texts" in window.notices.shown[0].notice.words
    compare(qtbot, window, 0, 1)
    window.acts["pair_by_hand"].trigger()
    rest(qtbot, window)
    assert not window.pages.compare.pairs
    assert "open for reading only" in window.notices.shown[0].notice.words


def test_the_working_text_says_why_not(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    keep(qtbot, window, files)
    window.drafting.writing.begin(node(window, 0))
    qtbot.waitUntil(lambda: window.going.writes, timeout=WAIT)
    rest(qtbot, window)
    window.comparing.with_working(node(window, 1))
    rest(qtbot, window)
    window.acts["pair_by_hand"].trigger()
    assert not window.pages.compare.pairs
    assert "once it is kept" in window.notices.shown[0].notice.words
    window.pages.compare.columns_wanted.emit()
    qtbot.waitUntil(lambda: window.going.columned is not None and not window.background.tasks, timeout=WAIT)
    assert not window.notices.shown


def test_keys_of_the_comparison_do_nothing_while_pairing(qtbot: QtBot, window: Window, files: list[Path]) -> None:
    keep(qtbot, window, files)
    compare(qtbot, window, 0, 1)
    assert window.acts["take_change"].isEnabled()
    begin(qtbot, window, "OP1")
    assert not window.acts["take_change"].isEnabled()
    assert window.acts["pair_by_hand"].isEnabled()
    assert window.acts["undo"].isEnabled()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert window.acts["take_change"].isEnabled()
