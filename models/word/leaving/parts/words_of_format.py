"""Words of the markup of Word files: what is made of them alone was said by a program, whatever somebody is called."""

from __future__ import annotations

import re

_OF_BUILT_IN_STYLES = """
    accent acronym address anchor annotation balloon bibliography block body book bookmark bottom bullet caption char
    characters cite classic closing code colorful columns comment contemporary content contents continue dark date
    default definition document effects elegant email emphasis end endnote envelope figures first followed footer
    footnote form grid hashtag header heading html hyperlink indent index intense internet keyboard label light line
    link list macro mail map medium mention message mobile no normal note number numbers of outline page paragraph
    placeholder plain preformatted professional quote reference references return revision salutation sample section
    separator shading signature simple smart spacing strong style subject subtitle subtle table text theme title toa
    toc top typewriter unresolved variable web with
"""
_OF_PARTS = """
    activex adobe app application attached authorities background bin chart charts colors com comments content core
    custom data diagram diagrams doc document docx drawing drawingml drawings embeddings emf endnotes exif ext
    extended external file font fonts footer footers footnotes gif glossary header headers http image images item
    itemprops jfif jpeg jpg layout main media metadata microsoft ms numbering object office officedocument ole
    openxml openxmlformats org override package part people picture pictures png properties props purl quickstyle
    relationship relationships rels schemas settings sheet spreadsheetml stream styles svg table template theme
    thumbnail tiff types version vml vnd web wmf word wordprocessingml workbook worksheet xls xlsx xml
"""
_OF_VALUES = """
    absolute anchor arab arabic around auto bar baseline before begin beneath bidi black blue both bottom box cell
    center centre character circle clear color colour column continuation continuous cyan dash dashed decimal
    distribute dot dotted double down east edge end even every exact false fill fixed flat frame front full gray
    green grey half hang hidden high horizontal horz hybrid increase inline inset inside inter landscape last least
    left legal letter lower magenta major margin middle minor mirror modern multilevel next nil none odd off on once
    open orange ordinal other outset outside over para pattern pct percent pink portrait position preserve print
    purple red relative right roman row rows script separate shadow shape side sides single size slide solid space
    square start sub super swiss tab template thick thin through tight title transparent triple true turquoise under
    underline union unit upper vert vertical view violet visible wave white whole width window words wrap yellow
    zero
"""
_OF_DRAWINGS = """
    align area clip cm family flip flow height in index mm mso pt px rotation style text visibility weight width
    wrap
"""
_OF_FIELDS = """
    charformat formtext if mergefield mergeformat noteref numpages pageref ref sectionpages seq styleref tc time xe
"""
_OF_ADREF = "adref draft fixed font style place part numbered operative preambular subparagraph masthead level"
_NAMED = frozenset(" ".join((_OF_BUILT_IN_STYLES, _OF_PARTS, _OF_FIELDS, _OF_ADREF)).split())
_CHOSEN = _NAMED.union(_OF_VALUES.split(), _OF_DRAWINGS.split())
_FONTS = frozenset((
    "Andalus", "Aptos", "Arial", "Bahnschrift", "Batang", "Bookman", "Calibri", "Cambria", "Candara", "Carlito",
    "Century", "Chicago", "Constantia", "Consolas", "Corbel", "Courier", "Dubai", "Garamond", "Geneva", "Georgia",
    "Helvetica", "Impact", "Javanese", "Kalinga", "Kartika", "Latha", "Mangal", "Marlett", "Monaco", "Myanmar",
    "Palatino", "Raavi", "Rockwell", "Shruti", "Sylfaen", "Symbol", "Tahoma", "Times", "Tunga", "Univers", "Verdana",
    "Vrinda", "Webdings", "Wingdings",
))  # fmt: skip
_OF_FONTS = frozenset((
    "antiqua", "condensed", "emoji", "gothic", "historic", "linotype", "lt", "math", "mono", "ms", "mt", "narrow",
    "new", "pro", "roman", "sans", "schoolbook", "semibold", "semilight", "serif", "std", "ui", "unicode",
))  # fmt: skip
OF_THEMES = frozenset((
    "Angsana New", "Aptos Display", "Cordia New", "DaunPenh", "DokChampa", "Ebrima", "Estrangelo Edessa", "Euphemia",
    "Gautami", "Iskoola Pota", "Leelawadee UI", "MV Boli", "Microsoft Himalaya", "Microsoft JhengHei",
    "Microsoft New Tai Lue", "Microsoft Tai Le", "Microsoft Uighur", "Microsoft Yi Baiti", "Mongolian Baiti",
    "MoolBoran", "Nirmala UI", "Nyala", "Phagspa", "Plantagenet Cherokee", "Segoe UI", "ＭＳ ゴシック", "ＭＳ 明朝",
    "宋体", "新細明體", "游ゴシック", "游ゴシック Light", "游明朝", "等线", "等线 Light", "맑은 고딕",
))  # fmt: skip
"""What the themes of Word call fonts by the scripts that have them."""
_PIECES = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[^\W\d_]")
_THEME = re.compile(r"(?:Office(?: Classic)?(?: \d{4}\s*[-–]\s*\d{4})?)?(?: ?Theme)?\d?")
_COLOUR = re.compile(r"[0-9A-F]{6}(?:[0-9A-F]{2})?", re.IGNORECASE)

WATERMARKS = ("PowerPlusWaterMarkObject", "WordPictureWatermark")
"""How the ids of Word's watermarks begin; LibreOffice knows one again by the first, to change it or take it out."""
_WATERMARK = re.compile(rf"(?:{'|'.join(WATERMARKS)})[1-9][0-9]{{0,3}}")


def is_watermark(name: str) -> bool:
    """Whether a shape is called as a watermark, with a number that counts: those that Word gives are high."""
    return _WATERMARK.fullmatch(name) is not None


def says_nothing(value: str) -> bool:
    """Whether a value is made of words of the format and numbers alone: "Style 1", "TableGrid", "left"."""
    if _COLOUR.fullmatch(value):
        return True
    if not value.isascii():
        return False  # nor is a letter of another script alone one: those of "王小明" are pieces of one letter
    pieces = _PIECES.findall(value)
    words = (
        _CHOSEN if pieces and pieces[0].islower() else _NAMED
    )  # a value that is chosen from a list begins with a small letter
    return bool(pieces) and all(len(piece) == 1 or piece.casefold() in words for piece in pieces)


def is_font(name: str) -> bool:
    """Whether a font is one of everybody; some of them are called like a place: "Georgia"."""
    first, _, rest = name.partition(" ")
    return first in _FONTS and (says_nothing(rest) or _OF_FONTS.issuperset(rest.casefold().split()))


def is_theme(name: str) -> bool:
    """Whether a theme, its colours or fonts are called as those of Office are."""
    return _THEME.fullmatch(name) is not None
