"""How often each word is said by the three sides, and in the merged text, where any of them changed it.

Where all is counted, some words in a row are counted as one, too, and notes: they are known again however often each
word of them is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from models.merging.pairs.clusters import Positions
from models.merging.plan import Plan
from models.merging.sheet import Line, Sheet
from models.merging.sides import BASE
from models.reading.openings import opening

Words = Counter[str]
Three = tuple[Positions, Positions, Positions]
NOTHING: Words = Counter()
RUN = 3
"""So many telling words in a row are counted as one, with a space between two of them."""
_NOTE = "\0"
"""What stands for a note begins so; its key follows."""


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
        self._telling = plan.writer.telling
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
        one = self._sides[side].draft.paragraphs[at]
        return self._count(one.text, map(self._sides[side].key, one.footnotes))

    def _count(self, text: str, notes: Iterable[str]) -> Words:
        key = text, None if self._prose else tuple(notes)
        if key not in self._read:
            words = self._telling(text)
            said = words if key[1] is None else chain(words, runs(words), (f"{_NOTE}{note}" for note in key[1]))
            self._read[key] = Counter(said)
        return self._read[key]

    @cached_property
    def _base(self) -> Sequence[Sequence[str]]:
        return [self._telling(one.text) for one in self._sides[BASE].draft.paragraphs]

    @cached_property
    def said(self) -> Words:
        """How often each word is said in the whole base."""
        return Counter(chain.from_iterable(self._base))

    @cached_property
    def opening(self) -> Set[str]:
        """The words that paragraphs of the base open with: by its form the verb follows its place, and went nowhere."""
        found = {words[0] for words in self._base if words}
        for one in self._sides[BASE].draft.paragraphs:
            known = opening(one.text)
            found.update(self._telling(one.text[: known.end]) if known else ())
        return found

    @cached_property
    def _lines_of_base(self) -> Sequence[str]:
        return [f" {' '.join(words)} " for words in self._base]

    def often(self, one: str) -> int:
        """How often the base says a word, or a run of words."""
        return sum(line.count(f" {one} ") for line in self._lines_of_base) if is_run(one) else self.said[one]

    def is_known(self, one: str) -> bool:
        """Whether what is counted is no other by chance: a note, what the base says once, a run it does not say."""
        return is_note(one) or self.often(one) == 1 or (is_run(one) and not self.often(one))

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
        if line.whole is not None:
            return self._words(*line.whole)
        return self._count(line.text(self._sides), (cell.note for cell in line.cells if cell.note is not None))

    def _is_counted(self, places: Three) -> bool:
        return not self._prose or not any(
            at in side.roles or side.draft.paragraphs[at].cell is not None
            for side, its in zip(self._sides, places, strict=True)
            for at in its
        )


def runs(words: Sequence[str]) -> Iterator[str]:
    """Each row of so many words, as it is counted."""
    return map(" ".join, zip(*(words[at:] for at in range(RUN)), strict=False))


def is_run(one: str) -> bool:
    """Whether what is counted are some words in a row."""
    return " " in one


def is_note(one: str) -> bool:
    """Whether what is counted is a note."""
    return one.startswith(_NOTE)


def key_of(one: str) -> str:
    """The key of a note that is counted."""
    return one.removeprefix(_NOTE)


def summed(words: Iterable[Words]) -> Words:
    """Words counted at several places, as one count, which nobody changes."""
    counts = [*words]
    if len(counts) == 1:
        return counts[0]
    found = Counter[str]()
    for one in counts:
        found.update(one)
    return found
