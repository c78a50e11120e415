"""From a paragraph on the screen to its lineage, and from there to a comparison or a draft."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.lineage.who_wrote import steps_of, who_wrote
from app.running.background import Task
from app.window.window import Window
from models.comparison.partly import places
from models.dossier import Dossier
from models.dossier.histories.proposed import Proposals
from models.draft import Draft, Kind, Paragraph, Run
from tests.app.at_the_keys import node
from tests.compared_at import at_label
from widgets.compare.changes.chosen import shown_words
from widgets.compare.changes.pointed import Pointed
from widgets.lineage.versions import Version

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints", "does not support raise")
WAIT = 20_000

TEXTS = (
    "Decides to meet in Geneva in 2005 and to consider the report of the Secretary-General;",
    "Decides to meet in Nairobi in 2005 and to consider the report of the Secretary-General;",
    "Decides to meet in Nairobi in 2006 and to consider the report of the Secretary-General;",
)
OTHER = "Requests all Member States to cooperate with the secretariat and to share their experience."


@pytest.fixture
def opened(qtbot: QtBot, window: Window, tmp_path: Path) -> Window:
    """The window on a dossier of three drafts."""
    path = tmp_path / "line.adref"
    with Dossier.create(path, title="A meeting") as dossier:
        parents: list[str] = []
        for number, text in enumerate(TEXTS):
            draft = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in (OTHER, text)))
            parents = [dossier.keep(draft, label=f"Rev.{number}", author=f"Delegation {number}", parents=parents).id]
    window.resize(1280, 800)
    window.desk.open(path)
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    return window


def read(qtbot: QtBot, window: Window, label: str, paragraph: str) -> None:
    window.showing.read_draft(node(window, label))
    qtbot.waitUntil(lambda: window.going.place == "text", timeout=WAIT)
    window.pages.text.jump_to(paragraph)


def at_lineage(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: window.going.place == "lineage" and not window.background.tasks, timeout=WAIT)


@pytest.mark.parametrize("came_from", ["Rev.1", "Rev.2"])
def test_it_opens_again_at_the_version_one_comes_from_however_long_those_before_it_are(
    qtbot: QtBot, window: Window, tmp_path: Path, came_from: str
) -> None:
    window.resize(1024, 640)
    long = "and requests the Secretary-General to report on the steps that were taken since then " * 18
    with Dossier.create(tmp_path / "long.adref", title="A meeting") as dossier:
        parents: list[str] = []
        for number in range(3):
            draft = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),)) for one in (OTHER, f"Decides {long};")))
            parents = [dossier.keep(draft, label=f"Rev.{number}", date=f"2025-01-0{number + 1}", parents=parents).id]
    window.desk.open(tmp_path / "long.adref")
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 3, timeout=WAIT)
    for label in ("Rev.0", came_from):
        read(qtbot, window, label, "OP2")
        window.acts["lineage"].trigger()
        at_lineage(qtbot, window)
        versions = window.pages.lineage.versions
        page, rows = versions.viewport(), versions.rows
        qtbot.waitUntil(lambda page=page, rows=rows: rows[0].height() > page.height(), timeout=WAIT)
    row, ground = rows[int(came_from[-1])], rows[0].parentWidget()
    # Rows are laid out more than once, and only then is it brought into sight.
    qtbot.waitUntil(lambda: page.rect().contains(row.geometry().translated(ground.pos())), timeout=WAIT)


def test_from_the_text_to_the_two_drafts_and_back(qtbot: QtBot, opened: Window) -> None:
    assert not opened.acts["lineage"].isEnabled()
    read(qtbot, opened, "Rev.2", "OP2")
    qtbot.keyClick(opened.pages.text.sheet, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at_lineage(qtbot, opened)
    page = opened.pages.lineage
    assert page.label.text() == "OP2"
    assert opened.top_bar.places["compare"].isChecked()
    rows = page.versions.rows
    assert [row.row.draft.label for row in rows] == ["Rev.0", "Rev.1", "Rev.2"]
    assert isinstance(QApplication.focusWidget(), Version)
    rows[1].setFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    both = opened.going.compared
    assert both is not None
    assert (both.old.title, both.new.title) == ("Rev.0", "Rev.1")
    chosen = opened.pages.compare.chosen()
    assert chosen is not None
    assert chosen.name == "OP2"
    # From the comparison the same paragraph again, now begun in Rev.1.
    qtbot.keyClick(opened.pages.compare.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    at_lineage(qtbot, opened)
    assert page.view is not None
    assert page.view.node == node(opened, "Rev.1")
    rows = page.versions.rows
    rows[2].setFocus()
    qtbot.keyClick(rows[2], Qt.Key.Key_R)
    qtbot.waitUntil(lambda: opened.going.place == "text", timeout=WAIT)
    assert opened.pages.text.sheet.chosen() == 1
    opened.going.go_back()
    assert opened.going.place == "lineage"


def test_the_comparison_stands_at_the_very_paragraph_where_two_are_called_alike(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    with Dossier.create(tmp_path / "articles.adref", title="A meeting") as dossier:
        parents: list[str] = []
        for number, text in enumerate(TEXTS[:2]):
            draft = Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(one),), number="1") for one in (OTHER, text)))
            parents = [dossier.keep(draft, label=f"Rev.{number}", parents=parents).id]
    window.desk.open(tmp_path / "articles.adref")
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 2, timeout=WAIT)
    read(qtbot, window, "Rev.1", "OP1")
    window.pages.text.jump_to_position(1)
    window.acts["lineage"].trigger()
    at_lineage(qtbot, window)
    row = window.pages.lineage.versions.rows[1]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    assert window.pages.compare.stands_at()[0] == (1, 1)


def test_from_a_comparison_what_did_not_change_is_followed_too(qtbot: QtBot, opened: Window) -> None:
    opened.pages.dossier.inspector.compare()
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    page = opened.pages.compare
    at_label(page, "OP1")
    assert page.chosen() is None
    opened.acts["lineage"].trigger()
    at_lineage(qtbot, opened)
    assert opened.pages.lineage.label.text() == "OP1"
    opened.acts["back"].trigger()
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    page.columns_wanted.emit()
    qtbot.waitUntil(lambda: opened.going.columned is not None and not opened.background.tasks, timeout=WAIT)
    at_label(page, "OP1")
    assert page.chosen() is None
    opened.acts["lineage"].trigger()
    at_lineage(qtbot, opened)
    assert opened.pages.lineage.label.text() == "OP1"


def test_selected_words_are_followed(qtbot: QtBot, opened: Window) -> None:
    read(qtbot, opened, "Rev.2", "OP2")
    sheet = opened.pages.text.sheet
    cursor = sheet.textCursor()
    start = cursor.block().position() + cursor.block().text().index("Nairobi in")
    cursor.setPosition(start)
    cursor.setPosition(start + len("Nairobi in"), QTextCursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)
    opened.acts["lineage"].trigger()
    at_lineage(qtbot, opened)
    page = opened.pages.lineage
    assert page.aside.head.text() == "Selected words"
    assert page.aside.who.text() == "Delegation 1, in Rev.1"
    assert [row.text() for row in page.aside.rows.rows[:3]] == ["Not there", "Comes in", "Stands"]


def test_of_words_that_stand_twice_those_that_are_selected_are_followed(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    old = "Urges all States to report on storms to the Assembly;"
    new = "Urges all States to report to the Assembly on storms to the Assembly;"
    with Dossier.create(tmp_path / "twice.adref", title="A meeting") as dossier:
        parents: list[str] = []
        for label, text in (("Rev.0", old), ("Rev.1", new)):
            parents = [dossier.keep(Draft((Paragraph(Kind.OPERATIVE, (Run(text),)),)), label=label, parents=parents).id]
    window.desk.open(tmp_path / "twice.adref")
    qtbot.waitUntil(lambda: window.going.place == "dossier" and len(window.desk.stories) == 2, timeout=WAIT)
    said = []
    for start in (new.index("to the"), new.rindex("to the")):
        read(qtbot, window, "Rev.1", "OP1")
        sheet = window.pages.text.sheet
        cursor = sheet.textCursor()
        begins = cursor.block().position() + cursor.block().text().index(new)
        cursor.setPosition(begins + start)
        cursor.setPosition(begins + start + len("to the Assembly"), QTextCursor.MoveMode.KeepAnchor)
        sheet.setTextCursor(cursor)
        window.acts["lineage"].trigger()
        at_lineage(qtbot, window)
        said.append([row.text() for row in window.pages.lineage.aside.rows.rows[:2]])
    assert said == [["Not there", "Comes in"], ["Stands from the first", "Stands"]]


def test_the_working_text_leads_to_the_draft_it_stands_on(qtbot: QtBot, opened: Window) -> None:
    opened.drafting.writing.begin(node(opened, "Rev.2"))
    qtbot.waitUntil(lambda: opened.going.writes and not opened.background.tasks, timeout=WAIT)
    opened.pages.text.jump_to("OP2")
    qtbot.waitUntil(lambda: opened.drafting.inspector.lineage_button.isVisible(), timeout=WAIT)
    opened.drafting.inspector.lineage_button.click()
    at_lineage(qtbot, opened)
    assert opened.pages.lineage.view is not None
    assert opened.pages.lineage.view.node == node(opened, "Rev.2")


def test_a_new_paragraph_has_no_lineage_and_that_is_said(qtbot: QtBot, opened: Window) -> None:
    opened.drafting.writing.begin(None)
    qtbot.waitUntil(lambda: opened.going.writes and not opened.background.tasks, timeout=WAIT)
    qtbot.keyClicks(opened.pages.text.sheet, "Decides nothing")
    opened.acts["lineage"].trigger()
    assert opened.going.place == "text"
    assert not any(task.lane == "page" for task in opened.background.tasks)


def test_where_to_put_the_cursor_is_said_no_more_once_a_lineage_is_shown(qtbot: QtBot, opened: Window) -> None:
    opened.comparing.drafts(node(opened, "Rev.0"), node(opened, "Rev.2"))
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    opened.acts["lineage"].trigger()
    assert opened.status_bar.said.text().startswith("Put the cursor into a paragraph")
    opened.pages.compare.next_change()
    opened.acts["lineage"].trigger()
    at_lineage(qtbot, opened)
    assert not opened.status_bar.said.isVisible()


def at_first_change(qtbot: QtBot, window: Window) -> None:
    """At the first change between the first draft and the last."""
    window.comparing.drafts(node(window, "Rev.0"), node(window, "Rev.2"))
    qtbot.waitUntil(lambda: window.going.place == "compare" and not window.background.tasks, timeout=WAIT)
    window.pages.compare.next_change()


def rest(window: Window) -> None:
    """Let the mouse rest on the first words that are new in the current paragraph."""
    view = window.pages.compare.view
    row = view.row_of(view.current or 0)
    assert row is not None
    box = view.boxes_of(row, 0)[1][0].center()
    at = QPoint(round(box.x()), round(box.y() + view.heights.tops[row] - view.scrolled))
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at)))


def said_at_rest(qtbot: QtBot, window: Window) -> str:
    rest(window)
    qtbot.waitUntil(lambda: bool(QToolTip.text()) and not window.background.tasks, timeout=WAIT)
    said = QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=WAIT)
    return said


def test_who_wrote_the_words_under_the_mouse_in_a_comparison(qtbot: QtBot, opened: Window) -> None:
    at_first_change(qtbot, opened)
    assert said_at_rest(qtbot, opened).splitlines() == [
        "“Nairobi in”: written in Rev.1, Delegation 1",
        "“2006”: written in Rev.2, Delegation 2",
        "“Geneva”: stood already in Rev.0, Delegation 0; gone in Rev.1, Delegation 1",
        "“in 2005”: stood already in Rev.0, Delegation 0; gone in Rev.2, Delegation 2",
    ]


def test_what_the_mouse_may_ask_is_read_when_the_comparison_has_stood_for_a_moment(
    qtbot: QtBot, opened: Window
) -> None:
    def of_who(task: Task[object]) -> bool:
        return task.lane == "who"

    with qtbot.waitSignal(opened.background.began, timeout=WAIT, check_params_cb=of_who):
        opened.comparing.drafts(node(opened, "Rev.0"), node(opened, "Rev.2"))
    qtbot.waitUntil(lambda: not opened.background.tasks, timeout=WAIT)
    assert not QToolTip.text()
    opened.going.go_to("dossier")
    opened.going.go_back()
    assert opened.going.place == "compare"
    with qtbot.waitSignal(opened.background.began, timeout=1000, raising=False, check_params_cb=of_who) as again:
        pass
    assert not again.signal_triggered


def test_a_dossier_that_is_closed_while_it_is_read_ahead_is_no_trouble(qtbot: QtBot, opened: Window) -> None:
    listing, told = opened.desk.listing, []
    assert listing is not None
    opened.background.report.told.connect(told.append)

    def close(task: Task[object]) -> None:
        if task.lane == "who":
            opened.desk.close()
            listing.dossier.close()

    opened.background.began.connect(close)
    opened.comparing.drafts(node(opened, "Rev.0"), node(opened, "Rev.2"))
    qtbot.waitUntil(lambda: opened.desk.listing is None and not opened.background.tasks, timeout=WAIT)
    qtbot.wait(50)
    assert not told


def test_who_wrote_the_words_under_the_mouse_in_columns(qtbot: QtBot, opened: Window) -> None:
    at_first_change(qtbot, opened)
    opened.pages.compare.forms.part(2).click()
    qtbot.waitUntil(lambda: opened.going.columned is not None and not opened.background.tasks, timeout=WAIT)
    view = opened.pages.compare.pane.view
    qtbot.keyClick(view, Qt.Key.Key_N)
    row = view.row_of(view.current or 0)
    assert row is not None

    def at(column: int) -> QPointF | None:
        left, wide = view.lane_place(column)
        top = view.heights.tops[row or 0] - view.scrolled
        places = (QPointF(left + x, top + y) for y in range(8, 200, 8) for x in range(8, round(wide), 8))
        return next((place for place in places if view.pointed_at(place) is not None), None)

    said = {}
    for column in range(3):
        place = at(column)
        if place is None:
            continue
        point = place.toPoint()
        event = QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
        QApplication.sendEvent(view.viewport(), event)
        qtbot.waitUntil(lambda: bool(QToolTip.text()) and not opened.background.tasks, timeout=WAIT)
        said[column] = QToolTip.text().splitlines()
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=WAIT)
    assert said == {
        1: [
            "“Nairobi”: written in Rev.1, Delegation 1",
            "“Geneva”: stood already in Rev.0, Delegation 0; gone in Rev.1, Delegation 1",
        ],
        2: [
            "“2006”: written in Rev.2, Delegation 2",
            "“2005”: stood already in Rev.0, Delegation 0; gone in Rev.2, Delegation 2",
        ],
    }


def test_who_wrote_words_that_were_divided_or_joined(tmp_path: Path) -> None:
    whole = "Urges all Member States to report on their progress in good time, and to share all hydrological data;"
    halves = (
        "Urges all Member States to report on their own progress in good time;",
        "Also urges them to share all the hydrological data;",
    )

    def text(*lines: str) -> Draft:
        return Draft(tuple(Paragraph(Kind.OPERATIVE, (Run(line),)) for line in lines))

    with Dossier.create(tmp_path / "divided.adref") as dossier:
        first = dossier.keep(text(whole), label="Base", author="Chair").id
        last = dossier.keep(text(*halves), label="Rev.1", author="Fiji", parents=[first]).id
        again = dossier.keep(text(whole), label="Rev.2", author="Peru", parents=[last]).id
        told = {}
        for old, new in ((first, last), (last, again)):
            comparison = dossier.compared(old, new)
            (change,) = comparison.changes
            proposals = Proposals(dossier, steps_of(dossier, [(old, comparison.old), (new, comparison.new)]))
            told[change.kind] = [
                who_wrote(dossier, (old, new), Pointed(comparison, 0, place), proposals).splitlines()
                for place in range(len(places(shown_words(change))))
            ]
    assert told["split"] == [
        ["“own”: written in Rev.1, Fiji"],
        ["“Also urges them”: written in Rev.1, Fiji", "“and”: stood already in Base, Chair; gone in Rev.1, Fiji"],
        ["“the”: written in Rev.1, Fiji"],
    ]
    assert told["merged"] == [
        ["“own”: written in Rev.1, Fiji; gone in Rev.2, Peru"],
        [
            "“and”: back in Rev.2, Peru; first in Base, Chair",
            "“Also urges them”: written in Rev.1, Fiji; gone in Rev.2, Peru",
        ],
        ["“the”: written in Rev.1, Fiji; gone in Rev.2, Peru"],
    ]


def test_words_are_written_on_the_way_to_a_draft_and_not_beside_it(tmp_path: Path) -> None:
    def text(words: str) -> Draft:
        return Draft((Paragraph(Kind.OPERATIVE, (Run(f"Decides to meet in {words} and to consider the report;"),)),))

    with Dossier.create(tmp_path / "branches.adref") as dossier:
        first = dossier.keep(text("Geneva"), label="Base", date="2025-01-01").id
        dossier.keep(text("Nairobi this summer"), label="Room text", author="Chair", date="2025-02-01", parents=[first])
        last = dossier.keep(text("Nairobi"), label="Rev.1", author="Fiji", date="2025-03-01", parents=[first]).id
        comparison = dossier.compared(first, last)
        proposals = Proposals(dossier, steps_of(dossier, [(first, comparison.old), (last, comparison.new)]))
        assert who_wrote(dossier, (first, last), Pointed(comparison, 0, 0), proposals).splitlines() == [
            "“Nairobi”: written in Rev.1, 1 March 2025, Fiji",
            "“Geneva”: stood already in Base, 1 January 2025, author unknown; gone in Rev.1, 1 March 2025, Fiji",
        ]


def test_words_of_a_script_that_runs_from_right_to_left_stand_in_its_marks(tmp_path: Path) -> None:
    def text(session: str) -> Draft:
        words = (
            f"تطلب إلى جميع الدول الأعضاء أن تقدم تقريرا إلى الجمعية العامة في دورتها {session} عن تنفيذ هذا القرار؛"
        )
        return Draft((Paragraph(Kind.OPERATIVE, (Run(words),)),))

    with Dossier.create(tmp_path / "arabic.adref") as dossier:
        first = dossier.keep(text("الستين"), label="م.1", author="مصر").id
        last = dossier.keep(text("السبعين"), label="Rev.1", author="Fiji", parents=[first]).id
        comparison = dossier.compared(first, last)
        proposals = Proposals(dossier, steps_of(dossier, [(first, comparison.old), (last, comparison.new)]))
        said = who_wrote(dossier, (first, last), Pointed(comparison, 0, 0), proposals)
    assert said.replace("\u2068", "<").replace("\u2069", ">").splitlines() == [
        "<«السبعين»>: written in Rev.1, Fiji",
        "<«الستين»>: stood already in <م.1>, <مصر>; gone in Rev.1, Fiji",
    ]


def test_nobody_is_said_to_have_written_what_the_mouse_has_left(qtbot: QtBot, opened: Window) -> None:
    opened.comparing.drafts(node(opened, "Rev.0"), node(opened, "Rev.2"))
    qtbot.waitUntil(lambda: opened.going.place == "compare" and not opened.background.tasks, timeout=WAIT)
    view, comparison = opened.pages.compare.view, opened.pages.compare.view.arrangement.comparison
    number = next(number for number, change in enumerate(comparison.changes) if change.weight == "substance")
    view.say_who(Pointed(comparison, number, 0), "Delegation 1")
    assert not QToolTip.text()


def test_a_draft_that_is_called_otherwise_is_so_under_the_mouse(qtbot: QtBot, opened: Window) -> None:
    at_first_change(qtbot, opened)
    assert "written in Rev.1, Delegation 1" in said_at_rest(qtbot, opened)
    opened.pages.dossier.amend_given.emit(node(opened, "Rev.1"), {"author": "Fiji"})
    qtbot.waitUntil(lambda: not opened.background.tasks, timeout=WAIT)
    assert opened.going.place == "compare"
    assert "written in Rev.1, Fiji" in said_at_rest(qtbot, opened)


def test_what_is_said_of_words_goes_when_others_come_under_the_mouse(qtbot: QtBot, opened: Window) -> None:
    at_first_change(qtbot, opened)
    rest(opened)
    qtbot.waitUntil(lambda: bool(QToolTip.text()), timeout=WAIT)
    opened.pages.compare.view.scrollContentsBy(0, 0)
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=WAIT)
    rest(opened)
    opened.going.go_to("dossier")
    qtbot.waitUntil(lambda: not opened.background.tasks, timeout=WAIT)
    assert not QToolTip.text()
