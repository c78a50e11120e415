"""The menu of what is chosen on the compare page: taken and refused, each line of what was chosen when it opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from widgets.compare.changes.chosen import Chosen, one_of
from widgets.compare.page import ComparePage


class Take(Protocol):
    """Takes or refuses what was chosen."""

    def __call__(self, chosen: Chosen | None, *, refused: bool) -> None: ...


def offer_chosen(page: ComparePage, acts: Mapping[str, QAction], take: Take, place: QPoint) -> None:
    """What can be done with what is chosen, in words, in a menu at a place of the screen."""
    menu = QMenu(page)
    one, alike = page.chosen(), page.chosen(all_of_kind=True)
    if one is not None:
        _line(menu, f"Take {one.name}", acts["take_change"], lambda: take(one, refused=False))
        _line(menu, f"Refuse {one.name}", acts["refuse_change"], lambda: take(one, refused=True))
        menu.addSeparator()
    if one is not None and one.words:
        # A place is chosen in it; the whole paragraph is one line further down.
        whole = one_of(one.comparison, next(iter(one.changes)))
        for refused, verb in ((False, "Take"), (True, "Refuse")):
            line = menu.addAction(f"{verb} all of {page.view.called()}")
            line.triggered.connect(lambda _checked=False, refused=refused: take(whole, refused=refused))
        menu.addSeparator()
    if alike is not None and len(alike.changes) > 1:
        _line(menu, f"Take {alike.name}", acts["take_alike"], lambda: take(alike, refused=False))
        _line(menu, f"Refuse {alike.name}", acts["refuse_alike"], lambda: take(alike, refused=True))
        menu.addSeparator()
    menu.addAction(acts["pair_by_hand"])
    menu.addAction("&Copy with changes marked", page.copy_current).setEnabled(one is not None)
    menu.addAction(acts["copy_changes"])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)


def _line(menu: QMenu, words: str, action: QAction, does: Callable[[], None]) -> None:
    """A line of the menu for an action, called by what it does; the key is shown."""
    line = menu.addAction(words.replace("&", "&&"))
    line.setShortcut(action.shortcut())
    # Shown only: the key itself belongs to the action.
    line.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    line.setEnabled(action.isEnabled())
    line.triggered.connect(lambda _checked=False: does())
