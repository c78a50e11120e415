"""Changes of a comparison taken into the working text, or refused: worked out apart, then done as one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.comparison.change import Comparison
from models.comparison.partly import Taken
from models.comparison.words.marked import Words
from models.draft import Footnote
from models.editing.acts.restoring import carried, replacements
from models.editing.edit import Entry, Selection
from models.editing.placed import Placed, same
from models.editing.working import WorkingText
from models.taking.having import having
from models.taking.known_places import (
    came_with,
    in_the_base,
    known_places,
    side_of_base,
    to_the_letter,
    written_in_full,
)
from models.taking.outcome import HasAlready, Outcome, known_since, known_until, outcome
from models.taking.references_elsewhere import leading_elsewhere
from models.taking.references_elsewhere import told as elsewhere_told
from models.taking.union import union


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
    in_full, places = written_in_full(working, comparison), union(comparison)
    came = came_with(working, comparison, changes, refused)
    shows = comparison.new if refused else comparison.old
    try:
        try:
            found = outcome(text, comparison, changes, refused=refused, words=words, known=known, in_full=in_full)
        except HasAlready:
            # Of two that changed places another may have been taken across than the one which is said to have moved.
            if not same(text, shows):
                raise
            known = to_the_letter(text, 1 if refused else 0)
            found = outcome(text, comparison, changes, refused=refused, words=words, known=known, in_full=in_full)
    except HasAlready as error:
        if came:
            raise HasAlready(f"The text says so already: it came with {came}; nothing was changed.") from error
        raise
    since = known_since(found, known)
    before = having(text, places, known_until(found, known, since), in_full)
    after = having(found.draft, places, since, found.placed.in_full)
    brought = (before - after if refused else after - before) - set(changes)
    elsewhere = leading_elsewhere(found.entries, since, comparison)
    if elsewhere:
        told = elsewhere_told(elsewhere, leading_elsewhere(working.entries, known, comparison), found.draft)
        found = replace(found, told="; ".join(filter(None, (found.told, told))))
    found = replace(found, placed=replace(found.placed, brought=brought))
    bases = in_the_base(since, side_of_base(working, comparison))
    done = planned(list(working.entries), dict(working.notes), found, bases)
    if done.replaced or done.notes:
        return done
    # It reads so already; from now on it is known to be done, where it can be.
    left = after & {*changes} if refused else {*changes} - after
    many = are_many(comparison, changes)
    counts = f"{'they count' if many else 'it counts'} as {'refused' if refused else 'taken'} now"
    if left:
        # A number, where a reference leads, or what "Ibid." means that followed nothing.
        follow = "what differs follows from other paragraphs"
        counts = "what else the text says there is of neither draft" if found.merged else follow
    along = f"{'they' if many else 'it'} came with {came}" if came else found.told
    return replace(done, told="; ".join(filter(None, (along, counts))))


def are_many(comparison: Comparison, changes: Taken) -> bool:
    """Whether one speaks of changes as of several: paragraphs, rows or words, and not "OP9", "the row “Norway”"."""
    if len({comparison.unit_of[number] for number in changes}) > 1:
        return True
    if any(places is not None for places in changes.values()):
        return True
    found = [comparison.changes[number] for number in changes if not comparison.unit_of[number].in_table]
    return any(len(change.new or change.old) > 1 for change in found)


def planned(
    entries: Sequence[Entry],
    notes: Mapping[int, Footnote],
    found: Outcome,
    bases: Mapping[int, int] | None = None,
) -> Planned:
    """What is to be done to a text of these entries and notes, of which the outcome was worked out.

    `bases` says which paragraphs of the outcome, by their position, are one of the draft that the text was begun on.
    """
    ids, otherwise = _notes(entries, notes, found)
    cited = [_cited(entry, ids) for entry in found.entries]
    wanted, new_keys = _with_keys(entries, cited, found.came_from, bases or {})
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
        alike = waiting.get((note.runs, note.mark.isdigit()), [])
        if alike:
            ids[note.id] = alike.pop(0)
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
    entries: Sequence[Entry], wanted: Iterable[Entry], came_from: Sequence[tuple[int, ...]], bases: Mapping[int, int]
) -> tuple[list[Entry], int]:
    """The entries under the keys and with the lineage of the paragraphs they come from, and how many others are new.

    What comes back as the base has it, after it was deleted or merged, continues that paragraph and no other.
    """
    used: set[int] = set()
    made: list[Entry] = []
    new_keys = 0
    for at, (entry, places) in enumerate(zip(wanted, came_from, strict=True)):
        if len(places) == 1:
            one = entries[places[0]]
            if one.key not in used and one.printed == entry.printed and one.paragraph == entry.paragraph:
                used.add(one.key)
                made.append(one)
                continue
        before = [entries[at] for at in places]
        lineage = tuple(sorted({origin for one in before for origin in one.came_from}))
        if at in bases and (not lineage or bases[at] in lineage):
            lineage = (bases[at],)
        key = next((one.key for one in before if one.key not in used), None)
        if key is None:
            new_keys += 1
            key = -new_keys
        used.add(key)
        its = next((one for one in before if one.key == key), None)
        new = replace(entry, key=key, came_from=lineage)
        made.append(its if its is not None and _equal(its, new) else new)
    return made, new_keys


def _equal(one: Entry, two: Entry) -> bool:
    return (one.paragraph, one.printed, one.came_from) == (two.paragraph, two.printed, two.came_from)
