"""Letters that stay, and are words of one text and a paragraph's typed number, or the space before it, in the other.

Who divides “act: (a) to meet” before the “(a)” takes these letters out of the words, and who joins “2. Ends” to the
paragraph before puts “2. ” into them, though no change of the file holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import pairwise

from models.proposals.woven.atoms import Atom, Strand


def turn(
    atoms: list[list[Atom]], before: Sequence[Strand], after: Sequence[Strand]
) -> dict[int, tuple[int, ...]] | None:
    """Let such letters come or go by who puts in, or takes out, the end before them; the atoms are cut around them.

    The space behind a number that comes into brackets of its own, or out of them, goes with these: "[(b)] To report".
    `before` and `after` are the paragraphs of the base and of the text as sent. Gives the changes by which letters of a
    woven paragraph are turned, brackets aside, None where both have the same letters in numbers; those for which there
    are no changes are left as they are.
    """
    in_base, in_sent = _of_numbers(atoms, before, accept=False), _of_numbers(atoms, after, accept=True)
    if in_base == in_sent:
        return None
    found: dict[int, tuple[int, ...]] = {}
    numbered = set.intersection(*({at for one in side if one.cut for at in one.parts} for side in (before, after)))
    last: Atom | None = None
    for at, here in enumerate(atoms):
        cut: list[Atom] = []
        bracket: Atom | None = None
        for atom in here:
            base, sent = in_base.get(id(atom), _NONE), in_sent.get(id(atom), _NONE)
            by = last or (bracket if at in numbered else None)
            if base != sent and not (atom.adds or atom.takes) and by is not None:
                for first, piece in _pieces(atom, (*base, *sent)):
                    number, now = (start <= first < end for start, end in (base, sent))
                    if number and not now:
                        piece.adds = by.adds or by.takes
                    elif now and not number:
                        piece.takes = by.adds or by.takes
                    cut.append(piece)
                    if number is not now and by is last:
                        found[at] = last.adds or last.takes
            else:
                cut.append(atom)
            if atom.ends and bool(atom.adds) != bool(atom.takes):
                last = atom
            elif atom.ends and not atom.adds:
                last = None
            elif bool(atom.adds) != bool(atom.takes):
                bracket = atom
        atoms[at] = cut
    return found


_NONE = (0, 0)


def _pieces(atom: Atom, cuts: Sequence[int]) -> Iterator[tuple[int, Atom]]:
    """An atom cut at some of its letters, each piece with where it begins."""
    for first, last in pairwise(sorted({0, *cuts, len(atom.text)})):
        piece = copy(atom)
        piece.cut(first, last)
        yield first, piece


def _of_numbers(
    atoms: Sequence[Sequence[Atom]], strands: Sequence[Strand], *, accept: bool
) -> dict[int, tuple[int, int]]:
    """From where to where the letters of an atom, by its identity, are those of its paragraph's number; those that have
    none are left out, and those that are not in both texts.
    """
    found: dict[int, tuple[int, int]] = {}
    for strand in strands:
        offset = -strand.head
        for atom in (one for part in strand.parts for one in atoms[part]):
            if offset >= strand.cut:
                break
            if atom.ends or (atom.takes if accept else atom.adds):
                continue
            first, last = max(0, -offset), min(len(atom.text), strand.cut - offset)
            if not (atom.adds or atom.takes) and first < last:
                found[id(atom)] = (first, last)
            offset += len(atom.text)
    return found
