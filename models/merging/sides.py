"""The three sides of a merge, with footnotes called by keys that mean the same note on each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from models.comparison.change import Comparison
from models.comparison.references.pointing import Pointing
from models.comparison.references.sources import sources
from models.draft import Draft, Footnote, Kind, brackets, computed_numbers, labels, tidy_runs
from models.draft.brackets import Bracket
from models.draft.masthead_lines import masthead_roles
from models.draft.numbering import Count, sole_operatives, value_of
from models.merging.counting import Beginnings, GoingOn, beginnings, going_on_as, is_bis

if TYPE_CHECKING:
    from models.editing.marks.duties import Duties

BASE, OURS, THEIRS = 0, 1, 2
"""The sides, as places in everything here that comes in threes."""
NAMES = ("base", "ours", "theirs")
_FIRST = (Kind.OPERATIVE, "1")


@dataclass(frozen=True, slots=True)
class Traits:
    """What a paragraph is beside its words; a number that is `counted` follows from the place and is None here.

    One that goes on over the beginning of a section is CONTINUED, and one of a mere text begins so.
    """

    kind: Kind
    level: int = 0
    number: str | None = None
    counted: bool = True
    set_label: str | None = None
    column: int | None = None
    """That of a cell; its table and row follow from the place."""


@dataclass(frozen=True)
class Side:
    """A draft; `keys` call its notes, `reworded` holds the keys of those that say something else than in the base.

    `came` says of which paragraphs of the base each of its own is made, `beginnings` where counts of mere texts begin.
    """

    draft: Draft
    keys: Mapping[int, str]
    reworded: frozenset[str] = frozenset()
    came: Mapping[int, tuple[int, ...]] = field(default_factory=dict, repr=False)
    beginnings: Beginnings = field(default_factory=Beginnings, repr=False)
    _traits: dict[int, Traits] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _numbers(self) -> tuple[str | None, ...]:
        return computed_numbers(self.draft)

    @cached_property
    def _continued(self) -> tuple[bool, ...]:
        """Whether the printed number of each goes on from the section before."""
        going = GoingOn()
        found = []
        for at, (paragraph, computed) in enumerate(zip(self.draft.paragraphs, self._numbers, strict=True)):
            # Of a lone “1” nobody can tell.
            printed = paragraph.number not in (None, computed) and (paragraph.kind, paragraph.number) != _FIRST
            found.append(printed and (at in self.beginnings.firsts or paragraph.number == going.next(paragraph)))
            going.pass_by(paragraph)
        return tuple(found)

    @cached_property
    def going_on(self) -> frozenset[int]:
        """The sections in which the count of operative paragraphs goes on from the one before."""
        found, section = set(), None
        for at, paragraph in enumerate(self.draft.paragraphs):
            if paragraph.kind in (Kind.SECTION, Kind.ANNEX, Kind.ENACTING):
                section = at if paragraph.kind is Kind.SECTION else None
            elif paragraph.kind is Kind.OPERATIVE and section is not None:
                if self._continued[at]:
                    found.add(section)
                section = None
        return frozenset(found)

    @cached_property
    def alone_with_number(self) -> frozenset[int]:
        """The only operative paragraphs of their parts that print the number they would have beside others."""
        alone = sole_operatives(self.draft.paragraphs)
        return frozenset(at for at in alone if self.draft.paragraphs[at].number == "1")

    @cached_property
    def untold(self) -> frozenset[int]:
        """The sections with no operative paragraph in them, or none before them in their part.

        Nobody can tell whether the count goes on in these.
        """
        found, section, before = set(), None, False
        for at, paragraph in enumerate(self.draft.paragraphs):
            if paragraph.kind is Kind.SECTION:
                found.add(at)
                section = at
            elif paragraph.kind in (Kind.ANNEX, Kind.ENACTING):
                section, before = None, False
            elif paragraph.kind is Kind.OPERATIVE:
                if section is not None and (before or section in self.going_on):
                    found.remove(section)
                section, before = None, True
        return frozenset(found)

    @cached_property
    def goes_on_throughout(self) -> bool:
        """Whether the count goes on in each section of which that can be told, and in one at least."""
        return bool(self.going_on) and self._told == self.going_on

    @property
    def tells_nothing(self) -> bool:
        """Whether it can be told of no section if the count goes on in it."""
        return not self._told

    @cached_property
    def _told(self) -> frozenset[int]:
        return frozenset(at for at, one in enumerate(self.draft.paragraphs) if one.kind is Kind.SECTION) - self.untold

    @cached_property
    def behind_own(self) -> frozenset[int]:
        """The operative paragraphs with a suffix, "5 bis", that stand behind what has their number without one."""
        found, count = set(), Count()
        for at, paragraph in enumerate(self.draft.paragraphs):
            if is_bis(paragraph) and value_of(paragraph.number or "", 0) == count.operative:
                found.add(at)
            count.pass_by(paragraph)
        return frozenset(found)

    @cached_property
    def brackets(self) -> tuple[Bracket, ...]:
        """All its brackets."""
        return brackets(self.draft)

    @cached_property
    def labels(self) -> tuple[str | None, ...]:
        """What people call each paragraph."""
        return labels(self.draft)

    @cached_property
    def called(self) -> dict[str, int]:
        """The first paragraph that people call so, by its label."""
        return {label: at for at, label in reversed([*enumerate(self.labels)]) if label is not None}

    @cached_property
    def pointing(self) -> Pointing:
        """Its paragraphs by what references call them."""
        return Pointing(self.draft)

    @cached_property
    def roles(self) -> dict[int, str]:
        """What each line of the masthead is there for."""
        return dict(masthead_roles(self.draft))

    @cached_property
    def notes(self) -> dict[str, Footnote]:
        """The notes by key."""
        return {self.key(note.id): note for note in self.draft.footnotes}

    @cached_property
    def duties(self) -> Duties:
        """What each paragraph should end with by its place, and how it does end."""
        from models.editing.edit import Entry
        from models.editing.marks.duties import Duties
        from models.editing.stretches import Stretches

        entries = [
            Entry(at, paragraph, printed=not self.traits(at).counted)
            for at, paragraph in enumerate(self.draft.paragraphs)
        ]
        return Duties(entries, Stretches(entries))

    def key(self, note: int) -> str:
        """The key of a note; of one that is cited and not there, one of its own."""
        return self.keys.get(note) or f"?{note}"

    def traits(self, at: int) -> Traits:
        """What a paragraph is."""
        if at not in self._traits:
            self._traits[at] = self._traits_of(at)
        return self._traits[at]

    def _traits_of(self, at: int) -> Traits:
        one = self.draft.paragraphs[at]
        counted = one.number == self._numbers[at]
        number = None if counted else going_on_as(one) if self._continued[at] else one.number
        return Traits(
            one.kind, one.level, number, counted, one.set_label, one.cell[2] if one.cell is not None else None
        )

    def runs(self, at: int) -> tuple[tuple[str, tuple[bool, bool, bool], str], ...]:
        """The runs of a paragraph with keys for notes, in a form that can be held against another side's."""
        return tuple(
            ("", run.marks, self.key(run.footnote)) if run.footnote is not None else (run.text, run.marks, "")
            for run in tidy_runs(self.draft.paragraphs[at].runs)
        )

    def cites_reworded(self, at: int) -> bool:
        """Whether a note of a paragraph says something else than in the base."""
        return bool(self.reworded) and any(
            self.key(note) in self.reworded for note in self.draft.paragraphs[at].footnotes
        )


def alike(one: Side, i: int, two: Side, j: int) -> bool:
    """Whether two paragraphs are the same in all but what their notes say."""
    first, second = one.draft.paragraphs[i], two.draft.paragraphs[j]
    if first.kind is not second.kind or one.traits(i) != two.traits(j):
        return False
    if first.runs == second.runs and not first.footnotes:
        return True
    return first.text == second.text and one.runs(i) == two.runs(j)


def sides(ours: Comparison, theirs: Comparison) -> tuple[Side, Side, Side]:
    """The three sides of two comparisons with one base; a source that both add is one note."""
    base = Side(ours.old, {note.id: f"b{note.id}" for note in ours.old.footnotes}, beginnings=beginnings(ours.old))
    one, two = _keyed(base, ours, "o"), _keyed(base, theirs, "t")
    added: dict[object, list[int]] = {}
    cites = sources(one.draft), sources(two.draft)
    for note in one.draft.footnotes:
        if one.keys[note.id].startswith("o"):
            added.setdefault((tidy_runs(note.runs), cites[0][note.id]), []).append(note.id)
    keys = dict(two.keys)
    for note in two.draft.footnotes:
        same = added.get((tidy_runs(note.runs), cites[1][note.id]))
        if keys[note.id].startswith("t") and same:
            keys[note.id] = one.keys[same.pop(0)]
    begun = one.beginnings, two.beginnings
    one = replace(one, beginnings=begun[0].without(begun[1]))
    two = replace(two, keys=keys, beginnings=begun[1].without(begun[0]))
    return base, _as_reworded(one, "o", two), _as_reworded(two, "t", one)


def _as_reworded(side: Side, letter: str, other: Side) -> Side:
    """The side, a note new on it being one of the base where the other side made the same of that one.

    Whether a source was reworded or another put in its place is nothing that anybody sees.
    """
    own = set(side.keys.values())
    texts = {tidy_runs(other.notes[key].runs): key for key in sorted(other.reworded) if key not in own}
    keys, reworded = dict(side.keys), set(side.reworded)
    for note in side.draft.footnotes if texts else ():
        found = texts.pop(tidy_runs(note.runs), None) if keys[note.id].startswith(letter) else None
        if found is not None:
            keys[note.id] = found
            reworded.add(found)
    return replace(side, keys=keys, reworded=frozenset(reworded))


def _keyed(base: Side, comparison: Comparison, letter: str) -> Side:
    keys = {note.id: f"{letter}{note.id}" for note in comparison.new.footnotes}
    reworded = set()
    for change in comparison.footnotes:
        if change.old and change.new:
            key = keys[change.new[0]] = base.keys[change.old[0]]
            before, after = comparison.old.note[change.old[0]], comparison.new.note[change.new[0]]
            if tidy_runs(before.runs) != tidy_runs(after.runs):
                reworded.add(key)
    came = {at: change.old for change in comparison.changes for at in change.new}
    return Side(comparison.new, keys, frozenset(reworded), came, beginnings(comparison.new, (base, came)))
