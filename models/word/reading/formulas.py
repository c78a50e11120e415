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


def with_signs(structure: etree._Element) -> Iterator[tuple[str, etree._Element | None]]:
    """What a structure of a formula holds, in order, each with the signs before it; None for those at the end."""
    kind, parts, after = structure.tag, 0, ""
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
            letters = "".join(letter.text or "" for letter in child.iter(*_LETTERS)).strip()
            if letters and (kind == _ROOT or (child.tag == _LOWER and _has_stroke(structure))):
                before += "√" if kind == _ROOT else "/"
            if letters and not letters.isalnum():  # more than one name or number takes brackets on the line
                before, after = before + "(", ")"
        yield before, child
    if kind == _BRACKETS:
        after += _said(structure, "endChr", ")")
    elif kind == _ACCENT:
        after += _said(structure, "chr", "\u0302")
    yield after, None


def _said(structure: etree._Element, name: str, otherwise: str) -> str:
    """A sign as the properties of a structure say it; one that they name and leave empty is none."""
    said = structure.find(f"{structure.tag}Pr/{m(name)}")
    return otherwise if said is None else said.get(_VAL) or ""


def _has_stroke(fraction: etree._Element) -> bool:
    kind = fraction.find(f"{_FRACTION}Pr/{m('type')}")
    return kind is None or kind.get(_VAL) != "noBar"
