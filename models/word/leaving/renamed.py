"""Parts and bookmarks that are named after somebody get names that say nothing, wherever the file names them."""

from __future__ import annotations

import copy
import posixpath
import re
from collections.abc import Iterator
from itertools import count

from lxml import etree

from models.word.leaving.fields import INSTRUCTIONS
from models.word.leaving.names import in_markup
from models.word.leaving.own_names import links_and_fields
from models.word.leaving.parts import TYPES
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.relationships import relationship_part

_START, _NAME, _ANCHOR, _SIMPLE, _INSTRUCTION = w("bookmarkStart"), w("name"), w("anchor"), w("fldSimple"), w("instr")
_OF_PROGRAMS = re.compile(r"(?:chart|image|img|media|part|picture|thumbnail)[\d_-]*\.\w+", re.IGNORECASE)
_COUNTED = re.compile(r"(?:rId|relId|docRId|R)?[0-9a-fA-F-]*", re.IGNORECASE)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def drop_links(package: Package, secret: frozenset[str]) -> None:
    """Take out in place the links to addresses that hold one of some names; their words stay."""
    if (pattern := in_markup(secret)) is None:
        return
    for source in ("", *package.names):
        links = package.relationships(source)
        package.drop_relations(source, {one.id for one in links if one.external and pattern.search(one.target)})


def rename_parts(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the parts whose own name holds one of some names, and pictures and charts that have one of their
    own, which no page shows: "part1.png", "part2.xml".
    """
    pattern = in_markup(secret)
    for name in package.names:
        folder, own = posixpath.split(name)
        if name in (package.main, TYPES) or name.endswith(".rels"):
            continue
        kind = package.content_type(name)
        drawn = (kind.startswith("image/") or kind.endswith("chart+xml")) and not _OF_PROGRAMS.fullmatch(own)
        if not drawn and (pattern is None or not pattern.search(own)):
            continue
        ending = posixpath.splitext(own)[1]
        new = next(free for at in count(1) if not package.has(free := posixpath.join(folder, f"part{at}{ending}")))
        _rename_part(package, name, new)


def _rename_part(package: Package, name: str, new: str) -> None:
    package.put(new, package.data(name))
    if package.has(relationship_part(name)):
        package.put(relationship_part(new), package.data(relationship_part(name)))
    for entry in package.root(TYPES):
        if (entry.get("PartName") or "").casefold() == "/" + name.casefold():
            package.edit(TYPES)
            entry.set("PartName", "/" + new)
    for source in ("", *package.names):
        links = {link.id for link in package.relationships(source) if not link.external and link.target == name}
        if not links:
            continue
        for entry in [one for one in package.edit(relationship_part(source)) if one.get("Id") in links]:
            moved = copy.deepcopy(entry)
            moved.set("Target", posixpath.relpath(new, posixpath.dirname(source) or "."))
            entry.addnext(moved)
            entry.set("Id", "")
        package.drop_relations(source, ("",))
    package.remove_parts((name,))


def rename_relations(package: Package) -> None:
    """Give in place the relationships ids that count alone, where those they have are none of a program: "rId901"."""
    for source in ("", *package.names):
        entries = list(package.root(relationship_part(source))) if package.has(relationship_part(source)) else []
        taken = {entry.get("Id") or "" for entry in entries}
        free = (name for number in count(901) if (name := f"rId{number}") not in taken)
        new = {own: next(free) for own in sorted(taken) if own and not _COUNTED.fullmatch(own)}
        if not new:
            continue
        for entry in package.edit(relationship_part(source)):
            entry.set("Id", new.get(entry.get("Id") or "", entry.get("Id") or ""))
        package.drop_relations(source, ("",))
        for node in package.edit(source).iter(etree.Element) if source.casefold().endswith((".xml", ".vml")) else ():
            for key, value in [(str(key), str(value)) for key, value in node.items() if str(value) in new]:
                if key.startswith(f"{{{RELATION}}}") or key.rpartition("}")[2].casefold() == "relid":
                    node.set(key, new[value])


def rename_bookmarks(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the bookmarks whose name holds one of some names, in what refers to them too: "Place1".

    So are the other names that links and fields say: of bookmarks, styles and fonts that there are not, of counters.
    """
    pattern = in_markup(secret)
    if pattern is None:
        return
    parts = [name for name in package.names if name.casefold().endswith(".xml") and name != TYPES]
    every = {node.get(_NAME) or "" for part in parts for node in package.root(part).iter(_START)}
    every.update(name for part in parts for name in links_and_fields(package.root(part)))
    named = sorted(name for name in every if pattern.search(name))
    free = (f"Place{number}" for number in count(1) if f"Place{number}" not in every)
    new = {name.casefold(): word for name, word in zip(named, free, strict=False)}
    if not new:
        return
    words = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    said = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for part in parts:
        root = package.root(part)
        if next(root.iter(_START, _SIMPLE, w("hyperlink"), *INSTRUCTIONS), None) is not None:
            _follow(package.edit(part), said, new)


def _follow(root: etree._Element, said: re.Pattern[str], new: dict[str, str]) -> None:
    def renamed(text: str) -> str:
        return said.sub(lambda hit: new[hit[0].casefold()], text)

    for tag, key in ((_START, _NAME), (w("hyperlink"), _ANCHOR), (_SIMPLE, _INSTRUCTION)):
        for node in root.iter(tag):
            if value := node.get(key):
                node.set(key, renamed(value))
    for nodes in _instructions(root):
        whole = "".join(node.text or "" for node in nodes)
        if said.search(whole):  # it may be split over runs within the name
            nodes[0].text = renamed(whole)
            nodes[0].set(_SPACE, "preserve")
            for node in nodes[1:]:
                node.text = ""


def _instructions(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The pieces of each instruction, as they stand between two characters of fields."""
    now: list[etree._Element] = []
    for node in root.iter(*INSTRUCTIONS, w("fldChar")):
        if node.tag in INSTRUCTIONS:
            now.append(node)
            continue
        if now:
            yield now
        now = []
    if now:
        yield now
