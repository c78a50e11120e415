"""Where a file that came back has changes accepted which stood tracked in it before: nobody asks for these anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from models.comparison.change import Comparison
from models.comparison.compare import compare
from models.draft import Draft
from models.proposals.proposal import Edit, Proposal
from models.proposals.untracked.asked_here import AskedHere, Choice, change_of, moved, said_between, words_of
from models.proposals.untracked.beside_accepted import Beside, beside_accepted

_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Paragraphs of a draft, and those of a file in their place, that differ by nothing but what is asked for there.

    `first` to before `after` are those of the draft, `from_base` to before `to_base` those of the file without its
    changes. `asked` are the proposals that the file has there, `accepted` those of which it has something accepted.
    `new` are tracked changes of the file that nobody asked for before, `by_hand` what was changed there without
    tracking, as proposals on the draft; `amended` those of `asked` that some of these amend, cut where they do.
    """

    first: int
    after: int
    from_base: int
    to_base: int
    asked: tuple[Proposal, ...]
    accepted: tuple[Proposal, ...]
    new: tuple[Proposal, ...] = ()
    by_hand: tuple[Proposal, ...] = ()
    amended: tuple[Proposal, ...] = ()


def accepted_in(
    draft: Draft,
    base: Draft,
    sent: Draft,
    asked: Sequence[Proposal],
    tracked: Sequence[Proposal],
    go_on: Callable[[], object],
) -> list[Stretch]:
    """The stretches in which a file has some changes accepted, maybe others rejected, and told apart what else it has.

    `asked` are all changes on `draft` that a file had when it left, in words of the text. It came back as `base` with
    the changes `tracked`, which give `sent`. `go_on` is called again and again, and may raise to stop.
    """
    asked = [one for one in asked if one.place.note is None]
    tracked = [one for one in tracked if one.place.note is None]
    says = [words_of(one, sent) for one in sent.paragraphs]
    found, apart, is_all = [], 0, True
    for spans, own in _stretches((draft, base, sent), asked):
        (first, after), span, _ = spans
        here = AskedHere(draft, first, after, own, go_on)
        there = [one for one in tracked if span[0] <= one.place.first <= span[1]]
        told = _told(here, _part(base, span), here.not_in(there))
        missing = here.proposals_of(here.all - (told.accepted if told is not None else frozenset()))
        apart += len(missing)
        is_all = is_all and told is not None and all(here.stands_by(one, told.by_hand) for one in missing)
        if told is None:
            continue
        new: Sequence[Proposal] = ()
        now = here.chosen(said_between(says, spans[2]), here.all, told.beside)
        if now is None:
            new = here.not_asked(there)
            left_of_it = [one for one in there if one not in new]
            now = _now(here, AskedHere(base, *span, left_of_it, go_on), told.beside)
        if now is None or not told.accepted <= now or here.divides(now) or any(one.against for one in new):
            continue
        left, accepted = (tuple(one for n, one in enumerate(own) if here.has(n, some)) for some in (now, told.accepted))
        by_hand, amended = (tuple(moved(one, first) for one in some) for some in (told.by_hand, told.amended))
        found.append(Stretch(first, after, *span, left, accepted, tuple(new), by_hand, amended))
    # Another may have typed the same, and copied what one alone asks for; who changed one of all by hand had them all.
    authors = {one.author for one in asked} if not apart else {one.author for at in found for one in at.accepted}
    return found if (is_all and apart <= 1 and len(authors) > 1) or _had(asked, tracked) else []


def _part(draft: Draft, span: _Span) -> Draft:
    return Draft(draft.paragraphs[slice(*span)], draft.footnotes)


def _told(here: AskedHere, base: Draft, likely: Choice) -> Beside | None:
    """What is accepted in some paragraphs of a file, and what was changed by hand there; None where nothing is."""
    words = [words_of(one, base) for one in base.paragraphs]
    exact = here.chosen(said_between(words, (0, len(words))), likely)
    if exact is None:
        return beside_accepted(here, base, likely)
    return Beside(exact, ()) if exact else None


def _now(here: AskedHere, there: AskedHere, by_hand: Sequence[Proposal]) -> Choice | None:
    """What a file has there of what is asked for, accepted or among the changes that are left of it."""
    return here.chosen(there.said(there.all), here.all, by_hand)


def _had(asked: Iterable[Proposal], tracked: Iterable[Proposal]) -> bool:
    """Whether a file has something still tracked of what is asked for."""
    still = {change_of(one, edit) for one in tracked for edit in one.edits}
    return any(change_of(one, edit) in still for one in asked for edit in one.edits)


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
