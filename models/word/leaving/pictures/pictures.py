"""What a picture says beside its image: cameras, programs, people, places. Taken out without drawing it anew.

Sources: PNG (W3C, third edition, 5.6), JPEG (ITU-T T.81, B.1), GIF89a. A profile of colours goes, whatever it is: it
has a name, mostly that of a screen, and somebody gave it.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import struct
import zlib
from contextlib import suppress
from functools import partial

from models.word.archive import HIGHEST_RATIO, LARGEST_PART
from models.word.leaving.pictures.effort import MARK, Effort
from models.word.leaving.pictures.metafiles import PLACEABLE, PLAIN, bare_bmp, bare_emf, bare_wmf
from models.word.leaving.pictures.png_rows import chunk, only_rows
from models.word.leaving.pictures.svg_pictures import bare_svg
from models.word.leaving.pictures.tiff_pictures import SIGNS, bare_tiff

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset((
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs",
))  # fmt: skip
"""Those of the one image that Word shows: the frames of an animation go (PNG, 11.3.2)."""
_JPEG_KEPT = frozenset((*range(0xC0, 0xD0), *range(0xDA, 0xE0)))  # beside JFIF, and Adobe's note on colours
BEGINNING = 2048  # bytes of a drawing among which it says what it is
_PACKED = b"\x1f\x8b"
_MARKER = re.compile(rb"\xff(?:[^\x00\xd0-\xd7])", re.DOTALL)
_PALETTED = 3  # a colour type; others are drawn without a palette
_JFIF, _ADOBE = 0xE0, 0xEE


class UnknownPicture(ValueError):
    """A picture of a kind that cannot be looked into, or that holds too much."""


def bare_picture(data: bytes, effort: Effort | None = None) -> bytes:
    """The same image without anything said beside it; UnknownPicture where its kind is not known or it is broken.

    `effort` is what is left for all pictures of a file.
    """
    try:
        return _bare(data, effort or Effort())
    except UnknownPicture:
        raise
    except ValueError as error:
        raise UnknownPicture(str(error)) from error
    except (struct.error, IndexError, KeyError, zlib.error) as error:
        raise UnknownPicture("This picture is damaged.") from error


class PicturesOfFiles:
    """The pictures of some files that are compared, each looked into once, and all of them within one measure."""

    def __init__(self) -> None:
        self._effort = Effort()
        self._known: dict[bytes, bytes] = {}

    def bare(self, data: bytes) -> bytes:
        """The hash of a picture without what is said beside its image; of one that nobody can look into, as it is."""
        own = hashlib.sha256(data).digest()
        if own not in self._known:
            with suppress(UnknownPicture):
                data = bare_picture(data, self._effort)
            self._known[own] = hashlib.sha256(data).digest()
        return self._known[own]


def unwrapped(data: bytes, effort: Effort | None = None) -> bytes:
    """What a picture holds that is packed in one stream, any other as it is; never more than a part may hold."""
    if not data.startswith(_PACKED):
        return data
    opening = zlib.decompressobj(wbits=31)
    made = opening.decompress(data, min(LARGEST_PART, HIGHEST_RATIO * len(data)))
    if effort is not None:
        effort.unpack(len(made))
    if not opening.eof:
        raise UnknownPicture("This picture is cut off, or would unpack to far more than a picture can hold.")
    return made


def _bare(data: bytes, effort: Effort) -> bytes:
    if data.startswith(_PACKED):  # .emz, .wmz and .svgz; the wrapping itself may tell a file's name and a time
        return gzip.compress(_bare_drawing(unwrapped(data, effort), effort), mtime=0)
    if data[:4] in SIGNS:
        return bare_tiff(data)
    points = data[:2] in (_PNG[:2], b"\xff\xd8", b"GI")
    return _bare_points(data, effort) if points else _bare_drawing(data, effort)


def _bare_within(data: bytes, effort: Effort) -> bytes:
    """A picture packed in a metafile: that may be a metafile too, but none with others in it."""
    effort.spend(MARK)
    points = partial(_bare_packed, effort=effort)
    if data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF":
        return bare_emf(data, effort, points)
    return bare_wmf(data, effort, points) if data[:4] in (PLACEABLE, *PLAIN) else points(data)


def _bare_packed(data: bytes, effort: Effort) -> bytes:
    effort.spend(MARK)
    return bare_tiff(data) if data[:4] in SIGNS else _bare_points(data, effort)


def _bare_points(data: bytes, effort: Effort) -> bytes:
    if data.startswith(_PNG):
        return _bare_png(data, effort)
    if data.startswith(b"\xff\xd8"):
        return _bare_jpeg(data, effort)
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return _bare_gif(data, effort)
    raise UnknownPicture("This picture is of a kind that cannot be looked into.")


def _bare_drawing(data: bytes, effort: Effort) -> bytes:
    if data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF":
        return bare_emf(data, effort, partial(_bare_within, effort=effort))
    if data[:4] in (PLACEABLE, *PLAIN):
        return bare_wmf(data, effort, partial(_bare_within, effort=effort))
    if data[:2] == b"BM":
        return bare_bmp(data)
    if b"<svg" in data[:BEGINNING]:
        return bare_svg(data, partial(_bare_points, effort=effort), effort)
    raise UnknownPicture("This picture is of a kind that cannot be looked into.")


def _bare_png(data: bytes, effort: Effort) -> bytes:
    made, points, at = [_PNG], list[bytes](), len(_PNG)
    while True:
        effort.spend()
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if end > len(data):
            raise UnknownPicture("This picture is cut off.")
        if kind in _PNG_KEPT and not (kind == b"PLTE" and data[25] != _PALETTED):
            made.append(data[at:end])
            points += [data[at + 8 : end - 4]] if kind == b"IDAT" else []
        if kind == b"IEND":
            break
        at = end
    if points and (alone := only_rows(b"".join(points), data[16:29], effort)) is not None:
        first = next(at for at, one in enumerate(made) if one[4:8] == b"IDAT")
        made = [one for one in made if one[4:8] != b"IDAT"]
        made.insert(first, chunk(b"IDAT", alone))
    return b"".join(made)


def _bare_jpeg(data: bytes, effort: Effort) -> bytes:
    made, at = [data[:2]], 2
    while True:
        effort.spend()
        if data[at] != 0xFF:
            raise UnknownPicture("This picture is damaged.")
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0xD9:
            return b"".join((*made, data[at : at + 2]))
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if end > len(data):
            raise UnknownPicture("This picture is cut off.")
        segment = data[at:end]
        at = end
        if marker in _JPEG_KEPT:
            made.append(segment)
        elif marker == _JFIF and segment[4:9] == b"JFIF\0":  # without its small picture
            made.append(b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0")
        elif marker == _ADOBE and segment[4:9] == b"Adobe":
            made.append(b"\xff\xee\0\x0e" + segment[4:16])
        if marker == 0xDA:
            end = _scan_end(data, at)
            made.append(data[at:end])
            at = end


def _scan_end(data: bytes, at: int) -> int:
    """Where the coded image ends: before the next marker that is neither a stuffed byte nor a restart."""
    found = _MARKER.search(data, at)
    if found is None:
        raise UnknownPicture("This picture is cut off.")
    return found.start()


def _bare_gif(data: bytes, effort: Effort) -> bytes:
    flags = data[10]
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    made = [data[:at]]
    while data[at] != 0x3B:
        effort.spend()
        start = at
        if data[at] == 0x21:
            keep = data[at + 1] == 0xF9 or data[at + 3 : at + 14] == b"NETSCAPE2.0"
            at = _blocks_end(data, at + 2, effort)
        elif data[at] == 0x2C:
            keep, flags = True, data[at + 9]
            at = _blocks_end(data, at + 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0), effort)
        else:
            raise UnknownPicture("This picture is damaged.")
        if keep:
            made.append(data[start:at])
    return b"".join((*made, b"\x3b"))


def _blocks_end(data: bytes, at: int, effort: Effort) -> int:
    while data[at]:
        effort.spend()
        at += data[at] + 1
    return at + 1
