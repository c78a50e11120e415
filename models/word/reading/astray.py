"""Words of a Word file that stand in no paragraph, or in no run: no program shows them, and no draft has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from models.word.namespaces import MATH, WORD, m, w
from models.word.reading.alternatives import is_read, unread_branches

_P, _RUNS, _LETTERS = w("p"), (w("r"), m("r")), (w("t"), m("t"))
_HOLDERS = frozenset(map(w, (
    "body", "tbl", "tr", "tc", "txbxContent", "footnote", "endnote", "comment", "hdr", "ftr", "docPartBody", "pPr",
    "rPr", "sdtPr", "sectPr", "tblPr", "trPr", "tcPr",
)))  # fmt: skip
"""What holds paragraphs, or properties: letters that reach one of these before a paragraph are in none."""
_SPACES = {"w": WORD, "m": MATH}
_LOOSE_LETTERS = etree.XPath(
    "/descendant::w:t[not(parent::w:r)] | /descendant::m:t[not(parent::m:r)]", namespaces=_SPACES
)
_LOOSE_RUNS = etree.XPath("/descendant::w:r[not(parent::w:p)] | /descendant::m:r", namespaces=_SPACES)


def astray(root: etree._Element) -> list[etree._Element]:
    """The runs of a part that are in no paragraph, and the elements with letters that are in no run."""
    runs, letters = (cast("list[etree._Element]", look(root)) for look in (_LOOSE_RUNS, _LOOSE_LETTERS))
    return [*_beside(runs, (_P,)), *_beside(letters, _RUNS)]


def words_astray(root: etree._Element) -> Iterator[str]:
    """What they say, white space aside; a run within another that is astray says it once."""
    found = astray(root)
    left_out, said = unread_branches(root) if found else set(), set[etree._Element]()
    for one in found:
        if one not in said and is_read(one, left_out):
            said.update(one.iter(*_RUNS, *_LETTERS))
            if words := " ".join("".join(each.text or "" for each in one.iter(*_LETTERS)).split()):
                yield words


def _beside(nodes: list[etree._Element], inside: tuple[str, ...]) -> Iterator[etree._Element]:
    """Those of some elements that a holder or a paragraph is around, or nothing, before one of `inside` is.

    However deep they stand in one another, each element above is looked at once.
    """
    known: dict[etree._Element, bool] = {}
    for node in nodes:
        road: list[etree._Element] = []
        above = node.getparent()
        while above is not None and above not in known and above.tag not in inside:
            if above.tag in _HOLDERS or above.tag == _P:
                known[above] = True
                break
            road.append(above)
            above = above.getparent()
        lost = above is None or known.get(above, False)
        known.update(dict.fromkeys(road, lost))
        if lost:
            yield node
