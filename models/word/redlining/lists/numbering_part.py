"""The part of a Word file that holds its lists: more of them added, and the part made where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from models.word.list_ids import give_ids
from models.word.markup import take_out, whole
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.writing.lists import numbering

Place = tuple[str, int]
"""The id and the level of a list."""
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


def highest_list(package: Package) -> int:
    """The highest id of a list or of the definition of one in a file, or that it names and has not; 0 for none."""
    part = package.root_of("numbering")
    ids = [one.get(w(key)) for one in part for key in ("abstractNumId", "numId")] if part is not None else []
    for root in (package.root(package.main), package.root_of("styles")):
        ids += [one.get(w("val")) for one in root.iter(w("numId"))] if root is not None else []
    return max((number for one in ids if (number := whole(one)) is not None), default=0)


def add_lists(package: Package, made: Iterable[etree._Element]) -> None:
    """Add lists and their definitions: all definitions come before all lists, and what cleans up comes last."""
    part = package.related("numbering")
    root = package.edit(part) if part is not None else numbering((), bound=False)
    if part is None:
        package.add_part("word/numbering.xml", root, _TYPE, f"{RELATION}/numbering")
    nums, end = root.find(w("num")), root.find(w("numIdMacAtCleanup"))
    for one in made:
        if one.tag == w("abstractNum") and nums is not None:
            nums.addprevious(one)
        elif end is not None:
            end.addprevious(one)
        else:
            root.append(one)
            nums = one if nums is None and one.tag == w("num") else nums


def free_of_styles(definition: etree._Element, number: int) -> etree._Element:
    """A definition, changed in place, that is none of the styles' and that programs take for no other: its `number`."""
    definition.set(w("abstractNumId"), str(number))
    for one in [*definition.findall(w("styleLink")), *definition.iter(w("pStyle"))]:
        take_out(one)
    give_ids(definition, number)
    return definition
