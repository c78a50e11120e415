"""Words that one side moved while the other changed or deleted what stands at an end of their way: one question.

Asked at one end alone, or at each for itself, the words would be lost by one answer and said twice by another. So both
ends clash, and one answer settles both.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import product

from models.comparison.blocks import SMALL
from models.comparison.readable import readable_blocks
from models.comparison.tokens import is_word
from models.merging.blocks import Block, Doubt, Whole, Woven
from models.merging.clusters import Sides
from models.merging.end_clashes import settled
from models.merging.pieces import Clash, InQuestion, Span, Streams, Word
from models.merging.sides import BASE, OURS, THEIRS, Traits
from models.merging.streams import Writer
from models.merging.telling import telling_words
from models.merging.tied import Tied
from models.merging.weaving import weave

_KNOWN = 0.6
"""Such a share of the telling words of a clause is found again where it went."""
_LEAST = 1, 2, 4
"""So many telling words are a clause: where at none, one or both of its ends one text took the place of another."""
_OPENING = 1
"""Behind so many words what is all that went at one place and all that came at another was moved, be it one word."""
_WAYS = "ours", "theirs", "base", "both"
_OFTEN = 40
"""A word that is put in at more places than this tells nothing."""


@dataclass(frozen=True, slots=True)
class _End:
    """Where a clause stood or stands: the block, the side that moved it, whose words the span counts, and the span."""

    block: int
    mover: int
    of: int
    span: Span


def with_ties(blocks: Sequence[Block], sides: Sides, writer: Writer) -> tuple[tuple[Block, ...], tuple[Tied, ...]]:
    """The blocks, both ends of a clause that was moved so clashing in them, and which clashes are one question."""
    found, moves = list(blocks), [*_Moves(blocks, sides, writer).links()]
    links: list[tuple[_End, _End]] = []
    wanted: dict[int, list[InQuestion]] = defaultdict(list)
    further = [*_to_two_places(moves)] + [ends for ends in moves if any(_key(found, end) for end in ends)]
    while further:
        for end in (end for ends in further for end in ends if _key(found, end) is None):
            wanted[end.block].append((end.mover, end.of, end.span))
            found[end.block] = _asking(blocks[end.block], sides, writer, wanted[end.block])
        links, moves = [*links, *further], [ends for ends in moves if ends not in further]
        further = [ends for ends in moves if any(_key(found, end) for end in ends)]
    return tuple(found), tuple(_one_question(found, sides, links))


def _to_two_places(moves: Sequence[tuple[_End, _End]]) -> Iterator[tuple[_End, _End]]:
    """Where the sides put a clause that each moved into another paragraph."""
    ours, theirs = ([ends for ends in moves if ends[0].mover == side] for side in (OURS, THEIRS))
    for (one, there), (two, elsewhere) in product(ours, theirs):
        overlap = max(one.span[0], two.span[0]) < min(one.span[1], two.span[1])
        if overlap and one.block == two.block and there.block != elsewhere.block:
            yield there, elsewhere


def _asking(block: Block, sides: Sides, writer: Writer, asked: Sequence[InQuestion]) -> Block:
    """A block in which some of what one side alone changed clashes."""
    content = block.content
    if isinstance(content, Woven):
        if content.rival or not block.places[BASE]:
            return block
        return settled(sides, replace(block, content=replace(content, parts=weave(content.streams, asked))))
    mover = asked[0][0]
    if not isinstance(content, Whole) or content.side != mover or (block.places[BASE] and not all(block.places)):
        return block
    streams = _streams(block, sides, writer)
    own = sides[mover].traits(block.places[mover][0])
    firsts: list[Traits] = [sides[side].traits(at[0]) if at else own for side, at in enumerate(block.places)]
    before = firsts[BASE] if block.places[BASE] else None
    woven = Woven(streams, weave(streams, asked), (before, firsts[OURS], firsts[THEIRS]))
    return settled(sides, replace(block, content=woven)) if all(block.places) else replace(block, content=woven)


def _streams(block: Block, sides: Sides, writer: Writer) -> Streams:
    if isinstance(block.content, Woven):
        return block.content.streams
    base, ours, theirs = (writer.paragraphs(side, at) for side, at in zip(sides, block.places, strict=True))
    return base, ours, theirs


def _key(blocks: Sequence[Block], end: _End) -> str | None:
    """The key of the conflict in which an end stands, if it does."""
    content = blocks[end.block].content
    if isinstance(content, Doubt):
        return f"{end.block}:deleted"
    number = _clash(content, end) if isinstance(content, Woven) else None
    return f"{end.block}:words:{number}" if number is not None else None


def _clash(content: Woven, end: _End) -> int | None:
    """The clash of a woven text in which an end stands."""
    clashes = [(number, part) for number, part in enumerate(content.parts) if isinstance(part, Clash)]
    for number, part in clashes:
        first, last = part.spans[end.of]
        if max(first, end.span[0]) < min(last, end.span[1]):
            return number
    shared = sum(isinstance(part, Word) and None not in part.at for part in content.parts)
    if len(clashes) == 1 and all(
        shared + last - first == len(stream.words)
        for stream, (first, last) in zip(content.streams, clashes[0][1].spans, strict=True)
    ):
        return clashes[0][0]  # all that differs is one clash
    return None


class _Moves:
    """Which clauses the sides moved."""

    def __init__(self, blocks: Sequence[Block], sides: Sides, writer: Writer) -> None:
        self._blocks, self._sides, self._writer = blocks, sides, writer
        self._read: dict[int, Streams] = {}
        self._said: Counter[str] = Counter()

    def links(self) -> Iterator[tuple[_End, _End]]:
        """Where each stood, and where it went."""
        for mover in (OURS, THEIRS):
            out: dict[str, list[int]] = defaultdict(list)
            put: dict[str, list[int]] = defaultdict(list)
            for number, block in enumerate(self._blocks):
                if mover not in block.changed or self._holds_none(block):
                    continue
                words = [self._words(block, side) for side in (BASE, mover)]
                for word in words[0] - words[1]:
                    out[word].append(number)
                for word in words[1] - words[0]:
                    put[word].append(number)
            shared: dict[tuple[int, int], set[str]] = defaultdict(set)
            for word in out.keys() & put.keys():
                if len(out[word]) * len(put[word]) <= _OFTEN:
                    for pair in product(out[word], put[word]):
                        shared[pair].add(word)
            for (one, two), known in sorted(shared.items()):
                if self._is_clause(known):
                    yield from self._between(one, two, mover, known)
            for number in filter(self._may_hold_both, range(len(self._blocks))):
                yield from self._between(number, number, mover, None)

    def _may_hold_both(self, number: int) -> bool:
        """Whether both ends of a clause that was moved within a block may not be asked about as one."""
        content = self._blocks[number].content
        return isinstance(content, Woven) and not content.rival and any(isinstance(one, Clash) for one in content.parts)

    def _is_clause(self, words: Collection[str]) -> bool:
        """Whether words that were taken out and put in are a clause: some are said nowhere else in the base."""
        return any(self._many(word) == 1 for word in words if not word.isdigit())

    def _holds_none(self, block: Block) -> bool:
        """Whether a block holds no clause, for it is a line of the masthead or the cell of a table."""
        return any(
            at in side.roles or side.draft.paragraphs[at].cell is not None
            for side, places in zip(self._sides, block.places, strict=True)
            for at in places
        )

    def _words(self, block: Block, side: int) -> Counter[str]:
        paragraphs = self._sides[side].draft.paragraphs
        text = "\n".join(paragraphs[at].text for at in block.places[side])
        return Counter(telling_words(text))

    def _between(self, one: int, two: int, mover: int, known: Collection[str] | None) -> Iterator[tuple[_End, _End]]:
        """The clauses of some words, if these are known, that a side moved from a block to another."""
        source, there = self._streams(one), self._streams(two)
        gone = [block for block in self._changes(one, mover) if block[0] < block[1]]
        come = [block for block in self._changes(two, mover) if block[2] < block[3]]
        for left in gone:
            said = _telling(source[BASE].words, left[:2])
            for right in come:
                got = _telling(there[mover].words, right[2:])
                instead = {*_telling(source[mover].words, left[2:]).values()} - {*said.values()}
                lost = {*_telling(there[BASE].words, right[:2]).values()} - {*got.values()}
                shared = {*said.values()} & {*got.values()}
                shared &= {*known} if known is not None else shared
                alone = {*said.values()} == {*got.values()} and min(left[0], right[2]) > _OPENING
                if len(shared) < (1 if alone else _LEAST[bool(instead) + bool(lost)]) or not self._is_clause(shared):
                    continue
                spans = _reach(said, shared, left[:2]), _reach(got, shared, right[2:])
                if _is_known(_within(said, spans[0]), _within(got, spans[1])):
                    yield _End(one, mover, BASE, spans[0]), _End(two, mover, mover, spans[1])

    def _changes(self, number: int, mover: int) -> Sequence[tuple[int, int, int, int]]:
        base, own = (self._streams(number)[side] for side in (BASE, mover))
        if not base.words or not own.words:
            return [(0, len(base.words), 0, len(own.words))]
        return readable_blocks(base.tokens, own.tokens)

    def _streams(self, number: int) -> Streams:
        if number not in self._read:
            self._read[number] = _streams(self._blocks[number], self._sides, self._writer)
        return self._read[number]

    def _many(self, word: str) -> int:
        """In how many paragraphs of the base a word is said."""
        if not self._said:
            for one in self._sides[BASE].draft.paragraphs:
                self._said.update({*re.findall(r"\w+", one.text.casefold())})
        return self._said[word]


def _telling(words: Sequence[str], span: Span) -> Mapping[int, str]:
    """The words of a span that tell something, by their place."""
    small = ((at, words[at].casefold()) for at in range(*span) if is_word(words[at]))
    return {at: word for at, word in small if word not in SMALL}


def _reach(words: Mapping[int, str], shared: set[str], whole: Span) -> Span:
    """From the first to the last of some words; to the ends of the whole where no other word tells anything there."""
    places = list(words)
    found = [number for number, at in enumerate(places) if words[at] in shared]
    start = places[found[0]] if found[0] else whole[0]
    end = places[found[-1]] + 1 if found[-1] + 1 < len(places) else whole[1]
    return start, end


def _within(words: Mapping[int, str], span: Span) -> list[str]:
    return [word for at, word in words.items() if span[0] <= at < span[1]]


def _is_known(left: list[str], came: list[str]) -> bool:
    """Whether most of the words of a clause stand in one order where it was and where it went."""
    blocks = SequenceMatcher(None, left, came, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _KNOWN * max(len(left), len(came))


def _one_question(blocks: Sequence[Block], sides: Sides, links: Sequence[tuple[_End, _End]]) -> Iterator[Tied]:
    """The clashes that are one question, those that share an end together."""
    head: dict[str, str] = {}

    def top(key: str) -> str:
        while head.setdefault(key, key) != key:
            key = head[key]
        return key

    for one, two in links:
        first, second = _key(blocks, one), _key(blocks, two)
        if first is not None and second is not None and first != second:
            head[top(second)] = top(first)
    groups: dict[str, list[str]] = defaultdict(list)
    for key in head:
        groups[top(key)].append(key)
    for members in groups.values():
        said = {key: _said(blocks, sides, key) for key in members}
        keys = sorted(members, key=lambda key: (_place(blocks, key), sorted(said[key])))
        order = sorted(keys, key=lambda key: _place(blocks, key)[1:])
        texts = ["\n".join(said[key][side] for key in order) for side in (BASE, OURS, THEIRS)]
        # What both sides took away from where it was, to two places, cannot be as it was.
        ways = _WAYS if any(not one.endswith(": nothing") for one in texts[BASE].split("\n")) else _WAYS[:2] + _WAYS[3:]
        yield Tied(tuple(keys), (texts[BASE], texts[OURS], texts[THEIRS]), ways)


def _place(blocks: Sequence[Block], key: str) -> tuple[bool, int, int]:
    """Where a clash stands among those it is one question with: a paragraph in doubt first, what a side put in last."""
    number, _, rest = key.partition(":")
    block = blocks[int(number)]
    line = block.places[BASE][0] if block.places[BASE] else len(blocks)
    return rest != "deleted", line, int(rest.rpartition(":")[2]) if rest != "deleted" else 0


def _said(blocks: Sequence[Block], sides: Sides, key: str) -> list[str]:
    """What each side says at an end, with what it calls the paragraph: "OP3: by July", "OP4: nothing"."""
    from models.merging.sheet import clashing

    number, _, rest = key.partition(":")
    block = blocks[int(number)]
    content = block.content
    if isinstance(content, Woven):
        clash = content.parts[int(rest.rpartition(":")[2])]
        assert isinstance(clash, Clash)
        texts = clashing(content.streams, clash, sides)
    else:
        texts = [
            "\n".join(side.draft.paragraphs[at].text for at in places)
            for side, places in zip(sides, block.places, strict=True)
        ]
    named = [sides[side].labels[at[0]] for side, at in enumerate(block.places) if at]
    other = next((name for name in named if name), "")
    found = []
    for side, (text, places) in enumerate(zip(texts, block.places, strict=True)):
        name = (sides[side].labels[places[0]] if places else None) or other
        found.append(f"{name}: {text or ('deleted' if side and not places else 'nothing')}".removeprefix(": "))
    return found
