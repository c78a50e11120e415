"""Exporting in the window: how a text is set on paper reaches the file, and is remembered for the next one."""

from __future__ import annotations

import threading
from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from app.export.as_chosen import write_export
from app.export.subject import subject_of
from app.export.to_its_end import write_to_its_end
from app.files.writing import Put
from app.running.background import Background, Task
from app.running.report import Report
from app.settings.settings import read_settings
from app.subjects.compared import compare_sides
from app.subjects.listing import listing_of
from app.subjects.sides import Side, draft_side
from app.window.window import Window
from models.dossier import Dossier
from models.dossier.incoming.importing import Progress
from models.draft import Draft, DraftError, Kind, Paragraph, Run
from models.telling.figures import counted
from tests.app.test_journeys import WAIT, drop
from widgets.export.choices import FORMS, Choices
from widgets.export.dialog import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
TEXT = "The General Assembly,\n\n1. Decides to meet;\n\n2. Requests a report.\n"


def dialog_of(qtbot: QtBot, window: Window) -> ExportDialog:
    window.acts["export"].trigger()
    qtbot.waitUntil(lambda: window.exporting.dialog is not None, timeout=WAIT)
    dialog = window.exporting.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible, timeout=WAIT)
    return dialog


def write(qtbot: QtBot, window: Window, dialog: ExportDialog, path: Path) -> None:
    assert window.exporting.under_way is not None
    window.exporting.write(window.exporting.under_way, dialog.form.choices(), path)
    qtbot.waitUntil(lambda: dialog.certified is not None, timeout=WAIT)
    assert dialog.certified is not None
    dialog.certified.done.click()
    qtbot.waitUntil(lambda: window.exporting.dialog is None, timeout=WAIT)


def test_paper_and_lines_reach_the_file_and_are_remembered(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    dialog = dialog_of(qtbot, window)
    dialog.form.choose("clean")
    dialog.form.paper.papers.part(1).click()
    dialog.form.paper.lines.click()
    write(qtbot, window, dialog, tmp_path / "out.docx")
    section = docx.Document(str(tmp_path / "out.docx")).sections[0]
    assert section.page_width is not None
    assert round(section.page_width.pt) == 595
    assert "lnNumType" in "".join(child.tag for child in section._sectPr)
    kept = read_settings(window.places.config / "settings.json")
    assert (kept.paper, kept.line_numbers, kept.typed_numbers, kept.ibid) == ("a4", True, False, False)
    again = dialog_of(qtbot, window)
    again.form.choose("clean")
    assert again.form.paper.papers.choice() == 1
    assert again.form.paper.lines.isChecked()
    again.reject()


def test_what_was_chosen_stays_where_the_file_cannot_be_written(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    dialog = dialog_of(qtbot, window)
    form = dialog.form
    form.choose("clean")
    form.certificate.click()
    form.draft_mark.click()
    chosen = form.choices()
    assert window.exporting.under_way is not None
    window.exporting.write(window.exporting.under_way, chosen, tmp_path / "away" / "out.docx")
    qtbot.waitUntil(form.trouble.isVisible, timeout=WAIT)
    assert form.trouble.text().startswith("There is no folder")
    assert not window.notices.shown, "it would stand behind the dialog"
    assert (form.choices(), form.export.isEnabled()) == (chosen, True)
    assert form.export.text() == f"Export {chosen.file_name}"
    assert form.close_button.accessibleName() == "Close without exporting"
    form.certificate.click()
    assert not form.trouble.isVisible(), "it was of other choices"
    write(qtbot, window, dialog, tmp_path / "out.docx")
    assert (tmp_path / "out.docx").exists()


def test_the_proposed_draft_is_not_the_very_same_text(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    drafts = [Draft((Paragraph(Kind.TEXT, (Run(words),)),)) for words in ("Peace.", "Peace and trade.")]
    path = tmp_path / "peace.adref"
    with Dossier.create(path, title="Peace") as dossier:
        first = dossier.keep(drafts[0], label="Zero draft", date="2026-01-15")
        second = dossier.keep(drafts[1], label="Rev.1", date="2026-02-15", parents=[first.id])
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.desk.path == path and not window.background.tasks, timeout=WAIT)
    window.drafting.writing.begin(second.id)
    qtbot.waitUntil(lambda: window.going.writes and not window.background.tasks, timeout=WAIT)
    dialog = dialog_of(qtbot, window)
    qtbot.waitUntil(lambda: "1 insertion, 0 deletions" in dialog.form.out.shown, timeout=WAIT)
    choice = dialog.form.against
    assert [choice.itemText(at).split(",")[0] for at in range(choice.count())] == ["Zero draft", "Rev.1"]
    dialog.form.choose("tracked")
    dialog.form.profiles.choose("circulation")
    assert dialog.form.choices().file_name == "Draft_against_old_text.docx"
    dialog.reject()


@pytest.mark.parametrize("name", ["out.docx", f"{'o' * 245}.docx"])
def test_a_certificate_that_has_no_place_keeps_the_file_from_leaving(
    qtbot: QtBot, window: Window, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    (tmp_path / "out.certificate.txt").mkdir()  # the other name is with that ending longer than a file system holds
    dialog = dialog_of(qtbot, window)
    dialog.form.choose("clean")
    dialog.form.certificate.setChecked(True)
    assert window.exporting.under_way is not None
    window.exporting.write(window.exporting.under_way, dialog.form.choices(), tmp_path / name)
    qtbot.waitUntil(dialog.form.trouble.isVisible, timeout=WAIT)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(("key", "of_rev", "of_working"), [("clean", 2, 3), ("tracked", 1, 2)])
def test_the_drafts_that_stay_are_those_whose_text_no_file_holds(
    tmp_path: Path, key: str, of_rev: int, of_working: int
) -> None:
    """A text that is being written is no draft; a base that is read where all changes are rejected leaves too."""
    drafts = [Draft((Paragraph(Kind.TEXT, (Run(words),)),)) for words in ("Peace.", "Trade.", "Aid.", "Peace, trade.")]
    form = next(form for form in FORMS if form.key == key)
    with Dossier.create(tmp_path / "peace.adref", title="Peace") as dossier:
        first, rev, _ = (dossier.keep(draft, label=draft.paragraphs[0].text) for draft in drafts[:3])
        old = draft_side(dossier, first, "")
        listing = listing_of(dossier)
        for side, others in (
            (draft_side(dossier, rev, ""), of_rev),
            (Side("Working text", "", drafts[3], working=1, upon=rev.id), of_working),
        ):
            choices = Choices(form, first.id if form.compares else None, False, "Adref", f"{others}.docx")
            compared = compare_sides(old, side, dossier, lambda *_: None)
            certificate = write_export(tmp_path / choices.file_name, side, compared, choices, dossier).certificate
            for stays in (subject_of(side, compared, listing).staying(choices), certificate.stays):
                assert stays[0] == f"{counted(others, 'other draft')} of the dossier"


def test_asked_for_twice_it_opens_once_and_given_up_before_not_at_all(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)

    def seen() -> list[ExportDialog]:
        return [one for one in window.findChildren(ExportDialog) if one.isVisible()]

    dialog = dialog_of(qtbot, window)
    window.acts["export"].trigger()
    qtbot.waitUntil(lambda: not window.background.tasks and bool(seen()), timeout=WAIT)
    qtbot.wait(50)
    assert seen() == [dialog]
    dialog.reject()
    assert window.exporting.dialog is None
    dialog_of(qtbot, window).reject()
    qtbot.wait(50)
    assert seen() == []


def test_what_takes_a_moment_in_a_long_text_is_known_before_the_window_asks_for_it(
    qtbot: QtBot, window: Window, files: list[Path]
) -> None:
    window.take_files(files[:2])
    qtbot.waitUntil(lambda: window.going.compared is not None, timeout=WAIT)
    both = window.going.compared
    assert both is not None
    known: list[bool] = []

    def look(task: Task[object]) -> None:
        if task.lane == "export":
            known.append("readable_words" in vars(both.comparison))

    before = ["content" in vars(side) for side in (both.old, both.new)]
    window.background.ended.connect(look)
    dialog_of(qtbot, window).reject()
    assert (before, known) == ([True, True], [True])


@pytest.mark.parametrize("name", ["out.docx", "nowhere/out.docx"])
def test_a_dialog_that_is_closed_while_the_file_is_written_leaves_it_told(
    qtbot: QtBot, window: Window, tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    dialog = dialog_of(qtbot, window)
    assert window.exporting.under_way is not None
    window.exporting.write(window.exporting.under_way, dialog.form.choices(), tmp_path / name)
    dialog.reject()
    # Trouble is told a turn of the event loop after the work has ended.
    qtbot.waitUntil(lambda: not window.background.tasks and bool(window.notices.shown), timeout=WAIT)
    told = [one.notice.words for one in window.notices.shown]
    assert (tmp_path / name).exists() == ("out.docx is written." in told) == (name == "out.docx")
    assert len(told) > 0


def test_a_file_that_is_being_written_is_written_and_told_though_one_exports_again(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    dialog = dialog_of(qtbot, window)
    assert window.exporting.under_way is not None
    window.exporting.write(window.exporting.under_way, dialog.form.choices(), tmp_path / "out.docx")
    dialog.reject()
    dialog_of(qtbot, window).reject()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert (tmp_path / "out.docx").exists()
    assert "out.docx is written." in [one.notice.words for one in window.notices.shown]


def test_a_file_that_is_being_written_is_written_though_its_dossier_is_closed(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    said = ("to meet", "to meet now")
    with Dossier.create(tmp_path / "a.adref") as dossier:
        texts = [Draft((Paragraph(Kind.OPERATIVE, (Run(f"Decides {words}."),)),)) for words in said]
        first = dossier.keep(texts[0], label="First")
        dossier.keep(texts[1], label="Second", parents=[first.id])
    window.desk.open(tmp_path / "a.adref")
    qtbot.waitUntil(lambda: window.desk.listing is not None and not window.background.tasks, timeout=WAIT)
    dialog = dialog_of(qtbot, window)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    export, go = window.exporting.under_way, threading.Event()
    assert export is not None
    assert export.dossier is not None
    for _ in range(2):  # nothing else is worked on before the dossier is closed
        window.background.run(lambda _task: go.wait(WAIT / 1000))
    window.exporting.write(export, dialog.form.choices(), tmp_path / "out.docx")
    dialog.reject()
    window.desk.close()
    qtbot.waitUntil(lambda: len(window.background.tasks) == 3, timeout=WAIT)  # the dossier is closed
    go.set()
    qtbot.waitUntil(lambda: not window.background.tasks and bool(window.notices.shown), timeout=WAIT)
    assert (tmp_path / "out.docx").exists()
    assert [one.notice.words for one in window.notices.shown] == ["out.docx is written."]


@pytest.mark.parametrize(
    ("ends", "late", "written", "told"),
    [("user", False, False, False), ("user", True, True, True), ("program", False, True, False)],
)
def test_a_file_is_written_unless_the_user_gives_it_up_before_it_is_at_its_place(
    qtbot: QtBot, window: Window, tmp_path: Path, ends: str, late: bool, written: bool, told: bool
) -> None:
    at_work, go, done = threading.Event(), threading.Event(), []

    def write(progress: Progress, put: Put) -> str:
        if late:
            put(tmp_path / "out.txt", b"Peace.")
        at_work.set()
        assert go.wait(WAIT / 1000)
        if not late:
            progress(0.5)
            put(tmp_path / "out.txt", b"Peace.")
        return "written"

    write_to_its_end(window.background, tmp_path / "out.txt", None, write, done.append)
    qtbot.waitUntil(at_work.is_set, timeout=WAIT)
    (window.status_bar.cancelled.emit if ends == "user" else window.background.cancel_all)()
    go.set()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert [path.name for path in tmp_path.glob("out*")] == ["out.txt"] * written
    assert done == ["written"] * told
    assert (window.status_bar.said.text() == "Cancelled; nothing was changed.") == (ends == "user" and not late)


@pytest.mark.parametrize("fails", [False, True])
def test_of_two_files_for_one_place_the_later_stays_unless_it_fails(qtbot: QtBot, tmp_path: Path, fails: bool) -> None:
    path, there, done, background = tmp_path / "out.txt", threading.Event(), list[str](), Background(Report())

    def earlier(_progress: Progress, put: Put) -> str:
        assert there.wait(WAIT / 1000)
        put(path, b"Earlier.")
        return "earlier"

    def later(_progress: Progress, put: Put) -> str:
        try:
            if fails:
                raise DraftError("The disk is full.")
            put(path, b"Later.")
            put(path.with_name("certificate"), b"Later.")
        finally:
            there.set()
        return "later"

    for write in (earlier, later):
        write_to_its_end(background, path, None, write, done.append, failed=lambda _error: done.append("failed"))
    qtbot.waitUntil(lambda: not background.tasks, timeout=WAIT)
    assert path.read_bytes() == (b"Earlier." if fails else b"Later.")
    assert sorted(done) == (["earlier", "failed"] if fails else ["later"])


def test_a_file_that_waits_for_its_turn_is_written_though_the_program_ends(qtbot: QtBot, tmp_path: Path) -> None:
    path, go, background = tmp_path / "out.txt", threading.Event(), Background(Report())
    for _ in range(2):
        background.run(lambda _task: go.wait(WAIT / 1000))
    write_to_its_end(background, path, None, lambda _progress, put: put(path, b"Peace."), lambda _none: None)
    background.cancel_all()
    go.set()
    background.close()
    assert path.exists()


def test_who_cancels_in_the_dialog_while_the_file_is_made_gives_it_up(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    drop(window, [tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: window.going.shown is not None, timeout=WAIT)
    dialog, go = dialog_of(qtbot, window), threading.Event()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    for _ in range(2):  # nothing else is worked on before it is closed
        window.background.run(lambda _task: go.wait(WAIT / 1000))
    assert window.exporting.under_way is not None
    window.exporting.write(window.exporting.under_way, dialog.form.choices(), tmp_path / "out.docx")
    assert dialog.form.export.text() == "Writing out.docx…"
    assert not dialog.form.export.isEnabled()
    qtbot.waitUntil(dialog.form.cancel.hasFocus, timeout=WAIT)  # the window may not be the active one yet
    dialog.form.cancel.click()
    go.set()
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert not (tmp_path / "out.docx").exists()
    assert window.status_bar.said.text() == "Cancelled; nothing was changed."


def test_changes_are_shown_against_no_draft_that_is_empty(tmp_path: Path) -> None:
    with Dossier.create(tmp_path / "peace.adref", title="Peace") as dossier:
        empty = dossier.keep(Draft(()), label="Nothing yet")
        first = dossier.keep(Draft((Paragraph(Kind.TEXT, (Run("Peace."),)),)), label="First", parents=[empty.id])
        side = draft_side(dossier, first, "")
        assert subject_of(side, None, listing_of(dossier)).against == ()
        compared = compare_sides(draft_side(dossier, empty, ""), side, dossier, lambda *_: None)
        choices = Choices(FORMS[0], empty.id, False, "Adref", "out.docx")
        with pytest.raises(DraftError, match=r"older text is empty.*clean"):
            write_export(tmp_path / "out.docx", side, compared, choices, dossier)
