"""Where a paragraph stands among others: what only reads otherwise stays there, what comes back has its own place."""

from __future__ import annotations

import pytest

from models.dossier.rows.ranks import Ranks, base_rank
from models.draft import Kind, Paragraph, Run
from models.editing.edit import Entry, Splice

_BASE = 4
_NEW, _ELSEWHERE = 9, 3


def entry(key: int, words: str = "Words;") -> Entry:
    return Entry(key, Paragraph(Kind.OPERATIVE, (Run(words),)))


def begun() -> tuple[Ranks, list[Entry]]:
    """Four paragraphs of a base: a new one behind the first, and the last stands before the third, not by its rank."""
    ranks, entries = Ranks(map(base_rank, range(_BASE)), _BASE), [entry(key) for key in range(_BASE)]
    for splice in (
        Splice(3, (entries[3],), ()),
        Splice(1, (), (entry(_NEW),)),
        Splice(3, (), (entries[_ELSEWHERE],)),
    ):
        ranks.follow(splice)
        entries[splice.start : splice.start + len(splice.old)] = splice.new
    assert [one.key for one in entries] == [0, _NEW, 1, _ELSEWHERE, 2]
    return ranks, entries


@pytest.mark.parametrize("at", range(5))
def test_other_words_alone_are_put_where_the_paragraph_stands(at: int) -> None:
    ranks, entries = begun()
    others, _ = begun()
    old, new = entries[at], entry(entries[at].key, "Other words;")
    # The same with a paragraph beside it that stays as it is.
    first = max(0, at - 1)
    beside = tuple(entries[first:at]) or ()
    behind = () if beside else (entries[at + 1],)
    known = others.follow(Splice(first, (*beside, old, *behind), (*beside, new, *behind)))
    assert ranks.follow(Splice(at, (old,), (new,))) == known
    assert list(known.values()) == [new]
    assert ranks.follow(Splice(at, (new,), (new,))) == {}
    assert ranks.follow(Splice(at, (new,), (old,))) == {next(iter(known)): old}


def test_a_paragraph_of_the_base_has_its_own_rank_again_where_that_fits() -> None:
    ranks, entries = begun()
    moved = entries[3]
    assert moved.key == _ELSEWHERE
    # What stood behind it goes: its own rank is in order again, and it has it as soon as anything of it changes.
    ranks.follow(Splice(4, (entries[4],), ()))
    new = entry(_ELSEWHERE, "Other words;")
    changed = ranks.follow(Splice(3, (moved,), (new,)))
    assert changed[base_rank(_ELSEWHERE)] == new
    assert [one for rank, one in changed.items() if rank != base_rank(_ELSEWHERE)] == [None]
