"""Footnotes compared by what they say; their numbers only follow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from models.comparison.alignment import align
from models.comparison.change import FootnoteChange, Pair
from models.comparison.features import profile
from models.comparison.words import word_diff
from models.draft import Draft, Footnote

Group = tuple[tuple[int, ...], tuple[int, ...]]


def compare_notes(old: Draft, new: Draft, groups: Sequence[Group] = ()) -> tuple[FootnoteChange, ...]:
    """The changes of all footnotes of both drafts, in the order of the new one.

    Notes that say the same belong together, first those cited at the same place (`groups` are the paragraphs that
    belong together): so one "Ibid." is told from another. Notes that say other things at the same place are reworded.
    """
    profiles = [profile(note.text) for note in old.footnotes], [profile(note.text) for note in new.footnotes]
    places = list(_same_place(old, new, groups))
    equal = [Pair(i, j) for i, j in places if profiles[0][i].key == profiles[1][j].key]
    matching = align(*profiles, _once(equal), whole=True)
    for i, j in places:
        if not matching.to_new[i] and not matching.to_old[j]:
            matching.pair((i,), (j,))
    changes: list[FootnoteChange] = []
    gone = [at for at, partners in enumerate(matching.to_new) if not partners]
    for at, note in enumerate(new.footnotes):
        partners = matching.to_old[at]
        if not partners:
            changes.append(FootnoteChange("inserted", (), (note.id,), word_diff("", note.text)))
            continue
        before = old.footnotes[partners[0]]
        while gone and gone[0] < partners[0]:
            changes.append(_deleted(old.footnotes[gone.pop(0)]))
        words = word_diff(before.text, note.text)
        kind = "unchanged" if all(op == "equal" for op, _ in words) else "reworded"
        changes.append(FootnoteChange(kind, (before.id,), (note.id,), words))
    changes += [_deleted(old.footnotes[at]) for at in gone]
    return tuple(changes)


def _same_place(old: Draft, new: Draft, groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Positions of notes cited as the first, second... of paragraphs that belong together and cite as many."""
    at_old = {note.id: at for at, note in enumerate(old.footnotes)}
    at_new = {note.id: at for at, note in enumerate(new.footnotes)}
    for olds, news in groups:
        cited = [note for at in olds for note in old.paragraphs[at].footnotes]
        cites = [note for at in news for note in new.paragraphs[at].footnotes]
        if len(cited) == len(cites):
            for one, two in zip(cited, cites, strict=True):
                if one in at_old and two in at_new:
                    yield at_old[one], at_new[two]


def _once(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs without those that take a note a second time: a source may be cited again."""
    kept: list[Pair] = []
    olds: set[int] = set()
    news: set[int] = set()
    for pair in pairs:
        if pair.old not in olds and pair.new not in news:
            kept.append(pair)
            olds.add(pair.old)
            news.add(pair.new)
    return kept


def _deleted(note: Footnote) -> FootnoteChange:
    return FootnoteChange("deleted", (note.id,), (), word_diff(note.text, ""))
