"""Fields that tell of a machine or a person become the words they showed, or nothing where nobody reads them.

A field keeps its instruction beside its result: a path in INCLUDETEXT, a whole record in a citation program's ADDIN.
Instructions stay only for the fields that count and refer within the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from models.word.fields import FRAME, Field, OpenFields, name_of
from models.word.leaving.parts.addresses import is_public
from models.word.namespaces import w
from models.word.seldom import each

KEPT = frozenset((
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "FTNREF", "SEQ", "TOC", "HYPERLINK",
    "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "STYLEREF", "SYMBOL", "EQ",
))  # fmt: skip
_OF_MAKERS = frozenset((
    "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE", "SAVEDATE",
    "CREATEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "COMMENTS", "KEYWORDS",
))  # fmt: skip
_OF_PROPERTIES = frozenset(("DOCPROPERTY", "INFO"))
_OF_TEXT = frozenset((
    "title", "subject", "pages", "words", "characters", "characterswithspaces", "lines", "paragraphs", "bytes",
    "numpages", "numwords", "numchars", "filesize",
))  # fmt: skip
"""The properties that tell of the text, and how long it is."""
MAY_TELL = tuple(name.encode() for name in sorted(_OF_MAKERS | _OF_PROPERTIES))
"""What stands in the codes of a file with fields that tell of its makers, in capitals."""
_ADDRESS = re.compile(r'"(https?://[^"]*)"', re.IGNORECASE)
_LINK, _WITH_WORDS = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE), ("\\l", "\\o", "\\t")
_WEB = re.compile(r'^HYPERLINK\s+(?:\\[lt]\s+"[^"]*"\s*|\\[hmn]\s*|"https?://[^"]*"\s*|"#[^"]*"\s*)*$', re.IGNORECASE)
_SAID = re.compile(r'"([^"]*)"|(\\\S)|([^\s"]+)')
_LETTERS = w("t")


def is_harmless(instruction: str) -> bool:
    """Whether a field counts or refers within the text, or leads to a page of the web, and tells nothing else."""
    name = name_of(instruction)
    if name == "HYPERLINK":
        said = " ".join(instruction.split())
        return _WEB.match(said) is not None and all(map(is_public, _ADDRESS.findall(said)))
    return not name or name in KEPT or name.startswith("=")


def tells_of_makers(instruction: str) -> bool:
    """Whether what a field shows is a name, a path or a time of those who made the file, or a property they gave it."""
    name = name_of(instruction)
    if name not in _OF_PROPERTIES:
        return name in _OF_MAKERS
    said = _SAID.search(instruction.strip()[len(name) :])
    return said is None or "".join((said[1] or said[3] or "").split()).casefold() not in _OF_TEXT


def addresses_linked(instruction: str) -> list[str]:
    """The places outside of the file that a field is a link to, in quotation marks or without; none of another kind."""
    link = _LINK.match(instruction)
    found, of_switch = list[str](), False
    for quoted, switch, plain in _SAID.findall(instruction[link.end() :]) if link is not None else ():
        place = "" if switch or of_switch else quoted or plain
        found += [place] if place and not place.startswith("#") else []
        of_switch = switch.lower() in _WITH_WORDS
    return found


def letters_in_codes(root: etree._Element) -> Iterator[str]:
    """The letters that stand within the codes of fields, what a field within a code shows too: no page has them."""
    open_fields, letters = OpenFields(), dict[Field, list[str]]()
    for node in root.iter(*FRAME, _LETTERS) if next(each(root, *FRAME), None) is not None else ():
        if node.tag != _LETTERS:
            ended = open_fields.follow(node)
            if ended is not None and ended in letters:
                yield "".join(letters.pop(ended))
        else:
            for one in [one for one in open_fields.within if not one.separated][:1]:
                letters.setdefault(one, []).append(node.text or "")
