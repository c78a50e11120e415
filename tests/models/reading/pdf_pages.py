"""Small PDFs made by hand: words at places of pages, in the fonts that every reader of PDF has."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

ROMAN, ITALIC, BOLD, FIXED = "F1", "F2", "F3", "F4"
WIDTH, HEIGHT = 612, 792
_FONTS = {ROMAN: "Times-Roman", ITALIC: "Times-Italic", BOLD: "Times-Bold", FIXED: "Courier"}
_RESOURCES = b"<< /Font << /F1 4 0 R /F2 5 0 R /F3 6 0 R /F4 7 0 R >> >>"


@dataclass(frozen=True)
class At:
    """Words at a place, in points from the left and from the foot of the page."""

    x: float
    y: float
    text: str
    font: str = ROMAN
    size: float = 10


def with_strokes(page: Sequence[At], *strokes: tuple[float, float, float]) -> bytes:
    """The stream of a page with thin lines on it: from where to where, and how high."""
    drawn = (f"{left} {y} m {right} {y} l S".encode() for left, right, y in strokes)
    return b"\n".join([content(page), b"0.6 w", *drawn])


def pdf(*pages: Sequence[At], media: str = f"0 0 {WIDTH} {HEIGHT}", rotate: int = 0, remarks: str = "") -> bytes:
    """A PDF of these pages."""
    return of_contents([content(page) for page in pages], media, rotate, remarks)


def of_contents(
    contents: Sequence[bytes], media: str = f"0 0 {WIDTH} {HEIGHT}", rotate: int = 0, remarks: str = ""
) -> bytes:
    """A PDF whose pages have these streams, and each the same remarks lying on it."""
    first = 8
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
    ]
    objects.append(b"<< >>")
    objects += [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in _FONTS.values()
    ]
    for number, one in enumerate(contents):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{media}] /Rotate {rotate} /Contents {first + 2 * number + 1} 0 R"
        )
        objects.append(page.encode() + b" /Resources " + _RESOURCES + f" /Annots [{remarks}] >>".encode())
        objects.append(stream(zlib.compress(one), "/Filter /FlateDecode"))
    return of_objects(objects)


def of_objects(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, value in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + value + b"\nendobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(out)


def stream(data: bytes, entries: str = "") -> bytes:
    return f"<< /Length {len(data)} {entries} >>\nstream\n".encode() + data + b"\nendstream"


def content(page: Sequence[At]) -> bytes:
    """The stream of a page."""
    parts = [b"BT"]
    for at in page:
        text = at.text.encode("cp1252")
        for sign in (b"\\", b"(", b")"):
            text = text.replace(sign, b"\\" + sign)
        parts.append(f"/{at.font} {at.size} Tf 1 0 0 1 {at.x} {at.y} Tm (".encode() + text + b") Tj")
    return b"\n".join([*parts, b"ET"])


def lines(*texts: str, x: float = 123, y: float = 700, step: float = 12, first: float = 24, font: str = FIXED,
          size: float = 10) -> list[At]:  # fmt: skip
    """The lines of one paragraph from `y` downwards, the first of them `first` further in."""
    return [At(x + (0 if number else first), y - number * step, text, font, size) for number, text in enumerate(texts)]
