"""Paragraphs that one side cut short and moved so that little is left: for the comparison one is gone and one is new.

Where the other side left the paragraph as it was that is true enough. Where it deleted it, too, or reworded, moved or
bracketed it, what came back is what became of it, and it is asked with that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from models.comparison.change import Comparison
from models.draft import Kind
from models.merging.brackets_across import inside_brackets
from models.merging.clusters import Positions, Sides, Tie
from models.merging.sides import BASE, OURS, THEIRS, alike
from models.merging.telling import telling_words

_OF_NEW, _OF_OLD = 0.6, 0.25
"""Such shares of the telling words of the new paragraph, and of the old one, are the same."""
_LEAST, _OWN = 4, 2
"""So many they are at least, and so many of them are said nowhere else in the base."""
_KINDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.TEXT})


def come_back(comparisons: tuple[Comparison, Comparison], sides: Sides) -> Iterator[Tie]:
    """The paragraphs of the base that a side deleted and has again, with what it has, where the other touched them."""
    each = [{at: one for one in whole.changes for at in one.old} for whole in comparisons]
    again = [_again(whole, sides) for whole in comparisons]
    held = [inside_brackets(side.draft, side.brackets) if any(again) else set[int]() for side in sides]
    for old in sorted(again[0].keys() | again[1].keys()):
        there = [again[side].get(old, ()) for side in (0, 1)]
        for side, other in ((OURS, THEIRS), (THEIRS, OURS)):
            news = each[other - 1][old].new
            as_it_was = (
                each[other - 1][old].old == (old,)
                and len(news) == 1
                and not each[other - 1][old].moved
                and alike(sides[BASE], old, sides[other], news[0])
                and (old in held[BASE]) == (news[0] in held[other])
            )
            if there[side - 1] and not as_it_was:
                yield Tie((old,), (there[0], there[1]), rival=True)
                break


def _again(comparison: Comparison, sides: Sides) -> Mapping[int, Positions]:
    """What each paragraph became that is gone for the comparison, where it became anything."""
    paragraphs = comparison.old.paragraphs, comparison.new.paragraphs
    gone = [one.old[0] for one in comparison.changes if len(one.old) == 1 and not one.new]
    new = [one.new[0] for one in comparison.changes if len(one.new) == 1 and not one.old]
    gone, new = (
        [at for at in places if its[at].kind in _KINDS and its[at].cell is None]
        for places, its in zip((gone, new), paragraphs, strict=True)
    )
    if not gone or not new:
        return {}
    many = Counter(word for one in paragraphs[0] for word in {*telling_words(one.text)})
    said = {at: telling_words(paragraphs[1][at].text) for at in new}
    having: dict[str, list[int]] = defaultdict(list)
    for at, words in said.items():
        for word in {*words}:
            if many[word] == 1 and not word.isdigit():
                having[word].append(at)
    likely: list[tuple[int, int, int]] = []
    for old in gone:
        words = telling_words(paragraphs[0][old].text)
        own = Counter(at for word in {*words} for at in having.get(word, ()))
        for at in (at for at, count in own.items() if count >= _OWN):
            shared = (Counter(words) & Counter(said[at])).total()
            if shared >= max(_LEAST, _OF_NEW * len(said[at]), _OF_OLD * len(words)):
                likely.append((-shared, old, at))
    found: dict[int, Positions] = {}
    for _, old, at in sorted(likely):
        if old not in found and (at,) not in found.values():
            found[old] = (at,)
    return found
