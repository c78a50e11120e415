"""Which ends of paragraphs there are in the text of an author, without going through the text for each of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from models.proposals.woven.atoms import Atom


class Ends:
    """The ends of paragraphs in the text of one author, by their places among the atoms.

    `staying` are those of the base, and to be shared; of them the author takes out `gone`, by their places in
    `staying`. `own` the author puts in. `touched` are all whose paragraph may be another for this author.
    """

    def __init__(self, staying: Sequence[int]) -> None:
        self._staying = staying
        self.own: list[int] = []
        self.gone: list[int] = []
        self.taken: list[int] = []  # places of all ends that the author takes out, of what others put in too
        self.touched: set[int] = set()
        self._after: dict[int, int] | None = None
        self._before: dict[int, int] = {}

    def at(self, place: int) -> int | None:
        """The place of the first end at a place or after it."""
        after, _ = self._passing()
        base = bisect_left(self._staying, place)
        base = after.get(base, base)
        own = bisect_left(self.own, place)
        found = [*self._staying[base : base + 1], *self.own[own : own + 1]]
        return min(found, default=None)

    def before(self, place: int) -> int:
        """The place of the last end before a place; -1 where there is none."""
        _, before = self._passing()
        base = bisect_left(self._staying, place) - 1
        base = before.get(base, base)
        own = bisect_left(self.own, place) - 1
        return max(self._staying[base] if base >= 0 else -1, self.own[own] if own >= 0 else -1)

    def lasts(self) -> list[int]:
        """The places of the ends of all paragraphs that may be others, in order."""
        found = {self.at(place) for place in self.touched} | {self.at(place + 1) for place in self.own}
        return sorted(place for place in found if place is not None)

    def _passing(self) -> tuple[dict[int, int], dict[int, int]]:
        """From each end of the base that goes, the nearest that stays, after it and before it."""
        if self._after is None:
            self._after = {}
            for one in reversed(self.gone):
                self._after[one] = self._after.get(one + 1, one + 1)
            for one in self.gone:
                self._before[one] = self._before.get(one - 1, one - 1)
        return self._after, self._before


def ends_by_author(
    atoms: Sequence[Atom], author: Callable[[int], str], changed: dict[int, list[int]]
) -> dict[str | None, Ends]:
    """The ends of each author who changes any, and of all others (None); `changed` are changes of kinds, by rank."""
    staying = [place for place, atom in enumerate(atoms) if atom.ends and not atom.adds]
    found: dict[str | None, Ends] = {None: Ends(staying)}

    def of(name: str) -> Ends:
        return found.get(name) or found.setdefault(name, Ends(staying))

    base = 0
    for place, atom in enumerate(atoms):
        if not atom.ends:
            continue
        makers, takers = {author(n) for n in atom.adds}, {author(n) for n in atom.takes}
        for name in takers:
            of(name).taken.append(place)
            if not makers:
                of(name).gone.append(base)
                of(name).touched.add(place)
        for name in makers:
            one = of(name)
            if len(makers) == 1 and name not in takers:
                one.own.append(place)
                one.touched.add(place)
        for number in changed.get(atom.rank, ()):
            of(author(number)).touched.add(place)
        base += not makers
    return found
