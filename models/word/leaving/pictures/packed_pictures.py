"""Photographs that stand packed within metafiles, without what they say beside their image, each where it stands.

What goes is followed by zeros, so that nothing has to be moved: a packed picture ends before them. Sources: [MS-EMF]
2.3.1, [MS-WMF] 2.3.1 and 2.2.2.3 (bitmaps packed as JPEG or PNG), [MS-EMFPLUS] 2.3.5.1 and 2.2.2.2 (objects).
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Sequence

Bare = Callable[[bytes], bytes]
"""The same picture without what it says beside its image, no longer than it was; ValueError where it is not known."""
_COMMENT, _BITMAPS, _PLUS = 70, (80, 81), b"EMF+"
_OBJECT, _GOES_ON, _BRUSH, _IMAGE = 0x4008, 0x8000, 1, 5
_WMF_BITMAPS = {0x0F43: 28, 0x0D33: 24, 0x0B41: 26, 0x0940: 22}  # records, and where their bitmaps begin
_JPEG_OR_PNG = (4, 5)
_Span = tuple[int, int]


def bare_within_emf(data: bytes, at: int, bare: Bare) -> bytes:
    """The records of an EMF from `at` on, the pictures in them bare; struct.error or ValueError where damaged."""
    made = bytearray(data)
    pieces: list[_Span] = []
    while at + 8 <= len(data):
        kind, size = struct.unpack("<II", data[at : at + 8])
        if kind in _BITMAPS:
            heads, bits, length = struct.unpack("<I4xII", data[at + 48 : at + 64])
            if struct.unpack("<I", data[at + heads + 16 : at + heads + 20])[0] in _JPEG_OR_PNG:
                _replace(made, [(at + bits, at + bits + length)], 0, bare)
        elif kind == _COMMENT and data[at + 12 : at + 16] == _PLUS:
            end = at + 12 + struct.unpack("<I", data[at + 8 : at + 12])[0]
            for flags, start, stop in _objects(data, at + 16, end):
                pieces.append((start, stop))
                if not flags & _GOES_ON:
                    _bare_object(made, pieces, flags >> 8 & 0x7F, bare)
                    pieces = []
        at += size
    return bytes(made)


def bare_within_wmf(data: bytes, at: int, bare: Bare) -> bytes:
    """The same of the records of a WMF."""
    made = bytearray(data)
    while at + 6 <= len(data):
        words, kind = struct.unpack("<IH", data[at : at + 6])
        if (start := _WMF_BITMAPS.get(kind, 0)) and 2 * words > start + 40:
            heads, packing = struct.unpack("<I12xI", data[at + start : at + start + 20])
            if heads >= 40 and packing in _JPEG_OR_PNG:
                _replace(made, [(at + start + heads, at + 2 * words)], 0, bare)
        at += 2 * words
    return bytes(made)


def _objects(data: bytes, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The objects among records of EMF+: their flags, and from where to where their content stands."""
    while at + 12 <= end:
        kind, flags, size = struct.unpack("<HHI", data[at : at + 8])
        if kind == _OBJECT:
            start = at + (16 if flags & _GOES_ON else 12)  # the size of all pieces stands before those that go on
            yield flags, start, min(at + size, end)
        at += size


def _bare_object(made: bytearray, pieces: Sequence[_Span], kind: int, bare: Bare) -> None:
    content = b"".join(made[start:end] for start, end in pieces)
    at = 0
    if kind == _BRUSH and content[4:8] == b"\2\0\0\0":  # of a texture, which is an image
        at = 40 if struct.unpack("<I", content[8:12])[0] & 2 else 16
    elif kind != _IMAGE:
        return
    if len(content) < at + 28:
        return
    sort, packed = struct.unpack("<4xI16xI", content[at : at + 28])
    if sort == 2:
        _replace(made, pieces, at + 16, bare)
    elif sort == 1 and packed == 1:
        _replace(made, pieces, at + 28, bare)


def _replace(made: bytearray, pieces: Sequence[_Span], at: int, bare: Bare) -> None:
    """Write the bare picture over the one that stands in some pieces, `at` bytes behind their beginning."""
    old = b"".join(made[start:end] for start, end in pieces)
    new = bare(old[at:])
    if len(new) > len(old) - at:
        raise ValueError("This picture is damaged.")
    whole, done = old[:at] + new.ljust(len(old) - at, b"\0"), 0
    for start, end in pieces:
        made[start:end] = whole[done : done + end - start]
        done += end - start
