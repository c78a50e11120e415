"""Clashes in which both sides changed the last mark, and at most one anything else: the mark follows from the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.merging.pairs.blocks import Block, Woven
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.ends import fits
from models.merging.words.pieces import Clash, Part, Streams, Word
from models.merging.words.streams import is_note

_SIGNS = frozenset(";,.")


def settled(sides: Sides, block: Block) -> Block:
    """A block without the clash of its last marks, if each side ends it as its place there demands."""
    content = block.content
    if not isinstance(content, Woven) or content.rival or any(len(block.places[side]) != 1 for side in (OURS, THEIRS)):
        return block
    at = max((number for number, part in enumerate(content.parts) if isinstance(part, Clash)), default=-1)
    if at < 0 or not all(_is_note(content.streams, part) for part in content.parts[at + 1 :]):
        return block
    clash = content.parts[at]
    assert isinstance(clash, Clash)
    whose = _without_marks(content.streams, clash, bool(block.places[BASE]))
    if whose is None or not all(fits(sides[side], block.places[side][0]) for side in (OURS, THEIRS)):
        return block
    return replace(block, content=replace(content, parts=(*content.parts[:at], *whose, *content.parts[at + 1 :])))


def _without_marks(streams: Streams, clash: Clash, known: bool) -> list[Word] | None:
    """The words of a clash if but for the marks at its end only one side changed them; None where both did.

    `known`: there is a paragraph of the base.
    """
    said = [list(stream.words[slice(*span)]) for stream, span in zip(streams, clash.spans, strict=True)]
    ends = [_end(words) for words in said]
    if said[OURS] == said[THEIRS]:
        return None  # what both took out is asked
    base, ours, theirs = (words[: len(words) - len(end)] for words, end in zip(said, ends, strict=True))
    if not ends[OURS] or not ends[THEIRS] or (ours != theirs and not (known and base in (ours, theirs))):
        return None
    side = THEIRS if ours == base else OURS
    first, last = clash.spans[side]
    found = [_word(side, at) for at in range(first, last - len(ends[side]))]
    # What it ends with is set by its place; an "and" is not lost meanwhile.
    _, _, side = min((-len(ends[side]), ends[side], side) for side in (OURS, THEIRS))
    last = clash.spans[side][1]
    return found + [_word(side, at) for at in range(last - len(ends[side]), last)]


def _word(side: int, at: int) -> Word:
    return Word((None, at, None) if side == OURS else (None, None, at))


def _end(words: Sequence[str]) -> list[str]:
    """The last mark and "and" of some words."""
    from models.editing.marks.language_marks import JOINS

    at = len(words)
    if at and words[at - 1] in JOINS:
        at -= 1
    return list(words[at - 1 :]) if at and words[at - 1] in _SIGNS else []


def _is_note(streams: Streams, part: Part) -> bool:
    if not isinstance(part, Word):
        return False
    return next(is_note(streams[side].words[at]) for side, at in enumerate(part.at) if at is not None)
