"""Words that one side moved and that the text, as it was answered, says twice or no longer: they are told.

Clauses are asked about (`conserved`). Told is what is left over: fewer words, those in the masthead and the cells of
tables, what comes of answers that go one way here and the other way there. A word that the base says more than once is
not known again. One that no side says more than once either is told whatever stands around it; of others, which may be
the same by chance, a clause is, and what is most of what a side changed at one place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from models.draft import Draft, Kind, labels
from models.merging.called import quoted
from models.merging.conflict import Conflict
from models.merging.conserved import CLAUSE, WIDE, is_known
from models.merging.counted import NOTHING, Counted, Part, Words, summed
from models.merging.pieces import ALL
from models.merging.plan import Plan
from models.merging.said_of_words import Said, phrases, sentence, sentence_of_all, sentence_of_the_masthead
from models.merging.sheet import Sheet, Sides
from models.merging.sides import BASE, OURS, THEIRS

_NO_WORDS = "moved", "kind", "number", "footnote", "reference", "brackets"
"""What asks for no words."""
_MOST = 0.6
"""Such a share of what a side changed at a place is most of it."""
_Found = dict[tuple[str, tuple[int, ...]], list[str]]
"""Words, by what befell them and at which places."""


@dataclass(frozen=True, slots=True)
class _Here:
    """What the sides and the merged text say at places that share paragraphs, and what was answered there."""

    parts: tuple[Part, ...]
    said: tuple[Words, Words, Words]
    now: Words
    ways: frozenset[str]

    @property
    def is_known(self) -> bool:
        """Whether all that clashes here was answered, and nobody wrote other words."""
        return not self.ways & {"", "written"}

    def changed(self) -> Iterator[str]:
        """The words that stand here otherwise on one of the sides or now than on another."""
        base, ours, theirs = self.said
        for word in {*base, *ours, *theirs, *self.now}:
            if not base[word] == ours[word] == theirs[word] == self.now[word]:
                yield word

    def made(self, word: str) -> tuple[int, int]:
        """How often the word stands here at least, and at most, where what both sides did is done."""
        base, ours, theirs = (one[word] for one in self.said)
        if ours == theirs:
            return ours, ours
        if base in (ours, theirs):
            return (ours + theirs - base,) * 2
        both = ours + theirs - base
        return min(ours, theirs, both), max(ours, theirs, both)


def follow(plan: Plan, sheet: Sheet, draft: Draft) -> tuple[Sequence[str], Sequence[str]]:
    """A sentence for the words that stand too often or too seldom at the same places, and one for all of the masthead.

    What a masthead says of sponsors and of how it is issued is no text of anybody's: it is told last.
    """
    counted = Counted(plan, sheet, prose=False)
    here = [*_here(counted, sheet)]
    where: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(here):
        for word in one.changed():
            where[word].append(number)
    found: _Found = defaultdict(list)
    for word, numbers in where.items():
        how = _how(word, [here[number] for number in numbers])
        if how and counted.said[word] == 1:
            found[how, tuple(numbers)].append(word)
    if not found:
        return (), ()
    moved, single = _parted(plan, found, here, counted)
    every = {**moved, **single}
    shown = {one: _shown(one[0], [here[number] for number in one[1]], words[0]) for one, words in every.items()}
    issued = {one for one, at in shown.items() if at and all(_is_issued(plan.sides, place) for place in at)}
    left = ({one: words for one, words in each.items() if one not in issued} for each in (moved, single))
    said = {
        phrase
        for one in issued
        for phrase in phrases(plan.sides, _places([here[number] for number in one[1]]), every[one])
    }
    return [*_told(plan, sheet, draft, here, *left)], [sentence_of_the_masthead(sorted(said))] if said else []


def _is_issued(sides: Sides, one: _Here) -> bool:
    """Whether all that stands at a place is of the masthead, or says who else may be a sponsor."""
    return all(
        side.draft.paragraphs[at].kind in (Kind.MASTHEAD, Kind.SPONSOR_NOTE)
        for side, its in zip(sides, _places([one]), strict=True)
        for at in its
    )


def _parted(plan: Plan, found: _Found, here: Sequence[_Here], counted: Counted) -> tuple[_Found, _Found]:
    """What went from one place to another and is not the same by chance, and single words that may be."""
    known = {one: [word for word in words if is_known(word)] for one, words in found.items()}
    moved = {one: found[one] for one in _moved({one: words for one, words in known.items() if words}, here)}
    single: _Found = {}
    for one in found.keys() - moved.keys():
        words = [word for word in found[one] if counted.is_once(word)]
        places = _places([here[number] for number in one[1]])
        if any(is_known(word) or _has_its_neighbour(plan.sides, places, word) for word in words):
            single[one] = words
    return moved, single


def _places(here: Sequence[_Here]) -> list[list[int]]:
    """The paragraphs of base, ours and theirs at some places, each once."""
    return [sorted({at for one in here for part in one.parts for at in part.places[side]}) for side in ALL]


def _has_its_neighbour(sides: Sides, places: Sequence[Sequence[int]], word: str) -> bool:
    """Whether a figure, or a letter, stands beside a word on a side beside which it stands in the base."""
    beside: list[set[tuple[int, str]]] = []
    for side in ALL:
        texts = (sides[side].draft.paragraphs[at].text.casefold() for at in places[side])
        read = [["", *re.findall(r"\w+", text), ""] for text in texts]
        stands = [(words, at) for words in read for at, one in enumerate(words) if one == word]
        beside.append({(step, words[at + step]) for words, at in stands for step in (-1, 1)} - {(-1, ""), (1, "")})
    return not beside[BASE].isdisjoint(beside[OURS] | beside[THEIRS])


def _here(counted: Counted, sheet: Sheet) -> Iterator[_Here]:
    now, asked = counted.now(sheet), {one.key: one for one in sheet.conflicts}
    ways = {row.key: frozenset(_ways(asked[key] for key in row.conflicts if key in asked)) for row in sheet.rows}
    for parts in _sharing(counted.parts):
        places = tuple(tuple(at for one in parts for at in one.places[side]) for side in (BASE, OURS, THEIRS))
        said = parts[0].said if len(parts) == 1 else counted.three((places[0], places[1], places[2]))
        keys = [one.key for one in parts if one.key]
        text = summed(now.get(key, NOTHING) for key in keys)
        yield _Here(parts, said, text, frozenset[str]().union(*(ways[key] for key in keys)))


def _ways(asked: Iterator[Conflict]) -> Iterator[str]:
    for one in asked:
        if one.kind not in _NO_WORDS:
            yield one.choice.way if one.choice is not None else ""


def _sharing(parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
    """The parts, those of one paragraph that was divided together."""
    first: dict[tuple[int, int], int] = {}
    groups: dict[int, list[Part]] = {}
    for number, one in enumerate(parts):
        places = [(side, at) for side in (BASE, OURS, THEIRS) for at in one.places[side]]
        known = sorted({first[place] for place in places if place in first})
        head = known[0] if known else number
        groups.setdefault(head, []).append(one)
        for other in known[1:]:
            groups[head] += groups.pop(other)
            first.update({place: head for place, its in first.items() if its == other})
        first.update(dict.fromkeys(places, head))
    yield from map(tuple, groups.values())


def _how(word: str, here: Sequence[_Here]) -> str:
    """Whether a word is said "twice", or "lost", or "deleted" by one side and left where the other put it."""
    if not all(one.is_known for one in here):
        return ""
    base, ours, theirs = (sum(one.said[side][word] for one in here) for side in (BASE, OURS, THEIRS))
    now, ways = sum(one.now[word] for one in here), frozenset[str]().union(*(one.ways for one in here))
    debt = _debt(word, here)
    least, most = (max(sum(one.made(word)[end] for one in here) - debt, 0) for end in (0, 1))
    ends = [least, most]
    for way, many in (("ours", ours), ("theirs", theirs), ("base", base)):
        ends += [many] if way in ways or (way != "base" and "both" in ways) else []
    most = max(ends) + sum(min(one.said[OURS][word], one.said[THEIRS][word]) for one in here if "both" in one.ways)
    if now < min(ends):
        return "lost"
    if now > most:
        return "twice" if now > max(ours, theirs) else "deleted"
    return ""


def _moved(found: _Found, here: Sequence[_Here]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Which of the words went from one place to another, and are not the same by chance.

    A clause did, and fewer words that are most of what a side changed at one of two places.
    """
    between: dict[tuple[int, int], set[str]] = defaultdict(set)
    for (_, numbers), words in found.items():
        for pair in product(numbers, numbers) if len(numbers) <= WIDE else ():
            between[pair].update(words if len(numbers) == 1 or pair[0] != pair[1] else ())
    most = {pair for pair, words in between.items() if _is_most(here[pair[0]].said, words)}
    for (how, numbers), words in found.items():
        if len(words) >= CLAUSE or (how != "deleted" and not most.isdisjoint(product(numbers, numbers))):
            yield how, numbers


def _is_most(said: tuple[Words, Words, Words], words: set[str]) -> bool:
    """Whether some words are most of what a side put in at a place, or most of what it took out."""
    base = said[BASE]
    changes = (one for side in (OURS, THEIRS) for one in (said[side] - base, base - said[side]))
    return any(one and len(words & one.keys()) >= _MOST * len(one) for one in changes)


def _debt(word: str, here: Sequence[_Here]) -> int:
    """How often both sides took a word out that they did not put in at one and the same place."""
    agreed = (one.said for one in here if one.said[OURS][word] == one.said[THEIRS][word])
    return max(sum(base[word] - ours[word] for base, ours, _ in agreed), 0)


def _told(
    plan: Plan, sheet: Sheet, draft: Draft, here: Sequence[_Here], moved: _Found, single: _Found
) -> Iterator[str]:
    names, rows = labels(draft), {row.key: row for row in sheet.rows if row.key}

    def name(one: _Here, word: str) -> str:
        """What people call the paragraph that says a word now, or that it stood in."""
        lines = [at for part in one.parts if part.key for at in rows[part.key].merged]
        saying = [at for at in lines if word in sheet.lines[at].text(plan.sides).casefold()] or lines
        if saying:
            return names[saying[0]] or quoted(draft.paragraphs[saying[0]].text)
        for of in ((BASE,), (OURS, THEIRS)):  # what is new, and was left out, is called as it was where it stood
            stood = [(plan.sides[side], at) for side in of for part in one.parts for at in part.places[side]]
            if stood:
                return min(side.labels[at] or quoted(side.draft.paragraphs[at].text) for side, at in stood)
        return ""

    def said(how: str, numbers: Sequence[int], words: Sequence[str]) -> Said:
        places = [here[number] for number in numbers]
        shown = _shown(how, places, words[0])
        return Said(
            [*phrases(plan.sides, _places(places), words)], [*dict.fromkeys(name(one, words[0]) for one in shown)]
        )

    for how in ("deleted", "lost", "twice"):
        for (_, numbers), words in _of(moved, how):
            yield sentence(how, said(how, numbers, words))
        few = [said(how, numbers, words) for (_, numbers), words in _of(single, how)]
        if few:
            yield sentence_of_all(how, few)


def _shown(how: str, places: Sequence[_Here], word: str) -> list[_Here]:
    """Where a word stands; of a lost one where it no longer does."""
    if how == "lost":
        return [one for one in places if one.now[word] < max(side[word] for side in one.said)]
    return [one for one in places if one.now[word]]


def _of(found: _Found, how: str) -> list[tuple[tuple[str, tuple[int, ...]], list[str]]]:
    return sorted((one for one in found.items() if one[0][0] == how), key=lambda one: sorted(one[1]))
