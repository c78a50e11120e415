"""A draft as PDF; a page of HTML as PDF or on a printer. What of the command line needs Qt; imported only to print."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QPointF, QSize, QSizeF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
)

from models.circulation.told_letters import with_letters_told
from models.circulation.typesetting import A4, LETTER, USUAL, Paper, Typesetting
from models.draft import Draft, DraftError
from models.forms.joined_page import joined_in_html
from widgets.theme import fonts
from widgets.theme.cut import cut_in

_DPI = 96  # the pixels of the style sheet
_FINE = 720  # of a page that is measured in points
_MARGIN_MM = 20.0
_SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}
_HEAD_MM = 6.0  # between the running head and the text
_FOOT_MM = 12.0  # above the lower edge of the page, where its number stands


class CannotPrint(DraftError):
    """There is no paper to print on."""


def pdf_of_html(html: str, title: str, paper: Paper = LETTER) -> bytes:
    """The HTML on pages, numbered at the foot; `title` runs at the head from the second page on.

    Starts Qt without a display where no application runs yet.
    """

    def paint(writer: QPdfWriter) -> None:
        writer.setResolution(_DPI)
        writer.setPageLayout(usual_pages(paper))
        paint_pages(html, writer, head=title)

    return _written(paint, title, html)


def pdf_of_draft(draft: Draft, title: str, setting: Typesetting = USUAL, *, draft_mark: bool = False) -> bytes:
    """A draft on pages as its house sets them; `title` runs at the head where it has no symbol. Qt: as there."""

    def paint(writer: QPdfWriter) -> None:
        from widgets.export.printed_pages import PrintedPages

        pages = PrintedPages(draft, title, draft_mark=draft_mark, setting=setting)
        writer.setResolution(_FINE)
        writer.setPageLayout(usual_pages(setting.paper, margin=0.0))
        painter = QPainter(writer)
        painter.scale(_FINE / 72, _FINE / 72)
        for number in range(pages.count):
            if number:
                writer.newPage()
            pages.paint_page(painter, number)
        painter.end()

    texts = [*(one.text for one in draft.paragraphs), *(one.text for one in draft.footnotes)]
    return _written(paint, title, "".join(texts))


def _written(paint: Callable[[QPdfWriter], None], title: str, words: str) -> bytes:
    application = QGuiApplication.instance() or _without_display()
    fonts.load()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Qt writes the fonts in the order of its tables, which is otherwise left to chance.
    QHashSeed.setDeterministicGlobalSeed()
    try:
        writer = QPdfWriter(buffer)
        writer.setTitle(title)
        writer.setCreator("Adref")
        paint(writer)
        del writer  # which ends the file
    finally:
        QHashSeed.resetRandomGlobalSeed()
    buffer.close()
    del application
    return with_letters_told(bytes(held.data()), title + words)


def _without_display() -> QGuiApplication:
    # Whatever the environment asks for: Qt ends the program where that platform cannot be had, as over ssh.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # Qt's plugin for no display complains of sizes and of settings that printing does not need.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
    return QGuiApplication(sys.argv[:1])


def usual_pages(paper: Paper = A4, margin: float = _MARGIN_MM) -> QPageLayout:
    """Upright pages of a paper with the margins our pages have, or others, in millimetres."""
    size = _SIZES.get(paper.name, QPageSize.PageSizeId.A4)
    margins = QMarginsF(margin, margin, margin, margin)
    return QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, margins,
                       QPageLayout.Unit.Millimeter)  # fmt: skip


def paint_pages(
    html: str, device: QPagedPaintDevice, first: int = 1, last: int | None = None, *, head: str = ""
) -> int:
    """The HTML on the pages of a device of any resolution, numbered at the foot; how many pages there are in all.

    `head` stands above the text of all pages but the first. Only the pages from `first` to `last` are painted. The
    device must not be painted on yet. Errors: CannotPrint.
    """
    pages = PrintedHtml(html, device.pageLayout().paintRectPixels(_DPI).size())
    painter = QPainter()
    if not painter.begin(device):
        raise CannotPrint("The printer, or the file to print into, could not be opened; nothing was printed.")
    scale = device.logicalDpiX() / _DPI
    painter.scale(scale, scale)
    for number in range(first - 1, min(last or pages.count, pages.count)):
        if number >= first:
            device.newPage()
        pages.paint(painter, number, head)
    painter.end()
    return pages.count


class PrintedHtml:
    """HTML on pages of a paper with our usual margins, or of a size in pixels of the style sheet within those."""

    def __init__(self, html: str, page: Paper | QSize) -> None:
        size = page if isinstance(page, QSize) else usual_pages(page).paintRectPixels(_DPI).size()
        ground = QImage(1, 1, QImage.Format.Format_RGB32)
        ground.setDotsPerMeterX(round(_DPI / 0.0254))
        ground.setDotsPerMeterY(round(_DPI / 0.0254))
        document = self._document = QTextDocument()
        document.setDefaultFont(_letters())
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(ground)
        document.setHtml(joined_in_html(html))
        document.setPageSize(QSizeF(size))
        _divide_at_pages(document)
        self._ground = ground  # which the layout does not keep
        self.count = document.pageCount()

    def paint(self, painter: QPainter, number: int, head: str = "", *, folio: bool = True) -> None:
        """A page, counted from 0, with its number at its foot; `head` above all but the first."""
        size = self._document.pageSize()
        _paint_page(painter, self._document, number)
        painter.setPen(QColor("#596269"))
        painter.setFont(fonts.small())
        if folio:
            foot = size.height() + round((_MARGIN_MM - _FOOT_MM) / 25.4 * _DPI)
            painter.drawText(QPointF(0, foot), f"{number + 1} / {self.count}")
        if head and number:
            words = cut_in(QFontMetricsF(fonts.small()), head, size.width())
            painter.drawText(QPointF(0, -round(_HEAD_MM / 25.4 * _DPI)), words)

    def paint_sheet(self, painter: QPainter, number: int, *, folio: bool = True) -> None:
        """A page with its margins."""
        margin = _MARGIN_MM / 25.4 * _DPI
        painter.translate(margin, margin)
        self.paint(painter, number, folio=folio)


def _paint_page(painter: QPainter, document: QTextDocument, number: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -number * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    clip = painter.clipBoundingRect()
    clip.setRect(0, number * size.height(), size.width(), size.height())
    painter.setClipRect(clip)
    # What only touches the page stands on the one beside it.
    context.clip = clip.adjusted(0, 1, 0, -1)
    context.palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    document.documentLayout().draw(painter, context)
    painter.restore()


def _divide_at_pages(document: QTextDocument) -> None:
    """Divides each paragraph that goes on over the end of a page in two, which look like one.

    Of a paragraph Qt paints one line more on both sides of a page: nobody sees it, but it would be in the PDF, and read
    twice by who copies, searches or listens.
    """
    layout, height = document.documentLayout(), document.pageSize().height()
    places: list[int] = []
    block = document.begin()
    while block.isValid():
        lines = block.layout()
        top = layout.blockBoundingRect(block).top() - lines.boundingRect().top()
        parts = [lines.lineAt(at) for at in range(lines.lineCount())]
        pages = [int((top + line.rect().center().y()) // height) for line in parts]
        places += [
            block.position() + line.textStart()
            for line, page, before in zip(parts[1:], pages[1:], pages, strict=False)
            if page != before
        ]
        block = block.next()
    for place in reversed(places):
        _divide(document, place)
    # What was laid out is not laid out anew of itself, where nobody looks.
    document.markContentsDirty(0, document.characterCount())


def _divide(document: QTextDocument, place: int) -> None:
    """Divides a paragraph at a place; the second part has no first line of its own, and no list's sign."""
    cursor = QTextCursor(document)
    cursor.setPosition(place)
    first, second = cursor.blockFormat(), cursor.blockFormat()
    first.setBottomMargin(0)
    second.setTopMargin(0)
    second.setTextIndent(0)
    cursor.insertBlock(second)
    rest = cursor.block()
    if (signs := rest.textList()) is not None:
        signs.remove(rest)
        cursor.setBlockFormat(second)
    cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.setBlockFormat(first)


def _letters() -> QFont:
    """The serif of texts without ligatures: a PDF does not tell of which letters one sign for “ft” is.

    They would be lost in copying, in searching and to those who listen. Those that Arabic needs are others; its letters
    come in the forms they have beside each other, and are not taken apart either.
    """
    font = fonts.serif(15)
    for tag in ("liga", "clig", "dlig", "ccmp", "rlig"):
        font.setFeature(QFont.Tag(tag), 0)
    return font
