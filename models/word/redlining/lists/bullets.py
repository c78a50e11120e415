"""Bullets: a list prints them and they are no number, so no draft holds them, and a redline shows them all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from functools import cached_property

from lxml import etree

from models.draft import Draft, Kind, Paragraph
from models.word.markup import style_of
from models.word.redlining.lists.numbering_part import Place
from models.word.redlining.lists.their_lists import TheirLists
from models.word.redlining.looks.list_levels import without_list
from models.word.redlining.looks.looks import OldParagraph, is_numbered
from models.word.writing.lists import in_list


class Bullets:
    """Settles what stands before new paragraphs that have no number: the bullet of their own file, or none."""

    def __init__(
        self, draft: Draft, old: Sequence[OldParagraph], theirs: TheirLists, styles: Mapping[str, int]
    ) -> None:
        """`theirs` are the lists of the draft's own file, if it has one, `styles` the left indents of the base's."""
        self._draft, self._old, self._theirs, self._styles = draft, old, theirs, styles

    def of_new(self, new: int, look: etree._Element, before: etree._Element | None) -> etree._Element:
        """A look with the bullet of a paragraph that comes; `before` is the look of the paragraph before it.

        Where its own file does not tell it is as an old one with its words, as it may be moved; else it goes on in the
        list of the one before it, as in Word, and under a heading it begins none.
        """
        paragraph = self._draft.paragraphs[new]
        if is_numbered(paragraph) or self._theirs.knows(new):
            return self.settled(new, look)
        like = self._looks.get(paragraph.text, before if self._goes_on(new) else None)
        if like is None and new and self._draft.paragraphs[new - 1].kind is Kind.HEADING:
            return look if self._of(look) is None else without_list(look, self._styles)
        place = self._of(like) if like is not None else None
        return look if place is None or place == self._of(look) else _at(look, place)

    def settled(self, new: int, look: etree._Element) -> etree._Element:
        """A look with the bullet that the new paragraph has in its own file; the same where that is not known."""
        paragraph = self._draft.paragraphs[new]
        if is_numbered(paragraph) or not self._theirs.knows(new):
            return look
        ours = self._of(look)
        if not self._theirs.has_bullet(new):
            return look if ours is None else without_list(look, self._styles)
        level = (self._theirs.in_own_file(new) or ("", 0))[1]
        if ours is not None and ours[1] == level:
            return look
        if ours is not None and self._theirs.lists.has_bullet(ours[0], level):
            return _at(look, (ours[0], level))
        found = self._theirs.found(new, carry=True)
        return look if found is None else _at(look, found)

    def kept(self, new: int, old: Paragraph, look: etree._Element) -> etree._Element | None:
        """The look of an old paragraph with a bullet, at the level of the new one that stands in its place.

        None where one of them has no bullet, as far as is known, or the level has none.
        """
        paragraph = self._draft.paragraphs[new]
        if is_numbered(paragraph) or (paragraph.kind, paragraph.level) == (old.kind, old.level):
            return None
        ours, level = self._of(look), paragraph.level
        if ours is None or not (self._theirs.has_bullet(new) or paragraph.kind is old.kind):
            return None
        if not self._theirs.lists.has_bullet(ours[0], level):
            return look if self._theirs.has_bullet(new) else None
        return look if ours[1] == level else _at(look, (ours[0], level))

    @cached_property
    def _looks(self) -> Mapping[str, etree._Element]:
        """The looks of the old paragraphs by their words."""
        return {one.paragraph.text: one.look for one in self._old if one.paragraph.text and not one.paragraph.cell}

    def _goes_on(self, new: int) -> bool:
        """Whether a new paragraph is of the sort of the one before it, which has no number either."""
        above, here = self._draft.paragraphs[max(new - 1, 0)], self._draft.paragraphs[new]
        alike = (above.kind, above.level) == (here.kind, here.level) and above.cell is here.cell is None
        return alike and not is_numbered(above)

    def _of(self, look: etree._Element) -> Place | None:
        """The list and the level of a look that has a bullet."""
        place = self._theirs.lists.place(look, style_of(look))
        return place if place is not None and self._theirs.lists.has_bullet(*place) else None


def _at(look: etree._Element, place: Place) -> etree._Element:
    return in_list(deepcopy(look), int(place[0]), place[1]) if place[0].isdecimal() else look
