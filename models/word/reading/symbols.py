"""Characters that Word writes as a place in a symbol font, as the Unicode characters they show."""

from __future__ import annotations

from lxml import etree

from models.draft.late_pattern import late_pattern
from models.word.namespaces import w

# The Symbol font's encoding (Adobe Symbol, as mapped by Unicode's SYMBOL.TXT), 0x20-0x7E and 0xA0-0xFE.
_SYMBOL_LOW = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_WINGDINGS = {
    0x21: "✏", 0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥", 0x78: "⌧", 0x7B: "❀",
    0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦", 0x88: "⑧", 0x89: "⑨",
    0x8A: "⑩", 0x9E: "·", 0x9F: "•", 0xA0: "▪", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {
    "symbol": dict(enumerate(_SYMBOL_LOW, 0x20)) | dict(enumerate(_SYMBOL_HIGH, 0xA0)),
    "wingdings": _WINGDINGS,
}

SIGN_FONTS = frozenset((*_FONTS, "wingdings 2", "wingdings 3", "webdings"))
"""Fonts that show signs in place of letters, in small letters."""
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


def sign_at(code: int, font: str) -> str:
    """The character at a place of a font; of a font not known here the one with that number, "" where there is none."""
    place = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _FONTS.get(font.strip().casefold(), {})
    if place in known:
        return known[place]
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else ""


def letters_shown(text: etree._Element) -> str:
    """The letters of a `w:t` as its run shows them, as many: of a font for signs they may stand at their places in it.

    Word and LibreOffice write such places as letters of a range that no other font has (U+F020 to U+F0FF). Where a
    line ends in the file, no line of the text does: there a space is shown.
    """
    said = text.text or ""
    if "\n" in said or "\r" in said:
        said = said.translate(_LINE_ENDS)
    if said.isascii() or not _PLACES.search(said):
        return said
    run = text.getparent()
    fonts = run.find(_FONTS_OF_RUN) if run is not None else None
    font = "" if fonts is None else fonts.get(_HIGH) or fonts.get(_ASCII) or ""
    return _PLACES.sub(lambda match: sign_at(ord(match[0]), font), said)
