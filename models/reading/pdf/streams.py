"""How much the compressed streams of a PDF unpack to, measured before anything else opens the file."""

from __future__ import annotations

import re
import zlib

MOST_UNPACKED = 64 << 20  # bytes of one stream; a page of text comes to some ten thousand
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 600
_FLATE = re.compile(rb"/Fl(?:ateDecode)?\b")
_LZW = re.compile(rb"/LZW(?:Decode)?\b")
_IMAGE = re.compile(rb"/Subtype\s*/Image\b")
_MOST_IMAGE = 256 << 20
_LZW_RATIO = 1400  # what LZW comes to at the most
_CHUNK = 1 << 20


def unpacks_absurdly(data: bytes) -> bool:
    """Whether some stream unpacks to more than any text needs, or is packed several times over."""
    for match in _STREAM.finditer(data):
        if data[match.start() - 3 : match.start()] == b"end":
            continue
        dictionary = data[max(0, match.start() - _DICTIONARY) : match.start()]
        dictionary = dictionary[dictionary.rfind(b" obj") + 1 :]
        image = _IMAGE.search(dictionary) is not None
        most = _MOST_IMAGE if image else MOST_UNPACKED
        if _LZW.search(dictionary) and not image:
            end = data.find(b"endstream", match.end())
            if (end - match.end()) * _LZW_RATIO > most * 16:
                return True
        head = _unpacked(data, match.end(), most)
        if head is None:
            return True
        # Packed twice: the ratios multiply, so what comes out is measured too.
        if len(_FLATE.findall(dictionary)) > 1 and _unpacked(head, 0, most) is None:
            return True
    return False


def _unpacked(data: bytes, start: int, most: int) -> bytes | None:
    """The stream from `start` on unpacked, empty where it is none; None where it comes to more than `most` bytes."""
    if data[start : start + 1] not in (b"\x78", b"\x68", b"\x58", b"\x48", b"\x38"):
        return b""
    unpacker = zlib.decompressobj()
    parts: list[bytes] = []
    size, at, rest = 0, start, b""
    try:
        while not unpacker.eof:
            if not rest:
                rest = data[at : at + _CHUNK // 16]
                at += len(rest)
                if not rest:
                    break
            part = unpacker.decompress(rest, _CHUNK)
            rest = unpacker.unconsumed_tail
            size += len(part)
            parts.append(part)
            if size > most:
                return None
    except zlib.error:
        pass  # a damaged end; what came before it counts
    return b"".join(parts)
