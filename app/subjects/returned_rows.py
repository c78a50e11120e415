"""Proposals on a text as rows of marked words, with whose each word is. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from app.subjects.returned_cells import CellsAsked
from models.draft import Draft, Kind, labels
from models.proposals.becoming import becoming
from models.proposals.laid.rendering import Piece as Rendered
from models.proposals.laid.rendering import Row, rendered
from models.proposals.proposal import Edit, Proposal
from widgets.compare.changes.names import line_name
from widgets.paper.marked import apart
from widgets.paper.pieces import Mark, Piece, Pieces, plain, tidy
from widgets.returned.view import ReturnedRow

_DOES = {
    "reword": "rewords",
    "insert": "adds",
    "delete": "deletes",
    "move": "moves",
    "split": "splits",
    "merge": "joins to the next",
    "note": "changes a footnote of",
    "format": "changes the look of",
}
_PILCROW = "¶"
_LONGEST = 40
_NEW_LINE = {Kind.MASTHEAD: "Masthead"}
"""What a line that is new is called where no label does it."""


def changed_rows(
    ground: Draft, proposals: Sequence[Proposal], said: Mapping[str, str], as_left: frozenset[str] = frozenset()
) -> Iterator[ReturnedRow]:
    """The paragraphs that proposals placed on a text change; `said` are the delegations by the names in files, and
    `as_left` the keys of what stands as it left with a compilation."""
    names = labels(ground)
    by_place: dict[int, list[Proposal]] = {}
    there = {proposal.key: proposal for proposal in proposals}
    several = len({proposal.author for proposal in proposals}) > 1
    for proposal in proposals:
        # What one strikes of what another adds is shown where that is added.
        strikes = bool(proposal.strikes) and proposal.against in there
        if proposal.place.note is not None or not (proposal.edits or strikes):
            by_place.setdefault(proposal.place.first, []).append(proposal)
    cells, rows = CellsAsked(ground, proposals), rendered(ground, proposals)
    for row, cell in zip(rows, cells.of(rows), strict=True):
        if row.changed:
            about = tuple(dict.fromkeys(_about(row)))
            label = names[row.base] if row.base is not None else None
            line = line_name(ground, row.base) if row.base is not None else _NEW_LINE.get(row.paragraph.kind, "")
            pieces = tuple(_pieces(row, ground, several, said))
            yield ReturnedRow(
                says=_in_cell(_says(about, row, names, said), cell),
                label=label,
                line=line,
                paragraph=row.paragraph,
                pieces=tidy(pieces),
                authors=tuple(dict.fromkeys(one.author for one in about)),
                as_left=as_left.issuperset(one.key for one in about),
            )
        for proposal in by_place.pop(row.base, ()) if row.base is not None else ():
            aside = _aside_row(proposal, there.get(proposal.against or ""), ground, names, said)
            yield replace(aside, says=_in_cell(aside.says, cell), as_left=proposal.key in as_left)


def _in_cell(says: str, cell: str | None) -> str:
    return f"In {cell}: {says}" if cell else says


def _about(row: Row) -> Iterator[Proposal]:
    for piece in (*row.pieces, row.end):
        yield from (*piece.by, *piece.struck_by, *piece.look)
    yield from row.becomes


def _pieces(row: Row, ground: Draft, several: bool, said: Mapping[str, str]) -> Iterator[Piece]:
    """The words of a row; where there are `several` authors, before those of each stands whose they are."""
    whose, spaced, short = "", True, _short_names(tag(one.author, said) for one in _about(row))
    before: tuple[Piece, ...] = ()
    for piece in (*_old_first(row.pieces), row.end):
        words = tuple(_end_mark(row) if piece is row.end else _words(piece, ground))
        if not words:
            continue
        tags = _whose(piece, said)
        if several and tags and tags != whose:
            yield Piece(f"{'' if spaced else ' '}{_whose(piece, said, short.__getitem__)}\u00a0", mark=Mark.SIDE)
        elif words[0].mark is Mark.ADDED:
            yield from apart(before, words[0].text)
        whose, spaced = tags, words[-1].text.endswith(" ")
        yield from words
        before = words


def _whose(piece: Rendered, said: Mapping[str, str], called: Callable[[str], str] = str) -> str:
    names = dict.fromkeys(called(tag(one.author, said)) for one in (*piece.by, *piece.look))
    struck = dict.fromkeys(called(tag(one.author, said)) for one in piece.struck_by)
    return ", ".join(names) + (f", struck by {', '.join(struck)}" if struck else "")


def _short_names(names: Iterable[str]) -> dict[str, str]:
    """Names as they stand among the words of a paragraph, above which they are told whole; those that would read the
    same are whole there, too."""
    short = {name: _short(name) for name in names}
    alike = Counter(short.values())
    return {name: one if alike[one] == 1 else name for name, one in short.items()}


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST // 2].rstrip()}…{name[-_LONGEST // 3 :].lstrip()}"


def _words(piece: Rendered, ground: Draft) -> Iterator[Piece]:
    mark = {"insert": Mark.ADDED, "delete": Mark.REMOVED}.get(piece.op, Mark.QUIET if piece.look else Mark.NONE)
    if piece.struck_by:
        mark = Mark.REMOVED
    for run in piece.runs:
        if run.footnote is None:
            yield Piece(run.text, run.italic, run.bold, run.underline, mark)
            continue
        own = next((note.mark for one in piece.by for note in one.footnotes if note.id == run.footnote), None)
        kept = ground.note.get(run.footnote)
        yield Piece(own or (kept.mark if kept is not None else "*"), mark=mark, note=True)


def _end_mark(row: Row) -> Iterator[Piece]:
    """A paragraph end that comes or goes beside words that stay, or without any."""
    stays = any(one.op == "equal" for one in row.pieces if one.text.strip())
    if row.end.op != "equal" and (stays or not any(one.text for one in row.pieces)):
        yield Piece(_PILCROW, mark=Mark.ADDED if row.end.op == "insert" else Mark.REMOVED)


def _old_first(pieces: Sequence[Rendered]) -> list[Rendered]:
    """What one hand takes out before what it puts in its place, as one reads it."""
    found = list(pieces)
    for at, (one, other) in enumerate(pairwise(found)):
        if one.op == "insert" and other.op == "delete" and one.by == other.by and not one.struck_by:
            found[at], found[at + 1] = other, one
    return found


def _says(about: Sequence[Proposal], row: Row, names: Sequence[str | None], said: Mapping[str, str]) -> str:
    parts: list[str] = []
    words = "".join(piece.text for piece in row.pieces if piece.op != "insert")
    for proposal in about:
        by, place = tag(proposal.author, said), proposal.place
        if proposal.kind == "move" and proposal.to is not None:
            here = row.base is not None and place.first <= row.base < place.after
            other = proposal.to if here else place.first
            name = names[other] if other < len(names) else None
            where = (
                f"to before {name}" if here and name else "elsewhere" if here else f"here from {name or 'elsewhere'}"
            )
            parts.append(f"{by} moves this {where}")
        elif proposal.against is not None:
            parts.append(f"{by} amends what another adds")
        elif proposal.kind == "insert" and row.base is not None:
            parts.append(f"{by} adds before this")
        elif proposal.kind != "format" or proposal not in row.becomes:
            parts.append(f"{by} {_DOES[proposal.kind]}{'' if proposal.kind == 'merge' else ' this'}")
        if proposal in row.becomes:
            parts.append(f"{by} makes this {becoming(proposal, words)}")
    return "; ".join(dict.fromkeys(parts))


def _aside_row(
    proposal: Proposal, host: Proposal | None, ground: Draft, names: Sequence[str | None], said: Mapping[str, str]
) -> ReturnedRow:
    """A change in the words of a note, or one that changes no words; `host` is what it strikes words of."""
    at, note = proposal.place.first, proposal.place.note
    paragraph = ground.paragraphs[at] if at < len(ground.paragraphs) else None
    by = tag(proposal.author, said)
    if note is not None and note in ground.note:
        struck = tuple(host.edits[n] for n in proposal.strikes) if host is not None else ()
        pieces = _note_pieces(ground, note, struck or proposal.edits, Mark.REMOVED if struck else Mark.ADDED)
        does = "strikes what another adds to" if struck else "changes"
        says = f"{by} {does} footnote {ground.note[note].mark}"
    else:
        pieces = plain(paragraph, ground) if paragraph is not None else ()
        does = "strikes what another adds" if proposal.strikes else "changes the look of this, no words"
        says = f"{by} {does}"
    return ReturnedRow(says=says, label=names[at], paragraph=paragraph, pieces=pieces, authors=(proposal.author,))


def _note_pieces(ground: Draft, note: int, edits: Sequence[Edit], come: Mark) -> Pieces:
    text, at = ground.note[note].text, 0
    found: list[Piece] = []
    for edit in sorted(edits, key=lambda one: (one.start, one.rank)):
        start, end = edit.start.offset, edit.end.offset
        found.append(Piece(text[at:start]))
        found.append(Piece(text[start:end], mark=Mark.QUIET if edit.look else Mark.REMOVED))
        found.append(Piece(edit.come_text, mark=come))
        at = max(at, end)
    found.append(Piece(text[at:]))
    return tidy(found)


def tag(author: str, said: Mapping[str, str]) -> str:
    """What an author is called: the delegation that was said, else the name in the file."""
    return said.get(author) or author or "No name"
