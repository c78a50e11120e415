"""A part in which there was nothing to be taken out goes back byte for byte, as the rest of a file does."""

from __future__ import annotations

import re

from lxml import etree

from models.word.archive import parse_xml
from models.word.known_spaces import is_known
from models.word.package import Package

_SPACES = re.compile(rb"\sxmlns(?::[\w.-]+)?\s*=\s*[\"']([^\"']*)")
_DECLARATION = re.compile(rb"\A<\?xml\s[^>]*\?>\s*")
_SESSIONS = b":rsid"  # taken out of whatever has them


def take_back_untouched(package: Package) -> None:
    """Take back in place the edits of parts that say what they said before; the text itself is always written anew."""
    for name in package.names:
        before = package.bytes_before(name) if name != package.main else None
        if before is None:
            continue
        as_written = _DECLARATION.sub(b"", before, 1) == etree.tostring(package.root(name), encoding="UTF-8")
        if as_written or (_is_bare(before) and _same(parse_xml(before, name), package.root(name))):
            package.take_back(name)


def _is_bare(data: bytes) -> bool:
    """Whether bytes of XML hold nothing that stands in no tree, and no spaces of names that are not known."""
    beside = _SESSIONS in data or b"<!" in data or data.count(b"<?") > data.startswith(b"<?xml")
    return not beside and all(is_known(space.decode("utf-8", "replace")) for space in _SPACES.findall(data))


def _same(one: etree._Element, other: etree._Element) -> bool:
    return etree.tostring(one, method="c14n", exclusive=True) == etree.tostring(other, method="c14n", exclusive=True)
