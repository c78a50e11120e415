"""Ids of lists that say nothing of where they were made: Word takes two lists of one id for the same.

So it does where words are copied from one file into another (ISO/IEC 29500-1, 17.9.15): an id that counted alone made
a list of bullets that of figures which stood at the same place in the other file. It comes from the list's place and
its levels: the same file gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from models.word.namespaces import w

_FORM = 0x0AD2E000
_LIST, _ID, _FORM_ID, _LEVEL = w("abstractNum"), w("nsid"), w("tmpl"), w("lvl")
_OF_LEVEL = tuple(map(w, ("start", "numFmt", "lvlText", "suff")))
_LARGEST = 0x7FFFFFFF


def give_ids(definition: etree._Element, number: int) -> None:
    """Give a list, the one of some number in its file, its ids in place, where it has room for them."""
    for one, value in _ids(definition, number):
        one.set(w("val"), value)


def given_ids(numbering: etree._Element) -> set[etree._Element]:
    """The elements with the ids of lists in a part that are such as these are given."""
    every = enumerate(numbering.iterchildren(_LIST), 1)
    return {
        one for number, listed in every for one, value in _ids(listed, number) if one.get(w("val")) == value
    }  # fmt: skip


def _ids(definition: etree._Element, number: int) -> Iterator[tuple[etree._Element, str]]:
    for one in definition.iterchildren(_ID):
        said = "\n".join((str(number), *_levels(definition)))
        yield one, f"{int.from_bytes(hashlib.sha256(said.encode()).digest()[:4]) & _LARGEST:08X}"
    for one in definition.iterchildren(_FORM_ID):
        yield one, f"{_FORM + number:08X}"


def _levels(definition: etree._Element) -> Iterator[str]:
    for level in definition.iterchildren(_LEVEL):
        yield "".join(one.get(w("val")) or "" for one in level.iterchildren(*_OF_LEVEL))
