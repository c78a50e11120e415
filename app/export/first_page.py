"""The first page of what is exported, painted as the file will have it, by the same road; to be called off the window's
thread."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.export.as_chosen import terms_chosen
from app.files.draft_file import printed
from app.files.terms import Terms
from app.files.two_sides import Names
from app.pdf import PrintedHtml
from app.subjects.compared import Compared
from app.subjects.sides import Side
from models.circulation.typesetting import A4, Paper
from models.dossier import Dossier
from models.forms.print_page import print_page
from widgets.export.choices import Choices
from widgets.export.printed_pages import PrintedPages
from widgets.theme import fonts

_LETTERS = 6_000  # no page shows more of a file as it is


def first_page(
    side: Side, compared: Compared | None, choices: Choices, dossier: Dossier | None, size: QSize
) -> QImage | None:
    """A picture of so many pixels; None while the comparison that the form shows is not made.

    Errors: as writing the file has them.
    """
    kind, form = choices.form.ending, choices.form
    if form.compares and compared is None:
        return None
    sides = (compared.old, compared.new) if form.compares and compared is not None else (side,)
    terms = terms_chosen(side, choices, dossier, sides)
    fonts.load()
    picture = QImage(size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    try:
        if form.compares and compared is not None:
            _changes(painter, compared, kind, terms, size)
        else:
            text = printed(side.draft, terms)
            title = terms.called(text, side.title)
            pages = PrintedPages(text, title, draft_mark=terms.marked, setting=terms.set_as)
            painter.scale(size.width() / terms.set_as.paper.width, size.width() / terms.set_as.paper.width)
            pages.paint_page(painter, 0)
    finally:
        painter.end()
    return picture


def _changes(painter: QPainter, compared: Compared, kind: str, terms: Terms, size: QSize) -> None:
    comparison = compared.comparison
    names = Names(*terms.called_both(comparison, compared.old.title, compared.new.title))
    if kind == ".md":
        from models.forms.markdown import markdown

        text = markdown(comparison, old_name=names.old, new_name=names.new)[:_LETTERS]
        html = f"<pre style='white-space: pre-wrap; font-family: monospace; font-size: 9pt'>{escape(text)}</pre>"
    else:
        html = print_page(comparison, old_name=names.old, new_name=names.new, draft_mark=terms.marked)
    paper: Paper = terms.set_as.paper if kind == ".pdf" else A4
    painter.scale(size.width() / paper.width * 72 / 96, size.width() / paper.width * 72 / 96)
    PrintedHtml(html, paper).paint_sheet(painter, 0, folio=kind == ".pdf")
