"""The heads of the grid of phrases: the drafts over their columns, the phrases at the side of their rows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from widgets.lineage.grid_model import PhraseGridModel
from widgets.lineage.view import LineView, PhraseRow
from widgets.paper.direction import apart
from widgets.paper.elided import name_in
from widgets.paper.type import serif
from widgets.theme import fonts
from widgets.theme.cut import cut_in
from widgets.theme.tokens import current

_ROW, _HEAD, _SIDE = 38, 60, 340
DRAFT_LEAST = 100


class DraftHeads(QHeaderView):
    """The names of the drafts over their columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(_HEAD)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(DRAFT_LEAST)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens, (view, here) = current(), _shown(self)
        painter.fillRect(rect, tokens.paper)
        if view is None or section >= len(view.drafts):
            return
        draft = view.drafts[section]
        chosen = section == here.column()
        font = fonts.serif(14, 600)
        painter.save()
        painter.setPen(tokens.ink)
        painter.setFont(font)
        room = QRectF(rect.x() + 4, rect.y() + 2, rect.width() - 8, 36)
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        low = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, low, short(draft.label, QFontMetricsF(font), room.width()))
        room = QRectF(rect.x() + 4, rect.y() + 39, rect.width() - 8, 18)
        painter.setFont(fonts.micro(600 if chosen else 400))
        painter.setPen(tokens.ink2)
        painter.drawText(room, centre, draft.dated)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        beyond = self.length() - self.offset()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = self.width() - beyond
        painter.fillRect(QRect(0 if rtl else beyond, 0, rest, self.height()), current().paper)
        painter.end()


class PhraseHeads(QHeaderView):
    """The phrases at the side of their rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setFixedWidth(_SIDE)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_ROW)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        return QSize(_SIDE, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        beyond = self.length() - self.offset()
        painter.fillRect(QRect(0, beyond, self.width(), self.height() - beyond), current().paper)
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens, (view, here) = current(), _shown(self)
        if view is None or section >= len(view.phrases):
            return
        row: PhraseRow = view.phrases[section]
        chosen = section == here.row()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(rect, tokens.hover if chosen else tokens.paper)

        def place(x: float, top: float, width: float, height: float) -> QRectF:
            left = rect.right() - x - width if rtl else rect.x() + x
            return QRectF(left, rect.y() + top, width, height)

        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(tokens.ink2)
        painter.setFont(fonts.micro(600))
        painter.drawText(place(24, 0, 18, rect.height()), lead, row.letter or "“ ”")
        font = serif(14, 600 if chosen else 400)
        painter.setFont(font)
        painter.setPen(tokens.ink)
        room = rect.width() - 44 - 10
        # A mark at its end stands where its words end.
        text = apart(cut_in(QFontMetricsF(font), row.text, room))
        painter.drawText(place(44, 2, room, 19), lead, text)
        small = fonts.micro(400)
        painter.setFont(small)
        painter.setPen(tokens.ink2)
        who = cut_in(QFontMetricsF(small), row.who, room)
        painter.drawText(place(44, 20, room, 15), lead, who)
        painter.restore()


def _shown(heads: QHeaderView) -> tuple[LineView | None, QModelIndex]:
    """What the grid under the heads shows, and where one is in it."""
    grid, model = heads.parent(), heads.model()
    assert isinstance(grid, QTableView)
    assert isinstance(model, PhraseGridModel)
    return model.view, grid.currentIndex()


def short(label: str, metrics: QFontMetricsF, room: float) -> str:
    """A name in a narrow column: of a symbol its end, which tells it from others; else what two lines hold, its middle
    gone, or one where a part of it is longer than a line."""
    if metrics.horizontalAdvance(label) <= room:
        return label
    parts = label.split("/")
    while len(parts) > 1 and " " not in label:
        parts = parts[1:]
        if metrics.horizontalAdvance("/".join(parts)) <= room:
            return "/".join(parts)
    cut = name_in(metrics, label, 1.8 * room)
    if any(metrics.horizontalAdvance(word) > room for word in cut.split()):
        return name_in(metrics, label, room)
    return cut
