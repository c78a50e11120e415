"""Every colour by role, in light, dark and high contrast, and the measures; `current()` is what to paint with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import MethodType
from typing import TYPE_CHECKING, Final
from weakref import WeakMethod, ref

from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Tokens:
    """The colours of one appearance, named by role. Roles of the text always have a second sign beside colour.

    `ctl` is the edge of a control, `off` the words of one that cannot be used. `tint_*` are grounds under marked words;
    None in high contrast, where the signs stand alone.
    """

    name: str
    # Ink and text roles.
    ink: QColor
    ink2: QColor
    ink3: QColor
    added: QColor
    removed: QColor
    moved: QColor
    agreed: QColor
    bracketed: QColor
    error: QColor
    ctl: QColor
    off: QColor
    focus: QColor
    on_accent: QColor
    # Surfaces.
    ground: QColor
    panel: QColor
    paper: QColor
    raised: QColor
    sel: QColor
    selected: QColor
    hover: QColor
    line: QColor
    line2: QColor
    tint_added: QColor | None
    tint_removed: QColor | None
    tint_bracketed: QColor | None
    found: QColor
    veil: QColor
    shadow: QColor
    raised_border: int = 1


LIGHT: Final = Tokens(
    name="light",
    ink=QColor("#15191C"),
    ink2=QColor("#454D53"),
    ink3=QColor("#596269"),
    added=QColor("#0B57A4"),
    removed=QColor("#AE2A20"),
    moved=QColor("#6A3D9E"),
    agreed=QColor("#1B7340"),
    bracketed=QColor("#875300"),
    error=QColor("#AE2A20"),
    ctl=QColor("#868F95"),
    off=QColor("#868F95"),
    focus=QColor("#0B57A4"),
    on_accent=QColor("#FFFFFF"),
    ground=QColor("#EBEDEE"),
    panel=QColor("#F5F6F6"),
    paper=QColor("#FFFFFF"),
    raised=QColor("#FFFFFF"),
    sel=QColor("#E4E7E9"),
    selected=QColor("#CBDDF0"),
    hover=QColor("#EEF0F1"),
    line=QColor("#DDE0E2"),
    line2=QColor("#BFC5C9"),
    tint_added=QColor("#E3EEF9"),
    tint_removed=QColor("#FBEBE9"),
    tint_bracketed=QColor("#FBF0D9"),
    found=QColor("#FFE9A8"),
    veil=QColor(21, 25, 28, 97),
    shadow=QColor(0, 0, 0, 41),
)

DARK: Final = Tokens(
    name="dark",
    ink=QColor("#E9ECEE"),
    ink2=QColor("#BCC4CA"),
    ink3=QColor("#96A0A7"),
    added=QColor("#86BDF5"),
    removed=QColor("#F59A91"),
    moved=QColor("#C7A6F0"),
    agreed=QColor("#7FCB9B"),
    bracketed=QColor("#E6B65C"),
    error=QColor("#F59A91"),
    ctl=QColor("#76818A"),
    off=QColor("#76818A"),
    focus=QColor("#86BDF5"),
    on_accent=QColor("#15191C"),
    ground=QColor("#121517"),
    panel=QColor("#181C1F"),
    paper=QColor("#1D2225"),
    raised=QColor("#252B2F"),
    sel=QColor("#2C3439"),
    selected=QColor("#34465A"),
    hover=QColor("#23292D"),
    line=QColor("#2F363B"),
    line2=QColor("#4A545B"),
    tint_added=QColor("#1C3348"),
    tint_removed=QColor("#432724"),
    tint_bracketed=QColor("#3B2F16"),
    found=QColor("#4C3F10"),
    veil=QColor(0, 0, 0, 140),
    shadow=QColor(0, 0, 0, 128),
)

HIGH_CONTRAST: Final = Tokens(
    name="high contrast",
    ink=QColor("#000000"),
    ink2=QColor("#000000"),
    ink3=QColor("#2B2B2B"),
    added=QColor("#003E9E"),
    removed=QColor("#8A0000"),
    moved=QColor("#4B1C85"),
    agreed=QColor("#00501F"),
    bracketed=QColor("#5C3A00"),
    error=QColor("#8A0000"),
    ctl=QColor("#000000"),
    off=QColor("#767676"),
    focus=QColor("#003E9E"),
    on_accent=QColor("#FFFFFF"),
    ground=QColor("#FFFFFF"),
    panel=QColor("#FFFFFF"),
    paper=QColor("#FFFFFF"),
    raised=QColor("#FFFFFF"),
    sel=QColor("#D6E6FF"),
    selected=QColor("#A9CCFF"),
    hover=QColor("#EEEEEE"),
    line=QColor("#000000"),
    line2=QColor("#000000"),
    tint_added=None,
    tint_removed=None,
    tint_bracketed=None,
    found=QColor("#FFE9A8"),
    veil=QColor(0, 0, 0, 97),
    shadow=QColor(0, 0, 0, 41),
    raised_border=2,
)


class Measures:
    """Lengths in pixels at 100 %."""

    TOP_BAR: Final = 48
    PAGE_BAR: Final = 40
    STATUS_BAR: Final = 28
    CONTROL: Final = 30
    SEGMENT: Final = 28
    ICON_BUTTON: Final = 32
    ROW_OUTLINE: Final = 27
    ROW_CHANGE: Final = 43
    ROW_PALETTE: Final = 36
    ROW_DOSSIER: Final = 76
    ROW_DRAFT: Final = 84
    FOLD_ROW: Final = 30
    OUTLINE: Final = 248
    CHANGE_LIST: Final = 264
    DOSSIER_INSPECTOR: Final = 320
    START_SIDE: Final = 272
    CHANGE_MAP: Final = 18
    TEXT_COLUMN: Final = 560
    TEXT_COLUMN_WIDE: Final = 680
    TEXT_SHIFT: Final = 26
    NUMBER_GAP: Final = 24
    SUBPARAGRAPH_INDENT: Final = 34
    PARAGRAPH_GAP: Final = 13
    CELL_NUMBER: Final = 60
    CELL_GUTTER: Final = 40
    CHANGE_BAR: Final = 3
    CHANGE_BAR_AT: Final = -13
    RADIUS_BOX: Final = 4
    RADIUS_CONTROL: Final = 6
    RADIUS_CARD: Final = 8
    RADIUS_POPOVER: Final = 10
    RADIUS_CHIP: Final = 11
    ICON_BAR: Final = 18
    WIDE_WINDOW: Final = 1600


class ThemeChanged:
    """A signal that outlives its listeners: one whose widget is gone drops out, closures included."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[], Callable[[Tokens], object] | None]] = []

    def connect(self, listener: Callable[[Tokens], object]) -> None:
        """Call `listener` with the new tokens after every change; methods are held weakly."""
        if isinstance(listener, MethodType):
            self._listeners.append(WeakMethod(listener))
        else:
            self._listeners.append(lambda: listener)

    def repaint(self, widget: QWidget) -> None:
        """Paint a widget anew after every change; it is held weakly."""
        held = ref(widget)

        def listener() -> Callable[[Tokens], object] | None:
            there = held()
            return None if there is None else lambda _tokens: there.update()

        self._listeners.append(listener)

    def emit(self, tokens: Tokens) -> None:
        """Tell everyone who is still there."""
        gone: set[int] = set()
        told = tuple(self._listeners)
        for reference in told:
            listener = reference()
            try:
                if listener is None:
                    gone.add(id(reference))
                else:
                    listener(tokens)
            except RuntimeError as error:
                # Qt has taken the widget away while Python still held the closure.
                if "already deleted" not in str(error):
                    raise
                gone.add(id(reference))
        # By what they are: two of methods would be compared by what they refer to, each with all before it.
        self._listeners = [one for one in self._listeners if id(one) not in gone]


theme_changed: Final = ThemeChanged()
"""Told of every change."""

_now: list[Tokens] = [LIGHT]


def current() -> Tokens:
    """The tokens to paint with now. Do not keep them: ask again at each painting."""
    return _now[0]


def set_current(tokens: Tokens) -> None:
    """Make these the tokens of every view; views repaint by `theme_changed`."""
    if tokens is not _now[0]:
        _now[0] = tokens
        theme_changed.emit(tokens)
