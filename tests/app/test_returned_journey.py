"""A Word file that comes back: opened in the window, its authors named, its proposals kept, taken back, seen again."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.subjects.came_back import Came
from app.subjects.returned_file import on_base, open_returned
from app.subjects.returned_view import view_of
from app.window.window import Window
from models.comparison.change import Change, FootnoteChange
from models.comparison.compare import compare
from models.compiling.come_back import Compilations
from models.dossier import Dossier
from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import State
from models.word.clean import write_clean
from models.word.read import read_word
from models.word.redline import write_redline
from tests.app.test_journeys import at_rest
from tests.models.compiling.test_come_back import as_it_leaves, marked, named, redlines
from tests.models.word.word_xml import docx, ins, p, t
from widgets.paper.pieces import Mark
from widgets.returned.page import ReturnedPage
from widgets.returned.view import Answer
from widgets.shell.notices import Notice
from widgets.shell.question_panel import QuestionPanel

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
WAIT = 20_000

KEPT = (
    "Calls upon all States to cooperate fully with the mechanism and to report on it in good time;",
    "Requests the Secretary-General to submit a report to the General Assembly at its next session;",
    "Invites the regional commissions to contribute, within their mandates, to the work of the forum;",
    "Decides to keep the matter under review and to consider it again at its seventy-ninth session.",
)
SENT_ON = (*KEPT[:3], KEPT[3].replace("keep", "hold"))
"""What the file was made on: one word of the last paragraph was changed without tracking."""
CHANGED = (
    KEPT[0].replace("all States", "all Member States"),
    KEPT[1].replace("a report", "a comprehensive report"),
    "Encourages Governments to make voluntary contributions to the trust fund established for this purpose;",
    *SENT_ON[2:],
)


def draft(texts: tuple[str, ...]) -> Draft:
    numbered = enumerate(texts, 1)
    return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(text),), number=str(number)) for number, text in numbered))


def whose(change: Change | FootnoteChange) -> str:
    return "J. Otieno" if isinstance(change, Change) and change.new_labels == ("OP1",) else "M. Dupont"


def word_file(path: Path, old: tuple[str, ...], new: tuple[str, ...]) -> Path:
    comparison = compare(draft(old), draft(new))
    path.write_bytes(write_redline(comparison, base=None, author=whose, date="2026-11-20T00:00:00Z"))
    return path


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    """A file by two authors."""
    return word_file(tmp_path / "Delegation_C (2).docx", SENT_ON, CHANGED)


@pytest.fixture
def opened(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """The window on a dossier with the draft that was sent round, and one that has nothing to do with it."""
    path = tmp_path / "forum.adref"
    with Dossier.create(path, title="The forum") as dossier:
        dossier.keep(draft(("Recalls another text altogether, of which not one word stands here;",)), label="Other")
        dossier.keep(draft(KEPT), label="Rev.1")
    window.resize(1280, 800)
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 2, timeout=WAIT)
    return window


def come_back(qtbot: QtBot, window: Window, *files: Path) -> ReturnedPage:
    window.filing.keep(files)
    qtbot.waitUntil(lambda: window.going.place == "returned" and not window.background.tasks, timeout=WAIT)
    return window.pages.returned


def notice_of(window: Window, topic: str) -> Notice:
    return next(line.notice for line in window.notices.shown if line.notice.topic == topic)


def dossier_of(window: Window) -> Dossier:
    assert window.desk.listing is not None
    return window.desk.listing.dossier


def test_it_is_shown_before_anything_of_it_is_kept(qtbot: QtBot, opened: Window, returned: Path) -> None:
    page = come_back(qtbot, opened, returned)
    view = page.view
    assert view is not None
    assert view.match == "Without its changes this is Rev.1, 3 of 4 paragraphs word for word."
    assert [(one.name, one.delegation) for one in view.authors] == [("J. Otieno", ""), ("M. Dupont", "")]
    assert view.unanswered == 1
    headings = [row.heading for row in view.rows if row.heading]
    assert headings == ["Changed without tracking, 1", "Tracked changes, 3 places"]
    untracked = view.rows[1]
    assert untracked.says == "One word in OP4 was changed without tracking."
    marked = [(piece.text, piece.mark) for piece in untracked.pieces if piece.mark is not Mark.NONE]
    assert marked == [("keep", Mark.REMOVED), ("hold", Mark.ADDED)]
    assert not dossier_of(opened).proposals()
    assert len(dossier_of(opened).nodes()) == 2
    # What is said beside the buttons gives way to them.
    opened.resize(760, 520)
    qtbot.waitUntil(lambda: page.width() <= 760)
    assert page.keep.width() == page.keep.sizeHint().width()
    assert page.sums.accessibleName() == view.sums


def test_what_is_kept_already_is_not_promised_again_and_what_is_undecided_is_told(
    qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path
) -> None:
    page = come_back(qtbot, opened, returned)
    assert page.keep.text() == "Keep 3 proposals"
    page.keep.click()
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)
    told = "3 proposals kept on Rev.1. 1 place without tracking is left undecided."
    assert notice_of(opened, "kept-proposals").words == told

    # The same changes in another file, as where LibreOffice saved it.
    saved = tmp_path / "saved.docx"
    saved.write_bytes(returned.read_bytes() + b"\0")  # other bytes, the same text
    page = come_back(qtbot, opened, saved)
    assert page.view is not None
    assert page.view.sums == "All 3 proposals are kept already. 1 place without tracking to decide."
    assert (page.keep.text(), page.keep.isEnabled()) == ("Keep the file", True)
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    assert page.keep.text() == "Keep 1 new proposal"
    assert page.view.sums == "4 proposals: 1 to keep, 3 kept already."
    page.keep.click()
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)
    assert notice_of(opened, "kept-proposals").words == "1 proposal kept on Rev.1."

    # The very file again.
    page = come_back(qtbot, opened, saved)
    assert page.keep.isHidden()


def test_what_was_decided_without_tracking_stays_decided_in_the_file_and_in_a_later_one(
    qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path
) -> None:
    page = come_back(qtbot, opened, returned)
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    page.keep.click()
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)

    page = come_back(qtbot, opened, returned)
    assert page.view is not None
    assert page.view.sums == "All 4 proposals are kept already."
    assert page.keep.isHidden()

    later = (CHANGED[0].replace("fully", "fully and promptly"), SENT_ON[1], *CHANGED[2:])
    page = come_back(qtbot, opened, word_file(tmp_path / "Delegation_C (3).docx", SENT_ON, later))
    assert page.view is not None
    assert page.view.sums == "3 proposals: 1 to keep, 2 kept already."
    assert [one.name for one in page.view.authors] == ["J. Otieno", "M. Dupont", "Delegation_C (2)"]
    told = "1 proposal of M. Dupont in an earlier file is not in this one: it stays open."
    assert told in page.view.notices
    page.keep.click()
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)
    assert len([one for one in dossier_of(opened).proposals() if not one.proposal.tracked]) == 1


def test_words_without_tracking_of_another_file_are_its_own_though_asked_for_alike(
    qtbot: QtBot, opened: Window, tmp_path: Path
) -> None:
    names = ("Fiji", "Kenya")
    files = [word_file(tmp_path / f"{name}.docx", SENT_ON, CHANGED) for name in names]
    page = come_back(qtbot, opened, files[0])
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    for number, sums in enumerate(("4 proposals to keep.", "4 proposals: 1 to keep, 3 kept already.")):
        page = come_back(qtbot, opened, files[1]) if number else page
        assert page.view is not None
        assert page.view.sums == sums, "answered as in the file before"
        assert page.view.authors[-1].name == names[number]
        page.keep.click()
        at_rest(qtbot, opened)
    assert [one.proposal.author for one in dossier_of(opened).proposals() if not one.proposal.tracked] == [*names]
    for file, name in zip(files, names, strict=True):
        page = come_back(qtbot, opened, file)
        assert page.view is not None
        assert page.view.sums == "All 4 proposals are kept already."
        assert page.view.authors[-1].name == name


def test_what_was_left_out_is_not_asked_again_in_the_file_nor_in_a_later_one(
    qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path
) -> None:
    def keep(page: ReturnedPage) -> None:
        page.keep.click()
        qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)

    keep(come_back(qtbot, opened, returned))
    page = come_back(qtbot, opened, returned)
    assert page.view is not None
    assert page.view.sums == "All 3 proposals are kept already. 1 place without tracking to decide."
    assert page.keep.isHidden()
    QTest.keyClick(page.rows, Qt.Key.Key_L)
    assert page.view.unanswered == 0
    assert not page.keep.isHidden(), "that answer is kept with the file"
    keep(page)

    later = (CHANGED[0].replace("fully", "fully and promptly"), SENT_ON[1], *CHANGED[2:])
    for file in (returned, word_file(tmp_path / "Delegation_C (3).docx", SENT_ON, later)):
        page = come_back(qtbot, opened, file)
        assert page.view is not None
        (row,) = (one for one in page.view.rows if one.untracked is not None)
        assert row.answer is Answer.LEFT_OUT
        assert page.view.unanswered == 0
        assert page.keep.isHidden() == (file is returned)

    QTest.keyClick(page.rows, Qt.Key.Key_N)
    page.answered.emit(row.untracked, Answer.PROPOSAL)
    keep(page)
    assert len([one for one in dossier_of(opened).proposals() if not one.proposal.tracked]) == 1
    page = come_back(qtbot, opened, returned)
    assert page.view is not None
    (row,) = (one for one in page.view.rows if one.untracked is not None)
    assert row.answer is Answer.PROPOSAL


def test_of_what_was_left_out_the_last_answer_counts_in_whatever_file_and_is_undone(
    qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path
) -> None:
    def keep(page: ReturnedPage) -> None:
        page.keep.click()
        qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)

    def page_of(file: Path, answer: Answer) -> ReturnedPage:
        page = come_back(qtbot, opened, file)
        assert page.view is not None
        (row,) = (one for one in page.view.rows if one.untracked is not None)
        assert row.answer is answer
        return page

    def answers() -> list[tuple[str, bool]]:
        return [(one.file_name, bool(one.facts.get("left_out"))) for one in dossier_of(opened).returned_files()]

    later = tmp_path / "later.docx"
    later.write_bytes(returned.read_bytes() + b"\0")  # other bytes, the same text
    keep(page_of(returned, Answer.OPEN))
    keep(page_of(later, Answer.OPEN))
    page = page_of(returned, Answer.OPEN)
    page.answered.emit(0, Answer.LEFT_OUT)
    keep(page)
    assert answers() == [(later.name, False), (returned.name, True)]

    # Keeping it once more is undone alone: the file was kept before.
    dict(notice_of(opened, "kept-proposals").acts)["Take them back"]()
    at_rest(qtbot, opened)
    assert answers() == [(returned.name, False), (later.name, False)]
    assert len(dossier_of(opened).proposals()) == 3
    page = page_of(returned, Answer.OPEN)
    page_of(later, Answer.OPEN)

    # What is left out of one is put back in the other, and stays so when that is kept again.
    page = page_of(returned, Answer.OPEN)
    page.answered.emit(0, Answer.LEFT_OUT)
    keep(page)
    page = page_of(later, Answer.LEFT_OUT)
    assert page.keep.isHidden()
    page.answered.emit(0, Answer.OPEN)
    keep(page)
    assert page_of(returned, Answer.OPEN).keep.isHidden()
    assert page_of(later, Answer.OPEN).keep.isHidden()

    # And in the very file in which it was left out.
    page = page_of(returned, Answer.OPEN)
    page.answered.emit(0, Answer.LEFT_OUT)
    keep(page)
    page = page_of(returned, Answer.LEFT_OUT)
    page.answered.emit(0, Answer.OPEN)
    assert not page.keep.isHidden()
    keep(page)
    page_of(returned, Answer.OPEN)
    page_of(later, Answer.OPEN)

    # Undone, what was said of it before counts.
    dict(notice_of(opened, "kept-proposals").acts)["Take them back"]()
    at_rest(qtbot, opened)
    page_of(later, Answer.LEFT_OUT)


def test_names_are_said_once_and_stay_said(qtbot: QtBot, opened: Window, returned: Path) -> None:
    page = come_back(qtbot, opened, returned)
    field = page.side.fields[0]
    field.setFocus()
    QTest.keyClicks(field, "Kenya")
    QTest.keyClick(field, Qt.Key.Key_Return)
    at_rest(qtbot, opened)
    assert page.view is not None
    assert page.view.authors[0].delegation == "Kenya"
    assert any(row.says.startswith("Kenya rewords") for row in page.view.rows)
    page.discard.click()
    assert opened.going.place == "dossier"
    page = come_back(qtbot, opened, returned)
    assert page.view is not None
    assert [one.delegation for one in page.view.authors] == ["Kenya", ""]
    assert page.side.fields[1].offered() == ("Kenya",)


def test_by_keys_words_without_tracking_become_a_proposal_and_all_is_kept(
    qtbot: QtBot, opened: Window, returned: Path
) -> None:
    page = come_back(qtbot, opened, returned)
    assert page.rows.hasFocus()
    QTest.keyClick(page.rows, Qt.Key.Key_P)
    assert page.view is not None
    assert page.view.unanswered == 0
    assert page.keep.text() == "Keep 4 proposals"
    # Nobody signed them: they have the name of the file, and a delegation may be said for it.
    assert [one.name for one in page.view.authors] == ["J. Otieno", "M. Dupont", returned.stem]
    page.keep.click()
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)
    kept = dossier_of(opened).proposals()
    assert [one.state for one in kept] == [State.OPEN] * 4
    assert sorted({one.proposal.author for one in kept}) == sorted([returned.stem, "J. Otieno", "M. Dupont"])
    assert [one.file_name for one in dossier_of(opened).returned_files()] == [returned.name]

    # Seen again, with what was decided.
    opened.acts["returned_files"].trigger()
    qtbot.waitUntil(lambda: opened.going.place == "returned" and not opened.background.tasks, timeout=WAIT)
    again = opened.pages.returned.view
    assert again is not None
    assert [row.answer for row in again.rows if row.untracked is not None] == [Answer.PROPOSAL]

    # And taken back in one act.
    dict(notice_of(opened, "kept-proposals").acts)["Take them back"]()
    qtbot.waitUntil(lambda: not dossier_of(opened).proposals(), timeout=WAIT)
    assert not dossier_of(opened).returned_files()


def test_kept_proposals_leave_in_the_names_of_delegations(
    qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = come_back(qtbot, opened, returned)
    for field, name in zip(page.side.fields, ("Kenya", "France"), strict=True):
        field.setText(name)
        field.editingFinished.emit()
        at_rest(qtbot, opened)
    page.keep.click()
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and not opened.background.tasks, timeout=WAIT)
    out = tmp_path / "out.docx"
    # The system's own dialog for files is not ours to drive.
    monkeypatch.setattr(opened.asking, "place", lambda name, ending, take: take(out))
    opened.acts["compile"].trigger()
    qtbot.waitUntil(lambda: out.exists() and not opened.background.tasks, timeout=WAIT)
    assert {one.author for one in read_word(out.read_bytes()).revisions} == {"Kenya", "France"}
    assert notice_of(opened, "written").words.startswith("out.docx is written")


def test_the_text_with_its_changes_accepted_can_be_kept_as_a_draft(
    qtbot: QtBot, opened: Window, returned: Path
) -> None:
    page = come_back(qtbot, opened, returned)
    page.draft.click()
    qtbot.waitUntil(lambda: opened.going.place == "dossier" and len(dossier_of(opened).nodes()) == 3, timeout=WAIT)
    at_rest(qtbot, opened)
    node = dossier_of(opened).nodes()[-1]
    base = next(one for one in dossier_of(opened).nodes() if one.label == "Rev.1")
    assert node.parents == (base.id,)
    assert [p.text for p in dossier_of(opened).draft(node.id).paragraphs] == list(CHANGED)
    # When the file comes again, it was not made on what it comes to.
    view = come_back(qtbot, opened, returned).view
    assert view is not None
    assert [one.label for one in view.bases] == ["Rev.1", "Other"]


def test_another_base_is_chosen_by_hand(qtbot: QtBot, opened: Window, returned: Path) -> None:
    page = come_back(qtbot, opened, returned)
    assert page.view is not None
    other = next(base for base in page.view.bases if base.label == "Other")
    page.base_chosen.emit(other.node)
    at_rest(qtbot, opened)
    assert page.view is not None
    assert page.view.base == other.node
    assert any(row.heading.startswith("No place in the kept draft") for row in page.view.rows)


def test_several_files_are_gone_through_one_by_one(
    qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path
) -> None:
    second = word_file(tmp_path / "second thoughts.docx", KEPT, (KEPT[0], *KEPT[2:]))
    page = come_back(qtbot, opened, returned, second)
    assert page.count.text() == "1 of 2"
    page.next.click()
    assert page.name.text() == second.name
    page.keep.click()
    qtbot.waitUntil(lambda: page.view is not None and page.view.name == returned.name, timeout=WAIT)
    assert page.count.text() == ""
    page.discard.click()
    assert opened.going.place == "dossier"
    assert [one.proposal.kind for one in dossier_of(opened).proposals()] == ["delete"]


def test_without_a_dossier_its_own_text_begins_one(qtbot: QtBot, window: Window, returned: Path) -> None:
    page = come_back(qtbot, window, returned)
    (node,) = dossier_of(window).nodes()
    assert [p.text for p in dossier_of(window).draft(node.id).paragraphs] == list(SENT_ON)
    assert page.view is not None
    assert "the very same text" in page.view.match
    assert page.view.unanswered == 0


@pytest.fixture
def by_hand(tmp_path: Path) -> Path:
    """The kept draft with words put in by hand, bold and underlined."""
    marked = [
        replace(old, runs=(Run(f"{verb} "), Run(f"{word} ", bold=True, underline=True), Run(rest)))
        for old, word in zip(draft(KEPT).paragraphs, ("strongly", "kindly"), strict=False)
        for verb, rest in [old.text.split(" ", 1)]
    ]
    path = tmp_path / "by hand.docx"
    path.write_bytes(write_clean(Draft((*marked, *draft(KEPT).paragraphs[2:]))))
    return path


def asked(qtbot: QtBot, window: Window, *files: Path) -> QuestionPanel:
    panel = window.returning.marks.panel
    window.filing.keep(files)
    qtbot.waitUntil(lambda: panel.isVisible() and not window.background.tasks, timeout=WAIT)
    return panel


def lineage(window: Window) -> list[tuple[str, list[str]]]:
    nodes = dossier_of(window).nodes()
    called = {one.id: one.label for one in nodes}
    return [(one.label, [called[parent] for parent in one.parents]) for one in nodes]


def test_marks_made_by_hand_are_asked_about_before_anything_is_kept(
    qtbot: QtBot, opened: Window, by_hand: Path
) -> None:
    panel = asked(qtbot, opened, by_hand)
    assert "marked by hand" in panel.words.text()
    assert len(dossier_of(opened).nodes()) == 2
    QTest.keyClick(panel.first_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.going.place == "returned" and not opened.background.tasks, timeout=WAIT)
    view = opened.pages.returned.view
    assert view is not None
    assert len(dossier_of(opened).nodes()) == 2
    assert view.match == "Without its changes this is Rev.1, the very same text."
    marked = [piece.text.strip() for row in view.rows for piece in row.pieces if piece.mark is not Mark.NONE]
    assert marked == ["strongly", "kindly"]


def test_what_came_with_marks_is_kept_in_its_order_once_all_are_answered(
    qtbot: QtBot, opened: Window, returned: Path, by_hand: Path, tmp_path: Path
) -> None:
    plain = [tmp_path / name for name in ("first.docx", "last.docx")]
    for number, path in enumerate(plain, 5):
        path.write_bytes(write_clean(draft((*KEPT, f"Decides to meet {number} times."))))
    second = Path(shutil.copy(by_hand, tmp_path / "by hand too.docx"))
    third = Path(shutil.copy(by_hand, tmp_path / "by hand again.docx"))
    panel = asked(qtbot, opened, returned, plain[0], by_hand, second, third, plain[1])
    assert "“by hand.docx” (1 of 3)" in panel.words.text()
    panel.other_button.click()
    assert "“by hand too.docx” (2 of 3)" in panel.words.text()
    panel.first_button.click()
    assert len(dossier_of(opened).nodes()) == 2
    QTest.keyClick(panel.first_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: opened.going.place == "returned" and not opened.background.tasks, timeout=WAIT)
    assert lineage(opened)[2:] == [("first", ["Rev.1"]), ("by hand", ["first"]), ("last", ["by hand"])]
    came = opened.going.came
    assert came is not None
    assert [(one.path.name, one.returned.by_hand) for one in came.files] == [
        (returned.name, False),
        (second.name, True),
    ]
    # The draft that was made of these very bytes is not what they were made on.
    assert "by hand" not in [one.label for file in came.files[1:] for one in (*file.plan.match.others,)]
    assert came.files[1].plan.match.base is not None
    assert came.files[1].plan.match.base.label == "Rev.1"


def test_what_comes_while_it_is_asked_waits_for_the_answer(
    qtbot: QtBot, opened: Window, by_hand: Path, tmp_path: Path
) -> None:
    later, last = (tmp_path / name for name in ("later.docx", "last.docx"))
    for path in (later, last):
        path.write_bytes(write_clean(draft((*KEPT, f"Decides to meet {path.stem}."))))
    panel, said = asked(qtbot, opened, by_hand), opened.status_bar.said
    for files in ([later], [last], [later, by_hand]):
        opened.take_files(files)
    told = "later.docx and by hand.docx: taken once the question is answered."
    qtbot.waitUntil(lambda: said.text() == told, timeout=WAIT)
    qtbot.waitUntil(lambda: not opened.background.tasks, timeout=WAIT)
    qtbot.wait(50)
    assert panel.isVisible()
    assert (opened.going.place, len(dossier_of(opened).nodes())) == ("dossier", 2)
    panel.other_button.click()
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    assert lineage(opened)[2:] == [("by hand", ["Rev.1"]), ("later", ["by hand"]), ("last", ["later"])]


def test_whoever_leaves_one_question_is_asked_the_next(
    qtbot: QtBot, opened: Window, by_hand: Path, tmp_path: Path
) -> None:
    second = Path(shutil.copy(by_hand, tmp_path / "by hand too.docx"))
    panel = asked(qtbot, opened, by_hand, second)
    QTest.keyClick(panel.first_button, Qt.Key.Key_Escape)
    assert panel.isVisible()
    assert "“by hand too.docx” (2 of 2)" in panel.words.text()
    assert panel.first_button.hasFocus()
    panel.other_button.click()
    qtbot.waitUntil(lambda: len(dossier_of(opened).nodes()) == 3, timeout=WAIT)
    assert not panel.isVisible()


def test_whoever_leaves_the_question_keeps_nothing_and_is_told(qtbot: QtBot, opened: Window, by_hand: Path) -> None:
    panel = asked(qtbot, opened, by_hand)
    QTest.keyClick(panel.first_button, Qt.Key.Key_Escape)
    said = opened.status_bar.said
    qtbot.waitUntil(lambda: said.text() == "Nothing of by hand.docx was kept.", timeout=WAIT)
    assert not panel.isVisible()
    assert len(dossier_of(opened).nodes()) == 2
    # Nor is anything where another dossier comes meanwhile.
    asked(qtbot, opened, by_hand)
    opened.take_files([by_hand.with_name("later.docx")])
    Dossier.create(by_hand.with_name("other.adref")).close()
    opened.desk.open(by_hand.with_name("other.adref"))
    qtbot.waitUntil(lambda: said.text() == "Nothing of by hand.docx and later.docx was kept.", timeout=WAIT)
    assert not panel.isVisible()
    assert not dossier_of(opened).nodes()


def test_a_dossier_that_begins_with_marks_has_them_as_a_draft_and_asks_afterwards(
    qtbot: QtBot, window: Window, by_hand: Path
) -> None:
    window.filing.keep([by_hand])
    qtbot.waitUntil(lambda: any("by hand" in line.notice.words for line in window.notices.shown), timeout=WAIT)
    at_rest(qtbot, window)
    assert [one.label for one in dossier_of(window).nodes()] == ["by hand"]
    dict(notice_of(window, f"marks in {by_hand}").acts)["Read the marks as changes"]()
    qtbot.waitUntil(lambda: window.going.place == "returned" and not window.background.tasks, timeout=WAIT)
    view = window.pages.returned.view
    assert view is not None
    assert (view.match, view.bases) == ("No kept draft is near this text.", ())
    window.pages.returned.keep.click()
    qtbot.waitUntil(lambda: window.going.place == "dossier" and not window.background.tasks, timeout=WAIT)
    nodes = dossier_of(window).nodes()
    assert [p.text for p in dossier_of(window).draft(nodes[-1].id).paragraphs] == list(KEPT)


def test_what_was_told_of_a_file_goes_with_it(qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path) -> None:
    path = tmp_path / "in colour.docx"
    path.write_bytes(docx("".join(p(t(text) + t(" Red.", '<w:color w:val="FF0000"/>')) for text in KEPT[:2])))
    opened.filing.keep([path])
    qtbot.waitUntil(lambda: [line.notice.topic for line in opened.notices.shown] == ["ledger"], timeout=WAIT)
    at_rest(qtbot, opened)
    come_back(qtbot, opened, returned)
    assert not opened.notices.shown


def test_marks_beside_tracked_changes_are_offered_over_their_own_file_alone(
    qtbot: QtBot, opened: Window, returned: Path, tmp_path: Path
) -> None:
    marked = t("Urges ", "<w:strike/>") + t("Calls upon ", '<w:b/><w:u w:val="single"/>')
    both = tmp_path / "both ways.docx"
    both.write_bytes(docx(p(t("Recalls ") + ins(t("all ")) + t("of it;")) + p(marked + t("all States."))))
    page = come_back(qtbot, opened, returned, both)
    assert not opened.notices.shown
    page.next.click()
    assert notice_of(opened, "marks").more == both.name
    page.back.click()
    assert not opened.notices.shown


def test_what_one_strikes_of_anothers_words_is_one_row(tmp_path: Path) -> None:
    first = (KEPT[0].replace("fully", "fully and firmly"), *KEPT[1:])
    added = write_redline(compare(draft(KEPT), draft(first)), base=None, author="J. Otieno")
    places = read_word(added).origins
    struck = write_redline(
        compare(draft(first), draft(KEPT)), base=added, origins=places, author="M. Dupont", base_changes="keep"
    )
    came = Came(tmp_path / "both.docx", struck)
    rows = view_of(open_returned(came, None, lambda _: None), {}).rows
    told = [row for row in rows if not row.heading]
    assert [row.says for row in told] == ["J. Otieno rewords this; M. Dupont amends what another adds"]
    assert [piece.text for piece in told[0].pieces if piece.mark is Mark.REMOVED] == ["and firmly "]


def test_changes_that_the_draft_has_already_are_counted_and_propose_nothing(tmp_path: Path) -> None:
    first = (KEPT[0].replace("fully", "fully and firmly"), *KEPT[1:])
    then = (first[0].replace("firmly", "soon"), *first[1:])
    sent = write_redline(compare(draft(KEPT), draft(first)), base=None, author="J. Otieno")
    places = read_word(sent).origins
    amended = write_redline(
        compare(draft(first), draft(then)), base=sent, origins=places, author="M. Dupont", base_changes="keep"
    )
    with Dossier.create(tmp_path / "forum.adref") as dossier:
        old = dossier.keep(draft(KEPT), label="Rev.1")
        new = dossier.keep(draft(first), label="Rev.2", parents=[old.id])
        file = open_returned(Came(tmp_path / "back.docx", amended), Compilations(dossier), lambda _: None)
        view = view_of(file, {})
        assert (view.base, [one.name for one in view.authors], view.sums) == (
            new.id,
            ["M. Dupont"],
            "1 proposal to keep.",
        )
        assert view.match == "With the changes of J. Otieno accepted this is Rev.2, the very same text."
        assert view.holds == "2 tracked changes by 1 author, and 2 that the draft has already."
        assert [one.label for one in view.bases] == ["Rev.2", "Rev.1"]
        on_old = view_of(on_base(file, old.id, Compilations(dossier), lambda _: None), {})
        assert ([one.name for one in on_old.authors], on_old.match[:29]) == (
            ["J. Otieno", "M. Dupont"],
            "Without its changes this is R",
        )
        opened = open_returned(Came(tmp_path / "a.docx", sent), Compilations(dossier), lambda _: None)
        for same in (opened, on_base(opened, new.id, Compilations(dossier), lambda _: None)):
            as_sent = view_of(same, {})
            assert (as_sent.base, as_sent.keep) == (new.id, "Keep the file")
            assert (as_sent.holds, as_sent.authors) == ("1 tracked change, which the draft has already.", ())
            assert [row.heading or row.says for row in as_sent.rows] == [
                "With all its changes accepted this is “Rev.2”: nothing in it is new.",
                "To have its changes as proposals, choose “Rev.1” under “Made on”.",
            ]
        assert view_of(on_base(opened, old.id, Compilations(dossier), lambda _: None), {}).sums == "1 proposal to keep."


def test_the_mouse_takes_and_leaves_out(qtbot: QtBot, opened: Window, returned: Path) -> None:
    page = come_back(qtbot, opened, returned)
    rows = page.rows
    at = next(number for number, row in enumerate(rows.rows) if row.untracked is not None)
    bottom = round(rows.heights.tops[at + 1] - rows.scrolled) - 22
    for expected in (Answer.PROPOSAL, Answer.LEFT_OUT):
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(130, bottom))
        assert rows.rows[at].answer is expected


@pytest.mark.parametrize("width", [600, 1000, 1920])
def test_it_fits_any_window(qtbot: QtBot, qapp: QApplication, returned: Path, width: int) -> None:
    window, page = QWidget(), ReturnedPage()
    qtbot.addWidget(window)
    page.setParent(window)
    page.resize(width, 600)
    window.show()
    file = open_returned(Came(returned, returned.read_bytes()), None, lambda share: None)
    page.show_file(view_of(file, {}), ())
    narrow = width < 760
    assert page.side.isVisible() is page.names.isHidden() is not narrow
    if narrow:
        page.rows.setFocus()
        page.names.click()
        qapp.processEvents()
        assert window.focusWidget() is page.names
        assert (page.side.isVisible(), page.rows.isVisible()) == (True, False)
        assert page.side.width() == page.width()
        field = page.side.fields[0]
        assert page.rect().contains(QRect(field.mapTo(page, QPoint(0, 0)), field.size()))
        assert page.keep.isVisible()
        page.resize(900, 600)
        assert (page.side.isVisible(), page.rows.isVisible()) == (True, True)
        assert page.side.x() == 0 < page.rows.mapTo(page, QPoint(0, 0)).x()
        field.setFocus()
        page.names.setChecked(False)
        page.resize(width, 600)
        assert window.focusWidget() is page.names
        page.names.click()
        QTest.keyClick(page, Qt.Key.Key_Escape)
        assert window.focusWidget() is page.rows
        assert (page.side.isVisible(), page.rows.isVisible()) == (False, True)
    assert page.rows.verticalScrollBar().maximum() >= 0
    assert page.rows.heights.total > 100


def test_tab_comes_from_the_base_to_the_names_before_the_changes(
    qtbot: QtBot, qapp: QApplication, returned: Path
) -> None:
    window, bar, page = QWidget(), QPushButton("Of the bar above"), ReturnedPage()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    column.addWidget(page)
    window.resize(1000, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    file = open_returned(Came(returned, returned.read_bytes()), None, lambda share: None)
    page.show_file(view_of(file, {}), ())
    qapp.processEvents()
    fields = page.side.fields
    assert len(fields) > 1
    bar.setFocus()
    for stop in (*fields, page.rows):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_of_two_marked_compilations_each_says_what_is_new_in_it_and_the_second_anew_once_the_first_is_kept(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        data = as_it_leaves(dossier, redlines(dossier, "Person of "))
    first, second = tmp_path / "first.docx", tmp_path / "second.docx"
    first.write_bytes(marked(data, "Peru", "Decides to"))
    second.write_bytes(marked(first.read_bytes(), "Kenya", "Remains"))
    window.desk.open(tmp_path / "d.adref")
    qtbot.waitUntil(lambda: window.going.place == "dossier" and not window.background.tasks, timeout=WAIT)
    page = come_back(qtbot, window, first, second)
    assert page.view is not None
    assert (page.view.sums, page.keep.text()) == ("1 new proposal; 2 stand as they left.", "Keep 1 new proposal")
    page.other_wanted.emit(1)
    assert page.view.sums == "2 new proposals; 2 stand as they left."
    page.other_wanted.emit(-1)
    page.keep.click()
    qtbot.waitUntil(lambda: page.view is not None and page.view.name == "second.docx", timeout=WAIT)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert "2 stand as they left" in notice_of(window, "kept-proposals").more
    assert page.view.sums == "1 new proposal; 3 stand as they left."
    dict(notice_of(window, "kept-proposals").acts)["Take them back"]()
    qtbot.waitUntil(lambda: page.view is not None and page.view.name == "first.docx", timeout=WAIT)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    assert page.view.sums == "1 new proposal; 2 stand as they left."
    page.keep.click()
    qtbot.waitUntil(lambda: window.going.place == "dossier" and not window.background.tasks, timeout=WAIT)
    assert len(dossier_of(window).proposals()) == 3


def test_of_two_copies_of_a_compilation_the_second_has_nothing_new_once_the_first_is_kept(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "d.adref") as dossier:
        data = as_it_leaves(dossier, redlines(dossier, "Person of "))
    files = [tmp_path / f"{number}.docx" for number in range(3)]
    for number, file in enumerate(files):
        file.write_bytes(named(data, b"%d" % number))
    window.desk.open(tmp_path / "d.adref")
    qtbot.waitUntil(lambda: window.going.place == "dossier" and not window.background.tasks, timeout=WAIT)
    page = come_back(qtbot, window, *files[:2])
    page.keep_wanted.emit()
    qtbot.waitUntil(lambda: page.view is not None and page.view.name == "1.docx", timeout=WAIT)
    qtbot.waitUntil(lambda: not window.background.tasks, timeout=WAIT)
    come_back(qtbot, window, files[2])
    qtbot.waitUntil(lambda: page.view is not None and page.view.name == "2.docx", timeout=WAIT)
    assert page.view is not None
    assert page.view.sums == "Nothing new: 2 stand as they left."
    assert [line.notice.words for line in window.notices.shown] == ["Nothing to add."]
