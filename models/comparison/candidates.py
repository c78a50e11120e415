"""Who could belong to a paragraph: the ranking a person chooses from when pairing by hand."""

from __future__ import annotations

from dataclasses import dataclass

from models.comparison.features import Weights, profile
from models.comparison.words import similarity, word_diff
from models.draft import Draft


@dataclass(frozen=True, slots=True)
class Candidate:
    """A paragraph of the other draft; `likeness` ranks, `similarity` is the share of equal words a person is shown."""

    position: int
    likeness: float
    similarity: float


def candidates(old: Draft, new: Draft, position: int, *, of_new: bool = False, most: int = 5) -> tuple[Candidate, ...]:
    """The likeliest partners of an old paragraph in the new draft (`of_new`: the other way), likeliest first.

    The likeness is the one the comparison itself goes by, from 0 to 1; paragraphs that share nothing are left out.
    """
    here, there = (new, old) if of_new else (old, new)
    one = profile(here.paragraphs[position].text)
    others = [profile(paragraph.text) for paragraph in there.paragraphs]
    weights = Weights([*(profile(paragraph.text) for paragraph in here.paragraphs), *others])
    ranked = sorted((-weights.dice(one, other), at) for at, other in enumerate(others) if not other.blank)
    text = here.paragraphs[position].text
    return tuple(
        Candidate(at, -less, similarity(word_diff(text, there.paragraphs[at].text)))
        for less, at in ranked[:most]
        if less < 0
    )
