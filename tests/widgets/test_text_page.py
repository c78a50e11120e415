"""The text page: numbers beside the text, notes below it, outline, jumping, warnings."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run, labels
from models.editing.acts.set_numbers import set_number
from models.editing.edit import Entry, Selection
from models.editing.typed.openings import with_opening
from models.editing.working import WorkingText
from models.files.read import read_file, read_text
from models.reading.reading import Reading, ReadingWarning
from tests import shown
from tests.widgets.paper_texts import NEW
from widgets.paper.phrase import plain
from widgets.paper.type import TEXT
from widgets.text.beside import GROUND_AFTER
from widgets.text.bracketed import Bracketed, Span
from widgets.text.document import TextDocument
from widgets.text.outline_delegate import OutlineDelegate
from widgets.text.outline_lines import OutlineLines
from widgets.text.outline_rows import row_of, snippet
from widgets.text.shown import ShownDraft
from widgets.theme import style
from widgets.theme.tokens import current
from widgets.writing.page import TextPage
from widgets.writing.spoken import Signs, spoken

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Show = Callable[..., TextPage]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    def make(
        draft: Draft, warnings: Sequence[ReadingWarning] = (), size: tuple[int, int] = (1280, 720), theme: str = "light"
    ) -> TextPage:
        style.apply(qapp, theme)
        page = TextPage()
        qtbot.addWidget(page)
        page.resize(*size)
        shown.show(qtbot, page)
        page.show_draft(draft, "A title", "11 December 2003", warnings)
        qapp.processEvents()
        return page

    return make


@pytest.fixture(scope="session")
def vice_chairman(shared: Path) -> Reading:
    return read_file(shared / "corpus" / "vice_chairman" / "vice_chairman_text.txt")


def operative(text: str, number: int = 1) -> Paragraph:
    return Paragraph(Kind.OPERATIVE, (Run(text),), number=str(number))


def test_numbers_are_no_part_of_the_text(show: Show) -> None:
    page = show(NEW)
    assert page.sheet.toPlainText() == "\n".join(paragraph.text for paragraph in NEW.paragraphs)


@pytest.mark.parametrize(
    ("numbers", "wider"),
    [(("3",), False), (("3", "3 bis", "3 ter"), True), (("12 quater",), True), (("12 quinquies",), True)],
)
def test_the_outline_has_room_for_the_longest_label(show: Show, numbers: tuple[str, ...], wider: bool) -> None:
    page = show(Draft(tuple(Paragraph(Kind.OPERATIVE, (Run("Decides;"),), number=number) for number in numbers)))
    delegate = page.outline.itemDelegate()
    assert isinstance(delegate, OutlineDelegate)
    usual = OutlineDelegate().label_width
    assert (delegate.label_width > usual) == wider
    assert [delegate._label(f"OP{number}") for number in numbers] == [f"OP{number}" for number in numbers]
    metrics = QFontMetricsF(delegate._small)
    assert all(metrics.horizontalAdvance(f"OP{number}") + 4 <= delegate.label_width for number in numbers)
    page.show_draft(Draft((operative("Decides."),)), "A title", "", ())
    assert delegate.label_width == usual


def test_the_outline_gives_up_the_room_of_a_label_that_is_gone(qtbot: QtBot) -> None:
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    working = WorkingText(Draft((operative("Decides one;"), operative("Urges.", 2))))
    page.show_working(working, "A title", "", base="Rev.1")
    delegate = page.outline.itemDelegate()
    assert isinstance(delegate, OutlineDelegate)
    usual = delegate.label_width
    for number, wider in (("1 quater", True), (None, False)):
        set_number(working, Selection.at(1), number)
        qtbot.waitUntil(lambda wider=wider: (delegate.label_width > usual) == wider)


def test_labels_can_be_jumped_to(show: Show, vice_chairman: Reading) -> None:
    page = show(vice_chairman.draft)
    names = labels(vice_chairman.draft)
    for label in ("OP9", "PP1", "op10 (A)"):
        assert page.jump_to(label)
        assert (names[page.sheet.chosen()] or "").casefold() == label.casefold()
        assert 0 <= page.sheet._top(page.sheet.textCursor().block()) < page.sheet.viewport().height()
    assert not page.jump_to("OP99")


def test_the_outline_leads_and_follows(show: Show, vice_chairman: Reading, qtbot: QtBot) -> None:
    page = show(vice_chairman.draft)
    page.jump_to("OP9")
    row = page.outline.currentIndex()
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).startswith("OP9")
    page.outline.setFocus()
    qtbot.keyClick(page.outline, Qt.Key.Key_Down)
    assert labels(vice_chairman.draft)[page.sheet.chosen()] == "OP10"


def test_the_outline_shows_what_stands_before_a_paragraph_that_is_not_listed(
    show: Show, vice_chairman: Reading
) -> None:
    page = show(vice_chairman.draft)
    page.resize(900, 320)
    bar = page.outline.verticalScrollBar()
    page.jump_to("OP11")
    assert bar.value() > 0
    page.outline.follow(0)  # a line of the masthead, as where another text is opened
    assert bar.value() == 0
    assert not page.outline.currentIndex().isValid()


def test_the_outline_has_heads_and_every_labelled_paragraph(vice_chairman: Reading) -> None:
    shown = ShownDraft(vice_chairman.draft)
    lines = OutlineLines(shown)
    rows = [row_of(lines[at], shown) for at in range(len(lines))]
    assert [plain(row.phrase) for row in rows if row.head] == ["Preamble", "Operative part"]
    listed = [row.position for row in rows if not row.head]
    assert listed == [at for at, label in enumerate(labels(vice_chairman.draft)) if label is not None]


@pytest.mark.parametrize(
    ("text", "italic"),
    [
        ("Recalls its resolution 80/1", "Recalls"),
        ("Takes note of the report", "Takes note"),
        ("Notes with appreciation the report", "Notes with appreciation"),
        ("[Notes with appreciation] the report", "Notes with appreciation"),
        ("[[Recalls its resolution] 80/1", "Recalls"),
        ("Meets", ""),
    ],
)
def test_snippets_have_in_italics_what_the_text_has(text: str, italic: str) -> None:
    entry = with_opening(Entry(0, operative(text)))
    assert "".join(run.text for run in entry.paragraph.runs if run.italic) == italic
    assert "".join(words for words, is_italic in snippet(operative(text)) if is_italic) == italic


@pytest.mark.parametrize(
    ("text", "italic"),
    [
        ("Invita además a todos", "Invita además"),
        ("Prie en outre le Conseil", "Prie en outre"),
        ("[Prie en outre] le Conseil", "Prie en outre"),
        ("призывает также все государства", "призывает также"),
        ("تطلب أيضا إلى المجلس", "تطلب أيضا إلى"),
        ("又请各国", "又请"),
        ("Also requests all", "Also requests"),
    ],
)
def test_snippets_have_each_word_once(text: str, italic: str) -> None:
    phrase = snippet(operative(text))
    assert plain(phrase) == text
    assert "".join(words for words, slants in phrase if slants) in (italic, "")


@pytest.mark.parametrize("italic", [True, False])
@pytest.mark.parametrize(("before", "opening"), [("", "请"), ("[", "回顾")])
def test_a_chinese_opening_slants_in_the_outline_where_it_does_in_the_text(
    before: str, opening: str, italic: bool
) -> None:
    runs = (Run(before), Run(opening, italic=italic), Run("秘书长提交报告；"))
    phrase = snippet(Paragraph(Kind.OPERATIVE, runs))
    assert "".join(words for words, slants in phrase if slants) == (opening if italic else "")
    assert plain(phrase) == f"{before}{opening}秘书长提交报告；"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Requests the Secretary-General to report", "Requests SG to report"),
        ("Invites the Member States to meet", "Invites MS to meet"),
        ("Takes note of the report of the Secretary-General", "Takes note of report of SG"),
    ],
)
def test_snippets_shorten_what_all_rows_begin_with(text: str, said: str) -> None:
    phrase = snippet(operative(text))
    assert plain(phrase) == said
    assert phrase[0][1]


def test_a_row_of_the_outline_has_the_letters_of_the_text() -> None:
    assert plain(snippet(operative("lly to the General Assembly"))) == "lly to the General Assembly"
    # Tabs and spaces that set a line on its page are none of its words.
    assert plain(snippet(operative("\t\tI.\t  Introduction\n"))) == "I. Introduction"


def test_the_ground_of_a_paragraph_has_room_at_any_width(show: Show, vice_chairman: Reading) -> None:
    page = show(vice_chairman.draft)
    for width in range(360, 1400, 13):
        page.resize(width, 600)
        assert page.sheet.beside_the_bar().right() - page.sheet.viewport().geometry().right() >= GROUND_AFTER


def test_notes_in_sight_stand_below_in_order(show: Show, vice_chairman: Reading, qapp: QApplication) -> None:
    page = show(vice_chairman.draft)
    seen: list[int] = []
    bar = page.sheet.verticalScrollBar()
    for value in range(0, bar.maximum() + 1, 60):
        bar.setValue(value)
        notes = list(page.sheet.notes.shown)
        assert notes == sorted(notes)
        assert page.sheet.notes.height() <= 0.55 * page.sheet.height()
        seen += notes
    assert set(seen) == {note.id for note in vice_chairman.draft.footnotes}


def test_long_notes_fold_and_open(show: Show, qtbot: QtBot) -> None:
    note = Footnote(1, "1", (Run(" ".join(f"word{n}" for n in range(120))),))
    paragraph = Paragraph(Kind.OPERATIVE, (Run("Decides"), Run(footnote=1)), number="1")
    page = show(Draft((paragraph,), (note,)))
    folded = page.sheet.notes.height()
    assert page.sheet.notes.shown == (1,)
    page.sheet.notes.setFocus()
    qtbot.keyClick(page.sheet.notes, Qt.Key.Key_Return)
    assert page.sheet.notes.height() > folded


def test_bracketed_spans_count_note_marks_and_cross_paragraphs() -> None:
    first = Paragraph(Kind.OPERATIVE, (Run("a"), Run(footnote=1), Run(" [b 𝄞")), number="1")
    second = Paragraph(Kind.OPERATIVE, (Run("c] d ["),), number="2")
    spans = Bracketed((first, second))
    assert [spans.spans(at) for at in (0, 1)] == [[Span(3, 8)], [Span(0, 2), Span(5, 6)]]


@pytest.mark.parametrize(
    ("words", "marks"), [("Decides", ["12,", "13"]), ("تقرر عقد مؤتمر", [",12", "13"])], ids=["English", "Arabic"]
)
def test_a_comma_is_painted_between_note_marks_side_by_side(show: Show, words: str, marks: list[str]) -> None:
    notes = tuple(Footnote(note, str(note + 11), (Run("A note."),)) for note in (1, 2))
    runs = (Run(words), Run(footnote=1), Run(footnote=2), Run(" "), Run(footnote=2))
    page = show(Draft((Paragraph(Kind.OPERATIVE, runs, number="1"),), notes))
    text, block, end = page.sheet.text, page.sheet.document().begin(), len(words)
    cursor = page.sheet.textCursor()
    painted = []
    for place in (end, end + 1, end + 3):
        cursor.setPosition(place + 1)
        painted.append(text.note_marks.painted(cursor.charFormat(), place))
    assert painted == [*marks, "13"]
    line = block.layout().lineAt(0)

    def wide(place: int) -> float:
        # PySide gives the place that was asked for too.
        at = [line.cursorToX(one) for one in (place, place + 1)]
        return abs(float(at[1][0]) - float(at[0][0]))  # type: ignore[index]

    assert wide(end) > wide(end + 1) + 1
    assert wide(end + 1) == pytest.approx(wide(end + 3), abs=1)
    assert text.runs_of(block) == runs
    assert block.text() == f"{words}\ufffc\ufffc \ufffc"


def test_status_counts(show: Show) -> None:
    page = show(Draft((operative("Decides [to meet] [again"), operative("Notes it", 2))))
    assert [item.words for item in page.status()[0]] == [
        "1 bracket without a partner in OP1",
        "[ ] 1 bracket in 1 paragraph",
        "2 paragraphs",
        "6 words",
    ]


def test_what_the_reading_was_not_sure_of_is_said_above(show: Show, qtbot: QtBot) -> None:
    warnings = [
        ReadingWarning(0, "joined", "Two lines were joined here."),
        ReadingWarning(2, "joined", "Two lines were joined here too."),
    ]
    page = show(NEW, warnings)
    line = page.notices.shown[0]
    assert line.notice.more == "PP1, PP3"
    line.buttons[0].click()
    assert page.sheet.chosen() == 0
    line.buttons[0].click()
    assert page.sheet.chosen() == 2
    assert page.notices.shown
    page.show_draft(NEW, "A title")
    assert not page.notices.shown


def test_zoom_makes_letters_larger_and_keeps_the_place(show: Show, vice_chairman: Reading, qtbot: QtBot) -> None:
    page = show(vice_chairman.draft)
    page.jump_to("OP5")
    before = page.sheet.fontMetrics().height(), page.sheet.document().defaultFont().pointSizeF()
    qtbot.keyClick(page.sheet, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert page.sheet.document().defaultFont().pointSizeF() > before[1]
    assert labels(vice_chairman.draft)[page.sheet.chosen()] == "OP5"
    assert -60 < page.sheet._top(page.sheet.textCursor().block()) < page.sheet.viewport().height()
    qtbot.keyClick(page.sheet, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.sheet.document().defaultFont().pointSizeF() == before[1]


_SIZES = ((900, 640), (1920, 1080), (1280, 800))
_ZOOMS = (1.25, 1.5, 2.0, 1.0, 0.8, 1.0)


@pytest.mark.parametrize("label", ["PP5", "OP3", "OP6"])
@pytest.mark.parametrize("in_sight", [True, False])
def test_the_line_one_is_at_stays_where_it_is_through_zoom_and_resize(
    show: Show, vice_chairman: Reading, qtbot: QtBot, label: str, in_sight: bool
) -> None:
    """The line of the caret, or the first line where the caret is out of sight."""
    page = show(vice_chairman.draft, size=(1280, 800))
    page.resize(1280, 800)
    sheet, bar = page.sheet, page.sheet.verticalScrollBar()
    sheet.column.settle()
    assert page.jump_to(label)
    cursor = sheet.textCursor()
    bar.setValue(bar.value() + sheet.cursorRect().top() - 300)
    if not in_sight:
        bar.setValue(bar.value() + (900 if label == "PP5" else -900))
    changes = [
        *(lambda zoom=zoom: page.set_zoom(zoom) for zoom in _ZOOMS),
        *(lambda size=size: page.resize(*size) for size in _SIZES),
    ]
    for change in changes:
        number, place, height, _ = sheet._seen()
        assert (number == cursor.blockNumber()) is in_sight
        line = QTextCursor(sheet.document().findBlockByNumber(number))
        line.setPosition(line.position() + place)
        change()
        # A window takes another size in several steps, and what is first in a line is not after each of them.
        most = 2 if in_sight else 2 * sheet.cursorRect(line).height()
        for when in ("at once", "when all is set"):
            assert abs(sheet.cursorRect(line).top() - height) <= most, when
            sheet.column.settle()


@pytest.mark.parametrize("theme", ["light", "dark", "high contrast"])
def test_the_page_paints_in_every_theme(show: Show, theme: str) -> None:
    page = show(Draft((operative("Decides [to meet] soon"), operative("Notes it", 2))), theme=theme)
    page.jump_to("OP1")
    image = page.sheet.grab().toImage()
    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(min(120, image.height()))}
    assert current().paper.rgb() in colours
    assert current().hover.rgb() in colours
    tint = current().tint_bracketed
    assert tint is None or tint.rgb() in colours


@pytest.mark.parametrize(
    ("width", "outline", "inspector"),
    [(1280, True, True), (1200, True, False), (1000, True, False), (880, False, False)],
)
def test_panels_fold_where_the_text_has_no_room(
    show: Show, qtbot: QtBot, width: int, outline: bool, inspector: bool
) -> None:
    page = show(NEW, size=(width, 700))
    beside = QWidget()
    beside.setFixedWidth(312)
    page.set_inspector(beside)
    page.show_working(WorkingText(NEW))
    QApplication.processEvents()
    assert (page.outline.isVisible(), beside.isVisible()) == (outline, inspector)
    assert page.panel_button.isVisible() is not outline
    before = page.sheet.geometry()
    if not inspector:
        assert before.width() >= 660
        page.toggle_inspector()
        QApplication.processEvents()
        # Over the text, which lies as it lay; Esc, a click on the text and its button close it again.
        assert (beside.isVisible(), page.sheet.geometry(), beside.x() + 312) == (True, before, page.width())
        qtbot.keyClick(page.sheet, Qt.Key.Key_Escape)
        assert not beside.isVisible()
        page.toggle_inspector()
        qtbot.mouseClick(page.sheet.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 40))
        assert not beside.isVisible()
        page.toggle_inspector()
        if not outline:
            page.panel_button.click()
            assert (page.outline.isVisible(), beside.isVisible(), page.sheet.geometry()) == (True, False, before)
            page.outline.activated.emit(page.outline.model().index(1, 0))
            assert not page.outline.isVisible()
    page.resize(1400, 700)
    QApplication.processEvents()
    assert (page.outline.isVisible(), beside.isVisible()) == (True, True)
    page.toggle_inspector()
    page.resize(width, 700)
    page.resize(1400, 700)
    QApplication.processEvents()
    assert not beside.isVisible()


def test_arabic_stands_on_the_right(show: Show) -> None:
    page = show(read_text("تقرر أن تبقي المسألة قيد النظر؛").draft)
    assert page.sheet.layoutDirection() == Qt.LayoutDirection.RightToLeft
    page.show_draft(NEW, "A title")
    assert page.sheet.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_an_empty_draft_and_a_very_long_paragraph_show(show: Show) -> None:
    page = show(Draft())
    assert page.status()[0][0].words == "0 paragraphs"
    page.show_draft(Draft((operative("word " * 20_000),)), "Long")
    page.sheet.verticalScrollBar().setValue(page.sheet.verticalScrollBar().maximum())
    page.sheet.grab()


def test_the_windows_keys_reach_the_window(show: Show, qtbot: QtBot) -> None:
    page = show(NEW)
    exported: list[bool] = []
    action = QAction("Export", page)
    action.setShortcut("Ctrl+E")
    action.triggered.connect(lambda: exported.append(True))
    page.addAction(action)
    page.sheet.setFocus()
    qtbot.keyClick(page.sheet, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert exported
    qtbot.keyClick(page.sheet, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.sheet.textCursor().hasSelection()


def test_no_paragraph_is_set_before_the_column_is_as_wide_as_it_will_be(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    text = TextDocument(ShownDraft(Draft(tuple(operative("Decides to meet, " * at, at) for at in range(1, 20)))), TEXT)
    blocks = text.column.blocks
    assert not any(blocks.laid)
    text.document.setTextWidth(600)
    blocks.stop()
    guessed = blocks.heights.total
    text.column.settle()
    assert all(blocks.laid)
    assert guessed == pytest.approx(blocks.heights.total, rel=0.1)


def test_the_report_line_of_a_resolution_is_no_bracket_though_its_words_are_italic(qapp: QApplication) -> None:
    style.apply(qapp, "light")
    report = Paragraph(
        Kind.MASTHEAD,
        (Run("["), Run("on the report of the Second Committee (A/80/555, para. 7)", italic=True), Run("]")),
    )
    open_text = Paragraph(Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet [in 2005];")), number="1")
    text = TextDocument(ShownDraft(Draft((report, open_text))), TEXT)
    amber = [
        text.document.findBlockByNumber(number).text()[overlay.start]
        for number in (0, 1)
        for overlay in text.extra(number)
    ]
    assert amber == ["[", "]"]


def test_the_cells_of_a_table_are_seen_to_be_cells(show: Show) -> None:
    cells = [
        Paragraph(Kind.TEXT, (Run(words),), cell=(0, row, column))
        for row, column, words in ((0, 0, "Country"), (0, 1, "Amount"), (1, 0, "Chad"), (1, 1, "50"))
    ]
    page = show(Draft((operative("Decides:"), *cells, operative("Notes it.", 2))))
    image = page.sheet.viewport().grab().toImage()
    ruled = [
        y for y in range(image.height())
        if sum(image.pixel(x, y) == current().ctl.rgb() for x in range(40, 240)) > 190
    ]  # fmt: skip
    assert len(ruled) == 3  # above both rows, and below the table
    assert "row 2, column 2" in spoken(page.sheet.shown, 4, Signs())


def test_no_rule_of_a_masthead_goes_through_its_letters(show: Show) -> None:
    lines = [
        Paragraph(Kind.MASTHEAD, (Run(words),), cell=cell)
        for words, cell in (
            ("United Nations", (0, 0, 0)),
            ("A/C.2/80/L.__", (0, 0, 1)),
            ("General Assembly", (0, 1, 0)),
            ("Original: English", (0, 1, 1)),
            ("Eightieth session", None),
        )
    ]
    page = show(Draft((*lines, operative("Notes it.", 1))))
    image = page.sheet.viewport().grab().toImage()
    ink = current().ctl.rgb()
    ruled = [
        y for y in range(image.height()) if sum(image.pixel(x, y) == ink for x in range(40, image.width() - 40)) > 190
    ]
    assert len(ruled) >= 3
    for y in ruled:
        beside = [image.pixel(x, y + by) for x in range(40, image.width() - 40) for by in (-1, 1) if y + by >= 0]
        assert {one for one in beside if one != ink} <= {current().paper.rgb(), current().hover.rgb()}


def test_what_changed_is_said_in_words_that_fit_or_not_at_all(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    page = TextPage()
    qtbot.addWidget(page)
    page.show()
    page.show_working(WorkingText(Draft((operative("Decides to meet;"),))), "A title", "", base="Text of November")
    said = page.bar.changed
    qtbot.waitUntil(lambda: said.accessibleName() == "Unchanged since Text of November")
    for width in range(380, 700, 20):
        page.resize(width, 500)
        qapp.processEvents()
        assert said.width() >= said.fontMetrics().horizontalAdvance(said.text()), f"“{said.text()}” is cut"
