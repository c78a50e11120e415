"""A step of writing while it is made: what an act replaces, each call on the outcome of those before."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from models.draft import Footnote, Paragraph, tidy_runs
from models.draft.held_letters import held_runs, holds_all
from models.draft.numbering import Form
from models.editing.acts.few_splices import compressed, gathered
from models.editing.edit import Edit, Entry, NoteChange, Selection, Splice
from models.editing.placed import Placed
from models.editing.references.brought import Brought

if TYPE_CHECKING:
    from models.editing.references.referring_notes import NoteEntry
    from models.editing.references.remembered import Remembered
    from models.editing.working import WorkingText


class Step:
    """A step being made: what to replace; each call counts on the outcome of those before."""

    def __init__(self, working: WorkingText, selection: Selection) -> None:
        self.working = working
        self.selection = selection
        """Where the caret is afterwards; the acts set it."""
        self.splices: list[Splice] = []
        self.notes: list[NoteChange] = []
        self.standing = working.standing
        self.stretches_before = working.stretches.copy()
        self.exact = False
        """Whether the text is to read exactly as the act says, references too."""
        self.kept: set[int] = set()
        """Keys of paragraphs that are to read exactly as the act says."""
        self.numbered: set[int] = set()
        """Keys of paragraphs whose numbers the act sets by hand."""
        self.told = ""
        """What else the act says of what it did."""
        self.moved: set[int] = set()
        """Keys of the paragraphs that were taken to another place."""
        self.joined: dict[int, int] = {}
        """By the key of a paragraph that was joined to another and gave it up: the key of both."""
        self.emptied: set[int] = set()
        """Keys of the paragraphs that stayed where they were while all their words were taken out."""
        self.forms: dict[int, Form] = {}
        """By key: in which letters of their own items were numbered where they came from."""
        self.brought = Brought()
        """What references mean that came with what was pasted."""
        self.placed: Placed | None = None
        """What paragraphs stand for, where the act put changes of a comparison in."""

    def replace(self, start: int, end: int, entries: Iterable[Entry]) -> None:
        """Put entries in the place of those from `start` up to `end`."""
        splice = Splice(start, tuple(self.working.entries[start:end]), tuple(entries))
        if splice.old != splice.new:
            self.working._splice(splice)
            self.splices.append(splice)

    def put(self, position: int, entry: Entry) -> None:
        """Put an entry in the place of one."""
        self.replace(position, position + 1, [entry])

    def put_all(self, entries: Mapping[int, Entry]) -> None:
        """Put entries in the place of one each, by position; those that stand together are one splice."""
        together: list[Entry] = []
        start = -1
        for position in sorted(entries):
            if position != start + len(together):
                self.replace(start, start + len(together), together)
                start, together = position, []
            together.append(entries[position])
        self.replace(start, start + len(together), together)

    def new(self, paragraph: Paragraph, came_from: tuple[int, ...] = (), *, printed: bool = False) -> Entry:
        """An entry for a paragraph that was not there."""
        return Entry(self.working.fresh_key(), as_kept(paragraph, printed), came_from, printed)

    def set_note(self, note: int, footnote: Footnote | None, known: NoteEntry | None = None) -> None:
        """Let a footnote read thus, or take it away; `known` is it as an entry where it refers to paragraphs."""
        if footnote is not None and not holds_all(footnote.runs):
            footnote = replace(footnote, runs=held_runs(footnote.runs))
        change = NoteChange(note, self.working.notes.get(note), footnote)
        if change.old != change.new:
            self.working.noted.set(change, known)
            self.notes.append(change)

    def done(
        self, words: str, before: Selection, joins: str, followed: str, known: tuple[Remembered, Remembered] | None
    ) -> Edit:
        """The step as plain data; `followed` is what else happened, `known` what references meant before and after."""
        return Edit(
            words,
            gathered(compressed(self.splices), self.working.entries),
            tuple(self.notes),
            before,
            self.selection,
            joins,
            time.monotonic(),
            "; ".join(filter(None, (self.told, followed))),
            self.placed,
            known,
        )

    def caret(self, position: int, place: int) -> None:
        """Where the caret is afterwards, nothing selected."""
        self.selection = Selection.at(position, place)


def as_kept(paragraph: Paragraph, printed: bool) -> Paragraph:
    """A paragraph as an entry holds it: without the number that is computed, and with tidy runs."""
    runs = tidy_runs(paragraph.runs)
    number = paragraph.number if printed else None
    return (
        paragraph
        if (runs, number) == (paragraph.runs, paragraph.number)
        else replace(paragraph, runs=runs, number=number)
    )
