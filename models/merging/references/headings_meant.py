"""References to sections, annexes, footnotes, and to articles and what else has a typed number, in a merged text: they
mean what they meant on the side that wrote them, as those to paragraphs do (`places_meant`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from models.comparison.references.parts_meant import is_divided, under
from models.draft import Kind
from models.draft.alphabets import number_in, value_in
from models.draft.divisions import HEADINGS
from models.draft.named_parts import NamedPart, is_range
from models.draft.numbering import from_roman, to_roman
from models.draft.typed_numbers import typed_numbers
from models.merging.references.living_on import Meant
from models.merging.references.meanings import Meanings, Torn, meant_by
from models.merging.references.referring import Referring
from models.merging.references.typed_alike import Counts, Heading, printed
from models.merging.sides import BASE, OURS, THEIRS
from models.merging.told.edits import Edit, edited

_N = TypeVar("_N")
_Named = tuple[NamedPart, int | None, Meant | Torn | None]
"""What a text names, where that is now, and what was meant by it."""


class Parts:
    """What the parts that texts name are on each side, as places of the merged text; a note is one below zero.

    A section or an annex is the one in which most of its paragraphs stand.
    """

    def __init__(self, meanings: Meanings, known: Counts | None) -> None:
        sheet = meanings.sheet
        self._sides, self._kinds = sheet.sides, [line.traits.kind for line in sheet.lines]
        self._headings = [_headings(printed(sheet, side, known)) for side in (BASE, OURS, THEIRS)]
        self._lives = [meanings.all_lives(side) for side in (BASE, OURS, THEIRS)]

    @cached_property
    def notes(self) -> dict[str, int]:
        """By the key of each note its place."""
        every = dict.fromkeys(key for side in self._sides for key in side.notes)
        return {key: -1 - number for number, key in enumerate(every)}

    @cached_property
    def _marked(self) -> list[dict[str, int]]:
        return [_alone((note.mark, self.notes[key]) for key, note in side.notes.items()) for side in self._sides]

    def meant(self, side: int, one: NamedPart) -> Meant | None:
        """What a part is that a side names; None where it names nothing there is."""
        if one.sort == "note":
            note = self._marked[side].get(one.sign.text)
            return None if note is None else frozenset({note})
        if one.sort not in ("section", "annex"):
            at = self._headings[side].get(_name(one))
        else:
            at = self._sides[side].pointing.part(one)
            heads = self._over(side, one.sort, at) if at is not None and one.paragraph is None else None
            if heads is not None:
                return heads
        return None if at is None else self._lives[side].get(at, frozenset())

    def _over(self, side: int, sort: str, heading: int) -> Meant | None:
        """The heading over most of what stands under one of a side, nothing where all of it is gone and something else
        of the side stands under its name; None where that does not tell."""
        kinds = (Kind.ANNEX,) if sort == "annex" else (Kind.ANNEX, Kind.SECTION)
        inside = under(self._sides[side].draft, sort, heading)
        places = [at for one in inside for at in self._lives[side].get(one, ())]
        heads = Counter(self._head(place, kinds) for place in places)
        for at, count in heads.most_common(1):
            if 2 * count > len(places) and at >= 0 and self._kinds[at] is kinds[-1]:
                return frozenset({at})
        there = self._lives[side].get(heading, frozenset())
        others = (at for one, ats in self._lives[side].items() if one != heading and one not in inside for at in ats)
        taken = inside and not places and any(self._head(at, kinds) in there for at in others)
        return frozenset() if taken else None

    def _head(self, place: int, kinds: Sequence[Kind]) -> int:
        """The heading of these kinds that a place of the merged text stands under; -1 for none."""
        return next((at for at in range(place, -1, -1) if self._kinds[at] in kinds), -1)


def follow(meanings: Meanings, known: Counts | None, ids: Mapping[str, int]) -> list[str]:
    """Edits the lines and the notes of a merged text so; what there is to say of that. `ids` are those of its notes."""
    sides = meanings.sheet.sides
    if not (
        meanings.draft.footnotes or any(is_divided(draft) for draft in (meanings.draft, *(s.draft for s in sides)))
    ):
        return []
    naming = [one for one in meanings.all if one.here.named and not (one.line and one.line.traits.kind in HEADINGS)]
    following = _Following(meanings, known, ids) if naming else None
    return [said for one in naming if following is not None for said in following.told(one)]


class _Following:
    def __init__(self, meanings: Meanings, known: Counts | None, ids: Mapping[str, int]) -> None:
        draft = meanings.draft
        self._names, self._pointing, self._parts = meanings.names, meanings.now, Parts(meanings, known)
        marks = {note.id: note.mark for note in draft.footnotes}
        self._notes = {at: marks[ids[key]] for key, at in self._parts.notes.items() if ids.get(key) in marks}
        self._noted = _alone((mark, at) for at, mark in self._notes.items())
        typed = ((at, one, draft.paragraphs[at].text) for at, one in typed_numbers(draft))
        self._figures = {at: (one.figure, text[: one.end].strip()) for at, one, text in typed}

    def told(self, line: Referring) -> Iterator[str]:
        """Edits one line or note."""
        found, turned = self._with_ranges(line)
        out_of_order: set[str] = set()
        for at, (one, now, want) in enumerate(found):
            if want is None or (not isinstance(want, Torn) and now in want):
                continue
            said, sort = _said(one), _sort(one)
            if isinstance(want, Torn):
                yield f"{line.name} says {said}, by which each side meant another {sort}."
            elif not want or self._is_gone(min(want)):
                yield f"{line.name} says {said}; the {sort} it meant is gone."
            elif at in turned:
                words = line.here.words[one.start : one.end]
                if words not in out_of_order:
                    yield f"{line.name} says {words}; what was meant stands in another order now."
                out_of_order.add(words)
            else:
                edits, called = self._anew(line.here.words, one, min(want))
                if edits and edited(line.here.words, edits) == line.here.words:
                    yield f"{line.name} says {said}, as more than one {sort} is called now: look which it means."
                    continue
                line.edits += edits
                if edits:
                    yield f"{line.name} says {called}, not {said}: the {sort} it means has another number."
                else:
                    yield f"{line.name} says {said}; the {sort} it meant is {called} now."

    def _with_ranges(self, line: Referring) -> tuple[list[_Named], set[int]]:
        """What a text names, and which of it are the ends of a range that stays, as it would end before it begins.

        Of a range of which all stands together in another order the ends are those of what it took in.
        """
        parts = [*zip(line.here.named, *line.on_sides(lambda text: text.named), strict=True)]
        found = [self._meant(one, same) for one, *same in parts]
        turned: set[int] = set()
        for at in range(len(parts) - 1):
            (one, *same), last = parts[at], parts[at + 1][0]
            if one.start != last.start or not is_range(line.here.words, one.sign, last.sign):
                continue
            if {type(each[2]) for each in found[at : at + 2]} & {Torn} or found[at][2] is found[at + 1][2] is None:
                continue
            within = (
                self._meant(_numbered(one, figure), [each and (each[0], _numbered(each[1], figure)) for each in same])
                for figure in _between(one.sign.text, last.sign.text)
            )
            counted = [self._counted(*each) for each in (found[at], *within, found[at + 1])]
            placed = {value: place for value, place in counted if value is not None and place is not None}
            begins, ends = counted[0][0], counted[-1][0]
            if len(placed) == len(counted) and max(placed) - min(placed) == len(placed) - 1:
                for each, end in ((at, min(placed)), (at + 1, max(placed))):
                    found[each] = (*found[each][:2], frozenset({placed[end]}))
            elif begins is not None and ends is not None and ends <= begins:
                turned |= {at, at + 1}
        return found, turned

    def _counted(self, one: NamedPart, now: int | None, want: Meant | Torn | None) -> tuple[int | None, int | None]:
        """What the figure of a part would count if it followed, and where that is; None where there is none."""
        place = min(want, default=None) if isinstance(want, frozenset) else now
        figures = self._called(one, place) if place is not None and not self._is_gone(place) else None
        return (_value(one.sign.text), None) if figures is None else (_value(figures[-1]), place)

    def _meant(self, one: NamedPart, same: Sequence[tuple[object, NamedPart] | None]) -> _Named:
        now = self._noted.get(one.sign.text) if one.sort == "note" else self._pointing.part(one)
        wrote = [each is not None and _signs(each[1]) == _signs(one) for each in same]
        meant = [None if each is None else self._parts.meant(side, each[1]) for side, each in enumerate(same)]
        return one, now, meant_by(wrote, meant, now)

    def _is_gone(self, at: int) -> bool:
        return at < 0 and at not in self._notes

    def _anew(self, text: str, one: NamedPart, at: int) -> tuple[list[Edit], str]:
        """What lets a text name a part by the number it has now, nothing where it cannot; and what that is called."""
        figures = self._called(one, at)
        if figures is None:
            return [], self._names[at] or "another"
        signs = zip(one.signs, figures, strict=True)
        edits = [(sign, _written(text[sign.start : sign.end], sign.text, figure)) for sign, figure in signs]
        if one.sort in ("section", "annex", "note"):
            called = _said(one._replace(sign=one.sign._replace(text=figures[-1])))
            if one.paragraph is not None:
                called = f"paragraph {figures[0]} of {one.sort} {figures[-1]}"
        else:
            called = self._figures[at][1]
        if any(figure is None for _, figure in edits):
            return [], called
        return [Edit(sign.start, sign.end, figure) for sign, figure in edits if figure is not None], called

    def _called(self, one: NamedPart, at: int) -> tuple[str, ...] | None:
        """The figures that name a place, as those of a part do; None where none of its sort has them."""
        if one.sort == "note":
            return (self._notes[at],)
        if one.paragraph is not None:
            place, path = self._pointing.place(at).removeprefix("Annex "), self._pointing.path(at)
            return (path[0], place) if place and len(path) == 1 else None
        if one.sort in ("section", "annex"):
            return ((self._names[at] or "").removeprefix("Annex "),) if self._names[at] else None
        return (self._figures[at][0],) if at in self._figures else None


def _headings(found: Iterable[Heading]) -> dict[tuple[str, str], int]:
    """Where the heading of each sort and figure stands; those that stand twice are left out."""
    return _alone(((sort, figure), at) for at, sort, figure in found)


def _alone(found: Iterable[tuple[_N, int]]) -> dict[_N, int]:
    """The place of each name, those that stand twice left out."""
    each = [*found]
    often = Counter(name for name, _ in each)
    return {name: at for name, at in each if often[name] == 1}


def _name(one: NamedPart) -> tuple[str, str]:
    figure = one.sign.text.upper()
    return f"{one.sort} {'1' if figure.isdigit() else 'A'}", figure


def _value(figure: str) -> int | None:
    return int(figure) if figure.isdigit() else from_roman(figure)


def _between(first: str, last: str) -> Iterator[str]:
    """The figures between two."""
    begins, ends = _value(first), _value(last)
    if begins is not None and ends is not None:
        yield from (str(at) if first.isdigit() else to_roman(at).upper() for at in range(begins + 1, ends))


def _numbered(one: NamedPart, figure: str) -> NamedPart:
    return one._replace(sign=one.sign._replace(text=figure))


def _signs(one: NamedPart) -> list[str]:
    return [sign.text for sign in one.signs]


def _sort(one: NamedPart) -> str:
    """What a part is: "footnote", "paragraph" of a section."""
    return "paragraph" if one.paragraph is not None else "footnote" if one.sort == "note" else one.sort


def _said(one: NamedPart) -> str:
    """ "Article 4", "section II", "paragraph 2 of annex I"."""
    if one.sort not in ("section", "annex", "note"):
        return f"{one.sort.capitalize()} {one.sign.text}"
    sort = "footnote" if one.sort == "note" else one.sort
    return f"{f'paragraph {one.paragraph.text} of ' if one.paragraph is not None else ''}{sort} {one.sign.text}"


def _written(written: str, text: str, figure: str) -> str | None:
    """A figure as another is written that reads as `text`, in Chinese too; None where it cannot be."""
    if written.casefold() == text.casefold():
        return figure.lower() if written.islower() else figure
    value = from_roman(figure)
    return number_in("chinese", value) if value and value_in("chinese", written) else None
