"""Woven words laid out as the cells of a text, the answers given to clashes taken in; and what stands where none is.

The spacing between two words is that of a side in which they stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from models.draft.first_letter import with_capital, with_small_letter
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.words.bracket_pairs import CLOSING, OPENING
from models.merging.words.clash_laid import Answer, Laid, clash_laid
from models.merging.words.opening_marks import Opening
from models.merging.words.pieces import Clash, Part, Place, Streams, Word, follows, starts_one
from models.merging.words.streams import Cell, said, single
from models.merging.words.unspaced import is_unspaced

_OPENING = OPENING | {"‘"}


def lay(
    streams: Streams, parts: Sequence[Part], answer: Callable[[int], Answer], traits: Callable[[int], Sequence[Cell]]
) -> list[Cell]:
    """The cells of a woven text; `answer` to the clash that is the n-th part, `traits` for the start of a paragraph."""
    laid: list[Cell] = []
    lengths = len(streams[BASE].words), len(streams[OURS].words), len(streams[THEIRS].words)
    before = Laid((), last=(-1, -1, -1))
    begins = False  # what begins the first paragraph does so on all sides
    opening: Opening | None = None
    for piece in _pieces(streams, parts, answer, traits):
        piece = _without_second_mark(before, piece)
        if not piece.cells:
            before = before._replace(last=piece.last)
            continue
        placed = _as_placed(streams, before, piece, begins)
        if placed is not piece and not begins:
            opening = opening or _joined_on(streams, placed)
        piece = placed
        space = _space(streams, before, piece)
        if opening is not None:
            piece, within = opening.met(piece)
            space = opening.marked(space) if within and not begins else space
            opening = opening if opening.goes_on else None
        inside = (before.by, before.clash) == (piece.by, piece.clash)
        laid += piece._replace(cells=space).told if inside and space else space
        laid += piece.told
        if piece.cells[-1].start is not None and piece.clash is None and None in piece.last:
            opening = Opening(streams, piece.last)
        before = piece
        begins = piece.cells[-1].start is not None or (begins and piece.cells[-1].letters in OPENING)
    laid += _three([streams[side].space(lengths[side]) for side in (BASE, OURS, THEIRS)])
    return laid


def _without_second_mark(before: Laid, piece: Laid) -> Laid:
    """What comes next, without a comma or semicolon that stands already, the words between them being gone, or that
    would begin a paragraph; where it does on no side."""
    if not before.cells or not piece.cells:
        return piece
    mark, first, starts = before.cells[-1].letters[-1:], piece.cells[0], before.cells[-1].start is not None
    beside = (there is not None and there + 1 == here for there, here in zip(before.last, piece.first, strict=True))
    if first.letters[:1] not in (",", ";") or not (starts or mark == first.letters[:1]) or any(beside):
        return piece
    rest = first._replace(letters=first.letters[1:].lstrip() if starts else first.letters[1:])
    base, ours, theirs = (None if at is None else at + starts for at in piece.first)
    return piece._replace(cells=(*([rest] if rest.letters else ()), *piece.cells[1:]), first=(base, ours, theirs))


def _as_placed(streams: Streams, before: Laid, piece: Laid, begins: bool) -> Laid:
    """A piece whose first word has a capital, and the marks of an opening, if it begins a paragraph, and else none.

    As the side has it on which it stands so; where it does on none, as the word is written that a side has there.
    """
    on = [(side, at) for side, at in enumerate(piece.first) if at is not None]
    if not on or piece.clash is not None or not piece.cells or not piece.cells[0].letters:
        return piece  # nothing, a note or the start of a paragraph
    so = [one for one in on if _begins(streams, *one) == begins]
    if len(so) == len(on):
        return piece
    size = len(streams[on[0][0]].words[on[0][1]])
    if so:
        kept = dict(so)
        first = _three([streams[side].word(kept[side]) if side in kept else None for side in (BASE, OURS, THEIRS)])
    else:
        there = [(side, at + 1) for side, at in enumerate(before.last) if at is not None]
        there = [(side, at) for side, at in there if at < len(streams[side].words)]
        model = next((one for one in there if _begins(streams, *one) == begins), None)
        if model is None:
            return piece
        first = _word(streams, piece.first)
        if begins or not any("".join(cell.letters for cell in first) in stream.words[1:] for stream in streams):
            first = _written_as(first, streams[model[0]].word(model[1]))  # but not "States", which has one anywhere
    return piece._replace(cells=(*first, *_behind(piece.cells, size)))


def _joined_on(streams: Streams, piece: Laid) -> Opening:
    """The opening of a paragraph that a piece begins on a side, and that goes on here with the one before."""
    starts = [at - 1 if at is not None and _begins(streams, side, at) else None for side, at in enumerate(piece.first)]
    return Opening(streams, (starts[0], starts[1], starts[2]), piece.cells[0].marks)


def _begins(streams: Streams, side: int, at: int) -> bool:
    """Whether a paragraph behind another begins with a word, whatever bracket opens before it."""
    words = streams[side].words
    while at and words[at - 1] in OPENING:
        at -= 1
    return at > 0 and words[at - 1] == "\n"


def _written_as(word: Sequence[Cell], model: Sequence[Cell]) -> tuple[Cell, ...]:
    """A word with the first letter, great or small, and the marks of another."""
    if not word or not model or word[0].note is not None or model[0].note is not None:
        return (*word,)
    letters, first = word[0].letters, model[0].letters[:1]
    if first.isupper():
        letters = with_capital(letters)
    elif first.islower() and not letters[1:2].isupper():
        letters = with_small_letter(letters)
    return (word[0]._replace(letters=letters, marks=model[0].marks), *word[1:])


def _behind(cells: Sequence[Cell], size: int) -> Iterator[Cell]:
    """Cells without so many letters that they begin with."""
    for cell in cells:
        if size and size >= len(cell.letters):
            size -= len(cell.letters)
            continue
        yield cell._replace(letters=cell.letters[size:]) if size else cell
        size = 0


def _pieces(
    streams: Streams, parts: Sequence[Part], answer: Callable[[int], Answer], traits: Callable[[int], Sequence[Cell]]
) -> Iterator[Laid]:
    words: list[Word] = []
    for number, part in enumerate(parts):
        if isinstance(part, Word) and not starts_one(streams, part):
            if words and not follows(part, words[-1]):
                yield from _stretch(streams, words)
                words = []
            words.append(part)
            continue
        yield from _stretch(streams, words)
        words = []
        if isinstance(part, Clash):
            yield from (piece._replace(clash=number) for piece in clash_laid(streams, part, answer(number)))
        else:
            yield Laid(tuple(traits(number)), part.at, part.at)
    yield from _stretch(streams, words)


def _stretch(streams: Streams, words: Sequence[Word]) -> Iterator[Laid]:
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
        yield Laid(spans[0], first, last, by=_whose(first))
    else:
        yield from (Laid(_word(streams, word.at), word.at, word.at, by=_whose(first)) for word in words)


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


def _space(streams: Streams, before: Laid, piece: Laid) -> tuple[Cell, ...]:
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
    parts = not last or last.isalnum() or last in (",", ";") or last in CLOSING  # also behind a note
    if (
        not found
        and parts
        and (first.isalnum() or (first in OPENING and any(at is not None for at in piece.first)))
        and not any(map(is_unspaced, (last, first)))
    ):
        return said(" ")
    return found
