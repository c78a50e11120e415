"""What became of the paragraphs of the base: who continues whom, who moved, what is gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.comparison.chain import heaviest_chain
from models.editing.edit import Entry


@dataclass(frozen=True)
class Origins:
    """The working text against its base by origin alone; positions of both sides.

    `heirs` are the positions that continue a base paragraph, `moved` the positions that stand in another order than
    in the base, `gone` the base paragraphs nobody continues with the position before which each is missed.
    """

    heirs: dict[int, tuple[int, ...]]
    moved: frozenset[int]
    gone: tuple[tuple[int, int], ...]

    def origins(self, entries: Sequence[Entry], position: int) -> tuple[int, ...]:
        """The base paragraphs an entry continues: none where it is blank and others continue them."""
        return tuple(old for old in entries[position].came_from if position in self.heirs.get(old, ()))

    def family(self, entries: Sequence[Entry], position: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """All base paragraphs and all positions that hang together with a position through splits and merges."""
        olds: set[int] = set()
        news = {position}
        waiting = [position]
        while waiting:
            for old in self.origins(entries, waiting.pop()):
                olds.add(old)
                fresh = set(self.heirs[old]) - news
                news |= fresh
                waiting += fresh
        return tuple(sorted(olds)), tuple(sorted(news))

    def place_of(self, old: int) -> int:
        """The position before which a base paragraph belongs: after those that stood before it and kept their order."""
        for before in range(old - 1, -1, -1):
            staying = [at for at in self.heirs.get(before, ()) if at not in self.moved]
            if staying:
                return staying[-1] + 1
        return 0


def origins_of(entries: Sequence[Entry], base: Sequence[Entry]) -> Origins:
    """Works out what became of each paragraph of the base; n log n."""
    heirs: dict[int, tuple[int, ...]] = {}
    several: set[int] = set()
    for position, entry in enumerate(entries):
        for old in entry.came_from:
            if old in heirs:
                several.add(old)
                heirs[old] += (position,)
            else:
                heirs[old] = (position,)
    for old in several:
        # The empty end of a split continues nothing; where all are empty the first does.
        written = tuple(at for at in heirs[old] if entries[at].text.strip())
        heirs[old] = written or heirs[old][:1]
    moved = _moved(entries, heirs, several, base)
    return Origins(heirs, moved, _gone(heirs, moved, len(base)))


def _gone(heirs: dict[int, tuple[int, ...]], moved: frozenset[int], count: int) -> tuple[tuple[int, int], ...]:
    if len(heirs) == count:
        return ()
    gone: list[tuple[int, int]] = []
    place, known = 0, -1
    for old in [old for old in range(count) if old not in heirs]:
        for before in range(old - 1, known, -1):
            staying = [at for at in heirs[before] if at not in moved]
            if staying:
                place = staying[-1] + 1
                break
        gone.append((old, place))
        known = old
    return tuple(gone)


def _moved(
    entries: Sequence[Entry], heirs: dict[int, tuple[int, ...]], several: set[int], base: Sequence[Entry]
) -> frozenset[int]:
    """Positions that are not on the heaviest chain that keeps the order of the base; the most words stay.

    Words count as in the base, so that writing in a paragraph never makes another one the moved one.
    """
    positions: list[int] = []
    order: list[int] = []
    for position, entry in enumerate(entries):
        for old in entry.came_from:
            if old not in several or position in heirs[old]:
                positions.append(position)
                order.append(old)
                break
    ordered = sorted(order)
    if ordered == order:
        return frozenset()
    first = next(at for at, (one, two) in enumerate(zip(order, ordered, strict=True)) if one != two)
    last = next(at for at in range(len(order) - 1, -1, -1) if order[at] != ordered[at])
    blocks = _blocks(list(zip(order[first : last + 1], positions[first : last + 1], strict=True)))
    ranks = {block[0]: rank for rank, block in enumerate(sorted(blocks))}
    pairs = [
        (ranks[block[0]], at, float(sum(1 + base[old].words for old, _ in block))) for at, block in enumerate(blocks)
    ]
    staying = {at for _, at in heaviest_chain(pairs)}
    return frozenset(position for at, block in enumerate(blocks) if at not in staying for _, position in block)


def _blocks(order: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Pairs (old, position) in runs that stand together on both sides: they stay or move as one.

    Parts of one split follow one another in a run of their own, in the order they have now.
    """
    rank = {pair: at for at, pair in enumerate(sorted(order))}
    blocks: list[list[tuple[int, int]]] = []
    for pair in order:
        if blocks and rank[blocks[-1][-1]] + 1 == rank[pair]:
            blocks[-1].append(pair)
        else:
            blocks.append([pair])
    return blocks
