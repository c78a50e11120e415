"""Why LibreOffice shows other words of a Word file than Adref does: by class, each held against the file itself.

`left_over` takes what differs and gives what no class of those that are named for the file explains.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from lxml import etree

from models.draft.sign_fonts import sign_at
from models.word.namespaces import m, w
from models.word.package import Package

Words = Counter[str]
_DATES = ("DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE")


def _text(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(w("t"), w("delText"), m("t"))).strip()


def _main(package: Package) -> etree._Element:
    return package.root(package.main)


def _squeezed(text: str) -> str:
    """The letters and figures of a text: fields, tabs and deleted words between them are the readers' affair."""
    return "".join(sign for sign in text if sign.isalnum())


def text_box(package: Package, ours: Words, theirs: Words) -> tuple[Words, Words]:
    """Text boxes in shapes: LibreOffice's list of frames leaves them out."""
    boxed = {_squeezed(_text(p)) for box in _main(package).iter(w("txbxContent")) for p in box.iter(w("p"))}
    return Counter({text: n for text, n in ours.items() if _squeezed(text) not in boxed}), theirs


def running_head(package: Package, ours: Words, theirs: Words) -> tuple[Words, Words]:
    """Frames and watermarks of headers and footers: LibreOffice lists them with those of the text."""
    parts = [package.data(one.target) for one in package.relationships() if one.kind in ("header", "footer")]
    framed = [part for part in parts if b"<w:framePr" in part or b"<w:pict" in part or b"<w:drawing" in part]

    def stands_there(text: str) -> bool:
        numbered = text.isdecimal() and any(re.search(rb"\bPAGE\b", part) for part in framed)
        return numbered or any(text.encode() in part for part in framed)

    return ours, Counter({text: n for text, n in theirs.items() if not stands_there(text)})


def date(package: Package, ours: Words, theirs: Words) -> tuple[Words, Words]:
    """Dates that LibreOffice works out anew: one paragraph with such a field on either side."""

    def dated(paragraph: etree._Element) -> bool:
        codes = [node.text or "" for node in paragraph.iter(w("instrText"))]
        codes += [node.get(w("instr")) or "" for node in paragraph.iter(w("fldSimple"))]
        return any(code.split()[:1] and code.split()[0] in _DATES for code in codes)

    shown = {_squeezed(_text(p)) for p in _main(package).iter(w("p")) if dated(p)}
    own = [text for text in ours if _squeezed(text) in shown]
    new = [text for text in theirs if re.fullmatch(r"\w+, \w+ \d{1,2}, \d{4}", text)]
    for one, other in zip(own, new, strict=False):
        ours, theirs = ours - Counter({one: 1}), theirs - Counter({other: 1})
    return ours, theirs


def formula(package: Package, ours: Words, theirs: Words) -> tuple[Words, Words]:
    """Formulas: objects to LibreOffice, lines of characters to Adref."""
    holding = [p for p in _main(package).iter(w("p")) if next(p.iter(m("oMath")), None) is not None]
    letters = [set(_squeezed(_text(p))) for p in holding]
    kept = {text: n for text, n in ours.items() if not any(set(_squeezed(text)) <= known for known in letters)}
    return Counter(kept), theirs


def symbol(package: Package, ours: Words, theirs: Words) -> tuple[Words, Words]:
    """Letters of fonts for signs: Adref gives what they show, LibreOffice their places in the font."""

    def shown(text: str, font: str) -> str:
        return "".join(sign_at(ord(sign), font) if "\uf000" <= sign <= "\uf0ff" else sign for sign in text)

    read: Words = Counter()
    for text, n in theirs.items():
        either = [shown(text, font) for font in ("Symbol", "Wingdings")]
        read[next((one for one in either if one in ours), either[0])] += n
    return ours - read, read - ours


def kept_insertion(package: Package, ours: Words, theirs: Words) -> tuple[Words, Words]:
    """Words that were inserted and are there though all was rejected: LibreOffice 26.8 leaves some."""
    pieces = {one.text for ins in _main(package).iter(w("ins")) for one in ins.iter(w("t")) if one.text}

    def kept(text: str) -> bool:
        for piece in sorted(pieces, key=len, reverse=True):
            text = text.replace(piece, "")
        return not text.strip()

    for own in list(ours):
        for text in [one for one in theirs if own in one and kept(one.replace(own, "", 1))]:
            ours, theirs = ours - Counter([own]), theirs - Counter([text])
    return ours, theirs


CLASSES: dict[str, Callable[[Package, Words, Words], tuple[Words, Words]]] = {
    "text-box": text_box,
    "running-head": running_head,
    "date": date,
    "formula": formula,
    "symbol": symbol,
    "kept-insertion": kept_insertion,
}


def left_over(
    package: Package, ours: Words, theirs: Words, classes: Iterable[str], words: str
) -> tuple[dict[str, int], dict[str, int]]:
    """What is not explained: of the words only we show, and of those only LibreOffice does.

    `words` are single differences that were looked at in the file and have no class: "+5 +6 -21", ours with a plus.
    """
    for name in classes:
        ours, theirs = CLASSES[name](package, ours, theirs)
    for word in words.split():
        shown = word[1:].encode().decode("unicode_escape")
        if word.startswith("+"):
            ours = ours - Counter({shown: 1})
        else:
            theirs = theirs - Counter({shown: 1})
    return dict(+ours), dict(+theirs)
