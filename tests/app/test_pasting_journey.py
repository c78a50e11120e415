"""Plain text pasted into the real window, and its numbers counted again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.window import Window
from models.clipboard.mail_head import MAIL_HEADS, SEVERAL_MAILS
from models.draft import Run, labels
from tests.app.at_the_keys import CTRL, SHIFT, WAIT, Hands, Key
from tests.app.on_the_sheet import same_as_model
from tests.models.clipboard.test_suggested import packed, page_of, slice_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "does not support propagateSizeHints")


def test_pasted_plain_text_has_its_openings_and_renumbering_tells(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.pages.text.sheet
    QApplication.clipboard().setText("The General Assembly,\n\nRecalling its resolution 80/1,\n\n1. Decides to meet.")
    hands.press(Key.Key_V, CTRL)
    assert [entry.paragraph.runs[0] for entry in working.entries] == [
        Run("The General Assembly", italic=True), Run("Recalling", italic=True), Run("Decides", italic=True)
    ]  # fmt: skip
    same_as_model(sheet)
    said: list[str] = []
    sheet.refused.connect(said.append)
    sheet.undo_said.connect(said.append)
    hands.press(Key.Key_Return)
    hands.type("Urges all")
    hands.do("number bis")
    hands.do("renumber the text")
    hands.do("renumber, bis and ter as well")
    assert said[-2:] == [
        "All numbers follow already; OP1 bis was set by hand: “Computed number” takes that away.",
        "Renumber; 1 number counts again",
    ]
    assert labels(working.draft())[-1] == "OP2"
    same_as_model(sheet)


@pytest.mark.parametrize(
    ("typed", "key", "copied", "pasted"),
    [
        ("Notes x\nDecides y", Key.Key_Home, "Requests a report\n",
         ["Notes x;", "Requests a report;", "Decides y."]),
        ("Recalling the Charter", Key.Key_End, "Noting women\nDecides to meet\nUrges all",
         ["Recalling the Charter,", "Noting women,", "Decides to meet;", "Urges all."]),
        ("Recalling the Charter\n", Key.Key_End, "Noting the report\n\nRecognizing women\n\nDecides to meet\n",
         ["Recalling the Charter,", "Noting the report,", "Recognizing women,", "Decides to meet."]),
    ],
)  # fmt: skip
def test_lines_that_open_as_paragraphs_are_pasted_as_such(
    qtbot: QtBot, window: Window, tmp_path: Path, typed: str, key: Key, copied: str, pasted: list[str]
) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.pages.text.sheet
    hands.type(f"The General Assembly,\n{typed}")
    hands.press(key)
    before = working.draft()
    QApplication.clipboard().setText(copied)
    hands.press(Key.Key_V, CTRL)
    assert [entry.text for entry in working.entries][1:] == pasted
    same_as_model(sheet)
    hands.press(Key.Key_Z, CTRL)
    assert working.draft() == before
    same_as_model(sheet)


def test_a_clipboard_with_nothing_to_paste_is_told_of_once(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.pages.text.sheet
    said: list[str] = []
    sheet.refused.connect(said.append)
    picture, blank = QMimeData(), QMimeData()
    picture.setData("image/png", b"\x89PNG")
    blank.setText(" \n")
    for held in (None, picture, blank):
        QApplication.clipboard().clear()
        if held is not None:
            QApplication.clipboard().setMimeData(held)
        said.clear()
        hands.press(Key.Key_V, CTRL)
        assert said == ["There is no text on the clipboard; copy the words again and paste them here."]
        assert not working.changed


@pytest.mark.skipif(sys.platform == "win32", reason="it is a script of a shell")
def test_who_cancels_pasting_rich_text_ends_libreoffice(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.pages.text.sheet
    (tmp_path / "soffice").write_text(f'#!/bin/sh\necho $$ >"{tmp_path}/begun"\nexec sleep 60\n')
    (tmp_path / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    copied, begun = QMimeData(), tmp_path / "begun"
    copied.setData("text/rtf", rb"{\rtf1\ansi Decides to meet;\par}")
    QApplication.clipboard().setMimeData(copied)
    sheet.paste()
    qtbot.waitUntil(lambda: begun.exists() and bool(begun.read_text()), timeout=WAIT)
    qtbot.keyClick(sheet, Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert not sheet.under_way.active
    assert not working.changed
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text()), 0)


@pytest.mark.usefixtures("soffice")
def test_rich_text_alone_is_pasted_and_kept_where_libreoffice_reads_it(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.pages.text.sheet
    said: list[str] = []
    sheet.refused.connect(said.append)

    def copy() -> None:
        copied = QMimeData()
        copied.setData("text/rtf", rb"{\rtf1\ansi 1.\tab {\i Decides} to meet;\par 2.\tab Urges all.\par}")
        QApplication.clipboard().setMimeData(copied)

    copy()
    with monkeypatch.context() as without:
        without.setenv("PATH", str(tmp_path))
        hands.press(Key.Key_V, CTRL)
        qtbot.waitUntil(lambda: bool(said), timeout=WAIT)
    assert said[0].startswith("What was copied came as RTF alone, which LibreOffice reads")
    assert not working.changed
    hands.press(Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: working.changed, timeout=WAIT)
    hands.rest()
    assert [entry.text for entry in working.entries] == ["Decides to meet;", "Urges all."]
    same_as_model(sheet)
    window.acts["paste_text"].trigger()
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 1, timeout=WAIT)
    hands.rest()


@pytest.mark.parametrize("told", [True, False])
def test_a_file_that_was_copied_is_no_words_and_offered_for_the_dossier(
    qtbot: QtBot, window: Window, files: list[Path], tmp_path: Path, told: bool
) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working = hands.new_text().text
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(files[0]))])
    copied.setText(str(files[0]))  # as many programs do
    QApplication.clipboard().setMimeData(copied)
    if told:
        hands.press(Key.Key_V, CTRL)
        assert not working.changed
        qtbot.waitUntil(lambda: bool(window.notices.shown), timeout=WAIT)
        (notice,) = (line.notice for line in window.notices.shown)
        assert notice.words == "“first.txt” is a file, and no words that can be pasted here."
        (offered,) = notice.acts
        offered[1]()
    else:
        window.acts["paste_text"].trigger()
    qtbot.waitUntil(lambda: window.desk.listing is not None and len(window.desk.listing.nodes) == 1)
    assert not working.changed
    hands.rest()


def test_what_a_footnote_cannot_take_is_told_as_in_the_text(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working = hands.new_text().text
    hands.type("Recalling its resolution 80/1")
    hands.press(Key.Key_N, CTRL | SHIFT)
    held = QMimeData()
    held.setHtml(
        "<html xmlns:w='urn:schemas-microsoft-com:office:word'><body><p class=MsoNormal>See <i>Records</i>"
        "<del>of May</del><a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>[1]</a>, A/80/2.</p>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        "<a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> Deep.</p></div></div></body></html>"
    )
    QApplication.clipboard().setMimeData(held)
    hands.press(Key.Key_V, CTRL)
    assert [note.text for note in working.draft().footnotes] == ["See Records, A/80/2."]
    (notice,) = (line.notice for line in window.notices.shown)
    assert notice.words == "Words marked as deleted were left out."
    assert notice.more == "Footnotes were left out, since a footnote has none of its own."


def test_of_a_pasted_mail_the_letter_around_the_text_is_told_and_taken_out(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    hands.new_dossier(tmp_path / "desk.adref")
    working, sheet = hands.new_text().text, window.pages.text.sheet
    mail = "On 3/11/25, Jo wrote:\n> 2. Invites x.\n\nDear all,\n\n3. Requests y.\n\nBest,\nAnna\n"
    QApplication.clipboard().setText(mail)
    hands.press(Key.Key_V, CTRL)
    (line,) = window.notices.shown
    assert line.notice.words == "The letter around the text was pasted with it: “Dear all,”, “Best,”, “Anna”."
    assert line.notice.more == f"{MAIL_HEADS} {SEVERAL_MAILS}"
    pasted = [entry.text for entry in working.entries]
    line.notice.acts[0][1]()
    assert [entry.text for entry in working.entries] == ["Invites x;", "Requests y."]
    assert not window.notices.shown
    same_as_model(sheet)
    hands.press(Key.Key_Z, CTRL)
    assert [entry.text for entry in working.entries] == pasted
    same_as_model(sheet)


def test_plain_text_is_pasted_as_a_draft_whatever_the_system_calls_it(qtbot: QtBot, window: Window) -> None:
    copied = QMimeData()
    copied.setData("text/plain;charset=utf-8", "The General Assembly,\n\n1. Décide de se réunir.".encode())
    QApplication.clipboard().setMimeData(copied)
    window.acts["paste_text"].trigger()
    qtbot.waitUntil(lambda: window.going.shown is not None and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    (node,) = window.desk.listing.nodes
    assert window.desk.listing.dossier.draft(node.id).paragraphs[-1].text == "Décide de se réunir."


def test_a_page_pasted_as_a_draft_keeps_its_notes_and_tells_of_the_mail_around(qtbot: QtBot, window: Window) -> None:
    copied = QMimeData()
    copied.setHtml(
        "<p>Dear all,</p><p>3. <i>Requests</i> a report<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>"
        "[1]</a>.</p><p>Best,</p><p>Anna</p><div style='mso-element:footnote-list'><div style='mso-element:footnote' "
        "id=ftn1><p><a style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a> A/80/2.</p></div></div>"
    )
    copied.setText("Dear all,\n3. Requests a report.\nBest,\nAnna\n")
    QApplication.clipboard().setMimeData(copied)
    window.acts["paste_text"].trigger()
    qtbot.waitUntil(lambda: window.going.shown is not None and not window.background.tasks, timeout=WAIT)
    assert window.desk.listing is not None
    (node,) = window.desk.listing.nodes
    draft = window.desk.listing.dossier.draft(node.id)
    assert [note.text for note in draft.footnotes] == ["A/80/2."]
    assert [str(one.kind) for one in draft.paragraphs] == ["text", "operative", "text", "text"]
    assert [one.paragraph for one in window.going.doubts[node.id]] == [0, 2, 3]


def test_suggestions_of_google_docs_are_known_where_its_text_becomes_a_draft(qtbot: QtBot, window: Window) -> None:
    hands = Hands(qtbot, window)
    hands.rest()
    copied = QMimeData()
    copied.setHtml(page_of("Recalling A,", "1. Decides to meetconvene;").decode())
    copied.setText("Recalling A,\n1. Decides to meetconvene;\n")
    copied.setData("chromium/x-web-custom-data", packed(slice_of("Recalling A,\n1. Decides to [-meet-]{+convene+};\n")))
    QApplication.clipboard().setMimeData(copied)
    window.filing.paste()
    qtbot.waitUntil(lambda: window.pages.text.sheet.shown.count() == 2, timeout=WAIT)
    assert window.pages.text.sheet.shown.paragraph(1).text == "Decides to convene;"
