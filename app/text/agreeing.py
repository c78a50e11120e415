"""Paragraphs are agreed ad ref, or no longer: said in the dossier of their words, whichever draft has them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from weakref import ref

from PySide6.QtCore import QObject, Signal

from app.desk.desk import Desk
from app.running.background import Background, Task
from app.shell.frame import Frame
from app.subjects.listing import Listing, listing_of
from app.text.turned import NAMED, Chosen, Turned, held_back, turned
from app.wording import short_day
from models.draft import Paragraph
from models.draft.agreed import agreed_words, is_agreed_on
from models.editing.edit import Edit
from models.editing.working import WorkingText
from widgets.inspector.inspector import TextInspector
from widgets.writing.page import TextPage

_TOLD = 100
"""Of so many chosen paragraphs the labels are told to what is said; of more it is hardly a few that turn."""


@dataclass(eq=False)
class _Act:
    """Words that are said to be agreed, or to be so no longer, in a working text, behind so many steps of its list."""

    find_out: Callable[[], Turned]
    text: ref[WorkingText] | None = None
    steps: int = 0

    @cached_property
    def turned(self) -> Turned:
        """Which words these are: found out where they are written first, off the window's thread."""
        return self.find_out()


class Agreeing(QObject):
    """Shows on the page what the dossier knows. `changed()` when a paragraph is agreed now, or is so no longer."""

    changed = Signal()

    def __init__(
        self, frame: Frame, page: TextPage, background: Background, desk: Desk, inspector: TextInspector
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
        # By brackets, not by words: to name the words of ten thousand takes a tenth of a second.
        clear = [at for at in places if not bracketed.has_any(at)]
        barred = self._labels([at for at in places if bracketed.has_any(at)], NAMED)
        if not clear:
            self._frame.status_bar.say(held_back(barred))
            return
        working = self._sheet.working
        if working is not None:
            working.undo_list.close()  # what is typed next is undone before this
        chosen = [Chosen(shown.paragraph(at), label) for at, label in zip(clear, self._labels(clear), strict=True)]
        act = _Act(
            partial(turned, chosen, barred, self._page.agreed.known),
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

    def _labels(self, places: Sequence[int], most: int = _TOLD) -> list[str]:
        """Of each place its label, or "" of all where there are more than are told."""
        label = self._sheet.shown.label
        return [label(at) or "" for at in places] if len(places) <= most else [""] * len(places)

    def _say(self, act: _Act, *, forth: bool = True, undo: Callable[[], object] | None = None) -> None:
        listing = self._desk.listing
        if listing is None:
            return
        dossier, who = listing.dossier, self._desk.who

        def write(_task: Task[Listing]) -> Listing:
            if act.turned.words:
                dossier.agree(act.turned.words, act.turned.agreed is forth, who=who)
            return listing_of(dossier)

        def done(fresh: Listing) -> None:
            self._desk.show_again(fresh)
            if not act.turned.words and act in self._done:
                self._done.remove(act)
            said = act.turned.said if forth else act.turned.back
            self._frame.status_bar.say(said, undo=undo if act.turned.words else None)

        # In no lane: what is said of one paragraph does not end what is being said of another.
        self._background.run(write, done=done, pool="dossier", must=True)

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
