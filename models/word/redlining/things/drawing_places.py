"""Where in a paragraph its drawings stand: between which of its characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from lxml import etree

from models.word.namespaces import w
from models.word.redlining.letters.atoms import Matched
from models.word.redlining.letters.deleted_content import alone
from models.word.redlining.letters.raw_letters import Raw

Mark = tuple[int | None, str]
"""How many characters stand before a drawing, None where that is not known, and its fingerprint."""
_SIGNS = tuple(
    w(name) for name in ("tab", "br", "cr", "sym", "fldChar", "footnoteReference", "endnoteReference", "del")
)


def offsets(drawn: Sequence[etree._Element], paragraph: etree._Element, matched: Matched) -> list[int]:
    """How many characters stand before each drawing of a paragraph."""
    order = {one: at for at, one in enumerate(paragraph.iter())}
    letters = sorted([order[raw.child] for raw in letters_of(matched)])
    return [bisect_left(letters, order[one]) for one in drawn]


def alike(one: Sequence[Mark], other: Sequence[Mark]) -> bool:
    """Whether drawings say the same in the same places, as far as these are known."""
    if len(one) != len(other):
        return False
    return all(a[1] == b[1] and (a[0] == b[0] or None in (a[0], b[0])) for a, b in zip(one, other, strict=True))


def let_pass(drawing: etree._Element, more: int) -> None:
    """Let what was inserted right beside a drawing stand on its other side, so that `more` letters stand before it."""
    node, after = alone(drawing), more > 0
    other = node.getnext() if after else node.getprevious()
    if other is None or other.tag != w("ins") or next(other.iter(*_SIGNS), None) is not None:
        return
    if sum(len(one.text or "") for one in other.iter(w("t"))) == abs(more):
        node.addprevious(other) if after else node.addnext(other)


def letters_of(matched: Matched) -> list[Raw]:
    """The characters of a paragraph, notes left out."""
    return [atom.raws[0] for atom in matched.atoms if atom.note is None and atom.raws]
