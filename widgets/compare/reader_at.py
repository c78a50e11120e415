"""Where a reader is among drafts, to be there again where they are shown another way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from models.draft import Draft


@dataclass(frozen=True)
class ReaderAt:
    """A paragraph in some of the drafts that are shown: which draft, and the position there, the nearest first.

    It is `chosen`, or only the first that is in sight.
    """

    drafts: tuple[Draft, ...]
    places: tuple[tuple[int, int], ...]
    chosen: bool

    def among(self, drafts: Sequence[Draft]) -> Iterator[tuple[int, int]]:
        """The same places where these drafts are shown, fewer or more of them; none where others are."""
        were, are = [id(draft) for draft in self.drafts], [id(draft) for draft in drafts]
        if set(were) <= set(are) or set(are) <= set(were):
            yield from ((are.index(were[draft]), at) for draft, at in self.places if were[draft] in are)
