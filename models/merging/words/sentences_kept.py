"""A paragraph in which something clashes says, as either side would have it, what that side could stand by.

Each of several alternatives by itself may be in order and the whole still nobody's: "[ours: Reiterates its request to |
theirs: Recalls the meeting convened by] the President", where theirs took out "to convene a meeting" and nobody asks
about that. So where a side took out a clause or a figure beside what clashes, or carried words of it into what
clashes, all that differs in the paragraph is one question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from models.comparison.words.tokens import is_word
from models.draft.dates import ordinal
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.pieces import ALL, Piece, Streams, joined
from models.merging.words.telling import is_telling

_CLAUSE = 4
"""So many telling words that one side took out are a clause; fewer are combined as anywhere else."""
_CARRIED = 2
"""So many of them that it says again where the sides clash went there."""


def with_sentences(streams: Streams, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a text, what differs in a paragraph being one where it would tear a sentence of either side.

    What the other side changed beyond that stays its own.
    """
    found: list[Piece] = []
    for paragraph in _paragraphs(streams, pieces):
        torn = {number for by in (OURS, THEIRS) for number in _torn(streams, paragraph, by)}
        if torn:
            torn.update(number for number, piece in enumerate(paragraph) if not piece.of)
            first, last = min(torn), max(torn) + 1
            paragraph = [*paragraph[:first], joined(streams, paragraph[first:last]), *paragraph[last:]]
        found += paragraph
    return found


def _paragraphs(streams: Streams, pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The pieces paragraph by paragraph, so far as these are divided on all sides alike."""
    here: list[Piece] = []
    for piece in pieces:
        words = streams[BASE].words[slice(*piece.spans[BASE])] if piece.of == ALL else ()
        begun = 0
        for end in (at + 1 for at, word in enumerate(words) if word == "\n"):
            first, piece = piece.cut(end - begun)
            begun = end
            yield [*here, first]
            here = []
        here.append(piece)
    yield here


def _torn(streams: Streams, pieces: Sequence[Piece], by: int) -> list[int]:
    """The pieces that a side alone changed, by number, if it took out a clause there or words of what clashes.

    Words that stand elsewhere in the paragraph now are gone from where the other side needs them. Figures are such
    where what clashes is of figures, too: those of one sentence belong together.
    """
    alone = [number for number, piece in enumerate(pieces) if piece.of == (by,)]
    clashing = [piece for piece in pieces if not piece.of]
    if not alone or not clashing:
        return []
    taken = _gone(streams, [pieces[number] for number in alone], BASE, by)
    carried = taken & _gone(streams, clashing, by, BASE)
    figures = any(map(_is_figure, taken)) and any(
        _is_figure(word) for one, two in ((BASE, by), (by, BASE)) for word in _gone(streams, clashing, one, two)
    )
    return alone if taken.total() >= _CLAUSE or carried.total() >= _CARRIED or figures else []


def _gone(streams: Streams, pieces: Sequence[Piece], side: int, other: int) -> Counter[str]:
    """The telling words that a side has at some pieces, and the other has not."""
    found: Counter[str] = Counter()
    for piece in pieces:
        one, two = (_said(streams[at].words[slice(*piece.spans[at])]) for at in (side, other))
        found += one - two
    return found


def _said(words: Sequence[str]) -> Counter[str]:
    return Counter(word.casefold() for word in words if is_word(word) and is_telling(word))


def _is_figure(word: str) -> bool:
    return any(map(str.isdigit, word)) or ordinal(word) is not None
