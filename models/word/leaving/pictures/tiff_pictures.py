"""A TIFF picture without what it says beside its image: what no tag of the image leads to is emptied where it stands.

Source: TIFF 6.0 (Adobe, 1992), sections 2 and 8 to 22. Offsets stay as they are, so nothing has to be moved.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNS = (b"II*\0", b"MM\0*")
# What makes the image: its size, samples, packing, resolution, colours and places.
_IMAGE = frozenset((
    *range(254, 260), 262, 263, 266, 273, *range(277, 280), 282, 283, 284, 290, 291, 292, 293, 296, 301, 317, 318, 319,
    320, 321, 322, 323, 324, 325, 332, 334, 338, 339, 340, 341, 347, *range(512, 522), 529, 530, 531, 532,
))  # fmt: skip
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}  # bytes, by type
_PLACES = ((273, 279), (324, 325), (513, 514))  # tags of where pieces of the image stand, and of how long they are
_ENTRY, _HELD = 12, 4  # bytes: of an entry, and of the value it may hold itself


def bare_tiff(data: bytes) -> bytes:
    """The same image, its tables and its pieces alone; struct.error, IndexError or KeyError where it is damaged."""
    order = "<" if data[:2] == b"II" else ">"
    bare = _Bare(data, order)
    bare.keep(0, 8)
    at, seen = struct.unpack(f"{order}I", data[4:8])[0], set[int]()
    while at and at not in seen:
        seen.add(at)
        at = bare.page(at)
    return bytes(bare.made)


class _Bare:
    def __init__(self, data: bytes, order: str) -> None:
        self._data, self._order = data, order
        self.made = bytearray(len(data))
        self._left = 2 * len(data)  # bytes: in a sound picture each has one use, and a table two

    def page(self, at: int) -> int:
        """Keep one table and what it leads to; where the next one stands, 0 for none."""
        data, order = self._data, self._order
        count = struct.unpack(f"{order}H", data[at : at + 2])[0]
        start, end = at + 2, at + 2 + count * _ENTRY
        self.keep(at, end + 4 - at)
        following = struct.unpack(f"{order}I", data[end : end + 4])[0]
        values: dict[int, list[int]] = {}
        kept = bytearray()
        for place in range(start, end, _ENTRY):
            tag, kind, number = struct.unpack(f"{order}HHI", data[place : place + 8])
            if tag not in _IMAGE:
                continue
            kept += data[place : place + _ENTRY]
            size = number * _SIZES[kind]
            value = place + 8
            if size > _HELD:
                value = struct.unpack(f"{order}I", data[value : value + _HELD])[0]
                self.keep(value, size)
            if any(tag in pair for pair in _PLACES):
                values[tag] = list(_numbers(data[value : value + size], kind, order))
        for offsets, lengths in _PLACES:
            for place, length in zip(values.get(offsets, ()), values.get(lengths, ()), strict=False):
                self.keep(place, length)
        # The table keeps its place; where the next one stands is told right after the last of its entries.
        table = struct.pack(f"{order}H", len(kept) // _ENTRY) + kept + struct.pack(f"{order}I", following)
        self.made[at : end + 4] = table.ljust(end + 4 - at, b"\0")
        return int(following)

    def keep(self, start: int, size: int) -> None:
        """Keep some bytes; IndexError where they are not all there, or more in all than a picture can use."""
        self._left -= size
        if start + size > len(self._data) or self._left < 0:
            raise IndexError
        self.made[start : start + size] = self._data[start : start + size]


def _numbers(data: bytes, kind: int, order: str) -> Iterator[int]:
    sign = {1: "B", 3: "H", 4: "I"}[kind]
    return (number for (number,) in struct.iter_unpack(f"{order}{sign}", data))
