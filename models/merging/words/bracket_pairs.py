"""Brackets in a woven text: a pair is put in, kept or taken out as a whole, and goes with the words it holds.

A clash takes in the partner of each bracket in it, on whatever side, and the pair that stands right around it. Settled
words whose brackets would pair otherwise than on any side, or would hold nothing now, are a clash: "[a b] c" and
"a [b c]" are no "[a [b] c]". So are words put in, or taken out, within brackets that the other side took away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from models.comparison.words.atoms import atoms
from models.comparison.words.tokens import is_word
from models.draft.brackets import CLOSING as SQUARE_CLOSING
from models.draft.brackets import OPENING as SQUARE_OPENING
from models.merging.sides import BASE
from models.merging.words.pieces import ALL, Piece, Streams, joined

_KINDS = ((SQUARE_OPENING, SQUARE_CLOSING), ("(（", ")）"), *zip("“«《「『", "”»》」』", strict=True))
"""Signs that open and those that close the same; one of full width may have a narrow partner."""
_OPENS = {sign: kind for kind, (signs, _) in enumerate(_KINDS) for sign in signs}
_CLOSES = {sign: kind for kind, (_, signs) in enumerate(_KINDS) for sign in signs}
OPENING, CLOSING = frozenset(_OPENS), frozenset(_CLOSES)
_SIGNS = OPENING | CLOSING
_SQUARE = frozenset(SQUARE_OPENING), frozenset(SQUARE_CLOSING)
_Where = tuple[int, int]
"""A side, and the place of a word there."""
_Seen = Sequence[_Where]
"""A settled word, or a clash where there is none, as it stands on its sides."""


def partners(words: Sequence[str]) -> dict[int, int | None]:
    """The place of each bracket with that of its partner; None where it has none."""
    found: dict[int, int | None] = {}
    unclosed: list[list[int]] = [[] for _ in _KINDS]
    for at, word in enumerate(words):
        if word in OPENING:
            found[at] = None
            unclosed[_OPENS[word]].append(at)
        elif word in CLOSING:
            others = unclosed[_CLOSES[word]]
            found[at] = others.pop() if others else None
            if (start := found[at]) is not None:
                found[start] = at
    return found


def _around(words: Sequence[str]) -> list[tuple[int, int] | None]:
    """For each word the square brackets it stands in, the outermost pair."""
    found: list[tuple[int, int] | None] = [None] * len(words)
    pairs = partners(words)
    at = 0
    while at < len(words):
        end = pairs.get(at) if words[at] in _SQUARE[0] else None
        if end is not None:
            found[at + 1 : end] = [(at, end)] * (end - at - 1)
        at = (end or at) + 1
    return found


def bracketed(words: Sequence[str]) -> bool:
    """Whether words stand in square brackets, all of them."""
    depth = 0
    for word in words:
        depth += word in _SQUARE[0]
        if depth <= 0:
            return False
        depth -= word in _SQUARE[1]
    return bool(words) and depth == 0


def has_own_brackets(text: str) -> bool:
    """Whether a text stands in square brackets of its own, all of it."""
    return bracketed(atoms(text).words)


def with_brackets(streams: Streams, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a text, those joined that brackets hold together."""
    woven = [piece for piece in pieces if any(start < end for start, end in piece.spans)]
    if not any(not _SIGNS.isdisjoint(stream.words) for stream in streams):
        return woven
    return _Woven(streams, woven).whole()


class _Woven:
    def __init__(self, streams: Streams, pieces: list[Piece]) -> None:
        self._streams, self._pieces = streams, pieces
        self._pairs = [partners(stream.words) for stream in streams]
        self._around = [_around(stream.words) for stream in streams]

    def whole(self) -> list[Piece]:
        """Joins pieces until each bracket has its own partner."""
        settled = False
        while not settled:
            settled = not any(map(self._join, self._torn()))
        return self._pieces

    def _torn(self) -> Iterator[list[_Where]]:
        """Words that have to be of one piece."""
        yield from self._out_of_clashes()
        yield from self._around_clashes()
        yield from self._otherwise()
        yield from self._bare()

    def _out_of_clashes(self) -> Iterator[list[_Where]]:
        for piece in self._pieces:
            for side in ALL if not piece.of else ():
                start, end = piece.spans[side]
                for at in range(start, end):
                    there = self._pairs[side].get(at)
                    if there is not None and not start <= there < end:
                        yield [(side, at), (side, there)]

    def _around_clashes(self) -> Iterator[list[_Where]]:
        for number, piece in enumerate(self._pieces):
            if piece.of:
                continue
            before = next(self._settled(range(number - 1, -1, -1), last=True), ())
            behind = next(self._settled(range(number + 1, len(self._pieces)), last=False), ())
            there = dict(behind)
            if any(side in there and self._pairs[side].get(at) == there[side] for side, at in before):
                empty = any(start == end for start, end in piece.spans)
                if empty or self._sign(before) in _SQUARE[0] or len(before) < len(ALL):
                    yield [*before, *behind]

    def _settled(self, numbers: Iterable[int], last: bool) -> Iterator[_Seen]:
        """The settled words that end or begin some pieces, up to a clash."""
        for number in numbers:
            piece = self._pieces[number]
            if not piece.of:
                return
            start, end = piece.spans[piece.of[0]]
            if start < end:
                yield [(side, piece.spans[side][1] - 1 if last else piece.spans[side][0]) for side in piece.of]

    def _otherwise(self) -> Iterator[list[_Where]]:
        """Settled brackets that have another partner than on any side, or hold nothing and do so on no side."""
        words = [*self._words()]
        for number, other in partners([self._sign(one) if one else "" for one in words]).items():
            one, two = words[number], words[other] if other is not None else ()
            if not self._as_on_a_side(dict(one), dict(two), other == number + 1):
                found = [*one, *two]
                found += [(side, there) for side, at in found if (there := self._pairs[side].get(at)) is not None]
                yield found

    def _as_on_a_side(self, one: dict[int, int], two: dict[int, int], empty: bool) -> bool:
        """Whether on a side a bracket has the partner it has here, if any, with nothing between them if so here."""
        if not two:
            return any(self._pairs[side].get(at) is None for side, at in one.items())
        return any(
            side in two and self._pairs[side].get(at) == two[side] and not (empty and two[side] != at + 1)
            for side, at in one.items()
        )

    def _bare(self) -> Iterator[list[_Where]]:
        """Words a side has in brackets, put in by it or in a clash, that would stand outside of any: nobody agreed.

        So it is with what a side left of words in brackets.
        """
        here = _around([self._sign(one) if one else "" for one in self._words()])
        number = 0
        for piece in self._pieces:
            start, end = piece.spans[piece.of[0]] if piece.of else (0, 1)
            bare = [at for at in range(end - start) if here[number + at] is None]
            number += end - start
            if not piece.of and bare:
                found = [(side, first) for side, (first, last) in enumerate(piece.spans) if first < last]
            elif len(piece.of) == 1:
                words = self._streams[piece.of[0]].words[start:end]
                if not any(map(is_word, words)):
                    yield from self._cut_out(piece, here[max(number - len(words) - 1, 0) : number + 1])
                    continue
                found = [(piece.of[0], start + at) for at in bare if is_word(words[at])]
            else:
                continue
            for side, at in found:
                if pair := self._around[side][at]:
                    yield [(side, at), (side, pair[0]), (side, pair[1])]

    def _cut_out(self, piece: Piece, here: Sequence[tuple[int, int] | None]) -> Iterator[list[_Where]]:
        """The brackets in which a side took words out, where what is left stands outside of any; `here`: round that.

        Nothing may be left, "[]" and "[…]".
        """
        (side,), (start, end) = piece.of, piece.spans[BASE]
        if not any(map(is_word, self._streams[BASE].words[start:end])):
            return
        first, last = piece.spans[side]
        pair = None
        if first and self._streams[side].words[first - 1] in _SQUARE[0] and self._pairs[side].get(first - 1) == last:
            pair = first - 1, last  # whatever stands round them
        elif not any(here):
            pair = next(filter(None, self._around[side][max(first - 1, 0) : last + 1]), None)
        if pair:
            yield [(side, pair[0]), (side, pair[1])]

    def _words(self) -> Iterator[_Seen]:
        """The settled words, each as it stands on its sides; an empty one for a clash."""
        for piece in self._pieces:
            if not piece.of:
                yield []
                continue
            start, end = piece.spans[piece.of[0]]
            for step in range(end - start):
                yield [(side, piece.spans[side][0] + step) for side in piece.of]

    def _sign(self, word: _Seen) -> str:
        side, at = word[0]
        return self._streams[side].words[at]

    def _join(self, words: Iterable[_Where]) -> bool:
        """Makes one piece of all from the first of some words to the last; whether anything is other than before."""
        seats = [self._seat(side, at) for side, at in words]
        (first, start), (last, end) = min(seats), max(seats)
        ahead, piece, behind = self._pieces[:first], self._pieces[first : last + 1], self._pieces[last + 1 :]
        if piece[-1].of == ALL:
            piece[-1], rest = piece[-1].cut(end + 1)
            behind.insert(0, rest)
        if piece[0].of == ALL:
            rest, piece[0] = piece[0].cut(start)
            ahead.append(rest)
        made = joined(self._streams, piece)
        if len(piece) == 1 and made.of == piece[0].of:
            return False
        self._pieces = [one for one in (*ahead, made, *behind) if any(i < j for i, j in one.spans)]
        return True

    def _seat(self, side: int, at: int) -> tuple[int, int]:
        """The piece in which a word stands on a side, and how far into it where all sides have it."""
        for number, piece in enumerate(self._pieces):
            start, end = piece.spans[side]
            if start <= at < end:
                return number, at - start if piece.of == ALL else 0
        raise AssertionError("a word of a side is in no piece")
