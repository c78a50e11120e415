"""What changes, drafts and places are called, and the signs of what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.comparison.change import Change, Comparison
from models.comparison.units import Unit
from models.draft import Draft, Kind
from models.draft.first_letter import with_capital
from models.draft.masthead_lines import masthead_roles
from models.telling.sorts import Sort
from models.telling.table_lines import unit_name
from widgets.paper.direction import isolated

_SYMBOL_END = re.compile(r"(?:^|/)(L\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*|\d+/\d+)$")


@dataclass(frozen=True, slots=True)
class Sign:
    """A Phosphor name and the role it is coloured by."""

    icon: str
    role: str


LINE_NAMES = {"title": "Title", "agenda_title": "Agenda title", "sponsor_line": "Sponsor line"}
SIGNS = {
    Sort.REWORDED: Sign("pencil-simple", "added"),
    Sort.NEW: Sign("plus-bold", "added"),
    Sort.DELETED: Sign("minus-bold", "removed"),
    Sort.MOVED: Sign("arrow-bend-right-up", "moved"),
    Sort.SPLIT: Sign("git-fork", "added"),
    Sort.MERGED: Sign("git-merge", "added"),
    Sort.BRACKETS: Sign("brackets-square", "bracketed"),
    Sort.FOOTNOTES: Sign("asterisk", "added"),
    Sort.REFERENCES: Sign("hash", "added"),
    Sort.LOOKS: Sign("text-italic", "added"),
    Sort.RESHAPED: Sign("text-align-left", "added"),
}

_QUIET = Sign("dots-three", "ink3")

NOUNS = (Sort.BRACKETS, Sort.FOOTNOTES, Sort.REFERENCES)
"""Sorts that are called by what a paragraph has, the others by what it is."""


def sign_of(sort: Sort | None) -> Sign:
    """The sign of what happened; None is housekeeping."""
    return _QUIET if sort is None else SIGNS[sort]


def count_words(sort: Sort, count: int) -> str:
    """What stands behind a count: "reworded", but "bracket" of one and "brackets" of four."""
    return sort.value.removesuffix("s") if count == 1 and sort in NOUNS else sort.value


def short_name(title: str, otherwise: str) -> str:
    """ "L.50" of "A/C.2/80/L.50"; a short title stays; `otherwise` stands for a long one."""
    found = _SYMBOL_END.search(title.strip())
    if found:
        return found.group(1)
    return title if 0 < len(title) <= 24 else otherwise


def labels_line(change: Change, right_to_left: bool = False) -> str:
    """ "PP17 → PP16", or one label where it stayed; empty for lines that nobody calls by a label."""
    old = [label for label in change.old_labels if label]
    new = [label for label in change.new_labels if label]

    def row(labels: Sequence[str]) -> str:
        return ", ".join(isolated(label) if right_to_left else label for label in labels)

    if old and new and old != new:
        return f"{row(old)} {'←' if right_to_left else '→'} {row(new)}"
    return row(new or old)


def place_name(change: Change, comparison: Comparison) -> str:
    """What to call the place of a change that has no label."""
    if change.new:
        return line_name(comparison.new, change.new[0])
    return line_name(comparison.old, change.old[0]) if change.old else "Text"


def unit_place(unit: Unit, change: Change, comparison: Comparison) -> str:
    """The same of what is told as one: "Row “Norway”"."""
    if not unit.in_table:
        return place_name(change, comparison)
    return with_capital(unit_name(comparison, unit))


def line_name(draft: Draft, at: int) -> str:
    """What to call a paragraph that has no label: "Title", "Table 1, row 4, column 2", "Paragraph 7"."""
    paragraph = draft.paragraphs[at]
    if paragraph.kind is Kind.MASTHEAD:
        return LINE_NAMES.get(masthead_roles(draft).get(at, ""), "Masthead")
    if paragraph.cell is not None:
        table, row, column = (number + 1 for number in paragraph.cell)
        return f"Table {table}, row {row}, column {column}"
    names = {
        Kind.ENACTING: "Opening line",
        Kind.HEADING: "Heading",
        Kind.SECTION: "Section",
        Kind.SPONSOR_NOTE: "Asterisk note",
        Kind.CLOSING: "Closing",
        Kind.QUOTE: "Quotation",
    }
    return names.get(paragraph.kind) or (f"Paragraph {paragraph.number}" if paragraph.number else "Text")


@dataclass(frozen=True, slots=True)
class Names:
    """What the two drafts are called."""

    old: str
    new: str

    @property
    def old_short(self) -> str:
        """As short as it can be said."""
        return short_name(self.old, "the old draft")

    @property
    def new_short(self) -> str:
        """As short as it can be said."""
        return short_name(self.new, "the new draft")
