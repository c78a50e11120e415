"""The bar above every page: home, back, forward, what is open, the places, jump or find, one action."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from widgets.paper.direction import unmarked
from widgets.paper.elided import line_in
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button, IconButton
from widgets.theme.cut import cut_in
from widgets.theme.key_hints import key_width, key_words, paint_key
from widgets.theme.laid import laid_across
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface
from widgets.theme.tips import shows_tip
from widgets.theme.tokens import Measures, theme_changed

PLACES = (("dossier", "Dossier"), ("text", "Text"), ("compare", "Compare"))
_ROOMY = 820
"""Under this width the title needs the room of the words beside the magnifying glass."""
_GAP, _LEAST = 10, 40
"""Between the title and its line, and what a line takes at least."""


class TitleField(QLineEdit):
    """A field in place of the title: Enter or leaving it gives what was typed, Escape does not; `left()` with keys."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = ""
        self.setFont(fonts.serif(16, 600))
        self.setAccessibleName("Title of the dossier")
        self.setAcceptDrops(False)  # files are for the window
        self.editingFinished.connect(self._end)

    def begin(self, title: str) -> None:
        """Show the field with a title in it."""
        self._before = title
        self.setText(title)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        title = " ".join(self.text().split())
        if self.isHidden():
            return
        self._away()
        if title and title != self._before:
            self.given.emit(title)

    def _away(self) -> None:
        """Be hidden; the keyboard goes back to the page, and not to the button that comes next."""
        by_key = self.hasFocus()
        with QSignalBlocker(self):
            self.clearFocus()  # a field that is hidden with it gives it to the first control of the page
        self.hide()
        if by_key:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._away()
            return
        super().keyPressEvent(event)


class Title(QWidget):
    """What is open, in the serif, and a line beside it; the line is cut to a third of the room, then the title.

    `wanted()` when the user wants to change it (a double click), `given(str)` when another was typed.
    """

    wanted = Signal()
    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title = self._line = ""
        speak_as(self, Role.StaticText)
        self.field = TitleField(self)
        self.field.hide()
        self.field.given.connect(self.given)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        theme_changed.repaint(self)

    def set(self, title: str, line: str) -> None:
        """Show another title and line."""
        self._title, self._line = title, line
        self.setAccessibleName(unmarked(", ".join(part for part in (title, line) if part)))
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            return shows_tip(self, event, self.accessibleName()) or super().event(event)
        return super().event(event)

    def edit(self, title: str) -> None:
        """Let the title be typed where it stands."""
        wide = min(self.width(), 520)
        start = self.width() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        self.field.setGeometry(start, (self.height() - 30) // 2, wide, 30)
        self.field.begin(title)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit()

    def sizeHint(self) -> QSize:
        return QSize(400, 32)

    @property
    def in_sight(self) -> tuple[str, str]:
        """The title and the line as there is room for them."""
        big, little = QFontMetricsF(fonts.serif(16, 600)), QFontMetricsF(fonts.small())
        whole = float(self.width())
        line = min(little.horizontalAdvance(self._line), whole / 3) if self._line else 0
        title = cut_in(big, self._title, whole - line - _GAP if line > _LEAST else whole)
        room = whole - big.horizontalAdvance(title) - _GAP
        return title, line_in(little, self._line, room) if self._line and room > _LEAST else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.field.isVisible():
            return
        tokens = appearance.current()
        painter = QPainter(self)
        big, little = fonts.serif(16, 600), fonts.small()
        title, line = self.in_sight
        advance = QFontMetricsF(big).horizontalAdvance(title)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        baseline = self.height() / 2 + 5.5

        def draw(text: str, at: float, width: float) -> None:
            x = self.width() - at - width if rtl else at
            painter.drawText(int(x), int(baseline), text)

        painter.setFont(big)
        painter.setPen(tokens.ink)
        draw(title, 0, advance)
        if line:
            painter.setFont(little)
            painter.setPen(tokens.ink2)
            draw(line, advance + _GAP, QFontMetricsF(little).horizontalAdvance(line))
        painter.end()


class JumpButton(Button):
    """Looks like the field it opens: the palette."""

    def __init__(self, keys: str) -> None:
        super().__init__("Jump or find", icon="magnifying-glass", key=keys)
        self._keys = key_words(keys)
        self._narrow = False

    def set_narrow(self, narrow: bool) -> None:
        """Show the sign alone, where the title would have no room."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.setToolTip(f"{self.text()} ({self._keys})" if narrow else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(Measures.CONTROL + 6 if self._narrow else 172, Measures.CONTROL)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect())
        painter.setPen(QPen(tokens.ctl, 1))
        painter.setBrush(tokens.hover if self.underMouse() else tokens.paper)
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft

        def box(x: float, width: float, height: float) -> QRectF:
            return QRectF(place.width() - x - width if rtl else x, (place.height() - height) / 2, width, height)

        icons.paint(painter, box(10, 16, 16), "magnifying-glass", tokens.ink2)
        if self._narrow:
            painter.end()
            return
        painter.setPen(tokens.ink2)
        painter.setFont(fonts.ui())
        width = key_width(self._keys)
        painter.drawText(box(33, 172 - 33 - width - 10, 20), Qt.AlignmentFlag.AlignVCenter, self.text())
        paint_key(painter, box(place.width() - width - 8, width, 18), self._keys, tokens.ink2, tokens.line2)
        painter.end()


class TopBar(Surface):
    """Signals tell what was asked; `set_places` says which places there are now and which is shown."""

    home = Signal()
    back = Signal()
    forward = Signal()
    place_chosen = Signal(str)
    jump = Signal()
    export = Signal()

    def __init__(self, jump_keys: str = "Ctrl+K") -> None:
        super().__init__("panel", "bottom")
        self.setFixedHeight(Measures.TOP_BAR)
        speak_as(self, Role.ToolBar, "Top bar")
        line = laid_across(self, margins=(12, 0, 12, 1), spacing=4)
        self.home_button = IconButton("house", "Start page")
        self.back_button = IconButton("arrow-left", "Back")
        self.forward_button = IconButton("arrow-right", "Forward")
        self.export_button = IconButton("export", "Export")
        self.title = Title()
        line.addWidget(self.home_button)
        line.addWidget(self.back_button)
        line.addWidget(self.forward_button)
        line.addSpacing(10)
        line.addWidget(self.title, 1)
        line.addSpacing(12)
        self.places: dict[str, Button] = {}
        for name, words in PLACES:
            button = Button(words, form="place")
            button.clicked.connect(lambda _checked=False, chosen=name: self._choose(chosen))
            self.places[name] = button
            line.addWidget(button)
        line.addSpacing(14)
        self.jump_button = JumpButton(jump_keys)
        line.addWidget(self.jump_button)
        line.addWidget(self.export_button)
        self.home_button.clicked.connect(self.home)
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.jump_button.clicked.connect(self.jump)
        self.export_button.clicked.connect(self.export)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.jump_button.set_narrow(self.width() < _ROOMY)

    def _choose(self, name: str) -> None:
        self.place_chosen.emit(name)

    def set_places(self, there: Iterable[str], shown: str) -> None:
        """Show the places that have something in them; `shown` is where we are."""
        names = set(there)
        for name, button in self.places.items():
            button.setVisible(name in names)
            button.setChecked(name == shown)
        # Tab stops at where one is, and arrows go on: Qt lets it stop at the one that had the keyboard last.
        stop = shown if shown in names else next((name for name in self.places if name in names), "")
        for name, button in self.places.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if name == stop else Qt.FocusPolicy.NoFocus)
