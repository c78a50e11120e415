"""A paragraph that was gone and came back, known by what it says: one rule for lineage and for drafts in columns.

It came back where it says the same but for brackets, its last mark and "also"; a long one also where few words differ.
A cell never does: "5" is a figure of its row, and says nothing of which row it was. Where a draft pairs it poorly with
what stands at its place, that pair gives way: of 1,300 true pairs of generated drafts, and of all those of the real
chains, none is lost so. Of what has no partner on either side more words may differ: of all that the real chains have,
the fourteen that share six tenths of their words or more are one paragraph each, and of the seven that share less one.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from models.comparison.words.openings import ADDITIVE_WORDS
from models.draft import Kind, Paragraph

Said = tuple[str, ...]
"""The words of a paragraph that count; none of a cell."""
WEIGHED = 250_000
"""So many pairs of what is gone and what may be it again are weighed, which takes a third of a second."""
_LEAST = 4
"""Fewer words than these come back by chance."""
LONG, _ALIKE = 12, 0.85
"""Of so many words as the first, so great a share must be the same where they are not all the same."""
LONE = 0.6
"""And so great a share of one that has no other partner and would be new."""
_POOR = 0.6
"""A pair of which so small a share of the words is the same gives way to what came back."""
_HEAD = 4
"""Among so many words from the start "also" follows from what stands around a paragraph."""


def said(paragraph: Paragraph) -> Said:
    """The words that count: without brackets and the last mark, "also" at the start and "and" at the end left out."""
    if paragraph.cell is not None:
        return ()
    bare = paragraph.text.replace("[", "").replace("]", "").rstrip(" ;,.:")
    for last in ("; and", ", and", "; or"):
        bare = bare.removesuffix(last)
    words = bare.split()
    head = [word for word in words[:_HEAD] if word.casefold() not in ADDITIVE_WORDS]
    head[:1] = [word.casefold() for word in head[:1]]
    return (*head, *words[_HEAD:])


def same_again(words: Said, others: Sequence[Said], least: float = _ALIKE) -> int | None:
    """Which of others says the same, else the one of which most words are the same, so many at the `least`; None where
    there is none."""
    if len(words) < _LEAST:
        return None
    if words in others:
        return others.index(words)
    if len(words) < LONG:
        return None
    alike = [Indel.normalized_similarity(words, one, score_cutoff=least) for one in others]
    return alike.index(most) if (most := max(alike, default=0.0)) >= least else None


def may_give_way(similarity: float, paragraph: Paragraph) -> bool:
    """Whether a paragraph paired with another one, so similar to it, may be one that came back instead.

    Lines of a masthead are known by what they are for; nobody should ask about pieces of a split or a merger.
    """
    return similarity < _POOR and paragraph.kind is not Kind.MASTHEAD
