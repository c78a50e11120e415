"""Headings and annexes with a typed number in a merge: "Article 4" is known by what stands under it, and counted anew.

Of each sort that keeps a running count in all three texts those of a side take the number they have in the base before
anything is joined, so that two new numbers of one article are no question; laid out, they are counted in order. Others
stay as they are typed. Two of one number are told.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from models.comparison.change import Change, Comparison
from models.comparison.words.plain import similarity, word_diff
from models.draft import Draft, Kind, Paragraph, tidy_runs
from models.draft.opening_numbers import counted_numbers, opening_number
from models.draft.typed_numbers import (
    DIVIDING,
    TYPED_IN,
    Counted,
    Running,
    TypedNumber,
    counts,
    heading_number,
    typed_number,
    typed_numbers,
)
from models.merging.pairs.likely import likely, likest
from models.merging.pairs.new_on_both import ALIKE
from models.merging.sheet import Sheet, on_sides
from models.merging.told.edits import Edit, in_pieces
from models.merging.words.called import quoted

Counts = tuple[Mapping[int, Counted], Mapping[int, Counted], Mapping[int, Counted]]
"""The typed numbers of the headings of base, ours and theirs, by their positions."""
Heading = tuple[int, str, str]
"""Where one stands, its sort and its figure."""
_Name = tuple[str, str]
_Figure = tuple[str, str]
"""What it counts as, and as it is typed: "1" and "premier"."""
Two = tuple[Comparison, Comparison]


def alike(comparisons: Two) -> tuple[Two, Counts | None]:
    """The comparisons, headings having the number of the base on both sides; and the numbers that they had.

    Those of a sort that keeps no running count on a side stay as they are; None of these where no sort does.
    """
    ours, theirs = comparisons
    drafts = ours.old, ours.new, theirs.new
    three = [counts(draft) for draft in drafts]
    typed = [(one.sort, at in of) for draft, of in zip(drafts, three, strict=True) for at, one in typed_numbers(draft)]
    sorts = {sort for sort, _ in typed} - {sort for sort, is_counted in typed if not is_counted}
    base, one, two = ({at: one for at, one in of.items() if one.sort in sorts} for of in three)
    if not (one or two):
        return comparisons, None
    same = _same(_new(ours, sorts), _new(theirs, sorts))
    return (_as_in_base(ours, same, sorts), _as_in_base(theirs, same, sorts)), (base, one, two)


def _same(ours: Mapping[_Name, _Figure], theirs: Mapping[_Name, _Figure]) -> dict[_Name, str]:
    """One figure for each two new headings that are forms of one, by what they say or what stands under them."""
    names = [*ours], [*theirs]
    words = [[text.casefold().split() for _, text in one] for one in names]
    pairs = [(names[0][one], names[1][two]) for one, two in likest(likely(words[0], words[1], ALIKE)[0])]
    figures = {pair: min(ours[pair[0]], theirs[pair[1]])[1] for pair in pairs if pair[0][0] == pair[1][0]}
    return {name: figure for pair, figure in figures.items() for name in pair}


def _new(comparison: Comparison, sorts: Collection[str]) -> dict[_Name, _Figure]:
    """The figures of headings that are new, by what they say beside it; of a number alone by what stands under it."""
    new = {at for change in comparison.changes if not change.old for at in change.new}
    its = ((at, one) for at, one in typed_numbers(comparison.new) if at in new and one.sort in sorts)
    return {_name(comparison.new, at, one): (one.figure, _typed(comparison.new, at, one)) for at, one in its}


def _typed(draft: Draft, at: int, number: TypedNumber) -> str:
    """A figure as it is typed: "premier" for 1."""
    return draft.paragraphs[at].text[number.start : number.end]


def _name(draft: Draft, at: int, typed: TypedNumber) -> _Name:
    under = next((one.text for one in draft.paragraphs[at + 1 :] if one.kind not in TYPED_IN), "")
    return typed.sort, typed.rest or under


def _as_in_base(comparison: Comparison, same: Mapping[_Name, str], sorts: Collection[str]) -> Comparison:
    """The comparison, its headings having the number of those they were, new ones that of the `same` on both sides."""
    paragraphs = list(comparison.new.paragraphs)
    changes = []
    for change in comparison.changes:
        if not change.old:
            typed = heading_number(paragraphs[at := change.new[0]])
            if typed is not None and (figure := same.get(_name(comparison.new, at, typed))) is not None:
                paragraphs[at] = _with_figure(paragraphs[at], typed, figure)
                change = change._replace(words=(("insert", paragraphs[at].text),))
        if len(change.old) == len(change.new) == 1:
            one, two = comparison.old.paragraphs[change.old[0]], paragraphs[change.new[0]]
            made = _numbered_as(one, two, sorts) if one.kind is two.kind and one.text != two.text else two
            if made is not two:
                paragraphs[change.new[0]] = made
                change = _reworded(change, one, made)
        changes.append(change)
    if paragraphs == [*comparison.new.paragraphs]:
        return comparison
    return replace(comparison, new=replace(comparison.new, paragraphs=tuple(paragraphs)), changes=tuple(changes))


def _numbered_as(one: Paragraph, two: Paragraph, sorts: Collection[str]) -> Paragraph:
    """A heading with the number of another of its sort, one of these; itself where it has that."""
    first, second = heading_number(one), heading_number(two)
    if first is None or second is None or first.figure == second.figure:
        return two
    if first.sort != second.sort or first.sort not in sorts:
        return two
    return _with_figure(two, second, one.text[first.start : first.end])


def _with_figure(paragraph: Paragraph, typed: TypedNumber, figure: str) -> Paragraph:
    return replace(paragraph, runs=tidy_runs(in_pieces(paragraph.runs, Edit(typed.start, typed.end, figure))))


def _reworded(change: Change, one: Paragraph, two: Paragraph) -> Change:
    words = word_diff(one.text, two.text)
    kind = "unchanged" if one.text == two.text else "reworded"
    alike = 1.0 if kind == "unchanged" else round(similarity(words), 4)
    return change._replace(kind=kind, words=words, similarity=alike)


def count_anew(sheet: Sheet, known: Counts | None) -> None:
    """Edits the headings of a merged text so that each has the number of its place."""
    if known is None:
        return
    running, on = Running(), on_sides(sheet)
    sorts = {one.sort for of in known for one in of.values()}
    ways = {(one.sort, one.again) for of in known for one in of.values() if one.could}
    for at, line in enumerate(sheet.lines):
        typed = typed_number(line.text(sheet.sides)) if line.traits.kind in TYPED_IN else None
        if typed is None:
            if line.traits.kind in DIVIDING:
                running.divide()
            continue
        if typed.sort not in sorts:
            running.pass_by(typed.sort, running.last(typed.sort) + 1)
            continue
        three = [of.get(-1 if (one := place[at]) is None else one) for of, place in zip(known, on, strict=True)]
        again = running.may_restart(typed.sort) and _begins_again(typed.sort, three, ways)
        before = 0 if again else running.last(typed.sort)
        running.pass_by(typed.sort, before + 1)
        own = [one.value if one is not None else typed.value(before) for one in three]
        figure = typed.written(before + 1, own)
        if figure != typed.figure:
            line.edits.append(Edit(typed.start, typed.end, _first(sheet, typed.sort) if figure == "1" else figure))


def _first(sheet: Sheet, sort: str) -> str:
    """The 1 of a sort as it is typed, "premier" in French; as the side has it that changed that."""
    base, *sides = (
        next(
            (
                _typed(side.draft, at, one)
                for at, one in typed_numbers(side.draft)
                if (one.sort, one.figure) == (sort, "1")
            ),
            "",
        )
        for side in sheet.sides
    )
    return next((one for one in sides if one and one != base), base) or "1"


def _begins_again(sort: str, three: Sequence[Counted | None], ways: Collection[tuple[str, bool]]) -> bool:
    """Whether the count begins again with a heading that it could begin with.

    As all of its sort have it; where some do and others do not, as the side has it that changed that.
    """
    if (sort, True) not in ways or (sort, False) not in ways:
        return (sort, True) in ways
    base, *sides = three
    own = [one.again for one in sides if one is not None]
    return any(own) if base is None or not own else next((one for one in own if one != base.again), base.again)


def printed(sheet: Sheet, side: int, known: Counts | None) -> Iterator[Heading]:
    """The headings with a typed number of a side, with the number that they have there."""
    counted = known[side] if known is not None else {}
    for at, one in typed_numbers(sheet.sides[side].draft):
        yield at, one.sort, counted[at].figure if at in counted else one.figure


def twice(sheet: Sheet, draft: Draft, known: Counts | None) -> list[str]:
    """What there is to say of headings, or mere texts with a number, of one number that stand on no side together."""
    found = sorted([*((at, one.sort, one.figure) for at, one in typed_numbers(draft)), *_counted_texts(sheet, draft)])
    if not found:
        return []
    sides = [
        (side.draft, sorted([*printed(sheet, number, known), *_of_texts(side.draft)]))
        for number, side in enumerate(sheet.sides)
    ]
    anew = {sort for of, headings in sides for sort, *_ in _doubles(of, headings, frozenset())}
    before = [Counter((sort, figure) for sort, figure, *_ in _doubles(*one, anew)) for one in sides]
    doubles = [*_doubles(draft, found, anew)]
    many = Counter((sort, figure) for sort, figure, *_ in doubles)
    return [
        f"{quoted(draft.paragraphs[one].text)} and {quoted(draft.paragraphs[two].text)} have one number now: number one"
        " of them anew."
        for sort, figure, one, two in doubles
        if many[sort, figure] > max(side[sort, figure] for side in before)
    ]


def _of_texts(draft: Draft) -> Iterator[Heading]:
    """The mere texts that begin with a number, "1.2" or "§ 4"."""
    for at, one in enumerate(draft.paragraphs):
        typed = opening_number(one) if one.kind is Kind.TEXT else None
        if typed is not None:
            yield at, typed.sort, typed.figure


def _counted_texts(sheet: Sheet, draft: Draft) -> Iterator[Heading]:
    """Those of the merged text whose number is counted on a side: "Article 6: Delete …" may be of another text."""
    if texts := [*_of_texts(draft)]:
        sides = [(on, counted_numbers(side.draft)) for on, side in zip(on_sides(sheet), sheet.sides, strict=True)]
        for text in texts:
            if any(on[text[0]] in counted for on, counted in sides):
                yield text


def _doubles(draft: Draft, headings: Sequence[Heading], anew: Collection[str]) -> Iterator[tuple[str, str, int, int]]:
    """Headings of one sort and number with no section or annex between them, nor a heading of a sort that stands above
    theirs where the count begins `anew` under such."""
    divisions = [at for at, one in enumerate(draft.paragraphs) if one.kind in (Kind.SECTION, Kind.ANNEX)]
    ranks: dict[str, int] = {}
    seen: dict[tuple[str, str], int] = {}
    for at, sort, figure in headings:
        rank = ranks.setdefault(sort, len(ranks))
        for one in [one for one in seen if one[0] in anew and ranks[one[0]] > rank]:
            del seen[one]
        before = seen.get((sort, figure))
        seen[sort, figure] = at
        whole = draft.paragraphs[at].kind is Kind.ANNEX  # nothing divides annexes from each other
        if before is not None and (whole or bisect(divisions, before) == bisect(divisions, at)):
            yield sort, figure, before, at
