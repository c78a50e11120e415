"""What a proposal asks for, in words: what goes and what comes, among the words they stand between."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from models.comparison.words.plain import word_diff
from models.draft import Draft, Footnote, Run
from models.forms.inline_marks import signed
from models.proposals.laid.rendering import Piece, Row, rendered
from models.proposals.proposal import END, Edit, Point, Proposal

_PILCROW = "¶"
_BAR = " | "  # between the cells of a table
_BESIDE, _FIRST, _LAST = 3, 16, 4  # words told beside a change, and of one that is long
_WORDS = re.compile(r"\s*\S+")
_SPACES = re.compile(r"\s+")
_SEEN = str.maketrans({" ": "␣", "\u00a0": "␣", "\t": "⇥", "\n": "↵"})  # where nothing else comes or goes
_LOOKS = ("italic", "bold", "underlined")

Marked = tuple[str, str]
"""An operation (equal, delete, insert) and its words."""


def asked_for(base: Draft, proposal: Proposal, others: Mapping[str, Proposal]) -> str:
    """The words of a proposal on the draft it is placed on, "[-Member-]{+all+} States"; `others` are those by their
    keys that it may amend."""
    amended = others.get(proposal.against or "")
    words = list(_in_rows(base, proposal, amended)) if amended is not None and _in_text(proposal, amended) else []
    if not any(op != "equal" for op, _ in words):
        words = [*_struck(proposal, amended), *_words(base, proposal)]
    while words and words[-1][1] == _BAR:
        words.pop()
    said = _SPACES.sub(" ", signed(_apart(_short([pair for pair in words if pair[1]]))))
    look = next((edit.look for edit in proposal.edits if edit.look is not None), None)
    if look is not None and not any(op != "equal" for op, _ in words):
        names = [name for name, has in zip(_LOOKS, look, strict=True) if has]
        said = f"{' and '.join(names) or 'plain letters'}: {said}"
    return said.strip() or "no words"


def _words(base: Draft, proposal: Proposal) -> Iterable[Marked]:
    place = proposal.place
    if place.note is not None:
        note = base.note.get(place.note)
        return _of_note(note, proposal) if note is not None else ()
    edits = tuple(edit for edit in proposal.edits if edit.look is None)
    if not edits:
        return (("equal", place.words),) if not proposal.strikes else ()
    if proposal.kind == "move":
        gone = _together((edit.start.paragraph, edit.gone) for edit in edits if edit.gone)
        come = _together((edit.start.paragraph, edit.come_text) for edit in edits if edit.come)
        between = _BAR if all(one.cell for one in base.paragraphs[place.first : place.after]) else END
        return word_diff(gone.replace(END, between), come.replace(END, between))
    if all(edit.becomes is not None for edit in edits):
        return (("equal", place.words),)
    return _in_rows(base, replace(proposal, edits=edits))


def _together(parts: Iterable[tuple[int, str]]) -> str:
    """Words of several paragraphs, each given with its own, with END between paragraphs alone."""
    said, before = "", None
    for paragraph, text in parts:
        said += END * (before not in (None, paragraph) and not said.endswith(END)) + text
        before = paragraph
    return said.removesuffix(END)


def _of_note(note: Footnote, proposal: Proposal) -> Iterator[Marked]:
    """The words of a note with those that go and come."""
    at = 0
    yield "equal", f"note {note.mark}: "
    for edit in sorted(proposal.edits, key=lambda edit: (edit.start, edit.rank)):
        yield "equal", note.text[at : edit.start.offset]
        yield "delete", edit.gone
        yield "insert", edit.come_text
        at = max(at, edit.end.offset)
    yield "equal", note.text[at:]


def _in_text(*proposals: Proposal) -> bool:
    return all(one.place.note is None for one in proposals)


def _in_rows(base: Draft, proposal: Proposal, amended: Proposal | None = None) -> Iterator[Marked]:
    every = (proposal, *(() if amended is None else (amended,)))
    notes = {note.id: note for note in (*base.footnotes, *(note for one in every for note in one.footnotes))}
    for row in rows_asked(base, proposal, amended):
        if row.changed:
            yield from _row(row, notes)


def rows_asked(base: Draft, proposal: Proposal, amended: Proposal | None = None) -> Iterator[Row]:
    """The paragraphs that a proposal touches, of which alone a text is laid out: as they read with what it amends."""
    every = [one for one in (amended, proposal) if one is not None]
    edits = [edit for one in every for edit in one.edits]
    last = min(max(edit.end.paragraph for edit in edits), len(base.paragraphs) - 1)
    first = min(*(edit.start.paragraph for edit in edits), last)
    laid = [replace(one, edits=tuple(_moved_up(edit, first) for edit in one.edits)) for one in every]
    for row in rendered(Draft(base.paragraphs[first : last + 1], base.footnotes), laid):
        seen = row if amended is None else _seen(row, proposal.key)
        yield seen if seen.base is None else replace(seen, base=seen.base + first)


def _seen(row: Row, key: str) -> Row:
    """A row as it reads with all but the proposal of a key taken."""

    def piece(one: Piece) -> Iterator[Piece]:
        if any(proposal.key == key for proposal in one.by):
            yield one
        elif any(proposal.key == key for proposal in one.struck_by):
            yield Piece("delete", one.runs, one.struck_by)
        elif one.op != "delete":
            yield Piece("equal", one.runs)

    pieces = tuple(seen for one in row.pieces for seen in piece(one))
    return Row(row.base, row.paragraph, pieces, next(piece(row.end), Piece("equal", ())))


def _moved_up(edit: Edit, by: int) -> Edit:
    return replace(edit, start=_shifted(edit.start, by), end=_shifted(edit.end, by))


def _shifted(point: Point, by: int) -> Point:
    return Point(point.paragraph - by, point.offset)


def _row(row: Row, notes: Mapping[int, Footnote]) -> Iterator[Marked]:
    for piece in row.pieces:
        yield from ((piece.op, _letters(run, piece, notes)) for run in piece.runs)
        if not piece.runs and piece.by:  # a number that comes alone
            yield "insert", f"{row.paragraph.number} " if row.paragraph.number else ""
    stays = any(piece.op == "equal" and piece.text.strip() for piece in row.pieces)
    if row.end.op != "equal":
        shows = stays or not any(piece.text for piece in row.pieces)
        yield row.end.op, f" {_PILCROW} " if shows else " " if row.paragraph.cell is None else _BAR


def _letters(run: Run, piece: Piece, notes: Mapping[int, Footnote]) -> str:
    if run.footnote is None:
        return run.text
    note = notes.get(run.footnote)
    if piece.op == "equal" or note is None:
        return ""
    return f" note {note.mark}: {note.text} "


def _struck(proposal: Proposal, amended: Proposal | None) -> Iterator[Marked]:
    """What it strikes again of what another one puts in."""
    for number in proposal.strikes if amended is not None else ():
        edit: Edit | None = amended.edits[number] if amended is not None and number < len(amended.edits) else None
        yield "delete", edit.come_text.replace(END, f" {_PILCROW} ") if edit is not None else ""


def _short(words: Iterable[Marked]) -> Iterator[Marked]:
    """The same words; of those that stay some beside what changes, of a long change its beginning and its end."""
    every = [(op, text.replace(END, f" {_PILCROW} ")) for op, text in _joined(words)]
    for at, (op, text) in enumerate(every):
        found = _WORDS.findall(text)
        before = _BESIDE if at else 0
        after = _BESIDE if at + 1 < len(every) else 0
        if op != "equal" or len(every) == 1:
            before, after = _FIRST, 0 if op == "equal" else _LAST
        if len(found) <= before + after + 1:
            yield op, text
            continue
        end = text[len(text.rstrip()) :]
        head, tail = "".join(found[:before]), "".join(found[-after:]) if after else ""
        yield op, f"{head}{' ' if head else ''}…{tail}{end}"


def _apart(words: Iterable[Marked]) -> Iterator[Marked]:
    """The same words, the spaces around what goes and comes outside of its signs."""
    for op, text in words:
        core = text.strip()
        if op == "equal" or not core:
            yield op, text if op == "equal" else text.translate(_SEEN)
            continue
        yield from (("equal", " ") for _ in range(text[0].isspace()))
        yield op, core
        yield from (("equal", " ") for _ in range(text[-1].isspace()))


def _joined(words: Iterable[Marked]) -> Iterator[Marked]:
    op, said = "", ""
    for other, text in words:
        if other != op and said:
            yield op, said
            said = ""
        op, said = other, said + text
    if said:
        yield op, said
