"""Words that one side put in brackets, or took out of them, and the other moved to another place: it is asked.

There they stand as the side has them that moved them, and the other had an opinion. They are known again by the words
that tell something, whether the clause is short, long or reworded on the way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.comparison.atoms import atoms
from models.comparison.blocks import SMALL
from models.comparison.readable import readable_blocks
from models.comparison.subsequence import Block
from models.comparison.tokens import is_word
from models.draft import Draft
from models.draft.brackets import Bracket
from models.merging.clusters import Positions
from models.merging.conflict import Row
from models.merging.sheet import Sheet
from models.merging.sides import BASE, OURS, THEIRS

_KNOWN = 0.6
"""Such a share of the telling words of a clause is found again where it went."""
_FEW = 4
"""Of fewer telling words one must be said nowhere else in the base."""
_OFTEN = 40
"""A word put in at more places than this tells nothing."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Words that a side (0 ours, 1 theirs) moved into a row, and whether the other has them in brackets."""

    row: str
    words: tuple[str, ...]
    text: str
    by: int
    inside: bool


class Held:
    """Which letters of a draft with these stand in brackets."""

    def __init__(self, found: Sequence[Bracket]) -> None:
        outer = [one for one in found if one.depth == 0 and one.start and one.end]
        self._outer: list[Bracket] = outer
        self._starts = [one.start or (0, 0) for one in outer]

    def around(self, at: int, offset: int) -> Bracket | None:
        """The outermost brackets that a letter of a paragraph stands in."""
        number = bisect_right(self._starts, (at, offset)) - 1
        found = self._outer[number] if number >= 0 else None
        return found if found is not None and (at, offset) < (found.end or (0, 0)) else None


class _Words:
    """The words of some paragraphs of a draft, and which of them stand in brackets."""

    def __init__(self, draft: Draft, held: Held, places: Positions) -> None:
        texts = [draft.paragraphs[at].text for at in places]
        self.tokens = atoms("\n".join(texts))
        self.words = self.tokens.words
        self.inside: list[bool] = []
        number, before, offset = 0, 0, 0
        for space, word in zip(self.tokens.spaces, self.words, strict=False):
            offset += len(space)
            while number + 1 < len(texts) and offset >= before + len(texts[number]) + 1:
                before += len(texts[number]) + 1
                number += 1
            self.inside.append(bool(places) and held.around(places[number], offset - before) is not None)
            offset += len(word)

    def text(self, start: int, end: int) -> str:
        """Some words with what stands between them."""
        spaces = self.tokens.spaces
        return "".join(f"{spaces[at] if at > start else ''}{self.words[at]}" for at in range(start, end))


def clauses(sheet: Sheet) -> Iterator[Clause]:
    """The clauses of the sides that were moved so."""
    if any(side.brackets for side in sheet.sides):
        moved = _Moved(sheet)
        for row in sheet.rows:
            for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
                if row.base and row.ours and row.theirs and not moved.is_whole(row):
                    yield from moved.clauses(row, side, other)


class _Moved:
    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._held = [Held(side.brackets) for side in sheet.sides]
        self._read: dict[tuple[Positions, int], _Words] = {}
        self._put_in: dict[int, Mapping[str, list[tuple[Row, tuple[int, int]]]]] = {}
        self._said: Counter[str] = Counter()
        self._whole = {
            sheet.rows[one.row].key for one in sheet.conflicts if one.kind == "shape" and one.row is not None
        }

    def is_whole(self, row: Row) -> bool:
        """Whether all of a row is asked about as one."""
        return row.key in self._whole

    def clauses(self, row: Row, side: int, other: int) -> Iterator[Clause]:
        """What a side took out of a row of which the other changed whether it stands in brackets, where it went."""
        if not self._differs(row, side):  # the brackets of the other side may open and close in other paragraphs
            return
        base, text = self._words(row, BASE), self._words(row, other)
        if not any(base.inside) and not any(text.inside):
            return
        kept = _kept(len(base.words), self._blocks(row, other))
        changed = {at: text.inside[there] for at, there in kept.items() if base.inside[at] != text.inside[there]}
        for i1, i2, _, _ in self._blocks(row, side) if changed else ():
            run: list[int] = []
            for at in range(i1, i2 + 1):
                if at < i2 and at in changed and (not run or changed[run[0]] == changed[at]):
                    run.append(at)
                elif run:
                    said = [word for one in run if (word := _telling(base.words[one]))]
                    for place, (start, end) in self._where(said, row, side):
                        there = self._words(place, side)
                        words = tuple(there.words[start:end])
                        yield Clause(place.key, words, there.text(start, end), side - 1, changed[run[0]])
                    run = []

    def _where(self, said: Sequence[str], of: Row, side: int) -> Iterator[tuple[Row, tuple[int, int]]]:
        """The rows into which a side put a clause, from which of its words there to which."""
        every, still = {*said}, {_telling(word) for word in self._words(of, side).words}
        index = self._index(side)
        places: dict[tuple[str, tuple[int, int]], Row] = {}
        for word in sorted(every, key=lambda one: (len(index.get(one, ())), one)):
            if len(found := index.get(word, ())) <= _OFTEN:
                places.update({(row.key, span): row for row, span in found})
        for (_, (start, end)), row in sorted(places.items()):
            words = self._words(row, side).words
            wanted = every if row is of else every - still  # what stayed where it was did not go elsewhere
            there = [at for at in range(start, end) if _telling(words[at]) in wanted]
            again = {_telling(words[at]) for at in there}
            if self.is_whole(row) or (row is of and row.conflicts):
                continue  # what is asked there has both texts
            if not again or len(again) < _KNOWN * len(wanted):
                continue
            if len(again) == 1 and row is not of and {*map(_telling, words[start:end])} - {""} != again:
                continue  # one word among others that were put in there
            if len(again) < _FEW and min(self._many(word) for word in again) > 1:
                continue
            yield row, (there[0], there[-1] + 1)

    def _many(self, word: str) -> int:
        """In how many paragraphs of the base a word is said."""
        if not self._said:
            for one in self._sheet.sides[BASE].draft.paragraphs:
                self._said.update({_telling(word) for word in atoms(one.text).words})
        return self._said[word]

    def _index(self, side: int) -> Mapping[str, list[tuple[Row, tuple[int, int]]]]:
        """By word the rows, and the spans there, in which a side put it in."""
        if side not in self._put_in:
            found: dict[str, list[tuple[Row, tuple[int, int]]]] = defaultdict(list)
            for row in self._sheet.rows:
                if not row.merged or not _places(row, side) or not self._differs(row, side):
                    continue
                words = self._words(row, side).words
                for _, _, j1, j2 in self._blocks(row, side):
                    for word in {_telling(words[at]) for at in range(j1, j2)} - {""}:
                        found[word].append((row, (j1, j2)))
            self._put_in[side] = found
        return self._put_in[side]

    def _differs(self, row: Row, side: int) -> bool:
        texts = [[self._sheet.sides[one].draft.paragraphs[at].text for at in _places(row, one)] for one in (BASE, side)]
        return texts[0] != texts[1]

    def _words(self, row: Row, side: int) -> _Words:
        key = _places(row, side), side
        if key not in self._read:
            self._read[key] = _Words(self._sheet.sides[side].draft, self._held[side], key[0])
        return self._read[key]

    def _blocks(self, row: Row, side: int) -> Sequence[Block]:
        return readable_blocks(self._words(row, BASE).tokens, self._words(row, side).tokens)


def _telling(word: str) -> str:
    """A word that tells something, else ""."""
    small = word.casefold()
    return small if is_word(word) and small not in SMALL else ""


def _places(row: Row, side: int) -> Positions:
    return (row.base, row.ours, row.theirs)[side]


def _kept(length: int, blocks: Sequence[Block]) -> Mapping[int, int]:
    """The words of the base that a side kept, and where they are there."""
    found: dict[int, int] = {}
    at = other = 0
    for i1, i2, _, j2 in [*blocks, (length, length, 0, 0)]:
        found.update(zip(range(at, i1), range(other, other + i1 - at), strict=True))
        at, other = i2, j2
    return found
