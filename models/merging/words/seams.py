"""Seams: where a side divided a paragraph or joined two, with the mark and the "and" that stand there on each side.

The sides are put together in front of a seam and behind it, each for itself, so that what one wrote there and where the
other divides both stand: words put in before the mark stay with what they follow, those behind it go with what follows.
Only where the words on both sides of it became others is there no seam, and the paragraphs clash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from models.comparison.words.blocks import block_list
from models.comparison.words.subsequence import Block
from models.draft.end_marks import SIGNS
from models.editing.marks.language_marks import ENGLISH, JOINS
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.pieces import ALL, BOTH, InQuestion, Piece, Span, Spans, Streams
from models.merging.words.streams import is_note
from models.merging.words.unspaced import is_unspaced

_JOINS = frozenset(one for one in JOINS if not is_unspaced(one[0]))
"""Words that join what is parted here; a character that does is one of many words in Chinese."""
_ENDING = frozenset(SIGNS) | _JOINS
_BREAK = "\n"
_Key = tuple[int, int, bool]
"""The words of the base from and to that a seam ends with, and whether a paragraph ends there."""


class Seam(NamedTuple):
    """The end of a paragraph on the sides that have one here: the mark before it, from and to, and where it stands."""

    ends: Spans
    parted: tuple[bool, bool, bool]

    @property
    def behind(self) -> tuple[int, int, int]:
        """Where what follows begins on each side."""
        base, ours, theirs = (end + own for (_, end), own in zip(self.ends, self.parted, strict=True))
        return base, ours, theirs

    @property
    def new_on_both(self) -> bool:
        """Whether both sides divide here what was one paragraph."""
        return self.parted == (False, True, True)

    def pieces(self, streams: Streams) -> Iterator[Piece]:
        """The mark and the break."""
        yield Piece(self.ends, self._whose_mark(streams))
        starts = tuple((end, end + own) for (_, end), own in zip(self.ends, self.parted, strict=True))
        _, ours, theirs = self.parted
        of = BOTH if ours == theirs else (OURS,) if ours != self.parted[BASE] else (THEIRS,)
        yield Piece((starts[0], starts[1], starts[2]), of)

    def _whose_mark(self, streams: Streams) -> tuple[int, ...]:
        """Whose mark stands: of the side that made the seam unless the other has another "and"; of both, what both say.

        An "and" that the other put in joined what is parted now, and goes. Which mark ends a paragraph that one side
        alone made follows from that.
        """
        base, ours, theirs = ([*stream.words[slice(*span)]] for stream, span in zip(streams, self.ends, strict=True))
        if ours == theirs:
            return BOTH if ours != base else ALL
        if self.parted[OURS] == self.parted[THEIRS]:
            return ()
        shaper = OURS if self.parted[OURS] != self.parted[BASE] else THEIRS
        other = theirs if shaper == OURS else ours
        put_in = [ENGLISH.joining(word) for word in _unmarked(other)]
        return (shaper,) if _unmarked(other) == _unmarked(base) or (put_in == ["and"] and not _unmarked(base)) else ()


def _unmarked(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in SIGNS]


def seams(streams: Streams, asked: Sequence[InQuestion] = ()) -> list[Seam]:
    """The seams of three sides, in order; none within the words that are asked about as a whole."""
    base, *sides = (stream.words for stream in streams)
    if all(one.count(_BREAK) == base.count(_BREAK) for one in sides):
        return []
    made = [_Made(streams, side) for side in BOTH]
    for one, keys in zip(made, [frozenset(one.seams) for one in reversed(made)], strict=True):
        one.look(keys)
    found: list[Seam] = []
    at = (0, 0, 0)
    for key in sorted({key for one in made for key in one.seams}):
        own = [one.seams.get(key) for one in made]
        ours, theirs = (end or one.kept(*key) for end, one in zip(own, made, strict=True))
        if ours is None or theirs is None:
            continue
        first, last, parted = key
        seam = Seam(((first, last), ours, theirs), (parted, parted is (own[0] is None), parted is (own[1] is None)))
        if any(start <= seam.behind[of] and seam.ends[of][1] <= end for _, of, (start, end) in asked):
            continue
        if all(before <= start for before, (start, _) in zip(at, seam.ends, strict=True)):
            found.append(seam)
            at = seam.behind
    return found


class _Made:
    """What a side made of the base: its seams by the words from and to of the base, and whether these part there."""

    def __init__(self, streams: Streams, side: int) -> None:
        self._base, self._own = streams[BASE].words, streams[side].words
        self._blocks = block_list(streams[BASE].tokens, streams[side].tokens)
        self.seams: dict[_Key, Span] = {}
        self.look(frozenset())

    def look(self, there: AbstractSet[_Key]) -> None:
        """Finds the seams; where words beside one became others it stands where the other side has one."""
        self.seams.clear()
        for block in self._blocks:
            self._find(block, there)

    def _find(self, block: Block, there: AbstractSet[_Key]) -> None:
        i1, i2, j1, j2 = block
        gone, come = self._base[i1:i2].count(_BREAK), self._own[j1:j2].count(_BREAK)
        if gone and come:
            return
        for _ in range(come):
            end = self._own.index(_BREAK, j1)
            places = [at for at in _ended(self._base[i1:i2]) if self._key(i1 + at) in there]
            at = places[0] if places else _beside(self._own[j1:end], self._own[end + 1 : j2], self._base[i1:i2])
            if at is None:
                return
            self.seams[self._met(i1 + at, there)] = _end(self._own, end), end
            i1, j1 = i1 + at, end + 1
        for _ in range(gone):
            end = self._base.index(_BREAK, i1)
            at = _beside(self._base[i1:end], self._base[end + 1 : i2], self._own[j1:j2])
            if at is None:
                return
            self.seams[_end(self._base, end), end, True] = _end(self._own, j1 + at), j1 + at
            i1, j1 = end + 1, j1 + at

    def _key(self, at: int) -> _Key:
        return _end(self._base, at), at, False

    def _met(self, at: int, there: AbstractSet[_Key]) -> _Key:
        """A new seam; where the other side has one behind the same mark, before or behind an "and", it is that."""
        last = at
        while last < len(self._base) and self._base[last] in _ENDING:
            last += 1
        return next((key for end in range(last, at, -1) if (key := self._key(end)) in there), self._key(at))

    def kept(self, first: int, last: int, parted: bool) -> Span | None:
        """The mark of a seam of the other side on this one; None where its own words stand instead."""
        behind = last + parted
        if any(i1 < first and i2 > behind for i1, i2, _, _ in self._blocks):
            return None
        start, end = self._place(first, False), self._place(behind, True)
        words, mark = self._own[start:end], self._base[first:last]
        if words.count(_BREAK) != parted:
            return None
        if parted:
            stop = words.index(_BREAK)
        elif first == last:
            stop = len(words)
        else:
            stop = next((at for at in range(len(words), 0, -1) if words[:at][-len(mark) :] == mark), 0)
            if not stop and not self._became_others(first, behind):
                stop = next((at for at in range(len(words), 0, -1) if words[at - 1] in _ENDING), 0)
            if not stop:
                return None
            while stop < len(words) and words[stop] in _JOINS:
                stop += 1  # an "and" that the side put in behind the mark joins what is parted there
        return _end(self._own, start + stop), start + stop

    def _became_others(self, first: int, behind: int) -> bool:
        """Whether the words before and those behind some of the base are gone."""
        return all(any(i1 <= at < i2 for i1, i2, _, _ in self._blocks) for at in (first - 1, behind))

    def _place(self, at: int, behind: bool) -> int:
        """Where a place between words of the base is: before what stands there instead of others, or behind it."""
        grown = 0
        for i1, i2, j1, j2 in self._blocks:
            if i1 < at < i2 or (i1 < at == i2 and not behind):
                return j2 if behind else j1
            if i2 < at or (i2 == at and behind):
                grown = j2 - i2
        return at + grown


def _beside(before: Sequence[str], behind: Sequence[str], whole: Sequence[str]) -> int | None:
    """How many words of a whole stand before a seam that stands between some words; None where that cannot be said."""
    if all(map(_ends, before)):
        return next((at for at, word in enumerate(whole) if not _ends(word)), len(whole))
    return None if behind else len(whole)


def _ended(words: Sequence[str]) -> Iterator[int]:
    """The places behind the marks among some words."""
    return (at for at in range(1, len(words) + 1) if _ends(words[at - 1]) and not any(map(_ends, words[at : at + 1])))


def _ends(word: str) -> bool:
    return word in _ENDING or is_note(word)


def _end(words: Sequence[str], at: int) -> int:
    """Where the mark and the "and" begin that stand before a place; a note before them belongs to the word it is on."""
    start = at
    while start and words[start - 1] in _JOINS:
        start -= 1
    while start and (words[start - 1] in SIGNS or is_note(words[start - 1])):
        start -= 1
    while start < at and is_note(words[start]):
        start += 1
    return start
