"""Words that one side moved while the other changed or deleted what stands at an end of their way: one question.

Asked at one end alone, or at each for itself, the words would be lost by one answer and said twice by another. So both
ends clash, and one answer settles both: also where the other side deleted the words themselves, for as it was they
stand where they were.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import product

from models.merging.pairs.blocks import Block, Doubt, Either, Gone, Whole, Woven, first_paragraph
from models.merging.pairs.clusters import Positions, Sides
from models.merging.sides import BASE, NAMES, OURS, THEIRS, Traits
from models.merging.words.clashing import clashing, notes_that_differ, with_notes
from models.merging.words.end_clashes import settled
from models.merging.words.pieces import Clash, InQuestion, Word
from models.merging.words.streams import Writer
from models.merging.words.tied import Tied
from models.merging.words.weaving import weave
from models.merging.words.words_moved import End, Moves, streams_of

_ONE_BY_ONE = 24
"""So many clauses of a block are looked at one by one, whether the clash of another holds them; the rest at once."""
_WAYS = "ours", "theirs", "base", "both"
_FORMS = _WAYS[:3]
"""Of forms of paragraphs at several places those of both sides cannot be had."""


def with_ties(
    blocks: Sequence[Block], gone: Sequence[Gone], sides: Sides, writer: Writer, apart: Collection[Positions]
) -> tuple[tuple[Block, ...], tuple[Tied, ...]]:
    """The blocks, both ends of a clause that was moved so clashing in them, and which clashes are one question.

    So are those of which each is a paragraph of the base that stands `apart` from others, and is tied to them.
    """
    by_both = [Block(Either(), (one.base, (), ()), None, (OURS, THEIRS)) for one in gone if len(one.by) == 2]
    moved = Moves([*blocks, *by_both], sides, writer)
    found, moves = list(blocks), [*moved.links()]
    links: list[tuple[End, End]] = []
    wanted: dict[int, list[InQuestion]] = defaultdict(list)
    lost = [ends for ends in moves if not any(_key(found, end) for end in ends) and moved.is_deleted(*ends, moves)]
    out = [ends for ends in moves if ends[0].block < len(found) and moved.leaves_brackets(*ends)]
    split = [
        ends for ends in moved.struck_apart() if not any(_same_place(one, end) for one, _ in moves for end in ends)
    ]
    clauses = [ends for ends in moves if ends in out or moved.is_clause(*ends)]
    moves = [ends for ends in moves if ends in clauses or any(_overlap(ends, other) for other in clauses)]
    # Of a paragraph that both deleted what is no clause came elsewhere by chance.
    moves = [ends for ends in moves if ends not in lost and (ends[0].block < len(found) or ends in clauses)]
    both = [*_to_two_places(blocks, moves)]
    moves = [ends for ends in moves if ends[0].block < len(found)]
    further = [ends for ends, _ in both] + [ends for ends in moves if any(_key(found, end) for end in ends)]
    further += [(there, there) for _, there in lost] + [ends for ends in out if ends not in further]
    further += split
    while further:
        while further:
            at_once: set[int] = set()
            for end in (end for ends in further for end in ends if _key(found, end) is None):
                wanted[end.block].append((end.mover, end.of, end.span))
                if len(wanted[end.block]) > _ONE_BY_ONE:
                    at_once.add(end.block)
                else:
                    found[end.block] = _asking(blocks[end.block], sides, writer, wanted[end.block])
            for number in at_once:
                found[number] = _asking(blocks[number], sides, writer, wanted[number])
            links, moves = [*links, *further], [ends for ends in moves if ends not in further]
            further = [ends for ends in moves if any(_key(found, end) for end in ends)]
        for ends, was in [*both, *(((there, there), was) for was, there in lost)]:
            there, elsewhere, stood = (_key(found, end) for end in (*ends, was))
            if there == elsewhere and ends[0] is not ends[1]:
                continue
            if there and elsewhere and not stood and was.block < len(blocks):
                wanted[was.block].append((BASE, BASE, was.span))
                links.append((was, ends[0]))
        for number, asked in wanted.items():
            found[number] = _asking(blocks[number], sides, writer, asked, all_asked=True)
        # What is asked may reach further now, to the end of another clause.
        further = [ends for ends in moves if any(_key(found, end) for end in ends)]
    return tuple(found), tuple(_one_question(found, sides, links, apart))


def _to_two_places(blocks: Sequence[Block], moves: Sequence[tuple[End, End]]) -> Iterator[tuple[tuple[End, End], End]]:
    """Where the sides put a clause that each moved to another place, be it in one paragraph; and where it was."""
    ours, theirs = ([ends for ends in moves if ends[0].mover == side] for side in (OURS, THEIRS))
    for (one, there), (two, elsewhere) in product(ours, theirs):
        if _overlap((one, there), (two, elsewhere)) and (
            there.block != elsewhere.block or all(_stands_alone(blocks[end.block], end) for end in (there, elsewhere))
        ):
            spans = one.span, two.span
            yield (there, elsewhere), replace(one, span=(min(spans)[0], max(end for _, end in spans)))


def _stands_alone(block: Block, end: End) -> bool:
    """Whether words that a side put in stand where the other has none of them."""
    parts = block.content.parts if isinstance(block.content, Woven) else ()
    own = [part.at for part in parts if isinstance(part, Word) and part.at[end.of] in range(*end.span)]
    return bool(own) and all(at.count(None) == len(at) - 1 for at in own)


def _same_place(one: End, other: End) -> bool:
    """Whether a side moved some of the words that it took out at an end."""
    meet = max(one.span[0], other.span[0]) < min(one.span[1], other.span[1])
    return meet and (one.block, one.mover) == (other.block, other.mover)


def _overlap(one: tuple[End, End], two: tuple[End, End]) -> bool:
    """Whether words that each side moved are some of them the same: that tells that they are no others by chance."""
    first, second = one[0], two[0]
    stand = max(first.span[0], second.span[0]) < min(first.span[1], second.span[1])
    return stand and first.block == second.block and first.mover != second.mover


def _asking(block: Block, sides: Sides, writer: Writer, asked: Sequence[InQuestion], all_asked: bool = False) -> Block:
    """A block in which some of what one side alone changed clashes."""
    content = block.content
    if isinstance(content, Woven):
        if content.rival or content.as_one or not block.places[BASE]:
            return block
        return settled(sides, replace(block, content=replace(content, parts=weave(content.streams, asked, all_asked))))
    if not isinstance(content, Whole) or (block.places[BASE] and not all(block.places)):
        return block
    mover = content.side
    if not any(side in (mover, BASE) for side, _, _ in asked):
        return block
    streams = streams_of(block, sides, writer)
    parts = weave(streams, asked, all_asked)
    if not block.places[BASE] and not any(isinstance(part, Word) for part in parts):
        doubt = Doubt(THEIRS if mover == OURS else OURS, block.places[mover])
        return replace(block, content=doubt, changed=(OURS, THEIRS))
    own = sides[mover].traits(block.places[mover][0])
    firsts: list[Traits] = [sides[side].traits(at[0]) if at else own for side, at in enumerate(block.places)]
    before = firsts[BASE] if block.places[BASE] else None
    woven = Woven(streams, parts, (before, firsts[OURS], firsts[THEIRS]))
    return settled(sides, replace(block, content=woven)) if all(block.places) else replace(block, content=woven)


def _key(blocks: Sequence[Block], end: End) -> str | None:
    """The key of the conflict in which an end stands, if it does."""
    if end.block >= len(blocks):
        return None  # both sides deleted the paragraph
    content = blocks[end.block].content
    if isinstance(content, Doubt):
        return f"{end.block}:deleted"
    number = _clash(content, end) if isinstance(content, Woven) else None
    return f"{end.block}:words:{number}" if number is not None else None


def _clash(content: Woven, end: End) -> int | None:
    """The clash of a woven text in which an end stands."""
    clashes = [(number, part) for number, part in content.not_words if isinstance(part, Clash)]
    for number, part in clashes:
        first, last = part.spans[end.of]
        if max(first, end.span[0]) < min(last, end.span[1]):
            return number
    if len(clashes) != 1:
        return None
    shared = sum(isinstance(part, Word) and None not in part.at for part in content.parts)
    if all(
        shared + last - first == len(stream.words)
        for stream, (first, last) in zip(content.streams, clashes[0][1].spans, strict=True)
    ):
        return clashes[0][0]  # all that differs is one clash
    return None


def _one_question(
    blocks: Sequence[Block], sides: Sides, links: Sequence[tuple[End, End]], apart: Collection[Positions]
) -> Iterator[Tied]:
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
    clauses = {*head}
    block_at = {at: number for number, block in enumerate(blocks) for at in block.places[BASE]} if apart else {}
    for base in apart:
        keys = [key for number in dict.fromkeys(map(block_at.get, base)) if (key := _key_as_one(blocks, number))]
        for key in keys[1:]:
            head[top(key)] = top(keys[0])
    groups: dict[str, list[str]] = defaultdict(list)
    for key in head:
        groups[top(key)].append(key)
    for members in groups.values():
        by = _deleted_by(blocks, members)
        said = {key: _said(blocks, sides, key) for key in members}
        begins = {key: first_paragraph(sides, blocks[int(key.partition(":")[0])]) for key in members}
        keys = sorted(members, key=lambda key: (_place(blocks, key), sorted(said[key]), begins[key]))
        order = sorted(keys, key=lambda key: _place(blocks, key)[1:])
        texts = ["\n".join(said[key][side] for key in order) for side in (BASE, OURS, THEIRS)]
        # As it was is nothing to choose where a paragraph is new; words that went out of one that is gone go with it.
        new = any(not blocks[int(key.partition(":")[0])].places[BASE] for key in keys)
        ways = tuple(way for way in _WAYS if not (new and way == "base"))
        if by is not None and clauses.isdisjoint(keys):
            parts = [_texts(blocks[int(key.partition(":")[0])], sides) for key in order]
            was, ours, theirs = ("\n".join(filter(None, texts)) for texts in zip(*parts, strict=True))
            yield Tied(tuple(keys), (was, ours, theirs), _FORMS, "deleted", NAMES[by])
        elif clauses.isdisjoint(keys):
            yield Tied(tuple(keys), (texts[BASE], texts[OURS], texts[THEIRS]), _FORMS, "shape")
        else:
            yield Tied(tuple(keys), (texts[BASE], texts[OURS], texts[THEIRS]), ways)


def _deleted_by(blocks: Sequence[Block], keys: Sequence[str]) -> int | None:
    """The side that deleted all that some clashes are about, if one did."""
    contents = [blocks[int(key.partition(":")[0])].content for key in keys]
    by = {one.deleted_by if isinstance(one, Doubt) else None for one in contents}
    return by.pop() if len(by) == 1 else None


def _texts(block: Block, sides: Sides) -> list[str]:
    """What each side has of a block."""
    return [
        "\n".join(side.draft.paragraphs[at].text for at in places)
        for side, places in zip(sides, block.places, strict=True)
    ]


def _key_as_one(blocks: Sequence[Block], number: int | None) -> str | None:
    """The key of the conflict that a block is as a whole, if it is one."""
    content = blocks[number].content if number is not None else None
    if isinstance(content, Woven) and content.rival:
        return f"{number}:words:0"
    return f"{number}:deleted" if isinstance(content, Doubt) else None


def _place(blocks: Sequence[Block], key: str) -> tuple[int, int, int]:
    """Where a clash stands among those it is one question with: a paragraph in doubt first, what a side put in last.

    What both sides took out stands behind all others: there nothing is to be seen.
    """
    number, _, rest = key.partition(":")
    block = blocks[int(number)]
    line = block.places[BASE][0] if block.places[BASE] else len(blocks)
    if not isinstance(block.content, Woven):
        return 0, line, 0
    at = int(rest.rpartition(":")[2])
    clash = block.content.parts[at]
    seen = isinstance(clash, Clash) and any(start < end for start, end in clash.spans[OURS:])
    return 1 if seen else 2, line, at


def _said(blocks: Sequence[Block], sides: Sides, key: str) -> list[str]:
    """What each side says at an end, with what it calls the paragraph: "OP3: by July", "OP4: nothing"."""
    number, _, rest = key.partition(":")
    block = blocks[int(number)]
    content = block.content
    if isinstance(content, Woven):
        clash = content.parts[int(rest.rpartition(":")[2])]
        assert isinstance(clash, Clash)
        texts, notes = clashing(content.streams, clash, sides)
    else:
        texts = _texts(block, sides)
        notes = notes_that_differ(sides, block)
    texts = with_notes(texts, notes)
    before, *own = ((sides[side].labels[at[0]] if at else None) or "" for side, at in enumerate(block.places))
    other = before or min(filter(None, own), key=lambda name: (len(name), name), default="")  # whoever is whose
    found = []
    for side, (text, places) in enumerate(zip(texts, block.places, strict=True)):
        name = (sides[side].labels[places[0]] if places else None) or other
        none = "deleted" if block.places[BASE] and not places else "nothing"  # what was never there nobody deleted
        found.append(f"{name}: {text or none}".removeprefix(": "))
    return found
