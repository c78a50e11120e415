"""A TIFF picture without what it says beside its image: what no tag of the image leads to is emptied where it stands.

Source: TIFF 6.0 (Adobe, 1992), sections 2 and 8 to 22. Offsets stay as they are, so nothing has to be moved.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.jpeg_pictures import bare_jpeg

SIGNS = (b"II*\0", b"MM\0*")
# What makes the image, by how many values each has: its size, samples, packing, resolution, colours and places.
_ALONE = (254, 255, 256, 257, 259, 262, 263, 266, 277, 278, 282, 283, 284, 290, 292, 293, 296, 317, 322, 323, 332, 334,
          512, 513, 514, 515, 531)  # fmt: skip
_PIECES, _PACKED_TABLES, _COLOURS = (273, 279, 324, 325), 347, 320
_IMAGE = {
    **dict.fromkeys(_ALONE, 1), **dict.fromkeys((258, 338, 339, 340, 341), 8), **dict.fromkeys(_PIECES, 1 << 20),
    291: 256, 301: 3 << 16, _COLOURS: 3 << 16, 318: 2, 319: 6, 321: 2, _PACKED_TABLES: 1 << 16, 517: 8, 518: 8, 519: 8,
    520: 8, 521: 8, 529: 3, 530: 2, 532: 6,
}  # fmt: skip
_PACKING, _PACKED_AS_JPEG = 259, 7
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}  # bytes, by type
_PLACES = ((273, 279), (324, 325), (513, 514))  # tags of where pieces of the image stand, and of how long they are
_ENTRY, _HELD = 12, 4  # bytes: of an entry, and of the value it may hold itself


def bare_tiff(data: bytes, effort: Effort) -> bytes:
    """The same image, the table and the pieces of its first page alone, which Word shows.

    struct.error, IndexError, KeyError or ValueError where it is damaged.
    """
    order = "<" if data[:2] == b"II" else ">"
    bare = _Bare(data, order, effort)
    bare.keep(0, 8)
    bare.page(struct.unpack(f"{order}I", data[4:8])[0])
    return bytes(bare.made)


class _Bare:
    def __init__(self, data: bytes, order: str, effort: Effort) -> None:
        self._data, self._order, self._effort = data, order, effort
        self.made = bytearray(len(data))
        self._left = 2 * len(data)  # bytes: in a sound picture each has one use, and a table two

    def page(self, at: int) -> None:
        """Keep one table and what it leads to, no other after it."""
        data, order = self._data, self._order
        count = struct.unpack(f"{order}H", data[at : at + 2])[0]
        start, end = at + 2, at + 2 + count * _ENTRY
        self.keep(at, end + 4 - at)
        values: dict[int, list[int]] = {}
        packed_as_jpeg, tables = False, (0, 0)
        kept = bytearray()
        for place in range(start, end, _ENTRY):
            tag, kind, number = struct.unpack(f"{order}HHI", data[place : place + 8])
            if not 0 < number <= _IMAGE.get(tag, 0):
                continue
            size = number * _SIZES[kind]
            value = place + 8
            kept += data[place:value] + data[value : value + min(size, _HELD)].ljust(_HELD, b"\0")
            if size > _HELD:
                kept[-_HELD:] = data[value : value + _HELD]
                value = struct.unpack(f"{order}I", data[value : value + _HELD])[0]
                self.keep(value, size)
            if tag == _PACKING:
                packed_as_jpeg = _PACKED_AS_JPEG in _numbers(data[value : value + size], kind, order)
            elif tag == _PACKED_TABLES:
                tables = value, size
            if any(tag in pair for pair in _PLACES):
                values[tag] = list(_numbers(data[value : value + size], kind, order))
        for offsets, lengths in _PLACES:
            for place, length in zip(values.get(offsets, ()), values.get(lengths, ()), strict=False):
                self.keep(place, length)
                if packed_as_jpeg:
                    self._bare_piece(place, length)
        if packed_as_jpeg and tables[1]:
            self._bare_piece(*tables)
        # The table keeps its place; that none follows is told right after the last of its entries.
        table = struct.pack(f"{order}H", len(kept) // _ENTRY) + kept + bytes(4)
        self.made[at : end + 4] = table.ljust(end + 4 - at, b"\0")

    def _bare_piece(self, start: int, size: int) -> None:
        """Keep of a piece that is a JPEG itself no more than its image."""
        bare = bare_jpeg(self._data[start : start + size], self._effort, whole=False)
        self.made[start : start + size] = bare.ljust(size, b"\0")[:size]

    def keep(self, start: int, size: int) -> None:
        """Keep some bytes; IndexError where they are not all there, or more in all than a picture can use."""
        self._left -= size
        if start + size > len(self._data) or self._left < 0:
            raise IndexError
        self.made[start : start + size] = self._data[start : start + size]


def _numbers(data: bytes, kind: int, order: str) -> Iterator[int]:
    sign = {1: "B", 3: "H", 4: "I"}[kind]
    return (number for (number,) in struct.iter_unpack(f"{order}{sign}", data))
