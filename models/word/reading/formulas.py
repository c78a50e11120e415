"""The signs that a formula shows and that are no letters of it: sums, brackets, fraction strokes, roots, accents.

Word keeps them as properties of what they stand around. They are read where they stand on the line: “∑”, “(a+b)/2”.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import m, w

_PART, _UPPER, _LOWER, _VAL = m("e"), m("num"), m("den"), m("val")
_LETTERS = (m("t"), w("t"))
_SUM, _FRACTION, _BRACKETS, _ROOT, _ACCENT = map(m, ("nary", "f", "d", "rad", "acc"))
STRUCTURES = frozenset((_SUM, _FRACTION, _BRACKETS, _ROOT, _ACCENT))
"""What shows signs of its own."""
EQUATIONS = (m("oMath"), m("oMathPara"))
_DEGREE, _OFF = m("deg"), ("0", "false", "off")
_ROOTS = {"": "√", "2": "√", "3": "∛", "4": "∜"}
"""The signs of roots by their degrees: “3√x” reads as three times a square root."""


def with_signs(structure: etree._Element) -> Iterator[tuple[str, etree._Element | None, bool]]:
    """What a structure of a formula holds, in order, each with the signs before it, and whether its letters show.

    None for the signs at the end. The letters of a degree do not show that the sign of the root says itself.
    """
    kind, parts, after = structure.tag, 0, ""
    root = _root(structure) if kind == _ROOT else None
    for child in structure:
        before, after = after, ""
        if not str(child.tag).endswith("Pr"):
            parts += 1
        if kind == _SUM and parts == 1:
            before += _said(structure, "chr", "∫")
            parts += 1
        elif kind == _BRACKETS and child.tag == _PART:
            before += _said(structure, "begChr", "(") if parts == 1 else _said(structure, "sepChr", "|")
        elif (kind == _ROOT and child.tag == _PART) or (kind == _FRACTION and child.tag in (_UPPER, _LOWER)):
            letters = _letters(child)
            if letters and (kind == _ROOT or (child.tag == _LOWER and _has_stroke(structure))):
                before += (root or "√") if kind == _ROOT else "/"
            if letters and not letters.isalnum():  # more than one name or number takes brackets on the line
                before, after = before + "(", ")"
        yield before, child, root is None or child.tag != _DEGREE
    if kind == _BRACKETS:
        after += _said(structure, "endChr", ")")
    elif kind == _ACCENT:
        after += _said(structure, "chr", "\u0302")
    yield after, None, True


def _root(structure: etree._Element) -> str | None:
    """The sign of a root with its degree; None where the degree stands before it, or nothing under the root."""
    under = structure.find(_PART)
    if under is None or not _letters(under):
        return None
    hidden = structure.find(f"{_ROOT}Pr/{m('degHide')}")
    if hidden is not None and hidden.get(_VAL, "1") not in _OFF:
        return _ROOTS[""]
    degree = structure.find(_DEGREE)
    return _ROOTS.get("" if degree is None else _letters(degree))


def _letters(part: etree._Element) -> str:
    return "".join(letter.text or "" for letter in part.iter(*_LETTERS)).strip()


def _said(structure: etree._Element, name: str, otherwise: str) -> str:
    """A sign as the properties of a structure say it; one that they name and leave empty is none."""
    said = structure.find(f"{structure.tag}Pr/{m(name)}")
    return otherwise if said is None else said.get(_VAL) or ""


def _has_stroke(fraction: etree._Element) -> bool:
    kind = fraction.find(f"{_FRACTION}Pr/{m('type')}")
    return kind is None or kind.get(_VAL) != "noBar"
