"""What a splice may change beside the words: who stands where, numbers and labels, and what references mean."""

from __future__ import annotations

from models.draft import Kind
from models.editing.edit import Entry, Splice


def same_keys(splice: Splice) -> bool:
    """Whether the same paragraphs stand there in the same order."""
    old, new = splice.old, splice.new
    return len(old) == len(new) and [entry.key for entry in old] == [entry.key for entry in new]


def counts_otherwise(splice: Splice) -> tuple[bool, bool]:
    """Whether numbers and labels may be others, and whether a reference may mean another paragraph."""
    old, new = splice.old, splice.new
    if splice.words_alone and new[0].paragraph.kind is not Kind.ANNEX:
        return False, False
    if len(old) != len(new):
        return True, True
    structure = standing = False
    for one, two in zip(old, new, strict=True):
        if one is not two:
            before, now = one.paragraph, two.paragraph
            # Compared one by one: made into tuples they take several times as long.
            same = (
                before.kind is now.kind
                and before.level == now.level
                and before.number == now.number
                and before.set_label == now.set_label
            )
            standing = standing or not same or one.key != two.key
            structure = structure or not same or one.printed != two.printed or _own_name(one) != _own_name(two)
    return structure, standing


def _own_name(entry: Entry) -> object:
    """An annex is named by its words, a section known by its key."""
    kind = entry.paragraph.kind
    return entry.paragraph.text if kind is Kind.ANNEX else entry.key if kind is Kind.SECTION else ""
