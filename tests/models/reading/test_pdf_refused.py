"""PDF files that are no text, or made to do harm: refused in one sentence, soon, and without taking the memory."""

from __future__ import annotations

import random
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from models.draft.masthead_lines import SYMBOL
from models.files.read import read_bytes
from models.reading.pdf.apart import MOST_BYTES, seconds_for
from models.reading.pdf.glyphs import MOST_PAGES
from models.reading.pdf.lines import lines_of
from models.reading.reading import CannotRead
from tests.models.reading.pdf_pages import At, lines, of_contents, of_objects, pdf, stream
from tests.timed import soon

resource = pytest.importorskip("resource", reason="this system does not tell what other processes took")

ROOT = Path(__file__).parents[3]
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>"
CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
TEXT = [At(123, 700, "The General Assembly,"), *lines("1. Decides to meet.", y=680)]


def one_page(content: bytes) -> bytes:
    return of_objects([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, FONT, content])


def flate(data: bytes, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, f"/Filter [{' /FlateDecode' * times}]")


def bomb() -> bytes:
    return one_page(flate(b" " * (80 << 20)))


def packed_twice() -> bytes:
    return one_page(flate(b" " * (80 << 20), times=2))


def packed_in_another_way() -> bytes:
    return one_page(stream(b"\x80\x0b\x60" * 3_000_000, "/Filter /LZWDecode"))


def endless_text() -> bytes:
    return one_page(flate(b"BT /F1 10 Tf " + b"1 0 0 1 72 700 Tm (abcdefgh) Tj " * 1_800_000 + b"ET"))


def forms_in_forms() -> bytes:
    """Ten calls of a form that calls another ten times, and so on: ten thousand million letters."""
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A {} 0 R >> >>"
    last = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> >>"
    page = PAGE.replace(b"/Font << /F1 4 0 R >>", b"/XObject << /A 6 0 R >>")
    calls = [stream(b"/A Do " * 10, form.format(number)) for number in range(7, 16)]
    end = stream(b"BT /F1 10 Tf (x) Tj ET", last)
    pages = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return of_objects([CATALOGUE, pages, page, FONT, stream(b"/A Do " * 10), *calls, end])


def crowded() -> bytes:
    """More than one page holds in letters, though it says to be one of five hundred."""
    page = PAGE.replace(b"/Contents 5", b"/Contents %d")
    pages = b"<< /Type /Pages /Kids [3 0 R " + b"6 0 R " * 499 + b"] /Count 500 >>"
    words = (b"1 0 0 1 %d %d Tm (abcdefgh) Tj " % (at % 100 * 5, at // 100 * 7) for at in range(8_000))
    heavy = flate(b"BT /F1 1 Tf " + b"".join(words) + b"ET")
    return of_objects([CATALOGUE, pages, page % 5, FONT, heavy, page % 7, stream(b"")])


def many_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(10_000))
    page = PAGE.replace(b"/F1 4 0 R", b"/F1 3 0 R").replace(b"/Contents 5", b"/Contents 4")
    content = stream(b"BT /F1 10 Tf 72 700 Td (Decides to meet.) Tj ET")
    return of_objects(
        [CATALOGUE, b"<< /Type /Pages /Kids [" + kids + b"] /Count 10000 >>", FONT, content, *[page] * 10_000]
    )


def locked() -> bytes:
    secret = "41" * 32
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >>".encode()
    objects = [CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", PAGE, lock, stream(b"")]
    return of_objects(objects, f"/Encrypt 4 0 R /ID [<{'00' * 16}> <{'00' * 16}>]")


def scanned() -> bytes:
    picture = (
        "/Subtype /Image /Width 2480 /Height 3508 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
    )
    page = PAGE.replace(b"/Font << /F1 4 0 R >>", b"/XObject << /I 4 0 R >>")
    image = stream(zlib.compress(b"\xff" * (2480 * 3508), 9), picture)
    shown = stream(b"q 612 0 0 792 0 0 cm /I Do Q")
    return of_objects([CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, image, shown])


def pages_in_a_ring() -> bytes:
    return of_objects([CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])


def no_pages() -> bytes:
    return of_objects([CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>"])


REFUSED: list[tuple[Callable[[], bytes], str]] = [
    (bomb, "unpacks to far more"),
    (packed_twice, "unpacks to far more"),
    (packed_in_another_way, "unpacks to far more"),
    (endless_text, "takes "),  # too long or too much memory, whichever comes first
    (forms_in_forms, "takes "),
    (crowded, "more letters than a page"),
    (many_pages, f"more than {MOST_PAGES} pages"),
    (locked, "locked with a password"),
    (scanned, "pictures of pages"),
    (pages_in_a_ring, "damaged"),
    (no_pages, "damaged"),
    (lambda: pdf(*[[]] * 40), "pictures of pages"),
    (lambda: b"%PDF-1.7\n", "damaged"),
    (lambda: pdf(TEXT)[:500], "damaged"),
    (lambda: pdf(TEXT) + b"\0" * MOST_BYTES, "megabytes"),
]


@pytest.mark.parametrize(("made", "says"), REFUSED, ids=lambda value: getattr(value, "__name__", value))
def test_what_is_refused(made: Callable[[], bytes], says: str) -> None:
    data = made()
    sentence = soon(lambda: refusal(data), 10)
    assert says in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def refusal(data: bytes) -> str:
    with pytest.raises(CannotRead) as caught:
        read_bytes(data)
    return str(caught.value)


@pytest.mark.parametrize("made", [bomb, endless_text, forms_in_forms, packed_twice], ids=lambda made: made.__name__)
def test_no_file_takes_the_memory(tmp_path: Path, made: Callable[[], bytes]) -> None:
    path = tmp_path / "draft.pdf"
    path.write_bytes(made())
    program = (
        "import resource, sys; from pathlib import Path; from models.files.read import CannotRead, read_file\n"
        "try: read_file(Path(sys.argv[1]))\n"
        "except CannotRead: pass\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 500 << 20


def test_the_more_letters_were_read_the_longer_the_rest_may_take_but_none_for_ever() -> None:
    assert seconds_for(9, 0) < seconds_for(9, 25_000) < seconds_for(500, 60_000_000) == seconds_for(500, 90_000_000)


def test_a_wrong_count_of_pages_does_no_harm() -> None:
    data = one_page(stream(b"BT /F1 10 Tf 72 700 Td (Decides to meet.) Tj ET")).replace(b"/Count 1", b"/Count 9")
    reading = read_bytes(data)
    assert [paragraph.text for paragraph in reading.draft.paragraphs] == ["Decides to meet."]
    assert [warning.code for warning in reading.warnings] == ["page-left-out"] * 8


@pytest.mark.parametrize("seed", range(12))
def test_damaged_files_are_read_or_refused(seed: int) -> None:
    """Bytes changed, cut and swapped: a draft or a sentence, nothing else."""
    chance = random.Random(seed)
    data = bytearray(pdf(TEXT, TEXT, TEXT))
    for _ in range(chance.choice((1, 10, 100))):
        data[chance.randrange(9, len(data))] = chance.randrange(256)
    if seed % 3 == 0:
        del data[chance.randrange(9, len(data)) :]
    try:
        paragraphs = len(read_bytes(bytes(data)).draft.paragraphs)
    except CannotRead:
        paragraphs = None
    assert paragraphs != 0


@pytest.mark.parametrize("place", ["1e38 1e38", "-1e30 700", "72 1e300"])
def test_letters_that_stand_nowhere_are_left_out(place: str) -> None:
    far = f"BT /F1 10 Tf 1 0 0 1 {place} Tm (far away) Tj /F1 1e38 Tf 1 0 0 1 72 600 Tm (large) Tj ET "
    near = "BT /F1 10 Tf 1 0 0 1 72 700 Tm (Decides to meet.) Tj ET"
    data = of_contents([(far + near).encode()])
    assert [paragraph.text for paragraph in read_bytes(data).draft.paragraphs] == ["Decides to meet."]


def test_a_line_of_very_many_dots_is_put_together_soon() -> None:
    """Each stands for itself, with white after it; a symbol is looked for among the first of them."""

    def spaces() -> bool:
        whole = lines_of(0, [(".", 20.0 * at, 20.0 * at + 5, 700.0, 10.0, 0) for at in range(8_000)])
        return any(line.white(0.5) or SYMBOL.search("." * len(line.spans)) for line in whole)

    assert not soon(spaces, 0.5)


def test_a_line_of_very_many_quotation_marks_is_read_soon() -> None:
    """Each runs as the letters before it, which are not looked for from each anew."""
    data = pdf([At(72, 740, "“" * 4_000, size=1), *TEXT])
    assert len(soon(lambda: read_bytes(data), 0.5).draft.paragraphs[0].text) == 4_000


def test_what_breaks_the_other_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PDFium itself breaks down only its own process ends."""
    monkeypatch.setattr("models.reading.pdf.apart._START", "import os; os.abort()")
    with pytest.raises(CannotRead, match="damaged"):
        read_bytes(pdf(TEXT))


def test_a_program_that_is_frozen_reads_in_its_own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert [paragraph.text for paragraph in read_bytes(pdf(TEXT)).draft.paragraphs][-1] == "Decides to meet."
    with pytest.raises(CannotRead, match="locked"):
        read_bytes(locked())


def test_texts_are_compared_without_loading_pdfium(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The General Assembly,\n\n1. Decides to meet.\n", encoding="utf-8")
    program = (
        "import sys; from app.commands.running import run\n"
        "run(['compare', *sys.argv[1:]])\n"
        "print(sorted(name for name in sys.modules if 'pdf' in name), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.txt"), str(tmp_path / "b.txt")],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_a_pdf_of_five_pages_is_read_at_once() -> None:
    page = [line for at in range(16) for line in lines(*["word " * 12] * 3, y=720 - 40 * at)]
    data = pdf(*[page] * 5)
    read_bytes(data)  # phrase lists are loaded once
    assert len(soon(lambda: read_bytes(data), 0.5).draft.paragraphs) >= 16


def test_pages_are_the_same_in_a_process_of_their_own() -> None:
    from models.reading.pdf.apart import glyph_pages
    from models.reading.pdf.glyphs import pages_of

    data = of_contents([b"BT /F1 10 Tf 72 700 Td (Decides to meet.) Tj ET"])
    assert glyph_pages(data) == pages_of(data)
