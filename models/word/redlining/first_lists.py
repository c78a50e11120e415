"""The lists that number the new paragraphs of a file in which nothing had a number: Word's own, added to the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from models.comparison.change import Comparison
from models.word.package import Package
from models.word.redlining.looks import is_numbered
from models.word.redlining.numbering_part import add_lists, highest_list
from models.word.writing.lists import Lists, numbering

InLists = Mapping[int, tuple[int, int]]
"""The list and the level in it of new paragraphs by position."""


def first_lists(comparison: Comparison, package: Package, typed: Collection[int]) -> InLists:
    """Where each new paragraph gets its number, those left out that are typed; the lists are added to the package.

    Nothing where a paragraph of the old draft has a number: the new ones follow its way.
    """
    if any(map(is_numbered, comparison.old.paragraphs)):
        return {}
    lists = Lists()
    numbers = {at: lists.number(one) for at, one in enumerate(comparison.new.paragraphs) if at not in typed}
    found = {at: (one.list_id, one.level) for at, one in numbers.items() if one.way in ("style", "list")}
    if not found:
        return {}
    last, used = highest_list(package), {list_id for list_id, _ in found.values()}
    add_lists(
        package, list(numbering([replace(one, id=last + one.id) for one in lists.lists if one.id in used], bound=False))
    )
    return {at: (last + list_id, level) for at, (list_id, level) in found.items()}
