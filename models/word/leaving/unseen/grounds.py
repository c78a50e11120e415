"""What colour the letters of a Word file have, how large they are, and what lies under them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from lxml import etree

from models.word.markup import child_of, whole
from models.word.namespaces import VML, WORD, w
from models.word.package import Package
from models.word.seldom import each, seldom

PAPER, _BLACK = "FFFFFF", "000000"
NO_INK = "none"  # of letters that are transparent
_SHAPE, _OLDER = seldom("{*}spPr", f"{{{VML}}}*")
_UNKNOWN = ""  # of a ground that is something, nobody knows what: a picture, a colour of a theme
_ALIKE = 32  # of 255 steps in each of the three colours: nobody sees letters that stand out by less
_TINY = 4  # half points
_THIN = 10  # per cent of the width of a letter
_FITTED = 120  # twentieths of a point, for all letters of a stretch
_CONDENSED = -100  # twentieths of a point that a letter stands into the one before: few are as wide
_TRANSPARENT = 90_000  # thousandths of a per cent
_OF_PAPER, _PAPER_IN_FILLINGS = frozenset(("background1", "light1")), frozenset(("BG1", "LT1"))  # colours of themes
_DIGITS = frozenset("0123456789abcdefABCDEF")
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "000080", "darkCyan": "008080",
    "darkGray": "808080", "darkGreen": "008000", "darkMagenta": "800080", "darkRed": "800000",
    "darkYellow": "808000", "green": "00FF00", "lightGray": "C0C0C0", "magenta": "FF00FF", "red": "FF0000",
    "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
_VAL, _COLOUR, _SHD, _HIGHLIGHT = w("val"), w("color"), w("shd"), w("highlight")
_SPACING = w("spacing")
_SIZE, _COMPLEX_SIZE, _COMPLEX = w("sz"), w("szCs"), (w("rtl"), w("cs"))
_FILLING = f"{_W14}textFill"
_MOST = {w("w"): _THIN, w("fitText"): _FITTED}
WIDTHS = (w("w"), w("fitText"), _SPACING)
"""What makes letters narrower: a share of their width, the room for a stretch of them, the room between two."""
_AROUND = ((w("p"), w("pPr")), (w("tc"), w("tcPr")), (w("tbl"), w("tblPr")))
_NAMED = {"white": PAPER, "black": _BLACK}
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill")


class Letters(NamedTuple):
    """How letters look, None where nothing is said of it: their colour (RRGGBB, "auto" or NO_INK), the highlight and
    the ground they have of their own (RRGGBB), and whether they are too small, or too thin, to read."""

    colour: str | None = None
    highlight: str | None = None
    ground: str | None = None
    small: bool | None = None
    thin: bool | None = None

    def over(self, other: Letters) -> Letters:
        """This look where it says something, else the other."""
        return Letters(
            other.colour if self.colour is None else self.colour,
            other.highlight if self.highlight is None else self.highlight,
            other.ground if self.ground is None else self.ground,
            other.small if self.small is None else self.small,
            other.thin if self.thin is None else self.thin,
        )


PLAIN = Letters()


def letters_of(look: etree._Element | None) -> Letters:
    """The look that a `w:rPr` gives."""
    if look is None:
        return PLAIN
    said: dict[object, etree._Element] = {child.tag: child for child in reversed(look)}  # the first of each counts
    mark, widths = said.get(_HIGHLIGHT), [said[tag] for tag in WIDTHS if tag in said]
    size = said.get(_SIZE if said.keys().isdisjoint(_COMPLEX) else _COMPLEX_SIZE)
    return Letters(
        _ink(said),
        HIGHLIGHTS.get(mark.get(_VAL) or "") if mark is not None else None,
        fill_of(said.get(_SHD)),
        is_small(size) if size is not None else None,
        any(map(is_small, widths)) if widths else None,
    )


def fill_of(ground: etree._Element | None) -> str | None:
    """The colour of a `w:shd`, None where it has none: a solid pattern shows its own, others mostly the filling."""
    if ground is None:
        return None
    found = ground.get(w("color" if ground.get(_VAL) == "solid" else "fill")) or ""
    return found.upper() if is_colour(found) else None


def unseen(letters: Letters, run: etree._Element, page: str) -> bool:
    """Whether nobody sees the letters of a run that look so; `page` is the colour of the page."""
    if letters.small or letters.thin or letters.colour == NO_INK:
        return True
    colour = letters.colour
    if colour in (None, "auto"):  # Word makes such letters white or black, as their ground wants it, but for highlights
        colour = _BLACK if letters.highlight is not None else None
    if colour is None:
        return False
    return alike(colour, letters.highlight or letters.ground or _under(run, page))


def alike(one: str, other: str) -> bool:
    """Whether letters of one colour cannot be told from a ground of the other."""
    if not is_colour(one) or not is_colour(other):
        return False
    return all(abs(a - b) <= _ALIKE for a, b in zip(bytes.fromhex(one), bytes.fromhex(other), strict=True))


def is_colour(value: str) -> bool:
    """Whether it is a colour in six figures."""
    return len(value) == 6 and _DIGITS.issuperset(value)


def page_colour(package: Package) -> str:
    """The colour of the pages: that of the document's background where it is shown, else white."""
    settings, ground = package.root_of("settings"), package.root(package.main).find(w("background"))
    if ground is None or settings is None:
        return PAPER
    shown = settings.find(w("displayBackgroundShape"))
    colour = (ground.get(_COLOUR) or "").upper()
    return colour if shown is not None and is_colour(colour) else PAPER


def _under(run: etree._Element, page: str) -> str:
    """The colour of the paragraph, cell, table or text box around a run, or of the page."""
    for above in run.iterancestors():
        for tag, properties in _AROUND:
            own = child_of(above, properties) if above.tag == tag else None
            found = fill_of(child_of(own, _SHD)) if own is not None else None
            if found is not None:
                return found
        if above.tag == w("txbxContent"):
            filled = _of_box(above)
            return page if filled is None else filled
    return page


def fills_of_shapes(root: etree._Element) -> Iterator[str]:
    """The plain colours that shapes of a part are filled with."""
    fills = chain(map(_fill, each(root, _SHAPE)), map(_older_fill, each(root, _OLDER)))
    return (fill for fill in fills if fill is not None)


def _of_box(content: etree._Element) -> str | None:
    """The filling of the shape around a text box; "" where it is no plain colour, None where there is none."""
    for above in content.iterancestors():
        if str(above.tag).startswith(f"{{{WORD}}}"):
            return None  # the shape ends there: what it stands in may hold many thousands
        own = next((one for one in above if isinstance(one.tag, str) and one.tag.endswith("}spPr")), None)
        if own is not None:
            return _fill(own)
        if str(above.tag).startswith(f"{{{VML}}}") and above.get("fillcolor"):
            return _older_fill(above)
    return None


def _fill(look: etree._Element) -> str | None:
    fill = next((one for one in look if str(one.tag).rpartition("}")[2] in _FILLS), None)
    colour = fill.find("{*}srgbClr") if fill is not None else None
    return None if fill is None else (colour.get("val") or _UNKNOWN) if colour is not None else _UNKNOWN


def _older_fill(shape: etree._Element) -> str | None:
    named = (shape.get("fillcolor") or "").partition(" ")[0].strip("#")
    return None if not named or shape.get("filled") in ("f", "false") else _NAMED.get(named, named)


def ink_of(sign: etree._Element) -> str:
    """The colour that a `w:color` gives: RRGGBB, or "auto"."""
    value = (sign.get(_VAL) or "auto").upper()
    shaded = sign.get(w("themeShade")) or sign.get(w("themeTint"))
    if sign.get(w("themeColor")) in _OF_PAPER and not (shaded and is_colour(value)):
        return PAPER  # a colour of the theme goes before the one beside it
    return "auto" if value == "AUTO" else value


def is_small(sign: etree._Element) -> bool:
    """Whether a size of letters (`w:sz`, `w:szCs`), or one of their WIDTHS, makes them too small to read."""
    if sign.tag == _SPACING:
        return (whole(sign.get(_VAL)) or 0) <= _CONDENSED
    value = _figure(sign.get(_VAL))
    return value is not None and value <= _MOST.get(str(sign.tag), _TINY)


def _ink(said: Mapping[object, etree._Element]) -> str | None:
    """The colour of letters by what their `w:rPr` says, under its tags."""
    filling, sign = said.get(_FILLING), said.get(_COLOUR)
    if filling is not None:
        colour = filling.find(f"{_W14}solidFill/*")
        faded = colour.find(f"{_W14}alpha") if colour is not None else None
        clear = _figure(faded.get(f"{_W14}val")) if faded is not None else None
        if filling.find(f"{_W14}noFill") is not None or (clear is not None and clear >= _TRANSPARENT):
            return NO_INK
        own = (colour.get(f"{_W14}val") or "").upper() if colour is not None else ""
        if is_colour(own):
            return own
        changed = [one for one in colour if one.tag != f"{_W14}alpha"] if colour is not None else []
        if own in _PAPER_IN_FILLINGS and not changed:
            return PAPER
    return ink_of(sign) if sign is not None else None


def _figure(value: str | None) -> int | None:
    plain = (value or "").removesuffix("%")
    return int(plain) if plain.isascii() and plain.isdecimal() and len(plain) < 9 else None
