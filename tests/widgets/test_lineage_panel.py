"""The lineage of a paragraph: its versions, its phrases, and what each leads to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.subjects.line_followed import line_of
from models.dossier import Dossier
from models.proposals.proposal import keyed
from models.proposals.untracked.compared import compared_proposals
from tests.widgets.merge_drafts import draft
from widgets.lineage.grid_heads import short
from widgets.lineage.grid_model import STATE
from widgets.lineage.page import LineagePage
from widgets.lineage.phrase_text import PhraseText, told
from widgets.lineage.versions import Versions
from widgets.lineage.view import DraftHead, LineView, PhraseRow, VersionRow
from widgets.lineage.way_of_phrase import WayOfPhrase
from widgets.merge.paragraphs import spoken
from widgets.paper import type as letters
from widgets.paper.block import Block
from widgets.paper.pieces import Mark, Piece
from widgets.theme import fonts, style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

FIRST = "Recognizes that sand and dust storms pose a serious challenge to the development of affected countries"
PHRASE = "and the unsustainable land management practices that can cause these phenomena"
TEXTS = (
    f"{FIRST}, {PHRASE};",
    f"{FIRST}, {PHRASE};",
    f"{FIRST};",
    f"{FIRST}, {PHRASE}, and underscores the need to treat them promptly;",
)
LABELS = ("78/158", "79/212", "A/C.2/80/L.39", "A/C.2/80/L.50")
OTHER = "Decides to include in the provisional agenda the item entitled Combating sand and dust storms."


def kept(path: Path, *texts: tuple[str, ...]) -> tuple[Dossier, list[str]]:
    """A dossier of drafts, each on the one before."""
    dossier = Dossier.create(path, title="Storms")
    ids: list[str] = []
    for number, paragraphs in enumerate(texts):
        label = LABELS[number] if number < len(LABELS) else f"Rev.{number}"
        node = dossier.keep(
            draft(*paragraphs),
            label=label,
            author="" if number == 1 else f"Delegation {'ABCDEFGH'[number % 8]}",
            date=f"2025-11-{number + 1:02}",
            parents=ids[-1:],
        )
        ids.append(node.id)
    return dossier, ids


@pytest.fixture
def view(tmp_path: Path) -> LineView:
    dossier, ids = kept(tmp_path / "a.adref", *((text, OTHER) for text in TEXTS))
    with dossier:
        return line_of(dossier, ids[-1], 0, "", lambda share: None).view


def page_of(qtbot: QtBot, qapp: QApplication, view: LineView) -> LineagePage:
    style.apply(qapp, "light")
    page = LineagePage()
    qtbot.addWidget(page)
    page.resize(1280, 760)
    page.show()
    page.show_line(view)
    return page


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, view: LineView) -> Iterator[LineagePage]:
    page = page_of(qtbot, qapp, view)
    yield page
    page.close()


# What is told


def test_every_draft_has_a_row_with_its_words_marked_against_the_one_before(view: LineView) -> None:
    assert [row.draft.label for row in view.versions] == list(LABELS)
    assert [row.says for row in view.versions] == ["First appears", "Unchanged", "Reworded", "Reworded"]
    assert [row.by for row in view.versions] == ["", *["found by its words"] * 3]
    gone, back = (spoken(view.versions[at].whole) for at in (2, 3))
    assert f"(removed: , {PHRASE})" in gone
    assert PHRASE in back
    assert "removed" not in back


def test_a_version_names_the_draft_it_comes_from_where_that_is_not_the_one_above(qtbot: QtBot) -> None:
    heads = [DraftHead(name, f"Draft {name}") for name in "abc"]
    rows = (
        VersionRow(heads[0], 0, "OP2", "First appears"),
        VersionRow(heads[1], 1, "OP3", "Reworded", former=("a", 0), former_label="OP2"),
        VersionRow(heads[1], 2, "OP4", "Reworded", former=("a", 0), former_label="OP2"),
        VersionRow(heads[2], 0, "OP2", "Reworded", former=("a", 0), former_label="OP2"),
    )
    pane = Versions()
    qtbot.addWidget(pane)
    pane.show_versions(rows, 0)
    assert [row.says for row in pane.rows] == [
        "First appears",
        "Reworded, OP2 before",
        "Reworded, OP2 before",
        "Reworded, from Draft a",
    ]


@pytest.mark.parametrize(
    ("day", "date", "dated"),
    [
        ("19 Dec", "19 December 2023", "19 Dec 2023"),
        ("", "", ""),
        ("in winter", "in winter", "in winter"),
        ("2023", "2023", "2023"),
    ],
)
def test_a_draft_in_the_grid_is_dated_with_its_year(day: str, date: str, dated: str) -> None:
    assert DraftHead("a", "L.1", day, date).dated == dated


def test_phrases_say_who_wrote_them_first_and_where_they_left(view: LineView) -> None:
    phrases = {row.letter: row for row in view.phrases}
    assert phrases["a"].states == ("first", "stands", "stands", "stands")
    assert phrases["b"].states == ("first", "stands", "left", "returned")
    assert phrases["c"].states == ("absent", "absent", "absent", "came")
    assert phrases["c"].who == "Delegation D, in A/C.2/80/L.50"
    assert view.phrases[view.chosen].letter == "b"
    assert told(phrases["b"], view.drafts) == (
        "Stood already in 78/158. Left in A/C.2/80/L.39. Came back in A/C.2/80/L.50"
    )


def test_selected_words_are_a_phrase_of_their_own(tmp_path: Path) -> None:
    dossier, ids = kept(tmp_path / "b.adref", *((text, OTHER) for text in TEXTS))
    with dossier:
        view = line_of(dossier, ids[-1], 0, "land management practices", lambda share: None).view
        unknown = line_of(dossier, ids[-1], 0, "…", lambda share: None).view
    assert (view.chosen, view.phrases[0].letter) == (0, "")
    assert view.phrases[0].states == ("first", "stands", "left", "returned")
    assert TEXTS[3][view.phrases[0].start : view.phrases[0].end] == "land management practices"
    assert all(row.letter for row in unknown.phrases)


def test_a_draft_without_the_paragraph_says_so(tmp_path: Path) -> None:
    dossier, ids = kept(tmp_path / "c.adref", (OTHER,), (OTHER, TEXTS[0]), (OTHER,))
    with dossier:
        view = line_of(dossier, ids[1], 1, "", lambda share: None).view
    assert [row.position for row in view.versions] == [None, 1, None]
    assert view.there == 1


def test_a_split_has_both_parts(tmp_path: Path) -> None:
    one = (
        "Requests the Secretary-General to report on the implementation of the present resolution at its next "
        "session and invites Member States to share their experience in combating sand and dust storms."
    )
    two = (
        "Requests the Secretary-General to report on the implementation of the present resolution at its next session;",
        "Invites Member States to share their experience in combating sand and dust storms.",
    )
    dossier, ids = kept(tmp_path / "d.adref", (OTHER, one), (OTHER, *two))
    with dossier:
        view = line_of(dossier, ids[0], 1, "", lambda share: None).view
    assert [(row.draft.label, row.position, row.says) for row in view.versions] == [
        ("78/158", 1, "First appears"),
        ("79/212", 1, "Split from a longer paragraph; the rest is OP3"),
        ("79/212", 2, "Split from a longer paragraph; the rest is OP2"),
    ]
    # Words that live on in the other part are not struck.
    for row, text in zip(view.versions[1:], two, strict=True):
        now = "".join(piece.text for piece in row.whole if piece.mark is not Mark.REMOVED)
        assert now.replace("\u200a", "") == text
    struck = "".join(piece.text for row in view.versions[1:] for piece in row.whole if piece.mark is Mark.REMOVED)
    assert struck.strip(" ¶") == "and invites"


def test_who_paired_by_hand_is_said(tmp_path: Path) -> None:
    dossier, ids = kept(tmp_path / "e.adref", (OTHER, "Calls for peace."), (OTHER, "Urges restraint upon everybody."))
    with dossier:
        dossier.pair(ids[0], ids[1], [(1, 1)], who="A clerk")
        view = line_of(dossier, ids[1], 1, "", lambda share: None).view
    assert view.versions[-1].by == "paired by hand"


def test_a_move_says_who_had_proposed_it(qtbot: QtBot, tmp_path: Path) -> None:
    lines = (OTHER, "Urges restraint upon everybody.", "Welcomes the offer of a host.")
    dossier, ids = kept(tmp_path / "f.adref", lines, (*lines[1:], lines[0]))
    with dossier:
        made = compared_proposals(dossier.compared(*ids), "Norway")
        dossier.keep_proposals(keyed(made, ids[0]), node=ids[0])
        view = line_of(dossier, ids[1], 2, "", lambda share: None).view
    said = [(row.says, row.former_label, row.proposed) for row in view.versions]
    assert said == [("First appears", "", ""), ("Moved", "OP1", "proposed by Norway on 78/158")]
    page = LineagePage()
    qtbot.addWidget(page)
    page.show_line(view)
    row = page.versions.rows[1]
    assert row.says == "Moved, OP1 before"
    assert "Move proposed by Norway on 78/158" in [label.text() for label in row.findChildren(QLabel)]
    assert "Moved, OP1 before, move proposed by Norway on 78/158" in row.accessibleName()


def test_the_words_of_all_versions_begin_in_one_place_however_long_a_name_is(qtbot: QtBot, tmp_path: Path) -> None:
    dossier, ids = kept(tmp_path / "f.adref", (OTHER,), (OTHER.replace("dust", "rain"),))
    with dossier:
        dossier.set_fact(ids[0], "author", "The delegation of a Member State on behalf of forty-two others " * 2)
        view = line_of(dossier, ids[1], 0, "", lambda share: None).view
    page = LineagePage()
    qtbot.addWidget(page)
    page.resize(820, 560)
    page.show_line(view)
    page.show()
    qtbot.waitUntil(lambda: page.versions.rows[1].words.width() > 200)
    assert len({row.words.x() for row in page.versions.rows}) == 1


@pytest.mark.parametrize("height", [760, 400, 340])
def test_two_phrases_are_seen_in_a_low_window_too(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, height: int
) -> None:
    long = "".join(f", and of report number {n}" for n in range(40))
    dossier, ids = kept(tmp_path / "g.adref", *((text.removesuffix(";") + long + ";",) for text in TEXTS))
    with dossier:
        view = line_of(dossier, ids[-1], 0, "", lambda share: None).view
    page, window = page_of(qtbot, qapp, view), QWidget()
    qtbot.addWidget(window)
    page.setParent(window)
    page.show_form(1)
    page.resize(711, height)
    window.show()
    page.show()
    QApplication.processEvents()
    assert page.grid.model().rowCount() > 1
    assert page.grid.viewport().height() >= 2 * page.grid.rowHeight(0)
    assert page.text.visibleRegion().boundingRect().height() >= 40


# The page


def test_keys_go_through_versions_and_compare_or_read(qtbot: QtBot, page: LineagePage, view: LineView) -> None:
    rows = page.versions.rows
    rows[0].setFocus()
    qtbot.keyClick(rows[0], Qt.Key.Key_Down)
    qtbot.keyClick(rows[1], Qt.Key.Key_Down)
    assert rows[2].hasFocus()
    with qtbot.waitSignal(page.compare_wanted) as asked:
        qtbot.keyClick(rows[2], Qt.Key.Key_Return)
    assert asked.args == [view.drafts[1].node, view.drafts[2].node, 0]
    with qtbot.waitSignal(page.read_wanted) as read:
        qtbot.keyClick(rows[2], Qt.Key.Key_R)
    assert read.args == [view.drafts[2].node, 0]
    with qtbot.waitSignal(page.read_wanted):
        qtbot.keyClick(rows[0], Qt.Key.Key_Return)  # nothing stands before the first
    qtbot.keyClick(rows[0], Qt.Key.Key_End)
    assert rows[-1].hasFocus()


@pytest.mark.parametrize("came_from", [0, 6, 11])
def test_it_opens_at_the_version_one_comes_from(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, came_from: int
) -> None:
    long = "and requests the Secretary-General to report on the steps taken since then " * 6
    texts = [(f"Decides to meet in {2026 + number} {long};", OTHER) for number in range(12)]
    dossier, ids = kept(tmp_path / "g.adref", *texts)
    with dossier:
        views = [line_of(dossier, node, 0, "", lambda share: None).view for node in (ids[-1], ids[came_from])]
    page = page_of(qtbot, qapp, views[0])
    page.show_line(views[1])
    qtbot.wait(20)
    row = page.versions.rows[came_from]
    assert page.reading is row
    sheet = page.versions.viewport()
    assert sheet.rect().contains(row.mapTo(sheet, row.rect().center()))


def test_it_opens_at_the_beginning_of_a_version_that_is_higher_than_the_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    long = "and requests the Secretary-General to report on the steps taken since then " * 40
    dossier, ids = kept(tmp_path / "h.adref", (f"Decides {long};", OTHER))
    with dossier:
        view = line_of(dossier, ids[0], 0, "", lambda share: None).view
    page = page_of(qtbot, qapp, view)
    versions = page.versions
    qtbot.wait(60)
    assert versions.rows[0].height() > versions.viewport().height()
    assert versions.rows[0].mapTo(versions.viewport(), QPoint()).y() >= 0


def test_keys_come_to_the_beginning_of_a_version_that_is_higher_than_the_page(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    long = "and requests the Secretary-General to report on the steps taken since then " * 40
    dossier, ids = kept(tmp_path / "h.adref", (f"Decides {long};", OTHER), (f"Decides {long}today;", OTHER))
    with dossier:
        view = line_of(dossier, ids[0], 0, "", lambda share: None).view
    page = page_of(qtbot, qapp, view)
    versions = page.versions
    versions.rows[1].unfold()
    qtbot.wait(60)
    assert versions.rows[1].height() > versions.viewport().height()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
        versions.go_to(0)
        while not versions.rows[1].hasFocus():
            QTest.keyClick(versions.focusWidget(), key)
        assert versions.rows[1].mapTo(versions.viewport(), QPoint()).y() == 8


def test_a_long_name_loses_its_middle_and_says_itself_where_the_mouse_rests(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    names = ("A/C.2/80/L.39", "A_C.2_80_L.39_compilation_with_all_amendments_received_clean_version.docx")
    head = [DraftHead(f"{number}", name) for number, name in enumerate(names)]
    way = WayOfPhrase()
    qtbot.addWidget(way)
    way.show_phrase(PhraseRow("a", 0, 5, "peace", "", ("first", "stands")), [(one, True) for one in head])
    assert [row.toolTip() for row in way.rows.rows] == ["", names[1]]
    cut = way.rows.rows[1]._lead_in_one()
    assert "…" in cut
    assert cut.startswith("A_C.2")
    assert cut.endswith("docx")


def test_acts_of_a_row_are_seen_where_the_keyboard_is(qtbot: QtBot, page: LineagePage) -> None:
    rows = page.versions.rows
    rows[0].setFocus()
    rows[2].setFocus()
    assert rows[2].compare_button.isVisible()
    assert rows[2].read_button.isVisible()
    assert not rows[1].read_button.isVisible()


def test_what_is_folded_opens(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    long = " ".join(f"and to consider item {number} of the list" for number in range(30))
    dossier, ids = kept(tmp_path / "f.adref", (f"Decides in May {long};",), (f"Decides in June {long};",))
    with dossier:
        view = line_of(dossier, ids[1], 0, "", lambda share: None).view
    page = page_of(qtbot, qapp, view)
    row = page.versions.rows[1]
    row.setFocus()
    folded = row.words.height()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert row.words.height() > folded
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert row.words.height() == folded


def test_an_unchanged_version_is_a_line_until_it_is_opened(qtbot: QtBot, page: LineagePage) -> None:
    same = page.versions.rows[1]
    assert not same.words.isVisible()
    same.setFocus()
    qtbot.keyClick(same, Qt.Key.Key_Space)
    assert same.words.isVisible()
    assert PHRASE in same.words.accessibleName()


def test_a_phrase_is_chosen_in_the_text_in_the_grid_and_by_keys(
    qtbot: QtBot, page: LineagePage, view: LineView
) -> None:
    page.show_form(1)
    qtbot.waitUntil(lambda: page.text.isVisible() and page.text.width() > 400)
    box = page.text._laid().place_boxes(2)[0]
    QTest.mouseClick(
        page.text, Qt.MouseButton.LeftButton, pos=QPoint(round(box.center().x()), round(box.center().y()) + 6)
    )
    assert page.aside.head.text() == "Phrase c"
    assert page.grid.currentIndex().row() == 2
    qtbot.keyClick(page.text, Qt.Key.Key_P)
    assert page.aside.head.text() == "Phrase b"
    page.grid.setFocus()
    qtbot.keyClick(page.grid, Qt.Key.Key_Up)
    assert page.aside.head.text() == "Phrase a"
    with qtbot.waitSignal(page.read_wanted) as asked:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert asked.args == [view.drafts[-1].node, 0]


def test_left_and_right_show_the_words_of_that_draft(qtbot: QtBot, page: LineagePage) -> None:
    page.show_form(1)
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.grid.model().index(1, 3))
    assert page.where.text() == "A/C.2/80/L.50"
    qtbot.keyClick(page.grid, Qt.Key.Key_Left)
    assert page.where.text() == "A/C.2/80/L.39"
    assert PHRASE not in page.text.accessibleName()
    assert not page.text._chosen_boxes(page.text._laid())
    qtbot.keyClick(page.grid, Qt.Key.Key_Left)
    assert PHRASE in page.text.accessibleName()
    assert page.text._chosen_boxes(page.text._laid())


def test_the_way_of_a_phrase_is_told_draft_by_draft(page: LineagePage) -> None:
    assert page.aside.head.text() == "Phrase b"
    assert [row.text() for row in page.aside.rows.rows if row.isVisibleTo(page.aside.rows)] == [
        "Stands from the first",
        "Stands",
        "Left, 11 words",
        "Comes back",
    ]


def test_selected_words_open_the_phrases(qtbot: QtBot, page: LineagePage, tmp_path: Path) -> None:
    dossier, ids = kept(tmp_path / "g.adref", *((text, OTHER) for text in TEXTS))
    with dossier:
        page.show_line(line_of(dossier, ids[-1], 0, "unsustainable land", lambda share: None).view)
    assert page.forms.choice() == 1
    assert page.aside.head.text() == "Selected words"
    assert page.text._chosen_boxes(page.text._laid())


def test_cells_and_rows_are_said_in_words(page: LineagePage) -> None:
    model = page.grid.model()
    said = model.index(1, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "b, A/C.2/80/L.39: left"
    assert model.index(1, 2).data(STATE) == "left"
    assert (
        page.versions.rows[2]
        .accessibleName()
        .startswith("A/C.2/80/L.39, 3 November 2025, Delegation C: OP1, Reworded, found by its words.")
    )
    assert page.text.accessibleDescription().startswith("Stood already in 78/158")


def test_a_paragraph_in_arabic_runs_from_the_right(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    text = "تشجع جميع الدول الأعضاء على أن تنظر في المسألة في الدورة المقبلة"
    dossier, ids = kept(tmp_path / "h.adref", (text,), (text.replace("المقبلة", "الحادية والثمانين"),))
    with dossier:
        view = line_of(dossier, ids[1], 0, "", lambda share: None).view
    page = page_of(qtbot, qapp, view)
    assert page.text._laid().right_to_left
    assert page.versions.rows[1].words._laid()[0].right_to_left


@pytest.mark.parametrize(
    ("label", "shown"),
    [("L.39", "L.39"), ("A/C.2/80/L.39/Rev.1/Add.2", "L.39/Rev.1/Add.2"), ("Rev.1", "Rev.1")],
)
def test_symbols_are_cut_at_their_beginning(qapp: QApplication, label: str, shown: str) -> None:
    style.apply(qapp, "light")
    metrics = QFontMetricsF(fonts.serif(14, 600))
    assert short(label, metrics, metrics.horizontalAdvance("L.39/Rev.1/Add.2") + 2) == shown


def test_a_phrase_in_arabic_stands_in_its_marks_and_runs_from_its_side(qtbot: QtBot) -> None:
    aside = WayOfPhrase()
    qtbot.addWidget(aside)
    aside.show_phrase(PhraseRow("a", 0, 10, "جميع الدول", "Fiji", ("came",)), [(DraftHead("a", "L.1"), True)])
    assert aside.quote.text() == "«جميع الدول»"


@pytest.mark.parametrize("words", ["تطلب إلى الأمين العام أن يقدم تقريرا؛", "Requests the Secretary-General to act!"])
def test_the_letter_of_a_phrase_begins_no_line(qtbot: QtBot, qapp: QApplication, words: str) -> None:
    style.apply(qapp, "light")
    text = PhraseText()
    qtbot.addWidget(text)
    text.show_text((Piece(words),), [PhraseRow("a", 0, len(words), words, "", ("first",))], [DraftHead("a", "L.1")])
    pieces = text._pieces()
    whole, last = Block(pieces, letters.INLINE, 2000.0).last_line_width, len("".join(one.text for one in pieces)) - 1
    for narrower in range(-2, 30):
        laid = Block(pieces, letters.INLINE, whole - narrower)
        assert laid.line_of(last) == laid.line_of(len(words) - 1)
