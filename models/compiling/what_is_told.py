"""What is told of a compiled file: whose changes alone are exact, what cannot all be had, and what is not in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from models.compiling.clashes import clashes
from models.compiling.compilation import Compilation, typed_numbers
from models.compiling.each_alone import each_alone
from models.compiling.joint_wishes import joined
from models.compiling.set_elsewhere import set_elsewhere
from models.compiling.wishes import not_in_the_file
from models.draft import Draft
from models.proposals.proposal import Proposal
from models.reading.reading import Origin
from models.telling.sentences import listed


@dataclass(frozen=True)
class Told:
    """Names of those whose changes alone are what they ask for; `cannot` are sentences without their stops."""

    exact: tuple[str, ...]
    cannot: tuple[str, ...]

    @property
    def verified(self) -> str:
        """What was verified of each alone, "" where there is nothing."""
        if not self.exact:
            return ""
        asks = "each asks" if len(self.exact) > 1 else "it asks"
        named = listed([f"“{one}”" for one in self.exact])
        return f"The changes of {named}, taken alone: what {asks} for"


def what_is_told(
    draft: Draft,
    wishes: Mapping[str, Sequence[Proposal]],
    compiled: Compilation,
    data: bytes,
    *,
    base: bytes | None = None,
    origins: Sequence[Origin] = (),
    as_typed: Collection[str] = (),
    progress: Callable[[float], None] = lambda _: None,
) -> Told:
    """What is told of wishes on a draft in `data`: the file of a compilation on `base` as it leaves.

    `as_typed` are the names of those who are known to have left the numbers of their files as they were typed.
    """
    exact, unlike = each_alone(
        data, draft, wishes.items(), base=base, origins=origins, as_typed=as_typed, progress=progress
    )
    typed = typed_numbers(draft, base)
    lost = {name: not_in_the_file(draft, name, own, typed) for name, own in wishes.items()}
    found = clashes(draft, joined(draft, wishes))
    twice = set_elsewhere(draft, wishes, compiled.taken, found)
    told = [*found, *twice, *compiled.clashes, *(one for one in unlike if not lost[one.name])]
    missing = (line for lines in lost.values() for line in lines)
    return Told(tuple(one for one in exact if not lost[one]), (*map(str, told), *missing))
