"""What became of the paragraphs of the base: who continues whom, who moved, what is gone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from types import MappingProxyType

from models.comparison.words.chain import heaviest_chain
from models.editing.edit import Entry
from models.editing.stretch import Line
from models.editing.working import WorkingText

_STEPS = 20
"""So many steps that took paragraphs elsewhere are told apart where they crossed each other."""
_old, _from_old = attrgetter("old"), attrgetter("old", "position")


class Origins:
    """The working text against its base by origin alone; positions of both sides.

    A text has few lines, however long it is: where nothing came, went or moved, paragraph after paragraph continues
    base paragraph after base paragraph. All is worked out from the lines.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        entries: Sequence[Entry],
        words_before: Sequence[int],
        taken: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        """Of the `lines` of the entries; `words_before` are those of the base, one for each paragraph among them.

        `taken` are keys of paragraphs that the user took to another place, with a number that rises from step to step.
        """
        self._words_before, self._lines = words_before, lines
        self._by_old = self._single = lines
        self.moved = frozenset[int]()
        """The positions that stand in another order than in the base."""
        heirs, pieces = _in_order(lines), lines
        in_order = heirs is not None  # as nearly always
        if heirs is None:
            self._by_old = sorted(lines, key=_old)
            pieces, heirs = _cut(_doubled(self._by_old), lines)
        self._several, self.together = _several(heirs, entries)
        """`together` are the positions of all that come from a base paragraph from which others come too."""
        if not in_order:
            self._single = sorted([piece for piece in pieces if piece.old not in heirs], key=_old)
            self._taken = {at: taken[entry.key] for at, entry in enumerate(entries) if entry.key in taken}
            self.moved = self._moved(pieces)

    def heirs(self, old: int) -> tuple[int, ...]:
        """The positions that continue a base paragraph; none where it is gone."""
        if old in self._several:
            return self._several[old]
        at = bisect_right(self._single, old, key=_old) - 1
        line = self._single[at] if at >= 0 else None
        return (line.position + old - line.old,) if line is not None and old < line.old + line.length else ()

    def origins(self, entries: Sequence[Entry], position: int) -> tuple[int, ...]:
        """The base paragraphs an entry continues: none where it is blank and others continue them."""
        return tuple([old for old in entries[position].came_from if position in self.heirs(old)])

    def family(self, entries: Sequence[Entry], position: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """All base paragraphs and all positions that hang together with a position through splits and merges."""
        olds: set[int] = set()
        news = {position}
        waiting = [position]
        while waiting:
            for old in self.origins(entries, waiting.pop()):
                olds.add(old)
                fresh = set(self.heirs(old)) - news
                news |= fresh
                waiting += fresh
        return tuple(sorted(olds)), tuple(sorted(news))

    def place_of(self, old: int) -> int:
        """The position before which a base paragraph belongs: after those that stood before it and kept their order."""
        return self._after_those_before(old, -1) or 0

    def _after_those_before(self, old: int, known: int) -> int | None:
        for before in range(old - 1, known, -1):
            staying = [
                at for at in self.heirs(before) if at not in self.moved and self._joined.get(at, before) == before
            ]
            if staying:
                return staying[-1] + 1
        return None

    @cached_property
    def _joined(self) -> Mapping[int, int]:
        """By joined paragraph the first of the base that it continues: it stands where that one stood."""
        found: dict[int, int] = {}
        for one, two in pairwise(self._lines):
            at = two.position
            if at < one.position + one.length:
                found.setdefault(at, one.old + at - one.position)
        return found

    @cached_property
    def gone(self) -> tuple[tuple[int, int], ...]:
        """The base paragraphs nobody continues, each with the position before which it is missed."""
        found: list[tuple[int, int]] = []
        place, known = 0, -1
        for old in self._missing():
            there = self._after_those_before(old, known)
            place = place if there is None else there
            found.append((old, place))
            known = old
        return tuple(found)

    def _missing(self) -> Iterator[int]:
        reached = 0
        for _, old, count in self._by_old:
            if old > reached:
                yield from range(reached, old)
            if old + count > reached:
                reached = old + count
        yield from range(reached, len(self._words_before) - 1)

    def _moved(self, pieces: Sequence[Line]) -> frozenset[int]:
        """Positions that are not on the heaviest chain that keeps the order of the base: what the user took nowhere
        stays, then the most words.

        Words count as in the base, so that writing in a paragraph never makes another one the moved one.
        """
        order: list[Line] = []
        several, end, last, sorted_already = self._several, 0, -1, True
        for piece in pieces:
            # A merged paragraph stands where the first one it continues stood.
            if piece.position >= end and (piece.old not in several or piece.position in several[piece.old]):
                order.append(piece)
                end = piece.position + piece.length
                sorted_already = sorted_already and piece.old >= last
                last = piece.old
        if sorted_already:
            return frozenset()
        ordered = sorted(order, key=_from_old)
        first = next(at for at, (one, two) in enumerate(zip(order, ordered, strict=True)) if one != two)
        last = next(at for at in range(len(order) - 1, -1, -1) if order[at] != ordered[at])
        blocks = _blocks(order[first : last + 1])
        ranks = {block[0]: rank for rank, block in enumerate(sorted(blocks, key=lambda block: _from_old(block[0])))}
        weights = self._weights(blocks)
        pairs = [(ranks[block[0]], at, weights[at]) for at, block in enumerate(blocks)]
        staying = {at for _, at in heaviest_chain(pairs)}
        away = [line for at, block in enumerate(blocks) if at not in staying for line in block]
        return frozenset(position for line in away for position in range(line.position, line.position + line.length))

    def _weights(self, blocks: Sequence[Sequence[Line]]) -> list[float]:
        """What speaks for each block to stay: the words in it that nobody took elsewhere, and far less than one of
        them, that what was taken was so before other blocks were."""
        words, lines = self._words_before, [(line, at) for at, block in enumerate(blocks) for line in block]
        weights, steps = [0] * len(blocks), dict[int, int]()
        for line, at in lines:
            weights[at] += words[line.old + line.length] - words[line.old]
        for position, step in self._taken.items():
            found = bisect_right(lines, position, key=lambda one: one[0].position) - 1
            line, at = lines[max(found, 0)]
            if line.position <= position < line.position + line.length:
                old = line.old + position - line.position
                weights[at] -= words[old + 1] - words[old]
                steps[at] = max(step, steps.get(at, step))
        ranks = {step: 0.5 ** min(rank, _STEPS) for rank, step in enumerate(sorted(set(steps.values())))}
        least = 2.0 * len(blocks)
        return [weight * least + (ranks[steps[at]] if at in steps else 0) for at, weight in enumerate(weights)]


def origins_of(working: WorkingText) -> Origins:
    """Works out what became of each paragraph of the base; m log m in the number of lines."""
    return Origins(working.stretches.lines, working.entries, working.words_before, working.remembered.moved)


def _in_order(lines: Sequence[Line]) -> dict[int, tuple[int, ...]] | None:
    """By base paragraph with which one line ends and the next begins, the positions that continue it; None where lines
    stand in another order than in the base, or have more in common."""
    heirs: dict[int, tuple[int, ...]] = {}
    reached = last = 0
    for position, old, count in lines:
        if old < reached:
            if old != reached - 1:
                return None
            heirs[old] = (*heirs.get(old, (last,)), position)
        reached, last = old + count, position + count - 1
    return heirs


def _doubled(by_old: Sequence[Line]) -> list[int]:
    """The base paragraphs that more than one line continues, in order."""
    olds: set[int] = set()
    reached = 0
    for _, old, count in by_old:
        end = old + count
        if old < reached:
            olds.update(range(old, end if end < reached else reached))
        if end > reached:
            reached = end
    return sorted(olds)


def _cut(doubled: Sequence[int], lines: Sequence[Line]) -> tuple[list[Line], dict[int, tuple[int, ...]]]:
    """The lines cut so that each base paragraph that more than one come from is a piece of its own; and by each of
    these, all that come from it."""
    heirs: dict[int, tuple[int, ...]] = dict.fromkeys(doubled, ())
    pieces: list[Line] = []
    for line in lines:
        position, old, count = line
        first = bisect_left(doubled, old)
        at, last = old, first if first == len(doubled) else bisect_left(doubled, old + count, first)
        for one in doubled[first:last]:
            if at < one:
                pieces.append(Line(position + at - old, at, one - at))
            pieces.append(Line(position + one - old, one) if count > 1 else line)
            heirs[one] += (position + one - old,)
            at = one + 1
        if at == old:
            pieces.append(line)
        elif at < old + count:
            pieces.append(Line(position + at - old, at, old + count - at))
    return pieces, heirs


def _several(
    heirs: dict[int, tuple[int, ...]], entries: Sequence[Entry]
) -> tuple[dict[int, tuple[int, ...]], frozenset[int]]:
    """Of base paragraphs that more than one comes from, by each those that continue it; and all that come from them."""
    together = frozenset[int]().union(*heirs.values())
    for old, positions in heirs.items():
        # The empty end of a split continues nothing; where all are empty the first does.
        heirs[old] = tuple([at for at in positions if entries[at].paragraph.text.strip()]) or positions[:1]
    return heirs, together


def _blocks(order: Sequence[Line]) -> list[list[Line]]:
    """Lines that stand together on both sides, in groups: they stay or move as one.

    Parts of one split follow one another in a group of their own, in the order they have now.
    """
    rank = {line: at for at, line in enumerate(sorted(order, key=_from_old))}
    blocks: list[list[Line]] = []
    for line in order:
        if blocks and rank[blocks[-1][-1]] + 1 == rank[line]:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks
