"""Fields that tell of a machine or a person become the words they showed, or nothing where nobody reads them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy, deepcopy
from dataclasses import dataclass, field

from lxml import etree

from models.word.leaving.parts.emptied import drop_if_empty
from models.word.leaving.parts.fields import (
    addresses_linked,
    instructions,
    is_harmless,
    tells_of_makers,
)
from models.word.leaving.parts.makers import InMarkup
from models.word.markup import element, text_elements
from models.word.namespaces import w
from models.word.reading.field_codes import bookmark_said, look_of_simple, said_at, said_by_simple, variable_of, voice
from models.word.seldom import each
from models.word.showing import INSTRUCTIONS, SIMPLE
from models.word.signs import SHOWN

_CHARACTER, _TYPE, _RUN, _LOOK = w("fldChar"), w("fldCharType"), w("r"), w("rPr")
_NOT_SHOWN = frozenset(map(w, ("t", "sym", "drawing", "pict", "object")))  # within a code


@dataclass
class _Open:
    begin: etree._Element
    form: etree._Element  # a copy of where it begins, with the form it holds
    at: int  # where what follows it stands among the contents
    said: list[str] = field(default_factory=list)
    voice: etree._Element | None = None
    separator: etree._Element | None = None
    result: int | None = None  # where what follows its separator stands among the contents
    shows: bool = False  # whether anything of that is shown


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


def variables_kept(root: etree._Element) -> Iterator[str]:
    """The bookmarks whose values the fields of a part keep where no page shows them."""
    for instruction in instructions(root):
        if name := variable_of(instruction):
            yield name


def unlink_fields(
    root: etree._Element, *, of_text: bool, secret: InMarkup | None = None, variables: Collection[str] = ()
) -> None:
    """Replace the fields of a part that are not harmless by what they show, and links to what holds a `secret` name.

    In a part `of_text` the words shown are words of the draft and stay; elsewhere (heads, feet) those that tell of the
    makers go. Nor do those stay that refer to `variables`, bookmarks in what no page shows of other fields.
    """

    def stays(instruction: str) -> bool:
        if secret is not None and any(map(secret.search, addresses_linked(instruction))):
            return False
        return is_harmless(instruction) and bookmark_said(instruction) not in variables

    for simple in list(each(root, SIMPLE)):
        instruction = simple.get(w("instr")) or ""
        for data in simple.findall(w("fldData")):
            simple.remove(data)
        if not stays(instruction):
            if said := said_by_simple(simple):
                simple.append(element("r", copy(look_of_simple(simple)), *_words(said, simple)))
            seen = variable_of(instruction) is None
            _unwrap(simple, keep=seen and (of_text or not tells_of_makers(instruction)))
    if next(each(root, _CHARACTER, *INSTRUCTIONS), None) is None:
        return
    contents = _Contents()
    stack: list[_Open] = []
    for run in root.iter(_RUN):
        for node in run:
            if node.tag == _LOOK:
                continue
            _follow(node, stack, contents, of_text, stays)
    gone = list(contents.within(contents.gone))
    harmless = contents.harmless.union(one for one in contents.within(contents.codes) if one.tag in INSTRUCTIONS)
    gone += [one for one in root.iter(*INSTRUCTIONS, _CHARACTER) if one not in harmless]
    gone += [one for one in contents.within(contents.codes) if one.tag in _NOT_SHOWN]  # nor has the draft any of it
    _remove_all(gone)


def _follow(
    node: etree._Element, stack: list[_Open], contents: _Contents, of_text: bool, stays: Callable[[str], bool]
) -> None:
    kind = node.get(_TYPE) if node.tag == _CHARACTER else None
    shown = node.tag in SHOWN
    if kind == "end" and stack:
        ended = stack.pop()
        _settle(ended, node, contents, of_text, stays)
        shown = ended.shows
    if stack:  # of a field within, all goes with the code around it
        contents.nodes.append(node)
        stack[-1].shows = stack[-1].shows or (shown and stack[-1].result is not None)
    if kind == "end" or not (stack or kind == "begin"):
        return
    if kind == "separate" and stack[-1].separator is None:
        stack[-1].separator, stack[-1].result = node, len(contents.nodes)
    elif kind == "begin":
        form = deepcopy(node) if len(node) else node
        for told in list(node):
            node.remove(told)  # form fields keep help texts and macros here
        stack.append(_Open(node, form, len(contents.nodes)))
    elif node.tag in INSTRUCTIONS and stack[-1].separator is None:
        stack[-1].said.append(node.text or "")
        stack[-1].voice = voice(stack[-1].voice, node)


def _settle(one: _Open, end: etree._Element, contents: _Contents, of_text: bool, stays: Callable[[str], bool]) -> None:
    last, instruction = len(contents.nodes), "".join(one.said)
    code = one.at, one.result if one.result is not None else last
    if stays(instruction):
        contents.codes.append(code)
        contents.harmless.update((one.begin, end, *((one.separator,) if one.separator is not None else ())))
        return
    contents.gone.append(code)
    result = one.result if one.result is not None else last
    if variable_of(instruction) is not None or (not of_text and tells_of_makers(instruction)):
        contents.gone.append((result, last))
        one.shows = False
        return
    at = one.begin if one.voice is None else one.voice
    if not one.shows and (said := said_at(instruction, at, end, one.form)):
        one.shows = True
        for words in _words(said, at):
            at.addprevious(words)
            contents.nodes.append(words)  # which go with the code of a field around this


def _words(said: str, at: etree._Element) -> Iterator[etree._Element]:
    """Elements for the words that a field shows at a place: of one that is deleted, they are too."""
    deleted = next(at.iterancestors(w("del")), None) is not None
    return text_elements(said, "delText" if deleted else "t")


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
