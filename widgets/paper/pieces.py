"""A paragraph cut into pieces that are painted alike: what is new, gone, quiet, a note's mark, or folded away."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from models.comparison.change import Words
from models.comparison.partly import places
from models.draft import Draft, Paragraph, Run

KEEP_AT_START, KEEP = 9, 8
"""Words that stay beside a change; a paragraph's opening keeps one more, so that its verb has an object."""
FOLD_FROM = 20
"""A shorter stretch is read faster than the chip that would stand for it."""
FOLD_GONE_FROM = 60

_WORD = re.compile(r"\S+")
_PHRASE_END = (",", ";", ":", "،", "؛")


class Mark(Enum):
    """What happened to words."""

    NONE = ""
    ADDED = "insert"
    REMOVED = "delete"
    QUIET = "quiet"
    CLASH = "clash"
    """Words of two sides that contradict each other, not decided by the reader."""
    SIDE = "side"
    """The name of a side before its words, small; no words of the text."""
    COUNT = "count"
    """The number of a place, on a filled ground; no words of the text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text that is painted alike. `fold` is the number of the fold a chip opens, `words` how many words it hides.

    `place` is the number of the place of words that differs, as `models.comparison.partly.places` counts them.
    """

    text: str
    italic: bool = False
    bold: bool = False
    underline: bool = False
    mark: Mark = Mark.NONE
    note: bool = False
    fold: int | None = None
    words: int = 0
    place: int | None = field(default=None, compare=False)


Pieces = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a change three ways; one entry for each paragraph. `folds` is how many stretches can be folded."""

    old: tuple[Pieces, ...]
    new: tuple[Pieces, ...]
    inline: tuple[Pieces, ...]
    folds: int


def plain(paragraph: Paragraph, draft: Draft) -> Pieces:
    """The pieces of a paragraph without any marks of change."""
    return tidy(_piece(run, draft) for run in paragraph.runs)


def tidy(pieces: Iterable[Piece]) -> Pieces:
    """Adjacent pieces of equal looks joined, empty ones dropped."""
    joined: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        last = joined[-1] if joined else None
        if last is not None and last.fold is None and replace(last, text="") == replace(piece, text=""):
            joined[-1] = replace(last, text=last.text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)


def marked(
    words: Words,
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    drafts: tuple[Draft, Draft],
    *,
    opened: Collection[int] = (),
    fold: bool = True,
    quiet: bool = False,
) -> Marked:
    """The old and the new side of some words, and both in one.

    `words` joined give the texts of the paragraphs with line feeds between. `opened` are the folds to show in full;
    without `fold` nothing is folded. With `quiet` differences are housekeeping and get the quiet mark.
    """
    atoms = _atoms(words, _Side(old, drafts[0]), _Side(new, drafts[1]))
    folds = _fold(atoms) if fold else 0
    shown = frozenset(opened)
    return Marked(
        old=_assemble(atoms, "delete", shown, quiet, len(old)),
        new=_assemble(atoms, "insert", shown, quiet, len(new)),
        inline=_assemble(atoms, "inline", shown, quiet, len(new) or len(old)),
        folds=folds,
    )


def _piece(run: Run, draft: Draft) -> Piece:
    if run.footnote is not None:
        note = draft.note.get(run.footnote)
        return Piece(note.mark if note else "?", note=True)
    return Piece(run.text, run.italic, run.bold, run.underline)


class _Side:
    """One side's paragraphs laid end to end with line feeds between, so that a place in the words finds its looks."""

    def __init__(self, paragraphs: Sequence[Paragraph], draft: Draft) -> None:
        self.looks: list[tuple[int, int, Run | None]] = []
        self.notes: dict[int, list[str]] = {}
        place = 0
        for position, paragraph in enumerate(paragraphs):
            if position:
                self.looks.append((place, place + 1, None))
                place += 1
            for run in paragraph.runs:
                if run.footnote is not None:
                    note = draft.note.get(run.footnote)
                    self.notes.setdefault(place, []).append(note.mark if note else "?")
                elif run.text:
                    self.looks.append((place, place + len(run.text), run))
                    place += len(run.text)
        self.length = place
        self.cuts = sorted({start for start, _, _ in self.looks} | set(self.notes))
        self._at = 0

    def look(self, place: int) -> Run | None:
        """The run at a place, None for the line feed between paragraphs; places are asked for in order."""
        while self._at < len(self.looks) and self.looks[self._at][1] <= place:
            self._at += 1
        return self.looks[self._at][2] if self._at < len(self.looks) else Run()


@dataclass(slots=True)
class _Atom:
    """A stretch with one operation and one look on each side; its notes stand behind it."""

    op: str
    text: str
    old: Run | None
    new: Run | None
    old_notes: list[str]
    new_notes: list[str]
    fold: int | None = None
    place: int | None = None

    @property
    def breaks(self) -> bool:
        """Whether this is the line feed between two paragraphs of a side it belongs to."""
        return (self.op != "insert" and self.old is None) or (self.op != "delete" and self.new is None)


def _atoms(words: Words, old: _Side, new: _Side) -> list[_Atom]:
    atoms: list[_Atom] = []
    if 0 in old.notes or 0 in new.notes:
        atoms.append(_Atom("equal", "", Run(), Run(), old.notes.get(0, []), new.notes.get(0, [])))
    at_old = at_new = 0
    place_of = {part: place for place, parts in enumerate(places(words)) for part in parts}
    for number, (op, text) in enumerate(words):
        in_old, in_new = op != "insert", op != "delete"
        size = len(text)
        cuts = {0, size}
        if in_old:
            cuts.update(cut - at_old for cut in old.cuts if at_old < cut < at_old + size)
        if in_new:
            cuts.update(cut - at_new for cut in new.cuts if at_new < cut < at_new + size)
        edges = sorted(cuts)
        for start, end in itertools.pairwise(edges):
            atoms.append(
                _Atom(
                    op,
                    text[start:end],
                    old.look(at_old + start) if in_old else Run(),
                    new.look(at_new + start) if in_new else Run(),
                    old.notes.get(at_old + end, []) if in_old else [],
                    new.notes.get(at_new + end, []) if in_new else [],
                    place=place_of.get(number),
                )
            )
        at_old += size if in_old else 0
        at_new += size if in_new else 0
    return atoms


def _fold(atoms: list[_Atom]) -> int:
    """Cut the long stretches nobody needs to read out of the atoms; how many there are."""
    folds, at = 0, 0
    while at < len(atoms):
        op = atoms[at].op
        end = at
        while end < len(atoms) and atoms[end].op == op and not atoms[end].breaks:
            end += 1
        if end == at:
            at += 1
            continue
        opens = at == 0 or atoms[at - 1].breaks
        alone = opens and (end == len(atoms) or atoms[end].breaks)
        if op == "equal" or (op == "delete" and alone):
            least = FOLD_FROM if op == "equal" else FOLD_GONE_FROM
            hidden = _hidden("".join(atom.text for atom in atoms[at:end]), opens, least)
            if hidden is not None:
                cut = _cut_out(atoms[at:end], hidden, folds)
                atoms[at:end] = cut
                end = at + len(cut)
                folds += 1
        at = end
    return folds


def _hidden(text: str, opens: bool, least: int) -> tuple[int, int] | None:
    """Where the stretch to fold begins and ends; it begins after a phrase if one ends within three words."""
    found = list(_WORD.finditer(text))
    first = KEEP_AT_START if opens else KEEP
    if len(found) - first - KEEP < least:
        return None
    for ahead in range(first - 1, first + 3):
        if found[ahead].group().endswith(_PHRASE_END):
            first = ahead + 1
            break
    last = len(found) - KEEP
    if last - first < least:
        return None
    return found[first].start(), found[last - 1].end()


def _cut_out(atoms: list[_Atom], hidden: tuple[int, int], fold: int) -> list[_Atom]:
    cut: list[_Atom] = []
    place = 0
    for atom in atoms:
        edges = sorted({0, len(atom.text), *(h - place for h in hidden if 0 < h - place < len(atom.text))})
        if len(edges) < 2:
            inside = hidden[0] <= place < hidden[1]
            atom.fold = fold if inside else None
            cut.append(atom)
        for number, (start, end) in enumerate(itertools.pairwise(edges)):
            inside = hidden[0] <= place + start and place + end <= hidden[1]
            part = _Atom(atom.op, atom.text[start:end], atom.old, atom.new, [], [], fold if inside else None)
            if number == len(edges) - 2:
                part.old_notes, part.new_notes = atom.old_notes, atom.new_notes
            cut.append(part)
        place += len(atom.text)
    return cut


def _assemble(atoms: list[_Atom], side: str, opened: frozenset[int], quiet: bool, count: int) -> tuple[Pieces, ...]:
    """The pieces of one side ("delete", "insert") or of both ("inline"), cut at the ends of paragraphs."""
    paragraphs: list[list[Piece]] = [[]]
    folding: int | None = None
    for atom in atoms:
        if side != "inline" and atom.op not in ("equal", side):
            continue
        hides = atom.fold is not None and atom.fold not in opened
        if atom.breaks:
            _break(atom, side, paragraphs)
            paragraphs[-1] += _note_pieces(atom, side, quiet)
            folding = None
            continue
        mark = Mark(atom.op) if atom.op != "equal" else Mark.NONE
        if hides:
            if folding == atom.fold:
                last = paragraphs[-1][-1]
                paragraphs[-1][-1] = replace(last, text=last.text + atom.text)
            else:
                paragraphs[-1].append(Piece(atom.text, fold=atom.fold, mark=mark))
            folding = atom.fold
            continue
        folding = None
        run = (atom.old if side == "delete" or atom.op == "delete" else atom.new) or Run()
        if quiet and atom.op != "equal":
            mark = Mark.QUIET if side != "inline" or atom.op == "insert" else Mark.REMOVED
        if quiet and atom.op == "equal" and atom.old is not None and atom.new is not None and _restyled(atom):
            mark = Mark.QUIET
        if side == "inline" and atom.op == "insert":
            paragraphs[-1] += apart(paragraphs[-1], atom.text)
        paragraphs[-1].append(Piece(atom.text, run.italic, run.bold, run.underline, mark, place=atom.place))
        paragraphs[-1] += _note_pieces(atom, side, quiet)
    made = tuple(tidy(_counted(piece) for piece in pieces) for pieces in paragraphs)
    return made[:count] if len(made) >= count else made + ((),) * (count - len(made))


def apart(before: Sequence[Piece], text: str) -> list[Piece]:
    """A space between words that are gone and the words in their place; it belongs to nobody."""
    gone = next((piece for piece in reversed(before) if piece.text), None)
    if gone is None or gone.mark is not Mark.REMOVED or gone.text[-1].isspace() or text[:1].isspace():
        return []
    return [Piece(" " if text[0].isalnum() else "\u200a")]


def _restyled(atom: _Atom) -> bool:
    assert atom.old is not None
    assert atom.new is not None
    return bool(atom.text.strip()) and atom.old.marks != atom.new.marks


def _counted(piece: Piece) -> Piece:
    if piece.fold is None:
        return piece
    return replace(piece, words=len(piece.text.split()))


def _break(atom: _Atom, side: str, paragraphs: list[list[Piece]]) -> None:
    """The end of a paragraph: a new one begins, or, where only the old side had it, a sign that it is gone."""
    ends_old, ends_new = atom.op != "insert" and atom.old is None, atom.op != "delete" and atom.new is None
    if side == "delete":
        if ends_old:
            paragraphs.append([])
        else:
            paragraphs[-1].append(Piece(atom.text))
    elif ends_new:
        paragraphs.append([])
    elif side == "inline" and ends_old and atom.op == "delete":
        paragraphs[-1].append(Piece("¶ ", mark=Mark.REMOVED))
    else:
        paragraphs[-1].append(Piece(" "))


def _note_pieces(atom: _Atom, side: str, quiet: bool) -> list[Piece]:
    """The marks of notes behind an atom; a note's number alone is no difference."""
    gone = Mark.REMOVED if len(atom.old_notes) > len(atom.new_notes) else Mark.NONE
    come = Mark.ADDED if len(atom.new_notes) > len(atom.old_notes) else Mark.NONE
    if side == "delete":
        return [Piece(_row(atom.old_notes), note=True, mark=gone if not quiet else Mark.NONE)]
    if side == "insert":
        return [Piece(_row(atom.new_notes), note=True, mark=come if not quiet else Mark.NONE)]
    pieces = [Piece(_row(atom.new_notes), note=True, mark=come)]
    if gone is Mark.REMOVED:
        pieces.insert(0, Piece(_row(atom.old_notes[len(atom.new_notes) :]), note=True, mark=gone))
    return pieces


def _row(marks: list[str]) -> str:
    return ",".join(marks)
