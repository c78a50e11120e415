"""A PNG of those chunks alone that make its image, each of the length, the values and the place that it has by right.

Source: PNG (W3C, third edition), 5.6 (order) and 11 (chunks). Sums are made anew, since a wrong one says something.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from models.word.leaving.pictures.effort import Effort
from models.word.leaving.pictures.png_rows import chunk, colours_used, only_rows, with_bare_ends

PNG = b"\x89PNG\r\n\x1a\n"
_GREY, _COLOURED, _PALETTED = 0, 2, 3
_CHANNELS = {_GREY: 1, _COLOURED: 3, _PALETTED: 3, 4: 2, 6: 4}
_BEFORE_PALETTE = frozenset((b"gAMA", b"cHRM", b"sRGB", b"sBIT"))
_BEFORE_POINTS = frozenset((b"tRNS", b"bKGD", b"pHYs"))
"""Whatever else goes, the frames of an animation too, which Word does not show (PNG, 11.3.2)."""
_MOST_GAMMA, _MOST_CHROMATIC = 1_000_000, 200_000  # hundred-thousandths: no colour and no screen has more
_DENSEST = 1_000_000  # points to a metre


def bare_png(data: bytes, effort: Effort) -> bytes:
    """The same image; ValueError or struct.error where the picture is damaged."""
    made, points, known = [PNG], list[bytes](), set[bytes]()
    header, colours, palette = b"", 0, 0  # the place of the palette among what is made
    for kind, said in _chunks(data, effort):
        if kind == b"IHDR" and not made[1:]:
            header = said[:13]
            width, height, depth, colour, *_, passes = struct.unpack(">IIBBBBB", header)
            if not (width and height and depth in (1, 2, 4, 8, 16) and colour in _CHANNELS and passes < 2):
                raise ValueError("This picture is damaged.")
            made.append(chunk(kind, struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, passes)))
        elif not header:
            raise ValueError("This picture is damaged.")
        elif kind == b"IDAT":
            points.append(said)
        elif kind == b"PLTE" and colour == _PALETTED and not (points or colours):
            colours, palette = min(len(said) // 3, 1 << min(depth, 8)), len(made)
            made.append(chunk(kind, said[: 3 * colours]))
        elif not points and kind not in known and _is_usual(kind, said, header, colours):
            known.add(kind)
            made.append(chunk(kind, said))
    if points:
        alone = only_rows(b"".join(points), header, effort)
        points = points if alone is None else [alone]
        ended = with_bare_ends(b"".join(points), header, effort)
        points = points if ended is None else [ended]
        if palette and (used := colours_used(b"".join(points), header, effort)) is not None:
            made[palette:] = _without_unused(made[palette:], used)
        made += [chunk(b"IDAT", one) for one in points]
    return b"".join((*made, chunk(b"IEND", b"")))


def _without_unused(chunks: list[bytes], used: set[int]) -> Iterator[bytes]:
    """A palette and what follows it, with nothing in those colours that no point has, nor is behind the picture."""
    grounds = (one[8] for one in chunks if one[4:8] == b"bKGD")
    used = used.union(grounds)
    for one in chunks:
        kind, said = one[4:8], bytearray(one[8:-4])
        each, empty = {b"PLTE": (3, b"\0\0\0"), b"tRNS": (1, b"\xff")}.get(kind, (0, b""))
        for at in range(len(said) // each if each else 0):
            if at not in used:
                said[each * at : each * (at + 1)] = empty
        yield chunk(kind, bytes(said))


def _chunks(data: bytes, effort: Effort) -> Iterator[tuple[bytes, bytes]]:
    """The chunks before the end: what each is, and what it says."""
    at, kind = len(PNG), b""
    while True:
        effort.spend()
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        if kind == b"IEND":  # the sum after it, which says nothing, may be cut off
            return
        if at + 12 + length > len(data):
            raise ValueError("This picture is cut off.")
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _is_usual(kind: bytes, said: bytes, header: bytes, colours: int) -> bool:
    """Whether a chunk beside the points stands where it may and says what such a one can say."""
    depth, colour = header[8], header[9]
    if kind in _BEFORE_PALETTE and colours:
        return False
    if kind not in _BEFORE_PALETTE | _BEFORE_POINTS or (kind == b"tRNS" and colour > _PALETTED):
        return False
    if kind == b"gAMA":
        return len(said) == 4 and 0 < int.from_bytes(said) <= _MOST_GAMMA
    if kind == b"cHRM":
        return len(said) == 32 and all(one <= _MOST_CHROMATIC for one in struct.unpack(">8I", said))
    if kind == b"sRGB":
        return len(said) == 1 and said[0] < 4
    if kind == b"pHYs":
        return len(said) == 9 and said[8] < 2 and max(struct.unpack(">II", said[:8])) <= _DENSEST
    if kind == b"sBIT":
        return len(said) == _CHANNELS[colour] and all(0 < one <= (8 if colour == _PALETTED else depth) for one in said)
    if colour == _PALETTED:
        return 0 < len(said) <= colours if kind == b"tRNS" else len(said) == 1 and said[0] < colours
    samples = 3 if colour & _COLOURED else 1
    return len(said) == 2 * samples and all(one >> depth == 0 for one in struct.unpack(f">{samples}H", said))
