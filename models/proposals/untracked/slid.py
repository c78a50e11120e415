"""Words that were typed, of two places at which they may have been that which leaves whole what stands beside them.

“Urges all kind States” has either “kind ” new or “ kind”: where somebody strikes “ States”, puts something in behind
“kind”, or a note is cited right there, it is the one that this one stands beside, and not the one that it would cut.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.proposals.proposal import Proposal
from models.proposals.untracked.amended_words import marks_in

_Span = tuple[int, int]


def slid_beside(difference: Comparison, tracked: Iterable[Proposal]) -> Comparison:
    """What differs between a draft and a file without its tracked changes, with what was typed beside what is struck,
    what is put in and the marks of notes, rather than in or round these."""
    spans: dict[int, set[_Span]] = {}
    for edit in (edit for one in tracked if one.place.note is None for edit in one.edits):
        if (edit.gone or edit.come) and edit.look is None and edit.start.paragraph == edit.end.paragraph:
            spans.setdefault(edit.start.paragraph, set()).add((edit.start.offset, edit.end.offset))
    changes = tuple(_slid(one, difference, spans) for one in difference.changes)
    return difference if changes == difference.changes else replace(difference, changes=changes)


def _slid(change: Change, difference: Comparison, tracked: Mapping[int, Collection[_Span]]) -> Change:
    if len(change.old) != 1 or len(change.new) != 1 or all(op == "equal" for op, _ in change.words):
        return change
    at = change.new[0]
    marks = (marks_in(difference.old.paragraphs[change.old[0]]), marks_in(difference.new.paragraphs[at]))
    if at not in tracked and not all(marks):
        return change
    return change._replace(words=tuple(_words(change.words, _There(tracked.get(at, ()), *marks))))


def _words(words: Words, there: _There) -> Iterator[tuple[str, str]]:
    found = [*words]
    old = new = 0
    for n, (op, text) in enumerate(words):
        if op != "equal" and 0 < n < len(words) - 1 and found[n - 1][0] == found[n + 1][0] == "equal":
            before, behind = found[n - 1][1], found[n + 1][1]
            room = range(-_same(before[::-1], text[::-1]), _same(behind, text) + 1)
            wanted = (
                there.of_typed(new, new + len(text), old, room)
                if op == "insert"
                else there.of_gone(new, old, text, room)
            )
            if by := next((by for by in wanted if by in room), 0):
                every, first = before + text + behind, len(before) + by
                last = first + len(text)
                found[n - 1 : n + 2] = ("equal", every[:first]), (op, every[first:last]), ("equal", every[last:])
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    yield from ((op, text) for op, text in found if text)


def _same(beside: str, text: str) -> int:
    """By how many letters what was typed may stand farther on, and still be the same letters in the same text."""
    every = text + beside
    return next((n for n, letter in enumerate(beside) if letter != every[n]), len(beside))


class _There:
    """What stands in a paragraph of the file: what is tracked, and where the draft and the file have marks of notes."""

    def __init__(self, spans: Iterable[_Span], marks_of_draft: Sequence[int], marks: Sequence[int]) -> None:
        self._marks = marks_of_draft, marks
        self._by_first = sorted(spans)
        self._by_last = sorted(self._by_first, key=_last)

    def of_typed(self, start: int, end: int, old: int, room: range) -> Iterator[int]:
        """By how many letters what was typed would have to stand farther on to be whole beside what is there.

        `old` is its place in the draft; it may stand as much farther on as there is `room`.
        """
        spans = self._between(start + room.start, end + room.stop) if len(room) > 1 else []
        now = _cuts(start, end, spans)
        for first, last in spans if now else ():
            yield from (
                by for by in (first - end, last - start) if by in room and _cuts(start + by, end + by, spans) < now
            )
        for mark in self._marks[1]:
            if start < mark < end:
                yield from (by for by in (mark - end, mark - start) if old + by in self._marks[0])

    def of_gone(self, at: int, old: int, gone: str, room: range) -> Iterator[int]:
        """By how many letters what went from a place of the file would have to have stood farther on not to be within
        what is struck, or else right beside what is put in; `old` is where it stood in the draft."""
        beside = range(old - 1, old + len(gone) + 2)
        if len(room) < 2 or any(mark in beside for mark in self._marks[0]):
            return
        spans = self._between(at + room.start, at + room.stop)
        if there := [(first, last) for first, last in spans if first < at < last]:
            yield from (place - at for span in there for place in span)
        elif not any(at in span for span in spans):
            whole = (first for first, last in spans if first == last)
            yield from (place - at for place in whole if not any(first < place < last for first, last in spans))

    def _between(self, start: int, end: int) -> list[_Span]:
        """What is tracked that begins or ends between two places."""
        begin = self._by_first[bisect_left(self._by_first, (start, 0)) : bisect_left(self._by_first, (end, 0))]
        ended = self._by_last[bisect_left(self._by_last, start, key=_last) : bisect_left(self._by_last, end, key=_last)]
        return sorted({*begin, *ended})


def _last(span: _Span) -> int:
    return span[1]


def _cuts(start: int, end: int, spans: Iterable[_Span]) -> int:
    """How much of what is tracked stands within what was typed, or in part in it; what is struck whole there does not
    count."""
    return sum(start < first < end or start < last < end for first, last in spans if not start <= first < last <= end)
