"""Where the references of a copy lead: to what is in it, or to what of its text is left behind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from models.draft import Footnote, Paragraph
from models.draft.named_parts import may_name_note
from models.editing.edit import Entry
from models.editing.notes.cited_notes import Cited, Naming, note_entry
from models.editing.references.brought import Lead, Leads, Target, known_by
from models.editing.references.referring_notes import NoteEntry
from models.editing.references.remembered import Held, Signs, signs_of, words_of
from models.editing.references.targets import Targets
from models.editing.references.unfollowed import State

if TYPE_CHECKING:
    from models.editing.working import WorkingText

_Meant = Mapping[int, tuple[Target, ...]]


def leads_of(working: WorkingText, first: int, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> Leads:
    """Where the references of paragraphs lead that were copied from a position on, maybe cut, and of their notes."""
    copy = _Copy(working, range(first, first + len(paragraphs)), {note.id for note in notes})
    to_paragraphs: dict[int, Lead] = {}
    to_notes: dict[int, Lead] = {}
    by_place: dict[int, Lead] = {}
    for at, cut in enumerate(paragraphs):
        entry = working.entries[first + at]
        shown = entry if entry.paragraph.runs == cut.runs else Entry(0, cut)
        if entry.mentions and shown.mentions:
            meant = copy.referring(entry, first + at)
            _keep(to_paragraphs, at, signs_of(entry.mentions), meant, signs_of(shown.mentions))
        if entry.unfollowed and shown.unfollowed:
            _keep(by_place, at, words_of(entry), copy.unfollowed(entry, first + at), words_of(shown))
        if may_name_note(cut.text):
            one = Naming.of(entry)
            _keep(to_notes, at, one.signs, copy.naming(one, first + at), Naming.of(shown).signs)
    for note in notes:
        refers, place = working.noted.referring.by_id.get(note.id), copy.targets.citing(note.id)
        if refers is not None and place is not None and refers.mentions:
            signs = signs_of(refers.mentions)
            _keep(to_paragraphs, refers.key, signs, copy.referring(refers, place), signs)
        if refers is not None and place is not None and refers.unfollowed:
            _keep(by_place, refers.key, words_of(refers), copy.unfollowed(refers, place), words_of(refers))
        if may_name_note(note.text):
            one = Naming.of(note_entry(note.id, note.runs))
            _keep(to_notes, one.entry.key, one.signs, copy.naming(one, 0), one.signs)
    return Leads(to_paragraphs, to_notes, by_place)


class _Copy:
    """What the references of some paragraphs mean in their text, told by places in the copy of them or by words."""

    def __init__(self, working: WorkingText, within: range, notes: set[int]) -> None:
        self.targets = Targets(working.entries, working.stretches)
        self._working, self._within, self._notes = working, within, notes
        self._state = State(self.targets)
        self._cited = Cited(working.stretches, working.noted.marks)

    def referring(self, entry: Entry, at: int) -> _Meant:
        """What the mentions of a paragraph or note at a place mean, by their number."""
        held = self._working.remembered.lost.get(entry.key)
        since = held.of(signs_of(entry.mentions)) if held is not None else {}
        found: dict[int, tuple[Target, ...]] = {}
        for number, mention in enumerate(entry.mentions):
            if isinstance(entry, NoteEntry) and entry.may_be_of_another(mention, self._working.entries[at]):
                continue
            resolved = self.targets.resolve(at, mention, inside=not isinstance(entry, NoteEntry))
            now = [self._paragraph(one) for one in resolved]
            was = [self._lost(key) for key in since.get(number, (None,) * len(now))]
            found[number] = tuple(one if old is None else old for old, one in zip(was, now, strict=True))
        return found

    def unfollowed(self, entry: Entry, at: int) -> _Meant:
        """What the references mean that no figure follows."""
        held = self._working.remembered.astray.get(entry.key)
        since = held.of(words_of(entry)) if held is not None else {}
        return {
            number: tuple(map(self._lost, since.get(number) or self._state.meant(at, one)))
            for number, one in enumerate(entry.unfollowed)
            if not (isinstance(entry, NoteEntry) and entry.may_be_of_another(one, self._working.entries[at]))
        }

    def naming(self, one: Naming, at: int) -> _Meant:
        """Which notes are meant where notes are named."""
        held, notes = self._working.remembered.named.get(one.entry.key), self._working.notes
        since = {n: keys[0] for n, keys in held.of(one.signs).items()} if held is not None else {}
        meant = {**self._cited.meant(one, at), **{n: key for n, key in since.items() if key is not None}}
        texts = {note: notes[note].text if note in notes else "" for note in meant.values()}
        return {n: (note if note in self._notes else known_by(texts[note]),) for n, note in meant.items()}

    def _paragraph(self, position: int | None) -> Target:
        if position is None:
            return None
        if position in self._within:
            return position - self._within.start
        return known_by(self._working.entries[position].text)

    def _lost(self, key: int | None) -> Target:
        """A paragraph by its key, which may be gone."""
        return None if key is None else self._paragraph(self._places[key]) if key in self._places else ""

    @cached_property
    def _places(self) -> dict[int, int]:
        return {entry.key: at for at, entry in enumerate(self._working.entries)}


def _keep(found: dict[int, Lead], key: int, was: Signs, meant: _Meant, now: Signs) -> None:
    """Keep what references mean that are still there in what was cut."""
    left = _carried(Lead(was, meant), now)
    if any(target is not None for keys in left.values() for target in keys):
        found[key] = Lead(now, left)


def _carried(lead: Lead, signs: Signs) -> dict[int, tuple[Target, ...]]:
    numbers = Held(lead.signs, {number: (number,) for number in lead.meant}).of(signs)
    return {now: lead.meant[was[0]] for now, was in numbers.items() if was[0] is not None}
