"""A Windows bitmap of its heads, its colours and its points alone.

Source: [MS-WMF] 2.2.2 (bitmaps) and 3.1.6 (points packed by their lengths).
"""

from __future__ import annotations

import struct

_LINKED, _EMBEDDED, _USUAL = b"KNIL", b"DEBM", b"BGRs"  # whose colours a bitmap has
_CALIBRATED = b"\0\0\0\0"
_SIZES = (12, 40, 52, 56, 64, 108, 124)
_PLAIN, _BY_LENGTHS, _MASKED = (0, 3, 6), {1: 1, 2: 2}, {3: 12, 6: 16}  # how points are packed
_PALETTED = 8  # bits at most: more are colours themselves


def bare_bmp(data: bytes) -> bytes:
    """The same image; ValueError or struct.error where it is damaged, or holds a picture of another kind."""
    offset, size = struct.unpack("<II", data[10:18])
    old = size == 12
    width, height, _, depth = struct.unpack("<hhHH" if old else "<iiHH", data[18 : 18 + (8 if old else 12)])
    packing, packed = (0, 0) if old else struct.unpack("<II", data[30:38])
    used = 0 if old else struct.unpack("<I", data[46:50])[0]
    masks = _MASKED.get(packing, 0) if size == 40 else 0
    colours = 1 << depth if depth <= _PALETTED else 0
    heads, each = 14 + size + masks, 3 if old else 4
    offset = offset or heads + each * (used or colours)  # which some programs leave to be counted
    plain = packing in _PLAIN
    if width < 0 or heads > offset or size not in _SIZES or offset > len(data) or not (plain or packing in _BY_LENGTHS):
        raise ValueError("This picture is damaged.")
    if plain:
        points = _rows(data, offset, width * depth, abs(height))
    else:
        end = min(len(data), offset + (packed or len(data)))  # some do not say how much
        points = data[offset : _end_of_lengths(data, offset, end, _BY_LENGTHS[packing])]
    kept = heads + each * min(used or colours, colours, (offset - heads) // each)  # some have less than they say
    made = bytearray(data[:kept] + bytes(offset - kept) + points)
    made[2:14] = struct.pack("<I4xI", len(made), offset)
    if not old and not plain:
        made[34:38] = struct.pack("<I", len(points))
    if size > 56 and size != 64:
        if made[70:74] in (_LINKED, _EMBEDDED):  # a path, or a profile that has a name
            made[70:74] = _USUAL
        if made[70:74] != _CALIBRATED:
            made[74:122] = bytes(48)  # what the colours are measured by where no other sign says it
    if size == 124:
        made[126:138] = bytes(12)
    return bytes(made)


def _rows(data: bytes, at: int, bits: int, count: int) -> bytes:
    """The points of some rows, with nothing in what fills each up to four bytes."""
    long, filled = -(-bits // 8), -(-bits // 32) * 4
    points = bytearray(data[at : at + filled * count])
    for place in range(long, filled):
        rows = len(range(place, len(points), filled)) if filled else 0
        points[place::filled] = bytes(rows)
    return bytes(points)


def _end_of_lengths(data: bytes, at: int, end: int, to_a_byte: int) -> int:
    """Where points that are packed by their lengths end, be it without the sign that says so."""
    while at + 2 <= end:
        length, said = data[at], data[at + 1]
        at += 2
        if length:
            continue
        if said == 1:
            return at
        if said == 2:
            at += 2
        elif said:
            at += (-(-said // to_a_byte) + 1) // 2 * 2
    return min(at, end)
