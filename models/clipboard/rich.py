"""RTF on the clipboard, which is read only where nothing else lies there."""

from __future__ import annotations

from collections.abc import Mapping

from models.clipboard.own import MIME

RICH = ("text/rtf", "application/rtf", "text/richtext", 'application/x-qt-windows-mime;value="Rich Text Format"')
"""What the systems call it; the last as Qt tells of one that it does not know."""
_BEGINS = b"{\\rtf"
_OTHERS = (MIME, "text/html", "text/plain", "text/plain;charset=utf-8")


def rich_alone(formats: Mapping[str, bytes]) -> bytes:
    """The RTF on a clipboard that holds the words in no other form; empty where it does, or where there is none."""
    if any(formats.get(one, b"").strip() for one in _OTHERS):
        return b""
    return next((data for one in RICH if (data := formats.get(one, b"")).lstrip().startswith(_BEGINS)), b"")
