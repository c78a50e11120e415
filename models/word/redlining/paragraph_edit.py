"""A script of changes carried out on the runs of a Word paragraph: cut where needed, wrapped as tracked, never rebuilt.

What is kept stays the element it was, with its formatting, pictures, bookmarks and fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from models.word.markup import element, text_elements
from models.word.namespaces import w
from models.word.redlining.atoms import Marks, NewAtom, OldAtom, Raw, equation_of
from models.word.redlining.deleted_content import WRAPPERS
from models.word.redlining.edit_script import Step, TooFine
from models.word.redlining.inserted_letters import model_properties, number_properties
from models.word.redlining.revision_marks import Stamp

NoteRuns = Callable[[NewAtom], list[etree._Element]]
"""The runs for the place of a note: a new note, or a further mention of one."""
Carried = Callable[[etree._Element], etree._Element]
"""A copy of an equation of the new draft's own file."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What becomes of a stretch of a run."""

    op: str = "keep"
    marks: Marks | None = None


_KEEP, _DELETE = _Key(), _Key("delete")


@dataclass
class ParagraphEdit:
    """Carries out the steps of one paragraph; `broken` are the paragraphs split off before it, in order."""

    paragraph: etree._Element
    stamp: Stamp
    note_runs: NoteRuns
    models: Sequence[OldAtom] = ()
    numbers: Sequence[OldAtom] = ()  # of the number typed before it
    carried: Carried | None = None
    broken: list[etree._Element] = field(default_factory=list)

    def carry_out(self, steps: Sequence[Step]) -> None:
        """Change the paragraph; an inserted end of a paragraph splits off what stands before it."""
        self._check(steps)
        status = self._status(steps)
        cuts = self._cuts(steps)
        self._pieces: dict[Raw, etree._Element] = {}
        self._cut_runs(status, cuts)
        self._insertions(steps)

    @staticmethod
    def _check(steps: Sequence[Step]) -> None:
        for step in steps:
            if step.old is None or step.op == "keep":
                continue
            if any(raw.fixed and equation_of(raw) is None for raw in step.old.raws):
                raise TooFine("A drawing with text is changed as a whole.")

    @staticmethod
    def _status(steps: Sequence[Step]) -> dict[Raw, _Key]:
        status: dict[Raw, _Key] = {}
        for step in steps:
            if step.old is None:
                continue
            key = _KEEP
            if step.op == "delete":
                key = _DELETE
            elif step.old.note is None and step.new is not None and step.new.marks not in (None, step.old.marks):
                key = _Key("look", step.new.marks)
            for raw in step.old.raws:
                status[raw] = key
        return status

    @staticmethod
    def _cuts(steps: Sequence[Step]) -> set[Raw]:
        """The raw characters before which something is inserted."""
        cuts, waiting = set(), False
        for step in steps:
            if step.op == "insert":
                waiting = True
            elif step.old is not None and step.old.raws:
                if waiting:
                    cuts.add(step.old.raws[0])
                waiting = False
        return cuts

    def _cut_runs(self, status: dict[Raw, _Key], cuts: set[Raw]) -> None:
        by_run: dict[etree._Element, list[Raw]] = {}
        for raw in status:
            by_run.setdefault(raw.run, []).append(raw)
        spans = {raw.span for raw in status if raw.span is not None}
        frames = [span.frame for span in spans if span.shown and all(status.get(r) == _DELETE for r in span.shown)]
        for run, raws in by_run.items():
            if (equation := equation_of(raws[0])) is not None:
                self._strike(equation, [status[raw] for raw in raws])
            elif any(status[raw] != _KEEP for raw in raws) or any(raw in cuts for raw in raws[1:]):
                self._cut(run, raws, status, cuts)
            for raw in raws:
                self._pieces.setdefault(raw, run)
        for frame in frames:
            if any(run in by_run for run in frame):
                continue  # the frame shares a run with text: the field stays, showing nothing
            for run in frame:
                parent = run.getparent()
                if parent is not None and parent.tag != w("del"):
                    self.stamp.wrap(run, "del")

    def _strike(self, equation: etree._Element, keys: Sequence[_Key]) -> None:
        """Delete an equation whole."""
        parent = equation.getparent()
        if _DELETE in keys and parent is not None and parent.tag != w("del"):
            self.stamp.wrap(equation, "del")

    def _cut(self, run: etree._Element, raws: Sequence[Raw], status: dict[Raw, _Key], cuts: set[Raw]) -> None:
        groups = _grouped(run, raws, status, cuts)
        own = run.find(w("rPr"))
        for at, (key, content, members) in enumerate(groups):
            node = run
            if len(groups) > 1:
                node = element("r", None if own is None else self._copied(own, at))
                node.attrib.update(run.attrib)
                run.addprevious(node)
                node.extend(content)
            for raw in members:
                self._pieces[raw] = node
            if at == len(groups) - 1 and len(groups) > 1:
                parent = run.getparent()
                assert parent is not None
                parent.remove(run)
            if key.op == "delete":
                self.stamp.wrap(node, "del")
            elif key.marks is not None:
                self.stamp.change_run(node, key.marks)

    def _copied(self, properties: etree._Element, at: int) -> etree._Element:
        """The properties of a run for one of its pieces: a record of a former look gets an id of its own."""
        copy = deepcopy(properties)
        for change in copy.findall(w("rPrChange")) if at else ():
            change.set(w("id"), str(self.stamp.identity()))
        return copy

    def _insertions(self, steps: Sequence[Step]) -> None:
        before: OldAtom | None = None
        at = 0
        while at < len(steps):
            step = steps[at]
            if step.op != "insert":
                before = step.old if step.old is not None and step.old.raws else before
                at += 1
                continue
            end = at
            while end < len(steps) and steps[end].op == "insert":
                end += 1
            after = next((s.old for s in steps[end:] if s.old is not None and s.old.raws), None)
            new = [s.new for s in steps[at:end] if s.new is not None]
            if self._insert(new, before, after, _deleted_before(steps, at)):
                before = None
            at = end

    def _insert(
        self, atoms: Sequence[NewAtom], before: OldAtom | None, after: OldAtom | None, replaced: Sequence[OldAtom]
    ) -> bool:
        """Insert atoms between two old ones, in the place of some; whether the paragraph was split there."""
        split = False
        for ends, group in groupby(atoms, key=lambda atom: atom.ends):
            if ends:
                for _ in group:
                    self._split(before, after)
                    before, split = None, True
            else:
                heads, rest = _alike(list(group), [] if split else replaced)
                runs = [self._run_like(text, model) for text, model in heads]
                runs += self._new_runs(rest, before, after)
                self._put(self.stamp.change("ins", *runs), before, after)
        return split

    @staticmethod
    def _run_like(text: str, model: OldAtom) -> etree._Element:
        return element("r", model_properties(model.marks, (model,), ()), *text_elements(text))

    def _new_runs(
        self, atoms: Sequence[NewAtom], before: OldAtom | None, after: OldAtom | None
    ) -> Iterator[etree._Element]:
        for (marks, note, equation), group in groupby(atoms, key=written_as):
            if note is not None:
                yield from self.note_runs(note)
            elif equation is not None and self.carried is not None:
                yield self.carried(equation)
            else:
                text = "".join(atom.text for atom in group)
                if marks is None:
                    properties = number_properties(self.numbers, self.models)
                else:
                    properties = model_properties(marks, (before, after), self.models)
                yield element("r", properties, *text_elements(text))

    def _put(self, node: etree._Element, before: OldAtom | None, after: OldAtom | None) -> None:
        place = self._place(before, after)
        if place is None:
            self._append(node)
        elif place[1]:
            _out_of_bookmark(place[0], after).addprevious(node)
        else:
            place[0].addnext(node)

    def _append(self, node: etree._Element) -> None:
        self.paragraph.append(node)

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
                node = _outermost(raw.span.frame[0], w("del"))
            inside = self._node(first) if first is not None else None
            while (parent := node.getparent()) is not None and parent is not self.paragraph:
                if inside is not None and parent in inside.iterancestors() and _takes_runs(parent):
                    break
                node = parent
            return node, True
        if first is None:
            return None
        node = self._node(first)
        if first.span is not None:
            node = _outermost(first.span.frame[-1], w("del"))
        while (parent := node.getparent()) is not None and parent is not self.paragraph:
            node = parent
        return node, False

    def _split(self, before: OldAtom | None, after: OldAtom | None) -> None:
        """Move what stands before a place into a new paragraph with an inserted mark."""
        place = self._place(before, after)
        split_off = element("p")
        if place is None:
            border = None if before is None and after is None else self.paragraph
        else:
            border = place[0] if place[1] else place[0].getnext()
        if border is not None and border is not self.paragraph and border.getparent() is not self.paragraph:
            raise TooFine("A paragraph is split within a link or a content control.")
        for child in list(self.paragraph):
            if child is border:
                break
            if child.tag != w("pPr"):
                split_off.append(child)
        self.paragraph.addprevious(split_off)
        self.broken.append(split_off)


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
            atoms = [*([new.cut(same)[1]] if same < len(new.text) else []), *atoms[1:]]
        if same < len(old.text):
            break
    looks = {_look(old.raws[0].run) for _, old in heads}
    return (heads, atoms) if len(looks) > 1 else ([], whole)


def _look(run: etree._Element) -> bytes:
    own = run.find(w("rPr"))
    return b"" if own is None else etree.tostring(own, method="c14n", exclusive=True)


def written_as(atom: NewAtom) -> tuple[Marks | None, NewAtom | None, etree._Element | None]:
    """What neighbouring atoms share that are written as one: marks, or the place of a note, or an equation."""
    if atom.equation is not None:
        return None, None, atom.equation
    return atom.marks, atom if atom.note is not None else None, None


def _outermost(node: etree._Element, tag: str) -> etree._Element:
    parent = node.getparent()
    return parent if parent is not None and parent.tag == tag else node


def _takes_runs(parent: etree._Element) -> bool:
    return parent.tag in WRAPPERS and parent.tag != w("sdt")


def _grouped(
    run: etree._Element, raws: Sequence[Raw], status: dict[Raw, _Key], cuts: set[Raw]
) -> list[tuple[_Key, list[etree._Element], list[Raw]]]:
    """The content of a run in stretches that share what becomes of them; texts are cut where they differ."""
    by_child: dict[etree._Element, list[Raw]] = {}
    for raw in raws:
        by_child.setdefault(raw.child, []).append(raw)
    groups: list[tuple[_Key, list[etree._Element], list[Raw]]] = []
    last = status[raws[0]]
    for child in list(run):
        if child.tag == w("rPr"):
            continue
        own = by_child.get(child)
        if own is None:
            key = _KEEP if last == _DELETE and not _goes_with_text(child) else last
            _add(groups, key, child, [], False)
            continue
        for key, members in _stretches(own, status, cuts):
            last = key
            part = child if len(members) == len(own) else _part(child, members)
            _add(groups, key, part, members, members[0] in cuts)
    return groups


def _goes_with_text(child: etree._Element) -> bool:
    return child.tag == w("lastRenderedPageBreak")


def _add(
    groups: list[tuple[_Key, list[etree._Element], list[Raw]]],
    key: _Key,
    child: etree._Element,
    members: Sequence[Raw],
    cut: bool,
) -> None:
    if groups and groups[-1][0] == key and not cut:
        groups[-1][1].append(child)
        groups[-1][2].extend(members)
    else:
        groups.append((key, [child], list(members)))


def _stretches(raws: Sequence[Raw], status: dict[Raw, _Key], cuts: set[Raw]) -> Iterator[tuple[_Key, list[Raw]]]:
    members: list[Raw] = []
    for raw in raws:
        if members and (status[raw] != status[members[0]] or raw in cuts):
            yield status[members[0]], members
            members = []
        members.append(raw)
    if members:
        yield status[members[0]], members


def _part(child: etree._Element, members: Sequence[Raw]) -> etree._Element:
    if child.tag != w("t"):
        raise TooFine("A sign is changed as a whole.")
    return next(text_elements_as_is("".join(raw.text for raw in members)))


def text_elements_as_is(text: str) -> Iterator[etree._Element]:
    """One `w:t` with exactly this text, line breaks and tabs of the XML included."""
    shown = element("t")
    shown.text = text
    shown.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    yield shown
