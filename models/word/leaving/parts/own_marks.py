"""What programs keep in a Word file for themselves, beside its text: marks of editing sessions, and custom data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from models.word.leaving.parts.emptied import drop
from models.word.namespaces import CHOICE, w
from models.word.package import Package

_OF_WORD = ("{http://schemas.openxmlformats.org/wordprocessingml/", "{http://schemas.microsoft.com/office/word/")
_OF_OFFICE = (
    "http://schemas.openxmlformats.org/", "http://schemas.microsoft.com/", "urn:schemas-microsoft-com:",
    "http://www.w3.org/XML/1998/namespace", "http://purl.org/dc/elements/1.1/",
)  # fmt: skip
"""How the namespaces of Office begin, all of which stay in a copy of one's own."""
_CUSTOM = frozenset((
    "docVars", "smartTag", "smartTagPr", "smartTagType", "customXml", "customXmlPr", "dataBinding", "alias", "tag",
    "attachedSchema", "schemaLibrary", "saveThroughXslt",
))  # fmt: skip
_PARTS_OF_DATA = ("customXml", "customXmlProps", "smartTag", "xmlMaps")
_SESSION = re.compile(r"[\s:<](?:rsid\w*|docId)[\s=/>]")
_IGNORABLE = f"{{{CHOICE}}}Ignorable"


def drop_sessions(package: Package) -> None:
    """Take out in place in which session each piece was written."""
    for name in _texts(package):
        nodes = list(package.root(name).iter(etree.Element))
        gone = [node for node in nodes if _is_session(node.tag)]
        marked = [(node, key) for node in nodes for key in node.attrib if _local(key).startswith("rsid")]
        if gone or marked:
            package.edit(name)
        for node, key in marked:
            del node.attrib[key]
        for node in gone:
            drop(node)


def drop_custom_data(package: Package) -> None:
    """Take out in place what programs and forms keep for themselves; the words in it stay."""
    for source in ("", *package.names):
        links = [link for link in package.relationships(source) if link.kind in _PARTS_OF_DATA]
        package.drop_relations(source, {link.id for link in links})
        package.remove_parts([link.target for link in links if not link.external and package.has(link.target)])
    for name in _texts(package):
        if not any(_custom(package.root(name))):
            continue
        root = package.edit(name)
        for node, key in [*_custom(root)]:
            if key is not None:
                del node.attrib[key]
            elif next(node.iter(w("r"), w("p"), w("tc"), w("tr")), None) is None:
                drop(node)
            elif (parent := node.getparent()) is not None:
                for child in list(node):
                    node.addprevious(child)
                parent.remove(node)
        known = [
            one for one in (root.get(_IGNORABLE) or "").split() if (root.nsmap.get(one) or "").startswith(_OF_OFFICE)
        ]
        if _IGNORABLE in root.attrib:
            root.set(_IGNORABLE, " ".join(known))
        etree.cleanup_namespaces(root, keep_ns_prefixes=[one for one in root.nsmap if one and _is_known(root, one)])


def sessions_in(package: Package) -> bool:
    """Whether a file tells of editing sessions: looked for in the letters of its parts."""
    return any(_SESSION.search(etree.tostring(package.root(name), encoding="unicode")) for name in _texts(package))


def custom_data_in(package: Package) -> bool:
    """Whether a file has custom data: parts of it, by relationship or by name, or such elements in its text."""
    links = (link.kind for source in ("", *package.names) for link in package.relationships(source))
    if any(kind in _PARTS_OF_DATA for kind in links) or any(
        one.casefold().startswith("customxml/") for one in package.names
    ):
        return True
    return any(next(_custom(package.root(name)), None) is not None for name in _texts(package))


def _custom(root: etree._Element) -> Iterator[tuple[etree._Element, str | None]]:
    """What is custom data in a part: an element, or with its name an attribute of one."""
    for node in root.iter(etree.Element):
        tag = str(node.tag)
        if node is not root and (_is_foreign(tag) or (tag.startswith(_OF_WORD) and _local(tag) in _CUSTOM)):
            yield node, None
            continue
        yield from ((node, str(key)) for key in node.attrib if _is_foreign(str(key)))


def _texts(package: Package) -> list[str]:
    """The parts that make the text and its look: all written ones but the properties of the file."""
    properties = {link.target.casefold() for link in package.relationships("") if link.kind.endswith("-properties")}
    xml = (name for name in package.names if name.casefold().endswith((".xml", ".vml")))
    return [name for name in xml if name.casefold() not in properties and not name.startswith("[")]


def _is_session(tag: object) -> bool:
    local = _local(tag)
    return local.startswith("rsid") or local == "docId"


def _is_foreign(name: str) -> bool:
    return name.startswith("{") and not name[1:].startswith(_OF_OFFICE)


def _is_known(root: etree._Element, prefix: str) -> bool:
    return (root.nsmap.get(prefix) or "").startswith(_OF_OFFICE)


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]
