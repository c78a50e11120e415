"""The notes that the masthead calls by asterisks, as lines that can be written in, and as footnotes again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from models.draft import Footnote, Kind, Paragraph
from models.draft.asterisk_notes import cited, is_asterisks, lettered
from models.editing.edit import Entry
from models.masthead.parts import parts_of, tells_of_reissue

NEW = -1
"""The key of an entry that is to come; below it are those of lines that are footnotes of the text."""


def as_lines(entries: Sequence[Entry], notes: Mapping[int, Footnote]) -> tuple[Entry, ...]:
    """The entries with each note of the masthead as a line at the foot of the text, and its mark as letters."""
    found: list[Entry] = []
    called: dict[int, Footnote] = {}
    for entry in entries:
        own = [notes[note] for note in entry.paragraph.footnotes if note in notes]
        own = [note for note in own if is_asterisks(note.mark)] if entry.paragraph.kind is Kind.MASTHEAD else []
        called |= {note.id: note for note in own}
        found.append(entry.with_runs(lettered(entry.paragraph.runs, notes)) if own else entry)
    lines = [
        Entry(NEW - note.id, Paragraph(Kind.SPONSOR_NOTE, note.runs, number=note.mark), printed=True)
        for note in called.values()
    ]
    at = foot_of(found)
    return (*found[:at], *lines, *found[at:])


def foot_of(entries: Sequence[Entry]) -> int:
    """Where such lines stand: before the first annex, or last."""
    kinds = [entry.paragraph.kind for entry in entries]
    return kinds.index(Kind.ANNEX) if Kind.ANNEX in kinds else len(kinds)


def as_footnotes(
    lines: Iterable[Entry], before: Sequence[Entry], notes: Mapping[int, Footnote], fresh: Callable[[], int]
) -> tuple[tuple[Entry, ...], dict[int, Footnote]]:
    """Lines as the entries of a text again, and how its notes of the masthead read now.

    `before` are the entries the lines were made of: one that did not change is what it was. A new note, or one that
    the masthead did not call before, has a `fresh` id; one that no line of it calls stays a line.
    """
    was = {entry.key: entry for entry in before}
    shown = {entry.key: entry for entry in as_lines(before, notes)}
    lines = tuple(lines)
    gone = {NEW - key for key in shown if key < NEW} - {NEW - line.key for line in lines}
    found = [
        was[line.key]
        if line.key in was and shown[line.key] == line and gone.isdisjoint(was[line.key].paragraph.footnotes)
        else line
        for line in lines
    ]
    read: dict[int, Footnote] = {}
    for line in [one for one in found if one.paragraph.kind is Kind.SPONSOR_NOTE]:
        mark = line.paragraph.number or ""
        if line.key > NEW and any(_calls(entry, mark) for entry in before):
            continue  # a paragraph of the text all along
        note = NEW - line.key if line.key < NEW else fresh()
        calling = _calling(found, note, line.paragraph, was)
        for at in calling:
            found[at] = found[at].with_runs(cited(found[at].paragraph.runs, mark, note) or ())
        place = found.index(line)
        if any(note in entry.paragraph.footnotes for entry in found):
            read[note] = Footnote(note, mark, line.paragraph.runs)
            del found[place]
        elif line.key < NEW:
            found[place] = replace(line, key=NEW)
    return tuple(found), read


def _calling(entries: Sequence[Entry], note: int, line: Paragraph, was: Mapping[int, Entry]) -> list[int]:
    """Where asterisks that stand as letters are to call a note: where they did, else the first in the masthead.

    That of the symbol calls one that tells of a reissue, and no other.
    """
    places = [at for at, one in enumerate(entries) if _calls(one, line.number or "")]
    parts = parts_of([entry.paragraph for entry in entries]) if places else ()
    symbols = {part.position for part in parts if part.field == "symbol"}
    reissued = tells_of_reissue(line.text)
    before = [at for at in places if (one := was.get(entries[at].key)) and note in one.paragraph.footnotes]
    elsewhere = any(note in entry.paragraph.footnotes for entry in entries)
    return before or ([] if elsewhere else [at for at in places if (at in symbols) is reissued][:1])


def _calls(entry: Entry, mark: str) -> bool:
    """Whether a line of the masthead has such asterisks as letters."""
    return entry.paragraph.kind is Kind.MASTHEAD and cited(entry.paragraph.runs, mark, NEW) is not None
