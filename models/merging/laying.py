"""Woven words laid out as the cells of a text, the answers given to clashes taken in; and what stands where none is.

The spacing between two words is that of a side in which they stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from models.merging.bracket_pairs import OPENING, bracketed
from models.merging.pieces import Clash, Part, Place, Streams, Word, starts_one
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.streams import Cell, said, single
from models.merging.unspaced import is_unspaced

Answer = tuple[str, str]
"""How a conflict was settled: ours, theirs, base, both, or written with the words; ("", "") while it is open."""
OPEN: Answer = ("", "")
_NOWHERE: Place = (None, None, None)
_SIDES = (OURS, THEIRS)
_OPENING = OPENING | {"‘"}


class _Laid(NamedTuple):
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


def lay(
    streams: Streams, parts: Sequence[Part], answer: Callable[[int], Answer], traits: Callable[[int], Sequence[Cell]]
) -> list[Cell]:
    """The cells of a woven text; `answer` to the clash that is the n-th part, `traits` for the start of a paragraph."""
    laid: list[Cell] = []
    lengths = len(streams[BASE].words), len(streams[OURS].words), len(streams[THEIRS].words)
    before = _Laid((), last=(-1, -1, -1))
    for piece in _pieces(streams, parts, answer, traits):
        piece = _without_second_mark(before, piece)
        if not piece.cells:
            before = before._replace(last=piece.last)
            continue
        space = _space(streams, before, piece)
        inside = (before.by, before.clash) == (piece.by, piece.clash)
        laid += piece._replace(cells=space).told if inside and space else space
        laid += piece.told
        before = piece
    laid += _three([streams[side].space(lengths[side]) for side in (BASE, OURS, THEIRS)])
    return laid


def _without_second_mark(before: _Laid, piece: _Laid) -> _Laid:
    """What comes next, without a comma or semicolon that stands already: the words between them are gone.

    On no side the two stand beside each other.
    """
    if not before.cells or not piece.cells:
        return piece
    mark, first = before.cells[-1].letters[-1:], piece.cells[0]
    beside = (there is not None and there + 1 == here for there, here in zip(before.last, piece.first, strict=True))
    if mark not in (",", ";") or first.letters[:1] != mark or any(beside):
        return piece
    rest = first._replace(letters=first.letters[1:])
    return piece._replace(cells=(*([rest] if rest.letters else ()), *piece.cells[1:]))


def _pieces(
    streams: Streams, parts: Sequence[Part], answer: Callable[[int], Answer], traits: Callable[[int], Sequence[Cell]]
) -> Iterator[_Laid]:
    words: list[Word] = []
    for number, part in enumerate(parts):
        if isinstance(part, Word) and not starts_one(streams, part):
            if words and part.at != tuple(None if at is None else at + 1 for at in words[-1].at):
                yield from _stretch(streams, words)
                words = []
            words.append(part)
            continue
        yield from _stretch(streams, words)
        words = []
        if isinstance(part, Clash):
            yield from (piece._replace(clash=number) for piece in _clash(streams, part, answer(number)))
        else:
            yield _Laid(tuple(traits(number)), part.at, part.at)
    yield from _stretch(streams, words)


def _stretch(streams: Streams, words: Sequence[Word]) -> Iterator[_Laid]:
    """Words that stand side by side on each side that has them: as one piece where these sides show them alike."""
    if not words:
        return
    first, last = words[0].at, words[-1].at
    spans = [
        streams[side].span(start, end)
        for side, (start, end) in enumerate(zip(first, last, strict=True))
        if start is not None and end is not None
    ]
    if all(span == spans[0] for span in spans):
        yield _Laid(spans[0], first, last, by=_whose(first))
    else:
        yield from (_Laid(_word(streams, word.at), word.at, word.at, by=_whose(first)) for word in words)


def _whose(place: Place) -> str:
    """Who put words in: nobody where the base has them."""
    base, ours, theirs = place
    if base is not None:
        return ""
    return "both" if ours is not None and theirs is not None else "ours" if ours is not None else "theirs"


def _word(streams: Streams, place: Place) -> tuple[Cell, ...]:
    """A word with the marks that a side gave it."""
    found = [streams[side].word(at) if at is not None else None for side, at in enumerate(place)]
    return _three(found)


def _three(found: Sequence[tuple[Cell, ...] | None]) -> tuple[Cell, ...]:
    """One of up to three forms of the same: what a side made of the base; where both did, what they share."""
    base, ours, theirs = found
    if ours is None or theirs is None:
        return ours or theirs or base or ()
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    ours, theirs, base = single(ours), single(theirs), single(base or ())
    if [cell.letters for cell in ours] != [cell.letters for cell in theirs]:
        return max(ours, theirs, key=_size)
    before = base if len(base) == len(ours) else None
    return tuple(
        one._replace(marks=_marks(before[at].marks if before else None, one.marks, two.marks))
        for at, (one, two) in enumerate(zip(ours, theirs, strict=True))
    )


def _size(cells: tuple[Cell, ...]) -> tuple[int, str]:
    letters = "".join(cell.letters for cell in cells)
    return len(letters), letters


def _marks(
    base: tuple[bool, bool, bool] | None, ours: tuple[bool, bool, bool], theirs: tuple[bool, bool, bool]
) -> tuple[bool, bool, bool]:
    """Each mark as the side has it that changed it."""
    known = base or (True, True, True)
    each = [two if one == before else one for before, one, two in zip(known, ours, theirs, strict=True)]
    return each[0], each[1], each[2]


def _clash(streams: Streams, clash: Clash, answer: Answer) -> Iterator[_Laid]:
    choice, words = answer
    ends = _first(clash), _last(clash)
    if choice in NAMES:
        yield from _span(streams, NAMES.index(choice), clash)
    elif choice == "written":
        if words:
            yield _Laid(said(words), before=ends[0])
        # Nobody can write the mark of a note: one that both sides cite here was never in question.
        notes = [
            [cell for at in range(*clash.spans[side]) for cell in streams[side].word(at) if cell.note]
            for side in _SIDES
        ]
        yield from (_Laid((cell,), glued=True) for cell in notes[0] if cell in notes[1])
    elif choice == "both":
        filled = [side for side in (OURS, THEIRS) if clash.spans[side][0] < clash.spans[side][1]]
        for side in filled:
            second = side != filled[0]
            own = bracketed(streams[side].words[slice(*clash.spans[side])])
            yield _Laid(said(f"{' ' if second else ''}{'' if own else '['}"), before=ends[0], glued=second)
            yield from _span(streams, side, clash, alone=True)
            yield _Laid(said("" if own else "]"), last=ends[1] if side == filled[-1] else _NOWHERE, glued=True)
    elif any(start < end for start, end in clash.spans[OURS:]):  # where both took it out nothing is to be seen
        yield _Laid(said("[ours:"), before=ends[0])
        yield from _alternative(streams, OURS, clash)
        yield _Laid(said(" | theirs:"), glued=True)
        yield from _alternative(streams, THEIRS, clash)
        yield _Laid(said("]"), last=ends[1], glued=True)


def _alternative(streams: Streams, side: int, clash: Clash) -> Iterator[_Laid]:
    start, end = clash.spans[side]
    if start == end:
        yield _Laid(said(" nothing"), glued=True)
        return
    yield _Laid(said(" "), glued=True)
    yield from _span(streams, side, clash, alone=True)


def _span(streams: Streams, side: int, clash: Clash, alone: bool = False) -> Iterator[_Laid]:
    """The words of one side of a clash; `alone`: its spacing to what stands before does not count."""
    for at in range(*clash.spans[side]):
        place = _at(side, at)
        word = streams[side].word(at)
        first = alone and at == clash.spans[side][0]
        by = "" if side == BASE else NAMES[side]
        yield _Laid(word, _NOWHERE if first else place, place, glued=first, by=by)


def _at(side: int, at: int) -> Place:
    return (at if side == BASE else None, at if side == OURS else None, at if side == THEIRS else None)


def _first(clash: Clash) -> Place:
    base, ours, theirs = (start if start < end else None for start, end in clash.spans)
    return base, ours, theirs


def _last(clash: Clash) -> Place:
    base, ours, theirs = (end - 1 for _, end in clash.spans)
    return base, ours, theirs


def _space(streams: Streams, before: _Laid, piece: _Laid) -> tuple[Cell, ...]:
    """The spacing between two pieces."""
    if piece.glued or not piece.cells or piece.cells[0].start is not None:
        return ()
    beside = [
        streams[side].space(here) if there is not None and here is not None and there + 1 == here else None
        for side, (there, here) in enumerate(zip(before.last, piece.first, strict=True))
    ]
    if any(one is not None for one in beside):
        return _three(beside)
    if not before.cells or before.cells[-1].start is not None or before.cells[-1].letters[-1:] in _OPENING:
        return ()
    known = [streams[side].space(at) for side, at in enumerate(piece.first) if at is not None]
    known += [streams[side].space(at) for side, at in enumerate(piece.before) if at is not None]
    found = max(known, key=_size, default=())
    last, first = before.cells[-1].letters[-1:], piece.cells[0].letters[:1]
    parts = last.isalnum() or last in (",", ";")  # also what began a paragraph on its side
    if not found and parts and first.isalnum() and not any(map(is_unspaced, (last, first))):
        return said(" ")
    return found
