"""What a file says its parts are: the list of content types, by the name of a part or by the ending of names."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from urllib.parse import unquote

from lxml import etree

from models.word.namespaces import CONTENT_TYPES

TYPES = "[Content_Types].xml"
"""The part that has the list."""


@lru_cache(maxsize=4096)  # a file has few, each asked for again and again
def folded(name: str) -> str:
    """The name of a part as it is compared: without regard to case, and to what is written as "%20"."""
    return unquote(name).casefold()


def ending_of(name: str) -> str:
    """The ending of a part's name that tells its type, in small letters: "rels", of "_rels/.rels" too."""
    _, stop, ending = name.rpartition("/")[2].rpartition(".")
    return ending.casefold() if stop else ""


def type_of(types: etree._Element, name: str) -> str:
    """The content type of a part, or "" where the list does not say."""
    wanted, ending, default = "/" + folded(name), ending_of(name), ""
    for entry in types:
        if folded(entry.get("PartName") or "") == wanted:
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
    said = {"/" + folded(name) for name in names}
    for entry in list(types):
        if folded(entry.get("PartName") or "") in said:
            types.remove(entry)


def other_office(content_type: str) -> str | None:
    """What a file is whose main part has a content type, where it is no Word document: "a spreadsheet"."""
    if "spreadsheet" in content_type or "excel" in content_type:
        return "a spreadsheet"
    return "a presentation" if "presentation" in content_type or "powerpoint" in content_type else None
