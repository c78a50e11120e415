"""Misspelt words of the working text: found off the window's thread, gone to, put right, or passed over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMenu

from app.running.background import Background, Task
from app.shell.frame import Frame
from app.subjects.listing import Listing
from app.subjects.open_text import OpenText
from app.text.giving_up import GivingUp
from models.dossier import Dossier
from models.editing.edit import Caret, Entry, Selection
from models.editing.marks.language_memory import language
from models.spelling.dictionaries import lacks, why_none
from models.spelling.in_text import (
    Spelling,
    as_text,
    code_of,
    language_of,
    next_misspelt,
    none_misspelt,
    note_of,
    put_right,
    put_right_in_note,
    with_notes,
    word_at,
)
from models.spelling.speller import Misspelt
from widgets.writing.sheet import WritingSheet
from widgets.writing.spelling_menu import offer_spelling

OFF, NOT_YET = "Misspelt words are not looked for; the settings switch that on", "The text is not ready yet"
_MEANT = "meant"
Looked = list[tuple[Entry, tuple[Misspelt, ...]]]
"""The paragraphs that were looked at, and what is misspelt in each."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A word one asks about: its paragraph or note, the word, whether it is misspelt, and what may be meant."""

    where: Caret | int
    word: Misspelt
    wrong: bool
    meant: tuple[str, ...] = ()


class SpellingHere(QObject):
    """Follows the working text that is open; `who` adds words to the dossier's dictionary."""

    def __init__(self, frame: Frame, background: Background, sheet: WritingSheet) -> None:
        super().__init__(frame)
        self._frame, self._background, self._sheet = frame, background, sheet
        self._open: OpenText | None = None
        self._spelling = Spelling()
        self._of: Dossier | None = None
        """The dossier whose words are known."""
        self._kept_words: Sequence[str] = ()
        """These, as they were last read in it."""
        self._wanted = False
        self._told: set[str] = set()
        """The languages of which it was said that they have no dictionary here."""
        self.who = ""
        self._giving_up = GivingUp(background, _MEANT, self)
        sheet.unspelt.connect(self._look)

    # What is open

    def opened(self, text: OpenText) -> None:
        """A working text is open: the words of its dossier are fetched first."""
        self._open = text
        if self._of is not text.dossier:
            self._of, self._spelling = None, Spelling()
            self._background.run(
                lambda _task: text.dossier.own_words(),
                done=lambda words: self._know(text.dossier, words),
                lane="own words",
                pool="dossier",
            )

    def let_go(self) -> None:
        """No working text is open."""
        self._open = None
        for lane in ("spelling", "next misspelt", _MEANT):
            self._background.stop(lane)

    def _know(self, dossier: Dossier, words: Sequence[str]) -> None:
        if self._open is not None and self._open.dossier is dossier:
            self._of, self._kept_words = dossier, words
            self._pass_over(self._spelling.passing(own=words))

    def relisted(self, listing: Listing) -> None:
        """Words that another window put into the dossier's dictionary, or took out of it, are so here too."""
        before, now = self._kept_words, listing.own_words
        if self._of is listing.dossier and before != now:
            self._kept_words = now
            self._pass_over(self._spelling.following(before, now))

    def want(self, wanted: bool) -> None:
        """Whether the user wants misspelt words marked."""
        self._wanted = wanted
        self._sheet.set_spelling(wanted)

    def tell_why_not(self, tell: Callable[[str], None]) -> None:
        """Tell in one sentence why the text that is open, or English, is not spelt on this machine; else nothing."""
        text = self._open.text if self._open is not None else None
        language_here = code_of(language(text)) if text is not None else "en"

        def done(why: str) -> None:
            if why:
                tell(why)

        self._background.run(lambda _task: why_none(language_here), done=done)

    def _ready(self) -> OpenText | None:
        """The text that is spelt now."""
        text = self._open
        there = text is not None and text.text is self._sheet.working and self._of is text.dossier
        return text if there and self._wanted else None

    # Marking

    def _look(self, entries: tuple[Entry, ...]) -> None:
        """Find what is misspelt in some paragraphs."""
        text = self._ready()
        if text is None:
            return
        spelling, marks = self._spelling, language(text.text)
        spoken = code_of(marks)

        def look(task: Task[tuple[Looked, str]]) -> tuple[Looked, str]:
            found = []
            for entry in entries:
                task.progress()
                found.append((entry, spelling.misspelt(entry, marks)))
            return found, why_none(spoken) if lacks(spoken) else ""

        def done(both: tuple[Looked, str]) -> None:
            found, why = both
            if spelling is self._spelling and text is self._ready():
                self._sheet.take_spelling(found)
                self._tell_once(spoken, why)

        self._background.run(look, done=done, lane="spelling")

    def _tell_once(self, spoken: str, why: str) -> None:
        """Say why a text has no dots, once for its language and where nothing else is being said: it would seem to be
        without a slip."""
        bar = self._frame.status_bar
        if why and spoken not in self._told and bar.said.isHidden():
            self._told.add(spoken)
            bar.say(why)

    # Going to the next

    def go_to_next(self) -> None:
        """Select the next misspelt word behind the caret."""
        text = self._ready()
        if text is None:
            self._say(OFF if not self._wanted else NOT_YET)
            return
        entries, notes, after = tuple(text.text.entries), dict(text.text.notes), self._here().end
        writing = self._sheet.note_editor.note
        spelling, marks = self._spelling, language(text.text)

        def look(task: Task[tuple[Entry, Misspelt] | str]) -> tuple[Entry, Misspelt] | str:
            texts = with_notes(entries, notes)
            here = entries[after.position] if after.position < len(entries) else None
            begins = (note_of(one) == writing if writing is not None else one is here for one in texts)
            start = next((at for at, found in enumerate(begins) if found), 0)
            found = next_misspelt(texts, Caret(start, after.place), spelling, marks, task.progress)
            if found is not None:
                return texts[found[0]], found[1]
            return none_misspelt(texts, marks)

        def done(found: tuple[Entry, Misspelt] | str) -> None:
            if isinstance(found, str):
                self._frame.status_bar.say(found)
                return
            if text is self._ready() and self._sheet.go_to_word(*found):
                self._say(f"“{found[1].word}” may be misspelt")

        self._background.run(look, done=done, words="Looking for misspelt words", lane="next misspelt")

    def _here(self) -> Selection:
        """What is selected in the text; of the note that is being written, its places in the paragraph of its mark."""
        editor = self._sheet.note_editor
        if editor.note is None:
            return self._sheet.selection()
        start, end = editor.selected()
        return Selection(Caret(self._sheet.chosen(), start), Caret(self._sheet.chosen(), end))

    # What is meant

    def suggest(self) -> None:
        """Offer what may be meant by the word at the caret."""
        if self._ready() is None:
            self._say(OFF if not self._wanted else NOT_YET)
            return
        here, note = self._here(), self._sheet.note_editor.note
        caret = here.start if here.empty or here.start.position == here.end.position else here.head
        keyboard = QApplication.focusWidget()

        def offer(asked: Asked | str) -> None:
            # Whoever has gone on meanwhile gets no menu under his fingers.
            if self._here() == here and QApplication.focusWidget() is keyboard:
                self._offer(asked)

        if self._ask(caret, offer, note):
            self._giving_up.ask()

    def ask_for_menu(self, caret: Caret, then: Callable[[Callable[[QMenu], None]], None]) -> bool:
        """Whether a misspelt word is at a place; `then` is given what puts all about it at the end of a menu."""
        if self._ready() is None or self._sheet.misspelt_at(caret) is None:
            return False
        return self._ask(
            caret, lambda asked: then(lambda menu: self._fill(menu, asked) if isinstance(asked, Asked) else None)
        )

    def _ask(self, caret: Caret, then: Callable[[Asked | str], None], note: int | None = None) -> bool:
        """Ask what is meant at a place of the text, or of a note; whether there is anything to ask about."""
        text = self._ready()
        if text is None:
            return False

        def read() -> Entry | None:
            entries, notes = text.text.entries, text.text.notes
            if note is not None:
                return as_text(notes[note]) if note in notes else None
            return entries[caret.position] if caret.position < len(entries) else None

        entry = read()
        if entry is None:
            return False
        spelling, marks, where = self._spelling, language(text.text), caret if note is None else note

        def look(_task: Task[Asked | str]) -> Asked | str:
            none = why_none(language_of(entry, marks))
            if none:
                return none
            wrong = next((one for one in spelling.misspelt(entry, marks) if one.start <= caret.place <= one.end), None)
            if wrong is not None:
                return Asked(where, wrong, True, spelling.suggestions(entry, marks, wrong.word))
            word = word_at(entry, caret.place)
            return Asked(where, word, False) if word else "There is no word at the caret."

        def done(asked: Asked | str) -> None:
            if text is self._ready() and read() == entry:
                then(asked)

        self._background.run(look, done=done, words="Looking for what may be meant", lane=_MEANT)
        return True

    def _offer(self, asked: Asked | str) -> None:
        """A menu at the word."""
        if isinstance(asked, str):
            self._frame.status_bar.say(asked)
            return
        word = asked.word.word
        if not asked.wrong and self._spelling.own_form(word) is None:
            self._frame.status_bar.say(f"“{word}” is not misspelt.")
            return
        menu = QMenu(self._sheet)
        self._fill(menu, asked)
        where = asked.where
        self._sheet.pop_up_at(menu, Caret(where.position, asked.word.start) if isinstance(where, Caret) else None)

    def _fill(self, menu: QMenu, asked: Asked) -> None:
        """Put what can be done with a word at the end of a menu."""
        word = asked.word.word
        if asked.wrong:
            put_right = partial(self._put_right, asked)
            offer_spelling(menu, asked.meant, put_right, partial(self.add, word), partial(self.ignore, word))
        else:
            own = self._spelling.own_form(word) or word
            menu.addAction("&Take out of this dossier’s dictionary", partial(self.take_out, own))

    def _put_right(self, asked: Asked, word: str) -> None:
        if isinstance(asked.where, Caret):
            self._sheet.do(put_right, asked.where.position, asked.word, word)
        else:
            self._sheet.do(put_right_in_note, asked.where, asked.word, word)

    # Words that are passed over

    def add(self, word: str) -> None:
        """Let the dossier's spelling pass a word over, from now on and for everyone."""
        self._pass_over(self._spelling.passing(own=[word]))
        self._keep(lambda dossier: dossier.add_word(word, who=self.who))
        self._say(f"“{word}” is in this dossier’s dictionary now", partial(self.take_out, word))

    def take_out(self, word: str) -> None:
        """Take a word of the dossier's own back."""
        self._pass_over(self._spelling.passing(without=word))
        self._keep(lambda dossier: dossier.remove_word(word))
        self._say(f"“{word}” is no longer in this dossier’s dictionary", partial(self.add, word))

    def ignore(self, word: str) -> None:
        """Pass a word over as long as the dossier is open."""
        self._pass_over(self._spelling.passing(ignored=[word]))
        self._say(
            f"“{word}” is passed over until the dossier is closed",
            lambda: self._pass_over(self._spelling.passing(without=word)),
        )

    def _pass_over(self, spelling: Spelling) -> None:
        self._spelling = spelling
        self._sheet.spell_again()

    def _keep(self, act: Callable[[Dossier], None]) -> None:
        dossier = self._of
        if dossier is not None:
            self._background.run(lambda _task: act(dossier), pool="dossier", must=True)

    def _say(self, words: str, undo: Callable[[], object] | None = None) -> None:
        self._frame.status_bar.say(f"{words}.", undo=undo)
