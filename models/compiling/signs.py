"""What is put in, sign by sign: each stands in one place among those of all files, whoever puts some in round it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from models.draft import Paragraph, Run, tidy_runs
from models.proposals.proposal import END, Edit, Point, Proposal

At = tuple[str, int]
"""An edit: the key of its proposal, and its number there."""

IN_ONE_ORDER = 1 << 50
"""From this rank on edits stand in one order, whoever asks for them: as files had them that several are in."""

What = Run | Paragraph | Edit
"""A letter, the mark of a note, or the paragraph that begins; of an edit about no words that come, all of it."""


class Spot(NamedTuple):
    """Where something comes: a point, and how many marks of notes there stand before it."""

    point: Point
    notes: int = 0


@dataclass(eq=False, slots=True)
class Sign:
    """What comes at `spot`, for words from `start` on, as the edit `of` has it; in `names`, and in all of `files`.

    `like` is the paragraph it stands in, `behind` what it stands behind of another's words that it amends, `within` the
    wish it is part of, and `gone` is what those who put it in strike themselves. What is not `asked` for any more only
    tells where others stand, and what is `new` begins a new paragraph, or is part of one.
    """

    what: What
    said: object
    like: Paragraph | None
    of: At
    names: Set[str]
    spot: Spot
    start: Point
    authors: set[str | None] = field(default_factory=set)
    files: set[int] = field(default_factory=set)
    behind: Sign | None = None
    within: Sign | None = None
    gone: bool = False
    asked: bool = False
    new: bool = False

    @property
    def stays(self) -> str:
        """The key of the proposal that asks for it."""
        return self.root.of[0]

    @property
    def root(self) -> Sign:
        """That of which it is part."""
        return self if self.within is None else self.within.root

    @property
    def comes(self) -> bool:
        """Whether it is a sign of words, and not an edit about something else."""
        return not isinstance(self.what, Edit)


def is_words(edit: Edit) -> bool:
    """Whether an edit is about words."""
    return edit.look is None and edit.becomes is None and edit.number is None


def spot_of(edit: Edit) -> Spot:
    """Where what an edit puts in is laid: what comes for words, behind them."""
    if edit.start != edit.end and edit.end.offset:
        return Spot(edit.end)
    return Spot(edit.start, edit.notes_before)


def signs_of(one: Proposal, n: int, names: Set[str]) -> Iterator[Sign]:
    """The signs of an edit: what goes with it first; each paragraph begins with its end before it."""
    edit = one.edits[n]
    spot, of = spot_of(edit), (one.key, n)
    notes = {note.id: note.text for note in one.footnotes}
    if not is_words(edit):
        yield Sign(edit, replace(edit, rank=0), None, of, names, Spot(edit.start), edit.start)
        return
    if edit.gone or edit.gone_notes or not edit.come:
        goes = Edit(edit.start, edit.end, edit.gone, (), edit.gone_notes)
        yield Sign(goes, goes, None, of, names, Spot(edit.start), edit.start)
    before: Paragraph | None = None
    for here in edit.come:
        like = replace(here, runs=())
        if before is not None:
            yield Sign(like, END, before, of, names, spot, edit.start)
        for run in here.runs:
            letters = {letter: replace(run, text=letter) for letter in {*run.text}}
            for what in [run] if run.footnote is not None else [letters[letter] for letter in run.text]:
                yield Sign(what, _says(what, notes), like, of, names, spot, edit.start)
        before = like


def _says(run: Run, notes: Mapping[int, str]) -> object:
    """What a sign says in whatever file: not which note it is."""
    return notes.get(run.footnote, "") if run.footnote is not None else run


def as_edit(signs: Sequence[Sign]) -> Edit:
    """Signs that come side by side as an edit."""
    first = signs[0]
    assert first.like is not None
    found: list[tuple[Paragraph, list[Run]]] = [(first.like, [])]
    for sign in signs:
        if isinstance(sign.what, Paragraph):
            found.append((sign.what, []))
        elif isinstance(sign.what, Run):
            found[-1][1].append(sign.what)
    come = tuple(replace(one, runs=tidy_runs(runs)) for one, runs in found)
    return Edit(first.spot.point, first.spot.point, "", come, (), first.spot.notes)


def goes_of(sign: Sign) -> Edit:
    """The edit of a sign that is about no words that come."""
    assert isinstance(sign.what, Edit)
    return sign.what
