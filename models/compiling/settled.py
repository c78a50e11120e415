"""Of which signs it is decided that a compilation has: those of a person's wish that is open no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set

from models.compiling.decided import Decided
from models.compiling.signs import At, Sign, goes_of
from models.proposals.proposal import Proposal


class Settled:
    """What of the proposals in some names goes with what was decided of others; `strikes` are signs that decided wishes
    take out of another's words, with the keys of these. What is in `before` is asked for no more."""

    def __init__(
        self, was: Mapping[str, Proposal], names: Mapping[str, Set[str]], decided: Decided, before: Set[str]
    ) -> None:
        self._was, self._names, self._decided, self._before = was, names, decided, before
        self.strikes: dict[Sign, list[str]] = {}
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

    def unask(self, items: Iterable[tuple[At, Mapping[str, Sign]]]) -> None:
        """Let what a compilation has, and came before wishes that are decided, stay in the names in which it is not.

        What several ask for in one name was looked at first; of one name, what is dated is a wish of its own.
        `items` are of signs as proposals have them: where that is, and all signs that are one with it, by names.
        """
        having: dict[tuple[Sign, str], list[At]] = {}
        for of, known in items if self._decided.when else ():
            for name, sign in known.items():
                if sign.asked:
                    having.setdefault((sign, name), []).append(of)
        for (sign, name), every in having.items():
            if len(self._names[sign.of[0]]) == 1 and any(key in self._decided.dated for key, _ in every):
                continue
            decided = [of for of in every if of[0] in self._decided.when]
            keys = [key for key, _ in decided]
            if keys and not any(key not in self._before and not self.of(key, keys) for key, _ in every):
                sign.names = sign.names - {name}
                if not sign.names:
                    sign.asked, sign.of = False, decided[0]

    def _taking_out(self, note: int | None, sign: Sign) -> Iterator[str]:
        """The decided wishes that take out all that a sign does: others may have cut it."""
        goes = goes_of(sign)
        for key, own in self._going.items() if goes.gone else ():
            if any(at == note and edit.start <= goes.start and goes.end <= edit.end for at, edit in own):
                yield key
