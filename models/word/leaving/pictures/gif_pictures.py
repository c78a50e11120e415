"""A GIF of its images alone: no remarks, no words, no memory of programs, nothing behind the points of an image.

Source: GIF89a (CompuServe, 1990), 17 to 27 and appendix F; the one extension beside them that is of the image says how
often its frames are shown.
"""

from __future__ import annotations

import hashlib

from models.word.leaving.pictures.effort import Effort

SIGNS = (b"GIF87a", b"GIF89a")
_IMAGE, _EXTENSION, _END = 0x2C, 0x21, 0x3B
_CONTROL, _LOOPS = b"\x21\xf9\x04", b"\x21\xff\x0bNETSCAPE2.0\x03\x01"
_HEAD, _DESCRIBED = 13, 10  # bytes before the colours of all images, and before those of one
_HIGHEST, _WIDEST = 4096, 12  # codes, and bits of one
_CODES_AT_ONCE = 32  # bytes, read in the time of a record

_MOST_KNOWN = 16
_known: dict[bytes, bytes] = {}
"""Bare pictures by the hash of what they were made of: a file is compared and then cleaned, and the codes of a large
one take seconds. What was made is no proof of itself: where it is searched its codes are read again."""


def bare_gif(data: bytes, effort: Effort) -> bytes:
    """The same image; ValueError or IndexError where the picture is damaged."""
    own = hashlib.sha256(data).digest()
    made = _known.get(own)  # files are cleaned on several threads at once
    if made is None:
        made = _made_bare(data, effort)
        if len(_known) >= _MOST_KNOWN:
            _known.clear()
        _known[own] = made
    return made


def _made_bare(data: bytes, effort: Effort) -> bytes:
    at = _HEAD + _colours(data[10])
    head, made, control = bytearray(data[:at]), list[bytes](), b""
    used, looped, drawn = {data[11]}, False, False
    while not (drawn and at >= len(data)) and data[at] != _END:  # programs leave the last sign out
        effort.spend()
        start = at
        if data[at] == _EXTENSION:
            at = _blocks_end(data, at + 2, effort)
            said = data[start:at]
            if said.startswith(_CONTROL) and len(said) == 8:
                control = said  # of two before one image the last holds
            elif said.startswith(_LOOPS) and len(said) == 19 and not looped:
                looped = True
                made.append(said)
            elif data[start + 1] == 1:  # words over the image, which no program draws; what controls them goes too
                control = b""
        elif data[at] == _IMAGE:
            described, colours = data[at : at + _DESCRIBED], _colours(data[at + 9])
            own, at = bytearray(data[at + _DESCRIBED : at + _DESCRIBED + colours]), at + _DESCRIBED + colours
            end = _blocks_end(data, at + 1, effort)
            size = int.from_bytes(described[5:7], "little") * int.from_bytes(described[7:9], "little")
            seen, points = _points(data[at], _joined(data, at + 1), size, effort)
            if own:
                _blacken(own, seen)
            else:
                used |= seen
            made += [control, described, bytes(own), data[at : at + 1], points]
            at, control, drawn = end, b"", True
        elif drawn:
            break  # as those that show it do
        else:
            raise ValueError("This picture is damaged.")
    colours_of_all = head[_HEAD:]
    _blacken(colours_of_all, used)
    return b"".join((bytes(head[:_HEAD]), bytes(colours_of_all), *made, bytes((_END,))))


def _colours(flags: int) -> int:
    """How many bytes the colours take of which such flags tell."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blacken(colours: bytearray, used: set[int]) -> None:
    """Empty in place those of some colours that no point has."""
    for one in range(len(colours) // 3):
        if one not in used:
            colours[3 * one : 3 * one + 3] = bytes(3)


def _blocks_end(data: bytes, at: int, effort: Effort) -> int:
    while data[at]:
        effort.spend()
        at += data[at] + 1
    return at + 1


def _joined(data: bytes, at: int) -> bytes:
    pieces = []
    while data[at]:
        pieces.append(data[at + 1 : at + 1 + data[at]])
        at += data[at] + 1
    return b"".join(pieces)


def _points(bits: int, codes: bytes, size: int, effort: Effort) -> tuple[set[int], bytes]:
    """The colours that occur in an image, and its codes without what follows its last point, in blocks again.

    A point of a colour that occurs was written by a code of its own once, so the points need not be made.
    """
    if not 0 < bits < 9:
        raise ValueError("This picture is damaged.")
    clear, count, width, held, bits_held, at = 1 << bits, 0, bits + 1, 0, 0, 0
    known, mask, first = clear + 2, (2 << bits) - 1, [1] * clear + [0, 0]
    lengths, before, seen = first[:], 0, set[int]()
    left = 8 * len(codes)  # bits
    while count < size and left >= width:
        if bits_held < width:
            effort.spend()
            held |= int.from_bytes(codes[at : at + _CODES_AT_ONCE], "little") << bits_held
            bits_held, at = bits_held + 8 * _CODES_AT_ONCE, at + _CODES_AT_ONCE
        code = held & mask
        held >>= width
        bits_held -= width
        left -= width
        if code < clear:
            seen.add(code)
        elif code == clear:
            lengths, known, width, mask, before = first[:], clear + 2, bits + 1, (2 << bits) - 1, 0
            continue
        elif code == clear + 1:
            return seen, _blocks(codes[: _bytes_of(codes, left)])
        elif code > known or (code == known and not before):
            raise ValueError("This picture is damaged.")
        length = lengths[code] if code < known else before + 1
        if before and known < _HIGHEST:
            lengths.append(before + 1)
            known += 1
            if known > mask and width < _WIDEST:
                width, mask = width + 1, 2 * mask + 1
        before = length
        count += length
    end = _bytes_of(codes, left)
    return seen, _blocks(codes[: end + _length_of_end(codes, end, left, width, clear + 1)])


def _bytes_of(codes: bytes, left: int) -> int:
    """How many bytes have what was read, where so many bits of some codes are left."""
    return len(codes) - left // 8


def _length_of_end(codes: bytes, at: int, left: int, width: int, end: int) -> int:
    """How many more bytes hold the code that ends an image, where it follows its last point."""
    bits_held = left % 8
    more = max(0, -(-(width - bits_held) // 8))
    held = codes[at - 1] >> (8 - bits_held) if bits_held else 0
    said = held | int.from_bytes(codes[at : at + more], "little") << bits_held
    return more if said & ((1 << width) - 1) == end else 0


def _blocks(codes: bytes) -> bytes:
    pieces = [codes[at : at + 255] for at in range(0, len(codes), 255)]
    return b"".join((*(bytes((len(one),)) + one for one in pieces), b"\0"))
