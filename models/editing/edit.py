"""A step of writing as plain data: what stood, what stands now. Turned round, it undoes itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from models.comparison.references.mentions_abroad import followed_in
from models.comparison.references.unfollowed import Unfollowed, of_divisions, unfollowed_in
from models.draft import Footnote, Kind, Paragraph
from models.draft.held_letters import held_paragraph, holds_all
from models.draft.mentions import Mention, may_refer
from models.draft.once import once
from models.draft.word_counts import count_words
from models.editing.marks.paragraph_end import End, end_of
from models.editing.placed import Placed
from models.editing.runs import Runs, length, shown

if TYPE_CHECKING:
    from models.editing.references.remembered import Remembered

TYPING = "Typing"
"""What typing is called where it is undone."""
PASTING = "Paste"
"""What pasting is."""
ITALIC = "Italic"
"""What setting italics is, and how the name of taking them begins."""
LONGEST_END = 24
"""More places than the mark of a paragraph, its notes and "and" take."""
_MAY_REFER = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUBPARAGRAPH, Kind.TEXT)


@dataclass(frozen=True)
class Entry:
    """A paragraph of the working text.

    `key` stays with it as long as it lives. `came_from` are positions in the base draft of the paragraphs it
    continues: none for a new one, several where some were merged; both parts of a split have the same.
    `paragraph.number` is None unless `printed`: then it stands as it is, else it is computed. Whatever road words come
    by, an entry has none that would end a paragraph on the sheet.
    """

    key: int
    paragraph: Paragraph
    came_from: tuple[int, ...] = ()
    printed: bool = False

    def __post_init__(self) -> None:
        if not holds_all(self.paragraph.runs):
            object.__setattr__(self, "paragraph", held_paragraph(self.paragraph))

    @once
    def length(self) -> int:
        """How many places the paragraph has: code points, and each note mark as one."""
        return length(self.paragraph.runs)

    @once
    def words(self) -> int:
        """How many words the paragraph has, as Word counts them."""
        return count_words(self.paragraph.text)

    @once
    def end(self) -> End:
        """How the paragraph ends."""
        return end_of(self.paragraph.runs)

    def ends_before(self, place: int) -> bool:
        """Whether a place is behind the end of the paragraph, spaces and brackets that close there set aside."""
        if self.length - place > LONGEST_END:
            return False
        end = self.end
        return place in end.notes or (place >= end.stop and not shown(self.paragraph.runs)[end.stop : place].strip())

    @once
    def may_refer(self) -> bool:
        """Whether there may be references in it; found quickly."""
        return self.paragraph.kind in _MAY_REFER and True in [may_refer(run.text) for run in self.paragraph.runs]

    @once
    def mentions(self) -> tuple[Mention, ...]:
        """The references in the paragraph to others of the same text."""
        return followed_in(shown(self.paragraph.runs)) if self.may_refer else ()

    @once
    def unfollowed(self) -> tuple[Unfollowed, ...]:
        """The references in the paragraph to others that no figure follows."""
        if self.paragraph.kind not in _MAY_REFER:
            return ()
        text = shown(self.paragraph.runs)
        return (*unfollowed_in(text, self.mentions), *of_divisions(text, self.mentions))

    @property
    def text(self) -> str:
        """The words alone."""
        return self.paragraph.text

    def with_runs(self, runs: Runs) -> Entry:
        """The same paragraph in other words."""
        one = self.paragraph
        # Written out: `replace` takes ten times as long, and this is done at every key.
        changed = Paragraph(one.kind, runs, one.level, one.number, one.set_label, one.cell)
        return Entry(self.key, changed, self.came_from, self.printed)

    def part(self, runs: Runs, came_from: tuple[int, ...]) -> Entry:
        """The same paragraph as what is left of it where it is divided."""
        one = self.paragraph
        left = Paragraph(one.kind, runs, one.level, one.number, one.set_label, one.cell)
        return Entry(self.key, left, came_from, self.printed)


@dataclass(frozen=True, slots=True, order=True)
class Caret:
    """A place in the working text: which paragraph, and how many places into it."""

    position: int = 0
    place: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it was begun to where the caret is; both the same where nothing is selected."""

    anchor: Caret = Caret()
    head: Caret = Caret()

    @classmethod
    def at(cls, position: int, place: int = 0) -> Selection:
        """A caret and nothing selected."""
        caret = Caret(position, place)
        return cls(caret, caret)

    @property
    def start(self) -> Caret:
        """The end that comes first in the text."""
        return min(self.anchor, self.head)

    @property
    def end(self) -> Caret:
        """The end that comes last in the text."""
        return max(self.anchor, self.head)

    @property
    def empty(self) -> bool:
        """Whether nothing is selected."""
        return self.anchor is self.head or self.anchor == self.head

    @property
    def collapsed(self) -> Selection:
        """Its caret, and nothing selected."""
        return self if self.empty else Selection(self.head, self.head)


@dataclass(frozen=True)
class Splice:
    """From `start` on, the entries `old` gave way to the entries `new`."""

    start: int
    old: tuple[Entry, ...]
    new: tuple[Entry, ...]

    @once
    def words_alone(self) -> bool:
        """Whether one paragraph that has words has others now and is in all else as it was, as at nearly every key."""
        if len(self.old) != 1 or len(self.new) != 1:
            return False
        one, two = self.old[0], self.new[0]
        before, now = one.paragraph, two.paragraph  # compared one by one: tuples of it all take several times as long
        same = one.key == two.key and one.came_from == two.came_from and one.printed == two.printed
        same = same and before.kind is now.kind and before.level == now.level and before.cell == now.cell
        same = same and before.number == now.number and before.set_label == now.set_label
        return same and before.footnotes == now.footnotes and bool(before.text.strip() and now.text.strip())

    @once
    def cites_otherwise(self) -> bool:
        """Whether other notes are cited, or in another order; all who follow a step ask for it."""
        return not self.words_alone and _cited(self.old) != _cited(self.new)

    @once
    def regroups(self) -> bool:
        """Whether it can change who continues whom: not by other words in the same paragraphs."""
        if self.words_alone or len(self.old) != len(self.new):
            return not self.words_alone
        for one, two in zip(self.old, self.new, strict=True):
            if one is not two:
                if one.key != two.key or one.came_from != two.came_from:
                    return True
                before, now = one.paragraph.text, two.paragraph.text
                if before != now and (not before.strip()) != (not now.strip()):
                    return True
        return False

    def turned(self) -> Splice:
        """The way back."""
        return Splice(self.start, self.new, self.old)


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A footnote came (`old` is None), went (`new` is None) or reads otherwise."""

    id: int
    old: Footnote | None
    new: Footnote | None

    @property
    def marks_otherwise(self) -> bool:
        """Whether it can change the marks of notes: not by other words in one that stays."""
        return self.old is None or self.new is None or self.old.mark != self.new.mark

    def turned(self) -> NoteChange:
        """The way back."""
        return NoteChange(self.id, self.new, self.old)


@dataclass(frozen=True, slots=True)
class Edit:
    """One step: splices, each on the outcome of the one before, and changes of notes.

    `words` names it for the user ("Move OP3"); `joins` is the sort of step it may be joined with, "" for none; `told`
    is what else there is to say of it when it is done, `placed` what paragraphs stand for of two drafts since then, or,
    of a step that undoes, stand for no more. `remembered` is what is known of the text before and after it.
    """

    words: str
    splices: tuple[Splice, ...] = ()
    notes: tuple[NoteChange, ...] = ()
    before: Selection = Selection()
    after: Selection = Selection()
    joins: str = ""
    at: float = field(default=0.0, compare=False)
    told: str = field(default="", compare=False)
    placed: Placed | None = field(default=None, compare=False, repr=False)
    remembered: tuple[Remembered, Remembered] | None = field(default=None, compare=False, repr=False)

    def turned(self) -> Edit:
        """The step that undoes this one."""
        return Edit(
            self.words,
            tuple(splice.turned() for splice in reversed(self.splices)),
            tuple(note.turned() for note in reversed(self.notes)),
            self.after,
            self.before,
            placed=self.placed,
            remembered=self.remembered[::-1] if self.remembered is not None else None,
        )

    @property
    def said(self) -> str:
        """Its words and what else there is to say of it."""
        return f"{self.words}; {self.told}" if self.told else self.words

    @property
    def writes_letters(self) -> bool:
        """Whether letters are written or pasted with it, and it is none that undoes or does again."""
        return self.at > 0 and self.words in (TYPING, PASTING)

    @property
    def reach(self) -> int:
        """How many paragraphs it puts in the place of others, or takes out."""
        return sum(max(len(splice.old), len(splice.new)) for splice in self.splices)

    @property
    def empty(self) -> bool:
        """Whether it changes nothing."""
        return all(splice.old == splice.new for splice in self.splices) and not self.notes and self.placed is None


def _cited(entries: Iterable[Entry]) -> list[int]:
    return [note for entry in entries if entry.paragraph.footnotes for note in entry.paragraph.footnotes]
