"""The spelling of a whole text: each paragraph in its language, the next misspelt word, one put right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.draft import DraftError, Footnote, Kind, Paragraph, Run, tidy_runs
from models.editing.edit import Caret, Entry, Selection
from models.editing.marks.language_marks import ARABIC, CHINESE, ENGLISH, FRENCH, RUSSIAN, SPANISH, Marks, marks_for
from models.editing.runs import Runs, cut, replaced, shown
from models.editing.working import WorkingText
from models.spelling.dictionaries import NAMES, dictionary, why_none
from models.spelling.speller import Misspelt, Speller, plain, without_possessive
from models.spelling.words import words_of

_CODES = ((ENGLISH, "en"), (FRENCH, "fr"), (SPANISH, "es"), (RUSSIAN, "ru"), (ARABIC, "ar"), (CHINESE, "zh"))


class WordHasChanged(DraftError):
    """The word that was to be put right is another by now."""


class Spelling:
    """How the texts of a dossier are spelt, with the words of its own. A value; may be asked from several threads."""

    def __init__(self, own: Iterable[str] = (), ignored: Iterable[str] = ()) -> None:
        self.own, self.ignored = frozenset(own), frozenset(ignored)
        self._spellers: dict[str, Speller | None] = {}

    def passing(self, *, own: Iterable[str] = (), ignored: Iterable[str] = (), without: str = "") -> Spelling:
        """The same with further words of the dossier's own, and further ones that are passed over; `without` one."""
        return Spelling(self.own.union(own) - {without}, self.ignored.union(ignored) - {without})

    def following(self, before: Iterable[str], now: Iterable[str]) -> Spelling:
        """The same where the dossier's own words were these `before` and are others `now`, to whoever tells of them."""
        was, are = frozenset(before), frozenset(now)
        return Spelling((self.own - (was - are)) | (are - was), self.ignored)

    def own_form(self, word: str) -> str | None:
        """The word of the dossier's own by which a word is passed over."""
        base = without_possessive(plain(word)).lower()
        meant = (base, plain(word).lower())
        return next((one for one in sorted(self.own) if plain(one).lower() in meant), None)

    def speller(self, language: str) -> Speller | None:
        """The spelling of a language by its code; None where this machine has none."""
        if language not in self._spellers:
            found = dictionary(language)
            self._spellers[language] = Speller(language, found, self.own | self.ignored) if found else None
        return self._spellers[language]

    def misspelt(self, entry: Entry, of_all: Marks) -> tuple[Misspelt, ...]:
        """The misspelt words of a paragraph; `of_all` are the marks of its text’s language, places count note marks."""
        speller = self.speller(language_of(entry, of_all))
        return speller.misspelt(shown(entry.paragraph.runs)) if speller else ()

    def suggestions(self, entry: Entry, of_all: Marks, word: str) -> tuple[str, ...]:
        """What may be meant by a word of a paragraph; takes up to some tenths of a second."""
        speller = self.speller(language_of(entry, of_all))
        return speller.suggestions(word) if speller else ()


def as_text(note: Footnote) -> Entry:
    """A note as who looks at words takes it: a paragraph of its own, under a key that no paragraph has (`note_of`)."""
    return Entry(-1 - note.id, Paragraph(Kind.TEXT, note.runs))


def note_of(entry: Entry) -> int | None:
    """The id of the note that is taken as a paragraph; None of a paragraph of the text."""
    return -1 - entry.key if entry.key < 0 else None


def with_notes(entries: Iterable[Entry], notes: Mapping[int, Footnote]) -> list[Entry]:
    """All that is spelt, in its order: each paragraph, and behind it the notes that it is the first to cite."""
    found: list[Entry] = []
    seen: set[int] = set()
    for entry in entries:
        found.append(entry)
        new = [note for note in dict.fromkeys(entry.paragraph.footnotes) if note not in seen and note in notes]
        seen.update(new)
        found += [as_text(notes[note]) for note in new]
    return found


def language_of(entry: Entry, of_all: Marks) -> str:
    """The code of the language a paragraph is in, of a text whose language is given by its marks."""
    return code_of(marks_for(entry.text, of_all))


def code_of(marks: Marks) -> str:
    """The code of a language by its marks."""
    return next(code for own, code in _CODES if own is marks)


def next_misspelt(
    entries: Sequence[Entry], after: Caret, spelling: Spelling, of_all: Marks, go_on: Callable[[], None]
) -> tuple[int, Misspelt] | None:
    """The first misspelt word behind a place, round the end of the text; its paragraph's position, and the word.

    `go_on` is called at each paragraph and may raise.
    """
    for position in _round(len(entries), after.position):
        go_on()
        for found in spelling.misspelt(entries[position], of_all):
            if position != after.position or found.start >= after.place:
                return position, found
    # What stands before the place in its own paragraph comes last.
    last = spelling.misspelt(entries[after.position], of_all) if after.position < len(entries) else ()
    return next(((after.position, found) for found in last), None)


def _round(count: int, start: int) -> Iterator[int]:
    return ((start + more) % count for more in range(count))


def none_misspelt(entries: Iterable[Entry], of_all: Marks) -> str:
    """What to say where no word of a text is misspelt: that, and which of its languages cannot be looked at here."""
    off = {code: why_none(code) for code in dict.fromkeys(language_of(entry, of_all) for entry in entries)}
    lacking = [why for code, why in off.items() if why and code in NAMES]
    if off and all(off.values()):
        return next(iter(lacking or off.values()))
    return " ".join(("No word is misspelt.", *lacking[:1]))


def word_at(entry: Entry, place: int) -> Misspelt | None:
    """The word of a paragraph at a place, misspelt or not."""
    words = (word for word in words_of(shown(entry.paragraph.runs)) if word.start <= place <= word.end)
    return next((Misspelt(word.start, word.end, word.text) for word in words), None)


def put_right(working: WorkingText, selection: Selection, position: int, found: Misspelt, word: str) -> None:
    """Put a word in the place of a misspelt one, as one step; it looks as its first letter did.

    Raises WordHasChanged where that is no longer there.
    """
    entries = working.entries
    runs = entries[position].paragraph.runs if position < len(entries) else ()
    if shown(runs)[found.start : found.end] != found.word:
        raise WordHasChanged(f"“{found.word}” is no longer there; look for the next word.")
    with working.step("Spelling", selection) as step:
        step.put(position, entries[position].with_runs(_put(runs, found, word)))
        step.caret(position, found.start + len(word))


def _put(runs: Runs, found: Misspelt, word: str) -> Runs:
    look = cut(runs, found.start, found.start + 1)[0]
    return replaced(runs, found.start, found.end, (Run(word, look.italic, look.bold, look.underline),))


def put_right_in_note(working: WorkingText, selection: Selection, note: int, found: Misspelt, word: str) -> None:
    """As `put_right`, in a footnote."""
    footnote = working.notes.get(note)
    runs = footnote.runs if footnote is not None else ()
    if footnote is None or shown(runs)[found.start : found.end] != found.word:
        raise WordHasChanged(f"“{found.word}” is no longer there; look for the next word.")
    with working.step("Spelling", selection) as step:
        step.set_note(note, replace(footnote, runs=tidy_runs(_put(runs, found, word))))
