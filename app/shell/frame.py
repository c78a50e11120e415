"""The frame of the window: bars, notices, progress, menus, the veil; it knows no dossier and no text."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.desk.arrivals import Arrival
from app.running.background import Background, Fate, Task
from app.running.once_more import begin_beside
from app.shell.actions import ACTS, BY_NAME, SEPARATOR, plain_words
from app.shell.room import room_for
from app.shell.side_buttons import SideButtons
from widgets.shell.drop_veil import DropVeil
from widgets.shell.menu_bar import MenuBar
from widgets.shell.notices import Notice, Notices
from widgets.shell.progress_line import ProgressLine
from widgets.shell.status_bar import StatusBar
from widgets.shell.top_bar import TopBar
from widgets.theme.enlarged import has_changed
from widgets.theme.focus import take_keyboard_from
from widgets.theme.key_hints import key_words
from widgets.theme.surfaces import Surface

APPEARANCES = {
    "appearance_system": "system",
    "appearance_light": "light",
    "appearance_dark": "dark",
    "appearance_contrast": "high contrast",
}
_SHOWN_AFTER = 0.5
_CANCELLED = "Cancelled; nothing was changed."


class Frame(QMainWindow):
    """What every page stands in. Actions come from the table; `connect_acts` says what they do."""

    arrival: Callable[[Sequence[Path]], Arrival]
    """What files that come in now are for by their names: to be set, as the others, before any comes."""
    look_at_files: Callable[[Sequence[Path], Callable[[Arrival], None]], None]
    """Goes on with what files are for once they are looked at."""
    take_files: Callable[[Sequence[Path]], None]
    """Does with files what they are for."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.setWindowTitle("Adref")
        room = room_for(self)
        self.setMinimumSize(min(720, room.width()), min(480, room.height()))
        self._background = background
        self.top_bar, self.status_bar = TopBar(BY_NAME["jump"].keys), StatusBar()
        self.notices = Notices()
        self.notices.after = self.top_bar.export_button
        self.stack = QStackedWidget()
        ground = Surface("paper")
        self.column, self.across = QVBoxLayout(ground), QHBoxLayout()
        self._lay_out()
        self.setCentralWidget(ground)
        self.veil, self.progress = DropVeil(ground), ProgressLine(ground)
        self._promised: Arrival | None = None
        """What the files that are dragged over the window are for."""
        self.refused: Callable[[], Collection[str]] = frozenset
        """Names of the acts that cannot be meant where the keyboard is."""
        self._possible = frozenset[str]()
        self.menus: list[QMenu] = []
        self.bars_hidden = False
        self.comes_back = False
        """Whether what is open here is to be open again though other windows stay."""
        self.text_alone = False
        """Whether the text stands alone, without the bars."""
        self.setAcceptDrops(True)
        self.acts: dict[str, QAction] = {}
        self._build_menus()
        self._hint_at_keys()
        SideButtons(self, self.acts)
        self._watch = QTimer(self)
        self._watch.setInterval(100)
        self._watch.timeout.connect(self._show_work)
        # Of what is worked out without words, as at every rest of the keys, nothing is shown.
        background.began.connect(lambda task: self._watch.start() if task.words else None)
        background.ended.connect(self._work_ended)
        self.status_bar.cancelled.connect(self._cancel_work)

    def _lay_out(self) -> None:
        """Bars and notices above and below the pages; `across` has room for what stands beside these."""
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for part in (self.top_bar, self.notices):
            self.column.addWidget(part)
        self.across.setSpacing(0)
        self.across.addWidget(self.stack, 1)
        self.column.addLayout(self.across, 1)
        self.column.addWidget(self.status_bar)

    def bring_to_front(self, page: QWidget) -> None:
        """Show a page, for whoever puts the keyboard into it then."""
        if page is not self.stack.currentWidget():
            take_keyboard_from(self.stack.currentWidget())
        self.stack.setCurrentWidget(page)

    def _hint_at_keys(self) -> None:
        bar = self.top_bar
        for name, button in (
            ("home", bar.home_button),
            ("back", bar.back_button),
            ("forward", bar.forward_button),
            ("export", bar.export_button),
        ):
            button.setToolTip(f"{button.accessibleName()} ({key_words(BY_NAME[name].keys)})")

    # Menus

    def _build_menus(self) -> None:
        bar = MenuBar(self)
        self.setMenuBar(bar)
        menus: dict[str, QMenu] = {}
        self._appearances = QActionGroup(self)
        for act in ACTS:
            menu = menus.get(act.menu) or self._new_menu(act.menu)
            menus[act.menu] = menu
            if act.name == SEPARATOR:
                menu.addSeparator()
                continue
            action = QAction(act.words, self)
            action.setToolTip(plain_words(act))
            if act.keys:
                action.setShortcuts([QKeySequence(keys) for keys in (act.keys, act.second_keys) if keys])
            if act.name in APPEARANCES:
                action.setCheckable(True)
                self._appearances.addAction(action)
            menu.addAction(action)
            # Keys of a menu bar that is hidden are dead.
            self.addAction(action)
            self.acts[act.name] = action
        self.appearance_menu = QMenu(self)
        for name in APPEARANCES:
            self.appearance_menu.addAction(self.acts[name])

    def _new_menu(self, words: str) -> QMenu:
        menu = self.menuBar().addMenu(words)
        menu.aboutToShow.connect(lambda: self._allow(self.refused()))
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._menu_went))
        self.menus.append(menu)
        return menu

    def _menu_went(self) -> None:
        """What is refused where the keyboard is cannot be chosen in a menu; its keys stay, and are told why."""
        if not any(menu.isVisible() for menu in self.menus):
            self._allow()

    def connect_acts(self, does: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action does; every action of the table must do something."""
        for name, act in self.acts.items():
            act.triggered.connect(lambda _checked=False, do=does[name]: do())

    def show_possible(self, possible: Iterable[str]) -> None:
        """Only these actions can be done now."""
        self._possible = frozenset(possible)
        self._allow()

    def _allow(self, refused: Collection[str] = ()) -> None:
        for name, action in self.acts.items():
            action.setEnabled(name in self._possible and name not in refused)

    @property
    def possible(self) -> tuple[str, ...]:
        """Names of the actions that can be done now, in the order of the table."""
        refused = self.refused()
        return tuple(name for name in self.acts if name in self._possible and name not in refused)

    # Work under way

    def _show_work(self) -> None:
        tasks = [task for task in self._background.tasks if task.words]
        late = [
            task
            for task in tasks
            if time.monotonic() - task.started >= _SHOWN_AFTER and (task.may_last or not task.cancelled)
        ]
        if not tasks:
            self._watch.stop()
        if late:
            task = late[-1]
            self._show_progress(task.share)
            share = f", {round(100 * task.share)} %" if task.share else ""
            self.status_bar.show_work(f"{task.words}{share}")
            self.status_bar.show()
        else:
            self.progress.rest()
            self.status_bar.show_work(None)
            self.show_bars()

    def show_waiting(self) -> None:
        """The window stands still until what is under way is done: shown without waiting for its turn."""
        if not self.progress.working:
            self._show_progress(None)
        self.progress.step()

    def _show_progress(self, share: float | None) -> None:
        top = self.top_bar.height() if self.top_bar.isVisible() else 0
        self.progress.setGeometry(0, top, self.ground.width(), 2)
        self.progress.show_share(share)

    def show_bars(self) -> None:
        """Show or hide the bars; work under way needs the status bar everywhere."""
        self.menuBar().setVisible(not self.text_alone)
        self.status_bar.set_quiet(self.text_alone)
        self.top_bar.setVisible(not self.bars_hidden and not self.text_alone)
        self.status_bar.setVisible(not self.bars_hidden or self.progress.working)

    def _cancel_work(self) -> None:
        tasks = [task for task in self._background.tasks if task.words]
        for task in tasks:
            task.give_up()
        self._show_work()
        if not any(task.may_last for task in tasks):
            self.status_bar.say(_CANCELLED)

    def _work_ended(self, task: Task[object]) -> None:
        if task.words:
            self._show_work()
            if task.may_last and task.fate is Fate.GIVEN_UP:
                self.status_bar.say(_CANCELLED)

    # Telling

    def tell(
        self,
        words: str,
        more: str = "",
        *,
        kind: str = "info",
        topic: str = "",
        acts: Mapping[str, Callable[[], None]] | None = None,
        done: bool = False,
    ) -> None:
        """Show a notice above the page; where it says that something is `done`, what was refused before is past."""
        if done:
            self.notices.outdate("error")
        self.notices.show_notice(Notice(kind, words, more, tuple((acts or {}).items()), topic))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ThemeChange:
            self._look_at_letters()
        super().changeEvent(event)

    def _look_at_letters(self) -> None:
        """The system's letters may be larger or smaller now; the program takes their size when it begins."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and has_changed(app):
            self.tell(
                "The system’s letters have another size now.",
                "Adref takes it when it begins; what is open comes back as it is.",
                topic="letters",
                acts={"Begin again": self.begin_again},
            )

    def begin_again(self) -> None:
        """Close, and begin with what is open now."""
        app = QApplication.instance()
        if app is not None:
            self.comes_back = True
            self.comes_back = self.close()
            app.setProperty("again", self.comes_back)

    def new_window(self, files: Sequence[Path] = ()) -> None:
        """Another window, as a program of its own: with a dossier, or on the start page."""
        if not begin_beside([str(file.absolute()) for file in files] or ["--new-window"]):
            self.tell(
                "This machine takes no further window; close another program, and try again.",
                kind="error",
                topic="error",
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ground = self.centralWidget()
        if ground is not None and self.veil.isVisible():
            self.veil.setGeometry(ground.rect())

    # Files over the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files := files_in(event.mimeData()):
            self._promised = promised = self.arrival(files)
            self._promise(event)
            _take_copies(event)
            self.look_at_files(files, partial(self._promise_as_seen, promised))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._promise(event)
        _take_copies(event)

    def _promise_as_seen(self, before: Arrival, seen: Arrival) -> None:
        """By what they are the files may be for something else than by their names."""
        if self._promised is before and seen != before:
            self._promised = seen
            self.veil.show_promise(seen.words, seen.more)

    def _promise(self, event: QDropEvent) -> None:
        if (what := self._promised) is not None:
            beside = " in a new window" if self._beside(event) else ""
            self.veil.show_promise(f"{what.words}{beside}", what.more)

    def _beside(self, event: QDropEvent) -> bool:
        """Whether a dossier is dropped for a window of its own."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return bool(held) and self._promised is not None and self._promised.act == "open"

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._no_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        _take_copies(event)
        files = files_in(event.mimeData())
        (self.new_window if self._beside(event) else self.take_files)(files)
        self._no_drag()

    def _no_drag(self) -> None:
        self.veil.hide()
        self._promised = None

    @property
    def ground(self) -> QWidget:
        """What lies under the palette and the veil."""
        return self.centralWidget()


def _take_copies(event: QDropEvent) -> None:
    """Files are read where they are: a folder that is told they were moved may delete them."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()


def files_in(data: QMimeData) -> list[Path]:
    """The files that are dragged or were copied, as in the list of a folder."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
