"""A paragraph of a Word tree as atoms, each tied to its place in the XML, matched with the draft's text.

An atom is as many characters as stand together in one run of both; of a number typed behind the first signs of a text,
of fields and signs each character is one. Follows what the reader reads
(models.word.reading.paragraph_text); a paragraph where the two do not agree gives None, and the redline then replaces
it as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from lxml import etree

from models.draft import Paragraph, Run
from models.word.namespaces import w
from models.word.reading.drop_caps import drop_cap_of
from models.word.reading.pieces import parts_marks
from models.word.redlining.letters.raw_letters import SKIPPED, Raw, raw_atoms
from models.word.signs import NOTED, has_own_mark, rest_of_mark

Marks = tuple[bool, bool, bool]
PLAIN: Marks = (False, False, False)

_R, _T = w("r"), w("t")
_UNSEEN = frozenset((w("rPr"), w("lastRenderedPageBreak")))
_OWN_MARK = w("customMarkFollows")
_LONGEST_NUMBER = 60  # characters of a number typed before a text, its spaces included
_LEADS = "[ (*\t"


@dataclass(slots=True, eq=False)
class OldAtom:
    """Characters of the old draft, the place of a note, or the end of a paragraph (`ends`), with its raw parts.

    Where it has several characters it has one raw part, or none.
    """

    text: str
    marks: Marks = PLAIN
    note: int | None = None
    raws: tuple[Raw, ...] = ()
    ends: bool = False

    def part(self, start: int, end: int) -> OldAtom:
        """The characters from one place up to another, as an atom of their own."""
        raws = tuple([Raw(raw.text[start:end], raw.run, raw.child, raw.offset + start) for raw in self.raws])
        return OldAtom(self.text[start:end], self.marks, None, raws)

    def cut(self, at: int) -> tuple[OldAtom, OldAtom]:
        """The first characters and the rest, as atoms of their own."""
        return self.part(0, at), self.part(at, len(self.text))

    @property
    def behind_note(self) -> tuple[Raw, ...]:
        """The spaces behind the mark of a note that parts a number from its words: they stay where the note goes."""
        if self.note is None:
            return ()
        spaces = takewhile(lambda raw: raw.text.isspace(), reversed(self.raws))
        return tuple(spaces)

    @property
    def is_real_note(self) -> bool:
        """Whether the note itself hangs here, not a further mention of it."""
        return self.note is not None and any(raw.is_reference for raw in self.raws)


@dataclass(slots=True, eq=False)
class NewAtom:
    """Characters of the new draft, the place of a note (`real` at its first mention), or the end of a paragraph."""

    text: str
    marks: Marks | None = PLAIN
    note: int | None = None
    real: bool = False
    ends: bool = False
    equation: etree._Element | None = None  # what the new draft's own file has in this place

    def part(self, start: int, end: int) -> NewAtom:
        """The characters from one place up to another, as an atom of their own."""
        return NewAtom(self.text[start:end], self.marks)


@dataclass(slots=True)
class Matched:
    """An old paragraph as atoms; `number` are the raw characters of a number typed into it, before atom `at`.

    So many of the atoms are its `initial`, which is set as a paragraph of its own.
    """

    atoms: list[OldAtom]
    number: list[OldAtom]
    at: int = 0
    initial: int = 0

    @property
    def typed(self) -> str:
        """The number as typed, with the space after it."""
        return "".join(atom.text for atom in self.number)


def atoms_in(paragraph: Paragraph, node: etree._Element) -> Matched | None:
    """The atoms of a draft's paragraph in its element; None where the draft's text and the file's do not agree."""
    plain = _plainly(paragraph, node)
    if plain is not None:
        return plain
    raws = _cited(paragraph, raw_atoms(node))
    if raws is None:
        return None
    found = _behind_number(paragraph, raws) or match(paragraph, raws)
    if found is not None and (initial := drop_cap_of(node)) is not None:
        runs = set(initial.iter(_R))
        found.initial = sum(bool(atom.raws) and atom.raws[0].run in runs for atom in found.atoms)
    return found


def letter_atoms(paragraph: Paragraph, node: etree._Element) -> Matched | None:
    """The same, each character an atom."""
    raws = _cited(paragraph, raw_atoms(node))
    return match(paragraph, raws) if raws is not None else None


def _cited(paragraph: Paragraph, raws: list[Raw] | None) -> list[Raw] | None:
    """The raw characters without places of notes where the file has none of these: they stay where they stand."""
    if raws is None or paragraph.footnotes:
        return raws
    return [raw for raw in raws if not raw.is_reference]


def _plainly(paragraph: Paragraph, node: etree._Element) -> Matched | None:
    """Atoms of many characters, where runs of text and notes hold what the draft has, letter for letter; else None."""
    raws: list[Raw] = []
    for child in node:
        if child.tag == _R:
            for part in child:
                if part.tag == _T:
                    if part.text:
                        raws.append(Raw(part.text, child, part))
                elif part.tag in NOTED and part.get(_OWN_MARK) is None:
                    raws.append(Raw("", child, part))
                elif part.tag not in _UNSEEN:
                    return None
        elif child.tag not in SKIPPED and len(child):
            return None
    notes = sum(not raw.text for raw in raws)
    if "".join([raw.text for raw in raws]) != paragraph.text or notes != len(paragraph.footnotes):
        return None
    atoms: list[OldAtom] = []
    whole = iter(raws)
    left: OldAtom | None = None
    for run in paragraph.runs:
        if run.footnote is not None:
            raw = next(whole)
            if raw.text or left is not None:
                return None  # the note stands elsewhere
            atoms.append(OldAtom("", PLAIN, run.footnote, (raw,)))
            continue
        wanted, marks = len(run.text), run.marks
        while wanted:
            if left is None:
                raw = next(whole)
                if not raw.text:
                    return None
                left = OldAtom(raw.text, marks, None, (raw,))
            left.marks = marks
            taken, left = left.cut(wanted) if len(left.text) > wanted else (left, None)
            atoms.append(taken)
            wanted -= len(taken.text)
    return Matched(atoms, [])


def match(paragraph: Paragraph, raws: Sequence[Raw]) -> Matched | None:
    """The atoms of a draft's paragraph over its raw characters, one each, a number typed before them set apart."""
    items = _letters(paragraph.runs)
    leads = 1
    while leads < min(len(items), 4) and items[leads - 1].text in _LEADS:  # a sign, or the place of a note
        leads += 1
    for at in range(leads):
        for length in range(min(_LONGEST_NUMBER, len(raws)) + 1):
            if at and not length:
                continue
            found = _try(items, raws, at, length)
            if found is not None:
                return found
    return None


def _behind_number(paragraph: Paragraph, raws: Sequence[Raw]) -> Matched | None:
    """The atoms where a number is typed before the text, or nothing; the text is compared run by run."""
    spare = len(raws) - len(paragraph.text)
    # Where no note stands there is one length a number can have: each letter is one of the file's.
    lengths = range(min(_LONGEST_NUMBER, len(raws)) + 1) if paragraph.footnotes else (spare,)
    for length in lengths:
        if 0 <= length <= _LONGEST_NUMBER and all(raw.text for raw in raws[:length]):
            found = _after(paragraph.runs, raws, length)
            if found is not None:
                return found
    return None


def _after(runs: Sequence[Run], raws: Sequence[Raw], length: int) -> Matched | None:
    """The atoms where the text begins after so many characters, which are its number."""
    atoms: list[OldAtom] = []
    place = length
    for at, run in enumerate(runs):
        if run.footnote is not None:
            note = OldAtom("", PLAIN, run.footnote)
            taken = _take(note, raws, place, bool(atoms) and atoms[-1].note is not None)
            if not taken:
                return None
            begins = length and at + 1 < len(runs) and all(atom.note is not None for atom in atoms)
            if begins and not runs[at + 1].text[:1].isspace():
                taken += _space(raws, place + taken)  # what parts the number from the words stands behind its note
            note.raws = tuple([raw for raw in raws[place : place + taken] if raw.is_reference or raw.text])
            atoms.append(note)
        else:
            taken = len(run.text)
            letters = raws[place : place + taken]
            if [raw.text for raw in letters] != list(run.text):
                return None
            atoms += _stretches(letters, run.marks)
        place += taken
    return Matched(atoms, _number(raws[:length])) if place == len(raws) else None


def _space(raws: Sequence[Raw], place: int) -> int:
    """How many characters from a place on are spaces."""
    end = place
    while end < len(raws) and raws[end].text and raws[end].text.isspace():
        end += 1
    return end - place


def _stretches(letters: Sequence[Raw], marks: Marks) -> Iterator[OldAtom]:
    """Letters that stand together in one element as one atom each; those of fields and what cannot be cut alone."""
    for child, some in groupby(letters, _cuttable):
        if child is None:
            yield from (OldAtom(raw.text, marks, None, (raw,)) for raw in some)
            continue
        first, *others = some
        text = "".join([first.text, *(raw.text for raw in others)])
        yield OldAtom(text, marks, None, (Raw(text, first.run, child, first.offset),))


def _cuttable(letter: Raw) -> etree._Element | None:
    """The element of a letter of plain text."""
    return letter.child if letter.child.tag == _T and letter.span is None and not letter.fixed else None


def draft_atoms(runs: Sequence[Run]) -> list[OldAtom]:
    """The atoms of a paragraph of the old draft, tied to no place in any file."""
    found: list[OldAtom] = []
    for run in runs:
        if run.footnote is not None:
            found.append(OldAtom("", PLAIN, run.footnote))
        elif run.text:
            found.append(OldAtom(run.text, run.marks))
    return found


def _letters(runs: Sequence[Run]) -> list[OldAtom]:
    """The same, each character an atom."""
    found: list[OldAtom] = []
    for run in runs:
        if run.footnote is not None:
            found.append(OldAtom("", PLAIN, run.footnote))
        else:
            marks = run.marks
            found += [OldAtom(character, marks) for character in run.text]
    return found


def _try(items: Sequence[OldAtom], raws: Sequence[Raw], at: int, length: int) -> Matched | None:
    atoms: list[OldAtom] = []
    number: list[OldAtom] = []
    place = 0
    for index, item in enumerate(items):
        if index == at:
            number = _number(raws[place : place + length])
            place += length
        taken = _take(item, raws, place, bool(atoms) and atoms[-1].note is not None)
        if not taken:
            return None
        place += taken
        used = [raw for raw in raws[place - taken : place] if item.note is None or raw.is_reference or raw.text]
        atoms.append(OldAtom(item.text, item.marks, item.note, tuple(used)))
    if at >= len(items):
        number = _number(raws[place : place + length])
        place += length
    if place != len(raws) or len(number) != length:
        return None
    return Matched(atoms, number, at)


def _number(raws: Sequence[Raw]) -> list[OldAtom]:
    return [OldAtom(raw.text, PLAIN, None, (raw,)) for raw in raws if raw.text]


def _take(item: OldAtom, raws: Sequence[Raw], place: int, behind_note: bool) -> int:
    """How many raw characters an item takes from a place on; 0 where it does not fit.

    The mark of a note behind another takes what parts them.
    """
    if place >= len(raws):
        return 0
    first = raws[place]
    if item.note is None:
        return int(first.text == item.text)
    at = place
    while behind_note and at < len(raws) and raws[at].text and parts_marks(raws[at].text):
        at += 1
    if at < len(raws) and raws[at].is_reference:
        return at + 1 - place + _own_mark(raws[at], raws, at + 1)
    end = place
    while end < len(raws) and raws[end].text in (",", " ") and raws[end].text:
        end += 1
    start = end
    if first.span is not None:
        while end < len(raws) and raws[end].span is first.span:
            end += 1
    else:
        while end < len(raws) and raws[end].text.isdigit():
            end += 1
    return end - place if end > start else 0


def _own_mark(reference: Raw, raws: Sequence[Raw], place: int) -> int:
    """The length of a mark of its own that follows a note's place: it is no text."""
    if not has_own_mark(reference.child) or place >= len(raws):
        return 0
    end, first = place, raws[place].child
    parts = {first, *rest_of_mark(first)}
    while end < len(raws) and raws[end].child in parts:
        end += 1
    return end - place


def new_atoms(runs: Sequence[Run], first: set[int], letters: bool = False) -> list[NewAtom]:
    """The atoms of a paragraph of the new draft, each as long as a run, or a letter.

    `first` are the notes not mentioned yet, and loses those met.
    """
    found: list[NewAtom] = []
    for run in runs:
        if run.footnote is not None:
            found.append(NewAtom("", PLAIN, run.footnote, run.footnote in first))
            first.discard(run.footnote)
        else:
            found += [NewAtom(text, run.marks) for text in (run.text if letters else [run.text]) if text]
    return found
