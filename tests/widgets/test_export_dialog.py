"""The export dialog: what is chosen, what it says goes out, the name of the file."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.circulation.certificate import Certificate, Verified
from models.circulation.profiles import CAPITAL, CIRCULATION, SUBMISSION
from models.circulation.typesetting import A4, GENEVA, LETTER, Typesetting
from models.comparison.words.readable import readable
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.word.columns import WHERE
from models.word.writing.measures import HEADQUARTERS
from tests.widgets.paper_texts import NEW, comparison
from widgets.export.choices import FORMS, Against, Choices, Form, Subject, file_name, file_stem, stem_against
from widgets.export.columns_page import paint_columns
from widgets.export.dialog import ExportDialog
from widgets.export.preview import OF_THE_FILE, Page, Preview
from widgets.export.profile_cards import ProfileCards
from widgets.theme import style

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

AGAINST = (Against("one", "A/C.2/80/L.39", "21 October 2025"), Against("two", "Rev.1 of 7 November"))
Make = Callable[..., ExportDialog]


@pytest.fixture
def make(qtbot: QtBot, qapp: QApplication) -> Make:
    windows: list[QWidget] = []

    def made(against: tuple[Against, ...] = AGAINST, theme: str = "light") -> ExportDialog:
        style.apply(qapp, theme)
        window = QWidget()
        window.resize(1280, 800)
        qtbot.addWidget(window)
        window.show()
        windows.append(window)
        stays = {CIRCULATION.keeping: ("1 other draft of the dossier", "3 private notes")}
        subject = Subject("A/C.2/80/L.50", NEW, against, known_author="Group A", stays_beside=stays)
        dialog = ExportDialog(subject, parent=window)
        dialog.show_comparison(comparison() if against else None)
        dialog.show()
        return dialog

    return made


class _Watched(ExportDialog):
    """Knows whether its page was painted when it was shown."""

    ready = True

    def showEvent(self, event: QShowEvent) -> None:
        self.ready = not self.preview._picture.isNull()
        super().showEvent(event)


def test_one_that_opens_in_steps_has_its_page_painted_and_what_lies_behind(qtbot: QtBot, qapp: QApplication) -> None:
    style.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    QLabel("What lies behind, above and below.\n" * 30, window)
    window.show()
    dialog = _Watched(Subject("A/C.2/80/L.50", NEW, AGAINST), parent=window, comparison=comparison())
    dialog.open_in_steps()
    qtbot.waitUntil(dialog.isVisible, timeout=20_000)
    painted = dialog.preview._picture.cacheKey()
    QApplication.processEvents()
    assert dialog.ready
    assert dialog.preview._picture.cacheKey() == painted
    assert dialog._behind.toImage() == window.grab().toImage()


@pytest.mark.parametrize(
    ("symbol", "other", "labels", "name"),
    [
        ("A/C.2/80/L.50", "A/C.2/80/L.39", True, "Brandt_text_against_Zero_draft.docx"),
        ("A/C.2/80/L.50", "A/C.2/80/L.39", False, "A_C.2_80_L.50_against_L.39.docx"),
        ("A/C.2/80/L.50", "A/C.2/80/L.50", False, "A_C.2_80_L.50_against_old_text.docx"),
        ("", "", False, "Draft_against_old_text.docx"),
    ],
)
def test_a_file_is_not_named_by_labels_that_stay_at_home(symbol: str, other: str, labels: bool, name: str) -> None:
    form = next(form for form in FORMS if form.key == "tracked")
    subject = Subject("Brandt text", NEW, outward=symbol)
    assert file_name(subject, form, Against("one", "Zero draft", outward=other), labels=labels) == name


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_the_button_names_the_file(make: Make, qtbot: QtBot, form: Form) -> None:
    dialog = make()
    dialog.form.choose(form.key)
    choices = dialog.form.choices()
    assert choices.form is form
    assert dialog.form.export.text() == f"Export {choices.file_name}"
    stem = "A_C.2_80_L.50_against_L.39" if form.compares else "A_C.2_80_L.50"
    assert choices.file_name == stem + choices.form.ending
    assert choices.against == ("one" if form.compares else None)
    with qtbot.waitSignal(dialog.export_chosen) as told:
        dialog.form.export.click()
    assert told.args == [choices]
    assert dialog.isVisible()


def test_another_draft_is_asked_for(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.against_changed) as told:
        dialog.form.against.setCurrentIndex(1)
    assert told.args == ["two"]
    assert dialog.form.choices().against == "two"
    assert dialog.form.choices().file_name.endswith("_against_Rev.1_of_7_November.docx")


def test_it_says_what_goes_out(make: Make) -> None:
    dialog = make()
    changed = [op for change in comparison().changes for op, _ in readable(change.words)]
    said = dialog.form.out.shown
    counts = f"{changed.count('insert')} insertions, {changed.count('delete')} deletions, 1 move"
    assert counts in said
    assert "One author: “Adref”" in said
    dialog.form.author.setText("Secretariat")
    assert "One author: “Secretariat”" in dialog.form.out.shown
    dialog.form.draft_mark.setChecked(False)
    assert not any("Draft" in line for line in dialog.form.out.shown)
    assert not dialog.form.choices().draft_mark
    dialog.form.choose("clean")
    assert dialog.form.out.shown == ["Text"]


def test_heads_and_feet_of_the_base_go_out(make: Make) -> None:
    said = "Heads and feet of the pages, as the base has them"
    dialog = make(against=(AGAINST[1], replace(AGAINST[0], own_file=True)))
    assert said not in dialog.form.out.shown
    dialog.form.against.setCurrentIndex(1)
    dialog.show_comparison(comparison())
    assert said in dialog.form.out.shown
    dialog.form.choose("marked")
    assert said not in dialog.form.out.shown


def test_who_gets_it_decides_what_it_says(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    assert dialog.form.choices().profile is SUBMISSION
    assert dialog.form.author.isVisible()
    dialog.form.author.setText("Secretariat")
    assert dialog.form.choices().author == "Secretariat"
    dialog.form.profiles.choose("circulation")
    assert dialog.form.choices().profile is CIRCULATION
    assert dialog.form.choices().author is None
    assert not dialog.form.author.isVisible()
    assert "One author: “Adref”" in dialog.form.out.shown
    assert "3 private notes" in dialog.form.stay.shown
    dialog.form.profiles.choose("capital")
    assert dialog.form.choices().profile is CAPITAL
    assert not dialog.form.choices().draft_mark
    assert "One author: “Group A”" in dialog.form.out.shown
    assert "3 private notes" not in dialog.form.stay.shown
    card = dialog.form.profiles.card("capital")
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Left)
    assert dialog.form.choices().profile is CIRCULATION


def test_the_certificate_takes_the_place_of_the_form(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    assert not dialog.form.choices().certificate
    dialog.form.certificate.click()
    assert dialog.form.choices().certificate
    assert dialog.form._certificate_name.text() == "A_C.2_80_L.50_against_L.39.certificate.txt"
    lines = (Verified("All changes accepted: L.50", "46 paragraphs"), Verified("All changes rejected: L.39"))
    said = Certificate(
        "a.docx",
        "circulation",
        "L.39",
        lines,
        ("comments", "hidden text"),
        19,
        ("a watermark",),
        ("3 notes", *(f"The remark on OP{number}" for number in range(40))),
        "ab" * 32,
    )
    page = dialog.show_certificate(said, saved=False)
    words = [label.text() for label in page.findChildren(QLabel)]
    assert not dialog.form.export.isVisible()
    for wanted in (
        "a.docx is written",
        "All changes rejected: L.39",
        "hidden text",
        "a watermark",
        "3 notes",
        "SHA-256 of the file",
    ):
        assert wanted in words
    # All of it is read and scrolled without a mouse, and what it comes to is said with the button that has the keys.
    assert page.read.accessibleName() == page.done.accessibleDescription() == said.title
    for wanted in ("hidden text", "a watermark", "3 notes"):
        assert wanted in page.read.accessibleDescription()
    QApplication.processEvents()
    qtbot.keyClick(page.done, Qt.Key.Key_Tab)
    qtbot.keyClick(dialog, Qt.Key.Key_Tab)
    assert page.read.hasFocus()
    qtbot.keyClick(page.read, Qt.Key.Key_End)
    assert page.read.verticalScrollBar().value() == page.read.verticalScrollBar().maximum() > 0
    qtbot.keyClick(page.read, Qt.Key.Key_Home)
    assert page.read.verticalScrollBar().value() == 0
    assert page.save.isVisible()
    with qtbot.waitSignal(page.save_wanted):
        page.save.click()
    with qtbot.waitSignal(dialog.accepted):
        page.done.click()


def test_cards_stand_under_one_another_where_they_have_no_room(qtbot: QtBot) -> None:
    cards = ProfileCards([SUBMISSION, CIRCULATION, CAPITAL])
    qtbot.addWidget(cards)
    cards.resize(544, 80)
    cards.show()
    QApplication.processEvents()
    tops = {cards.card(name).y() for name in ("submission", "circulation", "capital")}
    assert len(tops) == 1
    cards.resize(240, 300)
    QApplication.processEvents()
    tops = {cards.card(name).y() for name in ("submission", "circulation", "capital")}
    assert len(tops) == 3


def test_without_another_draft_only_the_clean_text_can_go(make: Make) -> None:
    dialog = make(against=())
    assert dialog.form.chosen().key == "clean"
    assert not dialog.form.against.isVisible()
    assert dialog.form.choices() == Choices(FORMS[3], None, True, "Adref", "A_C.2_80_L.50.docx", setting=Typesetting())


def test_escape_closes_it_without_exporting(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_form_has_a_picture(make: Make, theme: str) -> None:
    dialog = make(theme=theme)
    pictures = set()
    for form in FORMS:
        dialog.form.choose(form.key)
        image = dialog.preview.grab().toImage()
        # Paper is white in the dark too.
        assert image.pixelColor(8, image.height() // 2).lightness() > 240
        pictures.add(bytes(image.constBits()))
    assert len(pictures) >= 4


@pytest.mark.parametrize("size", [(900, 600), (720, 480)])
def test_it_fits_a_small_window(make: Make, size: tuple[int, int]) -> None:
    dialog = make()
    window = dialog.parentWidget()
    assert window is not None
    dialog.hide()
    window.resize(*size)
    dialog.show()
    QApplication.processEvents()
    assert dialog.form._middle.geometry().bottom() < dialog.form.export.geometry().top()
    assert dialog.size() == window.size()
    assert not dialog.preview.isVisible()
    assert dialog.rect().contains(dialog.form.export.mapTo(dialog, dialog.form.export.rect().bottomRight()))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.key)
def test_nothing_is_scrolled_to_in_a_usual_window(make: Make, form: Form) -> None:
    dialog = make()
    dialog.form.choose(form.key)
    QApplication.processEvents()
    assert dialog.form._middle.verticalScrollBar().maximum() == 0
    assert dialog.form._shown_against.isVisible() == form.compares


def test_names_of_files_hold_nothing_a_system_refuses() -> None:
    assert file_stem("A/C.2/80/L.50") == "A_C.2_80_L.50"
    assert file_stem("Vice-Chairman’s text: “final”?") == "Vice-Chairmans_text_final"
    assert file_stem("///") == "text"
    assert stem_against("A/C.2/80/L.50", "A/C.2/80/L.39") == "A_C.2_80_L.50_against_L.39"


def _dark_share(image: QImage, left: float, top: float, right: float, bottom: float) -> float:
    """The share of dark points in a part of a picture given in shares of its sides."""
    across = range(int(image.width() * left), int(image.width() * right))
    down = range(int(image.height() * top), int(image.height() * bottom))
    points = [image.pixelColor(x, y).lightness() < 140 for x in across for y in down]
    return sum(points) / len(points)


def test_the_page_is_laid_out_as_at_headquarters(qtbot: QtBot) -> None:
    masthead = ["United Nations A/C.2/80/L.50", "General Assembly Distr.: Limited", "17 November 2025"]
    paragraphs = [Paragraph(Kind.MASTHEAD, (Run(text),)) for text in (*masthead, "Combating sand and dust storms")]
    body = (Run("Decides to meet"), Run(footnote=1), Run(", " + "and to go on " * 80))
    paragraphs.append(Paragraph(Kind.OPERATIVE, body, number="1"))
    draft = Draft(tuple(paragraphs), (Footnote(1, "1", (Run("Resolution 217 A (III)."),)),))
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(612, 792)
    preview.show_page(Page(draft, draft_mark=False))
    image = preview.grab().toImage()
    points = 1 / 612, 1 / 792
    # The rule under the organ runs from edge to edge, and nothing else stands in the margins.
    rule = max(_dark_share(image, 0.3, at * points[1], 0.8, (at + 1) * points[1]) for at in range(200, 215))
    assert rule > 0.9
    assert _dark_share(image, 0.01, 0.01, 55 * points[0], 0.99) == 0
    # The footnote stands at the foot, under its short rule.
    assert _dark_share(image, 123 * points[0], 690 / 792, 250 * points[0], 726 / 792) > 0.01


def test_what_the_picture_promises(qtbot: QtBot) -> None:
    preview = Preview()
    qtbot.addWidget(preview)
    draft = Draft((Paragraph(Kind.TEXT, (Run("Text"),)),))
    captions = {}
    for form in FORMS:
        preview.show_page(Page(draft, form=form.key))
        captions[form.key] = preview.caption
    assert captions["tracked"] == captions["clean"] == "The first page; line breaks may differ"
    assert captions["html"] != captions["pdf"]
    preview.show_page(Page(draft, form="tracked", own_file=True))
    assert preview.caption not in captions.values()


def test_how_it_is_set_on_paper_is_asked_where_adref_lays_the_file_out(make: Make, qtbot: QtBot) -> None:
    dialog = make()
    paper = dialog.form.paper
    has = {}
    for form in FORMS:
        dialog.form.choose(form.key)
        shown = (paper.papers, paper.numbers, paper.lines, paper.ibid)
        has[form.key] = [part.isVisible() for part in shown]
    assert has == {
        "tracked": [True, True, True, False],
        "marked": [True, True, True, False],
        "columns": [True, False, False, False],
        "clean": [True, True, True, True],
        "pdf": [True, False, False, False],
        "printed": [True, False, True, True],
        "html": [False] * 4,
        "markdown": [False] * 4,
        "akn": [False] * 4,
    }
    assert dialog.form.choices().setting is None
    paper.papers.part(1).click()
    dialog.form.choose("clean")
    for box in (paper.lines, paper.numbers, paper.ibid):
        box.click()
    assert dialog.form.choices().setting == Typesetting(A4, True, True, True)
    dialog.form.choose("columns")
    assert dialog.form.choices().setting == Typesetting(A4)
    assert paper.all_of_it() == Typesetting(A4, True, True, True)
    assert not paper.papers.part(2).isVisible()  # no house has pages on their side
    dialog.form.choose("clean")
    paper.papers.part(2).click()
    dialog.form.choose("columns")
    assert paper.papers.choice() == 1
    assert dialog.form.choices().setting == Typesetting(A4)
    dialog.form.choose("printed")
    assert paper.papers.choice() == 2
    assert dialog.form.choices().setting == Typesetting(GENEVA, line_numbers=True, ibid=True)


def test_a_word_file_of_its_own_keeps_its_layout_unless_it_is_said(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    against = (Against("one", "L.39", own_file=True),)
    dialog = ExportDialog(Subject("L.50", NEW, against, own_file=True), parent=window, setting=Typesetting(A4))
    dialog.show()
    assert dialog.form.chosen().key == "tracked"
    assert dialog.form.choices().setting is None
    assert not dialog.form.paper.papers.isVisible()
    assert not dialog.form.draft_mark.isVisible()
    dialog.form.choose("marked")
    assert dialog.form.choices().setting == Typesetting(A4)
    dialog.form.choose("clean")
    assert dialog.form.choices().setting is None
    dialog.form.paper.by_adref.click()
    assert dialog.form.choices().setting == Typesetting(A4)
    assert dialog.form.draft_mark.isVisible()


@pytest.mark.parametrize("form", [one for one in FORMS if one.key not in OF_THE_FILE], ids=lambda form: form.key)
def test_brackets_are_letters_and_not_blots(qtbot: QtBot, qapp: QApplication, form: Form) -> None:
    style.apply(qapp, "light")
    preview = Preview()
    qtbot.addWidget(preview)
    preview.resize(440, 620)
    ink = {}
    for pair in ("[]", "()"):
        words = f"{pair[0]}in{pair[1]} " * 150
        preview.show_page(Page(Draft((Paragraph(Kind.TEXT, (Run(words),)),)), form=form.key, draft_mark=False))
        image = preview.grab().toImage()
        points = ((x, y) for x in range(20, 420) for y in range(20, 600))
        ink[pair] = sum(255 - image.pixelColor(*point).lightness() for point in points)
    assert ink["[]"] < 1.35 * ink["()"]


@pytest.mark.parametrize("turned", [False, True])
def test_the_columns_of_texts_from_the_right_begin_there(turned: bool, qapp: QApplication) -> None:
    page = QImage(int(LETTER.height), int(LETTER.width), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    paint_columns(painter, ("a", "b"), (), "", turned=turned)
    painter.end()
    where = round(HEADQUARTERS.edge + WHERE)  # the narrow column stands first
    left, right = (
        any(page.pixelColor(at + near, int(HEADQUARTERS.first_top) + 8).lightness() < 250 for near in (-1, 0, 1))
        for at in (where, page.width() - where)
    )
    assert (left, right) == (not turned, turned)
