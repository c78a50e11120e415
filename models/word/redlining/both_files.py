"""The files of two texts as a redline asks for them, whatever becomes of their paragraphs.

It waits for no comparison, so that long files can be looked into while their texts are compared.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache, cached_property, partial

from models.draft import Draft
from models.draft.once import worked_out
from models.reading.language import UNKNOWN, language
from models.word.archive import says
from models.word.leaving.unseen.hidden import hiding_styles
from models.word.reading.list_numbers import lists_of
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.lists.bullets import Bullets
from models.word.redlining.lists.first_lists import first_lists
from models.word.redlining.lists.their_lists import TheirLists
from models.word.redlining.looks.behind_numbers import BehindNumbers
from models.word.redlining.looks.head_symbol import changed_symbol
from models.word.redlining.looks.list_levels import left_indents
from models.word.redlining.looks.looks import Looks
from models.word.redlining.looks.masthead_lines import MastheadLines
from models.word.redlining.open_base import BaseChanges, OpenBase
from models.word.redlining.planned.table_map import has_tables
from models.word.redlining.things.things import NewFile, NewThings, has_things, holds_things


class BothFiles:
    """The old draft's file, opened for one attempt, and the new draft's own file, if it has one."""

    def __init__(
        self, opened: OpenBase, old: Draft, new: Draft, new_file: NewFile | None = None, typed: Collection[int] = ()
    ) -> None:
        """`typed` are the new paragraphs whose number is typed in any case."""
        self.opened, self.old, self.new, self.new_file = opened, old, new, new_file
        self.stamp = Stamp("Adref", None, opened.first_id)
        opening = partial(NewThings, new_file, new, opened.package, self.stamp) if new_file else lambda: None
        self.source_of: Callable[[], NewThings | None] = cache(opening)  # which does not hold this in a ring
        self.things = self.source if self._may_hold_things() else None
        if self.things is not None and not self.things.any(opened.root):
            self.things = None
        styles = left_indents(opened.package.root_of("styles"))
        self.masthead = MastheadLines(old, new, [one.look for one in opened.old], styles)
        self.theirs, lists = first_lists(old, new, opened.package, typed, self._their_lists)
        self.bullets = Bullets(new, opened.old, self.theirs, styles)
        behind = BehindNumbers(new, opened.old, self.source_of)
        self.looks = Looks(opened.old, new, styles, lists, self.theirs.lists, self.masthead, behind)

    def are_for(self, old: Draft, new: Draft, base: bytes, base_changes: BaseChanges, new_file: NewFile | None) -> bool:
        """Whether they are the files of these very texts, opened so."""
        own, theirs = (one[0] if one is not None else None for one in (self.new_file, new_file))
        opened = self.opened.base is base and self.opened.base_changes == base_changes
        return opened and self.old is old and self.new is new and own is theirs

    def look_closely(self) -> None:
        """Know beforehand what will be asked of the paragraphs of both: the symbols they have, which notes they cite,
        how the old ones are numbered, and each letter of those that do not stand in the new draft as they are.
        """
        worked_out(self.symbols)
        worked_out(self.languages)
        there = {paragraph.text for paragraph in self.new.paragraphs}
        for paragraph in self.new.paragraphs:
            worked_out(paragraph.footnotes)
        for one in self.opened.old:
            worked_out(one.paragraph.footnotes)
            if one.paragraph.text not in there or one.typed:
                worked_out(one.matched)

    @property
    def source(self) -> NewThings | None:
        """The new draft's own file, looked into once it is asked for."""
        return self.source_of()

    @cached_property
    def symbols(self) -> tuple[str, str] | None:
        """The symbols of both texts where they differ."""
        return changed_symbol(self.old, self.new)

    @cached_property
    def languages(self) -> tuple[str, str]:
        """What languages both texts are in."""
        return language(self.old), language(self.new)

    @property
    def one_language(self) -> str | None:
        """The language that both texts are in; None where they are in two, or in one that is not known."""
        old, new = self.languages
        return old if old == new != UNKNOWN else None

    def hiding_styles(self) -> set[str] | None:
        """The styles that hide letters, as they are now; None where nothing hides any."""
        return hiding_styles(self.opened.package) if says(self.opened.base, b"vanish", b"specVanish") else None

    def _may_hold_things(self) -> bool:
        """Whether the new draft's own file has to be looked into: for what is no word, in either, or for its tables."""
        if self.new_file is None:
            return False
        return has_tables(self.old, self.new) or has_things(self.opened.root) or holds_things(self.new_file[0])

    def _their_lists(self) -> TheirLists:
        file = self.new_file[0] if self.new_file is not None else None
        package = self.opened.package
        return TheirLists(package, self.opened.old, self.source_of, lists_of(package), file)
