"""What a copy puts on the clipboard: the selection of a working text in Adref's own form, as HTML and as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from models.clipboard.marked import Marked, Pieces
from models.clipboard.own import MIME, to_own
from models.clipboard.written import to_html, to_plain
from models.draft import Draft, Paragraph, computed_numbers
from models.editing.edit import Caret, Selection
from models.editing.pasted.copied import Copied, copied
from models.editing.references.brought import Leads, refer
from models.editing.references.copied_leads import leads_of
from models.editing.working import WorkingText
from models.forms.inline_marks import REMARK
from models.forms.pieces import DELETE, Piece

UNMARKED = Marked()
_OF_NO_TEXT = (DELETE, REMARK)
"""Operations of what stands in a marked copy alone."""
Cell = tuple[int, int, int]


def to_clipboard(
    working: WorkingText, selection: Selection, *, marked: Marked = UNMARKED, source_id: str = ""
) -> dict[str, bytes]:
    """Bytes by media type for a copy or a cut; empty where nothing is selected.

    `marked` is what is marked in the copy. `source_id` names the draft that `came_from` counts in.
    """
    if selection.empty:
        return {}
    return _formats(copied(working, selection), selection, marked, source_id)


def draft_to_clipboard(draft: Draft, selection: Selection) -> dict[str, bytes]:
    """The same bytes for what is selected in a draft that is read; it continues no paragraph of any text."""
    if selection.empty or not draft.paragraphs:
        return {}
    first, end = selection.start.position, selection.end
    part = draft.paragraphs[first : end.position + 1]
    cited = {note for paragraph in part for note in paragraph.footnotes}
    notes = tuple(note for note in draft.footnotes if note.id in cited)
    there = Selection(Caret(0, selection.start.place), Caret(end.position - first, end.place))
    slice_ = copied(WorkingText(Draft(part, notes)), there)
    # What is counted in the whole stands as it is in a part.
    numbers = computed_numbers(draft)[first : first + len(slice_.paragraphs)]
    own = (one.number != number for one, number in zip(slice_.paragraphs, numbers, strict=True))
    printed = tuple(is_own and (at > 0 or slice_.extent.begun) and not slice_.partial for at, is_own in enumerate(own))
    leads = Leads()
    if refer(slice_.paragraphs, slice_.footnotes):
        leads = leads_of(WorkingText(draft), first, slice_.paragraphs, slice_.footnotes)
    return _formats(replace(slice_, extent=replace(slice_.extent, printed=printed), leads=leads), there, UNMARKED, "")


def _formats(slice_: Copied, selection: Selection, marked: Marked, source_id: str) -> dict[str, bytes]:
    shown, words = _shown(slice_, selection, marked)
    html = to_html(shown, slice_.footnotes, words=words, base=marked.notes, partial=slice_.partial)
    plain = to_plain(shown, slice_.footnotes, words=words, base=marked.notes, partial=slice_.partial)
    own = to_own(
        slice_.paragraphs,
        slice_.footnotes,
        slice_.came_from,
        source_id,
        partial=slice_.partial,
        extent=slice_.extent,
        leads=slice_.leads,
    )
    return {MIME: own, "text/html": html.encode("utf-8", "replace"), "text/plain": plain.encode("utf-8", "replace")}


def _shown(slice_: Copied, selection: Selection, marked: Marked) -> tuple[list[Paragraph], dict[int, Pieces]]:
    """The paragraphs to show, those that are gone at their places, and the pieces of what is marked by place."""
    shown: list[Paragraph] = []
    words: dict[int, Pieces] = {}
    for position, one in enumerate((*slice_.paragraphs, None), selection.start.position):
        for struck, pieces in () if slice_.partial else marked.gone.get(position, ()):
            words[len(shown)] = pieces
            shown.append(replace(struck, cell=_cell_of_gone(struck, shown[-1] if shown else None)))
        if one is not None:
            if pieces := _words(marked.words, position, selection, one):
                words[len(shown)] = pieces
            shown.append(one)
    return shown, words


def _cell_of_gone(struck: Paragraph, before: Paragraph | None) -> Cell | None:
    """Where a paragraph that is gone from a table is shown: in a row of its own behind what stands before it."""
    if struck.cell is None:
        return None
    table = before.cell[0] if before is not None and before.cell is not None else -1 - struck.cell[0]
    return table, -1 - struck.cell[1], struck.cell[2]


def _words(words: Mapping[int, Pieces], position: int, selection: Selection, shown: Paragraph) -> Pieces:
    """The pieces of what is selected of a paragraph; none where nothing is to be marked in it."""
    start, end = selection.start, selection.end
    first = start.place if position == start.position else 0
    found = tuple(_cut(words.get(position, ()), first, end.place if position == end.position else None))
    # What was selected is copied as it is, whatever is known of it.
    return found if "".join(piece.text for piece in found if piece.op not in _OF_NO_TEXT) == shown.text else ()


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
    return 0 if piece.op in _OF_NO_TEXT else 1 if piece.note is not None else len(piece.text)
