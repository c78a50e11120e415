"""A merge as the page goes through it: what is asked about, what was combined, and how much of each there is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.draft import Draft, labels
from models.merging import Choice, Conflict, Merge, Row
from models.merging.words.called import quoted
from widgets.merge.sentences import in_list

Choices = Mapping[str, Choice]

_MARKS = 0xF0000
"""From here on, in a private use area that no font of signs is in, one character stands for each clash of words."""

_WORDS = "words", "new"
_BEYOND = "deleted", "shape", "clause", "reference"
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
    labels: tuple[str | None, ...] = field(repr=False)
    """What they call those of the probe's text."""
    words: frozenset[str] = field(repr=False)
    """The keys of the conflicts whose answer changes nothing but the words at their place, in a single paragraph."""
    beyond_words: frozenset[str] = field(repr=False)
    """The keys of those whose answer is seen only when the text is laid out anew."""
    marks: Mapping[str, str] = field(repr=False)
    """The conflict at each mark in the text, by its key."""
    called: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What people call the rows of the text with the answers there are, by their keys, as far as they have a name."""

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is looked at, conflicts first."""
        return self.conflicts + self.combined

    @property
    def drafts(self) -> tuple[Draft, Draft, Draft]:
        """Base, ours and theirs."""
        return self.merge.ours.old, self.merge.ours.new, self.merge.theirs.new

    @property
    def asked(self) -> int:
        """How many conflicts there are: questions, each with one answer, at however many places and paragraphs."""
        return len(self.merge.conflicts)

    def open(self, choices: Choices) -> int:
        """How many of them are not settled."""
        return len({item.conflicts[at].key for item in self.conflicts for at in item.left(choices)})

    def item(self, key: str) -> Item | None:
        """What is looked at under a key; of a row in which nothing clashes and nothing was combined, the row alone.

        Of what goes with a section that is asked about, that.
        """
        found = next((one for one in self.items if one.key == key), None) or self._section_of(key)
        if found is not None:
            return found
        at = next((at for at, row in enumerate(self.rows) if key and row.key == key), None)
        if at is None:
            return None
        draft, merged = self.probe.draft, self.rows[at].merged
        name = self.called.get(key) or (self.labels[merged[0]] if merged else None)
        return Item(key, at, (), name or "", _opening(draft.paragraphs[merged[0]].text) if merged else "")

    def _section_of(self, key: str) -> Item | None:
        its = ((item, one) for item in self.conflicts for one in item.conflicts if _goes_along(one))
        return next((item for item, one in its if key in one.also), None)

    def naming(self, called: Mapping[str, str]) -> MergeTable:
        """The same with all that is looked at called as it is in the text with the answers there are."""

        def named(items: Sequence[Item]) -> tuple[Item, ...]:
            return tuple(replace(one, label=called.get(one.key, one.label)) for one in items)

        return replace(self, conflicts=named(self.conflicts), combined=named(self.combined), called=called)

    def begins(self, side: int, label: str) -> str:
        """How a paragraph begins that is called so on a side, 0 the base, in quotes; "" where none is."""
        names = self.names[side]
        return quoted(self.drafts[side].paragraphs[names.index(label)].text) if label in names else ""

    def listed(self, conflict: Conflict, side: int, label: str) -> str:
        """What the list calls the paragraph that a side calls so, where the conflict stands in it; else the same."""
        its = [item for item in self.conflicts if item.key in rows_of(conflict) and item.row is not None]
        for one in (side, 1, 2, 0):
            for item in its:
                row = self.rows[item.row or 0]
                if any(self.names[one][at] == label for at in (row.base, row.ours, row.theirs)[one]):
                    return item.label or label
        return label

    def merged(self, choices: Choices) -> Merge:
        """The merge with these answers; as it was found, which is laid out already, where there are none."""
        return replace(self.merge, choices=dict(choices)) if choices else self.merge


def merge_table(merge: Merge) -> MergeTable:
    """What a page needs to know of a merge, worked out once."""
    found = merge.conflicts
    marks = {chr(_MARKS + number): one.key for number, one in enumerate(found) if _is_marked(one)}
    probe = replace(merge, choices=_probed(found, marks))
    rows, texts = probe.rows, probe.draft
    by_key = {conflict.key: conflict for conflict in found}
    names = labels(texts)
    conflicts, combined = [], []
    for at, row in enumerate(rows):
        known = (by_key[key] for key in row.conflicts if key in by_key)
        its = tuple(one for one in known if one.key.startswith(f"{row.key}:") or not _goes_along(one))
        if its:
            elsewhere = bool(row.merged) and not its[0].key.startswith(f"{row.key}:")
            label = (names[row.merged[0]] or "") if elsewhere else its[0].label
            conflicts.append(Item(row.key, at, its, label, in_list(_of_row(merge, row, its[0]))))
        elif row.kind == "combined" and row.merged:
            text = texts.paragraphs[row.merged[0]].text
            combined.append(Item(row.key, at, (), names[row.merged[0]] or "", _opening(text)))
    told = {conflict.key for item in conflicts for conflict in item.conflicts}
    conflicts += [Item(one.key, None, (one,), one.label, in_list(one)) for one in found if one.key not in told]
    called = tuple(labels(draft) for draft in (merge.ours.old, merge.ours.new, merge.theirs.new))
    single = {key for row in rows for key in row.conflicts if max(map(len, (row.base, row.ours, row.theirs))) <= 1}
    words = frozenset(one.key for one in found if one.kind in _WORDS and one.key in single)
    beyond = frozenset(one.key for one in found if one.kind in (*_BEYOND, *_WORDS) and one.key not in words)
    counts = _counted(rows)
    return MergeTable(
        merge, probe, rows, tuple(conflicts), tuple(combined), counts, called, names, words, beyond, marks
    )


def _goes_along(conflict: Conflict) -> bool:
    """Whether what it is about goes with a heading, and is looked at there."""
    return conflict.kind == "moved" and conflict.section is not None


def _of_row(merge: Merge, row: Row, conflict: Conflict) -> Conflict:
    """What is asked about the form of several paragraphs, with the words of the one of them that a row is."""
    if conflict.kind != "shape" or not conflict.also or not row.base:
        return conflict
    return replace(conflict, base="\n".join(merge.ours.old.paragraphs[at].text for at in row.base))


def _is_marked(conflict: Conflict) -> bool:
    """Whether it stands at a place among words, where those of a hand could stand."""
    return conflict.kind == "clause" or (conflict.kind in (*_WORDS, "shape") and "written" in conflict.choices)


def _probed(conflicts: Sequence[Conflict], marks: Mapping[str, str]) -> dict[str, Choice]:
    """Answers that leave a mark at every clash of words and take all else as one side has it."""
    answers = {
        one.key: Choice("theirs" if one.kind == "deleted" and one.deleted_by == "ours" else "ours") for one in conflicts
    }
    return answers | {key: Choice("written", mark) for mark, key in marks.items()}


def _counted(rows: Sequence[Row]) -> Counts:
    kinds = [row.kind for row in rows]
    one_side = sum(kind in ("ours", "theirs", "both") for kind in kinds)
    return Counts(kinds.count("same"), one_side, kinds.count("combined"), kinds.count("conflict"))


def _opening(text: str) -> str:
    return " ".join(text.split()[:9])
