"""Several paragraphs named in the form of a reference: "paragraphs 1 to 3" as "paragraphs 1, 2 and 7"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from models.draft.brackets import CLOSING, OPENING
from models.draft.late_pattern import late_pattern
from models.draft.mention import Mention
from models.draft.mentioned_items import AND, ARABIC_AND, AS_WELL_AS, RANGE, SPACE, Item
from models.draft.number_words import as_written

Name = Sequence[str]
"""A number and the letters down to a paragraph, "4", "a"."""
Named = tuple[Name, ...]
"""One paragraph by its name, or the first and the last of a range."""

_RANGE = late_pattern(
    rf"(?:{RANGE})"
    rf"(?:[OP]P|the{SPACE})?|段?{SPACE}?[至到–—-]{SPACE}?第?"
)
"""Between the ends of a range, where what leads to them may be said again: "OP1 to OP3"."""
_COMMA = rf"{SPACE}*[,،、]{SPACE}*"
_AND = rf"{SPACE}*(?:{AND}|{AS_WELL_AS}|plus|[&+/]|{ARABIC_AND}|段?(?:[和及与或]|以及)第?){SPACE}*"
_LINK = late_pattern(rf"(?:{_COMMA})?(?P<word>{_AND})?(?P<lead>[OP]P{SPACE}?)?")
"""Between others, which may say it again, too: "OP1, OP2 and OP4"."""
_OF_ARABIC_RANGE = late_pattern(rf"من{SPACE}\Z")
_EACH = re.compile(
    r"respective|in that order|соответственно|分别|على التوالي|dans cet ordre|en ese orden", re.IGNORECASE
)
_LINKS = (
    (late_pattern("[至到段]"), "、", "和"),
    (late_pattern("[\u0600-\u06ff]"), " و ", " و "),
    (late_pattern("[а-яё]", re.IGNORECASE), ", ", " и "),
    (late_pattern(r"à|aragraphe|linéa", re.IGNORECASE), ", ", " et "),
    (late_pattern(rf"{SPACE}al?{SPACE}|árrafo|partado|nciso|liter|letra", re.IGNORECASE), ", ", " y "),
    (late_pattern(""), ", ", " and "),
)
"""What parts several paragraphs and what stands before the last, by what the words of a reference hold."""


class Written(NamedTuple):
    """Other words for some of a reference: from where to where, and which."""

    start: int
    end: int
    text: str


class Links(NamedTuple):
    """What stands before a range and between its ends, between several paragraphs, and before the last of them."""

    before: str
    range: str
    comma: str
    last: str


def keeps_order(text: str, mention: Mention) -> bool:
    """Whether the order matters in which a text names paragraphs: "1 and 2 above, respectively", or "1 [and 2]"."""
    first, last = mention.items[0], mention.items[-1]
    parted = not {*OPENING, *CLOSING}.isdisjoint(text[_start(text, first) : last.end])
    return parted or _names_each_in_turn(text)


@lru_cache(maxsize=8)  # asked for each reference of a text, one after the other
def _names_each_in_turn(text: str) -> bool:
    return _EACH.search(text) is not None


def links_of(text: str, mention: Mention) -> Links | None:
    """The links of a reference of a text; None where other words stand between its figures, which are not to go."""
    items = mention.items
    starts = [_start(text, item) for item in items]
    between = [text[one.end : start] for one, start in zip(items, starts[1:], strict=False)]
    ranges = [link for link, item in zip(between, items[1:], strict=True) if item.ranges]
    others = [link for link, item in zip(between, items[1:], strict=True) if not item.ranges]
    if not all(map(_links_range, ranges)) or not all(map(_LINK.fullmatch, others)):
        return None
    if not all(item.in_order and _is_whole(text, item) for item in items):
        return None
    leads = _OF_ARABIC_RANGE.search(text, mention.start, starts[0])
    comma, last = _commas(text[mention.start : starts[0]], between, others)
    return Links(leads[0] if leads else "", ranges[0] if ranges else "", comma, last)


def listed(text: str, mention: Mention, named: Sequence[Named], typed: Links | None = None) -> Written | None:
    """What lets a reference of a text name these paragraphs and ranges; None where nobody can say so in its form.

    Its links are its own, or those that were `typed`.
    """
    items, own = mention.items, links_of(text, mention)
    links = typed or own
    if own is None or links is None:
        return None
    said = links.before if len(named[0]) > 1 else ""
    before: Name = ()
    for number, names in enumerate(named):
        said += "" if not number else links.last if number == len(named) - 1 else links.comma
        for at, name in enumerate(names):
            one = _written(text, items, name, before)
            if one is None:
                return None
            said += (links.range if at else "") + one
            before = name
    return Written(_start(text, items[0]) - len(own.before), items[-1].end, said)


def _links_range(link: str) -> bool:
    return _RANGE.fullmatch(link) is not None


def _commas(head: str, between: Sequence[str], others: Sequence[str]) -> tuple[str, str]:
    """What parts several paragraphs, and what stands before the last: as a reference has it, or its language."""
    said = head + "".join(between)
    comma, last = next((comma, last) for pattern, comma, last in _LINKS if pattern.search(said))
    found = [link for one in others if (link := _LINK.fullmatch(one)) is not None]
    commas, words = ([one[0] for one in found if bool(one["word"]) is has] for has in (False, True))
    lead = next((one["lead"] for one in found if one["lead"]), "")
    return commas[0] if commas else comma + lead, words[-1] if words else last + lead


def _start(text: str, item: Item) -> int:
    """Where a part of a reference begins, with its bracket."""
    start = min(item.signs).start
    return start - (item.number is None and text[start - 1] in "(（")


def _is_whole(text: str, item: Item) -> bool:
    """Whether nothing stands between the figures and letters of a part but their brackets."""
    signs = item.signs
    return all(not text[one.end : two.start].strip(" ()（）\u00a0\u202f") for one, two in pairwise(signs))


def _written(text: str, items: Sequence[Item], name: Name, before: Name) -> str | None:
    """The name of a paragraph as a reference has such, its letters alone where the one before has the same number."""
    number, letters = items[0].number, name[1:]
    if not name:
        return None  # a heading, or what stands in no list
    if number is None:
        letters = name[len(name) - len(items[0].letters) :]
    elif before and len(before) == len(name) > 1 and [*before[:-1]] == [*name[:-1]]:
        number, letters = None, name[-1:]
    said = as_written(text[number.start : number.end], name[0]) if number is not None else ""
    if said is None or not (said or letters):
        return None
    space, opening, closing = _brackets(text, items)
    if len(letters) > 1 and not closing:
        return None  # "OP5b" has room for one
    both = (letter.partition(" ") for letter in letters)
    lettered = [f"{opening}{letter}{closing}{gap}{suffix}" for letter, gap, suffix in both]
    return said + (space if said and letters else "") + space.join(lettered)


def _brackets(text: str, items: Sequence[Item]) -> tuple[str, str, str]:
    """What stands before the letters of a reference, round them and between them; nothing in "OP5b"."""
    lettered = next((item for item in items if item.letters), None)
    if lettered is None:
        return " ", "(", ")"
    if lettered.glued:
        return "", "", ""
    letter = lettered.letters[0]
    opening = text[letter.start - 1] if text[letter.start - 1] in "(（" else ""
    space = next(
        (text[one.end : two.start - len(opening)] for item in items for one, two in pairwise(item.signs)),
        " ",
    )
    return space.strip(")）"), opening, next(one for one in text[letter.start :] if one in ")）")
