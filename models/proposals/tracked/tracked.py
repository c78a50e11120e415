"""The tracked changes of a file as proposals of their authors, on the text with all of them rejected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from models.draft import Draft, Kind, Paragraph, Run, tidy_runs
from models.proposals.proposal import Edit, Place, Point, Proposal
from models.proposals.tracked.emptied import emptied
from models.proposals.tracked.following_numbers import let_follow
from models.proposals.tracked.groups import Group, Groups, touched
from models.proposals.tracked.hunks import Hunk, hunks, written
from models.proposals.tracked.kinds import Kinds
from models.proposals.tracked.new_notes import NewNotes
from models.proposals.tracked.note_changes import NoteIds, note_proposals, with_their_notes
from models.proposals.tracked.pieces import leads
from models.proposals.woven.atoms import STEP, Atom, TypedNumber
from models.proposals.woven.strands import stream
from models.reading.reading import Reading
from models.word.woven import Woven


def tracked_proposals(
    woven: Woven, base: Reading, sent: Reading, atoms: list[list[Atom]] | None = None
) -> tuple[Proposal, ...]:
    """All proposals of a file, in order of the text; `base` is it with all changes rejected, `sent` with all accepted.

    Every tracked change of the text stands in at least one of them, save numbers that follow from what others do. Their
    place is on `base.draft`; their keys tell them apart here alone. Raises NotWoven where the three readings do not
    agree. `atoms` as with `stream`.
    """
    return _Telling(woven, base, sent, atoms).proposals()


class _Telling:
    def __init__(self, woven: Woven, base: Reading, sent: Reading, atoms: list[list[Atom]] | None) -> None:
        self.woven, self.base, self.sent = woven, base.draft, sent.draft
        self.places = [one.paragraph for one in base.revisions]
        self.atoms, typed, self.struck = stream(woven, base.draft, sent.draft, atoms)
        self.numbers = {one.sent: (one, self._typed_by(one)) for one in typed if sent.draft.paragraphs[one.sent].number}
        self.typed_in = {id(sent.draft.paragraphs[at]): at for at in self.numbers}
        self.notes = NoteIds(woven, self.atoms, base.draft, sent.draft)
        self.new_notes = NewNotes(woven, self.atoms, self.notes, sent.draft)
        self.sent_of = _sent_paragraphs(self.atoms)
        self.kinds = Kinds(self.atoms, woven, base.draft, sent.draft, self.sent_of)
        self.groups = Groups(base.draft, woven)

    def proposals(self) -> tuple[Proposal, ...]:
        self.groups.gather(*hunks(self.atoms, self.woven))
        self.groups.looks(self.atoms, self.woven)
        self.groups.kinds(self.kinds)
        self.groups.become(emptied(self.struck, self.atoms, self.woven, self.base, self.kinds.ends))
        for number, author in self.numbers.values():
            self.groups.number(number, author, self.sent.paragraphs[number.sent], self.atoms)
        notes = note_proposals(self.woven, self.base, self.notes.base)
        told = {number for one in notes for number in one.revisions} | self.new_notes.changes
        self.groups.rest(self.atoms, self.woven, self.places, told)
        let_follow(self.groups, self.atoms, self.woven, self.base, self.sent, self.sent_of)
        ordered = sorted(self.groups.by_key.values(), key=self._first)
        made = [(group, self._proposal(group, f"{at}")) for at, group in enumerate(ordered)]
        hosts = [self.new_notes.with_own_words(one) for one in self._with_hosts(made)]
        found = [one for host in hosts for one in (host, *self.new_notes.amending(host))]
        return tuple(with_their_notes(found, notes))

    def _typed_by(self, number: TypedNumber) -> str | None:
        """Who typed a number; None where several did."""
        authors = {self.woven.author(change) for change in number.changes}
        return next(iter(authors)) if len(authors) == 1 else None

    def _first(self, group: Group) -> tuple[Point, int]:
        gone = [piece for _, piece in group.pieces if piece.gone] if group.move is not None else []
        ranks = [(piece.start, piece.rank) for piece in gone or (piece for _, piece in group.pieces)]
        ranks += [(edit.start, edit.rank) for edit in group.looks]
        ranks += [(strike.host.start, strike.host.rank + 1) for strike in group.strikes]
        return min(ranks, default=(Point(min(group.paragraphs, default=0), 0), 0))

    def _proposal(self, group: Group, key: str) -> Proposal:
        pieces = sorted(group.pieces, key=lambda one: one[1].rank)
        edits = [edit for sense, piece in pieces for edit in self._edits(sense, piece)]
        edits = sorted([*edits, *group.looks], key=lambda edit: (edit.start, edit.rank))
        kind, place, to = self._place(group, pieces, edits)
        dates = sorted({date for n in group.changes if (date := self.woven.changes[n].date) is not None})
        return Proposal(
            kind,
            group.author,
            place,
            tuple(edits),
            tuple(dates),
            to,
            self.notes.cited(edits),
            revisions=tuple(sorted(group.changes)),
            key=key,
        )

    def _edits(self, sense: str, piece: Hunk) -> Iterator[Edit]:
        """The edits of a piece: cut where others put something in, and where they take some of it out."""
        run: list[Atom] = []
        for atom in _ending_last(piece) if sense == "new" and leads(piece) and piece.alone else piece.atoms:
            if run and (not piece.follows(atom.rank, run[-1].rank) or self._apart(atom, run[-1])):
                yield self._edit(run, piece.author)
                run = []
            run.append(atom)
        yield self._edit(run, piece.author)

    def _apart(self, one: Atom, other: Atom) -> bool:
        """Whether others do something to one of two atoms alone."""
        in_notes = any(atom.adds and self.new_notes.written_by_several(atom.note) for atom in (one, other))
        return in_notes or _struck(one) != _struck(other)

    def _edit(self, atoms: Sequence[Atom], author: str) -> Edit:
        first, gone = atoms[0], [atom for atom in atoms if not atom.adds]
        return Edit(
            first.base,
            atoms[-1].past,
            written(gone),
            self._come([atom for atom in atoms if atom.adds], author),
            tuple(self.notes.base[atom.note] for atom in gone if atom.note in self.notes.base),
            first.notes_before,
            rank=first.rank,
        )

    def _come(self, atoms: Sequence[Atom], author: str) -> tuple[Paragraph, ...]:
        """What comes as paragraphs, each of the kind it has in the text as sent; no number that another typed."""
        if not atoms:
            return ()
        pieces: list[list[Run]] = [[]]
        homes: list[int] = [atoms[0].paragraph]
        for atom in atoms:
            if atom.ends:
                pieces.append([])
                homes.append(atom.paragraph + 1)
            elif atom.note is not None:
                if (note := self.notes.of_come(atom.note)) is not None:
                    pieces[-1].append(Run(footnote=note))
            else:
                homes[-1] = atom.paragraph
                pieces[-1] += atom.runs
        likes = [self._like(home, author) for home in homes]
        for at, runs in enumerate(pieces[:-1]):
            if not runs and self.woven.paragraphs[homes[at]].paragraph.number is None:
                likes[at] = Paragraph(Kind.TEXT, (), cell=likes[at].cell)  # a line without words has no number
        likes = [self._in_its_cell(like, home) for like, home in zip(likes, homes, strict=True)]
        return tuple([_with_runs(like, runs) for like, runs in zip(likes, pieces, strict=True)])

    def _in_its_cell(self, like: Paragraph, paragraph: int) -> Paragraph:
        """What a woven paragraph is, in the cell that it has in the text as sent: no end beside it tells of that."""
        at = self.sent_of.get(paragraph) if paragraph in self._standing else None
        cell = self.sent.paragraphs[at].cell if at is not None else like.cell
        return like if cell == like.cell else replace(like, cell=cell)

    @cached_property
    def _standing(self) -> set[int]:
        """The woven paragraphs whose ends are in the text as sent."""
        return {atom.paragraph for atom in self.atoms if atom.ends and not atom.takes}

    def _like(self, paragraph: int, author: str) -> Paragraph:
        like = self.kinds.like(paragraph, author) or Paragraph(Kind.TEXT)
        at = self.sent_of.get(paragraph)
        number, typed_by = self.numbers.get(at, (None, None)) if at is not None else (None, None)
        if number is not None and typed_by == author and number.paragraph == paragraph:
            return self.sent.paragraphs[number.sent]
        if like.number is None or (typed_by in (None, author) and self.typed_in.get(id(like), at) == at):
            return like
        return replace(like, number=None)

    def _place(
        self, group: Group, pieces: Sequence[tuple[str, Hunk]], edits: Sequence[Edit]
    ) -> tuple[str, Place, int | None]:
        news = [piece for sense, piece in pieces if sense == "new"]
        if group.move is not None:
            return self._moved(pieces, news)
        if group.host is not None:
            at, words = group.host.start, written([one.atom for one in group.strikes])
            if any(sense == "new" for sense, _ in self.groups.host_of(group).pieces):
                k = _before(group.host)
                return "reword", Place("", k, k, words=words), None
            return "reword", Place("", at.paragraph, at.paragraph + 1, at.offset, at.offset, words), None
        if news and len(news) == len(pieces):
            k = _before(news[0])
            return "insert", Place("", k, k), None
        kind, paragraphs = _kind_of(group, pieces, self.base)
        first, after = min(paragraphs), max(paragraphs) + 1
        edits = [edit for edit in edits if edit.becomes is None]
        if edits and kind not in ("delete", "split", "merge"):
            start = min(edit.start for edit in edits)
            end = max(edit.end for edit in edits)
            if first <= start.paragraph and end.paragraph < after:
                return kind, Place("", first, after, start.offset, end.offset, _between(self.base, start, end)), None
        whole = "\n".join(one.text for one in self.base.paragraphs[first:after])
        return kind, Place("", first, after, words=whole), None

    def _moved(self, pieces: Sequence[tuple[str, Hunk]], news: Sequence[Hunk]) -> tuple[str, Place, int | None]:
        gone = [piece for sense, piece in pieces if piece.gone]
        come = [piece for sense, piece in pieces if piece.come and not piece.gone]
        to = _before(news[0]) if news else come[0].start.paragraph if come else None
        if not gone:
            k = to or 0
            return "insert", Place("", k, k), None
        paragraphs = {p for piece in gone for p in touched(_sense(piece), piece, self.base)}
        first, after = min(paragraphs), max(paragraphs) + 1
        words = "\n".join(one.text for one in self.base.paragraphs[first:after])
        if not any(piece.ends_gone for piece in gone):
            start, end = min(piece.start for piece in gone), max(piece.end for piece in gone)
            place = Place("", first, after, start.offset, end.offset, _between(self.base, start, end))
        else:
            place = Place("", first, after, words=words)
        return ("move" if come else "delete"), place, (to if come else None)

    def _with_hosts(self, made: Sequence[tuple[Group, Proposal]]) -> list[Proposal]:
        """Names the proposals that others amend; the key of each is its place among them."""
        numbers = {id(group): at for at, (group, _) in enumerate(made)}
        found = [proposal for _, proposal in made]
        for at, (group, _) in enumerate(made):
            if group.host is None:
                continue
            host = numbers[id(self.groups.host_of(group))]
            struck = sorted(one.atom.rank for one in group.strikes)
            edits = made[host][1].edits
            last = [*(edit.rank for edit in edits[1:]), len(self.atoms) * STEP]
            strikes = tuple(
                n
                for n, (edit, after) in enumerate(zip(edits, last, strict=True))
                if bisect_left(struck, edit.rank) < bisect_left(struck, after)
            )
            found[at] = replace(found[at], against=f"{host}", strikes=strikes)
        return found


def _with_runs(like: Paragraph, runs: Sequence[Run]) -> Paragraph:
    return Paragraph(like.kind, tidy_runs(runs), like.level, like.number, like.set_label, like.cell)


def _ending_last(piece: Hunk) -> list[Atom]:
    """A new paragraph that was begun at the end of the one before it, as one that stands before the next."""
    end, *words = piece.atoms
    at = Point(end.base.paragraph + 1, 0)
    last = replace(end, paragraph=end.paragraph + 1, rank=piece.atoms[-1].rank + 1)
    return [replace(atom, base=at, notes_before=0) for atom in (*words, last)]


def _struck(atom: Atom) -> tuple[int, ...]:
    """The changes of others that take out what comes."""
    return atom.takes if atom.adds else ()


def _sent_paragraphs(atoms: Sequence[Atom]) -> Mapping[int, int]:
    """For each woven paragraph, the paragraph of the text as sent that its words are in, or would be."""
    found: dict[int, int] = {}
    at = 0
    for atom in atoms:
        found.setdefault(atom.paragraph, at)
        if atom.ends and not atom.takes:
            at += 1
    return found


def _sense(piece: Hunk) -> str:
    return "gone" if piece.ends_gone else "words"


def _before(piece: Hunk) -> int:
    """The paragraph before which a piece of new ones stands."""
    return piece.start.paragraph + (1 if leads(piece) else 0)


def _kind_of(group: Group, pieces: Sequence[tuple[str, Hunk]], base: Draft) -> tuple[str, set[int]]:
    """What an author does in some paragraphs, and which they are."""
    paragraphs = set(group.paragraphs)
    if pieces and not any(atom.ends for _, piece in pieces for atom in piece.atoms):
        return "reword", paragraphs
    come = any(piece.come for _, piece in pieces)
    ends_come = sum(piece.ends_come for _, piece in pieces)
    ends_gone = sum(piece.ends_gone for _, piece in pieces)
    if not pieces:
        return "format", paragraphs
    emptied = _emptied(pieces, base)
    if ends_gone and not come and len(emptied) == ends_gone and not _words_besides(pieces, emptied):
        return "delete", emptied
    if ends_come and not ends_gone:
        return "split", paragraphs
    if ends_gone and not ends_come:
        return "merge", paragraphs
    return "reword", paragraphs


def _emptied(pieces: Sequence[tuple[str, Hunk]], base: Draft) -> set[int]:
    """The paragraphs of the base all of whose words go."""
    gone: dict[int, int] = {}
    ended: set[int] = set()
    for _, piece in pieces:
        for atom in piece.gone:
            if atom.ends:
                ended.add(atom.base.paragraph)
            gone[atom.base.paragraph] = gone.get(atom.base.paragraph, 0) + len(atom.text)
    full = {at for at, length in gone.items() if at < len(base.paragraphs) and length == len(base.paragraphs[at].text)}
    return {at for at in full if at in ended or at - 1 in ended}


def _words_besides(pieces: Sequence[tuple[str, Hunk]], emptied: set[int]) -> bool:
    return any(atom.text and atom.base.paragraph not in emptied for _, piece in pieces for atom in piece.gone)


def _between(base: Draft, start: Point, end: Point) -> str:
    """The words of the base between two points."""
    if start.paragraph == end.paragraph:
        return base.paragraphs[start.paragraph].text[start.offset : end.offset] if start != end else ""
    texts = [paragraph.text for paragraph in base.paragraphs[start.paragraph : end.paragraph + 1]]
    if not texts:
        return ""
    if end.paragraph < len(base.paragraphs):
        texts[-1] = texts[-1][: end.offset]
    texts[0] = texts[0][start.offset :]
    return "\n".join(texts)
