"""The points of a PNG and nothing behind them: what is packed with them that no row holds, and what no packing holds.

Source: PNG (W3C, third edition, 7 to 10).
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator
from itertools import accumulate

from models.word.archive import LARGEST_PART
from models.word.leaving.pictures.effort import Effort

_PIECE = 1 << 20
_LARGE, _FILTERED = 1 << 24, 1 << 21  # bytes of points
_TAKEN_OFF = 32  # of which filters are taken off in the time of a record
_LENGTHS = {1: 1, 2: 1, 3: 8, 4: 16}  # how long the filters take
_AT_ONCE = 1024  # bytes of points unpacked in the time of a record
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by the type of colours
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Of a picture that comes in passes: where each begins across and down, and its steps."""

_MOST_KNOWN = 10_000
_alone: set[bytes] = set()
_bare: set[bytes] = set()
"""Pictures with nothing behind their rows, and at the ends of these, by the hash of their bytes: a file is cleaned and
then searched, and the largest of them take a second to unpack."""


def only_rows(packed: bytes, header: bytes, effort: Effort) -> bytes | None:
    """The packed points of a picture without what stands behind its rows; None where nothing does.

    `header` is what its IHDR says. What is cut off stays as it is. Errors: zlib.error, and ValueError where more stands
    behind rows that are more than a part of a file may hold.
    """
    length, count, left = sum(_rows(header)), 0, packed
    known = hashlib.sha256(header + packed).digest()
    if known in _alone:
        return None
    opening = zlib.decompressobj()
    while not opening.eof and count <= length and (piece := opening.decompress(left, _PIECE)):
        count, left = count + len(piece), opening.unconsumed_tail
        effort.spend(len(piece) // _AT_ONCE)
    if count <= length and not opening.unused_data:
        _know(_alone, known)
        return None
    if length > LARGEST_PART:
        raise ValueError("This picture holds more than its points.")
    return zlib.compress(zlib.decompressobj().decompress(packed, length), 9)


def with_bare_ends(packed: bytes, header: bytes, effort: Effort) -> bytes | None:
    """The packed points of a picture with nothing in what fills its rows up to whole bytes; None where nothing is.

    Only points of less than a byte leave such an end. The rows of a very large picture stay as they are, and those of a
    large one that are filtered. Errors: zlib.error, and ValueError where one is filtered in no known way.
    """
    length = sum(_rows(header))
    known = hashlib.sha256(header + packed).digest()
    if known in _bare or length > _LARGE or not any(spare for *_, spare in _passes(header)):
        return None
    effort.spend(length // _AT_ONCE)
    points, at, made, changed = zlib.decompressobj().decompress(packed, length), 0, [], False
    if len(points) < length or (takes := _takes(points, header)) > _FILTERED:  # cut off: shown as far as it goes
        return None
    effort.spend(takes // _TAKEN_OFF)
    for rows, long, spare in _passes(header):
        above = bytes(long - 1)
        for start in range(at, at + rows * long, long):
            above = _unfiltered(points[start], points[start + 1 : start + long], above)
            last = above[-1] >> spare << spare
            changed = changed or last != above[-1]
            made.append(b"\0" + above[:-1] + bytes((last,)))
        at += rows * long
    if not changed:
        _know(_bare, known)
        return None
    return zlib.compress(b"".join(made), 9)


def _takes(points: bytes, header: bytes) -> int:
    """How many bytes the filters of the rows are to be taken off from, each as often as that takes longer."""
    at, count = 0, 0
    for rows, long, _ in _passes(header):
        kinds = points[at : at + rows * long : long]
        count += long * sum(_LENGTHS.get(kind, 0) * kinds.count(kind) for kind in set(kinds))
        at += rows * long
    return count


def _unfiltered(kind: int, row: bytes, above: bytes) -> bytes:
    """The points of a row whose points have one byte or less (PNG, 9.2)."""
    if kind == 0:
        return row
    if kind == 1:
        sums: Iterator[int] = accumulate(row, lambda left, one: (left + one) & 255)
        return bytes(sums)
    if kind == 2:
        return bytes((one + up) & 255 for one, up in zip(row, above, strict=True))
    if kind > 4:
        raise ValueError("This picture is damaged.")
    made, left, corner = bytearray(), 0, 0
    for one, up in zip(row, above, strict=True):
        left = (one + ((left + up) // 2 if kind == 3 else _nearest(left, up, corner))) & 255
        corner = up
        made.append(left)
    return bytes(made)


def _nearest(left: int, up: int, corner: int) -> int:
    guess = left + up - corner
    to_left, to_up, to_corner = abs(guess - left), abs(guess - up), abs(guess - corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner


def _know(those: set[bytes], known: bytes) -> None:
    if len(those) >= _MOST_KNOWN:
        those.clear()
    those.add(known)


def colours_used(packed: bytes, header: bytes, effort: Effort) -> set[int] | None:
    """The numbers of the colours that the points of a picture have, or stand in what fills its rows up.

    None where nobody can say at once: its rows are filtered, as few of few colours are, or it is very large. The first
    colour counts as used. Errors: zlib.error.
    """
    length, depth = sum(_rows(header)), header[8]
    if length > _LARGE:
        return None
    effort.spend(length // _AT_ONCE)
    points, at, seen = zlib.decompressobj().decompress(packed, length), 0, set[int]()
    for rows, long, _ in _passes(header):
        block = points[at : at + rows * long]
        at += rows * long
        if any(block[::long]):
            return None
        seen.update(block)
    return {one >> shift & ((1 << depth) - 1) for one in seen for shift in range(0, 8, depth)}


def chunk(kind: bytes, data: bytes) -> bytes:
    """A piece of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _rows(header: bytes) -> Iterator[int]:
    """How many bytes the rows of each pass have."""
    return (rows * long for rows, long, _ in _passes(header))


def _passes(header: bytes) -> Iterator[tuple[int, int, int]]:
    """How many rows each pass has, how many bytes each of these, with the byte that tells of its filter, and how many
    bits fill the last of them up."""
    width, height, depth, colours, _, _, passes = struct.unpack(">IIBBBBB", header)
    bits = depth * _CHANNELS[colours]
    for left, top, across, down in _PASSES if passes else ((0, 0, 1, 1),):
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            yield rows, 1 + -(-columns * bits // 8), -(columns * bits) % 8
