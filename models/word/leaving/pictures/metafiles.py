"""Windows metafiles and bitmaps without the words that stand between or behind what they draw.

Sources: [MS-WMF] 2.3.6 (escapes), [MS-EMF] 2.3.3 (comments), [MS-EMFPLUS] 2.3.2.1, [MS-WMF] 2.2.2 (bitmaps).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.packed_pictures import Bare, bare_within_emf, bare_within_wmf

PLACEABLE, PLAIN = b"\xd7\xcd\xc6\x9a", (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_PLACE, _HEAD = 22, 18  # bytes of the two heads of a WMF
_ESCAPE = 0x0626
_DRAWING = frozenset((0x15, 0x16, 0x17, 0x1000, 0x1001, 0x1002))  # escapes: caps, joins and mitres of lines; paths
_COMMENT, _END = 70, 14  # records of an EMF
_PLUS, _PLUS_COMMENT = b"EMF+", 0x4003
_LINKED, _EMBEDDED, _USUAL = b"KNIL", b"DEBM", b"BGRs"  # whose colours a bitmap has


def bare_wmf(data: bytes, effort: Effort, bare: Bare) -> bytes:
    """The same records but for escapes that draw nothing, to the last, `bare` the pictures packed in them.

    ValueError or struct.error where damaged.
    """
    start = _PLACE if data.startswith(PLACEABLE) else 0
    at, made, last = start + _HEAD, bytearray(data[: start + _HEAD]), None
    while last != 0:
        effort.spend()
        words, last = struct.unpack("<IH", data[at : at + 6])
        end = at + 2 * words
        if words < 3 or end > len(data):
            raise ValueError("This picture is damaged.")
        if last != _ESCAPE or (words > 3 and struct.unpack("<H", data[at + 6 : at + 8])[0] in _DRAWING):
            made += data[at:end]
        at = end
    made[start + 6 : start + 10] = struct.pack("<I", (len(made) - start) // 2)
    return bare_within_wmf(bytes(made), start + _HEAD, bare)


def bare_emf(data: bytes, effort: Effort, bare: Bare) -> bytes:
    """The same records but for comments, without its description, `bare` the pictures packed in them.

    ValueError or struct.error where damaged.
    """
    head = bytearray(data[: struct.unpack("<I", data[4:8])[0]])
    characters, offset = struct.unpack("<II", head[60:68])
    if characters:
        held = max(0, min(len(head), offset + 2 * characters) - offset)
        head[offset : offset + held] = bytes(held)
        head[60:68] = bytes(8)
    records = list(_emf_records(data, len(head), effort))
    size = len(head) + sum(map(len, records))
    head[48:56] = struct.pack("<II", size, len(records) + 1)
    return bare_within_emf(b"".join((bytes(head), *records)), len(head), bare)


def _emf_records(data: bytes, at: int, effort: Effort) -> Iterator[bytes]:
    kind = 0
    while kind != _END:
        effort.spend()
        kind, size = struct.unpack("<II", data[at : at + 8])
        record = data[at : at + size]
        if size < 8 or len(record) < size:
            raise ValueError("This picture is damaged.")
        if kind != _COMMENT:
            yield record
        elif record[12:16] == _PLUS and (
            drawn := _plus_records(record[16 : 12 + struct.unpack("<I", record[8:12])[0]], effort)
        ):
            held = _PLUS + drawn
            yield struct.pack("<III", kind, 12 + len(held), len(held)) + held
        at += size


def _plus_records(data: bytes, effort: Effort) -> bytes:
    """The records of EMF+, which draw the same once more, without what is said among them."""
    made, at = bytearray(), 0
    while at + 12 <= len(data):
        effort.spend()
        kind, _, size = struct.unpack("<HHI", data[at : at + 8])
        if size < 12 or at + size > len(data):
            raise ValueError("This picture is damaged.")
        if kind != _PLUS_COMMENT:
            made += data[at : at + size]
        at += size
    return bytes(made)


def bare_bmp(data: bytes) -> bytes:
    """The heads, the colours and the points of a bitmap; ValueError or struct.error where it is damaged."""
    offset, size = struct.unpack("<II", data[10:18])
    old = size == 12
    width, height, _, depth = struct.unpack("<hhHH" if old else "<iiHH", data[18 : 18 + (8 if old else 12)])
    packing, packed = (0, 0) if old else struct.unpack("<II", data[30:38])
    used = 0 if old else struct.unpack("<I", data[46:50])[0]
    masks = {3: 12, 6: 16}.get(packing, 0) if size == 40 else 0
    colours = (3 if old else 4) * (used or (1 << depth if depth <= 8 else 0))
    heads = 14 + size + masks + colours
    if width < 0 or heads > offset or size not in (12, 40, 52, 56, 64, 108, 124) or offset > len(data):
        raise ValueError("This picture is damaged.")
    points = packed if packing in (1, 2, 4, 5) else (width * depth + 31) // 32 * 4 * abs(height)
    made = bytearray(data[:heads] + bytes(offset - heads) + data[offset : offset + points])
    made[2:10] = struct.pack("<I4x", len(made))
    if size == 124:
        if made[70:74] in (_LINKED, _EMBEDDED):  # a path, or a profile that has a name
            made[70:74] = _USUAL
        made[126:138] = bytes(12)
    return bytes(made)
