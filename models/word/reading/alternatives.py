"""Contents that a Word file gives twice, for newer and for older programs: one of them is read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import CHOICE, w

ALTERNATIVES = f"{{{CHOICE}}}AlternateContent"
_CHOSEN, _FALLBACK = f"{{{CHOICE}}}Choice", f"{{{CHOICE}}}Fallback"
_T, _P = w("t"), w("p")


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one branch of alternative contents that is read: the first choice unless only the fallback has text."""
    choice, fallback = alternatives.find(_CHOSEN), alternatives.find(_FALLBACK)
    if choice is None or fallback is None:
        return choice if fallback is None else fallback
    if next(choice.iter(_T, _P), None) is None and next(fallback.iter(_T, _P), None) is not None:
        return fallback
    return choice


def chosen_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs under an element in document order, those in branches that are not read left out."""
    left_out = unread_branches(root)
    for paragraph in root.iter(_P):
        if is_read(paragraph, left_out):
            yield paragraph


def unread_branches(root: etree._Element) -> set[etree._Element]:
    """The branches of alternative contents that are not read."""
    found: set[etree._Element] = set()
    for alternatives in root.iter(ALTERNATIVES):
        taken = chosen(alternatives)
        found.update(branch for branch in alternatives if branch is not taken)
    return found


def is_read(element: etree._Element, left_out: set[etree._Element]) -> bool:
    """Whether an element stands in none of the branches that are not read."""
    return not left_out or left_out.isdisjoint(element.iterancestors(_CHOSEN, _FALLBACK))
