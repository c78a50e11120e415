"""Fields that tell of a machine or a person become the words they showed, or nothing where nobody reads them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, field

from lxml import etree

from models.word.fields import FRAME, INSTRUCTIONS, MARK, SIMPLE, Field, OpenFields, instructions
from models.word.leaving.parts.emptied import drop_if_empty
from models.word.leaving.parts.fields import addresses_linked, is_harmless
from models.word.leaving.parts.makers import InMarkup
from models.word.markup import element, text_elements
from models.word.namespaces import w
from models.word.reading.field_codes import (
    bookmark_said,
    look_of_simple,
    said_at,
    said_by_simple,
    variable_of,
    voice_of,
)
from models.word.seldom import each
from models.word.signs import SHOWN

_RUN, _LOOK = w("r"), w("rPr")
_NOT_SHOWN = frozenset(map(w, ("t", "sym", "drawing", "pict", "object")))  # within a code


@dataclass
class _Open:
    at: int  # where what follows its beginning stands among the contents
    result: int | None = None  # where what follows its separator stands
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


def unlink_fields(root: etree._Element, *, secret: InMarkup | None = None, variables: Collection[str] = ()) -> None:
    """Replace the fields of a part that are not harmless by what they show, and links to what holds a `secret` name.

    Nor do those stay that refer to `variables`, bookmarks in what no page shows of other fields.
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
            _unwrap(simple, keep=variable_of(instruction) is None)
    if next(each(root, *FRAME), None) is None:
        return
    contents = _Contents()
    fields = OpenFields()
    stack: list[_Open] = []
    for run in root.iter(_RUN):
        for node in run:
            if node.tag == _LOOK:
                continue
            shown, ended = node.tag in SHOWN, fields.follow(node) if node.tag in FRAME else None
            if ended is not None:
                shown = _settle(ended, stack.pop(), contents, stays)
            if stack:  # of a field within, all goes with the code around it
                contents.nodes.append(node)
                stack[-1].shows = stack[-1].shows or (shown and stack[-1].result is not None)
            if len(stack) < len(fields.within):
                stack.append(_Open(len(contents.nodes)))
            elif stack and stack[-1].result is None and fields.within[-1].separated:
                stack[-1].result = len(contents.nodes)
    for mark in root.iter(MARK):
        for told in list(mark):
            mark.remove(told)  # form fields keep help texts and macros here
    gone = list(contents.within(contents.gone))
    harmless = contents.harmless.union(one for one in contents.within(contents.codes) if one.tag in INSTRUCTIONS)
    gone += [one for one in root.iter(*FRAME) if one not in harmless]
    gone += [one for one in contents.within(contents.codes) if one.tag in _NOT_SHOWN]  # nor has the draft any of it
    _remove_all(gone)


def _settle(field: Field, one: _Open, contents: _Contents, stays: Callable[[str], bool]) -> bool:
    """Say what goes of a field that has ended; whether anything is shown of it."""
    last, instruction = len(contents.nodes), field.instruction
    result = one.result if one.result is not None else last
    if stays(instruction):
        contents.codes.append((one.at, result))
        contents.harmless.update(mark for mark in field.frame if mark.tag == MARK)
        return one.shows
    contents.gone.append((one.at, result))
    if variable_of(instruction) is not None:
        contents.gone.append((result, last))
        return False
    if not one.shows and (said := said_at(field)):
        at = voice_of(field)
        for words in _words(said, at):
            at.addprevious(words)
            contents.nodes.append(words)  # which go with the code of a field around this
        return True
    return one.shows


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
