"""Looks that new paragraphs bring from the new draft's own Word file, where the old file has their style too.

In cells that are new, and in those of new rows, what is set at the paragraph itself comes along without the style.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from functools import cached_property

from lxml import etree

from models.draft import Draft, Kind
from models.word.markup import child_of, element, style_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.property_order import in_order
from models.word.reading.appearance import ON
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.looks.list_levels import left_indents
from models.word.redlining.looks.looks import OldParagraph, is_numbered, nearest
from models.word.redlining.planned.plan import Cell, Edit
from models.word.redlining.things.things import NewThings
from models.word.styles import STYLE

_PPR, _PSTYLE, _IND = w("pPr"), w("pStyle"), w("ind")
_OF_ITS_PLACE = tuple(
    w(name)
    for name in ("numPr", "sectPr", "rPr", "framePr", "pageBreakBefore", "cnfStyle", "divId", "pPrChange")
)  # fmt: skip
_SET = frozenset((w("jc"), _IND, w("spacing"), w("keepNext"), w("bidi")))
_COMPARED = 40  # paragraphs that tell whether both files are of one house
Brought = tuple[etree._Element, int | None]
"""A look, and the old paragraph whose words those of the new one look like."""


class BroughtLooks:
    """The looks of new paragraphs in the new draft's own file."""

    def __init__(
        self,
        draft: Draft,
        old: Sequence[OldParagraph],
        package: Package,
        source: Callable[[], NewThings | None],
        lists: ListNumbers,
    ) -> None:
        """`package` is the old file, `source` gives the new one if there is any, `lists` are those of the old file."""
        self._draft, self._old, self._package = draft, old, package
        self._source_of, self._lists = source, lists
        self._edits: Sequence[Edit] = ()
        self._is_new: Callable[[Cell | None], bool] = lambda cell: False
        self._known: dict[int, Brought | None] = {}

    def learn(self, edits: Sequence[Edit], is_new: Callable[[Cell | None], bool]) -> None:
        """`edits` are those of paragraphs that stay in their place, `is_new` tells which cells are new."""
        self._edits, self._is_new = edits, is_new

    def of(self, new: int, near: int, look: etree._Element, model: int | None) -> Brought | None:
        """The look of a new paragraph that would have one like an old paragraph `model`; None where that is right."""
        paragraph = self._draft.paragraphs[new]
        if is_numbered(paragraph) or paragraph.kind is Kind.MASTHEAD:
            return None
        in_cell = self._is_new(paragraph.cell)
        style = style_of(look)
        if style in STYLE and not in_cell:
            return None
        if new not in self._known:
            self._known[new] = self._in_cell(new, look, model) if in_cell else self._in_text(new, near, look, model)
        return self._known[new]

    def _in_text(self, new: int, near: int, look: etree._Element, model: int | None) -> Brought | None:
        own = self._own(new)
        if own is None or not self._same_house:
            return None
        named = style_of(own) or self._their_names.get("")
        alike = named == (style_of(look) or self._names.get(""))
        if not self._is_shared(named) or (alike and _set_alike(own, look)):
            return None
        place = self._lists.place(own, named)
        if place is not None and self._lists.level(*place) is not None:
            return None  # a list would number it
        return own, model if alike else nearest(self._places.get(named or "", []), near)

    def _in_cell(self, new: int, look: etree._Element, model: int | None) -> Brought | None:
        own = self._own(new)
        if own is None:
            if model is None or self._old[model].paragraph.cell is not None:
                return None
            style, own, shared = child_of(look, _PSTYLE), element("pPr"), False
            if style is not None:
                own.append(deepcopy(style))
        else:
            style = child_of(own, _PSTYLE)
            shared = style is not None and self._is_shared(style_of(own))
            if style is not None and not shared:
                own.remove(style)
        if not shared and child_of(own, _IND) is None and self._indents.get(style_of(own) or ""):
            own.append(element("ind", left=0, right=0, firstLine=0))  # a body's own would leave no room in a cell
        return in_order(own), nearest(self._in_cells, new)

    def _own(self, new: int) -> etree._Element | None:
        """A copy of a new paragraph's properties in its own file, without what belongs to its place there."""
        source = self._source
        node = source.element(new) if source is not None else None
        if source is None or node is None:
            return None
        own = deepcopy(child_of(node, _PPR))
        if own is None:
            return element("pPr")
        for child in list(own):
            if child.tag in _OF_ITS_PLACE:
                own.remove(child)
        return source.carrier.copy(own)  # of what stays alone: a section has headers, which would come along

    @cached_property
    def _source(self) -> NewThings | None:
        return self._source_of()

    @cached_property
    def _same_house(self) -> bool:
        """Whether paragraphs that stay have the same style in both files."""
        source, alike, seen = self._source, 0, 0
        single = [edit for edit in self._edits if len(edit.old) == len(edit.new) == 1]
        for edit in single[:: max(1, len(single) // _COMPARED)]:
            node = source.element(edit.new[0]) if source is not None else None
            if node is not None:
                own = child_of(node, _PPR)
                seen += 1
                theirs = style_of(own) if own is not None else None
                old = style_of(self._old[edit.old[0]].look)
                alike += (theirs or self._their_names.get("")) == (old or self._names.get(""))
        return seen > 0 and 2 * alike > seen

    def _is_shared(self, style: str | None) -> bool:
        """Whether both files have a style of that id and name."""
        return style is not None and style in self._names and self._names[style] == self._their_names.get(style)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return _names(self._package)

    @cached_property
    def _their_names(self) -> Mapping[str, str]:
        return _names(self._source.package) if self._source is not None else {}

    @cached_property
    def _indents(self) -> Mapping[str, int]:
        return left_indents(self._package.root_of("styles"))

    @cached_property
    def _in_cells(self) -> Sequence[int]:
        """The old paragraphs that stand in cells."""
        return [at for at, one in enumerate(self._old) if one.paragraph.cell is not None]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The old paragraphs of each style that are no lines of a masthead."""
        found: dict[str, list[int]] = {}
        for at, one in enumerate(self._old):
            style = style_of(one.look) or self._names.get("")
            if style is not None and one.paragraph.kind is not Kind.MASTHEAD:
                found.setdefault(style, []).append(at)
        return found


def _set_alike(own: etree._Element, look: etree._Element) -> bool:
    """Whether two looks of one style say the same of how a paragraph itself is set."""
    return {one.tag: sorted(one.items()) for one in own if one.tag in _SET} == {
        one.tag: sorted(one.items()) for one in look if one.tag in _SET
    }


def _names(package: Package) -> Mapping[str, str]:
    """The names of a file's paragraph styles by id; "" has the id of the one that paragraphs have without any."""
    part, found = package.root_of("styles"), dict[str, str]()
    for one in part.iterchildren(w("style")) if part is not None else ():
        name = child_of(one, w("name"))
        if one.get(w("type")) == "paragraph" and name is not None:
            found[one.get(w("styleId")) or ""] = (name.get(w("val")) or "").casefold()
            if one.get(w("default")) in ON:
                found[""] = one.get(w("styleId")) or ""
    return found
