"""The space between the mark of a note and its words, as a file's own notes have it."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from models.word.markup import child_of, letters_in, style_of, twips, whole
from models.word.namespaces import w
from models.word.package import Package

_FIGURE = 0.5 * 0.65  # how wide a raised figure is, of the size of the letters
_USUAL_SIZE = 10.0  # points, of notes whose style says nothing
_SPACING, _VAL = w("spacing"), w("val")


class SpaceBehindMarks:
    """How the space behind marks looks, by how many figures they have.

    It may be wide, so that all words of a note begin in one line; behind more figures it is narrower then.
    """

    def __init__(self, package: Package, kind: str, notes: etree._Element) -> None:
        """`notes` is the part with notes of a kind ("footnote", "endnote"), as no note has come to it yet."""
        places = package.root(package.main).iter(w(f"{kind}Reference"))
        order = list(dict.fromkeys(one.get(w("id")) for one in places))
        number = {identity: str(at) for at, identity in enumerate(order, 1)}
        self._looks: dict[int, etree._Element | None] = {}
        self._size = _USUAL_SIZE
        for note in (one for one in notes.iterchildren(w(kind)) if one.get(w("type")) is None):
            line = note.find(w("p"))
            if line is None:
                continue
            if not self._looks:
                self._size = _size(package, line)
            self._looks.setdefault(len(number.get(note.get(w("id")), "1")), _look_behind_mark(line))

    def behind(self, mark: str) -> etree._Element | None:
        """The properties of the space behind a mark; None for a plain one."""
        figures, known = len(mark), next(iter(self._looks), 0)
        if figures in self._looks or not known:
            return deepcopy(self._looks.get(figures))
        look = deepcopy(self._looks[known])
        spacing = child_of(look, _SPACING) if look is not None else None
        if look is None or spacing is None:
            return look
        left = (whole(spacing.get(_VAL)) or 0) - (figures - known) * twips(_FIGURE * self._size)
        spacing.set(_VAL, str(left))
        if left <= 0:
            look.remove(spacing)
        return look if len(look) else None


def _look_behind_mark(line: etree._Element) -> etree._Element | None:
    for run in line.iterchildren(w("r")):
        if run.find(w("footnoteRef")) is None and run.find(w("endnoteRef")) is None:
            return look_of_run(run) if letters_in(run) == " " else None
    return None


def _size(package: Package, line: etree._Element) -> float:
    """The size of the letters of a note as its style says it, in points."""
    look, styles = child_of(line, w("pPr")), package.root_of("styles")
    name = style_of(look) if look is not None else None
    for style in styles.iterchildren(w("style")) if styles is not None and name is not None else ():
        size = style.find(f"{w('rPr')}/{w('sz')}") if style.get(w("styleId")) == name else None
        if size is not None:
            return (whole(size.get(_VAL)) or 2 * _USUAL_SIZE) / 2
    return _USUAL_SIZE


def look_of_run(run: etree._Element) -> etree._Element | None:
    """The properties of a run as they are now."""
    own = run.find(w("rPr"))
    if own is None:
        return None
    copy = deepcopy(own)
    for child in [*copy.findall(w("rPrChange")), *copy.findall(w("ins")), *copy.findall(w("del"))]:
        copy.remove(child)
    return copy
