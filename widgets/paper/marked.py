"""The words of a change three ways: as the old side has them, as the new one has them, and both in one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from models.comparison.words.marked import Words
from models.draft import Draft, Paragraph, Run
from models.draft.word_counts import count_words
from widgets.paper.cut_words import Atom, Side, atoms_of
from widgets.paper.folding import fold as folded
from widgets.paper.pieces import Mark, Piece, Pieces, tidy


@dataclass(frozen=True, slots=True)
class Marked:
    """The words of a change three ways; one entry for each paragraph. `folds` is how many stretches can be folded."""

    old: tuple[Pieces, ...]
    new: tuple[Pieces, ...]
    inline: tuple[Pieces, ...]
    folds: int


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
    atoms = atoms_of(words, Side(old, drafts[0]), Side(new, drafts[1]))
    folds = folded(atoms) if fold else 0
    shown = frozenset(opened)
    return Marked(
        old=_assemble(atoms, "delete", shown, quiet, len(old)),
        new=_assemble(atoms, "insert", shown, quiet, len(new)),
        inline=_assemble(atoms, "inline", shown, quiet, len(new) or len(old)),
        folds=folds,
    )


def _assemble(atoms: list[Atom], side: str, opened: frozenset[int], quiet: bool, count: int) -> tuple[Pieces, ...]:
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
        if quiet and atom.restyled:
            mark = Mark.QUIET
        if side == "inline" and atom.op == "insert":
            paragraphs[-1] += apart(paragraphs[-1], atom.text)
        # The break of a line that is gone is seen as a sign, as the end of a paragraph is.
        text = atom.text.replace("\n", "↵ ") if side == "inline" and atom.op == "delete" else atom.text
        paragraphs[-1].append(Piece(text, run.italic, run.bold, run.underline, mark, place=atom.place))
        paragraphs[-1] += _note_pieces(atom, side, quiet)
    made = tuple(tidy(_counted(piece) for piece in pieces) for pieces in paragraphs)
    return made[:count] if len(made) >= count else made + ((),) * (count - len(made))


def apart(before: Sequence[Piece], text: str) -> list[Piece]:
    """A space between words that are gone and the words in their place; it belongs to nobody."""
    gone = next((piece for piece in reversed(before) if piece.text), None)
    if gone is None or gone.mark is not Mark.REMOVED or gone.text[-1].isspace() or text[:1].isspace():
        return []
    return [Piece(" " if text[0].isalnum() else "\u200a")]


def _counted(piece: Piece) -> Piece:
    if piece.fold is None:
        return piece
    return replace(piece, words=count_words(piece.text))


def _break(atom: Atom, side: str, paragraphs: list[list[Piece]]) -> None:
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
        paragraphs[-1].append(Piece(atom.text))


def _note_pieces(atom: Atom, side: str, quiet: bool) -> list[Piece]:
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
