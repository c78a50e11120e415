"""What came among "the preceding paragraphs" of another paragraph, or went from among them, while the words stayed.

All that stand before are meant, so that another of them is no other meaning and no change of that paragraph; it is told
where the one that came or went stands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from models.comparison.change import Change, Comparison
from models.comparison.references.preceding import FromHere, from_here_in, meant_from_here
from models.draft import Draft
from models.draft.mentions import may_refer

Told = Mapping[int, list[tuple[str, str]]]
"""By the position of a paragraph, the words of each reference that takes it in, and what its paragraph is called."""


def counted_among(comparison: Comparison, change: Change) -> tuple[tuple[str, str], ...]:
    """Of a paragraph that is new or gone, the words of each reference it is among, or was, and whose it is."""
    if change.old and change.new:
        return ()
    old, new = comparison.once(references_to_all)
    told, positions = (new, change.new) if change.new else (old, change.old)
    return tuple(dict.fromkeys(one for at in positions for one in told.get(at, ())))


def among_words(comparison: Comparison, change: Change) -> list[str]:
    """Each in a few words: "among “the preceding paragraphs” of OP7 now"."""
    found = counted_among(comparison, change)
    if change.new:
        return [f"among “{words}” of {label} now" for words, label in found]
    return [f"was among “{words}” of {label}" for words, label in found]


def references_to_all(comparison: Comparison) -> tuple[Told, Told]:
    """What such references of paragraphs that live on mean in the old draft, and in the new one."""
    drafts = comparison.old, comparison.new
    found: tuple[defaultdict[int, list[tuple[str, str]]], ...] = defaultdict(list), defaultdict(list)
    for change in comparison.changes:
        if len(change.old) != 1 or len(change.new) != 1:
            continue
        places = change.old[0], change.new[0]
        said = [_all_of(draft, at) for draft, at in zip(drafts, places, strict=True)]
        if not all(said) or [one[:3] for one in said[0]] != [one[:3] for one in said[1]]:
            continue
        label = change.new_labels[0] or "a paragraph without a number"
        for told, draft, at, ones in zip(found, drafts, places, said, strict=True):
            for one in ones:
                words = draft.paragraphs[at].text[one.start : one.end]
                for meant in meant_from_here(draft.paragraphs, at, one) or ():
                    told[meant].append((words, label))
    return found[0], found[1]


def _all_of(draft: Draft, at: int) -> list[FromHere]:
    """The references of a paragraph to all that stand before it, or after."""
    text = draft.paragraphs[at].text
    return [one for one in from_here_in(text) if not one.size] if may_refer(text) else []
