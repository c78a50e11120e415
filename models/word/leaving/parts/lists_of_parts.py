"""The two lists by which a Word file holds together, what its parts are and where they lead: their entries, no more."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.word.content_types import TYPES
from models.word.namespaces import CONTENT_TYPES, RELATION, RELATIONSHIPS

_Entries = dict[str, tuple[str, ...]]
_OF_TYPES: _Entries = {"Default": ("Extension", "ContentType"), "Override": ("PartName", "ContentType")}
_OF_RELATIONS: _Entries = {"Relationship": ("Id", "Type", "Target", "TargetMode")}

_TYPE = late_pattern(
    r"http://(?:schemas\.openxmlformats\.org/(?:officeDocument|package)/2006/relationships(?:/metadata)?"
    r"|purl\.oclc\.org/ooxml/officeDocument/relationships(?:/metadata)?"
    r"|schemas\.microsoft\.com/office/\d{4}(?:/\d\d)?/relationships)/[\w-]+"
)


def is_list_of_parts(name: str) -> bool:
    """Whether a part is one of those lists."""
    return name == TYPES or name.casefold().endswith(".rels")


def bare_list(name: str, root: etree._Element) -> etree._Element:
    """A list anew: its entries in their order, with the attributes the format gives them, and nothing else."""
    space, title, entries = _format(name)
    made = etree.fromstring(f'<{title} xmlns="{space}"/>')
    for one in root.iterchildren(etree.Element):
        local = etree.QName(one).localname
        if local in entries:  # whatever its namespace: so it was read
            said = {key: _plain(one, key, value) for key in entries[local] if (value := one.get(key)) is not None}
            etree.SubElement(made, f"{{{space}}}{local}", said)
    return made


def beside_entries(name: str, root: etree._Element) -> Iterator[str]:
    """What a list says beside its entries: other elements and attributes, namespaces and letters."""
    space, title, entries = _format(name)
    known = {f"{{{space}}}{title}": (), **{f"{{{space}}}{local}": keys for local, keys in entries.items()}}
    for node in root.iter(etree.Element):
        if node.tag not in known or (node is not root and node.getparent() is not root):
            yield f"an element of its own: {etree.QName(node).localname}"
        yield from (
            f"an attribute of its own: {key}"
            for key in map(str, node.attrib)
            if key not in known.get(str(node.tag), ())
        )
        yield from (
            f"a namespace of its own: {prefix or one}"
            for prefix, one in node.nsmap.items()
            if (prefix, one) != (None, space)
        )
        for key, value in ((str(key), str(value)) for key, value in node.items()):
            if (plain := _plain(node, key, value)) != value:
                yield f"more than {plain} in {key}"
        yield from (f"letters of its own: {one.strip()[:40]}" for one in (node.text, node.tail) if one and one.strip())


def _plain(entry: etree._Element, key: str, value: str) -> str:
    """What an attribute of an entry says to who reads the file: a type without its makers, the straight way to a part
    that it leads to through folders and back, "Jane/../document.xml"."""
    if key == "ContentType":
        return value.partition(";")[0].strip()
    if key == "TargetMode":
        return value if value == "External" else "Internal"
    if key == "Type" and not _TYPE.fullmatch(value):
        return f"{RELATION}/{value.rpartition('/')[2]}"  # by this word alone it was read
    if key == "Target" and entry.get("TargetMode") != "External" and "#" not in value:
        way = unquote(value.replace("\\", "/"))  # as it was read
        return posixpath.normpath(way) if ".." in way.split("/") else value
    return value


def _format(name: str) -> tuple[str, str, _Entries]:
    if name == TYPES:
        return CONTENT_TYPES, "Types", _OF_TYPES
    return RELATIONSHIPS, "Relationships", _OF_RELATIONS
