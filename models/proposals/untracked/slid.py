"""Words that were typed, of two places at which they may have been that which leaves whole what stands beside them.

“Urges all kind States” has either “kind ” new or “ kind”: where somebody strikes “ States”, or a note is cited right
behind it, it is the one that this one stands beside, and not the one that it would cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from models.comparison.change import Change, Comparison
from models.comparison.words.marked import Words
from models.proposals.proposal import Proposal
from models.proposals.untracked.amended_words import marks_in

_Span = tuple[int, int]


def slid_beside(difference: Comparison, tracked: Iterable[Proposal]) -> Comparison:
    """What differs between a draft and a file without its tracked changes, with what was typed beside what is struck,
    and beside the marks of notes, rather than in these."""
    struck: dict[int, list[_Span]] = {}
    for edit in (edit for one in tracked if one.place.note is None for edit in one.edits):
        if edit.gone and edit.look is None and edit.start.paragraph == edit.end.paragraph:
            struck.setdefault(edit.start.paragraph, []).append((edit.start.offset, edit.end.offset))
    changes = tuple(_slid(one, difference, struck) for one in difference.changes)
    return difference if changes == difference.changes else replace(difference, changes=changes)


def _slid(change: Change, difference: Comparison, struck: Mapping[int, Sequence[_Span]]) -> Change:
    if len(change.old) != 1 or len(change.new) != 1 or not any(op == "insert" for op, _ in change.words):
        return change
    at = change.new[0]
    spans = struck.get(at, ())
    marks = (marks_in(difference.old.paragraphs[change.old[0]]), marks_in(difference.new.paragraphs[at]))
    return change._replace(words=tuple(_words(change.words, spans, marks))) if spans or all(marks) else change


def _words(words: Words, spans: Sequence[_Span], marks: tuple[list[int], list[int]]) -> Iterator[tuple[str, str]]:
    """`marks` are the places of those of notes, in the draft and in the file."""
    found = [*words]
    old = new = 0
    for n, (op, text) in enumerate(words):
        if op == "insert" and 0 < n < len(words) - 1 and found[n - 1][0] == found[n + 1][0] == "equal":
            before, behind = found[n - 1][1], found[n + 1][1]
            wanted = (*_beside_struck(new, new + len(text), spans), *_beside_marks(new, new + len(text), old, marks))
            for by in wanted:
                moved = _moved(before, text, behind, by)
                if moved is not None:
                    found[n - 1 : n + 2] = [("equal", moved[0]), ("insert", moved[1]), ("equal", moved[2])]
                    break
        old += len(text) if op != "insert" else 0
        new += len(text) if op != "delete" else 0
    yield from ((op, text) for op, text in found if text)


def _beside_struck(start: int, end: int, spans: Iterable[_Span]) -> Iterator[int]:
    """By how many letters what was typed would have to stand farther on to be whole beside what is struck."""
    for first, last in spans:
        if start < first < end < last:
            yield first - end
        elif first < start < last < end:
            yield last - start


def _beside_marks(start: int, end: int, old: int, marks: tuple[list[int], list[int]]) -> Iterator[int]:
    """The same to be beside marks of notes within, where the draft has these; `old` is its place there."""
    for mark in marks[1]:
        if start < mark < end:
            yield from (by for by in (mark - end, mark - start) if old + by in marks[0])


def _moved(before: str, text: str, behind: str, by: int) -> tuple[str, str, str] | None:
    """The same letters, with as many of those that are new farther on; None where others would be new then."""
    every, first = before + text + behind, len(before) + by
    if first < 0 or first + len(text) > len(every):
        return None
    rest = every[:first] + every[first + len(text) :]
    if rest != before + behind:
        return None
    return every[:first], every[first : first + len(text)], every[first + len(text) :]
