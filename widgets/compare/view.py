"""The rows of a comparison on paper: only what is in sight is laid out and painted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from models.comparison.change import Comparison
from models.draft import Draft
from widgets.compare import measure
from widgets.compare.arrangement import Arrangement, Row, Weight
from widgets.compare.drawing import Drawing, Names
from widgets.compare.measure import Columns
from widgets.compare.picture import Picture
from widgets.compare.rows_area import RowsArea, may_move
from widgets.compare.sayings import fold_words, spoken
from widgets.paper.copied import as_html, as_plain
from widgets.paper.direction import runs_right_to_left
from widgets.theme.tokens import Measures, current

_KEPT_PICTURES = 160
_MOST_PASSES = 8
_COMFORT = 0.3
_TAIL = 48
_SCROLL_TIME, _FADE_TIME = 180, 600


class CompareView(RowsArea):
    """A comparison side by side or inline.

    `entry_chosen(int)` tells which entry became the current one, `laid_out()` that the columns lie elsewhere.
    """

    entry_chosen = Signal(int)
    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.arrangement = Arrangement(Comparison(old=Draft(), new=Draft(), changes=()))
        self.rows: tuple[Row, ...] = ()
        self.names = Names("", "")
        self.mirrored = False
        self._shown: frozenset[Weight] = frozenset({Weight.SUBSTANCE})
        self._opened: set[int] = set()
        self._open_chips: dict[int, set[int]] = {}
        self._current: int | None = None
        self._current_fold: int | None = None
        self._inline, self._zoom, self._wide = False, 1.0, False
        self._firsts: list[int] = []
        self._drawing: Drawing | None = None
        self._hovered: int | None = None
        self._bar_strength = 1.0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(0.15)
        self._fade.setEndValue(1.0)
        self._fade.setDuration(_FADE_TIME)
        self._fade.valueChanged.connect(self._set_bar_strength)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName("Comparison")

    # What is shown

    def show_comparison(self, arrangement: Arrangement, names: Names) -> None:
        """Show another comparison from its beginning."""
        self.arrangement, self.names = arrangement, names
        self.mirrored = runs_right_to_left(arrangement.comparison.new, arrangement.comparison.old)
        self._opened.clear()
        self._open_chips.clear()
        self._current = self._current_fold = self._hovered = None
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self.settle()

    @property
    def current(self) -> int | None:
        """The current entry."""
        return self._current

    @property
    def zoom(self) -> float:
        """The factor of the letters."""
        return self._zoom

    @property
    def inline(self) -> bool:
        """Whether both drafts are shown in one column."""
        return self._inline

    def set_inline(self, inline: bool) -> None:
        """One column or two; the current paragraph stays at its height."""
        if inline != self._inline:
            self._keeping_place(lambda: setattr(self, "_inline", inline))

    def set_zoom(self, zoom: float) -> None:
        """Letters of the text times a factor."""
        if zoom != self._zoom:
            self._keeping_place(lambda: setattr(self, "_zoom", zoom))

    def set_wide(self, wide: bool) -> None:
        """The larger letters of a wide window."""
        if wide != self._wide:
            self._keeping_place(lambda: setattr(self, "_wide", wide))

    def set_shown(self, shown: Collection[Weight]) -> None:
        """Which weights are not folded away."""
        if frozenset(shown) != self._shown:
            self._opened.clear()
            self._keeping_place(lambda: setattr(self, "_shown", frozenset(shown)))

    def toggle_fold(self, row: int) -> None:
        """Open or close the fold a row is."""
        fold = self.rows[row]
        if fold.fold:
            self._current_fold = fold.first
            self._keeping_place(lambda: self._opened.symmetric_difference_update({fold.first}), around=fold.first)

    def open_chips(self, entry: int, opened: bool) -> None:
        """Show or fold every unchanged stretch of a paragraph."""
        if self._drawing is None:
            return
        folds = set(range(self._drawing.folds(entry))) if opened else set()
        if folds != self._open_chips.get(entry, set()):
            self._open_chips[entry] = folds
            self._redraw(entry)

    def _toggle_chip(self, entry: int, fold: int) -> None:
        self._open_chips.setdefault(entry, set()).symmetric_difference_update({fold})
        self._redraw(entry)

    def _redraw(self, entry: int) -> None:
        row = self.row_of(entry)
        if row is not None:
            self.redraw(row)

    def columns(self) -> Columns:
        """How the page lies at its present width."""
        make = measure.inline if self._inline else measure.side_by_side
        return make(float(self.viewport().width()), self._zoom, self._wide)

    # Going about

    def go_to(self, entry: int, *, glide: bool = False) -> None:
        """Make an entry the current one and bring it into sight."""
        row = self.row_of(entry)
        if row is not None and self.rows[row].fold:
            self.toggle_fold(row)
            row = self.row_of(entry)
        if row is None:
            return
        self._set_current(entry)
        self._bring(row, glide=glide)

    def step(self, way: int) -> int | None:
        """The next (1) or previous (-1) change of substance; None where there is no further."""
        changes = self.arrangement.changes_of_substance
        here = self._current
        if here is None:
            found = changes[0] if changes and way > 0 else None
        elif way > 0:
            found = next((entry for entry in changes if entry > here), None)
        else:
            found = next((entry for entry in reversed(changes) if entry < here), None)
        if found is not None:
            self.go_to(found)
        return found

    def jump_to_other_end(self) -> bool:
        """Go to the other end of the current move; False where nothing moved."""
        if self._current is None:
            return False
        entry = self.arrangement.other_end(self._current)
        if entry is None:
            return False
        self.go_to(entry, glide=True)
        return True

    def row_of(self, entry: int) -> int | None:
        """The row of an entry, or the closed fold it lies in."""
        number = bisect_right(self._firsts, entry) - 1
        # The last row that begins at or before it: itself, the closed fold about it, or the header of an open one.
        while number >= 0 and self.rows[number].fold and self.rows[number].open:
            number -= 1
        if number < 0:
            return None
        row = self.rows[number]
        return number if row.first <= entry < row.end else None

    def entries_in_sight(self) -> tuple[float, float]:
        """The first and the last entry in sight, with the part of them that is out of sight as a fraction."""
        if not self.rows:
            return 0.0, 0.0
        top = float(self.scrolled)
        return self._entry_at(top), self._entry_at(top + self.viewport().height())

    def scroll_to_entry(self, place: float) -> None:
        """Bring an entry, with a fraction of it, to the middle of the page."""
        row = self.row_of(min(int(place), len(self.arrangement.entries) - 1))
        if row is None:
            return
        self.measure(row)
        shown = self.rows[row]
        share = (place - shown.first) / (shown.end - shown.first)
        inside = self.heights.tops[row] + self.heights[row] * max(0.0, min(1.0, share))
        self.verticalScrollBar().setValue(round(inside - self.viewport().height() / 2))

    def _entry_at(self, place: float) -> float:
        tops = self.heights.tops
        if place >= tops[-1]:
            return float(len(self.arrangement.entries))
        row = self.heights.at(place)
        shown = self.rows[row]
        share = (place - tops[row]) / (self.heights[row] or 1.0)
        if shown.fold and shown.open:
            return float(shown.first)
        return shown.first + share * (shown.end - shown.first)

    def row_place(self, entry: int) -> float | None:
        """How far below the upper edge the row of an entry begins, in pixels."""
        row = self.row_of(entry)
        return None if row is None else self.heights.tops[row] - self.scrolled

    def _set_current(self, entry: int) -> None:
        self._current_fold = None
        if entry != self._current:
            self._current = entry
            self._describe()
            self.entry_chosen.emit(entry)
        self.viewport().update()

    def _describe(self) -> None:
        """Tell a screen reader where we are."""
        if self._current is not None:
            change = self.arrangement.change(self._current)
            comparison = self.arrangement.comparison
            said = spoken(change, comparison)
            texts = "\n".join(comparison.new.paragraphs[at].text for at in change.new)
            self.setAccessibleDescription(f"{said}\n{texts}" if texts else said)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _bring(self, row: int, *, glide: bool) -> None:
        self.measure(row)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        top = self.heights.tops[row]
        height = self.heights[row]
        if bar.value() <= top and top + height <= bar.value() + page:
            if glide:
                self._start_fade()
            return
        wanted = top - max(12.0, min(page * _COMFORT, (page - height) / 2))
        self.settle_at(row, top - wanted, glide=glide)
        if glide:
            self._start_fade()

    def _start_fade(self) -> None:
        if may_move():
            self._fade.stop()
            self._fade.start()

    def _set_bar_strength(self, strength: float) -> None:
        self._bar_strength = strength
        self.viewport().update()

    # Layout

    def _keeping_place(self, act: Callable[[], object], around: int | None = None) -> None:
        """Do something that changes the rows, and keep the current or first row at its height."""
        entry = around if around is not None else self._anchor()
        place = self.row_place(entry) if entry is not None else None
        act()
        self._lay_out()
        row = self.row_of(entry) if entry is not None and around is None else self._fold_row(entry)
        if row is not None and place is not None:
            self.settle_at(row, place)
        else:
            self.settle()

    def _fold_row(self, first: int | None) -> int | None:
        return next((number for number, row in enumerate(self.rows) if row.fold and row.first == first), None)

    def _anchor(self) -> int | None:
        if not self.rows:
            return None
        if self._current is not None:
            place = self.row_place(self._current)
            if place is not None and -200 < place < self.viewport().height():
                return self._current
        return self.rows[self.heights.at(self.scrolled)].first

    def _lay_out(self) -> None:
        """Begin anew with guessed heights."""
        self.rows = self.arrangement.rows(self._shown, self._opened)
        self._firsts = [row.first for row in self.rows]
        columns = self.columns()
        self._drawing = Drawing(self.arrangement, columns, self.names, self.mirrored)
        self.begin([self._guess(row, columns) for row in self.rows], columns.body.lead)
        self.laid_out.emit()

    def _guess(self, row: Row, columns: Columns) -> float:
        if row.fold:
            return float(Measures.FOLD_ROW)
        words = self.arrangement.change(row.first).words
        length = {"equal": 0, "delete": 0, "insert": 0}
        for op, text in words:
            size = len(text)
            length[op] += size if op != "equal" or size < 260 else 130
        longest = sum(length.values()) if columns.inline else length["equal"] + max(length["delete"], length["insert"])
        lines = max(1, ceil(longest * columns.body.size * 0.47 / columns.new.width))
        return measure.PAD_TOP + lines * columns.body.lead + measure.PAD_BOTTOM

    def make_picture(self, row: int) -> Picture:
        assert self._drawing is not None
        return self._drawing.row(self.rows[row], self._open_chips.get(self.rows[row].first, ()))

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._keeping_place(lambda: None)
        else:
            self.settle()

    def paint_row(self, painter: QPainter, row: int, top: int) -> None:
        shown = self.rows[row]
        columns = self.columns()
        here = not shown.fold and shown.first == self._current and self._current_fold is None
        if here or (shown.fold and (row == self._hovered or shown.first == self._current_fold)):
            self._paint_ground(painter, columns, top, self.heights[row])
        picture = self.picture(row)
        strength = self._bar_strength if here else 1.0
        picture.paint(painter, top, bar_strength=strength)

    def _paint_ground(self, painter: QPainter, columns: Columns, top: float, height: float) -> None:
        tokens = current()
        box = QRectF(columns.start, top, columns.end - columns.start, height)
        if columns.inline:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.hover)
            painter.drawRoundedRect(box, Measures.RADIUS_CONTROL, Measures.RADIUS_CONTROL)
            painter.restore()
        else:
            painter.fillRect(box, tokens.hover)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().y())
        if event.button() is not Qt.MouseButton.LeftButton or row is None:
            return
        shown = self.rows[row]
        if shown.fold:
            self.toggle_fold(row)
            return
        inside = QPointF(event.position().x(), self._inside(row, event.position().y()))
        picture = self.picture(row)
        fold = picture.chip_at(inside)
        self._set_current(shown.first)
        if picture.pill_at(inside):
            self.jump_to_other_end()
        elif fold is not None:
            self._toggle_chip(shown.first, fold)

    def _inside(self, row: int, y: float) -> float:
        return self.scrolled + y - self.heights.tops[row]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().y())
        hand = False
        if row is not None:
            inside = QPointF(event.position().x(), self._inside(row, event.position().y()))
            picture = self.picture(row)
            hand = self.rows[row].fold or picture.pill_at(inside) or picture.chip_at(inside) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)
        self._hover(row)

    def _hover(self, row: int | None) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and self._current_fold is None and event.reason() in _BY_KEY:
            self.step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_current()
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self._key(event.key()):
            super().keyPressEvent(event)

    def _key(self, key: int) -> bool:
        keys = Qt.Key
        bar = self.verticalScrollBar()
        if key in (keys.Key_Down, keys.Key_Up):
            self._walk(1 if key == keys.Key_Down else -1)
        elif key == keys.Key_Home:
            bar.setValue(0)
        elif key == keys.Key_End:
            bar.setValue(bar.maximum())
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            return self._press()
        elif key in (keys.Key_BracketLeft, keys.Key_BracketRight):
            self.fold_current(opened=key == keys.Key_BracketRight)
        else:
            return False
        return True

    def copy_current(self) -> None:
        """Put the current paragraph on the clipboard, marked as HTML and as it reads now in plain text."""
        if self._current is None or self._drawing is None:
            return
        paragraphs = self._drawing.unfolded(self._current)
        mime = QMimeData()
        mime.setHtml(as_html(paragraphs))
        mime.setText(as_plain(paragraphs))
        QGuiApplication.clipboard().setMimeData(mime)

    def fold_current(self, *, opened: bool) -> None:
        """Open or close the fold we are on, or the folded stretches of the current paragraph."""
        if self._current_fold is not None:
            row = self._fold_row(self._current_fold)
            if row is not None and self.rows[row].open != opened:
                self.toggle_fold(row)
        elif self._current is not None:
            self.open_chips(self._current, opened)

    def _press(self) -> bool:
        if self._current_fold is not None:
            row = self._fold_row(self._current_fold)
            if row is not None:
                self.toggle_fold(row)
            return True
        return self.jump_to_other_end()

    def _walk(self, way: int) -> None:
        """To the next row, folds too; inside a paragraph taller than the page line by line."""
        if not self.rows:
            return
        here = self._here()
        bar, page = self.verticalScrollBar(), self.viewport().height()
        if here is not None:
            top, bottom = self.heights.tops[here], self.heights.tops[here + 1]
            if way > 0 and bottom > bar.value() + page and top <= bar.value() + page:
                bar.setValue(bar.value() + 3 * bar.singleStep())
                return
            if way < 0 and top < bar.value() < bottom:
                bar.setValue(bar.value() - 3 * bar.singleStep())
                return
        row = self.heights.at(bar.value()) if here is None else max(0, min(len(self.rows) - 1, here + way))
        if self.rows[row].fold:
            self._current_fold = self.rows[row].first
            self.setAccessibleDescription(", ".join(fold_words(self.arrangement, _entries(self.rows[row]))))
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
            self.viewport().update()
        else:
            self._set_current(self.rows[row].first)
        self.nudge(row)

    def _here(self) -> int | None:
        if self._current_fold is not None:
            return self._fold_row(self._current_fold)
        return self.row_of(self._current) if self._current is not None else None


def _entries(row: Row) -> range:
    return range(row.first, row.end)


_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
