"""Paragraphs that one side moved and made to speak of another thing, and that the other side reworded: one question.

Resolutions say many things in one wording. What stands elsewhere and has other words in the place of some may be a new
paragraph, and the one it looks like be gone: what the other side did to that would go into a text that nobody wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from models.comparison.words.tokens import is_word
from models.merging.order.placing import Placing
from models.merging.pairs.blocks import Block, Woven
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.pieces import Streams
from models.merging.words.telling import is_telling
from models.merging.words.weaving import one_clash


def asked_as_one(blocks: Sequence[Block], where: Placing) -> Iterator[Block]:
    """The blocks, of those that may be two paragraphs all that differs being one clash."""
    for number, block in enumerate(blocks):
        movers = [side for side in (OURS, THEIRS) if number in where.moved[side - 1]]
        content = block.content
        if movers and isinstance(content, Woven) and not content.rival and all(map(len, block.places)):
            streams = content.streams
            moved = (mover for mover in movers if _speaks_of_another(streams, mover))
            if any(_reworded(streams, OURS + THEIRS - mover) for mover in moved):
                yield replace(block, content=replace(content, parts=one_clash(streams), as_one=True))
                continue
        yield block


def _speaks_of_another(streams: Streams, side: int) -> bool:
    """Whether words that tell something stand in the place of others, behind those it opens with."""
    base, own = streams[BASE], streams[side]
    return any(
        i1 and _told(base.words[i1:i2]) and _told(own.words[j1:j2]) - _told(base.words)
        for i1, i2, j1, j2 in base.changes(own)
    )


def _reworded(streams: Streams, side: int) -> bool:
    base, own = streams[BASE], streams[side]
    return any(_told(base.words[i1:i2]) ^ _told(own.words[j1:j2]) for i1, i2, j1, j2 in base.changes(own))


def _told(words: Sequence[str]) -> set[str]:
    return {word.casefold() for word in words if is_word(word) and is_telling(word)}
