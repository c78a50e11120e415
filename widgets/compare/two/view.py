"""Going through a comparison with keys and mouse: from change to change, to the other end of a move, into folds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QMouseEvent

from models.draft.first_letter import with_capital
from widgets.compare.changes.arrangement import Row
from widgets.compare.changes.copied import copied_changes
from widgets.compare.changes.folds import fold_words
from widgets.compare.changes.pointed import Pointed
from widgets.compare.changes.said_by_hand import hand_words
from widgets.compare.two.choosing import ChoosingRows
from widgets.theme.focus import BY_KEYBOARD
from widgets.theme.roles import Role, speak_as
from widgets.theme.saying import describe

_COMFORT = 0.3


class CompareView(ChoosingRows):
    """A comparison to go through; `sign_pressed()` tells that the sign beside the current paragraph was clicked."""

    sign_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        speak_as(self, Role.Document)
        self.setAccessibleName("Comparison")

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
        """To the next (1) or previous (-1) change that is shown; None where there is no further."""
        found = self.ahead(way)
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

    def _bring(self, row: int, *, glide: bool) -> None:
        self.measure(row)
        bar, page = self.verticalScrollBar(), self.viewport().height()
        inside, height = self.span(row)
        top = self.heights.tops[row] + inside
        if bar.value() <= top and top + height <= bar.value() + page:
            if glide:
                self.start_fade()
            return
        self.settle_at(row, max(12.0, min(page * _COMFORT, (page - height) / 2)) - inside, glide=glide)
        if glide:
            self.start_fade()

    # Events

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
        entry = shown.first + picture.part_at(inside)
        self._set_current(entry)
        if shown.end - shown.first == 1:
            self.aim(picture.paragraph_at(inside.y(), self.columns().new.text))
        if picture.pill_at(inside):
            self.jump_to_other_end()
        elif fold is not None:
            self._toggle_chip(entry, fold)
        elif picture.sign_at(inside):
            self.sign_pressed.emit()
        else:
            self._choose_under(picture.place_at(inside))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.row_under(event.position().y())
        hand = False
        if row is not None:
            inside = QPointF(event.position().x(), self._inside(row, event.position().y()))
            picture = self.picture(row)
            hand = (
                self.rows[row].fold
                or picture.pill_at(inside)
                or picture.sign_at(inside)
                or picture.chip_at(inside) is not None
                or (
                    picture.place_at(inside) is not None
                    and self.has_places(self.rows[row].first + picture.part_at(inside))
                )
            )
        self._mouse = event.position()
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

    def pointed_at(self, place: QPointF) -> Pointed | None:
        """The marked words at a place of the page."""
        row = self.row_under(place.y())
        if row is None or self.rows[row].fold:
            return None
        picture, inside = self.picture(row), QPointF(place.x(), self._inside(row, place.y()))
        entry = self.rows[row].first + picture.part_at(inside)
        number, change = self.arrangement.entries[entry].change, self.arrangement.change(entry)
        if (noted := picture.note_at(inside)) is not None:
            return Pointed(self.arrangement.comparison, number, noted[1], noted[0]) if any(noted[0]) else None
        if change.kind in ("inserted", "deleted"):
            return Pointed(self.arrangement.comparison, number, None)
        words = picture.place_at(inside)
        return Pointed(self.arrangement.comparison, number, words) if words is not None else None

    def told_at(self, place: QPointF) -> str:
        """What a sign of the gutter is for, and by whom and when a hand paired what it stands beside."""
        row = self.row_under(place.y())
        if row is None or self.rows[row].fold:
            return ""
        if not self.picture(row).sign_at(QPointF(place.x(), self._inside(row, place.y()))):
            return ""
        said = self.arrangement.by_hand(self.arrangement.change(self.rows[row].first))
        words = f"{hand_words(said)}\n" if said is not None else ""
        return f"{with_capital(words)}Pair by hand (U)"

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current is None and self._current_fold is None and event.reason() in BY_KEYBOARD:
            self.step(1)

    def _key(self, key: int) -> bool:
        keys = Qt.Key
        if key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            return self._press()
        if key in (keys.Key_Left, keys.Key_Right):
            return self.step_place(1 if key == (keys.Key_Left if self.mirrored else keys.Key_Right) else -1)
        if key in (keys.Key_BracketLeft, keys.Key_BracketRight):
            self.fold_current(opened=key == keys.Key_BracketRight)
        elif key == keys.Key_Escape and self._place is not None:
            self.choose_place(None)
        else:
            return super()._key(key)
        return True

    def copy_current(self) -> None:
        """Put the current paragraph or row of a table on the clipboard: marked, and as it reads now."""
        if self._current is None:
            return
        QGuiApplication.clipboard().setMimeData(copied_changes(self.arrangement.comparison, self._together()))

    def fold_current(self, *, opened: bool) -> None:
        """Open or close the fold we are on, or the folded stretches of the current paragraph."""
        if self._current_fold is not None:
            row = self.fold_row(self._current_fold)
            if row is not None and self.rows[row].open != opened:
                self.toggle_fold(row)
        elif self._current is not None:
            self.open_chips(self._current, opened)

    def _press(self) -> bool:
        if self._current_fold is not None:
            row = self.fold_row(self._current_fold)
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
            self._place = None
            describe(self, ", ".join(fold_words(self.arrangement, _entries(self.rows[row]))))
            self.viewport().update()
        else:
            self.enter(row)
        self.nudge(row)


def _entries(row: Row) -> range:
    return range(row.first, row.end)
