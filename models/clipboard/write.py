"""What a copy puts on the clipboard: the selection of a working text in Adref's own form, as HTML and as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from models.clipboard.own import MIME, to_own
from models.clipboard.written import Words, to_html, to_plain
from models.draft import Draft, Footnote, Kind, Paragraph
from models.editing.edit import Caret, Selection
from models.editing.runs import cut
from models.editing.working import WorkingText
from models.forms.pieces import DELETE, Piece


@dataclass(frozen=True, slots=True)
class Copied:
    """A selection: its paragraphs with their numbers, the notes they cite, and where they came from."""

    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    came_from: tuple[tuple[int, ...], ...]
    partial: bool


def copied(working: WorkingText, selection: Selection) -> Copied:
    """The paragraphs of a selection, the first and last cut.

    A part of one paragraph is partial: words alone, without kind and number, that go into the words where they are
    pasted.
    """
    start, end = selection.start, selection.end
    last = end.position
    if last > start.position and end.place == 0:
        last -= 1  # a selection that ends before the first letter of a paragraph does not take it
    paragraphs = []
    for position in range(start.position, last + 1):
        entry = working.entries[position]
        first = start.place if position == start.position else 0
        runs = cut(entry.paragraph.runs, first, end.place if position == end.position else None)
        number = working.number(position) if first == 0 else None
        paragraphs.append(replace(entry.paragraph, runs=runs, number=number))
    whole = start.place == 0 and (last < end.position or end.place == working.entries[last].length)
    partial = start.position == last and not whole
    if partial:
        paragraphs = [replace(paragraphs[0], kind=Kind.TEXT, level=0, number=None, set_label=None)]
    if len({paragraph.cell for paragraph in paragraphs}) == 1:
        paragraphs = [replace(paragraph, cell=None) for paragraph in paragraphs]  # what a cell holds is no table
    cited = dict.fromkeys(note for paragraph in paragraphs for note in paragraph.footnotes)
    notes = tuple(replace(working.notes[note], mark=working.mark(note)) for note in cited if note in working.notes)
    came_from = tuple(working.entries[at].came_from for at in range(start.position, last + 1))
    return Copied(tuple(paragraphs), notes, came_from, partial)


def to_clipboard(
    working: WorkingText, selection: Selection, *, words: Words | None = None, source_id: str = ""
) -> dict[str, bytes]:
    """Bytes by media type for a copy or a cut; empty where nothing is selected.

    `words` are the pieces of changed paragraphs by position in the working text, for a marked copy. `source_id` names
    the draft that `came_from` counts in.
    """
    if selection.empty:
        return {}
    slice_ = copied(working, selection)
    known = {note.id for note in slice_.footnotes}
    shown = [
        replace(one, runs=tuple(run for run in one.runs if run.footnote is None or run.footnote in known))
        for one in slice_.paragraphs
    ]
    first = selection.start.position
    marked = {at: pieces for at, one in enumerate(shown) if (pieces := _words(words or {}, first + at, selection, one))}
    html = to_html(shown, slice_.footnotes, words=marked, partial=slice_.partial)
    plain = to_plain(shown, slice_.footnotes, words=marked, partial=slice_.partial)
    return {
        MIME: to_own(shown, slice_.footnotes, slice_.came_from, source_id, partial=slice_.partial),
        "text/html": html.encode("utf-8", "replace"),
        "text/plain": plain.encode("utf-8", "replace"),
    }


def draft_to_clipboard(draft: Draft, selection: Selection) -> dict[str, bytes]:
    """The same bytes for what is selected in a draft that is read; it continues no paragraph of any text."""
    if selection.empty or not draft.paragraphs:
        return {}
    first, end = selection.start.position, selection.end
    part = draft.paragraphs[first : end.position + 1]
    cited = {note for paragraph in part for note in paragraph.footnotes}
    notes = tuple(note for note in draft.footnotes if note.id in cited)
    return to_clipboard(
        WorkingText(Draft(part, notes)),
        Selection(Caret(0, selection.start.place), Caret(end.position - first, end.place)),
    )


def _words(words: Words, position: int, selection: Selection, shown: Paragraph) -> tuple[Piece, ...]:
    """The pieces of what is selected of a paragraph; none where nothing is to be marked in it."""
    start, end = selection.start, selection.end
    first = start.place if position == start.position else 0
    found = tuple(_cut(words.get(position, ()), first, end.place if position == end.position else None))
    # What was selected is copied as it is, whatever is known of it.
    return found if "".join(piece.text for piece in found if piece.op != DELETE) == shown.text else ()


def _cut(pieces: Sequence[Piece], first: int, last: int | None) -> Iterator[Piece]:
    """The pieces between two places; what went where the last of them ends is not among them."""
    at, whole = 0, sum(_places(piece) for piece in pieces)
    last = whole if last is None else last
    for piece in pieces:
        if not _places(piece):
            if first <= at and (at < last or last == whole):
                yield piece
            continue
        start, end = max(first - at, 0), min(last - at, _places(piece))
        if start < end:
            yield piece if piece.note is not None else replace(piece, text=piece.text[start:end])
        at += _places(piece)


def _places(piece: Piece) -> int:
    return 0 if piece.op == DELETE else 1 if piece.note is not None else len(piece.text)
