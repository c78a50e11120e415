"""The own mark of a note, as the asterisk of sponsors, in a Word file that LibreOffice makes of RTF: it stands twice.

RTF has such a mark as words before its note. LibreOffice gives it to the note and keeps the words behind it as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import w
from models.word.package import Package
from models.word.signs import NOTED, has_own_mark

_T, _RPR = w("t"), w("rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def with_marks_once(data: bytes) -> bytes:
    """The bytes of such a file without the words that only say the mark of a note again; the same where it has none."""
    package = Package(data)
    if not any(True for _ in _said_again(package.root(package.main))):
        return data
    for words, mark in list(_said_again(package.edit(package.main))):
        words.text = (words.text or "").removeprefix(mark)
        words.set(_SPACE, "preserve")
    return package.to_bytes()


def _said_again(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The words right behind the mark of a note that begin with it again, and the mark."""
    for reference in filter(has_own_mark, root.iter(*NOTED)):
        mark, run = reference.getnext(), reference.getparent()
        after = run.getnext() if run is not None else None
        if mark is None or mark.tag != _T or not mark.text or mark.getnext() is not None:
            continue
        words = next((part for part in after if part.tag != _RPR), None) if after is not None else None
        if words is not None and words.tag == _T and (words.text or "").startswith(mark.text):
            yield words, mark.text
