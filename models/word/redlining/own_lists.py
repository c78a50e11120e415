"""Lists that new paragraphs bring with them where no list of the old file counts as they do: added to its numbering."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy

from lxml import etree

from models.word.markup import element, whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.list_numbers import ListNumbers

Own = tuple[str, int]
"""The id and the level of a list that a paragraph begins."""


class OwnLists:
    """Lists like those of a file, each begun by one new paragraph; `write` adds those that are used."""

    def __init__(self, package: Package, part: str, counting_alone: bool) -> None:
        """`counting_alone`: with a definition of their own; else with that of the list they are like, begun anew."""
        self._package, self._part, self._alone = package, part, counting_alone
        self._root = package.root(part)
        self._made: dict[int, tuple[etree._Element, ...]] = {}
        ids = [one.get(w(key)) for one in self._root for key in ("abstractNumId", "numId")]
        self._last = max((number for one in ids if (number := whole(one)) is not None), default=0)

    def begun(self, new: int, like: Own, lists: ListNumbers) -> Own:
        """The list that a new paragraph begins with 1, known to `lists` from now on; `like` is one to be like."""
        if new not in self._made:
            self._made[new] = self._list(like)
        made = self._made[new]
        lists.learn(made)
        return made[-1].get(w("numId")) or "", like[1]

    def write(self, used: Collection[int]) -> None:
        """Add the lists of these new paragraphs to the file."""
        wanted = [made for new, made in sorted(self._made.items()) if new in used]
        if not wanted:
            return
        root = self._package.edit(self._part)
        nums = root.find(w("num"))
        end = root.find(w("numIdMacAtCleanup"))
        for one in (one for made in wanted for one in made):
            if one.tag == w("abstractNum") and nums is not None:
                nums.addprevious(one)
            elif end is not None:
                end.addprevious(one)
            else:
                root.append(one)

    def _list(self, like: Own) -> tuple[etree._Element, ...]:
        known = [*self._root, *(one for made in self._made.values() for one in made)]
        listing = next(one for one in known if one.get(w("numId")) == like[0])
        self._last += 1
        number = self._last
        link = listing.find(w("abstractNumId"))
        named = link.get(w("val")) if link is not None else None
        definition = next((one for one in known if one.get(w("abstractNumId")) == named), None)
        made = deepcopy(listing)
        made.set(w("numId"), str(number))
        for override in made.findall(w("lvlOverride")):
            for start in override.findall(w("startOverride")):
                override.remove(start)
            if not len(override):
                made.remove(override)
        override = next(
            (one for one in made.iterchildren(w("lvlOverride")) if one.get(w("ilvl")) == str(like[1])), None
        )
        if override is None:
            override = element("lvlOverride", ilvl=like[1])
            made.append(override)
        override.insert(0, element("startOverride", val=1))
        borrowed = definition is None or definition.find(w("numStyleLink")) is not None
        if not self._alone or definition is None or borrowed:
            return (made,)
        copy = deepcopy(definition)
        copy.set(w("abstractNumId"), str(number))
        for name, first in (("nsid", 0x0AD3EF00), ("tmpl", 0x0AD3E000)):
            for one in copy.findall(w(name)):
                one.set(w("val"), f"{first + number:08X}")
        for one in [*copy.findall(w("styleLink")), *copy.iter(w("pStyle"))]:
            above = one.getparent()
            if above is not None:
                above.remove(one)
        link = made.find(w("abstractNumId"))
        assert link is not None
        link.set(w("val"), str(number))
        return copy, made
