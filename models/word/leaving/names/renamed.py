"""Parts, bookmarks and counters that somebody called something get names that say nothing, wherever they are named."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from itertools import chain, count

from lxml import etree

from models.word.fields import instructions
from models.word.leaving.names.calling import Calling, is_unknown_place
from models.word.leaving.names.said_in_codes import said_in, say_anew
from models.word.leaving.parts.makers import in_markup
from models.word.leaving.parts.parts import TYPES, has_own_name, place_of, xml_parts
from models.word.leaving.parts.strays import FRAMES
from models.word.leaving.parts.words_of_format import is_font
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.relationships import relationship_part
from models.word.seldom import each, seldom

_NAME, _ANCHOR, _VAL = w("name"), w("anchor"), w("val")
_STARTS = tuple(map(w, ("bookmarkStart", "moveFromRangeStart", "moveToRangeStart")))
_LISTED, _LINKS, _RELATED = seldom(w("abstractNum")), seldom(w("hyperlink")), f"{{{RELATION}}}id"
_FOLDER = "word"
_COUNTED = re.compile(r"(?:rId|relId|docRId|R)?[0-9a-fA-F-]*", re.IGNORECASE)


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


def rename_bookmarks(package: Package, calling: Calling) -> None:
    """Rename in place the bookmarks, lists and counters whose names have to go,
    in what refers to them too: "Place1", or "_Place1" where Word does not list it.

    So are the other names that links and fields say: of bookmarks that there are not, of fonts and frames.
    """
    parts = xml_parts(package)
    said = [(name, of) for part in parts for name, of in places_said(package, part)]
    told = dict.fromkeys(name.casefold() for name, of in said if is_unknown_said(name, of, calling))
    if not told:
        return
    taken = {name.casefold().lstrip("_") for name, _ in said}
    free = (f"Place{number}" for number in count(1) if f"place{number}" not in taken)
    new = {key: f"_{word}" if key.startswith("_") else word for key, word in zip(told, free, strict=False)}

    def anew(name: str, of: str) -> str:
        if of == "place":
            return new.get(name.casefold(), name)  # in whatever letters it is named
        if not is_unknown_said(name, of, calling):
            return name
        return "_blank" if of == "frame" else new[name.casefold()]

    for part in parts:
        changed = say_anew(package.root(part), anew)
        for node, key, of in _named(package, part):
            value = node.get(key) or ""
            if (name := anew(value, of)) != value:
                node.set(key, name)
                changed = True
        if changed:
            package.edit(part)
        _follow(package, part, lambda place: anew(place, "place"))


def _follow(package: Package, part: str, anew: Callable[[str], str]) -> None:
    """Have the relationships of a part lead to bookmarks under other names."""
    led = {link.id: place for link in package.relationships(part) if (place := place_of(link)) is not None}
    for entry in package.edit(relationship_part(part)) if led else ():
        if (place := led.get(entry.get("Id") or "")) is not None:
            entry.set("Target", f"#{anew(place)}")
    if led:
        package.drop_relations(part, ("",))


def places_said(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """What a part calls bookmarks and lists, and what its links and fields name, each with what it is of."""
    root = package.root(part)
    yield from ((node.get(key) or "", of) for node, key, of in _named(package, part))
    yield from ((place, "place") for link in package.relationships(part) if (place := place_of(link)) is not None)
    for code in instructions(root):
        yield from ((code[one.start : one.end], one.names) for one in said_in(code) if one.names != "style")


def is_unknown_said(name: str, of: str, calling: Calling) -> bool:
    """Whether what is named so leaves under another name; `of` says what it is, as in `Said`."""
    if of == "place":
        return is_unknown_place(name, calling)
    if of == "frame":
        return name not in FRAMES
    if of == "page":
        return calling.tells_a_word(name)
    return of != "style" and not (of == "font" and is_font(name)) and calling.tells(name)


def _named(package: Package, part: str) -> Iterator[tuple[etree._Element, str, str]]:
    """What has a bookmark's or a list's name in an attribute, which, and what it is of: in links that lead elsewhere
    it is a place of the page there."""
    root = package.root(part)
    leading = {link.id for link in package.relationships(part)}
    yield from ((node, _NAME, "place") for node in root.iter(*_STARTS))
    yield from ((node, _VAL, "place") for listed in each(root, *_LISTED) for node in listed.iterchildren(_NAME))
    links = (node for node in each(root, *_LINKS) if node.get(_ANCHOR) is not None)
    yield from ((node, _ANCHOR, "page" if node.get(_RELATED) in leading else "place") for node in links)
