"""A paragraph that was gone and came back word for word: its line goes on, though no step joins its two stretches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from models.dossier.lineage import NOBODY

if TYPE_CHECKING:
    from models.dossier.lineage import Known
    from models.draft import Draft

Stands = dict[str, tuple[int, ...]]
"""Where a paragraph stands: positions by the draft's id."""
Place = tuple[str, int]
_LEAST = 4
"""Fewer words than these come back by chance."""


class Returns:
    """Finds what came back in the drafts of a dossier, whose ids and parents are given oldest first."""

    def __init__(
        self,
        parents: Mapping[str, Sequence[str]],
        draft: Callable[[str], Draft],
        between: Callable[[str, str], Known],
        onward: Callable[[Place], Stands],
    ) -> None:
        self._parents, self._draft, self._between, self._onward = parents, draft, between, onward
        self._words: dict[str, tuple[str, ...]] = {}

    def join(self, stands: Stands) -> dict[Place, Place]:
        """Where the paragraph came back, and from where; `stands` grows by the stretches that are joined so."""
        joined: dict[Place, Place] = {}
        while (found := next(self._found(stands, joined), None)) is not None:
            later, earlier = found
            joined[later] = earlier
            for place in found:
                stands.setdefault(place[0], (place[1],))
                for node, positions in self._onward(place).items():
                    stands.setdefault(node, positions)
        return joined

    def _found(self, stands: Stands, joined: Mapping[Place, Place]) -> Iterator[tuple[Place, Place]]:
        """Where it begins and stood in a draft further back; where it is gone and stands in a draft further on."""
        for node in self._parents:
            above = self._above(node)
            # Where a draft before has it still, whatever stands there is another one.
            if not above or any(parent in stands for parent in self._parents[node]):
                continue
            if node in stands:
                begins = ((node, at) for at in stands[node] if (node, at) not in joined and self._is_new(node, at))
                for later in begins:
                    for far in (one for one in above if one not in stands):
                        yield from ((later, (far, at)) for at in self._same(later, far))
            else:
                last = next(((far, at) for far in above if far in stands for at in stands[far]), None)
                if last is not None:
                    yield from (((node, at), last) for at in self._same(last, node) if self._is_new(node, at))

    def _above(self, node: str) -> list[str]:
        """Its ancestors beyond its parents, the latest first."""
        every, seen = list(self._parents), set(self._parents[node])
        for one in reversed(every[: every.index(node)]):
            if one in seen:
                seen.update(self._parents[one])
        return [one for one in reversed(every) if one in seen and one not in self._parents[node]]

    def _is_new(self, node: str, at: int) -> bool:
        """Whether no parent has it, and no hand said that it is new."""
        known = [self._between(parent, node) for parent in self._parents[node]]
        return not any(edge.new == at for one in known for edge in one.edges) and not any(
            edge.new == at and edge.old == NOBODY for one in known for edge in one.apart
        )

    def _same(self, place: Place, other: str) -> Iterator[int]:
        """The paragraphs of another draft that read the same, but for their last marks."""
        words = self._of(place[0])[place[1]]
        if len(words.split()) >= _LEAST and words in (others := self._of(other)):
            yield others.index(words)

    def _of(self, node: str) -> tuple[str, ...]:
        if node not in self._words:
            self._words[node] = tuple(_without_last_mark(one.text) for one in self._draft(node).paragraphs)
        return self._words[node]


def _without_last_mark(text: str) -> str:
    bare = " ".join(text.split()).rstrip(" ;,.:")
    for last in ("; and", ", and", "; or"):
        bare = bare.removesuffix(last)
    return bare
