"""Jump or find: one field over the window; type OP7, a symbol or words, Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from widgets.paper.rows import Index, paint_chosen, room_for
from widgets.paper.snippet import paint_found
from widgets.shell.bare_field import BareField
from widgets.shell.grouped_rows import ENTRY, GroupedRows
from widgets.shell.popover import HEAD, Popover
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.cut import cut_in
from widgets.theme.key_hints import key_width, paint_key
from widgets.theme.tokens import Measures

_START, _LABEL = 46.0, 68.0


@dataclass(frozen=True)
class Entry:
    """Something to go to or do. `found` is the words that were looked for; `text` a serif line where `serif`; `faint`
    where it cannot be done now."""

    group: str
    icon: str
    label: str
    text: str
    hint: str = ""
    key: str = ""
    found: str = ""
    serif: bool = True
    faint: bool = False
    act: Callable[[], None] = field(default=lambda: None)


class EntryList(GroupedRows):
    """Entries under the heads of their groups."""

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other entries, already in the order of their groups."""
        self.show_groups([(entry.group, entry) for entry in entries])

    def rows_like(self, wanted: Entry | None = None) -> list[int]:
        """Where entries stand that say the same as one; all where none is wanted."""
        entries = [(at, row) for at, row in enumerate(self._rows) if isinstance(row, Entry)]
        return [at for at, one in entries if wanted is None or self._said(one) == self._said(wanted)]

    def _said(self, one: Entry) -> tuple[str, str, str]:
        return one.group, one.label, one.text

    def spoken(self, row: object) -> str:
        assert isinstance(row, Entry)
        return ", ".join(part for part in (row.label, row.text, row.hint, row.key) if part)


class EntryDelegate(QStyledItemDelegate):
    """Icon, label, text with the hit on its ground, hint or key."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEAD if isinstance(index.data(ENTRY), str) else Measures.ROW_PALETTE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, entry = appearance.current(), index.data(ENTRY)
        place = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter

        def box(start: float, width: float, height: float = 24) -> QRectF:
            rect = QRect(
                round(place.left() + start), round(place.center().y() - height / 2), round(width), round(height)
            )
            return QRectF(QStyle.visualRect(option.direction, option.rect, rect))

        if isinstance(entry, str):
            painter.setFont(fonts.micro(600))
            painter.setPen(tokens.ink3)
            painter.drawText(box(18, place.width() - 36), lead, entry)
            painter.restore()
            return
        paint_chosen(painter, option)
        icons.paint(painter, box(18, 16, 16), entry.icon, tokens.ink2)
        end = place.width() - 18
        if entry.key:
            width = key_width(entry.key)
            paint_key(painter, box(end - width, width, 18), entry.key, tokens.ink2, tokens.line2)
            end -= width + 12
        if entry.hint:
            painter.setFont(fonts.small())
            metrics = QFontMetricsF(fonts.small())
            hint = cut_in(metrics, entry.hint, _room_of_hint(entry, end - _START - 14))
            width = metrics.horizontalAdvance(hint)
            painter.setPen(tokens.ink3)
            painter.drawText(box(end - width - 2, width + 2), lead, hint)
            end -= width + 14
        start = _START
        if entry.label:
            font = fonts.micro(500) if entry.serif else fonts.ui(500)
            room = min(room_for(entry.label, font, _LABEL), (end - start) / 2) if entry.serif else end - start
            painter.setFont(font)
            painter.setPen(tokens.ink2 if entry.serif or entry.faint else tokens.ink)
            label = cut_in(QFontMetricsF(font), entry.label, room)
            painter.drawText(box(start, room + 4), lead, label)
            start += room + 6
        if entry.text and end > start:
            self._paint_text(painter, box(start, end - start), entry)
        painter.restore()

    def _paint_text(self, painter: QPainter, place: QRectF, entry: Entry) -> None:
        tokens = appearance.current()
        font = fonts.serif(15) if entry.serif else fonts.ui()
        metrics = QFontMetricsF(font)
        text = cut_in(metrics, _window(entry.text, entry.found), place.width())
        at = text.casefold().find(entry.found.casefold()) if entry.found else -1
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if at >= 0 and not rtl:
            start = metrics.horizontalAdvance(text[:at])
            width = metrics.horizontalAdvance(text[: at + len(entry.found)]) - start
            paint_found(painter, QRectF(place.left() + start - 1, place.top() + 1, width + 2, 21), tokens)
        painter.setFont(font)
        painter.setPen(tokens.ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, text)


def _room_of_hint(entry: Entry, room: float) -> float:
    """What a hint may take of the room: half of it, or what the name it stands behind leaves."""
    name = QFontMetricsF(fonts.ui(500)).horizontalAdvance(entry.label)
    return max(room / 2, room - name - 6)


def _window(text: str, found: str) -> str:
    """The text from a little before the hit, so that the hit can be seen."""
    at = text.casefold().find(found.casefold()) if found else 0
    if at < 46:
        return text
    start = text.rfind(" ", 0, max(0, at - 24)) + 1
    return f"… {text[start:]}"


class Palette(Popover):
    """Over the window; `provider` gives the entries for what is typed, which are `complete` unless told otherwise. Esc,
    or a click beside it, closes it."""

    def __init__(
        self, parent: QWidget, provider: Callable[[str], Sequence[Entry]], complete: Callable[[], bool] = lambda: True
    ) -> None:
        rows = EntryList()
        field_ = BareField("Jump or find", "OP7, PP3, a draft, or words of the text")
        super().__init__(parent, field_, rows, EntryDelegate(), "Enter goes there, Esc closes")
        rows.setParent(self)
        self._provider, self._complete, self._list_of_entries = provider, complete, rows
        self.looked_for.connect(self._look)

    def _look(self, words: str) -> None:
        self._list_of_entries.show_entries(self._provider(words.strip()))
        self.nothing.setText(f"Nothing here is called “{words.strip()}”." if self._complete() else "")
        self.choose_first()
        self.place()

    def look_again(self) -> None:
        """There may be more entries for the words that were typed; one that was stepped to stays chosen."""
        if not self.isVisible() or not self.field.text().strip():
            return
        at, chosen = self.list.currentIndex().row(), self.list.currentIndex().data(ENTRY)
        stepped = at not in self._list_of_entries.rows_like()[:1]
        self._look(self.field.text())
        if isinstance(chosen, Entry) and stepped:
            for row in self._list_of_entries.rows_like(chosen)[:1]:
                self._step(0, start=row)

    def take(self, entry: object) -> None:
        assert isinstance(entry, Entry)
        entry.act()
