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
    heirs: dict[int, list[int]] = {}
    for position, entry in enumerate(entries):
        for old in entry.came_from:
            heirs.setdefault(old, []).append(position)
    for old, positions in heirs.items():
        if len(positions) > 1:
            # The empty end of a split continues nothing; where all are empty the first does.
            written = [at for at in positions if entries[at].text.strip()]
            heirs[old] = written or positions[:1]
    moved = _moved(entries, heirs)
    found = Origins({old: tuple(positions) for old, positions in heirs.items()}, moved, ())
    gone = _gone(found, len(base))
    return Origins(found.heirs, moved, gone)


def _gone(found: Origins, count: int) -> tuple[tuple[int, int], ...]:
    gone = []
    place = 0
    for old in range(count):
        positions = found.heirs.get(old)
        if positions is None:
            gone.append((old, place))
            continue
        staying = [at for at in positions if at not in found.moved]
        place = staying[-1] + 1 if staying else place
    return tuple(gone)


def _moved(entries: Sequence[Entry], heirs: dict[int, list[int]]) -> frozenset[int]:
    """Positions that are not on the heaviest chain that keeps the order of the base; the most words stay."""
    order: list[tuple[int, int]] = []
    for position, entry in enumerate(entries):
        owned = [old for old in entry.came_from if position in heirs[old]]
        if owned:
            order.append((owned[0], position))
    ordered = sorted(order)
    if ordered == order:
        return frozenset()
    first = next(at for at, (one, two) in enumerate(zip(order, ordered, strict=True)) if one != two)
    last = next(at for at in range(len(order) - 1, -1, -1) if order[at] != ordered[at])
    window = order[first : last + 1]
    # Parts of one split keep an order of their own: each counts as a paragraph after the other.
    ranks = {pair: rank for rank, pair in enumerate(sorted(window))}
    pairs = [(ranks[pair], at, 1.0 + entries[pair[1]].words) for at, pair in enumerate(window)]
    staying = {window[at][1] for _, at in heaviest_chain(pairs)}
    return frozenset(position for _, position in window if position not in staying)
