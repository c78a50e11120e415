"""Generated cases for the comparison: a long text full of near-duplicates, random edits, and the truth about them.

A real resolution is repeated, each time with 5, 30 or 65 % of its words substituted, until the size is reached. Its
short lines come back in every copy, often word for word: paragraphs of identical text are interchangeable for the score
(tests/scored.py), and nothing else is excused. What is inserted is new words behind a usual opening, a near-duplicate
of a paragraph that stands elsewhere, or a clause of another resolution; only word for word it equals no old paragraph.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from models.draft import Draft, Kind, Paragraph, Run
from tests.real_files import real_draft

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "resources" / "sample" / "vice_chairmans_text.txt"
RESOLUTIONS = ROOT.parent / "shared" / "corpus" / "resolutions"
"""More real texts, where they are there: those of these bases a case is made of when it is asked for."""
SPLITTABLE = 16
"""Fewest words of a paragraph that is split."""


@dataclass(frozen=True, slots=True)
class Rates:
    """Edits for each hundred paragraphs."""

    light: float
    heavy: float
    inserted: float
    deleted: float
    moved: float
    moved_edited: float
    split: float
    merged: float


NORMAL = Rates(10, 4, 4, 4, 2, 1, 1.5, 1.5)
HARD = Rates(25, 15, 8, 8, 5, 3, 3, 3)


@dataclass(slots=True)
class Case:
    """Two drafts and the truth: pairs of positions by what was done, and how much the true edit changes."""

    old: Draft
    new: Draft
    pairs: dict[tuple[int, int], str]
    characters: int = 0
    groups: int = 0


@dataclass(frozen=True, slots=True)
class _Clause:
    """A paragraph of a base text as words."""

    kind: Kind
    level: int
    words: tuple[str, ...]


@dataclass(slots=True)
class _Item:
    """A new paragraph while edits are made: its words, the old positions it came from and how."""

    clause: _Clause
    words: list[str]
    origins: list[int]
    how: str = "same"


@dataclass(slots=True)
class _Edit:
    chance: random.Random
    vocabulary: Sequence[str]
    characters: int = 0
    groups: int = 0
    items: list[_Item] = field(default_factory=list)


@cache
def _clauses(path: Path) -> tuple[_Clause, ...]:
    """The title and the body of a resolution, notes left out."""
    paragraphs = real_draft(path).paragraphs
    body = [p for p in paragraphs if p.kind not in (Kind.MASTHEAD, Kind.SPONSOR_NOTE, Kind.CLOSING)]
    return tuple(_Clause(p.kind, p.level, tuple(p.text.split())) for p in body if p.text.strip())


@cache
def bases() -> tuple[Path, ...]:
    """Other real resolutions that cases can be made of; none where the folder beside the checkout is absent."""
    return tuple(path for path in sorted(RESOLUTIONS.glob("*.txt")) if len(_clauses(path)) >= 20)


def case(size: int, rates: Rates = NORMAL, seed: int = 0, base: Path = SAMPLE) -> Case:
    """A case of `size` old paragraphs made of one base text."""
    chance = random.Random(seed * 7919 + size)
    clauses = _clauses(base)
    edit = _Edit(chance, [word for clause in clauses for word in clause.words])
    old: list[_Item] = []
    while len(old) < size:
        rate = chance.choice((0.05, 0.30, 0.65)) if old else 0.0
        for clause in clauses:
            old.append(_Item(clause, _substituted(edit, clause.words, rate)[0], [len(old)]))
    old = old[:size]
    edit.items = [replace(item, words=list(item.words)) for item in old]
    _edit(edit, rates, old, [] if base == SAMPLE else _clauses(SAMPLE))
    pairs = {(origin, at): item.how for at, item in enumerate(edit.items) for origin in item.origins}
    return Case(_draft(chance, old), _draft(chance, edit.items), pairs, edit.characters, edit.groups)


def _edit(edit: _Edit, rates: Rates, old: Sequence[_Item], others: Sequence[_Clause]) -> None:
    chance, size = edit.chance, len(old)

    def times(rate: float) -> int:
        return max(1, round(rate * size / 100)) if size >= 30 else round(rate * size / 100)

    free = list(range(size))
    chance.shuffle(free)

    def some(rate: float, words: int = 0) -> list[_Item]:
        fit = [at for at in free if len(old[at].words) >= words][: times(rate)]
        free[:] = [at for at in free if at not in set(fit)]
        return [edit.items[at] for at in fit]

    split = some(rates.split, SPLITTABLE)
    light, heavy = some(rates.light, 3), some(rates.heavy, 6)
    deleted, moved, moved_edited = some(rates.deleted), some(rates.moved), some(rates.moved_edited, 3)
    for item in light:
        _lightly(edit, item)
    for item in heavy:
        item.how = "heavy"
        item.words, groups, characters = _substituted(edit, item.words, chance.uniform(0.3, 0.5))
        edit.groups += groups
        edit.characters += characters
    for item in deleted:
        edit.groups += 1
        edit.characters += len(" ".join(item.words))
    _merge(edit, times(rates.merged), {id(edit.items[at]) for at in free})
    gone = {id(item) for item in deleted}
    edit.items = [item for item in edit.items if id(item) not in gone]
    for item in split:
        _split(edit, item)
    for item in [*moved, *moved_edited]:
        item.how = "moved"
        edit.items.remove(item)
        edit.items.insert(chance.randrange(len(edit.items) + 1), item)
    for item in moved_edited:
        _lightly(edit, item)
        item.how = "moved+edited"
    known = {tuple(item.words) for item in old}
    for _ in range(times(rates.inserted)):
        item = _inserted(edit, old, others)
        while tuple(item.words) in known:
            item = _inserted(edit, old, others)
        edit.items.insert(chance.randrange(len(edit.items) + 1), item)
        edit.groups += 1
        edit.characters += len(" ".join(item.words))


def _inserted(edit: _Edit, old: Sequence[_Item], others: Sequence[_Clause]) -> _Item:
    """A new paragraph: new words behind a usual opening, a near-duplicate, or a clause of another resolution."""
    chance = edit.chance
    source = chance.choice(old)
    how = chance.choice(("new", "near", "other") if others else ("new", "near"))
    if how == "other":
        clause = chance.choice(others)
        return _Item(clause, list(clause.words), [])
    if how == "near":
        return _Item(source.clause, _substituted(edit, source.words, 0.65)[0], [])
    opening = source.clause.words[:3]
    words = [*opening, *chance.choices(edit.vocabulary, k=chance.randint(8, 70))]
    return _Item(source.clause, words, [])


def _substituted(edit: _Edit, words: Sequence[str], rate: float) -> tuple[list[str], int, int]:
    """Words with a share replaced by others of the base text; groups and characters of the edit."""
    changed, groups, characters, before = list(words), 0, 0, False
    for at, word in enumerate(words):
        hit = edit.chance.random() < rate
        if hit:
            changed[at] = edit.chance.choice(edit.vocabulary)
            hit = changed[at] != word
        if hit:
            # In a group the spaces between its words came and went with them.
            characters += len(changed[at]) + len(word) + 2 * before
            groups += not before
        before = hit
    return changed, groups, characters


def _lightly(edit: _Edit, item: _Item) -> None:
    """One to three words replaced, put in or taken out."""
    item.how = "light"
    chance = edit.chance
    most = max(1, min(3, len(item.words) // 5))
    places = sorted(chance.sample(range(1, len(item.words)), k=chance.randint(1, most)), reverse=True)
    for place in places:
        do = chance.choice(("replace", "insert", "delete"))
        word = chance.choice([word for word in edit.vocabulary[:400] if word != item.words[place]])
        if do == "replace":
            edit.characters += len(word) + len(item.words[place])
            item.words[place] = word
        elif do == "insert":
            edit.characters += len(word) + 1
            item.words.insert(place, word)
        else:
            edit.characters += len(item.words.pop(place)) + 1
    edit.groups += 1 + sum(a - b > 1 for a, b in pairwise(places))


def _split(edit: _Edit, item: _Item) -> None:
    at = edit.items.index(item)
    cut = edit.chance.randint(len(item.words) // 4, 3 * len(item.words) // 4)
    rest = _Item(item.clause, item.words[cut:], list(item.origins), "split")
    item.words, item.how = item.words[:cut], "split"
    edit.items.insert(at + 1, rest)


def _merge(edit: _Edit, times: int, untouched: set[int]) -> None:
    places = list(range(len(edit.items) - 1))
    edit.chance.shuffle(places)
    done: list[_Item] = []
    used: set[int] = set()
    for at in places:
        one, two = edit.items[at], edit.items[at + 1]
        if len(done) == times:
            break
        if {id(one), id(two)} <= untouched and not {id(one), id(two)} & used:
            one.words, one.origins, one.how = [*one.words, *two.words], [*one.origins, *two.origins], "merged"
            used |= {id(one), id(two)}
            done.append(two)
    gone = {id(item) for item in done}
    edit.items = [item for item in edit.items if id(item) not in gone]


def _draft(chance: random.Random, items: Sequence[_Item]) -> Draft:
    """The draft of these paragraphs, operative ones numbered in order, a few of the new ones with a bis."""
    paragraphs, number, letter = [], 0, 0
    for item in items:
        kind, printed = item.clause.kind, None
        if kind is Kind.OPERATIVE:
            bis = not item.origins and number and chance.random() < 0.3
            number, letter = number + (not bis), 0
            printed = f"{number} bis" if bis else str(number)
        elif kind is Kind.SUBPARAGRAPH:
            printed, letter = f"({chr(97 + letter % 26)})", letter + 1
        rest = " ".join(item.words[1:])
        runs = (Run(item.words[0], italic=True), *([Run(" " + rest)] if rest else []))
        paragraphs.append(Paragraph(kind, runs, level=item.clause.level, number=printed))
    return Draft(tuple(paragraphs))
