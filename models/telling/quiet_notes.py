"""Footnotes that differ and cite the same: "Ibid." for the same source, quotation marks, spacing, italics, the number
of a paragraph that has another one now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import product

from models.comparison.change import Comparison, FootnoteChange
from models.comparison.references.sources import cites_alike, ends_otherwise, is_ibid, led, shape, sources_of_both
from models.comparison.words.marked import side
from models.draft import Footnote
from models.telling.reasons import OF_NOTES
from models.telling.stray_references import references_of


class QuietNotes:
    """Says of each footnote of a comparison why it differs though it cites what it cited."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison

    @cached_property
    def _led(self) -> tuple[dict[int, str | None], dict[int, str | None]]:
        return led(self._comparison.old), led(self._comparison.new)

    def reason(self, note: FootnoteChange) -> str:
        """`ibid`, `typography`, `spacing`, `end`, `format` or `cross-reference`.

        Empty where a note cites something else, or does not differ.
        """
        old, new = self._comparison.old.note, self._comparison.new.note
        one = old.get(note.old[0]) if note.old else None
        two = new.get(note.new[0]) if note.new else None
        if one is None or two is None:
            return ""
        if note.kind == "unchanged":
            return "format" if list(_looks(one)) != list(_looks(two)) else ""
        # What stands beside a note may have been put together: only its own words are looked at.
        own = side(note.words, "delete") == one.text and side(note.words, "insert") == two.text
        sources = self._comparison.once(sources_of_both)
        cited, cites = sources[0].get(one.id, ""), sources[1].get(two.id, "")
        if not own:
            return ""
        if not cites_alike(cited, cites, self._led[0].get(one.id), self._led[1].get(two.id)):
            return "cross-reference" if self._followed(one, two, cited, cites) else ""
        if is_ibid(one.text) != is_ibid(two.text):
            return "ibid"
        if "".join(one.text.split()) == "".join(two.text.split()):
            return "spacing"
        return "end" if ends_otherwise(cited, cites) else "typography"

    def _followed(self, one: Footnote, two: Footnote, cited: str, cites: str) -> bool:
        """Whether two notes differ in the numbers alone by which they point to the same paragraphs."""
        return any(
            shape(references_of(self._comparison).followed(i, j, cited, cites)) == shape(cites)
            for i, j in self._cited_at.get((one.id, two.id), ())
        )

    @cached_property
    def _cited_at(self) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Of each two notes, where paragraphs that became one another cite them."""
        found: dict[tuple[int, int], list[tuple[int, int]]] = {}
        old, new = self._comparison.old.paragraphs, self._comparison.new.paragraphs
        for change in self._comparison.changes:
            for i, j in product(change.old, change.new):
                for notes in product({*old[i].footnotes}, {*new[j].footnotes}):
                    found.setdefault(notes, []).append((i, j))
        return found

    def told(self, note: FootnoteChange) -> str:
        """What happened to a note: "new", "deleted", "reworded", or what of it differs that is no matter."""
        return OF_NOTES.get(self.reason(note)) or _KINDS.get(note.kind, note.kind)

    def in_other_looks(self) -> list[FootnoteChange]:
        """Those that say what they said in other italics or bold letters."""
        notes = self._comparison.footnotes
        return [note for note in notes if note.kind == "unchanged" and self.reason(note)]


_KINDS = {"inserted": "new", "unchanged": "at another place"}


def _looks(note: Footnote) -> Iterator[tuple[bool, bool, bool]]:
    """The look of each letter; that of spaces and marks is seen by nobody."""
    return (run.marks for run in note.runs for letter in run.text if letter.isalnum())


def anything_differs(comparison: Comparison) -> bool:
    """Whether anything differs at all, the looks of a footnote's words included."""
    return comparison.differs or bool(QuietNotes(comparison).in_other_looks())
