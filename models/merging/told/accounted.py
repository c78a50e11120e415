"""The one account of a merged text: what stands too often or no longer at places that say it otherwise, as answered.

Words, rows of them and notes are counted place by place; what both sides made of each place, or the answers, is due.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from models.draft.dates import ordinal
from models.merging.conflict import NO_WORDS, Conflict
from models.merging.pairs.clusters import Tie
from models.merging.plan import Plan
from models.merging.sheet import Sheet
from models.merging.sides import BASE, NAMES, OURS, THEIRS
from models.merging.told.counted import NOTHING, Counted, Part, Words, is_run, summed
from models.merging.words.pieces import ALL


@dataclass(frozen=True, slots=True)
class Here:
    """What the sides and the merged text say at places that share paragraphs, and what was answered there."""

    parts: tuple[Part, ...]
    said: tuple[Words, Words, Words]
    now: Words
    ways: frozenset[str]

    @property
    def is_known(self) -> bool:
        """Whether all that clashes here was answered, and nobody wrote other words."""
        return not self.ways & {"", "written"}

    def changed(self) -> set[str]:
        """The words that stand here otherwise on one of the sides or now than on another."""
        base, *others = (one.items() for one in (*self.said, self.now))
        return {word for one in others for word, _ in base ^ one}

    @property
    def is_one_sided(self) -> bool:
        """Whether all stands here as one side has it, and the other changed nothing."""
        base, ours, theirs = self.said
        return self.now == (theirs if base == ours else ours) and base in (ours, theirs)

    def agreed(self, words: set[str]) -> set[str]:
        """Those of some words that stand here now as often as both sides say."""
        ours, theirs, now = (one.items() for one in (self.said[OURS], self.said[THEIRS], self.now))
        return words.difference([word for word, _ in ours ^ theirs], [word for word, _ in theirs ^ now])

    def odd(self, words: set[str]) -> Iterator[str]:
        """Those of some words of which both sides changed how often they stand here, or that do not stand so now."""
        (base, ours, theirs), now = self.said, self.now
        for word in words:
            was, one, two = base[word], ours[word], theirs[word]
            if was not in (one, two) or now[word] != one + two - was:
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


def amiss(here: Sequence[Here], counted: Counted) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """What stands too often or too seldom, how, and at which places that say it otherwise."""
    where: dict[str, list[int]] = defaultdict(list)
    changed = [one.changed() for one in here]
    asked = set[str]().union(*(words for one, words in zip(here, changed, strict=True) if not one.is_known))
    odd, agreed, other = set[str](), set[str](), set[str]()
    for one, words in zip(here, changed, strict=True):
        alike = one.agreed(words)
        agreed |= {word for word in alike - asked if one.said[BASE][word] > one.said[OURS][word]}
        other |= words - alike
        odd.update(() if one.is_one_sided else one.odd(words - asked - alike))
    odd |= agreed & other  # what both took out they may each have put elsewhere
    for number, words in enumerate(changed):
        for word in words & odd:
            where[word].append(number)
    found = {word: how for word in sorted(odd) if (how := _how(word, [here[number] for number in where[word]]))}
    more = [word for word, how in found.items() if how != "lost" and is_run(word)]
    begins, stops = {one.rpartition(" ")[0] for one in more}, {one.partition(" ")[2] for one in more}
    for word, how in found.items():
        its = [here[number] for number in where[word]]
        if how == "lost" and is_run(word):
            # One into which something was put is not lost: some word of it is.
            known = counted.is_known(word) and any(found.get(one) == how for one in word.split())
        elif how == "lost":
            known = counted.is_known(word) or _is_fewer(word, its)
        elif is_run(word) and not any(_how(one, its) for one in word.split()):
            known = False  # its words only came to stand so
        else:
            goes_on = word.partition(" ")[2] in begins or word.rpartition(" ")[0] in stops
            known = counted.is_known(word) or (is_run(word) and goes_on)
            known &= any(one.said[side][word] for one in its for side in ALL)  # no text has what came to stand so
        if known:
            yield word, how, tuple(where[word])


def _is_fewer(word: str, here: Sequence[Here]) -> bool:
    """Whether a word stands less often than in any of the three texts."""
    return sum(one.now[word] for one in here) < min(sum(one.said[side][word] for one in here) for side in ALL)


def places_of(counted: Counted, sheet: Sheet) -> Iterator[Here]:
    now, asked = counted.now(sheet), {one.key: one for one in sheet.conflicts}
    ways = {row.key: frozenset(_ways(asked[key] for key in row.conflicts if key in asked)) for row in sheet.rows}
    whole = {key: frozenset((sheet.choices[key].way,)) for key in ways.keys() & sheet.choices.keys()}
    ways |= {key: ways[key] | way for key, way in whole.items()}
    for parts in _sharing(counted.parts, {row.key: _in_both(asked, row.conflicts) for row in sheet.rows}):
        places = tuple(tuple(at for one in parts for at in one.places[side]) for side in (BASE, OURS, THEIRS))
        said = parts[0].said if len(parts) == 1 else counted.three((places[0], places[1], places[2]))
        keys = [one.key for one in parts if one.key]
        text = summed(now.get(key, NOTHING) for key in keys)
        yield Here(parts, said, text, frozenset[str]().union(*(ways[key] for key in keys)))


def _ways(asked: Iterator[Conflict]) -> Iterator[str]:
    for one in asked:
        if one.kind not in NO_WORDS:
            yield one.choice.way if one.choice is not None else ""


def _in_both(asked: Mapping[str, Conflict], keys: Sequence[str]) -> list[str]:
    """The questions about several places that are answered by both: that each has both is what was asked for."""
    return [key for key in keys if key in asked and asked[key].also and "both" in _ways(iter([asked[key]]))]


def _sharing(parts: Sequence[Part], both: Mapping[str, Sequence[str]]) -> Iterator[tuple[Part, ...]]:
    """The parts, those of one paragraph that was divided together, and those of one question answered by `both`."""
    first: dict[tuple[int, int] | str, int] = {}
    groups: dict[int, list[Part]] = {}
    for number, one in enumerate(parts):
        places: list[tuple[int, int] | str] = [(side, at) for side in ALL for at in one.places[side]]
        places += both.get(one.key, ())
        known = sorted({first[place] for place in places if place in first})
        head = known[0] if known else number
        groups.setdefault(head, []).append(one)
        for other in known[1:]:
            groups[head] += groups.pop(other)
            first.update({place: head for place, its in first.items() if its == other})
        first.update(dict.fromkeys(places, head))
    yield from map(tuple, groups.values())


def _how(word: str, here: Sequence[Here]) -> str:
    """Whether a word is said "twice", or "lost", or "deleted" by one side and left where the other put it."""
    base, ours, theirs = (sum(one.said[side][word] for one in here) for side in (BASE, OURS, THEIRS))
    now, ways = sum(one.now[word] for one in here), frozenset[str]().union(*(one.ways for one in here))
    debt = _debt(word, here)
    least, most = (max(sum(one.made(word)[end] for one in here) - debt, 0) for end in (0, 1))
    ends = [least, most]
    for way, many in (("ours", ours), ("theirs", theirs), ("base", base)):
        ends += [many] if way in ways or (way != "base" and "both" in ways) else []
    most = max(ends) + sum(min(one.said[OURS][word], one.said[THEIRS][word]) for one in here if "both" in one.ways)
    if now < max(min(ends), min(base, ours, theirs, ours + theirs - base)):
        return "lost"  # also where one side brought here what another place had, and the answer is the other's
    if now > most:
        return "twice" if now > max(ours, theirs) else "deleted"
    return ""


def _debt(word: str, here: Sequence[Here]) -> int:
    """How often both sides took a word out that they did not put in at one and the same place."""
    agreed = (one.said for one in here if one.said[OURS][word] == one.said[THEIRS][word])
    return max(sum(base[word] - ours[word] for base, ours, _ in agreed), 0)


CLAUSE = 4
"""So many words that went together are a clause; fewer are one where they are all that went, or all that came."""
WIDE = 3
"""A word that came and went at more places than this tells nothing."""
_MOST_AS_ONE = 60
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
                if self._is_clause(parts, words) and not words <= self._counted.opening:
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
        if base and len(base) <= _MOST_AS_ONE:
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
