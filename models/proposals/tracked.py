"""The tracked changes of a file as proposals of their authors, on the text with all of them rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from models.draft import Draft, Footnote, Kind, Paragraph, Run, tidy_runs
from models.proposals.hunks import Hunk, Strike, hunks, leads, parted, written
from models.proposals.note_changes import note_proposals
from models.proposals.proposal import Edit, Place, Point, Proposal, keyed
from models.proposals.strands import Atom, stream
from models.reading.reading import Reading
from models.word.woven import Woven


def tracked_proposals(woven: Woven, base: Reading, sent: Reading) -> tuple[Proposal, ...]:
    """All proposals of a file, in order of the text; `base` is it with all changes rejected, `sent` with all accepted.

    Every tracked change of the text stands in at least one of them. Their place is on `base.draft`. Raises NotWoven
    where the three readings do not agree.
    """
    return _Gathering(woven, base, sent).proposals()


@dataclass
class _Group:
    """What becomes one proposal: pieces of hunks by their sense."""

    author: str
    pieces: list[tuple[str, Hunk]] = field(default_factory=list)
    looks: list[Edit] = field(default_factory=list)
    paragraphs: set[int] = field(default_factory=set)
    changes: set[int] = field(default_factory=set)
    strikes: list[Strike] = field(default_factory=list)
    move: str | None = None
    host: Hunk | None = None


class _Gathering:
    def __init__(self, woven: Woven, base: Reading, sent: Reading) -> None:
        self.woven, self.base, self.sent = woven, base.draft, sent.draft
        self.places = base.revisions
        self.atoms = stream(woven, base.draft, sent.draft)
        self.notes = _NoteIds(woven, self.atoms, base.draft, sent.draft)
        self.sent_of = _sent_paragraphs(self.atoms)
        self.groups: dict[tuple[object, ...], _Group] = {}
        self.at_home: dict[int, tuple[object, ...]] = {}  # the group of each atom that comes, by its rank

    def proposals(self) -> tuple[Proposal, ...]:
        found, strikes = hunks(self.atoms, self.woven)
        for hunk in found:
            if hunk.host is None:
                self._hunk(hunk)
        self._join_across()
        for hunk in found:
            if hunk.host is not None:
                self._put((hunk.author, "against", self._group_of(hunk.host)), "words", hunk, hunk.host)
        for strike in strikes:
            key = (strike.author, "against", self.at_home[strike.atom.rank])
            group = self.groups.setdefault(key, _Group(strike.author, host=strike.host))
            group.strikes.append(strike)
            group.changes.update(strike.changes)
        self._looks()
        notes = tuple(note_proposals(self.woven, self.base, self.sent, self.notes.base))
        self._rest({number for proposal in notes for number in proposal.revisions})
        ordered = sorted(self.groups.values(), key=lambda group: self._first(group))
        return keyed(self._with_hosts([*((group, self._proposal(group)) for group in ordered)], notes), "base")

    # Which pieces are one proposal

    def _hunk(self, hunk: Hunk) -> None:
        last_new: tuple[object, ...] | None = None
        for sense, piece in parted(hunk, self.base):
            if hunk.move is not None:
                self._put((hunk.author, "move", hunk.move), sense, piece)
            elif sense == "new":
                last_new = last_new or (hunk.author, "new", piece.rank)
                self._put(last_new, sense, piece)
            else:
                last_new = None
                self._put((hunk.author, "at", _touched(sense, piece, self.base)[0]), sense, piece)

    def _put(self, key: tuple[object, ...], sense: str, piece: Hunk, host: Hunk | None = None) -> None:
        group = self.groups.setdefault(key, _Group(piece.author, move=piece.move, host=host))
        group.pieces.append((sense, piece))
        group.changes |= piece.changes
        if sense != "new":
            group.paragraphs.update(_touched(sense, piece, self.base))
        for atom in piece.come:
            self.at_home[atom.rank] = key

    def _group_of(self, hunk: Hunk) -> tuple[object, ...]:
        return self.at_home[hunk.come[0].rank]

    def _join_across(self) -> None:
        """What one author does in paragraphs that it ties together is one proposal."""
        for key in [key for key in self.groups if key[1] == "at"]:
            group = self.groups.get(key)
            if group is None:
                continue
            for paragraph in sorted(group.paragraphs):
                other_key = (group.author, "at", paragraph)
                other = self.groups.get(other_key)
                if other is None or other is group or _is_deletion(group, self.base) or _is_deletion(other, self.base):
                    continue
                group.pieces += other.pieces
                group.paragraphs |= other.paragraphs
                group.changes |= other.changes
                del self.groups[other_key]
                self.at_home = {rank: key if at == other_key else at for rank, at in self.at_home.items()}

    def _looks(self) -> None:
        """Words of the base that are to look otherwise."""
        before = _Looks(self.base)
        for rank, atom in enumerate(self.atoms):
            if not atom.looks or atom.adds or not atom.text or atom.ends:
                continue
            look = atom.runs[0].marks
            length = len(atom.text)
            if before.over(atom.base, length) == {look}:
                continue
            author = self.woven.changes[atom.looks[-1]].author or ""
            key = (author, "at", atom.base.paragraph)
            group = self.groups.setdefault(key, _Group(author, paragraphs={atom.base.paragraph}))
            end = Point(atom.base.paragraph, atom.base.offset + length)
            group.looks.append(Edit(atom.base, end, atom.text, look=look, rank=rank))
            group.paragraphs.add(atom.base.paragraph)
            group.changes.update(atom.looks)

    def _rest(self, told: set[int]) -> None:
        """What changes no words that Adref models: by author and paragraph of the base."""
        told = told | {number for group in self.groups.values() for number in group.changes}
        for number, change in enumerate(self.woven.changes):
            paragraph = self.places[number].paragraph
            if number in told or not change.in_text or paragraph is None:
                continue
            author = change.author or ""
            key = (author, "at", paragraph)
            group = self.groups.setdefault(key, _Group(author, paragraphs={paragraph}))
            group.changes.add(number)

    # What a proposal says

    def _first(self, group: _Group) -> tuple[Point, int]:
        ranks = [(piece.start, piece.rank) for _, piece in group.pieces]
        ranks += [(edit.start, edit.rank) for edit in group.looks]
        ranks += [(strike.host.start, strike.host.rank + 1) for strike in group.strikes]
        return min(ranks, default=(Point(min(group.paragraphs, default=0), 0), 0))

    def _proposal(self, group: _Group) -> Proposal:
        pieces = sorted(group.pieces, key=lambda one: one[1].rank)
        edits = [edit for _, piece in pieces for edit in self._edits(piece)]
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
        )

    def _edits(self, piece: Hunk) -> Iterator[Edit]:
        """The edits of a piece: cut where others put something in, and where they take some of it out."""
        run: list[Atom] = []
        for atom in piece.atoms:
            if run and (atom.rank != run[-1].rank + 1 or _struck(atom) != _struck(run[-1])):
                yield self._edit(run)
                run = []
            run.append(atom)
        yield self._edit(run)

    def _edit(self, atoms: Sequence[Atom]) -> Edit:
        first, gone = atoms[0], [atom for atom in atoms if not atom.adds]
        return Edit(
            first.base,
            atoms[-1].past,
            written(gone),
            self._come([atom for atom in atoms if atom.adds]),
            tuple(self.notes.base[atom.note] for atom in gone if atom.note in self.notes.base),
            first.notes_before,
            rank=first.rank,
        )

    def _come(self, atoms: Sequence[Atom]) -> tuple[Paragraph, ...]:
        """What comes as paragraphs, each of the kind it has in the text as sent."""
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
        return tuple(replace(self._like(home), runs=tidy_runs(runs)) for home, runs in zip(homes, pieces, strict=True))

    def _like(self, paragraph: int) -> Paragraph:
        at = self.sent_of.get(paragraph)
        if at is None or at >= len(self.sent.paragraphs):
            return Paragraph(Kind.TEXT)
        return self.sent.paragraphs[at]

    def _place(
        self, group: _Group, pieces: Sequence[tuple[str, Hunk]], edits: Sequence[Edit]
    ) -> tuple[str, Place, int | None]:
        news = [piece for sense, piece in pieces if sense == "new"]
        if group.move is not None:
            return self._moved(group, pieces, news)
        if group.host is not None:
            at, words = group.host.start, written([one.atom for one in group.strikes])
            return "reword", Place("", at.paragraph, at.paragraph, at.offset, at.offset, words), None
        if news and len(news) == len(pieces):
            k = _before(news[0])
            return "insert", Place("", k, k), None
        kind, paragraphs = _kind_of(group, pieces, self.base)
        first, after = min(paragraphs), max(paragraphs) + 1
        whole = "\n".join(one.text for one in self.base.paragraphs[first:after])
        if kind in ("delete", "format") and not (kind == "format" and edits):
            return kind, Place("", first, after, words=whole), None
        start = min(edit.start for edit in edits)
        end = max(edit.end for edit in edits)
        if kind in ("split", "merge") or end.paragraph >= after or start.paragraph < first:
            return kind, Place("", first, after, words=whole), None
        words = _between(self.base, start, end)
        return kind, Place("", first, after, start.offset, end.offset, words), None

    def _moved(
        self, group: _Group, pieces: Sequence[tuple[str, Hunk]], news: Sequence[Hunk]
    ) -> tuple[str, Place, int | None]:
        gone = [piece for sense, piece in pieces if piece.gone]
        come = [piece for sense, piece in pieces if piece.come and not piece.gone]
        to = _before(news[0]) if news else come[0].start.paragraph if come else None
        if not gone:
            k = to or 0
            return "insert", Place("", k, k), None
        paragraphs = {p for piece in gone for p in _touched(_sense(piece), piece, self.base)}
        first, after = min(paragraphs), max(paragraphs) + 1
        words = "\n".join(one.text for one in self.base.paragraphs[first:after])
        if not any(piece.ends_gone for piece in gone):
            start, end = min(piece.start for piece in gone), max(piece.end for piece in gone)
            place = Place("", first, after, start.offset, end.offset, _between(self.base, start, end))
        else:
            place = Place("", first, after, words=words)
        return ("move" if come else "delete"), place, (to if come else None)

    def _with_hosts(self, made: Sequence[tuple[_Group, Proposal]], notes: Sequence[Proposal]) -> list[Proposal]:
        """Names the proposals that others amend."""
        numbers = {id(group): at for at, (group, _) in enumerate(made)}
        found = [replace(proposal, key=f"{at}") for at, (_, proposal) in enumerate(made)]
        for at, (group, _) in enumerate(made):
            if group.host is None:
                continue
            rank = group.strikes[0].atom.rank if group.strikes else group.host.come[0].rank
            host = numbers[id(self.groups[self.at_home[rank]])]
            struck = {one.atom.rank for one in group.strikes}
            edits = made[host][1].edits
            last = [*(edit.rank for edit in edits[1:]), len(self.atoms)]
            strikes = tuple(
                n
                for n, (edit, after) in enumerate(zip(edits, last, strict=True))
                if any(edit.rank <= one < after for one in struck)
            )
            found[at] = replace(found[at], against=f"{host}", strikes=strikes)
        return [*found, *notes]


def _struck(atom: Atom) -> tuple[int, ...]:
    """The changes of others that take out what comes."""
    return atom.takes if atom.adds else ()


class _NoteIds:
    """The ids of the notes of a woven file in the base and in the text as sent, by the order of their first marks."""

    def __init__(self, woven: Woven, atoms: Sequence[Atom], base: Draft, sent: Draft) -> None:
        self.woven = woven
        self.sent = sent
        self.base = _in_order((atom for atom in atoms if not atom.adds), base)
        self.in_sent = _in_order((atom for atom in atoms if not atom.takes), sent)

    def of_come(self, note: int) -> int | None:
        """The id by which what comes cites a note: that of the woven file."""
        return note if note in self.woven.notes else None

    def cited(self, edits: Iterable[Edit]) -> tuple[Footnote, ...]:
        """The notes that what comes cites, with the words they have in the text as sent."""
        ids = dict.fromkeys(run.footnote for e in edits for p in e.come for run in p.runs if run.footnote is not None)
        return tuple(self._note(note) for note in ids)

    def _note(self, note: int) -> Footnote:
        there = self.sent.note.get(self.in_sent.get(note, -1))
        return replace(there or self.woven.notes[note].note, id=note)


def _in_order(atoms: Iterable[Atom], draft: Draft) -> dict[int, int]:
    ids = dict.fromkeys(atom.note for atom in atoms if atom.note is not None)
    if len(ids) != len(draft.footnotes):
        ids = dict.fromkeys(list(ids)[: len(draft.footnotes)])
    return {note: own.id for note, own in zip(ids, draft.footnotes, strict=False)}


class _Looks:
    """The marks of the words of the base."""

    def __init__(self, base: Draft) -> None:
        self.base = base

    def over(self, start: Point, length: int) -> set[tuple[bool, bool, bool]]:
        found, at = set(), 0
        for run in self.base.paragraphs[start.paragraph].runs:
            if run.text and at < start.offset + length and at + len(run.text) > start.offset:
                found.add(run.marks)
            at += len(run.text)
        return found


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


def _touched(sense: str, piece: Hunk, base: Draft) -> tuple[int, ...]:
    """The paragraphs of the base that a piece is about, its own first."""
    last = len(base.paragraphs) - 1
    start, end = piece.start.paragraph, piece.end.paragraph
    if sense == "gone":
        return (min(start + (1 if leads(piece) else 0), last),)
    return tuple(range(min(start, last), min(end, last) + 1))


def _is_deletion(group: _Group, base: Draft) -> bool:
    return bool(group.pieces) and all(sense == "gone" for sense, _ in group.pieces)


def _kind_of(group: _Group, pieces: Sequence[tuple[str, Hunk]], base: Draft) -> tuple[str, set[int]]:
    """What an author does in some paragraphs, and which they are."""
    paragraphs = set(group.paragraphs)
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
