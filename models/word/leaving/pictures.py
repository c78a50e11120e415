"""What a picture says beside its image: cameras, programs, people, places. Taken out without drawing it anew.

Sources: PNG (W3C, third edition, 5.6), JPEG (ITU-T T.81, B.1), GIF89a, the header of [MS-EMF] 2.3.4.2.
"""

from __future__ import annotations

import gzip
import struct
import zlib

from lxml import etree

from models.word.leaving.tiff_pictures import SIGNS, bare_tiff

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_KEPT = frozenset((
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs",
    b"acTL", b"fcTL", b"fdAT",
))  # fmt: skip
_JPEG_KEPT = (0xE0, 0xEE)  # JFIF, and Adobe's note on colours; the colour profile (ICC) is kept by its own name
_USUAL_COLOURS = b"sRGB IEC61966"  # the profile that every program goes by where there is none; it names its makers
_LONGEST_PROFILE = 1 << 22  # bytes
_TOLD_IN_SVG = ("metadata", "title", "desc", "script")


class UnknownPicture(ValueError):
    """A picture of a kind that cannot be looked into."""


def bare_picture(data: bytes) -> bytes:
    """The same image without anything said beside it; UnknownPicture where its kind is not known or it is broken."""
    try:
        return _bare(data)
    except (struct.error, IndexError, KeyError, zlib.error, OSError, EOFError) as error:
        raise UnknownPicture("This picture is damaged.") from error


def _bare(data: bytes) -> bytes:
    if data.startswith(_PNG):
        return _bare_png(data)
    if data.startswith(b"\xff\xd8"):
        return _bare_jpeg(data)
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return _bare_gif(data)
    if data[:2] == b"\x1f\x8b":  # .emz and .wmz; the wrapping itself may tell a file's name and a time
        return gzip.compress(_bare(gzip.decompress(data)), mtime=0)
    if data[:4] == b"\x01\x00\x00\x00" and data[40:44] == b" EMF":
        return _bare_emf(data)
    if data[:4] == b"\xd7\xcd\xc6\x9a" or data[:4] in (b"\x01\x00\x09\x00", b"\x02\x00\x09\x00") or data[:2] == b"BM":
        return data  # placeable and plain WMF, BMP: formats without a place for words
    if data[:4] in SIGNS:
        return bare_tiff(data)
    if b"<svg" in data[:2048]:
        return _bare_svg(data)
    raise UnknownPicture("This picture is of a kind that cannot be looked into.")


def _bare_png(data: bytes) -> bytes:
    made, at = [_PNG], len(_PNG)
    while True:
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        end = at + 12 + length
        if end > len(data):
            raise UnknownPicture("This picture is cut off.")
        if kind in _PNG_KEPT and not (kind == b"iCCP" and _has_usual_colours(data[at + 8 : end - 4])):
            made.append(data[at:end])
        if kind == b"IEND":
            return b"".join(made)
        at = end


def _has_usual_colours(profile: bytes) -> bool:
    """Whether a colour profile of a PNG, with its name, is the usual one."""
    packed = profile[profile.find(b"\0") + 2 :]
    try:
        return _USUAL_COLOURS in zlib.decompressobj().decompress(packed, _LONGEST_PROFILE)
    except zlib.error:  # programs show the picture without it
        return False


def _bare_jpeg(data: bytes) -> bytes:
    made, at = [data[:2]], 2
    while True:
        if data[at] != 0xFF:
            raise UnknownPicture("This picture is damaged.")
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == 0xD9:
            return b"".join((*made, data[at : at + 2]))
        end = at + 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
        if end > len(data):
            raise UnknownPicture("This picture is cut off.")
        segment = data[at:end]
        at = end
        if _is_image(marker, segment):
            made.append(segment)
        if marker == 0xDA:
            end = _scan_end(data, at)
            made.append(data[at:end])
            at = end


def _is_image(marker: int, segment: bytes) -> bool:
    if marker == 0xE0:
        return segment[4:9] == b"JFIF\0"
    if marker == 0xE2:
        return segment[4:16] == b"ICC_PROFILE\0" and _USUAL_COLOURS not in segment
    return marker in _JPEG_KEPT or not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def _scan_end(data: bytes, at: int) -> int:
    """Where the coded image ends: before the next marker that is neither a stuffed byte nor a restart."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            raise UnknownPicture("This picture is cut off.")
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        else:
            return at


def _bare_gif(data: bytes) -> bytes:
    flags = data[10]
    at = 13 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0)
    made = [data[:at]]
    while data[at] != 0x3B:
        start = at
        if data[at] == 0x21:
            keep = data[at + 1] == 0xF9 or data[at + 3 : at + 14] == b"NETSCAPE2.0"
            at = _blocks_end(data, at + 2)
        elif data[at] == 0x2C:
            keep, flags = True, data[at + 9]
            at = _blocks_end(data, at + 11 + (3 << ((flags & 7) + 1) if flags & 0x80 else 0))
        else:
            raise UnknownPicture("This picture is damaged.")
        if keep:
            made.append(data[start:at])
    return b"".join((*made, b"\x3b"))


def _blocks_end(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _bare_emf(data: bytes) -> bytes:
    characters, offset = struct.unpack("<II", data[60:68])
    if not characters:
        return data
    made = bytearray(data)
    made[offset : offset + 2 * characters] = bytes(2 * characters)
    made[60:68] = bytes(8)
    return bytes(made)


def _bare_svg(data: bytes) -> bytes:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnknownPicture("This picture is damaged.") from error
    for node in list(root.iter(etree.Element)):
        name = etree.QName(node)
        for attribute in [str(key) for key in node.attrib if _is_foreign(etree.QName(key).namespace)]:
            del node.attrib[attribute]
        parent = node.getparent()
        if parent is not None and (_is_foreign(name.namespace) or name.localname in _TOLD_IN_SVG):
            parent.remove(node)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _is_foreign(namespace: str | None) -> bool:
    known = ("http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink", "http://www.w3.org/XML/1998/namespace")
    return namespace is not None and namespace not in known
