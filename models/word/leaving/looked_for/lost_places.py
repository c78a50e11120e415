"""Cross-references that lead to words which go: Word finds their bookmark no more once the changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from models.word.fields import fields_in, name_of, said_by
from models.word.namespaces import DELETED, w
from models.word.package import Package
from models.word.reading.field_codes import bookmark_said
from models.word.relationships import NOTES
from models.word.seldom import each, seldom
from models.word.signs import NOTED

_REFERRING = ("REF", "PAGEREF", "NOTEREF", "FTNREF")
_START, _END = w("bookmarkStart"), w("bookmarkEnd")
_LETTERS = (w("t"), w("delText"))
seldom(*DELETED, _START)


def lost_places(package: Package) -> int:
    """How many cross-references of a text and its notes stay whose words, or notes, all go or move away."""
    roots = list(map(package.root, package.parts_of(NOTES)))
    if not all(any(next(each(root, *tags), None) is not None for root in roots) for tags in (DELETED, (_START,))):
        return 0
    cited = [name for root in roots for name in _cited(root)]
    lost = _without_words(roots, set(cited)) if cited else set()
    return sum(name in lost for name in cited)


def _cited(root: etree._Element) -> Iterator[str]:
    """The bookmarks that fields refer to which stay."""
    for one in fields_in(root):
        said = said_by([code for code in one.codes if not _goes(code)])
        if name_of(said) in _REFERRING and not _goes(one.frame[-1]) and (name := bookmark_said(said)):
            yield name


def _goes(node: etree._Element) -> bool:
    return next(node.iterancestors(*DELETED), None) is not None


def _without_words(roots: Sequence[etree._Element], names: set[str]) -> set[str]:
    """Those of some bookmarks that have words or notes, of which none stays."""
    found: dict[str, list[bool]] = {}
    for root in roots:
        within: dict[str, list[bool]] = {}  # by id: whether each piece of its words goes
        for node in root.iter(_START, _END, *_LETTERS, *NOTED):
            if node.tag == _START:
                if (name := (node.get(w("name")) or "").casefold()) in names:
                    within[node.get(w("id")) or ""] = found.setdefault(name, [])
            elif node.tag == _END:
                within.pop(node.get(w("id")) or "", None)
            elif within and (node.text or node.tag in NOTED):
                goes = _goes(node)
                for pieces in within.values():
                    pieces.append(goes)
    return {name for name, pieces in found.items() if pieces and all(pieces)}
