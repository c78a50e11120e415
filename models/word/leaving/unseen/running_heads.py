"""What the heads and feet of a Word file's pages say: a comparison sees none of it, and it leaves with the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from lxml import etree

from models.reading.reading import CannotRead
from models.word.fields import fields_in
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.reading.appearance import switched_on
from models.word.reading.drawings import DRAWN
from models.word.relationships import HEADS_AND_FEET, Relationship
from models.word.seldom import each, seldom

_REFERENCES, _ID = (w("headerReference"), w("footerReference")), f"{{{RELATION}}}id"
_QUOTED, _TOLD = 60, 4  # characters of a line, and lines, that are told
_LETTERS_DRAWN = "{urn:schemas-microsoft-com:vml}textpath"
_CODES = w("instrText"), w("fldSimple")
(_SECTION,) = seldom(w("sectPr"))
_P, _T, _BREAKS = w("p"), w("t"), (w("tab"), w("br"), w("ptab"))


def drop_unshown_heads(package: Package) -> None:
    """Take out in place the heads and feet that no page shows, and what in the sections refers to them."""
    gone = {link.id for link in unshown_heads(package)}
    if not gone:
        return
    for place in list(package.edit(package.main).iter(*_REFERENCES)):
        above = place.getparent()
        if place.get(_ID) in gone and above is not None:
            above.remove(place)
    package.drop_relations(package.main, gone)


def unshown_heads(package: Package) -> tuple[Relationship, ...]:
    """The links to heads and feet that stand on no page of any section.

    A section has those of the one before it where it names none; those of first pages are shown where its own first
    page is another, those of even pages where the settings say so.
    """
    links = [link for link in package.relationships() if link.kind in HEADS_AND_FEET and not link.external]
    if not links:
        return ()
    settings = package.root_of("settings")
    even = settings is not None and _is_on(settings.find(w("evenAndOddHeaders")))
    shown: set[str | None] = set()
    now: dict[tuple[object, str | None], str | None] = {}
    for section in each(package.root(package.main), _SECTION):
        for place in section.iterchildren(*_REFERENCES):
            now[place.tag, place.get(w("type"))] = place.get(_ID)
        first = _is_on(section.find(w("titlePg")))
        unseen = {*(() if first else ("first",)), *(() if even else ("even",))}
        shown.update(name for (_, page), name in now.items() if page not in unseen)
    return tuple(link for link in links if link.id not in shown)


def _is_on(sign: etree._Element | None) -> bool:
    return sign is not None and switched_on(sign)


def running_heads(package: Package) -> tuple[str, ...]:
    """The lines of all heads and feet, their watermarks too, each once; the number of a page alone is none."""
    return tuple(dict.fromkeys(line for part in _parts(package) for line in _lines(package.root(part))))


def typed_in_heads(package: Package, *, shown: bool = False) -> frozenset[str]:
    """The same lines without what fields show there, which changes by itself; `shown`: those on some page alone."""
    unseen = {link.target for link in unshown_heads(package)} if shown else frozenset[str]()
    roots = [package.root(part) for part in _parts(package) if part not in unseen]
    return frozenset(line for root in roots for line in _lines(root, _filled(root)))


def _filled(root: etree._Element) -> set[etree._Element]:
    return {one for field in fields_in(root, _T) for one in field.shown}


def _parts(package: Package) -> Iterator[str]:
    for link in package.relationships():
        if link.kind in HEADS_AND_FEET and not link.external and package.has(link.target):
            yield link.target


def _lines(root: etree._Element, but_for: Set[etree._Element] = frozenset()) -> Iterator[str]:
    """What the paragraphs of a head or foot say, and its watermarks; lines without letters are left out."""
    every = [
        "".join(" " if one.tag != _T else one.text or "" for one in paragraph.iter(_T, *_BREAKS) if one not in but_for)
        for paragraph in root.iter(_P)
    ]
    every += [drawn.get("string") or "" for drawn in root.iter(_LETTERS_DRAWN)]  # the letters of a watermark
    yield from (line for one in every if any(map(str.isalpha, line := " ".join(one.split()))))


def heads_that_say(package: Package) -> int:
    """How many heads and feet show more on some page than its number: words, signs or anything drawn."""
    unseen = {link.id for link in unshown_heads(package)}
    return sum(
        _says(package, link.target)
        for link in package.relationships()
        if link.kind in HEADS_AND_FEET and not link.external and link.id not in unseen and package.has(link.target)
    )


def _says(package: Package, part: str) -> bool:
    try:
        root = package.root(part)
    except CannotRead:
        return False  # the ledger counts it as broken
    if next(root.iter(*DRAWN), None) is not None:
        return True
    said = "".join(one.text or "" for one in root.iter(_T))
    counted = next(root.iter(w("pgNum")), None) is not None or any(map(_counts_pages, root.iter(*_CODES)))
    return any(map(str.isalpha, said)) or (any(map(str.isdigit, said)) and not counted)


def _counts_pages(code: etree._Element) -> bool:
    return "PAGE" in (code.get(w("instr")) or code.text or "").upper()


def told_heads(lines: Iterable[str], *, of_base: bool) -> list[str]:
    """Heads and feet as a certificate tells of them, in one line; none where there are none."""
    every = list(lines)
    if not every:
        return []
    quoted = [f"“{line if len(line) <= _QUOTED else line[:_QUOTED].rsplit(' ', 1)[0] + '…'}”" for line in every]
    more = f" and {len(every) - _TOLD} more" if len(every) > _TOLD else ""
    whose = "Heads and feet of the pages, as the base has them" if of_base else "Heads and feet of the pages"
    return [f"{whose}: {', '.join(quoted[:_TOLD])}{more}"]
