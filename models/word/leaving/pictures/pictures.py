"""What a picture says beside its image: cameras, programs, people, places. Taken out without drawing it anew.

A profile of colours goes, whatever it is: it has a name, mostly that of a screen, and somebody gave it.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from contextlib import suppress

from models.word.archive import HIGHEST_RATIO, LARGEST_PART
from models.word.leaving.pictures.effort import Effort

BEGINNING = 2048  # bytes of a drawing among which it says what it is
PACKED = b"\x1f\x8b"


class UnknownPicture(ValueError):
    """A picture of a kind that cannot be looked into, or that holds too much."""


def bare_picture(data: bytes, effort: Effort | None = None) -> bytes:
    """The same image without anything said beside it; UnknownPicture where its kind is not known or it is broken.

    `effort` is what is left for all pictures of a file.
    """
    from models.word.leaving.pictures.kinds import bare  # most files hold no picture, and need to know none of them

    try:
        return bare(data, effort or Effort())
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
    if not data.startswith(PACKED):
        return data
    opening = zlib.decompressobj(wbits=31)
    made = opening.decompress(data, min(LARGEST_PART, HIGHEST_RATIO * len(data)))
    if effort is not None:
        effort.unpack(len(made))
    if not opening.eof:
        raise UnknownPicture("This picture is cut off, or would unpack to far more than a picture can hold.")
    return made
