"""Paragraphs as a proposal would have them, and which words of a phrase are those that would come or go."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from typing import NamedTuple

from models.comparison.words.features import words_of
from models.comparison.words.marked import side
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.dossier.histories.phrases import equals, word_places
from models.draft import Draft
from models.proposals.asked_for import rows_asked
from models.proposals.laid.rendering import Row
from models.proposals.proposal import END, Proposal

_SOME, _LONG = 3, 6
"""So many words together are told of where they are half of what was proposed, and so many however much more was."""
_ALIKE = 0.6
"""So much of two paragraphs together is the same words where one is the other as it was proposed."""

Span = tuple[int, int]
"""From and to in code points."""


class _Change(NamedTuple):
    """From and to in each of two texts of what goes and comes in one place."""

    old: Span
    new: Span


@dataclass(frozen=True)
class Asked:
    """A paragraph, or note, as a proposal would have it: what it is made of is `at` in its draft, None where it is new.

    `old` is what stands there, with the words of a proposal that this one amends, `new` what would.
    """

    at: int | None
    old: str
    new: str

    @cached_property
    def changes(self) -> tuple[tuple[_Change, _Change], ...]:
        """What would be other words, where: as a reader is shown it, and the words of it that are others.

        Of a sentence that is written anew only what is new in it was asked for; of a date it is all of it, where what
        is another in it is there.
        """
        return tuple((one, _trimmed(self.old, self.new, one)) for one in _changes(self.old, self.new))

    @cached_property
    def words(self) -> tuple[list[str], ...]:
        """The words that would come in each of the places, in small letters."""
        return tuple(_words(self.new, core.new) for _, core in self.changes)

    def is_like(self, text: str) -> bool:
        """Whether a new paragraph may be this one."""
        matcher = SequenceMatcher(None, words_of(self.new), words_of(text), autojunk=False)
        return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


@dataclass(frozen=True)
class Wanted:
    """Words of a phrase in a paragraph, each by its place there."""

    text: str
    places: tuple[Span, ...]

    def put_in(self, asked: Asked, stood: Callable[[str], bool]) -> str | None:
        """What of the phrase was asked to come in: "" all of it, None nothing that tells.

        What counts is where it comes in; of several words together that never `stood` in the draft, only that they do.
        """
        now = tuple(_changes(asked.old, self.text))
        theirs = []
        for (one, core), words in zip(asked.changes, asked.words, strict=True):
            there = [other.new for other in now if _near(asked.old, one.old, other.old)]
            if not there:
                continue
            same = _same(asked.new, self.text)
            if not words or any(_within(place, _carried(core.new, same)) for place in self.places):
                spans = [span for span in _carried(one.new, same) if _within(span, there)]
                theirs.append((spans, len(_words(asked.new, one.new))))
            elif core != one and (part := _part(core.new, asked.new, self.text)) and _within(part, there):
                theirs.append(([part], len(words)))  # of one date each of two may have asked for a part
        found = self._told(theirs)
        if found is None:
            others = (self._elsewhere(words, stood) for words in asked.words)
            found = next((said for said in others if said is not None), None)
        return found

    def taken_out(self, asked: Asked) -> str | None:
        """What of the phrase was asked to go: "" all of it, None nothing that tells."""
        if asked.old != self.text:
            return None
        theirs = [one.old for one, core in asked.changes if any(_within(place, [core.old]) for place in self.places)]
        return self._told([([span], len(_words(asked.old, span))) for span in theirs])

    def _told(self, theirs: Sequence[tuple[Sequence[Span], int]]) -> str | None:
        """The words of the phrase within spans of some stretches, each given with how many words it has."""
        every = [span for spans, _ in theirs for span in spans]
        if self.places and all(_within(place, every) for place in self.places):
            return ""
        for spans, many in theirs:
            run = max(self._runs(spans), key=len)
            if run and _tell(len(run), many):
                return self.text[run[0][0] : run[-1][1]]
        return None

    def _runs(self, spans: Sequence[Span]) -> Iterator[list[Span]]:
        """The words within some spans, those that stand together at once."""
        run: list[Span] = []
        for place in self.places:
            if not _within(place, spans) or (run and words_of(self.text[run[-1][1] : place[0]])):
                yield run
                run = []
            if _within(place, spans):
                run.append(place)
        yield run

    def _elsewhere(self, asked: Sequence[str], stood: Callable[[str], bool]) -> str | None:
        own = [self.text[slice(*place)].casefold() for place in self.places]
        first, _, size = SequenceMatcher(None, own, asked, autojunk=False).find_longest_match()
        if size < 2 or not _tell(size, len(asked)):
            return None
        said = self.text[self.places[first][0] : self.places[first + size - 1][1]]
        return None if stood(said) else said if size < len(own) else ""


def _tell(size: int, asked: int) -> bool:
    """Whether so many words of those that were asked for in one place are told of."""
    return size >= min(max(_SOME, asked / 2), _LONG, asked)


def asked(draft: Draft, proposal: Proposal, amended: Proposal | None = None) -> Iterator[Asked]:
    """The paragraphs of a draft that a proposal placed on it changes; `amended` is the one it amends, if any."""
    rows = tuple(rows_asked(draft, proposal, amended)) if proposal.edits else ()
    made = [(row.base, *_sides(row)) for row in rows]
    if proposal.kind == "move":
        left, there = [row for row in made if row[1] and not row[2]], [row for row in made if row[2] and not row[1]]
        # Where it would stand it may have other words.
        made = [(at, old, new) for (at, old, _), (_, _, new) in zip(left, there, strict=False)]
    parts: list[tuple[str, str]] = []
    for at, old, new in made:
        if new and not old:
            yield Asked(None, old, new)
        else:
            parts.append((old, new))
        if at is not None:
            # The parts of one that is split are of that one.
            whole = Asked(at, "".join(old for old, _ in parts), "\n".join(new for _, new in parts))
            if whole.old != whole.new:
                yield whole
            parts = []


def asked_of_notes(draft: Draft, proposal: Proposal) -> Iterator[Asked]:
    """The footnotes of a draft that a proposal placed on it changes, takes away or brings; `at` is an id."""
    note = draft.note.get(proposal.place.note) if proposal.place.note is not None else None
    if note is not None:
        edits = sorted(proposal.edits, key=lambda edit: (edit.start, edit.rank))
        ends = [0, *(edit.end.offset for edit in edits)]
        kept = [note.text[end : edit.start.offset] for end, edit in zip(ends, edits, strict=False)]
        come = [edit.come_text if edit.look is None else edit.gone for edit in edits]
        said = "".join(map("".join, zip(kept, come, strict=True))) + note.text[ends[-1] :]
        yield Asked(note.id, note.text, said.replace(END, "\n"))
        return
    for gone in (note for edit in proposal.edits for note in edit.gone_notes):
        if gone in draft.note:
            yield Asked(gone, draft.note[gone].text, "")
    stood = {note.text for note in draft.footnotes}
    yield from (Asked(None, "", note.text) for note in proposal.footnotes if note.text not in stood)


def _sides(row: Row) -> tuple[str, str]:
    words = [(piece.op, piece.text) for piece in row.pieces]
    return side(words, "delete"), side(words, "insert")


@lru_cache(maxsize=2048)
def _same(old: str, new: str) -> tuple[tuple[int, int, int], ...]:
    """What two texts have in common; the same ones are asked about for each phrase of a paragraph."""
    return tuple(equals(readable(word_diff(old, new))))


def _part(span: Span, old: str, new: str) -> Span | None:
    """Where all of a span of one text stands in another word by word, None where it is not kept together."""
    kept = _carried(span, tuple(equals(word_diff(old, new))))
    return kept[0] if len(kept) == 1 and kept[0][1] - kept[0][0] == span[1] - span[0] else None


def _changes(old: str, new: str) -> Iterator[_Change]:
    """What goes and what comes in its stead, place by place."""
    before = after = 0
    for at, there, long in (*_same(old, new), (len(old), len(new), 0)):
        if (at, there) != (before, after):
            yield _Change((before, at), (after, there))
        before, after = at + long, there + long


def _trimmed(old: str, new: str, change: _Change) -> _Change:
    """A change without the words that it begins and ends with on both sides; whole where it has no others."""
    gone, come = _places(old, change.old), _places(new, change.new)
    first, end = 0, min(len(gone), len(come))
    while first < end and old[slice(*gone[first])] == new[slice(*come[first])]:
        first += 1
    last = 0
    while first + last < end and old[slice(*gone[-1 - last])] == new[slice(*come[-1 - last])]:
        last += 1
    if first + last == len(gone) == len(come):
        return change
    return _Change(*(
        (places[first - 1][1] if first else start, places[-last][0] if last else stop)
        for places, (start, stop) in ((gone, change.old), (come, change.new))
    ))  # fmt: skip


def _near(text: str, one: Span, other: Span) -> bool:
    """Whether between two spans of a text there is no more than a word."""
    first, last = _word_ends(text)
    return bisect_left(first, max(one[0], other[0])) - bisect_right(last, min(one[1], other[1])) <= 1


@lru_cache(maxsize=256)
def _word_ends(text: str) -> tuple[list[int], list[int]]:
    """Where each word begins, and where each ends."""
    places = word_places(text)
    return [first for first, _ in places], [last for _, last in places]


def _carried(span: Span, same: Sequence[tuple[int, int, int]]) -> list[Span]:
    """What of a span of one text stands in another, there; `same` is what they have in common."""
    return [
        (max(span[0], old) - old + new, min(span[1], old + long) - old + new)
        for old, new, long in same
        if max(span[0], old) < min(span[1], old + long)
    ]


def _places(text: str, span: Span) -> list[Span]:
    """The words of a span, each by its place in the text."""
    return [(first + span[0], last + span[0]) for first, last in word_places(text[slice(*span)])]


def _words(text: str, span: Span) -> list[str]:
    """The words of a span in small letters."""
    return [text[slice(*place)].casefold() for place in _places(text, span)]


def _within(place: Span, spans: Iterable[Span]) -> bool:
    """Whether some of a word lies within spans: letters that are written into a word make it another."""
    return any(first < place[1] and place[0] < last for first, last in spans)
