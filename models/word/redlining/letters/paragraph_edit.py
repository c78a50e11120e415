"""A script of changes carried out on the runs of a Word paragraph: cut where needed, wrapped as tracked, never rebuilt.

What is kept stays the element it was, with its formatting, pictures, bookmarks and fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile

from lxml import etree

from models.word.markup import element, text_elements
from models.word.namespaces import w
from models.word.redlining.letters.atoms import Marks, NewAtom, OldAtom
from models.word.redlining.letters.cut_runs import CutRuns
from models.word.redlining.letters.deleted_content import WRAPPERS
from models.word.redlining.letters.edit_script import Step, TooFine
from models.word.redlining.letters.initial import Initial
from models.word.redlining.letters.inserted_letters import model_properties, number_properties
from models.word.redlining.letters.raw_letters import Raw, whole_of
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.letters.ways import letters_turned
from models.word.signs import SHOWN

_BOX, _CHANGES = w("txbxContent"), (w("del"), w("ins"))
_LETTERS = tuple(tag for tag in SHOWN if tag not in map(w, ("drawing", "pict", "object")))
NoteRuns = Callable[[NewAtom], list[etree._Element]]
"""The runs for the place of a note: a new note, or a further mention of one."""
Carried = Callable[[etree._Element], etree._Element]
"""A copy of an equation of the new draft's own file."""


@dataclass
class ParagraphEdit:
    """Carries out the steps of one paragraph; `broken` are the paragraphs split off before it, in order."""

    paragraph: etree._Element
    stamp: Stamp
    note_runs: NoteRuns
    models: Sequence[OldAtom] = ()
    numbers: Sequence[OldAtom] = ()  # of the number typed before it
    carried: Carried | None = None
    initial: Sequence[OldAtom] = ()
    broken: list[etree._Element] = field(default_factory=list)

    def carry_out(self, steps: Sequence[Step]) -> None:
        """Change the paragraph; an inserted end of a paragraph splits off what stands before it."""
        self._check(steps)
        self._initial = Initial(self.paragraph, self.initial)
        steps = self._initial.replaced(steps)
        self._pieces = CutRuns(steps, self.stamp).pieces
        self._insertions(steps)

    @staticmethod
    def _check(steps: Sequence[Step]) -> None:
        for step in steps:
            if step.old is None or step.op == "keep":
                continue
            if any(raw.fixed and whole_of(raw) is None for raw in step.old.raws):
                raise TooFine("A drawing with text is changed as a whole.")

    def _insertions(self, steps: Sequence[Step]) -> None:
        before: OldAtom | None = None
        at = 0
        while at < len(steps):
            step = steps[at]
            if step.op != "insert":
                before = step.old if step.old is not None and step.old.raws else before
                at += 1
                continue
            end = at + 1
            while end < len(steps) and steps[end].op == "insert" and step.new is not self._initial.new:
                end += 1
            later = (steps[place].old for place in range(end, len(steps)))
            after = next((old for old in later if old is not None and old.raws), None)
            new = [s.new for s in steps[at:end] if s.new is not None]
            if self._insert(new, before, after, _deleted_before(steps, at)):
                before = None
            at = end

    def _insert(
        self, atoms: Sequence[NewAtom], before: OldAtom | None, after: OldAtom | None, replaced: Sequence[OldAtom]
    ) -> bool:
        """Insert atoms between two old ones, in the place of some; whether the paragraph was split there."""
        split = False
        beside = before
        put: etree._Element | None = None
        if atoms[:1] == [self._initial.new]:
            after = None  # it stands where the initial stood
        elif before in self._initial:
            beside = None
        for ends, group in groupby(atoms, key=lambda atom: atom.ends):
            if ends:
                for _ in group:
                    self._split(before, after, put)
                    before, beside, put, split = None, None, None, True
            else:
                heads, rest = _alike(list(group), [] if split else replaced)
                runs = [self._run_like(text, model) for text, model in heads]
                runs += self._new_runs(rest, beside, after, instead=bool(replaced) and not split)
                put = self.stamp.change("ins", *runs)
                self._put(put, before, after)
        return split

    @staticmethod
    def _run_like(text: str, model: OldAtom) -> etree._Element:
        own = letters_turned(model_properties(model.marks, (model,), ()), text, None, model.marks)
        return element("r", own, *text_elements(text))

    def _new_runs(
        self, atoms: Sequence[NewAtom], before: OldAtom | None, after: OldAtom | None, *, instead: bool
    ) -> Iterator[etree._Element]:
        def properties(marks: Marks | None) -> etree._Element | None:
            if marks is None:
                return number_properties(self.numbers, self.models)
            return model_properties(marks, (before, after), self.models, instead=instead)

        return new_runs(atoms, self.note_runs, self.carried, properties)

    def _put(self, node: etree._Element, before: OldAtom | None, after: OldAtom | None) -> None:
        place = self._place(before, after)
        if place is None:
            self.paragraph.append(node)
        elif place[1]:
            _out_of_bookmark(place[0], after).addprevious(node)
        else:
            place[0].addnext(node)

    def _node(self, raw: Raw) -> etree._Element:
        node = self._pieces.get(raw, raw.run)
        parent = node.getparent()
        return parent if parent is not None and parent.tag == w("del") else node

    def _place(self, before: OldAtom | None, after: OldAtom | None) -> tuple[etree._Element, bool] | None:
        """The element to insert at, and whether before it; None for the end of the paragraph."""
        first = before.raws[-1] if before is not None else None
        if after is not None:
            raw = after.raws[0]
            node = self._node(raw)
            if raw.span is not None and (first is None or first.span is not raw.span):
                node = _outermost(next(iter(raw.span.frame)), w("del"))
            inside = self._node(first) if first is not None else None
            while (parent := node.getparent()) is not None and parent not in (self.paragraph, self._initial.holder):
                if inside is not None and parent in inside.iterancestors() and _takes_runs(parent):
                    break
                node = parent
            return _within(node), True
        if first is None:
            return None
        node = self._node(first)
        if first.span is not None:
            node = _outermost(next(reversed(first.span.frame)), w("del"))
        while (parent := node.getparent()) is not None and parent not in (self.paragraph, self._initial.holder):
            node = parent
        return _within(node), False

    def _split(self, before: OldAtom | None, after: OldAtom | None, put: etree._Element | None) -> None:
        """Move what stands before a place into a new paragraph with an inserted mark; `put` came there just before."""
        place = self._place(before, after) if put is None or after is not None else (put, False)
        split_off = element("p")
        if place is None:
            border = None if before is None and after is None else self.paragraph
        else:
            border = place[0] if place[1] else place[0].getnext()
        if border is not None and border is not self.paragraph and border.getparent() is not self.paragraph:
            raise TooFine("A paragraph is split within a link or a content control.")
        off = [child for child in takewhile(lambda child: child is not border, self.paragraph) if child.tag != w("pPr")]
        stays = max((at for at, child in enumerate(off) if _keeps_letters(child)), default=-1)
        hung = next((at for at, child in enumerate(off) if at > stays and _hangs_a_box(child)), len(off))
        split_off.extend([child for at, child in enumerate(off) if at < hung or child.tag == w("ins")])
        self.paragraph.addprevious(split_off)
        self.broken.append(split_off)


def _hangs_a_box(child: etree._Element) -> bool:
    """Whether a text box hangs here with no letters beside it: what it says is read behind all that a paragraph
    becomes, so that between two of these it hangs on the later."""
    return next(child.iter(_BOX), None) is not None and next(_letters(child), None) is None


def _keeps_letters(child: etree._Element) -> bool:
    """Whether letters that were here stay."""
    changes = set(child.iter(*_CHANGES))
    return any(changes.isdisjoint(one.iterancestors(*_CHANGES)) for one in _letters(child))


def _letters(child: etree._Element) -> Iterator[etree._Element]:
    """The letters and signs of a child of a paragraph, without those of text boxes in it."""
    boxes = set(child.iter(_BOX))
    return (one for one in child.iter(*_LETTERS) if boxes.isdisjoint(one.iterancestors(_BOX)))


def _within(node: etree._Element) -> etree._Element:
    """The same, which is no part of a paragraph where its field began before the paragraph was split."""
    if node.getparent() is None:
        raise TooFine("A paragraph is split within a field.")
    return node


def _out_of_bookmark(node: etree._Element, after: OldAtom | None) -> etree._Element:
    """Where to insert before a note: before its bookmark too, whose first note is the one that is cited again."""
    if after is None or after.note is None:
        return node
    before = node.getprevious()
    while before is not None and before.tag == w("bookmarkStart"):
        node, before = before, before.getprevious()
    return node


def _deleted_before(steps: Sequence[Step], at: int) -> list[OldAtom]:
    """The atoms that are deleted right before a step."""
    first = at
    while first and steps[first - 1].op == "delete":
        first -= 1
    return [step.old for step in steps[first:at] if step.old is not None]


def _alike(atoms: list[NewAtom], replaced: Sequence[OldAtom]) -> tuple[list[tuple[str, OldAtom]], list[NewAtom]]:
    """The letters that begin what replaces others as those began, each with its model; and the rest.

    A symbol in the masthead begins with a large letter and goes on in small ones: so does the one that replaces it.
    Where all letters look alike there is no need to.
    """
    heads: list[tuple[str, OldAtom]] = []
    whole = list(atoms)
    for old in replaced:
        new = atoms[0] if atoms else None
        if not old.raws or old.raws[0].run.tag != w("r"):
            break
        if new is None or new.note is not None or new.equation is not None or new.marks != old.marks or not old.text:
            break
        same = 0
        while same < min(len(old.text), len(new.text)) and old.text[same] == new.text[same]:
            same += 1
        if same:
            if heads and heads[-1][1].raws[:1] and heads[-1][1].raws[0].run is old.raws[0].run:
                heads[-1] = heads[-1][0] + new.text[:same], heads[-1][1]
            else:
                heads.append((new.text[:same], old))
            atoms = [*([new.part(same, len(new.text))] if same < len(new.text) else []), *atoms[1:]]
        if same < len(old.text):
            break
    looks = {_look(old.raws[0].run) for _, old in heads}
    return (heads, atoms) if len(looks) > 1 else ([], whole)


def _look(run: etree._Element) -> bytes:
    own = run.find(w("rPr"))
    return b"" if own is None else etree.tostring(own, method="c14n", exclusive=True)


def new_runs(
    atoms: Iterable[NewAtom],
    note_runs: NoteRuns,
    carried: Carried | None,
    properties: Callable[[Marks | None], etree._Element | None],
    way: bool | None = None,
) -> Iterator[etree._Element]:
    """The runs of new atoms; `properties` are those of letters with some marks, `way` whether the paragraph runs from
    right to left, None for as it did."""
    for (marks, note, equation), group in groupby(atoms, key=_written_as):
        if note is not None:
            yield from note_runs(note)
        elif equation is not None and carried is not None:
            yield carried(equation)
        else:
            text = "".join(atom.text for atom in group)
            yield element("r", letters_turned(properties(marks), text, way, marks), *text_elements(text))


def _written_as(atom: NewAtom) -> tuple[Marks | None, NewAtom | None, etree._Element | None]:
    """What neighbouring atoms share that are written as one: marks, or the place of a note, or an equation."""
    if atom.equation is not None:
        return None, None, atom.equation
    return atom.marks, atom if atom.note is not None else None, None


def _outermost(node: etree._Element, tag: str) -> etree._Element:
    parent = node.getparent()
    return parent if parent is not None and parent.tag == tag else node


def _takes_runs(parent: etree._Element) -> bool:
    return parent.tag in WRAPPERS and parent.tag != w("sdt")
