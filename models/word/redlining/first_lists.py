"""The lists that number the new paragraphs of a file in which nothing had a number: Word's own, added to the file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from models.comparison.change import Comparison
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.redlining.looks import is_numbered
from models.word.writing.lists import Lists, numbering

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
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
    name = package.related("numbering")
    root = package.edit(name) if name is not None else numbering((), bound=False)
    if name is None:
        package.add_part("word/numbering.xml", root, _TYPE, f"{RELATION}/numbering")
    ids = [one.get(w(key)) or "" for one in root for key in ("abstractNumId", "numId")]
    last = max((int(one) for one in ids if one.isdecimal()), default=0)
    used = {list_id for list_id, _ in found.values()}
    made = numbering([replace(one, id=last + one.id) for one in lists.lists if one.id in used], bound=False)
    nums = root.find(w("num"))
    for one in list(made):
        if one.tag == w("abstractNum") and nums is not None:
            nums.addprevious(one)
        elif (end := root.find(w("numIdMacAtCleanup"))) is not None:
            end.addprevious(one)
        else:
            root.append(one)
    return {at: (last + list_id, level) for at, (list_id, level) in found.items()}
