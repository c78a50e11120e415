"""What looked marked in the text a file was made on already, bold or coloured or struck, and so is no mark in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from lxml import etree

from models.draft import Draft
from models.proposals.by_hand.hand_marks import cut_off, shown, shown_runs, with_looks
from models.proposals.by_hand.looks import Look, Looks, parts
from models.word.package import Package

_WORD = re.compile(r"\w+|\s+|.", re.DOTALL)
_COMMON = 64
"""A word of more paragraphs than this tells nothing of which one a paragraph was."""
_NEAR = 0.5
_OF_OLD = ("", "struck")

Stretch = tuple[str, str]
"""Letters and how they look marked (`Look.kind`)."""


class OwnLooks:
    """The paragraphs of the text a file was made on that have looks of marks; each stands for one of the file."""

    def __init__(self, paragraphs: Iterable[Sequence[Stretch]]) -> None:
        marked = [list(one) for one in paragraphs if any(kind for _, kind in one)]
        self._looks = [[kind for letters, kind in one for _ in letters] for one in marked]
        self._words = [_WORD.findall("".join(letters for letters, _ in one)) for one in marked]
        self._many: list[int] = []  # different words
        self._holding: dict[str, list[int]] = defaultdict(list)
        for at, words in enumerate(self._words):
            own = _words("".join(words))
            self._many.append(len(own))
            for word in own:
                self._holding[word].append(at)

    @classmethod
    def of_draft(cls, draft: Draft) -> OwnLooks:
        lines = [*(paragraph.runs for paragraph in draft.paragraphs), *(note.runs for note in draft.footnotes)]
        return cls([(run.text, Look(bold=run.bold, underlined=run.underline).kind) for run in line] for line in lines)

    @classmethod
    def of_file(cls, data: bytes) -> OwnLooks:
        package = Package(data)
        looks = Looks(package, every=True)
        return cls(
            [(shown(run), looks.of(run).kind) for run in shown_runs(paragraph)]
            for part in parts(package)
            for paragraph in with_looks(package.root(part), looks)
        )

    def __bool__(self) -> bool:
        return bool(self._looks)

    def cut(self, package: Package) -> frozenset[etree._Element]:
        """The runs of a file whose looks the text had; they are cut where such a look begins or ends within them."""
        found: set[etree._Element] = set()
        looks = Looks(package)
        for part in parts(package):
            if next(with_looks(package.root(part), looks), None) is not None:
                for runs, own in self._found(list(with_looks(package.edit(part), looks)), looks):
                    found.update(_cut(runs, own))
        return frozenset(found)

    def _found(
        self, paragraphs: Sequence[etree._Element], looks: Looks
    ) -> Iterator[tuple[list[etree._Element], list[bool]]]:
        """The runs of each paragraph that had marks, and of each of their letters whether its look is an own one."""
        left = set(range(len(self._looks)))
        read = [(runs := list(shown_runs(one)), "".join(map(shown, runs))) for one in paragraphs]
        kinds = [[looks.of(run).kind for run in runs] for runs, _ in read]
        same: dict[str, list[int]] = defaultdict(list)
        for at in reversed(range(len(self._words))):
            same["".join(self._words[at])].append(at)
        pairs: dict[int, int] = {}
        for number, (_, text) in enumerate(read):
            if same.get(text):
                left.discard(pairs.setdefault(number, same[text].pop()))
        for number, (runs, text) in enumerate(read):
            nearest = pairs.get(number)
            if nearest is None:
                old = "".join(shown(run) for run, kind in zip(runs, kinds[number], strict=True) if kind in _OF_OLD)
                nearest = self._nearest(text, old, left)
            if nearest is not None:
                left.discard(nearest)
                each = [kind for run, kind in zip(runs, kinds[number], strict=True) for _ in shown(run)]
                yield runs, self._own(_WORD.findall(text), each, nearest)

    def _nearest(self, text: str, text_of_old: str, left: set[int]) -> int | None:
        """The paragraph of which most words stand in another one, and most that are not marked as new there in it."""
        shared: Counter[int] = Counter()
        here = _words(text)
        for word in here:
            if len(holding := self._holding.get(word, ())) <= _COMMON:
                shared.update(at for at in holding if at in left)
        if not shared:
            return None
        at = max(shared, key=lambda one: (shared[one] / (len(here) + self._many[one]), -one))
        there = _words("".join(self._words[at]))
        old = _words(text_of_old)
        near = shared[at] >= _NEAR * len(there) and len(old & there) >= _NEAR * len(old)
        return at if near else None

    def _own(self, words: Sequence[str], looks: Sequence[str], at: int) -> list[bool]:
        own = [False] * len(looks)
        new, old = _starts(words), _starts(self._words[at])
        for one, other, size in SequenceMatcher(None, words, self._words[at], autojunk=False).get_matching_blocks():
            for letter in range(new[one + size] - new[one]):
                here, there = new[one] + letter, old[other] + letter
                own[here] = bool(looks[here]) and looks[here] == self._looks[at][there]
        return own


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


def _starts(words: Sequence[str]) -> list[int]:
    found = [0]
    for word in words:
        found.append(found[-1] + len(word))
    return found


def _cut(runs: Sequence[etree._Element], own: Sequence[bool]) -> Iterator[etree._Element]:
    """The runs whose letters are all own, after those are cut in which other letters stand too."""
    at = 0
    for run in runs:
        end = at + len(shown(run))
        while at < end:
            stop = next((n for n in range(at, end) if own[n] != own[at]), end)
            piece = run if stop == end else cut_off(run, stop - at)
            if piece is None:
                break  # a run of more than text is a mark as a whole, or none
            if own[at]:
                yield piece
            at = stop
        at = end
