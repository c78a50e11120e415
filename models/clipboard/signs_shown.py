"""Letters in a font that shows signs in their places, as these: in Wingdings “à” is an arrow, in Symbol “m” is μ."""

from __future__ import annotations

from lxml import etree

from models.clipboard.looks import style_of
from models.draft.late_pattern import late_pattern
from models.draft.sign_fonts import sign_at

_PLACES = late_pattern("[\uf020-\uf0ff]")
"""Where LibreOffice writes the letters of such fonts: no other font has any there."""
_OF_WINDOWS = "cp1252"
"""The letters by which Word names the places of a font, U+0080 to U+009F among them."""


def signs_shown(text: str | None, element: etree._Element | None) -> str | None:
    """The text of an element, or behind one within it, as it is shown."""
    if not text or element is None:
        return text
    told = element.get("style")
    if told and "symbol" in told.lower():
        style = style_of(element)
        if style.get("mso-char-type") == "symbol":
            font = _first(style.get("mso-symbol-font-family") or style.get("font-family", ""))
            return "".join(letter if letter.isspace() else _sign(letter, font) for letter in text)
    if text.isascii() or not _PLACES.search(text):
        return text
    font = _font_around(element)
    return _PLACES.sub(lambda match: sign_at(ord(match[0]), font), text)


def _sign(letter: str, font: str) -> str:
    code = letter.encode(_OF_WINDOWS, "ignore")
    place = code[0] if code else ord(letter)
    sign = sign_at(place, font)
    return letter if sign == chr(place) else sign


def _font_around(element: etree._Element) -> str:
    """The font of the letters of an element, as it or one around it says."""
    for one in (element, *element.iterancestors()):
        if font := one.get("face") or style_of(one).get("font-family"):
            return _first(font)
    return ""


def _first(fonts: str) -> str:
    return fonts.partition(",")[0].strip(" \t\n\"'")
