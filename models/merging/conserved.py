"""Whether each word that a side put in or took out stands in the answered text as often as the answers say.

Of a word of the base the merged text has as many as ours and theirs together made of it; where ours was answered, as
many as ours has or anything between the two. What stands otherwise was moved by a side, and asked about at one end of
its way alone: it would be lost by one answer and said twice by another. The paragraphs it went from and came to are
then tied, so that they are asked about as one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.draft.dates import ordinal
from models.merging.clusters import Positions, Sides, Tie
from models.merging.plan import Plan
from models.merging.sheet import Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.telling import telling_words

_CLAUSE = 4
"""So many words that went together are a clause; fewer are one where they are all that went, or all that came."""
_WIDE = 3
"""A word that came and went at more places than this tells nothing."""
_MOST = 60
"""So many paragraphs at most are asked about as one."""
Words = Counter[str]
_NOTHING: Words = Counter()
_Three = tuple[Positions, Positions, Positions]


@dataclass(frozen=True, slots=True)
class _Part:
    """Paragraphs that stand together or are gone: by the key of their row, or none; what each side has of them."""

    key: str
    places: _Three
    said: tuple[Words, Words, Words]

    def changed(self, word: str, now: Words) -> bool:
        """Whether a side put the word in or took it out here, or it stands otherwise `now` than on any side."""
        base, ours, theirs = self.said
        return not base[word] == ours[word] == theirs[word] == now[word]

    def is_all(self, words: set[str]) -> bool:
        """Whether some words are all that a side put in here, or all that it took out."""
        base = self.said[BASE]
        return any(
            changed and words.issuperset(changed)
            for side in (OURS, THEIRS)
            for changed in (self.said[side] - base, base - self.said[side])
        )


class Conserved:
    """What the three sides say where any of them changed it."""

    def __init__(self, plan: Plan, sheet: Sheet) -> None:
        self._sides, self._read = plan.sides, dict[tuple[int, int], Words]()
        self._rows = [row for row in sheet.rows if row.key and row.kind != "same"]
        self._gone = [(one.base, *one.stood) for one in plan.gone]
        self._asked = {row.key for row in sheet.rows if row.conflicts}

    @cached_property
    def _parts(self) -> Sequence[_Part]:
        found = [(row.key, (row.base, row.ours, row.theirs)) for row in self._rows]
        found += [("", places) for places in self._gone]
        return [_Part(key, places, self._three(places)) for key, places in found if not _is_apart(self._sides, places)]

    @cached_property
    def _all(self) -> tuple[Words, Words, Words]:
        """What each side has in all of them, each paragraph once: of one that was divided several are made."""
        found = Counter[str](), Counter[str](), Counter[str]()
        for side, words in enumerate(found):
            for at in {at for one in self._parts for at in one.places[side]}:
                words.update(self._words(side, at))
        return found

    def _three(self, places: _Three) -> tuple[Words, Words, Words]:
        base, ours, theirs = (self._sum(self._words(side, at) for at in its) for side, its in enumerate(places))
        return base, ours, theirs

    @staticmethod
    def _sum(words: Iterable[Words]) -> Words:
        found = Counter[str]()
        for one in words:
            found.update(one)
        return found

    def _words(self, side: int, at: int) -> Words:
        if (side, at) not in self._read:
            self._read[side, at] = Counter(telling_words(self._sides[side].draft.paragraphs[at].text))
        return self._read[side, at]

    def ties(self, answered: Mapping[str, Sheet]) -> Iterator[Tie]:
        """What is to be one question; `answered` are the text as ours and as theirs would have it."""
        for way, sheet in answered.items():
            now = self._now(sheet)
            together: dict[tuple[int, ...], set[str]] = defaultdict(set)
            for word in sorted(self._amiss(NAMES.index(way), now.values())):
                where = (n for n, one in enumerate(self._parts) if one.changed(word, now.get(one.key, _NOTHING)))
                together[tuple(where)].add(word)
            for numbers, words in together.items():
                parts = [self._parts[number] for number in numbers]
                if self._is_clause(parts, words):
                    yield from self._tie(parts)

    def _now(self, sheet: Sheet) -> Mapping[str, Words]:
        """What is said in a text, by the key of the row."""
        keys = {one.key for one in self._parts}
        return {
            row.key: self._sum(Counter(telling_words(sheet.lines[at].text(self._sides))) for at in row.merged)
            for row in sheet.rows
            if row.key in keys and row.merged
        }

    def _amiss(self, side: int, said: Iterable[Words]) -> set[str]:
        """The words, said once in the base, that do not stand as often as the answers say."""
        base, ours, theirs = self._all
        now = self._sum(said)
        own = ours if side == OURS else theirs
        found = set[str]()
        for word, many in base.items():
            if many == 1 and len(word) > 1 and not word.isdigit():  # a letter or a figure tells nothing
                ends = own[word], ours[word] + theirs[word] - many
                amiss = not min(ends) <= now[word] <= max(ends)
                if amiss and ordinal(word) is None and self._said[word] == 1:
                    found.add(word)
        return found

    @cached_property
    def _said(self) -> Words:
        """How often each word is said in the whole base."""
        return self._sum(Counter(telling_words(one.text)) for one in self._sides[BASE].draft.paragraphs)

    def _is_clause(self, parts: Sequence[_Part], words: set[str]) -> bool:
        """Whether words that came and went so are the same ones, and not by chance."""
        if len(words) >= _CLAUSE or len(parts) == 1:
            return True
        return (
            len(parts) <= _WIDE
            and any(one.key in self._asked for one in parts)
            and any(one.is_all(words) for one in parts)
        )

    def _tie(self, parts: Sequence[_Part]) -> Iterator[Tie]:
        base, ours, theirs = (
            tuple(sorted({at for one in parts for at in one.places[side]})) for side in (BASE, OURS, THEIRS)
        )
        if base and len(base) <= _MOST:
            yield Tie(base, (ours, theirs), rival=True)


def _is_apart(sides: Sides, places: _Three) -> bool:
    """Whether it is a line of the masthead or a cell of a table, which are asked about as such."""
    return any(
        at in side.roles or side.draft.paragraphs[at].cell is not None
        for side, its in zip(sides, places, strict=True)
        for at in its
    )
