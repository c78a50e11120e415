"""The stream of a woven file: its words, note marks and paragraph ends one after another, each with its changes.

Taken with all changes rejected the stream gives the paragraphs of the base, with all accepted those of the text as it
was sent; every atom knows where it stands in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.draft import Draft, Run
from models.proposals.proposal import Point
from models.proposals.woven.atoms import STEP, Atom, NotWoven, Strand, StruckNumber, TypedNumber
from models.proposals.woven.sweep import Sweep
from models.proposals.woven.turned_letters import turn
from models.word.woven import Woven, WovenParagraph

_FIRST_OF_NUMBER = re.compile(r"[^\w\s]?\d+[^\w\s]?\s*")
_IN_NUMBER = re.compile(r"[^\w\s]?(\d+|\w|[ivxl]+)[^\w\s]?")
_BRACKETS = re.compile(r"[\s\[]*\[")


def atoms_of(woven: Woven) -> list[list[Atom]]:
    """The atoms of each paragraph of a woven file, without their places: for `stream`, which uses them up."""
    return [_atoms(at, one, woven) for at, one in enumerate(woven.paragraphs)]


def stream(
    woven: Woven, base: Draft, sent: Draft, atoms: list[list[Atom]] | None = None
) -> tuple[list[Atom], list[TypedNumber], list[StruckNumber]]:
    """The atoms of a woven file in order, with their places in the base, and the numbers typed and struck.

    Raises NotWoven.

    `atoms` are `atoms_of` it, where they were made while others read the file.
    """
    atoms = atoms_of(woven) if atoms is None else atoms
    before, kept_before = _strands(woven, atoms, base, accept=False)
    after, kept_after = _strands(woven, atoms, sent, accept=True)
    for at, here in enumerate(atoms):
        end = here[-1]
        if at in kept_before:
            end.adds = ()
        if at in kept_after:
            end.takes = ()
    found = turn(atoms, before, after)
    if found is not None:
        before, after = _strands(woven, atoms, base, accept=False)[0], _strands(woven, atoms, sent, accept=True)[0]
    _clip_typed_over(atoms, before, after)
    numbers, turned = _clip_sent(atoms, after), found or {}
    for at, strand in enumerate(after) if turned else ():
        numbers += [TypedNumber(part, at, turned[part]) for part in strand.parts[:1] if part in turned]
    struck = list(_struck_numbers(atoms, before))
    return _placed(atoms, before), numbers, struck


def _atoms(at: int, woven: WovenParagraph, whole: Woven) -> list[Atom]:
    own = tuple(woven.whole)  # of a row or a cell, after what is of the words: who wrote them has put them in
    spans, others = woven.spans, frozenset(woven.others)
    sweep = Sweep([(span.start, span.end) for span in spans]) if spans else None

    def over(first: int, last: int) -> list[int]:
        return [spans[number].change for number in sweep.over(first, last)] if sweep is not None else []

    found: list[Atom] = []
    offset = 0
    for run in woven.paragraph.runs:
        if run.footnote is not None:
            known = whole.notes.get(run.footnote)
            here = {*over(offset, offset), *others} if known is not None and known.cited_by else others
            cited_by = known.cited_by if known is not None else ()
            changes = [*(number for number in cited_by if number in here), *own]
            adds, takes, _ = _sides(whole, changes)
            found.append(Atom(at, note=run.footnote, adds=adds, takes=takes))
            continue
        end = offset + len(run.text)
        cuts = sweep.within(offset, end) if sweep is not None else []
        for first, last in pairwise([offset, *cuts, end]):
            piece = run
            if cuts:
                piece = Run(run.text[first - offset : last - offset], run.italic, run.bold, run.underline)
            found.append(Atom(at, (piece,), None, False, *_sides(whole, [*over(first, last), *own])))
        offset = end
    adds, takes, _ = _sides(whole, [*woven.mark, *own])
    found.append(Atom(at, ends=True, adds=adds, takes=takes))
    return found


def _sides(woven: Woven, numbers: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """Of some changes those that put in, those that take out, and those that make look otherwise."""
    if not numbers:
        return (), (), ()
    changes = woven.changes
    return (
        tuple([number for number in numbers if changes[number].adds is True]),
        tuple([number for number in numbers if changes[number].adds is False]),
        tuple([number for number in numbers if changes[number].kind == "format"]),
    )


def _goes(atom: Atom, accept: bool) -> bool:
    return bool(atom.takes if accept else atom.adds)


def _strands(woven: Woven, atoms: list[list[Atom]], draft: Draft, *, accept: bool) -> tuple[list[Strand], set[int]]:
    """The paragraphs of one reading, and the woven ones whose end stays though a change would take it."""
    previous = {one.next: at for at, one in enumerate(woven.paragraphs) if one.next is not None}
    gone: set[int] = set()
    stay: set[int] = set()
    carried: dict[int, list[int]] = {}
    found: list[list[int]] = []

    def follows(at: int) -> bool:
        before = previous.get(at)
        while before in gone:
            before = previous.get(before)
        return before is not None

    for at, one in enumerate(woven.paragraphs):
        own = carried.pop(at, [])  # one list goes from each to the next: thousands may be joined to one
        own.append(at)
        if any(
            woven.changes[number].adds is not accept for number in one.whole if woven.changes[number].adds is not None
        ):
            gone.add(at)
            own.pop()
            if own and one.next is not None:
                carried[one.next] = [*carried[one.next], *own] if one.next in carried else own
            continue
        if _goes(atoms[at][-1], accept):
            if one.next is not None:
                gone.add(at)
                carried[one.next] = [*carried[one.next], *own] if one.next in carried else own
                continue
            blank = not any(not atom.ends and not _goes(atom, accept) for part in own for atom in atoms[part])
            if blank and (not one.closes or follows(at)):
                gone.add(at)
                continue
            stay.add(at)
        found.append(own)
    if len(found) != len(draft.paragraphs):
        raise NotWoven
    return [
        _strand(parts, atoms, paragraph.text, accept) for parts, paragraph in zip(found, draft.paragraphs, strict=True)
    ], stay


def _strand(parts: list[int], atoms: list[list[Atom]], text: str, accept: bool) -> Strand:
    own = "".join([atom.text for part in parts for atom in atoms[part] if not (atom.takes if accept else atom.adds)])
    cut = own.find(text) if text else len(own)
    head, cut = (0, cut) if cut >= 0 else _within_brackets(own, text)
    return Strand(tuple(parts), head, cut, len(text))


def _within_brackets(own: str, text: str) -> tuple[int, int]:
    """How many letters of a text stand before its number, and how many that takes: "[(b)] To report"."""
    for letters in (own, own.rstrip()):
        cut = len(letters) - len(text)
        before = _BRACKETS.match(text)
        for head in range(1, before.end() + 1) if before is not None and cut > 0 else ():
            if letters[:head] == text[:head] and letters[head + cut :] == text[head:]:
                return head, cut
    raise NotWoven


def _clip_typed_over(atoms: list[list[Atom]], before: list[Strand], after: list[Strand]) -> None:
    """Takes out the letters of a number that one typed and another typed over, or took out: they are in no reading."""
    if not any(atom.adds and atom.takes and atom.text for here in atoms for atom in here):
        return
    for strands, accept in ((before, False), (after, True)):
        for atom in [atom for strand in strands if strand.cut for atom in _over_number(atoms, strand, accept)]:
            atom.cut(0, 0)


def _over_number(atoms: list[list[Atom]], strand: Strand, accept: bool) -> list[Atom]:
    """What comes and goes before the end of the number of a paragraph, and may itself be of a number."""
    found: list[Atom] = []
    offset = -strand.head
    for atom in (atom for part in strand.parts for atom in atoms[part]):
        if offset >= strand.cut:
            break
        if atom.ends:
            found = []  # it was a paragraph before that
        elif not _goes(atom, accept):
            offset += len(atom.text)
        elif (
            atom.adds
            and atom.takes
            and (_IN_NUMBER if offset else _FIRST_OF_NUMBER).fullmatch(atom.text)
            and offset >= 0
        ):
            found.append(atom)
    return found


def _clip_sent(atoms: list[list[Atom]], strands: list[Strand]) -> list[TypedNumber]:
    """Takes out of what comes the letters of numbers: a reading has them apart from the words. They are given back."""
    numbers: list[TypedNumber] = []
    for sent, strand in enumerate(strands):
        offset = 0
        if strand.cut and (typed := _number(atoms, strand)):
            numbers.append(TypedNumber(typed[0].paragraph, sent, tuple(atom.adds[0] for atom in typed)))
        for part in strand.parts:
            for atom in atoms[part]:
                if atom.takes or atom.ends:
                    continue
                length = len(atom.text)
                if atom.adds:
                    atom.cut_to(strand, offset)
                offset += length
    return numbers


def _number(atoms: list[list[Atom]], strand: Strand) -> list[Atom]:
    """The atoms that hold the letters of the number of a paragraph; none where the base has any of these."""
    found = _letters_of_number(atoms, strand, accept=True)
    return found if all(atom.adds for atom in found) else []


def _struck_numbers(atoms: list[list[Atom]], strands: list[Strand]) -> Iterator[StruckNumber]:
    """The numbers of the base all of whose letters are taken out."""
    for at, strand in enumerate(strands):
        letters_of = _letters_of_number(atoms, strand, accept=False) if strand.cut else []
        if letters_of and all(atom.takes for atom in letters_of):
            yield StruckNumber(at, tuple(atom.takes for atom in letters_of))


def _letters_of_number(atoms: list[list[Atom]], strand: Strand, *, accept: bool) -> list[Atom]:
    """The atoms that hold the letters of the number of a paragraph of one reading, the space behind it apart."""
    found: list[Atom] = []
    offset = -strand.head
    for atom in (atom for part in strand.parts for atom in atoms[part] if not (atom.ends or _goes(atom, accept))):
        if offset >= strand.cut:
            break
        if atom.text[max(0, -offset) : strand.cut - offset].strip():
            found.append(atom)
        offset += len(atom.text)
    return found


def _placed(atoms: list[list[Atom]], strands: list[Strand]) -> list[Atom]:
    """All atoms in order, each with its point in the base; letters of numbers of the base are taken out."""
    at_home = {part: number for number, strand in enumerate(strands) for part in strand.parts}
    offsets = [0] * len(strands)
    done = 0
    placed: list[Atom] = []
    for part, here in enumerate(atoms):
        number = at_home.get(part)
        strand = None if number is None else strands[number]
        for atom in here:
            if number is None or strand is None:
                atom.base = Point(done, 0)
            else:
                offset = offsets[number]
                atom.base = Point(number, strand.in_words(offset))
                if not atom.adds and not atom.ends:
                    offsets[number] += len(atom.text)
                    atom.cut_to(strand, offset)
            placed.append(atom)
        if strand is not None and strand.parts[-1] == part:
            done = (number or 0) + 1
    return _ranked([atom for atom in placed if atom.ends or atom.note is not None or atom.text])


def _ranked(atoms: list[Atom]) -> list[Atom]:
    notes, at = 0, (-1, 0)
    for rank, atom in enumerate(atoms):
        here = (atom.base.paragraph, atom.base.offset)
        if here != at:
            notes, at = 0, here
        atom.rank, atom.notes_before = rank * STEP, notes
        if atom.note is not None and not atom.adds:
            notes += 1
    return atoms
