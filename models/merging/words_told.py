"""Words that one side moved and that the text, as it was answered, says twice or no longer: they are told.

Clauses are asked about (`conserved`). Told is what is left over: fewer words, those in the cells of tables, what comes
of answers that go one way here and the other way there. A word that the base says more than once is not known again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from models.draft import Draft, labels
from models.merging.called import quoted
from models.merging.conflict import Conflict
from models.merging.conserved import CLAUSE, WIDE, is_known
from models.merging.counted import NOTHING, Counted, Part, Words, summed
from models.merging.plan import Plan
from models.merging.sheet import Sheet
from models.merging.sides import BASE, OURS, THEIRS

_NO_WORDS = "moved", "kind", "number", "footnote", "reference", "brackets"
"""What asks for no words."""
_MOST = 0.6
"""Such a share of what a side changed at a place is most of it."""
_NAMED = 5
"""So many words are named."""
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


def follow(plan: Plan, sheet: Sheet, draft: Draft) -> Iterator[str]:
    """A sentence for the words that stand too often or too seldom at the same places."""
    counted = Counted(plan, sheet, cells=True)
    here = [*_here(counted, sheet)]
    where: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(here):
        for word in one.changed():
            where[word].append(number)
    found: _Found = defaultdict(list)
    for word, numbers in where.items():
        how = _how(word, [here[number] for number in numbers])
        if how and is_known(word) and counted.said[word] == 1:
            found[how, tuple(numbers)].append(word)
    found = {one: found[one] for one in _moved(found, here)}
    if found:
        yield from _told(plan, sheet, draft, here, found)


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
    plan: Plan,
    sheet: Sheet,
    draft: Draft,
    here: Sequence[_Here],
    found: _Found,
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

    for (how, numbers), words in sorted(found.items(), key=lambda one: (one[0][0], sorted(one[1]))):
        places = [here[number] for number in numbers]
        standing = [one for one in places if one.now[words[0]]]
        missing = [one for one in places if one.now[words[0]] < max(side[words[0]] for side in one.said)]
        shown = _listed([*dict.fromkeys(name(one, words[0]) for one in (missing if how == "lost" else standing))])
        said = _listed(_quoted(plan, places, words))
        verb = "stands" if len(words) == 1 else "stand"
        if how == "twice":
            yield f"{said} {verb} in {shown} now: look whether that is meant twice."
        elif how == "lost":
            yield f"{said} {verb} no longer in {shown}: look where that belongs."
        else:
            yield f"{said} {verb} in {shown} now, as one text has it; the other has it no more: look if it is meant."


def _quoted(plan: Plan, here: Sequence[_Here], words: Sequence[str]) -> list[str]:
    """Words as the base has them, in its order."""
    paragraphs = plan.sides[BASE].draft.paragraphs
    places = sorted({at for one in here for part in one.parts for at in part.places[BASE]})
    found = [one for at in places for one in re.findall(r"\w+", paragraphs[at].text) if one.casefold() in words]
    few = found if len(found) <= _NAMED else found[: _NAMED - 1]
    return [*(f"“{one}”" for one in few), *([f"{len(found) - len(few)} more words"] if few is not found else [])]


def _listed(said: Sequence[str]) -> str:
    return " and ".join([", ".join(said[:-1]), said[-1]] if len(said) > 1 else said)
