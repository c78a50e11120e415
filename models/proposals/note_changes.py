"""What authors change in the words of footnotes, as proposals of kind note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from models.draft import Draft, Footnote, Kind, Paragraph, Run
from models.proposals.proposal import Edit, Place, Point, Proposal
from models.proposals.strands import Atom, NotWoven
from models.word.woven import Woven, WovenNote


def note_proposals(woven: Woven, base: Draft, ids: Mapping[int, int]) -> list[Proposal]:
    """One proposal for each note and author; `ids` are the notes of the base by their ids in the woven file.

    Notes that came with a change of the text are told of there.
    """
    return list(_proposals(woven, base, ids))


def with_their_notes(proposals: Sequence[Proposal], notes: Sequence[Proposal]) -> list[Proposal]:
    """All of them; what an author does to the words of a note whose mark it takes out is part of that."""
    found = list(proposals)
    for note in notes:
        at = next((n for n, one in enumerate(found) if one.author == note.author and _takes_out(one, note)), None)
        if at is None:
            found.append(note)
        else:
            dates = tuple(sorted({*found[at].dates, *note.dates}))
            revisions = tuple(sorted({*found[at].revisions, *note.revisions}))
            found[at] = replace(found[at], dates=dates, revisions=revisions)
    return found


def _takes_out(proposal: Proposal, note: Proposal) -> bool:
    return any(note.place.note in edit.gone_notes for edit in proposal.edits)


def _proposals(woven: Woven, base: Draft, ids: Mapping[int, int]) -> Iterator[Proposal]:
    for own, in_base in ids.items():
        note = woven.notes.get(own)
        if note is None or not note.spans:
            continue
        citing = next((at for at, one in enumerate(base.paragraphs) if in_base in one.footnotes), 0)
        for author, edits, changes in _by_author(woven, note, base.note[in_base].text):
            start = min((edit.start.offset for edit in edits), default=None)
            end = max((edit.end.offset for edit in edits), default=None)
            words = base.note[in_base].text[start:end] if edits and end != start else ""
            dates = sorted({date for number in changes if (date := woven.changes[number].date) is not None})
            place = Place("", citing, citing + 1, start, end, words, in_base)
            yield Proposal(
                "note" if edits else "format", author, place, edits, tuple(dates), revisions=tuple(sorted(changes))
            )


def _by_author(woven: Woven, note: WovenNote, text: str) -> Iterator[tuple[str, tuple[Edit, ...], set[int]]]:
    pieces = list(_pieces(woven, note))
    whole = "".join(words for words, adds, _, _ in pieces if not adds)
    cut = whole.find(text) if text else len(whole)
    if cut < 0:
        raise NotWoven
    authors = dict.fromkeys(woven.changes[span.change].author or "" for span in note.spans)
    for author in authors:
        edits: list[Edit] = []
        changes: set[int] = {s.change for s in note.spans if (woven.changes[s.change].author or "") == author}
        offset, goes_on = -cut, False
        for rank, (words, adds, takes, runs) in enumerate(pieces):
            at = min(max(offset, 0), len(text))
            comes = any((woven.changes[n].author or "") == author for n in adds)
            goes = any((woven.changes[n].author or "") == author for n in takes)
            if comes and not goes:
                edit = Edit(Point(0, at), Point(0, at), "", (Paragraph(Kind.TEXT, runs),), rank=rank)
                edits = _joined(edits, edit, goes_on)
                goes_on = True
            elif goes and not adds:
                last = min(max(offset + len(words), 0), len(text))
                edits = _joined(edits, Edit(Point(0, at), Point(0, last), text[at:last], rank=rank), goes_on)
                goes_on = True
            elif not (comes and goes):
                goes_on = False
            if not adds:
                offset += len(words)
        yield author, tuple(edits), changes


def _joined(edits: list[Edit], edit: Edit, goes_on: bool) -> list[Edit]:
    if not goes_on or not edits:
        return [*edits, edit]
    last = edits[-1]
    runs = [run for one in (*last.come, *edit.come) for run in one.runs]
    come = (Paragraph(Kind.TEXT, tuple(runs)),) if runs else ()
    return [*edits[:-1], Edit(last.start, edit.end, last.gone + edit.gone, come, rank=last.rank)]


def _pieces(woven: Woven, note: WovenNote) -> Iterator[tuple[str, tuple[int, ...], tuple[int, ...], tuple[Run, ...]]]:
    """(words, what puts them in, what takes them out, runs) of a note, piece by piece."""
    bounds = sorted({edge for span in note.spans for edge in (span.start, span.end)})
    offset = 0
    for run in note.note.runs:
        end = offset + len(run.text)
        edges = [offset, *(edge for edge in bounds if offset < edge < end), end]
        for first, last in pairwise(edges):
            over = [span.change for span in note.spans if span.start <= first and last <= span.end]
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
