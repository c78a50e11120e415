"""Letters that a font draws as one, as many do with "fi" and "ffi", are words like any other."""

from __future__ import annotations

import pytest

from models.reading.pdf.glyphs import pages_of
from models.reading.pdf.lines import lines_of
from tests.models.reading.pdf_pages import of_objects, stream

UPRIGHT, SLANTED = "1 0 0 1", "1 0 0.33 1"


def drawn(words: str, as_one: str, wide: int, matrix: str) -> bytes:
    """A page in a font with a drawing of some letters as one, so wide, and none of those of them that stand nowhere
    else in the words."""
    before, after = words.split(as_one)
    codes = {sign: code for code, sign in enumerate(sorted({*before, *after}), 2)}
    named = [f"<{code:04x}> <{ord(sign):04x}>" for sign, code in codes.items()]
    named.append(f"<0001> <{as_one.encode('utf-16-be').hex()}>")
    letters = f"begincmap {len(named)} beginbfchar {' '.join(named)} endbfchar endcmap"
    shown = "".join(f"{codes[sign]:04x}" for sign in before) + "0001" + "".join(f"{codes[sign]:04x}" for sign in after)
    font = "/Type /Font /Subtype /Type0 /BaseFont /Times-Roman /Encoding /Identity-H /DescendantFonts [7 0 R]"
    widths = f"/DW 0 /W [1 [{wide}] 2 {len(codes) + 1} 500]"
    within = f"/Type /Font /Subtype /CIDFontType2 /BaseFont /Times-Roman /CIDSystemInfo << /Supplement 0 >> {widths}"
    page = "/Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R"
    objects = ["/Type /Catalog /Pages 2 0 R", "/Type /Pages /Kids [3 0 R] /Count 1", page, f"{font} /ToUnicode 6 0 R"]
    content = f"BT /F1 10 Tf {matrix} 72.3 700.7 Tm <{shown}> Tj ET"
    return of_objects(
        [
            *(f"<< {entries} >>".encode() for entries in objects),
            stream(content.encode()),
            stream(letters.encode()),
            f"<< {within} >>".encode(),
        ]
    )


@pytest.mark.parametrize("matrix", [UPRIGHT, SLANTED])
@pytest.mark.parametrize(
    ("words", "as_one", "wide"),
    [
        ("The Assembly reafirms its plan,", "fi", 400),
        ("The Assembly reafirms its plan,", "fi", 900),
        ("The Assembly reaffirms its plan,", "ffi", 700),
        ("The Assembly reaffirms its plan,", "ffi", 1200),
        ("La Asamblea Reafirmando su plan,", "fi", 700),
        ("Acting in its final form,", "fi", 700),
        ("The field is first of all,", "st", 800),
    ],
)
def test_letters_drawn_as_one_stay_in_their_word(words: str, as_one: str, wide: int, matrix: str) -> None:
    ((_, _, spans, _),) = pages_of(drawn(words, as_one, wide, matrix))
    assert [line.text for line in lines_of(0, spans)] == [words]
