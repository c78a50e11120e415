"""What a paragraph could be on the other side: the engine's own ranking, for pairing by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from models.comparison.aligning.weights import Weights
from models.comparison.change import Comparison
from models.comparison.words.features import Profile
from models.comparison.words.plain import similarity, word_diff

_LEAST = 0.02
"""With less in common nothing is offered."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph of the other side; `similarity` is that of the words, `free` says that nothing is paired with it."""

    position: int
    similarity: float
    free: bool


def candidates(comparison: Comparison, position: int, *, old: bool = True, most: int = 5) -> tuple[Candidate, ...]:
    """The likeliest partners of a paragraph of the old draft (or of the new one), the likeliest first.

    They are ranked as the alignment ranks them, by the rare words they share; paragraphs that are paired already come
    too, for a pair may be wrong.
    """
    sides = comparison.old.paragraphs, comparison.new.paragraphs
    profiles = [[Profile(paragraph.text) for paragraph in side] for side in sides]
    weights = Weights([*profiles[0], *profiles[1]])
    this, others = profiles[0 if old else 1][position], profiles[1 if old else 0]
    ranked = sorted(
        ((-weights.dice(this, other), at) for at, other in enumerate(others) if not other.blank and not this.blank)
    )
    text, texts = sides[0 if old else 1][position].text, sides[1 if old else 0]
    free = _free(comparison, old)
    return tuple(
        Candidate(at, round(similarity(word_diff(text, texts[at].text)), 4), at in free)
        for likeness, at in ranked[:most]
        if -likeness >= _LEAST
    )


def _free(comparison: Comparison, old: bool) -> frozenset[int]:
    """Positions of the other side that have no partner."""
    alone: Sequence[tuple[int, ...]] = [
        change.new if old else change.old for change in comparison.changes if not (change.old and change.new)
    ]
    return frozenset(at for positions in alone for at in positions)
