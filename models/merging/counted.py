"""How often each word is said by the three sides, and in the merged text, where any of them changed it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.merging.clusters import Positions
from models.merging.plan import Plan
from models.merging.sheet import Line, Sheet
from models.merging.sides import BASE
from models.merging.telling import telling_words

Words = Counter[str]
Three = tuple[Positions, Positions, Positions]
NOTHING: Words = Counter()


@dataclass(frozen=True, slots=True)
class Part:
    """Paragraphs that stand together or are gone: by the key of their row, or none; what each side has of them."""

    key: str
    places: Three
    said: tuple[Words, Words, Words]

    def changed(self, word: str, now: Words) -> bool:
        """Whether a side put the word in or took it out here, or it stands otherwise `now` than on any side."""
        base, ours, theirs = self.said
        return not base[word] == ours[word] == theirs[word] == now[word]


class Counted:
    """What the three sides say where any of them changed it; `prose`: without tables and the masthead."""

    def __init__(self, plan: Plan, sheet: Sheet, prose: bool) -> None:
        self._sides, self._read, self._prose = plan.sides, plan.writer.counted, prose
        self._rows = [row for row in sheet.rows if row.key and row.kind != "same"]
        self._gone = [(one.base, *one.stood) for one in plan.gone]

    @cached_property
    def parts(self) -> Sequence[Part]:
        """All that any side changed."""
        found = [(row.key, (row.base, row.ours, row.theirs)) for row in self._rows]
        found += [("", places) for places in self._gone]
        return [Part(key, places, self.three(places)) for key, places in found if self._is_counted(places)]

    @cached_property
    def all(self) -> tuple[Words, Words, Words]:
        """What each side has in all of them, each paragraph once: of one that was divided several are made."""
        found = Counter[str](), Counter[str](), Counter[str]()
        for side, words in enumerate(found):
            for at in {at for one in self.parts for at in one.places[side]}:
                words.update(self._words(side, at))
        return found

    def three(self, places: Three) -> tuple[Words, Words, Words]:
        """What each side says in some paragraphs."""
        base, ours, theirs = (summed(self._words(side, at) for at in sorted({*its})) for side, its in enumerate(places))
        return base, ours, theirs

    def _words(self, side: int, at: int) -> Words:
        if (side, at) not in self._read:
            self._read[side, at] = Counter(telling_words(self._sides[side].draft.paragraphs[at].text))
        return self._read[side, at]

    @cached_property
    def said(self) -> Words:
        """How often each word is said in the whole base."""
        return summed(self._words(BASE, at) for at in range(len(self._sides[BASE].draft.paragraphs)))

    def is_once(self, word: str) -> bool:
        """Whether the base says a word once, and no side more often: where a side has it elsewhere, it went there."""
        unchanged = self.said[word] - self.all[BASE][word]
        return self.said[word] == 1 and all(unchanged + side[word] <= 1 for side in self.all)

    def now(self, sheet: Sheet) -> Mapping[str, Words]:
        """What is said in a text, by the key of the row."""
        keys = {one.key for one in self.parts}
        return {
            row.key: summed(self._line(sheet.lines[at]) for at in row.merged)
            for row in sheet.rows
            if row.key in keys and row.merged
        }

    def _line(self, line: Line) -> Words:
        return self._words(*line.whole) if line.whole is not None else Counter(telling_words(line.text(self._sides)))

    def _is_counted(self, places: Three) -> bool:
        return not self._prose or not any(
            at in side.roles or side.draft.paragraphs[at].cell is not None
            for side, its in zip(self._sides, places, strict=True)
            for at in its
        )


def summed(words: Iterable[Words]) -> Words:
    """Words counted at several places, as one count, which nobody changes."""
    counts = [*words]
    if len(counts) == 1:
        return counts[0]
    found = Counter[str]()
    for one in counts:
        found.update(one)
    return found
