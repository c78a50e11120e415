"""Letters that stay, and are words of one text and a paragraph's typed number, or the space before it, in the other.

Who divides “act: (a) to meet” before the “(a)” takes these letters out of the words, and who joins “2. Ends” to the
paragraph before puts “2. ” into them, though no change of the file holds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.proposals.strands import Atom, Strand


def turn(atoms: list[list[Atom]], before: Sequence[Strand], after: Sequence[Strand]) -> dict[int, tuple[int, ...]]:
    """Let such letters come or go by who puts in, or takes out, the end before them; the atoms are cut around them.

    `before` and `after` are the paragraphs of the base and of the text as sent. Gives the changes by which letters of a
    woven paragraph are turned; those that are turned without such an end are left as they are.
    """
    in_base, in_sent = _before_words(atoms, before, accept=False), _before_words(atoms, after, accept=True)
    if in_base == in_sent:
        return {}
    found: dict[int, tuple[int, ...]] = {}
    last: Atom | None = None
    for at, here in enumerate(atoms):
        cut: list[Atom] = []
        for atom in here:
            base, sent = in_base.get(id(atom), 0), in_sent.get(id(atom), 0)
            if base != sent and not (atom.adds or atom.takes) and last is not None:
                first, turned, rest = _pieces(atom, min(base, sent), max(base, sent))
                if base > sent:
                    turned.adds = last.adds or last.takes
                else:
                    turned.takes = last.adds or last.takes
                cut += [one for one in (first, turned, rest) if one.text]
                found[at] = last.adds or last.takes
            else:
                cut.append(atom)
            if atom.ends and bool(atom.adds) != bool(atom.takes):
                last = atom
            elif atom.ends and not atom.adds:
                last = None
        atoms[at] = cut
    return found


def _pieces(atom: Atom, start: int, end: int) -> Iterator[Atom]:
    for first, last in ((0, start), (start, end), (end, len(atom.text))):
        piece = copy(atom)
        piece.cut(first, last)
        yield piece


def _before_words(atoms: Sequence[Sequence[Atom]], strands: Sequence[Strand], *, accept: bool) -> dict[int, int]:
    """How many letters of an atom, by its identity, stand before the words of its paragraph; those that have none are
    left out, and those that are not in both texts.
    """
    found: dict[int, int] = {}
    for strand in strands:
        left = strand.cut
        for atom in (one for part in strand.parts for one in atoms[part]):
            if left <= 0:
                break
            if atom.ends or (atom.takes if accept else atom.adds):
                continue
            if not (atom.adds or atom.takes):
                found[id(atom)] = min(left, len(atom.text))
            left -= len(atom.text)
    return found
