"""Where a file that came back has changes accepted which stood tracked in it before: nobody asks for these anew."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from rapidfuzz.distance import Levenshtein

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft, Paragraph
from models.proposals.laid.applying import applied
from models.proposals.proposal import Edit, Point, Proposal

_MOST = 400
"""How many choices are tried in one stretch, where what is still tracked does not say which changes are accepted."""
_MOST_WORDS = 1_000_000
"""How many words all of these may come to."""

_Span = tuple[int, int]
_Words = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of a draft, and those of a file in their place, that differ by nothing but what is asked for there.

    `first` to before `after` are those of the draft, `from_base` to before `to_base` those of the file without its
    changes. `asked` are the proposals that the file has there, `accepted` those of which it has something accepted.
    """

    first: int
    after: int
    from_base: int
    to_base: int
    asked: tuple[Proposal, ...]
    accepted: tuple[Proposal, ...]


def accepted_in(
    draft: Draft, base: Draft, sent: Draft, asked: Sequence[Proposal], tracked: Sequence[Proposal]
) -> list[Stretch]:
    """The stretches in which a file has some changes accepted, maybe others rejected, and no words that are new.

    `asked` are all changes on `draft` that a file had when it left, in words of the text. It came back as `base` with
    the changes `tracked`, which give `sent`.
    """
    asked = [one for one in asked if one.place.note is None]
    tracked = [one for one in tracked if one.place.note is None]
    sides = [[_words(one, side) for one in side.paragraphs] for side in (draft, base, sent)]
    found = []
    if not _had(asked, tracked) and not _is_all(draft, sides[1], asked):
        return []  # another may have typed the same
    for spans, own in _stretches((draft, base, sent), asked):
        (first, after), (from_base, to_base), _ = spans
        there = [one for one in tracked if from_base <= one.place.first <= to_base]
        here = _Here(draft, first, after, own)
        was = here.chosen(_between(sides[1], spans[1]), here.not_in(there))
        now = here.chosen(_between(sides[2], spans[2]), here.all) if was else None
        if not was or now is None or not was <= now or here.divides(now):
            continue
        left, accepted = ([one for n, one in enumerate(own) if here.has(n, some)] for some in (now, was))
        found.append(Stretch(first, after, from_base, to_base, tuple(left), tuple(accepted)))
    return found


def _had(asked: Iterable[Proposal], tracked: Iterable[Proposal]) -> bool:
    """Whether a file has something still tracked of what is asked for."""
    still = {_change(one, edit) for one in tracked for edit in one.edits}
    return any(_change(one, edit) in still for one in asked for edit in one.edits)


def _is_all(draft: Draft, base: Sequence[_Words], asked: Sequence[Proposal]) -> bool:
    """Whether a text is a draft with all taken that several ask for: one alone could have been copied."""
    if len({one.author for one in asked}) < 2:
        return False
    taken = applied(draft, asked)
    return [_words(one, taken) for one in taken.paragraphs] == list(base)


def _words(paragraph: Paragraph, draft: Draft) -> _Words:
    """What a paragraph says, the words of its notes with it."""
    said = (one.text if one.footnote is None else f"\0{_note(draft, one.footnote)}\0" for one in paragraph.runs)
    return " ".join("".join(said).split()), paragraph.cell is None


def _note(draft: Draft, note: int) -> str:
    return draft.note[note].text if note in draft.note else ""


def _between(words: Sequence[_Words], span: _Span) -> list[_Words]:
    """Lines without words say nothing."""
    return [one for one in words[slice(*span)] if one[0] or not one[1]]


def _stretches(texts: Sequence[Draft], asked: Sequence[Proposal]) -> Iterator[tuple[list[_Span], list[Proposal]]]:
    """The paragraphs between those that nobody asks to change and that live on in all texts."""
    count = len(texts[0].paragraphs)
    mates = [_mates(compare(texts[0], other)) for other in texts[1:]]
    touched = {at for one in asked for edit in one.edits for at in _touched(edit)}
    touched |= {one.place.first for one in asked if not one.edits}
    ends = [-1, *(at for at in range(count) if at not in touched and all(at in mate for mate in mates)), count]
    own: dict[int, list[Proposal]] = {}
    joins: dict[int, int] = {}
    for one in asked:
        if one.edits or one.strikes:
            first, last = (bisect_left(ends, at) for at in _reach(one))
            own.setdefault(first, []).append(one)
            joins[first] = max(joins.get(first, 0), last)
    number = 1
    while number < len(ends):
        here, last = own.get(number, []), joins.get(number, number)
        begins, number = ends[number - 1], number + 1
        while number <= last:
            here = [*here, *own.get(number, [])]
            last, number = max(last, joins.get(number, number)), number + 1
        if here:
            end = ends[number - 1]
            others = zip(mates, texts[1:], strict=True)
            spans = [(mate.get(begins, -1) + 1, mate.get(end, len(other.paragraphs))) for mate, other in others]
            yield [(begins + 1, end), *spans], here


def _mates(comparison: Comparison) -> dict[int, int]:
    """The paragraphs that live on as one of another text, in order."""
    found: dict[int, int] = {}
    pairs = (
        (one.old[0], one.new[0]) for one in comparison.changes if len(one.old) == len(one.new) == 1 and not one.moved
    )
    last = -1
    for old, new in sorted(pairs):
        if new > last:
            found[old] = last = new
    return found


def _touched(edit: Edit) -> range:
    """The paragraphs of which it changes something: not the one before which others come, or go."""
    joins = edit.start.offset or edit.end.offset or not (edit.ends_come or edit.ends_gone)
    joins = joins or bool(edit.come and edit.come[-1].runs)
    return range(edit.start.paragraph, edit.end.paragraph + (1 if joins else 0))


def _reach(one: Proposal) -> _Span:
    """The first and the last paragraph that a proposal touches, or stands before."""
    if not one.edits:
        return one.place.first, one.place.first
    last = max(max(edit.start.paragraph, *_touched(edit), 0) for edit in one.edits)
    return min(edit.start.paragraph for edit in one.edits), last


_Choice = frozenset[tuple[int, int]]
"""Edits, each by the number of its proposal and its own there; -1 is what that strikes of another's."""


class _Here:
    """A stretch of a draft, and what is asked for there."""

    def __init__(self, draft: Draft, first: int, after: int, asked: Sequence[Proposal]) -> None:
        self._text = Draft(draft.paragraphs[first:after], draft.footnotes)
        self._asked = [replace(one, edits=tuple(_moved_up(edit, first) for edit in one.edits)) for one in asked]
        hosts = {one.against for one in asked}
        apart = [one.against is None and one.key not in hosts and one.kind != "move" for one in asked]
        every = [
            [*((n, at) for at, edit in enumerate(one.edits) if _of_words(edit)), *([(n, -1)] if one.strikes else [])]
            for n, one in enumerate(asked)
        ]
        # What hangs together is accepted as a whole.
        self._units = [
            unit
            for own, single in zip(every, apart, strict=True)
            for unit in ([frozenset([one]) for one in own] if single else [frozenset(own)])
            if unit
        ]
        self.all: _Choice = frozenset(chain.from_iterable(every))

    def has(self, number: int, choice: _Choice) -> bool:
        """Whether something of a proposal is chosen."""
        return any(which == number for which, _ in choice)

    def divides(self, choice: _Choice) -> bool:
        """Whether of some proposal a part is chosen, and another is not: that is another proposal."""
        return any(self.has(n, choice) and self.has(n, self.all - choice) for n, _ in enumerate(self._asked))

    def not_in(self, tracked: Iterable[Proposal]) -> _Choice:
        """What is not among changes that are tracked."""
        there = Counter(_change(one, edit) for one in tracked for edit in one.edits)
        left = set(self.all)
        for n, one in enumerate(self._asked):
            for at, edit in enumerate(one.edits):
                if there[change := _change(one, edit)]:
                    there[change] -= 1
                    left.discard((n, at))
        return frozenset(left)

    def chosen(self, words: Sequence[_Words], likely: _Choice) -> _Choice | None:
        """Which changes, taken, give some words; the likely ones where these do, None where none do."""
        wanted = [*chain.from_iterable(said.split() for said, _ in words)]
        taken, apart = likely, self._apart(likely, wanted)
        tries = min(_MOST, _MOST_WORDS // max(len(wanted), 1))
        while apart and tries > 0:
            before = apart
            for unit in self._units:
                tries -= 1
                other = taken ^ unit if unit <= taken else taken | unit
                if tries >= 0 and (now := self._apart(other, wanted)) < apart:
                    taken, apart = other, now
            if apart == before:
                return None
        return taken if self._words(taken) == list(words) else None

    def _apart(self, choice: _Choice, wanted: Sequence[str]) -> int:
        said = [word for words, _ in self._words(choice) for word in words.split()]
        return Levenshtein.distance(said, wanted)

    def _words(self, choice: _Choice) -> list[_Words]:
        chosen = {which for which, _ in choice}
        some = [
            replace(one, edits=tuple(edit for at, edit in enumerate(one.edits) if (n, at) in choice))
            for n, one in enumerate(self._asked)
            if n in chosen
        ]
        text = applied(self._text, some)
        return _between([_words(one, text) for one in text.paragraphs], (0, len(text.paragraphs)))


def _of_words(edit: Edit) -> bool:
    """Whether it changes words; a number follows from others, and looks and kinds are none."""
    return edit.number is None and edit.look is None and edit.becomes is None


def _change(one: Proposal, edit: Edit) -> tuple[str, str, str]:
    return one.author, edit.gone, edit.come_text


def _moved_up(edit: Edit, by: int) -> Edit:
    start, end = edit.start, edit.end
    return replace(edit, start=Point(start.paragraph - by, start.offset), end=Point(end.paragraph - by, end.offset))
