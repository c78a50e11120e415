"""Footnotes compared by what they say; their numbers only follow."""

from __future__ import annotations

from models.comparison.alignment import align
from models.comparison.change import FootnoteChange
from models.comparison.features import profile
from models.comparison.words import word_diff
from models.draft import Draft, Footnote


def compare_notes(old: Draft, new: Draft) -> tuple[FootnoteChange, ...]:
    """The changes of all footnotes of both drafts, in the order of the new one."""
    matching = align([profile(note.text) for note in old.footnotes], [profile(note.text) for note in new.footnotes])
    changes: list[FootnoteChange] = []
    gone = [at for at, partners in enumerate(matching.to_new) if not partners]
    for at, note in enumerate(new.footnotes):
        partners = matching.to_old[at]
        if not partners:
            changes.append(FootnoteChange("inserted", (), (note.id,), word_diff("", note.text)))
            continue
        if matching.to_new[partners[0]][0] != at:
            continue
        olds = tuple(old.footnotes[p] for p in partners)
        news = tuple(new.footnotes[p] for p in matching.to_new[partners[0]])
        while gone and gone[0] < partners[0]:
            changes.append(_deleted(old.footnotes[gone.pop(0)]))
        words = word_diff("\n".join(n.text for n in olds), "\n".join(n.text for n in news))
        equal = all(op == "equal" for op, _ in words)
        kind = "unchanged" if equal else "reworded"
        changes.append(FootnoteChange(kind, tuple(n.id for n in olds), tuple(n.id for n in news), words))
    changes += [_deleted(old.footnotes[at]) for at in gone]
    return tuple(changes)


def _deleted(note: Footnote) -> FootnoteChange:
    return FootnoteChange("deleted", (note.id,), (), word_diff(note.text, ""))
