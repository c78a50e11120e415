"""Paragraphs that both sides hold, or nearly: each is one paragraph, whatever the comparisons pair it with in the base.

A comparison knows one side alone. One may take for a paragraph of the base, reworded or moved, what the other takes for
a new one; then the same words would stand twice, and once more in a question. Pairs made by hand are obeyed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from models.comparison.change import Change, Comparison
from models.comparison.come_back import LONG, Said, said
from models.comparison.words.tokens import tokens, word_count
from models.draft import Draft, Kind, Paragraph
from models.merging.pairs.clusters import Tie
from models.merging.pairs.likely import likely, likest
from models.merging.tables.matched_tables import plain_change
from models.merging.words.telling import is_telling, telling_words

_LEAST = 5
"""Fewer words than these are the same by chance."""
_NEARLY = 0.85
"""Of what is nearly the same so great a share of the words is."""
_OPENING = 3
"""So many telling words at its beginning, in its place, make a paragraph another one written anew."""


_Found = dict[Said, tuple[int, Change]]
"""Paragraphs and what a comparison makes of them, by what they say."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A paragraph of ours and of theirs that says the same, and what each comparison makes of it."""

    places: tuple[int, int]
    changes: tuple[Change, Change]


def held_by_both(ours: Comparison, theirs: Comparison) -> tuple[Comparison, Comparison]:
    """The comparisons, what both sides hold having one paragraph of the base in both, or none in either.

    They are `bounded` where there was more to hold against each other than is weighed.
    """
    each = ours, theirs
    wanted: tuple[dict[int, int | None], dict[int, int | None]] = {}, {}
    became = [{at: change for change in one.changes for at in change.old} for one in each]
    found = [dict(_changed(one)) for one in each]
    near, bounded = _nearly(found[0], found[1])
    for held in _held(each, found, near):
        old = _of_both(held, became)
        for side, place in enumerate(held.places):
            wanted[side][place] = old
    one, two = _paired(ours, wanted[0]), _paired(theirs, wanted[1])
    one, two = _paired(one, dict(_rewritten(one, two))), _paired(two, dict(_rewritten(two, one)))
    return (replace(one, bounded=True), two) if bounded else (one, two)


def _rewritten(comparison: Comparison, other: Comparison) -> Iterator[tuple[int, int]]:
    """(new, old): what came in the place of a paragraph and opens as it did, if the other side touched that, too."""
    touched = {at for change in other.changes if change.weight or change.moved for at in change.old}
    for is_kept, place in groupby(comparison.changes, lambda change: bool(change.old and change.new)):
        gone: dict[object, int] = {}
        for change in () if is_kept else place:  # what is gone comes before what is new there
            for at in change.old:
                gone.setdefault(_opening(comparison.old.paragraphs[at]), at)
            for at in change.new if gone else ():
                opening = _opening(comparison.new.paragraphs[at])
                old = gone.pop(opening, None) if opening is not None else None
                if old in touched:
                    yield at, old


def _opening(paragraph: Paragraph) -> tuple[str, ...] | None:
    """What a paragraph that is no cell is, and how it begins; None where it says less."""
    words = telling_words(paragraph.text)[:_OPENING] if paragraph.cell is None else ()
    return (paragraph.kind.name, *words) if len(words) == _OPENING else None


def _held(
    each: tuple[Comparison, Comparison], found: Sequence[_Found], near: Sequence[tuple[Said, Said]]
) -> Iterator[_Held]:
    """What stands once on each side and is paired otherwise here than there."""
    pairs = [(words, words) for words, one in found[0].items() if found[1].get(words, one)[1].old != one[1].old]
    many = [Counter(map(said, one.new.paragraphs)) for one in each] if pairs or near else []
    for pair in (*pairs, *near):
        (first, one), (second, two) = (side[words] for side, words in zip(found, pair, strict=True))
        once = all(count[words] == 1 for count, words in zip(many, pair, strict=True))
        if once and not _by_hand(each[0], one) and not _by_hand(each[1], two):
            yield _Held((first, second), (one, two))


def _nearly(ours: _Found, theirs: _Found) -> tuple[list[tuple[Said, Said]], bool]:
    """What is new on one side and nearly what the other has, which is liker to that than to what it was in the base;
    and whether there was more than is weighed."""
    pairs: list[tuple[Said, Said]] = []
    more = False
    for turned, (here, there) in enumerate(((ours, theirs), (theirs, ours))):
        new = [w for w, (_, change) in here.items() if not change.old and w not in there and len(w) >= LONG]
        poor = [
            w
            for w, (_, change) in there.items()
            if change.old and change.similarity < _NEARLY and w not in here and len(w) >= LONG
        ]
        found, bounded = likely(new, poor, _NEARLY)
        more |= bounded
        for one, two in likest(found):
            pairs.append((poor[two], new[one]) if turned else (new[one], poor[two]))
    return pairs, more


def _by_hand(comparison: Comparison, change: Change) -> bool:
    return any((old, new) in comparison.bound for old in change.old for new in change.new)


def _changed(comparison: Comparison) -> Iterator[tuple[Said, tuple[int, Change]]]:
    """The paragraphs that are new, or another's rewording, by what they say."""
    for change in comparison.changes:
        if len(change.new) == 1 and len(change.old) <= 1:
            paragraph = comparison.new.paragraphs[change.new[0]]
            if paragraph.kind is Kind.MASTHEAD or (change.old and _text(comparison, change) == paragraph.text):
                continue
            words = said(paragraph)
            if len(words) >= _LEAST:
                yield words, (change.new[0], change)


def _text(comparison: Comparison, change: Change) -> str:
    return comparison.old.paragraphs[change.old[0]].text


def _of_both(held: _Held, became: list[dict[int, Change]]) -> int | None:
    """The paragraph of the base that something goes on from on both sides: the likest that neither has elsewhere."""
    likest: list[tuple[float, int]] = []
    for side, change in enumerate(held.changes):
        for old in change.old:
            there = became[1 - side][old]
            if not there.new or there.new == (held.places[1 - side],):
                likest.append((-change.similarity, old))
    return min(likest, default=(0.0, None))[1]


def _paired(comparison: Comparison, wanted: Mapping[int, int | None]) -> Comparison:
    """The comparison with paragraphs of its new draft paired so, or being new."""
    if not wanted:
        return comparison
    taken = {old for old in wanted.values() if old is not None}
    found: list[Change] = []
    for change in comparison.changes:
        if len(change.new) == 1 and change.new[0] in wanted:
            old = wanted[change.new[0]]
            pair = (old,) if old is not None else ()
            found.append(change if change.old == pair else plain_change(pair, change.new))
            found += [plain_change((one,), ()) for one in change.old if one not in taken]
        elif change.new or not taken.issuperset(change.old):
            found.append(change)
    return replace(comparison, changes=tuple(found))


_KNOWN = 0.8
"""So large a share of the words of a half is in the whole."""


def half_ties(comparisons: tuple[Comparison, Comparison]) -> Iterator[Tie]:
    """Paragraphs that one side deleted, each with the halves that stand beside what the other made of it."""
    for side, (deleting, keeping) in enumerate((comparisons, comparisons[::-1])):
        came = {at: change for change in keeping.changes for at in change.new}
        kept = {change.old[0]: change for change in keeping.changes if len(change.old) == len(change.new) == 1}
        for gone in deleting.changes:
            change = kept.get(gone.old[0]) if len(gone.old) == 1 and not gone.new else None
            halves = (*_halves(keeping, change, came),) if change is not None else ()
            if halves:
                yield Tie(gone.old, ((), halves) if side == 0 else (halves, ()))


def _halves(comparison: Comparison, change: Change, came: Mapping[int, Change]) -> Iterator[int]:
    was, now = (_words(*one) for one in ((comparison.old, change.old[0]), (comparison.new, change.new[0])))
    for at in (change.new[0] - 1, change.new[0] + 1) if was != now else ():
        if at not in came or came[at].old:
            continue
        kinds = {comparison.new.paragraphs[place].kind for place in (at, change.new[0])}
        said = _words(comparison.new, at)
        if len(kinds) == 1 and said & (was - now) and len(said & was) >= _KNOWN * len(said):
            yield at


def _words(draft: Draft, at: int) -> set[str]:
    return {*telling_words(draft.paragraphs[at].text)}


def twin_ties(comparisons: tuple[Comparison, Comparison]) -> Iterator[Tie]:
    """Paragraphs that the base has twice, or nearly, of which each side deleted the one that the other kept."""
    base = comparisons[0].old.paragraphs
    became = [{at: change.new for change in one.changes for at in change.old} for one in comparisons]
    gone = [
        {at: words for at in one if not one[at] and other[at] and len(words := _all_told(base[at])) >= _LEAST}
        for one, other in (became, became[::-1])
    ]
    places = [[*one] for one in gone]
    found, _ = likely([*gone[0].values()], [*gone[1].values()], _NEARLY) if all(gone) else ({}, False)
    for one, two in found:
        by_ours, by_theirs = places[0][one], places[1][two]
        old = min(by_ours, by_theirs), max(by_ours, by_theirs)
        yield Tie(old, (became[0][by_theirs], became[1][by_ours]), rival=True)


def _all_told(paragraph: Paragraph) -> list[str]:
    """The words by which a paragraph that is no cell and not of the masthead is known again, also without spaces."""
    if paragraph.cell is not None or paragraph.kind is Kind.MASTHEAD:
        return []
    return [word.casefold() for word in tokens(paragraph.text).words if word_count(word) and is_telling(word)]
