"""The acts on a working text that lies on its sheet: short ones are done at once, long ones off the window's thread.

How long an act is cannot be told of what is selected alone: where very many references have to follow it, it is left
undone, and begun again off the thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from models.draft import DraftError, Paragraph
from models.editing.acts import bracketing
from models.editing.edit import TYPING, Edit, Selection
from models.editing.marks import leaving
from models.editing.notes import footnotes
from models.editing.places import FIRST_KIND
from models.editing.references.haste import TooManyFollow, in_haste
from models.editing.rehearsal import Rehearsal
from models.editing.typed.late_openings import open_left
from models.editing.working import WorkingText
from widgets.text.bracketed import Ahead, Bracketed, signs_ahead
from widgets.writing.under_way import UnderWay
from widgets.writing.written_sheet import WrittenSheet

_NEED_A_PARAGRAPH: tuple[Callable[..., object], ...] = (bracketing.bracket, footnotes.add_note)
LONG = 100
"""An act on more paragraphs than this is worked out off the window's thread."""
Then = Callable[[Any], object]
NOTHING_TO_UNDO = "Nothing to undo"


class ActingSheet(WrittenSheet):
    """A sheet on which acts are done, undone and done again.

    While a long act is under way, what comes after it waits for it, in its order: acts, and keys. Signals:
    `undo_said(str)` with the words of an act that is no typing, and of what followed it; `refused(str)` with the
    sentence of an act that could not be done; `gone_back(str)` says what was undone or done again; `changed_nothing()`
    tells of an act that did nothing.
    """

    undo_said = Signal(str)
    refused = Signal(str)
    gone_back = Signal(str)
    changed_nothing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: Edit | None = None
        self._waiting: list[Callable[[], object]] = []
        """What is to be done after the act that is under way."""
        self.under_way = UnderWay(self)
        # What waits for it is for the text it would have made.
        self.under_way.given_up.connect(lambda: self._waiting.clear())
        self.under_way.ended.connect(lambda: QTimer.singleShot(0, self, self._go_on))

    def set_working(
        self, working: WorkingText, selection: Selection | None = None, bracketed: Bracketed | None = None
    ) -> None:
        self.settle()
        super().set_working(working, selection, bracketed)

    def stand_on(self, working: WorkingText, bracketed: Bracketed) -> None:
        self.under_way.finish()
        self._last = None
        super().stand_on(working, bracketed)

    def let_go(self) -> None:
        self.settle()
        super().let_go()

    @property
    def busy(self) -> bool:
        """Whether an act is under way, or waits for one that is."""
        return self.under_way.active or bool(self._waiting and self.writes)

    def settle(self) -> None:
        """Have all done now that is under way or waits for it: it is for the text it was asked for in."""
        while self.busy:
            self.under_way.finish()
            self._go_on()
        self.tell_typed()

    # Acts

    def do(self, act: Callable[..., object], *args: object, far: bool = False, then: Then | None = None) -> object:
        """Do an act at the selection: `act(working, selection, *args)`; gives what it gives, None where it cannot.

        `far`: it reaches further than what is selected. A long act is under way when this comes back, and has given
        nothing yet; `then` is called with what an act gives, whenever that is.
        """
        if self._waits_for(lambda: self.do(act, *args, far=far, then=then)):
            return None
        self.end_composing()
        self._last = None
        if not self.writes:
            return None
        selection = self.selection()
        far = far or selection.end.position - selection.start.position > LONG
        return self._carry_out(
            lambda working: _done(act, working, selection, args), far, lambda given: self._tell_done(given, then)
        )

    def do_over_all(self, act: Callable[..., object], *args: object, then: Then | None = None) -> object:
        """Do an act that goes through all of the text, however little is selected; else as `do`."""
        return self.do(act, *args, far=self.shown.count() > LONG, then=then)

    def _tell_done(self, given: object, then: Then | None) -> None:
        if self._last is not None:
            self.told.tell(self.undo_said.emit, self._last.said)
        else:
            self.told.tell(self.changed_nothing.emit)
        if then is not None:
            then(given)

    def undo_step(self) -> None:
        """Undo the last step."""
        self.end_composing()
        if not self._waits_for(self.undo_step) and self.working is not None:
            last = self.working.undo_list.last
            self._go_back(WorkingText.undo, last, "Undone", NOTHING_TO_UNDO)

    def redo_step(self) -> None:
        """Do again what was undone."""
        self.end_composing()
        if not self._waits_for(self.redo_step) and self.working is not None:
            last = self.working.undo_list.last_undone
            self._go_back(WorkingText.redo, last, "Done again", "Nothing to do again")

    def _go_back(self, way: Callable[[WorkingText], Edit | None], edit: Edit | None, done: str, nothing: str) -> None:
        def say(edit: Edit | None) -> None:
            typed = edit is not None and edit.words == TYPING
            self.gone_back.emit(f"{TYPING} {done.lower()}" if typed else f"{done}: {edit.words}" if edit else nothing)

        if self.writes:
            self._edited_key = None
            self._carry_out(way, edit is not None and edit.reach > LONG, say)

    def undo(self) -> None:
        self.undo_step()

    def redo(self) -> None:
        self.redo_step()

    def _carry_out(self, act: Callable[[WorkingText], object], far: bool, then: Then) -> object:
        """Change the text; what the change gives if that is known now."""
        working = self.working
        assert working is not None
        # What is said of an act is not outdated by letters that came before it.
        self.tell_typed()
        if not far:
            with suppress(TooManyFollow):
                return self._landed(lambda: in_haste(act, working), then)
        rehearsal = Rehearsal(working)

        def work() -> tuple[object, Ahead]:
            return rehearsal.act(act), signs_ahead(rehearsal.coming)

        def take(result: Callable[[], tuple[object, Ahead]]) -> object:
            given, ahead = result()
            with self.text.bracketed.knowing(ahead):
                rehearsal.take()
            return given

        def land(result: Callable[[], tuple[object, Ahead]]) -> None:
            self._landed(lambda: take(result), then)

        self.under_way.begin(work, land)
        return None

    def _landed(self, act: Callable[[], object], then: Then) -> object:
        self._last = None
        try:
            given = act()
        except DraftError as error:
            self.refused.emit(str(error))
            return None
        then(given)
        return given

    # What comes after a long act

    def after_all(self, what: Callable[[], object]) -> bool:
        """Do something once all is done that was asked for before; whether that was at once.

        Where the act that is under way is given up, it is not done.
        """
        if self._waits_for(what):
            return False
        what()
        return True

    def _waits_for(self, what: Callable[[], object]) -> bool:
        """Whether something has to wait for the act that is under way, or for what waits already; it is done then."""
        waits = self.under_way.active or bool(self._waiting)
        if waits:
            self._last = None
            self._waiting.append(what)
        return waits

    def _go_on(self) -> None:
        """What waited is done now; of it too a long act may be what the rest waits for."""
        waiting, self._waiting = self._waiting, []
        for what in waiting:
            what()

    def _heard(self, edit: Edit) -> None:
        self._last = edit
        super()._heard(edit)

    def finish_paragraph(self) -> None:
        # What is under way would be refused in a text that was written in meanwhile.
        left = None if self.under_way.active else self._left_behind()
        if left is None or self.working is None:
            return
        selection = self.selection()

        def leave(_opened: object) -> None:
            if self.working is not None and self.writes:
                leaving.leave(self.working, left, self.selection())
                self.working.undo_list.came_to(self.chosen(), self.working.entries)

        try:
            leave(in_haste(lambda working: open_left(working, left, selection), self.working))
        except TooManyFollow:
            # An opening that is one now may be of another kind, and all that counts and refers follows.
            self._carry_out(lambda working: open_left(working, left, selection), True, leave)

    def finish_text(self) -> None:
        if not self.under_way.active:
            super().finish_text()


def _done(act: Callable[..., object], working: WorkingText, selection: Selection, args: tuple[object, ...]) -> object:
    if working.entries or act not in _NEED_A_PARAGRAPH:
        return act(working, selection, *args)
    with working.step("Write", selection) as step:
        step.replace(0, 0, [step.new(Paragraph(FIRST_KIND))])
        return act(working, selection, *args)
