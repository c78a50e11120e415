"""What the start page lists: the recent dossiers, and the sample below them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.paper.scroll_bar import give_quiet_scroll_bar
from widgets.start.dossiers import DossierDelegate, FoundDossiers
from widgets.theme import fonts
from widgets.theme.controls import Button
from widgets.theme.surfaces import Words
from widgets.theme.tokens import Measures

_TWO_BUTTONS = 600


class _Rows(QListView):
    """As high as its rows where there is room, and scrolling where there is not."""

    def sizeHint(self) -> QSize:
        return QSize(400, self.model().rowCount() * Measures.ROW_DOSSIER)


def recent_list(model: FoundDossiers) -> QListView:
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
