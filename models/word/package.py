"""A Word file as a package of parts: opened with care, written back with what was not touched as it was.

Nothing outside the file is ever fetched: external relationships are only names.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection
from copy import copy, deepcopy

from lxml import etree

from models.reading.reading import CannotRead
from models.second_process import ends_soon
from models.word.archive import XmlBudget, opened, parse_xml, utf8
from models.word.content_types import TYPES, folded, other_office, say_type, type_of, unsay_types
from models.word.namespaces import RELATION, RELATIONSHIPS, is_strict, to_transitional, w
from models.word.relationships import Relationship, part_name, relations_in, relationship_part, source_of

_LEVEL = 5  # of compression: the usual one, 6, takes twice the time for a twentieth less
CLOCK = (1980, 1, 1, 0, 0, 0)  # the earliest date of the zip format: two writings give the same bytes

_ROOT_RELATIONS = "_rels/.rels"
_XML_TYPES = ("xml", "rels")
_RELATIONS = ".rels"
_NO_RELATIONSHIPS = f'<Relationships xmlns="{RELATIONSHIPS}"/>'.encode()


class Package:
    """The parts of one Word file, by name without a leading slash ("word/document.xml").

    `root` gives the parsed XML of a part to read, `edit` the same element to change: only parts asked for with
    `edit`, `put` or `add_part` are written anew, all others go back byte for byte. A file in the strict form is
    rewritten to the transitional one as it is opened, so the rest of the program knows one form only.
    """

    def __init__(self, data: bytes, *, of_text: bool = True) -> None:
        """Open a Word file; raises CannotRead with one sentence where it is none, damaged, or not safe to open.

        `of_text` False: only its parts are asked for, so that its text is not looked into.
        """
        self._file = opened(data)
        self._entries = {name: info for info in self._file.entries if (name := part_name(info.filename)) is not None}
        self._order = list(self._entries)
        self._folded = {folded(name): name for name in self._order}
        self._bytes: dict[str, bytes] = {}
        self._roots: dict[str, etree._Element] = {}
        self._changed: set[str] = set()
        self._removed: set[str] = set()
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        self._budget = XmlBudget()
        self._strict = False
        self.main = self._main_part()
        if is_strict(self.data(self.main) if of_text or not self.has(_ROOT_RELATIONS) else self.data(_ROOT_RELATIONS)):
            self._rewrite_strict()
        root = self.root(self.main) if of_text else None
        if root is not None and (root.tag != w("document") or root.find(w("body")) is None):
            raise CannotRead("This file has no Word text in it; save it again as a Word document (.docx).")
        if self.main not in {self._name(one.target) for one in self.relationships("") if one.kind == "officeDocument"}:
            self.relate(self.main, f"{RELATION}/officeDocument", "")  # else what nothing leads to would not leave

    def twin(self) -> Package:
        """The same file once more, to be changed by itself; what was parsed is copied, which is sooner than parsing."""
        twin = copy(self)
        twin._order, twin._folded, twin._bytes = list(self._order), dict(self._folded), dict(self._bytes)
        twin._roots = {name: deepcopy(root) for name, root in self._roots.items()}
        twin._changed, twin._removed = set(self._changed), set(self._removed)
        twin._relationships = dict(self._relationships)
        return twin

    # Reading

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the order of the file."""
        return tuple(name for name in self._order if name not in self._removed)

    @property
    def tells_when(self) -> bool:
        """Whether its parts tell when they were packed, as LibreOffice's do; Word's and ours have one fixed clock."""
        return any(info.date_time != CLOCK for info in self._entries.values())

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return self._name(name) is not None

    def data(self, name: str) -> bytes:
        """The bytes of a part as they will be written; KeyError where there is none."""
        found = self._name(name)
        if found is None:
            raise KeyError(name)
        if found in self._changed and found in self._roots:
            return _serialised(self._roots[found])
        return self._raw(found)

    def root(self, name: str) -> etree._Element:
        """The root element of an XML part, parsed once, to be read only; KeyError where there is no such part."""
        found = self._name(name)
        if found is None:
            raise KeyError(name)
        if found not in self._roots and (left := self._file.left.pop(found, None)) is not None:
            self._roots[found] = left
        if found not in self._roots:
            data = self._raw(found)
            self._budget.spend(data)
            if found.casefold().endswith(_RELATIONS):
                self._budget.spend_relationships(data)
            self._roots[found] = parse_xml(data, found)
        return self._roots[found]

    def hold(self, name: str, root: etree._Element) -> None:
        """Take a part as somebody else parsed it from this file's bytes, so that `root` need not parse it again."""
        found = self._name(name)
        if found is not None:
            self._roots.setdefault(found, root)

    def leave(self) -> None:
        """Leave what was parsed and not changed to who opens these bytes next: this package is of no more use.

        A command takes a file in hand several times; what stays open for long would hold the memory.
        """
        if ends_soon():
            self._file.left |= {name: root for name, root in self._roots.items() if name not in self._changed}
        self._roots = {}

    def relationships(self, source: str | None = None) -> tuple[Relationship, ...]:
        """The relationships of a part (default: the main one); targets inside the file are part names."""
        part = self.main if source is None else source
        if part not in self._relationships:
            name = relationship_part(part)
            links = relations_in(self.root(name), part) if self.has(name) else []
            self._relationships[part] = tuple(
                link if link.external else link._replace(target=self._name(link.target) or link.target)
                for link in links
            )
        return self._relationships[part]

    def parts_of(self, kinds: Collection[str]) -> tuple[str, ...]:
        """The names of the main part and of those that it has a relationship of these kinds to, each once."""
        names = (relation.target for relation in self.relationships() if relation.kind in kinds)
        return tuple(name for name in dict.fromkeys((self.main, *names)) if self.has(name))

    def related(self, kind: str, source: str | None = None) -> str | None:
        """The name of the part with this kind of relationship ("footnotes", "styles"), or None."""
        for relation in self.relationships(source):
            if relation.kind == kind and not relation.external:
                return self._name(relation.target)
        return None

    def root_of(self, kind: str, source: str | None = None) -> etree._Element | None:
        """The root of the part with this kind of relationship, to be read only, or None."""
        name = self.related(kind, source)
        return None if name is None else self.root(name)

    def content_type(self, name: str) -> str:
        """The content type of a part, or "" where the file does not say."""
        return type_of(self.root(TYPES), name)

    # Changing

    def edit(self, name: str) -> etree._Element:
        """The root element of a part to be changed in place; the part will be written anew."""
        root = self.root(name)
        found = self._name(name)
        assert found is not None
        self._changed.add(found)
        return root

    def bytes_before(self, name: str) -> bytes | None:
        """The bytes a part had in the file, where it was edited since; None for any other part."""
        return self._raw(name) if name in self._changed and name in self._entries and name in self._roots else None

    def as_it_came(self, name: str) -> bytes | None:
        """The bytes of a part that nobody edited; None for one that says something else now."""
        found = self._name(name)
        return None if found is None or found in self._changed else self._raw(found)

    def take_back(self, name: str) -> None:
        """Forget that a part was edited, as what it says is what it said: its bytes go back as they were."""
        self._roots.pop(name, None)
        self._changed.discard(name)

    def put(self, name: str, content: bytes | etree._Element) -> None:
        """Replace a part's content, or make the part, without a content type or relationship."""
        found = self._name(name) or name
        if found not in self._folded.values():
            self._order.append(found)
            self._folded[folded(found)] = found
        self._removed.discard(found)
        self._roots.pop(found, None)
        if isinstance(content, bytes):
            self._bytes[found] = content
            self._changed.discard(found)
        else:
            self._roots[found] = content
            self._changed.add(found)

    def add_part(
        self,
        name: str,
        content: bytes | etree._Element,
        content_type: str,
        relation_type: str,
        source: str | None = None,
    ) -> str:
        """Make a part, say its content type and relate it to a part (default: the main one); its relationship id."""
        self.put(name, content)
        say_type(self.edit(TYPES), name, content_type)
        return self.relate(name, relation_type, source)

    def relate(self, target: str, relation_type: str, source: str | None = None, *, external: bool = False) -> str:
        """Add a relationship from a part (default: the main one) unless it is there; its id ("rId7")."""
        part = self.main if source is None else source
        kind = relation_type.rsplit("/", 1)[-1]
        for relation in self.relationships(part):
            if (relation.kind, relation.target, relation.external) == (kind, target, external):
                return relation.id
        name = relationship_part(part)
        if not self.has(name):
            self.put(name, parse_xml(_NO_RELATIONSHIPS, name))
        root = self.edit(name)
        taken = {entry.get("Id") for entry in root}
        number = 1
        while f"rId{number}" in taken:
            number += 1
        entry = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=f"rId{number}", Type=relation_type)
        entry.set("Target", target if external else posixpath.relpath(target, posixpath.dirname(part) or "."))
        if external:
            entry.set("TargetMode", "External")
        self._relationships.pop(part, None)
        return f"rId{number}"

    def remove_parts(self, names: Collection[str]) -> None:
        """Take out parts, their own relationships, their content types, and every relationship that leads to them."""
        gone = {found for name in names if (found := self._name(name)) is not None}
        if not gone:
            return
        unsay_types(self.edit(TYPES), gone)
        own = {self._name(relationship_part(name)) for name in gone}
        self._removed.update(gone, (part for part in own if part is not None))
        for part in self.names:
            if part.endswith(".rels"):
                source = source_of(part)
                links = relations_in(self.root(part), source)
                leading = {one.id for one in links if not one.external and self._folded.get(folded(one.target)) in gone}
                self.drop_relations(source, leading)

    def drop_relations(self, source: str, ids: Collection[str]) -> None:
        """Take out relationships of a part by their ids; "" is the file itself. The parts they lead to stay."""
        rels = relationship_part(source)
        if ids and self.has(rels):
            root = self.edit(rels)
            for entry in list(root):
                if entry.get("Id") in ids:
                    root.remove(entry)
            self._relationships.pop(source, None)

    # Writing

    def to_bytes(self) -> bytes:
        """The whole file: content types first, then the parts in their order, with a fixed clock."""
        buffer = io.BytesIO()
        names = sorted(self.names, key=lambda name: name != TYPES)
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                info = zipfile.ZipInfo(name, CLOCK)
                info.compress_type = zipfile.ZIP_DEFLATED
                info.create_system = 0
                archive.writestr(info, self.data(name), compresslevel=_LEVEL)
        return buffer.getvalue()

    # Inside

    def _name(self, name: str) -> str | None:
        """The spelling of a part's name in this file: names of parts do not care for case."""
        found = self._folded.get(folded(name.lstrip("/")))
        return None if found is None or found in self._removed else found

    def _raw(self, name: str) -> bytes:
        if name not in self._bytes:
            data = self._file.read(self._entries[name])
            if not name.casefold().endswith(_XML_TYPES):
                return data  # pictures may be large, and are asked for once
            data = utf8(data)
            self._bytes[name] = to_transitional(data) if self._strict else data
        return self._bytes[name]

    def _main_part(self) -> str:
        if not self.has(TYPES) and not self.has("word/document.xml"):
            raise CannotRead("This file is a zip archive but not a Word document; unpack it and open the file inside.")
        if not self.has(TYPES):
            raise CannotRead("This Word file is damaged (its contents list is missing); ask for it to be sent again.")
        found = None
        if self.has(_ROOT_RELATIONS):
            targets = [link.target for link in self.relationships("") if link.kind == "officeDocument"]
            found = next((name for name in map(self._name, targets) if name is not None), None)
        found = found or self._name("word/document.xml")
        if found is None:
            raise CannotRead("This file has no Word text in it; save it again as a Word document (.docx).")
        other = other_office(self.content_type(found))
        if other is not None:
            raise CannotRead(f"This file is {other}, not a Word document; open its text as a .docx.")
        return found

    def _rewrite_strict(self) -> None:
        self._strict = True
        self._relationships.clear()
        self._roots.clear()
        for name, data in self._bytes.items():
            if name.casefold().endswith(_XML_TYPES):
                self._bytes[name] = to_transitional(data)


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
