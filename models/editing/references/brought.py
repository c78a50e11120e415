"""What the references of a copy lead to, and what that is where it is pasted: in the same text, or in another.

A paragraph or note of the copy itself is meant by the copy; another by its words, so that it is found in any text that
has it. What is in no copy and in no text did not come along, and that is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from models.draft import Footnote, Paragraph
from models.draft.named_parts import may_name_note
from models.editing.edit import Entry
from models.editing.notes.cited_notes import Cited, Naming, note_entry
from models.editing.references.referring_notes import NoteEntry, as_entry, note_of
from models.editing.references.remembered import ELSEWHERE, Held, Known, Signs, signs_of, words_of
from models.editing.references.targets import Targets
from models.editing.references.unfollowed import State

if TYPE_CHECKING:
    from models.editing.step import Step
    from models.editing.working import WorkingText

Target = int | str | None
"""A paragraph by its place in the copy, or a note by its id there; else by what its words are known by; None: nothing
that is known."""
_ENDS = " ,;:.\u00a0"


class Lead(NamedTuple):
    """What the references of one paragraph or note are known by, and what each part of some of them leads to."""

    signs: Signs
    meant: Mapping[int, tuple[Target, ...]]


Leading = Mapping[int, Lead]
"""By the place of a paragraph in the copy, or by a note as an entry."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Where references of a copy lead: to paragraphs, to notes, and those that no figure follows."""

    referring: Leading = field(default_factory=dict)
    naming: Leading = field(default_factory=dict)
    unfollowed: Leading = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Brought:
    """What references that a step brought in mean in the text they came into."""

    referring: Known = field(default_factory=dict)
    naming: Known = field(default_factory=dict)
    unfollowed: Known = field(default_factory=dict)

    @property
    def to_paragraphs(self) -> bool:
        """Whether any of them means paragraphs."""
        return bool(self.referring or self.unfollowed)


def refer(paragraphs: Iterable[Paragraph], notes: Iterable[Footnote]) -> bool:
    """Whether paragraphs or notes may refer to anything in their text."""
    return any(
        may_name_note(one.text) or (entry := Entry(0, one)).mentions or entry.unfollowed for one in paragraphs
    ) or any(may_name_note(note.text) or as_entry(note) is not None for note in notes)


def leads_of(working: WorkingText, first: int, paragraphs: Sequence[Paragraph], notes: Sequence[Footnote]) -> Leads:
    """Where the references of paragraphs lead that were copied from a position on, maybe cut, and of their notes."""
    targets = Targets(working.entries, working.stretches)
    known = working.remembered

    def paragraph(position: int | None) -> Target:
        if position is None:
            return None
        inside = first <= position < first + len(paragraphs)
        return position - first if inside else _words(working.entries[position].text)

    places: dict[int, int] = {}

    def lost(key: int | None) -> Target:
        if key is not None and not places:
            places.update({entry.key: at for at, entry in enumerate(working.entries)})
        return None if key is None else paragraph(places[key]) if key in places else ""

    def referring(entry: Entry, at: int) -> dict[int, tuple[Target, ...]]:
        held = known.lost.get(entry.key)
        since = held.of(signs_of(entry.mentions)) if held is not None else {}
        found: dict[int, tuple[Target, ...]] = {}
        for number, mention in enumerate(entry.mentions):
            if isinstance(entry, NoteEntry) and entry.may_be_of_another(mention, working.entries[at]):
                continue
            now = [paragraph(one) for one in targets.resolve(at, mention, inside=not isinstance(entry, NoteEntry))]
            was = [lost(key) for key in since.get(number, (None,) * len(now))]
            found[number] = tuple(one if old is None else old for old, one in zip(was, now, strict=True))
        return found

    state = State(targets)

    def unfollowed(entry: Entry, at: int) -> dict[int, tuple[Target, ...]]:
        held = known.astray.get(entry.key)
        since = held.of(words_of(entry)) if held is not None else {}
        return {
            number: tuple(map(lost, since.get(number) or state.meant(at, one)))
            for number, one in enumerate(entry.unfollowed)
            if not (isinstance(entry, NoteEntry) and entry.may_be_of_another(one, working.entries[at]))
        }

    own = {note.id for note in notes}
    cited = Cited(working.stretches, working.noted.marks)

    def naming(one: Naming, at: int) -> dict[int, tuple[Target, ...]]:
        held = known.named.get(one.entry.key)
        since = {n: keys[0] for n, keys in held.of(one.signs).items()} if held is not None else {}
        meant = {**cited.meant(one, at), **{n: key for n, key in since.items() if key is not None}}
        texts = {note: working.notes[note].text if note in working.notes else "" for note in meant.values()}
        return {n: (note if note in own else _words(texts[note]),) for n, note in meant.items()}

    to_paragraphs: dict[int, Lead] = {}
    to_notes: dict[int, Lead] = {}
    by_place: dict[int, Lead] = {}
    for at, cut in enumerate(paragraphs):
        entry = working.entries[first + at]
        shown = entry if entry.paragraph.runs == cut.runs else Entry(0, cut)
        if entry.mentions and shown.mentions:
            _keep(to_paragraphs, at, signs_of(entry.mentions), referring(entry, first + at), signs_of(shown.mentions))
        if entry.unfollowed and shown.unfollowed:
            _keep(by_place, at, words_of(entry), unfollowed(entry, first + at), words_of(shown))
        if may_name_note(cut.text):
            one = Naming.of(entry)
            _keep(to_notes, at, one.signs, naming(one, first + at), Naming.of(shown).signs)
    for note in notes:
        refers, place = working.noted.referring.by_id.get(note.id), targets.citing(note.id)
        if refers is not None and place is not None and refers.mentions:
            signs = signs_of(refers.mentions)
            _keep(to_paragraphs, refers.key, signs, referring(refers, place), signs)
        if refers is not None and place is not None and refers.unfollowed:
            _keep(by_place, refers.key, words_of(refers), unfollowed(refers, place), words_of(refers))
        if may_name_note(note.text):
            one = Naming.of(note_entry(note.id, note.runs))
            _keep(to_notes, one.entry.key, one.signs, naming(one, 0), one.signs)
    return Leads(to_paragraphs, to_notes, by_place)


def _keep(found: dict[int, Lead], key: int, was: Signs, meant: Mapping[int, tuple[Target, ...]], now: Signs) -> None:
    """Keep what references mean that are still there in what was cut."""
    left = _carried(Lead(was, meant), now)
    if any(target is not None for keys in left.values() for target in keys):
        found[key] = Lead(now, left)


def _carried(lead: Lead, signs: Signs) -> dict[int, tuple[Target, ...]]:
    numbers = Held(lead.signs, {number: (number,) for number in lead.meant}).of(signs)
    return {now: lead.meant[was[0]] for now, was in numbers.items() if was[0] is not None}


def bring(step: Step, leads: Leads, holders: Sequence[int], notes: Mapping[int, int], fresh: Iterable[int]) -> None:
    """Let a step know what references mean that came with it.

    `holders` are the keys of the paragraphs in which those of the copy stand now, `notes` the ids of its notes here, of
    which `fresh` were not here before.
    """
    working = step.working
    new = set(fresh)

    def here(leading: Leading, meaning: Callable[[Target], int | None]) -> Known:
        found: dict[int, Held] = {}
        for key, lead in leading.items():
            note = note_of(key)
            if note is not None and notes.get(note) not in new:
                continue
            holder = holders[key] if note is None else -1 - notes[note]
            found[holder] = Held(
                lead.signs, {number: tuple(map(meaning, targets)) for number, targets in lead.meant.items()}
            )
        return found

    paragraphs = _unique((_words(one.text), one.key) for one in working.entries if one.key not in holders)
    sources = _unique((_words(working.notes[one].text), one) for one in working.cited() if one in working.notes)

    def paragraph(target: Target) -> int | None:
        if isinstance(target, str):
            return paragraphs.get(target, ELSEWHERE) if target else ELSEWHERE
        return None if target is None else holders[target]

    def note(target: Target) -> int | None:
        if isinstance(target, str):
            return sources.get(target, ELSEWHERE) if target else ELSEWHERE
        return None if target is None else notes.get(target, ELSEWHERE)

    step.brought = Brought(
        here(leads.referring, paragraph), here(leads.naming, note), here(leads.unfollowed, paragraph)
    )


def _unique(found: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Those that one alone is known by."""
    known: dict[str, int] = {}
    twice = set()
    for words, key in found:
        if words in known:
            twice.add(words)
        known[words] = key
    return {words: key for words, key in known.items() if words not in twice}


def _words(text: str) -> str:
    """What a paragraph or a source is known by in any text: its last mark, and an "and" behind that, follow from its
    place."""
    bare = " ".join(text.removesuffix(" and").rstrip(_ENDS).split())
    return blake2b(bare.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() if bare else ""
