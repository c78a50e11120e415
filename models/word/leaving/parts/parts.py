"""Which parts of a Word file may leave with it: those that make the text and its look, and nothing else."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from models.draft.first_letter import with_capital
from models.word.archive import shown_name
from models.word.known_spaces import is_foreign, is_known
from models.word.leaving.parts.addresses import is_public
from models.word.leaving.parts.words_of_format import says_nothing
from models.word.namespaces import FILM, TAKEN_FROM
from models.word.package import Package
from models.word.relationships import Relationship, relationship_part

LEAVING = frozenset((
    "officeDocument", "core-properties", "extended-properties", "styles", "numbering", "settings", "fontTable",
    "theme", "themeOverride", "footnotes", "endnotes", "header", "footer", "image", "hyperlink", "chart", "chartEx",
    "chartUserShapes", "chartStyle", "chartColorStyle", "diagramData", "diagramLayout", "diagramQuickStyle",
    "diagramColors", "diagramDrawing",
))  # fmt: skip
"""The last words of the types of relationships whose parts may leave: what is not known stays here."""

_FILM_NAME = etree.QName(FILM).localname.encode()
_NAMED = ("hyperlink", "image")
"""Relationships that show nothing unless the part they are of names them."""
_SPACE = re.compile(rb"""xmlns(?::([^\s:=<>"']{1,200}))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAMED_ELEMENTS = 4
_SOUGHT = 100  # prefixes that a part is gone through for, each once: to parse it takes less than more of them

TYPES = "[Content_Types].xml"
DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def leaves(relation: Relationship) -> bool:
    """Whether what a relationship leads to may leave; outside the file it may lead to pages of the web only."""
    if relation.external:
        return relation.kind == "hyperlink" and is_public(relation.target)
    return relation.kind in LEAVING


def place_of(relation: Relationship) -> str | None:
    """The bookmark of the file itself that a relationship leads to, as those of shapes may."""
    folder, sign, name = relation.target.rpartition("#")
    inside = not relation.external and relation.kind == "hyperlink" and sign and not posixpath.basename(folder)
    return name if inside else None


def leads_nowhere(package: Package, relation: Relationship) -> bool:
    """Whether a relationship leads to a part that there is not."""
    return not relation.external and place_of(relation) is None and not package.has(relation.target)


_OF_PROGRAMS = re.compile(
    r"(?:chartEx|comments(?:Ids|Extensible)|customizations|hdphoto|img|intelligence|quickStyle|services)?[\d_-]*"
    r"|\[Content_Types\]",
    re.IGNORECASE,
)

_CHUNK = "whose words Word shows and Adref does not read; saved anew in Word, a file has them in its text"
_BELONGING = "whose words Word may show and Adref does not read; put into the text in Word, they are in it"
_SHOWN = (
    (("aFChunk",), "an embedded document", "{} embedded documents", _CHUNK),
    (("subDocument",), "a document that belongs to this one", "{} documents that belong to this one", _BELONGING),
    (("oleObject", "package"), "an embedded object", "{} embedded objects", "of which the picture alone stays"),
    (("linked oleObject", "linked package"), "a linked object", "{} linked objects",
     "of which the picture alone stays"),
    (("control",), "a control", "{} controls", "of which the picture alone stays"),
    (("image",), "a picture that lies outside of the file", "{} pictures that lie outside of the file", ""),
    (("font",), "a font that lies in the file", "{} fonts that lie in the file", "for which Word takes those it has"),
    (("audio", "video", "media", "model3d"), "sound or film", "{} parts of sound or film", ""),
)  # fmt: skip
"""What Word shows or opens from a file and what does not leave, by the kinds of relationships that lead to it."""
_OBJECTS = ("oleObject", "package")
_TEXTS = ("header", "footer", "footnotes", "endnotes")
_ONLY_PICTURE = "of which the picture alone is there"
_SHOWN_OF_NEW = (
    (("object",), "an embedded object of the new file", "{} embedded objects of the new file", _ONLY_PICTURE),
    (("linked oleObject", "linked package"), "a linked object of the new file", "{} linked objects of the new file",
     _ONLY_PICTURE),
    (("control",), "a control of the new file", "{} controls of the new file", _ONLY_PICTURE),
    (("image",), "a picture that lies outside of the new file", "{} pictures that lie outside of the new file", ""),
    (("audio", "video", "media", "model3d"), "sound or film of the new file",
     "{} parts of sound or film of the new file", ""),
    (("aFChunk",), "an embedded document of the new file", "{} embedded documents of the new file", _CHUNK),
    (("subDocument",), "a document that belongs to the new file", "{} documents that belong to the new file",
     _BELONGING),
)  # fmt: skip
"""The same of the new file, for a redline written on the old one's."""


def left_out(package: Package) -> tuple[str, ...]:
    """What Word shows from a file, or opens, and what is taken out of it before it leaves, in short lines."""
    charts = _charts(package)
    gone = [(_kind(link), link.target) for link in _drawn(package, charts) if not leaves(link)]
    texts = package.parts_of(_TEXTS)
    gone += [("video", f"film {at}") for at, _ in enumerate(_films(package))]
    lines = []
    for kinds, one, many, what in _SHOWN:
        if count := len({link for link in gone if link[0] in kinds}):
            said = one if count == 1 else many.format(count)
            lines.append(with_capital(said) + (f", {what}" if what else ""))
    books = sum(link.kind == "package" for chart in charts for link in package.relationships(chart))
    if books:
        lines.append(f"The workbook{'s' if books > 1 else ''} behind {'a chart' if books == 1 else f'{books} charts'}")
    if others := Counter(shown_name(one) for name in texts for one in _of_others(package, name)):
        named = ", ".join([*others][:_NAMED_ELEMENTS]) + ("…" if len(others) > _NAMED_ELEMENTS else "")
        count = others.total()
        what = "An element" if count == 1 else f"{count} elements"
        lines.append(f"{what} of other programs ({named}), of which the words alone stay")
    return tuple(lines)


def _of_others(package: Package, name: str) -> Iterator[str]:
    """The names of the elements of a text, not of those within them, that are of no program of Office."""
    data = package.data(name)
    said = {(space[1], space[2] or space[3] or b"") for space in _SPACE.finditer(data)}
    own = [prefix for prefix, space in said if not is_known(space.decode("utf-8", "replace"))]
    if len(own) <= _SOUGHT and not any(prefix is None or b"<" + prefix + b":" in data for prefix in own):
        return  # nothing is parsed for this
    for node in package.root(name).iter(etree.Element):
        above = node.getparent()
        if above is not None and is_foreign(str(node.tag)) and not is_foreign(str(above.tag)):
            yield etree.QName(node).localname


def embedded_left_out(new: Package, *others: Package) -> tuple[str, ...]:
    """Lines on what is embedded in the new file and in none of the others, those of a redline and of its base.

    Of objects a redline has pictures at most.
    """
    fresh = set(_embedded(new)).difference(*map(_embedded, others))
    lines = []
    for kinds, one, many, what in _SHOWN_OF_NEW:
        if count := sum(kind in kinds for kind, _ in fresh):
            lines.append((with_capital(one) if count == 1 else many.format(count)) + (f", {what}" if what else ""))
    return tuple(lines)


def _embedded(package: Package) -> Iterator[tuple[str, bytes]]:
    """What no file that leaves has, by its kind and its bytes; what lies outside of the file, by its address."""
    for link in _drawn(package, _charts(package)):
        if leaves(link):
            continue
        if link.external:
            yield _kind(link), link.target.encode()
        elif package.has(link.target):
            yield "object" if link.kind in _OBJECTS else link.kind, package.data(link.target)
    yield from (("video", repr(sorted(film.items())).encode()) for film in _films(package))


def _films(package: Package) -> Iterator[etree._Element]:
    """What of pictures in the texts of a file shows a film of the web, which lies in no part."""
    for name in package.parts_of(_TEXTS):
        if _FILM_NAME in package.data(name):  # another text is not parsed for this
            yield from package.root(name).iter(FILM)


def _kind(link: Relationship) -> str:
    return f"linked {link.kind}" if link.external and link.kind in _OBJECTS else link.kind


def _charts(package: Package) -> set[str]:
    types = package.root(TYPES)
    said = {(entry.get("PartName") or "").casefold() for entry in types if "chart" in (entry.get("ContentType") or "")}
    return {name for name in package.names if f"/{name.casefold()}" in said}


def _drawn(package: Package, charts: set[str]) -> Iterator[Relationship]:
    """The relationships of all parts but charts, which stay as they are drawn."""
    for source in ("", *package.names):
        yield from () if source in charts else package.relationships(source)


def xml_parts(package: Package) -> list[str]:
    """The parts in XML, but for the list of types and relationships."""
    return [name for name in package.names if name.casefold().endswith(".xml") and name != TYPES]


def pictures(package: Package) -> set[str]:
    """The parts that are no XML, whatever type they say they have: each may be a picture."""
    xml = (".xml", ".rels", ".vml")
    return {
        name for name in package.names
        if not name.casefold().endswith(xml) or package.content_type(name).casefold().startswith("image/")
    }  # fmt: skip


def has_own_name(path: str) -> bool:
    """Whether somebody named a part, or a folder it lies in: programs make names of the words of the format alone."""
    *folders, own = path.split("/")
    pieces = (*folders, posixpath.splitext(own)[0])
    return not path.isascii() or not all(_OF_PROGRAMS.fullmatch(one) or says_nothing(one) for one in pieces)


def reached(package: Package) -> set[str]:
    """The parts that relationships lead to from the file itself, in small letters, with the parts of relationships."""
    found: set[str] = set()
    waiting = [""]
    while waiting:
        source = waiting.pop()
        found.add(relationship_part(source).casefold())
        for relation in package.relationships(source):
            name = relation.target
            if not relation.external and name.casefold() not in found and package.has(name):
                found.add(name.casefold())
                waiting.append(name)
    return found


def _unnamed(package: Package, source: str, ids: list[str]) -> set[str]:
    """Which of the ids of a part's relationships stand nowhere in it, or only where it says what a picture was taken
    from."""
    if not ids or not package.has(source) or not source.casefold().endswith((".xml", ".vml")):
        return set()
    data = package.data(source)
    unsure = ids if TAKEN_FROM.encode() in data else [one for one in ids if f'"{one}"'.encode() not in data]
    if not unsure:
        return set()
    nodes = (node for node in package.root(source).iter(etree.Element) if not str(node.tag).endswith(TAKEN_FROM))
    return set(unsure).difference(value for node in nodes for value in node.attrib.values())


def drop_parts(package: Package) -> None:
    """Take out every part that may not leave and the relationships to it, and what no relationship leads to.

    So go links and pictures that nothing in the part they are of names, for no page shows them, and what leads nowhere.
    Of a file's properties the first part of each kind stays: the format allows one, some programs write several.
    """
    for source in ("", *package.names):
        links = package.relationships(source)
        unnamed = _unnamed(package, source, [link.id for link in links if link.kind in _NAMED])
        gone = {link.id for link in links if not leaves(link) or leads_nowhere(package, link)}
        package.drop_relations(source, gone | unnamed)
    firsts: dict[str, str] = {}
    spare = {one.id for one in package.relationships("") if firsts.setdefault(one.kind, one.id) != one.id}
    package.drop_relations("", spare)
    kept = reached(package)
    package.remove_parts([name for name in package.names if name != TYPES and name.casefold() not in kept])
    as_document(package)


def as_document(package: Package) -> bool:
    """Make a template, or a file with macros, the document under whose name it leaves; whether it was none.

    Word opens neither under the name of a document (.docx), nor a document that holds macros.
    """
    if package.content_type(package.main) == DOCUMENT:
        return False
    macros = _macros(package)
    inner = [link.target for part in macros for link in package.relationships(part) if not link.external]
    package.remove_parts([*macros, *inner])
    for entry in package.edit(TYPES):
        if (entry.get("PartName") or "").casefold() == "/" + package.main.casefold():
            entry.set("ContentType", DOCUMENT)
    return True


def macros_left_out(package: Package) -> str | None:
    """A line on the macros of a file that leaves as a document, which holds none."""
    told = package.content_type(package.main) != DOCUMENT and _macros(package)
    return "The macros of the Word file, which a document (.docx) cannot hold" if told else None


def _macros(package: Package) -> list[str]:
    return [link.target for link in package.relationships() if link.kind == "vbaProject" and package.has(link.target)]
