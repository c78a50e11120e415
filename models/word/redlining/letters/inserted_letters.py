"""How inserted words look: like the words beside them, with the marks the new draft gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy

from lxml import etree

from models.word.markup import child_of, element, run_properties
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.redlining.letters.atoms import Marks, OldAtom
from models.word.redlining.letters.revision_marks import set_marks
from models.word.styles import SPREAD

_NO_MODEL_STYLES = frozenset(
    ("FootnoteReference", "EndnoteReference", "CommentReference", "Hyperlink", "FollowedHyperlink", "PlaceholderText")
)
_R = w("r")


def model_properties(
    marks: Marks | None, neighbours: Iterable[OldAtom | None], models: Sequence[OldAtom]
) -> etree._Element | None:
    """Properties for inserted text: those of a neighbour with the same marks, else of one with the marks set."""
    around = (atom for atom in (*neighbours, *models) if atom is not None and _can_model(atom))
    first = next(around, None)
    if first is None:
        return run_properties(*marks) if marks is not None else None
    chosen = first
    if marks is not None and first.marks != marks:
        chosen = next((atom for atom in around if atom.marks == marks), first)
    own = child_of(chosen.raws[0].run, w("rPr"))
    if own is None and (marks is None or chosen.marks == marks):
        return None
    made = element("rPr") if own is None else copy(own)
    exact = _cleaned(made)
    if marks is not None and (chosen.marks != marks or not exact):
        set_marks(made, marks)
    return in_order(made) if len(made) else None


def number_properties(numbers: Sequence[OldAtom], models: Sequence[OldAtom]) -> etree._Element | None:
    """Properties for a number typed anew: those of a typed number, else of the text without its opening's italics."""
    typed = [atom for atom in numbers if _can_model(atom) and atom.text.strip()]
    if typed:
        return model_properties(None, typed[:1], ())
    usable = [atom for atom in models if _can_model(atom)]
    first = next((atom for atom in usable if not atom.marks[0]), None)
    if first is not None or not usable:
        return model_properties(None, [first], ())
    _, bold, underline = usable[0].marks
    return model_properties((False, bold, underline), (), usable)


def _can_model(atom: OldAtom) -> bool:
    return bool(atom.raws) and atom.note is None and not atom.ends and atom.raws[0].run.tag == _R


def _cleaned(properties: etree._Element) -> bool:
    """Take out what belongs to the model's own place; whether its marks still hold."""
    exact = True
    for child in list(properties):
        if child.tag == w("rStyle") and (style := child.get(w("val"))) in (*_NO_MODEL_STYLES, SPREAD):
            exact = exact and style == SPREAD
        elif child.tag == w("vertAlign"):
            if child.get(w("val")) == "baseline":
                continue
        elif child.tag == w("rPrChange"):
            exact = False  # the model's own marks are being changed
        elif child.tag not in (w("vanish"), w("specVanish"), w("webHidden"), w("ins"), w("del")):
            continue
        properties.remove(child)
    return exact
