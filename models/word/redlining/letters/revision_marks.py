"""Tracked changes as elements: insertions, deletions, moves, changed marks of paragraphs, changed looks.

Rules that Word keeps and validators miss: a change of a paragraph's mark comes first in its properties, a change of
looks last; deleted text is `w:delText`, moved text stays `w:t`; ids are unique over all parts of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from models.word.markup import NAMESPACES, child_of, copies, element, whole
from models.word.namespaces import INS_OR_DEL, w
from models.word.property_order import in_order

_DELETED = {w("t"): w("delText"), w("instrText"): w("delInstrText")}
_ID = w("id")
_PPR, _RPR, _SECTION = w("pPr"), w("rPr"), w("sectPr")
_NOBODYS = 1_000_000_000  # ids from here on are drawn at random, and no number follows them
_NOT_LOOK = (w("rPr"), w("sectPr"), w("pPrChange"))
_OF_NUMBER = (w("ins"), w("numberingChange"))
_TOGGLES = (("i", "iCs"), ("b", "bCs"), ("u",))


By = tuple[str, str | None]
"""Who made a change, and when ("2025-11-17T00:00:00Z", or None)."""


@dataclass(slots=True)
class _Turn:
    """Whose turn it is while something is changed, and whose it was before."""

    stamp: Stamp
    by: By

    def __enter__(self) -> None:
        self.stamp.by, self.by = self.by, self.stamp.by

    def __exit__(self, *_: object) -> None:
        self.stamp.by = self.by


class Stamp:
    """Makes the elements of tracked changes, each with an id of its own, by the author whose turn it is."""

    def __init__(self, author: str, date: str | None, first: int = 1) -> None:
        """Ids count from `first`; `date` is written as given, or left out."""
        self.by: By = (author, date)
        self._next = first

    def signed(self, by: By | None) -> _Turn:
        """Let the changes made within be by somebody else; None: by whom they would be anyway."""
        return _Turn(self, by or self.by)

    def identity(self) -> int:
        """An id that nothing else in the file has."""
        self._next += 1
        return self._next - 1

    def is_by(self, node: etree._Element, name: str) -> bool:
        """Whether an element is a change of that kind by whose turn it is."""
        return node.tag == w(name) and (node.get(w("author")), node.get(w("date"))) == self.by

    def change(self, name: str, *children: etree._Element) -> etree._Element:
        """A `w:ins`, `w:del`, `w:moveFrom`, `w:moveTo`, `w:rPrChange` or `w:pPrChange` around its children."""
        made = _signed(name, self.by)()
        made.set(_ID, str(self.identity()))
        made.extend(children)
        return made

    def wrap(self, node: etree._Element, name: str) -> etree._Element:
        """Put a change around an element where it stands; deleted text is renamed."""
        wrapper = self.change(name)
        node.addprevious(wrapper)
        wrapper.append(node)
        if name == "del":
            rename_deleted(node)
        return wrapper

    def mark(self, paragraph: etree._Element, name: str) -> None:
        """Track the mark of a paragraph as inserted, deleted or moved."""
        properties = paragraph_properties(paragraph)
        own = child_of(properties, w("rPr"))
        if own is None:
            own = element("rPr")
            properties.append(own)
            in_order(properties)
        own.insert(0, self.change(name))

    def change_look(self, paragraph: etree._Element, look: etree._Element) -> None:
        """Give a paragraph the look of other `w:pPr`, keeping what it looked like as a tracked change.

        One that looks so already keeps the change it has, and whose it is.
        """
        if same_look(look_of(paragraph), look):
            return
        before = former_look(paragraph)
        set_look(paragraph, look)
        if not same_look(before, look_of(paragraph)):
            paragraph_properties(paragraph).append(self.change("pPrChange", before))

    def change_run(self, run: etree._Element, marks: tuple[bool, bool, bool], shown: tuple[bool, bool, bool]) -> None:
        """Give a run italic, bold and underline where it shows them otherwise, with its former look tracked."""
        own = child_of(run, w("rPr"))
        before = element("rPr") if own is None else _former_properties(own)
        after = run_marks(run, marks, shown)
        for change in after.findall(w("rPrChange")):
            after.remove(change)
        after.append(self.change("rPrChange", before))


@lru_cache(maxsize=64)
def _signed(name: str, by: By) -> Callable[[], etree._Element]:
    """What makes changes with nothing in them, and no id of their own yet."""
    author, date = by
    dated = {} if date is None else {"date": date}
    return copies(element(name, id=0, author=author, **dated))


def _former_properties(properties: etree._Element) -> etree._Element:
    """A copy of what a run looked like before any tracked change of it."""
    change = child_of(properties, w("rPrChange"))
    former = child_of(change, w("rPr")) if change is not None else None
    return copy(properties if change is None else element("rPr") if former is None else former)


def rename_deleted(node: etree._Element) -> None:
    """Turn the text under an element into deleted text, text boxes aside."""
    for text in list(node.iter(*_DELETED)):
        if not _in_own_paragraph(text, node):
            text.tag = _DELETED[str(text.tag)]


def _in_own_paragraph(text: etree._Element, top: etree._Element) -> bool:
    for above in text.iterancestors():
        if above is top:
            return False
        if above.tag == w("p"):
            return True
    return False


def run_marks(run: etree._Element, marks: tuple[bool, bool, bool], shown: tuple[bool, bool, bool]) -> etree._Element:
    """Set what of italic, bold and underline a run shows otherwise; its `w:rPr`."""
    own = child_of(run, w("rPr"))
    if own is None:
        own = element("rPr")
        run.insert(0, own)
    set_marks(own, marks, shown)
    return own


def set_marks(
    properties: etree._Element,
    marks: tuple[bool, bool, bool],
    shown: tuple[bool | None, bool | None, bool | None] = (None, None, None),
) -> None:
    """Say italic, bold and underline outright in a `w:rPr`, whatever the styles say; not those that are `shown` so."""
    for value, now, names in zip(marks, shown, _TOGGLES, strict=True):
        if value is now:
            continue
        for name in names:
            for child in properties.findall(w(name)):
                properties.remove(child)
            said = {} if value else {"val": 0}
            properties.append(element(name, **({"val": "single" if value else "none"} if name == "u" else said)))
    in_order(properties)


def paragraph_properties(paragraph: etree._Element) -> etree._Element:
    """The `w:pPr` of a paragraph, made where there is none."""
    if len(paragraph) and paragraph[0].tag == _PPR:
        return paragraph[0]
    made = element("pPr")
    paragraph.insert(0, made)
    return made


def look_of(paragraph: etree._Element) -> etree._Element:
    """A copy of a paragraph's look: its `w:pPr` without mark, section and change."""
    return _bare(child_of(paragraph, _PPR))


def former_look(paragraph: etree._Element) -> etree._Element:
    """A copy of the look a paragraph had before its tracked change of looks, if it has one; else of its look."""
    own = child_of(paragraph, _PPR)
    change = child_of(own, w("pPrChange")) if own is not None else None
    return look_of(paragraph) if change is None else _bare(child_of(change, _PPR))


def _bare(properties: etree._Element | None) -> etree._Element:
    bare = element("pPr") if properties is None else copy(properties)
    for child in [child for child in bare if child.tag in _NOT_LOOK]:
        bare.remove(child)
    return bare


def set_look(paragraph: etree._Element, look: etree._Element) -> None:
    """Replace a paragraph's look, its mark and section kept, any tracked change of looks forgotten."""
    own = paragraph_properties(paragraph)
    for child in list(own):
        if child.tag not in (w("rPr"), w("sectPr")):
            own.remove(child)
    own.extend(_bare(look))
    in_order(own)
    if not len(own):
        paragraph.remove(own)


def same_look(one: etree._Element, other: etree._Element) -> bool:
    """Whether two looks are written alike."""
    return one is other or _canonical(one) == _canonical(other)


def _canonical(look: etree._Element) -> bytes:
    return etree.tostring(look, method="c14n", exclusive=True)


def ends_section(paragraph: etree._Element) -> bool:
    """Whether a section ends with a paragraph: its properties then hold the layout of the section's pages."""
    own = child_of(paragraph, _PPR)
    return own is not None and child_of(own, _SECTION) is not None


def by_of(change: etree._Element) -> By:
    """Who made a change, and when."""
    return change.get(w("author")) or "", change.get(w("date"))


def _of_mark(paragraph: etree._Element) -> etree._Element | None:
    """The properties of a paragraph's mark."""
    own = child_of(paragraph, _PPR)
    return None if own is None else child_of(own, _RPR)


def _change_of_mark(paragraph: etree._Element) -> etree._Element | None:
    own = _of_mark(paragraph)
    return next((child for child in own if child.tag in INS_OR_DEL), None) if own is not None else None


def tracked_mark(paragraph: etree._Element) -> str | None:
    """The change on a paragraph's mark ("ins", "del", "moveFrom", "moveTo"), or None."""
    found = _change_of_mark(paragraph)
    return None if found is None else etree.QName(found).localname


def marked_by(paragraph: etree._Element) -> By | None:
    """Who changed a paragraph's mark, and when; None where nobody did."""
    found = _change_of_mark(paragraph)
    return None if found is None else by_of(found)


def sign_mark(paragraph: etree._Element, by: By | None) -> None:
    """Let the change of a paragraph's mark be by somebody else."""
    found = _change_of_mark(paragraph)
    if found is None or by is None:
        return
    found.set(w("author"), by[0])
    if found.get(w("date")) is not None:
        del found.attrib[w("date")]
    if by[1] is not None:
        found.set(w("date"), by[1])


def forget_mark(paragraph: etree._Element) -> None:
    """Take the tracked change off a paragraph's mark."""
    own = _of_mark(paragraph)
    if own is not None:
        for child in [child for child in own if child.tag in INS_OR_DEL]:
            own.remove(child)
        if not len(own):
            properties = paragraph_properties(paragraph)
            properties.remove(own)
            if not len(properties):
                paragraph.remove(properties)


def forget_number_change(look: etree._Element) -> etree._Element:
    """Take off a look that somebody put its number in, or changed it: of another paragraph nobody did."""
    for listed in look.iterchildren(w("numPr")):
        for change in [child for child in listed if child.tag in _OF_NUMBER]:
            listed.remove(change)
    return look


def take_mark(paragraph: etree._Element, stood: etree._Element) -> None:
    """Let the mark of a paragraph that comes be the one that `stood` at the end of another, and look like that."""
    mark = _of_mark(stood)
    look = [] if mark is None else [copy(child) for child in mark if child.tag not in (*INS_OR_DEL, w("rPrChange"))]
    if look and _of_mark(paragraph) is None:
        properties = paragraph_properties(paragraph)
        properties.append(element("rPr", *look))
        in_order(properties)


def highest_id(roots: Iterable[etree._Element]) -> int:
    """The highest whole number used as a `w:id` or as the id of a drawing in some parts."""
    numbers = (whole(str(value)) or 0 for root in roots for value in _ids(root))
    return max((0, *(number for number in numbers if number < _NOBODYS)))


def _ids(root: etree._Element) -> Iterator[object]:
    found = root.xpath("//@w:id", namespaces=NAMESPACES, smart_strings=False)
    yield from found if isinstance(found, list) else ()
    for drawing in root.iter("{*}docPr"):
        yield drawing.get("id", "")
