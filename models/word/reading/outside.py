"""What a Word file would have fetched from elsewhere: named, and never opened."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.reading.reading import CannotRead
from models.word.archive import shown_name
from models.word.fields import name_of
from models.word.namespaces import VML, w
from models.word.package import Package

_KINDS = {
    "hyperlink": "web-link", "attachedTemplate": "linked-template", "image": "linked-picture",
    "oleObject": "linked-object", "package": "linked-object", "frame": "linked-frame", "aFChunk": "linked-document",
    "subDocument": "linked-document", "mailMergeSource": "linked-data", "mailMergeHeaderSource": "linked-data",
    "recipientData": "linked-data",
}  # fmt: skip
_FETCHING = frozenset(
    ("INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD")
)
_ADDRESS = late_pattern(
    r"(?P<scheme>[a-z][a-z0-9+.-]+):(?://)?(?:[^/@?#]*@)?(?P<host>\[[^\]]*\]|[^/\\?#:]*)", re.IGNORECASE
)
_WORDS = late_pattern(r'"([^"]*)"|((?<!\\)(?<=\s)[^\s"\\]\S*)')
_SHARE = late_pattern(r"(?:file:)?[\\/]{2,5}(?P<host>[^\\/?#]+)[\\/]", re.IGNORECASE)
_DRIVE = late_pattern(r"(?:file:[\\/]{0,3})?[a-z](?::|%3a|\|)", re.IGNORECASE)


class Outside(NamedTuple):
    """A thing that lies outside of the file: what it is, where it lies, and the part and id that name it."""

    code: str
    host: str
    source: str
    id: str | None = None


def related_outside(package: Package) -> Iterator[Outside]:
    """Every external relationship of every part; one `broken-part` for relationships that cannot be read."""
    for source in ("", *(name for name in package.names if not name.endswith(".rels"))):
        try:
            relations = package.relationships(source)
        except CannotRead:
            yield Outside("broken-part", shown_name(posixpath.basename(source)), source)
            continue
        for relation in relations:
            if relation.external:
                yield Outside(_KINDS.get(relation.kind, "linked-other"), host(relation.target), source, relation.id)


def named_by_field(instruction: str) -> tuple[str, str] | None:
    """What a field would fetch or lead to outside of the file, as (code, where); None for a field that stays inside."""
    name, words = name_of(instruction), instruction.split(None, 1)
    if name not in _FETCHING and name != "HYPERLINK":
        return None
    rest = words[1] if len(words) > 1 else ""
    targets = [quoted or bare for quoted, bare in _WORDS.findall(" " + rest[:2000])]
    if name == "HYPERLINK":
        inside = not targets or re.match(r"\s*\\l", rest) is not None
        return None if inside else ("web-link", host(targets[0]))
    if name == "LINK":
        targets = targets[1:] or targets  # the program's name stands first
    # What DDE starts is a program, and what that opens.
    named = targets[:2] if name in ("DDE", "DDEAUTO") else targets[:1]
    return "linked-field", ", ".join(filter(None, map(host, named)))


def named_by_shape(element: etree._Element) -> str | None:
    """Where a picture of the older form lies outside of the file, without a relationship."""
    if element.tag not in (f"{{{VML}}}imagedata", f"{{{VML}}}fill", w("movie")):
        return None
    source = element.get("src") or ""
    return host(source) if _ADDRESS.match(source) or _SHARE.match(source) or _DRIVE.match(source) else None


def host(target: str) -> str:
    """Where an address leads, in a word or two: a host, a computer, a drive, or a file's name beside this one."""
    address = unquote(target.strip())[:2000]
    if _DRIVE.match(target.strip()) or _DRIVE.match(address):
        return "a folder of somebody’s computer"
    if (share := _SHARE.match(address)) is not None:
        return shown_name(share["host"])
    if (found := _ADDRESS.match(address)) is not None:
        if found["scheme"].lower() == "mailto":
            return shown_name(address.partition(":")[2].partition("?")[0].rpartition("@")[2]) or "mail"
        return shown_name(found["host"]) or shown_name(found["scheme"])
    name = re.split(r"[\\/]", address)[-1]
    return shown_name(name)
