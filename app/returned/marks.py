"""Files that seem to be marked by hand: before they join drafts it is asked what their marks are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from app.desk.adding import Arrived, CameIn
from app.desk.desk import Desk
from app.running.background import Background
from app.shell.frame import Frame
from app.shell.going import Going
from models.telling.sentences import joined
from widgets.shell.question_panel import QuestionPanel

READ_MARKS = "Read the marks as changes"


class Marks(QObject):
    """Asks of one file after the other; what came with them is kept once all are answered, in the order it came."""

    def __init__(self, frame: Frame, background: Background, desk: Desk, going: Going) -> None:
        super().__init__(frame)
        self._frame, self._background, self._desk = frame, background, desk
        self._waiting: list[Arrived] = []
        self._later: list[tuple[str, Callable[[], object]]] = []
        """What came while it is asked, and how it is taken once that is over."""
        self._answered: list[CameIn | None] = []
        """Of the marked files of the first that waits those that were asked about, as they are to be taken."""
        acts = (READ_MARKS, "Keep it as a draft as it is")
        self.panel = QuestionPanel("Are the marks in this file changes?", acts, "Cancel", frame.ground)
        for told in (self.panel.first, self.panel.other, self.panel.left):
            told.connect(going.focus_page)  # before the next file is asked about, which takes the keyboard
        self.panel.first.connect(lambda: self._answer(replace(self._asked, returned=True)))
        self.panel.other.connect(lambda: self._answer(self._asked))
        self.panel.left.connect(lambda: self._answer(None))
        desk.asked.connect(self._take)
        desk.left_out.connect(self._say_left_out)
        desk.closing.connect(self._put_away)

    @property
    def _asked(self) -> CameIn:
        return self._waiting[0].marked[len(self._answered)]

    def _take(self, arrived: Arrived) -> None:
        self._waiting.append(arrived)
        if len(self._waiting) == 1:
            self._ask()

    def _ask(self) -> None:
        of = len(self._waiting[0].marked)
        count = f" ({len(self._answered) + 1} of {of})" if of > 1 else ""
        self.panel.ask(
            f"“{self._asked.path.name}”{count}\n{self._asked.marks} In a draft, old and new words would stand side by "
            "side as its text.\n\nNothing is kept before you say."
        )

    def _answer(self, one: CameIn | None) -> None:
        self._answered.append(one)
        arrived = self._waiting[0]
        if len(self._answered) < len(arrived.marked):
            self._ask()
            return
        taken = dict(zip(map(id, arrived.marked), self._answered, strict=True))
        files = [taken.get(id(file), file) for file in arrived.files]
        out = [file.path.name for file in arrived.files if taken.get(id(file), file) is None]
        self._waiting, self._answered = self._waiting[1:], []
        self._desk.keep(Arrived([file for file in files if file is not None], out))
        if self._waiting:
            self._ask()
            return
        self._go_on()

    def _go_on(self) -> None:
        """Take what waited, one after the other, each once what is being kept is kept."""
        if not self._later:
            return

        def take_next(_none: None) -> None:
            if self._later and not self._waiting:
                _name, take = self._later.pop(0)
                take()
                self._go_on()

        self._background.run(lambda _task: None, done=take_next, pool="dossier")

    def holds(self, name: str, take: Callable[[], object]) -> bool:
        """Whether what came has to wait, so that it joins behind what is asked about and leads nowhere meanwhile; then
        it is taken once all is answered."""
        if self._waiting:
            self._later.append((name, take))
            self._frame.status_bar.say(f"{name}: taken once the question is answered.")
        return bool(self._waiting)

    def _say_left_out(self, names: Sequence[str]) -> None:
        self._frame.status_bar.say(f"Nothing of {joined(names)} was kept.")

    def _put_away(self) -> None:
        """The dossier they were to join goes; that is said once another page is there."""
        names = [one.path.name for arrived in self._waiting for one in arrived.files]
        names += [name for name, _take in self._later]
        self._waiting, self._answered, self._later = [], [], []
        self.panel.hide()
        if names:
            QTimer.singleShot(0, self, lambda: self._say_left_out(names))
