"""Fields that tell of a machine or a person become the words they showed, or nothing where nobody reads them.

A field keeps its instruction beside its result: a path in INCLUDETEXT, a whole record in a citation program's ADDIN.
Instructions stay only for the fields that count and refer within the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from models.word.leaving.emptied import drop_if_empty
from models.word.leaving.parts import is_public
from models.word.namespaces import w

KEPT = frozenset((
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "REF", "PAGEREF", "NOTEREF", "FTNREF", "SEQ", "TOC", "HYPERLINK",
    "LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "STYLEREF", "SYMBOL", "EQ",
))  # fmt: skip
_OF_MAKERS = frozenset((
    "AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE", "SAVEDATE",
    "CREATEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "COMMENTS", "KEYWORDS",
))  # fmt: skip
_PROPERTY_OF_MAKERS = re.compile(
    r"(?:author|last ?(?:saved|modified)|company|manager|template|comments|keywords|create|print|total ?edit|revision)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r'"(https?://[^"]*)"', re.IGNORECASE)
_WEB = re.compile(r'^HYPERLINK\s+(?:\\[lt]\s+"[^"]*"\s*|\\[hmn]\s*|"https?://[^"]*"\s*|"#[^"]*"\s*)*$', re.IGNORECASE)
INSTRUCTIONS = (w("instrText"), w("delInstrText"))
_CHARACTER, _TYPE, _RUN, _LOOK = w("fldChar"), w("fldCharType"), w("r"), w("rPr")


def is_harmless(instruction: str) -> bool:
    """Whether a field counts or refers within the text, or leads to a page of the web, and tells nothing else."""
    words = instruction.split()
    if not words:
        return True
    name = words[0].upper()
    if name == "HYPERLINK":
        said = " ".join(words)
        return _WEB.match(said) is not None and all(map(is_public, _ADDRESS.findall(said)))
    return name in KEPT or name.startswith("=")


def tells_of_makers(instruction: str) -> bool:
    """Whether what a field shows is a name, a path or a time of those who made the file."""
    words = instruction.split(maxsplit=1)
    if not words:
        return False
    name, rest = words[0].upper(), words[1] if len(words) > 1 else ""
    return name in _OF_MAKERS or (name in ("DOCPROPERTY", "INFO") and _PROPERTY_OF_MAKERS.search(rest) is not None)


@dataclass
class _Open:
    begin: etree._Element
    instruction: str = ""
    code: list[etree._Element] = field(default_factory=list)
    result: list[etree._Element] = field(default_factory=list)
    separator: etree._Element | None = None


def unlink_fields(root: etree._Element, *, of_text: bool) -> None:
    """Replace the fields of a part that are not harmless by what they show.

    In a part `of_text` the words shown are words of the draft and stay; elsewhere (heads, feet) those that tell of the
    makers go.
    """
    for simple in list(root.iter(w("fldSimple"))):
        instruction = simple.get(w("instr")) or ""
        for data in simple.findall(w("fldData")):
            simple.remove(data)
        if not is_harmless(instruction):
            _unwrap(simple, keep=of_text or not tells_of_makers(instruction))
    if next(root.iter(_CHARACTER, *INSTRUCTIONS), None) is None:
        return
    gone: list[etree._Element] = []
    harmless: set[etree._Element] = set()
    stack: list[_Open] = []
    for run in root.iter(_RUN):
        for node in run:
            if node.tag == _LOOK:
                continue
            _follow(node, stack, gone, harmless, of_text)
    gone += [one for one in root.iter(*INSTRUCTIONS, _CHARACTER) if one not in harmless]
    _remove_all(gone)


def _follow(
    node: etree._Element,
    stack: list[_Open],
    gone: list[etree._Element],
    harmless: set[etree._Element],
    of_text: bool,
) -> None:
    kind = node.get(_TYPE) if node.tag == _CHARACTER else None
    ends = kind == "end" and bool(stack)
    separates = kind == "separate" and bool(stack) and stack[-1].separator is None
    for one in stack[:-1] if ends or separates else stack:  # of a field within, all goes with the code around it
        (one.result if one.separator is not None else one.code).append(node)
    if ends:
        _settle(stack.pop(), node, gone, harmless, of_text)
    elif separates:
        stack[-1].separator = node
    if ends or separates:
        return
    if kind == "begin":
        for told in list(node):
            node.remove(told)  # form fields keep help texts and macros here
        stack.append(_Open(node))
    elif node.tag in INSTRUCTIONS and stack and stack[-1].separator is None:
        stack[-1].instruction += node.text or ""


def _settle(
    one: _Open, end: etree._Element, gone: list[etree._Element], harmless: set[etree._Element], of_text: bool
) -> None:
    if is_harmless(one.instruction):
        harmless.update((one.begin, end, *(node for node in one.code if node.tag in INSTRUCTIONS)))
        if one.separator is not None:
            harmless.add(one.separator)
        return
    gone += one.code
    if not of_text and tells_of_makers(one.instruction):
        gone += one.result


def _remove_all(nodes: Iterable[etree._Element]) -> None:
    for node in nodes:
        run = node.getparent()
        if run is not None:
            run.remove(node)
            drop_if_empty(run)


def _unwrap(node: etree._Element, *, keep: bool) -> None:
    parent = node.getparent()
    if parent is None:
        return
    if keep:
        for child in list(node):
            node.addprevious(child)
    parent.remove(node)
