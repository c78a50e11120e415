"""The order of reading on a page: the lines as they come down, or one column after the other.

In a masthead the name of the body is read before what stands beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from models.draft.masthead_lines import DISTRIBUTION
from models.reading.pdf.lines import Line, lines_of
from models.reading.pdf.right_to_left import from_right

_FEWEST = 6  # lines with the same white between their parts
_WHITE = 1.0  # of the size
_NARROWEST = 8.0  # of the size, on either side
_WIDE_TO_FEW = 4  # such lines to one with less on a side; in tables many have less
_NEAR = 3.0  # of the size: lines of the facts about a document are no further from each other, the date from "Original"
_CLOSE = 1.5  # of the size: lines of one name
_FEWEST_FACTS = 2
_SHORTER = 5.0  # of the size: so much longer may one of them be than the distribution
_LOWEST = 10  # line of a page that may begin them
_LEVEL = 2.0  # points: what stands on one line
_RAISED = 0.85  # of the size: marks of notes
_HANGING = 1.5  # of the size: so much further out than its column a note may begin
SMALLER = 0.93  # of the size of the text: notes


@dataclass(frozen=True, slots=True)
class Flow:
    """Lines that are read one after the other, and the edges that most of them keep.

    What stands `apart` goes on with nothing before it.
    """

    lines: tuple[Line, ...]
    left: float
    right: float
    apart: bool = False


def gutters_of(pages: Iterable[Sequence[Line]]) -> tuple[float, ...]:
    """Where white stands between the columns of pages: one whose second column has a few lines has it there too."""
    below = (lines[facts[1] :] if (facts := _facts(lines)) is not None else lines for lines in pages)
    return tuple({round(found[2]): found[2] for lines in below if (found := _gutter(lines)) is not None}.values())


def parts_of(lines: Sequence[Line], body: float, known: Sequence[float] = ()) -> list[tuple[list[Line], bool]]:
    """The lines of a page in parts, and whether each is a column: more than one where notes, in letters smaller than
    most of the `body`, stand at the feet of columns of their own. The white that is `known` is that of other pages."""
    facts = _facts(lines)
    top = facts[1] if facts is not None else 0
    found = _gutter(lines[top:], known)
    if found is None:
        return [(list(lines), False)]
    start, end, gutter = found
    columns = [_of_column([line for line in column if line is not None]) for column in
               zip(*(_parted(line, gutter) for line in lines[top + start : top + end]), strict=True)]  # fmt: skip
    if not any(column and column[-1].size < body * SMALLER for column in columns):
        return [(list(lines), False)]
    parts = [(list(lines[: top + start]), False), *((column, True) for column in columns)]
    return [part for part in (*parts, *parts_of(lines[top + end :], body)) if part[0]]


def flows_of(lines: Sequence[Line], left: float, right: float, known: Sequence[float] = ()) -> list[Flow]:
    """The flows of a page in the order of reading; `left` and `right` are the usual edges of its text."""
    facts = _facts(lines)
    return _flows(lines, left, right, facts or _gutter(lines, known), apart=facts is not None)


def _flows(
    lines: Sequence[Line], left: float, right: float, found: tuple[int, int, float] | None, *, apart: bool = False
) -> list[Flow]:
    if found is None:
        return [Flow(tuple(lines), left, right)] if lines else []
    start, end, gutter = found
    middle = [_parted(line, gutter) for line in lines[start:end]]
    one, other = ([line for line in column if line is not None] for column in zip(*middle, strict=True))
    if not apart:
        one, other = _of_column(one), _of_column(other)
    flows = [
        Flow(tuple(lines[:start]), left, right),
        Flow(tuple(one), *edges(one)),
        Flow(tuple(other), *edges(other), apart),
    ]
    first, *others = _flows(lines[end:], left, right, _gutter(lines[end:])) or [Flow((), left, right)]
    return [flow for flow in (*flows, replace(first, apart=apart), *others) if flow.lines]


def _of_column(lines: Sequence[Line]) -> list[Line]:
    """The lines of one column anew: where columns have heights of their own, a raised figure stood on a line of the
    other. What runs from right to left was turned already, and stays."""
    if any(line.mirror or from_right(line.text) for line in lines):
        return list(lines)
    return lines_of(lines[0].page, [span for line in lines for span in line.spans]) if lines else []


def edges(lines: Iterable[Line]) -> tuple[float, float]:
    """The left and the right edge that most lines keep."""
    lefts: Counter[float] = Counter()
    rights: Counter[float] = Counter()
    for line in lines:
        lefts[round(line.left)] += 1
        rights[round(line.right)] += 1
    if not lefts:
        return 0.0, 0.0
    return lefts.most_common(1)[0][0], rights.most_common(1)[0][0]


def _gaps(line: Line) -> list[tuple[float, float]]:
    """The wide white within a line, with enough text on either side of it."""
    wide = _NARROWEST * line.size
    return [(a, b) for a, b, _ in line.white(_WHITE) if a - line.left > wide and line.right - b > wide]


def _all_gaps(lines: Sequence[Line]) -> list[list[tuple[float, float]]]:
    """The wide white within each line, or between it and the next, of another column: they stand side by side, though
    neither is on the line of the other."""
    gaps = [_gaps(line) for line in lines]
    for at, (above, line) in enumerate(pairwise(lines)):
        if not (gaps[at] or gaps[at + 1] or (at and gaps[at - 1])):
            gaps[at] = _between(above, line)
    return gaps


def _between(above: Line, line: Line) -> list[tuple[float, float]]:
    size = max(above.size, line.size)
    one, other = sorted((above, line), key=lambda each: each.left)
    beside = above.base - line.base < min(above.size, line.size) and other.left - one.right > _WHITE * size
    return [(one.right, other.left)] if beside and all(_is_wide(each, size) for each in (one, other)) else []


def _is_wide(line: Line, size: float) -> bool:
    return line.right - line.left > _NARROWEST * size


def _gutter(lines: Sequence[Line], known: Sequence[float] = ()) -> tuple[int, int, float] | None:
    """The first stretch of lines that keeps the same white all the way down: its start, its end, where the white is."""
    gaps = _all_gaps(lines)
    if sum(map(bool, gaps)) < _FEWEST:
        return _known_gutter(lines, known)
    for first, own in enumerate(gaps):
        for low, high in own:
            end, parts, few = first, 0, 0
            while end < len(lines):
                fitting = [(max(low, a), min(high, b)) for a, b in gaps[end] if min(high, b) - max(low, a) > 2]
                beside = _beside(lines[end], low, high)
                if fitting:
                    low, high = fitting[0]
                    parts += 1
                elif beside is not None:
                    low, high = beside
                else:
                    few += not _is_mark_beside(lines[end], low)
                    kept = _kept_white(lines[end], low, high)
                    if few * _WIDE_TO_FEW > parts or kept is None:
                        break
                    low, high = kept
                end += 1
            if parts >= _FEWEST:
                return _begins_above(lines, first, low, high, parts // _WIDE_TO_FEW), end, (low + high) / 2
    return _known_gutter(lines, known)


def _known_gutter(lines: Sequence[Line], known: Sequence[float]) -> tuple[int, int, float] | None:
    """The columns down to the foot of a page that keep the white of another page, where only a few lines are in the
    second."""
    for place in known:
        start = next((at + 1 for at in range(len(lines) - 1, -1, -1) if _stands_over(lines[at], place)), 0)
        left = sum(line.left < place for line in lines[start:])
        right = sum(line.right > place for line in lines[start:])
        if right and left >= max(right, _FEWEST):
            return start, len(lines), place
    return None


def _stands_over(line: Line, place: float) -> bool:
    return line.left < place < line.right and not any(a < place < b for a, b, _ in line.white(_WHITE))


def _beside(line: Line, low: float, high: float) -> tuple[float, float] | None:
    """What is left of the white where a line stands wholly on one side of it, be it a little within; else None."""
    if line.right <= low + 1 or line.left >= high:
        return low, high
    if low < line.left and line.left - low > high - line.right:
        return low, line.left  # a mark of a note alone, higher than its line, hangs out of the column it is nearer to
    if high - line.right > _WHITE * line.size:
        return line.right, high
    if line.left - low > 2 and line.left >= high - _HANGING * line.size:
        return low, line.left
    return None


def _is_mark_beside(line: Line, low: float) -> bool:
    """Whether nothing but the mark of a note, raised as high as a line of the other column, stands on one side."""
    words = [span for span in line.spans if span[0].strip()]
    sides = ([span for span in words if span[1] < low], [span for span in words if span[1] >= low])
    return any(side and all(span[4] < _RAISED * line.size for span in side) for side in sides)


def _begins_above(lines: Sequence[Line], first: int, low: float, high: float, most: int) -> int:
    """The line in which columns begin that are known from the `first` on: a short line of one may stand above it, or
    one of each at heights of their own; of lines in which little stands on one side `most` so many."""
    for at in range(first - 1, -1, -1):
        white = [(a, b) for a, b, _ in lines[at].white(_WHITE) if a <= low + 1 and b >= high - 1]
        most -= bool(white) and not any(gap in white for gap in _gaps(lines[at]))
        if most < 0 or (not white and lines[at].right > low + 1 and lines[at].left < high - 1):
            break
        if any(b < high + _HANGING * lines[at].size for _, b in white):
            first = at
    return first


def _kept_white(line: Line, low: float, high: float) -> tuple[float, float] | None:
    """The white within a line in which little stands beside it: a raised figure, the end of a word, a short note; None
    where something stands in it. A figure behind the longest line of a column stands out of it, so does that of a note.
    """
    for a, b, _ in line.white(_WHITE):
        if a <= low + line.size / 2 and b >= high - _HANGING * line.size and min(b, high) - max(a, low) > 2:
            return max(low, a), min(high, b)
    return None


def _facts(lines: Sequence[Line]) -> tuple[int, int, float] | None:
    """The lines of a masthead in which distribution, date and language stand beside the name of a body, as `_gutter`.

    The name may begin above these and end below them. One that is of one line with the distribution is read so.
    """
    places = ((at, edge) for at, line in enumerate(lines[:_LOWEST]) if (edge := _distribution(line)) is not None)
    start, edge = next(places, (len(lines), 0.0))
    right = lines[start].right if edge else 0.0
    names: list[Line] = []
    facts: list[Line] = []
    end, within = start, 0
    for at in range(start, len(lines)):
        # On pages that run from right to left the facts may begin anywhere and end at one edge.
        begins, size = lines[at].starts[-1], lines[at].size
        if abs(lines[at].right - right) < size and edge - _SHORTER * size < begins:
            edge = min(edge, begins)
        name, fact = _parted(lines[at], edge - 1)
        if name is not None and name.right > edge:
            break
        if fact is not None:
            level = name is not None and abs(name.base - fact.base) < _LEVEL
            if facts and level and DISTRIBUTION.match(fact.text):
                return None  # a table of documents
            if min(fact.left - edge, abs(fact.right - right)) > fact.size:
                break
            if facts and facts[-1].base - fact.base > _NEAR * fact.size:
                break
            facts.append(fact)
        one = len(names) > 0 and name is not None and _is_one_name(names[-1], name)
        names += [name] if name is not None else []
        if fact is not None or (one and end == at):
            end, within = at + 1, len(names)
    names = names[:within]
    while start and names and lines[start - 1].right <= edge and _is_one_name(lines[start - 1], names[0]):
        start -= 1
        names.insert(0, lines[start])
    if len(facts) < _FEWEST_FACTS or not names or (len(names) == 1 and abs(names[0].base - facts[0].base) < _LEVEL):
        return None
    return start, end, edge - 1


def _distribution(line: Line) -> float | None:
    """Where in a line the distribution begins, behind nothing but white and the name of a body."""
    if "Distr" not in line.text:
        return None
    lefts = [span[1] for span in line.spans if span[0].strip()]
    rests = ((left, replace(line, spans=tuple(span for span in line.spans if span[1] >= left))) for left in lefts)
    return max((left for left, rest in rests if DISTRIBUTION.match(rest.text)), default=None)


def _is_one_name(above: Line, line: Line) -> bool:
    close = above.base - line.base < _CLOSE * line.size
    return close and abs(above.size - line.size) < 0.1 * line.size and above.bold == line.bold


def _parted(line: Line, gutter: float) -> tuple[Line | None, Line | None]:
    """What of a line stands left and right of the white."""
    left = [span for span in line.spans if span[1] < gutter]
    right = [span for span in line.spans if span[1] >= gutter]
    return line.without(right), line.without(left)
