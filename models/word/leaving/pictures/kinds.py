"""Pictures by their kinds, each looked into by what knows that kind; one may be packed in another."""

from __future__ import annotations

import gzip
from functools import partial

from models.word.leaving.pictures.bitmaps import bare_bmp
from models.word.leaving.pictures.effort import MARK, Effort
from models.word.leaving.pictures.gif_pictures import SIGNS as SIGNS_OF_GIF
from models.word.leaving.pictures.gif_pictures import bare_gif
from models.word.leaving.pictures.jpeg_pictures import bare_jpeg
from models.word.leaving.pictures.metafiles import PLACEABLE, PLAIN, bare_emf, bare_wmf
from models.word.leaving.pictures.pictures import BEGINNING, PACKED, UnknownPicture, unwrapped
from models.word.leaving.pictures.png_pictures import PNG, bare_png
from models.word.leaving.pictures.svg_pictures import bare_svg
from models.word.leaving.pictures.tiff_pictures import SIGNS, bare_tiff


def bare(data: bytes, effort: Effort) -> bytes:
    """The same image without anything said beside it, by what its first bytes say it is. Errors: any ValueError."""
    if data.startswith(PACKED):  # .emz, .wmz and .svgz; the wrapping itself may tell a file's name and a time
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
