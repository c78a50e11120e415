"""What stands beside the text: it folds away by itself in a narrow window, and opens over the text when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QBoxLayout, QHBoxLayout, QWidget

from models.editing.edit import Edit
from widgets.theme.controls import IconButton

_TEXT = 660
"""What the text needs beside the panels: its column, the numbers before it and a little behind it, in pixels."""
_IN_SIGHT = 240
"""What is seen of the text beside a panel over it; where a page gets narrower than that, the panel makes way."""


class AcrossPage(QHBoxLayout):
    """The row of a page, whose panels are folded for another width before anything lies in it.

    A text that lay beside panels there is no room for, for a moment alone, would be set anew in each of the widths it
    had meanwhile. `arranged()` is asked to arrange them.
    """

    arranged = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self._width = -1

    def setGeometry(self, place: QRect) -> None:
        if place.width() != self._width:
            self._width = place.width()
            # One who arranges his panel lays out nothing before the others have arranged theirs.
            enabled = self.isEnabled()
            self.setEnabled(False)
            self.arranged.emit()
            self.setEnabled(enabled)
        super().setGeometry(place)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Let all that is shown and hidden meanwhile find its place together."""
        if not self.isEnabled():
            yield
            return
        self.setEnabled(False)
        try:
            yield
        finally:
            self.setEnabled(True)
        page = self.parentWidget()
        if page is not None and page.isVisible():
            self.activate()


class SidePanel(QObject):
    """A panel of the page and the button that shows it; `wanted` says whether it stands beside the text where it may.

    `turned()` when it was shown or hidden by its button.
    """

    turned = Signal()

    def __init__(self, panel: QWidget, button: IconButton, across: QBoxLayout, at: int, page: QWidget) -> None:
        super().__init__(page)
        self.panel, self.button = panel, button
        self._across, self._page, self._leading = across, page, at == 0
        self.wanted, self.possible, self.folded = True, True, False
        if across.indexOf(panel) < 0:
            across.insertWidget(at, panel)
        button.toggled.connect(self._turn)

    @property
    def is_over(self) -> bool:
        """Whether it lies over the text."""
        return self.folded and self.possible and self.button.isChecked()

    def _turn(self, on: bool) -> None:
        if not self.folded:
            self.wanted = on
        self.turned.emit()

    def want(self, wanted: bool) -> None:
        """Stand beside the text where it may, or do not."""
        self.wanted = wanted
        if not self.folded:
            self._check(wanted)

    def fold(self, folded: bool) -> None:
        """Step aside, or stand beside the text again as it did before."""
        if folded == self.folded:
            return
        self.folded = folded
        if folded:
            self._across.removeWidget(self.panel)
        else:
            self._across.insertWidget(0 if self._leading else self._across.count(), self.panel)
        self._check(self.wanted and not folded)

    def close_over(self) -> bool:
        """Leave the text free again; whether it was over it."""
        if not self.is_over:
            return False
        self.button.setChecked(False)
        return True

    def _check(self, on: bool) -> None:
        self.button.blockSignals(True)
        self.button.setChecked(on)
        self.button.blockSignals(False)

    def place(self, top: int) -> None:
        """Show or hide it, over the text from a height of the page down."""
        self.panel.setVisible(self.possible and self.button.isChecked())
        if self.is_over:
            width = min(self.panel.maximumWidth(), self._page.width())
            mirrored = self._page.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = 0 if self._leading != mirrored else self._page.width() - width
            self.panel.setGeometry(QRect(left, top, width, self._page.height() - top))
            self.panel.raise_()


class SidePanels(QObject):
    """The outline before the text and what is known of a paragraph behind it; the text comes first, then the outline.

    `outline` is a panel and its button; another is put beside the text by `put_behind`. Over the text they leave free
    what stands above it. `written(Edit)` is emitted after each step in the text, `turned()` when one was shown or
    hidden.
    """

    turned = Signal()

    def __init__(
        self,
        page: QWidget,
        across: AcrossPage,
        outline: tuple[QWidget, IconButton],
        text: QAbstractScrollArea,
        written: SignalInstance,
    ) -> None:
        super().__init__(page)
        self._page, self._across, self._text = page, across, text
        self.panels: list[SidePanel] = []
        self._aside: set[str] = set()
        """Why all of them step aside for the text; empty where they do not."""
        self._behind_possible = False
        self._width = page.width()
        self._over = OverText(text, written, self.close_over, self._place)
        self._put(*outline, 0)

    def put_behind(self, panel: QWidget, button: IconButton) -> None:
        """Put a panel behind the text; its button is seen where it could be and is not."""
        self._put(panel, button, self._across.count())

    def _put(self, panel: QWidget, button: IconButton, at: int) -> None:
        one = SidePanel(panel, button, self._across, at, self._page)
        button.setChecked(True)
        one.turned.connect(lambda: self._turned(one))
        self.panels.append(one)

    def arrange(self, behind_possible: bool) -> None:
        """Fold what there is no room for, and show what is wanted; a panel behind the text may be impossible now."""
        self._behind_possible = behind_possible
        with self._across.at_once():
            room, was = self._page.width(), self._width
            self._width = room
            if room < was:
                self._make_way(room)
            for panel in self.panels:
                room -= panel.panel.maximumWidth()
                panel.fold(room < _TEXT)
            self.panels[0].possible = not self._aside
            self.panels[0].button.setVisible(self.panels[0].folded and not self._aside)
            for panel in self.panels[1:]:
                panel.possible = behind_possible and not self._aside
            self._place()

    def _make_way(self, room: int) -> None:
        for panel in self.panels:
            if room - panel.panel.maximumWidth() < _IN_SIGHT:
                panel.close_over()

    @property
    def wanted(self) -> list[bool]:
        """Which of them stand beside the text where they may, the outline first."""
        return [panel.wanted for panel in self.panels]

    def want(self, wanted: Iterable[object]) -> None:
        """Let these stand beside the text where they may; of others nothing is said."""
        for panel, one in zip(self.panels, wanted, strict=False):
            panel.want(bool(one))
        self._place()

    def at_once(self) -> AbstractContextManager[None]:
        """Let all that is shown and hidden meanwhile find its place together."""
        return self._across.at_once()

    def make_room(self, why: str, wanted: bool) -> None:
        """Step aside for the text while anybody wants the room; all come back when nobody does."""
        if wanted != (why in self._aside):
            (self._aside.add if wanted else self._aside.discard)(why)
            self.arrange(self._behind_possible)

    def _place(self) -> None:
        for panel in self.panels:
            panel.place(self._text.mapTo(self._page, QPoint()).y())
        for panel in self.panels[1:]:  # while it is there, it has the button that hides it
            panel.button.setVisible(panel.possible and not panel.button.isChecked())
        self._over.watch(any(panel.is_over for panel in self.panels))

    def _turned(self, turned: SidePanel) -> None:
        for panel in self.panels:
            if turned.is_over and panel is not turned:
                panel.close_over()
        self._place()
        self.turned.emit()

    def close_over(self) -> bool:
        """Leave the text free again; whether anything lay over it."""
        closed = [panel.close_over() for panel in self.panels]
        return any(closed)


class OverText(QObject):
    """While something lies over the text, a click on the text, Esc or letters that are written or pasted close it, and
    it makes way where a bar comes or grows between the page's own and the text.

    Nothing is watched otherwise.
    """

    def __init__(
        self,
        text: QAbstractScrollArea,
        written: SignalInstance,
        close: Callable[[], bool],
        place: Callable[[], None],
    ) -> None:
        super().__init__(text)
        self._text, self._written, self._close, self._place, self._watches = text, written, close, place, False

    def watch(self, over: bool) -> None:
        """Begin or end to watch the text."""
        if over == self._watches:
            return
        self._watches = over
        if over:
            self._written.connect(self._close_for_writing)
        else:
            self._written.disconnect(self._close_for_writing)
        for part in (self._text, self._text.viewport()):
            if over:
                part.installEventFilter(self)
            else:
                part.removeEventFilter(self)

    def _close_for_writing(self, edit: Edit) -> None:
        focus = QApplication.focusWidget()
        # Else it was written by what lies over the text.
        if edit.writes_letters and focus and (focus is self._text or self._text.isAncestorOf(focus)):
            self._close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._close()  # and the click puts the caret
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._close()
        elif watched is self._text and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return super().eventFilter(watched, event)
