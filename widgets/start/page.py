"""The start page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from widgets.start.dossiers import ROW, DossierList, DossierRow, FoundDossiers
from widgets.start.drop_target import DropTarget
from widgets.start.recent import SampleRow, recent_list
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.find_field import FindField
from widgets.theme.laid import laid_across, laid_down
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures

_CONTENT = 1232
_WITH_MOTTO = 450
_WITH_SIDE = 500
"""A page narrower than that, as beside the help with large letters, has the dossiers alone: what begins is in the menus
too."""


class StartPage(QWidget):
    """Signals say what the user wants to begin with; `show_rows` gives the recent dossiers.

    `beside_asked(path)` wants a dossier in a window of its own: it was chosen with Ctrl.

    `keys` are the shortcuts to hint at, by "new", "open", "compare", "paste" and "help".
    """

    new_asked = Signal()
    open_asked = Signal()
    compare_asked = Signal()
    sample_asked = Signal()
    sample_compare_asked = Signal()
    help_asked = Signal()
    keys_asked = Signal()
    appearance_asked = Signal(QPoint)
    dossier_chosen = Signal(str)
    beside_asked = Signal(str)
    forget_asked = Signal(str)

    def __init__(self, keys: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._keys = dict(keys or {})
        line = laid_across(self)
        self._side = self._beginnings()
        line.addWidget(self._side)
        line.addWidget(self._content(), 1)

    def _beginnings(self) -> QWidget:
        side = Surface("panel", "trailing")
        side.setFixedWidth(Measures.START_SIDE)
        column = laid_down(side, margins=(14, 42, 15, 24), spacing=6)
        letters = fonts.serif(46, 500, italic=True)
        letters.setWordSpacing(-4)
        mark = Words("ad ref.", letters)
        mark.setContentsMargins(10, 0, 0, 0)
        mark.setFixedHeight(66)
        self._motto = motto = Words("Nothing is agreed until\neverything is agreed.", fonts.small(), "ink2", lines=True)
        motto.setContentsMargins(10, 0, 0, 0)
        column.addWidget(mark)
        column.addWidget(motto)
        column.addSpacing(32)
        self.new_button = self._begin("New dossier", "plus", "new", form="ink")
        self.open_button = self._begin("Open…", "folder-open", "open")
        self.compare_button = self._begin("Compare two files", "arrows-left-right", "compare")
        for button in (self.new_button, self.open_button, self.compare_button):
            column.addWidget(button)
        column.addStretch(1)
        self.appearance_button = Button("Light or dark", form="plain", icon="sliders-horizontal", leading=True)
        self.help_button = Button("Help", form="plain", icon="question", key=self._keys.get("help", ""), leading=True)
        self.help_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.keys_button = Button("Keys", form="plain", icon="keyboard", leading=True)
        self.help_button.clicked.connect(self.help_asked)
        column.addWidget(self.help_button)
        column.addWidget(self.keys_button)
        column.addWidget(self.appearance_button)
        self.keys_button.clicked.connect(self.keys_asked)
        self.new_button.clicked.connect(self.new_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.compare_button.clicked.connect(self.compare_asked)
        self.appearance_button.clicked.connect(
            lambda: self.appearance_asked.emit(self.appearance_button.mapToGlobal(QPoint(0, 0)))
        )
        return side

    def _begin(self, words: str, icon: str, act: str, form: str = "plain") -> Button:
        button = Button(words, form=form, icon=icon, key=self._keys.get(act, ""), leading=True, height=38)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return button

    def _content(self) -> QWidget:
        ground = Surface("paper")
        self._across = across = QHBoxLayout(ground)
        middle = QWidget()
        middle.setMaximumWidth(_CONTENT)
        across.addWidget(middle, 1)
        column = laid_down(middle, margins=(0, 40, 0, 36))
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(Words("Dossiers", fonts.sans(20, 600)))
        head.addStretch(1)
        self.find_field = FindField("Find a dossier")
        self.find_field.setFixedWidth(280)
        head.addWidget(self.find_field)
        column.addLayout(head)
        column.addSpacing(8)
        self.rows = DossierList(self)
        self.found = FoundDossiers(self)
        self.found.setSourceModel(self.rows)
        self.list = recent_list(self.found)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.activated.connect(self._chosen)
        self.list.clicked.connect(self._chosen)
        self.empty = Words("", fonts.serif(15), "ink2", lines=True)
        self.empty.setContentsMargins(16, 18, 16, 18)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        self.sample = SampleRow()
        self.sample.button.clicked.connect(self.sample_asked)
        self.sample.compare_button.clicked.connect(self.sample_compare_asked)
        column.addWidget(self.sample)
        column.addStretch(1)
        self.drop = DropTarget(self._keys.get("paste", ""))
        column.addSpacing(16)
        inset = QHBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(self.drop)
        column.addLayout(inset)
        self.find_field.textChanged.connect(self._look_for)
        self.find_field.returnPressed.connect(self._first)
        return ground

    def show_rows(self, rows: Sequence[DossierRow]) -> None:
        """Show the recent dossiers; the one that was chosen stays it."""
        chosen = self.list.currentIndex().data(ROW)
        self.rows.show_rows(rows)
        if isinstance(chosen, DossierRow):
            found = (self.found.index(at, 0) for at in range(self.found.rowCount()))
            self.list.setCurrentIndex(next((one for one in found if one.data(ROW).path == chosen.path), QModelIndex()))
        self.find_field.setVisible(len(rows) > 3)
        self._fit()

    def choose_first(self) -> None:
        """Choose the dossier that was opened last."""
        self.list.setCurrentIndex(self.found.index(0, 0))

    def _look_for(self, words: str) -> None:
        self.found.setFilterFixedString(words)
        self._fit()

    def _fit(self) -> None:
        count = self.found.rowCount()
        self.list.setVisible(count > 0)
        self.list.setMaximumHeight(count * Measures.ROW_DOSSIER)
        self.list.setMinimumHeight(min(count, 2) * Measures.ROW_DOSSIER)
        self.list.updateGeometry()
        self.empty.setVisible(count == 0)
        nothing = "Nothing here yet: drop a draft, open a file, or look at the sample."
        self.empty.setText(
            f"No dossier has “{self.find_field.text()}” in its name." if self.rows.rowCount() else nothing
        )

    def _chosen(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, DossierRow):
            beside = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
            (self.beside_asked if beside else self.dossier_chosen).emit(row.path)

    def _first(self) -> None:
        if self.found.rowCount():
            self._chosen(self.found.index(0, 0))

    def _menu(self, place: QPoint) -> None:
        row = self.list.indexAt(place).data(ROW)
        if isinstance(row, DossierRow):
            menu = QMenu(self)
            menu.addAction("Open").triggered.connect(lambda: self.dossier_chosen.emit(row.path))
            menu.addAction("Open in a new window").triggered.connect(lambda: self.beside_asked.emit(row.path))
            menu.addAction("Take off this list").triggered.connect(lambda: self.forget_asked.emit(row.path))
            menu.popup(self.list.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        size = event.size()
        self._motto.setVisible(size.height() >= _WITH_MOTTO)
        self._side.setVisible(size.width() >= _WITH_SIDE)
        margin = 40 if size.width() >= _WITH_SIDE else 8
        self._across.setContentsMargins(margin, 0, margin, 0)
        super().resizeEvent(event)
