"""Acts at random on a working text, each told by two numbers; a base to write on; and a print of what stands."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from models.dossier.rows.working_rows import entry_value
from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.editing.edit import Entry, Selection
from models.editing.runs import cut, joined
from models.editing.step import Step
from models.editing.working import WorkingText

WORDS = ("Decides", "to", "meet, ", "Étatś", "[soon]", "и", "далее", "再次", "56/203", "\ud83d", "𝄞", "")


def base(paragraphs: int) -> Draft:
    """A text with sections, notes cited twice, and numbers that are printed otherwise than they would be counted."""
    made = [
        Paragraph(
            Kind.SECTION if n % 13 == 5 else Kind.SUBPARAGRAPH if n % 4 == 3 else Kind.OPERATIVE,
            (Run("Requests", italic=True), Run(f" a report {n};"), *((Run(footnote=1 + n % 2),) * (n % 5 == 0))),
            level=1 if n % 4 == 3 and n % 13 != 5 else 0,
            number="7 bis" if n % 11 == 2 else None,
        )
        for n in range(paragraphs)
    ]
    notes = (Footnote(1, "1", (Run("A/58/98."),)), Footnote(2, "*", (Run("See resolution 1."),)))
    return Draft(tuple(made), notes if paragraphs else ())


def _at(working: WorkingText, a: int, room: int = 0) -> int:
    return a % max(1, len(working.entries) + room)


def _typed(working: WorkingText, a: int, b: int) -> None:
    if not working.entries:
        return
    position = _at(working, a)
    entry = working.entries[position]
    place = b % (entry.length + 1)
    word = WORDS[b % len(WORDS)]
    runs = joined(cut(entry.paragraph.runs, 0, place), [Run(word)], cut(entry.paragraph.runs, place))
    with working.step("Typing", Selection.at(position, place), joins="typing") as step:
        step.put(position, entry.with_runs(runs))
        step.caret(position, place + len(word))


def _new(working: WorkingText, a: int, b: int) -> None:
    with working.step("New", Selection()) as step:
        position = _at(working, a, 1)
        _put(step, position, b)
        step.caret(position, 0)


def _put(step: Step, position: int, b: int) -> None:
    fresh = [
        step.new(Paragraph(Kind.OPERATIVE, (Run(f"Urges {n}"),), number="3 alt" if b % 3 else None), printed=b % 2 > 0)
        for n in range(1 + b % 3)
    ]
    step.replace(position, position, fresh)


def _gone(working: WorkingText, a: int, b: int) -> None:
    first = _at(working, a)
    with working.step("Delete", Selection()) as step:
        step.replace(first, min(len(working.entries), first + 1 + b % 4), [])


def _moved(working: WorkingText, a: int, b: int) -> None:
    """Taken out and put in elsewhere, in two splices."""
    if not working.entries:
        return
    with working.step("Move", Selection()) as step:
        entry = working.entries[_at(working, a)]
        step.replace(_at(working, a), _at(working, a) + 1, [])
        step.replace(_at(working, b, 1), _at(working, b, 1), [entry])


def _turned(working: WorkingText, a: int, b: int) -> None:
    """A stretch in another order, in one splice."""
    first = _at(working, a)
    stretch = working.entries[first : first + 2 + b % 5]
    with working.step("Turn", Selection()) as step:
        step.replace(first, first + len(stretch), stretch[::-1] if b % 2 else [*stretch[1:], *stretch[:1]])


def _split(working: WorkingText, a: int, b: int) -> None:
    if not working.entries:
        return
    position = _at(working, a)
    entry = working.entries[position]
    place = b % (entry.length + 1)
    runs = entry.paragraph.runs
    with working.step("Split", Selection()) as step:
        rest = step.new(replace(entry.paragraph, runs=cut(runs, place), number=None), entry.came_from)
        step.replace(position, position + 1, [entry.with_runs(cut(runs, 0, place)), rest])
        step.caret(position + 1, 0)


def _joined(working: WorkingText, a: int, b: int) -> None:
    first = _at(working, a)
    if first + 1 >= len(working.entries):
        return
    one, two = working.entries[first : first + 2]
    runs = joined(one.paragraph.runs, two.paragraph.runs)
    with working.step("Join", Selection()) as step:
        whole = replace(one.with_runs(runs), came_from=tuple(sorted({*one.came_from, *two.came_from})))
        step.replace(first, first + 2, [whole])
        step.caret(first, b % (whole.length + 1))


def _noted(working: WorkingText, a: int, b: int) -> None:
    """A new note, another wording of one, or the last of one."""
    with working.step("Note", Selection()) as step:
        if b % 3 == 0 and working.entries:
            note = working.fresh_note()
            step.set_note(note, Footnote(note, "", (Run(f"Note {b}"), Run("."))))
            entry = working.entries[_at(working, a)]
            step.put(_at(working, a), entry.with_runs((*entry.paragraph.runs, Run(footnote=note))))
        elif working.notes:
            note = sorted(working.notes)[a % len(working.notes)]
            if b % 3 == 1:
                step.set_note(note, replace(working.notes[note], runs=(Run(f"Reads {a}"),)))
            else:
                for position, entry in enumerate(working.entries):
                    kept = tuple(run for run in entry.paragraph.runs if run.footnote != note)
                    step.put(position, entry.with_runs(kept))
                step.set_note(note, None)


def _kind(working: WorkingText, a: int, b: int) -> None:
    if not working.entries:
        return
    entry = working.entries[_at(working, a)]
    kind = list(Kind)[b % len(Kind)]
    paragraph = replace(entry.paragraph, kind=kind, level=b % 3, set_label="OP9 ter" if b % 7 == 0 else None)
    with working.step("Kind", Selection()) as step:
        step.put(_at(working, a), replace(entry, paragraph=replace(paragraph, cell=(0, a, b) if b % 5 == 0 else None)))


def _undo(working: WorkingText, a: int, b: int) -> None:
    for _ in range(1 + b % 3):
        working.undo()


def _redo(working: WorkingText, a: int, b: int) -> None:
    for _ in range(1 + b % 2):
        working.redo()


ACTS: Sequence[Callable[[WorkingText, int, int], None]] = (
    _typed, _typed, _typed, _new, _gone, _moved, _turned, _split, _joined, _noted, _kind, _undo, _undo, _redo,
)  # fmt: skip


def act(working: WorkingText, which: int, a: int, b: int) -> None:
    """One act."""
    ACTS[which % len(ACTS)](working, a, b)


def print_of(entries: Iterable[Entry], notes: Iterable[Footnote], selection: Selection) -> str:
    """The same for the same text, notes and caret."""
    said = [
        [entry_value(entry) for entry in entries],
        [repr(note) for note in sorted(notes, key=lambda note: note.id)],
        repr(selection),
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:24]
