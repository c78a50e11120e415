"""What a picture says beside its image: cameras, programs, people, places. Taken out without drawing it anew.

Sources: PNG (W3C, third edition, 5.6), JPEG (ITU-T T.81, B.1), GIF89a. A profile of colours goes, whatever it is: it
has a name, mostly that of a screen, and somebody gave it.
"""

from __future__ import annotations

import gzip
import struct
import zlib

from models.word.archive import HIGHEST_RATIO, LARGEST_PART
from models.word.leaving.metafiles import PLACEABLE, PLAIN, bare_bmp, bare_emf, bare_wmf
from models.word.leaving.svg_pictures import bare_svg
from models.word.leaving.tiff_pictures import SIGNS, bare_tiff

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset((
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"pHYs",
    b"acTL", b"fcTL", b"fdAT",
))  # fmt: skip
_JPEG_KEPT = frozenset((*range(0xC0, 0xD0), *range(0xDA, 0xE0)))  # beside JFIF, and Adobe's note on colours
BEGINNING = 2048  # bytes of a drawing among which it says what it is
_PACKED = b"\x1f\x8b"
_JFIF, _ADOBE = 0xE0, 0xEE


class UnknownPicture(ValueError):
    """A picture of a kind that cannot be looked into."""


def bare_picture(data: bytes) -> bytes:
    """The same image without anything said beside it; UnknownPicture where its kind is not known or it is broken."""
    try:
        return _bare(data)
    except UnknownPicture:
        raise
    except ValueError as error:
        raise UnknownPicture(str(error)) from error
    except (struct.error, IndexError, KeyError, zlib.error) as error:
        raise UnknownPicture("This picture is damaged.") from error


def unwrapped(data: bytes) -> bytes:
    """What a picture holds that is packed in one stream, any other as it is; never more than a part may hold."""
    if not data.startswith(_PACKED):
        return data
    opening = zlib.decompressobj(wbits=31)
    made = opening.decompress(data, min(LARGEST_PART, HIGHEST_RATIO * len(data)))
    if not opening.eof:
        raise UnknownPicture("This picture is cut off, or would unpack to far more than a picture can hold.")
    return made


def _bare(data: bytes) -> bytes:
    if data.startswith(_PACKED):  # .emz, .wmz and .svgz; the wrapping itself may tell a file's name and a time
        return gzip.compress(_bare_drawing(unwrapped(data)), mtime=0)
    if data[:4] in SIGNS:
        return bare_tiff(data)
    return _bare_points(data) if data[:2] in (_PNG[:2], b"\xff\xd8", b"GI") else _bare_drawing(data)


def _bare_points(data: bytes) -> bytes:
    if data.startswith(_PNG):
        return _bare_png(data)
    if data.startswith(b"\xff\xd8"):
        return _bare_jpeg(data)
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return _bare_gif(data)
    raise UnknownPicture("This picture is of a kind that cannot be looked into.")


def _bare_drawing(data: bytes) -> bytes:
    if data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF":
        return bare_emf(data)
    if data[:4] in (PLACEABLE, *PLAIN):
        return bare_wmf(data)
    if data[:2] == b"BM":
        return bare_bmp(data)
    if b"<svg" in data[:BEGINNING]:
        return bare_svg(data, _bare_points)
    raise UnknownPicture("This picture is of a kind that cannot be looked into.")


def _bare_png(data: bytes) -> bytes:
    made, at = [_PNG], len(_PNG)
    while True:
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if end > len(data):
            raise UnknownPicture("This picture is cut off.")
        if kind in _PNG_KEPT:
            made.append(data[at:end])
        if kind == b"IEND":
            return b"".join(made)
        at = end


def _bare_jpeg(data: bytes) -> bytes:
    made, at = [data[:2]], 2
    while True:
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
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise UnknownPicture("This picture is cut off.")
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _bare_gif(data: bytes) -> bytes:
    flags = data[10]
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    made = [data[:at]]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            keep = data[at + 1] == 0xF9 or data[at + 3 : at + 14] == b"NETSCAPE2.0"
            at = _blocks_end(data, at + 2)
        elif data[at] == 0x2C:
            keep, flags = True, data[at + 9]
            at = _blocks_end(data, at + 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0))
        else:
            raise UnknownPicture("This picture is damaged.")
        if keep:
            made.append(data[start:at])
    return b"".join((*made, b"\x3b"))


def _blocks_end(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1
