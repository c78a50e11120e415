"""A paragraph that was gone and came back: its line goes on, though no step joins its two stretches.

It came back where it says the same but for brackets, its last mark and "also"; a long one also where few words differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from models.comparison.openings import ADDITIVE_WORDS
from models.dossier.lineage import NOBODY

if TYPE_CHECKING:
    from models.dossier.lineage import Known
    from models.draft import Draft

Stands = dict[str, tuple[int, ...]]
"""Where a paragraph stands: positions by the draft's id."""
Place = tuple[str, int]
Words = tuple[str, ...]
_LEAST = 4
"""Fewer words than these come back by chance."""
_LONG, _ALIKE = 12, 0.85
"""Of so many words as the first, so great a share must be the same where they are not all the same."""
_HEAD = 4
"""Among so many words from the start "also" follows from what stands around a paragraph."""


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
        self._words: dict[str, tuple[Words, ...]] = {}

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
                        yield from (
                            (later, (far, at)) for at in self._same(later, far) if self._is_gone((far, at), node)
                        )
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

    def _is_gone(self, place: Place, node: str) -> bool:
        """Whether what stood there no longer stands in any draft before this one."""
        onward = self._onward(place)
        return not any(parent in onward for parent in self._parents[node])

    def _same(self, place: Place, other: str) -> Iterator[int]:
        """The paragraph of another draft that says the same, else the one of which most words are the same."""
        words, others = self._of(place[0])[place[1]], self._of(other)
        if len(words) < _LEAST:
            return
        if words in others:
            yield others.index(words)
        elif len(words) >= _LONG:
            alike = [Indel.normalized_similarity(words, one, score_cutoff=_ALIKE) for one in others]
            if (most := max(alike, default=0.0)) >= _ALIKE:
                yield alike.index(most)

    def _of(self, node: str) -> tuple[Words, ...]:
        if node not in self._words:
            self._words[node] = tuple(_said(one.text) for one in self._draft(node).paragraphs)
        return self._words[node]


def _said(text: str) -> Words:
    """The words that count: without brackets and the last mark, "also" at the start and "and" at the end left out."""
    bare = text.replace("[", "").replace("]", "").rstrip(" ;,.:")
    for last in ("; and", ", and", "; or"):
        bare = bare.removesuffix(last)
    words = bare.split()
    head = [word for word in words[:_HEAD] if word.casefold() not in ADDITIVE_WORDS]
    head[:1] = [word.casefold() for word in head[:1]]
    return (*head, *words[_HEAD:])
