"""One number by hand for two paragraphs: each side put in a "3 bis" of its own."""

from __future__ import annotations

from dataclasses import replace

from models.draft import Draft, Paragraph, labels
from models.draft.numbering import RANKED, SUFFIX, later_numbers
from models.merging.conflict import Conflict, Row
from models.merging.sheet import Sheet
from models.merging.sides import OURS, THEIRS
from models.merging.words.called import quoted
from models.merging.words.traits_asked import SIDES


def ask(sheet: Sheet, draft: Draft) -> bool:
    """Asks which of two paragraphs has the number that each side gave one; whether anything was to be asked.

    The other one gets the next suffix that is free. `draft` is the merged text with its numbers as they are.
    """
    names = labels(draft)
    first: dict[str, tuple[Row, int]] = {}
    found = False
    for row in list(sheet.rows):
        for at in row.merged:
            name, suffix = names[at], _suffix(_number(draft.paragraphs[at]))
            if name is None or sheet.lines[at].traits.counted or suffix is None:
                continue
            before = first.setdefault(name, (row, at))
            if before[1] == at:
                continue
            owners = _owner(sheet, before[0], name, suffix), _owner(sheet, row, name, suffix)
            if None not in owners and owners[0] != owners[1]:
                number = next(index for index, one in enumerate(sheet.rows) if one.key == row.key)
                _ask(sheet, draft, number, (before[1], at), owners[1] or "")
                found = True
    return found


def _number(paragraph: Paragraph) -> str:
    return paragraph.set_label or paragraph.number or ""


def _suffix(number: str) -> str | None:
    match = SUFFIX.search(number)
    suffix = match["suffix"].strip().lower() if match else None
    return suffix if suffix in RANKED else None


def _owner(sheet: Sheet, row: Row, name: str, suffix: str) -> str | None:
    """The only side on which a paragraph of a row has a name, or at least its suffix: "6 bis" may be "5 bis" there."""
    places = {
        way: (sheet.sides[side], its) for way, side, its in (("ours", OURS, row.ours), ("theirs", THEIRS, row.theirs))
    }
    named = [way for way, (side, its) in places.items() if any(side.labels[at] == name for at in its)]
    numbers = {way: [_number(side.draft.paragraphs[at]) for at in its] for way, (side, its) in places.items()}
    having = named or [way for way, its in numbers.items() if any(_suffix(one) == suffix for one in its)]
    return having[0] if len(having) == 1 else None


def _ask(sheet: Sheet, draft: Draft, number: int, lines: tuple[int, int], second: str) -> None:
    """Asks about two lines, the second of which stands in a row and is of a side; gives the other another number."""
    row = sheet.rows[number]
    key = f"{row.key}:number:twice"
    one, two = (
        f"number {_number(draft.paragraphs[at])} for {quoted(sheet.lines[at].text(sheet.sides))}" for at in lines
    )
    ours, theirs = (two, one) if second == "ours" else (one, two)
    choice = sheet.choices.get(key)
    sheet.conflicts.append(Conflict(key, "number", "", "", ours, theirs, number, SIDES[:2], choice))
    sheet.rows[number] = replace(row, kind="conflict", conflicts=(*row.conflicts, key))
    if choice is None:
        sheet.lines[lines[1]].before = f"[ours: {ours} | theirs: {theirs}] " + sheet.lines[lines[1]].before
        return
    other = lines[0] if choice.way == second else lines[1]
    traits = sheet.lines[other].traits
    taken = [name.lower() for name in labels(draft) if name]
    for new in later_numbers(_number(draft.paragraphs[other])):
        if not any(name.endswith(new.lower()) for name in taken):
            if traits.set_label:
                sheet.lines[other].traits = replace(traits, set_label=new)
            else:
                sheet.lines[other].traits = replace(traits, number=new)
            return
