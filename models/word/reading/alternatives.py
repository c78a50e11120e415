"""Contents that a Word file gives twice, for newer and for older programs: one of them is read."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.known_spaces import OF_CHOICES
from models.word.namespaces import CHOICE, w
from models.word.seldom import each, seldom

ALTERNATIVES = f"{{{CHOICE}}}AlternateContent"
seldom(ALTERNATIVES)
CHOSEN, _FALLBACK = f"{{{CHOICE}}}Choice", f"{{{CHOICE}}}Fallback"
_P, _TEXT = w("p"), (w("t"), w("delText"), w("p"))  # of a deleted text, too


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The one branch of alternative contents that is read, as Word does; None where it shows none of them.

    That is the first choice that needs only what Word knows, else the fallback (ISO/IEC 29500-3, 7.6), and the fallback
    where only that has text: of a newer kind of symbol it has the letter.
    """
    choice = next((one for one in alternatives.iterchildren(CHOSEN) if is_known(one)), None)
    fallback = alternatives.find(_FALLBACK)
    if choice is None or fallback is None:
        return choice if fallback is None else fallback
    if next(choice.iter(*_TEXT), None) is None and next(fallback.iter(*_TEXT), None) is not None:
        return fallback
    return choice


def is_known(branch: etree._Element) -> bool:
    """Whether a branch needs nothing that Word does not know: only then it is ever shown."""
    return all(branch.nsmap.get(prefix) in OF_CHOICES for prefix in (branch.get("Requires") or "").split())


def name_needs(copy: etree._Element, branch: etree._Element) -> None:
    """Let the copy of a branch, which stands in another file, name what it needs by the prefixes of that file."""
    spaces = [branch.nsmap.get(prefix) for prefix in (branch.get("Requires") or "").split()]
    here = {space: prefix for prefix, space in copy.nsmap.items() if prefix}
    if spaces and all(space in here for space in spaces):
        copy.set("Requires", " ".join(here[space] for space in spaces if space))


def chosen_paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs under an element in document order, those in branches that are not read left out."""
    left_out = unread_branches(root)
    for paragraph in root.iter(_P):
        if is_read(paragraph, left_out):
            yield paragraph


def unread_branches(root: etree._Element) -> set[etree._Element]:
    """The branches of alternative contents that are not read."""
    found: set[etree._Element] = set()
    for alternatives in each(root, ALTERNATIVES):
        taken = chosen(alternatives)
        found.update(branch for branch in alternatives if branch is not taken)
    return found


def is_read(element: etree._Element, left_out: set[etree._Element]) -> bool:
    """Whether an element stands in none of the branches that are not read."""
    return not left_out or left_out.isdisjoint(element.iterancestors(CHOSEN, _FALLBACK))
