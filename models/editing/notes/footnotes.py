"""Footnotes: put in at the caret, written, cited again, taken away, and the list of all of them.

A note without a place in the text stays in `working.notes`, so that undo finds it, and is not in the draft.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.draft import DraftError, Footnote, Run, tidy_runs
from models.draft.end_marks import SIGNS
from models.editing.edit import Caret, Edit, Selection
from models.editing.marks.language_memory import language_at
from models.editing.runs import cut, replaced, shown
from models.editing.step import Step
from models.editing.working import WorkingText
from models.telling.sentences import first_of

WRITING = "note"
_NOWHERE = Selection()
_PUNCTUATION = ",;:." + "".join(SIGNS)
_BEFORE_MARK = re.compile(rf"[ \u00a0\u202f]?[{re.escape(_PUNCTUATION)}]\Z")
_IBID = re.compile(r"(?:ibid|idem|id|op\.\s*cit|loc\.\s*cit)\b", re.IGNORECASE)
_QUOTES = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "\u2011": "-"})


class NoNoteHere(DraftError):
    """There is no note mark at the caret, or no such note."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A footnote in the list of all: its mark is "" where nothing cites it; `labels` are those of the positions."""

    id: int
    mark: str
    text: str
    positions: tuple[int, ...]
    labels: tuple[str | None, ...]


def add_note(working: WorkingText, selection: Selection, runs: Sequence[Run] = ()) -> int:
    """Put a new footnote at the caret or after what is selected, on its side of the punctuation; gives its id."""
    note = working.fresh_note()
    with working.step("Footnote", selection) as step:
        step.set_note(note, Footnote(note, "", tidy_runs(runs)))
        _cite(step, selection, note)
    return note


def cite_again(working: WorkingText, selection: Selection, note: int) -> None:
    """Cite a note that is there at the caret too: the same note, the same number."""
    _known(working, note)
    with working.step("Cite footnote again", selection) as step:
        _cite(step, selection, note)


def set_note_text(working: WorkingText, note: int, runs: Sequence[Run], selection: Selection = _NOWHERE) -> None:
    """Let a note read thus; writing that goes on in one note is one step a pause."""
    footnote = _known(working, note)
    with working.step("Write footnote", selection, joins=f"{WRITING} {note}") as step:
        step.set_note(note, replace(footnote, runs=tidy_runs(run for run in runs if run.footnote is None)))


def give_up_new(working: WorkingText, note: int, selection: Selection = _NOWHERE) -> bool:
    """A note that was begun and left without words goes as if it had never been; whether it went.

    Where something else was done since it was put in, taking it out is a step like another.
    """
    if _known(working, note).text.strip():
        return False
    undo_list, written = working.undo_list, f"{WRITING} {note}"
    while undo_list.last is not None and (undo_list.last.joins == written or _begins(undo_list.last, note)):
        begun = _begins(undo_list.last, note)
        working.undo()
        undo_list.forget_undone()
        if begun:
            return True
    remove_note(working, selection, note)
    return True


def remove_note(working: WorkingText, selection: Selection, note: int) -> None:
    """Take a note out of the text, wherever it is cited."""
    _known(working, note)
    with working.step("Remove footnote", selection) as step:
        for position, entry in enumerate(working.entries):
            if note in entry.paragraph.footnotes:
                runs = entry.paragraph.runs
                for place in reversed(_places(runs, note)):
                    runs = _without(runs, place)
                    step.selection = _shifted(step.selection, position, place)
                step.put(position, entry.with_runs(runs))


def note_at(working: WorkingText, selection: Selection) -> tuple[int, Caret] | None:
    """The note whose mark the caret is beside, the one before it first, and where that mark is."""
    head = selection.head
    runs = working.entries[head.position].paragraph.runs
    for place in (head.place - 1, head.place):
        for run in cut(runs, place, place + 1) if place >= 0 else ():
            if run.footnote is not None:
                return run.footnote, Caret(head.position, place)
    return None


def mark_of(working: WorkingText, note: int) -> Caret | None:
    """The place of the first mark of a note, or None where nothing cites it."""
    for position, entry in enumerate(working.entries):
        if note in entry.paragraph.footnotes:
            return Caret(position, _places(entry.paragraph.runs, note)[0])
    return None


def join_same(working: WorkingText, note: int, selection: Selection = _NOWHERE) -> int:
    """Once its writing is finished: a note that reads as another does becomes that one; gives the id it now has.

    "One number for a repeated source", which is told. "Ibid." means another note each time and is left as typed.
    """
    _known(working, note)
    return join_all(working, [note], selection).get(note, note)


def join_all(working: WorkingText, notes: Iterable[int], selection: Selection = _NOWHERE) -> dict[int, int]:
    """The same for several notes, once the writing of all of them is finished: what became of those that are gone."""
    becomes = joins({one: working.notes[one] for one in working.cited() if one in working.notes}, notes)
    if not becomes:
        return becomes
    with working.step("One number for one source", selection) as step:
        step.told = _told_of_joins(working, becomes)
        for position, entry in enumerate(working.entries):
            if not becomes.keys().isdisjoint(entry.paragraph.footnotes):
                runs = tuple(
                    run if run.footnote is None else replace(run, footnote=becomes.get(run.footnote, run.footnote))
                    for run in entry.paragraph.runs
                )
                step.put(position, entry.with_runs(runs))
    return becomes


def joins(cited: Mapping[int, Footnote], notes: Iterable[int]) -> dict[int, int]:
    """Which of some notes read as another of those that are `cited`, in their order, and as which."""
    reading: dict[str, list[int]] = {}
    for one, footnote in cited.items():
        words = _compared(footnote)
        if words and not _IBID.match(words):
            reading.setdefault(words, []).append(one)
    wanted = set(notes)
    becomes: dict[int, int] = {}
    for alike in reading.values():
        # One stays that was not written now, or the first.
        stays = next((one for one in alike if one not in wanted), alike[0])
        becomes |= {one: stays for one in alike if one in wanted and one != stays}
    return becomes


def _told_of_joins(working: WorkingText, becomes: Mapping[int, int]) -> str:
    if len(becomes) > 1:
        return f"{len(becomes)} notes read as others, and are one with them"
    (stays,) = becomes.values()
    return f"the note reads as that in {first_of(cited_in(working, stays), 1)}, and is one with it"


def own_note(working: WorkingText, selection: Selection, note: int) -> int:
    """Give the place at the caret a note of its own, that reads as the one it shares with other places; gives its id.

    Where no mark is beside the caret it is the one nearest to it.
    """
    footnote = _known(working, note)
    here, at = note_at(working, selection), selection.head.position
    if here is not None and here[0] == note:
        position, place = here[1].position, here[1].place
    else:
        citing = [position for position, entry in enumerate(working.entries) if note in entry.paragraph.footnotes]
        if not citing:
            raise NoNoteHere("This footnote is no longer in the text; choose another.")
        position = min(citing, key=lambda one: abs(one - at))
        place = _places(working.entries[position].paragraph.runs, note)[0]
    own = working.fresh_note()
    with working.step("Note of its own", selection) as step:
        step.set_note(own, replace(footnote, id=own))
        entry = working.entries[position]
        step.put(position, entry.with_runs(replaced(entry.paragraph.runs, place, place + 1, (Run(footnote=own),))))
    return own


def cited_in(working: WorkingText, note: int, but: int | None = None) -> list[str]:
    """What the paragraphs are called that cite a note, all but that at a position."""
    found: list[str] = []
    for start, part in zip(working.stretches.starts, working.stretches.parts, strict=True):
        if note in part.cited:
            citing = (at for at, entry in enumerate(part.entries, start) if note in entry.paragraph.footnotes)
            found += [working.label(at) or "a line without number" for at in citing if at != but]
    return found


def note_list(working: WorkingText) -> tuple[NoteRow, ...]:
    """All notes in the order of first citing, each with the paragraphs that cite it; uncited ones are left out."""
    return _rows(working, None)


def notes_at(working: WorkingText, position: int) -> tuple[NoteRow, ...]:
    """The notes that one paragraph cites, as they stand in `note_list`; paragraphs that cite no note are not seen."""
    return _rows(working, frozenset(working.entries[position].paragraph.footnotes))


def _rows(working: WorkingText, wanted: frozenset[int] | None) -> tuple[NoteRow, ...]:
    places: dict[int, list[int]] = {}
    for start, part in zip(working.stretches.starts, working.stretches.parts, strict=True):
        if not part.cited or (wanted is not None and wanted.isdisjoint(part.cited)):
            continue
        for position, entry in enumerate(part.entries, start):
            for note in dict.fromkeys(entry.paragraph.footnotes):
                if wanted is None or note in wanted:
                    places.setdefault(note, []).append(position)
    return tuple(
        NoteRow(
            note,
            working.mark(note),
            working.notes[note].text if note in working.notes else "",
            tuple(positions),
            tuple(working.label(position) for position in positions),
        )
        for note, positions in places.items()
    )


def _begins(edit: Edit, note: int) -> bool:
    """Whether a step put a note in that was not there."""
    return any(change.id == note and change.old is None for change in edit.notes)


def _known(working: WorkingText, note: int) -> Footnote:
    footnote = working.notes.get(note)
    if footnote is None:
        raise NoNoteHere("This footnote is no longer in the text; choose another.")
    return footnote


def _cite(step: Step, selection: Selection, note: int) -> None:
    at = selection.end
    entry = step.working.entries[at.position]
    runs = entry.paragraph.runs
    place = _beside_punctuation(step.working, at)
    step.put(at.position, entry.with_runs(replaced(runs, place, place, (Run(footnote=note),))))
    # What follows is written after the mark, wherever that stands.
    step.caret(at.position, place + 1)


def _beside_punctuation(working: WorkingText, at: Caret) -> int:
    """The place where this language has the mark: after the punctuation at the caret (English), or before it."""
    runs = working.entries[at.position].paragraph.runs
    text = shown(runs)
    if language_at(working, at.position).note_first:
        match = _BEFORE_MARK.search(text[: at.place])
        return match.start() if match else at.place
    following = text[at.place : at.place + 2]
    # A full stop within "2.5" or "A/C.2" ends nothing.
    if following[:1] in tuple(_PUNCTUATION) and not following[1:].isalnum():
        return at.place + 1
    return at.place


def _places(runs: Sequence[Run], note: int) -> list[int]:
    places, at = [], 0
    for run in runs:
        if run.footnote == note:
            places.append(at)
        at += 1 if run.footnote is not None else len(run.text)
    return places


def _without(runs: tuple[Run, ...], place: int) -> tuple[Run, ...]:
    return replaced(runs, place, place + 1, ())


def _shifted(selection: Selection, position: int, gone: int) -> Selection:
    def moved(caret: Caret) -> Caret:
        return Caret(position, caret.place - 1) if caret.position == position and caret.place > gone else caret

    return Selection(moved(selection.anchor), moved(selection.head))


def _compared(footnote: Footnote | None) -> str:
    """The words of a note as sources are compared: spacing, quotes and a last full stop do not count."""
    return " ".join(footnote.text.translate(_QUOTES).split()).rstrip(".").strip() if footnote else ""
