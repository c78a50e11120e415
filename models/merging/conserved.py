"""Whether each word that a side put in or took out stands in the answered text as often as the answers say.

Of a word of the base the merged text has as many as ours and theirs together made of it; where ours was answered, as
many as ours has or anything between the two. What stands otherwise was moved by a side, and asked about at one end of
its way alone: it would be lost by one answer and said twice by another. The paragraphs it went from and came to are
then tied, so that they are asked about as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from models.draft.dates import ordinal
from models.merging.clusters import Tie
from models.merging.counted import NOTHING, Counted, Part, Words, summed
from models.merging.plan import Plan
from models.merging.sheet import Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS

CLAUSE = 4
"""So many words that went together are a clause; fewer are one where they are all that went, or all that came."""
WIDE = 3
"""A word that came and went at more places than this tells nothing."""
_MOST = 60
"""So many paragraphs at most are asked about as one."""


class Conserved:
    """What is to be asked as one, since words would be lost or said twice."""

    def __init__(self, plan: Plan, sheet: Sheet) -> None:
        self._counted = Counted(plan, sheet, prose=True)
        self._asked = {row.key for row in sheet.rows if row.conflicts}

    def ties(self, answered: Mapping[str, Sheet]) -> Iterator[Tie]:
        """What is to be one question; `answered` are the text as ours and as theirs would have it."""
        for way, sheet in answered.items():
            now = self._counted.now(sheet)
            together: dict[tuple[int, ...], set[str]] = defaultdict(set)
            for word in sorted(self._amiss(NAMES.index(way), now.values())):
                where = (n for n, one in enumerate(self._counted.parts) if one.changed(word, now.get(one.key, NOTHING)))
                together[tuple(where)].add(word)
            for numbers, words in together.items():
                parts = [self._counted.parts[number] for number in numbers]
                if self._is_clause(parts, words):
                    yield from self._tie(parts)

    def _amiss(self, side: int, said: Iterable[Words]) -> set[str]:
        """The words, said once in the base, that do not stand as often as the answers say."""
        base, ours, theirs = self._counted.all
        now = summed(said)
        own = ours if side == OURS else theirs
        found = set[str]()
        for word, many in base.items():
            if many == 1:
                ends = own[word], ours[word] + theirs[word] - many
                amiss = not min(ends) <= now[word] <= max(ends)
                if amiss and self._counted.said[word] == 1 and is_known(word):
                    found.add(word)
        return found

    def _is_clause(self, parts: Sequence[Part], words: set[str]) -> bool:
        """Whether words that came and went so are the same ones, and not by chance."""
        if len(words) >= CLAUSE or len(parts) == 1:
            return True
        return (
            len(parts) <= WIDE
            and any(one.key in self._asked for one in parts)
            and any(_is_all(one.said, words) for one in parts)
        )

    def _tie(self, parts: Sequence[Part]) -> Iterator[Tie]:
        base, ours, theirs = (
            tuple(sorted({at for one in parts for at in one.places[side]})) for side in (BASE, OURS, THEIRS)
        )
        if base and len(base) <= _MOST:
            yield Tie(base, (ours, theirs), rival=True)


def is_known(word: str) -> bool:
    """Whether a word is known again where it went: a letter or a figure, be it in words, is not."""
    return len(word) > 1 and not word.isdigit() and ordinal(word) is None


def _is_all(said: tuple[Words, Words, Words], words: set[str]) -> bool:
    """Whether some words are all that a side put in at a place, or all that it took out; `said` are the three texts."""
    base = said[BASE]
    return any(
        changed and words.issuperset(changed)
        for side in (OURS, THEIRS)
        for changed in (said[side] - base, base - said[side])
    )
