"""A JPEG of those segments alone that its image is decoded with, each of the length it has by right.

Sources: ITU-T T.81, B.1 to B.2; JFIF 1.02; what libjpeg reads of Adobe's note. Tables that no scan uses are none of the
image.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import NamedTuple

from models.word.leaving.pictures.effort import Effort

_MARKER = re.compile(rb"\xff(?:[^\x00\xd0-\xd7])", re.DOTALL)
_FRAMES = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_HUFFMAN, _ARITHMETIC, _QUANTIZED, _LINES, _RESTART = 0xC4, 0xCC, 0xDB, 0xDC, 0xDD
_START, _END, _SCAN, _JFIF, _ADOBE = 0xD8, 0xD9, 0xDA, 0xE0, 0xEE
_LONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers that nothing follows
_MOST_PARTS, _MOST_SIGNS = 4, 256  # of an image in colours, and of a table of codes
_LAST = b"\xff\xd9"
_Table = tuple[str, int]  # of which kind, and which of the four of its kind


def bare_jpeg(data: bytes, effort: Effort, *, whole: bool = True) -> bytes:
    """The same image; ValueError, IndexError or struct.error where damaged.

    `whole`: it is one; else its tables may be those of other pieces of a picture, and all of them stay.
    """
    made: list[bytes | _Tables] = [b"\xff\xd8"]
    last, used = dict[_Table, bytes](), set[int]()  # of tables that follow one another the last holds
    of_parts, once = dict[int, int](), set[int]()
    for marker, said in _segments(data, effort):
        if marker in (_HUFFMAN, _QUANTIZED):
            tables = list(_tables(marker, said))
            last.update(tables)
            made.append(_Tables(marker, [part for _, part in tables]))
        elif marker in _FRAMES and not of_parts:
            made.append(_segment(marker, said))
            of_parts = _parts_of_frame(said)
        elif marker == _SCAN:
            header, points = said[: (length := 4 + 2 * said[0])], said[length:]
            used.update(id(last[table]) for table in _tables_of_scan(header, of_parts) if table in last)
            made += [_segment(marker, header), points]
        elif (bare := _bare_segment(marker, said)) and not (marker in (_JFIF, _ADOBE) and marker in once):
            once.add(marker)
            made.append(_segment(marker, bare))
    return b"".join((*(one if isinstance(one, bytes) else one.of(used if whole else None) for one in made), _LAST))


class _Tables(NamedTuple):
    """The tables of a segment."""

    marker: int
    parts: list[bytes]

    def of(self, used: set[int] | None) -> bytes:
        """The segment of those that are used, of all where nobody can say."""
        said = b"".join(one for one in self.parts if used is None or id(one) in used)
        return _segment(self.marker, said) if said else b""


def _segments(data: bytes, effort: Effort) -> Iterator[tuple[int, bytes]]:
    """The segments before the end: marker and content, that of a scan with its coded points."""
    at = 2
    while True:
        effort.spend()
        if data[at] != 0xFF or (marker := data[at + 1]) in (0, _START):
            raise ValueError("This picture is damaged.")
        if marker == 0xFF or marker in _LONE:  # a fill byte, or a mark that is out of place
            at += 1 if marker == 0xFF else 2
            continue
        if marker == _END:
            return
        start, end = at + 4, at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if end > len(data) or end < start:
            raise ValueError("This picture is cut off.")
        if marker == _SCAN:
            if end - start != 4 + 2 * data[start]:
                raise ValueError("This picture is damaged.")
            end = _scan_end(data, end)
        yield marker, data[start:end]
        at = end


def _scan_end(data: bytes, at: int) -> int:
    """Where the coded image ends: before the next marker that is neither a stuffed byte nor a restart."""
    found = _MARKER.search(data, at)
    if found is None:
        raise ValueError("This picture is cut off.")
    return found.start()


def _segment(marker: int, said: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(said) + 2) + said


def _tables(marker: int, said: bytes) -> Iterator[tuple[_Table, bytes]]:
    """The tables of a segment, each with what it says; ValueError where something else stands among them."""
    at = 0
    while at < len(said):
        kind, which = said[at] >> 4, said[at] & 15
        signs = said[at + 17 : at + 17 + sum(said[at + 1 : at + 17])] if marker == _HUFFMAN else b""
        length = 17 + len(signs) if marker == _HUFFMAN else 1 + 64 * (kind + 1)
        distinct = len(signs) <= _MOST_SIGNS and len(set(signs)) == len(signs) and (kind or max(signs, default=0) <= 16)
        if kind > 1 or which > 3 or at + length > len(said) or (marker == _HUFFMAN and not distinct):
            raise ValueError("This picture is damaged.")
        yield (f"{marker}-{kind if marker == _HUFFMAN else 0}", which), said[at : at + length]
        at += length


def _parts_of_frame(said: bytes) -> dict[int, int]:
    """Which quantization each part of the image has, by the name of the part."""
    count = said[5]
    if not 0 < count <= _MOST_PARTS or len(said) != 6 + 3 * count:
        raise ValueError("This picture is damaged.")
    return {said[at]: said[at + 2] for at in range(6, len(said), 3)}


def _tables_of_scan(header: bytes, of_parts: dict[int, int]) -> Iterator[_Table]:
    for at in range(1, len(header) - 3, 2):
        yield f"{_HUFFMAN}-0", header[at + 1] >> 4
        yield f"{_HUFFMAN}-1", header[at + 1] & 15
        yield f"{_QUANTIZED}-0", of_parts.get(header[at], -1)


def _bare_segment(marker: int, said: bytes) -> bytes:
    """What of another segment stays, nothing where it is none of the image's."""
    if marker == _JFIF and said[:5] == b"JFIF\0" and len(said) >= 14:  # without its small picture
        return said[:12] + b"\0\0" if said[5] == 1 and said[6] <= 2 and said[7] <= 2 else b""
    if marker == _ADOBE and said[:5] == b"Adobe" and len(said) >= 12 and said[11] <= 2:
        return b"Adobe\0d\0\0\0\0" + said[11:12]  # how colours are coded; its flags are read by nobody
    if marker in (_RESTART, _LINES):
        return said if len(said) == 2 else b""
    pairs = list(zip(said[::2], said[1::2], strict=False))
    usual = marker == _ARITHMETIC and len(said) in (2, 4, 6, 8) and all(_is_condition(*pair) for pair in pairs)
    return said if usual else b""


def _is_condition(which: int, value: int) -> bool:
    """Whether a table of arithmetic coding can be conditioned so (T.81, B.2.4.3)."""
    kind, table = which >> 4, which & 15
    return kind < 2 and table < 4 and (0 < value < 64 if kind else value & 15 <= value >> 4)
