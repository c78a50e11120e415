"""What the new draft's own Word file does beside its words and a redline does not: counted, for the certificate."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from lxml import etree

from models.word.accepted import accepted
from models.word.archive import says
from models.word.fields import fields_in, name_of
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import is_read, unread_branches
from models.word.reading.appearance import switched_on
from models.word.redlining.paragraphs.page_beginnings import begins_page
from models.word.seldom import each, seldom
from models.word.signs import NOTED, has_own_mark

_SIGNS = (b"pageBreakBefore", b"REF ", b"txbxContent", b"customMarkFollows", b"rubyBase", b"commentReference")
_FIELDS = ("REF", "PAGEREF", "NOTEREF")
_NOTES = ("footnotes", "endnotes")
_LOOKS = seldom(*map(w, ("strike", "dstrike", "vertAlign")))
_HEIGHTS = {"superscript": "is raised", "subscript": "is lowered"}
_NAMED = 4  # stretches of letters that are named


def layout_left_out(written: bytes, new: bytes) -> tuple[str, ...]:
    """Lines on what a redline has not of the new file: breaks, references, boxes, comments, how notes and letters look.

    `new` is the new draft's own file; both are looked at with their changes accepted.
    """
    whole = accepted(new)
    theirs, tables = whole.root(whole.main), _tables_in_notes(whole)
    looks = _looks(theirs)
    if not (_section_ends(theirs) or tables or looks or says(new, *_SIGNS) or says(written, _SIGNS[0])):
        return ()
    made = accepted(written)
    ours = made.root(made.main)
    lines = []
    if (count := _section_ends(theirs) - _section_ends(ours)) > 0:
        lines.append("A section break of the new file" if count == 1 else f"{count} section breaks of the new file")
    if (count := _unlike(_beginnings(theirs), _beginnings(ours))) > 0:
        lines.append(
            f"Whether {count} paragraph{'s begin pages' if count > 1 else ' begins a page'} as in the new file"
        )
    if (count := (_references(theirs) - _references(ours)).total()) > 0:
        what = "A cross-reference" if count == 1 else f"{count} cross-references"
        lines.append(f"{what} of the new file as field{'s' * (count > 1)}: the words are there")
    if (count := _boxes(theirs) - _boxes(ours)) > 0:
        what = "A text box" if count == 1 else f"{count} text boxes"
        lines.append(f"{what} of the new file: the words are in the text")
    if (count := _own_marks(theirs) - _own_marks(ours)) > 0:
        what = "The mark typed for a note" if count == 1 else f"The marks typed for {count} notes"
        lines.append(f"{what} of the new file: here Word counts them")
    if (count := tables - _tables_in_notes(made)) > 0:
        what = "A table" if count == 1 else f"{count} tables"
        lines.append(f"{what} in the notes of the new file: the words are there")
    if (count := (_reading_aids(theirs) - _reading_aids(ours)).total()) > 0:
        what = "A reading aid" if count == 1 else f"{count} reading aids"
        lines.append(f"{what} above characters of the new file: the characters are there")
    if (count := (_comments(whole) - _comments(made)).total()) > 0:
        lines.append("A comment of the new file" if count == 1 else f"{count} comments of the new file")
    lines += (
        f"That {', '.join(list(dict.fromkeys(words))[:_NAMED])} of the new file {what}: the letters are there"
        for what, of_look in groupby(sorted((looks - _looks(ours)).elements()), lambda one: one[0])
        if (words := [f"“{said}”" for _, said in of_look])
    )
    return tuple(lines)


def _looks(root: etree._Element) -> Counter[tuple[str, str]]:
    """The words that somebody struck by hand, and the figures set above or below the line: what they are, they say."""
    found = Counter[tuple[str, str]]()
    for look in each(root, *_LOOKS):
        properties = look.getparent()
        run = properties.getparent() if properties is not None else None
        words = letters_in(run).strip() if run is not None and run.tag == w("r") else ""
        if look.tag == w("vertAlign"):
            if words.isdecimal() and look.get(w("val")) in _HEIGHTS:
                found[_HEIGHTS[str(look.get(w("val")))], words] += 1
        elif words and switched_on(look):
            found["is struck", words] += 1
    return found


def _own_marks(root: etree._Element) -> int:
    """How many notes have a mark of their own, typed beside their place."""
    return sum(map(has_own_mark, root.iter(*NOTED)))


def _reading_aids(root: etree._Element) -> Counter[str]:
    """What is written small above characters."""
    return Counter("".join(text.text or "" for text in one.iter(w("t"))) for one in root.iter(w("rt")))


def _comments(package: Package) -> Counter[str]:
    """The comments that hang at a place of the text, by what they say."""
    root = package.root_of("comments")
    there = {one.get(w("id")) for one in package.root(package.main).iter(w("commentReference"))}
    every = root.iterchildren(w("comment")) if root is not None else ()
    return Counter(letters_in(one) for one in every if one.get(w("id")) in there)


def _tables_in_notes(package: Package) -> int:
    roots = map(package.root_of, _NOTES)
    return sum(1 for root in roots if root is not None for _ in root.iter(w("tbl")))


def _boxes(root: etree._Element) -> int:
    unread = unread_branches(root)
    return sum(is_read(box, unread) for box in root.iter(w("txbxContent")))


def _section_ends(root: etree._Element) -> int:
    """How many sections end with a paragraph: the last one of a text ends with that."""
    above = (section.getparent() for section in root.iter(w("sectPr")))
    return sum(one is not None and one.tag == w("pPr") for one in above)


def _beginnings(root: etree._Element) -> list[tuple[str, bool]]:
    """The paragraphs with words, and whether each begins a page by itself."""
    found = []
    for node in root.iter(w("p")):
        said = "".join(one.text or "" for one in node.iter(w("t"))).strip()
        if said:
            found.append((said, begins_page(node)))
    return found


def _unlike(one: list[tuple[str, bool]], other: list[tuple[str, bool]]) -> int:
    """How many paragraphs that both have begin a page in one alone; those that say the same go in order."""
    if len(one) == len(other):
        return sum(a[1] != b[1] for a, b in zip(one, other, strict=True))
    return abs(sum(begins for _, begins in one) - sum(begins for _, begins in other))


def _references(root: etree._Element) -> Counter[str]:
    """How many fields that point to a place of the text there are, by their kind."""
    names = (name_of(one.instruction) for one in fields_in(root))
    return Counter(name for name in names if name in _FIELDS)
