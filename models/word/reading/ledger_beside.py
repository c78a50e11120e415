"""What a Word file holds beside its text, for the ledger: settings, and all parts that relationships lead to."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from lxml import etree

from models.reading.reading import CannotRead
from models.word.archive import shown_name
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.reading.appearance import switched_on
from models.word.reading.drawings import DRAWN
from models.word.reading.ledger_kinds import PARTS, SETTINGS
from models.word.reading.outside import related_outside
from models.word.relationships import Relationship, relationship_part

Counted = tuple[str, int | None, str]
"""The code of one thing, the position it stands at (None: beside the text), and what else there is to say."""

_P = w("p")
_IDS = etree.XPath("//@r:*", namespaces={"r": RELATION})
"""What names a relationship; asked one by one, each attribute is looked for among all of its element."""
_TYPES = "[Content_Types].xml"


def beside_the_text(package: Package, positions: Mapping[etree._Element, int]) -> Iterator[Counted]:
    """Each thing once; `positions` are those of the paragraphs of the main part in the draft."""
    yield from _settings(package)
    used = _placed_relations(package, positions)
    for one in related_outside(package):
        place = used.get(one.id or "") if one.source == package.main else None
        yield one.code, place, one.host
    reached, waiting = {_TYPES.casefold()}, [""]
    while waiting:
        source = waiting.pop()
        reached.add(relationship_part(source).casefold())
        for relation in _relations(package, source):
            name = relation.target.casefold()
            if relation.external or name in reached or not package.has(relation.target):
                continue
            reached.add(name)
            waiting.append(relation.target)
            yield from _part(package, relation.kind, relation.target)
    for name in package.names:
        if name.casefold() not in reached:
            yield "unreached-part", None, shown_name(posixpath.basename(name))


def _settings(package: Package) -> Iterator[Counted]:
    settings = package.root_of("settings")
    for element in settings if settings is not None else ():
        code = SETTINGS.get(str(element.tag))
        if code is not None and switched_on(element):
            yield code, None, ""


def _relations(package: Package, source: str) -> Sequence[Relationship]:
    try:
        return package.relationships(source)
    except CannotRead:
        return ()  # counted by `related_outside`


def _part(package: Package, kind: str, name: str) -> Iterator[Counted]:
    code = PARTS.get(kind)
    if code is None:
        yield "unknown-part", None, shown_name(kind)
    elif code == "running-head":
        try:
            root = package.root(name)
        except CannotRead:
            yield "broken-part", None, shown_name(posixpath.basename(name))
            return
        drawn = next(root.iter(*DRAWN), None) is not None
        if drawn or any((text.text or "").strip() for text in root.iter(w("t"))):
            yield code, None, ""
    elif code:
        yield code, None, ""


def _placed_relations(package: Package, positions: Mapping[etree._Element, int]) -> dict[str, int]:
    """Where in the text each relationship of the main part is used."""
    found: dict[str, int] = {}
    for value in cast("list[etree._ElementUnicodeResult]", _IDS(package.root(package.main))):
        element = value.getparent()
        paragraph = next(element.iterancestors(_P), None) if element is not None else None
        if paragraph is not None and paragraph in positions:
            found.setdefault(str(value), positions[paragraph])
    return found
