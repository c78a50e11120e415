"""Which paragraphs stand beside another in its list: a bis has the number before it, and no two have the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.draft import DraftError, Kind
from models.draft.numbering import IN_RUSSIAN, RANKED, SUFFIX, has_suffix, suffixes_from
from models.editing.marks.language_marks import RUSSIAN
from models.editing.marks.language_memory import language
from models.editing.places import Entries, depth, is_item
from models.editing.working import WorkingText

_FIGURE = re.compile(r"(\(?)(\d{1,2})\)")
_BORDERS = (Kind.ANNEX, Kind.ENACTING)


class NoSuffixLeft(DraftError):
    """All suffixes from the wanted one on are those of other paragraphs."""

    def __init__(self, number: str, suffix: str) -> None:
        super().__init__(
            f"Paragraphs beside {number} have all suffixes from {suffix} to {suffixes_from(suffix)[-1]} already; "
            "write a number of its own for this one."
        )


def before_in_list(working: WorkingText, position: int) -> int | None:
    """The position of the sibling before, in a section before where the numbers go on; None for the first of a list."""
    return next(_beside(working, position, range(position - 1, -1, -1)), None)


def in_figures(working: WorkingText, position: int) -> bool:
    """Whether "1)" may be that of the item it is typed in: the first of its list, or one of a list that is written so.
    Behind "(a)" it waits for the verb that makes it an operative paragraph."""
    entries = working.entries
    if not position or not is_item(entries[position]):
        return False
    above, level = entries[position - 1], entries[position].paragraph.level
    before = before_in_list(working, position)
    if before is None:
        return (depth(above) or 0) < level
    number = entries[before].paragraph.number or ""
    return number.endswith(")") and number[:-1].isdecimal()


def goes_on_above(entries: Entries, position: int, number: str) -> bool:
    """Whether a figure goes on in a list around that of the item at a position: "2)" behind "1) ...: a) ..."."""
    level = entries[position].paragraph.level
    for at in range(position - 1, -1, -1):
        there = depth(entries[at])
        if not there:
            return False
        if there < level:
            level, said = there, _FIGURE.fullmatch(entries[at].paragraph.number or "")
            if said and f"{said[1]}{int(said[2]) + 1})" == number:
                return True
    return False


def others_in_list(working: WorkingText, position: int) -> Iterator[int]:
    """The positions of all siblings of a paragraph, the nearest of those before it first."""
    yield from _beside(working, position, range(position - 1, -1, -1))
    yield from _beside(working, position, range(position + 1, len(working.entries)))


def _beside(working: WorkingText, position: int, way: range) -> Iterator[int]:
    entries = working.entries
    level, kind = depth(entries[position]), entries[position].paragraph.kind
    for at in way:
        other, there = entries[at].paragraph, depth(entries[at])
        if other.kind in _BORDERS or (level and there is not None and there < level):
            return
        section = other.kind is Kind.SECTION is not kind
        if section and (level or entries[at].key in working.stretches.restarting()):
            return
        if there == level and other.kind is kind:
            yield at


def twice(working: WorkingText, position: int) -> dict[str, str]:
    """The numbers that more than one of the list of a paragraph have, as compared and as shown; an alt may be one of
    several."""
    seen: set[str] = set()
    found: dict[str, str] = {}
    for at in (position, *others_in_list(working, position)):
        paragraph = working.entries[at].paragraph
        number = working.label(at) if paragraph.kind is Kind.PREAMBULAR else working.number(at)
        number = paragraph.set_label or number or ""
        one = number.rstrip(".") if number.isascii() else number
        if not one.isdigit():  # as most are
            suffix = SUFFIX.search(number)
            if suffix is not None and suffix["suffix"].strip().lower() not in RANKED:
                continue
            one = _as_compared(number.rpartition(".")[2] or number).translate(_ROUND)
        if one in seen and one.isalnum():
            found[one] = number
        seen.add(one)
    return found


_ROUND = dict.fromkeys(map(ord, "()（）"))


def in_its_letters(working: WorkingText, suffix: str) -> str:
    """A suffix in the letters of the text: "бис" in a Russian one, where no paragraph is called bis in others."""
    if language(working) is not RUSSIAN:
        return suffix
    numbers = (entry.paragraph.set_label or entry.paragraph.number or "" for entry in working.entries)
    found = (SUFFIX.search(number) for number in numbers if has_suffix(number))
    latin = any(one is not None and one["suffix"].isascii() for one in found)
    return suffix if latin else IN_RUSSIAN.get(suffix, suffix)


def free(working: WorkingText, position: int, beside: str, suffix: str) -> str:
    """A number with a suffix that no other of the list has: with the wanted one, else with the next after it."""
    if suffix not in RANKED:
        return f"{beside} {suffix}"
    others = (working.entries[at].paragraph for at in others_in_list(working, position))
    taken = {_as_compared(other.set_label or other.number or "") for other in others}
    free = (f"{beside} {later}" for later in suffixes_from(suffix))
    number = next((number for number in free if _as_compared(number) not in taken), None)
    if number is None:
        raise NoSuffixLeft(beside, suffix)
    return number


def free_of_others(working: WorkingText, position: int, number: str) -> str:
    """A number with a suffix as it was typed, or with the next suffix that no other of the list has; where all are
    taken, as typed."""
    suffix = SUFFIX.search(number)
    if suffix is None:
        return number
    try:
        later = free(working, position, number[: suffix.start()], suffix["suffix"].strip().lower())
    except NoSuffixLeft:
        return number
    return number if _as_compared(later) == _as_compared(number) else later


def _as_compared(number: str) -> str:
    return "".join(number.lower().removeprefix("op").rstrip(".").split())
