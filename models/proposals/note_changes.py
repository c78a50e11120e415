"""What authors change in the words of footnotes, as proposals of kind note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from models.draft import Draft, Kind, Paragraph, Run
from models.proposals.proposal import Edit, Place, Point, Proposal
from models.proposals.strands import NotWoven
from models.word.woven import Woven, WovenNote


def note_proposals(woven: Woven, base: Draft, sent: Draft, ids: Mapping[int, int]) -> Iterator[Proposal]:
    """One proposal for each note and author; `ids` are the notes of the base by their ids in the woven file.

    Notes that came with a change of the text are told of there.
    """
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
