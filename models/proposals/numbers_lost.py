"""Typed numbers of a returned file that no proposal holds: a proposal holds words, and numbers are counted."""

from __future__ import annotations

from collections.abc import Iterable

from models.draft import Draft
from models.draft.numbering import counted_anew
from models.reading.reading import Reading


def numbers_lost(base: Draft, sent: Reading, taken: Draft) -> tuple[int, ...]:
    """In which paragraphs of a text as sent a number was typed, or struck, that all proposals together do not give.

    `taken` is the base with all of them. What they give is counted anew where the base is as it would be counted.
    """
    if len(taken.paragraphs) != len(sent.draft.paragraphs):
        return ()
    found = _otherwise(sent.draft, taken, range(len(taken.paragraphs)))
    if found and counted_anew(base) == base:
        found = _otherwise(sent.draft, counted_anew(taken), found)
    if not found or sent.package is None:
        return ()
    from models.word.redlining.left_to_lists import left_to_lists

    listed = left_to_lists(sent.package, sent.origins)
    return tuple(at for at in found if at not in listed)


def _otherwise(one: Draft, other: Draft, places: Iterable[int]) -> list[int]:
    return [at for at in places if one.paragraphs[at].number != other.paragraphs[at].number]
