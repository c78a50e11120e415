"""Words that are shortened: names in their middle, each name its share of a line, clauses whole."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from widgets.dossier.telling import Event, sentence
from widgets.merge.answer_button import SideAnswer
from widgets.merge.bar import MergeBar
from widgets.merge.columns import SideHead, SideName
from widgets.paper.direction import isolated, unmarked
from widgets.paper.elided import clauses_in, line_in, name_in
from widgets.paper.phrase import LaidPhrase
from widgets.shell.top_bar import Title
from widgets.theme import fonts
from widgets.theme.cut import cut_in, whole_words, without_way, words_in

ELEVEN, TWELVE = (f"Revised consolidated negotiating text, as it stood on {day} November" for day in (11, 12))


def test_names_that_differ_at_their_ends_differ_when_shortened(qapp: QApplication) -> None:
    metrics = QFontMetricsF(fonts.serif(15, 600))
    shown = [name_in(metrics, name, 240) for name in (ELEVEN, TWELVE)]
    assert shown[0] != shown[1]
    assert all(metrics.horizontalAdvance(one) <= 240 for one in shown)


def test_each_name_of_a_line_has_its_share(qapp: QApplication) -> None:
    metrics = QFontMetricsF(fonts.small())
    shown = unmarked(line_in(metrics, f"{isolated(ELEVEN)} against {isolated(TWELVE)}", 420))
    one, _, other = shown.partition(" against ")
    assert one.startswith("Revised")
    assert one.endswith("11 November")
    assert other.startswith("Revised")
    assert other.endswith("12 November")
    assert metrics.horizontalAdvance(shown) <= 420
    short = unmarked(line_in(metrics, f"{isolated('L.39')} against {isolated(TWELVE)}", 420))
    assert short.startswith("L.39 against Revised")
    assert len(short) > len(shown) - 3
    assert line_in(metrics, "Second Committee, 58th session", 60).endswith("…")


def test_half_a_clause_is_not_shown(qapp: QApplication) -> None:
    metrics = QFontMetricsF(fonts.serif(15))
    told = "14 reworded, 2 deleted; OP9 decides; OP2 urges, no longer invites"
    room = metrics.horizontalAdvance("14 reworded, 2 deleted; OP9 decides; OP2 urges, no …")
    assert clauses_in(metrics, told, room) == "14 reworded, 2 deleted; OP9 decides; …"
    assert clauses_in(metrics, told, 2000) == told
    assert clauses_in(metrics, "14 reworded", 30).endswith("…")


def test_a_line_without_room_for_its_name_is_cut_at_its_end(qapp: QApplication) -> None:
    metrics = QFontMetricsF(fonts.small())
    line = f"10 March 2025, Kenya, against {isolated(TWELVE)}"
    room = metrics.horizontalAdvance("10 March 2025, Kenya, against") + 8
    assert unmarked(line_in(metrics, line, room)).endswith("…")


@pytest.mark.parametrize("long", [False, True])
def test_a_long_title_leaves_room_for_what_is_open(qtbot: QtBot, long: bool) -> None:
    title = Title()
    qtbot.addWidget(title)
    title.resize(600, 32)
    words = "Coordination of emergency humanitarian assistance of the United Nations" if long else "One"
    title.set(words, "Working text on Rev.1")
    shown, line = title.in_sight
    assert line == "Working text on Rev.1"
    assert shown == words or (long and shown.endswith("…"))
    title.set(words, f"Working text on {'a very long name ' * 20}")
    assert title.in_sight[1].startswith("Working text on")
    title.resize(90, 32)
    assert not long or title.in_sight[1] == ""


@pytest.mark.parametrize(
    ("words", "kept", "seen"),
    [
        ("Requests the Secretary-General to report", 38, "Requests the Secretary-General to"),
        ("Requests the Secretary-General to report", 33, "Requests the Secretary-General to"),
        ("Requests the Secretary-General to report", 34, "Requests the Secretary-General to"),
        ("Requests the Secretary-General to report", 40, "Requests the Secretary-General to report"),
        ("Noting the work undertaken, in particular", 29, "Noting the work undertaken"),
        ("Vice-Chairperson of the Committee", 9, "Vice-Chai"),
        ("To intergovernmentalization", 14, "To intergovern"),
        ("Просит Генерального секретаря представить доклад", 38, "Просит Генерального секретаря"),
        ("请秘书长向大会第八十届会议提出报告", 9, "请秘书长向大会第八"),
        ("يطلب إلى الأمين العام أن يقدم تقريرا", 27, "يطلب إلى الأمين العام أن"),
    ],
)
def test_a_phrase_is_cut_behind_a_word(words: str, kept: int, seen: str) -> None:
    assert whole_words(words, kept) == seen


@pytest.mark.parametrize("words", ["Requests the Secretary-General to report", "يطلب إلى الأمين العام أن يقدم تقريرا"])
def test_a_row_ends_with_a_word(qapp: QApplication, words: str) -> None:
    metrics = QFontMetricsF(fonts.serif(15))
    for share in (0.85, 0.9, 0.95):
        room = metrics.horizontalAdvance(words) * share
        phrase = LaidPhrase(((words, False),), 15, room, QColor(), mirrored=False)
        for cut in (words_in(metrics, words, room), phrase.words):
            seen = without_way(cut).removesuffix("…")
            assert words[len(seen)] == " "


@pytest.mark.parametrize(
    ("words", "right_to_left"),
    [
        ("تحيط علما بتقرير UN-Water and the 2030 Agenda for Sustainable Development", True),
        ("تحيط علما بتقرير الأمين العام عن حالة المياه في العالم", True),
        ("Adds “UNESCO وإلى تقرير الأمين العام عن حالة المياه في العالم”", False),
        ("Adds “تقرير الأمين العام UN-Water and the 2030 Agenda for Sustainable Development”", False),
        ("Adds «⁨مسودة⁩» and the 2030 Agenda for Sustainable Development and all that follows", False),
    ],
)
def test_the_ellipsis_stands_where_the_words_end_whichever_way_they_run(
    qapp: QApplication, words: str, right_to_left: bool
) -> None:
    metrics = QFontMetricsF(fonts.serif(18))
    cut = cut_in(metrics, words, 300)
    assert metrics.horizontalAdvance(cut) <= 300
    layout, option = QTextLayout(cut, fonts.serif(18)), QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(400)
    layout.endLayout()
    at = cut.index("…")

    last, dots = (line.glyphRuns(place, 1)[0].boundingRect() for place in (len(cut[:at].rstrip()) - 1, at))
    assert max(last.left(), dots.left()) - min(last.right(), dots.right()) < metrics.averageCharWidth()


def test_words_of_one_direction_are_cut_as_ever(qapp: QApplication) -> None:
    metrics = QFontMetricsF(fonts.serif(15))
    assert cut_in(metrics, "Rappelant l’état des choses", 90).endswith("…")
    assert cut_in(metrics, "مسودة", 250) == "مسودة"


def test_an_answer_on_two_lines_is_cut_where_its_words_end(qtbot: QtBot) -> None:
    button = SideAnswer("Theirs", "2")
    qtbot.addWidget(button)
    button.say(
        "وإذ تحيط علما بتقرير الأمين العام عن حالة المياه UN-Water and the 2030 Agenda for Sustainable Development"
    )
    button.fit(300, 2)
    assert button._lines is not None
    shown = button._lines.text()
    assert "…" in shown
    assert without_way(shown) != shown


def test_the_texts_of_a_merge_are_told_apart_where_room_is_short(qapp: QApplication) -> None:
    heads, bar = (SideHead(1), SideHead(2)), MergeBar()
    names = SideName("Zero draft"), SideName(ELEVEN), SideName(TWELVE)
    for head, name in zip(heads, names[1:], strict=True):
        head.show_name(name)
    bar.show_names(names)
    assert [unmarked(head.title.shortened(330))[-11:] for head in heads] == ["11 November", "12 November"]
    facts = unmarked(bar.facts.shortened(500))
    assert "11 November with " in facts
    assert facts.endswith("12 November, both from Zero draft")


def test_long_names_leave_room_for_what_was_done(qapp: QApplication) -> None:
    kept = Event("kept", datetime(2026, 11, 24, 12, 41), "a", ELEVEN, other=TWELVE)
    words = unmarked(line_in(QFontMetricsF(fonts.serif(15)), sentence(kept), 700))
    assert "11 November was kept, written on " in words
    assert words.endswith("12 November.")
