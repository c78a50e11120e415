"""What follows the edits of a text: its outline, its counts and the side it runs to, each after a rest of the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from models.draft import Paragraph
from models.draft.directions import FIRST, begins_right_to_left, is_right_to_left
from models.editing.edit import Edit, Entry
from models.editing.working import WorkingText
from models.telling.figures import counted
from widgets.text.agreed_here import AgreedHere
from widgets.text.outline import Outline
from widgets.theme.shorter_words import ShorterWords
from widgets.writing.sheet import WritingSheet

_SOON, _LATER = 90, 250
"""Milliseconds of rest after which the outline follows what is written, and the counts and a long outline do."""
_PIECE = 0.0005
"""Seconds for which counting goes on before a key may come."""
_LONG = 1_000


class FollowingEdits(QObject):
    """Keeps the outline of a sheet and the words on what `changed` in step with what is written on it.

    `counts_changed()` when `counts` or the brackets of the text are otherwise.
    """

    counts_changed = Signal()

    def __init__(
        self,
        sheet: WritingSheet,
        outline: Outline,
        changed: ShorterWords,
        agreed: AgreedHere,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._agreed = agreed
        self._sheet, self._outline, self._said, self._pause = sheet, outline, changed, sheet.pause
        self._base_name = self._since = ""
        self._paragraphs = self._words = self._changed = 0
        self._bracket_counts = (0, 0, 0)
        self._notes_changed = self._may_turn = False
        self._reworded: set[int] = set()

    @property
    def counts(self) -> tuple[int, int, str]:
        """How many paragraphs have words, how many words these are, and how much changed since the draft the text came
        from: all as they were when they were counted."""
        return self._paragraphs, self._words, self._since if self._changed else ""

    def stand_on(self, base: str) -> None:
        """The text came from a draft that is called so."""
        self._base_name = base

    def stop(self) -> None:
        """What was to follow the edits so far need not follow them any more."""
        self._pause.drop(self._follow_words, self._follow_brackets, self._follow_structure)
        self._pause.drop(self._count, self._say, self._tell)
        self._reworded.clear()

    def decide_side(self, working: WorkingText) -> None:
        """Numbers and bars stand where the text begins."""
        self._may_turn = False
        before = self._sheet.isRightToLeft()
        self._sheet.set_right_to_left(begins_right_to_left(entry.paragraph for entry in working.entries))
        self._outline.setLayoutDirection(self._sheet.layoutDirection())
        if self._sheet.isRightToLeft() != before:
            self._outline.signs_changed()

    def edited(self, edit: Edit) -> None:
        """What takes a moment is nothing for which somebody who is typing waits."""
        same = True
        for splice in edit.splices:
            old, new = splice.old, splice.new
            self._may_turn |= splice.start < FIRST and _ways(old) != _ways(new)
            if len(old) == len(new) == 1 and _row_looks(old[0].paragraph) == _row_looks(new[0].paragraph):
                self._reworded.add(splice.start)
            else:
                same = False
                self._outline.replaced(splice.start, len(old), len(new))
        if not same or self._pause.waits(self._follow_structure):
            self._pause.ask(self._follow_structure, _SOON if self._sheet.shown.count() < _LONG else _LATER)
        elif self._reworded:
            self._pause.ask(self._follow_words, _SOON)
        self._notes_changed |= bool(edit.notes)
        self._pause.drop(self._say)
        self._pause.ask(self._count, _LATER)
        found = self._sheet.text.bracketed
        if (counts := (found.pairs, found.unmatched, found.paragraphs)) != self._bracket_counts:
            self._bracket_counts = counts
            self._pause.ask(self._tell, _SOON)
            # Other paragraphs than the one that is written may stand in brackets now.
            self._pause.ask(self._follow_brackets, _SOON)

    def caret_moved(self) -> None:
        """The caret came to another paragraph."""
        self._pause.ask(self._follow_caret, _SOON)

    def count(self) -> None:
        """The counts of a text that is shown now, at once where that is quick."""
        self._pause.drop(self._count, self._say)
        self._count()
        if self._pause.waits(self._say):
            self._pause.drop(self._say)
            self._say()

    def _count(self) -> None:
        """A piece of the counts, now that the keys are still: a key never waits for more."""
        changes = self._sheet.changes
        if self._sheet.working is not None and changes is not None:
            self._agreed.bracketed = self._sheet.text.bracketed
            all_counted = changes.count_some(_PIECE) and self._agreed.count_some(self._sheet.working, _PIECE)
            self._pause.ask(self._say if all_counted else self._count, 0)

    def _say(self) -> None:
        """All is counted."""
        working, changes = self._sheet.working, self._sheet.changes
        if working is None or changes is None:
            return
        if self._may_turn:
            self.decide_side(working)
        totals = changes.totals
        self._changed = totals.paragraphs
        words = totals.inserted + totals.deleted
        since = f"since {self._base_name}" if self._base_name else "since its draft"
        self._since = f"{counted(totals.paragraphs, 'paragraph')}, {counted(words, 'word')}"
        if not working.original:
            self._said.say("A new text", "")
        elif totals.paragraphs:
            changed = counted(totals.paragraphs, "paragraph")
            self._said.say(f"Changed {since}: {self._since}", f"Changed: {self._since}", f"Changed: {changed}", "")
        else:
            self._said.say(f"Unchanged {since}", "Unchanged", "")
        self._paragraphs, self._words = working.stretches.worded, working.words
        self._outline.show_agreed(self._agreed)
        if self._notes_changed:
            # Another wording of a note marks every paragraph that cites it.
            self._notes_changed = False
            self._outline.signs_changed()
        self._pause.ask(self._tell, 0)

    def _tell(self) -> None:
        self.counts_changed.emit()

    def _follow_words(self) -> None:
        reworded, self._reworded = self._reworded, set()
        for position in reworded:
            self._outline.words_changed(position)

    def _follow_brackets(self) -> None:
        self._outline.signs_changed()

    def _follow_structure(self) -> None:
        self._reworded.clear()
        self._pause.drop(self._follow_words, self._follow_caret)
        if self._sheet.working is not None:
            self._outline.structure_changed()
            self._follow_caret()

    def _follow_caret(self) -> None:
        self._outline.follow(self._sheet.chosen())


def _ways(entries: Sequence[Entry]) -> list[bool]:
    """Which way the first of some paragraphs run."""
    return [is_right_to_left(entry.text) for entry in entries[:FIRST]]


def _row_looks(paragraph: Paragraph) -> tuple[object, ...]:
    """What the outline's rows depend on, the words apart."""
    return (paragraph.kind, paragraph.level, paragraph.number, paragraph.set_label, not paragraph.text.strip())
