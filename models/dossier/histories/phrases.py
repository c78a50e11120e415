"""The history of words: in which draft a phrase of a paragraph first stood, left, and came back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from models.comparison.words.features import words_of
from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.comparison.words.tokens import HAN, is_word, tokens
from models.dossier.histories.line import Line, Version
from models.dossier.node import Node
from models.draft.late_pattern import late_pattern
from models.proposals.proposal import State

_SHORT = 3
"""A phrase of fewer words joins its neighbour where all of them are small ones, of so many letters at most: of any
other word it would be said to have stood where it did not. Of Chinese one character does, which is no word alone as
often as not."""


_HAN = late_pattern(f"[{HAN}]")

Place = tuple[int, int, int]
"""The position of a paragraph, from and to of a word in code points."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Who proposed on a draft that words come or go: a delegation, else the author a file names, "" for none.

    `words` are those that were proposed, "" where they are the whole phrase; `key` and `state` are the proposal's.
    """

    who: str
    node: Node
    words: str
    key: str
    state: State


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a phrase in one draft.

    `state` is first (it stands where the paragraph begins), came (into a paragraph that was there), stands, left,
    returned or absent. Of words in whatever paragraph, first is where no draft before has them, and `into` says that a
    paragraph was there. `proposed` tells who had proposed that it comes in there, or goes, earliest draft first.
    `places` are its words in the draft, along the lineage of a paragraph.
    """

    node: Node
    state: str
    into: bool = False
    proposed: tuple[Proposed, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def there(self) -> bool:
        """Whether the phrase stands in the draft."""
        return self.state in ("first", "came", "stands", "returned")

    @property
    def shown(self) -> str:
        """The state as it is called: what stands first in a draft that has others before it "begins" there."""
        if self.state != "first" or not self.node.parents:
            return self.state
        return "came" if self.into else "begins"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of a paragraph, from and to in code points, whose words stand, come and go together."""

    start: int
    end: int
    text: str
    history: tuple[Standing, ...]


def phrase_history(line: Line, phrase: str, start: int | None = None) -> tuple[Standing, ...]:
    """A phrase through all drafts of a dossier, oldest first, along the lineage of a paragraph.

    Case, brackets, punctuation and spacing do not matter. Empty where the phrase has no words. Where the paragraph the
    lineage began with has it more than once, the one meant is that which begins at `start`, in code points.
    """
    wanted = words_of(phrase)
    if not wanted:
        return ()
    places: dict[str, list[Place]] = {}
    text = _begun(line).text
    meant = [place for place in _found(text, wanted) if start is None or start <= place[0] < start + len(phrase)]
    twice = len(meant) < len(_found(text, wanted))
    for version in line.versions:
        if meant and twice:
            kept = [place for _, place in _kept(version, text, meant)]
            if len(kept) == len(meant):
                places.setdefault(version.node.id, []).extend(kept)
        elif holds(words_of(version.text), wanted):
            found = _found(version.text, wanted)
            places.setdefault(version.node.id, []).extend((version.position, *span) for span in found)
    return _history(line, places)


def _begun(line: Line) -> Version:
    """The paragraph that a lineage was asked for."""
    return next(one for one in line.versions if (one.node.id, one.position) == (line.node, line.position))


def _found(text: str, wanted: Sequence[str]) -> list[tuple[int, int]]:
    """From and to of each word of a phrase, wherever it stands in a text."""
    words = [(word, span) for span in word_places(text) for word in words_of(text[slice(*span)])]
    said, size = [word for word, _ in words], len(wanted)
    starts = [at for at in range(len(words) - size + 1) if tuple(said[at : at + size]) == tuple(wanted)]
    # Words that are written together share one place.
    return list(dict.fromkeys(span for at in starts for _, span in words[at : at + size]))


def holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether words stand among others, together and in their order."""
    size = len(wanted)
    return any(tuple(words[at : at + size]) == tuple(wanted) for at in range(len(words) - size + 1))


def _history(line: Line, places: Mapping[str, Sequence[Place]]) -> tuple[Standing, ...]:
    """The states of something in a paragraph that stands at these places of drafts."""
    begins = {version.node.id for version in line.versions if version.kind == "first"}
    return tuple(
        replace(one, places=tuple(places.get(one.node.id, ()))) for one in states(line.nodes, places.keys(), begins)
    )


def states(nodes: Sequence[Node], there: Set[str], begins: Set[str]) -> tuple[Standing, ...]:
    """The states, draft by draft, of something that stands in some of them; it comes with what begins in others."""
    before: dict[str, bool] = {}  # whether it stood in any draft behind
    found = []
    for node in nodes:
        at_parent = any(parent in there for parent in node.parents)
        earlier = any(before.get(parent) for parent in node.parents) or at_parent
        before[node.id] = earlier
        if node.id not in there:
            state = "left" if at_parent else "absent"
        elif at_parent:
            state = "stands"
        elif earlier:
            state = "returned"
        else:
            state = "first" if node.id in begins else "came"
        found.append(Standing(node, state))
    return tuple(found)


def phrases(line: Line, start: int = 0, end: int | None = None) -> tuple[Phrase, ...]:
    """The paragraph the lineage began with, or its words from and to code points, cut where they have another history.

    What counts is where words stand in it, not wherever it has the same ones.
    """
    text = _begun(line).text
    end = len(text) if end is None else end
    words = [one for one in word_places(text) if start < one[1] and one[0] < end]
    if not words:
        return ()
    present: list[dict[str, list[Place]]] = [{} for _ in words]
    for other in line.versions:
        for number, place in _kept(other, text, words):
            present[number].setdefault(other.node.id, []).append(place)
    groups = _grouped([frozenset(one) for one in present], [_size(text[slice(*word)]) for word in words])
    starts = [words[first][0] if number else start for number, (first, _, _) in enumerate(groups)]
    ends = [*starts[1:], end]
    return tuple(
        Phrase(first, last, text[first:last].strip(), _history(line, _places(present[one:two], there)))
        for first, last, (one, two, there) in zip(starts, ends, groups, strict=True)
    )


def _places(words: Sequence[Mapping[str, Sequence[Place]]], there: Set[str]) -> dict[str, list[Place]]:
    """Where some words stand in some drafts."""
    return {node: [place for word in words for place in word.get(node, ())] for node in there}


def word_places(text: str) -> list[tuple[int, int]]:
    """From and to of each word."""
    found, at = [], 0
    whole = tokens(text)
    for space, token in zip(whole.spaces, whole.words, strict=False):
        at += len(space)
        if is_word(token):
            found.append((at, at + len(token)))
        at += len(token)
    return found


def _kept(other: Version, text: str, words: Sequence[tuple[int, int]]) -> Iterator[tuple[int, Place]]:
    """Which words of a text stand in another version too, and where."""
    if other.text == text:
        yield from ((number, (other.position, start, end)) for number, (start, end) in enumerate(words))
        return
    number = 0
    for old, new, long in equals(readable(word_diff(other.text, text))):
        while number < len(words) and words[number][0] < new:
            number += 1
        while number < len(words) and words[number][1] <= new + long:
            start, end = words[number]
            yield number, (other.position, start - new + old, end - new + old)
            number += 1


def equals(words: Words) -> Iterator[tuple[int, int, int]]:
    """What two texts have in common: where each stretch begins in the one and in the other, and how long it is."""
    old = new = 0
    for op, text in words:
        if op == "equal":
            yield old, new, len(text)
        old += len(text) * (op != "insert")
        new += len(text) * (op != "delete")


_Group = tuple[int, int, frozenset[str]]
"""First word, end, and the drafts in which the words stand."""


def _size(word: str) -> int:
    """What a word counts towards a phrase that stands alone."""
    return 2 if _HAN.match(word) else 1 if len(word) <= _SHORT else _SHORT


def _grouped(present: Sequence[frozenset[str]], size: Sequence[int]) -> list[_Group]:
    """Words with one history together; some small ones join the longer of their neighbours and have its history."""
    groups: list[_Group] = []
    for number, one in enumerate(present):
        if groups and groups[-1][2] == one:
            groups[-1] = (groups[-1][0], number + 1, one)
        else:
            groups.append((number, number + 1, one))
    while len(groups) > 1:
        sizes = [sum(size[start:end]) for start, end, _ in groups]
        at = min(range(len(groups)), key=sizes.__getitem__)
        if sizes[at] >= _SHORT:
            break
        into = max((n for n in (at - 1, at + 1) if 0 <= n < len(groups)), key=lambda n: groups[n][1] - groups[n][0])
        low, high = sorted((at, into))
        joined = (groups[low][0], groups[high][1], groups[into][2])
        before = groups[low - 1] if low else None
        after = groups[high + 1] if high + 1 < len(groups) else None
        if after is not None and after[2] == joined[2]:
            joined, high = (joined[0], after[1], joined[2]), high + 1
        if before is not None and before[2] == joined[2]:
            joined, low = (before[0], joined[1], joined[2]), low - 1
        groups[low : high + 1] = [joined]
    return groups
