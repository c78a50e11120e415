"""A comparison taken in part: the old draft with some of its changes, whole or word by word, and no others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from models.comparison.change import Change, Comparison
from models.comparison.mixed import mixed
from models.comparison.words.marked import Words
from models.draft import Draft, Footnote, Paragraph, tidy_runs
from models.draft.numbering import computed_numbers

Taken = Mapping[int, Collection[int] | None]
"""The changes taken, by their number in the comparison: None for the whole change, else which of its `places`."""


@dataclass(frozen=True, slots=True)
class Partial:
    """A draft between two; `old` and `new` say which positions of the two each of its paragraphs comes from."""

    draft: Draft
    old: tuple[tuple[int, ...], ...]
    new: tuple[tuple[int, ...], ...]


def places(words: Words) -> tuple[tuple[int, ...], ...]:
    """The places where words differ: for each the numbers of its parts, a deletion and an insertion together."""
    found: list[tuple[int, ...]] = []
    last = -2
    for number, (op, _) in enumerate(words):
        if op == "equal":
            continue
        if number == last + 1:
            found[-1] = (*found[-1], number)
        else:
            found.append((number,))
        last = number
    return tuple(found)


def partly(comparison: Comparison, taken: Taken, words: Mapping[int, Words] | None = None) -> Partial:
    """The old draft with only the changes taken; all taken it reads as the new draft, none as the old.

    A change taken word by word is one paragraph on each side; its places count in `words` of it where given (the
    readable ones, as they were shown), else in its plain words. What is new or moved stands behind what it stands
    behind in the new draft; a paragraph whose move is not taken stays where it was. Notes come with the paragraphs
    that cite them; a note that says something else comes with the first paragraph taken that cites it. Numbers are
    computed anew except where they were set. Errors: ValueError for places of a change of several paragraphs.
    """
    notes = _Notes(comparison)
    pieces = _in_order(comparison, taken)
    made: list[tuple[Paragraph, bool]] = []
    for piece in pieces:
        change = comparison.changes[piece.change]
        chosen = taken.get(piece.change, ())
        if not piece.new:
            paragraph, printed = notes.old(piece.old[0])
            if chosen:
                shown = (words or {}).get(piece.change, change.words)
                paragraph = _mixed(change, paragraph, notes, shown, chosen)
        else:
            paragraph, printed = notes.new(piece.new[0])
        made.append((paragraph, printed))
    computed = computed_numbers(Draft(tuple(p if printed else replace(p, number=None) for p, printed in made)))
    paragraphs = tuple(
        paragraph if printed else replace(paragraph, number=number)
        for (paragraph, printed), number in zip(made, computed, strict=True)
    )
    draft = Draft(paragraphs, notes.cited_by(paragraphs))
    return Partial(draft, tuple(piece.old for piece in pieces), tuple(piece.new for piece in pieces))


_TURNED = {"inserted": "deleted", "deleted": "inserted", "split": "merged", "merged": "split"}
_TURNED_OPS = {"equal": "equal", "delete": "insert", "insert": "delete"}


def turned_words(words: Words) -> Words:
    """The way back of some words; its places are the same."""
    return tuple((_TURNED_OPS[op], text) for op, text in words)


def turned(comparison: Comparison) -> tuple[Comparison, tuple[int, ...]]:
    """The comparison from the new draft to the old, and for each of its changes the number it has in this one.

    Aligned as it is, never anew; weights and verbs are those of the way there.
    """
    order = sorted(
        range(len(comparison.changes)),
        key=lambda number: (not comparison.changes[number].old, comparison.changes[number].old, number),
    )
    changes = tuple(
        change._replace(
            kind=_TURNED.get(change.kind, change.kind),
            old=change.new,
            new=change.old,
            old_labels=change.new_labels,
            new_labels=change.old_labels,
            words=turned_words(change.words),
        )
        for change in (comparison.changes[number] for number in order)
    )
    notes = tuple(replace(note, old=note.new, new=note.old) for note in comparison.footnotes)
    return Comparison(comparison.new, comparison.old, changes, notes, comparison.bounded), tuple(order)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One paragraph of the outcome: of the new draft where `new` has a position, else of the old."""

    change: int
    old: tuple[int, ...]
    new: tuple[int, ...] = ()


def _in_order(comparison: Comparison, taken: Taken) -> list[_Piece]:
    """The paragraphs of the outcome: what stays in the old order, and what is taken in the order of the new draft."""
    staying: list[tuple[int, list[_Piece]]] = []
    wander = wanderers(comparison)
    for number, change in enumerate(comparison.changes):
        whole = taken.get(number, ()) is None
        if whole and change.old and number not in wander:
            if change.new:
                staying.append((change.old[0], _pieces(number, change)))
        elif not whole:
            staying += [(at, [_Piece(number, (at,))]) for at in change.old]
    staying.sort(key=lambda piece: piece[0])
    follows: dict[int, list[int]] = {}
    """Changes that stand right behind a change; -1 is the beginning."""
    landmarks = {pieces[-1].change for _, pieces in staying} - wander
    behind = -1
    for number, change in enumerate(comparison.changes):
        if taken.get(number, ()) is None and change.new and (number in wander or not change.old):
            follows.setdefault(behind, []).append(number)
        elif number in landmarks:
            behind = number
    ordered: list[_Piece] = []

    def put_behind(number: int) -> None:
        for other in follows.get(number, ()):
            ordered.extend(_pieces(other, comparison.changes[other]))

    put_behind(-1)
    last = {pieces[-1].change: at for at, (_, pieces) in enumerate(staying)}
    for at, (_, pieces) in enumerate(staying):
        ordered += pieces
        if last[pieces[-1].change] == at:
            put_behind(pieces[-1].change)
    return _stragglers_home(ordered, comparison, wander)


def _stragglers_home(ordered: list[_Piece], comparison: Comparison, wander: set[int]) -> list[_Piece]:
    """The pieces of a split between which something else stands in the new draft go where they stand there."""

    def place(piece: _Piece) -> tuple[int, ...]:
        return piece.new or (comparison.changes[piece.change].new[:1] if piece.change not in wander else ())

    away = [
        two
        for one, two in pairwise(ordered)
        if one.change == two.change and one.new and two.new and two.new[0] != one.new[0] + 1
    ]
    first = {piece.change: piece.new[0] for piece in reversed(away)}
    stragglers = [piece for piece in ordered if piece.change in first and piece.new >= (first[piece.change],)]
    if not stragglers:
        return ordered
    made = [piece for piece in ordered if piece not in stragglers]
    for straggler in sorted(stragglers, key=lambda piece: piece.new):
        before = [at for at, piece in enumerate(made) if place(piece) and place(piece) < straggler.new]
        made.insert(max(before, key=lambda at: (place(made[at]), at)) + 1 if before else 0, straggler)
    return made


def wanderers(comparison: Comparison) -> set[int]:
    """The changes that do not stand in the order of both drafts: what moved, and lines nobody calls moved."""
    found = set()
    highest = -1
    for number, change in enumerate(comparison.changes):
        if change.old and change.new:
            if change.moved or change.old[0] < highest:
                found.add(number)
            else:
                highest = change.old[-1]
    return found


def _pieces(number: int, change: Change) -> list[_Piece]:
    return [_Piece(number, change.old, (at,)) for at in change.new]


def _mixed(change: Change, old: Paragraph, notes: _Notes, words: Words, chosen: Collection[int]) -> Paragraph:
    """The old paragraph with the words of some places of the new one."""
    if len(change.old) != 1 or len(change.new) != 1:
        raise ValueError("words are taken from a change of one paragraph only")
    new, _ = notes.new(change.new[0])
    take = {part for place, parts in enumerate(places(words)) if place in chosen for part in parts}
    return replace(old, runs=tidy_runs(mixed(old, new, words, take)))


class _Notes:
    """Paragraphs of both drafts as they cite notes of one: a note that lives on keeps the id of the old draft."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._ids: dict[int, int] = {}
        self._all = dict(comparison.old.note)
        for change in comparison.footnotes:
            for old, new in zip(change.old, change.new, strict=False):
                self._ids[new] = old
        free = max([0, *self._all, *comparison.new.note]) + 1
        for note in comparison.new.footnotes:
            if note.id not in self._ids:
                self._ids[note.id] = note.id if note.id not in self._all else free
                free += self._ids[note.id] == free
        self._printed = tuple(
            tuple(p.number != number for p, number in zip(draft.paragraphs, computed_numbers(draft), strict=True))
            for draft in (comparison.old, comparison.new)
        )

    def old(self, at: int) -> tuple[Paragraph, bool]:
        """A paragraph of the old draft, and whether its number was set."""
        return self._comparison.old.paragraphs[at], self._printed[0][at]

    def new(self, at: int) -> tuple[Paragraph, bool]:
        """A paragraph of the new draft that brings its notes along, and whether its number was set."""
        paragraph = self._comparison.new.paragraphs[at]
        for note in paragraph.footnotes:
            found = self._comparison.new.note.get(note)
            if found is not None:
                self._all[self._ids[note]] = replace(found, id=self._ids[note])
        runs = tuple(
            run if run.footnote is None else replace(run, footnote=self._ids.get(run.footnote, run.footnote))
            for run in paragraph.runs
        )
        return replace(paragraph, runs=runs), self._printed[1][at]

    def cited_by(self, paragraphs: Iterable[Paragraph]) -> tuple[Footnote, ...]:
        """The notes these paragraphs cite, in the order of citing, and those that nobody cited in the old draft."""
        cited = [note for paragraph in paragraphs for note in paragraph.footnotes]
        before = {note for paragraph in self._comparison.old.paragraphs for note in paragraph.footnotes}
        uncited = [note.id for note in self._comparison.old.footnotes if note.id not in before]
        wanted = [note for note in dict.fromkeys([*cited, *uncited]) if note in self._all]
        return marked([self._all[note] for note in wanted])


def marked(notes: Iterable[Footnote]) -> tuple[Footnote, ...]:
    """Notes with figures for marks, counted in their order; a mark that is no figure stays."""
    marked: list[Footnote] = []
    count = 0
    for note in notes:
        if note.mark and not note.mark.isdigit():
            marked.append(note)
        else:
            count += 1
            marked.append(replace(note, mark=str(count)))
    return tuple(marked)
