"""The settings: groups on the left that scroll to theirs, rows on one page, one button that closes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from widgets.paper.rows import paint_ring
from widgets.paper.scroll_bar import scrolled
from widgets.settings.controls import NoWheel, Slider, control_of
from widgets.settings.rows import Group, Row, Value
from widgets.shell.veiled import VeiledDialog
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button, IconButton
from widgets.theme.find_field import FindField
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Surface, Words

_WIDTH, _HEIGHT, _SIDE, _LABEL, _ROW = 880, 660, 176, 240, 44
_LABEL_NARROW, _GAP = 200, 12
_LEFT, _RIGHT, _EDGE = 28, 24, 2


class SettingsDialog(VeiledDialog):
    """Made from groups of rows and the values there are now. `changed(str, object)`: a setting and its new value.

    Every change holds at once, so there is nothing to accept or to reject.
    """

    changed = Signal(str, object)

    def __init__(self, groups: Sequence[Group], values: Mapping[str, Value], parent: QWidget | None = None) -> None:
        super().__init__("Settings", _WIDTH, _HEIGHT, parent)
        self.setProperty("help", "settings")
        self._still = NoWheel(self)
        self.lines: dict[str, SettingLine] = {}
        self.sections: list[Section] = []
        across = laid_across(self.card, margins=(_EDGE, _EDGE, _EDGE, _EDGE))
        self._groups = self._side(groups)
        across.addWidget(self._groups)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._head())
        right.addWidget(self._page(groups, values), 1)
        self._under = self._foot()
        right.addWidget(self._under)
        across.addLayout(right, 1)
        self.find_field.textChanged.connect(self._look_for)
        self.list.currentRowChanged.connect(self._go_to)
        self.area.verticalScrollBar().valueChanged.connect(self._follow)

    # Building

    def _side(self, groups: Sequence[Group]) -> QWidget:
        side = Surface("panel", "trailing")
        side.lie_in_card("top bottom leading")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 20, 1, 20)
        self.list = QListWidget()
        self.list.setItemDelegate(_GroupDelegate(self.list))
        self.list.addItems([group.head for group in groups])
        self.list.setCurrentRow(0)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setAccessibleName("Groups of settings")
        column.addWidget(self.list)
        return side

    def _head(self) -> QHBoxLayout:
        line = laid_across(margins=(28, 20, 24, 10), spacing=8)
        line.addWidget(Words("Settings", fonts.sans(20, 600)), 1)
        self.find_field = FindField("Find a setting")
        self.find_field.setFixedWidth(190)
        close = IconButton("x", "Close")
        close.clicked.connect(self.accept)
        line.addWidget(self.find_field)
        line.addWidget(close)
        return line

    def _page(self, groups: Sequence[Group], values: Mapping[str, Value]) -> QScrollArea:
        page = Surface("raised")
        column = laid_down(page, margins=(_LEFT, 0, _RIGHT, 20))
        for group in groups:
            lines = [self._line(row, values.get(row.name)) for row in group.rows]
            section = Section(group, lines)
            self.sections.append(section)
            column.addWidget(section)
        self.nothing = Words("", fonts.ui(), "ink2", lines=True)
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addStretch(1)
        self.area = scrolled(page, "raised")
        return self.area

    def _line(self, row: Row, value: Value | None) -> SettingLine:
        line = SettingLine(row, control_of(row, value, lambda new: self.changed.emit(row.name, new)))
        for slider in line.findChildren(Slider):
            slider.installEventFilter(self._still)
        self.lines[row.name] = line
        return line

    def _foot(self) -> Surface:
        foot = Surface("raised", "top")
        line = QHBoxLayout(foot)
        line.setContentsMargins(28, 14, 28, 14)
        line.addWidget(Words("Every change holds at once.", fonts.small(), "ink2"), 1)
        self.close_button = Button("Close", form="ink")
        self.close_button.clicked.connect(self.accept)
        line.addWidget(self.close_button)
        return foot

    # Going about

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # In a small window, or with large letters, the settings themselves come first.
        controls = (line.control for line in self.lines.values() if line.control is not None)
        widest = max((control.minimumSizeHint().width() for control in controls), default=0)
        room = self.card.width() - 2 * _EDGE - _LEFT - _GAP - widest - _RIGHT
        grouped = room >= _SIDE + _LABEL
        self._groups.setVisible(grouped)
        self._under.lie_in_card("bottom trailing" if grouped else "bottom trailing leading")
        for line in self.lines.values():
            if line.named is not None:
                line.named.setFixedWidth(_LABEL if room >= _LABEL else _LABEL_NARROW)
        self.find_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.find_field.text():
            self.find_field.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter ends a field and never closes the whole dialog.
            return
        super().keyPressEvent(event)

    def _look_for(self, words: str) -> None:
        for section in self.sections:
            section.look_for(words)
        found = any(not section.isHidden() for section in self.sections)
        self.nothing.setText(f"No setting is called “{words.strip()}”.")
        self.nothing.setVisible(not found)
        self.area.verticalScrollBar().setValue(0)
        self._stand_at(next((at for at, section in enumerate(self.sections) if not section.isHidden()), 0))

    def _go_to(self, place: int) -> None:
        if not 0 <= place < len(self.sections) or self._following:
            return
        if self.sections[place].isHidden():
            self.find_field.clear()  # what is looked for is not in the group that is chosen
            self._stand_at(place)
            QTimer.singleShot(0, self, lambda: self._go_to(place))  # once all of them lie there
            return
        self.area.verticalScrollBar().setValue(self.sections[place].y())

    _following = False

    def _stand_at(self, place: int) -> None:
        self._following = True
        self.list.setCurrentRow(place)
        self._following = False

    def _follow(self, top: int) -> None:
        """The list shows the group at the top of the page, unless it was the list that scrolled there."""
        if self.list.hasFocus():
            return
        shown = [place for place, section in enumerate(self.sections) if not section.isHidden()]
        here = [place for place in shown if self.sections[place].y() <= top + 8]
        self._stand_at(here[-1] if here else shown[0] if shown else 0)


class Section(QWidget):
    """A head and its lines."""

    def __init__(self, group: Group, lines: Sequence[SettingLine]) -> None:
        super().__init__()
        self.group, self.lines = group, tuple(lines)
        column = laid_down(self, margins=(0, 0, 0, 14))
        head = Words(group.head, fonts.ui(600))
        head.setFixedHeight(34)
        column.addWidget(head)
        rule = Surface("line2")
        rule.setFixedHeight(1)
        column.addWidget(rule)
        for line in lines:
            column.addWidget(line)

    def look_for(self, words: str) -> None:
        """Show the lines with these words, or all where the group itself has them."""
        whole = bool(words.strip()) and words.strip().casefold() in self.group.head.casefold()
        shown = 0
        for line in self.lines:
            there = whole or line.row.has(words)
            line.setVisible(there)
            shown += there
        self.setVisible(shown > 0)


class SettingLine(Surface):
    """What a setting is called, what it does, its control."""

    def __init__(self, row: Row, control: QWidget | None) -> None:
        super().__init__("raised", "bottom")
        self.row, self.control = row, control
        self.named: QWidget | None = None
        self.setMinimumHeight(_ROW)
        line = laid_across(self, margins=(0, 6, 0, 7), spacing=_GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Words(row.label, fonts.ui(), lines=True))
        self._says = Words(row.says, fonts.small(), "ink2", lines=True)
        if not row.says:
            self._says.hide()  # never shown here: it lies in no window yet, and would be one
        words.addWidget(self._says)
        words.addStretch(1)
        if control is None:
            line.addLayout(words, 1)
            return
        self.named = named = QWidget()
        named.setFixedWidth(_LABEL)
        named.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        line.addWidget(named)
        line.addWidget(control, 1 if row.kind in ("scale", "text", "folder") else 0)
        if row.kind not in ("scale", "text", "folder"):
            line.addStretch(1)
        if not control.accessibleDescription():
            control.setAccessibleDescription(row.says)

    def say(self, words: str) -> None:
        """Say something else under what the setting is called, or nothing."""
        self._says.setText(words)
        self._says.setVisible(bool(words))
        if self.control is not None:
            self.control.setAccessibleDescription(words)


class _GroupDelegate(QStyledItemDelegate):
    """A line of the list; the current one on its ground with the ink bar before it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_SIDE - 2, 32)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = appearance.current()
        place = QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if chosen:
            painter.fillRect(place, tokens.sel)
            painter.fillRect(
                QRectF(place.right() - 3 if mirrored else place.left(), place.top(), 3, place.height()), tokens.ink
            )
            paint_ring(painter, option)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(place, tokens.hover)
        painter.setFont(fonts.ui(500))
        painter.setPen(tokens.ink if chosen else tokens.ink2)
        painter.setLayoutDirection(option.direction)
        lead = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place.adjusted(20, 0, -20, 0), int(lead), str(index.data(Qt.ItemDataRole.DisplayRole)))
        painter.restore()
