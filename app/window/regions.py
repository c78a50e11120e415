"""F6 goes round the regions of the window: bars, lists, the text, what stands beside it. Shift and F6 goes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_REASON = Qt.FocusReason.ShortcutFocusReason


class Regions(QObject):
    """`regions` gives what there is now, in the order in which it is seen; what cannot be gone to is passed over."""

    def __init__(self, window: QWidget, regions: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(window)
        self._regions = regions
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            QShortcut(QKeySequence(keys), window).activated.connect(lambda by=by: self.go(by))

    def go(self, by: int) -> None:
        """To the next region (1) or the one before (-1)."""
        regions = [(region, first) for region in self._regions() if (first := first_in(region)) is not None]
        if not regions:
            return
        focus = QApplication.focusWidget()
        inside = [at for at, (region, _) in enumerate(regions) if focus is not None and _holds(region, focus)]
        here = inside[0] if inside else (-1 if by > 0 else 0)
        regions[(here + by) % len(regions)][1].setFocus(_REASON)


def first_in(region: QWidget) -> QWidget | None:
    """What of a region takes the keyboard first; None where nothing does now.

    Asked of the tree, not of `nextInFocusChain`: PySide takes what a method returns for a child of what was asked
    (shiboken's return value heuristic), so that the wrappers of the whole window would hang one behind the other. When
    one of these widgets is deleted, the menus and actions behind it that Qt itself made are “already deleted”, too.
    """
    if not region.isVisible():
        return None
    return next((widget for widget in (region, *region.findChildren(QWidget)) if _takes_focus(widget)), None)


def _takes_focus(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.focusProxy() is None and widget.isEnabled() and widget.isVisible()


def _holds(region: QWidget, focus: QWidget) -> bool:
    return region is focus or region.isAncestorOf(focus)
