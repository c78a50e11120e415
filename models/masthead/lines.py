"""The lines of a masthead, and how they say other fields: in those lines alone that differ."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from models.draft import Kind, Paragraph, Run, tidy_runs
from models.draft.asterisk_notes import marks_in
from models.editing.edit import Entry
from models.editing.runs import cut, differing, place_of, replaced
from models.masthead.facts import forms_of, item_form, line_form
from models.masthead.note_lines import NEW as _NEW
from models.masthead.note_lines import foot_of
from models.masthead.parts import NAMES, MastheadFields, Part, fields_from, parts_of, single_spaced
from models.masthead.words import told_language

_LINES = 30
"""Of a masthead at most so many are asked for its language."""


def told_in(paragraphs: Sequence[Paragraph], without: Collection[str] = ()) -> str | None:
    """The language that the lines of a masthead and the enacting line tell, but for those that say certain words."""
    told = [one.text for one in paragraphs if one.kind in (Kind.MASTHEAD, Kind.ENACTING)]
    return told_language([text for text in told[:_LINES] if text not in without])


@dataclass(frozen=True)
class Lines:
    """Entries and what their masthead says; each change gives other lines."""

    entries: tuple[Entry, ...]
    language: str

    @property
    def parts(self) -> tuple[Part, ...]:
        return parts_of([entry.paragraph for entry in self.entries])

    @property
    def fields(self) -> MastheadFields:
        return fields_from([entry.paragraph for entry in self.entries], self.parts)

    def written(self, fields: MastheadFields) -> tuple[Lines, tuple[str, ...]]:
        """The lines that say this, and the names of what could not be said."""
        lines, left = self._written(fields)
        told_apart = not (self.fields.title or self.fields.sponsor_line)
        return lines._item_and_title_apart() if told_apart else lines, left

    def with_text_below(self) -> Lines:
        """With what is yet to be written below a title as text: there is nothing to come of the masthead."""
        entries = list(self.entries)
        heads = [at for at, entry in enumerate(entries) if entry.paragraph.kind is Kind.MASTHEAD]
        while self.fields.title and heads and _is_yet_to_write(entries[heads[-1]]):
            at = heads.pop()
            entries[at] = replace(entries[at], paragraph=replace(entries[at].paragraph, kind=Kind.TEXT))
        return replace(self, entries=tuple(entries))

    def in_one_language(self, before: Lines) -> Lines:
        """With "United Nations", which was written `before` any other line told the language, in that one."""
        names = forms_of("united_nations")
        was, now = (told_in([entry.paragraph for entry in lines.entries], names) for lines in (before, self))
        if was is not None or now is None:
            return self
        for at, entry in enumerate(self.entries):
            if entry.paragraph.kind is Kind.MASTHEAD and entry.text in names:
                return self._put(at, _reworded(entry, 0, len(entry.text), line_form("united_nations", now)))
        return self

    def _written(self, fields: MastheadFields) -> tuple[Lines, tuple[str, ...]]:
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

    def _ways(self, name: str, value: str) -> tuple[Lines, ...]:
        plain = self._with(name, value)
        if name == "agenda_title":
            return plain, self._with(name, "")._with_title_of_item(value)
        title = self.fields.agenda_title
        # What goes may be what told the title of the item from that of the text.
        return (plain,) if value else (plain, self._with_all({name: "", "agenda_title": ""})._with_title_of_item(title))

    def _with_title_of_item(self, value: str) -> Lines:
        """With nothing below it, a title of the item is known by standing in the item's own line."""
        item = next((part for part in self.parts if part.field == "agenda_item"), None)
        if item is None or not value:
            return self
        line = self.entries[item.position]
        end = len(line.text.rstrip())
        return self._put(
            item.position, _reworded(line, end, end, line_form("in_its_line", self.language).format(value))
        )

    def _item_and_title_apart(self) -> Lines:
        """With the title of the item on a line of its own, as it is printed, where it came to stand in that of the item
        and what is below it now tells it."""
        parts = {part.field: part for part in self.parts}
        item, title = parts.get("agenda_item"), parts.get("agenda_title")
        if item is None or title is None or item.position != title.position:
            return self
        line, now = self.entries[item.position], self.fields
        written = item_form(now.agenda_item, self.language).format(now.agenda_item)
        if line.text != written + line_form("in_its_line", self.language).format(now.agenda_title):
            return self
        runs = line.paragraph.runs
        above = line.with_runs(cut(runs, 0, place_of(runs, title.first)))
        below = Entry(_NEW, Paragraph(Kind.MASTHEAD, cut(runs, place_of(runs, title.start))))
        entries = (*self.entries[: item.position], above, below, *self.entries[item.position + 1 :])
        apart = replace(self, entries=entries)
        return apart if apart.fields == now else self

    def _with(self, name: str, value: str) -> Lines:
        return self._with_all({name: value})

    def _with_all(self, values: Mapping[str, str]) -> Lines:
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
            if changed is not None and text and part.field == "agenda_item":
                changed = self._of_as_many(changed, entry.text[: part.start], entry.text[part.start : part.end], text)
            entries[part.position : part.position + 1] = [changed] if changed else []
        lines = replace(self, entries=tuple(entries))
        for name, value in values.items():
            if value and name not in standing:
                lines = lines._inserted(name, value)
        return lines

    def _of_as_many(self, line: Entry, head: str, was: str, now: str) -> Entry:
        """The line of an item with "items" in it where it names several now, or one; a head of another form stays."""
        before, after = (item_form(item, self.language).partition("{}")[0] for item in (was, now))
        if before == after or head.strip() != before.strip():
            return line
        return _reworded(line, 0, len(head), after)

    def _put(self, position: int, entry: Entry) -> Lines:
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

    def _inserted(self, name: str, value: str) -> Lines:
        if name == "sponsor_note":
            return self._with_note(value)
        # Mastheads in another alphabet print the language of the original in English, as they do "Distr.".
        in_english = name == "original" and value.isascii() and self.language in ("ar", "ru", "zh")
        spoken = "en" if in_english else self.language
        form = item_form(value, spoken) if name == "agenda_item" else line_form(name, spoken)
        lines = [form.format(value)]
        if name == "symbol" and not self._says_united_nations():
            lines.insert(0, line_form("united_nations", self.language))
        made = [Entry(_NEW, Paragraph(Kind.MASTHEAD, (Run(line),))) for line in lines]
        at = self._place(name)
        return replace(self, entries=(*self.entries[:at], *made, *self.entries[at:]))

    def _says_united_nations(self) -> bool:
        heads = [entry.text for entry in self.entries if entry.paragraph.kind is Kind.MASTHEAD]
        return any(name in text for text in heads for name in forms_of("united_nations"))

    def _with_note(self, value: str) -> Lines:
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
