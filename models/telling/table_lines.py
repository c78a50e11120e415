"""Tables told as people see them: rows and tables that are new, gone or elsewhere, and single cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from models.comparison.change import Change, Comparison
from models.draft import Draft, Kind
from models.draft.cell_names import cell_name

_NAMED = 2
"""So many rows of one fate are named; more are counted."""
_FATES = {"deleted": ("is gone", "are gone"), "new": ("is new", "are new"), "moved": ("moved", "moved")}


def in_table(comparison: Comparison, change: Change) -> bool:
    """Whether all that a change is of stands in cells of a table of the text."""
    sides = ((comparison.old, change.old), (comparison.new, change.new))
    return all(
        draft.paragraphs[at].cell is not None and draft.paragraphs[at].kind is not Kind.MASTHEAD
        for draft, places in sides
        for at in places
    )


def told_tables(comparison: Comparison, changes: Sequence[Change], number: Callable[[int], str]) -> list[str]:
    """What happened in tables, in parts of a sentence: "the row “2025” is gone", "three rows are new".

    `changes` are those of substance in cells. A row counts as one where all of it shares a fate, so does a table;
    `number` writes a figure.
    """
    told: list[str] = []
    left = list(changes)
    for fate, (one, many) in _FATES.items():
        draft = comparison.old if fate == "deleted" else comparison.new
        alike = [change for change in changes if _fate(change) == fate]
        places = {at for change in alike for at in (change.old if fate == "deleted" else change.new)}
        if not places:
            continue
        rows = _whole(draft, places, lambda cell: cell[:2])
        tables = _whole(draft, places, lambda cell: cell[:1])
        rows = [row for row in rows if row[:1] not in tables]
        for what, wholes in (("table", tables), ("row", rows)):
            if wholes:
                names = [_name(draft, whole) for whole in wholes] if len(wholes) <= _NAMED else []
                told += [f"{name} {one}" for name in names] or [f"{number(len(wholes))} {what}s {many}"]
        whole = {*tables, *rows}
        left = [change for change in left if _fate(change) != fate or not _within(draft, change, fate, whole)]
    if len(left) > _NAMED:
        told.append(f"{number(len(left))} cells changed")
        return told
    for change in left:
        draft, at = (comparison.new, change.new) if change.new else (comparison.old, change.old)
        fate = {"new": "is filled now", "deleted": "is empty now", "moved": "moved"}.get(_fate(change), "changed")
        told.append(f"{cell_name(draft, at[:1])}, {fate}")
    return told


def _fate(change: Change) -> str:
    if change.kind == "inserted":
        return "new"
    if change.kind == "deleted":
        return "deleted"
    return "moved" if change.moved and change.kind == "unchanged" else ""


def _whole(
    draft: Draft, places: set[int], of: Callable[[tuple[int, int, int]], tuple[int, ...]]
) -> list[tuple[int, ...]]:
    """The rows or tables all of whose words stand at these places, in their order."""
    held: dict[tuple[int, ...], bool] = {}
    for at, paragraph in enumerate(draft.paragraphs):
        if (
            paragraph.cell is not None
            and paragraph.kind is not Kind.MASTHEAD
            and (paragraph.text.strip() or at in places)
        ):
            held[of(paragraph.cell)] = held.get(of(paragraph.cell), True) and at in places
    return [key for key, all_of_it in held.items() if all_of_it]


def _within(draft: Draft, change: Change, fate: str, whole: Iterable[tuple[int, ...]]) -> bool:
    at = (change.old if fate == "deleted" else change.new)[0]
    cell = draft.paragraphs[at].cell
    return cell is not None and (cell[:2] in whole or cell[:1] in whole)


def _name(draft: Draft, whole: tuple[int, ...]) -> str:
    places = [
        at for at, paragraph in enumerate(draft.paragraphs)
        if paragraph.cell is not None and paragraph.cell[: len(whole)] == whole
    ]  # fmt: skip
    if len(whole) == 1:
        name = cell_name(draft, places)
        return (name or "a table").replace("the row ", "the table ", 1)
    cells = {draft.paragraphs[at].cell for at in places}
    return cell_name(draft, places if len(cells) > 1 else places[:1]) or "a row"
