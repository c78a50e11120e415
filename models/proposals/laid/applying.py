"""The text with some proposals taken: their edits set into the base, all at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from operator import is_

from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.proposals.proposal import Edit, Proposal
from models.proposals.woven.rows_of_tables import coming, rows_counted
from models.proposals.woven.sweep import Sweep


def applied(base: Draft, proposals: Iterable[Proposal]) -> Draft:
    """The base with these proposals taken; their places must be on it.

    One that amends another counts only where that other is taken too. Words that several take out go once. All
    proposals of a file together give the text with its changes accepted. Numbers stay those of the base and of what
    came: numbering anew is the editor's.
    """
    chosen = list(proposals)
    taken = {proposal.key for proposal in chosen}
    struck = {(p.against, n) for p in chosen if p.against in taken for n in p.strikes}
    work = _Work(base)
    hosts = {proposal.key: proposal.against for proposal in chosen}
    wishes: dict[str, int] = {}
    for proposal in chosen:
        if proposal.against is not None and proposal.against not in taken:
            continue
        edits = [edit for n, edit in enumerate(proposal.edits) if (proposal.key, n) not in struck]
        if proposal.place.note is not None:
            work.in_note(proposal.place.note, edits)
        else:
            whose = wishes.setdefault(_host(proposal, hosts), len(wishes) + 1)
            work.writers.setdefault(whose, proposal.author)
            for edit in edits:
                work.add(edit, proposal.footnotes, whose)
    return work.done()


def _host(proposal: Proposal, hosts: Mapping[str, str | None]) -> str:
    """The key of the proposal that one amends in the end, its own where it amends none."""
    key = proposal.key
    while (above := hosts.get(key)) is not None:
        key = above
    return key


@dataclass
class _Here:
    """What happens in one paragraph of the base."""

    come: list[tuple[int, int, int, Edit]] = field(default_factory=list)  # offset, notes before, rank, edit
    gone: list[tuple[int, int]] = field(default_factory=list)
    looks: list[Edit] = field(default_factory=list)
    notes_gone: set[int] = field(default_factory=set)
    end_gone: bool = False
    becomes: Paragraph | None = None


@dataclass
class _Building:
    """A paragraph as it is put together.

    `home` is the paragraph of the base that begins in it, as it becomes: that says what it is, else what began it.
    """

    runs: list[Run] = field(default_factory=list)
    home: Paragraph | None = None
    begun_by: Paragraph | None = None
    from_base: Paragraph | None = None
    from_come: Paragraph | None = None
    number: str | None = None  # by whom it was typed, who may be another than who began it

    @property
    def empty(self) -> bool:
        return not self.runs

    def paragraph(self, ended_by: Paragraph | None) -> Paragraph:
        """What is put together."""
        begun_by = self.begun_by
        if begun_by is not None and not begun_by.runs and ended_by is not None and not ended_by.runs:
            begun_by = self.from_come or begun_by  # typed in an empty line, which what came before it tells nothing of
        like = self.home or begun_by or self.from_base or self.from_come or ended_by or Paragraph(Kind.TEXT)
        beside = self.from_base or ended_by or like
        return Paragraph(
            like.kind, tidy_runs(self.runs), like.level, self.number or like.number, like.set_label, beside.cell
        )

    def keep(self, run: Run, paragraph: Paragraph, home: Paragraph | None) -> None:
        """Words of a paragraph of the base stay; `home` is what that is, where its beginning is in this one."""
        self.runs.append(run)
        self.from_base = self.from_base or paragraph
        self.begins(paragraph, home)

    def begins(self, paragraph: Paragraph, home: Paragraph | None) -> None:
        """A paragraph of the base begins in it, unless that is joined to what was divided from the one before."""
        if self.begun_by is None or self.from_base in (None, paragraph):
            self.home = self.home or home


class _Work:
    def __init__(self, base: Draft) -> None:
        self.base = base
        self.here: dict[int, _Here] = {}
        self.new_notes: list[Footnote] = []
        self.note_ids: dict[tuple[int, Footnote], int] = {}
        self.notes: dict[int, list[Edit]] = {}
        self.writers: dict[int, str] = {}
        self._cited: tuple[Sequence[Footnote], dict[int, Footnote]] = (), {}
        self.last_note = max((note.id for note in base.footnotes), default=0)

    def in_note(self, note: int, edits: Sequence[Edit]) -> None:
        self.notes.setdefault(note, []).extend(edits)

    def add(self, edit: Edit, footnotes: Sequence[Footnote], whose: int = 1) -> None:
        start, end = edit.start, edit.end
        if edit.look is not None:
            self._at(start.paragraph).looks.append(edit)
            return
        if edit.becomes is not None:
            self._at(start.paragraph).becomes = edit.becomes
            return
        if edit.come:
            come = tuple([coming(self._with_notes(paragraph, footnotes), whose) for paragraph in edit.come])
            own = edit if all(map(is_, come, edit.come)) else replace(edit, come=come)
            self._at(start.paragraph).come.append((start.offset, edit.notes_before, edit.rank, own))
        for paragraph in range(start.paragraph, end.paragraph + 1):
            if paragraph >= len(self.base.paragraphs):
                break
            first = start.offset if paragraph == start.paragraph else 0
            last = end.offset if paragraph == end.paragraph else len(self.base.paragraphs[paragraph].text)
            here = self._at(paragraph)
            if last > first:
                here.gone.append((first, last))
            here.end_gone = here.end_gone or paragraph < end.paragraph
            here.notes_gone.update(edit.gone_notes)

    def _at(self, paragraph: int) -> _Here:
        here = self.here.get(paragraph)
        if here is None:
            here = self.here[paragraph] = _Here()
        return here

    def _with_notes(self, paragraph: Paragraph, footnotes: Sequence[Footnote]) -> Paragraph:
        if not paragraph.footnotes:
            return paragraph
        if footnotes is not self._cited[0]:  # one proposal may have thousands of edits, and of notes
            self._cited = footnotes, {note.id: note for note in footnotes}
        by_id = self._cited[1]
        runs = [
            run if run.footnote is None else Run(footnote=self._note_id(by_id[run.footnote]))
            for run in paragraph.runs
            if run.footnote is None or run.footnote in by_id
        ]
        return replace(paragraph, runs=tuple(runs))

    def _note_id(self, note: Footnote) -> int:
        """The id in the base of a note that is there already, else a new one."""
        key = (note.id, note)
        if key not in self.note_ids:
            same = self._known_notes.get((note.mark, note.runs))
            if same is None:
                same = self.last_note = self.last_note + 1
                self.new_notes.append(replace(note, id=same))
            self.note_ids[key] = same
        return self.note_ids[key]

    @cached_property
    def _known_notes(self) -> dict[tuple[str, tuple[Run, ...]], int]:
        """The first note of the base of each mark and words."""
        return {(note.mark, note.runs): note.id for note in reversed(self.base.footnotes)}

    def done(self) -> Draft:
        paragraphs: list[Paragraph] = []
        building = _Building()
        for at, paragraph in enumerate(self.base.paragraphs):
            here = self.here.get(at)
            if here is None and building.empty and building.begun_by is None and building.from_come is None:
                paragraphs.append(paragraph)
                continue
            building = self._paragraph(paragraph, here or _Here(), building, paragraphs)
        last = self.here.get(len(self.base.paragraphs))
        if last is not None:
            for *_, edit in sorted(last.come, key=_order):
                building = _come(edit, building, paragraphs)
        if not building.empty:
            paragraphs.append(building.paragraph(None))
        return Draft(tuple(rows_counted(paragraphs, self.writers)), self._footnotes(paragraphs))

    def _paragraph(self, paragraph: Paragraph, here: _Here, building: _Building, done: list[Paragraph]) -> _Building:
        coming = deque(sorted(here.come, key=_order))
        places = sorted({at for at, *_ in coming})
        gone = Sweep(here.gone)
        looks = Sweep((look.start.offset, look.end.offset) for look in here.looks) if here.looks else None
        offset = notes = 0
        building = self._come_before(coming, 0, 0, building, done)
        first, home = building, here.becomes or paragraph
        for run in paragraph.runs:
            if run.footnote is not None:
                building = self._come_before(coming, offset, notes, building, done)
                notes += 1
                if run.footnote not in here.notes_gone:
                    building.keep(run, paragraph, home if building is first else None)
                continue
            end = offset + len(run.text)
            edges = {offset, end, *gone.within(offset, end)}
            if looks is not None:
                edges.update(looks.within(offset, end))
            edges.update(places[bisect_right(places, offset) : bisect_left(places, end)])
            for start, last in pairwise(sorted(edges)):
                if coming:
                    building = self._come_before(coming, start, notes if start == offset else 0, building, done)
                if start > offset or run.text:
                    notes = 0 if last > start else notes
                if not gone.over(start, last):
                    over = looks.over(start, last) if looks is not None else ()
                    look = here.looks[over[0]].look if over else None
                    piece = Run(run.text[start - offset : last - offset], *(look or run.marks))
                    building.keep(piece, paragraph, home if building is first else None)
            offset = end
        building = self._come_before(coming, offset + 1, 0, building, done)
        if here.end_gone:
            return building
        if building is first and (paragraph.runs or here.becomes):  # one without words tells nothing of those that come
            building.begins(paragraph, home)
        done.append(building.paragraph(paragraph))
        return _Building()

    def _come_before(
        self,
        coming: deque[tuple[int, int, int, Edit]],
        offset: int,
        notes: int,
        building: _Building,
        done: list[Paragraph],
    ) -> _Building:
        """What comes before a place: at an earlier offset, or at this one before as many note marks."""
        while coming and (coming[0][0], coming[0][1]) <= (offset, notes):
            building = _come(coming.popleft()[3], building, done)
        return building

    def _footnotes(self, paragraphs: Sequence[Paragraph]) -> tuple[Footnote, ...]:
        cited = {note for paragraph in paragraphs for note in paragraph.footnotes}
        before = {note for paragraph in self.base.paragraphs for note in paragraph.footnotes}
        own = (self._edited(note) for note in self.base.footnotes if note.id in cited or note.id not in before)
        return (*own, *self.new_notes)

    def _edited(self, note: Footnote) -> Footnote:
        edits = self.notes.get(note.id)
        if not edits:
            return note
        inner = _Work(Draft((Paragraph(Kind.TEXT, note.runs),)))
        for edit in edits:
            inner.add(edit, ())
        paragraphs = inner.done().paragraphs
        return replace(note, runs=paragraphs[0].runs if paragraphs else ())


def _order(one: tuple[int, int, int, Edit]) -> tuple[int, int, int]:
    return one[:3]


def _come(edit: Edit, building: _Building, done: list[Paragraph]) -> _Building:
    if edit.number is not None:
        building.number = edit.number
        return building
    for number, paragraph in enumerate(edit.come):
        if number:
            done.append(building.paragraph(None))
            building = _Building(begun_by=paragraph)
        elif building.empty and building.begun_by is not None and _is_something(paragraph):
            # After what another put in here, whole or its first words: of its own kind, not of what follows.
            building.begun_by = paragraph
        elif building.from_come is None:
            building.from_come = paragraph
        building.runs += paragraph.runs
    return building


def _is_something(paragraph: Paragraph) -> bool:
    """Whether what comes tells of what kind it is: by its words, or as a line without any."""
    return bool(paragraph.runs) or paragraph.kind is Kind.TEXT
