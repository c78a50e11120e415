"""Words that look marked by hand in a Word file: struck, bold and underlined, or coloured; how many, and where."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from copy import deepcopy as copy
from dataclasses import dataclass

from lxml import etree

from models.telling.sentences import listed
from models.word.namespaces import XML, w
from models.word.package import Package
from models.word.relationships import NOTES
from models.word.resolve import TRACKED, tracked_parts

_P, _R, _RPR, _VAL, _LINK = w("p"), w("r"), w("rPr"), w("val"), w("hyperlink")
_MARKING = (w("strike"), w("dstrike"), w("u"), w("color"))
_OFF = frozenset(("0", "false", "off", "none"))
_TEXT = (w("t"), w("tab"), w("noBreakHyphen"), w("footnoteReference"), w("endnoteReference"))
_PLAIN_COLOURS = frozenset(("auto", "000000", ""))
_LEFT_OUT = frozenset(("Hyperlink", "FollowedHyperlink"))
_SURE = ("struck", "bold_underlined")
_ADDRESS = re.compile(r"(?:See\s+)?(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)
_HEADING_WORDS = 12
"""A line of at most so many words, marked whole and without a mark at its end, is taken for a heading."""


@dataclass(frozen=True, slots=True)
class HandMarks:
    """How many stretches of a file look marked, by how they look."""

    struck: int
    bold_underlined: int
    coloured: int
    underlined: int

    @property
    def likely(self) -> bool:
        """Whether the file is likely marked by hand; a few underlined or coloured words alone are not enough."""
        new = self.bold_underlined + self.coloured
        return (self.struck > 0 and new + self.underlined > 0) or self.struck > 1 or self.bold_underlined > 1 or new > 2

    @property
    def sentence(self) -> str:
        """What a delegate is told before being asked."""
        counts = (
            (self.bold_underlined, "bold and underlined"),
            (self.coloured, "in colour"),
            (self.underlined, "underlined"),
            (self.struck, "struck out"),
        )
        told = [f"{count} {'stretch' if count == 1 else 'stretches'} {how}" for count, how in counts if count]
        return f"This file seems to be marked by hand ({listed(told) or 'no marks'}); its marks can be read as changes."


def hand_marks(data: bytes) -> HandMarks | None:
    """The marks of a .docx that look made by hand, those beside tracked changes left out; None where none is likely."""
    return marks_in(Package(data))


def marks_in(package: Package, own: Container[etree._Element] = ()) -> HandMarks | None:
    """The same of a package that is open; the looks of `own` runs are no marks: the text had them before."""
    found = found_marks(package, own)
    # Who tracks and marks as well strikes old words and marks new ones; a few looks beside tracked changes are looks.
    sure = not tracked_parts(package) or (found.struck and found.bold_underlined + found.coloured)
    return found if found.likely and sure else None


def marks_left(package: Package, own: Container[etree._Element] = ()) -> int:
    """In how many paragraphs struck or bold underlined words stand beside tracked changes, and are not read."""
    return sum(
        not is_free(paragraph) and any(look_of(run, own).kind in _SURE for run in shown_runs(paragraph))
        for part in marked_parts(package)
        for paragraph in with_looks(package.root(part))
    )


def marked_parts(package: Package) -> Iterator[str]:
    yield package.main
    for kind in NOTES:
        if (name := package.related(kind)) is not None:
            yield name


def with_looks(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs that have any look of a mark, as few do."""
    found: set[etree._Element] = set()
    for mark in root.iter(*_MARKING):
        for paragraph in mark.iterancestors(_P):
            if paragraph in found:
                break  # and all around it
            found.add(paragraph)
    return (paragraph for paragraph in root.iter(_P) if paragraph in found) if found else iter(())


def is_free(paragraph: etree._Element) -> bool:
    """Whether a paragraph has no tracked changes."""
    return next(paragraph.iter(*TRACKED), None) is None


@dataclass(frozen=True, slots=True)
class Look:
    struck: bool
    bold: bool
    underlined: bool
    coloured: bool

    @property
    def kind(self) -> str:
        """How it is counted; "" where it is no look of a mark."""
        if self.struck:
            return "struck"
        if self.underlined and self.bold:
            return "bold_underlined"
        if self.coloured:
            return "coloured"
        return "underlined" if self.underlined else ""


def found_marks(package: Package, own: Container[etree._Element] = ()) -> HandMarks:
    kinds = {"struck": 0, "bold_underlined": 0, "coloured": 0, "underlined": 0}
    for part in marked_parts(package):
        for paragraph in filter(is_free, with_looks(package.root(part))):
            looks = [look_of(run, own) for run in shown_runs(paragraph)]
            if is_heading(paragraph, looks):
                continue
            last = ""
            for look in looks:
                if look.kind and look.kind != last:
                    kinds[look.kind] += 1
                last = look.kind
    return HandMarks(**kinds)


def shown_runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that show something, those of text boxes in it apart."""
    for run in paragraph.iter(_R):
        own = next(run.iterancestors(_P), None) is paragraph
        if own and next(run.iterchildren(*_TEXT), None) is not None:
            yield run


def is_heading(paragraph: etree._Element, looks: list[Look]) -> bool:
    """Whether a line is bold and underlined, or coloured, as a whole because it is a heading."""
    if not looks or any(look.struck or not (look.underlined or look.coloured) for look in looks):
        return False
    words = "".join(text.text or "" for text in paragraph.iter(w("t"))).split()
    return len(words) <= _HEADING_WORDS and not (words and words[-1][-1] in ".;,:")


def shown(run: etree._Element) -> str:
    """The letters of a run; a tab is one."""
    return "".join("\t" if part.tag == w("tab") else part.text or "" for part in run if part.tag in (w("t"), w("tab")))


def cut_off(run: etree._Element, letters: int) -> etree._Element | None:
    """Takes the first letters of a run into one of their own before it; None where its first text has fewer."""
    text = next((child for child in run if child.tag != _RPR), None)
    if text is None or text.tag != w("t") or len(text.text or "") < letters:
        return None
    alone = etree.Element(_R)
    properties = run.find(_RPR)
    if properties is not None:
        alone.append(copy(properties))
    own = etree.SubElement(alone, w("t"))
    own.text, text.text = (text.text or "")[:letters], (text.text or "")[letters:]
    for one in (own, text):
        one.set(f"{{{XML}}}space", "preserve")
    run.addprevious(alone)
    return alone


def look_of(run: etree._Element, own: Container[etree._Element] = ()) -> Look:
    """How a run looks; one of `own` as if it had no look of a mark."""
    properties = run.find(_RPR)
    if properties is None or run in own:
        return Look(False, False, False, False)
    on = {child.tag for child in properties if child.get(_VAL, "1") not in _OFF}
    style, colour = properties.find(w("rStyle")), properties.find(w("color"))
    link = (style is not None and style.get(_VAL) in _LEFT_OUT) or next(run.iterancestors(_LINK), None) is not None
    said = not link and _is_address(run)  # which is blue and underlined by itself, and bold by hand
    value = "" if colour is None else (colour.get(_VAL) or "").lower()
    return Look(
        w("strike") in on or w("dstrike") in on,
        w("b") in on,
        w("u") in on and not (link or (said and w("b") not in on)),
        value not in _PLAIN_COLOURS and not _is_grey(value) and not (link or said),
    )


def _is_address(run: etree._Element) -> bool:
    said = "".join(text.text or "" for text in run.iter(w("t")))
    return _ADDRESS.fullmatch(said.strip()) is not None


def _is_grey(colour: str) -> bool:
    return len(colour) == 6 and colour[:2] == colour[2:4] == colour[4:]
