"""What was done, the texts being written, and going on from a draft, on the dossier page."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft.days import whole_day
from widgets.dossier.drafts import DraftRow
from widgets.dossier.page import DossierPage
from widgets.dossier.telling import Event, clock_words, day_words, local, sentence
from widgets.dossier.working import WorkingRow, recovered_notice
from widgets.paper.direction import isolated
from widgets.shell.grouped_rows import ENTRY
from widgets.shell.notices import Notices
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
AT = datetime(2026, 11, 24, 12, 41, 8)
DRAFTS = (DraftRow("b", "Rev.1", ("a",), "1 March 2026"), DraftRow("a", "L.37"))
TEXTS = [WorkingRow("w1", "Rev.1", AT, 6), WorkingRow("w2", "L.37", AT, 1)]


def _plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> DossierPage:
    style.apply(qapp, "light")
    made = DossierPage()
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show_rows(DRAFTS)
    made.show()
    return made


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (Event("kept", AT, "b", "Rev.1", "A", other="L.37"), "A kept Rev.1, written on L.37."),
        (Event("kept", AT, "b", "Rev.1"), "Rev.1 was kept."),
        (Event("amended", AT, "b", "Rev.1", "A", "date", "14 November"), "A set the date of Rev.1 to 14 November."),
        (Event("amended", AT, "b", "Rev.1", "", "date", "14 November"), "The date of Rev.1 became 14 November."),
        (Event("amended", AT, "b", "Rev.1", "A", "note"), "A took back the note of Rev.1."),
        (Event("amended", AT, "b", "a41bc0f2", "A", "label", "Rev.1"), "A named a41bc0f2 Rev.1."),
        (Event("amended", AT, "b", "Rev.1", "", "label", "Rev.2"), "Rev.1 was named Rev.2."),
        (Event("paired", AT, "b", "Rev.1", "A", "OP3 with PP1", other="L.3"), "A paired OP3 with PP1, Rev.1 and L.3."),
        (Event("unpaired", AT, "b", "Rev.1", "", "OP3 and PP17"), "OP3 and PP17 parted by hand, Rev.1."),
        (Event("adopted", AT, "b", "A/RES/58/208"), "A/RES/58/208 was adopted."),
    ],
)  # fmt: skip
def test_events_are_sentences(event: Event, words: str) -> None:
    assert _plain(sentence(event)) == words


def test_days_and_local_times() -> None:
    today = date(2026, 11, 24)
    assert [day_words(day, today) for day in (today, date(2026, 11, 23), date(2025, 11, 24))] == [
        "Today",
        "Yesterday",
        "24 November 2025",
    ]
    moment = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    assert local(moment) == moment
    assert local(moment).utcoffset() == moment.astimezone().utcoffset()
    assert local(AT) is AT


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system cannot be set")
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_a_day_without_an_hour_shows_no_hour_and_stays_that_day(
    zone: str, page: DossierPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        day = datetime(2026, 11, 20, tzinfo=UTC)
        rows = page.timeline.events
        page.timeline.show_events([Event("kept", day, "a", "L.37"), Event("kept", AT, "b", "Rev.1")], AT.date())
        said = [_plain(rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(rows.rowCount())]
    finally:
        monkeypatch.undo()
        time.tzset()
    assert said == ["Today", "12:41, Rev.1 was kept.", "20 November 2026", "L.37 was kept."]


def test_the_timeline_is_newest_first_and_leads_to_drafts(qtbot: QtBot, page: DossierPage) -> None:
    with qtbot.waitSignal(page.timeline_wanted):
        page.views.part(1).click()
    older = datetime(2026, 11, 20, 7, 0)
    page.timeline.show_events([Event("kept", older, "a", "L.37"), Event("kept", AT, "b", "Rev.1")], date(2026, 11, 24))
    rows = page.timeline.events
    said = [_plain(rows.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for at in range(rows.rowCount())]
    assert said == ["Today", "12:41, Rev.1 was kept.", "20 November 2026", "07:00, L.37 was kept."]
    page.timeline.setCurrentIndex(rows.index(3, 0))
    qtbot.keyClick(page.timeline, Qt.Key.Key_Return)
    assert page.choice == "a"
    assert page.list.isVisible()
    assert page.views.choice() == 0


def test_the_timeline_marks_its_first_event_before_a_key_and_down_goes_to_the_second(
    qtbot: QtBot, page: DossierPage
) -> None:
    events = [Event("kept", AT, name, name) for name in "abc"]
    page.timeline_wanted.connect(lambda: page.timeline.show_events(events, AT.date()))
    page.activateWindow()
    page.views.part(1).click()
    qtbot.waitUntil(page.timeline.hasFocus)
    assert [index.row() for index in page.timeline.selectedIndexes()] == [1]
    qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    assert [index.row() for index in page.timeline.selectedIndexes()] == [2]


def test_events_that_come_when_the_keyboard_is_there_mark_the_first_and_leave_who_is_at_one_where_he_is(
    qtbot: QtBot, page: DossierPage
) -> None:
    events = [Event("kept", AT + timedelta(minutes=at), name, name) for at, name in enumerate("abc")]
    page.activateWindow()
    page.views.part(1).click()
    qtbot.waitUntil(page.timeline.hasFocus)

    def marked() -> list[str]:
        return [index.data(ENTRY).draft for index in page.timeline.selectedIndexes()]

    page.show_events(events)
    assert marked() == ["c"]
    qtbot.keyClick(page.timeline, Qt.Key.Key_Down)
    later = Event("kept", AT + timedelta(days=1), "d", "d")
    page.show_events([*events, later])
    assert marked() == ["b"]
    page.show_events([events[0], later])
    assert marked() == ["d"]
    page.show_events([])
    assert marked() == []
    page.views.part(0).click()
    page.list.setFocus()
    page.show_events(events)
    assert marked() == []


def test_writing_on_and_restoring_are_asked_for(qtbot: QtBot, page: DossierPage) -> None:
    for button, signal in (
        (page.inspector.branch_button, page.branch_asked),
        (page.inspector.restore_button, page.restore_asked),
    ):
        with qtbot.waitSignal(signal) as asked:
            button.click()
        assert asked.args == ["b"]
    page.list.selectAll()
    assert not page.inspector.branch_button.isVisible()
    assert not page.inspector.restore_button.isVisible()


def test_a_working_text_goes_on_in_one_click(qtbot: QtBot, page: DossierPage) -> None:
    page.show_working(TEXTS)
    line = page.working.lines[0]
    assert _plain(line.words.text()) == "Working text on Rev.1, 12:41 on 24 November 2026, 6 paragraphs changed"
    with qtbot.waitSignal(page.continue_asked) as asked:
        line.continue_button.click()
    assert asked.args == ["w1"]
    page.show_working([])
    assert not page.working.isVisible()


def test_the_time_of_a_text_is_told_with_its_day_once_that_is_over(
    page: DossierPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Then(date):
        @classmethod
        def today(cls) -> Then:
            return cls(AT.year, AT.month, AT.day)

    monkeypatch.setattr("widgets.dossier.telling.date", Then)
    page.show_working(TEXTS)
    assert "12:41, 6" in page.working.lines[0].words.text()
    monkeypatch.undo()
    page.show_working(TEXTS)
    assert "12:41 on 24 November 2026, 6" in page.working.lines[0].words.text()


def test_a_text_that_is_written_on_keeps_its_row(page: DossierPage) -> None:
    page.show_working(TEXTS)
    lines = list(page.working.lines)
    lines[1].discard_button.click()
    on = [replace(text, changed=text.changed + 5) for text in TEXTS]
    page.show_working(on)
    assert page.working.lines == lines  # made anew they would take as long as a key
    assert "11 paragraphs changed" in _plain(lines[0].words.text())
    assert lines[0].continue_button.accessibleName().endswith("11 paragraphs changed")
    assert lines[0].discard_button.accessibleName().startswith("Discard Working text")
    asked = on[1].changed
    assert lines[1].asking
    assert f"Its {asked} changes" in lines[1].words.text()
    lines[1].leave()
    assert lines[1].words.text() == on[1].words
    page.show_working([replace(on[0], only_read=True), on[1]])
    assert page.working.lines[0].continue_button.text() == "Read"


def test_discarding_asks_in_the_row(qtbot: QtBot, page: DossierPage) -> None:
    page.show_working(TEXTS)
    line = page.working.lines[1]
    with qtbot.assertNotEmitted(page.discard_asked):
        line.discard_button.click()
        assert line.asking
        qtbot.keyClick(line.keep_button, Qt.Key.Key_Escape)
        assert not line.asking
        line.discard_button.click()
        page.show_working(TEXTS)  # as when its time is told again
    line = page.working.lines[1]
    assert line.asking
    with qtbot.waitSignal(page.discard_asked) as asked:
        line.sure_button.click()
    assert asked.args == ["w2"]


def test_a_new_text_shows_in_a_dossier_without_drafts(page: DossierPage) -> None:
    page.show_rows(())
    assert page.open_button.isVisible()
    page.show_working([WorkingRow("w", "", AT, 0)])
    assert not page.open_button.isVisible()
    assert page.working.lines[0].words.text() == "New text, 12:41 on 24 November 2026, nothing changed yet"
    page.show_working([WorkingRow("w", "", AT, 1, begins="Recalling its resolution 56/203 of 21 December")])
    begins = isolated("Recalling its resolution 56/203…")
    assert page.working.lines[0].words.text() == f"New text “{begins}”, 12:41 on 24 November 2026, 1 paragraph"
    page.show_working([WorkingRow("w", "", AT, 1, begins="The General Assembly,")])
    begins = isolated("The General Assembly")
    assert page.working.lines[0].words.text() == f"New text “{begins}”, 12:41 on 24 November 2026, 1 paragraph"


def test_where_a_text_is_to_be_gone_on_with_enter_does_it(page: DossierPage, qtbot: QtBot) -> None:
    page.window().activateWindow()
    page.show_rows(())
    page.first.setFocus()
    assert page.first is page.open_button
    page.show_working([WorkingRow("w", "", AT, 2), WorkingRow("v", "", AT, 1)])
    assert page.window().focusWidget() is page.first is page.working.lines[0].continue_button
    page.working.lines[1].discard_button.setFocus()
    page.show_working([WorkingRow("v", "", AT, 3), WorkingRow("w", "", AT, 2)])  # it is being written elsewhere
    assert page.window().focusWidget() is page.working.lines[0].continue_button
    with qtbot.waitSignal(page.continue_asked) as asked:
        QTest.keyClick(page.working.lines[0].continue_button, Qt.Key.Key_Return)
    assert asked.args == ["v"]


def test_a_time_of_today_needs_no_day() -> None:
    now = datetime.now().astimezone().replace(tzinfo=None, microsecond=0)
    yesterday = now - timedelta(days=1)
    assert clock_words(now, seconds=True) == f"{now:%H:%M:%S}"
    assert clock_words(yesterday) == f"{yesterday:%H:%M} on {whole_day(yesterday.date())}"


def test_what_was_not_closed_is_said_and_goes_on(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    notices, done = Notices(), list[int]()
    qtbot.addWidget(notices)
    line = notices.show_notice(recovered_notice("Rev.1", AT, lambda: done.append(1)))
    assert (
        _plain(line.head.text())
        == "The working text of Rev.1 was not closed; it is here as of 12:41:08 on 24 November 2026."
    )
    line.buttons[0].click()
    assert done == [1]


def test_where_room_is_short_what_is_said_of_a_text_takes_two_lines(page: DossierPage) -> None:
    page.show_working(TEXTS)
    page.resize(640, 700)
    words = page.working.lines[0].words
    assert words.wordWrap()
    assert words.height() >= words.heightForWidth(words.width()) > words.fontMetrics().height() * 2
