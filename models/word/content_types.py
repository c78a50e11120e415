"""What a file says its parts are: the list of content types, by the name of a part or by the ending of names."""

from __future__ import annotations

import posixpath
from collections.abc import Collection

from lxml import etree

from models.word.namespaces import CONTENT_TYPES


def type_of(types: etree._Element, name: str) -> str:
    """The content type of a part, or "" where the list does not say."""
    wanted, ending, default = "/" + name.casefold(), posixpath.splitext(name)[1][1:].casefold(), ""
    for entry in types:
        if (entry.get("PartName") or "").casefold() == wanted:
            return entry.get("ContentType") or ""
        if entry.get("PartName") is None and (entry.get("Extension") or "").casefold() == ending:
            default = entry.get("ContentType") or ""
    return default


def say_type(types: etree._Element, name: str, content_type: str) -> None:
    """Say of a part what it is, in the place of what was said."""
    unsay_types(types, [name])
    etree.SubElement(types, f"{{{CONTENT_TYPES}}}Override", PartName="/" + name, ContentType=content_type)


def unsay_types(types: etree._Element, names: Collection[str]) -> None:
    """Say nothing of these parts any more."""
    said = {"/" + name.casefold() for name in names}
    for entry in list(types):
        if (entry.get("PartName") or "").casefold() in said:
            types.remove(entry)


def other_office(content_type: str) -> str | None:
    """What a file is whose main part has a content type, where it is no Word document: "a spreadsheet"."""
    if "spreadsheet" in content_type or "excel" in content_type:
        return "a spreadsheet"
    return "a presentation" if "presentation" in content_type or "powerpoint" in content_type else None
