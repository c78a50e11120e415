"""The level of an item whose number was typed, by the list it stands in, and the place in it that it claims."""

from __future__ import annotations

from models.draft.numbering import (
    CAPITALS,
    LATIN,
    ROMAN,
    SUFFIX,
    form_of,
    from_letters,
    from_roman,
    has_suffix,
    place_of,
    value_of,
)
from models.editing.acts.levels import deepest_there
from models.editing.places import Entries, depth, head_of, list_before
from models.reading.levels import NO_LETTERS, Lists
from models.reading.literals import Literal

_MARKS = ("'", "’", "‘", "`")
"""Quotation marks round a figure, as ’1‘ has them."""


def _style_computed(level: int) -> str:
    return "paren" if level < 3 else "dot"


def _style(number: str, level: int) -> str:
    """How a number is written: "(a)", "a)", "a." or "’1‘"; that of its level where it is none of them."""
    bare = SUFFIX.sub("", number).strip()
    if "(" in bare:
        return "paren"
    if bare[:1] in _MARKS:
        return "quoted"
    return "dot" if bare.endswith(".") else "half" if bare.endswith(")") else _style_computed(level)


def typed_level(entries: Entries, position: int, found: Literal) -> int:
    """The level of an item by the list it stands in: "(i)" after "(h)" is a letter, after "(a)" it is roman.

    The first of a list that is deeper already, as by Tab, stays there, however that list is written, and so does the
    next where that has letters.
    """
    deep = depth(entries[position]) or 0
    if deep > 1 and depth(entries[position - 1]) == deep - 1 and _begins(found):
        return deep
    lettered: dict[int, bool] = {}
    lists = Lists()
    above = list_before(entries, position)
    head = head_of(entries, above) if above is not None else None
    counts: dict[int, int] = {}
    for at in range(head + 1 if head is not None else position, position):
        level = depth(entries[at])
        if level:
            number = entries[at].paragraph.number
            counts = {deep: count for deep, count in counts.items() if deep <= level}
            due = counts.get(level, 0) + 1
            if not has_suffix(number):
                value = place_of(number, level, due) if number else None
                counts[level] = value if value is not None else due
            style = _style(number, level) if number else _style_computed(level)
            lists.last = dict(counts)
            lists.style_at = {deep: lists.style_at.get(deep, "paren") for deep in counts} | {level: style}
            form = form_of(number, level, due) if number else None
            lists.alphabets = {deep: lists.alphabets.get(deep, "") for deep in counts}
            alphabet = form.alphabet if form is not None else ""
            plain = form is not None and not alphabet and level == 3 and style == found.style
            large = found.number != found.number.lower()
            lettered[level] = alphabet == CAPITALS if large else alphabet == LATIN or plain
            lists.alphabets[level] = (
                alphabet if alphabet in (*NO_LETTERS, ROMAN) else ROMAN if level in (2, 4) and not alphabet else ""
            )
    if lettered.get(deep) and not found.suffix and from_letters(found.value) == lists.last.get(deep, 0) + 1 > 1:
        return deep
    level = _goes_on(lists, found) or lists.level(found, None, 0 if lists.style_at.get(1, "dot") != "dot" else 1)
    return min(level, deepest_there(entries, position))


def _begins(found: Literal) -> bool:
    """Whether a number is the first of a list."""
    return not found.suffix and 1 in (value_of(found.number, 1), from_roman(found.value))


def _goes_on(lists: Lists, found: Literal) -> int | None:
    """The level a number goes on at though it is written otherwise: "b)" typed after a computed "(a)".

    One that begins no list goes on with one: so does "(ii)" after what was typed as "(i)" and counts as "(a)" there.
    """
    levels = sorted(lists.last, reverse=True)
    alike = [level for level in levels if lists.style_at[level] == found.style]
    for level in [] if found.style == "paren" else alike or levels:
        due = lists.last[level] + (not found.suffix)
        roman = lists.alphabets[level] == ROMAN
        if (from_roman(found.value) if roman else value_of(found.number, level)) == due and (due > 1 or found.suffix):
            return level
    deepest = levels[0] if levels else 0
    due = lists.last.get(deepest, 0) + (not found.suffix)
    if value_of(found.number, 1) != due and claimed_place(found, deepest, due) == due and (due > 1 or found.suffix):
        return deepest
    return None


def claimed_place(found: Literal, level: int, due: int) -> int | None:
    """The place in its list that a number claims; where letters are counted, "(ii)" is rather the second."""
    values = (value_of(found.number, level), from_roman(found.value) if level in (1, 3) else None)
    return min((value for value in values if value is not None), key=lambda value: abs(value - due), default=None)


def next_in_list(entries: Entries, position: int, level: int) -> int:
    """The place that is due at a level of the list above a position; 1 where none of that level stands there."""
    count, printed = 0, None
    for at in range(position - 1, -1, -1):
        there = depth(entries[at])
        if there is None or there < level:
            break
        if there == level:
            count += 1
            printed = printed or entries[at].paragraph.number
    return max(count, (printed and value_of(printed, level)) or 0) + 1
