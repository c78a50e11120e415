"""Which changes are of one move: those in its named ranges, and what belongs to it where a program lost a range."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from models.word.namespaces import w
from models.word.reading.found_revisions import FoundRevisions
from models.word.reading.tracked import PLACE_START

RANGES = {
    w(f"{tag}Range{end}"): (kind, end == "Start")
    for tag, kind in (("moveFrom", "move-from"), ("moveTo", "move-to"))
    for end in ("Start", "End")
}
"""The ends of ranges of moves: of which side, and whether they start one."""
_OF_ROWS = (frozenset(("move-from", "delete")), frozenset(("move-to",)))
"""By whether a row comes, what has to be of its move: words may be put into a row that moved."""


def names_of_moves(root: etree._Element, found: FoundRevisions) -> dict[int, str]:
    """The names of moves by change; without one it is of no other.

    LibreOffice ends a range before the end of the paragraph that moved with it, and loses one whose last words are
    struck: then what came is known by the words that left.
    """
    open_names: dict[str, dict[str | None, str]] = {"move-from": {}, "move-to": {}}
    ended: dict[str, tuple[etree._Element | None, str]] = {}
    named: dict[int, str] = {}
    left: dict[str, str] = {}
    alone: dict[etree._Element | None, list[int]] = {}
    for element in root.iter(PLACE_START, *RANGES) if next(root.iter(*RANGES), None) is not None else ():
        if element.tag in RANGES:
            side, starts = RANGES[str(element.tag)]
            if starts:
                open_names[side][element.get(w("id"))] = element.get(w("name")) or ""
            else:
                ended[side] = element.getparent(), open_names[side].pop(element.get(w("id")), "")
            continue
        number = int(element.get("n") or 0)
        kind, (paragraph, last) = found.found[number].kind, ended.get(found.found[number].kind, (None, ""))
        names = list(open_names.get(kind, {}).values()) or ([last] if paragraph is element.getparent() else [])
        if names and names[-1]:
            named[number] = names[-1]
            if kind == "move-from":
                left[names[-1]] = left.get(names[-1], "") + found.found[number].text
        elif kind == "move-to":
            alone.setdefault(element.getparent(), []).append(number)
    return named | _known_by_words(found, named, left, alone)


def _known_by_words(
    found: FoundRevisions,
    named: dict[int, str],
    left: dict[str, str],
    alone: dict[etree._Element | None, list[int]],
) -> dict[int, str]:
    """The names of what came `alone`, by paragraph, where the words of one move `left` and came nowhere else."""
    come = {name for number, name in named.items() if found.found[number].kind == "move-to"}
    lost = {text: name for name, text in left.items() if name not in come and text}
    moves: dict[int, str] = {}
    for numbers in alone.values():
        name = lost.pop("".join(found.found[number].text for number in numbers), None)
        if name is not None:
            moves.update(dict.fromkeys(numbers, name))
    return moves


def moved_with_rows(
    moves: dict[int, str], rows: Iterable[tuple[etree._Element, int, bool]], found: FoundRevisions
) -> dict[int, str]:
    """The same, each of the rows (row, number of its change, whether it comes) being of the move of its words.

    A row of which some words left by a move and others by none did not move as a row: what left and what came is told
    as that, at both ends.
    """
    if not moves:
        return {}
    whole: dict[int, str] = {}
    parted: set[str | None] = set()
    for row, number, comes in rows:
        within = [int(place.get("n") or 0) for place in row.iter(PLACE_START)]
        names = {moves.get(one) for one in within if found.found[one].text and found.found[one].kind in _OF_ROWS[comes]}
        if len(names) > 1:
            parted |= names
        elif (name := next(iter(names), None)) is not None:
            whole[number] = name
    return {number: name for number, name in (moves | whole).items() if name not in parted}
