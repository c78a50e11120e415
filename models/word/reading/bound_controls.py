"""Content controls whose words Word takes from data of the file: where these say something else, they are shown.

Programs that fill a form may write its data alone. Word shows them as soon as it opens the file (ISO/IEC 29500-1,
17.5.2.6), LibreOffice too; what stands in the control is what was shown when the file was last saved by one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.reading.reading import CannotRead
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.seldom import each, seldom

_BINDING, _TEXT, _DATE, _CONTENT = w("dataBinding"), w("text"), w("date"), w("sdtContent")
_FULL_DATE, _HINT = w("fullDate"), w("showingPlcHdr")
seldom(_BINDING)
_CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"  # that of the properties of every file
_MOST = 200  # controls that are looked at: a form has fewer
_DAY = late_pattern(r"\d{4}-\d\d-\d\d")
_STEP = late_pattern(r"(?:([\w.-]+):)?([\w.-]+)(?:\[(\d{1,6})\])?")
_PREFIX = late_pattern(r"xmlns:([\w.-]+)\s*=\s*(?:'([^']*)'|\"([^\"]*)\")")


def shown_otherwise(package: Package) -> list[tuple[str, str]]:
    """What is read of each control of plain text or a date whose data say something else, and what its data say.

    A date is shown as the control has it, whatever the form in the data: of these the days are compared.
    """
    root = package.root(package.main)
    known = ((one, kind) for one in each(root, _BINDING) if (kind := _kind(one)) is not None)
    bound = list(islice(known, _MOST))
    if not bound:
        return []
    items = dict(_items(package))
    found = []
    for binding, kind in bound:
        control = next(binding.iterancestors(w("sdt")), None)
        content = control.find(_CONTENT) if control is not None else None
        item = items.get((binding.get(w("storeItemID")) or "").upper())
        if content is None or item is None:
            continue
        said = _said(item, binding.get(w("xpath")) or "", _prefixes(binding))
        read = letters_in(content)
        if kind.tag == _DATE:
            said = _other_day(kind, said)
        if said.strip() and "".join(said.split()) != "".join(read.split()):  # a line's end stands beside the letters
            found.append((" ".join(read.split()), " ".join(said.split())))
    return found


def _kind(binding: etree._Element) -> etree._Element | None:
    """What says that a bound control is of plain text or a date; None for others."""
    properties = binding.getparent()
    found = (properties.find(tag) for tag in (_TEXT, _DATE)) if properties is not None else ()
    return next((one for one in found if one is not None), None)


def _other_day(date: etree._Element, said: str) -> str:
    """The day that data say, where it is not that of the control, or this shows a hint for want of one; else ""."""
    day, properties = _DAY.match(said), date.getparent()
    own = date.get(_FULL_DATE) or ""
    hints = properties is not None and properties.find(_HINT) is not None
    return day[0] if day and (own or hints) and not own.startswith(day[0]) else ""


def _items(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """The data of a file by their ids: its properties, and each part of custom XML."""
    for name, part in _parts(package):
        try:
            yield name, package.root(part)
        except CannotRead:  # damaged data, which Word does not show
            continue


def _parts(package: Package) -> Iterator[tuple[str, str]]:
    core = package.related("core-properties", "")
    if core is not None:
        yield _CORE, core
    for link in package.relationships():
        if link.kind != "customXml" or not package.has(link.target):
            continue
        try:
            told = package.root_of("customXmlProps", link.target)
        except CannotRead:
            continue
        if told is None:
            continue
        ids = [str(value) for key, value in told.attrib.items() if str(key).endswith("itemID")]
        yield ids[0].upper() if ids else "", link.target


def _prefixes(binding: etree._Element) -> dict[str, str]:
    said = _PREFIX.findall(binding.get(w("prefixMappings")) or "")
    return {prefix: single or double for prefix, single, double in said}


def _said(root: etree._Element, path: str, prefixes: Mapping[str, str]) -> str:
    """The words at a path of names with their places, as Word writes them; "" where it leads nowhere or says more."""
    first, *steps = [one for one in path.split("/") if one] or [""]
    node = root if _is(root, first, prefixes) else None
    for step in steps:
        if node is None or step == "text()":
            break
        if step.startswith("@"):
            return node.get(step[1:]) or ""
        place = _STEP.fullmatch(step)
        alike = [one for one in node if _is(one, step, prefixes)] if place else []
        at = int(place[3] or 1) - 1 if place else 0
        node = alike[at] if 0 <= at < len(alike) else None
    return "" if node is None or len(node) else node.text or ""


def _is(node: etree._Element, step: str, prefixes: Mapping[str, str]) -> bool:
    place = _STEP.fullmatch(step)
    if place is None or not isinstance(node.tag, str):
        return False
    space = prefixes.get(place[1], "") if place[1] else ""
    return node.tag == (f"{{{space}}}{place[2]}" if space else place[2])
