"""Paragraphs are agreed ad ref, or no longer: said in the dossier of their words, whichever draft has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from weakref import ref

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.subjects.listing import Listing, listing_of
from app.wording import short_day
from models.draft import Paragraph
from models.draft.agreed import agreed_words, is_agreed_on
from models.editing.edit import Edit
from models.editing.working import WorkingText
from models.telling.figures import counted
from models.telling.sentences import joined
from widgets.inspector.inspector import TextInspector
from widgets.writing.page import TextPage

_NAMED = 3
"""So many paragraphs are named at most."""


@dataclass(frozen=True, eq=False)
class _Act:
    """Words that were said to be agreed, or to be so no longer, in a working text, behind so many steps of its list."""

    words: tuple[str, ...]
    agreed: bool
    said: str
    back: str
    text: ref[WorkingText] | None = None
    steps: int = 0


class Agreeing(QObject):
    """Shows on the page what the dossier knows. `changed()` when a paragraph is agreed now, or is so no longer."""

    changed = Signal()

    def __init__(
        self, frame: Frame, background: Background, desk: Desk, page: TextPage, inspector: TextInspector
    ) -> None:
        super().__init__(frame)
        self._frame, self._background, self._desk = frame, background, desk
        self._page, self._sheet = page, page.sheet
        self._done: list[_Act] = []
        self._undone: list[_Act] = []
        inspector.agreed_turned.connect(self.turn)
        desk.listed.connect(self._show)
        desk.relisted.connect(self._show)
        desk.closed.connect(lambda: self._page.show_agreed(frozenset()))
        page.sheet.edited.connect(self._edited)

    def acts(self, undo: Callable[[], object], redo: Callable[[], object]) -> dict[str, Callable[[], object]]:
        """By the name of the action, what it does; `undo` and `redo` are those of the text."""
        return {
            "agreed": self.turn,
            "undo": lambda: self._go_back(undo, self._done, self._undone, forth=False),
            "redo": lambda: self._go_back(redo, self._undone, self._done, forth=True),
        }

    # What is known

    def _show(self, listing: Listing) -> None:
        if self._page.agreed.known != listing.agreements:
            self._page.show_agreed(listing.agreements)
            self.changed.emit()

    def said_of(self, paragraph: Paragraph) -> str:
        """Of the paragraph that is chosen "Agreed ad ref by Chair, 30 Nov", "" where it is not."""
        listing = self._desk.listing
        if listing is None or not self._page.agreed.holds(self._sheet.chosen(), paragraph):
            return ""
        one = listing.agreements[agreed_words(paragraph)]
        by = f" by {one.who}" if one.who else ""
        return f"Agreed ad ref{by}, {short_day(one.at[:10])}"

    def can_turn(self, paragraph: Paragraph) -> bool:
        """Whether it can be said of a paragraph that it is agreed, or no longer."""
        return self._writable and is_agreed_on(paragraph)

    @property
    def _writable(self) -> bool:
        return self._desk.listing is not None and not self._desk.listing.dossier.read_only

    # Saying

    def turn(self) -> None:
        """The paragraphs that are chosen are agreed; where all of them are, they are so no longer."""
        shown, bracketed = self._sheet.shown, self._sheet.text.bracketed
        places = [at for at in self._chosen() if at < shown.count() and is_agreed_on(shown.paragraph(at))]
        if not self._writable or not places:
            self._frame.status_bar.say(
                "Preambular and operative paragraphs and their subparagraphs are agreed: go to one of them first."
            )
            return
        agreed = [at for at in places if self._page.agreed.holds(at, shown.paragraph(at))]
        known = set(agreed)
        free = [at for at in places if at not in known and not bracketed.has_any(at)]
        if not free and len(agreed) < len(places):
            self._frame.status_bar.say(
                f"{self._called(places)} cannot be agreed while there are brackets: unbracket first."
            )
            return
        turned = free or agreed
        called, one = self._called(turned), len(turned) == 1
        known.update(free)
        held = [at for at in places if at not in known]
        but = f"; {self._called(held)} {'is' if len(held) == 1 else 'are'} not, for the brackets there" if held else ""
        now, then = f"{called} {'is' if one else 'are'} agreed ad ref", f"{called} {'is' if one else 'are'} open again"
        working = self._sheet.working
        if working is not None:
            working.undo_list.close()  # what is typed next is undone before this
        act = _Act(
            tuple(agreed_words(shown.paragraph(at)) for at in turned),
            bool(free),
            f"{now}{but}" if free else then,
            then if free else now,
            ref(working) if working is not None else None,
            working.undo_list.steps if working is not None else 0,
        )
        self._done.append(act)
        self._undone.clear()
        self._say(act, undo=lambda: self._take_back(act))

    def _chosen(self) -> Sequence[int]:
        if not self._sheet.writes:
            return (self._sheet.chosen(),)
        selection = self._sheet.selection()
        first, last, only_reached = selection.start.position, selection.end.position, selection.end.place == 0
        return range(first, last + 1 - only_reached) if first != last else (self._sheet.chosen(),)

    def _called(self, places: Sequence[int]) -> str:
        names = [name for at in places[: _NAMED + 1] if (name := self._sheet.shown.label(at))]
        if len(names) == len(places) <= _NAMED:
            return joined(names)
        return counted(len(places), "paragraph")

    def _say(self, act: _Act, *, forth: bool = True, undo: Callable[[], object] | None = None) -> None:
        listing = self._desk.listing
        if listing is None:
            return
        dossier, who, agreed = listing.dossier, self._desk.who, act.agreed is forth

        def write(_task: Task[Listing]) -> Listing:
            dossier.agree(act.words, agreed, who=who)
            return listing_of(dossier)

        def done(fresh: Listing) -> None:
            self._desk.show_again(fresh)
            self._frame.status_bar.say(f"{act.said if forth else act.back}.", undo=undo)

        self._background.run(write, done=done, lane="agreed", dossier=True)

    # Undo: one list with that of the text

    def _edited(self, edit: Edit) -> None:
        if edit.at > 0:  # else it undoes, or does again
            self._undone.clear()

    def _take_back(self, act: _Act) -> None:
        if act in self._done:
            self._done.remove(act)
            self._say(act, forth=False)

    def _go_back(self, otherwise: Callable[[], object], acts: list[_Act], into: list[_Act], *, forth: bool) -> None:
        """Take back what was said last in this text, or say it again, if nothing was written since; else what the text
        does."""
        working = self._sheet.working
        here = (act for act in reversed(acts) if working is not None and act.text is not None and act.text() is working)
        act = next(here, None)
        if act is None or working is None or act.steps != working.undo_list.steps:
            otherwise()
            return
        acts.remove(act)
        into.append(act)
        self._say(act, forth=forth)
