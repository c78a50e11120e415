"""The start page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.start.dossiers import ROW, DossierDelegate, DossierList, DossierRow, FoundDossiers
from widgets.theme import fonts, icons
from widgets.theme import tokens as appearance
from widgets.theme.controls import Button, key_words
from widgets.theme.surfaces import Surface, Words
from widgets.theme.tokens import Measures, theme_changed

_CONTENT = 1232
_PROMISES = (
    "One file opens a dossier. Two are compared. Several are kept in order.",
    "One opens, two are compared, more are kept in order.",
    "One opens, two are compared.",
)


class StartPage(QWidget):
    """Signals say what the user wants to begin with; `show_rows` gives the recent dossiers.

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
    forget_asked = Signal(str)

    def __init__(self, keys: Mapping[str, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = dict(keys or {})
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._side())
        line.addWidget(self._content(), 1)

    def _side(self) -> QWidget:
        side = Surface("panel", "trailing")
        side.setFixedWidth(Measures.START_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 42, 15, 24)
        column.setSpacing(6)
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
        across = QHBoxLayout(ground)
        across.setContentsMargins(40, 0, 40, 0)
        middle = QWidget()
        middle.setMaximumWidth(_CONTENT)
        across.addWidget(middle, 1)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 40, 0, 36)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.addWidget(Words("Dossiers", fonts.sans(20, 600)))
        head.addStretch(1)
        self.find_field = FindField()
        head.addWidget(self.find_field)
        column.addLayout(head)
        column.addSpacing(8)
        self.rows = DossierList(self)
        self.found = FoundDossiers(self)
        self.found.setSourceModel(self.rows)
        self.list = _list(self.found)
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
        """Show the recent dossiers."""
        self.rows.show_rows(rows)
        self.find_field.setVisible(len(rows) > 3)
        self._fit()

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
            self.dossier_chosen.emit(row.path)

    def _first(self) -> None:
        if self.found.rowCount():
            self._chosen(self.found.index(0, 0))

    def _menu(self, place: QPoint) -> None:
        row = self.list.indexAt(place).data(ROW)
        if isinstance(row, DossierRow):
            menu = QMenu(self)
            menu.addAction("Open").triggered.connect(lambda: self.dossier_chosen.emit(row.path))
            menu.addAction("Take off this list").triggered.connect(lambda: self.forget_asked.emit(row.path))
            menu.popup(self.list.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._motto.setVisible(event.size().height() >= _WITH_MOTTO)
        super().resizeEvent(event)


class _Rows(QListView):
    """As high as its rows where there is room, and scrolling where there is not."""

    def sizeHint(self) -> QSize:
        return QSize(400, self.model().rowCount() * Measures.ROW_DOSSIER)


def _list(model: FoundDossiers) -> QListView:
    view = _Rows()
    view.setModel(model)
    view.setItemDelegate(DossierDelegate(view))
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    view.setAccessibleName("Recent dossiers")
    give_quiet_scroll_bar(view, "paper")
    return view


class FindField(QLineEdit):
    """Narrows the list of dossiers while one types."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Find a dossier")
        self.setAccessibleName("Find a dossier")
        self.setFixedSize(280, Measures.CONTROL)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # files are for the window
        self._sign = self.addAction(icons.icon("magnifying-glass", "ink2"), QLineEdit.ActionPosition.LeadingPosition)
        theme_changed.connect(self._dress)

    def _dress(self, _tokens: object) -> None:
        self._sign.setIcon(icons.icon("magnifying-glass", "ink2"))


_TWO_BUTTONS = 600
_WITH_MOTTO = 450


class SampleRow(QWidget):
    """A real text to look around in."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(Measures.ROW_DOSSIER)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 0, 16, 0)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(Words("Sample: a Vice-Chairman’s text", fonts.serif(17, 500)))
        more = "A real draft of 2003, and an illustration of what came before it."
        words.addWidget(Words(more, fonts.small(), "ink2"))
        words.addStretch(1)
        line.addLayout(words, 1)
        self.compare_button = Button("Compare its drafts", height=26)
        self.button = Button("Open the sample", height=26)
        line.setSpacing(8)
        line.addWidget(self.compare_button)
        line.addWidget(self.button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # In a narrow window what it is comes before what can be done with it at once.
        self.compare_button.setVisible(event.size().width() >= _TWO_BUTTONS)
        super().resizeEvent(event)


class DropTarget(QWidget):
    """Says what dropping does; the whole window takes files."""

    def __init__(self, paste: str) -> None:
        super().__init__()
        self._paste = paste
        self.setFixedHeight(88)
        self.setAccessibleName(
            "Drop files here. One file opens a dossier. Two are compared. Several are kept in order."
        )
        theme_changed.connect(self._repaint)

    def _repaint(self, _tokens: object) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, 88)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = appearance.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        pen = QPen(tokens.ctl, 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawRoundedRect(place, Measures.RADIUS_POPOVER, Measures.RADIUS_POPOVER)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        lead = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        trail = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        middle = Qt.AlignmentFlag.AlignVCenter

        def box(start: float, top: float, width: float, height: float) -> QRectF:
            return QRectF(self.width() - start - width if rtl else start, top, width, height)

        icons.paint(painter, box(24, 32, 24, 24), "download-simple", tokens.ink)
        painter.setPen(tokens.ink)
        painter.setFont(fonts.sans(15, 600))
        painter.drawText(box(66, 22, 400, 22), lead | middle, "Drop files here")
        painter.setFont(fonts.ui())
        painter.setPen(tokens.ink2)
        room = self.width() - 66 - (24 if self.width() <= 760 else 234)
        words = next((one for one in _PROMISES if painter.fontMetrics().horizontalAdvance(one) <= room), "")
        painter.drawText(box(66, 44, room, 22), lead | middle, words)
        if self.width() > 760:
            painter.setFont(fonts.small())
            painter.drawText(box(self.width() - 224, 25, 200, 18), trail | middle, "Word, PDF, text, Markdown")
            painter.drawText(
                box(self.width() - 224, 43, 200, 18),
                trail | middle,
                f"or paste with {key_words(self._paste)}" if self._paste else "",
            )
        painter.end()
