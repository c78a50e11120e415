"""A text that takes other letters or another theme looks as one that was set so from the beginning."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Selection
from models.editing.working import WorkingText
from widgets.paper.type import TEXT as LETTERS
from widgets.text.looks import HEADINGS, Formats, look_of
from widgets.theme import style
from widgets.writing.page import TextPage

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

TEXT = Draft(
    (
        Paragraph(Kind.MASTHEAD, (Run("General Assembly"),)),
        Paragraph(Kind.MASTHEAD, (Run("A/C.2/80/L.12"),)),
        Paragraph(Kind.MASTHEAD, (Run("International migration and development"),)),
        Paragraph(
            Kind.PREAMBULAR, (Run("Recalling", italic=True), Run(" its [resolution]"), Run(footnote=1), Run(","))
        ),
        Paragraph(Kind.SECTION, (Run("Means of implementation"),), number="I"),
        Paragraph(
            Kind.OPERATIVE, (Run("Decides", italic=True), Run(" to meet " + "and to talk " * 30 + ";")), number="1"
        ),
        Paragraph(Kind.SUBPARAGRAPH, (Run("Words of an item;"),), level=1, number="(a)"),
        Paragraph(Kind.OPERATIVE, (Run("يقرر", italic=True), Run(" أن يجتمع مرة أخرى في الدورة المقبلة؛")), number="2"),
        Paragraph(Kind.ANNEX, (Run("Annex"),)),
        *(Paragraph(Kind.HEADING, (Run(f"Heading {level}"),), level) for level in range(5)),
        Paragraph(Kind.CLOSING, (Run("78th plenary meeting"),)),
    ),
    (Footnote(1, "1", (Run("Resolution 58/208."),)),),
)


def shown(qtbot: QtBot, zoom: float, appearance: str, *, first: tuple[float, str]) -> QImage:
    """The page in some letters and theme, which were others at `first`."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    style.apply(app, first[1])
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1180, 1600)
    page.set_zoom(first[0])
    page.show()
    page.show_working(WorkingText(TEXT), "A title", base="Rev.1", selection=Selection.at(5, 3))
    page.set_zoom(zoom)
    style.apply(app, appearance)
    qtbot.waitUntil(lambda: not page.sheet.column.blocks.active)
    page.sheet.clearFocus()
    QApplication.processEvents()
    image = page.sheet.grab().toImage()
    page.hide()
    return image


@pytest.mark.parametrize(
    ("zoom", "appearance", "first"),
    [(1.25, "light", (1.0, "light")), (0.8, "light", (1.5, "light")), (1.0, "dark", (1.0, "light"))],
)
def test_other_letters(
    qtbot: QtBot, qapp: QApplication, zoom: float, appearance: str, first: tuple[float, str]
) -> None:
    try:
        # The first brackets that a process paints in some letters may be off by a shade that no eye sees.
        shown(qtbot, zoom, appearance, first=(zoom, appearance))
        fresh = shown(qtbot, zoom, appearance, first=(zoom, appearance))
        changed = shown(qtbot, zoom, appearance, first=first)
    finally:
        style.apply(qapp, "light")
    assert fresh == changed


def test_headings_of_each_level_have_letters_of_their_own(qapp: QApplication) -> None:
    formats = Formats(LETTERS)
    looks = [look_of(Paragraph(Kind.HEADING, (Run("Scope"),), level)) for level in range(9)]
    letters = [formats.letters(look, 0) for look in looks]
    seen = [(one.fontPointSize(), one.fontWeight(), one.fontItalic()) for one in letters]
    assert len(set(seen)) == len(HEADINGS)
    assert len(set(seen[len(HEADINGS) - 1 :])) == 1
    room = [look.before for look in looks]
    assert room == sorted(room, reverse=True)
    assert look_of(Paragraph(Kind.SECTION)).size > looks[0].size > looks[1].size


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_arabic_italics_lean_out_over_no_edge_of_the_column(qapp: QApplication, qtbot: QtBot, zoom: float) -> None:
    style.apply(qapp, "light")
    page = TextPage()
    qtbot.addWidget(page)
    page.resize(1280, 752)
    page.show()
    text = Draft((Paragraph(Kind.OPERATIVE, (Run("تحيط علما", italic=True), Run(" بالتقرير؛")), number="1"),))
    page.show_working(WorkingText(text), "A title", "", base="Rev.1")
    page.sheet.set_zoom(zoom)
    qapp.processEvents()
    column = page.sheet.viewport().grab().toImage()
    inked = [x for x in range(column.width()) if any(column.pixelColor(x, y).lightness() < 120 for y in range(90))]
    assert column.width() - 40 < max(inked) < column.width() - 1
