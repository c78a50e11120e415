"""The masthead of a text as fields: read from it, and said otherwise in a text that is written or in a draft."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count

from models.draft import Draft, Footnote, Paragraph
from models.draft.held_letters import held
from models.editing.edit import Entry, Selection
from models.editing.entries import entries_of
from models.editing.places import FIRST_KIND
from models.editing.working import WorkingText
from models.masthead.lines import Lines, told_in
from models.masthead.note_lines import NEW as _NEW
from models.masthead.note_lines import as_footnotes, as_lines
from models.masthead.parts import FIELD_WORDS, NAMES, MastheadFields, fields_from, parts_of, single_spaced
from models.masthead.words import told_language
from models.reading.language import language as language_of_text
from models.reading.language import official


def fields_of(text: WorkingText | Draft | Sequence[Paragraph]) -> MastheadFields:
    """The fields of a masthead, worked out from its lines and never stored."""
    paragraphs = _paragraphs(text)
    return fields_from(paragraphs, parts_of(paragraphs))


def language(text: WorkingText | Draft | Sequence[Paragraph]) -> str:
    """The language the masthead is written in, or, where that does not tell, the text: en, fr, es, ru, zh or ar."""
    paragraphs = tuple(_paragraphs(text))
    return told_in(paragraphs) or official(language_of_text(Draft(paragraphs)))


def _spoken(text: WorkingText | Draft, fields: MastheadFields) -> str:
    """The language to write lines in: that of those that stand, else that of what is said, else that of the text."""
    paragraphs = tuple(_paragraphs(text))
    said = [value for name in NAMES if (value := getattr(fields, name))]
    return told_in(paragraphs) or told_language(said) or language_of_text(Draft(paragraphs))


def tidied(fields: MastheadFields) -> MastheadFields:
    """The same fields with single spaces and none around."""
    return MastheadFields(*(single_spaced(name, held(getattr(fields, name))) for name in NAMES))


def set_fields(working: WorkingText, selection: Selection, fields: MastheadFields) -> tuple[str, ...]:
    """Let the masthead say this: one step, changing only the lines that differ.

    Lines keep their identity, looks and whatever else they hold; missing ones are put in the order of the page and
    emptied ones go. A field is left as it stands where its line would be read as something else, such as a date that
    is none: the names of those are given back.
    """
    # Of an empty text the paragraph to write in stands below its masthead.
    alone = (Entry(_NEW, Paragraph(FIRST_KIND)),)
    standing = tuple(working.entries)
    before = Lines(as_lines(standing, working.notes) or alone, _spoken(working, fields))
    after, left = before.written(tidied(fields))
    after = after.in_one_language(before)
    changed = [name for name in NAMES if getattr(before.fields, name) != getattr(after.fields, name)]
    if not changed:
        return left
    after = after.with_text_below()
    words = f"Change the {FIELD_WORDS[changed[0]]}" if len(changed) == 1 else "Change the masthead"
    # A field is told again and again while it is written in: that is one step, as of the text.
    joins = f"masthead {changed[0]}" if len(changed) == 1 else ""
    entries, notes = as_footnotes(after.entries, standing, working.notes, working.fresh_note)
    with working.step(words, selection, joins=joins) as step:
        for note, footnote in notes.items():
            step.set_note(note, footnote)
        old, new = standing, _within_tables(entries)
        start = 0
        while start < min(len(old), len(new)) and old[start] == new[start]:
            start += 1
        end = 0
        while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
            end += 1
        made = [
            step.new(entry.paragraph, printed=entry.printed) if entry.key == _NEW else entry
            for entry in new[start : len(new) - end]
        ]
        step.replace(start, len(old) - end, made)
        step.selection = _kept(selection, working.entries, old)
    return left


def draft_with(draft: Draft, fields: MastheadFields) -> tuple[Draft, tuple[str, ...]]:
    """A draft with its masthead saying this, and the fields that could not be written; the draft itself stands."""
    standing = entries_of(draft)
    before = Lines(as_lines(standing, draft.note), _spoken(draft, fields))
    after, left = before.written(tidied(fields))
    after = after.in_one_language(before)
    free = count(max(draft.note, default=0) + 1)
    entries, notes = as_footnotes(after.entries, standing, draft.note, lambda: next(free))
    kept = tuple(
        entry.paragraph if entry.key == _NEW else _numbered(entry, draft.paragraphs[entry.key])
        for entry in _within_tables(entries)
    )
    return Draft(kept, _cited_yet(draft, kept, notes)), left


def _cited_yet(draft: Draft, kept: Sequence[Paragraph], notes: Mapping[int, Footnote]) -> tuple[Footnote, ...]:
    """The notes of a draft as they read now, without those of its masthead that are gone from it."""
    cited = {note for paragraph in kept for note in paragraph.footnotes}
    gone = {note for paragraph in draft.paragraphs for note in paragraph.footnotes} - cited
    known = {**draft.note, **notes}
    return tuple(known[note] for note in known if note not in gone)


def _within_tables(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """New lines between two of one table stand in the cell of the one before: a table has nothing between its cells."""
    found: list[Entry] = []
    for at, entry in enumerate(entries):
        cell = found[-1].paragraph.cell if found and entry.key == _NEW else None
        behind = next((one.paragraph.cell for one in entries[at:] if one.key != _NEW), None) if cell else None
        if cell and behind and cell[0] == behind[0]:
            entry = replace(entry, paragraph=replace(entry.paragraph, cell=cell))
        found.append(entry)
    return tuple(found)


def _numbered(entry: Entry, was: Paragraph) -> Paragraph:
    return replace(entry.paragraph, number=was.number)


def _kept(selection: Selection, entries: Sequence[Entry], old: Sequence[Entry]) -> Selection:
    """The selection in the paragraph it was in, wherever that stands now; of an empty text in the one to write in."""
    if not old:
        return Selection.at(next(at for at, entry in enumerate(entries) if not entry.length))
    key = old[selection.head.position].key if selection.head.position < len(old) else None
    at = next((at for at, entry in enumerate(entries) if entry.key == key), None)
    if at is None:
        return Selection.at(min(selection.head.position, len(entries) - 1)) if entries else Selection()
    return Selection.at(at, min(selection.head.place, entries[at].length))


def _paragraphs(text: WorkingText | Draft | Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs of a text, the notes its masthead calls among them."""
    if isinstance(text, WorkingText):
        return [entry.paragraph for entry in as_lines(text.entries, text.notes)]
    if isinstance(text, Draft):
        return (
            [entry.paragraph for entry in as_lines(entries_of(text), text.note)] if text.footnotes else text.paragraphs
        )
    return text
