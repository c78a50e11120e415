"""Words beside, behind and within pictures: drawings in XML, metafiles, bitmaps, packed ones; by what they are."""

from __future__ import annotations

import base64
import gzip
import struct
import zlib
from collections.abc import Callable, Sequence

import pytest

from models.word.leaving.looked_for.found import Allowed
from models.word.leaving.looked_for.told import told_beside
from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.pictures import UnknownPicture, bare_picture
from models.word.leaving.scrub import CannotScrub, scrubbed
from models.word.package import Package
from tests.models.word.full_of_names import jpeg, png
from tests.models.word.sought import found_in
from tests.models.word.word_xml import docx, p, put_picture
from tests.timed import soon

NAME = b"Maria Zqx"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9">{}</svg>'
LINE = '<path d="M0 0"/>'
JFIF = b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"


def svg(inner: str) -> bytes:
    return SVG.format(inner).encode()


def wmf(said: bytes = NAME + b"\0", *, placeable: bool = True, behind: bytes = NAME) -> bytes:
    """A line, with a remark in an escape and behind the end."""
    record = struct.pack("<IHHH", 5 + len(said) // 2, 0x0626, 0x0F, len(said)) + said if said else b""
    drawn = struct.pack("<IHhh", 5, 0x0213, 1, 2) + struct.pack("<IHHH", 5, 0x0626, 0x15, 0)
    records = record + drawn + struct.pack("<IH", 3, 0)
    head = struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(records) // 2, 0, 7, 0)
    place = struct.pack("<I18x", 0x9AC6CDD7) if placeable else b""
    return place + head + records + behind


def emf(*comments: bytes, behind: bytes = b"", description: str = "") -> bytes:
    """A line, with comments, a description, and words behind the end."""
    said = description.encode("utf-16-le")
    said += bytes(-len(said) % 4)
    records = [struct.pack("<III", 70, 12 + len(one), len(one)) + one for one in comments]
    records += [struct.pack("<IIii", 54, 16, 1, 2), struct.pack("<IIIII", 14, 20, 0, 16, 20)]
    size = 108 + len(said) + sum(map(len, records))
    head = struct.pack("<II32x4sIIIHHII", 1, 108 + len(said), b" EMF", 0x10000, size, len(records) + 1, 1, 0,
                       len(description), 108 if said else 0).ljust(108, b"\0")  # fmt: skip
    return b"".join((head, said, *records, behind))


def bmp(behind: bytes = b"", size: int = 40, more: bytes = b"", gap: bytes = b"") -> bytes:
    """A point, with words between its heads and it, and behind it."""
    head = struct.pack("<IiiHHIIiiII", size, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + more.ljust(size - 40, b"\0")
    start = 14 + size + len(gap)
    return b"BM" + struct.pack("<I4sI", start + 4 + len(behind), bytes(4), start) + head + gap + b"\0\0\xff\0" + behind


def plus(*records: tuple[int, bytes]) -> bytes:
    return b"EMF+" + b"".join(struct.pack("<HHII", kind, 0, 12 + len(one), len(one)) + one for kind, one in records)


DRAWN = plus((0x4001, b"\1\0\0\0"), (0x4002, b""))
POINTS = base64.b64encode(bare_picture(png("Zqx"))).decode()


@pytest.mark.parametrize(
    ("picture", "bare"),
    [
        (wmf(), wmf(b"", behind=b"")),
        (wmf(placeable=False), wmf(b"", placeable=False, behind=b"")),
        (emf(NAME + bytes(3)), emf()),
        (emf(b"GDIC\2\0\0\0" + NAME + bytes(3), behind=NAME), emf()),
        (emf(plus((0x4001, b"\1\0\0\0"), (0x4003, NAME + bytes(3)), (0x4002, b""))), emf(DRAWN)),
        (emf(DRAWN), emf(DRAWN)),
        (bmp(b"Author: " + NAME), bmp()),
        (bmp(gap=NAME), bmp(gap=bytes(len(NAME)))),
        (bmp(NAME, 124, bytes(16) + b"KNIL" + bytes(52) + struct.pack("<II", 138, len(NAME))),
         bmp(b"", 124, bytes(16) + b"BGRs")),
        (bare_picture(png("Zqx")) + NAME, bare_picture(png("Zqx"))),
        (bare_picture(jpeg("Zqx")).replace(JFIF, JFIF.replace(b"\x10", b"\x13") + b"Zqx"), bare_picture(jpeg("Zqx"))),
    ],
)  # fmt: skip
def test_a_picture_keeps_what_it_draws_alone(picture: bytes, bare: bytes) -> None:
    assert bare_picture(picture) == bare == bare_picture(bare)
    assert b"Zqx" not in bare
    if picture[:4] in (b"\xd7\xcd\xc6\x9a", b"\1\0\0\0"):
        packed = bare_picture(gzip.compress(picture))
        assert gzip.decompress(packed) == bare
        assert bare_picture(packed) == packed
        for cut in range(1, len(bare) - 1):
            with pytest.raises(UnknownPicture):
                bare_picture(bare[:cut])


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<II", kind, 8 + len(content)) + content


def with_records(*records: bytes) -> bytes:
    """An EMF with some more records before its line."""
    made = bytearray(emf())
    made[108:108] = b"".join(records)
    made[48:56] = struct.pack("<II", len(made), 3 + len(records))
    return bytes(made)


def image(packed: bytes, kind: int = 1) -> bytes:
    """The object of EMF+ that a picture is, a photograph or a metafile."""
    sized = struct.pack("<IIIII", 1, 1, 4, 0, 1) if kind == 1 else struct.pack("<II", 3, len(packed))
    return struct.pack("<II", 0xDBC01002, kind) + sized + packed


def objects(content: bytes, *cuts: int, kind: int = 5) -> bytes:
    """One object of EMF+ in comments of its own, going on at each cut."""
    comments, ends = [], (*cuts, len(content))
    for start, end in zip((0, *cuts), ends, strict=True):
        last = end == len(content)
        held = (b"" if last else struct.pack("<I", len(content))) + content[start:end]
        held += bytes(-len(held) % 4)
        head = struct.pack("<HHII", 0x4008, kind << 8 | (0 if last else 0x8000), 12 + len(held), end - start)
        comments.append(record(70, struct.pack("<I", 4 + 12 + len(held)) + b"EMF+" + head + held))
    return b"".join(comments)


def stretched(packed: bytes, packing: int) -> bytes:
    """A bitmap of an EMF that is a JPEG (4) or a PNG (5)."""
    heads = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 0, packing, len(packed), 0, 0, 0, 0)
    places = struct.pack("<IIII", 80, 40, 120, len(packed))
    return record(81, bytes(40) + places + bytes(16) + heads + packed + bytes(-len(packed) % 4))


@pytest.mark.parametrize("make", [png, jpeg])
def test_photographs_within_metafiles_say_nothing_beside_their_image(make: Callable[[str], bytes]) -> None:
    told = make("Zqx")
    bare = bare_picture(told).ljust(len(told), b"\0")
    texture = struct.pack("<IIII", 0xDBC01002, 2, 0, 0)
    dib = struct.pack("<IiiHHIIiiII", 40, 1, 1, 1, 0, 4 if make is jpeg else 5, len(told), 0, 0, 0, 0)
    packings: list[Callable[[bytes], bytes]] = [
        lambda one: with_records(objects(image(one))),
        lambda one: with_records(objects(image(one), 40, 64)),
        lambda one: with_records(objects(texture + image(one), kind=1)),
        lambda one: with_records(objects(image(with_records(objects(image(one))), 2))),
        lambda one: with_records(stretched(one, 4 if make is jpeg else 5)),
        lambda one: with_wmf(struct.pack("<IH22x", 14 + (40 + len(one) + 1) // 2, 0x0F43) + dib + one),
    ]
    for packed in packings:
        made = bare_picture(packed(told))
        assert b"Zqx" not in made
        assert made == bare_picture(packed(bare)) == bare_picture(made)  # where nothing else is said, it all stays


def test_a_photograph_of_a_kind_that_is_not_known_is_refused_within_a_metafile_too() -> None:
    with pytest.raises(UnknownPicture):
        bare_picture(with_records(objects(image(b"Zqx" * 20))))


def with_wmf(drawn: bytes) -> bytes:
    """A WMF with one more record."""
    made = bytearray(wmf(b"", behind=b""))
    made[40:40] = drawn + bytes(len(drawn) % 2)
    return bytes(made)


def test_a_metafile_forgets_its_description() -> None:
    made = bare_picture(emf(description="Zqx\0a.emf\0\0"))
    assert "Zqx".encode("utf-16-le") not in made
    assert made == bare_picture(made) == emf(description="\0" * 11).replace(struct.pack("<II", 11, 108), bytes(8))


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ('<title>Zqx</title><metadata>Zqx</metadata><i:view xmlns:i="http://zqx.example/i">Zqx</i:view>' + LINE, LINE),
        ('<g i:by="Zqx" xmlns:i="http://zqx.example/i"/>', "<g/>"),
        (f'<g id="Maria_Zqx" class="zqx" data-by="Zqx" aria-label="Zqx">{LINE}</g>', f"<g>{LINE}</g>"),
        (f'<defs><g id="Zqx">{LINE}</g></defs><use xlink:href="#Zqx"/>',
         f'<defs><g id="i1">{LINE}</g></defs><use xlink:href="#i1"/>'),
        ('<defs><g id="Zqx"><text>Zqx</text></g></defs>', "<defs/>"),
        ('<symbol id="Zqx"><text>Zqx</text></symbol>', ""),
        ('<clipPath id="Zqx"/><g style="clip-path:url(#Zqx)"/>', '<clipPath id="i1"/><g style="clip-path:url(#i1)"/>'),
        ('<style>/* Zqx */ @import "Zqx.css"; .Zqx,#zqx{fill:red}</style><g class="Zqx"/><g id="zqx"/>',
         '<style>  .c1,#i1{fill:red}</style><g class="c1"/><g id="i1"/>'),
        ("<style>g{fill:url(file:///C:/Zqx)}</style>", "<style>g{fill:none}</style>"),
        ('<image xlink:href="file:///C:/Pictures/Zqx/pic.png"/>', ""),
        ('<image href="https://zqx.example/pic.png"/>', ""),
        ('<a xlink:href="https://zqx.example/" xlink:title="Zqx"><path d="M0 0"/></a>', f"<a>{LINE}</a>"),
        (f'<image href="data:image/png;base64,{base64.b64encode(png("Zqx")).decode()}"/>',
         f'<image href="data:image/png;base64,{POINTS}"/>'),
        ('<text display="none">Zqx</text><text visibility="hidden">Zqx</text><g opacity="0"><text>Zqx</text></g>', ""),
        ('<text style="fill:red; display:none">Zqx</text>', ""),
        ("<style>.Zqx{display:none}</style><text class='Zqx other'>Zqx</text>", "<style>.c0{display:none}</style>"),
        ('<g>Zqx<text opacity="0.5">seen <tspan>too</tspan> here</text>Zqx</g>',
         '<g><text opacity="0.5">seen <tspan>too</tspan> here</text></g>'),
        ("<text>a<title>Zqx</title>b</text>", "<text>ab</text>"),
    ],
)  # fmt: skip
def test_a_drawing_keeps_its_lines_alone(inner: str, kept: str) -> None:
    made = bare_picture(b'<?xml version="1.0"?><!-- Zqx --><!DOCTYPE svg>' + svg(inner) + b"<!-- Zqx -->")
    assert made == bare_picture(svg(kept)) == bare_picture(made)
    assert b"zqx" not in made.lower()


@pytest.mark.parametrize(
    "picture",
    [
        svg(f'<image href="data:image/svg+xml;base64,{base64.b64encode(svg(LINE)).decode()}"/>'),
        svg("<style>g > text{display:none}</style><g><text>Zqx</text></g>"),
        svg('<g display="none"><g id="Zqx"/></g><use href="#Zqx"/>'),
        svg(f"<style>{'/*' * 500_000}*/url({'@import ' * 100_000}{'url(' * 100_000}</style>"),
        svg(f"<style>{'@import ' * 100_000}{'url(' * 100_000}{'a' * 1_000_000}</style>"),
        svg(f'<g style="opacity:{"0" * 1_000_000}1;fill:url({" " * 1_000_000}"/>'),
        svg("<style>text{disp\\6c ay:none}</style><text>Zqx</text>"),
        b'<!DOCTYPE svg [<!ENTITY a "Zqx">]>' + svg("<text>&a;</text>"),
        b"<svg><text>no drawing</text></svg>",
        svg("<g>"),
        gzip.compress(gzip.compress(wmf())),
        gzip.compress(wmf())[:-1],
        gzip.compress(b"\xd7\xcd\xc6\x9a" + bytes(200_000_000), 9),
    ],
    ids=[
        "within another",
        "a rule",
        "hidden and used",
        "remarks",
        "imports",
        "zeros",
        "escaped",
        "entity",
        "no namespace",
        "cut off",
        "twice",
        "short",
        "bomb",
    ],
)
def test_what_cannot_be_looked_into_is_refused_at_once(picture: bytes) -> None:
    def refused() -> None:
        with pytest.raises(UnknownPicture):
            bare_picture(picture)

    soon(refused, 1)


def with_picture(data: bytes, ending: str, kind: str) -> bytes:
    package = Package(docx(p("Decides to meet.")))
    put_picture(package, f"word/media/image1.{ending}", data, kind)
    return package.to_bytes()


@pytest.mark.parametrize("kind", ["image/png", "IMAGE/PNG", "application/octet-stream", "application/x-font", "text/x"])
def test_a_picture_is_one_whatever_it_is_called(kind: str) -> None:
    data = with_picture(png("Maria Zqx"), "png", kind)
    assert "pictures" in {one.what for one in found_in(data, Allowed())}
    made = Package(scrubbed(data))
    assert made.data("word/media/image1.png") == bare_picture(png("Maria Zqx"))


def test_a_drawing_is_searched_for_names_and_paths() -> None:
    secret = Allowed(secret=frozenset(("Maria Zqx",)))
    for inner in ("<text>Maria Zqx</text>", '<g style="font-family:Maria-Zqx"/>', "<text>C:\\Zqx</text>"):
        for made in (bare_picture(svg(inner)), bare_picture(gzip.compress(svg(inner)))):
            told = found_in(scrubbed(with_picture(made, "svg", "image/svg+xml")), secret)
            assert {one.what for one in told} & {"names", "paths"}, inner
    with pytest.raises(CannotScrub, match=r"image1\.svg"):
        scrubbed(with_picture(svg("<g>"), "svg", "image/svg+xml"))


def test_words_in_a_drawing_are_told() -> None:
    off, white = '<text x="-900">For <tspan>the</tspan> capital</text>', '<text fill="white">For the capital</text>'
    for made in (svg(off), svg(white)):
        for packed in (made, gzip.compress(made)):
            left = Package(scrubbed(with_picture(packed, "svg", "image/svg+xml")))
            assert told_beside(left) == ("Words in drawings: “For the capital”",)
    assert told_beside(Package(scrubbed(with_picture(svg(LINE), "svg", "image/svg+xml")))) == ()


def test_a_profile_of_colours_goes() -> None:
    plain = bare_picture(png("Zqx"))
    inner = b"iCCPDisplay\0\0" + zlib.compress(b"Display of Maria Zqx")
    told = struct.pack(">I", len(inner) - 4) + inner + struct.pack(">I", zlib.crc32(inner))
    at = plain.index(b"IDAT") - 4
    assert bare_picture(plain[:at] + told + plain[at:]) == plain


@pytest.mark.parametrize("around", ["g", "defs", "symbol", 'g display="none"'])
def test_a_drawing_of_many_pieces_within_one_another_is_looked_into_soon(around: str) -> None:
    deep, pieces = 240, 40_000
    inner = "<rect/>" * pieces + '<rect id="z"/>'
    held = f"<{around}>" * deep + inner + f"</{around.partition(' ')[0]}>" * deep
    soon(lambda: bare_picture(f'<svg xmlns="http://www.w3.org/2000/svg">{held}</svg>'.encode()), 6)


def test_what_all_pictures_of_a_file_may_take_is_counted_together() -> None:
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg">{"<rect/>" * 40_000}</svg>'.encode()
    effort = Effort()
    assert bare_picture(drawing, effort) == bare_picture(drawing)
    bare_picture(drawing.replace(b"<rect/>", b"<g/>", 9_000), effort)
    with pytest.raises(UnknownPicture):
        bare_picture(drawing, effort)


def points(colours: int, depth: int, passes: int, behind: bytes = b"", after: bytes = b"") -> bytes:
    """A picture of 5 by 3 points, with words behind its rows, and behind what is packed."""
    bits = depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colours]
    order = ("16462646", "77777777", "56565656")  # of the rows of such a picture, which points come in which pass
    several = [row[:5].count(number) for number in "1234567" for row in order if number in row[:5]]
    counts = several if passes else [5, 5, 5]
    raw = b"".join(bytes(1 + -(-count * bits // 8)) for count in counts)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 5, 3, depth, colours, 0, 0, passes))
    packed = zlib.compress(raw + behind, 9) + after
    parts = [chunk(b"IDAT", packed[at : at + 9]) for at in range(0, len(packed), 9)]
    palette = chunk(b"PLTE", bytes(6)) if colours == 3 else b""
    return b"\x89PNG\r\n\x1a\n" + head + palette + b"".join(parts) + chunk(b"IEND", b"")


@pytest.mark.parametrize("passes", [0, 1])
@pytest.mark.parametrize(("colours", "depth"), [(0, 1), (0, 16), (2, 8), (3, 2), (3, 4), (4, 8), (6, 16)])
def test_what_no_row_of_a_picture_holds_goes(colours: int, depth: int, passes: int) -> None:
    plain = points(colours, depth, passes)
    assert bare_picture(plain) == plain
    for named in (points(colours, depth, passes, NAME), points(colours, depth, passes, b"", NAME)):
        bare = bare_picture(named)
        assert bare_picture(bare) == bare
        _, _, packed = bare.partition(b"IDAT")
        opening = zlib.decompressobj()
        assert NAME not in opening.decompress(packed[:-16]) + opening.unused_data
        assert bare[: bare.index(b"IDAT") - 4] == plain[: plain.index(b"IDAT") - 4]


@pytest.mark.parametrize("kind", range(5))
def test_nothing_fills_the_rows_of_a_picture_up_whatever_they_are_filtered_by(kind: int) -> None:
    """Five points of four bits leave four bits of each row, and what stands there says as much as any other."""
    rows = [bytes((0x12, 0x34, 0x50 + said)) for said in (0x4, 0xF, 0x9)]

    def filtered(row: bytes, above: bytes) -> bytes:
        left, corner = bytes((0, *row)), bytes((0, *above))
        nearest = [
            min(one, key=lambda near: abs(one[0] + one[1] - one[2] - near))
            for one in zip(left, above, corner, strict=False)
        ]
        means = [(one + up) // 2 for one, up in zip(left, above, strict=False)]
        known: list[Sequence[int]] = [bytes(3), left, above, means, nearest]
        return bytes(((one - guess) % 256 for one, guess in zip(row, known[kind], strict=False)))

    def picture(*raw: bytes) -> bytes:
        start, _, end = points(0, 4, 0).partition(b"IDAT")
        packed = zlib.compress(b"".join(raw), 9)
        said = b"IDAT" + packed
        return start[:-4] + struct.pack(">I", len(packed)) + said + struct.pack(">I", zlib.crc32(said)) + end[-12:]

    above = [bytes(3), *rows]
    signed = picture(*(bytes((kind,)) + filtered(*one) for one in zip(rows, above, strict=False)))
    plain = picture(*(b"\0" + row[:2] + bytes((row[2] & 0xF0,)) for row in rows))
    assert bare_picture(signed) == plain
    assert bare_picture(plain) == plain
