"""What was changed without tracking in words that others put in, told as a reader finds it there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.comparison.compare import compare
from models.draft import Draft, labels
from models.proposals.laid.applying import applied
from models.proposals.proposal import Proposal
from models.proposals.untracked.asked_here import families
from models.proposals.untracked.untracked import Untracked, sentence, untracked


def told_of_amending(draft: Draft, cut: Iterable[Proposal], amending: Sequence[Proposal]) -> list[Untracked]:
    """What was changed by hand in what others put in, told as it stands beside the draft with that.

    `cut` is what they ask for, cut where some of that amends it.
    """
    found: list[Untracked] = []
    for family in families([*cut]):
        text, at = applied(draft, family), family[0].place.first
        here = [name or f"paragraph {n + 1}" for n, name in enumerate(labels(draft))][at : at + 1]
        label = f"a new paragraph {f'before {here[0]}' if here else 'at the end'}"
        if family[0].kind != "insert":
            (label,) = here
        for own in _by_paragraph(family, amending):
            beside = compare(text, applied(draft, [*family, *own]))
            for each in untracked(beside):
                said = sentence("reworded", False, label, each.words)
                found.append(replace(each, label=label, sentence=said, against=beside, made=tuple(own)))
    return found


def _by_paragraph(family: Sequence[Proposal], amending: Iterable[Proposal]) -> Iterable[list[Proposal]]:
    """What amends one that puts in paragraphs, or what amends that already, paragraph by paragraph."""
    by_key = {one.key: one for one in family}
    ends = sorted(edit.rank for edit in family[0].edits if edit.ends_come)
    found: dict[int, list[Proposal]] = {}
    for one in amending:
        if one.against in by_key:
            struck = (by_key[one.against].edits[n] for n in one.strikes)
            first = min(edit.rank for edit in (*one.edits, *struck))
            found.setdefault(bisect_left(ends, first), []).append(one)
    return found.values()


def told_of_typed(draft: Draft, tracked: Sequence[Proposal], typed: Sequence[Proposal]) -> list[Untracked]:
    """What was typed among what others put in `tracked`, all of it on a draft."""
    roots = {one.key: root[0].key for root in families([*tracked]) for one in root}
    hosts = {roots[one.against] for one in typed if one.against in roots}
    found = told_of_amending(draft, [one for one in tracked if roots[one.key] in hosts], typed)
    for one in typed:
        if one.against not in roots:
            beside = compare(draft, applied(draft, [one]))
            found += (replace(each, against=beside, made=(one,)) for each in untracked(beside))
    return found
