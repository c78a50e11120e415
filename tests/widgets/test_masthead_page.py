"""The form of the masthead: what is typed is told; what contradicts is said and never refused."""

from __future__ import annotations

import itertools
import time
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QFocusEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from models.circulation.typesetting import PAPERS, Paper
from models.draft import Draft, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from models.masthead.agenda import AgendaItem
from models.masthead.form import fields_of, set_fields
from models.masthead.parts import NAMES, MastheadFields
from models.word.writing.measures import measures_of
from widgets.masthead.fields import FieldLine
from widgets.masthead.first_page import FirstPage
from widgets.masthead.page import Known, MastheadPage
from widgets.theme import fonts, style
from widgets.theme.surfaces import Words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LINES = (
    "United Nations A/C.2/80/L.39",
    "General Assembly Distr.: Limited",
    "21 October 2025",
    "Original: English",
    "Eightieth session",
    "Second Committee",
    "Agenda item 18 (i)",
    "Sustainable development: combating sand and dust storms",
    "Delegation A:* draft resolution",
    "Combating dust",
)


@pytest.fixture(autouse=True)
def letters(qapp: QApplication) -> None:
    """Those of the window, whatever was tested before."""
    fonts.load()


def draft_of(*lines: str) -> Draft:
    heads = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in lines]
    return Draft(
        (
            *heads,
            Paragraph(Kind.ENACTING, (Run("The General Assembly,"),)),
            Paragraph(Kind.OPERATIVE, (Run("Decides to meet."),)),
            Paragraph(Kind.SPONSOR_NOTE, (Run("On behalf of Group 1."),), number="*"),
        )
    )


class Desk:
    """The page wired as the program wires it."""

    def __init__(self, qtbot: QtBot, draft: Draft, known: Known | None = None) -> None:
        self.working = WorkingText(draft)
        # In a window of its own, as in the program: only windows tell the system of their least size.
        self.window = QMainWindow()
        self.page = MastheadPage()
        self.window.setCentralWidget(self.page)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 724)
        self.page.offer(known or Known())
        self.show()
        self.working.listeners.append(lambda _edit: self.show())
        self.page.fields_changed.connect(lambda fields: set_fields(self.working, Selection(), fields))
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()

    def show(self) -> None:
        self.page.show_text(self.working.draft(), fields_of(self.working))

    def write(self, name: str, text: str) -> None:
        field = self.page.fields[name] if name in self.page.fields else self.page.sponsors.fields[name]
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def fields(self) -> MastheadFields:
        return fields_of(self.working)


@pytest.fixture
def desk(qtbot: QtBot, dressed: None) -> Desk:
    return Desk(qtbot, draft_of(*LINES))


def test_showing_changes_nothing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.wait(200)
    assert not desk.working.changed
    assert desk.page.checks.words() == ("Symbol, session, committee and year agree",)
    fact = desk.page._labelled["session"].fact
    assert fact is not None
    assert fact.text() == "opened 9 September 2025"


def test_a_symbol_without_number_is_told_once_after_the_keys_rest(desk: Desk, qtbot: QtBot) -> None:
    told: list[MastheadFields] = []
    desk.page.fields_changed.connect(told.append)
    desk.write("symbol", "A/C.2/80/L.__")
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(200)
    assert len(told) == 1
    assert desk.working.entries[0].text == "United Nations A/C.2/80/L.__"
    assert desk.working.undo_list.steps == 1
    assert desk.page.checks.words()[-1] == "No number yet: A/C.2/80/L.__ is a valid unknown and prints as a blank"
    desk.working.undo()
    assert desk.page.fields["symbol"].text() == "A/C.2/80/L.39"


@pytest.mark.parametrize(
    ("lines", "typed", "said"),
    [
        ((), "A/C.2/80/L.__", ("General Assembly", "Limited", "Eightieth session", "Second Committee")),
        (
            ("Seventy-ninth session",),
            "A/C.2/80/L.7",
            ("General Assembly", "Limited", "Seventy-ninth session", "Second Committee"),
        ),
        (("A/C.2/80/L.7", "Second Committee"), "A/C.3/80/L.8", ("", "", "", "Second Committee")),
        (("A/80/L.7",), "A/C.3/80/L.8", ("", "", "", "Third Committee")),
        ((), "A/HRC/58/L.3", ("Human Rights Council", "Limited", "Fifty-eighth session", "")),
        ((), "by hand", ("", "", "", "")),
    ],
)
def test_a_symbol_says_what_is_empty_but_nothing_that_was_left_out_before(
    lines: tuple[str, ...], typed: str, said: tuple[str, ...], qtbot: QtBot
) -> None:
    desk = Desk(qtbot, draft_of(*lines))
    desk.write("symbol", typed)
    assert desk.page.fields["session"].text() == desk.fields().session
    desk.page.fields["title"].setFocus()
    found = desk.fields()
    assert (found.organ, found.distribution, found.session, found.committee) == said
    assert desk.page.fields["committee"].text() == found.committee
    desk.page.fields["committee"].setFocus()
    desk.page.fields["committee"].selectAll()
    QTest.keyClick(desk.page.fields["committee"], Qt.Key.Key_Delete)
    desk.page.fields["symbol"].setFocus()
    desk.page.fields["title"].setFocus()
    assert desk.fields().committee == ""


def test_a_symbol_that_is_back_by_undo_fills_in_nothing(qtbot: QtBot) -> None:
    desk = Desk(qtbot, draft_of("A/C.3/80/L.8"))
    before = desk.fields()
    desk.write("symbol", "A/80/L.9")
    QTest.keyClick(desk.page.fields["symbol"], Qt.Key.Key_Return)
    while desk.working.undo_list.done:
        desk.working.undo()
    desk.page.fields["title"].setFocus()
    assert desk.fields() == before
    assert not desk.working.undo_list.done


def test_who_types_without_a_pause_is_told_all_the_same_and_undoes_it_as_one(desk: Desk, qtbot: QtBot) -> None:
    told: list[float] = []
    desk.page.fields_changed.connect(lambda _fields: told.append(time.monotonic()))
    field = desk.page.fields["title"]
    field.setFocus()
    field.setCursorPosition(len(field.text()))
    before, turns = field.text(), [time.monotonic()]
    for _ in range(9):
        QTest.keyClicks(field, "ab ")
        QTest.qWait(100)
        turns.append(time.monotonic())
    assert len(told) >= 2, "the pause of 150 ms never came"
    # On a busy machine a turn takes longer than it ought, and what is due in it comes as late.
    late = max(two - one for one, two in itertools.pairwise(turns)) - 0.1
    assert all(two - one < 0.6 + 2 * late for one, two in itertools.pairwise([turns[0], *told]))
    desk.page.tell()
    assert desk.fields().title == f"{before}{'ab ' * 9}".strip()
    assert desk.working.undo_list.steps == 1
    desk.working.undo()
    assert field.text() == before


@pytest.mark.parametrize(
    ("name", "typed", "stands"),
    [
        ("session", "79", "Seventy-ninth session"),
        ("date", "2025-10-22", "22 October 2025"),
        ("date", "1 dec 2025", "1 December 2025"),
        ("organ", "gen", "General Assembly"),
        ("committee", "Sec", "Second Committee"),
        ("original", "Eng", "English"),
        ("symbol", "a/c.2/80/l.5/rev.1", "A/C.2/80/L.5/Rev.1"),
    ],
)
def test_short_forms_stand_in_full(desk: Desk, qtbot: QtBot, name: str, typed: str, stands: str) -> None:
    desk.write(name, typed)
    desk.page.fields["title"].setFocus()
    qtbot.waitUntil(lambda: getattr(desk.fields(), name) == stands)
    assert desk.page.fields[name].text() == stands


def test_a_contradiction_is_a_line_not_a_refusal(desk: Desk, qtbot: QtBot) -> None:
    desk.write("session", "79")
    qtbot.waitUntil(lambda: desk.fields().session == "Seventy-ninth session")
    assert "The symbol is of session 80, the session line says Seventy-ninth" in desk.page.checks.words()


def test_what_the_text_cannot_hold_stays_in_the_field(desk: Desk, qtbot: QtBot) -> None:
    desk.write("date", "22 Octo")
    qtbot.waitUntil(lambda: any("22 Octo" in words for words in desk.page.checks.words()))
    assert desk.fields().date == "21 October 2025"
    assert desk.page.fields["date"].text() == "22 Octo"
    desk.write("title", "Dust")
    qtbot.waitUntil(lambda: desk.fields().title == "Dust")
    assert desk.page.fields["date"].text() == "22 Octo"


def test_the_sponsor_line_goes_through_its_forms(desk: Desk, qtbot: QtBot) -> None:
    segments = desk.page.sponsors.segments
    segments.part(1).click()
    for name, text in (
        ("office", "Rapporteur of the Committee"),
        ("name", "N. Name"),
        ("country", "State (Republic of)"),
        ("base", "A/C.2/80/L.39"),
    ):
        desk.write(name, text)
    wanted = (
        "Draft resolution submitted by the Rapporteur of the Committee, N. Name (State (Republic of)), on the basis of"
        " informal consultations on draft resolution A/C.2/80/L.39"
    )
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == wanted)
    assert desk.page.sponsors.sentence.words() == wanted
    segments.part(3).click()
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == "Draft resolution")
    segments.part(0).click()
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == "Delegation A:* draft resolution")


@pytest.mark.parametrize(
    ("enacting", "states", "wanted", "officer"),
    [
        (
            "L’Assemblée générale,",
            "Fidji, Kenya",
            "Fidji et Kenya : projet de résolution",
            "Projet de résolution déposé",
        ),
        ("La Asamblea General,", "Fiji, Kenya", "Fiji y Kenya: proyecto de resolución", "Proyecto de resolución pres"),
        ("Генеральная Ассамблея,", "Фиджи, Кения", "Фиджи и Кения: проект резолюции", "Проект резолюции, предст"),
        ("大会，", "斐济、肯尼亚", "斐济和肯尼亚：决议草案", "委员会副主席在就决议草案"),
        ("إن الجمعية العامة،", "فيجي، كينيا", "فيجي وكينيا: مشروع قرار", "مشروع قرار مقدم من نائب"),
    ],
)
def test_the_sponsor_line_is_in_the_language_of_the_text(
    qtbot: QtBot, enacting: str, states: str, wanted: str, officer: str
) -> None:
    desk = Desk(qtbot, Draft((Paragraph(Kind.ENACTING, (Run(enacting),)),)))
    desk.write("symbol", "A/C.2/80/L.__")
    desk.page.fields["organ"].setFocus()
    desk.page.sponsors.segments.part(0).click()
    field = desk.page.sponsors.fields["states"]
    field.setFocus()
    field.insert(states)
    field.textEdited.emit(states)
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == wanted)
    assert field.text() == states
    desk.page.sponsors.segments.part(1).click()
    qtbot.waitUntil(lambda: desk.fields().sponsor_line.startswith(officer))
    assert not any("sponsor" in words for words in desk.page.checks.words() if "blank" not in words)
    desk.page.sponsors.segments.part(0).click()
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == wanted)


def test_states_are_offered_one_by_one_in_their_list(desk: Desk, qtbot: QtBot) -> None:
    field = desk.page.sponsors.fields["states"]
    field.setFocus()
    field.selectAll()
    for keys in ("fij", Qt.Key.Key_Down, Qt.Key.Key_Return, ", dpr", Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClicks(field, keys) if isinstance(keys, str) else QTest.keyClick(field, keys)
    assert field.text() == "Fiji, Democratic People’s Republic of Korea"
    field.setCursorPosition(0)
    QTest.keyClicks(field, "Ga, ")
    field.setCursorPosition(1)
    for key in ("h", Qt.Key.Key_Delete, "a", Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClicks(field, key) if isinstance(key, str) else QTest.keyClick(field, key)
    assert (field.text(), field.cursorPosition()) == ("Ghana, Fiji, Democratic People’s Republic of Korea", 5)
    wanted = "Ghana, Fiji and Democratic People’s Republic of Korea:* draft resolution"
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == wanted)


def test_a_note_brings_its_asterisk(desk: Desk, qtbot: QtBot) -> None:
    desk.write("sponsor_note", " ")
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == "Delegation A: draft resolution")
    assert desk.fields().sponsor_note == ""
    desk.write("sponsor_note", "On behalf of Group 2.")
    qtbot.waitUntil(lambda: desk.fields().sponsor_line == "Delegation A:* draft resolution")
    assert desk.fields().sponsor_note == "On behalf of Group 2."


def test_a_pasted_masthead_fills_all_fields_in_one_step(qtbot: QtBot) -> None:
    desk = Desk(qtbot, draft_of())
    QGuiApplication.clipboard().setText("\n".join(line for line in LINES if "October" not in line))
    desk.page.fields["symbol"].setFocus()
    QTest.keyClick(desk.page.fields["symbol"], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.fields().title == "Combating dust")
    assert desk.fields() == replace(fields_of(draft_of(*LINES)), date="")
    assert desk.page.found.text() == "Not found in what was pasted: date of issue"
    assert desk.working.undo_list.steps == 1


def test_an_item_of_the_dossier_brings_its_title(qtbot: QtBot) -> None:
    own = AgendaItem("80", 2, "19 (a)", "Groups of countries", "A/C.2/80/L.5")
    desk = Desk(qtbot, draft_of(*LINES), Known(agenda_items=(own,)))
    field = desk.page.fields["agenda_item"]
    desk.write("agenda_item", "19")
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.fields().agenda_item == "19 (a)"
    assert desk.fields().agenda_title == "Groups of countries"


def test_a_number_that_is_typed_brings_its_title(qtbot: QtBot) -> None:
    desk = Desk(qtbot, draft_of("United Nations A/C.2/80/L.__", "General Assembly", "Combating dust"))
    desk.write("agenda_item", "18(i)")
    assert desk.page.fields["agenda_title"].text() == ""
    QTest.keyClick(desk.page.fields["agenda_item"], Qt.Key.Key_Tab)
    assert (desk.fields().agenda_item, desk.fields().agenda_title) == (
        "18 (i)",
        "Sustainable development: combating sand and dust storms",
    )
    desk.write("agenda_item", "15")
    QTest.keyClick(desk.page.fields["agenda_item"], Qt.Key.Key_Tab)
    title = "Information and communications technologies for sustainable development"
    assert desk.fields().agenda_title == title
    desk.working.undo()
    assert desk.fields().agenda_title != title
    desk.write("agenda_title", "Words of mine")
    desk.write("agenda_item", "18")
    QTest.keyClick(desk.page.fields["agenda_item"], Qt.Key.Key_Tab)
    assert desk.fields().agenda_title == "Words of mine"
    assert any(words.startswith("Agenda item 18 of the eightieth session is") for words in desk.page.checks.words())


def test_items_follow_session_and_committee_and_a_title_alone_leaves_the_number(qtbot: QtBot) -> None:
    desk = Desk(qtbot, draft_of(*LINES))
    item, title = desk.page.fields["agenda_item"], desk.page.fields["agenda_title"]
    assert any(words.startswith("18 (i)  ") for words in item.offered())
    desk.write("committee", "3")
    QTest.keyClick(desk.page.fields["committee"], Qt.Key.Key_Tab)
    assert not any(words.startswith("18 (i)  ") for words in item.offered())
    assert any(words.startswith("71 (a)  ") for words in item.offered())
    desk.write("session", "81")
    QTest.keyClick(desk.page.fields["session"], Qt.Key.Key_Tab)
    assert all(words.startswith("number not known") for words in item.offered())
    desk.write("agenda_item", "crime")
    QTest.keyClick(item, Qt.Key.Key_Down)
    QTest.keyClick(item, Qt.Key.Key_Return)
    assert (item.text(), title.text()) == ("18 (i)", "Crime prevention and criminal justice")
    assert (desk.fields().agenda_item, desk.fields().agenda_title) == (item.text(), title.text())


def test_a_title_that_is_taken_brings_its_number_where_there_is_none(qtbot: QtBot) -> None:
    desk = Desk(qtbot, draft_of("United Nations A/C.2/80/L.__", "General Assembly", "Combating dust"))
    desk.write("agenda_title", "commodities")
    QTest.keyClick(desk.page.fields["agenda_title"], Qt.Key.Key_Down)
    QTest.keyClick(desk.page.fields["agenda_title"], Qt.Key.Key_Return)
    assert (desk.fields().agenda_item, desk.fields().agenda_title) == (
        "16 (d)",
        "Macroeconomic policy questions: commodities",
    )


def test_the_keyboard_goes_through_the_fields_in_the_order_of_the_page(desk: Desk) -> None:
    desk.page.focus_field()
    seen: list[str] = []
    for _ in range(30):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert seen[:10] == [
        "Symbol", "Organ", "Session", "Committee", "Distribution", "Date of issue", "Language", "Original",
        "Agenda item", "Title of the item",
    ]  # fmt: skip
    assert all(seen)
    rest = [name for name in seen[10:] if not name.startswith("Sponsor line: ")]
    assert rest[:6] == [
        "Sponsor line, states, with commas between them",
        "Sponsor line, document",
        "Asterisk note",
        "Title",
        "Paste a masthead",
        "Back to the text",
    ]


def test_escape_tells_what_was_typed_last_and_goes_back(desk: Desk, qtbot: QtBot) -> None:
    desk.write("title", "Dust")
    with qtbot.waitSignal(desk.page.closed):
        QTest.keyClick(desk.page.fields["title"], Qt.Key.Key_Escape)
    assert desk.fields().title == "Dust"


def test_a_click_on_the_page_goes_to_its_field(desk: Desk, qtbot: QtBot) -> None:
    page: FirstPage = desk.page.page
    qtbot.waitUntil(lambda: bool(page.places_of("title")))
    for name in (one for one in NAMES[:-1] if one != "language"):
        places = page.places_of(name)
        assert places, name
        whole, scale = page._page()
        at = QPointF(places[0].center().x() * scale + whole.left(), places[0].center().y() * scale + whole.top())
        assert page.field_at(at) == name
        QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=at.toPoint())
        focus = QApplication.focusWidget()
        assert focus is not None
        expected = "Sponsor line: States" if name == "sponsor_line" else desk.page.fields[name].accessibleName()
        assert focus.accessibleName() == expected


LONG = "Combating dust and sand, and what else is carried over the borders of States by storms that nobody has foreseen"


def ink_between(page: FirstPage, place: QRectF) -> tuple[float, float]:
    """The left and the right end of what is printed at the height of a place, in points."""
    _, scale = page._page()
    image = page._picture
    wanted = range(round(place.top() * scale) + 1, round(place.bottom() * scale))
    dark = [x for y in wanted for x in range(image.width()) if image.pixelColor(x, y).lightness() < 128]
    return min(dark) / scale, (max(dark) + 1) / scale


@pytest.mark.parametrize("name", ["title", "sponsor_line", "sponsor_note", "session", "committee"])
def test_the_tint_of_a_field_is_as_long_as_its_words(qtbot: QtBot, name: str) -> None:
    page = FirstPage()
    qtbot.addWidget(page)
    page.resize(1100, 1400)
    heads = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in (*LINES[:-1], LONG)]
    page.show_draft(Draft((*heads, *draft_of().paragraphs)))
    page.show()
    qtbot.waitUntil(lambda: bool(page.places_of("title")))
    places = page.places_of(name)
    assert len(places) == (2 if name == "title" else 1)
    for place in places:
        left, right = ink_between(page, place)
        # The asterisk stands before the note, and is none of its words.
        before = 6.0 if name == "sponsor_note" else 1.5
        assert -1.0 < place.left() - left < before
        assert abs(place.right() - right) < 1.5


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_page_is_that_of_the_paper_and_its_house_and_fields_are_found_on_it(qtbot: QtBot, paper: Paper) -> None:
    page = FirstPage()
    qtbot.addWidget(page)
    page.resize(1100, 1400)
    page.show_draft(draft_of(*LINES))
    page.show_paper(paper)
    page.show()
    qtbot.waitUntil(lambda: bool(page.places_of("title")))
    (place,) = page.places_of("title")
    left, _ = ink_between(page, place)
    assert abs(left - place.left()) < 1.5
    assert abs(left - (paper.width - measures_of(paper).body_width) / 2) < 4
    whole, scale = page._page()
    assert abs(whole.width() / whole.height() - paper.width / paper.height) < 0.01
    assert page.field_at(whole.topLeft() + place.center() * scale) == "title"


def test_two_fields_of_one_line_are_tinted_apart(qtbot: QtBot) -> None:
    page = FirstPage()
    qtbot.addWidget(page)
    page.resize(1100, 1400)
    lines = ("Agenda item 18 (i): Sustainable development: combating dust", *LINES[-2:])
    page.show_draft(draft_of(*lines))
    page.show()
    qtbot.waitUntil(lambda: bool(page.places_of("title")))
    (item,), (title,) = page.places_of("agenda_item"), page.places_of("agenda_title")
    assert item.right() < title.left()
    assert item.top() == title.top()
    assert page.places_of("organ") == ()


def test_the_menu_of_a_field_undoes_nothing_in_it_and_pastes_as_the_key_does(desk: Desk, qtbot: QtBot) -> None:
    field = next(one for one in desk.page.findChildren(FieldLine) if one.isEnabled() and one.text())
    pasted: list[str] = []
    field.lines_pasted.connect(pasted.append)
    for clipboard, several in (("Second Committee\nAgenda item 18", True), ("Third", False)):
        QGuiApplication.clipboard().setText(clipboard)
        before = field.text()
        field.setFocus()
        field.end(False)
        place = field.rect().center()
        QApplication.sendEvent(
            field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place))
        )
        menu = field.findChildren(QMenu)[-1]
        names = [action.objectName() for action in menu.actions()]
        assert {"edit-undo", "edit-redo", "edit-copy"} & set(names) == {"edit-copy"}
        menu.actions()[names.index("edit-paste")].trigger()
        menu.close()
        assert pasted == ["Second Committee\nAgenda item 18"]
        assert field.text() == before if several else field.text() == before + "Third"


def test_a_page_from_right_to_left_has_its_symbol_and_facts_at_the_left(qtbot: QtBot) -> None:
    heads = (
        "الأمم المتحدة",
        "A/C.2/80/L.39",
        "الجمعية العامة",
        "Distr.: Limited",
        "21 October 2025",
        "Original: Arabic",
    )
    made = [Paragraph(Kind.MASTHEAD, (Run(line),)) for line in heads]
    page = FirstPage()
    qtbot.addWidget(page)
    page.resize(600, 800)
    page.show_draft(Draft((*made, Paragraph(Kind.ENACTING, (Run("إن الجمعية العامة،"),)))))
    qtbot.waitUntil(lambda: bool(page.places_of("organ")))
    organ = page.places_of("organ")[0]
    for field in ("symbol", "distribution", "date", "original"):
        assert page.places_of(field)[0].right() < organ.left()
    assert page.places_of("symbol")[0].bottom() < organ.bottom() < page.places_of("original")[0].bottom()


def test_a_field_that_is_left_is_read_from_its_beginning(qtbot: QtBot) -> None:
    field = FieldLine("Session")
    qtbot.addWidget(field)
    field.setText("Quatre-vingtième session")
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
    field.setCursorPosition(len(field.text()))
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert field.cursorPosition() == len(field.text())
    QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert field.cursorPosition() == 0


def test_what_is_longer_than_its_field_is_read_whole_below_it(desk: Desk, qtbot: QtBot) -> None:
    field = desk.page.fields["title"]

    def below() -> list[Words]:
        return [one for one in desk.page.findChildren(Words) if one.isVisible() and one.text() == field.text()]

    desk.write("title", "Combating dust")
    assert below() == []
    desk.write("title", "Combating sand and dust storms " * 6)
    (words,) = below()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()) > 2 * words.fontMetrics().height())
    seen = desk.page.scroll_area.viewport()
    qtbot.waitUntil(lambda: words.mapTo(seen, words.rect().bottomLeft()).y() < seen.height())
    desk.write("title", "Combating dust")
    assert not words.isVisible()


@pytest.mark.parametrize(("letter", "edge"), [("M", -12), ("ا", 4)])
def test_what_is_longer_than_its_field_ends_in_an_ellipsis_till_it_is_written_in(
    desk: Desk, letter: str, edge: int
) -> None:
    field = desk.page.fields["title"]

    def inked_high() -> bool:
        picture = field.grab().toImage()
        start = edge if edge > 0 else picture.width() + edge
        places = ((x, y) for x in range(start, start + 8) for y in range(6, picture.height() // 2 - 2))
        return any(picture.pixelColor(*place).lightness() < 100 for place in places)

    field.setText(letter * 300)
    desk.page.focus_field("symbol")
    assert not inked_high()
    desk.page.focus_field("title")
    field.home(False)
    assert inked_high()


def test_tab_goes_to_the_form_of_the_sponsor_line_there_is(desk: Desk, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    segments = desk.page.sponsors.segments
    segments.show()
    for chosen in range(5):
        segments.choose(chosen)
        policies = [segments.part(place).focusPolicy() for place in range(5)]
        assert [bool(one & Qt.FocusPolicy.TabFocus) for one in policies] == [place == chosen for place in range(5)]


@pytest.mark.parametrize("form", range(5))
def test_beside_the_help_with_large_letters_no_field_runs_under_the_edge(qtbot: QtBot, form: int) -> None:
    page = MastheadPage()
    qtbot.addWidget(page)
    page.setMinimumWidth(1)  # as in the window, which is no larger than its screen
    page.show_text(draft_of(*LINES), fields_of(draft_of(*LINES)))
    page.show()
    area, part = page.scroll_area, page.sponsors.segments.part(form)

    def all_is_seen() -> bool:
        return area.widget().width() <= area.viewport().width() and part.width() >= part.sizeHint().width()

    for width, short in ((700, False), (411, True)):
        page.resize(width, 444)
        part.click()
        qtbot.waitUntil(all_is_seen)
        assert (page.sponsors.segments.part(1).text() == "Officer") is short
        assert part.accessibleName().startswith("Sponsor line: ")
