"""The head of the inspector: kind and number as small choices, and the state of the brackets."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from models.draft import Kind
from models.telling.figures import counted
from widgets.inspector.view import KINDS, SUFFIXES, InspectorView, kind_words
from widgets.shell.field import line_field
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button
from widgets.theme.laid import laid_down
from widgets.theme.surfaces import Words
from widgets.theme.tokens import Measures, theme_changed

_NUMBERED = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH, Kind.SECTION)


class MenuButton(Button):
    """A quiet button that opens a menu of choices; a caret says so."""

    def __init__(self, name: str) -> None:
        super().__init__("", leading=True, height=26)
        self._name = name
        self.setAccessibleName(name)

    def say(self, words: str) -> None:
        """Show another choice."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(f"{self._name}: {words}")
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(14, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        place = QRectF(8 if rtl else self.width() - 20, self.height() / 2 - 6, 12, 12)
        icons.paint(painter, place, "caret-down", appearance.current().ink2)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.click()
            return
        super().keyPressEvent(event)

    def drop(self, menu: QMenu) -> None:
        """Open a menu under the button."""
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))


class StructureChoice(QWidget):
    """`kind_chosen(kind, level)` with the value of a Kind; `suffix_chosen(suffix)`, "" for none;

    `number_given(words)`, "" to count again; `renumber_asked()`.
    """

    kind_chosen = Signal(str, int)
    suffix_chosen = Signal(str)
    number_given = Signal(str)
    renumber_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view = InspectorView()
        self.kind_button = MenuButton("Kind of paragraph")
        self.number_button = MenuButton("Number")
        self.kind_button.clicked.connect(lambda: self.kind_button.drop(self.kinds(self)))
        self.number_button.clicked.connect(lambda: self.number_button.drop(self.numbers(self)))
        column = laid_down(self, spacing=6)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.kind_button)
        line.addWidget(self.number_button)
        line.addStretch(1)
        column.addLayout(line)
        self.field = _NumberField()
        self.field.returnPressed.connect(self._give)
        self.field.left.connect(self._leave_field)
        column.addWidget(self.field)
        self.field.hide()

    def show_view(self, view: InspectorView) -> None:
        """Show the kind and number of a paragraph."""
        if (view.label, view.kind) != (self._view.label, self._view.kind):
            self.field.hide()
        self._view = view
        self.kind_button.say(kind_words(view.kind, view.level))
        self.number_button.say(view.number or "No number")
        self.number_button.setVisible(view.kind in _NUMBERED)
        for button in (self.kind_button, self.number_button):
            button.setEnabled(view.writable)

    def kinds(self, parent: QWidget) -> QMenu:
        """The menu of kinds."""
        menu = QMenu("Kind of paragraph", parent)
        for kind, level, words in KINDS:
            if kind is Kind.ENACTING:
                menu.addSeparator()
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(words == kind_words(self._view.kind, self._view.level))
            action.triggered.connect(lambda _on=False, k=kind.value, at=level: self.kind_chosen.emit(k, at))
        return menu

    def numbers(self, parent: QWidget) -> QMenu:
        """The menu of numbers."""
        view, menu = self._view, QMenu("Number", parent)
        plain = menu.addAction("Counted with the others")
        plain.setCheckable(True)
        plain.setChecked(not view.suffix and not view.number_set)
        plain.triggered.connect(lambda _on=False: self._count_again())
        for suffix in SUFFIXES:
            action = menu.addAction(suffix)
            action.setCheckable(True)
            action.setChecked(view.suffix == suffix)
            action.triggered.connect(lambda _on=False, words=suffix: self.suffix_chosen.emit(words))
        menu.addSeparator()
        menu.addAction("Set by hand…").triggered.connect(self.write_number)
        menu.addAction("Renumber the text").triggered.connect(self.renumber_asked)
        return menu

    def _count_again(self) -> None:
        if self._view.number_set:
            self.number_given.emit("")
        else:
            self.suffix_chosen.emit("")

    def write_number(self) -> None:
        """Put a field for the number under the choices."""
        self.field.setText(self._view.number)
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _give(self) -> None:
        words = " ".join(self.field.text().split())
        self._leave_field()
        if words != self._view.number:
            self.number_given.emit(words)

    def _leave_field(self) -> None:
        self.field.hide()
        self.number_button.setFocus(Qt.FocusReason.OtherFocusReason)


class _NumberField(QLineEdit):
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        model = line_field("Number of this paragraph")
        self.setFont(model.font())
        self.setFixedHeight(Measures.CONTROL)
        self.setAccessibleName(model.accessibleName())
        self.setPlaceholderText("3 bis, 4 alt, (c)")
        self.setMaxLength(24)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class BracketChip(QWidget):
    """How the brackets of the paragraph stand: none, some, or some without their other end."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs = self._unmatched = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme_changed.repaint(self)

    def show_counts(self, pairs: int, unmatched: int) -> None:
        """Show other counts."""
        if (pairs, unmatched) != (self._pairs, self._unmatched) or not self.accessibleName():
            self._pairs, self._unmatched = pairs, unmatched
            self.setAccessibleName(self.words)
            self.updateGeometry()
            self.update()

    @property
    def words(self) -> str:
        """What the chip says."""
        if self._unmatched:
            return f"{counted(self._unmatched, 'bracket')} without a partner"
        if not self._pairs:
            return "No brackets"
        return counted(self._pairs, "bracket")

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(fonts.small(500)).horizontalAdvance(self.words)
        return QSize(round(width + (46 if self._pairs or self._unmatched else 2)), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(fonts.small(500))
        if not self._pairs and not self._unmatched:
            painter.setPen(tokens.ink3)
            painter.drawText(self.rect(), lead, self.words)
            painter.end()
            return
        colour = tokens.error if self._unmatched else tokens.bracketed
        painter.setPen(QPen(colour, 1))
        painter.setBrush((tokens.tint_removed if self._unmatched else tokens.tint_bracketed) or tokens.paper)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 1.5, -0.5, -1.5), Measures.RADIUS_CHIP, Measures.RADIUS_CHIP
        )
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        sign = QRectF(self.width() - 26 if rtl else 10, self.height() / 2 - 8, 16, 16)
        if self._unmatched:
            icons.paint(painter, sign.adjusted(1, 1, -1, -1), "warning-octagon-fill", colour)
        else:
            painter.setFont(fonts.small(700))
            painter.setPen(colour)
            painter.drawText(sign, int(Qt.AlignmentFlag.AlignCenter), "[ ]")
        painter.setFont(fonts.small(500))
        painter.setPen(colour)
        painter.drawText(self.rect().adjusted(10 if rtl else 32, 0, -32 if rtl else -10, 0), lead, self.words)
        painter.end()


def caption(words: str) -> Words:
    """The small head of a part."""
    return Words(words, fonts.micro(600), "ink3")
