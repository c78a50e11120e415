"""Long stretches that nobody needs to read, cut out of the words about a change, for a chip to stand in their place."""

from __future__ import annotations

import itertools
import re

from widgets.paper.cut_words import Atom

KEEP_AT_START, KEEP = 9, 8
"""Words that stay beside a change; a paragraph's opening keeps one more, so that its verb has an object."""
FOLD_FROM = 20
"""A shorter stretch is read faster than the chip that would stand for it."""
FOLD_GONE_FROM = 60

_WORD = re.compile(r"\S+")
_PHRASE_END = (",", ";", ":", "،", "؛")


def fold(atoms: list[Atom]) -> int:
    """Cut the long stretches nobody needs to read out of the atoms; how many there are."""
    folds, at = 0, 0
    while at < len(atoms):
        op, restyled = atoms[at].op, atoms[at].restyled
        end = at
        while end < len(atoms) and (atoms[end].op, atoms[end].restyled) == (op, restyled) and not atoms[end].breaks:
            end += 1
            if _notes_differ(atoms[end - 1]):
                break
        if end == at:
            at += 1
            continue
        opens = at == 0 or atoms[at - 1].breaks
        alone = opens and (end == len(atoms) or atoms[end].breaks)
        if (op == "equal" and not restyled) or (op == "delete" and alone):
            least = FOLD_FROM if op == "equal" else FOLD_GONE_FROM
            hidden = _hidden("".join(atom.text for atom in atoms[at:end]), opens, least)
            if hidden is not None:
                cut = _cut_out(atoms[at:end], hidden, folds)
                atoms[at:end] = cut
                end = at + len(cut)
                folds += 1
        at = end
    return folds


def _notes_differ(atom: Atom) -> bool:
    """Whether the mark of a note came or went behind words that stayed: a change that has to be seen."""
    return atom.op == "equal" and len(atom.old_notes) != len(atom.new_notes)


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


def _cut_out(atoms: list[Atom], hidden: tuple[int, int], fold: int) -> list[Atom]:
    cut: list[Atom] = []
    place = 0
    for atom in atoms:
        edges = sorted({0, len(atom.text), *(h - place for h in hidden if 0 < h - place < len(atom.text))})
        if len(edges) < 2:
            inside = hidden[0] <= place < hidden[1]
            atom.fold = fold if inside else None
            cut.append(atom)
        for number, (start, end) in enumerate(itertools.pairwise(edges)):
            inside = hidden[0] <= place + start and place + end <= hidden[1]
            part = Atom(atom.op, atom.text[start:end], atom.old, atom.new, [], [], fold if inside else None)
            if number == len(edges) - 2:
                part.old_notes, part.new_notes = atom.old_notes, atom.new_notes
            cut.append(part)
        place += len(atom.text)
    return cut
