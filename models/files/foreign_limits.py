"""What LibreOffice would be busy with for a minute, or for ever: refused before it begins."""

from __future__ import annotations

import re

from models.reading.reading import CannotRead
from models.telling.figures import figure

_BINARY = re.compile(rb"(?<!\\)\\bin(\d+)")
_RICH_END, _RICH_OTHER = b"\\par", b"\\pard"
_OPEN_ENDS = (b"<text:p", b"<text:h")  # and a few that begin alike
_CONTENT = "content.xml"
_MOST_PARAGRAPHS = 50_000
"""More than a Word file may have, for not each is one of the text; LibreOffice reads ten thousand in five seconds."""
_DAMAGED = "This file is damaged and cannot be read; ask for it again."


def refuse_long(data: bytes, ending: str) -> None:
    """Raises CannotRead where a .rtf, .odt or .fodt has more, deeper or longer parts than any text.

    Whether it is damaged otherwise LibreOffice tells.
    """
    if ending == ".rtf":
        if any(int(said[1][:20]) > len(data) for said in _BINARY.finditer(data)):
            raise CannotRead(_DAMAGED)
        paragraphs = data.count(_RICH_END) - data.count(_RICH_OTHER)
    elif ending in (".odt", ".fodt"):
        content = _content_within(data) if ending == ".odt" else data
        _refuse_deep(content)
        paragraphs = sum(map(content.count, _OPEN_ENDS))
    else:
        return
    if paragraphs > _MOST_PARAGRAPHS:
        raise CannotRead(
            f"This file holds {figure(paragraphs)} paragraphs, more than a text can have; open it in parts."
        )


def _content_within(data: bytes) -> bytes:
    """The text of an archive that unpacks to no more than one may; empty where it has none, or is damaged."""
    import io
    import zipfile

    from models.word.archive import BROKEN, LARGEST_PART, TOO_MUCH, unpack_to_too_much

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if unpack_to_too_much(entries):
                raise CannotRead(TOO_MUCH)
            content = archive.getinfo(_CONTENT)
            if content.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):  # others ask for any memory
                return b""
            with archive.open(content) as stream:
                return stream.read(LARGEST_PART)
    except (*BROKEN, LookupError):
        return b""


def _refuse_deep(content: bytes) -> None:
    from lxml import etree

    from models.word.parsing import parsed

    try:
        parsed(content)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "depth" in str(error):
            raise CannotRead("This file nests its contents too deeply to be a text; it was not opened.") from None
