"""Whether a regular expression could take for ever: repetitions in a repetition that can share letters out anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_MANY = 12
_MOST_FACTORS = 3
# Letters that stand for all others: what two parts of a pattern share is seen on these.
_SAMPLE = [chr(code) for code in range(1, 256)] + list("éßжядاب中国“”’—–\u00a0\u202f٣")

Items = Sequence[tuple[Any, Any]]


def may_run_for_ever(source: str, flags: int = 0) -> bool:
    """Whether matching could need exponential time, or more than the cube of a paragraph's length."""
    items = parser.parse(source, flags)
    return _dangerous(items) or _degree(items) > _MOST_FACTORS


def _dangerous(items: Items) -> bool:
    """Whether a repetition holds something whose share of the letters is not settled by what stands around it."""
    for code, value in items:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            _, most, body = value
            if most > 1 and _many(most) and (_unsettled(body) or _empty_in_two_ways(body)):
                return True
        if any(_dangerous(inner) for inner in _inner(code, value)):
            return True
    return False


def _empty_in_two_ways(items: Items) -> bool:
    """Whether something within may be left out that may be empty too: two ways for nothing, at each round."""
    for code, value in items:
        repeats = code in (codes.MAX_REPEAT, codes.MIN_REPEAT)
        if repeats and value[0] == 0 and value[2].getwidth()[0] == 0:
            return True
        if any(_empty_in_two_ways(inner) for inner in _inner(code, value)):
            return True
    return False


def _many(most: Any) -> bool:
    return most is codes.MAXREPEAT or int(most) > _MANY


def _inner(code: Any, value: Any) -> Iterator[Items]:
    """The patterns within an item."""
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        yield value[2]
    elif code is codes.SUBPATTERN:
        yield value[-1]
    elif code is codes.BRANCH:
        yield from value[1]
    elif code in (codes.ASSERT, codes.ASSERT_NOT):
        yield value[1]
    elif code is codes.ATOMIC_GROUP:
        yield value
    elif code is codes.GROUPREF_EXISTS:
        yield value[1]
        if value[2]:
            yield value[2]


def _unsettled(body: Items) -> bool:
    """Whether the body of a repetition can match one text in several ways, round and round.

    Each part that can be shorter or longer needs, before the next such part (the first again after the last), a
    letter that must stand there and belongs to neither.
    """
    parts = list(_flat(body))
    loose = [at for at, (fixed, _) in enumerate(parts) if not fixed]
    if not loose:
        return False
    for place, at in enumerate(loose):
        following = loose[(place + 1) % len(loose)]
        between = parts[at + 1 : following] if following > at else parts[at + 1 :] + parts[:following]
        both = parts[at][1] | parts[following][1]
        if not any(not letters & both for _, letters in between):
            return True
    return False


def _flat(body: Items) -> Iterator[tuple[bool, frozenset[str]]]:
    """The parts of a body in order: whether it is one letter that must stand there, and the letters it can hold."""
    for code, value in body:
        if code in (codes.AT, codes.ASSERT, codes.ASSERT_NOT):
            continue
        if code is codes.SUBPATTERN:
            yield from _flat(value[-1])
        elif code in (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY, codes.CATEGORY, codes.RANGE):
            yield True, _letters([(code, value)])
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] == value[1] and value[0] < _MANY:
            for _ in range(value[0]):
                yield from _flat(value[2])
        elif code is codes.BRANCH and _apart(value[1]):
            yield from _shortest_common(value[1])
        else:
            yield False, _all_letters([(code, value)])


def _apart(branches: Sequence[Items]) -> bool:
    """Whether the first letter says which of the branches it is, and none of them is loose."""
    seen: set[str] = set()
    for branch in branches:
        parts = list(_flat(branch))
        if not parts or not all(fixed for fixed, _ in parts) or parts[0][1] & seen:
            return False
        seen |= parts[0][1]
    return True


def _shortest_common(branches: Sequence[Items]) -> Iterator[tuple[bool, frozenset[str]]]:
    """Branches told apart by their first letter: one letter that must stand there, and the letters of all."""
    yield True, frozenset().union(*(_all_letters(branch) for branch in branches))


def _letters(items: Items) -> frozenset[str]:
    """The sample letters one item of one letter takes."""
    code, value = items[0]
    if code is codes.ANY:
        return frozenset(_SAMPLE)
    if code is codes.LITERAL:
        return frozenset({chr(value), chr(value).lower(), chr(value).upper()})
    if code is codes.NOT_LITERAL:
        return frozenset(_SAMPLE) - {chr(value)}
    if code is codes.IN:
        negated = value[0][0] is codes.NEGATE
        found = frozenset().union(*(_of_class(one) for one in value if one[0] is not codes.NEGATE))
        return frozenset(_SAMPLE) - found if negated else found
    return _of_class((code, value))


def _of_class(item: tuple[Any, Any]) -> frozenset[str]:
    code, value = item
    if code is codes.LITERAL:
        return frozenset({chr(value), chr(value).lower(), chr(value).upper()})
    if code is codes.RANGE:
        return frozenset(
            one for one in _SAMPLE if any(value[0] <= ord(c) <= value[1] for c in (one.lower()[0], one.upper()[0]))
        )
    if code is codes.CATEGORY:
        name = str(value).rsplit("_", 1)[-1].lower()
        letter = {"digit": "d", "space": "s", "word": "w"}[name]
        pattern = re.compile(f"\\{letter.upper() if '_NOT_' in str(value) else letter}")
        return frozenset(one for one in _SAMPLE if pattern.match(one))
    return frozenset(_SAMPLE)


def _all_letters(items: Items) -> frozenset[str]:
    """The sample letters that can stand anywhere in a pattern; all where it is not known."""
    found: frozenset[str] = frozenset()
    for code, value in items:
        inner = list(_inner(code, value))
        if code in (codes.ASSERT, codes.ASSERT_NOT, codes.AT):
            continue
        if inner:
            found = found.union(*(_all_letters(one) for one in inner))
        elif code is codes.GROUPREF:
            found |= frozenset(_SAMPLE)
        else:
            found |= _letters([(code, value)])
    return found


def _degree(items: Items) -> int:
    """How many factors of a paragraph's length matching can take: one for each repetition whose end is not settled.

    It is settled where a letter that it cannot hold must stand after it, before the next repetition.
    """
    parts = list(_flat(items))
    loose = [at for at, (fixed, _) in enumerate(parts) if not fixed]
    endless = [value for _, value in _repeats(items) if _many(value[1])]
    count = 0
    for place, at in enumerate(loose):
        following = loose[place + 1] if place + 1 < len(loose) else len(parts)
        between = [letters for _, letters in parts[at + 1 : following]]
        after = [*between, parts[following][1]] if following < len(parts) else between
        if any(not letters & parts[at][1] for letters in between) or not any(one & parts[at][1] for one in after):
            continue
        count += 1 + (not between)
    starts = 1 if loose[:1] == [0] and count else 0
    return min(count, len(endless) + 1) + starts if endless else 0


def _repeats(items: Items) -> Iterator[tuple[Any, Any]]:
    """All repetitions of a pattern, however deep."""
    for code, value in items:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            yield code, value
        for inner in _inner(code, value):
            yield from _repeats(inner)
