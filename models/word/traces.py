"""What a Word file says of those who made it, taken out: its properties, the people, the sessions of editing.

Word itself does the same when it is asked to remove personal information: comments stay, without their authors.
"""

from __future__ import annotations

import posixpath

from lxml import etree

from models.word.namespaces import WORD, w
from models.word.package import Package

_CORE = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
)
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Adref</Application></Properties>"
)
_GONE = ("custom-properties", "thumbnail", "people", "person", "printerSettings", "documenttasks")
_SETTINGS = ("rsids", "docVars", "attachedTemplate", "mailMerge", "docId")
_OUTSIDE = ("attachedTemplate", "mailMergeSource", "mailMergeHeaderSource")
_REVISION_IDS = f"{{{WORD}}}rsid"
_COMMENTS = ("comments", "commentsExtensible")


def without_traces(data: bytes, *, keep_authors: bool = False, author: str = "Adref") -> bytes:
    """A Word file without its properties, people, printers, templates and marks of editing sessions.

    Unless `keep_authors`, comments are by `author` and without a date; those of tracked changes stay as they are.
    """
    package = Package(data)
    for kind, content in (("core-properties", _CORE), ("extended-properties", _APPLICATION)):
        if (name := package.related(kind, "")) is not None:
            package.put(name, content)
    for source in ("", package.main):
        for relation in package.relationships(source):
            if relation.kind in _GONE and not relation.external:
                package.remove_part(relation.target)
    if (settings := package.related("settings")) is not None:
        _clear_settings(package, settings)
    for name in package.names:
        if name.endswith(".xml") and b"rsid" in package.data(name):
            _clear_sessions(package.edit(name))
    for printer in list(package.root(package.main).iter(w("printerSettings"))):
        package.edit(package.main)
        _remove(printer)
    if not keep_authors:
        for kind in _COMMENTS:
            if (name := package.related(kind)) is not None:
                _unsign(package.edit(name), author)
    return package.to_bytes()


def _clear_settings(package: Package, name: str) -> None:
    for child in list(package.edit(name)):
        if isinstance(child.tag, str) and etree.QName(child).localname in _SETTINGS:
            _remove(child)
    folder, file = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", file + ".rels")
    if package.has(relations):
        for entry in list(package.edit(relations)):
            if (entry.get("Type") or "").rsplit("/", 1)[-1] in _OUTSIDE:
                _remove(entry)


def _clear_sessions(root: etree._Element) -> None:
    """Take out the marks that say which text was typed in the same session (rsid)."""
    for node in root.iter(etree.Element):
        for attribute in [str(name) for name in node.attrib if str(name).startswith(_REVISION_IDS)]:
            del node.attrib[attribute]
    for mark in list(root.iter(w("rsid"))):
        _remove(mark)


def _unsign(root: etree._Element, author: str) -> None:
    for comment in root.iter(etree.Element):
        if comment.get(w("author")) is not None:
            comment.set(w("author"), author)
        for attribute in [str(name) for name in comment.attrib]:
            if etree.QName(attribute).localname in ("initials", "date", "dateUtc"):
                del comment.attrib[attribute]


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)
