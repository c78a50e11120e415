"""What a picture says beside its image: cameras, programs, people, places. Taken out without drawing it anew.

A profile of colours goes, whatever it is: it has a name, mostly that of a screen, and somebody gave it.
"""

from __future__ import annotations

import gzip
import hashlib
import struct
import zlib
from contextlib import suppress
from functools import partial

from models.word.archive import HIGHEST_RATIO, LARGEST_PART
from models.word.leaving.pictures.bitmaps import bare_bmp
from models.word.leaving.pictures.effort import MARK, Effort
from models.word.leaving.pictures.gif_pictures import SIGNS as SIGNS_OF_GIF
from models.word.leaving.pictures.gif_pictures import bare_gif
from models.word.leaving.pictures.jpeg_pictures import bare_jpeg
from models.word.leaving.pictures.metafiles import PLACEABLE, PLAIN, bare_emf, bare_wmf
from models.word.leaving.pictures.png_pictures import PNG, bare_png
from models.word.leaving.pictures.svg_pictures import bare_svg
from models.word.leaving.pictures.tiff_pictures import SIGNS, bare_tiff

BEGINNING = 2048  # bytes of a drawing among which it says what it is
_PACKED = b"\x1f\x8b"


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
        return bare_tiff(data, effort)
    points = data[:2] in (PNG[:2], b"\xff\xd8", b"GI")
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
    return bare_tiff(data, effort) if data[:4] in SIGNS else _bare_points(data, effort)


def _bare_points(data: bytes, effort: Effort) -> bytes:
    if data.startswith(PNG):
        return bare_png(data, effort)
    if data.startswith(b"\xff\xd8"):
        return bare_jpeg(data, effort)
    if data[:6] in SIGNS_OF_GIF:
        return bare_gif(data, effort)
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
