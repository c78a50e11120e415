"""The text page: outline, the text on its sheet, what to look at above it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.draft import Draft, brackets, labels
from models.reading.reading import ReadingWarning
from widgets.paper.direction import runs_right_to_left
from widgets.paper.zoom import stepped
from widgets.shell.notices import Notice, Notices
from widgets.shell.status_bar import Item
from widgets.text.outline import Outline
from widgets.text.sheet import Sheet, counts
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_OUTLINE_FROM, _OUTLINE_WIDE = 960, 320


class TextPage(QWidget):
    """A draft to read.

    Signals: `export_wanted()`, `status_changed()` when `status()` says something else, `paragraph_chosen(int)` with
    the position of the paragraph the reader is at.
    """

    export_wanted = Signal()
    status_changed = Signal()
    paragraph_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = Draft()
        self._warnings: tuple[ReadingWarning, ...] = ()
        self._looked = -1
        self.outline, self.sheet, self.notices = Outline(), Sheet(), Notices()
        self._title = Words("", fonts.small(500), "ink")
        self._subtitle = Words("", fonts.small(), "ink2")
        self._zoom = Button("100 %", form="plain", height=26)
        self.export = Button("Export…", icon="export")
        self.panel_button = IconButton("list", "Show or hide the outline")
        self.panel_button.setCheckable(True)
        self._build()
        self.panel_button.toggled.connect(self._side.setVisible)
        self.outline.activated.connect(lambda _index: self.sheet.setFocus())
        self.outline.position_chosen.connect(self.sheet.go_to)
        self.sheet.paragraph_chosen.connect(self._follow)
        self.export.clicked.connect(self.export_wanted)

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._side = Surface("panel", "trailing")
        self._side.setFixedWidth(Measures.OUTLINE)
        lines = QVBoxLayout(self._side)
        lines.setContentsMargins(0, 0, 1, 0)
        lines.setSpacing(0)
        head = Surface("panel", "bottom")
        head.setFixedHeight(Measures.PAGE_BAR)
        inner = QHBoxLayout(head)
        inner.setContentsMargins(16, 0, 16, 1)
        inner.addWidget(Words("Outline", fonts.ui(600)))
        lines.addWidget(head)
        lines.addWidget(self.outline, 1)
        across.addWidget(self._side)
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(self._bar())
        main.addWidget(self.notices)
        main.addWidget(self.sheet, 1)
        across.addLayout(main, 1)

    def _bar(self) -> QWidget:
        bar = Surface("panel", "bottom")
        bar.setFixedHeight(Measures.PAGE_BAR)
        line = QHBoxLayout(bar)
        line.setContentsMargins(20, 0, 12, 1)
        line.setSpacing(8)
        line.addWidget(self.panel_button)
        line.addWidget(self._title)
        line.addWidget(self._subtitle, 1)
        smaller, larger = IconButton("minus", "Smaller letters (Ctrl -)"), IconButton("plus", "Larger letters (Ctrl +)")
        self._zoom.setToolTip("Letters at 100 % (Ctrl 0)")
        smaller.clicked.connect(lambda: self.zoom_by(-1))
        larger.clicked.connect(lambda: self.zoom_by(1))
        self._zoom.clicked.connect(lambda: self.zoom_by(0))
        for part in (smaller, self._zoom, larger, self.export):
            line.addWidget(part)
        return bar

    # What is shown

    def show_names(self, title: str, subtitle: str) -> None:
        """The draft is called otherwise."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def show_draft(
        self, draft: Draft, title: str = "", subtitle: str = "", warnings: Sequence[ReadingWarning] = ()
    ) -> None:
        """Show a draft from its beginning; `warnings` say what the reading was not sure of."""
        self._draft, self._warnings, self._looked = draft, tuple(warnings), -1
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        right_to_left = runs_right_to_left(draft)
        self.outline.show_draft(draft)
        self.sheet.set_right_to_left(right_to_left)
        warned = {warning.paragraph: warning.message for warning in warnings if warning.paragraph is not None}
        self.sheet.show_draft(draft, warned)
        self._say_warnings()
        self.status_changed.emit()

    def jump_to(self, label: str) -> bool:
        """Go to the paragraph people call by this label ("OP7"); False where there is none."""
        wanted = label.strip().casefold()
        for position, name in enumerate(labels(self._draft)):
            if name is not None and name.casefold() == wanted:
                self.jump_to_position(position)
                return True
        return False

    def jump_to_position(self, position: int) -> None:
        """Go to a paragraph by its position in the draft."""
        self.sheet.go_to(position)
        self.outline.follow(position)

    def zoom_by(self, step: int) -> None:
        """Letters larger (1), smaller (-1) or as they were made (0)."""
        self.set_zoom(stepped(self.sheet.zoom, step))

    def set_zoom(self, zoom: float) -> None:
        """Letters of the text times a factor."""
        self.sheet.set_zoom(zoom)
        self._zoom.setText(f"{round(zoom * 100)} %")

    def status(self) -> tuple[list[Item], list[Item]]:
        """What the status bar says, left and right."""
        words, paragraphs = counts(self._draft)
        found = brackets(self._draft) if self.sheet.text.bracketed.paragraphs else ()
        items: list[Item] = []
        if found:
            places = {place[0] for pair in found for place in (pair.start, pair.end) if place is not None}
            items.append(
                Item(f"[ ] {_counted(len(found), 'bracket')} in {_counted(len(places), 'paragraph')}", "bracketed")
            )
        items.append(Item(_counted(paragraphs, "paragraph")))
        items.append(Item(_counted(words, "word")))
        if self._draft.footnotes:
            items.append(Item(_counted(len(self._draft.footnotes), "footnote")))
        return items, []

    # Notices

    def _say_warnings(self) -> None:
        self.notices.clear()
        if not self._warnings:
            return
        placed = [warning for warning in self._warnings if warning.paragraph is not None]
        if len(self._warnings) == 1:
            words, more = self._warnings[0].message, ""
        else:
            words = f"{_counted(len(self._warnings), 'place')} that Adref was not sure of"
            more = self._warned_places(placed) or self._warnings[0].message
        acts = (("Look", self._look),) if placed else ()
        line = self.notices.show_notice(Notice("warning", words, more, acts, topic="reading"))
        if placed:
            # Looking goes from place to place, so the notice stays until it is closed.
            for button in line.buttons:
                button.clicked.disconnect()
                button.clicked.connect(self._look)

    def _warned_places(self, warnings: Sequence[ReadingWarning]) -> str:
        names = labels(self._draft)
        called = [names[w.paragraph] for w in warnings if w.paragraph is not None and w.paragraph < len(names)]
        known = list(dict.fromkeys(name for name in called if name))
        if not known:
            return ""
        shown = ", ".join(known[:6])
        return f"{shown} and {len(known) - 6} more" if len(known) > 6 else shown

    def _look(self) -> None:
        placed = [w.paragraph for w in self._warnings if w.paragraph is not None]
        self._looked = (self._looked + 1) % len(placed)
        self.jump_to_position(placed[self._looked])
        self.sheet.setFocus()

    def _follow(self, position: int) -> None:
        self.outline.follow(position)
        self.paragraph_chosen.emit(position)

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= _OUTLINE_FROM
        self.panel_button.setVisible(not roomy)
        self._side.setVisible(roomy or self.panel_button.isChecked())
        self._side.setFixedWidth(_OUTLINE_WIDE if self.width() >= Measures.WIDE_WINDOW else Measures.OUTLINE)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        step = {keys.Key_Plus: 1, keys.Key_Equal: 1, keys.Key_Minus: -1, keys.Key_0: 0}.get(keys(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(step)
        elif event.key() == keys.Key_Escape:
            self.sheet.setFocus()
        else:
            super().keyPressEvent(event)


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'s' if count != 1 else ''}".replace(",", " ")
