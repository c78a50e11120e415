"""Small texts without headings or lists of which paragraphs are joined, parted and moved, and the order that is due.

The oracle knows each paragraph by words that stand nowhere else, and nothing of how an order was found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from random import Random

from models.draft import Draft
from models.merging import Choice, Merge
from models.merging.sides import NAMES
from tests.models.comparison.small_drafts import draft
from tests.models.merging.sided_words import SidedWords

Lines = list[list[str]]
"""The words of each paragraph, no two alike in a text; the first says what it asks for."""
_PLACE = {"moved", "shape", "kind", "clause"}
_TOLD = re.compile(r"\bstands? (before|behind)\b.* now, |: look at the order|stand side by side now")


def generated(chance: Random, words: SidedWords) -> Lines:
    """A text of a few operative paragraphs."""
    return [["Urges", *words.some(10)] for _ in range(chance.randint(3, 8))]


def edited(chance: Random, lines: Lines, words: SidedWords) -> Lines:
    """A text with a few edits of one side."""
    made = [[*one] for one in lines]
    for _ in range(chance.choice((1, 1, 2, 3))):
        at = chance.randrange(len(made))
        act = chance.choice(("word", "new", "strike", "move", "move", "join", "join", "part"))
        if act == "word":
            made[at].insert(chance.randint(1, len(made[at])), *words.some(1))
        elif act == "new":
            made.insert(at, ["Requests", *words.some(10)])
        elif act == "strike" and len(made) > 2:
            del made[at]
        elif act == "move":
            made.insert(chance.randrange(len(made)), made.pop(at))
        elif act == "join" and at + 1 < len(made):
            made[at : at + 2] = [[*made[at], "and", *made[at + 1][1:]]]
        elif act == "part" and len(made[at]) > 8:
            made[at : at + 1] = [made[at][:6], ["Invites", *made[at][6:]]]
    return made


def text(lines: Lines) -> Draft:
    """The draft."""
    return draft(*(f"{number}. {' '.join(one)};" for number, one in enumerate(lines, 1)))


def names_of(*texts: Lines) -> dict[str, str]:
    """The name of what each word was written for: the first of the words that stand together in all texts."""
    found: dict[str, str] = {}
    for lines in texts:
        for one in lines:
            own = [word for word in one if word[-1].isdigit()]
            name = next((found[word] for word in own if word in found), own[0] if own else "")
            for word in own:
                found.setdefault(word, name)
    return found


def places(of: Draft, names: Mapping[str, str]) -> dict[str, set[int]]:
    """The paragraphs of a text in which most of what has a name stands."""
    found: dict[str, Counter[int]] = {}
    for at, one in enumerate(of.paragraphs):
        for word in re.findall(r"[a-z]+\d+", one.text):
            if word in names:
                found.setdefault(names[word], Counter())[at] += 1
    return {name: {*many} for name, many in found.items()}


def _stand(where: Mapping[str, set[int]], one: str, two: str) -> int:
    """-1 where one stands before the other, 1 where behind, 0 where that cannot be said."""
    if one not in where or two not in where or where[one] & where[two]:
        return 0
    first, second = where[one], where[two]
    return -1 if max(first) < min(second) else 1 if min(first) > max(second) else 0


def out_of_order(found: Merge, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Pairs that stand otherwise than is due, nothing of them asked, and nothing of any order told.

    Where one side alone has one of them the pair counts if the other side left all it has in order.
    """
    drafts = found.ours.old, found.ours.new, found.theirs.new
    base, ours, theirs = known = [places(one, names) for one in drafts]
    now = places(found.draft, names)
    if any(_TOLD.search(one) for one in found.told):
        return
    asked: set[int] = set()
    # What one side deleted and the other moved stands as the base has it by that answer.
    kinds = {one.key: "moved" if one.choice == Choice("base") else one.kind for one in found.conflicts}
    ways = {one.key: NAMES.index(one.choice.way) for one in found.conflicts if one.choice and one.choice.way in NAMES}
    answered = {at: {ways[key] for key in row.conflicts if key in ways} for row in found.rows for at in row.merged}
    for row in found.rows:
        if {kinds.get(key) for key in row.conflicts} & _PLACE:
            asked |= {*row.merged}
    in_order = [all(_stand(where, *pair) <= 0 for pair in _neighbours(base, where)) for where in known]
    for one, two in combinations(sorted(now), 2):
        here = _stand(now, one, two)
        was, mine, other = (_stand(where, one, two) for where in known)
        if not here or (now[one] | now[two]) & asked:
            continue
        if here in {_stand(known[side], one, two) for at in now[one] | now[two] for side in answered.get(at, ())}:
            continue
        both = all(name in where for where in (ours, theirs) for name in (one, two))
        if both and mine and other:
            due = mine if mine == other or other == was else other if mine == was else 0
        elif not both and bool(mine) != bool(other):
            side = 1 if mine else 2
            due = (mine or other) if in_order[3 - side] else here
        else:
            due = here
        if due != here:
            yield one, two


def _neighbours(base: Mapping[str, set[int]], where: Mapping[str, set[int]]) -> Iterator[Sequence[str]]:
    yield from pairwise(name for name in sorted(base, key=lambda name: min(base[name])) if name in where)
