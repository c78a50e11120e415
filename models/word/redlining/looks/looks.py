"""What a new paragraph is to look like in a Word file: like the nearest paragraph there of the same kind."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from models.draft import Draft, Kind, Paragraph
from models.draft.directions import way_in
from models.draft.numbering import has_suffix
from models.word.markup import child_of, element, letters_in, style_of
from models.word.namespaces import w
from models.word.reading.list_numbers import ListNumbers
from models.word.redlining.letters.atoms import Matched, OldAtom, atoms_in
from models.word.redlining.letters.notes_at_numbers import Places, places
from models.word.redlining.letters.revision_marks import look_of
from models.word.redlining.looks.behind_numbers import BehindNumbers
from models.word.redlining.looks.list_levels import (
    as_item,
    at_its_level,
    indent,
    is_of_a_list,
    without_list,
    without_place,
)
from models.word.redlining.looks.masthead_lines import MastheadLines
from models.word.redlining.looks.outline import tells_headings, with_outline
from models.word.redlining.looks.running_text import RunningText
from models.word.redlining.looks.typed_numbers import as_typed, in_one_manner, printed, typed_number
from models.word.styles import style_id
from models.word.writing.lists import in_list

_Sort = tuple[bool, bool, bool, bool, bool]
"""Of an old paragraph: whether it stands in no cell, has no number, has one with bis or ter, has a list of its own, is
kept with the next one.
"""


class Joined(NamedTuple):
    """The old paragraph that a new one is like, None for the one its look has anyway, and the list that it joins."""

    model: int | None
    place: tuple[str, int]


_PPR = w("pPr")
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
        return letters_in(self.element) == self.paragraph.text

    @property
    def numbered_by_word(self) -> bool:
        """Whether its number comes from one of Word's lists."""
        return self.paragraph.number is not None and not self.typed

    @property
    def typed(self) -> str:
        """The number as typed into the text, with the space after it; "" where there is none."""
        return self.matched.typed if not self._is_plain and self.matched is not None else ""

    def typed_before(self, paragraph: Paragraph) -> str:
        """Its number as typed, with what stands behind it, before the words of a paragraph."""
        return as_typed(self.typed, self.paragraph, paragraph)

    @property
    def space_behind_notes(self) -> str:
        """What parts the number typed before its text from the words, where that stands behind notes."""
        at = places(self.matched) if self.typed and self.matched is not None else None
        return at.space if at is not None and at.beside else ""

    @property
    def number_atoms(self) -> Sequence[OldAtom]:
        """The atoms of the number typed before its text."""
        return self.matched.number if self.typed and self.matched is not None else ()

    @property
    def atoms(self) -> Sequence[OldAtom]:
        """The atoms of its text."""
        return self.matched.atoms if self.matched is not None else ()

    @property
    def initial(self) -> Sequence[OldAtom]:
        """The atoms of its text that are set as an initial, in a paragraph of their own."""
        return self.atoms[: self.matched.initial] if self.matched is not None else ()

    @property
    def models(self) -> Sequence[OldAtom]:
        """The atoms that new words may look like."""
        return self.atoms[len(self.initial) :] or self.atoms


class Looks:
    """Finds models for new paragraphs among the old ones."""

    def __init__(
        self,
        old: Sequence[OldParagraph],
        new: Draft,
        styles: Mapping[str, int],
        lists: Mapping[int, tuple[int, int]],
        numbers: ListNumbers,
        masthead: MastheadLines,
        behind: BehindNumbers,
    ) -> None:
        """`old` in the order of the old draft; `styles` are the left indents of the file's styles by id, in twips.

        `lists` are the list and level of new paragraphs by position, in a file where nothing had a number; `numbers`
        knows the lists of the file, `masthead` the lines of the mastheads, `behind` what follows typed numbers.
        """
        self.masthead = masthead
        self.joined: dict[int, Joined] = {}  # new paragraphs by position, once that is known
        self._old = old
        self._lists = lists
        self._numbers = numbers
        self._styles = styles
        self._new = new
        self._by_words = tells_headings(new)
        self._running = RunningText(old, numbers)
        self._behind = behind
        self._places: dict[tuple[Kind, int], dict[_Sort, list[int]]] = {}
        for at, one in enumerate(old):
            alike = self._places.setdefault((one.paragraph.kind, one.paragraph.level), {})
            alike.setdefault(self._sort(one), []).append(at)

    def model(self, new: int, near: int) -> int | None:
        """The old paragraph that a new one is to look like; `near` is the old position it comes to stand at."""
        paragraph = self._new.paragraphs[new]
        if paragraph.kind is Kind.MASTHEAD and (line := self.masthead.model(new, near)) is not None:
            return line
        if is_of_a_list(paragraph):
            found = self._model(as_item(paragraph), near)
            if found is not None and self._old[found].numbered_by_word:
                return found
        return self._running.model(paragraph, near, self._model(paragraph, near))

    def _model(self, paragraph: Paragraph, near: int) -> int | None:
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
            fewer = len(places[sort]) < len(places.get((*sort[:4], not sort[4]), ()))
            return (*(one != other for one, other in zip(sort, own, strict=False)), sort[3], fewer, sort[4])

        if not places:
            return None
        return nearest(places[min(places, key=unlike)], near)

    def _sort(self, one: OldParagraph) -> _Sort:
        paragraph, restarts = one.paragraph, child_of(one.look, w("numPr")) is not None
        suffix, kept = has_suffix(paragraph.number), self._running.is_kept(one.look)
        return paragraph.cell is None, paragraph.number is None, suffix, restarts, kept

    def wish(self, new: int, model: int | None, force_typed: bool = False) -> tuple[etree._Element, str]:
        """The look of a new paragraph after a model, and the number to be typed before it ("" for none)."""
        look, number = self._wish(new, model, force_typed)
        return with_outline(look, self._new.paragraphs[new], self._numbers.styles, self._by_words), number

    def _wish(self, new: int, model: int | None, force_typed: bool) -> tuple[etree._Element, str]:
        paragraph = self._new.paragraphs[new]
        own = style_id(paragraph.kind, paragraph.level)
        item = self._empty_item(paragraph, self._old[model]) if model is not None and not force_typed else None
        if item is not None:
            return item, ""
        if own in self._styles and (model is None or not _stands_in_style(self._old[model].paragraph, paragraph)):
            return self._styled(paragraph, own, force_typed)
        if model is None:
            return self._numbered(new, element("pPr"), self._typed(new), force_typed)
        old = self._old[model]
        look = without_place(old.look)
        same_kind = (old.paragraph.kind, old.paragraph.level) == (paragraph.kind, paragraph.level)
        wants = paragraph.number is not None or paragraph.set_label is not None
        listed = old.numbered_by_word
        if not wants:
            return (without_list(look, self._styles) if listed else look), ""
        if (
            listed
            and same_kind
            and not force_typed
            and not has_suffix(paragraph.number)
            and paragraph.number is not None
        ):
            return look, ""
        if listed and not force_typed:
            deeper = at_its_level(look, old.paragraph, paragraph, self._numbers, self._styles)
            if deeper is not None:
                return deeper, ""
        number = self._typed(new, old if same_kind else None)
        look = without_list(look, self._styles) if listed else look
        if old.paragraph.kind is paragraph.kind is Kind.SUBPARAGRAPH and paragraph.level > old.paragraph.level:
            indent(look, paragraph.level - old.paragraph.level, self._styles)
        return self._numbered(new, look, number, force_typed)

    def _typed(self, new: int, old: OldParagraph | None = None) -> str:
        """The number of a new paragraph as typed, in the manner of an old one where that has one typed."""
        paragraph = self._new.paragraphs[new]
        like = old.typed_before(paragraph) + old.space_behind_notes if old is not None else ""
        if old is None or not like:
            if printed(paragraph) is None:
                return ""
            own = self._behind.as_in_own_file(new) if old is None else ""
            return own or typed_number(paragraph, "", behind=self._behind.of(new))
        own = self._behind.among_several(new, like)
        return own or self._behind.put_right(new, typed_number(paragraph, like, old.paragraph.number), old)

    def notes_at_number(self, new: int) -> Places | None:
        """Where the notes at the head of a new paragraph stand beside its number; None where it is not known."""
        return self._behind.notes_at_number(new)

    def _styled(self, paragraph: Paragraph, style: str, force_typed: bool) -> tuple[etree._Element, str]:
        """The look of one of Adref's own styles, numbered by its list where it has one."""
        turned = way_in(self._new, paragraph.text)
        look = element("pPr", element("pStyle", val=style), element("bidi") if turned else None)
        listed = paragraph.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH, Kind.SECTION)
        number = paragraph.number
        if listed and number is not None and not has_suffix(number) and not force_typed:
            return look, ""
        return (without_list(look, self._styles) if listed else look), typed_number(paragraph, "")

    def in_its_list(self, new: int, look: etree._Element, number: str, typed: bool) -> tuple[etree._Element, str]:
        """The look and typed number of a new paragraph in the list it joins, if it joins one; `typed`: it has to be."""
        joined = self.joined.get(new)
        if joined is None or typed:
            return look, number
        if self._numbers.place(look, style_of(look)) == joined.place:
            return look, ""
        return in_list(deepcopy(look), int(joined.place[0]), joined.place[1]), ""

    def _empty_item(self, paragraph: Paragraph, old: OldParagraph) -> etree._Element | None:
        """The look of an empty line of a list after a model, where a list of the file gives it its number."""
        if not is_of_a_list(paragraph) or not old.numbered_by_word:
            return None
        item, look = as_item(paragraph), without_place(old.look)
        if (old.paragraph.kind, old.paragraph.level) == (item.kind, item.level):
            return look
        return at_its_level(look, old.paragraph, item, self._numbers, self._styles)

    def _numbered(self, new: int, look: etree._Element, number: str, typed: bool) -> tuple[etree._Element, str]:
        """A look in the list that numbers a new paragraph, else with its number, to be typed."""
        if typed or new not in self._lists:
            return look, number
        return in_list(look, *self._lists[new]), ""

    def wish_where_it_stands(self, new: int, own: int, group: Sequence[int], force: bool) -> tuple[etree._Element, str]:
        """The look and typed number of a new paragraph whose mark is that of an old one."""
        paragraph, old = self._new.paragraphs[new], self._old[own]
        line = self.masthead.standing(new, own)
        if line is not None:
            return line, ""
        kind = (paragraph.kind, paragraph.level)
        has, wants = is_numbered(old.paragraph), is_numbered(paragraph)
        counts = paragraph.number is not None and not has_suffix(paragraph.number)
        stays = counts and old.numbered_by_word and not force
        if (old.paragraph.kind, old.paragraph.level) == kind and (has == wants or not wants):
            if not wants:
                return (without_list(old.look, self._styles) if has and old.numbered_by_word else old.look), ""
            if stays:
                return old.look, ""
            look = without_list(old.look, self._styles) if old.numbered_by_word else old.look
            kept = self._kept_number(new, own, group)
            return look, self._behind.put_right(new, kept, old) or self._typed(new, old)
        model = next(
            (at for at in group if (self._old[at].paragraph.kind, self._old[at].paragraph.level) == kind), None
        )
        if model is None or is_numbered(self._old[model].paragraph) != wants:
            model = self.model(new, own)
        look, number = self.wish(new, model, force)
        if number and stays and paragraph.level == old.paragraph.level:
            return old.look, ""  # read as another kind for what stands around it, it is an item of its list still
        kept = self._kept_number(new, own, group)
        return look, number and (self._behind.put_right(new, kept, old) or number)

    def _kept_number(self, new: int, own: int, group: Sequence[int]) -> str:
        """The number of a new paragraph as one of the old ones it comes from has it typed; "" where none has that.

        One that is typed in their manner in its own file is typed as there, whatever others of its kind have.
        """
        paragraph = self._new.paragraphs[new]
        typed = [one for one in map(self._old.__getitem__, (own, *group)) if one.typed]
        theirs = self._behind.as_in_own_file(new) if typed else ""
        if theirs and any(in_one_manner(one.typed, theirs) for one in typed):
            return theirs
        return next((one.typed_before(paragraph) for one in typed if printed(one.paragraph) == printed(paragraph)), "")


def nearest(places: Sequence[int], wanted: int) -> int | None:
    """Of places in order the nearest to one; of two as near, the first."""
    after = bisect(places, wanted)
    return min(places[max(after - 1, 0) : after + 1], key=lambda one: abs(one - wanted), default=None)


def is_numbered(paragraph: Paragraph) -> bool:
    """Whether anything is printed before a paragraph."""
    return printed(paragraph) is not None


def _stands_in_style(old: Paragraph, new: Paragraph) -> bool:
    """Whether one of Adref's own styles that fits an old paragraph fits a new one as well."""
    return old.kind is new.kind and style_id(old.kind, old.level) == style_id(new.kind, new.level)


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
