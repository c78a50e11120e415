"""Headings: one whose words are others now, or that has a number alone, is known by what stands under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, product

from models.comparison.aligning.contained import stands_in
from models.comparison.aligning.gaps import LEAST
from models.comparison.aligning.matching import Matching
from models.comparison.words.features import Numbered, Profile
from models.draft.typed_numbers import of_one_sort

_HEADING = "heading"
_ANNEX = "annex"
_KINDS = ("section", _HEADING, _ANNEX)
_NONE = -1
"""Stands for no annex."""
WORDS = 16
"""A heading has so many words at most."""
FIRST = 2
"""What stands right under a heading counts so many times."""


def pair_headings(matching: Matching) -> None:
    """Pair headings under which mostly the same paragraphs stand, whatever they say, or some where they say the same.

    A heading paired with another, under which nothing of the same stands, gives way where that has other words, or
    where all of them have the same: of two annexes that are called so only what they hold says which is which.
    """
    if matching.kinds is None or not all(any(one.startswith(_KINDS) for one in set(side)) for side in matching.kinds):
        return
    over_old, over_new = _over(matching, new=False), _over(matching, new=True)
    shared: Counter[tuple[int, int]] = Counter()
    under_old: Counter[int] = Counter()
    under_new: Counter[int] = Counter()
    under: Counter[tuple[tuple[int, ...], tuple[int, ...]]] = Counter()
    for (above, first), partners in zip(over_old, matching.to_new, strict=True):
        if above:
            for there, second in (over_new[j] for j in partners):
                under[above, there] += max(first, second)
    for (above, there), count in under.items():
        if there:
            shared.update({pair: count for pair in product(above, there) if _one_sort(matching, *pair)})
            under_old.update(dict.fromkeys(above, count))
            under_new.update(dict.fromkeys(there, count))
    for (i, j), count in sorted(shared.items()):
        known = (2 * count > under_old[i] and 2 * count > under_new[j]) or _says_the_same(matching, i, j)
        if known and _free(matching, i, j, shared) and matching.may(i, j):
            for at in matching.to_new[i]:
                matching.to_old[at] = ()
            for at in matching.to_old[j]:
                matching.to_new[at] = ()
            matching.pair_two(i, j)


def pair_titles(matching: Matching) -> None:
    """Pair what is left of the same words right behind a pair: "Scope" is known by the article it stands under."""
    old, new, to_new, to_old = matching.old, matching.new, matching.to_new, matching.to_old
    for i in matching.free_old():
        j = to_new[i - 1][0] + 1 if i and len(to_new[i - 1]) == 1 else len(new)
        if j < len(new) and not to_old[j] and not old[i].blank and old[i].key == new[j].key and matching.may(i, j):
            matching.pair_two(i, j)


def part_annexes(matching: Matching) -> None:
    """Annexes that have nothing of the same but their number, neither title nor paragraphs, are two.

    What only stands where something of another annex stood, and says scarcely the same, is not that. Nothing speaks
    against the number of an annex that holds no words.
    """
    if matching.kinds is None or not any(one.startswith(_ANNEX) for side in matching.kinds for one in set(side)):
        return
    olds, news = (_annexes(kinds) for kinds in matching.kinds)
    pairs: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, partners in enumerate(matching.to_new):
        for j in partners:
            pairs.setdefault((olds[i], news[j]), []).append((i, j))
    worded = _worded(olds, matching.old), _worded(news, matching.new)
    for (one, two), its in pairs.items():
        if (one, two) == (_NONE, _NONE) or one not in worded[0] or two not in worded[1]:
            continue
        if not any(_is_same(matching, i, j) for i, j in its):
            for i, j in its:
                matching.to_new[i], matching.to_old[j] = (), ()


def _annexes(kinds: Sequence[str]) -> list[int]:
    """The annex that each paragraph stands in, by its first line."""
    lines = (at if kind.startswith(_ANNEX) else _NONE for at, kind in enumerate(kinds))
    return [*accumulate(lines, max)]


def _worded(annexes: Sequence[int], profiles: Sequence[Profile]) -> frozenset[int]:
    """The annexes that hold words, a title or more."""
    return frozenset(annex for annex, profile in zip(annexes, profiles, strict=True) if not profile.blank)


def _is_same(matching: Matching, old: int, new: int) -> bool:
    """Whether two paragraphs that are paired say enough of the same, or were paired by hand, or are parts of one."""
    one, two = matching.old[old], matching.new[new]
    alone = len(matching.to_new[old]) == len(matching.to_old[new]) == 1
    if not alone or (old, new) in matching.bound:
        return True
    if one.blank or two.blank:
        return False
    return matching.weights.dice(one, two, LEAST) >= LEAST or stands_in(matching, old, new)


def _one_sort(matching: Matching, old: int, new: int) -> bool:
    """Whether two headings can be one: an article is no chapter."""
    one, two = matching.old[old], matching.new[new]
    return not (isinstance(one, Numbered) and isinstance(two, Numbered)) or of_one_sort(one.sort, two.sort)


def _says_the_same(matching: Matching, old: int, new: int) -> bool:
    one, two = matching.old[old], matching.new[new]
    return not isinstance(one, Numbered) and one.text == two.text


def _free(matching: Matching, old: int, new: int, shared: Counter[tuple[int, int]]) -> bool:
    """Whether both have no partner, or one that only looks like it and that nobody paired by hand."""
    held = [(old, j) for j in matching.to_new[old]] + [(i, new) for i in matching.to_old[new]]
    if (old, new) in held or not matching.bound.isdisjoint(held):
        return False
    twins = _says_the_same(matching, old, new)
    return all(
        not shared[i, j]
        and len(matching.to_new[i]) == len(matching.to_old[j]) == 1
        and (isinstance(matching.old[i], Numbered) or twins or matching.old[i].key != matching.new[j].key)
        for i, j in held
    )


def _over(matching: Matching, new: bool) -> list[tuple[tuple[int, ...], int]]:
    """For each paragraph the headings it stands under, and what it counts.

    Of several in a row that is the first, or the line an annex begins with; and an article, or what else has a typed
    number, as far as the next one, over other headings too. Nothing for headings themselves and for what stands under
    none.
    """
    assert matching.kinds is not None
    profiles, partners = (matching.new, matching.to_old) if new else (matching.old, matching.to_new)
    kinds, others = matching.kinds[new], matching.kinds[not new]
    found: list[tuple[tuple[int, ...], int]] = []
    numbered: dict[str, int] = {}
    above: tuple[int, ...] = ()
    first, count = -1, 0
    for at, kind in enumerate(kinds):
        # What is a paragraph of the text on the other side only looks like a heading.
        if kind.startswith(_KINDS) and all(others[other].startswith(_KINDS) for other in partners[at]):
            profile = profiles[at]
            if count != FIRST or kind.startswith(_ANNEX):
                first = at if len(profile.words) <= WORDS else -1
            if not kind.startswith(_HEADING):
                numbered.clear()
            if isinstance(profile, Numbered):
                for sort in [*numbered][[*numbered, profile.sort].index(profile.sort) :]:
                    del numbered[sort]
                numbered[profile.sort] = at
            above = tuple({at for at in (first, *numbered.values()) if at >= 0})
            count = FIRST
            found.append(((), 0))
        else:
            found.append((above, count))
            count = 1
    return found
