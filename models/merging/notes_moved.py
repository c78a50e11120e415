"""Footnotes that one side moved: their marks, which it took from one place and put at another.

A mark goes with the words it stands at; only one that went alone was moved. A source that another paragraph cites first
now, because that which did is gone or rewritten, is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import product

from models.comparison.subsequence import Block as Change
from models.comparison.tokens import is_word
from models.merging.blocks import Block, Woven
from models.merging.clusters import Sides
from models.merging.pieces import Streams
from models.merging.sides import BASE
from models.merging.streams import Stream, is_note

Mark = tuple[int, int]
"""The mark of a note: the number of its block, and of the word in the stream that it is there."""


def marks(stream: Stream) -> Iterator[tuple[str, int]]:
    """The notes of a stream by key, with the word that stands for the mark of each."""
    for at, word in enumerate(stream.words):
        if is_note(word):
            yield from ((cell.note, at) for cell in stream.word(at) if cell.note is not None)


def moved_notes(
    blocks: Sequence[Block], sides: Sides, streams: Callable[[int], Streams], mover: int
) -> Iterator[tuple[str, Mark, Mark]]:
    """The notes that a side moved from one paragraph to another or within one: by key, where each stood and stands."""
    gone: dict[str, list[tuple[int, Mark]]] = defaultdict(list)
    come: dict[str, list[tuple[int, Mark]]] = defaultdict(list)
    for number, block in enumerate(blocks):
        before, after = _cited(sides, block, BASE), _cited(sides, block, mover)
        may = before != after or (before and isinstance(block.content, Woven))
        if not may or mover not in block.changed or not block.places[BASE] or not block.places[mover]:
            continue
        base, own = streams(number)[BASE], streams(number)[mover]
        for hunk, change in enumerate(base.changes(own)):
            if not _says(base, own, change):
                for found, stream, start, end in ((gone, base, *change[:2]), (come, own, *change[2:])):
                    for key, at in marks(stream):
                        if start <= at < end:
                            found[key].append((hunk, (number, at)))
    for key in gone.keys() & come.keys():
        for (hunk, one), (other, two) in product(gone[key], come[key]):
            if (one[0], hunk) != (two[0], other):
                yield key, one, two


def _cited(sides: Sides, block: Block, side: int) -> Sequence[str]:
    paragraphs = sides[side].draft.paragraphs
    return [sides[side].key(note) for at in block.places[side] for note in paragraphs[at].footnotes]


def _says(base: Stream, own: Stream, change: Change) -> bool:
    """Whether words were changed at a place, and not marks alone; one in a date or between two words leaves them so."""
    start, end, first, last = change
    return _letters(base.words[start:end]) != _letters(own.words[first:last])


def _letters(words: Sequence[str]) -> str:
    return "".join("".join(word.split()) for word in words if is_word(word) and not is_note(word))
