"""The drawer of the help: in the place of the inspector, open as long as one likes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from models.help_pages import HelpPage, found_pages
from models.telling.figures import counted
from widgets.help.page import PageLink, PageView
from widgets.paper.scroll_bar import scroll_area
from widgets.theme import fonts
from widgets.theme.controls import Button, IconButton
from widgets.theme.find_field import FindField
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.roles import Role, speak_as
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

WIDTH = 400
_LEAST = 316  # the two buttons of a page stand side by side


class HelpDrawer(Surface):
    """Made from the pages; `show_page` opens one, an unknown name the list of all.

    Signals: `act_asked(str)` to do an action with the text, `show_asked(str)` to ring the control of an action,
    `keys_asked()` for the sheet of all keys, `left()` when Escape gives the focus back, `closed()`.
    `possible` says of an action whether it can be done now; ask for it to be looked at again by `refresh()`.
    """

    act_asked = Signal(str)
    show_asked = Signal(str)
    keys_asked = Signal()
    left = Signal()
    closed = Signal()

    def __init__(self, pages: Sequence[HelpPage], possible: Callable[[str], bool] | None = None) -> None:
        super().__init__("panel", "leading")
        # In a small window, or with large letters, it leaves room to the page.
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(WIDTH)
        self.setProperty("help", "keyboard")
        speak_as(self, Role.ComplementaryContent)
        self.setAccessibleName("Help")
        self._pages = tuple(pages)
        self._by_name = {page.name: page for page in pages}
        self._possible = possible or (lambda _act: True)
        self._trail: list[str] = []
        self.view: PageView | None = None
        self.links: list[PageLink] = []
        column = laid_down(self, margins=(1, 0, 0, 0))
        column.addWidget(self._head())
        column.addLayout(self._search())
        self.area = _area()
        column.addWidget(self.area, 1)
        column.addWidget(self._foot())
        self.show_list()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, super().sizeHint().height())

    # Building

    def _head(self) -> QWidget:
        head = Surface("panel", "bottom")
        head.setFixedHeight(Measures.PAGE_BAR)
        line = laid_across(head, margins=(10, 0, 8, 1), spacing=6)
        self.back_button = IconButton("arrow-left", "The page before, or all pages")
        self.back_button.clicked.connect(self.back)
        self.close_button = IconButton("x", "Close the help")
        self.close_button.clicked.connect(self.closed)
        line.addWidget(self.back_button)
        line.addWidget(Words("Help", fonts.ui(600)))
        line.addStretch(1)
        line.addWidget(Words("stays open while you work", fonts.small(), "ink2"))
        line.addWidget(self.close_button)
        return head

    def _search(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setContentsMargins(20, 12, 20, 0)
        self.find_field = FindField("Find in the help")
        self.find_field.textChanged.connect(self._look_for)
        self.find_field.returnPressed.connect(self._first)
        line.addWidget(self.find_field)
        return line

    def _foot(self) -> QWidget:
        foot = Surface("panel", "top")
        foot.setFixedHeight(44)
        line = QHBoxLayout(foot)
        line.setContentsMargins(20, 1, 12, 0)
        line.addWidget(Words("A page for each thing to do", fonts.small(), "ink2"), 1)
        self.keys_button = Button("All keys", form="plain", height=26)
        self.keys_button.clicked.connect(self.keys_asked)
        line.addWidget(self.keys_button)
        return foot

    # Pages

    @property
    def page(self) -> str:
        """The name of the page that is shown; "" while it is the list."""
        return self.view.page.name if self.view else ""

    def show_page(self, name: str) -> None:
        """Open a page; where there is none of that name, the list of all."""
        page = self._by_name.get(name)
        if page is None:
            self.show_list()
            return
        if name == self.page:
            return
        if self.page:
            self._trail.append(self.page)
        self._open(page)

    def show_list(self, words: str = "") -> None:
        """The pages that hold some words, or all of them."""
        found = found_pages(self._pages, words)
        list_ = QWidget()
        column = laid_down(list_, margins=(20, 12, 20, 20))
        count = counted(len(found), "page")
        said = f"{count} with “{words.strip()}”" if found else f"No page has “{words.strip()}”."
        head = Words(
            said if words.strip() else "All pages", fonts.micro(600) if found else fonts.ui(), "ink3", lines=True
        )
        head.setContentsMargins(0, 4, 0, 4)
        column.addWidget(head)
        self.links = []
        for page in found:
            link = PageLink(page.title)
            link.clicked.connect(lambda _checked=False, name=page.name: self._choose(name))
            self.links.append(link)
            column.addWidget(link)
        column.addStretch(1)
        self.view = None
        self._set(list_)

    def back(self) -> None:
        """The page before, or the list; from the list the page that was open."""
        if self.find_field.text():
            self.find_field.clear()
        elif self._trail:
            self._open(self._by_name[self._trail.pop()])
        else:
            self.show_list()

    def refresh(self) -> None:
        """Look again whether the action of the page can be done now."""
        if self.view is not None and self.view.page.do:
            self.view.do_button.setEnabled(self._possible(self.view.page.do))

    def focus(self) -> None:
        """Give the keyboard to the search."""
        self.find_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _open(self, page: HelpPage) -> None:
        neighbours = [self._by_name[name] for name in page.neighbours if name in self._by_name]
        view = PageView(page, neighbours, not page.do or self._possible(page.do))
        view.act_asked.connect(self.act_asked)
        view.show_asked.connect(self.show_asked)
        view.page_asked.connect(self.show_page)
        self.view, self.links = view, []
        self._set(view)
        self.setAccessibleDescription(page.title)

    def _set(self, content: QWidget) -> None:
        content.setAutoFillBackground(False)
        self.area.setWidget(content)
        self.area.verticalScrollBar().setValue(0)
        self.back_button.setEnabled(self.view is not None or bool(self._trail))
        # The page was made after the button at the foot, and stands above it.
        view = self.view
        stops: list[QWidget] = [view.do_button, view.show_button, *view.links] if view is not None else [*self.links]
        for before, after in pairwise([self.find_field, *stops, self.keys_button]):
            QWidget.setTabOrder(before, after)

    def _choose(self, name: str) -> None:
        self.find_field.blockSignals(True)
        self.find_field.clear()
        self.find_field.blockSignals(False)
        self.show_page(name)

    def _look_for(self, words: str) -> None:
        if self.page:
            self._trail.append(self.page)
        if words.strip():
            self.show_list(words)
        elif self._trail:
            self._open(self._by_name[self._trail.pop()])
        else:
            self.show_list()

    def _first(self) -> None:
        if self.links:
            self.links[0].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.find_field.text():
                self.find_field.clear()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)


def _area() -> QScrollArea:
    area = scroll_area()
    area.viewport().setAutoFillBackground(False)
    return area
