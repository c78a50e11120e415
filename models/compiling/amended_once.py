"""What a delegation asks for in several files, and others amend, once: all that amends it hangs on the one that stays.

So it is where a wish came in its own file, and again in a compilation that others marked. That they amend it cuts what
comes with it in pieces, in each file others: what stays is cut wherever one of them is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.draft import Kind, Paragraph, Run, tidy_runs
from models.proposals.proposal import END, Edit, Point, Proposal

ByPerson = Mapping[str, Mapping[str, Sequence[Proposal]]]
"""Wishes by the names of delegations, and of each by its persons."""

_ROOM, _SIGN = 1 << 36, 1 << 12
"""Between two ranks, and between two signs of what comes with an edit."""


def amended_once(wishes: ByPerson, files: Mapping[str, Set[str]]) -> dict[str, dict[str, list[Proposal]]]:
    """The wishes, what others amend once in a name; `files` are those that each proposal came in, by its key.

    What stands twice in one file is meant twice. Moves, rows, and what is amended itself are one with another as a
    whole or not at all.
    """
    found = {name: {person: list(own) for person, own in people.items()} for name, people in wishes.items()}
    every = {one.key: one for people in found.values() for own in people.values() for one in own}
    if not any(one.against in every for one in every.values()):
        return found
    once = _Once(found, every, files)
    level = [one.key for one in every.values() if one.against not in every]
    once.join(level, amends=False)
    once.cut()
    while level := [one.key for one in every.values() if one.against in level]:
        once.join(level, amends=True)
    return once.left()


@dataclass(eq=False)
class _Stretch:
    """Edits of a proposal, by their numbers, that nothing parts: words that it puts in at one place, in some pieces."""

    of: Proposal
    numbers: list[int]
    files: set[str]
    joined: list[_Stretch] = field(default_factory=list)

    @property
    def edits(self) -> list[Edit]:
        return [self.of.edits[n] for n in self.numbers]

    @property
    def rank(self) -> int:
        """Where it begins in its file."""
        return self.edits[0].rank

    @property
    def span(self) -> tuple[Point, Point]:
        """From where to where it stands in the draft."""
        return self.edits[0].start, self.edits[-1].end

    @property
    def signs(self) -> list[_Sign]:
        """What comes."""
        return [sign for edit in self.edits for sign in _signs(edit.come)]

    @property
    def like(self) -> Paragraph | None:
        """The paragraph that the first sign is of, None where none comes."""
        return next((edit.come[0] for edit in self.edits if edit.come), None)

    def places(self) -> list[int]:
        """Which of the signs that come each piece begins with, and how many there are."""
        found = [0]
        for edit in self.edits:
            found.append(found[-1] + len(_signs(edit.come)))
        return found

    def pieces(self) -> list[tuple[int, Edit]]:
        """It as it is; with each piece the place of its first sign, before all of them where nothing comes."""
        places = zip(self.places(), self.edits, strict=False)
        return [(place if edit.come else -1, edit) for place, edit in places]

    def cut(self) -> Iterator[tuple[int, Edit]]:
        """It in pieces, cut where any that is joined to it is, what goes apart; with each the same place."""
        first, last, signs, like = self.edits[0], self.edits[-1], self.signs, self.like
        gone = "".join(edit.gone for edit in self.edits)
        gone_notes = tuple(note for edit in self.edits for note in edit.gone_notes)
        if gone or gone_notes:
            yield -1, replace(first, end=last.end, gone=gone, gone_notes=gone_notes, come=())
        notes_before = last.notes_before if len(self.numbers) > 1 or first.start == last.end else 0
        for start, end in pairwise(sorted({place for one in (self, *self.joined) for place in one.places()})):
            like = next((one for one in reversed(signs[:start]) if isinstance(one, Paragraph)), like)
            come = _paragraphs(like or Paragraph(Kind.TEXT), signs[start:end])
            yield start, Edit(last.end, last.end, come=come, notes_before=notes_before, rank=self.rank)


class _Once:
    def __init__(
        self, wishes: dict[str, dict[str, list[Proposal]]], was: Mapping[str, Proposal], files: Mapping[str, Set[str]]
    ) -> None:
        self.wishes, self.was, self.files = wishes, was, files
        self.now = {**was}
        self.amended = {one.against for one in was.values()}
        self.names: dict[str, set[str]] = {}
        for name, people in wishes.items():
            for one in (one for own in people.values() for one in own):
                self.names.setdefault(one.key, set()).add(name)
        self.stretches: dict[str, list[_Stretch]] = {}
        self.without = set[tuple[str, str, int]]()  # which edits are not asked for once more: name, key and number
        self.same: dict[_Stretch, _Stretch] = {}

    def join(self, level: Sequence[str], *, amends: bool) -> None:
        """Find what is asked for again; `amends`: of what amends others all is looked at, also if nobody amends it."""
        there: dict[tuple[Point, Point], list[_Stretch]] = {}
        own = {key: list(_stretches(self.was[key], self.files.get(key, frozenset()))) for key in level}
        self.stretches |= own
        for key in sorted(level, key=lambda key: (key not in self.amended, -len(self.names[key]), -len(own[key]))):
            found = self._found(key, own[key], there, amends=amends)
            for one in own[key]:
                if (stays := found.get(one)) is not None:
                    stays.joined.append(one)
                    stays.files |= one.files
                    self.same[one] = stays
                    for name in self.names[key] & self.names[stays.of.key]:
                        self.without |= {(name, key, number) for number in one.numbers}
                elif amends or key in self.amended:
                    there.setdefault(one.span, []).append(one)

    def _found(
        self,
        key: str,
        own: Sequence[_Stretch],
        there: Mapping[tuple[Point, Point], Sequence[_Stretch]],
        *,
        amends: bool,
    ) -> dict[_Stretch, _Stretch]:
        found: dict[_Stretch, _Stretch] = {}
        amended, names = key in self.amended, self.names[key]
        for one in own:
            for stays in there.get(one.span, ()):
                theirs = self.names[stays.of.key]
                shared = names <= theirs if amended else bool(names & theirs)
                free = not (one.files & stays.files) and stays not in found.values()
                if shared and free and self._said(one) == self._said(stays):
                    found[one] = stays
                    break
        if amended and (amends or len({stays.of.key for stays in found.values()}) > 1):
            return {}
        return found if len(found) == len(own) or not (amended or _is_one(self.was[key])) else {}

    def _said(self, one: _Stretch) -> object:
        """What it asks for, in however many pieces, and where."""
        words = {note.id: note.text for note in one.of.footnotes}
        first = one.edits[0]
        place = self._place(one.of, first)
        at = (one.of.place.note, self.now[one.of.key].against, place, first.notes_before)
        if not _is_words(first):
            return at, replace(first, rank=0)
        signs = [_said(sign, words) for sign in one.signs]
        if one.signs and isinstance(one.signs[-1], Paragraph):
            signs[-1] = END  # what follows is what it is
        gone = "".join(edit.gone for edit in one.edits)
        new = any(isinstance(sign, Paragraph) for sign in one.signs)
        return at, gone, new and one.like and _said(one.like, words), tuple(signs)

    def _place(self, one: Proposal, edit: Edit) -> tuple[_Stretch, int] | None:
        """In which words of another, and where in them, an edit of what amends that puts in something."""
        before = [two for two in self.stretches.get(one.against or "", ()) if two.rank <= edit.rank + 1]
        if not before:
            return None
        here = max(before, key=lambda two: two.rank)
        return self.same.get(here, here), here.places()[sum(two.rank < edit.rank for two in here.edits)]

    def cut(self) -> None:
        """Cut what stays where one that was joined to it is amended, and hang on it what amends that."""
        recut = {stays for one, stays in self.same.items() if one.of.key in self.amended}
        if not recut:
            return
        for key, one in self.now.items():
            self.now[key] = replace(one, edits=tuple(replace(edit, rank=edit.rank * _ROOM) for edit in one.edits))
        pieces: dict[_Stretch, list[tuple[int, int]]] = {}  # the place of each piece, and its number
        for key in {one.of.key for one in recut}:
            edits: list[Edit] = []
            for stretch in self.stretches[key]:
                made = list(stretch.cut() if stretch in recut else stretch.pieces())
                pieces[stretch] = [(place, len(edits) + n) for n, (place, _) in enumerate(made)]
                for place, edit in made:
                    behind = max(place, 0) * _SIGN + _SIGN // 2 if stretch in recut else 0
                    edits.append(replace(edit, rank=edit.rank * _ROOM + behind))
            self.now[key] = replace(self.now[key], edits=tuple(edits))
        for key, one in self.was.items():
            own = self.stretches.get(one.against or "", ())
            if any(self.same.get(stretch, stretch) in pieces for stretch in own):
                self.now[key] = self._hung(one, own, pieces, recut)

    def _hung(
        self,
        one: Proposal,
        own: Sequence[_Stretch],
        pieces: Mapping[_Stretch, Sequence[tuple[int, int]]],
        recut: Set[_Stretch],
    ) -> Proposal:
        """What amends a proposal, amending what stays of that; `own` are the stretches of the one it amends."""
        strikes: set[int] = set()
        for stretch in own:
            there = pieces[self.same.get(stretch, stretch)]
            for number, (start, end) in zip(stretch.numbers, pairwise(stretch.places()), strict=True):
                if number in one.strikes:
                    strikes |= {n for place, n in there if start <= place < end}
        edits = []
        for was, edit in zip(one.edits, self.now[one.key].edits, strict=True):
            found = self._place(one, was)
            if found is not None and found[0] in recut:
                stays, place = found
                turn = min(max(was.rank - own[0].rank, 0), _SIGN // 2 - 1)
                edit = replace(edit, rank=stays.rank * _ROOM + place * _SIGN + turn)
            edits.append(edit)
        host = self.same.get(own[0], own[0]).of.key
        return replace(self.now[one.key], against=host, strikes=tuple(sorted(strikes)), edits=tuple(edits))

    def left(self) -> dict[str, dict[str, list[Proposal]]]:
        """The wishes without what is asked for once more."""
        struck: dict[tuple[str, str | None], set[int]] = {}

        def of(name: str, own: Sequence[Proposal]) -> Iterator[Proposal]:
            for one in (self.now[one.key] for one in own):
                edits = tuple(edit for n, edit in enumerate(one.edits) if (name, one.key, n) not in self.without)
                known = struck.setdefault((name, one.against), set())
                if edits or not (one.edits or one.strikes) or not known.issuperset(one.strikes):
                    yield replace(one, edits=edits)
                known.update(one.strikes)

        return {
            name: {person: left for person, own in people.items() if (left := list(of(name, own)))}
            for name, people in self.wishes.items()
        }


def _stretches(one: Proposal, files: Set[str]) -> Iterator[_Stretch]:
    numbers: list[int] = []
    for n, edit in enumerate(one.edits):
        before = one.edits[numbers[-1]] if numbers else None
        if before is not None and not (_is_words(before) and _is_words(edit) and before.end == edit.start):
            yield _Stretch(one, numbers, {*files})
            numbers = []
        numbers.append(n)
    if numbers:
        yield _Stretch(one, numbers, {*files})


def _is_words(edit: Edit) -> bool:
    return edit.look is None and edit.becomes is None and edit.number is None


def _is_one(one: Proposal) -> bool:
    return one.kind == "move" or any(edit.ends_come and edit.come[0].cell is not None for edit in one.edits)


_Sign = Run | Paragraph
"""A letter, the mark of a note, or the paragraph that begins."""


def _signs(come: Sequence[Paragraph]) -> list[_Sign]:
    """What comes, sign by sign; the first paragraph is joined to what stands before, and begins with none."""
    found: list[_Sign] = []
    for n, one in enumerate(come):
        found += [replace(one, runs=())] if n else []
        for run in one.runs:
            found += [run] if run.footnote is not None else [replace(run, text=letter) for letter in run.text]
    return found


def _paragraphs(like: Paragraph, signs: Sequence[_Sign]) -> tuple[Paragraph, ...]:
    """The signs as what comes, the first of them in a paragraph like another."""
    found: list[tuple[Paragraph, list[Run]]] = [(like, [])]
    for sign in signs:
        if isinstance(sign, Paragraph):
            found.append((sign, []))
        else:
            found[-1][1].append(sign)
    return tuple(replace(one, runs=tidy_runs(runs)) for one, runs in found)


def _said(sign: _Sign, notes: Mapping[int, str]) -> object:
    """What a sign says in whatever file: not how its paragraph is counted there, nor which note it is."""
    if isinstance(sign, Paragraph):
        return sign.kind, sign.level, sign.cell
    return sign if sign.footnote is None else notes.get(sign.footnote, "")
