"""What authors change in the words of footnotes, as proposals of kind note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.proposals.proposal import Edit, Place, Point, Proposal
from models.proposals.woven.atoms import Atom, NotWoven
from models.proposals.woven.sweep import Sweep
from models.word.woven import Woven, WovenNote

_MOST_LOOKED_AT = 500_000
"""Pieces of one note, each looked at for each of its authors: half a second."""


def note_proposals(woven: Woven, base: Draft, ids: Mapping[int, int]) -> list[Proposal]:
    """One proposal for each note and author, and one for what an author strikes of what another puts into the note.

    `ids` are the notes of the base by their ids in the woven file. Notes that came with a change of the text are told
    of there. The keys tell the proposals apart until they get those of their draft.
    """
    return list(_proposals(woven, base, ids))


def with_their_notes(proposals: Sequence[Proposal], notes: Sequence[Proposal]) -> list[Proposal]:
    """All of them; what an author does to the words of a note whose mark it takes out is part of that."""
    found = list(proposals)
    part_of: dict[str | None, str] = {}
    takes_out: dict[tuple[str, int | None], int] = {}  # the first proposal of an author that takes out a note
    for at_first, one in enumerate(proposals):
        for gone in (note for edit in one.edits for note in edit.gone_notes):
            takes_out.setdefault((one.author, gone), at_first)
    for note in notes:
        at = takes_out.get((note.author, note.place.note))
        if at is not None:
            part_of[note.key] = found[at].key
            dates = tuple(sorted({*found[at].dates, *note.dates}))
            revisions = tuple(sorted({*found[at].revisions, *note.revisions}))
            found[at] = replace(found[at], dates=dates, revisions=revisions)
        elif note.against in part_of:
            found.append(replace(note, against=part_of[note.against], strikes=()))
        else:
            found.append(note)
    return found


@dataclass
class _Own:
    """What one author does in a note: edits, beside each the changes of others that strike what it puts in."""

    edits: list[Edit] = field(default_factory=list)
    struck: list[tuple[int, ...]] = field(default_factory=list)
    changes: set[int] = field(default_factory=set)

    def add(self, edit: Edit, struck: tuple[int, ...], *, goes_on: bool) -> None:
        if goes_on and self.edits and self.struck[-1] == struck:
            self.edits[-1] = _joined(self.edits[-1], edit)
        else:
            self.edits.append(edit)
            self.struck.append(struck)


def _proposals(woven: Woven, base: Draft, ids: Mapping[int, int]) -> Iterator[Proposal]:
    cited_in: dict[int, int] = {}
    for at, one in enumerate(base.paragraphs):
        for cited in one.footnotes:
            cited_in.setdefault(cited, at)
    for own, in_base in ids.items():
        note = woven.notes.get(own)
        if note is None or not note.spans:
            continue
        citing = cited_in.get(in_base, 0)
        text = base.note[in_base].text

        def told(
            author: str,
            changes: Iterable[int],
            edits: Sequence[Edit],
            words: str,
            key: str,
            citing: int = citing,
            note_id: int = in_base,
        ) -> Proposal:
            start = min((edit.start.offset for edit in edits), default=None)
            end = max((edit.end.offset for edit in edits), default=None)
            dates = sorted({date for n in changes if (date := woven.changes[n].date) is not None})
            place = Place("", citing, citing + 1, start, end, words, note_id)
            return Proposal("note", author, place, (), tuple(dates), revisions=tuple(sorted(changes)), key=key)

        by_author = _by_author(woven, note, text)
        for author, own_changes in by_author.items():
            edits, key = own_changes.edits, f"note {in_base} {author}"
            if not edits and not own_changes.changes:
                continue
            words = text[edits[0].start.offset : max(edit.end.offset for edit in edits)] if edits else ""
            made = told(author, own_changes.changes, edits, words, key)
            yield replace(made, kind="note" if edits else "format", edits=tuple(edits))
        for host, theirs in by_author.items():
            strikers = dict.fromkeys(woven.author(n) for struck in theirs.struck for n in struck)
            for author in strikers:
                strikes = [n for n, by in enumerate(theirs.struck) if any(woven.author(c) == author for c in by)]
                changes = {c for n in strikes for c in theirs.struck[n] if woven.author(c) == author}
                edits = [theirs.edits[n] for n in strikes]
                words = "".join(edit.come_text for edit in edits)
                made = told(author, changes, edits, words, f"note {in_base} {author} against {host}")
                yield replace(made, against=f"note {in_base} {host}", strikes=tuple(strikes))


def _by_author(woven: Woven, note: WovenNote, text: str) -> dict[str, _Own]:
    pieces = list(note_pieces(woven, note))
    whole = "".join(words for words, adds, _, _ in pieces if not adds)
    cut = whole.find(text) if text else len(whole)
    if cut < 0:
        raise NotWoven
    found: dict[str, _Own] = {}
    authors = dict.fromkeys(woven.author(span.change) for span in note.spans)
    if len(authors) * len(pieces) > _MOST_LOOKED_AT:
        raise NotWoven  # thousands write in one note
    for author in authors:

        def own(numbers: Iterable[int], author: str = author) -> set[int]:
            return {n for n in numbers if woven.author(n) == author}

        found[author] = here = _Own()
        strikes: set[int] = set()
        offset, goes_on = -cut, False
        for rank, (words, adds, takes, runs) in enumerate(pieces):
            at = min(max(offset, 0), len(text))
            comes, goes = bool(own(adds)), bool(own(takes))
            if comes and not goes:
                here.add(Edit(Point(0, at), Point(0, at), "", (Paragraph(Kind.TEXT, runs),), rank=rank), takes,
                         goes_on=goes_on)  # fmt: skip
                here.changes |= own(adds)
                goes_on = True
            elif goes and not adds:
                last = min(max(offset + len(words), 0), len(text))
                here.add(Edit(Point(0, at), Point(0, last), text[at:last], rank=rank), (), goes_on=goes_on)
                here.changes |= own(takes)
                goes_on = True
            elif not (comes and goes):
                goes_on = False
                strikes |= own(takes)
            if not adds:
                offset += len(words)
        here.changes |= own(span.change for span in note.spans) - strikes
    return found


def _joined(last: Edit, edit: Edit) -> Edit:
    runs = [run for one in (*last.come, *edit.come) for run in one.runs]
    come = (Paragraph(Kind.TEXT, tuple(runs)),) if runs else ()
    return Edit(last.start, edit.end, last.gone + edit.gone, come, rank=last.rank)


def note_pieces(
    woven: Woven, note: WovenNote
) -> Iterator[tuple[str, tuple[int, ...], tuple[int, ...], tuple[Run, ...]]]:
    """(words, what puts them in, what takes them out, runs) of a note, piece by piece."""
    sweep = Sweep([(span.start, span.end) for span in note.spans])
    offset = 0
    for run in note.note.runs:
        end = offset + len(run.text)
        for first, last in pairwise([offset, *sweep.within(offset, end), end]):
            over = [note.spans[number].change for number in sweep.over(first, last)]
            words = run.text[first - offset : last - offset]
            yield (
                words,
                tuple(number for number in over if woven.changes[number].adds),
                tuple(number for number in over if woven.changes[number].adds is False),
                (Run(words, run.italic, run.bold, run.underline),),
            )
        offset = end


class NoteIds:
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
