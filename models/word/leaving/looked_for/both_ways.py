"""Text that a file holds and that neither accepting nor rejecting all changes would ever show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from models.word.leaving.looked_for.search import TRACKED_PARTS
from models.word.namespaces import w
from models.word.package import Package
from models.word.signs import TEXT

_DELETING, _INSERTING = frozenset((w("del"), w("moveFrom"))), frozenset((w("ins"), w("moveTo")))


def hidden_both_ways(roots: Iterable[etree._Element]) -> tuple[str, ...]:
    """The pieces of text that are there neither when all changes are accepted nor when all are rejected.

    `roots` are those of the text and its notes. What moved and was reworded on the way is struck within its new place;
    such pieces stand in the old text too, and whoever calls compares them with it.
    """
    found: list[str] = []
    for text in (text for root in roots for text in _deleted(root)):
        above = {str(one.tag) for one in text.iterancestors()}
        above.update(_of_rows(text))
        if above & _DELETING and above & _INSERTING and (text.text or "").strip():
            found.append(text.text or "")
    return tuple(found)


def letters_of_base(roots: Iterable[etree._Element]) -> str:
    """What rejecting all changes shows, a line for each paragraph: with the words the numbers typed before them."""
    lines: list[str] = []
    for paragraph in (paragraph for root in roots for paragraph in root.iter(w("p"))):
        shown = [
            text.text or ""
            for text in paragraph.iter(*TEXT)
            if not _INSERTING & {*(str(one.tag) for one in text.iterancestors()), *_of_rows(text)}
        ]
        if shown:
            lines.append("".join(shown))
    return "\n".join(lines)


def tracked_roots(package: Package) -> list[etree._Element]:
    """The roots of the text of a package and of its notes."""
    return list(map(package.root, package.parts_of(TRACKED_PARTS)))


def _deleted(root: etree._Element) -> Iterator[etree._Element]:
    """The texts that may be both: where something new holds something deleted or stands in it, or rows are tracked."""
    if next(root.iter(w("cellDel"), w("cellIns")), None) is not None or any(map(len, root.iter(w("trPr")))):
        yield from root.iter(*TEXT)
        return
    found: dict[etree._Element, None] = {}
    for holder in root.iter(*_DELETING, *_INSERTING):
        deletes = holder.tag in _DELETING
        if len(holder) and next(holder.iter(*(_INSERTING if deletes else _DELETING)), None) is not None:
            for one in (holder,) if deletes else holder.iter(*_DELETING):
                found.update(dict.fromkeys(one.iter(*TEXT)))
    yield from found


def _of_rows(text: etree._Element) -> Iterator[str]:
    """What is said of the rows and cells a text stands in."""
    for row in text.iterancestors(w("tr")):
        properties = row.find(w("trPr"))
        if properties is not None:
            yield from (str(one.tag) for one in properties if one.tag in (w("ins"), w("del")))
    for cell in text.iterancestors(w("tc")):
        properties = cell.find(w("tcPr"))
        if properties is not None and properties.find(w("cellDel")) is not None:
            yield w("del")
        if properties is not None and properties.find(w("cellIns")) is not None:
            yield w("ins")
