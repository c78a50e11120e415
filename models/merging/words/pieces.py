"""A woven text as pieces, end to end on each side, and as the words and clashes that are laid out from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.streams import Stream

Place = tuple[int | None, int | None, int | None]
"""Where a word stands on each side, None where it does not."""
Span = tuple[int, int]
Spans = tuple[Span, Span, Span]
"""Words from and to; base, ours, theirs."""
Streams = tuple[Stream, Stream, Stream]
ALL = (BASE, OURS, THEIRS)
BOTH = (OURS, THEIRS)


InQuestion = tuple[int, int, Span]
"""Words that clash though one side alone changed them: that side, and of whom (it, or the base) which from and to.

Instead of a side BASE: words of the base that both sides took out.
"""


_PARTING = frozenset(",;")
_MARKS = frozenset(",;.:")


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is settled."""

    at: Place


@dataclass(frozen=True, slots=True)
class Clash:
    """The words of each side, from and to, that say something else; base, ours, theirs."""

    spans: Spans


Part = Word | Clash


def starts_one(streams: Streams, part: Part) -> bool:
    """Whether it is no word but the start of a paragraph."""
    if not isinstance(part, Word):
        return False
    # Written out, as it is asked of every word: it is the same on each side that has it.
    for stream, at in zip(streams, part.at, strict=True):
        if at is not None:
            return stream.tokens.words[at] == "\n"
    return False


def follows(one: Word, other: Word) -> bool:
    """Whether a word stands right behind another on each side that has either."""
    (base, ours, theirs), (b, o, t) = one.at, other.at
    return (
        (base is None if b is None else base == b + 1)
        and (ours is None if o is None else ours == o + 1)
        and (theirs is None if t is None else theirs == t + 1)
    )


def beside_new(streams: Streams, parts: Sequence[Part], at: int) -> bool:
    """Whether a part stands beside the end of a paragraph that is one on both sides and in the base is none."""
    return any(
        isinstance(one, Word) and one.at[BASE] is None and None not in one.at[OURS:] and starts_one(streams, one)
        for one in (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2])
    )


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of all three sides at one place; `of` are the sides whose words stand there, none where they clash."""

    spans: Spans
    of: tuple[int, ...] = ()

    def cut(self, at: int) -> tuple[Piece, Piece]:
        """Two pieces of one whose words all sides have, the first of so many words."""
        ends = tuple((start, start + at) for start, _ in self.spans)
        starts = tuple((start + at, end) for start, end in self.spans)
        return Piece((ends[0], ends[1], ends[2]), ALL), Piece((starts[0], starts[1], starts[2]), ALL)


def joined(streams: Streams, pieces: Sequence[Piece]) -> Piece:
    """Neighbouring pieces as one; what one side alone changed is its own, and what clashed before clashes still."""
    first, last = pieces[0].spans, pieces[-1].spans
    spans = tuple((one[0], two[1]) for one, two in zip(first, last, strict=True))
    base, ours, theirs = (stream.words[start:end] for stream, (start, end) in zip(streams, spans, strict=True))
    of: tuple[int, ...] = ()
    if ours == theirs:
        of = ALL if ours == base else BOTH
    elif all(piece.of for piece in pieces):
        of = (THEIRS,) if ours == base else (OURS,) if theirs == base else ()
    return Piece((spans[0], spans[1], spans[2]), of)


def in_question(streams: Streams, pieces: Iterable[Piece], asked: Sequence[InQuestion]) -> Iterator[Piece]:
    """The pieces, what is in question being none's; words only put in or taken out clash as far as they are meant."""
    for piece in pieces:
        yield from _cut_out(streams, piece, asked)


def _cut_out(streams: Streams, piece: Piece, asked: Sequence[InQuestion]) -> Iterator[Piece]:
    for side, of, (start, end) in asked:
        first, last = max(start, piece.spans[of][0]), min(end, piece.spans[of][1])
        if piece.of != (BOTH if side == BASE else (side,)) or first >= last:
            continue
        having = [one for one, (begins, ends) in enumerate(piece.spans) if begins < ends]
        clause = _clause(streams[of].words, piece.spans[of], (first, last))
        if of not in having or (piece.of[0] in having and BASE in having) or clause is None:
            yield Piece(piece.spans)
            return
        steps = clause[0] - piece.spans[of][0], clause[1] - piece.spans[of][0]
        for number, (begin, finish) in enumerate(((0, steps[0]), steps, (steps[1], None))):
            spans = [
                (low + begin, high if finish is None else low + finish) if one in having else (low, high)
                for one, (low, high) in enumerate(piece.spans)
            ]
            part = Piece((spans[0], spans[1], spans[2]), () if number == 1 else piece.of)
            yield from [part] if number == 1 else _cut_out(streams, part, asked)
        return
    yield piece


def _clause(words: Sequence[str], whole: Span, meant: Span) -> Span | None:
    """Words that can be taken out of a whole, or left in it alone, with a mark at one end; None if a torn text is left.

    They reach from mark to mark, or from or to where the whole begins or ends.
    """
    (first, last), (start, end) = whole, meant
    ends_a_paragraph = end == last or words[end] == "\n"
    if start == first or words[start - 1] == "\n":
        if ends_a_paragraph:
            return meant
        return (start, end + 1) if start == first and words[end] in _PARTING else None
    if words[start - 1] in _PARTING and (ends_a_paragraph or words[end] in _MARKS):
        return start - 1, end
    return None


def parts(pieces: Iterable[Piece]) -> Iterator[Part]:
    """The words and the clashes of a text in pieces."""
    for piece in pieces:
        if not piece.of:
            if any(start < end for start, end in piece.spans):
                yield Clash(piece.spans)
            continue
        start, end = piece.spans[piece.of[0]]
        for step in range(end - start):
            base, ours, theirs = (piece.spans[side][0] + step if side in piece.of else None for side in ALL)
            yield Word((base, ours, theirs))
