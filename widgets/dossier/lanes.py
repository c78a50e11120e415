"""Where the drafts of a graph lie: one main line from the last draft back, others in lanes beside it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strand:
    """A line from a draft (upper row) to a parent (lower row), running in the lane `via` between them."""

    upper: int
    lower: int
    upper_lane: int
    lower_lane: int
    via: int


@dataclass(frozen=True, slots=True)
class Lanes:
    """Lane of each row (0 is the main line), the strands, and how many lanes there are. Rows: newest first."""

    lane: tuple[int, ...]
    strands: tuple[Strand, ...]
    count: int

    def crossing(self, row: int) -> tuple[Strand, ...]:
        """The strands seen in a row."""
        return tuple(strand for strand in self.strands if strand.upper <= row <= strand.lower)


def lanes(drafts: Sequence[tuple[str, tuple[str, ...]]]) -> Lanes:
    """Lay out drafts given as (id, ids of parents), newest first; a parent not among them is left out."""
    parents = _parents(drafts)
    main = _line_back(0, parents, set()) if drafts else []
    lane = dict.fromkeys(main, 0)
    used: list[list[tuple[int, int]]] = [[]]

    def free(start: int, end: int) -> int:
        for at in range(1, len(used)):
            if all(end <= a or start >= b for a, b in used[at]):
                used[at].append((start, end))
                return at
        used.append([(start, end)])
        return len(used) - 1

    for at in range(len(drafts)):
        if at in lane:
            continue
        chain = _line_back(at, parents, set(lane))
        top = min([at, *(child for child, its in enumerate(parents) if at in its)])
        bottom = max([chain[-1], *parents[chain[-1]]])
        chosen = free(top, bottom)
        lane.update(dict.fromkeys(chain, chosen))
    strands = []
    for child, its in enumerate(parents):
        for number, parent in enumerate(its):
            a, b = lane[child], lane[parent]
            via = max(a, b)
            past = any(lane[between] == via for between in range(child + 1, parent))
            if past or (a == b and number > 0):
                via = free(child, parent)
            strands.append(Strand(child, parent, a, b, via))
    return Lanes(tuple(lane[at] for at in range(len(drafts))), tuple(strands), max(1, len(used)))


def line_through(name: str, drafts: Sequence[tuple[str, tuple[str, ...]]]) -> set[str]:
    """The drafts, given as for `lanes`, of the newest line that a draft is on."""
    parents = _parents(drafts)
    lines = ({drafts[at][0] for at in _line_back(start, parents, set())} for start in range(len(drafts)))
    return next(line for line in lines if name in line)


def _parents(drafts: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[int, ...]]:
    """Of each draft the rows of its parents."""
    row = {name: at for at, (name, _) in enumerate(drafts)}
    return [tuple(row[name] for name in names if name in row) for _, names in drafts]


def _line_back(start: int, parents: Sequence[tuple[int, ...]], taken: set[int]) -> list[int]:
    """A draft and its first parents back to the beginning, or to the first that is taken."""
    line = [start]
    while parents[line[-1]] and parents[line[-1]][0] not in taken:
        line.append(parents[line[-1]][0])
    return line
