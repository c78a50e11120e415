"""The working text: paragraphs and notes that change step by step, each step undoable, listened to by who needs it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from models.draft import Draft, Footnote
from models.draft.once import worked_out
from models.editing.edit import Edit, Entry, Selection, Splice
from models.editing.entries import draft_of, entries_of
from models.editing.live_numbers import LiveNumbers
from models.editing.notes.ibid import follow_ibid
from models.editing.notes.named_notes import follow_notes
from models.editing.notes.noted import Noted
from models.editing.pasted.come_back import live_on_in_copies
from models.editing.placed import NOTHING, TakenBefore
from models.editing.references.cross_references import follow_references, remember_emptied, tell_brought
from models.editing.references.remembered import NOTHING_KNOWN, Remembered, as_written
from models.editing.section_numbers import follow_sections
from models.editing.splice_effects import counts_otherwise, same_keys
from models.editing.step import Step
from models.editing.stretches import Stretches
from models.editing.undo import UndoList

Listener = Callable[[Edit], None]
State = tuple[Sequence[Entry], Iterable[Footnote]]


class WorkingText:
    """A draft being written on the ground of a base draft.

    Everything that changes it is a `step`; acts (models.editing.*) open one and say what to replace. `entries` and
    `notes` are to be read only. Listeners are called after each step, undone and redone ones too, with the edit as it
    was applied; the view and the journal live by that. One thread at a time.
    """

    def __init__(
        self,
        base: Draft,
        *,
        state: State | None = None,
        taken: TakenBefore = NOTHING,
        remembered: Remembered = NOTHING_KNOWN,
    ) -> None:
        """Begins with `base`, or goes on from a `state` of it that was journaled, what was `taken` into it, and what is
        `remembered` of its references."""
        self.base = base
        self.original = entries_of(base)
        self.entries: list[Entry] = list(state[0] if state else self.original)
        self.stretches = Stretches(self.entries)
        self.noted = Noted(base, state[1] if state else base.footnotes, self.stretches)
        self.undo_list = UndoList()
        as_base = state is None or (self.entries, self.notes) == (list(self.original), base.note)
        self.taken_before = replace(taken, whole=taken.whole or as_base)
        """What was put into it before what is in the list of what can be undone."""
        self.remembered = remembered
        """What references meant that no longer lead there, as the last step left it."""
        self.listeners: list[Listener] = []
        self.punctuates = True
        """Whether end punctuation follows paragraphs as they come, go and move."""
        self.curls = True
        """Whether straight quotation marks that are typed become those that are printed."""
        self.given_on_leaving: dict[int, Edit] = {}
        """By key of the paragraph: the last step in which it was given its mark when the caret left it."""
        self.opened_on_leaving: set[tuple[int, str]] = set()
        """Keys of paragraphs with the openings they got when the caret left them: that happens once for each."""
        self.joins_pasted: dict[int, str] = {}
        """By key of a paragraph that came last and so lost it: the "and" it came with, due again before another."""
        self.follows_references = True
        """Whether references to paragraphs follow where numbers change."""
        self._numbers = LiveNumbers(self.stretches)
        used = (*(entry.key for entry in self.entries), *remembered.keys)
        self._next_key = max([len(self.original), *(key + 1 for key in used)])
        self._step: Step | None = None
        self.version = 0
        """Another number after each step, undone and redone ones too."""
        self.standing = 0
        """Another number after each step by which paragraphs came, went, moved or count otherwise."""
        self.touched: dict[int, Entry] = {}
        """Entries that are new or not as they stood in the base, by key."""
        # A step may put a paragraph into its new place before it is taken out of the old one.
        self._standing = Counter(entry.key for entry in self.entries)
        for entry in self.entries if state else ():
            self._note_presence(entry)
        for part in self.stretches.parts:  # all of the text is read for it, and no key should wait for that
            worked_out(part.referring, part.unfollowed, part.words, part.worded, part.quotes)

    def copy(self) -> WorkingText:
        """The same text, which goes on by itself and has no listeners."""
        made = object.__new__(WorkingText)
        # What is worked out once, and the settings, are the same.
        made.__dict__.update(self.__dict__)
        made.entries, made.listeners = list(self.entries), []
        made.undo_list, made.touched = self.undo_list.copy(), dict(self.touched)
        made.given_on_leaving, made.opened_on_leaving = dict(self.given_on_leaving), set(self.opened_on_leaving)
        made.joins_pasted = dict(self.joins_pasted)
        made.stretches, made._standing = self.stretches.copy(), self._standing.copy()
        made.noted = self.noted.copy(made.stretches)
        made._numbers, made._step = LiveNumbers(made.stretches), None
        return made

    def take_over(self, copy: WorkingText, edits: Sequence[Edit]) -> None:
        """Read as a copy does on which steps were done since it was made, and tell of these; nobody goes on with it."""
        for edit in edits[:-1]:
            # Who listens may ask for the text as it is after each step.
            self._apply(edit)
        own = self.listeners, self.punctuates, self.follows_references, self.curls
        self.__dict__.update(copy.__dict__)
        self.listeners, self.punctuates, self.follows_references, self.curls = own
        for listener in tuple(self.listeners):
            listener(edits[-1])

    # Steps

    @contextmanager
    def step(self, words: str, selection: Selection, *, joins: str = "") -> Iterator[Step]:
        """One step of the user; a step inside a step is part of it. Where something is raised nothing is changed."""
        if self._step is not None:
            yield self._step
            return
        self._step = step = Step(self, selection)
        followed, remembered, marks = "", self.remembered, self.noted.marks
        try:
            yield step
            if step.moved:
                self.remembered = self.remembered.and_moved(step.moved)
            if step.emptied:
                remember_emptied(step)
            if step.standing != self.standing:
                live_on_in_copies(step)
                follow_sections(step)
            cited = self.noted.marks is not marks and self.noted.referring.by_id
            otherwise = step.standing != self.standing or cited or step.brought.to_paragraphs
            if self.follows_references and not step.exact and otherwise:
                followed = follow_references(step)
            else:
                self._remember_as_written(step)
                followed = tell_brought(step) if step.brought.to_paragraphs else ""
            followed = "; ".join(filter(None, (followed, follow_notes(step, marks), follow_ibid(step))))
        except BaseException:
            for splice in reversed(step.splices):
                self._splice(splice.turned())
            for note in reversed(step.notes):
                self.noted.set(note.turned())
            self.remembered = remembered
            raise
        finally:
            self._step = None
        known = None if self.remembered is remembered else (remembered, self.remembered)
        edit = step.done(words, selection, joins, followed, known)
        if edit.empty:
            self.remembered = remembered  # nobody is told of what nothing was done for
        else:
            self.undo_list.add(edit)
            self._tell(edit)

    def _remember_as_written(self, step: Step) -> None:
        """Of references that a step wrote in itself nothing else is known than what they say."""
        known = self.remembered
        if not (known.lost or known.parted or known.astray):
            return
        entries = [entry for splice in step.splices for entry in splice.new]
        notes = self.noted.referring.by_id if step.notes else {}
        entries += [notes[change.id] for change in step.notes if change.id in notes]
        self.remembered = as_written(known, entries)

    def undo(self) -> Edit | None:
        """Undo the last step; gives what was applied, or None where there is none."""
        edit = self.undo_list.back()
        return self._apply(edit.turned()) if edit else None

    def redo(self) -> Edit | None:
        """Do again what was undone last; who follows is told of it as of a step that nobody writes now."""
        edit = self.undo_list.forth()
        return self._apply(replace(edit, at=0.0)) if edit else None

    def _apply(self, edit: Edit) -> Edit:
        for splice in edit.splices:
            self._splice(splice)
        for note in edit.notes:
            self.noted.set(note)
        if edit.remembered is not None:
            self.remembered = edit.remembered[1]
        self.undo_list.went_to(edit.after, self.entries)
        self._tell(edit)
        return edit

    def _tell(self, edit: Edit) -> None:
        self.version += 1
        for listener in tuple(self.listeners):
            listener(edit)

    def _splice(self, splice: Splice) -> None:
        end = splice.start + len(splice.old)
        assert tuple(self.entries[splice.start : end]) == splice.old, "a splice on another text"
        self.entries[splice.start : end] = splice.new
        stretches = self.stretches.replace(splice.start, len(splice.old), splice.new)
        if same_keys(splice):
            original, touched = self.original, self.touched
            for entry in splice.new:
                key = entry.key
                # Where it is the very entry of the base, as after undoing, nothing need be compared.
                if key < len(original) and (original[key] is entry or original[key] == entry):
                    touched.pop(key, None)
                else:
                    touched[key] = entry
        else:
            self._count_keys(splice)
        structure, standing = counts_otherwise(splice)
        self._numbers.replaced(*stretches, otherwise=structure)
        if standing:
            self.standing += 1
        if splice.cites_otherwise:
            self.noted.cited_otherwise()

    def _count_keys(self, splice: Splice) -> None:
        for entry in splice.old:
            self._standing[entry.key] -= 1
            if not self._standing[entry.key]:
                self.touched.pop(entry.key, None)
        for entry in splice.new:
            self._standing[entry.key] += 1
            self._note_presence(entry)

    def _note_presence(self, entry: Entry) -> None:
        base = self.original[entry.key] if entry.key < len(self.original) else None
        if base is not entry and base != entry:
            self.touched[entry.key] = entry
        else:
            self.touched.pop(entry.key, None)

    def has(self, key: int) -> bool:
        """Whether a paragraph is in the text."""
        return self._standing[key] > 0

    @property
    def words(self) -> int:
        """How many words all paragraphs have."""
        return self.stretches.words

    @cached_property
    def words_before(self) -> tuple[int, ...]:
        """Before each paragraph of the base, and after the last: how many words stand there, one more a paragraph."""
        return tuple(accumulate((1 + entry.words for entry in self.original), initial=0))

    def base_label(self, position: int) -> str | None:
        """What people call a paragraph of the base."""
        return self._base_numbers.label(position)

    @cached_property
    def _base_numbers(self) -> LiveNumbers:
        return LiveNumbers(Stretches(self.original))

    def fresh_key(self) -> int:
        """A key for a new entry; never given twice."""
        self._next_key += 1
        return self._next_key - 1

    def fresh_note(self) -> int:
        """An id for a new footnote; never given twice."""
        return self.noted.fresh()

    # What it says

    def number(self, position: int) -> str | None:
        """The number shown at a paragraph, as "3" or "(a)"."""
        return self._numbers.number(position)

    def label(self, position: int) -> str | None:
        """What people call a paragraph, as "OP3 (a)"."""
        return self._numbers.label(position)

    def number_and_label(self, position: int) -> tuple[str | None, str | None]:
        """Both, for who asks at every key."""
        return self._numbers.at(position)

    @property
    def notes(self) -> dict[int, Footnote]:
        """The footnotes by their ids; to be read only."""
        return self.noted.by_id

    def mark(self, note: int) -> str:
        """The mark of a footnote: computed in the order of first citing; a mark that is no number stays."""
        return self.noted.marks.get(note, "?")

    def cited(self) -> tuple[int, ...]:
        """Ids of the notes that are cited, in the order of first citing."""
        return self.noted.cited()

    @property
    def changed(self) -> bool:
        """Whether it differs from its base at all."""
        in_order = [entry.key for entry in self.entries] == list(range(len(self.original)))
        return bool(self.touched) or not in_order or not self.noted.untouched()

    def draft(self, stop: int | None = None) -> Draft:
        """The working text as a draft, up to a position: numbers and marks filled in, notes in the order of citing."""
        return draft_of(self.entries[:stop], self.noted.as_kept())
