"""The merged text laid out with some answers: what depends on the whole text is shown from it.

Laying out a long text takes a while, so it is done off the window's thread, and the text that was laid out last stands
until the next one is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from models.merging import Merge, Row
from widgets.merge.table import Choices, Item, MergeTable, answer, rows_of


@dataclass(frozen=True, slots=True)
class Laid:
    """The text with these answers; a clash of words has its mark in it, whatever was answered there."""

    merge: Merge = field(repr=False)
    choices: Choices
    rows: Mapping[str, Row] = field(repr=False)
    """Its rows by their keys."""


def unanswered(table: MergeTable) -> Laid:
    """The text as it was found, which is laid out already."""
    return _laid(table.probe, {})


def lay_out(table: MergeTable, choices: Choices, step: Callable[[], object] = lambda: None) -> Laid:
    """The text with these answers; up to a second for 10,000 paragraphs, and `step` may raise to stop it."""
    merge = replace(table.probe, choices={**table.probe.choices, **_beyond_words(table, choices)})
    return _laid(merge.lay_out(step), choices)


def _laid(merge: Merge, choices: Choices) -> Laid:
    return Laid(merge, choices, {row.key: row for row in merge.rows})


def is_behind(table: MergeTable, item: Item, choices: Choices, laid: Laid) -> bool:
    """Whether the text must be laid out with these answers before it shows what they make of an item."""
    if item.whole(choices):
        return False  # it reads as the side has it
    asked = [one for one in item.conflicts if one.key in table.beyond_words]
    answered = any(answer(one, each) is not None for one in asked for each in (choices, laid.choices))
    return answered and _beyond_words(table, choices) != _beyond_words(table, laid.choices)


def standing(table: MergeTable, item: Item, choices: Choices, laid: Laid) -> Choices:
    """The answers to an item that can be shown: for those that the text has not been laid out with, those it has."""
    keys = {
        key
        for one in item.conflicts
        if one.key in table.beyond_words and answer(one, choices) != answer(one, laid.choices)
        for key in (one.key, *rows_of(one))
    } - {item.key}
    if not keys:
        return choices
    return {key: one for key, one in choices.items() if key not in keys} | {
        key: one for key, one in laid.choices.items() if key in keys
    }


def _beyond_words(table: MergeTable, choices: Choices) -> Choices:
    """The answers that change more than the words at their place."""
    return {key: one for key, one in choices.items() if key not in table.words}
