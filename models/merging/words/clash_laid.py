"""What clashes, laid out as it was answered, or with both texts: in brackets, which stand within a paragraph each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.words.bracket_pairs import bracketed
from models.merging.words.pieces import Clash, Place, Span, Streams
from models.merging.words.streams import Cell, said

Answer = tuple[str, str]
"""How a conflict was settled: ours, theirs, base, both, or written with the words; ("", "") while it is open."""
OPEN: Answer = ("", "")
_NOWHERE: Place = (None, None, None)
_SIDES = (OURS, THEIRS)


class Laid(NamedTuple):
    """Some cells that stand together: what they begin and end with on each side; `glued` takes no space before."""

    cells: tuple[Cell, ...]
    first: Place = _NOWHERE
    last: Place = _NOWHERE
    glued: bool = False
    before: Place = _NOWHERE
    """Words whose spacing does before this one where no side has it beside its neighbour."""
    by: str = ""
    clash: int | None = None

    @property
    def told(self) -> Iterator[Cell]:
        """The cells, saying whose they are."""
        if not self.by and self.clash is None:
            return iter(self.cells)
        return (Cell(one.letters, one.marks, one.note, one.start, self.by, self.clash) for one in self.cells)


def clash_laid(streams: Streams, clash: Clash, answer: Answer) -> Iterator[Laid]:
    """What clashes, laid out."""
    choice, words = answer
    ends = _first(clash), _last(clash)
    if choice in NAMES:
        side = NAMES.index(choice)
        yield from _words(streams, side, clash.spans[side])
    elif choice == "written":
        if words:
            yield Laid(said(words), before=ends[0])
        # Nobody can write the mark of a note: one that both sides cite here was never in question.
        notes = [
            [cell for at in range(*clash.spans[side]) for cell in streams[side].word(at) if cell.note]
            for side in _SIDES
        ]
        yield from (Laid((cell,), glued=True) for cell in notes[0] if cell in notes[1])
    elif choice == "both" or any(start < end for start, end in clash.spans[OURS:]):
        # Where both took it out nothing is to be seen.
        before, spans, behind = _within_one(streams, clash)
        yield from before
        yield from _in_brackets(streams, spans, ends) if choice == "both" else _as_asked(streams, spans, ends)
        yield from behind


def _within_one(streams: Streams, clash: Clash) -> tuple[list[Laid], list[Span], list[Laid]]:
    """The words that clash, and the starts of paragraphs before and behind them: a bracket stands within a paragraph.

    Not where all of a text clashes: those hold whole paragraphs.
    """
    spans, before, behind = [*clash.spans], list[Laid](), list[Laid]()
    for side in _SIDES if not _is_whole(streams, spans) else ():
        start, end = spans[side]
        words = streams[side].words
        first = next((at for at in range(start, end) if words[at] != "\n"), end)
        last = next((at for at in range(end, first, -1) if words[at - 1] != "\n"), first)
        before += _words(streams, side, (start, first))
        behind += _words(streams, side, (last, end))
        spans[side] = first, last
    if all(start == end for start, end in spans[OURS:]):
        return [], [*clash.spans], []
    return before[:1], spans, behind[:1]


def _is_whole(streams: Streams, spans: Sequence[Span]) -> bool:
    return all(span == (0, len(stream.words)) for span, stream in zip(spans, streams, strict=True))


def _in_brackets(streams: Streams, spans: Sequence[Span], ends: tuple[Place, Place]) -> Iterator[Laid]:
    """What both sides say, each in brackets of its own."""
    filled = [side for side in _SIDES if spans[side][0] < spans[side][1]]
    for side in filled:
        second = side != filled[0]
        own = bracketed(streams[side].words[slice(*spans[side])])
        yield Laid(said(f"{' ' if second else ''}{'' if own else '['}"), before=ends[0], glued=second)
        yield from _bracketed(streams, side, spans, own)
        yield Laid(said("" if own else "]"), last=ends[1] if side == filled[-1] else _NOWHERE, glued=True)


def _as_asked(streams: Streams, spans: Sequence[Span], ends: tuple[Place, Place]) -> Iterator[Laid]:
    """What both sides say, marked as not settled."""
    yield Laid(said("[ours: "), before=ends[0])
    for side in _SIDES:
        if side == THEIRS:
            yield Laid(said(" | theirs: "), glued=True)
        if spans[side][0] == spans[side][1]:
            yield Laid(said("nothing"), glued=True)
        yield from _bracketed(streams, side, spans)
    yield Laid(said("]"), last=ends[1], glued=True)


def _bracketed(streams: Streams, side: int, spans: Sequence[Span], own: bool = False) -> Iterator[Laid]:
    """The words of one side in a bracket, which is closed and opened again where a paragraph ends.

    Not if they have their `own`. The spacing to what stands before does not count.
    """
    start, end = spans[side]
    for at, piece in enumerate(_words(streams, side, spans[side])):
        parts = piece.cells[0].start is not None and not own and not _is_whole(streams, spans)
        if parts and end == start + 1:
            yield Laid(said("¶"), glued=True)
        elif parts:
            yield from (Laid(said("]"), glued=True), piece, Laid(said("["), glued=True))
        else:
            yield piece._replace(first=_NOWHERE, glued=True) if at == 0 else piece


def _words(streams: Streams, side: int, span: Span) -> Iterator[Laid]:
    """Some words of one side of a clash."""
    for at in range(*span):
        place = _at(side, at)
        yield Laid(streams[side].word(at), place, place, by="" if side == BASE else NAMES[side])


def _at(side: int, at: int) -> Place:
    return (at if side == BASE else None, at if side == OURS else None, at if side == THEIRS else None)


def _first(clash: Clash) -> Place:
    base, ours, theirs = (start if start < end else None for start, end in clash.spans)
    return base, ours, theirs


def _last(clash: Clash) -> Place:
    base, ours, theirs = (end - 1 if end else None for _, end in clash.spans)
    return base, ours, theirs
