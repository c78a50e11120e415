"""Footnotes that the text or a note names, "see footnote 1 above": where a step gives them other marks the figures
follow, and what is named and gone is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from models.draft import Draft
from models.draft.mentions import Sign
from models.draft.named_parts import is_range
from models.editing.edit import Selection
from models.editing.notes.cited_notes import Cited, Naming, NotesMeant, note_entry
from models.editing.references.before import Before
from models.editing.references.directions import Direction, note_direction
from models.editing.references.referring import Referring
from models.editing.references.referring_notes import note_of
from models.editing.references.remembered import ELSEWHERE, Held
from models.editing.references.renaming import Change, along, with_signs
from models.editing.references.said_of_references import Said
from models.editing.runs import shown

if TYPE_CHECKING:
    from models.editing.step import Step
    from models.editing.working import WorkingText


def follow_notes(step: Step, marks: Mapping[int, str]) -> str:
    """Let the figures that name notes follow them, as part of a step before which these were the marks; what there is
    to say of it."""
    working = step.working
    known = working.remembered.named
    if step.exact or not working.follows_references:
        return ""
    if not step.brought.naming and working.noted.marks is marks and known.keys().isdisjoint(_touched(step)):
        return ""
    said, lost = Said(), dict[int, Held]()
    now = Cited(working.stretches, working.noted.marks)
    then = _Then(step, marks)
    for one, at in tuple(_all_naming(working, now)):
        held = _held(then.meant(one, at))
        meant = {
            number: keys[0] if keys[0] in now.marks else _one_with(working, keys[0], now)
            for number, keys in held.of(one.signs).items()
            if keys[0] is not None
        }
        gone = {number: (note,) for number, note in meant.items() if note not in now.marks}
        one = _followed(step, one, at, {n: note for n, note in meant.items() if n not in gone}, then.cited, now, said)
        for number in gone if one.entry.key not in known else ():
            said.lost(
                _name(working, Referring(one.entry, at)),
                _written(one, number),
                None,
                elsewhere=gone[number][0] == ELSEWHERE,
            )
        if gone:
            lost[one.entry.key] = Held(one.signs, gone)
    if lost != known:
        working.remembered = replace(working.remembered, named=lost)
    return said.told(lambda one: _name(working, one))


def _one_with(working: WorkingText, gone: int, now: Cited) -> int:
    """The note that a source has which was cited by another that is gone; that itself where there is none."""
    notes = working.notes
    words = notes[gone].text.split() if gone in notes else []
    return next((note for note in now.marks if words and note in notes and notes[note].text.split() == words), gone)


def _touched(step: Step) -> Iterator[int]:
    """The keys of what a step wrote in, notes as entries."""
    yield from (entry.key for splice in step.splices for entry in splice.new)
    yield from (-1 - change.id for change in step.notes)


class _Then:
    """What references meant before a step."""

    def __init__(self, step: Step, marks: Mapping[int, str]) -> None:
        self._step, self.cited = step, Cited(step.stretches_before, marks)
        self._known = {**step.working.remembered.named, **step.brought.naming}
        self._notes = {change.id: change.old for change in reversed(step.notes)}

    @cached_property
    def before(self) -> Before:
        return Before(self._step)

    def meant(self, now: Naming, at: int) -> tuple[Naming, NotesMeant]:
        """A paragraph at a position now, or a note, as it was before, and what its references meant."""
        working, key = self._step.working, now.entry.key
        note = note_of(key)
        if note is not None:
            old = self._notes.get(note, working.notes[note])
            of_base = working.base.note.get(note)
            if self._step.kept and old is not None and of_base is not None and working.notes[note] == of_base != old:
                return now, _in_base(working.base, now, note)  # it was put back
            one = (
                now
                if old in (None, working.notes[note])
                else Naming.of(note_entry(note, () if old is None else old.runs))
            )
            known = one, (self.cited.meant(one, 0) if old is not None and note in self.cited.rank else {})
        else:
            place = self.before.position(key, at)
            one = now if place is None else Naming.of(self.before.entries[place])
            known = one, {} if place is None else self.cited.meant(one, place)
        held = self._known.get(key)
        since = {} if held is None else held.of(one.signs)
        return one, {**known[1], **{n: keys[0] for n, keys in since.items() if keys[0] is not None}}


def _held(meant: tuple[Naming, NotesMeant]) -> Held:
    was, notes = meant
    return Held(was.signs, {number: (note,) for number, note in notes.items()})


def _in_base(base: Draft, one: Naming, note: int) -> dict[int, int]:
    """What the references of a note that reads as in the base meant there."""
    by_mark = {other.mark: other.id for other in base.footnotes}
    found = {number: by_mark.get(part.sign.text) for number, part in enumerate(one.parts)}
    return {number: other for number, other in found.items() if other is not None and other != note}


def _all_naming(working: WorkingText, now: Cited) -> Iterator[tuple[Naming, int]]:
    """What names notes, and the position of each paragraph."""
    for start, part in zip(working.stretches.starts, working.stretches.parts, strict=True):
        for offset in part.naming:
            yield Naming.of(part.entries[offset]), start + offset
    for note in sorted(working.noted.naming & now.rank.keys()):
        yield Naming.of(note_entry(note, working.notes[note].runs)), 0


def _followed(step: Step, one: Naming, at: int, meant: NotesMeant, then: Cited, now: Cited, said: Said) -> Naming:
    """What names notes with the figures of now; lists that ascended do so still.

    A range is of all that it took in, be it with others that came among that.
    """
    entry = one.entry
    if entry.key in step.kept:
        return one
    words = shown(entry.paragraph.runs)
    changes: list[Change] = []
    turned: list[str] = []
    for (start, end), group in groupby(
        sorted(meant), key=lambda number: (one.parts[number].start, one.parts[number].end)
    ):
        numbers = list(group)
        names = [now.marks[meant[number]] for number in numbers]
        written = [one.parts[number].sign for number in numbers]
        if not all(name.isdigit() for name in names):
            continue
        ranges = [end for end in range(1, len(written)) if is_range(words, written[end - 1], written[end])]
        for end in ranges:
            names[end - 1 : end + 1] = _ends([meant[number] for number in numbers[end - 1 : end + 1]], then, now)
        if not ranges and [int(sign.text) for sign in written] == sorted(int(sign.text) for sign in written):
            names.sort(key=int)
        changes += [
            Change(sign, _in_digits_of(words[sign.start : sign.end], name))
            for sign, name in zip(written, names, strict=True)
            if sign.text != name
        ]
        direction = note_direction(words, start, written[-1].end, end)
        if direction is not None and _turned(entry.key, at, [meant[number] for number in numbers], direction, now):
            changes.append(Change(Sign(direction.start, direction.end, direction.word), direction.other))
            turned.append(direction.other)
    if not changes:
        return one
    new = with_signs(entry, changes)
    note = note_of(entry.key)
    if note is None:
        step.put(at, new)
        selection = step.selection
        step.selection = Selection(along(selection.anchor, at, changes), along(selection.head, at, changes))
    else:
        step.set_note(note, replace(step.working.notes[note], runs=new.paragraph.runs))
    if len(changes) > len(turned):
        said.follows(Referring(new, at), len(changes) - len(turned))
    if turned:
        said.turned(_name(step.working, Referring(new, at)), turned)
    return Naming.of(new)


def _ends(ends: Sequence[int], then: Cited, now: Cited) -> tuple[str, str]:
    """The marks at the ends of a range of notes that had these at its ends: it holds all that it did."""
    ranks = [then.rank[note] for note in ends if note in then.rank]
    within = {note for note, rank in then.rank.items() if len(ranks) == 2 and min(ranks) <= rank <= max(ranks)}
    marks = [now.marks[note] for note in within.union(ends) & now.marks.keys()]
    marks = sorted((mark for mark in marks if mark.isdigit()), key=int)
    return marks[0], marks[-1]


def _turned(key: int, at: int, targets: Sequence[int], said: Direction, now: Cited) -> bool:
    """Whether notes that were where it is said stand on the other side now."""
    places = [now.places(key, at, target) for target in targets]
    return said.is_other(places[0][0], [there for _, there in places])


def _in_digits_of(written: str, name: str) -> str:
    """A figure in the digits another is written with."""
    if written.isascii():
        return name
    zero = ord(written[0]) - int(written[0])
    return "".join(chr(zero + int(digit)) for digit in name)


def _written(one: Naming, number: int) -> str:
    return f"footnote {one.parts[number].sign.text}"


def _name(working: WorkingText, one: Referring) -> str:
    note = note_of(one.entry.key)
    return working.label(one.at) or "a paragraph" if note is None else f"footnote {working.mark(note)}"


def naming_another(working: WorkingText) -> dict[int, str]:
    """By key, the paragraphs, and notes as entries, that name a note which is gone, or which does not stand where they
    say, and what there is to say of each: "See footnote 1 above.", and it is footnote 1 itself."""
    found: dict[int, str] = {}
    known = working.remembered.named
    if not (working.noted.naming or known):
        return found
    now = Cited(working.stretches, working.noted.marks)
    for one, at in _all_naming(working, now):
        held = known[one.entry.key].of(one.signs) if one.entry.key in known else {}
        for number, part in enumerate(one.parts):
            words = shown(one.entry.paragraph.runs)[part.start : part.end]
            direction = one.direction(number)
            wrong = _wrong(one, at, now, number, direction)
            if number in held:
                wrong = "what that meant " + ("did not come with it" if held[number] == (ELSEWHERE,) else "is gone")
            if wrong:
                found[one.entry.key] = f"{_name(working, Referring(one.entry, at))} says “{words}”, and {wrong}"
    return found


def _wrong(one: Naming, at: int, now: Cited, number: int, said: Direction | None) -> str:
    """What is wrong with a reference of a note that says where the other stands; "" where nothing is."""
    if said is None or one.entry.key >= 0:
        return ""
    there = now.by_mark.get(one.parts[number].sign.text)
    if there is None:
        return "no footnote has that number"
    here, place = now.places(one.entry.key, at, there)
    if here == place:
        return "is that footnote itself"
    return f"that stands {said.other_side} it" if said.is_other(here, [place]) else ""
