"""How inserted words look: like the words beside them, with the marks the new draft gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from itertools import islice

from lxml import etree

from models.draft.sign_fonts import SIGN_FONTS
from models.word.leaving.unseen.grounds import PAPER, WIDTHS, is_small, letters_of, unseen
from models.word.markup import child_of, element, run_properties
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.reading.appearance import switched_on
from models.word.redlining.letters.atoms import Marks, OldAtom
from models.word.redlining.letters.revision_marks import set_marks
from models.word.styles import SPREAD

_NO_MODEL_STYLES = frozenset(
    ("FootnoteReference", "EndnoteReference", "CommentReference", "Hyperlink", "FollowedHyperlink", "PlaceholderText")
)
_R, _T, _RPR = w("r"), w("t"), w("rPr")
_STRIKES, _FONTS, _LETTERS = (w("strike"), w("dstrike")), w("rFonts"), (w("ascii"), w("hAnsi"))
_LOOKED_AT = 100  # atoms: where a paragraph is struck whole, each insertion would look through all of it
_SIZES = (w("sz"), w("szCs"), *WIDTHS)


def model_properties(
    marks: Marks | None, neighbours: Iterable[OldAtom | None], models: Sequence[OldAtom], *, instead: bool = False
) -> etree._Element | None:
    """Properties for inserted text: those of a neighbour with the same marks, else of one with the marks set.

    One that is struck, a sign, a run of spaces or unseen is none where the paragraph has others, unless the text comes
    `instead` of it: what stands in place of white words was white in its own file, too, more often than not.
    """
    around = (atom for atom in (*neighbours, *models) if atom is not None and _can_model(atom))
    first = next(around, None)
    if first is None:
        return run_properties(*marks) if marks is not None else None
    if not instead and _is_odd(first):
        first = next((atom for atom in islice(around, _LOOKED_AT) if not _is_odd(atom)), first)
    chosen = first
    if marks is not None and first.marks != marks:
        chosen = next((atom for atom in around if atom.marks == marks and not _is_odd(atom)), first)
    own = child_of(chosen.raws[0].run, _RPR)
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


def _is_odd(atom: OldAtom) -> bool:
    """Whether letters look as no new words are meant to; those of a run of spaces have a look that nobody sees."""
    run = atom.raws[0].run
    if not atom.text.strip() and not any((text.text or "").strip() for text in run.iterchildren(_T)):
        return True
    own = child_of(run, _RPR)
    return own is not None and (any(map(_is_own, own)) or unseen(letters_of(own), run, PAPER))


def _is_own(look: etree._Element) -> bool:
    """Whether a property strikes letters, makes signs of them, or makes them too small to read."""
    if look.tag in _STRIKES:
        return switched_on(look)
    if look.tag == _FONTS:
        return any((look.get(name) or "").casefold() in SIGN_FONTS for name in _LETTERS)
    return look.tag in _SIZES and is_small(look)


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
        elif child.tag not in (w("vanish"), w("specVanish"), w("webHidden"), w("ins"), w("del")) and not _is_own(child):
            continue
        properties.remove(child)
    return exact
