"""Which footnote, section or annex of each draft a text names, and whether it is still the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property

from models.comparison.references.notes import compare_notes, one_source
from models.comparison.references.pointing import Pointing
from models.comparison.references.sources import shape, sources
from models.draft import Draft, Kind
from models.draft.named_parts import NamedPart
from models.draft.typed_numbers import heading_number

Group = tuple[tuple[int, ...], tuple[int, ...]]

_ENDS = {"section": (Kind.SECTION, Kind.ANNEX), "annex": (Kind.ANNEX,)}
_HEADS = frozenset({Kind.SECTION, Kind.ANNEX})


def is_divided(draft: Draft) -> bool:
    """Whether a draft has sections, annexes or articles that its text could name."""
    return any(one.kind in _HEADS or heading_number(one) is not None for one in draft.paragraphs)


class PartsMeant:
    """What the parts named in both drafts are.

    `lives_on` gives the new paragraphs an old one lives on in. A note is the same where it cites the same source, or
    where it is told as one note that was reworded; a section or an annex is the one that most of its paragraphs are in.
    """

    def __init__(
        self,
        drafts: tuple[Draft, Draft],
        groups: Sequence[Group],
        lives_on: Callable[[int], Sequence[int]],
        pointing: Callable[[], tuple[Pointing, Pointing]],
    ) -> None:
        self._drafts, self._groups, self._lives_on, self._pointing = drafts, groups, lives_on, pointing

    def same(self, old: NamedPart, new: NamedPart) -> bool | None:
        """Whether two names of the two drafts mean one part; None where that is not known for certain."""
        if old.sort == "note":
            return self._same_note(old.sign.text, new.sign.text)
        one, two = (pointing.part(part) for pointing, part in zip(self._pointing(), (old, new), strict=True))
        if one is None or two is None:
            return None
        if old.paragraph is not None:
            there = tuple(self._lives_on(one))
            return there == (two,) or (None if two in there else False)
        if old.sort not in _ENDS:
            there = tuple(self._lives_on(one))
            return there == (two,) or (None if two in there else False)
        return self._same_content(old.sort, one, two)

    def leads_nowhere(self, old: NamedPart, new: NamedPart) -> bool:
        """Whether nothing is called so any more as a known part of the old draft, where the new has its sort."""
        if old.sort == "note":
            there = all(note.mark != new.sign.text for note in self._drafts[1].footnotes)
            return there and old.sign.text in self._marked[0]
        before, now = self._pointing()
        return before.part(old) is not None and not now.has_part(new)

    def heir(self, old: NamedPart) -> str | None:
        """What a part of the old draft is called in the new one; None where that is gone or not known."""
        if old.sort == "note":
            was = self._marked[0].get(old.sign.text)
            now = self._sources_of_new.get(shape(self._sources[0].get(was, ""))) if was is not None else None
            now = self._heirs.get(was) if now is None and was is not None else now
            return f"footnote {self._drafts[1].note[now].mark}" if now is not None else None
        pointing = self._pointing()
        one = pointing[0].part(old)
        if one is None:
            return None
        if old.paragraph is not None:
            return next((label for at in self._lives_on(one) if (label := pointing[1].label(at))), None)
        if old.sort not in _ENDS:
            return next((name for at in self._lives_on(one) if (name := pointing[1].heading(at))), None)
        heads = [at for at, paragraph in enumerate(self._drafts[1].paragraphs) if paragraph.kind in _HEADS]
        at = next((at for at in heads if self._same_content(old.sort, one, at)), None)
        label = pointing[1].label(at) if at is not None else None
        return f"section {label}" if label and old.sort == "section" else label

    # Notes

    def _same_note(self, old: str, new: str) -> bool | None:
        was, now = self._marked[0].get(old), self._marked[1].get(new)
        if was is None or now is None:
            return None
        one, two = self._sources[0][was], self._sources[1][now]
        return shape(one) == shape(two) or (self._heirs.get(was) == now and one_source(one, two))

    @cached_property
    def _marked(self) -> tuple[dict[str, int], dict[str, int]]:
        """The note of each mark, those left out whose mark stands twice."""
        old, new = (
            {note.mark: note.id for note in draft.footnotes if often[note.mark] == 1}
            for draft in self._drafts
            if (often := Counter(note.mark for note in draft.footnotes)) is not None
        )
        return old, new

    @cached_property
    def _sources(self) -> tuple[dict[int, str], dict[int, str]]:
        return sources(self._drafts[0]), sources(self._drafts[1])

    @cached_property
    def _sources_of_new(self) -> dict[tuple[str, ...], int]:
        return {shape(source): note for note, source in reversed(self._sources[1].items())}

    @cached_property
    def _heirs(self) -> dict[int, int]:
        """The note each old one became."""
        changes = compare_notes(*self._drafts, self._groups)
        return {change.old[0]: change.new[0] for change in changes if change.old and change.new}

    # Sections and annexes

    def _same_content(self, sort: str, old: int, new: int) -> bool | None:
        """Whether most of what stands under one heading is what stands under the other; None where nothing tells."""
        ours, theirs = under(self._drafts[0], sort, old), under(self._drafts[1], sort, new)
        there = {at for one in ours for at in self._lives_on(one)}
        shared = len(there.intersection(theirs))
        if 2 * shared > len(ours) and 2 * shared > len(theirs):
            return True
        return False if there and theirs and not shared else None


def under(draft: Draft, sort: str, heading: int) -> range:
    """What stands in a section or an annex, by the position of its heading."""
    paragraphs = draft.paragraphs
    ends = (at for at in range(heading + 1, len(paragraphs)) if paragraphs[at].kind in _ENDS[sort])
    return range(heading + 1, next(ends, len(paragraphs)))
