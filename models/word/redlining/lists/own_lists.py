"""Lists that new paragraphs bring with them where no list of the old file counts as they do: added to its numbering."""

from __future__ import annotations

from collections.abc import Collection
from copy import deepcopy

from lxml import etree

from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.lists.numbering_part import Place, add_lists, free_of_styles
from models.word.redlining.lists.their_lists import TheirLists


class OwnLists:
    """Lists like those of a file, each begun by one new paragraph; `write` adds those that are used."""

    def __init__(self, package: Package, part: str, counting_alone: bool, theirs: TheirLists) -> None:
        """`counting_alone`: with a definition of their own; else with that of the list they are like, begun anew.

        `theirs` are the lists of the new draft's own file: one may be like them too.
        """
        self._package, self._alone, self.theirs = package, counting_alone, theirs
        self._root = package.root(part)
        self._made: dict[int, tuple[etree._Element, ...]] = {}

    def begun(self, new: int, value: int, like: Place, lists: ListNumbers) -> Place:
        """The list that a new paragraph begins with `value`, known to `lists` from now on; `like` is one to be like."""
        if new not in self._made:
            self._made[new] = self._list(like, value)
        made = self._made[new]
        lists.learn(made)
        return made[-1].get(w("numId")) or "", like[1]

    def write(self, used: Collection[int]) -> None:
        """Add the lists of these new paragraphs to the file."""
        wanted = [made for new, made in sorted(self._made.items()) if new in used]
        if wanted:
            add_lists(self._package, [one for made in wanted for one in made])

    def _list(self, like: Place, value: int) -> tuple[etree._Element, ...]:
        known = [*self._root, *self.theirs.carried(like[0]), *(one for made in self._made.values() for one in made)]
        listing = next(one for one in known if one.get(w("numId")) == like[0])
        number = next(self.theirs.ids)
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
        override.insert(0, element("startOverride", val=value))
        borrowed = definition is None or definition.find(w("numStyleLink")) is not None
        if not self._alone or definition is None or borrowed:
            return (made,)
        copy = free_of_styles(deepcopy(definition), number)
        link = made.find(w("abstractNumId"))
        assert link is not None
        link.set(w("val"), str(number))
        return copy, made
