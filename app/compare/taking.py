"""Changes of a comparison put into the working text, or refused: worked out aside, done here as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QTimer

from app.compare.letting_go import let_go
from app.compare.taken_shown import TakenShown, done_in_words
from app.compare.taking_menu import offer_chosen
from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.shell.going import Going
from app.subjects.compared import Compared, InColumns, columns_to_show, compare_sides, compare_to_show
from app.subjects.open_text import OpenText
from app.subjects.sides import Side
from app.text.writing import Writing
from models.dossier import Dossier
from models.dossier.incoming.importing import Progress
from models.draft import DraftError
from models.editing.acts.restoring import carried, fitting
from models.editing.edit import Edit, Selection
from models.editing.rehearsal import Rehearsal, WrittenMeanwhile
from models.editing.working import WorkingText
from models.taking.into_working import Planned, plan, still_fits, take
from widgets.compare.changes.chosen import Chosen
from widgets.compare.page import ComparePage
from widgets.writing.acting_sheet import LONG
from widgets.writing.sheet import WritingSheet

_OPEN_NO_MORE = "The working text is open no more; nothing was changed."


class Taking(QObject):
    """Answers the compare page's wishes to take and refuse; one after another, in the order of the keys."""

    def __init__(
        self,
        frame: Frame,
        page: ComparePage,
        background: Background,
        desk: Desk,
        going: Going,
        keep: Callable[[Sequence[Path]], None],
        writing: Writing,
        sheet: WritingSheet,
    ) -> None:
        super().__init__(frame)
        self._frame, self._page, self._background = frame, page, background
        self._desk, self._going, self._keep, self._writing = desk, going, keep, writing
        self._sheet = sheet
        self._wishes: list[Callable[[], None]] = []
        self._tasks: list[Task[object]] = []
        self._act: Task[object] | None = None
        self._meant: tuple[Edit | None, Edit | None] = None, None
        """The steps to undo and to do again, as of the key, or as what was asked for before left them."""
        self._taken_shown = TakenShown(page, background, going)
        page.take_wanted.connect(self.take)
        page.menu_wanted.connect(self._offer)
        going.gone.connect(self._look_again)
        going.gone.connect(lambda: frame.notices.clear("taking"))  # what is said of the change asked for
        background.ended.connect(lambda _task: QTimer.singleShot(0, self, self._next))

    def acts(self, undo: Callable[[], object], redo: Callable[[], object]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; `undo` and `redo` are those of the text page."""

        def here(way: Callable[[WorkingText], Edit | None], there: Callable[[], object]) -> Callable[[], object]:
            on_page = partial(self._wish, partial(self._go_back, way))
            return lambda: on_page() if self._going.place == "compare" else there()

        return {
            "take_change": self.take,
            "refuse_change": lambda: self.take(refused=True),
            "take_alike": lambda: self.take(all_of_kind=True),
            "refuse_alike": lambda: self.take(refused=True, all_of_kind=True),
            "undo": here(WorkingText.undo, undo),
            "redo": here(WorkingText.redo, redo),
        }

    def take(self, *, refused: bool = False, all_of_kind: bool = False) -> None:
        """Put what is chosen into the working text as the new draft has it, or, refused, as the old one has it."""
        self.take_this(self._page.chosen(all_of_kind=all_of_kind), refused=refused)

    def take_this(self, chosen: Chosen | None, *, refused: bool) -> None:
        """Take what was chosen at the key, once what was asked for before is done; the page may show another then."""
        self._wish(lambda: self._take(chosen, refused))

    # One wish after another

    def _wish(self, act: Callable[[], None]) -> None:
        """What a key asks for, done when its turn has come."""
        if not self.acting:
            self._mean()
        self._wishes.append(act)
        self._next()

    def _mean(self) -> None:
        """What is undone next, or done again, is what is last now."""
        if (text := self._going.working) is not None:
            self._meant = text.text.undo_list.last, text.text.undo_list.last_undone

    @property
    def acting(self) -> bool:
        """Whether the text comes to be another by what was asked for here."""
        return bool(self._wishes) or self._act in self._background.tasks

    @property
    def _busy(self) -> bool:
        under_way = self._background.tasks
        self._tasks = [task for task in self._tasks if task in under_way]
        return bool(self._tasks) or self._sheet.under_way.active

    def _next(self) -> None:
        """Compare again if that is due, then do what was asked for next."""
        self._look_again()
        if self._going.place != "compare" and self._going.working is None:
            self._wishes.clear()
        if not self._wishes or self._busy:
            return
        self._wishes.pop(0)()
        if self._wishes:
            QTimer.singleShot(0, self, self._next)

    def _take(self, chosen: Chosen | None, refused: bool) -> None:
        if chosen is None:
            self._frame.status_bar.say("Nothing differs here; N goes to the next change.", of_page=True)
        elif self._going.working is None:
            self._offer_a_text(chosen, refused)
        else:
            self._work_out(self._going.working, chosen, refused)

    def _work_out(self, text: OpenText, chosen: Chosen, refused: bool) -> None:
        """It is done on a copy of the text, aside.

        Where other paragraphs were written meanwhile it is done to them too, where the same were the next keys wait.
        """
        version, rehearsal = text.text.version, Rehearsal(text.text)
        entries, notes, put_in = list(text.text.entries), dict(text.text.notes), putting_in(chosen, refused)
        selection = text.selection or Selection()

        def found(plan: Planned) -> None:
            waits = self._sheet.under_way.active or plan.size > LONG
            if self._going.working is not text:
                self._frame.status_bar.say(_OPEN_NO_MORE)
            elif text.text.version == version:
                here = text.selection or Selection()
                rehearsal.take()
                # The caret may have gone elsewhere meanwhile.
                text.selection = here = carried(entries, text.text, here)
                if self._sheet.working is text.text:
                    self._sheet.select(here)
                self._done(text, chosen, refused)
            elif not waits and still_fits(plan, entries, notes, text.text):
                take(text.text, plan, name_of(chosen, refused), text.selection or Selection())
                self._done(text, chosen, refused)
            elif self._going.writes and self._sheet.working is text.text:
                # It would be begun again at every key.
                self._sheet.do_over_all(put_in, then=lambda _none: self._done(text, chosen, refused))
            else:
                self._work_out(text, chosen, refused)

        def failed(error: Exception) -> None:
            if isinstance(error, DraftError):
                self._frame.status_bar.say(str(error))
            else:
                self._background.report.trouble(error)

        self._run(
            lambda _task: rehearsal.act(lambda copy: put_in(copy, selection)),
            found,
            failed,
            f"{'Refusing' if refused else 'Taking'} {chosen.name}",
            act=True,
        )

    def _done(self, text: OpenText, chosen: Chosen, refused: bool) -> None:
        self._mean()
        self._frame.notices.clear("taking")
        self._changed(text, done_in_words(chosen, refused, text.text.undo_list.last))

    def _changed(self, text: OpenText, words: str) -> None:
        """The text is another: say so, and compare it again where it is one of those compared."""
        text.selection = fitting(text.text, text.selection or Selection())
        self._frame.status_bar.say(words, undo=self._frame.acts["undo"].trigger)
        QTimer.singleShot(0, self, self._next)

    def _go_back(self, way: Callable[[WorkingText], Edit | None]) -> None:
        """Undo the last step, or do one again: aside, since it may reach as far as what is taken."""
        text = self._going.working
        if text is None:
            return
        steps, rehearsal = text.text.undo_list, Rehearsal(text.text)
        undone = way is WorkingText.undo
        step, meant = (steps.last, self._meant[0]) if undone else (steps.last_undone, self._meant[1])
        if step is None:
            self._frame.status_bar.say("Nothing to undo." if undone else "Nothing to do again.")
            return
        if step is not meant:
            # Nobody asked for that one to be undone.
            self._frame.status_bar.say(str(WrittenMeanwhile()))
            return
        words = f"{'Undone' if undone else 'Done again'}: {step.words}"

        def found(_edit: object) -> None:
            if self._going.working is not text:
                self._frame.status_bar.say(_OPEN_NO_MORE)
                return
            try:
                rehearsal.take()
            except WrittenMeanwhile as error:
                self._frame.status_bar.say(str(error))
                return
            self._mean()
            text.selection = fitting(text.text, text.selection or Selection())
            self._frame.status_bar.say(words)

        self._run(lambda _task: rehearsal.act(way), found, self._background.report.trouble, words, act=True)

    def _run(
        self,
        does: Callable[[Task[object]], object],
        done: Callable[..., None],
        failed: Callable[[Exception], None],
        words: str,
        *,
        act: bool = False,
    ) -> None:
        task = self._background.run(does, done=done, failed=failed, words=words)
        self._tasks.append(task)
        if act:
            self._act = task

    # Comparing again

    def _look_again(self) -> None:
        """Compare again where the page shows the working text as it no longer is."""
        text = self._going.working
        self._taken_shown.look_again()
        if self._going.place != "compare" or text is None or self._busy:
            return
        shown = self._going.columned or self._going.compared
        if shown is None:
            return
        sides = shown.sides if isinstance(shown, InColumns) else (shown.old, shown.new)
        if all(side.working != text.row or text.is_now(side) for side in sides):
            return
        read = text.reading()
        dossier = self._desk.listing.dossier if self._desk.listing else None
        seen = self._page.shown

        def again(task: Task[object]) -> Compared | InColumns:
            now = [read() if side.working == text.row else side for side in sides]
            if isinstance(shown, InColumns):
                return laid_again(shown, now, dossier, task.progress)
            return compare_to_show(now[0], now[1], dossier, task.progress, seen)

        def land(found: Compared | InColumns) -> None:
            if self._going.place == "compare" and (self._going.columned or self._going.compared) is shown:
                let_go(shown, self._background, self)
                self._going.compared_again(found)

        def failed(error: Exception) -> None:
            self._wishes.clear()  # nobody who leaves waits for what may never have its turn
            self._background.report.trouble(error)

        self._run(again, land, failed, "Comparing again")

    # Where no text is open

    def _offer_a_text(self, chosen: Chosen, refused: bool) -> None:
        """Say what to do where there is no working text to take something into."""
        listing, sides = self._desk.listing, self._sides(chosen)
        nodes = [side for side in sides if listing and side.node and listing.node(side.node)]
        files = [side.path for side in sides if side.path is not None]
        if listing is not None and listing.dossier.read_only:
            self._tell("Changes are taken into a working text, and this dossier is open for reading only.")
        elif nodes:
            acts: dict[str, Callable[[], None]] = {}
            for side in reversed(nodes):
                acts[f"Write on from {side.title}"] = partial(self._begin, side, chosen, refused)
            self._tell("Changes are taken into a working text, and none is open.", acts)
        elif files:
            words = "Add both to the dossier" if listing is not None else "Keep both in a dossier"
            self._tell(
                "Changes are taken into the working text of a dossier; these files are in none.",
                {words: partial(self._keep, files)},
            )
        else:
            self._tell("Changes are taken into a working text, and none is open.")

    def _tell(self, words: str, acts: dict[str, Callable[[], None]] | None = None) -> None:
        self._frame.tell(words, topic="taking", acts=acts)

    def _sides(self, chosen: Chosen) -> Sequence[Side]:
        """The two texts that what is chosen lies between."""
        columned, compared = self._going.columned, self._going.compared
        if columned is not None and chosen.column is not None:
            return columned.sides[chosen.column - 1 : chosen.column + 1]
        return (compared.old, compared.new) if compared is not None else ()

    def _begin(self, side: Side, chosen: Chosen, refused: bool) -> None:
        """Write on from a draft, come back to the comparison and take what was asked for."""
        shown = self._going.history.now

        def back(text: OpenText) -> None:
            self._frame.notices.clear("taking")
            self._going.go(shown)
            self._work_out(text, chosen, refused)

        self._writing.begin(side.node, back)

    def _offer(self, place: QPoint) -> None:
        offer_chosen(self._page, self._frame.acts, self.take_this, place)


def name_of(chosen: Chosen, refused: bool) -> str:
    """What the step is called: "Take OP9"."""
    return f"{'Refuse' if refused else 'Take'} {chosen.name}"


def putting_in(chosen: Chosen, refused: bool) -> Callable[[WorkingText, Selection], Planned]:
    """The act that puts what was chosen into a text, and gives what it came to."""

    def put_in(working: WorkingText, selection: Selection) -> Planned:
        found = plan(working, chosen.comparison, chosen.changes, refused=refused, words=chosen.words)
        take(working, found, name_of(chosen, refused), selection)
        return found

    return put_in


def laid_again(was: InColumns, sides: Sequence[Side], dossier: Dossier | None, progress: Progress) -> InColumns:
    """Columns of which some texts are others now; two that are the same as before are not compared again."""
    comparisons = []
    for before, (one, two), (old, new) in zip(
        was.columns.comparisons, pairwise(was.sides), pairwise(sides), strict=True
    ):
        same = old is one and new is two
        comparisons.append(before if same else compare_sides(old, new, dossier, progress).comparison)
    return columns_to_show(sides, comparisons, dossier)
