"""What a screen reader hears of the text beside its words: where the caret is, and what an act came to.

The words themselves, and the caret in them, are told by Qt.
"""

from __future__ import annotations

from weakref import ref

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible

from models.telling.figures import counted
from widgets.text.agreed_here import AgreedHere
from widgets.text.document import TextDocument
from widgets.theme.saying import describe, say
from widgets.writing.sheet import WritingSheet
from widgets.writing.spoken import Signs, spoken, spoken_place

_SOON = 300
_NOWHERE = -2
"""A place that is beside none."""


class Telling(QObject):
    """Follows a sheet. `said(str)` with each announcement, where a screen reader listens."""

    said = Signal(str)

    def __init__(self, sheet: WritingSheet, agreed: AgreedHere) -> None:
        super().__init__(sheet)
        self._sheet, self._agreed = sheet, agreed
        self._place = _NOWHERE
        self._word: tuple[int, int] | None = None
        """The misspelt word at the caret: its paragraph, and where it begins."""
        self._here = ""
        """What was said last of a paragraph as a whole."""
        self._unmatched = 0
        self._known: ref[TextDocument] | None = None
        """The text whose brackets are known, not held: one that gave way would be let go while another is shown."""
        sheet.paragraph_chosen.connect(self._come)
        sheet.cursorPositionChanged.connect(self._moved)
        sheet.edited.connect(lambda _edit: sheet.pause.ask(self._look_again, _SOON))
        sheet.spelt_here.connect(self._describe_here)
        sheet.undo_said.connect(lambda _words: self._tell_here())
        sheet.gone_back.connect(self._gone_back)

    def here(self) -> str:
        """The paragraph with the caret, in words."""
        return self._of(self._sheet.chosen())

    def _of(self, position: int) -> str:
        sheet = self._sheet
        bracketed = sheet.text.bracketed
        alone = sum(1 for _, matched in bracketed.signs(position) if not matched)
        signs = Signs(
            sheet.change_of(position),
            (sheet.is_gone_before(position), sheet.is_gone_after(position)),
            position < sheet.shown.count() and bracketed.has_any(position),
            alone,
            sheet.warning_of(position),
            len(sheet.misspelt_in(position)),
            sheet.deleted_at(position),
            self._is_agreed(position),
        )
        return spoken(sheet.shown, position, signs)

    def _is_agreed(self, position: int) -> bool:
        shown, agreed = self._sheet.shown, self._agreed
        known = bool(agreed.known) and 0 <= position < shown.count()
        return known and agreed.holds(position, shown.paragraph(position))

    def agreed_changed(self) -> None:
        """Other paragraphs are agreed than before: what the one with the caret is called follows."""
        self._sheet.pause.ask(self._describe_here, _SOON)

    def _come(self, position: int) -> None:
        """The caret comes to another paragraph."""
        text = self._sheet.text
        if self._known is None or self._known() is not text:
            self._known, self._unmatched = ref(text), text.bracketed.unmatched
        if not QAccessible.isActive():
            # Nobody listens yet, and no key waits for the words.
            self._sheet.pause.ask(self._describe_here, _SOON)
            return
        words = self._of(position)
        describe(self._sheet, words)
        if self._sheet.hasFocus():
            self._here = words
            self._say(words)

    def _describe_here(self) -> None:
        describe(self._sheet, self.here())

    def _moved(self) -> None:
        """The caret passes one sign: a note mark is no letter, and is called by its number. Or it comes to a word."""
        if not QAccessible.isActive():
            self._place = _NOWHERE
            return
        before, self._place = self._place, self._sheet.textCursor().position()
        self._come_to_word()
        if abs(self._place - before) != 1:
            return
        block = self._sheet.document().findBlock(min(self._place, before))
        at = min(self._place, before) - block.position()
        self._say(spoken_place(self._sheet.shown, block.blockNumber(), block.text(), at))

    def _come_to_word(self) -> None:
        """Dots are seen and not read: that a word has them is said where the caret comes to it."""
        caret = self._sheet.selection().head
        word = self._sheet.misspelt_at(caret)
        before, self._word = self._word, (caret.position, word.start) if word is not None else None
        if word is not None and self._word != before:
            self._say("misspelt")

    def _gone_back(self, words: str) -> None:
        self._say(words)
        self._tell_here()

    def _tell_here(self) -> None:
        """After an act: what the paragraph at the caret is now."""
        if not QAccessible.isActive():
            self._sheet.pause.ask(self._describe_here, _SOON)
            return
        words = self.here()
        describe(self._sheet, words)
        if words != self._here:  # else it was said as the caret came to it, be it by the act itself
            self._here = words
            self._say(words)

    def _look_again(self) -> None:
        """A moment after the last key: the signs of the paragraph, and brackets that lost or found their partner."""
        self._describe_here()
        now, before = self._sheet.text.bracketed.unmatched, self._unmatched
        self._unmatched = now
        if now > before:
            position = self._sheet.text.bracketed.unmatched_positions[0]
            label = self._sheet.shown.label(position)
            words = "A bracket has" if now == 1 else f"{counted(now, 'bracket')} have"
            self._say(f"{words} no partner{f' in {label}' if label else ''}", at_once=True)
        elif before and not now:
            self._say("Every bracket has its partner")

    def _say(self, words: str, *, at_once: bool = False) -> None:
        if words and QAccessible.isActive():
            say(self._sheet, words, at_once=at_once)
            self.said.emit(words)
