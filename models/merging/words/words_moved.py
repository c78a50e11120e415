"""Words that one side moved from one place to another, in a paragraph or out of it, known by what they say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise, product

from models.comparison.words.subsequence import Block as Change
from models.draft.typed_numbers import is_number_alone
from models.merging.pairs.blocks import Block, Woven
from models.merging.pairs.clusters import Sides
from models.merging.pairs.held_in_brackets import Held
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.known_again import (
    KNOWN,
    RUN,
    ends,
    is_known,
    known_row,
    marks,
    moved_notes,
    reach,
    struck_apart,
    telling,
    words_of,
)
from models.merging.words.pieces import Span, Streams
from models.merging.words.streams import Writer
from models.merging.words.telling import how_many, telling_words
from models.reading.openings import opening

_LEAST = 1, 2, 4
"""So many telling words are a clause: where at none, one or both of its ends one text took the place of another.

One is enough, too, where it is all that went and all that came: within a paragraph, or not in place of other text at
both ends; but not where a paragraph opens with it. From one paragraph to another fewer than the most are the same words
by chance more often than not: they tie no questions.
"""
_OFTEN = 40
"""A word that is put in at more places than this tells nothing."""


_Key = str | tuple[str, str]
"""A word, or two in a row."""
_Change = tuple[Change, Mapping[int, str]]
"""What changed at a place, and the words that tell something there, by where they stand."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a clause stood or stands: the block, the side that moved it, whose words the span counts, and the span.

    `note`: it is the mark of a note, with this key.
    """

    block: int
    mover: int
    of: int
    span: Span
    note: str = ""


def streams_of(block: Block, sides: Sides, writer: Writer) -> Streams:
    if isinstance(block.content, Woven):
        return block.content.streams
    base, ours, theirs = (writer.paragraphs(side, at) for side, at in zip(sides, block.places, strict=True))
    return base, ours, theirs


class Moves:
    """Which clauses the sides moved."""

    def __init__(self, blocks: Sequence[Block], sides: Sides, writer: Writer) -> None:
        self._blocks, self._sides, self._writer = blocks, sides, writer
        self._read: dict[int, Streams] = {}
        self._said: Counter[_Key] = Counter()
        self._held: dict[int, Held] = {}
        self._hunks: dict[tuple[int, int], tuple[list[_Change], list[_Change], Mapping[str, list[int]]]] = {}

    def links(self) -> Iterator[tuple[End, End]]:
        """Where each stood, and where it went."""
        for mover in (OURS, THEIRS):
            out: dict[_Key, list[int]] = defaultdict(list)
            put: dict[_Key, list[int]] = defaultdict(list)
            for number, block in enumerate(self._blocks):
                if mover not in block.changed or self._holds_none(block):
                    continue
                base, own = (self._words(block, side) for side in (BASE, mover))
                for found, more, less in ((out, base, own), (put, own, base)):
                    for word, many in more.items() - less.items():
                        if many > less.get(word, 0):
                            found[word].append(number)
            shared: dict[tuple[int, int], set[_Key]] = defaultdict(set)
            for word in out.keys() & put.keys():
                if len(out[word]) * len(put[word]) <= _OFTEN:
                    for pair in product(out[word], put[word]):
                        shared[pair].add(word)
            for (one, two), keys in sorted(shared.items()):
                known = {key for key in keys if isinstance(key, str)}
                if known and (len(known) < len(keys) or self._is_clause(known, replaced=False)):
                    yield from self._between(one, two, mover, known)
            for number in filter(self._may_hold_both, range(len(self._blocks))):
                yield from self._between(number, number, mover, None)
            for key, (one, at), (two, there) in moved_notes(self._blocks, self._sides, self._streams, mover):
                if not self._holds_none(self._blocks[one]) and not self._holds_none(self._blocks[two]):
                    yield End(one, mover, BASE, (at, at + 1), key), End(two, mover, mover, (there, there + 1), key)

    def struck_apart(self) -> Iterator[tuple[End, End]]:
        """A clause that stood twice in a block: where ours struck it and where theirs did, each keeping the other."""
        for number in filter(self._may_hold_both, range(len(self._blocks))):
            for one, two in struck_apart(self._streams(number)):
                yield End(number, OURS, BASE, one), End(number, THEIRS, BASE, two)

    def is_clause(self, end: End, there: End) -> bool:
        """Whether so many words went from an end to another, within a paragraph few, that they are the same ones.

        Few are, too, where they are all that went and all that came; a note is known by itself.
        """
        if end.note:
            return True
        went = self._many_went(end, there)
        whole = went >= _LEAST[1] and self._is_all(end) and self._is_all(there)
        return end.block == there.block or went >= _LEAST[-1] or whole

    def _many_went(self, end: End, there: End) -> int:
        """How many telling words went at most from an end to another.

        A date or a symbol is as many as are written in it if it stands at both and nothing stood or stands instead: of
        sessions and years each takes the place of the last. Else it is one, and a figure none.
        """
        one, two = (telling(self._streams(at.block)[at.of].words, at.span).values() for at in (end, there))
        went = min(how_many([word for word in words if not word.isdigit()]) for words in (one, two))
        if self._replaced(end) or self._replaced(there):
            return went
        return went + sum(len(telling_words(word)) - (not word.isdigit()) for word in {*one} & {*two})

    def _is_verb(self, end: End) -> bool:
        """Whether what stands at an end is the verb a paragraph opens with, in place of another or replaced by one: it
        went nowhere, whichever paragraph opens with it now."""
        if not self._replaced(end):
            return False
        stream = self._streams(end.block)[end.of]
        last = max(telling(stream.words, end.span), default=end.span[0])
        at, _, stop = stream.stands(last, last + 1)
        paragraph = self._sides[end.of].draft.paragraphs[self._blocks[end.block].places[end.of][at]]
        known = opening(paragraph.text)
        return known is not None and stop <= known.end

    def _replaced(self, end: End) -> bool:
        """Whether one text took the place of another where an end stands."""
        return any(hunk[0] < hunk[1] and hunk[2] < hunk[3] for hunk in self._at(end))

    def _at(self, end: End) -> Iterator[Change]:
        """What changed where an end stands."""
        at = 0 if end.of == BASE else 2
        changes = self._changes(end.block, end.mover)
        return (block for block in changes if _overlap((block[at], block[at + 1]), end.span))

    def is_deleted(self, end: End, there: End, moves: Sequence[tuple[End, End]]) -> bool:
        """Whether the other side deleted most of the words that went from an end to another, and moved none of them."""
        other = THEIRS if end.mover == OURS else OURS
        if other not in self._blocks[end.block].changed or any(
            one.mover == other and one.block == end.block and _overlap(one.span, end.span) for one, _ in moves
        ):
            return False
        if end.note:
            return all(key != end.note for key, _ in marks(self._streams(end.block)[other]))
        base, own = (self._streams(end.block)[side].words for side in (BASE, other))
        lost: set[int] = set()
        for start, stop, first, last in self._changes(end.block, other):
            instead = {word.casefold() for word in own[first:last]}
            lost |= {at for at in range(start, stop) if base[at].casefold() not in instead}
        said = telling(base, end.span)
        if self._many_went(end, there) < _LEAST[-1] and not (self._is_all(end) and self._is_all(there)):
            return False  # a phrase that is said again, and no clause
        return len(lost.intersection(said)) >= KNOWN * len(said)

    def leaves_brackets(self, end: End, there: End) -> bool:
        """Whether the other side changed if a clause stands in brackets, and it does not stand so where it went."""
        other = OURS + THEIRS - end.mover
        if end.note or not any(one.brackets for one in self._sides):
            return False
        at, kept = 0, dict[int, int]()
        base, own = (self._streams(end.block)[side] for side in (BASE, other))
        for start, stop, first, _ in (*base.changes(own), (len(base.words),) * 2 + (len(own.words),) * 2):
            kept.update(zip(range(at, start), range(first - start + at, first), strict=True))
            at = stop
        was = [self._is_held(end.block, BASE, one) for one in telling(base.words, end.span) if one in kept]
        now = [self._is_held(end.block, other, kept[one]) for one in telling(base.words, end.span) if one in kept]
        went = telling(self._streams(there.block)[end.mover].words, there.span)
        return was != now and any(now) != any(self._is_held(there.block, end.mover, one) for one in went)

    def _is_held(self, number: int, side: int, word: int) -> bool:
        """Whether a word of a block stands in brackets on a side."""
        paragraph, start, _ = self._streams(number)[side].stands(word, word + 1)
        if side not in self._held:
            self._held[side] = Held(self._sides[side].brackets)
        return self._held[side].around(self._blocks[number].places[side][paragraph], start) is not None

    def _is_all(self, end: End) -> bool:
        """Whether what went or came at an end is all that went or came there."""
        words = self._streams(end.block)[end.of].words
        hunks = (block[:2] if end.of == BASE else block[2:] for block in self._at(end))
        return any(telling(words, hunk) == telling(words, end.span) for hunk in hunks)

    def _may_hold_both(self, number: int) -> bool:
        """Whether a clause that was moved within a block may be changed or deleted there by the other side."""
        content = self._blocks[number].content
        return isinstance(content, Woven) and not content.rival

    def _is_clause(self, words: Collection[str], replaced: bool = True) -> bool:
        """Whether words that were taken out and put in are a clause: some are said nowhere else in the base.

        A figure, and a date or a symbol of which two words are not, counts where it replaced nothing, and nothing it.
        """
        written = [*map(telling_words, words)]
        alone = [parts[0] for parts in written if len(parts) == 1 and not (replaced and parts[0].isdigit())]
        if any(self._many(word) == 1 for word in alone):
            return True
        return not replaced and any(self._many(pair) == 1 for parts in written for pair in pairwise(parts))

    def _holds_none(self, block: Block) -> bool:
        """Whether a block holds no clause, for it is a line of the masthead, the cell of a table or a number alone."""
        return any(
            at in side.roles or (one := side.draft.paragraphs[at]).cell is not None or is_number_alone(one)
            for side, places in zip(self._sides, block.places, strict=True)
            for at in places
        )

    def _words(self, block: Block, side: int) -> Counter[_Key]:
        """How often a block says each word that tells something, and each two of them one after the other."""
        texts = tuple(self._sides[side].draft.paragraphs[at].text for at in block.places[side])
        said = self._writer.rows
        if texts not in said:
            words = [word for text in texts for word in self._writer.telling(text)]
            said[texts] = Counter((*words, *pairwise(words)))
        return said[texts]

    def _between(self, one: int, two: int, mover: int, known: AbstractSet[str] | None) -> Iterator[tuple[End, End]]:
        """The clauses of some words, if these are known, that a side moved from a block to another."""
        gone, (_, came, saying) = self._changed(one, mover)[0], self._changed(two, mover)
        for left in gone:
            words = {*left[1].values()} & saying.keys()
            if known is not None:
                words = {word for word in words if word in known or {*telling_words(word)} <= known}
            for at in sorted({at for word in words if len(saying[word]) <= _OFTEN for at in saying[word]}):
                spans = self._clause(one == two, left, came[at], known)
                if spans is None:
                    continue
                ends = End(one, mover, BASE, spans[0]), End(two, mover, mover, spans[1])
                if one == two or not all(map(self._is_verb, ends)):
                    yield ends

    def _changed(self, number: int, mover: int) -> tuple[list[_Change], list[_Change], Mapping[str, list[int]]]:
        """Where a side took words out of a block, where it put some in, and which of these say a word, by number."""
        if (number, mover) not in self._hunks:
            base, own = (self._streams(number)[side].words for side in (BASE, mover))
            changes = self._changes(number, mover)
            gone = [(one, telling(base, one[:2])) for one in changes if one[0] < one[1]]
            come = [(one, telling(own, one[2:])) for one in changes if one[2] < one[3]]
            saying: dict[str, list[int]] = defaultdict(list)
            for at, (_, got) in enumerate(come):
                for word in {*got.values()}:
                    saying[word].append(at)
            self._hunks[number, mover] = gone, come, saying
        return self._hunks[number, mover]

    def _clause(
        self, within: bool, left: _Change, right: _Change, known: AbstractSet[str] | None
    ) -> tuple[Span, Span] | None:
        """The words of a place that went to another, by words said nowhere else or as they stand in a row; or None."""
        (gone, said), (come, got) = left, right
        shared = {*said.values()} & {*got.values()}
        if known is not None:
            shared = {word for word in shared if word in known or {*telling_words(word)} <= known}
        replaced = (gone[2] < gone[3]) + (come[0] < come[1])
        alone = {*said.values()} == {*got.values()} and min(gone[0], come[2]) > 0
        alone &= within or replaced < len(_LEAST) - 1
        moved = within and not replaced and how_many(shared) >= RUN - 1  # all of it, whoever says it elsewhere
        if how_many(shared) >= (1 if alone else _LEAST[replaced]) and (moved or self._is_clause(shared, replaced > 0)):
            spans = reach(said, ends(said, shared), gone[:2]), reach(got, ends(got, shared), come[2:])
            if is_known(words_of(said, spans[0]), words_of(got, spans[1])):
                return spans
        run = known_row([*said.values()], [*got.values()])
        if run is None:
            return None
        row = [*said.values()][run[0][0] : run[0][1] + 1]
        if run[2] >= KNOWN * max(how_many(said.values()), how_many(got.values())) and (
            run[2] >= RUN or run[2] == how_many(said.values()) or any(self._many(pair) == 1 for pair in pairwise(row))
        ):
            return reach(said, run[0], gone[:2]), reach(got, run[1], come[2:])
        return None

    def _changes(self, number: int, mover: int) -> Sequence[Change]:
        base, own = (self._streams(number)[side] for side in (BASE, mover))
        if not base.words or not own.words:
            return [(0, len(base.words), 0, len(own.words))]
        return base.changes(own)

    def _streams(self, number: int) -> Streams:
        if number not in self._read:
            self._read[number] = streams_of(self._blocks[number], self._sides, self._writer)
        return self._read[number]

    def _many(self, word: _Key) -> int:
        """In how many paragraphs of the base a word is said, or two of them in a row."""
        if not self._said:
            for one in self._sides[BASE].draft.paragraphs:
                words = self._writer.telling(one.text)
                self._said.update({*words, *pairwise(words)})
        return self._said[word]


def _overlap(one: Span, two: Span) -> bool:
    return max(one[0], two[0]) < min(one[1], two[1])
