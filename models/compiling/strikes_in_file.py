"""Words and ends of paragraphs struck in a Word file whose other changes stand, each in the names of who strikes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from copy import deepcopy

from lxml import etree

from models.compiling.ends import Ends
from models.compiling.joint_wishes import in_names_of
from models.compiling.laid_out import Part
from models.compiling.standing import WITH
from models.draft import Draft
from models.reading.reading import Origin
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.letters.atoms import OldAtom, atoms_in
from models.word.redlining.letters.cut_runs import CutRuns
from models.word.redlining.letters.deleted_content import delete_content
from models.word.redlining.letters.edit_script import Step
from models.word.redlining.letters.raw_letters import FieldSpan, Raw
from models.word.redlining.letters.revision_marks import Stamp, ends_section, highest_id, sign_mark
from models.word.redlining.things.emptied import settle_changes
from models.word.resolve import text_parts, tracked_parts
from models.word.resolving.kept import KeptChanges
from models.word.resolving.kept_tags import PIECE
from models.word.signs import NOTED


class CannotStrike(Exception):
    """The file does not hold the text letter for letter where something is to be struck, or in no plain paragraph."""


def struck(
    data: bytes, draft: Draft, origins: Sequence[Origin], parts: Sequence[Part], turned: Mapping[int | None, Set[str]]
) -> tuple[bytes, bool, list[str]]:
    """The file with the parts struck that somebody strikes; `draft` and `origins` are what it reads as.

    `turned` has by the paragraph of the base who joins it with its number: for them that stays, as words.
    Says too whether its numbers are typed, and may have to be others now, and in what names changes came to it.
    Raises CannotStrike.
    """
    striking = _Striking(data, draft, origins, parts, turned)
    typed = striking.types_numbers()
    striking.choose()
    if not any(part.changed for part in parts):
        return data, typed, []
    data = striking.done()
    return data, typed, [*striking.of_numbers, *(name for part in parts if not part.gone for name in part.names)]


class _Striking:
    def __init__(
        self,
        data: bytes,
        draft: Draft,
        origins: Sequence[Origin],
        parts: Sequence[Part],
        turned: Mapping[int | None, Set[str]],
    ) -> None:
        self.package = Package(data)
        self.first_id = highest_id([self.package.root(name) for name in text_parts(self.package)]) + 1
        self.stamp = Stamp("", None, self.first_id)
        names = [self.package.main, self.package.related("footnotes"), self.package.related("endnotes")]
        tracked = tracked_parts(self.package)
        self.kept = {name: KeptChanges(self.package.edit(name)) for name in names if name in tracked and name}
        every = list(self.package.edit(self.package.main).iter(w("p")))
        self.draft, self.parts, self.turned = draft, parts, turned
        self.run_on: dict[int, set[str]] = {}
        self.worded: dict[int, Set[str]] = {}  # of whom the number of a paragraph is words
        self.lines: dict[int, set[str]] = {}  # what begins a line where all is taken, and whose changes stand before
        self.of_numbers: list[str] = []  # in whose names typed numbers are struck
        self.nodes = [every[one.element] for one in origins]
        if len(self.nodes) != len(draft.paragraphs):
            raise CannotStrike

    def types_numbers(self) -> bool:
        """Whether the numbers of paragraphs are letters of the file."""
        numbered = next((at for at, one in enumerate(self.draft.paragraphs) if one.number is not None), None)
        matched = atoms_in(self.draft.paragraphs[numbered], self.nodes[numbered]) if numbered is not None else None
        return matched is not None and bool(matched.number)

    def choose(self) -> None:
        """Choose which ends go, now that it is known which stand in the file."""
        main = self.kept.get(self.package.main)
        ends = [part for part in self.parts if part.end is not None and not part.gone]
        if len(ends) != len(self.nodes):
            raise CannotStrike
        for part, node in zip(ends, self.nodes, strict=True):
            part.stands = main.came_by(node) if main is not None else ""
            part.new = main is not None and main.came_new(node)
            part.fixed = _is_fixed(node)
        ends_of_all = Ends(self.parts)
        ends_of_all.settle()
        self.worded = {part.end or 0: self.turned.get(part.begins, set()) for part in ends}
        self.lines = ends_of_all.made_lines()
        for end, names in ends_of_all.run_on().items():
            if others := names - self.worded[end]:
                self.run_on[end] = others

    def done(self) -> bytes:
        """The file with all that is struck."""
        own: list[Part] = []
        for part in self.parts:
            if part.gone:
                continue
            own.append(part)
            if part.end is not None:
                self._paragraph(part.end, own)
                own = []
        for kept in self.kept.values():
            kept.put_back(self.stamp.identity)
        for part in self.parts:
            if part.end is not None and part.shared:
                sign_mark(self.nodes[part.end], (part.stands, None))
        for name in text_parts(self.package):
            root = self.package.edit(name)
            settle_changes(root, self.stamp, self.first_id)
        return self.package.to_bytes()

    def _paragraph(self, at: int, parts: Sequence[Part]) -> None:
        *words, end = parts
        node = self.nodes[at]
        if any(one.struck for one in words) or at in self.run_on:
            if self.draft.paragraphs[at].cell is not None:
                raise CannotStrike
            self._words(at, node, words)
        if name := end.struck_as:
            with self.stamp.signed((name, None)):
                self.stamp.mark(node, "del")
        if end.parted_by:
            made = element("p")
            if len(node) and node[0].tag == w("pPr"):
                made.append(deepcopy(node[0]))
                for own in [*made[0].findall(w("rPr")), *made[0].findall(w("pPrChange"))]:
                    made[0].remove(own)
            with self.stamp.signed((WITH.join(end.parted_by), None)):
                self.stamp.mark(made, "ins")
            node.addnext(made)

    def _words(self, at: int, node: etree._Element, parts: Sequence[Part]) -> None:
        matched = atoms_in(self.draft.paragraphs[at], node)
        if matched is None:
            raise CannotStrike
        pieces = list(_cut(matched.atoms, parts))
        steps: list[Step] = []
        by: dict[Raw, str] = {}
        number: list[Raw] = []
        struck_by = set[str]()
        fields: dict[FieldSpan, set[str]] = {}
        if matched.number and matched.at == 0:
            there = [part for part, _ in pieces]  # the number goes with all that one sees of its words
            struck_by = {
                name
                for name in set[str]().union(*(part.struck for part in there))
                if all(name in part.struck or not part.seen_by(name) for part in there)
                and (any(part.seen_by(name) for part in there) or all(part.struck for part in there))
            }
            struck_by = (struck_by - self.worded[at]) | self.run_on.get(at, set())
            steps += [Step("keep", atom) for atom in matched.number]
            if struck_by:
                self.of_numbers.append(in_names_of(struck_by))
                number = [raw for atom in matched.number for raw in atom.raws]
                by |= dict.fromkeys(number, self.of_numbers[-1])
                struck_by |= self.lines.get(at, set())
            steps.append(Step("insert"))
        elif matched.number:
            raise CannotStrike
        for part, atoms in pieces:
            name = part.struck_as
            for atom in atoms:
                steps.append(Step("keep", atom))
                if name and any(raw.fixed for raw in atom.raws):
                    raise CannotStrike
                for span in (raw.span for raw in atom.raws if raw.span is not None):
                    fields.setdefault(span, set()).add(name)
                by |= {raw: name for raw in atom.raws if name}
            steps.append(Step("insert"))
        shown = {raw.run for raw in by}
        if any(len(names) > 1 or shown & span.frame.keys() for span, names in fields.items() if any(names)):
            raise CannotStrike  # a field goes whole or not at all
        cut = CutRuns(steps, self.stamp)
        for span, (name,) in ((span, names) for span, names in fields.items() if any(names)):
            with self.stamp.signed((name, None)):
                for run in span.frame:
                    self.stamp.wrap(run, "del")
        if number and at in self.lines and len(struck_by) > 1:
            self._number_again([cut.pieces[raw] for raw in number], struck_by)
        done: set[etree._Element] = set()
        for raw, name in by.items():
            run = cut.pieces[raw]
            if run in done:
                continue
            done.add(run)
            with self.stamp.signed((name, None)):
                self.stamp.wrap(run, "del")
                for reference in run.iter(*NOTED):
                    self._note(reference)

    def _number_again(self, runs: Sequence[etree._Element], names: Set[str]) -> None:
        """Put a number in once more behind itself: it is there where all is taken, and for nobody alone."""
        self.of_numbers.append(WITH.join(sorted(names)))
        with self.stamp.signed((self.of_numbers[-1], None)):
            change = self.stamp.change("ins", *(deepcopy(run) for run in dict.fromkeys(runs)))
        for run in change:
            run.attrib.pop(PIECE, "")  # it came with nobody else's change
        runs[-1].addnext(change)

    def _note(self, reference: etree._Element) -> None:
        """The words of a note whose place is struck are struck with it."""
        kind = "endnote" if reference.tag == w("endnoteReference") else "footnote"
        name = self.package.related(f"{kind}s")
        if name is None:
            return
        for note in self.package.edit(name).iterchildren(w(kind)):
            if note.get(w("id")) == reference.get(w("id")):
                for paragraph in note.iter(w("p")):
                    delete_content(paragraph, self.stamp, set())


def _cut(atoms: Sequence[OldAtom], parts: Sequence[Part]) -> Iterator[tuple[Part, list[OldAtom]]]:
    """The atoms of each part of a paragraph; a part without letters is the mark of a note."""
    left = list(atoms)
    for part in parts:
        own: list[OldAtom] = []
        if not part.length:
            if not left or left[0].note is None:
                raise CannotStrike
            own.append(left.pop(0))
        missing = part.length
        while missing:
            if not left or left[0].note is not None:
                raise CannotStrike
            atom = left.pop(0)
            if len(atom.text) > missing:
                atom, rest = atom.cut(missing)
                left.insert(0, rest)
            missing -= len(atom.text)
            own.append(atom)
        yield part, own
    if left:
        raise CannotStrike


def _is_fixed(node: etree._Element) -> bool:
    """Whether the end of a paragraph cannot go: no paragraph follows, or a section ends with it."""
    after = node.getnext()
    while after is not None and after.tag not in (
        w("p"),
        w("tbl"),
        w("sdt"),
        w("customXml"),
        w("altChunk"),
        w("sectPr"),
    ):
        after = after.getnext()
    return after is None or after.tag != w("p") or ends_section(node)
