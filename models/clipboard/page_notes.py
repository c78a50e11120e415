"""Footnotes in HTML: the places that cite them and what holds them, in the shapes of Word, LibreOffice and others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from models.clipboard.looks import classes_of, is_block, name_of, style_of, words_in
from models.forms.inline_marks import ATTRIBUTE
from models.forms.pieces import DELETE

_KNOWN = re.compile(r"^(?:_(?:ftn|edn)\d+|sd(?:foot|end)note\d+sym|ftnt\d+)$", re.IGNORECASE)
_BACK = re.compile(r"^(?:_(?:ftn|edn)ref\d+|sd(?:foot|end)note\d+anc|ftnt_ref\d+)$", re.IGNORECASE)
_MARK = re.compile(r"^[\[(]?\s*(?P<mark>\d{1,3}|\*{1,4}|[ivxl]{1,6}|[†‡§])\s*[\])]?$")
_CONTAINER = re.compile(r"^(?:(?:ftn|edn)\d+|sd(?:foot|end)note\d+)$", re.IGNORECASE)
_FEW = 200
_MOST = 20_000


@dataclass
class PageNotes:
    """Elements that cite a note, hold one, lead back; the key of a note is the name it is cited by.

    `parted` are the notes whose own mark stands in an element by itself, which is one of those that lead back.
    """

    citing: dict[etree._Element, str] = field(default_factory=dict)
    held_in: dict[str, etree._Element] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    back: set[etree._Element] = field(default_factory=set)
    left_out: set[etree._Element] = field(default_factory=set)
    parted: set[str] = field(default_factory=set)
    dangling: int = 0

    def back_in(self, key: str) -> Iterator[etree._Element]:
        """What leads back in what holds a note."""
        return (element for element in self.held_in[key].iter() if element in self.back)


def find_notes(root: etree._Element) -> PageNotes:
    """The notes of a page: a link with a mark for its words, and the element that it leads to, which leads back."""
    found = PageNotes()
    names: dict[str, etree._Element] = {}
    anchors: list[tuple[etree._Element, str]] = []
    for element in root.iter(etree.Element):
        for key in (element.get("id"), element.get("name")):
            if key:
                names.setdefault(key, element)
        style = element.get("style")
        if (style and "footnote-list" in style) or (style and "endnote-list" in style):
            found.left_out.add(element)
        href = element.get("href") if element.tag == "a" else None
        if href and "#" in href:
            anchors.append((element, href.rpartition("#")[2]))
    leading: dict[str, list[etree._Element]] = {}
    for element, target in anchors:
        leading.setdefault(target, []).append(element)
    if len(anchors) > _MOST:
        anchors = []  # no text of this world; its links are left alone
    for element, target in anchors:
        own = element.get("name") or element.get("id") or ""
        if _BACK.match(target) or (_KNOWN.match(own) and not _BACK.match(own)):
            found.back.add(element)
    piled = _piled(anchors)
    for element, target in anchors:
        if element in found.back or element in piled or _look_at_own(element, target, names, found):
            continue
        _look_at(element, target, names, leading, found)
    for key in found.held_in:
        found.left_out.add(found.held_in[key])
    return found


def _look_at(
    element: etree._Element,
    target: str,
    names: dict[str, etree._Element],
    leading: dict[str, list[etree._Element]],
    found: PageNotes,
) -> None:
    known = bool(_KNOWN.match(target)) or "mso-footnote-id" in (element.get("style") or "")
    words = _words_of(element) if known or len(element) < _FEW else ""
    match = _MARK.match(words)
    if not known and match is None:
        return
    place = names.get(target)
    holder = _holder(place) if place is not None and place is not element else None
    if holder is None:
        # A raised “[1]” leads to a note that was not copied with it; left in the text it would be a bracket.
        in_brackets = place is None and words.startswith("[")
        if known or (in_brackets and _is_raised(element) and _follows_words(element)):
            found.citing[element] = ""
            found.dangling += 1
        return
    if not known:
        own = [key for key in _names_around(element) if key]
        links = [link for key in own for link in leading.get(key, ()) if holder in link.iterancestors()]
        if not links:
            return
        found.back.update(links)
    if holder in element.iterancestors():
        return
    found.citing[element] = target
    found.held_in[target] = holder
    bare = match["mark"] if match else re.sub(r"[\[\]()\s]", "", words)[:12]
    if not _is_gone(element) and (bare or target not in found.marks):
        found.marks[target] = bare


def _piled(anchors: list[tuple[etree._Element, str]]) -> set[etree._Element]:
    """Links without a letter where another leads to the same with a mark: they pile up in a page saved again."""
    bare = {element: target for element, target in anchors if not len(element) and not (element.text or "").strip()}
    targets = set(bare.values())
    shown = {
        target
        for element, target in anchors
        if target in targets and element not in bare and len(element) < _FEW and _MARK.match(_words_of(element))
    }
    return {element for element, target in bare.items() if target in shown}


def _words_of(link: etree._Element) -> str:
    return words_in(link)[:40].strip().lstrip(",")  # which parts the marks of two notes at one place


def _is_gone(link: etree._Element) -> bool:
    """Whether a link is the mark that a note had before, in a copy with changes marked."""
    return any(one.get(ATTRIBUTE) == DELETE for one in link.iterancestors())


def _is_raised(link: etree._Element) -> bool:
    around = (link.getparent(), link, link[0] if len(link) else None)
    return any(
        name_of(one) == "sup" or style_of(one).get("vertical-align") == "super" for one in around if one is not None
    )


def _follows_words(link: etree._Element) -> bool:
    """Whether words stand before a link in its line; before the mark of a note itself, copied alone, stand none."""
    for element in (link, *link.iterancestors()):
        if is_block(name_of(element), style_of(element)):
            return False
        for before in element.itersiblings(preceding=True):
            if (before.tail or "").strip():
                return True
            if name_of(before) == "br" or is_block(name_of(before), style_of(before)):
                return False
            if name_of(before) and words_in(before).strip():
                return True
        around = element.getparent()
        if around is not None and (around.text or "").strip():
            return True
    return False


def _look_at_own(element: etree._Element, target: str, names: dict[str, etree._Element], found: PageNotes) -> bool:
    """Whether a link is the mark of a note as our own pages have it, whatever the mark: its note is a paragraph."""
    holder = names.get(target)
    said = element[0] if len(element) else None
    if holder is None or said is None or "note" not in classes_of(holder) or "unseen" not in classes_of(said):
        return False
    found.citing[element], found.held_in[target] = target, holder
    found.marks[target] = (said.tail or "").strip()
    if len(holder) and name_of(holder[0]) == "sup" and words_in(holder[0]).strip() == found.marks[target]:
        found.back.add(holder[0])
        found.parted.add(target)
    return True


def _names_around(element: etree._Element) -> list[str | None]:
    found = [element.get("id"), element.get("name")]
    for child in element:
        found.append(child.get("id"))
    parent = element.getparent()
    for _ in range(2):
        if parent is None or name_of(parent) in ("p", "body"):
            break
        found.append(parent.get("id"))
        parent = parent.getparent()
    return found


def _holder(place: etree._Element) -> etree._Element | None:
    """The element that holds a note: Word's and LibreOffice's own division, else the item or paragraph."""
    nearest: etree._Element | None = None
    element: etree._Element | None = place
    for _ in range(12):
        if element is None or name_of(element) in ("body", "html", "table"):
            break
        if style_of(element).get("mso-element") in ("footnote", "endnote") or _CONTAINER.match(element.get("id") or ""):
            return element
        if nearest is None and name_of(element) in ("li", "p", "aside", "dd", "td", "div"):
            nearest = element
        element = element.getparent()
    return nearest
