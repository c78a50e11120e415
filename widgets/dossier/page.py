"""The dossier page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from widgets.dossier.drafts import ROW, DraftList, DraftRow
from widgets.dossier.inspector import Inspector
from widgets.dossier.row import COUNT, TEXT_AT, DraftDelegate, meter_start
from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.theme import fonts
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button
from widgets.theme.surfaces import Surface, Words

_DRAWER = 900
"""Under this width of the page the inspector goes."""


class DossierPage(QWidget):
    """Shows `DraftRow`s, newest first; signals carry ids, `compare_asked` the older draft first."""

    add_asked = Signal()
    paste_asked = Signal()
    read_asked = Signal(str)
    compare_asked = Signal(str, str)
    export_asked = Signal(str)
    chosen = Signal(str)
    amend_given = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafts = DraftList(self)
        self.inspector = Inspector()
        self.list = _DraftView(self.drafts)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._timeline())
        self._pages.addWidget(self._nothing_yet())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._pages, 1)
        line.addWidget(self.inspector)
        self.inspector.compare_asked.connect(self.compare_asked)
        self.inspector.read_asked.connect(self.read_asked)
        self.inspector.export_asked.connect(self.export_asked)
        self.inspector.amend_asked.connect(self.amend)
        self.inspector.amend_given.connect(self.amend_given)
        self.inspector.amending_ended.connect(self._amended)
        self.list.read_asked.connect(self._read)
        self.list.compare_wanted.connect(self.inspector.compare)
        self.list.doubleClicked.connect(self._read)
        self.list.customContextMenuRequested.connect(self._menu)
        self.list.selectionModel().selectionChanged.connect(lambda _on, _off: self._inspect())
        self.drafts.dataChanged.connect(lambda _first, _last: self._inspect())
        self.show_rows(())

    def _timeline(self) -> QWidget:
        ground = Surface("paper")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        head.addWidget(Words("Drafts", fonts.sans(16, 600)))
        head.addStretch(1)
        self.add_button = Button("Add files…", icon="plus")
        self.add_button.clicked.connect(self.add_asked)
        head.addWidget(self.add_button)
        column.addLayout(head)
        column.addWidget(_Heads())
        column.addWidget(self.list, 1)
        return ground

    def _nothing_yet(self) -> QWidget:
        ground = Surface("paper")
        column = QVBoxLayout(ground)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(Words("No draft yet", fonts.serif(20, 500)), 0, centre)
        sentence = (
            "Drop the sponsors’ draft here. Adref reads its paragraphs,\n"
            "footnotes and masthead, and says what it was not sure of."
        )
        words = Words(sentence, fonts.ui(), "ink2", lines=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMinimumWidth(400)
        column.addSpacing(6)
        column.addWidget(words, 0, centre)
        column.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.open_button = Button("Open a file…", form="ink")
        self.paste_button = Button("Paste a text")
        self.open_button.clicked.connect(self.add_asked)
        self.paste_button.clicked.connect(self.paste_asked)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.paste_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(3)
        return ground

    def show_rows(self, rows: Sequence[DraftRow], choose: str | None = None) -> None:
        """Show other drafts; choose one of them, or the newest."""
        self.drafts.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self._fit()
        if rows:
            places = [row.id for row in rows]
            self.choose(choose if choose in places else places[0])

    def learn(self, draft: str, summary: str, brackets: int) -> None:
        """Fill in what has been found out about a draft."""
        self.drafts.learn(draft, summary, brackets)

    def choose(self, draft: str) -> None:
        """Put the choice on a draft."""
        for at, row in enumerate(self.drafts.rows):
            if row.id == draft:
                self.list.selectionModel().setCurrentIndex(
                    self.drafts.index(at, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.list.scrollTo(self.drafts.index(at, 0))

    @property
    def choice(self) -> str | None:
        """Id of the draft the inspector shows."""
        rows = self._selected()
        return rows[0].id if rows else None

    def _selected(self) -> list[DraftRow]:
        """The chosen drafts, newest first."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.drafts.rows[at] for at in places]

    def _inspect(self) -> None:
        rows, everything = self._selected(), self.drafts.rows
        if len(rows) == 2:
            self.inspector.show_two(rows[1], rows[0], everything)
        elif rows:
            self.inspector.show_draft(rows[0], self._before(rows[0]), everything)
            self.chosen.emit(rows[0].id)

    def _before(self, row: DraftRow) -> DraftRow | None:
        """The draft a draft came from; for one that came from none here, the one below it."""
        for parent in row.parents:
            for other in self.drafts.rows:
                if other.id == parent:
                    return other
        below = self.drafts.rows.index(row) + 1
        return self.drafts.rows[below] if below < len(self.drafts.rows) else None

    def _read(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, DraftRow):
            self.read_asked.emit(row.id)

    def _menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        row = index.data(ROW)
        if not isinstance(row, DraftRow):
            return
        menu = QMenu(self)
        menu.addAction("Read").triggered.connect(lambda: self.read_asked.emit(row.id))
        if len(self.drafts.rows) > 1:
            menu.addMenu(self.inspector.others(menu))
        menu.addAction("Amend label, date or note…").triggered.connect(self.amend)
        menu.addAction("Export…").triggered.connect(lambda: self.export_asked.emit(row.id))
        menu.popup(self.list.viewport().mapToGlobal(place))

    def amend(self) -> None:
        """Let what is said of the chosen draft be said otherwise, beside the list."""
        if len(self._selected()) == 1 and self.inspector.writable:
            self.inspector.show()
            self.inspector.amend()

    def _amended(self) -> None:
        self._fit()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        amending = self.inspector.form.isVisibleTo(self.inspector)
        self.inspector.setVisible(bool(self.drafts.rows) and (self.width() >= _DRAWER or amending))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)


class _DraftView(QListView):
    """The list: Enter reads, C compares with the one before."""

    read_asked = Signal(QModelIndex)
    compare_wanted = Signal()

    def __init__(self, model: DraftList) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(DraftDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("Drafts, newest first")
        give_quiet_scroll_bar(self, "paper")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.read_asked.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.compare_wanted.emit()
        else:
            super().keyPressEvent(event)


class _Heads(QWidget):
    """The heads of the columns, over a hairline."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(36)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setFont(fonts.micro(600))
        painter.setPen(tokens.ink3)
        lead = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for words, start, width in (
            ("Draft and what changed since the one before", TEXT_AT, 400),
            ("Brackets", round(meter_start(self.width())) - COUNT + 8, 160),
        ):
            painter.drawText(self.width() - start - width if rtl else start, 4, width, 24, lead, words)
        painter.fillRect(0, self.height() - 1, self.width(), 1, tokens.line)
        painter.end()
