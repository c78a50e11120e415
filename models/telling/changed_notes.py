"""The footnotes a reader has to be shown: those that say something else, and those that stand for something else."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from models.comparison.change import Change, Comparison, FootnoteChange
from models.comparison.references.sources import is_ibid, shape, sources_of_both
from models.comparison.words.plain import word_diff

_Places = dict[tuple[str, int], int]
"""Of each side ("old", "new") and id the number of the footnote's change."""


class ChangedNotes:
    """Finds the changed footnotes of a comparison by the paragraphs that cite them.

    A note that says what it said, but where another one stood, is told of as well: two that changed places put other
    sources under the same words.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._by_place: _Places = {}
        for number, note in enumerate(comparison.footnotes):
            self._by_place |= {("old", at): number for at in note.old} | {("new", at): number for at in note.new}

    def all(self) -> list[FootnoteChange]:
        """All that changed, in the order of the new draft; then those that stand in the place of another."""
        changed = [note for note in self._comparison.footnotes if note.kind != "unchanged"]
        if not self._comparison.footnotes:
            return changed
        instead = [
            note
            for change in self._comparison.changes
            if "notes" in change.reasons
            for note in self._in_other_places(*self._cited(change))
            if note.old and note.new
        ]
        return changed + list(dict.fromkeys(instead))

    def under(self, change: Change) -> list[FootnoteChange]:
        """Those cited in a change's paragraphs, each once, as they are read; one that only came or left here has one
        side.

        An "Ibid." that stands for another source is among them, with what it stands for behind its words.
        """
        if not self._comparison.footnotes:
            return []
        old, new = self._cited(change)
        places = [("new", at) for at in new] + [("old", at) for at in old]
        cited = dict.fromkeys(self._by_place[place] for place in places if place in self._by_place)
        found = [self._here(self._comparison.footnotes[at], old, new) for at in cited if not self._stands(at)]
        if "notes" in change.reasons:
            found += dict.fromkeys(self._in_other_places(old, new))
            found += self._for_other_sources(dict.fromkeys(old), dict.fromkeys(new))
        return self._as_read(found, old, new) if len(found) > 1 else found

    def _as_read(self, found: list[FootnoteChange], old: list[int], new: list[int]) -> list[FootnoteChange]:
        """In the order of the new marks; what is gone stands behind what it stood behind."""
        places = {note: at for at, note in reversed([*enumerate(new)])}
        behind, last = dict[int, int](), -1
        for at in old:
            became = self._comparison.footnotes[self._by_place["old", at]].new if ("old", at) in self._by_place else ()
            last = max([last, *(places[note] for note in became if note in places)])
            behind.setdefault(at, last)

        def place(note: FootnoteChange) -> tuple[int, bool]:
            here = [places[at] for at in note.new if at in places] or [behind[at] for at in note.old if at in behind]
            return min(here, default=len(new)), not note.new

        return sorted(found, key=place)

    def _cited(self, change: Change) -> tuple[list[int], list[int]]:
        old, new = self._comparison.old.paragraphs, self._comparison.new.paragraphs
        return (
            [note for at in change.old for note in old[at].footnotes],
            [note for at in change.new for note in new[at].footnotes],
        )

    def _here(self, note: FootnoteChange, old: Container[int], new: Container[int]) -> FootnoteChange:
        """A changed note as it is seen where these are cited: one that stood, or stands, elsewhere has one side."""
        gone = note.old if any(at in old for at in note.old) else ()
        come = note.new if any(at in new for at in note.new) else ()
        return note if (gone, come) == (note.old, note.new) else self._of_sides(gone, come)

    def _of_sides(self, gone: tuple[int, ...], come: tuple[int, ...]) -> FootnoteChange:
        kind = "reworded" if gone and come else "inserted" if come else "deleted"
        was = "".join(self._comparison.old.note[at].text for at in gone)
        now = "".join(self._comparison.new.note[at].text for at in come)
        return FootnoteChange(kind, gone, come, word_diff(was, now))

    def _in_other_places(self, old: Sequence[int], new: Sequence[int]) -> Iterator[FootnoteChange]:
        before = [self._by_place.get(("old", at)) for at in old]
        after = [self._by_place.get(("new", at)) for at in new]
        for i, j in _at_odds(before, after):
            gone = (old[i],) if i is not None and self._stands(before[i]) else ()
            come = (new[j],) if j is not None and self._stands(after[j]) else ()
            if gone or come:
                yield self._of_sides(gone, come)

    def _for_other_sources(self, old: Iterable[int], new: Container[int]) -> Iterator[FootnoteChange]:
        cited, cites = self._comparison.once(sources_of_both)
        for at in old:
            note = self._comparison.footnotes[self._by_place["old", at]] if ("old", at) in self._by_place else None
            if note is None or note.kind != "unchanged" or not note.new or note.new[0] not in new:
                continue
            one, two = cited[at], cites[note.new[0]]
            text = self._comparison.new.note[note.new[0]].text
            if is_ibid(text) and shape(one) != shape(two):
                words = (("equal", f"{text} ("), *word_diff(one, two), ("equal", ")"))
                yield FootnoteChange("reworded", (at,), note.new[:1], words)

    def _stands(self, number: int | None) -> bool:
        """Whether a note says what it said; what does not is told of by itself."""
        return number is not None and self._comparison.footnotes[number].kind == "unchanged"


def _at_odds(before: Sequence[int | None], after: Sequence[int | None]) -> Iterator[tuple[int | None, int | None]]:
    """The places where two rows of notes differ: one by one where they are as long, else as few as can be."""
    if len(before) == len(after):
        yield from ((at, at) for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1])
        return
    for op, i, i_end, j, j_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op != "equal":
            yield from zip_longest(range(i, i_end), range(j, j_end))
