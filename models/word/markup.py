"""Small pieces of WordprocessingML: elements, runs of text, measures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import cache
from typing import cast

from lxml import etree

from models.draft import Run
from models.draft.directions import holds_right_to_left
from models.draft.held_letters import NOT_IN_XML
from models.word.namespaces import RELATION, WORD, XML, w
from models.word.parsing import apart
from models.word.seldom import each

_WHOLE = re.compile(r"\s*[+-]?[0-9]{1,10}\s*", re.ASCII)
_PIECES = re.compile("[\t\n]|[^\t\n]+")

_SPACE, _T = f"{{{XML}}}space", w("t")
_CONTROL, _TAG, _UNSEEN = w("sdtPr"), w("tag"), frozenset((w("id"), w("tag"), w("lock"), w("rPr")))
_STYLE, _VAL = w("pStyle"), w("val")
NAMESPACES = {"w": WORD, "r": RELATION}
BLOCKS = (w("p"), w("tbl"), w("sdt"), w("customXml"), w("altChunk"))
"""What a text, cell or note holds one below the other; ends of bookmarks and of changes may stand between."""


def copies(of: etree._Element) -> Callable[[], etree._Element]:
    """What copies an element: `copy` looks for this each time, which takes half as long again."""
    return cast("Callable[[], etree._Element]", of.__copy__)  # type: ignore[attr-defined]


@cache
def _bare(name: str) -> Callable[[], etree._Element]:
    """What makes elements with nothing in them: to copy one takes a quarter of the time of making it."""
    return copies(etree.Element(w(name), None, NAMESPACES))


def element(name: str, /, *children: etree._Element | None, **attributes: object) -> etree._Element:
    """A `w:` element with `w:` attributes and children; None among the children is left out."""
    made = _bare(name)()
    for attribute, value in attributes.items():
        made.set(w(attribute), str(value))
    for child in children:
        if child is not None:
            made.append(child)
    return made


def child_of(parent: etree._Element, tag: str) -> etree._Element | None:
    """The first child with a tag, or None; `find` takes several times as long."""
    for child in parent:
        if child.tag == tag:
            return child
    return None


def style_of(look: etree._Element) -> str | None:
    """The id of the style that the properties of a paragraph name."""
    style = child_of(look, _STYLE)
    return None if style is None else style.get(_VAL)


def take_out(node: etree._Element) -> None:
    """Take an element out of what holds it, if anything does."""
    holder = node.getparent()
    if holder is not None:
        holder.remove(node)


def in_sorts(root: etree._Element, *sorts: Iterable[str]) -> list[list[etree._Element]]:
    """The elements of each sort, by tags, in document order; a long text is walked through once for all of them."""
    found: list[list[etree._Element]] = [[] for _ in sorts]
    into: dict[object, list[list[etree._Element]]] = {}
    for one, tags in zip(found, sorts, strict=True):
        for tag in tags:
            into.setdefault(tag, []).append(one)
    for node in each(root, *map(str, into)):
        for one in into[node.tag]:
            one.append(node)
    return found


def is_googles(control: etree._Element) -> bool:
    """Whether a content control is one that nobody sees: Google Docs exports it round a suggestion or a comment.

    What it exports for a list to choose from is tagged alike, and says that it is one.
    """
    properties = child_of(control, _CONTROL)
    tag = child_of(properties, _TAG) if properties is not None else None
    if properties is None or tag is None or not (tag.get(_VAL) or "").startswith("goog_rdk_"):
        return False
    return all(child.tag in _UNSEEN for child in properties)


def block_after(node: etree._Element) -> etree._Element | None:
    """The paragraph, table or control right after one, or None at the end of what they stand in."""
    return next(node.itersiblings(*BLOCKS), None)


def block_before(node: etree._Element) -> etree._Element | None:
    """The paragraph, table or control right before one, or None at the head of what they stand in."""
    return next(node.itersiblings(*BLOCKS, preceding=True), None)


def letters_in(holder: etree._Element) -> str:
    """The letters of all `w:t` within an element; `itertext` takes twice the time."""
    return "".join([text.text or "" for text in holder.iter(_T)])


def twips(points: float) -> int:
    """A measure in points as twentieths of a point, Word's unit for lengths."""
    return round(points * 20)


def half_points(points: float) -> int:
    """A size of letters in points as half points, Word's unit for letters."""
    return round(points * 2)


def whole(value: str | None) -> int | None:
    """A whole number as XML writes one, below ten thousand million either way; None for anything else."""
    return int(value) if value is not None and _WHOLE.fullmatch(value) else None


def legal(text: str) -> str:
    """The text without the characters that no XML file can carry."""
    return text if text.isprintable() else NOT_IN_XML.sub("", text)


@cache
def _left_to_right() -> re.Pattern[str]:
    return re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f\u3040-\u9fff\uac00-\ud7af]")


def text_elements(text: str, name: str = "t") -> Iterator[etree._Element]:
    """The elements that show a text inside a run: `w:t` (or `w:delText`), tabs, line breaks."""
    for piece in (text,) if text and text.isprintable() else _PIECES.findall(legal(text)):
        if piece == "\t":
            yield element("tab")
        elif piece == "\n":
            yield element("br")
        else:
            shown = element(name)
            shown.text = piece
            if "  " in piece or piece.strip() != piece:
                shown.set(_SPACE, "preserve")
            yield shown


def run_properties(
    italic: bool = False, bold: bool = False, underline: bool = False, right_to_left: bool = False
) -> etree._Element | None:
    """The `w:rPr` of marks, or None where there are none; a complex script carries the marks twice."""
    if not (italic or bold or underline or right_to_left):
        return None
    return copy(_marks(italic, bold, underline, right_to_left))


@cache
def _marks(italic: bool, bold: bool, underline: bool, right_to_left: bool) -> etree._Element:
    return element(
        "rPr",
        element("b") if bold else None,
        element("bCs") if bold else None,
        element("i") if italic else None,
        element("iCs") if italic else None,
        element("u", val="single") if underline else None,
        element("rtl") if right_to_left else None,
    )


def run(text: str, properties: etree._Element | None = None) -> etree._Element:
    """A run of text with its properties."""
    return element("r", properties, *text_elements(text))


def marked_run(source: Run, right_to_left: bool = False) -> etree._Element:
    """A run of the draft as a run of Word; in a right-to-left paragraph its own letters decide its direction."""
    turned = right_to_left
    if turned and not holds_right_to_left(source.text):
        turned = _left_to_right().search(source.text) is None
    return run(source.text, run_properties(source.italic, source.bold, source.underline, turned))


def field_runs(instruction: str, shown: str, properties: Iterable[etree._Element] = ()) -> Iterator[etree._Element]:
    """The runs of a field that Word works out (`PAGE`), with what it shows until then."""

    def within(child: etree._Element) -> etree._Element:
        kept = element("rPr", *(apart(p) for p in properties))
        return element("r", kept if len(kept) else None, child)

    code = element("instrText")
    code.text = f" {instruction} "
    code.set(_SPACE, "preserve")
    yield within(element("fldChar", fldCharType="begin"))
    yield within(code)
    yield within(element("fldChar", fldCharType="separate"))
    yield within(next(iter(text_elements(shown))))
    yield within(element("fldChar", fldCharType="end"))
