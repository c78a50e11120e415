"""Of which signs it is decided that a compilation has: those of a person's wish that is open no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from models.compiling.decided import Decided
from models.compiling.signs import Sign, goes_of
from models.proposals.proposal import Proposal


class Settled:
    """What of the proposals in some names goes with what was decided of others."""

    def __init__(self, was: Mapping[str, Proposal], names: Mapping[str, Set[str]], decided: Decided) -> None:
        self._was, self._names, self._decided = was, names, decided
        self._going = {
            key: [(was[key].place.note, edit) for edit in was[key].edits if edit.gone] for key in decided.when
        }

    def of(self, key: str, wishes: Iterable[str]) -> list[str]:
        """Those of some wishes that are decided for a proposal, too."""
        own = self._names[key]
        return [one for one in wishes if self._decided.settles(one, key) and not own.isdisjoint(self._names[one])]

    def left(self, key: str, sign: Sign, known: Mapping[str, Sign]) -> set[str]:
        """In which names a sign of a proposal is not decided; `known` are all that are one with it, by names."""
        wishes = [sign.of[0]] if sign.comes else self._taking_out(self._was[key].place.note, sign)
        return {name for name, one in known.items() if one is sign}.difference(
            *(self._names[one] for one in self.of(key, wishes))
        )

    def _taking_out(self, note: int | None, sign: Sign) -> Iterator[str]:
        """The decided wishes that take out all that a sign does: others may have cut it."""
        goes = goes_of(sign)
        for key, own in self._going.items() if goes.gone else ():
            if any(at == note and edit.start <= goes.start and goes.end <= edit.end for at, edit in own):
                yield key
