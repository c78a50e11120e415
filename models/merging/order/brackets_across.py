"""Brackets over several paragraphs: where one lost its partner, or holds other paragraphs than on its side.

Looked at in a text in which nothing is open. What comes of it whatever is answered is asked about as a whole
(`planning`); what still comes of the answers that were given is told.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from models.draft import Draft, labels
from models.draft.brackets import Bracket, brackets
from models.draft.mentions import mentions_in
from models.merging.pairs.held_in_brackets import Held, inside_brackets, pairs_across
from models.merging.sheet import Sheet, on_sides
from models.merging.sides import OURS, THEIRS
from models.merging.words.called import quoted


@dataclass(frozen=True, slots=True)
class _Across:
    """The brackets of a text, by paragraph: those without a partner on either end, and the pairs over several."""

    lost: Counter[tuple[int, bool]]
    """Paragraph, and whether it opens."""
    pairs: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Amiss:
    """The first and the last paragraph of the merged text that are not as a side has them, and what to say of it."""

    first: int
    last: int
    said: str
    name: str = ""
    """What stands before `said`, where the same may be said of several side by side."""


def follow(sheet: Sheet, draft: Draft) -> list[str]:
    """What there is to say of brackets over several paragraphs."""
    if any(one.choice is None and one.kind != "footnote" for one in sheet.conflicts):
        return []
    runs: list[list[Amiss]] = []
    for one in amiss(sheet, draft):
        last = runs[-1][-1] if runs else None
        if last is not None and one.name and (last.said, last.last + 1) == (one.said, one.first):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [*map(_told, runs)]


def _told(run: Sequence[Amiss]) -> str:
    """A sentence for some paragraphs side by side of which the same is to be said."""
    first, last = run[0], run[-1]
    if len(run) == 1:
        return f"{first.name} {first.said}".lstrip()
    which = f"{first.name} {'and' if len(run) == 2 else 'to'} {last.name}"
    return f"{which} {first.said.replace('stands', 'stand', 1).replace('has it', 'has them')}"


def amiss(sheet: Sheet, draft: Draft) -> list[Amiss]:
    """What is not as a side has it of brackets over several paragraphs."""
    its = brackets(draft)
    if not its and not any(side.brackets for side in sheet.sides):
        return []
    now = _across(its)
    there = {side: _across(sheet.sides[side].brackets) for side in (OURS, THEIRS)}
    on = on_sides(sheet)
    names = [name or quoted(one.text) for name, one in zip(labels(draft), draft.paragraphs, strict=True)]
    found = [*_lost(now, there, on, names), *_other(sheet, now, there, on, names)]
    if found:
        return found
    inside = inside_brackets(draft, its)
    own = [inside_brackets(side.draft, side.brackets) for side in sheet.sides]
    if any(one.pairs for one in (now, *there.values())):
        found += _left_out(sheet, inside, own, on, names)
        found += _changed(sheet, draft, its, own, on, names) if not found else ()
    return found or [*_cut_off(draft, inside, own, on, names)]


def _across(found: Sequence[Bracket]) -> _Across:
    alone = ((one.start or one.end or (0, 0), one.start is not None) for one in found if not (one.start and one.end))
    return _Across(Counter((at, opens) for (at, _), opens in alone), frozenset(pairs_across(found)))


def _lost(
    now: _Across, there: dict[int, _Across], on: Sequence[Sequence[int | None]], names: Sequence[str]
) -> Iterator[Amiss]:
    for (at, opens), many in sorted(now.lost.items()):
        known = [(side, place) for side in there if (place := on[side][at]) is not None]
        if not any(there[side].lost[place, opens] >= many for side, place in known):
            what = "opens a bracket that nothing closes now" if opens else "closes a bracket that nothing opens now"
            yield Amiss(at, at, f"{names[at]} {what}: look where its partner is to stand.")


def _other(
    sheet: Sheet,
    now: _Across,
    there: dict[int, _Across],
    on: Sequence[Sequence[int | None]],
    names: Sequence[str],
) -> Iterator[Amiss]:
    both = {one.key for one in sheet.conflicts if one.choice is not None and one.choice.way == "both"}
    alternatives = [{*row.merged} for row in sheet.rows if not both.isdisjoint(row.conflicts)]
    for first, last in sorted(now.pairs):
        if any(first in row and last in row for row in alternatives):
            continue  # they hold what was to be left in brackets
        own = [(on[side][first], on[side][last]) for side in there]
        having = [side for side, pair in zip(there, own, strict=True) if pair in there[side].pairs]
        if not any(_as_there(on[side][first : last + 1]) for side in having):
            said = f"The bracket that {names[first]} opens and {names[last]} closes holds other paragraphs now"
            yield Amiss(first, last, f"{said} than in either text: look what it is to hold.")


def _as_there(places: Sequence[int | None]) -> bool:
    """Whether what a bracket holds, as far as a side has it, is what it holds there."""
    first, last = places[0], places[-1]
    return all(place is None or (first or 0) <= place <= (last or 0) for place in places)


def _left_out(
    sheet: Sheet,
    now: AbstractSet[int],
    inside: Sequence[AbstractSet[int]],
    on: Sequence[Sequence[int | None]],
    names: Sequence[str],
) -> Iterator[Amiss]:
    """Paragraphs that one side alone put in brackets, or took out of them, and that stand otherwise now."""
    of = {at: row for row in sheet.rows for at in row.merged}
    for at, name in enumerate(names):
        row = of[at]
        of_row = zip(on, (row.base, row.ours, row.theirs), strict=True)
        stood = [its if (place := places[at]) is None else (place,) for places, its in of_row]
        known = [{place in there for place in its} for its, there in zip(stood, inside, strict=True)]
        if row.conflicts or any(len(one) > 1 for one in known):
            continue  # asked about, or divided or joined with brackets round a part of it
        base, ours, theirs = (next(iter(one), None) for one in known)
        # What is new may well stand between brackets that the other side put in.
        meant = next((one for one in (ours, theirs) if one is not None and one != base), base)
        if meant is None or meant == (at in now) or (base is None and not meant):
            continue
        stands, has = ("in brackets", "without any") if at in now else ("outside of brackets", "in brackets")
        yield Amiss(at, at, f"stands {stands} now, and one side has it {has}: look where they are to stand.", name)


def _changed(
    sheet: Sheet,
    draft: Draft,
    its: Sequence[Bracket],
    inside: Sequence[AbstractSet[int]],
    on: Sequence[Sequence[int | None]],
    names: Sequence[str],
) -> Iterator[Amiss]:
    """Paragraphs that one side changed within brackets over several, and that stand so without them: the other side
    took the brackets away, and nobody has those words outside of any."""
    now, there = Held(its), {side: Held(sheet.sides[side].brackets) for side in (OURS, THEIRS)}
    whole = inside_brackets(draft, its)
    across = {side: pairs_across(sheet.sides[side].brackets) for side in there}
    asked = {at for row in sheet.rows if row.conflicts for at in row.merged}
    for at, name in enumerate(names):
        known = [(sheet.sides[side].draft, side, place) for side in there if (place := on[side][at]) is not None]
        held = (first <= place <= last for _, side, place in known for first, last in across[side])
        if at in asked or len(known) < len(there) or not any(held):
            continue
        bare, words = _words(draft, at, now), _words(draft, at)
        for text, side, place in known:
            bare -= _words(text, place, there[side])
        (one, ours, first), (two, theirs, second) = known
        kept = {ours: _words(two, second), theirs: _words(one, first)}
        if bare or any(p in inside[s] and at not in whole and words != kept[s] for _, s, p in known):
            said = "stands with words outside of brackets that one side has in brackets: look where they are to stand."
            yield Amiss(at, at, said, name)


def _words(draft: Draft, at: int, held: Held | None = None) -> Counter[str]:
    """The words of a paragraph, those alone that stand in no brackets where these are given; references say none."""
    text = draft.paragraphs[at].text
    cited = [(one.start, one.end) for one in mentions_in(text)]
    found = (
        one[0].casefold()
        for one in re.finditer(r"\w+", text)
        if held is None or held.around(at, one.start()) is None
        if not any(start <= one.start() < end for start, end in cited)
    )
    return Counter(found)


def _cut_off(
    draft: Draft,
    now: AbstractSet[int],
    inside: Sequence[AbstractSet[int]],
    on: Sequence[Sequence[int | None]],
    names: Sequence[str],
) -> Iterator[Amiss]:
    """Items that stand outside of the brackets in which their list begins, and do so on no side."""
    for at, head in enumerate(draft.heads):
        if head not in now or at in now:
            continue
        ends = [(places[at], places[head]) for places in on]
        if not any(
            item is not None and above in there and item not in there
            for (item, above), there in zip(ends, inside, strict=True)
        ):
            said = f"{names[at]} stands outside of the brackets that {names[head]} stands in"
            yield Amiss(head, at, f"{said}: look where it is to stand.")
