"""Drawings and equations carried from one Word file into another, with the parts they need: media, charts, data."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, unquote

from lxml import etree

from models.word.content_types import say_type
from models.word.leaving.parts.parts import TYPES
from models.word.namespaces import RELATION, RELATIONSHIPS, w
from models.word.package import Package
from models.word.parsing import apart
from models.word.redlining.things.carried_styles import STYLED, CarriedStyles
from models.word.redlining.things.moved_paragraph import PLACES
from models.word.relationships import ONE_OF_A_KIND, Relationship, relationship_part

_IDS = (  # ids of paragraphs and drawings; sizes in relation to the page, which only newer programs know
    "{http://schemas.microsoft.com/office/word/2010/wordml}",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing}",
)
_OF_NAMES = "/!$&'()*+,;=:@"  # signs that names of parts may have beside letters of English, figures and "-._~"
_DRAWING_OF = re.compile(rb'(\brelId=")([^"]*)(")')  # in the data of a diagram: which part shows it drawn


class Carrier:
    """Copies things of one package for another; a part that is there already is not carried twice."""

    def __init__(self, source: Package, into: Package) -> None:
        """`source` is only read."""
        self._source, self._into = source, into
        self._names: dict[str, str] = {}
        self._links = {link.id: link for link in source.relationships()}
        self._styles = CarriedStyles(source, into)

    def copy(self, node: etree._Element, *, with_styles: bool = False) -> etree._Element:
        """A copy of an element of the source's text that stands on its own in the other file.

        Styles come along `with_styles`; else a style that the other file has not is not named either.
        """
        copy = apart(node)
        for one in list(copy.iter(etree.Element)):
            parent = one.getparent()
            if parent is not None and (_is_ones_own(one.tag) or one.tag in PLACES):
                parent.remove(one)
                continue
            if parent is not None and one.tag in STYLED and not self._styled(one, with_styles):
                parent.remove(one)
                continue
            for name in [str(name) for name in one.attrib]:
                if _is_ones_own(name) or name.startswith(w("rsid")):
                    del one.attrib[name]
                elif name.startswith(f"{{{RELATION}}}") and one.get(name) in self._links:
                    self._relate(one, name)
        return copy

    def _relate(self, one: etree._Element, name: str) -> None:
        """Let an attribute lead where it led; what by mistake leads to the notes, say, to those of the other file."""
        link = self._links[str(one.get(name))]
        if link.kind not in ONE_OF_A_KIND:
            one.set(name, self._related(link))
            return
        own = next((there.id for there in self._into.relationships() if there.kind == link.kind), None)
        if own is None:
            del one.attrib[name]
        else:
            one.set(name, own)

    def _styled(self, one: etree._Element, with_styles: bool) -> bool:
        """Let an element name a style of the other file, if there is one for it."""
        if not with_styles:
            return self._styles.has(one.get(w("val")))
        style = self._styles.id_of(one)
        one.set(w("val"), style or "")
        return style is not None

    def related(self, link: str) -> str:
        """The id, in the other file, of a relationship of the text by the id it has in this one."""
        return self._related(self._links[link])

    def _related(self, link: Relationship) -> str:
        """The id, in the other file, of a relationship of the text."""
        kind = self._type(self._source.main, link)
        target = link.target if link.external else self._part(link.target)
        return self._into.relate(target, kind, external=link.external)

    def _type(self, part: str, link: Relationship) -> str:
        """The whole type of a relationship; some files have several of one id, and the kind tells which it is."""
        links = self._source.root(relationship_part(part))
        types = (one.get("Type") or "" for one in links if one.get("Id") == link.id)
        return next(one for one in types if one.rsplit("/", 1)[-1] == link.kind)

    def _part(self, name: str) -> str:
        """The name of a part in the other file, carried there where it has none of the same content."""
        if name in self._names or not self._source.has(name):
            return self._names.get(name, name)
        data, inner = self._source.data(name), self._source.relationships(name)
        known = None if inner else self._same(name, data)
        if known is not None:
            self._names[name] = known
            return known
        new = self._names[name] = self._free(name)
        self._into.put(new, self._with_drawing(data) if name.casefold().endswith(".xml") else data)
        say_type(self._into.edit(TYPES), new, self._source.content_type(name))
        if inner:
            self._into.put(relationship_part(new), self._relations(name, new))
        return new

    def _same(self, name: str, data: bytes) -> str | None:
        kind = self._source.content_type(name)
        for one in self._into.names:
            alike = posixpath.splitext(one)[1] == posixpath.splitext(name)[1] and self._into.content_type(one) == kind
            if alike and self._into.data(one) == data:
                return one
        return None

    def _free(self, name: str) -> str:
        stem, ending = posixpath.splitext(posixpath.normpath("/" + unquote(name))[1:])
        stem, ending = (quote(one, safe=_OF_NAMES) for one in (stem.rstrip("0123456789"), ending))
        number = 1
        while self._into.has(f"{stem}{number}{ending}"):
            number += 1
        return f"{stem}{number}{ending}"

    def _relations(self, old: str, new: str) -> etree._Element:
        """The relationships of a carried part under the ids its content tells."""
        root = etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS}"/>')
        for link in self._source.relationships(old):
            entry = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=link.id)
            entry.set("Type", self._type(old, link))
            if link.external:
                entry.set("Target", link.target)
                entry.set("TargetMode", "External")
            else:
                entry.set("Target", posixpath.relpath(self._part(link.target), posixpath.dirname(new) or "."))
        return root

    def _with_drawing(self, data: bytes) -> bytes:
        """The data of a diagram, which names a relationship of the text, with the one it has in the other file."""

        def related(found: re.Match[bytes]) -> bytes:
            link = self._links.get(found[2].decode())
            return found[0] if link is None else found[1] + self._related(link).encode() + found[3]

        return _DRAWING_OF.sub(related, data) if b"dataModelExt" in data else data


def _is_ones_own(name: object) -> bool:
    return str(name).startswith(_IDS)
