"""Counts that go on over a whole text, and where those of mere texts begin: under headings and items of other lists.

A beginning belongs to what stands before it and not to the paragraph that happens to be the first: another may be that
in a merge.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from models.draft import Draft, Kind, Paragraph
from models.draft.alphabets import in_eastern_figures, in_western_figures
from models.draft.divisions import HEADINGS
from models.draft.numbering import Form, form_of, has_suffix, value_of

if TYPE_CHECKING:
    from models.merging.sides import Side

CONTINUED = "continued"
"""The number of an operative paragraph that goes on from the section before, though its own section counts anew.

With the first number of its form behind it that of a mere text, "12" in a report, that goes on from the one before or
begins as texts do under what it stands under.
"""

List = tuple[Form, int, bool]
"""How a list writes its numbers, at which level if that tells letters from numerals, and whether in ١, ٢ and ٣."""

_UNKNOWN = -1
START = -1
"""What a text that is the first of its draft stands under."""


@dataclass(frozen=True)
class Beginnings:
    """Where the counts of mere texts begin in a draft.

    `under` has for a heading, an item, or START, the number that the first text of a list has under it, None where the
    count goes on there. What nobody can tell is left out: the first heading of all says nothing of where it stood
    second. `firsts` are the texts that have their number so, with whether a count begins there. `changed` has what is
    otherwise than in the base, by what it stands under there and the list.
    """

    under: Mapping[int, Mapping[List, int | None]] = field(default_factory=dict)
    firsts: Mapping[int, tuple[List, bool]] = field(default_factory=dict)
    changed: Mapping[tuple[int, List], int | None] = field(default_factory=dict)

    def without(self, other: Beginnings) -> Beginnings:
        """The same but for lists that the other side begins otherwise: their texts have the numbers they print."""
        both = self.changed.keys() & other.changed.keys()
        lists = {key[1] for key in both if self.changed[key] != other.changed[key]}
        under = {at: {its: one for its, one in those.items() if its not in lists} for at, those in self.under.items()}
        return Beginnings(under, {at: one for at, one in self.firsts.items() if one[0] not in lists}) if lists else self


class _First(NamedTuple):
    """The first text of a list under some heads, one right behind the other; its number, and whether that begins."""

    at: int
    heads: Sequence[int]
    its: List
    value: int
    begins: bool


def beginnings(draft: Draft, made_of: tuple[Side, Mapping[int, Sequence[int]]] | None = None) -> Beginnings:
    """Where counts begin in a draft: the base, or made of the paragraphs of one as `made_of` says."""
    under: dict[int, dict[List, int | None]] = {}
    firsts: dict[int, tuple[List, bool]] = {}
    changed: dict[tuple[int, List], int | None] = {}
    base, came = made_of or (None, {})
    start = first_values(draft if base is None else base.draft)
    seen: set[List] = set()
    for at, heads, its, first, begins in _firsts(draft):
        is_first_of_all = its not in seen
        seen.add(its)
        if base is not None and begins and _was_left(base, came.get(at, ()), draft.paragraphs[at]):
            continue
        firsts[at] = its, begins
        value = first if begins else None
        head = heads[-1]
        there = (START,) if head == START else came.get(head, ())
        had = {base.beginnings.under.get(one, {}).get(its, value) for one in there} if base is not None else set()
        nobody_can_tell = is_first_of_all and first == start.get(its, 1) and had <= {None, value}
        if nobody_can_tell and head != START and not _is_item(draft.paragraphs[head]):
            continue
        for one in heads[-1:] if begins else heads:
            under.setdefault(one, {})[its] = value
        changed |= {(one, its): value for one in there if had != {value}}
    return Beginnings(under, firsts, changed)


def _firsts(draft: Draft) -> Iterator[_First]:
    """Of each list the first text under a heading or an item of another list."""
    last: dict[List, tuple[int, int]] = {}
    heads = [START]
    for at, paragraph in enumerate(draft.paragraphs):
        its = _list_of(paragraph)
        value = value_of(paragraph.number or "", paragraph.level) if its is not None else None
        if its is not None and value is not None:
            before, count = last.get(its, (START - 1, 0))
            if heads[-1] > before:
                yield _First(at, heads[bisect(heads, before) :], its, value, value != count + 1 or its not in last)
            last[its] = at, value
        if paragraph.kind in HEADINGS or _is_item(paragraph):
            heads.append(at)


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is one of a list, so that what stands under it is a list of its own."""
    return paragraph.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH) or _list_of(paragraph) is not None


def _was_left(base: Side, origins: Sequence[int], paragraph: Paragraph) -> bool:
    """Whether a text is the first only because those before it went, its number left as it was typed."""
    return any(
        base.draft.paragraphs[at].number == paragraph.number and not base.beginnings.firsts.get(at, (None, False))[1]
        for at in origins[:1]
    )


def first_values(draft: Draft) -> dict[List, int]:
    """With which number each list of mere texts begins."""
    found: dict[List, int] = {}
    for paragraph in draft.paragraphs:
        if (its := _list_of(paragraph)) is not None:
            found.setdefault(its, value_of(paragraph.number or "", paragraph.level) or 1)
    return found


@dataclass
class GoingOn:
    """The counts that go on over all sections: of operative paragraphs, and of mere texts for each form of number."""

    last: int = 0
    texts: dict[List, int] = field(default_factory=dict)

    def next(self, paragraph: Paragraph) -> str | None:
        """The number a paragraph has if the count goes on to it."""
        if paragraph.kind is Kind.OPERATIVE:
            return str(self.last + 1)
        its = _list_of(paragraph)
        return its and _written(its, paragraph.level, self.texts.get(its, 0) + 1)

    def pass_by(self, paragraph: Paragraph) -> None:
        """Count a paragraph."""
        value = value_of(paragraph.number, paragraph.level) if paragraph.number else None
        if paragraph.kind is Kind.OPERATIVE and paragraph.set_label is None and not has_suffix(paragraph.number):
            self.last = self.last + 1 if value is None else value
        elif value is not None and (its := _list_of(paragraph)) is not None:
            self.texts[its] = value

    def begin(self, three: Sequence[Mapping[List, int | None]], passed: Paragraph | None = None) -> None:
        """Begin what begins under a paragraph that was passed, given that for base, ours and theirs.

        Where that became an item of a list, this does not begin under it.
        """
        own_list = passed and _list_of(passed)
        for its in dict.fromkeys(chain.from_iterable(three)):
            if its == own_list:
                continue
            base, *own = (one.get(its, _UNKNOWN) for one in three)
            known = [one for one in own if one != _UNKNOWN] or [base]
            value = next((one for one in known if one != base), known[0])
            if value is not None:
                self.texts[its] = value - 1


def is_bis(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an operative one whose number has a suffix, "5 bis"."""
    return paragraph.kind is Kind.OPERATIVE and has_suffix(paragraph.number)


def going_on_as(paragraph: Paragraph) -> str:
    """The number of a paragraph to which a count goes on."""
    its = _list_of(paragraph)
    return CONTINUED if its is None else f"{CONTINUED}{_written(its, paragraph.level, 1)}"


def _list_of(paragraph: Paragraph) -> List | None:
    """The list that the number of a mere text that is no cell is of."""
    if paragraph.kind is not Kind.TEXT or not paragraph.number or paragraph.cell is not None:
        return None
    number = paragraph.number.removeprefix(CONTINUED)
    western = in_western_figures(number)
    form = form_of(western, paragraph.level)
    return None if form is None else (form, 0 if form.alphabet else paragraph.level, western != number)


def _written(its: List, level: int, value: int) -> str | None:
    number = its[0].write(level, value)
    return in_eastern_figures(number) if number is not None and its[2] else number
