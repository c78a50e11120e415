"""The projector: what fits, what is marked, what is not shown, holding and black, the bar of the main window."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.comparison.words.plain import word_diff
from models.draft import Footnote, Run
from widgets.paper.pieces import Mark
from widgets.projector import window
from widgets.projector.bar import ProjectorBar
from widgets.projector.fitting import LARGEST, LEAST, fit
from widgets.projector.paragraph import ProjectorParagraph, before_caret, bracketed, heading, pieces_of
from widgets.projector.window import ProjectorWindow
from widgets.theme import style
from widgets.theme.tokens import LIGHT

pytestmark = [pytest.mark.usefixtures("dressed"), pytest.mark.qt_log_ignore("does not support propagateSizeHints")]
TITLE = "Dust and sand"


def paragraph(text: str, number: str = "9.", label: str = "OP9") -> ProjectorParagraph:
    verb, _, rest = text.partition(" ")
    return ProjectorParagraph((Run(verb, italic=True), Run(f" {rest}")), number, label)


@pytest.fixture
def projector(qtbot: QtBot) -> ProjectorWindow:
    made = ProjectorWindow()
    qtbot.addWidget(made)
    made.resize(1280, 720)
    made.show_text(TITLE, [paragraph("Decides to meet;")], 0)
    made.show()
    return made


# Paragraphs


def test_words_are_marked_and_keep_their_looks() -> None:
    words = word_diff("Decides to meet soon;", "Decides to meet;")
    pieces = pieces_of(ProjectorParagraph((Run("Decides", italic=True), Run(" to meet;")), words=words))
    assert [(piece.text, piece.mark) for piece in pieces if piece.mark is not Mark.NONE] == [(" soon", Mark.REMOVED)]
    assert pieces[0].text == "Decides"
    assert pieces[0].italic


def test_words_of_another_text_are_left_out() -> None:
    words = word_diff("Decides to part;", "Decides to go;")
    pieces = pieces_of(ProjectorParagraph((Run("Decides to meet;"),), words=words))
    assert [(piece.text, piece.mark) for piece in pieces] == [("Decides to meet;", Mark.NONE)]


def test_new_and_gone_paragraphs_are_marked_as_a_whole() -> None:
    new = pieces_of(ProjectorParagraph((Run("Decides to meet;"),), words=(("insert", "Decides to meet;"),)))
    gone = pieces_of(ProjectorParagraph((), words=(("delete", "Decides to part;"),)))
    assert [(piece.text, piece.mark) for piece in new] == [("Decides to meet;", Mark.ADDED)]
    assert [(piece.text, piece.mark) for piece in gone] == [("Decides to part;", Mark.REMOVED)]


def test_note_marks_are_shown_and_are_no_change_where_the_base_is_not_known() -> None:
    note = Footnote(4, "13", (Run("See the report."),))
    runs = (Run("Decides"), Run(footnote=4), Run(" to meet;"))
    pieces = pieces_of(ProjectorParagraph(runs, words=word_diff("Decides;", "Decides to meet;"), notes=(note,)))
    assert [(piece.text, piece.mark) for piece in pieces if piece.note] == [("13", Mark.NONE)]
    known = ProjectorParagraph(
        runs, words=word_diff("Decides;", "Decides to meet;"), notes=(note,), base=(Run("Decides;"),)
    )
    assert [(piece.text, piece.mark) for piece in pieces_of(known) if piece.note] == [("13", Mark.ADDED)]


def test_a_note_that_is_gone_is_struck_and_has_no_number() -> None:
    old = (Run("Decides"), Run(footnote=4), Run(" to meet;"))
    words = word_diff("Decides to meet;", "Decides to go;")
    pieces = pieces_of(ProjectorParagraph((Run("Decides to go;"),), words=words, base=old))
    assert [(piece.text, piece.mark) for piece in pieces if piece.note] == [("*", Mark.REMOVED)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("a [b] c [d]", ["[b]", "[d]"]),
        ("a [b [c] d] e", ["[b [c] d]"]),
        ("a [b [c] d", ["[c]"]),
        ("a] b [c", []),
        ("see[^1] this [x]", ["[x]"]),
    ],
)
def test_outermost_pairs_of_brackets(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in bracketed(text)] == spans


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["OP9"], "Operative paragraph 9"),
        (["PP3", "PP4", "PP5"], "Preambular paragraphs 3 to 5"),
        (["OP10", "OP10 (a)", "OP10 (b)"], "Operative paragraph 10"),
        (["PP16", "OP1"], "Preambular paragraph 16 to operative paragraph 1"),
        (["OP3 bis"], "Operative paragraph 3 bis"),
        (["", ""], ""),
        (["Annex"], "Annex"),
    ],
)
def test_paragraphs_are_named_as_they_are_said(labels: list[str], said: str) -> None:
    assert heading(labels) == said


# Fitting


@pytest.mark.parametrize("words", [3, 40, 90, 150, 400, 1200])
@pytest.mark.parametrize("room", [(1050.0, 530.0), (1574.0, 800.0)])
def test_the_largest_letters_that_fit_and_pages_beyond(words: int, room: tuple[float, float]) -> None:
    screen = room[0] / 0.82
    one = paragraph("Requests " + "consultation with States " * (words // 3))
    fitted = fit([one], room, screen, LIGHT)
    least, largest = round(screen * LEAST), round(screen * LARGEST)
    assert least <= fitted.size <= largest
    for start, end in fitted.pages:
        assert end - start <= room[1]
    starts = [start for start, _ in fitted.pages[1:]]
    assert starts == [end for _, end in fitted.pages[:-1]]
    assert fitted.pages[-1][1] == pytest.approx(fitted.height)
    if len(fitted.pages) > 1:
        assert fitted.size == least
    elif fitted.size < largest:
        larger = fit([one], (room[0], 1e9), (fitted.size + 1) / LARGEST, LIGHT)
        assert larger.size == fitted.size + 1
        assert larger.height > room[1]


def test_a_guess_changes_nothing_but_the_time() -> None:
    one = paragraph("Requests " + "consultation with States " * 40)
    plain = fit([one], (1050.0, 530.0), 1280, LIGHT)
    for guess in (0.0, plain.size, plain.size - 3, plain.size + 3, 26.0, 47.0):
        assert fit([one], (1050.0, 530.0), 1280, LIGHT, guess=guess).size == plain.size


def test_a_note_cited_twice_stands_once_under_the_text() -> None:
    note = Footnote(1, "1", (Run("See the report."),))
    one = ProjectorParagraph((Run("Decides"), Run(footnote=1)), "1.", "OP1", notes=(note,))
    two = ProjectorParagraph((Run("Notes"), Run(footnote=1)), "2.", "OP2", notes=(note,))
    rows = fit([one, two], (1050.0, 530.0), 1280, LIGHT, notes=True).rows
    assert [row.number for row in rows] == ["1.", "2.", "1"]
    assert [row.number for row in fit([one, two], (1050.0, 530.0), 1280, LIGHT).rows] == ["1.", "2."]


# The window


def test_it_follows_and_stands_still(projector: ProjectorWindow, qtbot: QtBot) -> None:
    projector.show_text(TITLE, [paragraph("Notes it;", "2.", "OP2")], 0)
    qtbot.waitUntil(lambda: projector.shown == "OP2")
    qtbot.keyClick(projector, Qt.Key.Key_H)
    projector.show_text(TITLE, [paragraph("Welcomes it;", "3.", "OP3")], 0)
    qtbot.wait(150)
    assert projector.shown == "OP2"
    projector.show_text(TITLE, [paragraph("Regrets it;", "4.", "OP4")], 0, asked=True)
    assert projector.shown == "OP4"
    projector.show_text(TITLE, [paragraph("Urges it;", "5.", "OP5")], 0)
    qtbot.keyClick(projector, Qt.Key.Key_H)
    assert (projector.shown, projector.holds) == ("OP5", False)


def test_what_waited_when_it_began_to_stand_still_is_not_shown(projector: ProjectorWindow, qtbot: QtBot) -> None:
    projector.show_text(TITLE, [paragraph("Notes it;", "2.", "OP2")], 0)
    projector.hold(True)
    qtbot.wait(150)
    assert projector.shown == "OP9"


def test_when_it_follows_again_the_text_at_the_cursor_is_asked_for(projector: ProjectorWindow, qtbot: QtBot) -> None:
    projector.hold(True)
    with qtbot.waitSignal(projector.followed):
        projector.hold(False)


def test_a_paragraph_without_a_label_is_called_by_its_words(projector: ProjectorWindow) -> None:
    projector.show_text(TITLE, [ProjectorParagraph((Run("Means of implementation and of review"),))], 0, asked=True)
    assert projector.shown == "“Means of implementation and of…”"


def test_keys_ask_for_other_paragraphs(projector: ProjectorWindow, qtbot: QtBot) -> None:
    steps: list[int] = []
    projector.step.connect(steps.append)
    for key in (Qt.Key.Key_N, Qt.Key.Key_Down, Qt.Key.Key_P, Qt.Key.Key_Left):
        qtbot.keyClick(projector, key)
    assert steps == [1, 1, -1, -1]
    counts: list[int] = []
    projector.count_changed.connect(counts.append)
    for key in (Qt.Key.Key_Minus, Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        qtbot.keyClick(projector, key)
    assert counts == [2, 3, 2]


@pytest.mark.parametrize(("caret", "page"), [(0, 1), (1, 1), (-1, 0), (None, 1)])
def test_the_page_with_the_caret_is_before_the_room(projector: ProjectorWindow, caret: int | None, page: int) -> None:
    text = "Decides " + "that the words at the end are before the room " * 60 + "as well;"
    one = paragraph(text)
    changed = replace(one, words=word_diff("Decides what nobody reads, " * 30, text), notes=(Footnote(1, "1"),))
    changed = replace(changed, runs=(*one.runs[:1], Run(footnote=1), *one.runs[1:]))
    where = len(text) if caret == -1 else caret
    projector.show_text(TITLE, [replace(changed, caret=where)], 0, asked=True)
    pages = projector.page[1]
    assert pages > 1
    assert projector.page[0] == (page or pages)
    # Turned by hand it stays until the caret or the words are elsewhere.
    QTest.keyClick(projector, Qt.Key.Key_P if page == 0 else Qt.Key.Key_N)
    by_hand = pages - 1 if page == 0 else 2
    projector.show_text(TITLE, [replace(changed, caret=where)], 0, asked=True)
    assert projector.page[0] == by_hand
    projector.show_text(TITLE, [replace(changed, caret=len(text) - 1)], 0, asked=True)
    assert projector.page[0] == pages


def test_the_line_of_the_caret_is_counted_among_what_is_gone_and_marks_of_notes() -> None:
    notes = (Footnote(1, "13"),)
    runs = (Run("Decides"), Run(footnote=1), Run(" to meet;"))
    one = ProjectorParagraph(runs, words=word_diff("Decides soon to meet;", "Decides to meet;"), notes=notes)
    pieces = pieces_of(replace(one, base=(Run("Decides soon to meet;"),)))
    assert before_caret(pieces, 4) == "Deci"
    assert before_caret(pieces, 12).removesuffix("eet") in ("Decides13 soon to m", "Decides soon13 to m")
    assert before_caret(pieces, 99).endswith("meet;")


def test_pages_come_before_the_next_paragraph(projector: ProjectorWindow, qtbot: QtBot) -> None:
    projector.show_text(TITLE, [paragraph("Requests " + "consultation " * 500)], 0, asked=True)
    page, pages = projector.page
    assert (page, pages > 1) == (1, True)
    for _ in range(pages - 1):
        qtbot.keyClick(projector, Qt.Key.Key_N)
    assert projector.page == (pages, pages)
    with qtbot.waitSignal(projector.step) as asked:
        qtbot.keyClick(projector, Qt.Key.Key_N)
    assert asked.args == [1]
    projector.show_text(TITLE, [paragraph("Notes it;", "2.", "OP2")], 0, asked=True)
    assert projector.page == (1, 1)


def test_black_shows_nothing_and_one_key_brings_it_back(projector: ProjectorWindow, qtbot: QtBot) -> None:
    assert projector.grab().toImage().pixelColor(3, 3) == LIGHT.paper
    qtbot.keyClick(projector, Qt.Key.Key_B)
    image = projector.grab().toImage()
    black = QColor(Qt.GlobalColor.black)
    assert all(image.pixelColor(x, y) == black for x in range(0, 1280, 40) for y in range(0, 720, 24))
    qtbot.keyClick(projector, Qt.Key.Key_B)
    assert projector.grab().toImage().pixelColor(3, 3) == LIGHT.paper


@pytest.mark.parametrize(
    ("theme", "paper", "ground"),
    [("dark", "white", "#ffffff"), ("dark", "theme", "#1d2225"), ("high contrast", "white", "#ffffff")],
)
def test_the_paper_of_the_room(qapp: QApplication, qtbot: QtBot, theme: str, paper: str, ground: str) -> None:
    made = ProjectorWindow(paper)
    qtbot.addWidget(made)
    style.apply(qapp, theme)
    made.show_text(TITLE, [paragraph("Decides to meet;")], 0)
    assert made.grab().toImage().pixelColor(3, 3).name() == ground


def test_escape_closes(projector: ProjectorWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(projector.closed):
        qtbot.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_one_screen_makes_a_window_like_others(projector: ProjectorWindow, qtbot: QtBot) -> None:
    projector.open_beside(None)
    assert projector.isVisible()
    assert not projector.isFullScreen()


def test_on_another_screen_it_leaves_the_keyboard_where_one_writes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, beamer = QWidget(), SimpleNamespace(geometry=lambda: QRect(0, 0, 400, 300))
    qtbot.addWidget(desk)
    desk.show()
    desk.activateWindow()
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [desk.screen(), beamer])
    monkeypatch.setattr(window, "_OPENING", 200)
    made = ProjectorWindow()
    qtbot.addWidget(made)
    made.open_beside(desk)
    made.activateWindow()  # as window managers do with what is new
    qtbot.waitUntil(lambda: desk.isActiveWindow() and not made.isActiveWindow())
    qtbot.wait(300)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.wait(50)
    assert made.isActiveWindow()


def test_a_screen_that_comes_takes_it_and_one_that_goes_leaves_a_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, there = QWidget(), QRect(900, 0, 400, 300)
    qtbot.addWidget(desk)
    desk.show()
    screens = [desk.screen()]
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    monkeypatch.setattr(window, "_SETTLING", 1)
    made = ProjectorWindow()
    qtbot.addWidget(made)
    made.open_beside(desk)
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    for _time in range(2):
        assert made.isVisible()
        assert not made.isFullScreen()
        screens.append(SimpleNamespace(geometry=lambda: there))
        app.screenAdded.emit(desk.screen())
        qtbot.waitUntil(made.isFullScreen)
        # The platform of tests has one screen: the window is taken back to the desk's, as Qt does where one goes.
        screens.pop()
        app.screenRemoved.emit(desk.screen())
        qtbot.waitUntil(lambda: not made.isFullScreen())
    made.close()


def test_the_screen_it_had_is_taken_again_after_the_desk_was_on_it_too(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, laptop = QWidget(), SimpleNamespace(geometry=lambda: QRect(900, 0, 400, 300))
    qtbot.addWidget(desk)
    desk.show()
    screens, at = [desk.screen(), laptop], [laptop]
    monkeypatch.setattr(QGuiApplication, "screens", lambda: screens)
    monkeypatch.setattr(ProjectorWindow, "_screen_of_the_desk", lambda _self: at[0])
    monkeypatch.setattr(window, "_SETTLING", 1)
    made = ProjectorWindow()
    qtbot.addWidget(made)
    made.open_beside(desk)
    assert made.isFullScreen()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    screens[:], at[:] = [desk.screen()], [desk.screen()]  # the laptop's sleeps
    app.screenRemoved.emit(desk.screen())
    qtbot.waitUntil(lambda: not made.isFullScreen())
    screens[:], at[:] = [desk.screen(), laptop], [laptop]
    app.screenAdded.emit(desk.screen())
    qtbot.waitUntil(made.isFullScreen)
    made.showMinimized()
    screens[:], at[:] = [desk.screen()], [desk.screen()]
    app.screenRemoved.emit(desk.screen())
    qtbot.wait(50)
    assert made.isMinimized()
    made.close()


def test_an_empty_text_can_be_shown(qtbot: QtBot) -> None:
    made = ProjectorWindow()
    qtbot.addWidget(made)
    made.grab()
    made.show_text("", [ProjectorParagraph(())], 0)
    made.grab()
    assert (made.shown, made.page) == ("", (1, 1))


def test_the_bar_says_what_the_room_sees(projector: ProjectorWindow, qtbot: QtBot) -> None:
    bar = ProjectorBar(projector)
    qtbot.addWidget(bar)
    bar.show()
    assert bar.words.text() == "The room sees OP9"
    bar.hold_button.click()
    assert (bar.words.text(), bar.hold_button.text()) == ("The room sees OP9, standing still", "Follow the cursor")
    bar.black_button.click()
    assert bar.words.text() == "The room sees nothing: black over OP9"
    bar.black_button.click()
    assert not projector.black
    projector.show_text(TITLE, [paragraph("Notes;", "2.", "OP2"), paragraph("Urges;", "3.", "OP3")], 0, asked=True)
    assert bar.accessibleName() == "The room sees OP2 to OP3, standing still"
    bar.close_button.click()
    assert not bar.isVisible()


def test_the_page_where_what_stands_begins_is_seen_first(projector: ProjectorWindow) -> None:
    long = "Decides to meet in full consultation with all States concerned, as appropriate; " * 16
    struck = [ProjectorParagraph((), f"{at}.", f"OP{at}", words=(("delete", long),)) for at in (1, 2)]
    projector.show_text(TITLE, [*struck, paragraph("Decides to part;")], 0, asked=True)
    page, pages = projector.page
    assert page == pages > 1
    assert projector.fitted.pages[page - 1][0] <= projector.fitted.rows[-1].top < projector.fitted.pages[page - 1][1]
    steps: list[int] = []
    projector.step.connect(steps.append)
    QTest.keyClick(projector, Qt.Key.Key_P)
    assert projector.page == (pages - 1, pages)
    projector.show_text(TITLE, [*struck, paragraph("Decides to part;")], 0, asked=True)
    assert projector.page == (pages - 1, pages)  # who turned the pages turns them
    QTest.keyClick(projector, Qt.Key.Key_N)
    assert steps == []
    QTest.keyClick(projector, Qt.Key.Key_N)
    assert steps == [1]
