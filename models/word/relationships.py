"""How the parts of a Word file are named, and the links from one to another or to somewhere outside."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from models.word.content_types import TYPES

NOTES = ("footnotes", "endnotes")
HEADS_AND_FEET = ("header", "footer")
BESIDE_TEXT = (*NOTES, *HEADS_AND_FEET)
"""Of what kind the relationships are that lead to parts with text beside that of the main one."""

ONE_OF_A_KIND = (
    *NOTES, "comments", "commentsExtended", "commentsExtensible", "commentsIds", "people", "styles",
    "stylesWithEffects", "numbering", "settings", "webSettings", "fontTable", "theme", "glossaryDocument",
    "keyMapCustomizations", "vbaProject",
)  # fmt: skip
"""Of what kind those are of which a text has one at most; the Open XML SDK opens no file with two."""


class Relationship(NamedTuple):
    """A link from one part to another, or to somewhere outside; `kind` is the last word of its type ("footnotes")."""

    id: str
    kind: str
    target: str
    external: bool = False


def part_name(entry: str) -> str | None:
    """The name of a part from that of an entry; None for a folder, and what would lead out of the one it is put in."""
    name = entry.replace("\\", "/").lstrip("/")
    if name.casefold() == TYPES.casefold():
        return TYPES  # names of parts do not care for case
    return None if not name or name.endswith("/") or ".." in name.split("/") or ":" in name.partition("/")[0] else name


def relationship_part(part: str) -> str:
    """The part that holds the relationships of a part; "" is the file itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + ".rels")


def source_of(rels: str) -> str:
    """The part whose relationships a part holds."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def relations_in(root: etree._Element, source: str) -> list[Relationship]:
    """The relationships of a part, as the root of those has them."""
    found = []
    for entry in root:
        target, kind = entry.get("Target") or "", (entry.get("Type") or "").rsplit("/", 1)[-1]
        external = entry.get("TargetMode") == "External"
        if not external:
            path = unquote(target.replace("\\", "/"))
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")
        found.append(Relationship(entry.get("Id") or "", kind, target, external))
    return found
