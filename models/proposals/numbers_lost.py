"""Typed numbers of a returned file that no proposal holds: a proposal holds words, and numbers are counted."""

from __future__ import annotations

from collections.abc import Sequence

from models.draft import Draft
from models.draft.numbering import counted_anew
from models.proposals.applying import applied
from models.proposals.proposal import Proposal
from models.reading.reading import Reading


def numbers_lost(base: Draft, sent: Reading, proposals: Sequence[Proposal]) -> tuple[int, ...]:
    """In which paragraphs of a text as sent a number was typed, or struck, that all proposals together do not give.

    What they give is counted anew where the base is as it would be counted.
    """
    taken = applied(base, proposals)
    given = [taken, counted_anew(taken)] if counted_anew(base) == base else [taken]
    if any(len(one.paragraphs) != len(sent.draft.paragraphs) for one in given):
        return ()
    found = [
        at
        for at, paragraph in enumerate(sent.draft.paragraphs)
        if paragraph.number not in [one.paragraphs[at].number for one in given]
    ]
    if not found or sent.package is None:
        return ()
    from models.word.redlining.left_to_lists import left_to_lists

    listed = left_to_lists(sent.package)
    return tuple(at for at in found if at not in listed)
