"""The letters of a PDF with their places, as spans: letters of one font that stand side by side on one line.

This runs in a process of its own (`apart.py`) and imports nothing of ours but what it works with: PDFium is native
code, and a file made to break it must break that process only.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from models.reading.pdf.strokes import FARTHEST, Strokes, strokes_on

ITALIC, BOLD, STRUCK = 1, 2, 4
GAP = 0.16  # of the size of the letters: a wider gap is a space, measured on 46 documents
_OF_SIGNS = re.compile(r"(?:\w+\+)?(symbol|wingdings)(?:mt|-regular)?(?:,\w+)?", re.I)
_PLACES_OF_SIGNS = range(0xF020, 0xF100)  # of fonts that show signs in the places of letters
_NO_SPACE = 0.08  # of the size
MOST_PAGES = 500
PASSWORD_WANTED = 4
_SLANTED = re.compile(r"ital|obli|slanted", re.I)
_HEAVY = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_NO_LETTERS = re.compile(r"barcode|3 ?of ?9|code39", re.I)
_HYPHENS_OF_LINES = "\x02\ufffe"  # as PDFium names those at the end of a line
_HYPHENS = str.maketrans(dict.fromkeys(_HYPHENS_OF_LINES, "-"))
_SPACE = 0x20  # PDFium puts in spaces and ends of lines, and says so
_MOST_LETTERS = 60_000  # of one page; one of a newspaper has some 20,000
_MOST_REMARKS = 5_000  # of one page
_REMARKS = (
    *("TEXT", "FREETEXT", "HIGHLIGHT", "UNDERLINE", "SQUIGGLY", "STRIKEOUT", "CARET", "REDACT"),
    *("INK", "STAMP", "LINE", "SQUARE", "CIRCLE", "POLYGON", "POLYLINE"),
)
_NO_WORDS = 2  # bytes: the end of a string
_FEWEST_WITH_NOTHING = 12  # so many pages without a letter are a scanned file

Span = tuple[str, float, float, float, float, int]
"""Letters, left end, right end, baseline (from the foot of the page), size in points, ITALIC | BOLD | STRUCK."""
Page = tuple[float, float, list[Span], tuple[int, int]]
"""Width, height, spans in the order of the file, how many remarks lie on it and letters beside it.

One that cannot be read has neither width nor height.
"""


Kept = TypeVar("Kept")


class Refused(Exception):
    """Says in a word why a file is not read: locked, damaged, long, crowded, scanned, packed."""


def pages_of(data: bytes, begun: Callable[[int, int], None] = lambda page, letters: None) -> list[Page]:
    """The pages of a PDF; `begun` as in `kept_of_pages`. Raises Refused."""
    return kept_of_pages(data, lambda page: page, begun)


def kept_of_pages(data: bytes, keep: Callable[[Page], Kept], begun: Callable[[int, int], None]) -> list[Kept]:
    """What is to be kept of each page of a PDF: all of them as they are take far more memory than the file.

    `begun` is told of each before it is read, counted from 1, and how many letters are before it. Raises Refused.
    """
    from models.reading.pdf.streams import unpacks_absurdly

    if unpacks_absurdly(data):
        raise Refused("packed")
    import pypdfium2_raw as pdfium  # native, and loaded for PDF files only

    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise Refused("locked" if pdfium.FPDF_GetLastError() == PASSWORD_WANTED else "damaged")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > MOST_PAGES:
            raise Refused("long")
        kept: list[Kept] = []
        found = 0
        whole = drawn = worded = hidden = False
        for number in range(count):
            begun(number + 1, found)
            page = _page(pdfium, document, number)
            width, _, spans, (_, beside) = page
            kept.append(keep(page))
            found += sum(len(text) for text, *_ in spans)
            whole, drawn, hidden = whole or width > 0, drawn or bool(spans), hidden or beside > 0
            worded = worded or any(text.strip() for text, *_ in spans)
            if number + 1 == _FEWEST_WITH_NOTHING and not drawn:
                break
    finally:
        pdfium.FPDF_CloseDocument(document)
    if not whole:
        raise Refused("damaged")
    if not worded:
        raise Refused("beside" if hidden else "scanned")
    return kept


def _page(pdfium: Any, document: Any, number: int) -> Page:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return 0.0, 0.0, [], (0, 0)
    letters = pdfium.FPDFText_LoadPage(page)
    try:
        if not letters:
            return 0.0, 0.0, [], (0, 0)
        if pdfium.FPDFText_CountChars(letters) > _MOST_LETTERS:
            raise Refused("crowded")
        turned = pdfium.FPDFPage_GetRotation(page) % 4
        width, height = pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)
        left, bottom, right, top = _edges(pdfium, page, turned, width, height)
        strokes = Strokes() if turned else strokes_on(pdfium, page)
        spans = list(_spans(pdfium, page, letters, turned, width, height, strokes))
        shown = [
            (text, begin - left, end - left, base - bottom, size, style)
            for text, begin, end, base, size, style in spans
            if end > left and begin < right and bottom - size < base < top
        ]  # what may be seen, if only in part
        remarks = _remarks(pdfium, page)
    finally:
        pdfium.FPDFText_ClosePage(letters)
        pdfium.FPDF_ClosePage(page)
    beside = sum(len(text.strip()) for text, *_ in spans) - sum(len(text.strip()) for text, *_ in shown)
    return width, height, shown, (remarks, beside)


def _edges(pdfium: Any, page: Any, turned: int, width: float, height: float) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what is seen of a page, as it is looked at: its origin may be anywhere."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box):
        return 0.0, 0.0, width, height
    whole = box.left, box.bottom, box.right, box.top
    left, right, one = _upright(turned, width, height, whole, box.left, box.bottom)
    *_, other = _upright(turned, width, height, whole, box.right, box.top)
    return left, min(one, other), right, max(one, other)


def _remarks(pdfium: Any, page: Any) -> int:
    """How many remarks, marks of a reader's pen and fields that were filled in lie on a page: none is of its text."""
    told = {getattr(pdfium, f"FPDF_ANNOT_{kind}") for kind in _REMARKS}
    count = 0
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_REMARKS)):
        one = pdfium.FPDFPage_GetAnnot(page, at)
        if not one:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(one)
        filled = kind == pdfium.FPDF_ANNOT_WIDGET and pdfium.FPDFAnnot_GetStringValue(one, b"V", None, 0) > _NO_WORDS
        count += kind in told or filled
        pdfium.FPDFPage_CloseAnnot(one)
    return count


def _spans(
    pdfium: Any, page: Any, letters: Any, turned: int, width: float, height: float, strokes: Strokes
) -> Iterator[Span]:
    """The spans of a page, letters that do not stand upright left out."""
    from models.reading.pdf.named_together import Together, named_together
    from models.reading.pdf.turned_quotes import TURNED, AsNamed

    quotes = AsNamed(pdfium, letters)
    together: dict[int, Together] | None = None
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    manner: _Manner | None = None
    manners: dict[tuple[float, ...], _Manner | None] = {}
    of: int | None = None
    text: list[str] = []
    left = right = last = base = size = 0.0
    behind = 0.0, 0.0
    origin, drawn_as_one = (0.0, 0.0), False
    of_last = style = 0
    last_alone = False
    address_of = _address_of(pdfium.FPDFText_GetTextObject)
    for at in range(pdfium.FPDFText_CountChars(letters)):  # each call takes longer than PDFium's own work
        code = pdfium.FPDFText_GetUnicode(letters, at)
        if code == 0 or 0xD800 <= code < 0xE000 or (code <= _SPACE and pdfium.FPDFText_IsGenerated(letters, at) == 1):
            continue
        if code in TURNED:
            code = quotes.mark(at)
        address = address_of(letters, at)
        if address != of or address is None:
            piece = pdfium.FPDFText_GetTextObject(letters, at)
            of, manner = address, _manner(pdfium, letters, at, piece, turned, manners)
        if manner is None:
            continue
        pdfium.FPDFText_GetCharOrigin(letters, at, x, y)
        alone = _from_right(code) or (last_alone and code < _SPACE and chr(code) not in _HYPHENS_OF_LINES)
        advance = 0.0 if alone else manner.advance(code)
        if advance and not turned:
            begin, end, line = x.value, x.value + advance, y.value
        else:
            pdfium.FPDFText_GetLooseCharBox(letters, at, box)
            foot, head = (manner.slant * (edge - y.value) for edge in (box.bottom, box.top))
            begin, end, line = _upright(
                turned, width, height, (box.left - foot, box.bottom, box.right - head, box.top), x.value, y.value
            )
            if together is None and alone and not turned:
                together = named_together(pdfium, page, letters)
            if together and not turned and address in together:
                begin, end, line = together[address].placed(begin, end)
        if not (-FARTHEST < begin <= end < FARTHEST and -FARTHEST < line < FARTHEST):
            continue  # damaged: it stands nowhere
        if text and text[-1] == " " and begin - last < _NO_SPACE * size:
            text[-1] = ""  # the next letter stands over it: it is there for the file, not for the eye
        if text and begin - right > GAP * size and drawn_as_one:  # "ffi"
            pdfium.FPDFText_GetLooseCharBox(letters, of_last, box)
            right = max(right, box.right)
        drawn_as_one, origin = (x.value, y.value) == origin, (x.value, y.value)
        looks = manner.style
        if strokes and manner.size < FARTHEST and strokes.strike(begin, end, line, manner.size):
            looks |= STRUCK
        new = (
            not text
            or alone
            or last_alone
            or manner.size != size
            or looks != style
            or abs(line - base) > 0.05 * size
            or begin - right >= (1 if text[-1] in " " else GAP) * size
            or (begin - right <= -0.5 * size and not drawn_as_one)  # the first of these may be as wide as them all
            or (text == [" "] and right <= behind[0] + _NO_SPACE * size < behind[1] <= begin + _NO_SPACE * size)
        )
        if new:
            if text:
                yield "".join(text).translate(_HYPHENS), left, right, base, size, style
                behind = left, right  # of Arabic a space may be drawn before what stands right of it
            text, left, base, size, style = [], begin, line, manner.size, looks
        text.append(manner.sign(code) if code in _PLACES_OF_SIGNS else chr(code))
        over = begin == last if alone else drawn_as_one and not new  # vowel signs of Arabic over their letter
        last, right, of_last = begin, max(end, right) if over else end, at
        last_alone = alone
    if text:
        yield "".join(text).translate(_HYPHENS), left, right, base, size, style


def _address_of(function: Any) -> Callable[[Any, int], int | None]:
    """The same function for the address alone: to make an object of each takes longer than all else of a letter."""
    made = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return made(ctypes.cast(function, ctypes.c_void_p).value or 0)


class _Manner:
    """How the letters of one text object are printed: size in points, style, slant, and how far each leads on."""

    def __init__(
        self, pdfium: Any, piece: Any, printed: float, stretch: float, size: float, style: int, slant: float, font: str
    ) -> None:
        self.size, self.style, self.slant = size, style, slant
        self._signs = named[1] if (named := _OF_SIGNS.fullmatch(font)) else ""
        self._pdfium, self._printed, self._stretch = pdfium, printed, stretch
        self._font = pdfium.FPDFTextObj_GetFont(piece) if piece else None
        self._known: dict[int, float] = {}

    def advance(self, code: int) -> float:
        """The width of a letter in points; 0 where the font does not tell."""
        found = self._known.get(code)
        if found is None:
            width = ctypes.c_float()
            told = self._font and self._pdfium.FPDFFont_GetGlyphWidth(self._font, code, self._printed, width)
            found = self._known[code] = width.value * self._stretch if told else 0.0
        return found

    def sign(self, code: int) -> str:
        """What a place of a font for signs shows; of another font the character with its number."""
        from models.draft.sign_fonts import sign_at

        return sign_at(code, self._signs)


def _manner(
    pdfium: Any, letters: Any, at: int, piece: Any, turned: int, known: dict[tuple[float, ...], _Manner | None]
) -> _Manner | None:
    """How the letters of one text object are printed; None where they are no text to read.

    Those `known` of the page are asked for: some programs, Qt among them, make an object of each letter.
    """
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(letters, at, matrix)
    printed = pdfium.FPDFText_GetFontSize(letters, at)
    font = ctypes.cast(pdfium.FPDFTextObj_GetFont(piece), ctypes.c_void_p).value if piece else None
    if font is None:
        return _looked_up(pdfium, letters, at, piece, turned, matrix, printed)
    key = (font, matrix.a, matrix.b, matrix.c, matrix.d, printed)
    if key not in known:
        known[key] = _looked_up(pdfium, letters, at, piece, turned, matrix, printed)
    return known[key]


def _looked_up(
    pdfium: Any, letters: Any, at: int, piece: Any, turned: int, matrix: Any, printed: float
) -> _Manner | None:
    # By the line they stand on: FPDFText_GetCharAngle takes letters that are slanted alone for turned ones. A size
    # below zero turns them round.
    way = math.copysign(1.0, printed)
    angle = math.atan2(-way * matrix.b, way * matrix.a)
    quarter = round(angle / 1.5707963)
    if abs(angle - quarter * 1.5707963) > 0.1 or (quarter + turned) % 4:
        return None
    name, flags = ctypes.create_string_buffer(160), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(letters, at, name, 160, flags)
    font = name.value.decode("utf-8", "replace")
    if _NO_LETTERS.search(font):
        return None
    printed = abs(printed)
    scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
    slant = matrix.c / matrix.d if matrix.d and not turned else 0.0
    style = 0
    if flags.value & 64 or _SLANTED.search(font) or 0.1 < abs(slant) < 1:
        style |= ITALIC
    if pdfium.FPDFText_GetFontWeight(letters, at) >= 600 or _HEAVY.search(font) or flags.value & 0x40000:
        style |= BOLD
    if not 0 < printed * scale < FARTHEST:
        return None
    stretch = (matrix.a**2 + matrix.b**2) ** 0.5
    return _Manner(pdfium, piece, printed, stretch, round(printed * scale, 2), style, slant, font)


def _from_right(code: int) -> bool:
    """Whether a letter is Hebrew or Arabic; those stand each alone, whatever order the file has them in."""
    return 0x590 <= code < 0x900 or 0xFB1D <= code < 0xFE00 or 0xFE70 <= code < 0xFF00


def _upright(
    turned: int, width: float, height: float, box: tuple[float, float, float, float], x: float, y: float
) -> tuple[float, float, float]:
    """Left end, right end and baseline of a letter as the page is looked at."""
    left, bottom, right, top = box
    if turned == 1:
        return bottom, top, height - x
    if turned == 2:
        return width - right, width - left, height - y
    if turned == 3:
        return width - top, width - bottom, x
    return left, right, y
