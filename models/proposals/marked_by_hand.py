"""Files marked by hand: new words bold and underlined or coloured, old ones struck out, nothing tracked.

Many delegations send their changes so. Such marks are looks and no changes until the user says what they mean; then
the file is rewritten in memory with real tracked changes, and everything else is as with any returned file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from models.word.markup import legal
from models.word.namespaces import w
from models.word.package import Package
from models.word.resolve import TRACKED, text_parts

_P, _R, _RPR, _PPR, _VAL = w("p"), w("r"), w("rPr"), w("pPr"), w("val")
_OFF = frozenset(("0", "false", "off", "none"))
_TEXT = (w("t"), w("tab"), w("noBreakHyphen"), w("footnoteReference"), w("endnoteReference"))
_PLAIN_COLOURS = frozenset(("auto", "000000", ""))
_LEFT_OUT = frozenset(("Hyperlink", "FollowedHyperlink"))
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
        listed = " and ".join(part for part in (", ".join(told[:-1]), told[-1]) if part) if told else "no marks"
        return f"This file seems to be marked by hand ({listed}); its marks can be read as changes."


def hand_marks(data: bytes) -> HandMarks | None:
    """The marks of a .docx that look made by hand; None where there are tracked changes or nothing looks likely."""
    package = Package(data)
    if any(next(package.root(part).iter(*TRACKED), None) is not None for part in text_parts(package)):
        return None
    found = _found(package)
    return found if found.likely else None


def as_tracked(data: bytes, author: str = "") -> bytes:
    """The bytes of the file with its marks as tracked changes of `author`, without a date; looks of marks are gone.

    A file that has tracked changes keeps them, and its marks are left alone.
    """
    package = Package(data)
    if any(next(package.root(part).iter(*TRACKED), None) is not None for part in text_parts(package)):
        return data
    read = _reading(package)
    name = legal(author).strip()
    for part in _marked_parts(package):
        root = package.root(part)
        senses = {run: sense for run, sense in _senses(root, read) if sense}
        if senses:
            _Tracking(package.edit(part), senses, name).track()
    return package.to_bytes()


def _marked_parts(package: Package) -> Iterator[str]:
    yield package.main
    for kind in ("footnotes", "endnotes"):
        if (name := package.related(kind)) is not None:
            yield name


@dataclass(frozen=True, slots=True)
class _Look:
    struck: bool
    bold: bool
    underlined: bool
    coloured: bool


def _reading(package: Package) -> Callable[[_Look], str]:
    """What a look means in this file: "gone", "come" or ""."""
    counts = _found(package)

    def meaning(look: _Look) -> str:
        if look.struck:
            return "gone"
        if look.underlined and (look.bold or look.coloured):
            return "come"
        if look.coloured and not counts.bold_underlined:
            return "come"
        plain = look.underlined and counts.struck and not counts.bold_underlined and not counts.coloured
        return "come" if plain else ""

    return meaning


def _found(package: Package) -> HandMarks:
    kinds = {"struck": 0, "bold_underlined": 0, "coloured": 0, "underlined": 0}
    for part in _marked_parts(package):
        for paragraph in package.root(part).iter(_P):
            runs = [(run, _look(run)) for run in _runs(paragraph)]
            if _is_heading(paragraph, [look for _, look in runs]):
                continue
            last = ""
            for _, look in runs:
                kind = _kind(look)
                if kind and kind != last:
                    kinds[kind] += 1
                last = kind
    return HandMarks(**kinds)


def _kind(look: _Look) -> str:
    if look.struck:
        return "struck"
    if look.underlined and look.bold:
        return "bold_underlined"
    if look.coloured:
        return "coloured"
    return "underlined" if look.underlined else ""


def _senses(root: etree._Element, meaning: Callable[[_Look], str]) -> Iterator[tuple[etree._Element, str]]:
    for paragraph in root.iter(_P):
        runs = list(_runs(paragraph))
        found = [_look(run) for run in runs]
        if not _is_heading(paragraph, found):
            yield from ((run, meaning(look)) for run, look in zip(runs, found, strict=True))


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of a paragraph that show something, those of text boxes in it apart."""
    for run in paragraph.iter(_R):
        own = next(run.iterancestors(_P), None) is paragraph
        if own and next(run.iterchildren(*_TEXT), None) is not None:
            yield run


def _is_heading(paragraph: etree._Element, looks: list[_Look]) -> bool:
    """Whether a line is bold and underlined, or coloured, as a whole because it is a heading."""
    if not looks or any(look.struck or not (look.underlined or look.coloured) for look in looks):
        return False
    words = "".join(text.text or "" for text in paragraph.iter(w("t"))).split()
    return len(words) <= _HEADING_WORDS and not (words and words[-1][-1] in ".;,:")


def _look(run: etree._Element) -> _Look:
    properties = run.find(_RPR)
    if properties is None:
        return _Look(False, False, False, False)
    on = {child.tag for child in properties if child.get(_VAL, "1") not in _OFF}
    style, colour = properties.find(w("rStyle")), properties.find(w("color"))
    link = style is not None and style.get(_VAL) in _LEFT_OUT
    value = "" if colour is None else (colour.get(_VAL) or "").lower()
    return _Look(
        w("strike") in on or w("dstrike") in on,
        w("b") in on,
        w("u") in on and not link,
        value not in _PLAIN_COLOURS and not _is_grey(value) and not link,
    )


def _is_grey(colour: str) -> bool:
    return len(colour) == 6 and colour[:2] == colour[2:4] == colour[4:]


class _Tracking:
    def __init__(self, root: etree._Element, senses: dict[etree._Element, str], author: str) -> None:
        self.root, self.senses, self.author = root, senses, author
        self.number = 0

    def track(self) -> None:
        for paragraph in list(self.root.iter(_P)):
            runs = list(_runs(paragraph))
            marked = {self.senses.get(run, "") for run in runs}
            for run in runs:
                if self.senses.get(run):
                    self._wrap(run)
            whole = marked.pop() if len(marked) == 1 else ""
            after = paragraph.getnext()
            if whole and after is not None and after.tag == _P:  # else the end of the paragraph cannot go
                self._mark(paragraph, whole)

    def _change(self, sense: str) -> etree._Element:
        self.number += 1
        change = etree.Element(w("ins") if sense == "come" else w("del"))
        change.set(w("id"), str(900_000 + self.number))
        change.set(w("author"), self.author)
        return change

    def _wrap(self, run: etree._Element) -> None:
        sense = self.senses[run]
        change = self._change(sense)
        run.addprevious(change)
        change.append(run)
        properties = run.find(_RPR)
        if properties is not None:
            looks = ("b", "bCs", "u", "color") if sense == "come" else ("strike", "dstrike", "color")
            for child in [child for child in properties if child.tag in map(w, looks)]:
                properties.remove(child)
        if sense == "gone":
            for text in run.iterchildren(w("t")):
                text.tag = w("delText")

    def _mark(self, paragraph: etree._Element, sense: str) -> None:
        properties = paragraph.find(_PPR)
        if properties is None:
            properties = etree.Element(_PPR)
            paragraph.insert(0, properties)
        looks = properties.find(_RPR)
        if looks is None:
            looks = etree.Element(_RPR)
            after = [child for child in properties if child.tag in (w("sectPr"), w("pPrChange"))]
            (after[0].addprevious(looks) if after else properties.append(looks))
        looks.insert(0, self._change(sense))
