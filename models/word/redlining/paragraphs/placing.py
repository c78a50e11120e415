"""Where a new paragraph is put in a Word tree, so that it is read in its order and tables stay valid."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import islice

from lxml import etree

from models.draft import Draft
from models.word.markup import BLOCKS, block_before
from models.word.namespaces import w
from models.word.redlining.planned.plan import Cell
from models.word.redlining.planned.table_map import cells_around
from models.word.redlining.planned.text_boxes import BOX, Boxes
from models.word.seldom import each
from models.word.writing.masthead_table import COLUMNS, ROWS

_HOLDERS = (w("tbl"), BOX)
_FIELD_MARK = w("fldChar")
_CONTROLS = (w("sdtContent"), w("sdt"), w("customXml"))
_WITH_MANY = (w("tbl"), *_CONTROLS)
_ENDS = tuple(w(f"{change}RangeEnd") for change in ("moveFrom", "moveTo", "customXmlMoveFrom", "customXmlMoveTo"))


class Placing:
    """Puts new paragraphs between those that are there already; they must be put in ascending order."""

    def __init__(
        self,
        root: etree._Element,
        new: Draft,
        nodes: dict[int, etree._Element],
        gone: set[etree._Element],
        roles: Mapping[int, str],
        boxes: Boxes | None,
        theirs: Callable[[int], etree._Element | None],
    ) -> None:
        """`nodes` has the elements of new paragraphs by position and is added to; `gone` are deleted elements.

        `roles` are those of the new lines of the masthead, `boxes` tell what belongs in a text box, None where
        nobody knows. `theirs` gives the element of a new paragraph in its own file, if it has one.
        """
        self._roles, self._boxes, self._theirs = roles, boxes, theirs
        self._root, self._new, self._nodes, self._gone = root, new, nodes, gone
        self._next = _next_of(nodes, len(new.paragraphs))

    def put(self, new: int, node: etree._Element) -> None:
        """Put the element of a new paragraph in its place."""
        before = self._nodes.get(new - 1)
        after = self._after(new)
        self._nodes[new] = node
        cell = self._new.paragraphs[new].cell
        beside = self._beside_in_masthead(new, before, after) if cell is None and new in self._roles else None
        if beside is not None and beside is after:
            after.addprevious(node)
        elif beside is not None:
            self._put_after(new, beside, after, node, ())
        else:
            self._put(new, node, before, after, self._paths[new] or None)

    def _beside_in_masthead(
        self, new: int, before: etree._Element | None, after: etree._Element | None
    ) -> etree._Element | None:
        """The line before or after a new one of the masthead that stands in a cell where it belongs too, if any does.

        A text that is no Word file has no cells, and the file it is shown on has.
        """
        role, following = self._roles[new], self._next[new]
        around = [
            (before, self._roles.get(new - 1, "")),
            (after, self._roles.get(-1 if following is None else following, "")),
        ]
        for groups in (COLUMNS, ROWS):
            for node, other in around:
                one_place = any(role in group and other in group for group in groups)
                if one_place and node is not None and _holder(node, w("tc")) is not None:
                    return node
        return None

    def put_table(self, unit: range, node: etree._Element) -> None:
        """Put a new table in its place: where it is in a cell, that of the paragraph after it, which ends each cell."""
        before, after = self._nodes.get(unit[0] - 1), self._after(unit[-1])
        following = unit[-1] + 1
        own, others = self._paths[unit[0]], self._paths[following] if following < len(self._paths) else ()
        while own and own[-1] not in others:
            own = own[:-1]
        self._put(unit[0], node, before, after, own or None)

    def _put(
        self,
        new: int,
        node: etree._Element,
        before: etree._Element | None,
        after: etree._Element | None,
        own: tuple[Cell, ...] | None,
    ) -> None:
        """Put what begins with a new paragraph where `own` are the cells around it, the outermost first."""
        begins = after is not None and before is not None and self._begins_box(new, before, after)
        if after is not None and before is not None and (begins or self._is_in_cell_of(own, new, before, after)):
            self._out_of_inner(own, self._next[new], after).addprevious(node)
        elif before is not None:
            self._put_after(new, before, after, node, own)
        elif after is not None:
            self._put_before(new, after, node, own)
        else:
            self._put_first(node)

    def _begins_box(self, new: int, before: etree._Element, after: etree._Element) -> bool:
        """Whether a new paragraph stands first in the text box of the one after it."""
        if self._boxes is None:
            return before in after.iterancestors(w("p"))
        box = self._boxes.get(new)
        return box is not None and after.getparent() is box and box not in before.iterancestors(BOX)

    def _after(self, new: int) -> etree._Element | None:
        at = self._next[new]
        return None if at is None else self._nodes[at]

    def _is_in_cell_of(
        self, own: tuple[Cell, ...] | None, new: int, before: etree._Element, after: etree._Element
    ) -> bool:
        """Whether a new paragraph belongs to the cell of the one after it and not to that of the one before."""
        following = self._next[new]
        if not own or following is None or _holder(before, w("tc")) is _holder(after, w("tc")):
            return False
        one, other = self._new.paragraphs[new - 1].cell, self._new.paragraphs[following].cell
        return one != own[-1] if other == own[-1] else self._is_within(own, following) > self._is_within(own, new - 1)

    def _put_after(
        self,
        new: int,
        before: etree._Element,
        after: etree._Element | None,
        node: etree._Element,
        own: tuple[Cell, ...] | None,
    ) -> None:
        anchor = before
        if own is not None:
            anchor = self._out_of_inner(own, new - 1, before)
        else:
            within = set(after.iterancestors()) if after is not None else set()
            for holder in before.iterancestors(*_HOLDERS):
                if self._stays_in(holder, new, within):
                    break
                anchor = holder if holder.tag == w("tbl") else _paragraph_around(holder)
        outer = _out_of_control(anchor, after)
        if outer is not anchor and not self._is_in_control(new):
            anchor = outer
        following = anchor.getnext()
        # A paragraph inserted between a deleted one and one of another kind: rejected, LibreOffice would let the latter
        # look like the inserted one, and it would lose its number. Before the deleted ones it does not.
        if self._is_of_another_kind(new):
            following = None
        behind = anchor
        while following is not None and self._goes(following):
            if following in self._gone:  # behind a table or control that goes only where a paragraph follows it
                behind = following
            following = following.getnext()
        field = self._field_from(behind) if behind is not anchor else None
        behind.addnext(node) if field is None else field.addprevious(node)

    def _goes(self, node: etree._Element) -> bool:
        """Whether a paragraph goes, or a table or content control with all that stands in it."""
        return node in self._gone or (node.tag in _WITH_MANY and all(one in self._gone for one in node.iter(w("p"))))

    def _stays_in(self, holder: etree._Element, new: int, within: set[etree._Element]) -> bool:
        """Whether a new paragraph belongs in a table or box of the one before it; `within` holds the one after it."""
        if self._boxes is None or holder.tag != BOX:
            # Nothing stands between two boxes of one paragraph: they are read behind it, one after the other.
            return holder in within or (holder.tag == BOX and _paragraph_around(holder) in within)
        return holder is self._boxes.get(new)

    def _is_in_control(self, new: int) -> bool:
        """Whether a new paragraph stands in a content control of the one before it, in its own file."""
        before, own = self._theirs(new - 1), self._theirs(new)
        if before is None or own is None:
            return False
        return not set(before.iterancestors(*_CONTROLS)).isdisjoint(own.iterancestors(*_CONTROLS))

    def _out_of_inner(self, own: tuple[Cell, ...] | None, other: int | None, node: etree._Element) -> etree._Element:
        """The element of another paragraph, or the outermost table within the cell of a new one that it stands in."""
        if not own or other is None or not self._is_within(own, other):
            return node
        deeper = len(self._paths[other]) - len(own)
        return node if not deeper else next(islice(node.iterancestors(w("tbl")), deeper - 1, None), node)

    def _is_within(self, own: tuple[Cell, ...], other: int) -> bool:
        """Whether another paragraph stands in the cell of a new one, or in a table within it."""
        return self._paths[other][: len(own)] == own

    @cached_property
    def _paths(self) -> list[tuple[Cell, ...]]:
        return cells_around(self._new.paragraphs)

    def _is_of_another_kind(self, new: int) -> bool:
        """Whether a new paragraph, or one that comes after it, differs in kind or level from the next that stays."""
        return self._of_another_kind[new]

    @cached_property
    def _of_another_kind(self) -> list[bool]:
        paragraphs = self._new.paragraphs
        found = [False] * len(paragraphs)
        for at in reversed(range(len(paragraphs))):
            stays = self._next[at]
            if stays is not None:
                one, last = paragraphs[at], paragraphs[stays]
                found[at] = (one.kind, one.level) != (last.kind, last.level) or (at + 1 < stays and found[at + 1])
        return found

    def _put_before(self, new: int, after: etree._Element, node: etree._Element, own: tuple[Cell, ...] | None) -> None:
        anchor = self._out_of_inner(own, self._next[new], after)
        if own is None:
            for holder in after.iterancestors(*_HOLDERS):
                if self._boxes is not None and holder is self._boxes.get(new):
                    break
                anchor = holder if holder.tag == w("tbl") else _paragraph_around(holder)
        before = block_before(anchor)
        field = self._field_from(before) if before is not None else None
        (anchor if field is None else field).addprevious(node)

    def _field_from(self, last: etree._Element) -> etree._Element | None:
        """The first of some paragraphs that go, up to the last of them, with which a field begins that is open there.

        What comes between them would stand in a table of contents, say, that goes.
        """
        found, ended = None, 0
        block: etree._Element | None = last if self._has_fields else None
        while block is not None and self._goes(block):
            for mark in reversed(list(block.iter(_FIELD_MARK))):
                kind = mark.get(w("fldCharType"))
                if kind == "begin" and not ended:
                    found = block
                ended += (kind == "end") - (kind == "begin" and ended > 0)
            block = block_before(block)
        return found

    @cached_property
    def _has_fields(self) -> bool:
        return next(each(self._root, _FIELD_MARK), None) is not None

    def _put_first(self, node: etree._Element) -> None:
        body = self._root.find(w("body"))
        assert body is not None
        section = next((child for child in body if child.tag == w("sectPr")), None)
        if section is None:
            body.append(node)
        else:
            section.addprevious(node)


def _next_of(nodes: Mapping[int, etree._Element], size: int) -> list[int | None]:
    """For each new paragraph the next one that has an element already, before any is put."""
    found: list[int | None] = [None] * size
    following: int | None = None
    for at in reversed(range(size)):
        found[at] = following
        following = at if at in nodes else following
    return found


def _holder(node: etree._Element, tag: str) -> etree._Element | None:
    return next(node.iterancestors(tag), None)


def _out_of_control(node: etree._Element, after: etree._Element | None) -> etree._Element:
    """The content control that ends with a paragraph and holds the one `after` no more, or the ends of a move behind.

    The paragraph itself where no paragraph follows, not even one that goes: only before one can what comes be rejected
    without a rest.
    """
    around, top = set(after.iterancestors()) if after is not None else set(), node
    while (above := top.getparent()) is not None and above.tag in _CONTROLS and above not in around:
        if next((one for one in top.itersiblings() if one.tag in BLOCKS), None) is not None:
            return node
        top = above
    while top is not node and (following := top.getnext()) is not None:
        if following.tag not in _ENDS:
            return top if following.tag == w("p") else node
        top = following
    return node


def _paragraph_around(holder: etree._Element) -> etree._Element:
    found = _holder(holder, w("p"))
    return holder if found is None else found
