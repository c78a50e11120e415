"""Word files damaged at random: bytes of the archive, its entries, or the XML of its parts; one seed, one file.

`source_of` takes a real file apart; `mutated` makes one variant of one of them and says what was done.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from models.word.namespaces import MATH, w

_LARGEST = 3_000_000  # bytes of an XML part that is taken apart: larger ones are damaged as bytes only
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=False)
_WILD = (
    "", "0", "-1", "1", "8", "9", "2147483648", "99999999999999999999999", "9" * 5000, "1e9", "NaN", "٣", "²",
    " 7 ", "true", "off", "none", "x" * 70_000, "\u202e\u0663", "\U0001f600", "é\u0301", "rId1", "%1%2%3%4%5%6%7%8%9",
    "../../../etc/passwd", "http://example.org/x", "file:///C:/x.dotm", "\\\\host\\share\\x.dotm",
    "Normal", "Heading1", "lowerRoman", "bullet", "continue", "restart", "eachSect", "begin", "end", "separate", "page",
    "superscript", "2025-99-99T00:00:00Z",
)  # fmt: skip
_TAGS = [
    *map(w, (
        "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "tcPr", "trPr", "sectPr", "ins", "del", "moveFrom", "moveTo",
        "rPrChange", "pPrChange", "sdt", "sdtContent", "sdtPr", "hyperlink", "fldChar", "fldSimple", "instrText",
        "footnoteReference", "endnoteReference", "commentReference", "commentRangeStart", "numPr", "numId", "ilvl",
        "bookmarkStart", "bookmarkEnd", "drawing", "pict", "object", "txbxContent", "cellIns", "cellDel", "cellMerge",
        "style", "basedOn", "abstractNum", "num", "lvl", "lvlOverride", "footnote", "comment", "delText", "sym", "ruby",
        "customXml", "smartTag", "altChunk", "subDoc", "body", "numberingChange", "tblPrChange", "vanish", "br",
    )), f"{{{MATH}}}oMath", f"{{{MATH}}}r", f"{{{MATH}}}ctrlPr", "unknown",
]  # fmt: skip
_OFTEN = {
    "word/document.xml": 24,
    "word/_rels/document": 3,
    "word/styles": 5,
    "word/numbering": 6,
    "notes": 6,
    "comments": 6,
}
_BODIES = (b"", b"\0" * 500, b"\x89PNG\r\n\x1a\n" + b"\0" * 90, b"<a/>", b"words", b"\xff\xfe<\0a\0/\0>\0", b"<?xml")


@dataclass
class Source:
    """A file taken apart: its entries, and the trees of its XML parts as they are needed."""

    name: str
    data: bytes
    entries: dict[str, bytes]
    trees: dict[str, etree._Element | None] = field(default_factory=dict)

    def tree(self, name: str) -> etree._Element | None:
        """The root of a part, parsed once; None where it is no XML or too large."""
        if name not in self.trees:
            data = self.entries[name]
            try:
                self.trees[name] = etree.fromstring(data, _PARSER) if len(data) < _LARGEST else None
            except etree.XMLSyntaxError:
                self.trees[name] = None
        return self.trees[name]

    @property
    def xml(self) -> list[str]:
        """The names of the parts that are XML, those that are read several times: they matter most."""
        names = [name for name in self.entries if name.endswith((".xml", ".rels"))]
        return [name for name in names for _ in range(next((n for word, n in _OFTEN.items() if word in name), 1))]


def source_of(name: str, data: bytes) -> Source | None:
    """A file taken apart, or None where it is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return Source(name, data, {entry: archive.read(entry) for entry in archive.namelist()})
    except (zipfile.BadZipFile, OSError):
        return None


def mutated(source: Source, chance: random.Random) -> tuple[bytes, str]:
    """A variant of a file, and what was done to it."""
    kind = chance.random()
    if kind < 0.15:
        return _bytes_changed(source, chance)
    entries: list[tuple[str, bytes]] = list(source.entries.items())
    done = []
    if kind < 0.35:
        for _ in range(chance.choice((1, 1, 2, 4))):
            done.append(_entries_changed(entries, chance))
    else:
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            done.append(_part_changed(source, entries, chance))
    return _archive(entries), "; ".join(done)


# The archive


def _bytes_changed(source: Source, chance: random.Random) -> tuple[bytes, str]:
    data = bytearray(source.data)
    if chance.random() < 0.3:
        at = chance.randrange(len(data))
        del data[at:]
        return bytes(data), f"cut at {at}"
    directory = data.rfind(b"PK\x05\x06")
    central = data.find(b"PK\x01\x02")
    low = chance.choice((0, max(central, 0), max(directory, 0)))
    places = [chance.randrange(low, len(data)) for _ in range(chance.choice((1, 2, 5, 40)))]
    for at in places:
        data[at] = chance.choice((0, 255, chance.randrange(256), data[at] ^ (1 << chance.randrange(8))))
    return bytes(data), f"{len(places)} bytes turned from {low}"


def _archive(entries: Sequence[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, data in entries:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            _write(archive, info, data)
    return buffer.getvalue()


def _write(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> None:
    import warnings

    with warnings.catch_warnings():  # two entries of one name are what is wanted
        warnings.simplefilter("ignore", UserWarning)
        archive.writestr(info, data)


def _entries_changed(entries: list[tuple[str, bytes]], chance: random.Random) -> str:
    at = chance.randrange(len(entries))
    name, data = entries[at]
    other = chance.randrange(len(entries))
    act = chance.randrange(7)
    if act == 0 and len(entries) > 1:
        del entries[at]
        return f"{name} dropped"
    if act == 1:
        entries[at], entries[other] = (name, entries[other][1]), (entries[other][0], data)
        return f"{name} and {entries[other][0]} swapped"
    if act == 2:
        entries.insert(other, (name, chance.choice((data, entries[other][1]))))
        return f"{name} twice"
    if act == 3:
        shapes = (
            "../" + name,
            "/" + name,
            name.upper(),
            name.replace("/", "\\"),
            "C:/" + name,
            name + "/",
            "./" + name,
        )
        entries[at] = (chance.choice(shapes), data)
        return f"{name} as {entries[at][0]}"
    if act == 4:
        entries[at] = (name, chance.choice(_BODIES))
        return f"{name} of other bytes"
    if act == 5 and data:
        cut = chance.randrange(len(data))
        entries[at] = (name, data[:cut])
        return f"{name} cut at {cut}"
    changed = bytearray(data or b"x")
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    entries[at] = (name, bytes(changed))
    return f"bytes of {name} turned"


# The XML


def _part_changed(source: Source, entries: list[tuple[str, bytes]], chance: random.Random) -> str:
    names = source.xml
    name = chance.choice(names) if names else ""
    tree = source.tree(name) if names else None
    if tree is None:
        return _entries_changed(entries, chance)
    root = deepcopy(tree)
    done = []
    for _ in range(chance.choice((1, 2, 3, 8))):
        every = list(root.iter(etree.Element))
        act = chance.choice(_ACTS)
        act(every, chance.choice(every), chance)
        done.append(act.__name__.strip("_"))
    encoding = chance.choice(("UTF-8",) * 8 + ("UTF-16",))
    data = etree.tostring(root, encoding=encoding, xml_declaration=True)
    for at, (entry, _) in enumerate(entries):
        if entry == name:
            entries[at] = (name, data)
    return f"{name}: {', '.join(done)}"


Nodes = list[etree._Element]


def _deleted(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _doubled(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    if node.getparent() is not None and _small(node):
        for _ in range(chance.choice((1, 1, 3, 200))):
            node.addnext(deepcopy(node))


def _nested(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    if not _small(node):
        return
    inner = deepcopy(node)
    for _ in range(chance.choice((1, 2, 30, 120))):
        shell = etree.Element(node.tag, node.attrib, node.nsmap)
        shell.append(inner)
        inner = shell
    node.append(inner)


def _moved(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    other = chance.choice(every)
    if node.getparent() is not None and all(above is not node for above in (other, *other.iterancestors())):
        other.insert(chance.randrange(len(other) + 1), node)


def _copied(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    if _small(node):
        other = chance.choice(every)
        other.insert(chance.randrange(len(other) + 1), deepcopy(node))


def _renamed(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    node.tag = chance.choice((chance.choice(_TAGS), str(chance.choice(every).tag)))


def _put_in(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    made = etree.Element(chance.choice(_TAGS))
    for name in chance.sample(("val", "id", "ilvl", "author", "name", "type", "fldCharType", "char"), 3):
        made.set(w(name), chance.choice(_WILD))
    if chance.random() < 0.5:
        made.extend([etree.Element(chance.choice(_TAGS)) for _ in range(3)])
    node.insert(chance.randrange(len(node) + 1), made)


def _wrapped(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    parent = node.getparent()
    if parent is not None:
        shell = etree.Element(chance.choice(_TAGS))
        parent.replace(node, shell)
        shell.append(node)


def _opened(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    parent = node.getparent()
    if parent is not None:
        for child in list(node):
            node.addprevious(child)
        parent.remove(node)


def _turned(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    node[:] = list(node)[::-1]


def _said_otherwise(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    with_attributes = [one for one in every if len(one.attrib)]
    if not with_attributes:
        return
    for _ in range(chance.choice((1, 3, 30))):
        one, other = chance.choice(with_attributes), chance.choice(with_attributes)
        if not len(one.attrib):
            continue
        name = chance.choice(list(one.attrib))
        if chance.random() < 0.1:
            del one.attrib[name]
            continue
        values = list(other.attrib.values())
        one.set(name, chance.choice((chance.choice(_WILD), str(chance.choice(values)) if values else "")))


def _same_ids(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    names = (w("id"), "Id", w("styleId"), w("numId"), w("abstractNumId"))
    value = chance.choice(_WILD)
    for one in every:
        for name in names:
            if name in one.attrib and chance.random() < 0.5:
                one.set(name, value)


def _other_words(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    node.text = chance.choice(
        (chance.choice(_WILD), "[" * 300, "(a) " * 500, "1. 2. 3. " * 50, " PAGEREF x \\f", "\u200f\u200e")
    )


def _circle(every: Nodes, node: etree._Element, chance: random.Random) -> None:
    """Styles based on each other, lists that borrow from each other."""
    for tag, name in ((w("basedOn"), w("styleId")), (w("numStyleLink"), w("styleId")), (w("link"), w("styleId"))):
        ids = [one.get(name) or "" for one in every if one.get(name)]
        for one in every:
            if ids and one.tag == tag:
                one.set(w("val"), chance.choice(ids))


def _small(node: etree._Element) -> bool:
    return sum(1 for _ in zip(node.iter(), range(400), strict=False)) < 400


_ACTS: tuple[Callable[[Nodes, etree._Element, random.Random], None], ...] = (
    _deleted, _doubled, _nested, _moved, _copied, _renamed, _put_in, _wrapped, _opened, _turned, _said_otherwise,
    _said_otherwise, _said_otherwise, _same_ids, _other_words, _circle,
)  # fmt: skip
