"""A merge as the page goes through it: what is asked about, what was combined, and how much of each there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.draft import Draft, labels
from models.merging import Choice, Conflict, Merge, Row
from widgets.paper.direction import holds_right_to_left, isolated

Choices = Mapping[str, Choice]

PLACE_MARK = 0xE000
"""From here on, in the private use area, one character stands for each clash of words in a paragraph."""

_WORDS = "words", "new"
_BEYOND = "deleted", "shape", "clause", "brackets", "reference"
"""Kinds of conflicts whose answer is more than some words at one place."""


def rows_of(conflict: Conflict) -> tuple[str, ...]:
    """The keys of the rows in which a conflict of several places stands; none for one of a single place."""
    return (conflict.key.partition(":")[0], *conflict.also) if conflict.also else ()


def answer(conflict: Conflict, choices: Choices) -> Choice | None:
    """How a conflict is settled; where it stands at several places, by a paragraph taken whole at any of them."""
    whole = (choices[row] for row in rows_of(conflict) if row in choices)
    return next(whole, None) or choices.get(conflict.key)


@dataclass(frozen=True, slots=True)
class Item:
    """What is looked at by itself: a paragraph, or a footnote that stands in none.

    `key` is that of the row, else of the conflict; `row` its place in the rows; `conflicts` what clashes in it, none
    where it was only combined. `label` is what people call it, `words` what it is about.
    """

    key: str
    row: int | None
    conflicts: tuple[Conflict, ...]
    label: str
    words: str

    def settled(self, choices: Choices) -> bool:
        """Whether nothing in it is left to be decided."""
        return self.key in choices or all(answer(one, choices) is not None for one in self.conflicts)

    def whole(self, choices: Choices) -> bool:
        """Whether the paragraph was taken whole from a side."""
        return self.row is not None and self.key in choices

    def left(self, choices: Choices) -> tuple[int, ...]:
        """The places in it that are not decided, counted from 0."""
        if self.whole(choices):
            return ()
        return tuple(at for at, one in enumerate(self.conflicts) if answer(one, choices) is None)


@dataclass(frozen=True)
class Counts:
    """Paragraphs of the merge by what became of them; they add up to `all`."""

    same: int
    one_side: int
    combined: int
    conflicts: int

    @property
    def all(self) -> int:
        """All of them."""
        return self.same + self.one_side + self.combined + self.conflicts


@dataclass(frozen=True)
class MergeTable:
    """A merge with nothing settled, ready to be gone through.

    `probe` is the same merge with a mark at each clash of words, so that its place in the text is known; `rows` and
    positions are the probe's. `conflicts` and `combined` are what is looked at, `counts` of all rows.
    """

    merge: Merge = field(repr=False)
    probe: Merge = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    conflicts: tuple[Item, ...]
    combined: tuple[Item, ...]
    counts: Counts
    names: tuple[tuple[str | None, ...], ...] = field(repr=False)
    """What people call the paragraphs of base, ours and theirs."""
    words: frozenset[str] = field(repr=False)
    """The keys of the conflicts whose answer changes nothing but the words at their place, in a single paragraph."""
    beyond_words: frozenset[str] = field(repr=False)
    """The keys of those whose answer is seen only when the text is laid out anew."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is looked at, conflicts first."""
        return self.conflicts + self.combined

    @property
    def drafts(self) -> tuple[Draft, Draft, Draft]:
        """Base, ours and theirs."""
        return self.merge.ours.old, self.merge.ours.new, self.merge.theirs.new

    def open(self, choices: Choices) -> int:
        """How many conflicts are not settled."""
        return sum(not item.settled(choices) for item in self.conflicts)

    def merged(self, choices: Choices) -> Merge:
        """The merge with these answers."""
        return replace(self.merge, choices=dict(choices))


def merge_table(merge: Merge) -> MergeTable:
    """What a page needs to know of a merge, worked out once."""
    found = merge.conflicts
    probe = replace(merge, choices=_marks(merge.rows, found))
    rows, texts = probe.rows, probe.draft
    by_key = {conflict.key: conflict for conflict in found}
    names = labels(texts)
    conflicts, combined = [], []
    for at, row in enumerate(rows):
        its = tuple(by_key[key] for key in row.conflicts if key in by_key)
        if its:
            elsewhere = its[0].row != at and bool(row.merged)
            label = (names[row.merged[0]] or "") if elsewhere else its[0].label
            conflicts.append(Item(row.key, at, its, label, _about(its)))
        elif row.kind == "combined" and row.merged:
            text = texts.paragraphs[row.merged[0]].text
            combined.append(Item(row.key, at, (), names[row.merged[0]] or "", _opening(text)))
    told = {conflict.key for item in conflicts for conflict in item.conflicts}
    conflicts += [Item(one.key, None, (one,), one.label, _about([one])) for one in found if one.key not in told]
    called = tuple(labels(draft) for draft in (merge.ours.old, merge.ours.new, merge.theirs.new))
    single = {key for row in rows for key in row.conflicts if max(map(len, (row.base, row.ours, row.theirs))) <= 1}
    words = frozenset(one.key for one in found if one.kind in _WORDS and one.key in single)
    beyond = frozenset(one.key for one in found if one.kind in (*_BEYOND, *_WORDS) and one.key not in words)
    counts = _counted(rows, len(conflicts))
    return MergeTable(merge, probe, rows, tuple(conflicts), tuple(combined), counts, called, words, beyond)


def _marks(rows: Sequence[Row], conflicts: Sequence[Conflict]) -> dict[str, Choice]:
    """Answers that leave a mark at every clash of words and take all else as one side has it."""
    numbers = {key: number for row in rows for number, key in enumerate(row.conflicts)}
    answers = {}
    for one in conflicts:
        if one.kind in (*_WORDS, "shape"):
            answers[one.key] = Choice("written", chr(PLACE_MARK + numbers.get(one.key, 0)))
        elif one.kind == "deleted":
            answers[one.key] = Choice("theirs" if one.deleted_by == "ours" else "ours")
        else:
            answers[one.key] = Choice("ours")
    return answers


def _counted(rows: Sequence[Row], conflicts: int) -> Counts:
    kinds = [row.kind for row in rows]
    one_side = sum(kind in ("ours", "theirs", "both") for kind in kinds)
    return Counts(kinds.count("same"), one_side, kinds.count("combined"), conflicts)


def _about(conflicts: Sequence[Conflict]) -> str:
    """What a conflict is about, in a line: "“by July 2026” against “no later than December 2026”"."""
    first = conflicts[0]
    if first.kind == "deleted":
        other = "theirs" if first.deleted_by == "ours" else "ours"
        if not first.base:
            return f"New in {other}, its list or section is deleted in {first.deleted_by}"
        how = "moved or needed" if first.base in (first.ours, first.theirs) else "reworded"
        return f"Deleted in {first.deleted_by}, {how} in {other}"
    if first.kind == "clause":
        return f"{_quoted(_moved(first))} moved on one side, changed on the other"
    if first.key.endswith((":under", ":parted")):
        return f"{_capital(first.ours)}, or {first.theirs}"
    if first.kind == "moved":
        return "Moved to two places" if first.base else "New at two places"
    if first.kind in ("kind", "number", "reference"):
        return f"{_capital(first.ours)} against {first.theirs}"
    return f"{_quoted(first.ours)} against {_quoted(first.theirs)}"


def _moved(conflict: Conflict) -> str:
    """The words of a clause that was moved: as they were, else as a side has them."""
    lines = [line.partition(": ")[2] or line for line in f"{conflict.base}\n{conflict.ours}".split("\n")]
    return next((line for line in lines if line not in ("nothing", "deleted")), "Words")


def _quoted(text: str) -> str:
    short = " ".join(text.split())
    return quoted(short) if short else "nothing"


def quoted(words: str) -> str:
    """Words in quotes inside a sentence; those that run the other way are kept apart from it."""
    said = f"“{words}”"
    return isolated(said) if holds_right_to_left(words) else said


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _opening(text: str) -> str:
    return " ".join(text.split()[:9])
