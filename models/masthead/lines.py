"""The masthead as fields: read from its lines, and written back into those lines alone that differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.draft.asterisk_notes import marks_in
from models.draft.held_letters import held
from models.editing.edit import Entry, Selection
from models.editing.entries import entries_of
from models.editing.places import FIRST_KIND
from models.editing.runs import cut, differing, place_of, replaced
from models.editing.working import WorkingText
from models.masthead.facts import forms_of, line_form
from models.masthead.note_lines import NEW as _NEW
from models.masthead.note_lines import as_footnotes, as_lines, foot_of
from models.masthead.parts import NAMES, MastheadFields, Part, fields_from, parts_of, single_spaced
from models.masthead.words import told_language
from models.reading.language import language as language_of_text
from models.reading.language import official

__all__ = ["NAMES", "MastheadFields", "draft_with", "fields_of", "language", "set_fields", "tidied"]

FIELD_WORDS = {
    "symbol": "symbol",
    "organ": "organ",
    "distribution": "distribution",
    "date": "date of issue",
    "language": "language of the text",
    "original": "original language",
    "session": "session",
    "committee": "committee",
    "agenda_item": "agenda item",
    "agenda_title": "agenda title",
    "sponsor_line": "sponsor line",
    "title": "title",
    "sponsor_note": "asterisk note",
}
"""What people call the fields."""


def fields_of(text: WorkingText | Draft | Sequence[Paragraph]) -> MastheadFields:
    """The fields of a masthead, worked out from its lines and never stored."""
    paragraphs = _paragraphs(text)
    return fields_from(paragraphs, parts_of(paragraphs))


def language(text: WorkingText | Draft | Sequence[Paragraph]) -> str:
    """The language the masthead is written in, or, where that does not tell, the text: en, fr, es, ru, zh or ar."""
    paragraphs = tuple(_paragraphs(text))
    return _told(paragraphs) or official(language_of_text(Draft(paragraphs)))


def _told(paragraphs: Sequence[Paragraph], without: Collection[str] = ()) -> str | None:
    """The language that the lines of a masthead and the enacting line tell, but for those that say certain words."""
    told = [one.text for one in paragraphs if one.kind in (Kind.MASTHEAD, Kind.ENACTING)]
    return told_language([text for text in told[:_LINES] if text not in without])


def _spoken(text: WorkingText | Draft, fields: MastheadFields) -> str:
    """The language to write lines in: that of those that stand, else that of what is said, else that of the text."""
    paragraphs = tuple(_paragraphs(text))
    said = [value for name in NAMES if (value := getattr(fields, name))]
    return _told(paragraphs) or told_language(said) or language_of_text(Draft(paragraphs))


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
    before = _Lines(as_lines(standing, working.notes) or alone, _spoken(working, fields))
    after, left = _in_one_language(before, *before.written(tidied(fields)))
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
    before = _Lines(as_lines(standing, draft.note), _spoken(draft, fields))
    after, left = _in_one_language(before, *before.written(tidied(fields)))
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


def _in_one_language(before: _Lines, after: _Lines, left: tuple[str, ...]) -> tuple[_Lines, tuple[str, ...]]:
    """The lines with "United Nations", which was written before any other told the language, in that one."""
    names = forms_of("united_nations")
    was, now = (_told([entry.paragraph for entry in lines.entries], names) for lines in (before, after))
    if was is not None or now is None:
        return after, left
    for at, entry in enumerate(after.entries):
        if entry.paragraph.kind is Kind.MASTHEAD and entry.text in names:
            return after._put(at, _reworded(entry, 0, len(entry.text), line_form("united_nations", now))), left
    return after, left


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


_LINES = 30


@dataclass(frozen=True)
class _Lines:
    """Entries and what their masthead says; each change gives other lines."""

    entries: tuple[Entry, ...]
    language: str

    @property
    def parts(self) -> tuple[Part, ...]:
        return parts_of([entry.paragraph for entry in self.entries])

    @property
    def fields(self) -> MastheadFields:
        return fields_of([entry.paragraph for entry in self.entries])

    def written(self, fields: MastheadFields) -> tuple[_Lines, tuple[str, ...]]:
        """The lines that say this, and the names of what could not be said."""
        lines, left = self._written(fields)
        told_apart = not (self.fields.title or self.fields.sponsor_line)
        return lines._item_and_title_apart() if told_apart else lines, left

    def with_text_below(self) -> _Lines:
        """With what is yet to be written below a title as text: there is nothing to come of the masthead."""
        entries = list(self.entries)
        heads = [at for at, entry in enumerate(entries) if entry.paragraph.kind is Kind.MASTHEAD]
        while self.fields.title and heads and _is_yet_to_write(entries[heads[-1]]):
            at = heads.pop()
            entries[at] = replace(entries[at], paragraph=replace(entries[at].paragraph, kind=Kind.TEXT))
        return replace(self, entries=tuple(entries))

    def _written(self, fields: MastheadFields) -> tuple[_Lines, tuple[str, ...]]:
        """All at once where that reads back; else field by field, since one may need another to be known by."""
        now = self.fields
        # The title of the item is told from that of the text by the lines around it: it comes last and goes first.
        order = {"agenda_title": 1 if fields.agenda_title else -1}
        names = sorted(NAMES, key=lambda name: order.get(name, 0))
        wanted = [name for name in names if getattr(fields, name) != getattr(now, name)]
        if not wanted:
            return self, ()
        values = {name: getattr(fields, name) for name in wanted}
        merged = self._with_all(values | {"agenda_title": ""})._with_title_of_item(fields.agenda_title)
        for whole in (self._with_all(values), merged):
            if whole.fields == fields:
                return whole, ()
        lines, left = self, wanted
        while left:
            still: list[str] = []
            for name in left:
                aim = replace(lines.fields, **{name: getattr(fields, name)})
                tried = next((one for one in lines._ways(name, getattr(fields, name)) if one.fields == aim), None)
                lines = tried or lines
                if tried is None:
                    still.append(name)
            if len(still) == len(left):
                break
            left = still
        return lines, tuple(left)

    def _ways(self, name: str, value: str) -> tuple[_Lines, ...]:
        plain = self._with(name, value)
        if name == "agenda_title":
            return plain, self._with(name, "")._with_title_of_item(value)
        title = self.fields.agenda_title
        # What goes may be what told the title of the item from that of the text.
        return (plain,) if value else (plain, self._with_all({name: "", "agenda_title": ""})._with_title_of_item(title))

    def _with_title_of_item(self, value: str) -> _Lines:
        """With nothing below it, a title of the item is known by standing in the item's own line."""
        item = next((part for part in self.parts if part.field == "agenda_item"), None)
        if item is None or not value:
            return self
        line = self.entries[item.position]
        end = len(line.text.rstrip())
        return self._put(
            item.position, _reworded(line, end, end, line_form("in_its_line", self.language).format(value))
        )

    def _item_and_title_apart(self) -> _Lines:
        """With the title of the item on a line of its own, as it is printed, where it came to stand in that of the item
        and what is below it now tells it."""
        parts = {part.field: part for part in self.parts}
        item, title = parts.get("agenda_item"), parts.get("agenda_title")
        if item is None or title is None or item.position != title.position:
            return self
        line, now = self.entries[item.position], self.fields
        written = line_form("agenda_item", self.language).format(now.agenda_item)
        if line.text != written + line_form("in_its_line", self.language).format(now.agenda_title):
            return self
        runs = line.paragraph.runs
        above = line.with_runs(cut(runs, 0, place_of(runs, title.first)))
        below = Entry(_NEW, Paragraph(Kind.MASTHEAD, cut(runs, place_of(runs, title.start))))
        entries = (*self.entries[: item.position], above, below, *self.entries[item.position + 1 :])
        apart = replace(self, entries=entries)
        return apart if apart.fields == now else self

    def _with(self, name: str, value: str) -> _Lines:
        return self._with_all({name: value})

    def _with_all(self, values: Mapping[str, str]) -> _Lines:
        """What stands is changed from below, so that places above hold; then what is missing is put in."""
        parts = self.parts
        standing = {part.field for part in parts}
        changes = [
            change
            for name, value in values.items()
            for change in self._changes([part for part in parts if part.field == name], value)
        ]
        entries = list(self.entries)
        for part, text in sorted(changes, key=lambda change: (-change[0].position, -change[0].start)):
            entry = entries[part.position]
            changed = _reworded(entry, part.start, part.end, text) if text else _without(entry, part)
            entries[part.position : part.position + 1] = [changed] if changed else []
        lines = replace(self, entries=tuple(entries))
        for name, value in values.items():
            if value and name not in standing:
                lines = lines._inserted(name, value)
        return lines

    def _put(self, position: int, entry: Entry) -> _Lines:
        return replace(self, entries=(*self.entries[:position], entry, *self.entries[position + 1 :]))

    def _changes(self, parts: Sequence[Part], value: str) -> list[tuple[Part, str]]:
        """What each part becomes: a value over several lines changes in one where it can, else the first takes all."""
        texts = [single_spaced(part.field, self.entries[part.position].text[part.start : part.end]) for part in parts]
        if not parts or " ".join(texts) == value:
            return []
        for at, part in enumerate(parts):
            head, tail = " ".join(texts[:at]), " ".join(texts[at + 1 :])
            lead, end = f"{head} " if head else "", f" {tail}" if tail else ""
            middle = value[len(lead) : len(value) - len(end)].strip()
            if middle and value.startswith(lead) and value.endswith(end) and len(value) > len(lead + end):
                return [(part, middle)]
        return [(parts[0], value), *((part, "") for part in parts[1:])]

    def _inserted(self, name: str, value: str) -> _Lines:
        if name == "sponsor_note":
            return self._with_note(value)
        # Mastheads in another alphabet print the language of the original in English, as they do "Distr.".
        in_english = name == "original" and value.isascii() and self.language in ("ar", "ru", "zh")
        lines = [line_form(name, "en" if in_english else self.language).format(value)]
        if name == "symbol" and not self._says_united_nations():
            lines.insert(0, line_form("united_nations", self.language))
        made = [Entry(_NEW, Paragraph(Kind.MASTHEAD, (Run(line),))) for line in lines]
        at = self._place(name)
        return replace(self, entries=(*self.entries[:at], *made, *self.entries[at:]))

    def _says_united_nations(self) -> bool:
        heads = [entry.text for entry in self.entries if entry.paragraph.kind is Kind.MASTHEAD]
        return any(name in text for text in heads for name in forms_of("united_nations"))

    def _with_note(self, value: str) -> _Lines:
        at = foot_of(self.entries)
        lines = (self.entries[part.position].paragraph for part in self.parts if part.field == "sponsor_line")
        mark = next((mark for line in lines for mark in marks_in(line)), "*")
        note = Entry(_NEW, Paragraph(Kind.SPONSOR_NOTE, (Run(value),), number=mark), printed=True)
        return replace(self, entries=(*self.entries[:at], note, *self.entries[at:]))

    def _place(self, name: str) -> int:
        """Before the first line of a later field; after all that is masthead where there is none."""
        rank = NAMES.index(name)
        parts = self.parts
        later = [part.position for part in parts if NAMES.index(part.field) > rank and part.field != "sponsor_note"]
        earlier = [part.position for part in parts if NAMES.index(part.field) < rank]
        heads = [at for at, entry in enumerate(self.entries) if entry.paragraph.kind is Kind.MASTHEAD]
        while heads and _is_yet_to_write(self.entries[heads[-1]]):
            heads.pop()
        if earlier and (not later or max(earlier) < min(later)):
            # Right behind what comes before it: unknown lines between stay with what follows them.
            if later or name != "title":
                return max(earlier) + 1
            return heads[-1] + 1
        if later:
            return min(later)
        return heads[-1] + 1 if heads else 0


def _is_yet_to_write(entry: Entry) -> bool:
    """Whether nothing stands in a line yet; what is written there goes on below the masthead."""
    return not entry.length and entry.paragraph.cell is None


def _without(entry: Entry, part: Part) -> Entry | None:
    """A line without a part, and None where nothing is left of it."""
    before, after = entry.text[: part.first].rstrip(), entry.text[part.last :].lstrip()
    if not f"{before}{after}".strip(" *"):
        return None
    return _reworded(entry, len(before), len(entry.text) - len(after), " " if before and after else "")


def _reworded(entry: Entry, start: int, end: int, text: str) -> Entry:
    """Other words between two offsets, in the looks of those they replace; what is the same stays as it is, with its
    note marks."""
    runs = entry.paragraph.runs
    same, gone, come = differing(entry.text[start:end], text)
    start, end, text = start + same, start + gone, text[same:come]
    first, last = place_of(runs, start), place_of(runs, end)
    looks = next((run for run in cut(runs, first, last) if run.footnote is None), None)
    if looks is None:
        beside = (*reversed(cut(runs, 0, first)), *cut(runs, last))
        looks = next((run for run in beside if run.footnote is None), Run())
    kept = [run for run in cut(runs, first, last) if run.footnote is not None]
    new = [replace(looks, text=text), *kept] if text else kept
    return entry.with_runs(tidy_runs(replaced(runs, first, last, new)))


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
