"""Words of three sides woven into one text: what one side changed is taken, what both changed otherwise is a clash.

Places that differ are those a reader sees (`readable_blocks`), so that a rewritten clause is one place and never mixed
with another's. Places that only touch combine; places that overlap, two insertions at one place, what `touching` finds
too near or `one_statement` to be of one, and what would be said twice clash.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.comparison.words.readable import readable_blocks
from models.comparison.words.subsequence import Block
from models.comparison.words.tokens import is_word
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.bracket_pairs import CLOSING, OPENING, with_brackets
from models.merging.words.one_statement import says_one
from models.merging.words.pieces import ALL, BOTH, InQuestion, Part, Piece, Spans, Streams, Word, in_question, parts
from models.merging.words.seams import seams
from models.merging.words.sentences_kept import with_sentences
from models.merging.words.streams import NOTHING, Stream, is_note
from models.merging.words.touching import crowds, marks_twice, said_twice
from models.merging.words.unspaced import within_a_word

_ONE_CLAUSE = 4
"""Where both sides wrote a text anew, places that differ with no more words than this between them are one question."""


def weave(streams: Streams, asked: Sequence[InQuestion] = (), all_asked: bool = False) -> tuple[Part, ...]:
    """The words of three sides as one text; `asked` is what clashes though one side alone changed it.

    `all_asked`: nothing more will be.
    """
    whole = with_sentences(streams, with_brackets(streams, [*_woven(streams, asked)]))
    pieces = with_brackets(streams, [*in_question(streams, whole, asked)])
    if all_asked:
        pieces = with_brackets(streams, with_sentences(streams, pieces))  # it may reach over one of a pair now
    woven = tuple(parts(pieces))
    if all(piece.of for piece in pieces) and _emptied(streams, woven):
        # Each side by itself is in order and the two together are not: what is meant only a reader can say.
        return one_clash(streams)
    return woven


@dataclass(slots=True)
class _Region:
    """A stretch of the base that a side or both changed."""

    start: int
    end: int
    hunks: tuple[list[Block], list[Block]]

    def meets(self, block: Block) -> bool:
        """Whether a further place belongs to this one; places that only touch do not, two insertions at one do."""
        start, end = block[0], block[1]
        if self.start == self.end or start == end:
            if self.start == self.end and start == end:
                return start == self.start
            return self.start < start < self.end if start == end else start < self.start < end
        return self.start < end and start < self.end


def _regions(streams: Streams, hunks: tuple[Sequence[Block], Sequence[Block]]) -> list[_Region]:
    words = streams[BASE].words, streams[OURS].words, streams[THEIRS].words
    ordered = sorted((block[0], block[1], side, block) for side in (0, 1) for block in hunks[side])
    regions: list[_Region] = []
    for start, end, side, block in ordered:
        if not regions or not (
            regions[-1].meets(block) or any(crowds(words, side, block, one) for one in regions[-1].hunks[1 - side])
        ):
            regions.append(_Region(start, end, ([], [])))
        region = regions[-1]
        region.end = max(region.end, end)
        region.hunks[side].append(block)
    places = [region.hunks for region in regions]
    pairs = (
        *said_twice(words, places), *within_a_word(words, places), *marks_twice(words, places), *says_one(words, places)
    )  # fmt: skip
    return _joined(regions, pairs)


def _joined(regions: Sequence[_Region], pairs: Iterable[tuple[int, int]]) -> list[_Region]:
    """The regions, those from the first to the second of each pair made one."""
    reach = dict(sorted(pairs))
    joined: list[_Region] = []
    until = -1
    for number, region in enumerate(regions):
        if number <= until:
            last = joined[-1]
            last.end = max(last.end, region.end)
            for side in (0, 1):
                last.hunks[side].extend(region.hunks[side])
        else:
            joined.append(region)
        until = max(until, reach.get(number, -1))
    return joined


def _woven(streams: Streams, asked: Sequence[InQuestion]) -> Iterator[Piece]:
    """The pieces of a text: what stands between two seams, each for itself."""
    at, opens = (0, 0, 0), False
    for seam in seams(streams, asked):
        between = _between(streams, at, tuple(start for start, _ in seam.ends))
        yield from _opening(between) if opens else between
        yield from seam.pieces(streams)
        at, opens = seam.behind, seam.new_on_both
    between = _between(streams, at, tuple(len(stream.words) for stream in streams))
    yield from _opening(between) if opens else between


def _between(streams: Streams, starts: Sequence[int], ends: Sequence[int]) -> list[Piece]:
    """The pieces of a text from some places on the sides to others."""
    hunks = _changes(streams, OURS, starts, ends), _changes(streams, THEIRS, starts, ends)
    found: list[Piece] = []
    at = [*starts]
    for region in [*_regions(streams, hunks), _Region(ends[BASE], ends[BASE], ([], []))]:
        ahead = region.start - at[BASE]
        if ahead:
            found.append(Piece(((at[0], at[0] + ahead), (at[1], at[1] + ahead), (at[2], at[2] + ahead)), ALL))
        spans = [(region.start, region.end)]
        for side in (OURS, THEIRS):
            start = at[side] + ahead
            grown = sum((j2 - j1) - (i2 - i1) for i1, i2, j1, j2 in region.hunks[side - 1])
            spans.append((start, start + region.end - region.start + grown))
        found += _settled(streams, region, (spans[0], spans[1], spans[2]))
        at = [end for _, end in spans]
    return found


def _changes(streams: Streams, side: int, starts: Sequence[int], ends: Sequence[int]) -> Sequence[Block]:
    """Where a side differs from the base between some places."""
    base, one = streams[BASE], streams[side]
    i, j, last, its = starts[BASE], starts[side], ends[BASE], ends[side]
    if not i and not j and (last, its) == (len(base.words), len(one.words)):
        return base.changes(one)
    found = readable_blocks(base.tokens.part(i, last), one.tokens.part(j, its))
    return [(i1 + i, i2 + i, j1 + j, j2 + j) for i1, i2, j1, j2 in found]


def _opening(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a paragraph that both sides made where there was none: how it opens is either's, or is asked."""
    first = next((at for at, piece in enumerate(pieces) if piece.of == ALL), len(pieces))
    opens, rest = pieces[:first], [*pieces[first:]]
    if all(piece.of == BOTH for piece in opens):
        yield from pieces
        return
    spans = [[one[0], two[1]] for one, two in zip(opens[0].spans, opens[-1].spans, strict=True)]
    if rest and any(start == end for start, end in spans[OURS:]):
        more, rest[0] = rest[0].cut(1)  # of two that differ by a word each has its own first word
        spans = [[start, end] for (start, _), (_, end) in zip(spans, more.spans, strict=True)]
    yield Piece(((spans[0][0], spans[0][1]), (spans[1][0], spans[1][1]), (spans[2][0], spans[2][1])))
    yield from rest


def _settled(streams: Streams, region: _Region, spans: Spans) -> Iterator[Piece]:
    b1, b2 = spans[BASE]
    if not region.hunks[1]:
        yield Piece(spans, (OURS,))
    elif not region.hunks[0]:
        yield Piece(spans, (THEIRS,))
    elif _alike_but_for_a_capital(streams, spans):
        yield Piece(spans, BOTH)
    elif (side := _order_alone(streams, spans)) is not None:
        yield Piece(spans, (side,))
    elif b1 < b2:
        yield Piece(spans)
    else:
        yield from _both_put_in(streams, spans)


def _alike_but_for_a_capital(streams: Streams, spans: Spans) -> bool:
    """Whether both sides say the same, the one within a paragraph and the other where one begins at most."""
    ours, theirs = (streams[side].words[slice(*spans[side])] for side in BOTH)
    if ours == theirs:
        return True
    begins = any((at := spans[side][0]) > 0 and streams[side].words[at - 1] == "\n" for side in BOTH)
    if not begins or not ours or not theirs or ours[1:] != theirs[1:]:
        return False
    one, two = ours[0], theirs[0]
    return one[1:] == two[1:] and one[:1].lower() == two[:1].lower()


def _order_alone(streams: Streams, spans: Spans) -> int | None:
    """The side that has marks before a note where both have the same of both; None where they differ in more."""
    ours, theirs = (streams[side].words[slice(*spans[side])] for side in BOTH)
    if sorted(ours) != sorted(theirs) or any(map(is_word, ours)) or not any(map(is_note, ours)):
        return None
    return OURS if [*map(is_note, ours)] < [*map(is_note, theirs)] else THEIRS


def _both_put_in(streams: Streams, spans: Spans) -> Iterator[Piece]:
    """Words put in by both at one place: what they begin and end with alike is settled.

    A bracket that one closes there stands before one that the other opens.
    """
    (at, _), (o1, o2), (t1, t2) = spans
    one, two = streams[OURS].words[o1:o2], streams[THEIRS].words[t1:t2]
    if CLOSING.issuperset(one) and OPENING.issuperset(two):
        yield from (Piece(((at, at), (o1, o2), (t1, t1)), (OURS,)), Piece(((at, at), (o2, o2), (t1, t2)), (THEIRS,)))
        return
    if CLOSING.issuperset(two) and OPENING.issuperset(one):
        yield from (Piece(((at, at), (o1, o1), (t1, t2)), (THEIRS,)), Piece(((at, at), (o1, o2), (t2, t2)), (OURS,)))
        return
    start, end = _alike(one, two)
    yield Piece(((at, at), (o1, o1 + start), (t1, t1 + start)), BOTH)
    yield Piece(((at, at), (o1 + start, o2 - end), (t1 + start, t2 - end)))
    yield Piece(((at, at), (o2 - end, o2), (t2 - end, t2)), BOTH)


def _alike(one: Sequence[str], two: Sequence[str]) -> tuple[int, int]:
    """With how many words two that were put in begin, and with how many they end alike.

    Where each has other words between these they are whole clauses, up to a mark: as it was they stand alone.
    """
    start = end = 0
    shortest = min(len(one), len(two))
    while start < shortest and one[start] == two[start]:
        start += 1
    while end < shortest - start and one[-1 - end] == two[-1 - end]:
        end += 1
    if all(any(map(is_word, words[start : len(words) - end])) for words in (one, two)):
        while start and not (_parts(one[start]) and _parts(two[start]) and any(map(is_word, one[:start]))):
            start -= 1
        while end and not (_parts(one[-end]) and (start or any(map(is_word, one[-end:])))):
            end -= 1
    return start, end


def _parts(word: str) -> bool:
    """Whether a word is a mark, or the start of a paragraph."""
    return not is_word(word) and not is_note(word) and word not in OPENING | CLOSING


def weave_new(ours: Stream, theirs: Stream) -> tuple[Part, ...]:
    """The words of two new texts that are nearly alike; what differs clashes, with nothing in the base."""
    pieces: list[Piece] = []
    at, other = 0, 0
    if tuple(ours.words) <= tuple(theirs.words):
        blocks = readable_blocks(ours.tokens, theirs.tokens)
    else:  # the same words clash whoever wrote which
        blocks = [(i1, i2, j1, j2) for j1, j2, i1, i2 in readable_blocks(theirs.tokens, ours.tokens)]
    for i1, i2, j1, j2 in [
        *_by_clauses(ours.words, blocks),
        (len(ours.words), len(ours.words), len(theirs.words), len(theirs.words)),
    ]:
        pieces += [Piece(((0, 0), (at, i1), (other, j1)), BOTH), Piece(((0, 0), (i1, i2), (j1, j2)))]
        at, other = i2, j2
    return tuple(parts(with_brackets((NOTHING, ours, theirs), pieces)))


def _by_clauses(words: Sequence[str], blocks: Sequence[Block]) -> Iterator[Block]:
    """Places that differ, those with few words between them as one: of words put together none goes without the other.

    `words` are those of the first text of the blocks.
    """
    joined: list[Block] = []
    for block in blocks:
        if joined and sum(map(is_word, words[joined[-1][1] : block[0]])) <= _ONE_CLAUSE:
            joined[-1] = joined[-1][0], block[1], joined[-1][2], block[3]
        else:
            joined.append(block)
    yield from joined


def one_clash(streams: Streams) -> tuple[Part, ...]:
    """All that differs as one clash, what all three begin and end with left out."""
    words = [stream.words for stream in streams]
    shortest = min(map(len, words))
    start = 0
    while start < shortest and words[0][start] == words[1][start] == words[2][start]:
        start += 1
    end = 0
    while end < shortest - start and words[0][-1 - end] == words[1][-1 - end] == words[2][-1 - end]:
        end += 1
    base, ours, theirs = (len(one) for one in words)
    pieces = [
        Piece(((0, start), (0, start), (0, start)), ALL),
        Piece(((start, base - end), (start, ours - end), (start, theirs - end))),
        Piece(((base - end, base), (ours - end, ours), (theirs - end, theirs)), ALL),
    ]
    return tuple(parts(with_brackets(streams, pieces)))


def _emptied(streams: Streams, woven: Sequence[Part]) -> bool:
    """Whether less than half of what either side kept is left."""
    words = [_letters(streams, part) for part in woven if isinstance(part, Word)]
    sides = streams[OURS].words, streams[THEIRS].words
    kept = [sum(map(is_word, one)) for one in (words, *sides)]
    return 2 * kept[0] < min(kept[1:])


def _letters(streams: Streams, word: Word) -> str:
    return next(streams[side].words[at] for side, at in enumerate(word.at) if at is not None)
