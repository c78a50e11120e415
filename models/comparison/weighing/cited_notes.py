"""What differs in the notes that paragraphs cite, before it is asked how their own words differ."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from models.comparison.references.figures import References
from models.comparison.references.sources import cites_alike, ends_otherwise, is_ibid, led, sources
from models.draft import Draft


class CitedNotes:
    """The notes of both drafts by the sources they cite."""

    def __init__(self, old: Draft, new: Draft, references: References) -> None:
        self._old, self._new, self._references = old, new, references

    def differ(self, olds: Sequence[int], news: Sequence[int]) -> list[str]:
        """What differs in the notes some paragraphs cite and those that what they became cites: `notes` where it is
        other sources, else what their form follows from."""
        one = [note for at in olds for note in self._old.paragraphs[at].footnotes]
        two = [note for at in news for note in self._new.paragraphs[at].footnotes]
        cited = [self._sources[0].get(note, "") for note in one]
        cites = [self._sources[1].get(note, "") for note in two]
        if len(cited) != len(cites):
            return ["notes"]
        ways = [(self._led[0].get(a), self._led[1].get(b)) for a, b in zip(one, two, strict=True)]
        quiet = []
        if not _alike(cited, cites, ways):
            cited = [self._references.followed(olds[0], news[0], *both) for both in zip(cited, cites, strict=True)]
            if not _alike(cited, cites, ways):
                return ["notes"]
            quiet.append("cross-reference")
        if [_mark(self._old, note) for note in one] != [_mark(self._new, note) for note in two]:
            quiet.append("note number")
        lean = [(_is_ibid(self._old, a), _is_ibid(self._new, b)) for a, b in zip(one, two, strict=True)]
        said = [_said(self._old, note) for note in one], [_said(self._new, note) for note in two]
        # A source that is named by "Ibid." has no words of its own there to be of another shape.
        others = [(a, b) for a, b, leans in zip(cited, cites, lean, strict=True) if a != b and True not in leans]
        if others:
            quiet.append("end" if all(ends_otherwise(*pair) for pair in others) else "typography")
        elif any(was != now or (was and a != b) for (was, now), a, b in zip(lean, *said, strict=True)):
            quiet.append("ibid")
        return quiet

    @cached_property
    def _sources(self) -> tuple[dict[int, str], dict[int, str]]:
        return sources(self._old), sources(self._new)

    @cached_property
    def _led(self) -> tuple[dict[int, str | None], dict[int, str | None]]:
        return led(self._old), led(self._new)


def _alike(cited: Sequence[str], cites: Sequence[str], ways: Sequence[tuple[str | None, str | None]]) -> bool:
    return all(cites_alike(one, two, *way) for one, two, way in zip(cited, cites, ways, strict=True))


def _mark(draft: Draft, note: int) -> str | None:
    return draft.note[note].mark if note in draft.note else None


def _said(draft: Draft, note: int) -> str:
    return draft.note[note].text.strip() if note in draft.note else ""


def _is_ibid(draft: Draft, note: int) -> bool:
    return is_ibid(_said(draft, note))
