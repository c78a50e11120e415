"""How two Word files that say the same words lay them out: the pages of their sections, and the cells of their tables.

A redline has all of this from the file it is written on, and tracks none of it, as Word's own comparison does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from lxml import etree

from models.word.archive import says
from models.word.markup import child_of, letters_in, whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.appearance import switched_on
from models.word.redlining.paragraphs.wider_grids import said_of_grid
from models.word.resolving.joining import cells_of
from models.word.seldom import each, seldom

MERGED = (b"gridSpan", b"Merge", b"gridBefore")
_ROUNDED = 20  # twips, a point: programs round paper and margins to other units
(_SECTION,) = seldom(w("sectPr"))
_SIDES = ("top", "right", "bottom", "left")

_OF_PAGES = re.compile(
    rb"<(?:\w+:)?(?:pgSz|pgMar|cols|lnNumType|bidi|pgNumType)\b[^>]*>|<(?:\w+:)?pgBorders\b.*?</(?:\w+:)?pgBorders>",
    re.DOTALL,
)

_Numbers = tuple[int | None, ...]
_Layout = tuple[_Numbers, ...]
"""Of one section what each of `_TOLD` is; None where the file does not say it."""
_TOLD = (
    ("paper", _ROUNDED),
    ("margins", _ROUNDED),
    ("columns", 0),
    ("line numbers", 0),
    ("direction", 0),
    ("borders", 0),
    ("first number", 0),
)
"""And how far the numbers of two may lie apart."""
_Row = tuple[tuple[str, ...], tuple[tuple[int, bool], ...]]
"""What the cells of a row say, and over how many columns each reaches, and whether it is one with that above."""


def says_the_same(one: Package, other: Package) -> bool:
    """Whether two texts say the same of their pages, letter for letter, so that neither need be gone through."""
    said, there = map(_said_of_pages, (one, other))
    return bool(said) and said == there


def _said_of_pages(package: Package) -> list[list[bytes]]:
    """The tags of each section of a text that tell of its pages."""
    return [_OF_PAGES.findall(section) for section in package.data(package.main).split(b"sectPr")[1::2]]


def pages_unlike(new: etree._Element, made: etree._Element) -> str | None:
    """A line on what of its pages a new text has otherwise than what was made of it on another file, if anything."""
    theirs, ours = ([_layout(one, not at) for at, one in enumerate(each(text, _SECTION))] for text in (new, made))
    unlike = [
        name
        for at, (name, apart) in enumerate(_TOLD)
        if not _same([one[at] for one in theirs], [one[at] for one in ours], apart)
    ]
    if not unlike:
        return None
    *most, last = unlike
    named = f"{', '.join(most)} and {last}" if most else last
    return f"{named[0].upper()}{named[1:]} of the pages of the new file: here as in the base"


def _same(theirs: Sequence[_Numbers], ours: Sequence[_Numbers], apart: int) -> bool:
    """Whether sections are laid out alike, one by one, or if there are more or fewer, each as one of the others."""
    if len(theirs) == len(ours):
        return all(_alike(one, other, apart) for one, other in zip(theirs, ours, strict=True))
    return not ours or all(any(_alike(one, other, apart) for other in ours) for one in theirs)


def _alike(one: _Numbers, other: _Numbers, apart: int) -> bool:
    pairs = zip(one, other, strict=True)
    return all(a is None or b is None or abs(abs(a) - abs(b)) <= apart for a, b in pairs)


def _layout(section: etree._Element, first: bool) -> _Layout:
    """What is told of one section, and of the first of a text; pages are counted from 1 where that says nothing."""
    paper, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    columns, lines = section.find(w("cols")), section.find(w("lnNumType"))
    count = whole(columns.get(w("num"))) if columns is not None else None
    counted = whole(lines.get(w("countBy"))) if lines is not None else None
    number = _measure(section.find(w("pgNumType")), "start")
    return (
        tuple(_measure(paper, name) for name in ("w", "h")),
        tuple(_measure(margins, name) for name in _SIDES),
        (count or 1,),
        (1 if counted else 0,),
        (1 if (turned := section.find(w("bidi"))) is not None and switched_on(turned) else 0,),
        tuple(_is_drawn(section.find(f"{w('pgBorders')}/{w(side)}")) for side in _SIDES),
        (1 if number is None and first else number,),
    )


def _is_drawn(border: etree._Element | None) -> int:
    return int(border is not None and border.get(w("val")) not in (None, "none", "nil"))


def _measure(holder: etree._Element | None, name: str) -> int | None:
    return whole(holder.get(w(name))) if holder is not None else None


def rows_unlike(new: Package, made: Package) -> int:
    """How many rows with the same words have cells merged otherwise than in what was made of a new text."""
    theirs, ours = _rows(new), _rows(made)
    said = {words for words, _ in ours}
    return sum(count for (words, _), count in (theirs - ours).items() if words in said)


def merges_cells(data: bytes) -> bool:
    """Whether any cells of a file can be merged."""
    return says(data, *MERGED)


def _rows(package: Package) -> Counter[_Row]:
    found = Counter[_Row]()
    for table in package.root(package.main).iter(w("tbl")):
        rows = [(row, list(_reaches(row))) for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is table]
        lines = {line: at for at, line in enumerate(sorted({line for _, ends in rows for line in ends}))}
        for row, ends in rows:
            cells = list(cells_of(row))
            wide = [lines[end] - lines[start] for start, end in pairwise(ends)]
            said = tuple(" ".join(letters_in(one).split()) for one in cells)
            found[said, tuple(zip(wide, map(_goes_on, cells), strict=True))] += 1
    return found


def _reaches(row: etree._Element) -> Iterator[int]:
    """Where a row begins in the grid, and where each of its cells ends there."""
    first = said_of_grid(row, "trPr", "gridBefore", 0)
    yield from accumulate((said_of_grid(one, "tcPr", "gridSpan", 1) or 1 for one in cells_of(row)), initial=first)


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell is one with the cell above it, or before it."""
    own = child_of(cell, w("tcPr"))
    merged = [child_of(own, w(name)) for name in ("vMerge", "hMerge")] if own is not None else []
    return any(one is not None and one.get(w("val"), "continue") == "continue" for one in merged)
