"""Fields that tell of a machine or a person become the words they showed, or nothing where nobody reads them.

A field keeps its instruction beside its result: a path in INCLUDETEXT, a whole record in a citation program's ADDIN.
Instructions stay only for the fields that count and refer within the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from models.word.archive import fields_say
from models.word.leaving.parts.addresses import is_public
from models.word.leaving.parts.emptied import drop_if_empty
from models.word.leaving.parts.makers import InMarkup
from models.word.markup import letters_in
from models.word.namespaces import w
from models.word.package import Package
from models.word.seldom import each, seldom

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
_LINK, _WITH_WORDS = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE), ("\\l", "\\o", "\\t")
_WEB = re.compile(r'^HYPERLINK\s+(?:\\[lt]\s+"[^"]*"\s*|\\[hmn]\s*|"https?://[^"]*"\s*|"#[^"]*"\s*)*$', re.IGNORECASE)
_SAID = re.compile(r'"([^"]*)"|(\\\S)|([^\s"]+)')
_IN_FORMULA, _SEVERAL = re.compile(r"\w+"), re.compile(r"[,;]")
_SPELT = frozenset((
    "abs", "above", "alphabetic", "and", "arabic", "arabicdash", "average", "below", "caps", "cardtext", "count",
    "defined", "dollartext", "equation", "false", "figure", "firstcap", "hex", "if", "int", "left", "legaldefault",
    "lower", "max", "min", "mod", "not", "numberdefault", "or", "ordinal", "ordtext", "outlinedefault", "product",
    "right", "roman", "round", "sign", "sum", "true", "upper",
))  # fmt: skip
_WORD, _PICTURE = re.compile(r"[^\W\d_]{2}"), re.compile(r"[dMyHhmsaAPp\W]+")
INSTRUCTIONS = (w("instrText"), w("delInstrText"))
_CHARACTER, _TYPE, _RUN, _LOOK = w("fldChar"), w("fldCharType"), w("r"), w("rPr")
_SIMPLE = w("fldSimple")
seldom(*INSTRUCTIONS, _CHARACTER, _SIMPLE)
_LETTERS = w("t")
_NOT_SHOWN = frozenset((_LETTERS, *map(w, ("sym", "drawing", "pict", "object"))))  # within a code
_DEEP = 8  # fields within one another whose words are gathered


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
    words = instruction.split()
    if not words:
        return False
    name, rest = words[0].upper(), " ".join(words[1:])
    return name in _OF_MAKERS or (name in ("DOCPROPERTY", "INFO") and _PROPERTY_OF_MAKERS.search(rest) is not None)


def filled_in(root: etree._Element) -> Iterator[tuple[str, str]]:
    """What fields of a part show of those who made the file: the name of each field, and the words it last showed."""
    if not any(map(tells_of_makers, instructions(root))):
        return  # as in most files, of which not all letters are walked
    open_ones: list[tuple[list[str], list[str] | None]] = []  # what each says, and what it shows once that begins
    for node in root.iter(_CHARACTER, w("fldSimple"), w("instrText"), _LETTERS):
        kind = node.get(_TYPE) if node.tag == _CHARACTER else None
        if node.tag == w("fldSimple"):
            if tells_of_makers(instruction := node.get(w("instr")) or ""):
                yield instruction.split()[0].upper(), letters_in(node)
        elif kind == "begin":
            open_ones.append(([], None))
        elif kind == "separate" and open_ones:
            open_ones[-1] = open_ones[-1][0], []
        elif kind == "end" and open_ones:
            said, showed = open_ones.pop()
            if showed and tells_of_makers(instruction := "".join(said)):
                yield instruction.split()[0].upper(), "".join(showed)
        elif node.tag == _LETTERS:
            for _, showed in open_ones[-_DEEP:]:
                if showed is not None:
                    showed.append(node.text or "")
        elif open_ones and open_ones[-1][1] is None:
            open_ones[-1][0].append(node.text or "")


def names_said(instruction: str) -> Iterator[str]:
    """What a field refers to by a name: bookmarks, counters, styles, fonts; not addresses, nor what pages show."""
    name, _, rest = " ".join(instruction.split()).partition(" ")
    if name.startswith("="):
        said = _IN_FORMULA.findall(f"{name} {rest}")
    else:
        said = [quoted or plain for quoted, _, plain in _SAID.findall(rest)] if name.upper() != "EQ" else []
    for one in said:
        for word in (one,) if "://" in one else _SEVERAL.split(one):
            bare = word.strip().removeprefix("#")
            if (
                _WORD.search(bare)
                and bare.casefold() not in _SPELT
                and not _PICTURE.fullmatch(bare)
                and ":" not in bare
            ):
                yield bare


def words_filled_in(data: bytes) -> tuple[str, ...]:
    """What fields in the text of a Word file show of those who made it, each once."""
    if not fields_say(data, *(name.encode() for name in (*sorted(_OF_MAKERS), "DOCPROPERTY", "INFO"))):
        return ()
    package = Package(data)
    return tuple(dict.fromkeys(words for _, words in filled_in(package.root(package.main)) if words.strip()))


@dataclass
class _Open:
    begin: etree._Element
    at: int  # where what follows it stands among the contents
    said: list[str] = field(default_factory=list)
    separator: etree._Element | None = None
    result: int | None = None  # where what follows its separator stands among the contents


@dataclass
class _Contents:
    """What stands within fields, in the order of the text, and which pieces of it go or stay.

    A field goes with all that stands within it, at any depth: kept as bounds, since each piece may stand in thousands.
    """

    nodes: list[etree._Element] = field(default_factory=list)
    gone: list[tuple[int, int]] = field(default_factory=list)
    codes: list[tuple[int, int]] = field(default_factory=list)
    harmless: set[etree._Element] = field(default_factory=set)

    def within(self, bounds: list[tuple[int, int]]) -> Iterator[etree._Element]:
        """The contents that stand within any of some bounds."""
        at = 0
        for start, end in sorted(bounds):
            yield from self.nodes[max(at, start) : end]
            at = max(at, end)


def unlink_fields(root: etree._Element, *, of_text: bool, secret: InMarkup | None = None) -> None:
    """Replace the fields of a part that are not harmless by what they show, and links to what holds a `secret` name.

    In a part `of_text` the words shown are words of the draft and stay; elsewhere (heads, feet) those that tell of the
    makers go.
    """
    for simple in list(each(root, _SIMPLE)):
        instruction = simple.get(w("instr")) or ""
        for data in simple.findall(w("fldData")):
            simple.remove(data)
        if not _may_stay(instruction, secret):
            _unwrap(simple, keep=of_text or not tells_of_makers(instruction))
    if next(each(root, _CHARACTER, *INSTRUCTIONS), None) is None:
        return
    contents = _Contents()
    stack: list[_Open] = []
    for run in root.iter(_RUN):
        for node in run:
            if node.tag == _LOOK:
                continue
            _follow(node, stack, contents, of_text, secret)
    gone = list(contents.within(contents.gone))
    harmless = contents.harmless.union(one for one in contents.within(contents.codes) if one.tag in INSTRUCTIONS)
    gone += [one for one in root.iter(*INSTRUCTIONS, _CHARACTER) if one not in harmless]
    gone += [one for one in contents.within(contents.codes) if one.tag in _NOT_SHOWN]  # nor has the draft any of it
    _remove_all(gone)


def _may_stay(instruction: str, secret: InMarkup | None) -> bool:
    if secret is not None and any(map(secret.search, addresses_linked(instruction))):
        return False
    return is_harmless(instruction)


def addresses_linked(instruction: str) -> list[str]:
    """The places outside of the file that a field is a link to, in quotation marks or without; none of another kind."""
    link = _LINK.match(instruction)
    found, of_switch = list[str](), False
    for quoted, switch, plain in _SAID.findall(instruction[link.end() :]) if link is not None else ():
        place = "" if switch or of_switch else quoted or plain
        found += [place] if place and not place.startswith("#") else []
        of_switch = switch.lower() in _WITH_WORDS
    return found


def _follow(
    node: etree._Element, stack: list[_Open], contents: _Contents, of_text: bool, secret: InMarkup | None
) -> None:
    kind = node.get(_TYPE) if node.tag == _CHARACTER else None
    if kind == "end" and stack:
        _settle(stack.pop(), node, contents, of_text, secret)
    if stack:  # of a field within, all goes with the code around it
        contents.nodes.append(node)
    if kind == "end" or not (stack or kind == "begin"):
        return
    if kind == "separate" and stack[-1].separator is None:
        stack[-1].separator, stack[-1].result = node, len(contents.nodes)
    elif kind == "begin":
        for told in list(node):
            node.remove(told)  # form fields keep help texts and macros here
        stack.append(_Open(node, len(contents.nodes)))
    elif node.tag in INSTRUCTIONS and stack[-1].separator is None:
        stack[-1].said.append(node.text or "")


def _settle(one: _Open, end: etree._Element, contents: _Contents, of_text: bool, secret: InMarkup | None) -> None:
    last, instruction = len(contents.nodes), "".join(one.said)
    code = one.at, one.result if one.result is not None else last
    if _may_stay(instruction, secret):
        contents.codes.append(code)
        contents.harmless.update((one.begin, end, *((one.separator,) if one.separator is not None else ())))
        return
    contents.gone.append(code)
    if one.result is not None and not of_text and tells_of_makers(instruction):
        contents.gone.append((one.result, last))


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


def letters_in_codes(root: etree._Element) -> Iterator[str]:
    """The letters that stand within the codes of fields, what a field within a code shows too: no page has them."""
    open_ones: list[tuple[bool, list[str]]] = []  # whether its code goes on, and the letters in it
    for node in root.iter(_CHARACTER, _LETTERS) if next(each(root, _CHARACTER), None) is not None else ():
        kind = node.get(_TYPE) if node.tag == _CHARACTER else None
        if kind == "begin":
            open_ones.append((True, []))
        elif kind == "separate" and open_ones:
            open_ones[-1] = False, open_ones[-1][1]
        elif kind == "end" and open_ones:
            yield "".join(open_ones.pop()[1])
        elif node.tag == _LETTERS:
            for _, letters in [one for one in open_ones if one[0]][:1]:
                letters.append(node.text or "")


def instructions(root: etree._Element) -> Iterator[str]:
    """The instructions of fields, joined as they stand between two characters of fields."""
    now = ""
    for node in each(root, *INSTRUCTIONS, _CHARACTER, _SIMPLE):
        if node.tag in INSTRUCTIONS:
            now += node.text or ""
            continue
        if now.strip():
            yield now
        now = ""
        if node.tag == _SIMPLE:
            yield node.get(w("instr")) or ""
    if now.strip():
        yield now
