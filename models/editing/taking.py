"""Changes of a comparison taken into the working text, or refused: worked out apart, then done as one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.comparison.change import Comparison, Words
from models.comparison.partly import Taken, turned, turned_words
from models.draft import Draft, DraftError, Footnote, Paragraph
from models.editing.edit import Entry, Selection
from models.editing.known_places import known_places, written_in_full
from models.editing.restoring import carried, replacements
from models.editing.working import WorkingText, entries_of
from models.taking.placed import Known, Origin, Placed
from models.taking.placed import turned as known_back
from models.taking.sources_kept import InFull, Owned, as_in_drafts, told, with_sources
from models.taking.union import Union, union

CameFrom = Sequence[tuple[int, ...]]


class CannotTake(DraftError):
    """A change does not fit the working text."""


class HasAlready(CannotTake):
    """The text has a change already, or it follows from others that are there."""


@dataclass(frozen=True)
class Outcome:
    """What the working text is to read, and for each paragraph the positions it comes from in the text as it was.

    `entries` are its paragraphs as a working text has them, keys and lineage not yet its own; `placed` says what they
    stand for since, by their position, where that is not as it was known; `told` is what else there is to say.
    """

    draft: Draft
    came_from: CameFrom
    entries: tuple[Entry, ...]
    placed: Placed
    told: str = ""


def outcome(
    working: Draft,
    comparison: Comparison,
    changes: Taken,
    *,
    refused: bool = False,
    words: Mapping[int, Words] | None = None,
    known: Known = (),
    in_full: InFull | None = None,
) -> Outcome:
    """The working text with changes taken: as the new draft of the comparison has them, or refused, as the old one.

    `changes` and `words` are those of `partly`: whole changes, or places of words in them. The working text need be
    neither of the two drafts: what it says otherwise stays. `known` says what its paragraphs are of the two,
    `in_full` which of its notes say in full what "Ibid." meant. Errors: CannotTake where it says otherwise at the very
    place, or has it so already.
    """
    places = union(comparison)
    back = comparison
    if refused:
        back, order = turned(comparison)
        places = places.turned(back, order)
        known = known_back(known)
        changes = {number: changes[was] for number, was in enumerate(order) if was in changes}
        words = {number: turned_words(words[was]) for number, was in enumerate(order) if words and was in words}
    text = as_in_drafts(working, in_full or {})
    draft, came_from, stand_for, other, notes = _put_in(text, places, changes, words, known)
    draft, written = with_sources(draft, notes, (back.old, back.new))
    if _reads(draft, working) and not other:
        raise HasAlready("The text says so already; nothing was changed.")
    stand_for = known_back(stand_for) if refused else stand_for
    at = {at: origin for at, origin in enumerate(stand_for) if origin is not None}
    placed = Placed(comparison.old, comparison.new, at, written)
    return Outcome(draft, came_from, entries_of(draft), placed, told(draft, written, working))


def _put_in(
    working: Draft, places: Union, changes: Taken, words: Mapping[int, Words] | None, known: Known
) -> tuple[Draft, CameFrom, Known, bool, Sequence[Owned]]:
    """What is taken stands beside the neighbours it has; words are merged where the text says something else."""
    from models.merging.merge import merge
    from models.taking.into_text import put_in
    from models.taking.standing import CannotPutIn

    try:
        wanted = put_in(working, places, changes, words, known)
    except CannotPutIn as error:
        raise CannotTake(str(error)) from error
    if wanted.before is None:
        return wanted.draft, wanted.came_from, wanted.stand_for, wanted.other, wanted.notes
    found = merge(wanted.before, working, wanted.draft)
    if found.open:
        clash = found.open[0]
        where = f" at {clash.label}" if clash.label else ""
        raise CannotTake(f"The text says something else{where} than both drafts; change it there by hand.")
    came_from: list[tuple[int, ...]] = [()] * len(found.draft.paragraphs)
    stand_for: list[Origin | None] = [None] * len(came_from)
    notes: list[Owned] = [()] * len(came_from)
    for row in found.rows:
        for at in row.merged:
            came_from[at] = row.ours
        for at, there in zip(row.merged, row.theirs, strict=False):
            stand_for[at], notes[at] = wanted.stand_for[there], wanted.notes[there]
    return found.draft, tuple(came_from), stand_for, wanted.other, notes


def _reads(one: Draft, two: Draft) -> bool:
    """Whether two drafts read alike; what their notes are numbered inside the program counts for nothing."""
    if len(one.paragraphs) != len(two.paragraphs) or len(one.footnotes) != len(two.footnotes):
        return False
    return all(
        (a is b and not a.footnotes) or _told(a, one) == _told(b, two)
        for a, b in zip(one.paragraphs, two.paragraphs, strict=True)
    )


def _told(paragraph: Paragraph, draft: Draft) -> object:
    runs = [
        (run.text, run.marks, draft.note[run.footnote].runs if run.footnote in draft.note else None)
        if run.footnote is not None
        else (run.text, run.marks)
        for run in paragraph.runs
    ]
    return (paragraph.kind, paragraph.level, paragraph.number, paragraph.set_label, paragraph.cell, runs)


@dataclass(frozen=True)
class Planned:
    """How a working text becomes an outcome: what is replaced, last to first, and the notes that read otherwise.

    What is new has keys and ids of notes below zero, counted down from -1: the text gives it its own.
    """

    replaced: tuple[tuple[int, int, tuple[Entry, ...]], ...]
    notes: tuple[tuple[int, Footnote], ...]
    new_keys: int
    placed: Placed
    told: str = ""

    @property
    def size(self) -> int:
        """How many paragraphs go or come."""
        return sum(max(end - start, len(new)) for start, end, new in self.replaced)


def plan(
    working: WorkingText,
    comparison: Comparison,
    changes: Taken,
    *,
    refused: bool = False,
    words: Mapping[int, Words] | None = None,
) -> Planned:
    """What is to be done to the working text that changes be taken into it, or refused; as `outcome` has it."""
    text = working.draft()
    known = known_places(working, text, comparison)
    in_full = written_in_full(working)
    found = outcome(text, comparison, changes, refused=refused, words=words, known=known, in_full=in_full)
    return planned(list(working.entries), dict(working.notes), found)


def planned(entries: Sequence[Entry], notes: Mapping[int, Footnote], found: Outcome) -> Planned:
    """What is to be done to a text of these entries and notes, of which the outcome was worked out."""
    ids, otherwise = _notes(entries, notes, found)
    wanted, new_keys = _with_keys(entries, [_cited(entry, ids) for entry in found.entries], found.came_from)
    changes = tuple((start, end, tuple(new)) for start, end, new in replacements(entries, wanted))
    at = {wanted[place].key: origin for place, origin in found.placed.at.items()}
    in_full = {ids[note]: runs for note, runs in found.placed.in_full.items()}
    return Planned(changes, otherwise, new_keys, replace(found.placed, at=at, in_full=in_full), found.told)


def still_fits(found: Planned, entries: Sequence[Entry], notes: Mapping[int, Footnote], working: WorkingText) -> bool:
    """Whether what was planned for a text of these entries and notes can be done to it as it was written on since."""
    now = working.entries
    return (
        len(now) == len(entries)
        and working.notes == notes
        and all(now[at] is entries[at] for start, end, _ in found.replaced for at in range(start, end))
    )


def take(working: WorkingText, found: Planned, words: str, selection: Selection) -> None:
    """Let the text read as planned, as one step that touches only what differs; the text must not have changed.

    `words` name the step: "Take OP9". Paragraphs keep their keys and their lineage; parts of a split share it.
    """
    before = list(working.entries)
    with working.step(words, selection) as step:
        step.exact = True
        keys = {-number: working.fresh_key() for number in range(1, found.new_keys + 1)}
        ids: dict[int, int] = {}
        for note, text in found.notes:
            ids[note] = working.fresh_note() if note < 0 else note
            step.set_note(ids[note], replace(text, id=ids[note]))
        for start, end, new in found.replaced:
            own = [replace(entry, key=keys[entry.key]) if entry.key < 0 else entry for entry in new]
            step.replace(start, end, [_cited(entry, ids) for entry in own])
        step.told = found.told
        at = {keys.get(key, key): origin for key, origin in found.placed.at.items()}
        in_full = {ids.get(note, note): runs for note, runs in found.placed.in_full.items()}
        if at or in_full:
            step.placed = replace(found.placed, at=at, in_full=in_full)
        step.selection = carried(before, working, selection)


def _notes(
    entries: Sequence[Entry], there: Mapping[int, Footnote], found: Outcome
) -> tuple[dict[int, int], tuple[tuple[int, Footnote], ...]]:
    """Under which id the text knows each note of the outcome, its own where the note is there; and what others read."""
    waiting: dict[object, list[int]] = {}
    for note in there.values():
        waiting.setdefault((note.runs, note.mark.isdigit()), []).append(note.id)
    ids: dict[int, int] = {}
    left: list[Footnote] = []
    for note in found.draft.footnotes:
        own = there.get(note.id)
        if own is not None and own.runs == note.runs:
            ids[note.id] = own.id
            waiting[own.runs, own.mark.isdigit()].remove(own.id)
    for note in found.draft.footnotes:
        if note.id in ids:
            continue
        same = waiting.get((note.runs, note.mark.isdigit()), [])
        if same:
            ids[note.id] = same.pop(0)
        else:
            left.append(note)
    free = _paired(entries, found, ids) if left else {}
    for number, note in enumerate(left, 1):
        ids[note.id] = free.get(note.id, -number)
    return ids, tuple((ids[note.id], note) for note in left)


def _paired(entries: Sequence[Entry], found: Outcome, ids: Mapping[int, int]) -> dict[int, int]:
    """Notes that read otherwise now, by the one that stood at their place in the same paragraph and is not used."""
    used = set(ids.values())
    pairs: dict[int, int] = {}
    for paragraph, origins in zip(found.draft.paragraphs, found.came_from, strict=True):
        before = [note for at in origins for note in entries[at].paragraph.footnotes]
        if len(before) == len(paragraph.footnotes):
            for new, old in zip(paragraph.footnotes, before, strict=True):
                if new not in ids and new not in pairs and old not in used:
                    pairs[new] = old
                    used.add(old)
    return pairs


def _cited(entry: Entry, ids: Mapping[int, int]) -> Entry:
    if not ids or not entry.paragraph.footnotes:
        return entry
    runs = tuple(
        run if run.footnote is None else replace(run, footnote=ids.get(run.footnote, run.footnote))
        for run in entry.paragraph.runs
    )
    return entry if runs == entry.paragraph.runs else entry.with_runs(runs)


def _with_keys(
    entries: Sequence[Entry], wanted: Iterable[Entry], came_from: Sequence[tuple[int, ...]]
) -> tuple[list[Entry], int]:
    """The entries under the keys and with the lineage of the paragraphs they come from, and how many others are new."""
    used: set[int] = set()
    made: list[Entry] = []
    new_keys = 0
    for entry, places in zip(wanted, came_from, strict=True):
        if len(places) == 1:
            one = entries[places[0]]
            if one.key not in used and one.printed == entry.printed and one.paragraph == entry.paragraph:
                used.add(one.key)
                made.append(one)
                continue
        before = [entries[at] for at in places]
        lineage = tuple(sorted({origin for one in before for origin in one.came_from}))
        key = next((one.key for one in before if one.key not in used), None)
        if key is None:
            new_keys += 1
            key = -new_keys
        used.add(key)
        same = next((one for one in before if one.key == key), None)
        new = replace(entry, key=key, came_from=lineage)
        made.append(same if same is not None and _equal(same, new) else new)
    return made, new_keys


def _equal(one: Entry, two: Entry) -> bool:
    return (one.paragraph, one.printed, one.came_from) == (two.paragraph, two.printed, two.came_from)
