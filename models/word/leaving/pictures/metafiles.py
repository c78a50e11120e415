"""Windows metafiles without the words that stand between, in or behind the records that draw.

Sources: [MS-WMF] 2.1.1.1 (records), 2.3.6 (escapes), [MS-EMF] 2.1.1 (records), 2.3.3 (comments), [MS-EMFPLUS] 2.3.2.1.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.packed_pictures import Bare, bare_within_emf, bare_within_wmf

PLACEABLE, PLAIN = b"\xd7\xcd\xc6\x9a", (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00")
_PLACE, _HEAD = 22, 18  # bytes of the two heads of a WMF
_EMF_HEAD = 108  # bytes of that of an EMF
_ESCAPE = 0x0626
_DRAWING = frozenset((0x15, 0x16, 0x17, 0x1000, 0x1001, 0x1002))  # escapes: caps, joins and mitres of lines; paths
_COMMENT, _END = 70, 14  # records of an EMF
_PLUS, _PLUS_COMMENT = b"EMF+", 0x4003
_RECORDS = frozenset((*range(1, 123),)) - {99, 102, 103, 104, 105, 106, 107, 110, 112, 113, 117, 122}
"""Those that draw: not what names a profile of colours, is for a printer, or is of no use."""
_SIZES = {
    8: (28, 33, 59, 60, 61, 65, 66, 68),
    12: (16, 17, 18, 19, 20, 21, 22, 24, 25, 34, 37, 40, 48, 57, 58, 67, 98, 100, 101, 115),
    16: (9, 10, 11, 12, 13, 26, 27, 54),
    24: (29, 30, 31, 32, 39, 42, 43, 62, 63, 64),
    28: (38, 41),
    32: (23, 35, 44),
    36: (36,),
    40: (45, 46, 47, 55),
}
_FIXED = {kind: size for size, kinds in _SIZES.items() for kind in kinds}
"""The bytes of those records of an EMF that always have as many."""
_DRAWN = frozenset((
    0, 0x001E, 0x0035, 0x0037, 0x00F7, 0x0102, 0x0103, 0x0104, 0x0105, 0x0106, 0x0107, 0x0108, 0x0127, 0x012A, 0x012B,
    0x012C, 0x012D, 0x012E, 0x0139, 0x0142, 0x0149, 0x01F0, 0x01F9, 0x0201, 0x0209, 0x020A, 0x020B, 0x020C, 0x020D,
    0x020E, 0x020F, 0x0211, 0x0213, 0x0214, 0x0220, 0x0228, 0x0231, 0x0234, 0x02FA, 0x02FB, 0x02FC, 0x0324, 0x0325,
    0x0410, 0x0412, 0x0415, 0x0416, 0x0418, 0x0419, 0x041B, 0x041F, 0x0436, 0x0521, 0x0538, 0x0548, 0x0626, 0x061C,
    0x061D, 0x062F, 0x06FF, 0x0817, 0x081A, 0x0830, 0x0922, 0x0940, 0x0A32, 0x0B23, 0x0B41, 0x0D33, 0x0F43, 0x0052,
    0x005D, 0x005E, 0x0065, 0x00F8, 0x014C, 0x014D, 0x0429, 0x0602,
))  # fmt: skip
"""The records of a WMF, those of its first version too."""
_WORDS_AT_MOST = {
    0: 3, 0x001E: 3, 0x0201: 5, 0x0209: 5, 0x020B: 5, 0x020C: 5, 0x020D: 5, 0x020E: 5, 0x020F: 5, 0x0211: 5, 0x0213: 5,
    0x0214: 5, 0x02FA: 8, 0x02FC: 7, 0x0415: 7, 0x0416: 7, 0x0418: 7, 0x041B: 7, 0x0102: 5, 0x0103: 5, 0x0104: 5,
    0x0106: 5, 0x0127: 5, 0x012D: 5, 0x012E: 5, 0x01F0: 5, 0x0231: 5, 0x0817: 11, 0x081A: 11, 0x0830: 11, 0x061C: 9,
}  # fmt: skip
"""How long those can be that always have as many words, with the one that some programs add."""


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
        drawn = last != _ESCAPE or (words > 3 and struct.unpack("<H", data[at + 6 : at + 8])[0] in _DRAWING)
        if drawn and last in _DRAWN:
            kept = min(words, _WORDS_AT_MOST.get(last, words))
            made += struct.pack("<I", kept) + data[at + 4 : at + 2 * kept]
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
    head[_EMF_HEAD:] = bytes(max(0, len(head) - _EMF_HEAD))
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
            kept = min(size, _FIXED.get(kind, size))
            if kind in _RECORDS:
                yield struct.pack("<II", kind, kept) + record[8:kept]
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
