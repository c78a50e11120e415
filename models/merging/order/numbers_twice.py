"""One number by hand for two paragraphs: each side put in a "3 bis" of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from models.draft import Draft, labels
from models.draft.numbering import SUFFIX, SUFFIXES
from models.merging.conflict import Conflict, Row
from models.merging.sheet import Sheet
from models.merging.sides import NAMES, OURS, THEIRS
from models.merging.words.called import quoted
from models.merging.words.traits_asked import SIDES

_IN_ORDER = SUFFIXES[: SUFFIXES.index("alt")]


def ask(sheet: Sheet, draft: Draft) -> bool:
    """Asks which of two paragraphs has the number that each side gave one; whether anything was to be asked.

    The other one gets the next suffix that is free. `draft` is the merged text with its numbers as they are.
    """
    names = labels(draft)
    first: dict[str, tuple[Row, int]] = {}
    found = False
    for row in list(sheet.rows):
        for at in row.merged:
            name = names[at]
            if name is None or sheet.lines[at].traits.counted or _suffix(_number(sheet, at)) is None:
                continue
            before = first.setdefault(name, (row, at))
            if before[1] == at:
                continue
            owners = _owner(sheet, before[0], name), _owner(sheet, row, name)
            if None not in owners and owners[0] != owners[1]:
                number = next(index for index, one in enumerate(sheet.rows) if one.key == row.key)
                _ask(sheet, number, (before[1], at), owners[1] or "", set(names))
                found = True
    return found


def _number(sheet: Sheet, at: int) -> str:
    traits = sheet.lines[at].traits
    return traits.set_label or traits.number or ""


def _suffix(number: str) -> str | None:
    match = SUFFIX.search(number)
    suffix = match["suffix"].strip().lower() if match else None
    return suffix if suffix in _IN_ORDER else None


def _owner(sheet: Sheet, row: Row, name: str) -> str | None:
    """The only side on which a paragraph of a row has a name."""
    having = [
        NAMES[side]
        for side, places in ((OURS, row.ours), (THEIRS, row.theirs))
        if any(sheet.sides[side].labels[place] == name for place in places)
    ]
    return having[0] if len(having) == 1 else None


def _ask(sheet: Sheet, number: int, lines: tuple[int, int], second: str, taken: set[str | None]) -> None:
    """Asks about two lines, the second of which stands in a row and is of a side; gives the other another number."""
    row = sheet.rows[number]
    key = f"{row.key}:number:twice"
    one, two = (_about(sheet, at) for at in lines)
    ours, theirs = (two, one) if second == "ours" else (one, two)
    choice = sheet.choices.get(key)
    sheet.conflicts.append(Conflict(key, "number", "", "", ours, theirs, number, SIDES[:2], choice))
    sheet.rows[number] = replace(row, kind="conflict", conflicts=(*row.conflicts, key))
    if choice is None:
        sheet.lines[lines[1]].before = f"[ours: {ours} | theirs: {theirs}] " + sheet.lines[lines[1]].before
        return
    other = lines[0] if choice.way == second else lines[1]
    traits = sheet.lines[other].traits
    for new in _later(_number(sheet, other)):
        if not any(name and name.lower().endswith(new.lower()) for name in taken):
            if traits.set_label:
                sheet.lines[other].traits = replace(traits, set_label=new)
            else:
                sheet.lines[other].traits = replace(traits, number=new)
            return


def _about(sheet: Sheet, at: int) -> str:
    return f"number {_number(sheet, at)} for {quoted(sheet.lines[at].text(sheet.sides))}"


def _later(number: str) -> Iterator[str]:
    """The numbers after one with a suffix: "3 ter", "3 quater"."""
    match = SUFFIX.search(number)
    assert match is not None
    suffix = match["suffix"].strip()
    start = match.start("suffix")
    for later in _IN_ORDER[_IN_ORDER.index(suffix.lower()) + 1 :]:
        yield number[:start] + later + number[start + len(suffix) :]
