"""The symbol in the heads and feet of pages: where the document gets another one, it is changed there too, tracked."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from models.draft import Draft
from models.draft.masthead import masthead
from models.word.markup import element, text_elements
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.revision_marks import Stamp

_KINDS = ("header", "footer")
_CHANGES = (w("ins"), w("del"), w("moveFrom"), w("moveTo"))


def change_symbols(package: Package, old: Draft, new: Draft, stamp: Stamp) -> None:
    """Replace the old document's symbol by the new one's in every head and foot that names it in one piece."""
    parts = dict.fromkeys(link.target for link in package.relationships() if link.kind in _KINDS)
    if not parts:
        return
    before, after = masthead(old).symbol, masthead(new).symbol
    if not before or not after or before == after:
        return
    for name in parts:
        if not package.has(name):
            continue
        found = [run for run in package.root(name).iter(w("r")) if _names(run, before)]
        if found:
            package.edit(name)
        for run in found:
            _change(run, before, after, stamp)


def _names(run: etree._Element, symbol: str) -> bool:
    """Whether a run that nobody has changed names the symbol, and no longer one that begins with it."""
    texts = [child for child in run if child.tag != w("rPr")]
    if len(texts) != 1 or texts[0].tag != w("t") or next(run.iterancestors(*_CHANGES), None) is not None:
        return False
    head, found, tail = (texts[0].text or "").partition(symbol)
    return bool(found) and not head[-1:].isalnum() and not (tail[:1].isalnum() or tail[:1] in ("/", "."))


def _change(run: etree._Element, before: str, after: str, stamp: Stamp) -> None:
    (text,) = run.findall(w("t"))
    head, _, tail = (text.text or "").partition(before)
    own = run.find(w("rPr"))

    def piece(said: str) -> etree._Element:
        return element("r", None if own is None else deepcopy(own), *text_elements(said))

    gone = piece(before)
    run.addprevious(gone)
    if head:
        gone.addprevious(piece(head))
    if tail:
        run.addnext(piece(tail))
    wrapped = stamp.wrap(gone, "del")
    wrapped.addnext(stamp.change("ins", piece(after)))
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)
