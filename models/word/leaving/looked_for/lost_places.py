"""Cross-references that lead to words which go: Word finds their bookmark no more once the changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package
from models.word.seldom import each, seldom

_REFERRING = ("REF", "PAGEREF")
_GOING = (w("del"), w("moveFrom"))
_CHARACTER, _CODE, _SIMPLE, _TYPE = w("fldChar"), w("instrText"), w("fldSimple"), w("fldCharType")
_START, _END, _LETTERS = w("bookmarkStart"), w("bookmarkEnd"), (w("t"), w("delText"))
seldom(*_GOING, _CHARACTER, _CODE, _SIMPLE, _START)


def lost_places(package: Package) -> int:
    """How many cross-references of a text stay whose words all go, or move away."""
    root = package.root(package.main)
    if next(each(root, *_GOING), None) is None or next(each(root, _START), None) is None:
        return 0
    cited = list(_cited(root))
    lost = _without_words(root, set(cited)) if cited else set()
    return sum(name in lost for name in cited)


def _cited(root: etree._Element) -> Iterator[str]:
    """The bookmarks that fields refer to which stay."""
    code = ""
    for node in each(root, _CHARACTER, _CODE, _SIMPLE):
        if node.tag == _CODE:
            code += node.text or ""
            continue
        said = (node.get(w("instr")) or "") if node.tag == _SIMPLE else code if node.get(_TYPE) != "begin" else ""
        code = ""
        words = said.split()
        if len(words) > 1 and words[0].upper() in _REFERRING and not _goes(node):
            yield words[1]


def _goes(node: etree._Element) -> bool:
    return next(node.iterancestors(*_GOING), None) is not None


def _without_words(root: etree._Element, names: set[str]) -> set[str]:
    """Those of some bookmarks that have words, of which none stays."""
    within: dict[str, tuple[str, list[bool]]] = {}  # by id: the name, and whether each piece of its words goes
    found: dict[str, list[bool]] = {}
    for node in root.iter(_START, _END, *_LETTERS):
        if node.tag == _START:
            if (name := node.get(w("name")) or "") in names:
                within[node.get(w("id")) or ""] = name, found.setdefault(name, [])
        elif node.tag == _END:
            within.pop(node.get(w("id")) or "", None)
        elif within and node.text:
            goes = _goes(node)
            for _, pieces in within.values():
                pieces.append(goes)
    return {name for name, pieces in found.items() if pieces and all(pieces)}
