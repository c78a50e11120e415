"""A paragraph of a Word tree as atoms, each tied to its place in the XML, matched with the draft's text.

An atom is as many characters as stand together in one run of both; where a number is typed before a text, and where
notes, fields or signs stand in it, each character is one. Follows what the reader reads
(models.word.reading.paragraph_text); a paragraph where the two do not agree gives None, and the redline then replaces
it as a whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from models.draft import Paragraph, Run
from models.word.namespaces import CHOICE, m, w
from models.word.reading.paragraph_text import chosen
from models.word.reading.symbols import symbol_text

Marks = tuple[bool, bool, bool]
PLAIN: Marks = (False, False, False)

_R, _T, _P, _PPR, _RPR = w("r"), w("t"), w("p"), w("pPr"), w("rPr")
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "‑", w("softHyphen"): "\u00ad"}
_SKIPPED = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt", "drawing", "pict", "object",
        "p",
    )
)  # fmt: skip
_UNSEEN = frozenset((_RPR, w("lastRenderedPageBreak")))
_REFERENCES = (w("footnoteReference"), w("endnoteReference"))
_FIELD, _CODE, _BREAK, _SYMBOL, _RUBY = w("fldChar"), w("instrText"), w("br"), w("sym"), w("ruby")
_MATH_RUN, _MATH_TEXTS = m("r"), (m("t"), w("t"))
_ALTERNATE = f"{{{CHOICE}}}AlternateContent"
EQUATIONS = (m("oMath"), m("oMathPara"))
_LONGEST_NUMBER = 60  # characters of a number typed before a text, its spaces included
_LEADS = "[ (*\t"


@dataclass(slots=True, eq=False)
class FieldSpan:
    """A complex field within one paragraph: the runs that frame it and the characters it shows."""

    frame: list[etree._Element] = field(default_factory=list)
    shown: list[Raw] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Raw:
    """Characters of one element, or the place of a note (`text` empty), in a run; `fixed` where it cannot be cut."""

    text: str
    run: etree._Element
    child: etree._Element
    offset: int = 0
    span: FieldSpan | None = None
    fixed: bool = False

    @property
    def is_reference(self) -> bool:
        """Whether this is the place of a real note."""
        return self.child.tag in _REFERENCES


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

    def cut(self, at: int) -> tuple[OldAtom, OldAtom]:
        """The first characters and the rest, as atoms of their own."""
        heads = tuple([Raw(raw.text[:at], raw.run, raw.child, raw.offset) for raw in self.raws])
        tails = tuple([Raw(raw.text[at:], raw.run, raw.child, raw.offset + at) for raw in self.raws])
        return OldAtom(self.text[:at], self.marks, None, heads), OldAtom(self.text[at:], self.marks, None, tails)

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

    def cut(self, at: int) -> tuple[NewAtom, NewAtom]:
        """The first characters and the rest, as atoms of their own."""
        return NewAtom(self.text[:at], self.marks), NewAtom(self.text[at:], self.marks)


@dataclass(slots=True)
class Matched:
    """An old paragraph as atoms; `number` are the raw characters of a number typed into it, before atom `at`."""

    atoms: list[OldAtom]
    number: list[OldAtom]
    at: int = 0

    @property
    def typed(self) -> str:
        """The number as typed, with the space after it."""
        return "".join(atom.text for atom in self.number)


def atoms_in(paragraph: Paragraph, node: etree._Element) -> Matched | None:
    """The atoms of a draft's paragraph in its element; None where the draft's text and the file's do not agree."""
    plain = _plainly(paragraph, node)
    if plain is not None:
        return plain
    raws = raw_atoms(node)
    return match(paragraph, raws) if raws is not None else None


def _plainly(paragraph: Paragraph, node: etree._Element) -> Matched | None:
    """Atoms of many characters, where runs of text alone hold the draft's text letter for letter; else None."""
    if paragraph.footnotes:
        return None
    raws: list[Raw] = []
    for child in node:
        if child.tag == _R:
            for part in child:
                if part.tag == _T:
                    if part.text:
                        raws.append(Raw(part.text, child, part))
                elif part.tag not in _UNSEEN:
                    return None
        elif child.tag not in _SKIPPED and len(child):
            return None
    if "".join([raw.text for raw in raws]) != paragraph.text:
        return None
    atoms: list[OldAtom] = []
    whole = iter(raws)
    left: OldAtom | None = None
    for run in paragraph.runs:
        wanted, marks = len(run.text), run.marks
        while wanted:
            if left is None:
                raw = next(whole)
                left = OldAtom(raw.text, marks, None, (raw,))
            left.marks = marks
            taken, left = left.cut(wanted) if len(left.text) > wanted else (left, None)
            atoms.append(taken)
            wanted -= len(taken.text)
    return Matched(atoms, [])


def raw_atoms(paragraph: etree._Element) -> list[Raw] | None:
    """The characters and notes of a paragraph in order; None where a field reaches beyond it."""
    walk = _Walk()
    walk.children(paragraph, False)
    return None if walk.open or walk.broken else walk.found


class _Walk:
    def __init__(self) -> None:
        self.found: list[Raw] = []
        self.open: list[tuple[FieldSpan, list[bool]]] = []
        self.broken = False

    def children(self, element: etree._Element, fixed: bool) -> None:
        for child in element:
            if child.tag == _R:
                self.run(child, child, fixed)
            elif child.tag == _MATH_RUN:
                for text in child.iterchildren(*_MATH_TEXTS):
                    self.add(text.text or "", child, text, True)
            elif child.tag == _ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self.children(branch, True)
            elif child.tag not in _SKIPPED and len(child):
                self.children(child, fixed)

    def run(self, run: etree._Element, holder: etree._Element, fixed: bool) -> None:
        for child in holder:
            tag = child.tag
            if tag == _FIELD:
                self.field(child, run)
            elif tag == _CODE:
                self.frame(run)
            elif self.open and not all(state[0] for _, state in self.open):
                continue
            elif tag == _T:
                self.add(child.text or "", run, child, fixed)
            elif tag in _SIGNS:
                self.add(_SIGNS[str(tag)], run, child, fixed)
            elif tag == _BREAK:
                if child.get(w("type")) not in ("page", "column"):
                    self.add("\n", run, child, fixed)
            elif tag == _SYMBOL:
                self.add(symbol_text(child), run, child, fixed or len(symbol_text(child)) != 1)
            elif tag in _REFERENCES:
                self.found.append(Raw("", run, child, 0, self.open[0][0] if self.open else None, fixed))
            elif tag == _RUBY:
                base = child.find(w("rubyBase"))
                if base is not None:
                    for inner in base.iterchildren(_R):
                        self.run(run, inner, True)
            elif tag == _ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self.run(run, branch, True)
            elif tag == _R:
                self.run(run, child, True)

    def add(self, text: str, run: etree._Element, child: etree._Element, fixed: bool) -> None:
        span = self.open[0][0] if self.open else None
        raws = [Raw(character, run, child, offset, span, fixed) for offset, character in enumerate(text)]
        self.found += raws
        if span is not None:
            span.shown += raws

    def field(self, character: etree._Element, run: etree._Element) -> None:
        kind = character.get(w("fldCharType"))
        if kind == "begin":
            self.open.append((FieldSpan() if not self.open else self.open[0][0], [False]))
        self.frame(run)
        if kind == "separate" and self.open:
            self.open[-1][1][0] = True
        elif kind == "end":
            if not self.open:
                self.broken = True
            else:
                self.open.pop()

    def frame(self, run: etree._Element) -> None:
        if self.open and run not in self.open[0][0].frame:
            self.open[0][0].frame.append(run)


def equation_of(raw: Raw) -> etree._Element | None:
    """The equation a character stands in."""
    found = None
    for above in raw.run.iterancestors(*EQUATIONS, w("p")):
        if above.tag == w("p"):
            break
        found = above
    return found


def match(paragraph: Paragraph, raws: Sequence[Raw]) -> Matched | None:
    """The atoms of a draft's paragraph over its raw characters, a number typed before them set apart."""
    items = _letters(paragraph.runs)
    leads = 1
    while leads < min(len(items), 4) and items[leads - 1].text in _LEADS and items[leads - 1].text:
        leads += 1
    for at in range(leads):
        for length in range(min(_LONGEST_NUMBER, len(raws)) + 1):
            if at and not length:
                continue
            found = _try(items, raws, at, length)
            if found is not None:
                return found
    return None


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
        taken = _take(item, raws, place)
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


def _take(item: OldAtom, raws: Sequence[Raw], place: int) -> int:
    """How many raw characters an item takes from a place on; 0 where it does not fit."""
    if place >= len(raws):
        return 0
    first = raws[place]
    if item.note is None:
        return int(first.text == item.text)
    if first.is_reference:
        return 1 + _own_mark(first, raws, place + 1)
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
    if reference.child.get(w("customMarkFollows"), "0") in ("0", "false", "off"):
        return 0
    end = place
    while end < len(raws) and raws[end].child is raws[place].child:
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
