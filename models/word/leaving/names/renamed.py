"""Parts and bookmarks that are named after somebody get names that say nothing, wherever the file names them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from itertools import chain, count

from lxml import etree

from models.word.fields import INSTRUCTIONS, SIMPLE, codes_in, said_by
from models.word.leaving.names.own_names import links_and_fields, places_called_after
from models.word.leaving.parts.makers import in_markup
from models.word.leaving.parts.parts import TYPES, has_own_name, xml_parts
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.relationships import relationship_part

_START, _NAME, _ANCHOR, _INSTRUCTION = w("bookmarkStart"), w("name"), w("anchor"), w("instr")
_LIST, _VAL = w("abstractNum"), w("val")
_FOLDER = "word"
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
    """Rename in place the parts that are called otherwise than programs call them, and those whose name holds one of
    some names, which no page shows: "part1.png", "part2.xml", "document.xml".
    """
    pattern, new = in_markup(secret), dict[str, str]()
    taken = {name.casefold() for name in package.names}
    free: dict[str, Iterator[int]] = {}
    for name in package.names:
        telling = has_own_name(name) or (pattern is not None and pattern.search(name))
        if name == TYPES or name.casefold().endswith(".rels") or not telling:
            continue
        folder, own = posixpath.split(name)
        folder = _FOLDER if has_own_name(folder) or (pattern is not None and pattern.search(folder)) else folder
        ending = posixpath.splitext(own)[1]
        words = (f"part{at}{ending}" for at in free.setdefault(folder + ending, count(1)))
        words_of_main = ("document.xml",) if name == package.main else ()
        calls = (posixpath.join(folder, word) for word in chain(words_of_main, words))
        new[name] = next(one for one in calls if one.casefold() not in taken)
        taken.add(new[name].casefold())
    if new:
        _rename(package, new)


def _rename(package: Package, new: dict[str, str]) -> None:
    """Give parts other names, in whatever leads to them and in the list of types."""
    called = {name.casefold(): word for name, word in new.items()}
    for source in ("", *package.names):
        targets = {link.id: link.target for link in package.relationships(source) if not link.external}
        if source not in new and called.keys().isdisjoint(target.casefold() for target in targets.values()):
            continue
        folder = posixpath.dirname(new.get(source, source)) or "."
        for entry in package.edit(relationship_part(source)) if targets else ():
            if (target := targets.get(entry.get("Id") or "")) is not None:
                entry.set("Target", posixpath.relpath(called.get(target.casefold(), target), folder))
        package.drop_relations(source, ("",))
    for entry in package.edit(TYPES):
        part = (entry.get("PartName") or "").lstrip("/").casefold()
        if part in called:
            entry.set("PartName", "/" + called[part])
    for name, word in new.items():
        package.put(word, package.edit(name) if name.casefold().endswith(".xml") else package.data(name))
        if package.has(rels := relationship_part(name)):
            package.put(relationship_part(word), package.edit(rels))
    package.main = new.get(package.main, package.main)
    package.remove_parts(new)


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
        diagrams = [link.target for link in package.relationships(source) if link.kind == "diagramData"]
        naming = [one for one in (source, *diagrams) if one.casefold().endswith((".xml", ".vml")) and package.has(one)]
        for node in (node for one in naming for node in package.edit(one).iter(etree.Element)):
            for key, value in [(str(key), str(value)) for key, value in node.items() if str(value) in new]:
                is_own = key.startswith(f"{{{RELATION}}}") and node.getroottree().getroot() is package.root(source)
                if is_own or key.rpartition("}")[2].casefold() == "relid":
                    node.set(key, new[value])


def rename_bookmarks(package: Package, secret: frozenset[str]) -> None:
    """Rename in place the bookmarks whose name holds one of some names, in what refers to them too: "Place1".

    So are the other names that links and fields say: of bookmarks, styles and fonts that there are not, of counters.
    """
    pattern = in_markup(secret)
    if pattern is None:
        return
    parts = xml_parts(package)
    named = {name for part in parts for name, _ in places_called_after(package.root(part), pattern)}
    if not named:
        return
    taken = {(node.get(_NAME) or "").casefold() for part in parts for node in package.root(part).iter(_START)}
    taken.update(name.casefold() for part in parts for name in links_and_fields(package.root(part)))
    free = (f"Place{number}" for number in count(1) if f"place{number}" not in taken)
    new = dict(zip(sorted({name.casefold() for name in named}), free, strict=False))
    words = "|".join(re.escape(name) for name in sorted(named, key=len, reverse=True))
    said = re.compile(rf'"[^"]*://[^"]*"|(?:(?<!\w)|(?<=\\\w))(?:{words})(?!\w)', re.IGNORECASE)  # no address
    for part in parts:
        root = package.root(part)
        if next(root.iter(_START, SIMPLE, w("hyperlink"), _LIST, *INSTRUCTIONS), None) is not None:
            _follow(package.edit(part), said, new)


def _follow(root: etree._Element, said: re.Pattern[str], new: dict[str, str]) -> None:
    def renamed(text: str) -> str:
        return said.sub(lambda hit: new.get(hit[0].casefold(), hit[0]), text)

    for tag, key in ((_START, _NAME), (w("hyperlink"), _ANCHOR), (SIMPLE, _INSTRUCTION)):
        for node in root.iter(tag):
            if value := node.get(key):
                node.set(key, renamed(value))
    for node in (one for listed in root.iter(_LIST) for one in listed.iterchildren(_NAME)):
        node.set(_VAL, renamed(node.get(_VAL) or ""))
    for nodes in codes_in(root):
        whole = said_by(nodes)
        if nodes[0].tag != SIMPLE and said.search(whole):  # it may be split over runs within the name
            nodes[0].text = renamed(whole)
            nodes[0].set(_SPACE, "preserve")
            for node in nodes[1:]:
                node.text = ""
