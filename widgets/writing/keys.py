"""What the keys of writing do: a key becomes an act on the working text, letters, a movement, or is the window's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from models.draft.held_letters import held
from models.editing import structure
from models.editing.edit import Selection
from models.editing.working import WorkingText

Act = Callable[..., object]
_Key, _Mod, _Standard = Qt.Key, Qt.KeyboardModifier, QKeySequence.StandardKey


class Meant(Enum):
    """What is meant by a key that is no act of its own."""

    LETTERS = "letters"
    ERASING = "erasing"
    MOVEMENT = "movement"
    COPY = "copy"
    CUT = "cut"
    PASTE = "paste"
    LEAVE = "leave"
    NOTE = "note"
    WINDOW = "window"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the caret stands: at the start or end of its paragraph, or with something selected.

    `across`: more than words of one paragraph are selected, which is also so of the only one when it is selected whole.
    """

    at_start: bool
    at_end: bool
    selected: bool
    across: bool

    @classmethod
    def of(cls, working: WorkingText, selection: Selection) -> Place:
        """The place of a selection."""
        head = selection.head
        length = working.entries[head.position].length if head.position < len(working.entries) else 0
        if selection.empty:
            return cls(head.place == 0, head.place >= length, False, False)
        start, end = selection.start, selection.end
        everything = len(working.entries) == 1 and start.place == 0 and 0 < length == end.place
        return cls(head.place == 0, head.place >= length, True, start.position != end.position or everything)


_NOT_SHIFT, _NOT_PAD = ~(_Mod.KeypadModifier | _Mod.ShiftModifier), ~_Mod.KeypadModifier
_SPECIAL = _Mod.ControlModifier | _Mod.AltModifier | _Mod.MetaModifier
_ALT_GR = _Mod.ControlModifier | _Mod.AltModifier
_FUNCTIONS = range(_Key.Key_F1, _Key.Key_F35 + 1)
_MOVES = (
    _Standard.MoveToNextChar,
    _Standard.MoveToPreviousChar,
    _Standard.MoveToNextWord,
    _Standard.MoveToPreviousWord,
    _Standard.MoveToNextLine,
    _Standard.MoveToPreviousLine,
    _Standard.MoveToNextPage,
    _Standard.MoveToPreviousPage,
    _Standard.MoveToStartOfLine,
    _Standard.MoveToEndOfLine,
    _Standard.MoveToStartOfBlock,
    _Standard.MoveToEndOfBlock,
    _Standard.MoveToStartOfDocument,
    _Standard.MoveToEndOfDocument,
    _Standard.SelectNextChar,
    _Standard.SelectPreviousChar,
    _Standard.SelectNextWord,
    _Standard.SelectPreviousWord,
    _Standard.SelectNextLine,
    _Standard.SelectPreviousLine,
    _Standard.SelectNextPage,
    _Standard.SelectPreviousPage,
    _Standard.SelectStartOfLine,
    _Standard.SelectEndOfLine,
    _Standard.SelectStartOfBlock,
    _Standard.SelectEndOfBlock,
    _Standard.SelectStartOfDocument,
    _Standard.SelectEndOfDocument,
    _Standard.SelectAll,
)
_STRUCTURAL = frozenset((_Key.Key_Return, _Key.Key_Enter, _Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Up, _Key.Key_Down))
_BACK = (_Standard.Backspace, _Standard.DeleteStartOfWord)
_ON = (_Standard.Delete, _Standard.DeleteEndOfWord)


def meaning(event: QKeyEvent, place: Place) -> Meant | tuple[Act, tuple[object, ...]]:
    """What a key means at a place: an act with its arguments, or what Qt or the window is to do with it."""
    if _is_plain_letter(event):
        # Asked first, since it is nearly every key.
        return (structure.insert_text, (event.text(),)) if place.across else Meant.LETTERS
    if is_to_note(event):
        return Meant.NOTE
    act = _structural(event)
    if act is not None:
        return act
    if _deletes(event, _Key.Key_Backspace, _BACK):
        if place.across:
            return structure.delete, ()
        return (structure.delete_back, ()) if place.at_start and not place.selected else Meant.ERASING
    for key, meant in ((_Standard.Copy, Meant.COPY), (_Standard.Cut, Meant.CUT), (_Standard.Paste, Meant.PASTE)):
        if event.matches(key):
            return meant
    if _deletes(event, _Key.Key_Delete, _ON):
        if place.across:
            return structure.delete, ()
        return (structure.delete_on, ()) if place.at_end and not place.selected else Meant.ERASING
    if is_paragraph_step(event) or any(event.matches(key) for key in _MOVES):
        return Meant.MOVEMENT
    if event.key() in (_Key.Key_Escape, _Key.Key_F6):
        return Meant.LEAVE
    if is_letters(event):
        return (structure.insert_text, (event.text(),)) if place.across else Meant.LETTERS
    return Meant.WINDOW


def _deletes(event: QKeyEvent, key: Qt.Key, standard: tuple[QKeySequence.StandardKey, ...]) -> bool:
    """Backspace and Del, alone or by the word; not every platform has them among its standard keys."""
    held = _held(event, _NOT_SHIFT)
    plain = event.key() == key and held in (_Mod.NoModifier, _Mod.ControlModifier)
    return plain or any(event.matches(one) for one in standard)


def _held(event: QKeyEvent, of: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
    """Which of some modifiers are held: none at nearly every key, of which nothing need be worked out."""
    held = event.modifiers()
    return held if held is _Mod.NoModifier else held & of


def _structural(event: QKeyEvent) -> tuple[Act, tuple[object, ...]] | None:
    key = event.key()
    if key not in _STRUCTURAL:
        return None
    held = _held(event, _NOT_PAD)
    if key in (_Key.Key_Return, _Key.Key_Enter) and held in (_Mod.NoModifier, _Mod.ShiftModifier):
        # A line has no end inside a paragraph of a resolution: Shift makes no difference.
        return structure.new_paragraph, ()
    if key == _Key.Key_Tab and held == _Mod.NoModifier:
        return structure.tab, ()
    if key == _Key.Key_Backtab and held in (_Mod.NoModifier, _Mod.ShiftModifier):
        return structure.shallower, ()
    if key in (_Key.Key_Up, _Key.Key_Down) and held == _Mod.AltModifier:
        return structure.move, (-1 if key == _Key.Key_Up else 1,)
    return None


def is_to_note(event: QKeyEvent) -> bool:
    """Ctrl and Enter: from the mark of a footnote to the footnote."""
    return event.key() in (_Key.Key_Return, _Key.Key_Enter) and _held(event, _NOT_PAD) == _Mod.ControlModifier


def is_paragraph_step(event: QKeyEvent) -> bool:
    """Ctrl with the arrow up or down: a paragraph on or back."""
    return event.key() in (_Key.Key_Up, _Key.Key_Down) and _held(event, _NOT_SHIFT) == _Mod.ControlModifier


def is_letters(event: QKeyEvent) -> bool:
    """Whether a key writes something: with Ctrl and Alt together it may, since AltGr is that on some keyboards."""
    return _writes(event.text()) and event.modifiers() & _SPECIAL in (_Mod.NoModifier, _ALT_GR)


def _is_plain_letter(event: QKeyEvent) -> bool:
    return _writes(event.text()) and _held(event, _NOT_SHIFT) is _Mod.NoModifier


def _writes(text: str) -> bool:
    """Every letter that a paragraph can hold, spaces and signs that are not seen among them; no control sign."""
    return bool(text) and text[0] not in "\t\n\r\b" and held(text[0]) == text[0]


def is_of_the_text(event: QKeyEvent) -> bool:
    """Whether a key is the text's although an action of the window might want it too."""
    held = _held(event, _NOT_PAD)
    if held in (_Mod.NoModifier, _Mod.ShiftModifier):
        return event.key() not in _FUNCTIONS
    own = (*_MOVES, _Standard.Copy, _Standard.Cut, _Standard.Paste)
    moves = event.key() in (_Key.Key_Up, _Key.Key_Down) and held == _Mod.AltModifier
    return (
        moves
        or is_to_note(event)
        or is_paragraph_step(event)
        or is_letters(event)
        or any(event.matches(key) for key in own)
    )
