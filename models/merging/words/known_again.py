"""Words of a clause, and the marks of notes, known again where they went.

Words are known by what they say and the order in which they stand. A mark goes with the words it stands at; only one
that went alone was moved. A source that another paragraph cites first now, because that which did is gone or rewritten,
is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import product

from models.comparison.words.blocks import SMALL
from models.comparison.words.subsequence import Block as Change
from models.comparison.words.tokens import is_word
from models.merging.pairs.blocks import Block, Woven
from models.merging.pairs.clusters import Sides
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.pieces import Span, Streams
from models.merging.words.streams import Stream, is_note
from models.merging.words.telling import has_chinese, how_many, is_chinese, is_telling

KNOWN = 0.6
"""Such a share of the telling words of a clause is found again where it went."""
RUN = 4
"""So many telling words that stand in one order where they were and where they went are a clause, however often each of
them is said elsewhere, if they are most of what went or of what came; one fewer where two of them stand so once in the
base; fewer still where they are all that went and came."""


def ends(words: Mapping[int, str], shared: set[str]) -> Span:
    """The first and the last of some words, by their number."""
    found = [number for number, word in enumerate(words.values()) if word in shared]
    return found[0], found[-1]


def reach(words: Mapping[int, str], ends: Span, whole: Span) -> Span:
    """From one word to another, by number; to the ends of the whole where no other word tells anything there."""
    places = list(words)
    start = places[ends[0]] if ends[0] else whole[0]
    end = min(_end(words, places[ends[1]]), whole[1]) if ends[1] + 1 < len(places) else whole[1]
    return start, end


def _end(words: Mapping[int, str], at: int) -> int:
    """Where a word ends in a stream, in which each Chinese character is one."""
    return at + (2 if len(words[at]) == 2 and is_chinese(words[at]) else 1)


def known_row(said: Sequence[str], got: Sequence[str]) -> tuple[Span, Span, int] | None:
    """The first and the last of the words, by number, that went in one order from where they were to where they came.

    And how many went: words put in between them, or in place of one, do not part them; a word by itself is by chance.
    """
    if len(said) > 1 and _turned(said, got) and not all(map(str.isdigit, said)):
        return (0, len(said) - 1), (0, len(got) - 1), how_many(said)
    least, shared = max(RUN - 1, KNOWN * min(how_many(said), how_many(got))), {*said} & {*got}
    if any(how_many([word for word in words if word in shared]) < least for words in (said, got)):
        return None
    blocks = SequenceMatcher(None, said, got, autojunk=False).get_matching_blocks()
    found = [one for one in blocks if one.size > 1]
    went = [word for one in found for word in said[one.a : one.a + one.size]]
    if how_many(went) < least or all(map(str.isdigit, went)):
        return None
    first, last = found[0], found[-1]
    return (first.a, last.a + last.size - 1), (first.b, last.b + last.size - 1), how_many(went)


def _turned(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether two rows of words are the same, begun anywhere: of "a, b, a" it may be the first "a" that is gone."""
    return sorted(one) == sorted(two) and any([*one[at:], *one[:at]] == [*two] for at in range(len(one)))


def words_of(words: Mapping[int, str], span: Span) -> list[str]:
    """The words that stand in a span."""
    return [word for at, word in words.items() if span[0] <= at and _end(words, at) <= span[1]]


def is_known(left: list[str], came: list[str]) -> bool:
    """Whether most of the words of a clause stand in one order where it was and where it went."""
    blocks = SequenceMatcher(None, left, came, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= KNOWN * max(len(left), len(came))


def telling(words: Sequence[str], span: Span) -> Mapping[int, str]:
    """The words of a span that tell something, by their place."""
    small = ((at, words[at].casefold()) for at in range(*span) if is_word(words[at]))
    if not has_chinese("".join(words[slice(*span)])):
        return {at: word for at, word in small if word not in SMALL}
    found: dict[int, str] = {}
    signs = {at: word for at, word in small if len(word) == 1 and is_chinese(word)}
    for at in range(*span):
        if at in signs and at + 1 in signs:
            found[at] = signs[at] + signs[at + 1]
        elif at not in signs and is_word(words[at]) and is_telling(words[at]):
            found[at] = words[at].casefold()
    return found


def struck_apart(streams: Streams) -> Iterator[tuple[Span, Span]]:
    """Where ours and where theirs struck the same words at two places, each of them one that the other kept."""
    ours, theirs = ([*_struck(streams, side)] for side in (OURS, THEIRS))
    for (one, said), (two, got) in product(ours, theirs):
        row = known_row(*sorted((said, got))) if one[1] <= two[0] or two[1] <= one[0] else None
        if row is not None and row[2] >= RUN:
            yield one, two


def _struck(streams: Streams, side: int) -> Iterator[tuple[Span, list[str]]]:
    """Where a side struck so many words that they are a clause and put in none, and what tells something of them."""
    base, own = streams[BASE].words, streams[side].words
    for start, stop, first, last in streams[BASE].changes(streams[side]) if base and own else ():
        said = [*telling(base, (start, stop)).values()]
        if how_many(said) >= RUN and not telling(own, (first, last)):
            yield (start, stop), said


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
    return _letters_of(base.words[start:end]) != _letters_of(own.words[first:last])


def _letters_of(words: Sequence[str]) -> str:
    return "".join("".join(word.split()) for word in words if is_word(word) and not is_note(word))
