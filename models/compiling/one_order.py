"""In which order what comes stands, where each file has some of it: each behind what it stands behind there."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def one_order(files: Iterable[Sequence[T]]) -> list[T]:
    """All that is in some of the sequences, each once, as the first has it; what a later one adds is set into that."""
    after: dict[T | None, T | None] = {None: None}
    for own in files:
        last = None if any(one in after for one in own) else next(reversed(after), None)
        for one in own:
            if one not in after:
                after[one], after[last] = after[last], one
            last = one
    found = []
    at = after[None]
    while at is not None:
        found.append(at)
        at = after[at]
    return found
