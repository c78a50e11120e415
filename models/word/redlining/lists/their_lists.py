"""The lists of the new draft's own Word file in the old one: the same where the old file has it, else carried over.

Two files of one house have one numbering part, with other ids once a program saved it again: what tells which list is
which are the paragraphs that stand in both, then the ids of the lists, and what they print.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import count

from lxml import etree

from models.word.archive import says
from models.word.markup import child_of, element, style_of, take_out
from models.word.namespaces import w
from models.word.package import Package
from models.word.property_order import in_order
from models.word.reading.appearance import Styles
from models.word.reading.list_numbers import Level, ListNumbers, lists_of
from models.word.redlining.letters.revision_marks import paragraph_properties
from models.word.redlining.lists.numbering_part import Place, add_lists, free_of_styles, highest_list
from models.word.redlining.looks.looks import OldParagraph
from models.word.redlining.things.things import NewThings

_PPR, _VAL = w("pPr"), w("val")
_NUMBER, _LISTED = w("numId"), w("numPr")
_OURS = w("val").removesuffix("val")
_NOT_COMPARED = (w("nsid"), w("tmpl"))


class TheirLists:
    """Finds the lists of new paragraphs; those that are carried over and used are added by `write`."""

    def __init__(
        self,
        package: Package,
        old: list[OldParagraph],
        source: Callable[[], NewThings | None],
        lists: ListNumbers,
        new_file: bytes | None,
    ) -> None:
        """`package` is the old file and `lists` its lists, `source` opens the new draft's own file, if it has one."""
        self._new_file = new_file
        self._package, self._old, self._source_of, self.lists = package, old, source, lists
        self.ids = count(highest_list(package) + 1)  # of all lists that come to the file
        self._standing: Mapping[int, int] = {}
        self._carried: dict[str, tuple[etree._Element, ...]] = {}
        self._known: dict[int, Place | None] = {}
        self._alike: dict[Place, str | None] = {}

    def learn(self, standing: Mapping[int, int]) -> None:
        """`standing` are the old paragraphs of new ones that stay in their place."""
        self._standing = standing

    def in_own_file(self, new: int) -> Place | None:
        """The list and the level of a new paragraph in the new draft's own file, in its ids."""
        if new not in self._known:
            node = self._source.element(new) if self._source is not None else None
            self._known[new] = _place(self._theirs, node) if node is not None else None
        return self._known[new]

    def knows(self, new: int) -> bool:
        """Whether the new draft's own file says what list a new paragraph is in; False where there are no bullets."""
        return self._any_bullets and self._source is not None and self._source.element(new) is not None

    def has_bullet(self, new: int) -> bool:
        """Whether a new paragraph has a bullet in the new draft's own file."""
        place = self.in_own_file(new) if self._any_bullets else None
        return place is not None and self._theirs.has_bullet(*place)

    def found(self, new: int, *, carry: bool) -> Place | None:
        """The list and the level of a new paragraph in the old file, None where it has none or the old file lacks it.

        One that the old file lacks is carried over if it has its definition; `carry`: else with that.
        """
        place = self.in_own_file(new)
        return None if place is None else self._found(place, carry=carry)

    def bring(self, copy: etree._Element, paragraph: etree._Element) -> None:
        """Put a copy of a paragraph of the new file, now in the old one, into the list that paragraph is in."""
        place = _place(self._theirs, paragraph)
        listed = None if place is None else self._found(place, carry=True)
        for own in copy.findall(f"{_PPR}/{_LISTED}"):
            take_out(own)
        if listed is None and _place(self.lists, copy) is not None:
            listed = "0", 0  # that of its style here
        if listed is not None:
            look = paragraph_properties(copy)
            look.append(element("numPr", element("ilvl", val=listed[1]), element("numId", val=listed[0])))
            in_order(look)

    def _found(self, place: Place, *, carry: bool) -> Place | None:
        """What place of the old file a list and a level of the new one are."""
        if place not in self._alike:
            self._alike[place] = self._here(*place)
        here = self._alike[place]
        if here is None and (carry or self._is_shared(self._theirs.definition(place[0]))):
            here = self._carry(place[0])
        return None if here is None else (here, place[1])

    def carried(self, list_id: str) -> tuple[etree._Element, ...]:
        """The elements of a list that was carried over; none of one that the old file has."""
        return next((made for made in self._carried.values() if made[-1].get(w("numId")) == list_id), ())

    def write(self, root: etree._Element) -> None:
        """Add the lists that were carried over and that a text uses to the old file."""
        used = {one.get(_VAL) for one in root.iter(w("numId"))} if self._carried else set()
        wanted = [made for made in self._carried.values() if made[-1].get(w("numId")) in used]
        if wanted:
            add_lists(self._package, [one for made in wanted for one in made])

    def _here(self, list_id: str, level: int) -> str | None:
        """A list of the old file that is a list of the new one, and prints the same at a level.

        Where both files have its definition that tells; else what stands in it in both.
        """
        same = self._ours_as_written.get(self._theirs_written[0].get(list_id, b""), ())
        if same:
            return list_id if list_id in same else same[0]
        if self._is_shared(self._theirs.definition(list_id)):
            return None
        named = sorted(self._votes.get(list_id, {}).items(), key=lambda one: (-one[1], one[0]))
        shown = self._level(self._theirs, list_id, level)
        return next((one for one, _ in named[:1] if self._level(self.lists, one, level) == shown), None)

    @cached_property
    def _votes(self) -> dict[str, Counter[str]]:
        """For each list of the new file, in how many of its paragraphs each list of the old one stands."""
        found: dict[str, Counter[str]] = {}
        places: dict[etree._Element, Place | None] = {}  # few looks, of many paragraphs
        for new, old in self._standing.items():
            look = self._old[old].look
            if look not in places:
                places[look] = self.lists.place(look, style_of(look))
            ours = places[look]
            theirs = self.in_own_file(new) if ours is not None else None
            if theirs is not None and ours is not None:
                found.setdefault(theirs[0], Counter())[ours[0]] += 1
        return found

    def _is_shared(self, name: str | None) -> bool:
        """Whether a definition of that id is written alike in both files."""
        (_, ours), (_, theirs) = self._ours_written, self._theirs_written
        return name is not None and name in ours and ours[name] == theirs.get(name)

    @cached_property
    def _ours_written(self) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
        return _written(self._numbering(self._package))

    @cached_property
    def _ours_as_written(self) -> Mapping[bytes, Sequence[str]]:
        """The lists of the old file that are written so, in the order of the file."""
        found: dict[bytes, list[str]] = {}
        for one, said in self._ours_written[0].items():
            found.setdefault(said, []).append(one)
        return found

    @cached_property
    def _theirs_written(self) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
        return _written(self._part)

    def _carry(self, list_id: str) -> str | None:
        """The id, in the old file, of a list of the new one, which is copied for it."""
        if list_id not in self._carried:
            made = self._copied(list_id)
            if made is None:
                return None
            self._carried[list_id] = made
            self.lists.learn(made)
        return self._carried[list_id][-1].get(w("numId"))

    def _copied(self, list_id: str) -> tuple[etree._Element, ...] | None:
        number = next(self.ids)
        name = self._theirs.definition(list_id)
        listing, theirs = self._by_id.get((w("num"), list_id)), self._by_id.get((w("abstractNum"), name))
        if listing is None or theirs is None or self._source is None:
            return None
        copy = self._source.carrier.copy(listing)
        copy.set(_NUMBER, str(number))
        _take_off_marks(copy)
        link = child_of(copy, w("abstractNumId"))
        if link is None:
            return None
        if self._is_shared(name):
            link.set(_VAL, name or "")  # it counts on with the lists of that definition, as it does there
            return (copy,)
        definition = free_of_styles(self._source.carrier.copy(theirs), number)
        for one in list(definition.iter(w("lvlPicBulletId"))):
            take_out(one)
        _take_off_marks(definition)
        link.set(_VAL, str(number))
        return definition, copy

    @cached_property
    def _any_bullets(self) -> bool:
        """Whether there may be bullets in either file: where there are none the new one need not be opened."""
        if self._new_file is None:
            return False
        forms = self._numbering(self._package).iter(w("numFmt"))
        return any(one.get(_VAL) == "bullet" for one in forms) or says(self._new_file, b'"bullet"', b"'bullet'")

    @cached_property
    def _source(self) -> NewThings | None:
        return self._source_of()

    @cached_property
    def _theirs(self) -> ListNumbers:
        return lists_of(self._source.package) if self._source is not None else ListNumbers(Styles())

    @cached_property
    def _part(self) -> etree._Element:
        return self._numbering(self._source.package) if self._source is not None else element("numbering")

    @cached_property
    def _by_id(self) -> Mapping[tuple[str, str | None], etree._Element]:
        """The lists of the new file and their definitions, by what they are and their id: the first of each."""
        found: dict[tuple[str, str | None], etree._Element] = {}
        for tag, name in ((w("num"), _NUMBER), (w("abstractNum"), w("abstractNumId"))):
            for one in self._part.iterchildren(tag):
                if (named := one.get(name)) is not None:
                    found.setdefault((tag, named), one)
        return found

    @staticmethod
    def _numbering(package: Package) -> etree._Element:
        part = package.root_of("numbering")
        return part if part is not None else element("numbering")

    @staticmethod
    def _level(lists: ListNumbers, list_id: str, level: int) -> tuple[str, str, bool]:
        found: Level = lists.any_level(list_id, level)
        return found.form, found.text, found.legal


def _place(lists: ListNumbers, paragraph: etree._Element) -> Place | None:
    own = child_of(paragraph, _PPR)
    look = element("pPr") if own is None else own
    return lists.place(look, style_of(look))


def _written(root: etree._Element) -> tuple[Mapping[str, bytes], Mapping[str, bytes]]:
    """How lists, each with its definition, and definitions are written, by id; marks that programs make left out."""
    definitions = {one.get(w("abstractNumId")) or "": _canonical(one) for one in root.iterchildren(w("abstractNum"))}
    lists: dict[str, bytes] = {}
    for one in root.iterchildren(w("num")):
        link = child_of(one, w("abstractNumId"))
        named = (link.get(_VAL) or "") if link is not None else ""
        lists[one.get(w("numId")) or ""] = _canonical(one) + definitions.get(named, b"")
    return lists, definitions


def _canonical(node: etree._Element) -> bytes:
    """How a list or a definition is written; of a list all but its id."""
    copy = deepcopy(node)
    if _NUMBER in copy.attrib:
        del copy.attrib[_NUMBER]
    for one in list(copy.iter(etree.Element)):
        parent = one.getparent()
        if parent is not None and one.tag in _NOT_COMPARED:
            parent.remove(one)
            continue
        for name in [str(name) for name in one.attrib]:
            if not name.startswith(_OURS) or "rsid" in name:
                del one.attrib[name]
    return etree.tostring(copy, method="c14n", exclusive=True, with_tail=False)


def _take_off_marks(node: etree._Element) -> None:
    """Take off the attributes of newer programs, which the old file may not say that others can pass over."""
    for one in node.iter(etree.Element):
        for name in [str(name) for name in one.attrib]:
            if name.startswith("{") and not name.startswith(_OURS):
                del one.attrib[name]
