"""The sheet a text is read on: a QTextEdit whose numbers, grounds and tints are painted beside and below the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QToolTip, QWidget

from models.draft import Draft, labels
from widgets.paper import type as letters
from widgets.paper.lines import line_edges, span_on_lines
from widgets.paper.number import number_of
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.paper.type import TextType, serif
from widgets.text.document import POSITION, TextDocument, indent_of
from widgets.text.notes import Notes
from widgets.theme import fonts, icons
from widgets.theme.tokens import Measures, current, theme_changed

_GROUND_BEFORE, _GROUND_AFTER = 84.0, 22.0
_LEAST_BEFORE, _LEAST_AFTER = 104, 28


class Sheet(QTextEdit):
    """One draft, read-only. `paragraph_chosen(int)` when the cursor comes to another paragraph of it."""

    paragraph_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        give_quiet_scroll_bar(self, "paper")
        self.viewport().setAutoFillBackground(False)
        self.setTabChangesFocus(True)
        self._zoom, self._wide = 1.0, False
        self._draft = Draft()
        self._labels: tuple[str | None, ...] = ()
        self._warned: dict[int, str] = {}
        self._here = -1
        self._been_somewhere = False
        self._text = TextDocument(self._draft, self._type())
        self.notes = Notes(self)
        self.notes.laid_out.connect(self._place_notes)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.cursorPositionChanged.connect(self._cursor_moved)
        theme_changed.connect(self._redress)
        self.setAccessibleName("Text")

    # What is shown

    def show_draft(self, draft: Draft, warned: Mapping[int, str]) -> None:
        """Another draft, from its beginning; `warned` are the paragraphs with something to look at, and what."""
        self._draft, self._labels, self._warned = draft, labels(draft), dict(warned)
        self._build()
        self._here = -1
        self._been_somewhere = False
        self.verticalScrollBar().setValue(0)
        self._place_notes()

    def set_zoom(self, zoom: float) -> None:
        """Letters times a factor."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._rebuild()

    @property
    def zoom(self) -> float:
        """The factor of the letters."""
        return self._zoom

    @property
    def document_of_draft(self) -> TextDocument:
        """The draft as it lies in the document."""
        return self._text

    def _type(self) -> TextType:
        return (letters.TEXT_WIDE if self._wide else letters.TEXT).zoomed(self._zoom)

    def _column(self) -> float:
        return (Measures.TEXT_COLUMN_WIDE if self._wide else Measures.TEXT_COLUMN) * max(1.0, self._zoom)

    def _build(self) -> None:
        self._text = TextDocument(self._draft, self._type())
        self.setDocument(self._text.document)
        self._lie()
        self.notes.show_draft(self._draft, (letters.NOTE_WIDE if self._wide else letters.NOTE).zoomed(self._zoom))

    def _redress(self, _tokens: object) -> None:
        self._rebuild()

    def _rebuild(self) -> None:
        """The same draft in other letters or colours, at the same place."""
        block = self.cursorForPosition(QPoint(2, 2)).block().blockNumber()
        chosen = self.textCursor().blockNumber()
        self._build()
        self._scroll_to(block, 0.0)
        cursor = QTextCursor(self.document().findBlockByNumber(chosen))
        self.setTextCursor(cursor)
        self._scroll_to(block, 0.0)
        self._place_notes()

    # Going about

    def go_to(self, position: int) -> None:
        """Put the cursor before a paragraph of the draft and bring it into sight."""
        block = self.document().findBlockByNumber(position)
        if not block.isValid():
            return
        self._been_somewhere = True
        self.setTextCursor(QTextCursor(block))
        self._cursor_moved()
        self.update()
        top = self._top(block)
        if top < 0 or top + self._height(block) > self._free_height():
            self._scroll_to(position, 0.25)

    def chosen(self) -> int:
        """The position in the draft of the paragraph with the cursor."""
        return self._position(self.textCursor().block())

    def _scroll_to(self, block: int, share: float) -> None:
        """Bring a block to a share of the page's height."""
        found = self.document().findBlockByNumber(block)
        if found.isValid():
            top = self.document().documentLayout().blockBoundingRect(found).top()
            self.verticalScrollBar().setValue(round(top - share * self.viewport().height()) - 12)

    def _cursor_moved(self) -> None:
        here = self.chosen()
        if here != self._here:
            self._here = here
            self.setAccessibleDescription((self._labels[here] if here < len(self._labels) else None) or "")
            self.paragraph_chosen.emit(here)
            self.update()

    @staticmethod
    def _position(block: QTextBlock) -> int:
        kept = block.blockFormat().property(POSITION)
        return int(kept) if kept is not None else block.blockNumber()

    # Where things lie

    def _lie(self) -> None:
        """Put the column in the middle, a little further in for the numbers."""
        bar = self.verticalScrollBar().width() if self.verticalScrollBar().isVisible() else 0
        room = self.width() - bar
        column = round(min(self._column(), room - _LEAST_BEFORE - _LEAST_AFTER))
        before = max(_LEAST_BEFORE, (room - column) // 2 + Measures.TEXT_SHIFT)
        after = max(0, room - column - before)
        if self.isRightToLeft():
            before, after = after, before
        self.setViewportMargins(before, 0, after, 0)
        self._place_notes()

    def set_right_to_left(self, right_to_left: bool) -> None:
        """Let numbers and bars stand on the side where the text begins."""
        way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        if way != self.layoutDirection():
            self.setLayoutDirection(way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notes()

    def _fit(self) -> None:
        """Lie at the new size before the viewport takes another width, or the whole text would be set anew."""
        wide = self.window().width() >= Measures.WIDE_WINDOW
        if wide != self._wide:
            self._wide = wide
            self._rebuild()
        self._lie()

    def _top(self, block: QTextBlock) -> float:
        """Where a block begins, from the upper edge of the page."""
        return self.document().documentLayout().blockBoundingRect(block).top() - self.verticalScrollBar().value()

    def _height(self, block: QTextBlock) -> float:
        return self.document().documentLayout().blockBoundingRect(block).height()

    def _free_height(self) -> float:
        return self.viewport().height() - (self.notes.height() if self.notes.isVisible() else 0)

    def _blocks(self) -> Iterator[tuple[QTextBlock, float]]:
        """The blocks in sight and where they begin."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            top = self._top(block)
            if top > self.viewport().height():
                return
            yield block, top
            block = block.next()

    # Notes

    def _scrolled(self) -> None:
        self._place_notes()
        self.update()

    def _place_notes(self) -> None:
        """The notes whose marks are in sight above them, first come first served, as on a printed page."""
        page = float(self.viewport().height())
        corner = self.viewport().geometry().topLeft()
        self.notes.set_column(float(corner.x()), float(self.viewport().width()))
        chosen: list[int] = []
        for note, bottom in self._marks_in_sight():
            if note in chosen:
                continue
            wanted = [*chosen, note]
            if not self.notes.fits(wanted, page) or bottom > page - self.notes.height_of(wanted):
                break
            chosen = wanted
        height = round(self.notes.height_of(chosen))
        height += round(self._cut_line(page - height)) if chosen else 0
        width = self.width() - (self.verticalScrollBar().width() if self.verticalScrollBar().isVisible() else 0)
        self.notes.setGeometry(0, self.height() - height, width, height)
        self.notes.show_notes(chosen)

    def _cut_line(self, edge: float) -> float:
        """How much of a line shows above an edge that cuts it."""
        for block, top in self._blocks():
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start = top + line.y()
                if start < edge < start + line.height():
                    return edge - start
        return 0.0

    def _marks_in_sight(self) -> Iterator[tuple[int, float]]:
        """Each note mark in sight and where its line ends."""
        marks: dict[int, list[tuple[int, int]]] = {}
        for mark in self._text.notes:
            marks.setdefault(mark.block, []).append((mark.place, mark.note))
        for block, top in self._blocks():
            for place, note in marks.get(block.blockNumber(), ()):
                line = block.layout().lineForTextPosition(place)
                if line.isValid() and top + line.y() >= 0:
                    yield note, top + line.y() + line.height()

    # Painting

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._paint_paper()
            return True
        if event.type() is QEvent.Type.Resize:
            self._fit()
            return super().event(event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_for_the_window(event):
            # Else "end of line" would take Ctrl E from Export; nothing is written here.
            event.ignore()
            return False
        if event.type() is QEvent.Type.Wheel:
            # Over the margins, which are no part of the viewport.
            QApplication.sendEvent(self.viewport(), event)
            return True
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def _paint_paper(self) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().paper)
        corner = QPointF(self.viewport().geometry().topLeft())
        painter.translate(corner)
        for block, top in self._blocks():
            position = self._position(block)
            if position >= len(self._draft.paragraphs):
                continue
            if position == self._here and self._been_somewhere:
                self._paint_ground(painter, block, top)
            self._paint_brackets(painter, block, top)
            self._paint_number(painter, block, top, position)
        painter.end()

    def _paint_ground(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        layout = block.layout()
        if not layout.lineCount():
            return
        before, after = _GROUND_BEFORE, _GROUND_AFTER
        if self.isRightToLeft():
            before, after = after, before
        first, last = layout.lineAt(0), layout.lineAt(layout.lineCount() - 1)
        lead = block.blockFormat().lineHeight()
        size = self._type().size * lead / self._type().lead
        # From the middle of the letters outwards, since a fixed line height says nothing of where they stand.
        rise = size * 0.32 + lead / 2 + (7 if lead > 24 else 3)
        upper, lower = first.y() + first.ascent() - rise, last.y() + last.ascent() - size * 0.64 + rise
        place = QRectF(-before, top + upper, self.viewport().width() + before + after, lower - upper)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().hover)
        painter.drawRoundedRect(place, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
        painter.restore()

    def _paint_brackets(self, painter: QPainter, block: QTextBlock, top: float) -> None:
        tint = current().tint_bracketed
        spans = self._text.bracketed.get(block.blockNumber())
        if tint is None or not spans:
            return
        size = self._type().size
        text = block.text().encode("utf-16-le")
        mixed = self.isRightToLeft()
        for span in spans:
            for _, line, first, last in span_on_lines(block.layout(), span.start, span.end, text):
                base = top + line.y() + line.ascent()
                for left, right in line_edges(line, first, last, mixed=mixed):
                    painter.fillRect(QRectF(left, base - size * 0.98, right - left, size * 1.38), tint)

    def _paint_number(self, painter: QPainter, block: QTextBlock, top: float, position: int) -> None:
        paragraph = self._draft.paragraphs[position]
        layout = block.layout()
        if not layout.lineCount():
            return
        rtl = self.isRightToLeft()
        base = top + layout.lineAt(0).y() + layout.lineAt(0).ascent()
        end = indent_of(paragraph) - Measures.NUMBER_GAP
        if position in self._warned:
            box = QRectF(self._across(-_GROUND_BEFORE + 4, 13), base - 12, 13, 13)
            icons.paint(painter, box, "warning-fill", current().bracketed)
        number = number_of(paragraph, self._labels[position], right_to_left=rtl)
        if not number.text:
            return
        font = fonts.micro(500) if number.is_label else serif(self._type().size)
        painter.setFont(font)
        painter.setPen(current().ink3 if number.is_label else current().ink)
        advance = QFontMetricsF(font).horizontalAdvance(number.text)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight if number.is_label else self.layoutDirection())
        painter.drawText(QPointF(self._across(end - advance, advance), base), number.text)

    def _across(self, x: float, width: float) -> float:
        return self.viewport().width() - x - width if self.isRightToLeft() else x

    def _show_tip(self, event: QHelpEvent) -> None:
        """What is to be looked at in the paragraph under the mouse."""
        y = event.pos().y()
        for block, top in self._blocks():
            if top <= y < top + self._height(block):
                message = self._warned.get(self._position(block))
                if message:
                    QToolTip.showText(event.globalPos(), message, self)
                    return
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Single letters are keys of the page, zoom too.
        zooms = event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() in _ZOOM_KEYS
        if zooms:
            event.ignore()
            return
        self._been_somewhere = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._been_somewhere = True
        super().mousePressEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)


def counts(draft: Draft) -> tuple[int, int]:
    """Words and paragraphs of a draft; empty paragraphs are not counted."""
    texts: Sequence[str] = [paragraph.text for paragraph in draft.paragraphs if paragraph.text.strip()]
    return sum(len(text.split()) for text in texts), len(texts)


def _is_for_the_window(event: QKeyEvent) -> bool:
    """Whether a key with Ctrl belongs to the window's actions: all letters but those of copying and selecting."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return False
    own = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
    return Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not any(event.matches(key) for key in own)


_ZOOM_KEYS = (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0)
