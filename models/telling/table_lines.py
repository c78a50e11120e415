"""Tables told as people see them: rows, columns and tables that are new, gone or elsewhere, and rows that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from models.comparison.change import Change, Comparison
from models.comparison.units import Unit
from models.draft.cell_names import cell_name, head_words
from models.telling.sentences import listed
from models.telling.sorts import Sort, sort_of_unit
from models.telling.what_happened import story, way_of

_NAMED = 2
"""So many rows of one fate are named; more are counted."""
_LONGEST = 30
_FATES = {
    "deleted": ("is gone", "are gone"),
    "new": ("is new", "are new"),
    "moved": ("moved", "moved"),
    "moved and changed": ("moved and changed", "moved and changed"),
    "changed": ("changed", "changed"),
}
_WENT = {"up": "further up", "down": "further down", "": "elsewhere"}
_CAME = {"up": "comes from further down", "down": "comes from further up", "": "comes from another place"}


def unit_name(comparison: Comparison, unit: Unit) -> str:
    """What a row, a column or a table is called, by the first words in it: "row “Norway”"."""
    changes = [comparison.changes[number] for number in unit.changes]
    texts = (
        draft.paragraphs[at].text
        for draft, positions in (
            (comparison.new, [at for change in changes for at in change.new]),
            (comparison.old, [at for change in changes for at in change.old]),
        )
        for at in positions
    )
    # Below the head of a column is nothing of its name.
    return f"{unit.what} {first_words(texts if unit.what == 'row' else islice(filter(str.strip, texts), 1))}"


def first_words(texts: Iterable[str]) -> str:
    """What names a row of some cells, in quotes."""
    text = head_words(texts)
    return f"“{text[:_LONGEST].rstrip()}…”" if len(text) > _LONGEST + 1 else f"“{text}”"


def unit_story(comparison: Comparison, unit: Unit) -> tuple[str, ...]:
    """What happened to a row, a column or a table, in a few short phrases: ("reworded",)."""
    changes = [comparison.changes[number] for number in unit.changes]
    if unit.fate in ("new", "deleted"):
        return (unit.fate,)
    own = [phrase for change in changes for phrase in story(comparison, change)]
    told = [_CAME[way_of(comparison, changes)]] if unit.fate == "moved" else []
    if _reworded(changes) if unit.fate else sort_of_unit(unit, comparison) is Sort.REWORDED and _has_substance(changes):
        told.append("reworded")
    told += [phrase for phrase in own if phrase not in ("new", "deleted", "reworded") and not _of_one_cell(phrase)]
    return tuple(dict.fromkeys(told))


def unit_went(comparison: Comparison, unit: Unit) -> str:
    """Said at the old place of a row, a column or a table that moved: "row “Chad” went further down"."""
    changes = [comparison.changes[number] for number in unit.changes]
    return f"{unit_name(comparison, unit)} went {_WENT[way_of(comparison, changes)]}"


def told_tables(comparison: Comparison, units: Sequence[Unit], number: Callable[[int], str]) -> list[str]:
    """What happened in tables, in parts of a sentence: "the row “2025” is gone", "three rows are new".

    `units` are the rows, columns and tables of substance; `number` writes a figure.
    """
    told: list[str] = []
    for fate, (one, many) in _FATES.items():
        for what in ("table", "row", "column"):
            alike = [unit for unit in units if unit.what == what and _fate(comparison, unit) == fate]
            cell = _only_cell(comparison, alike[0]) if fate == "changed" and len(alike) == 1 else None
            told += [f"{cell}, changed"] if cell else _told(comparison, alike, one, many, number)
    return told


def _fate(comparison: Comparison, unit: Unit) -> str:
    if unit.fate == "moved" and _reworded([comparison.changes[at] for at in unit.changes]):
        return "moved and changed"
    return unit.fate or "changed"


def _told(
    comparison: Comparison, units: Sequence[Unit], one: str, many: str, number: Callable[[int], str]
) -> list[str]:
    if len(units) > _NAMED:
        return [f"{number(len(units))} {units[0].what}s {many}"]
    if len(units) == 1:
        return [f"the {unit_name(comparison, units[0])} {one}"]
    names = [unit_name(comparison, unit).removeprefix(unit.what).strip() for unit in units]
    return [f"the {units[0].what}s {listed(names)} {many}"] if units else []


def _only_cell(comparison: Comparison, unit: Unit) -> str | None:
    """What the one cell of a row that changed is called: "the row “Norway”, “2025”"; None where there are several,
    or where it stands in the row of heads, which no other names."""
    changed = [change for number in unit.changes if (change := comparison.changes[number]).weight is not None]
    if len(changed) != 1:
        return None
    draft, positions = (comparison.new, changed[0].new) if changed[0].new else (comparison.old, changed[0].old)
    name = cell_name(draft, positions[:1])
    return name if name is not None and "”, “" in name else None


def _reworded(changes: Sequence[Change]) -> bool:
    return any(change.kind == "reworded" and change.weight == "substance" for change in changes)


def _has_substance(changes: Sequence[Change]) -> bool:
    return any(change.weight == "substance" for change in changes)


def _of_one_cell(phrase: str) -> bool:
    """Whether a phrase names the place a cell came from, which says nothing of its row."""
    return phrase.startswith(("comes from ", "was ", "text "))
