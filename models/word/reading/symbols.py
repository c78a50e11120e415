"""Characters that Word writes as a place in a symbol font, as the Unicode characters they show."""

from __future__ import annotations

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.draft.sign_fonts import sign_at
from models.word.namespaces import w

_LINE_ENDS = str.maketrans("\n\r", "  ")
_PLACES = late_pattern("[\uf020-\uf0ff]")
_FONTS_OF_RUN, _HIGH, _ASCII = f"{w('rPr')}/{w('rFonts')}", w("hAnsi"), w("ascii")


def symbol_text(symbol: etree._Element) -> str:
    """The character that a `w:sym` shows; a font not known here gives the character at its place."""
    try:
        code = int(symbol.get(w("char")) or "", 16)
    except ValueError:
        return ""
    return sign_at(code, symbol.get(w("font")) or "")


def letters_shown(text: etree._Element) -> str:
    """The letters of a `w:t` as its run shows them, as many: of a font for signs they may stand at their places in it.

    Word and LibreOffice write such places as letters of a range that no other font has (U+F020 to U+F0FF). Where a
    line ends in the file, no line of the text does: there a space is shown. What another program put among them is
    passed over, its letters and those behind it are not.
    """
    said = (text.text or "") if not len(text) else "".join(map(str, text.itertext()))
    if "\n" in said or "\r" in said:
        said = said.translate(_LINE_ENDS)
    if said.isascii() or not _PLACES.search(said):
        return said
    run = text.getparent()
    fonts = run.find(_FONTS_OF_RUN) if run is not None else None
    font = "" if fonts is None else fonts.get(_HIGH) or fonts.get(_ASCII) or ""
    return _PLACES.sub(lambda match: sign_at(ord(match[0]), font), said)
