"""Runs marked by hand: what came is bold and underlined, what went struck out, in letters nobody can accept away."""

from __future__ import annotations

from lxml import etree

from models.draft.paragraph import is_raised
from models.word.markup import child_of, element, run_properties, text_elements
from models.word.namespaces import w
from models.word.property_order import in_order


def fixed_run(
    op: str, marks: tuple[bool, ...], text: str, right_to_left: bool, *, raised: bool = False
) -> etree._Element:
    """A run of an operation ("equal", "insert", "delete") and a look (italic, bold, underline).

    `raised` are the marks of notes; one that is a sign stands as the words do.
    """
    italic, bold, underline = marks
    came = op == "insert"
    own = run_properties(italic, bold or came, underline or came, right_to_left)
    properties = element("rPr") if own is None else own
    if op == "delete":
        properties.append(element("strike"))
    if raised and is_raised(text):
        properties.append(element("vertAlign", val="superscript"))
    return element("r", in_order(properties) if len(properties) else None, *text_elements(text))


def as_come(run: etree._Element) -> etree._Element:
    """A run with a look of its own, made bold and underlined in place; what shows no letter stays as it is."""
    look = child_of(run, w("rPr"))
    if look is not None:
        look.extend((element("b"), element("bCs"), element("u", val="single")))
        in_order(look)
    return run
