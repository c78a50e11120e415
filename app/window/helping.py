"""Help: the drawer beside the text, the page of what has the focus, and where a control is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.shell.actions import BY_NAME, plain_words
from widgets.help.topic import topic_of
from widgets.shell.one_by_one import one_by_one
from widgets.theme.focus import point_at

if TYPE_CHECKING:
    from models.help_pages import HelpPage
    from widgets.help.drawer import HelpDrawer


class Helping(QObject):
    """The drawer is made when it is first asked for. `controls` are the widgets in which an action is seen; what is
    seen in none of them is shown by `open_menu` where it stands in its menu."""

    def __init__(
        self,
        place: QHBoxLayout,
        acts: Mapping[str, QAction],
        controls: Callable[[], Mapping[str, QWidget]],
        open_menu: Callable[[str], None],
        keys: Callable[[], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__()
        self._place, self._acts, self._keys, self._back = place, acts, keys, back
        self._controls, self._open_menu = controls, open_menu
        self.drawer: HelpDrawer | None = None

    def toggle(self, usual: str) -> None:
        """The help on what has the focus; again: away with it."""
        if self.drawer is not None and self.drawer.isVisible():
            focus = QApplication.focusWidget()
            if focus is not None and (focus is self.drawer or self.drawer.isAncestorOf(focus)):
                self._leave()
                return
        self.show(topic_of(QApplication.focusWidget(), usual))

    def show(self, page: str) -> None:
        """A page of the help; the first time the drawer is made, filled and shown, each in a turn of its own."""
        drawer = self.drawer
        if drawer is None:
            drawer = self._made()
            one_by_one(self, lambda: None, lambda: drawer.show_page(page), lambda: self.show(page))
            return
        drawer.show_page(page)
        drawer.show()
        drawer.focus()

    @cached_property
    def pages(self) -> tuple[HelpPage, ...]:
        """All pages of the help."""
        from models.help_pages import help_pages  # no part of the start

        return help_pages({name: (plain_words(act), act.keys) for name, act in BY_NAME.items()})

    def _made(self) -> HelpDrawer:
        from widgets.help.drawer import HelpDrawer  # no part of the start

        self.drawer = drawer = HelpDrawer(self.pages, possible=lambda name: self._acts[name].isEnabled())
        drawer.act_asked.connect(lambda name: self._acts[name].trigger())
        drawer.show_asked.connect(self._point)
        drawer.keys_asked.connect(self._keys)
        drawer.left.connect(self._back)
        drawer.closed.connect(self._leave)
        drawer.hide()
        self._place.addWidget(drawer)
        return drawer

    def refresh(self) -> None:
        """What can be done is another."""
        if self.drawer is not None and self.drawer.isVisible():
            self.drawer.refresh()

    def _leave(self) -> None:
        self._back()  # before it is hidden, as a popover
        if self.drawer is not None:
            self.drawer.hide()

    def _point(self, name: str) -> None:
        widget = self._controls().get(name)
        if widget is not None and widget.isVisible():
            point_at(widget)
        else:
            self._open_menu(name)
