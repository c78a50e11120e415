"""Generated cases for the comparison: a long text full of near-duplicates, random edits, and the truth about them."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path

from models.comparison.change import Comparison
from models.draft import Draft, Kind, Paragraph, Run

RESOLUTIONS = Path(__file__).resolve().parents[1].parent / "shared" / "corpus" / "resolutions"


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


@dataclass(slots=True)
class _Item:
    """A new paragraph while edits are made: its words, the old positions it came from and how."""

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
def _texts() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Paragraphs, as words, of real resolutions; made up where these are not here."""
    found = []
    for path in sorted(RESOLUTIONS.glob("A_C.2_80_L*.txt"))[:12]:
        blocks = path.read_text(encoding="utf-8").split("\n\n")
        plain = [re.sub(r"\[\^[^\]]*\]|\*|^\s*(?:\d+\.|\([a-z]+\))\s+", "", b) for b in blocks if b.strip()[:2] != "[^"]
        paragraphs = [tuple(text.split()) for text in plain if len(text.split()) > 12]
        if len(paragraphs) >= 25:
            found.append(tuple(paragraphs))
    return tuple(found) or _made_up()


def _made_up() -> tuple[tuple[tuple[str, ...], ...], ...]:
    chance = random.Random(7)
    syllables = [c + v for c in "bdfgklmnprstv" for v in "aeiou"]
    vocabulary = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(1500)]
    common = ["of", "the", "and", "to", "in", "for", "United", "Nations", "States", "on"]
    openings = [
        "Requests the Secretary-General to",
        "Encourages Member States to",
        "Recalling its resolution",
        "Urges all",
    ]
    texts = []
    for _ in range(4):
        text = []
        for _ in range(45):
            body = [
                chance.choice(common if chance.random() < 0.4 else vocabulary) for _ in range(chance.randint(15, 90))
            ]
            text.append((*chance.choice(openings).split(), *body[:-1], body[-1] + ";"))
        texts.append(tuple(text))
    return tuple(texts)


def case(size: int, rates: Rates = NORMAL, seed: int = 0) -> Case:
    """A case of `size` old paragraphs."""
    chance = random.Random(seed * 7919 + size)
    texts = _texts()
    base = texts[seed % len(texts)]
    edit = _Edit(chance, sorted({word for text in texts for paragraph in text for word in paragraph}))
    old: list[list[str]] = []
    while len(old) < size:
        rate = 0.0 if not old else chance.choice((0.05, 0.30, 0.65))
        old += [_substituted(edit, list(paragraph), rate)[0] for paragraph in base]
    old = old[:size]
    edit.items = [_Item(list(words), [at]) for at, words in enumerate(old)]
    edit.characters = edit.groups = 0
    _edit(edit, rates, old, texts)
    pairs = {(origin, at): item.how for at, item in enumerate(edit.items) for origin in item.origins}
    return Case(_draft(old), _draft([item.words for item in edit.items]), pairs, edit.characters, edit.groups)


def _edit(edit: _Edit, rates: Rates, old: list[list[str]], texts: Sequence[Sequence[Sequence[str]]]) -> None:
    chance, size = edit.chance, len(old)

    def times(rate: float) -> int:
        return max(1, round(rate * size / 100)) if size >= 30 else round(rate * size / 100)

    free = list(range(size))
    chance.shuffle(free)

    def some(rate: float) -> list[_Item]:
        return [edit.items[free.pop()] for _ in range(min(times(rate), len(free)))]

    light, heavy, deleted = some(rates.light), some(rates.heavy), some(rates.deleted)
    moved, moved_edited = some(rates.moved), some(rates.moved_edited)
    split = [item for item in some(rates.split) if len(item.words) >= 16]
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
    untouched = [edit.items[at] for at in free]
    _merge(edit, times(rates.merged), {id(item) for item in untouched})
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
    foreign_texts = _foreign(texts, old)
    for _ in range(times(rates.inserted)):
        foreign = chance.random() < 0.5
        source = chance.choice(foreign_texts if foreign else old)
        words = _substituted(edit, list(source), 0.0 if foreign else 0.65)[0]
        edit.items.insert(chance.randrange(len(edit.items) + 1), _Item(words, []))
        edit.groups += 1
        edit.characters += len(" ".join(words))


def _foreign(texts: Sequence[Sequence[Sequence[str]]], old: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Paragraphs that no old one begins like: resolutions share whole paragraphs, and those would be no insertions."""
    known = {tuple(words[2:6]) for words in old}
    return [paragraph for text in texts for paragraph in text if tuple(paragraph[2:6]) not in known]


def _substituted(edit: _Edit, words: list[str], rate: float) -> tuple[list[str], int, int]:
    """Words with a share replaced by random ones, never the first or last; groups and characters of the edit."""
    changed, groups, characters, before = list(words), 0, 0, False
    for at in range(1, len(words) - 1):
        hit = edit.chance.random() < rate
        if hit:
            other = edit.chance.choice(edit.vocabulary)
            hit = other != words[at]
            changed[at] = other
            if hit:
                characters += len(other) + len(words[at])
                groups += not before
        before = hit
    return changed, groups, characters


def _lightly(edit: _Edit, item: _Item) -> None:
    item.how = "light"
    chance = edit.chance
    places = sorted(chance.sample(range(1, len(item.words) - 1), k=chance.randint(1, 3)), reverse=True)
    for place in places:
        do = chance.choice(("replace", "insert", "delete"))
        word = chance.choice(edit.vocabulary)
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
    rest = _Item(item.words[cut:], list(item.origins), "split")
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


def _draft(paragraphs: Sequence[Sequence[str]]) -> Draft:
    return Draft(
        tuple(
            Paragraph(Kind.OPERATIVE, (Run(words[0], italic=True), Run(" " + " ".join(words[1:]))), number=str(number))
            for number, words in enumerate(paragraphs, 1)
        )
    )


@dataclass(frozen=True, slots=True)
class Score:
    """How well a comparison meets the truth; shares from 0 to 1, characters and groups over the true number."""

    f1: float
    recall: dict[str, float]
    characters: float
    groups: float
    wrong: tuple[tuple[str, int, int, str], ...] = ()


def score(made: Case, comparison: Comparison) -> Score:
    """The score of a comparison of a generated case."""
    return score_pairs(made, {(i, j) for c in comparison.changes for i in c.old for j in c.new}, comparison)


def score_pairs(made: Case, found: set[tuple[int, int]], comparison: Comparison | None = None) -> Score:
    """The score of pairs of positions found by any engine."""
    truth = made.pairs
    right = len(found & truth.keys())
    f1 = 2 * right / (len(found) + len(truth)) if found or truth else 1.0
    recall = {}
    for how in ("light", "heavy", "moved", "moved+edited", "split", "merged"):
        of_it = [pair for pair, kind in truth.items() if kind == how]
        if of_it:
            recall[how] = sum(pair in found for pair in of_it) / len(of_it)
    characters = groups = 0
    for change in comparison.changes if comparison else ():
        inside = False
        for op, text in change.words:
            if op == "equal":
                inside = False
                continue
            if text.strip():
                characters += len(text.strip())
                groups += not inside
                inside = True
    missed = [("missed", *pair, truth[pair]) for pair in sorted(truth.keys() - found)]
    extra = [("extra", *pair, "") for pair in sorted(found - truth.keys())]
    return Score(f1, recall, characters / max(made.characters, 1), groups / max(made.groups, 1), tuple(missed + extra))
