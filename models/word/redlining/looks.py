"""What a new paragraph is to look like in a Word file: like the nearest paragraph there of the same kind."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from models.draft import Draft, Kind, Paragraph
from models.draft.masthead import masthead_roles
from models.draft.numbering import has_suffix
from models.word.markup import child_of, element, whole
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.redlining.atoms import Matched, OldAtom, atoms_in
from models.word.redlining.revision_marks import look_of
from models.word.styles import style_id
from models.word.writing.lists import in_list, typed
from models.word.writing.stylesheet import all_looks, indents

_Sort = tuple[bool, bool, bool, bool]
"""Of an old paragraph: whether it stands in no cell, has no number, has one with bis or ter, has a list of its own."""
_PPR, _T = w("pPr"), w("t")
_DEEPER = 567  # twentieths of a point, one centimetre
_NEVER_COPIED = ("framePr", "pageBreakBefore", "cnfStyle", "divId")
# What a paragraph of a kind may look like where the file has none of its own kind.
_STAND_INS: dict[Kind, tuple[Kind, ...]] = {
    Kind.PREAMBULAR: (Kind.ENACTING, Kind.TEXT, Kind.OPERATIVE),
    Kind.OPERATIVE: (Kind.PREAMBULAR, Kind.TEXT),
    Kind.SUBPARAGRAPH: (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.TEXT),
    Kind.HEADING: (Kind.SECTION, Kind.ANNEX, Kind.TEXT, Kind.PREAMBULAR),
    Kind.SECTION: (Kind.HEADING, Kind.ANNEX, Kind.TEXT, Kind.PREAMBULAR),
    Kind.ANNEX: (Kind.SECTION, Kind.HEADING, Kind.TEXT, Kind.PREAMBULAR),
}


@dataclass
class OldParagraph:
    """A paragraph of the old draft in the tree: its element and its look there, and its atoms once they are asked for.

    They must be asked for before the element is changed.
    """

    paragraph: Paragraph
    element: etree._Element
    look: etree._Element

    @cached_property
    def matched(self) -> Matched | None:
        """Its atoms, or None where the draft's text and the file's do not agree."""
        return atoms_in(self.paragraph, self.element)

    @cached_property
    def _is_plain(self) -> bool:
        """Whether the file's text is the draft's letter for letter, so that no number can be typed before it."""
        return "".join(map(str, self.element.itertext(_T, with_tail=False))) == self.paragraph.text

    @property
    def numbered_by_word(self) -> bool:
        """Whether its number comes from one of Word's lists."""
        return self.paragraph.number is not None and not self.typed

    @property
    def typed(self) -> str:
        """The number as typed into the text, with the space after it; "" where there is none."""
        return self.matched.typed if not self._is_plain and self.matched is not None else ""

    @property
    def number_atoms(self) -> Sequence[OldAtom]:
        """The atoms of the number typed before its text."""
        return self.matched.number if self.typed and self.matched is not None else ()

    @property
    def atoms(self) -> Sequence[OldAtom]:
        """The atoms of its text."""
        return self.matched.atoms if self.matched is not None else ()


class Looks:
    """Finds models for new paragraphs among the old ones."""

    def __init__(
        self, old: Sequence[OldParagraph], new: Draft, styles: Mapping[str, int], lists: Mapping[int, tuple[int, int]]
    ) -> None:
        """`old` in the order of the old draft; `styles` are the left indents of the file's styles by id, in twips.

        `lists` are the list and level of new paragraphs by position, in a file where nothing had a number.
        """
        self._old = old
        self._lists = lists
        self._styles = styles
        self._new = new
        self._places: dict[tuple[Kind, int], dict[_Sort, list[int]]] = {}
        for at, one in enumerate(old):
            alike = self._places.setdefault((one.paragraph.kind, one.paragraph.level), {})
            alike.setdefault(_sort(one), []).append(at)

    def masthead(self, new: int, model: int | None) -> etree._Element | None:
        """The look of a new masthead line by its role, where the file has Adref's own style for it.

        In a table it stands in the cell of its model and takes the model's indent: its own is that of another column.
        """
        paragraph = self._new.paragraphs[new]
        style = style_id(paragraph.kind, paragraph.level, self._roles.get(new))
        if paragraph.kind is not Kind.MASTHEAD or style not in self._styles:
            return None
        look = element("pPr", element("pStyle", val=style))
        if model is not None and self._old[model].paragraph.cell is not None:
            beside = child_of(self._old[model].look, w("pStyle"))
            left = self._styles.get(beside.get(w("val")) or "", 0) if beside is not None else 0
            look.append(element("ind", left=left, firstLine=0))
        return look

    @cached_property
    def _roles(self) -> dict[int, str]:
        return masthead_roles(self._new)

    def model(self, new: int, near: int) -> int | None:
        """The old paragraph that a new one is to look like; `near` is the old position it comes to stand at."""
        paragraph = self._new.paragraphs[new]
        found = self._nearest(self._places.get((paragraph.kind, paragraph.level), {}), paragraph, near)
        if found is None:
            for (kind, _), places in self._places.items():
                if kind is paragraph.kind and (one := self._nearest(places, paragraph, near)) is not None:
                    found = one
        for kind in (*_STAND_INS.get(paragraph.kind, ()), Kind.PREAMBULAR, Kind.OPERATIVE, Kind.TEXT, Kind.MASTHEAD):
            if found is None:
                found = self._nearest(self._places.get((kind, 0), {}), paragraph, near)
        return found

    @staticmethod
    def _nearest(places: Mapping[_Sort, Sequence[int]], paragraph: Paragraph, near: int) -> int | None:
        """Of the sort that is most like a paragraph, the place that is nearest; of two as near, the first."""
        own = (paragraph.cell is None, paragraph.number is None, has_suffix(paragraph.number))

        def unlike(sort: _Sort) -> tuple[bool, ...]:
            # A paragraph whose own list starts anew would make the new one go on in that list.
            return (*(one != other for one, other in zip(sort, own, strict=False)), sort[3])

        if not places:
            return None
        alike = places[min(places, key=unlike)]
        after = bisect(alike, near)
        return min(alike[max(after - 1, 0) : after + 1], key=lambda at: abs(at - near))

    def wish(self, new: int, model: int | None, force_typed: bool = False) -> tuple[etree._Element, str]:
        """The look of a new paragraph after a model, and the number to be typed before it ("" for none)."""
        paragraph = self._new.paragraphs[new]
        own = style_id(paragraph.kind, paragraph.level)
        if own in self._styles and (model is None or not _stands_in_style(self._old[model].paragraph, paragraph)):
            return _styled(paragraph, own, force_typed)
        if model is None:
            return self._numbered(new, element("pPr"), typed_number(paragraph, ""), force_typed)
        old = self._old[model]
        look = deepcopy(old.look)
        for name in _NEVER_COPIED:
            for child in look.findall(w(name)):
                look.remove(child)
        same_kind = (old.paragraph.kind, old.paragraph.level) == (paragraph.kind, paragraph.level)
        wants = paragraph.number is not None or paragraph.set_label is not None
        listed = old.numbered_by_word
        if not wants:
            return (without_list(look) if listed else look), ""
        if (
            listed
            and same_kind
            and not force_typed
            and not has_suffix(paragraph.number)
            and paragraph.number is not None
        ):
            return look, ""
        number = typed_number(paragraph, old.typed if same_kind else "", old.paragraph.number)
        look = without_list(look) if listed else look
        if old.paragraph.kind is paragraph.kind is Kind.SUBPARAGRAPH and paragraph.level > old.paragraph.level:
            _indent(look, paragraph.level - old.paragraph.level, self._styles)
        return self._numbered(new, look, number, force_typed)

    def _numbered(self, new: int, look: etree._Element, number: str, typed: bool) -> tuple[etree._Element, str]:
        """A look in the list that numbers a new paragraph, else with its number, to be typed."""
        if typed or new not in self._lists:
            return look, number
        return in_list(look, *self._lists[new]), ""

    def wish_where_it_stands(self, new: int, own: int, group: Sequence[int], force: bool) -> tuple[etree._Element, str]:
        """The look and typed number of a new paragraph whose mark is that of an old one."""
        paragraph, old = self._new.paragraphs[new], self._old[own]
        kind = (paragraph.kind, paragraph.level)
        has, wants = is_numbered(old.paragraph), is_numbered(paragraph)
        if (old.paragraph.kind, old.paragraph.level) == kind and (has == wants or not wants):
            if not wants:
                return (without_list(old.look) if has and old.numbered_by_word else old.look), ""
            if old.numbered_by_word and not force and not (paragraph.number is None or has_suffix(paragraph.number)):
                return old.look, ""
            if old.typed and printed(paragraph) == printed(old.paragraph):
                return old.look, old.typed
            look = without_list(old.look) if old.numbered_by_word else old.look
            return look, typed_number(paragraph, old.typed, old.paragraph.number)
        model = next(
            (at for at in group if (self._old[at].paragraph.kind, self._old[at].paragraph.level) == kind), None
        )
        if model is None or is_numbered(self._old[model].paragraph) != wants:
            model = self.model(new, own)
        return self.wish(new, model, force)


def _sort(one: OldParagraph) -> _Sort:
    paragraph = one.paragraph
    restarts = child_of(one.look, w("numPr")) is not None
    return paragraph.cell is None, paragraph.number is None, has_suffix(paragraph.number), restarts


def is_numbered(paragraph: Paragraph) -> bool:
    """Whether anything is printed before a paragraph."""
    return printed(paragraph) is not None


def _stands_in_style(old: Paragraph, new: Paragraph) -> bool:
    """Whether one of Adref's own styles that fits an old paragraph fits a new one as well."""
    return old.kind is new.kind and style_id(old.kind, old.level) == style_id(new.kind, new.level)


def _indent(look: etree._Element, levels: int, styles: Mapping[str, int]) -> None:
    """Indent a look by some levels more, so that its level is seen beside that of its model."""
    own, style = child_of(look, w("ind")), child_of(look, w("pStyle"))
    before = _left(own)
    if before is None:
        before = styles.get((style.get(w("val")) or "") if style is not None else "", 0)
    if own is None:
        own = element("ind")
        look.append(own)
        in_order(look)
    own.set(w("start") if own.get(w("start")) is not None else w("left"), str(before + levels * _DEEPER))


def _left(indent: etree._Element | None) -> int | None:
    return None if indent is None else whole(indent.get(w("start")) or indent.get(w("left")))


def left_indents(styles: etree._Element | None) -> dict[str, int]:
    """The left indents in effect of all styles by id, in twentieths of a point; "" stands for no style named."""
    if styles is None:
        return {}
    nodes = {one.get(w("styleId")) or "": one for one in styles.iterchildren(w("style"))}
    found = {}
    for name, node in nodes.items():
        seen: set[str] = set()
        above, left = name, None
        while left is None and above in nodes and above not in seen:
            seen.add(above)
            left = _left(nodes[above].find(f"{w('pPr')}/{w('ind')}"))
            based = child_of(nodes[above], w("basedOn"))
            above = (based.get(w("val")) or "") if based is not None else ""
        found[name] = left or 0
        if node.get(w("default")) in ("1", "true") and node.get(w("type")) == "paragraph":
            found[""] = left or 0
    return found


def _styled(paragraph: Paragraph, style: str, force_typed: bool) -> tuple[etree._Element, str]:
    """The look of one of Adref's own styles, numbered by its list where it has one."""
    look = element("pPr", element("pStyle", val=style))
    listed = paragraph.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION)
    number = paragraph.number
    if listed and number is not None and not has_suffix(number) and not force_typed:
        return look, ""
    return (without_list(look) if listed else look), typed_number(paragraph, "")


def printed(paragraph: Paragraph) -> str | None:
    """What is printed before a paragraph: its number, or the label it was given by hand."""
    return paragraph.number if paragraph.number is not None else paragraph.set_label


def typed_number(paragraph: Paragraph, like: str, like_number: str | None = None) -> str:
    """A paragraph's number as typed, with the space after it; in the manner of another typed one where it fits."""
    number = printed(paragraph)
    if number is None:
        return ""
    if like and like_number is not None and like.count(like_number) == 1 and paragraph.number is not None:
        head, tail = like.split(like_number)
        if "\n" not in like and not (tail.lstrip() and tail.lstrip()[0].isalnum()):
            return head + number + tail
    return typed(number) + (" " if paragraph.kind is Kind.SPONSOR_NOTE else "\t")


def without_list(look: etree._Element) -> etree._Element:
    """A copy of a look that no list numbers."""
    copy = deepcopy(look)
    for child in copy.findall(w("numPr")):
        copy.remove(child)
    copy.append(element("numPr", element("numId", val=0)))
    style = child_of(copy, w("pStyle"))
    known = all_looks().get(style.get(w("val")) or "") if style is not None else None
    if known is not None and child_of(copy, w("ind")) is None:
        copy.append(indents(known))
    return in_order(copy)


def old_paragraphs(paragraphs: Sequence[Paragraph], nodes: Sequence[etree._Element]) -> list[OldParagraph]:
    """Old paragraphs with their looks as they are now; those that look alike share one, which nobody changes."""
    looks: dict[bytes, etree._Element] = {}
    made = []
    for paragraph, node in zip(paragraphs, nodes, strict=True):
        own = child_of(node, _PPR)
        key = b"" if own is None else etree.tostring(own, with_tail=False)
        if key not in looks:
            looks[key] = look_of(node)
        made.append(OldParagraph(paragraph, node, looks[key]))
    return made
