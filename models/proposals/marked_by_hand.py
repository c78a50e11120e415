"""Files marked by hand: new words bold and underlined or coloured, old ones struck out, nothing tracked.

Many delegations send their changes so. Such marks are looks and no changes until the user says what they mean; then
the file is rewritten in memory with real tracked changes, and everything else is as with any returned file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy as copy
from dataclasses import dataclass

from lxml import etree

from models.word.markup import legal
from models.word.namespaces import XML, w
from models.word.package import Package
from models.word.resolve import TRACKED, text_parts

_P, _R, _RPR, _PPR, _VAL = w("p"), w("r"), w("rPr"), w("pPr"), w("val")
_MARKING = (w("strike"), w("dstrike"), w("u"), w("color"))
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
        if any(read(_look(run)) for run in root.iter(_R)):
            _Tracking(package.edit(part), read, name).track()
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
            if next(paragraph.iter(*_MARKING), None) is None:
                continue  # as most
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
    def __init__(self, root: etree._Element, meaning: Callable[[_Look], str], author: str) -> None:
        self.root, self.author = root, author
        self.meaning = meaning
        self.number = 0

    def track(self) -> None:
        for paragraph in list(self.root.iter(_P)):
            stretches = [(run, self.meaning(_look(run))) for run in _runs(paragraph)]
            if not any(sense for _, sense in stretches):
                continue
            marked = {sense for run, sense in stretches if sense or _shown(run).strip()}
            for run, sense in _spaced(stretches):
                self._wrap(run, sense)
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

    def _wrap(self, run: etree._Element, sense: str) -> None:
        if sense == "apart":
            run.getparent().remove(run)  # type: ignore[union-attr]
            return
        if not sense:
            return
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


def _shown(run: etree._Element) -> str:
    """The letters of a run; a tab is one."""
    return "".join("\t" if part.tag == w("tab") else part.text or "" for part in run if part.tag in (w("t"), w("tab")))


def _spaced(stretches: list[tuple[etree._Element, str]]) -> list[tuple[etree._Element, str]]:
    """The runs of a paragraph with their senses, and the spaces that would stand twice given to one side.

    Whoever marks by hand sets old and new words side by side and a space between; with either taken away there are two.
    """
    found: list[tuple[etree._Element, str]] = []
    at = 0
    while at < len(stretches):
        if not stretches[at][1]:
            found.append(stretches[at])
            at += 1
            continue
        end = at
        while end < len(stretches) and (stretches[end][1] or _between_marks(stretches, end)):
            end += 1
        group = [(run, sense or "apart") for run, sense in stretches[at:end]]
        found += group
        at = end
        senses = {sense for run, sense in group if _shown(run)} - {"apart"}
        if len(senses) != 1 or at >= len(stretches):
            continue
        before = _shown(found[-len(group) - 1][0]) if len(found) > len(group) else " "
        inner = "".join(_shown(run) for run, _ in group)
        after = stretches[at][0]
        if (
            before.endswith(" ")
            and _shown(after).startswith(" ")
            and not (inner.startswith(" ") or inner.endswith(" "))
        ):
            space = _split_space(after)
            if space is not None:
                found.append((space, senses.pop()))
    return found


def _between_marks(stretches: list[tuple[etree._Element, str]], at: int) -> bool:
    """Whether a run is the one space between old and new words."""
    if at + 1 >= len(stretches) or _shown(stretches[at][0]) != " ":
        return False
    return {stretches[at - 1][1], stretches[at + 1][1]} == {"come", "gone"}


def _split_space(run: etree._Element) -> etree._Element | None:
    """Takes the space a run begins with into a run of its own before it; None where it is not its first child's."""
    text = next((child for child in run if child.tag != _RPR), None)
    if text is None or text.tag != w("t") or not (text.text or "").startswith(" "):
        return None
    alone = etree.Element(_R)
    properties = run.find(_RPR)
    if properties is not None:
        alone.append(copy(properties))
    own = etree.SubElement(alone, w("t"))
    own.text, text.text = " ", (text.text or "")[1:]
    for one in (own, text):
        one.set(f"{{{XML}}}space", "preserve")
    run.addprevious(alone)
    return alone
