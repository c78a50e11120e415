"""Words in pictures where a format has room for them and no program shows them, kind by kind."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter

from models.word.leaving.pictures.pictures import UnknownPicture, bare_picture

SAID = b"Maria Zqx"


def image(colours: int = 40) -> QImage:
    made = QImage(24, 16, QImage.Format.Format_RGB32)
    for x in range(24):
        for y in range(16):
            made.setPixelColor(x, y, QColor.fromHsv((7 * (x // 3) + y // 4) * 360 // colours % 360, 200, 250 - 9 * y))
    return made


def saved(kind: str, form: QImage.Format = QImage.Format.Format_RGB32) -> bytes:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(held, QByteArray(kind.encode())).write(image().convertToFormat(form))
    return bytes(held.data().data())


def shown(data: bytes) -> list[QImage]:
    """The frames of a picture as they are drawn."""
    held = QBuffer()
    held.setData(QByteArray(data))
    held.open(QIODevice.OpenModeFlag.ReadOnly)
    reader, frames = QImageReader(held), list[QImage]()
    while not (frame := reader.read()).isNull():
        frames.append(frame.convertToFormat(QImage.Format.Format_ARGB32))
    return frames


def chunk(kind: bytes, data: bytes, *, right: bool = True) -> bytes:
    return (
        struct.pack(">I", len(data))
        + kind
        + data
        + (struct.pack(">I", zlib.crc32(kind + data) if right else 0x5A717869))
    )


def within_png(*more: bytes, form: QImage.Format = QImage.Format.Format_RGB32) -> bytes:
    data = saved("png", form)
    at = data.index(b"IDAT") - 4
    return data[:at] + b"".join(more) + data[at:]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (b"pHYs", SAID), (b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\1" + SAID), (b"tRNS", SAID), (b"sBIT", SAID),
        (b"sBIT", b"Zqx"), (b"cHRM", (SAID * 4)[:32]), (b"cHRM", SAID), (b"gAMA", b"Zqxi"), (b"gAMA", SAID),
        (b"sRGB", b"Z"), (b"bKGD", b"ZqxZqx"), (b"bKGD", SAID), (b"hIST", SAID), (b"PLTE", SAID), (b"zqXx", SAID),
    ],
)  # fmt: skip
def test_a_chunk_that_says_more_than_its_kind_can_goes(kind: bytes, said: bytes) -> None:
    assert bare_picture(within_png(chunk(kind, said))) == bare_picture(within_png())


def test_chunks_of_an_image_stay_once_in_their_place() -> None:
    gamma, size, time = (
        chunk(b"gAMA", b"\0\0\xb1\x8f"),
        chunk(b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\1"),
        chunk(b"tIME", b"7"),
    )
    plain = saved("png").replace(chunk(b"pHYs", saved("png").partition(b"pHYs")[2][:9]), b"")
    at, end = plain.index(b"IDAT") - 4, plain.rindex(b"IEND") - 4
    made = bare_picture(plain[:at] + gamma + size + size + gamma + time + plain[at:end] + size + plain[end:])
    assert made == plain[:at] + gamma + size + plain[at:]


@pytest.mark.parametrize("chunks", [chunk(b"gAMA", b"\0\0\xb1\x8f", right=False), chunk(b"IDAT", b"", right=False)])
def test_the_sum_of_a_chunk_is_its_own(chunks: bytes) -> None:
    assert b"Zqxi" not in bare_picture(within_png(chunks))


def test_a_picture_whose_last_sum_is_cut_off_is_whole() -> None:
    plain = bare_picture(within_png())
    assert {bare_picture(plain[:-short]) for short in range(1, 5)} == {plain}
    with pytest.raises(UnknownPicture):
        bare_picture(plain[:-13])


def of_colours(*numbers: int, filtered: int = 0, more: tuple[bytes, ...] = (), depth: int = 8) -> bytes:
    """Points in a row, in numbers of six colours: black, white, one behind the picture, three that say something."""
    rows = bytes((filtered, *numbers))
    colours = bytes(3) + b"\xff\xff\xff" + b"\1\2\3" + SAID
    made = chunk(b"IHDR", struct.pack(">IIBBBBB", len(numbers) * 8 // depth, 1, depth, 3, 0, 0, 0))
    made += chunk(b"PLTE", colours) + b"".join(more) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + made


_CLEAR = chunk(b"tRNS", b"\xff\x80\xffZqx"), chunk(b"bKGD", b"\2")


@pytest.mark.parametrize(
    "picture",
    [
        of_colours(0, 1, 1, 0),
        of_colours(0, 1, 1, 0, more=_CLEAR),
        of_colours(0x01, 0x10, depth=4),
        of_colours(0x11, 0x11, depth=4),
    ],
)
def test_colours_that_no_point_has_go(picture: bytes) -> None:
    made = bare_picture(picture)
    assert made == bare_picture(made)
    assert not any(one in made for one in (b"Mar", b"Zqx"))
    assert (b"\1\2\3" in made) is (b"bKGD" in made)
    assert shown(made) == shown(picture) != []
    assert len(made) == len(picture)


def test_colours_stay_where_they_may_be_those_of_points() -> None:
    for picture in (of_colours(0, 1, 2, 3, 4, 5), of_colours(0, 1, 1, 0, filtered=1)):
        assert SAID in bare_picture(picture)


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


_CODES = bytes((0, 0, 0, 0, 9, *bytes(11))) + bytes(dict.fromkeys(b"Maria Zqxyz"))[:9]
"""A table that no scan uses, for all its letters."""


@pytest.mark.parametrize(
    "more",
    [
        segment(0xC4, b"\x13" + _CODES), segment(0xDB, b"\3" + (SAID * 8)[:64]), segment(0xE5, SAID),
        segment(0xFE, SAID),
        segment(0xC8, SAID), segment(0xDD, SAID), segment(0xDC, SAID), segment(0xDE, SAID), segment(0xDF, SAID),
        segment(0xEE, b"Adobe" + SAID), segment(0xCC, SAID), segment(0xCC, SAID[:8]),
        segment(0xE0, b"JFIF\0" + SAID),
        b"\xff\xff\xff", b"\xff\x01",
    ],
)  # fmt: skip
@pytest.mark.parametrize("behind", [False, True], ids=["before the frame", "behind the scan"])
def test_a_segment_that_no_image_is_decoded_with_goes(more: bytes, behind: bool) -> None:
    data = saved("jpg")
    at = data.rindex(b"\xff\xd9") if behind else data.index(b"\xff\xc0")
    made = bare_picture(data[:at] + more + data[at:] + SAID)
    assert made == bare_picture(data)
    assert shown(made) == shown(data)


def test_a_table_that_another_one_replaces_goes() -> None:
    data = saved("jpg")
    at = data.index(b"\xff\xdb")
    assert bare_picture(data[:at] + segment(0xDB, b"\0" + (SAID * 8)[:64]) + data[at:]) == bare_picture(data)


def test_how_arithmetic_coding_is_conditioned_stays() -> None:
    data = saved("jpg")
    at = data.index(b"\xff\xc0")
    conditioned = data[:at] + segment(0xCC, b"\0\x10\x11\x05") + data[at:]
    assert bare_picture(conditioned) == conditioned


def test_the_flags_of_a_note_on_colours_go_and_how_they_are_coded_stays() -> None:
    data = saved("jpg")
    at = data.index(b"\xff\xc0")
    made = bare_picture(data[:at] + segment(0xEE, b"Adobe\0dZqxi\1") + data[at:])
    assert made == data[:at] + segment(0xEE, b"Adobe\0d\0\0\0\0\1") + data[at:]


def gif(*extensions: bytes, behind: bytes = b"", unused: bytes = bytes(6)) -> bytes:
    """Two points, black and white, of four colours."""
    drawn = b"\x2c\0\0\0\0\2\0\1\0\0\2" + b"\x02\x44\x0a"
    extended = b"".join(extensions)
    return b"GIF89a\2\0\1\0\x81\0\0\0\0\0\xff\xff\xff" + unused + extended + drawn + behind + b"\0\x3b"


_CONTROL, _LOOPS = b"\x21\xf9\4\0\x0a\0\0\0", b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"


@pytest.mark.parametrize(
    ("picture", "bare"),
    [
        (gif(b"\x21\xfe\x09" + SAID + b"\0"), gif()),
        (gif(b"\x21\1\x0c" + bytes(12) + b"\x09" + SAID + b"\0"), gif()),
        (gif(b"\x21\xff\x0bXMP DataXMP\x09" + SAID + b"\0"), gif()),
        (gif(_LOOPS[:-1] + b"\x09" + SAID + b"\0"), gif()),
        (gif(_LOOPS, _LOOPS, _CONTROL), gif(_LOOPS, _CONTROL)),
        (gif(b"\x21\xf9\4Zqxi\0", _CONTROL), gif(_CONTROL)),
        (gif(b"\x21\xf9\x09" + SAID + b"\0"), gif()),
        (gif(behind=b"\x09" + SAID), gif()),
        (gif(unused=b"ZqxZqx"), gif()),
        (gif() + SAID, gif()),
        (gif()[:-1], gif()),
        (gif()[:-1] + b"\0" + SAID, gif()),
    ],
)
def test_a_gif_keeps_its_image_alone(picture: bytes, bare: bytes) -> None:
    assert bare_picture(picture) == bare == bare_picture(bare)
    assert shown(bare) == shown(picture) != []


def bmp(depth: int, *, used: int = 0, colours: bytes = b"", points: bytes, packing: int = 0, size: int = 40) -> bytes:
    """Two rows of a few points."""
    width = {1: 5, 8: 2, 24: 1}[depth]
    head = struct.pack("<IiiHHIIiiII", size, width, 2, 1, depth, packing, len(points), 0, 0, used, 0)
    start = 14 + size + len(colours)
    head = head.ljust(size, b"\0") if size == 40 else head + SAID.ljust(size - 40, b"x")
    return b"BM" + struct.pack("<I4xI", start + len(points), start) + head + colours + points


@pytest.mark.parametrize(
    "picture",
    [
        bmp(24, used=3, colours=b"Zqx\0Maria\0\0\0", points=b"\1\2\3\0\4\5\6\0"),
        bmp(24, points=b"\1\2\3Z\4\5\6q"),
        bmp(1, colours=b"\0\0\0\0\xff\xff\xff\0", points=b"\xa0Zqx\x50Zqx"),
        bmp(8, used=2, colours=b"\0\0\0\0\xff\xff\xff\0", points=b"\2\1\0\0\2\1\0\1" + SAID, packing=1),
        bmp(8, used=2, colours=b"\0\0\0\0\xff\xff\xff\0", points=b"\2\1\0\0\2\1", packing=1),
        bmp(8, used=2, colours=b"\0\0\0\0\xff\xff\xff\0", points=b"\2\1\0\0\2\1\0\1", packing=1).replace(
            struct.pack("<II", 1, 8), struct.pack("<II", 1, 0), 1
        ),
        bmp(24, used=2, points=b"\1\2\3Z\4\5\6q"),
        bmp(24, points=b"\1\2\3Z\4\5\6q").replace(struct.pack("<I", 54), bytes(4), 1),
        bmp(24, points=b"\1\2\3\0\4\5\6\0", size=108).replace(b"Maria Zqx", b"\0" * 16 + b"BGRsMaria Zqx"),
    ],
)
def test_a_bitmap_keeps_its_points_alone(picture: bytes) -> None:
    made = bare_picture(picture)
    assert made == bare_picture(made)
    assert not any(one in made for one in (b"Maria", b"Zqx", b"Z", b"q"))
    assert shown(made) == shown(picture) != []


def test_a_bitmap_may_have_fewer_colours_than_it_says() -> None:
    """As Windows shows it; Qt does not."""
    colours = b"\0\0\0\0\xff\xff\xff\0"
    made = bare_picture(bmp(8, used=256, colours=colours, points=b"\0\1Zq\1\0Zq"))
    assert made == bmp(8, used=256, colours=colours, points=b"\0\1\0\0\1\0\0\0")


def test_a_bitmap_that_packs_a_picture_of_another_kind_is_refused() -> None:
    with pytest.raises(UnknownPicture):
        bare_picture(bmp(24, points=saved("jpg"), packing=4))


def scan(
    *entries: tuple[int, int, int, int | bytes], points: bytes = b"\xff\0", more: bytes = b"", next_at: int = 0
) -> bytes:
    """A picture of one table with entries and values that are held in them."""
    every = [(256, 4, 1, 2), (257, 4, 1, 1), (258, 3, 1, 8), (262, 3, 1, 1), (277, 3, 1, 1), (278, 4, 1, 1), *entries]
    places = [(273, 4, 1, 8 + 2 + 12 * (len(every) + 2) + 4), (279, 4, 1, len(points))]
    packed = [
        struct.pack("<HHI", *one[:3]) + (one[3] if isinstance(one[3], bytes) else struct.pack("<I", one[3]))
        for one in sorted([*every, *places])
    ]
    return (
        b"II*\0\x08\0\0\0"
        + struct.pack("<H", len(packed))
        + b"".join(packed)
        + struct.pack("<I", next_at)
        + points
        + more
    )


@pytest.mark.parametrize(
    "picture",
    [
        scan((282, 1, 4, b"Zqxi")),
        scan((296, 3, 1, b"\2\0Zq")),
        scan((340, 2, 9, 8 + 2 + 12 * 9 + 4 + 2), more=SAID),
        scan(next_at=8 + 2 + 12 * 8 + 4 + 2, more=b"\1\0" + struct.pack("<HHII", 273, 1, 4, 0x58517A5A) + bytes(4)),
        scan((259, 3, 1, 7), points=saved("jpg").replace(b"\xff\xdb", segment(0xFE, SAID) + b"\xff\xdb", 1)),
    ],
    ids=["many for one", "behind a short value", "samples that are none", "a second page", "within a piece"],
)
def test_a_scan_keeps_the_values_of_its_first_page(picture: bytes) -> None:
    made = bare_picture(picture)
    assert made == bare_picture(made)
    assert not any(one in made for one in (b"Maria", b"Zq", b"Zz"))


def emf(*records: bytes) -> bytes:
    every = [*records, struct.pack("<IIIII", 14, 20, 0, 16, 20)]
    size = 108 + sum(map(len, every))
    head = struct.pack("<II32x4sIIIHH", 1, 108, b" EMF", 0x10000, size, len(every) + 1, 1, 0).ljust(108, b"\0")
    return b"".join((head, *every))


def wmf(*records: bytes) -> bytes:
    drawn = b"".join(records) + struct.pack("<IH", 3, 0)
    return struct.pack("<HHHIHIH", 1, 9, 0x300, 9 + len(drawn) // 2, 0, 7, 0) + drawn


_LINE = struct.pack("<IIii", 54, 16, 1, 2)
_SHORT = struct.pack("<IHhh", 5, 0x0213, 1, 2)
_TWELVE = SAID.ljust(12, b"\0")


@pytest.mark.parametrize(
    ("picture", "bare"),
    [
        (emf(struct.pack("<IIii", 54, 28, 1, 2) + _TWELVE), emf(_LINE)),
        (emf(_LINE, struct.pack("<II", 4242, 20) + _TWELVE), emf(_LINE)),
        (emf(_LINE, struct.pack("<II", 112, 20) + _TWELVE), emf(_LINE)),
        (wmf(struct.pack("<IHhh", 11, 0x0213, 1, 2) + _TWELVE), wmf(_SHORT)),
        (wmf(_SHORT, struct.pack("<IH", 9, 0x7A7A) + _TWELVE), wmf(_SHORT)),
    ],
)
def test_a_record_says_no_more_than_what_it_draws(picture: bytes, bare: bytes) -> None:
    assert bare_picture(picture) == bare == bare_picture(bare)


_IN = QImage.Format
_FORMS = (_IN.Format_RGB32, _IN.Format_Indexed8, _IN.Format_Grayscale8)
_WRITTEN = {"png": (*_FORMS, _IN.Format_Mono), "jpg": _FORMS, "bmp": _FORMS}


@pytest.mark.parametrize(("kind", "form"), [(kind, form) for kind, forms in _WRITTEN.items() for form in forms])
def test_a_picture_with_nothing_beside_its_image_stays_as_it_is(kind: str, form: QImage.Format) -> None:
    data = saved(kind, form)
    made = bare_picture(data)
    assert shown(made) == shown(data) != []
    assert made == data
