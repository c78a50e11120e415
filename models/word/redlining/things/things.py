"""What a paragraph holds beside words: pictures, charts, diagrams, embedded objects, equations, breaks of pages.

A draft holds none of it. Where the new draft has a Word file of its own, what differs there from the old file is
deleted and inserted whole; where it has none, what the old file has stays as long as its paragraph does.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from lxml import etree

from models.draft import Draft
from models.reading.reading import Origin
from models.word.accepted import accepted
from models.word.archive import says
from models.word.leaving.parts.diagram_ids import points_counted
from models.word.leaving.pictures.pictures import PicturesOfFiles
from models.word.leaving.unseen.hidden import hidden_among, hiding_styles
from models.word.markup import element, take_out
from models.word.namespaces import RELATION, VML, w
from models.word.package import Package
from models.word.reading.alternatives import ALTERNATIVES, CHOSEN, name_needs
from models.word.reading.drawings import DRAWN
from models.word.reading.formulas import EQUATIONS
from models.word.redlining.letters.atoms import letter_atoms
from models.word.redlining.letters.deleted_content import alone, breaks_page, drawings, is_gone, run_like
from models.word.redlining.letters.raw_letters import Raw, equation_of
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.things.carried import Carrier
from models.word.redlining.things.drawing_places import Mark, alike, let_pass, letters_of, offsets
from models.word.redlining.things.moved_paragraph import PLACES
from models.word.redlining.things.shape_ids import SHAPE_IDS, SHAPES_NAMED
from models.word.relationships import ONE_OF_A_KIND
from models.word.resolve import CHANGES
from models.word.resolving.kept_tags import ANCHOR, MARK, PIECE

_NAMED = ("docPr", "cNvPr")  # elements whose id and name count pictures, and say nothing of this one
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_BESIDE_IT = ("descr", "alt", "title", f"{_OFFICE}title", f"{_OFFICE}gfxdata")
"""What is said beside a picture, most often the name of its file, and a copy of it: no file that leaves has them."""
_CONTROLS, _OF_CONTROLS = (w("sdt"), w("sdtContent")), (w("sdtPr"), w("sdtEndPr"))
_THINGS = (b"drawing", b"pict", b"object", b"oMath")
_BREAKS = (b'type="page"', b'type="column"', b"type='page'", b"type='column'")
_RELATED = f"{{{RELATION}}}"
_ONES_OWN = re.compile(rb'(?:\brelId|\bw:rsid\w*|\bw14:\w+)="[^"]*"')


@dataclass(slots=True)
class Things:
    """What one paragraph of the new draft's file holds: drawings by the offset they stand at, equations by atom."""

    drawings: list[tuple[int, str, etree._Element]] = field(default_factory=list)
    equations: dict[int, etree._Element] = field(default_factory=dict)


NewFile = tuple[bytes, Sequence[Origin]]
"""The new draft's own Word file, and where its paragraphs stand in it (tracked changes accepted)."""


class NewThings:
    """The things of the new draft's own Word file; `of` gives those of a paragraph, None where they are not known."""

    def __init__(self, file: NewFile, draft: Draft, into: Package, stamp: Stamp) -> None:
        """What is taken from the new draft's file is carried `into` the old one."""
        data, self._origins = file
        self._package, self._draft = accepted(data), draft
        self._every = list(self._package.root(self._package.main).iter(w("p")))
        self._into, self._stamp = into, stamp
        self.carrier = Carrier(self._package, into)
        self._known: dict[int, Things | None] = {}
        self._pictures = PicturesOfFiles()
        self._hidden: set[etree._Element] | None = None

    @property
    def package(self) -> Package:
        """The new draft's own file, its tracked changes accepted."""
        return self._package

    def any(self, old: etree._Element) -> bool:
        """Whether there are things in either text at all."""
        return any(has_things(root) for root in (old, self._package.root(self._package.main)))

    def of(self, new: int) -> Things | None:
        """The things of a new paragraph."""
        if new not in self._known:
            self._known[new] = self._read(new)
        return self._known[new]

    def element(self, new: int) -> etree._Element | None:
        """The `w:p` of a new paragraph in the new draft's own file."""
        try:
            return self._every[self._origins[new].element]
        except IndexError:
            return None

    def carried(self, node: etree._Element) -> etree._Element:
        """A copy of a thing for the old file, with all parts it needs there."""
        copy = self.carrier.copy(node, with_styles=True)
        for one in copy.iter("{*}docPr"):
            one.set("id", str(self._stamp.identity()))
        return copy

    def _run(self, node: etree._Element) -> etree._Element:
        """The run of a thing that is carried: of what stood in something hidden, a hidden one."""
        if self._hidden is None:
            root, named = self._package.root(self._package.main), hiding_styles(self._package)
            self._hidden = set(hidden_among([*root.iter(*DRAWN, ALTERNATIVES)], root, named))
        look = element("rPr", element("vanish")) if node in self._hidden else None
        return element("r", look, self.carried(node))

    def alike(self, old: etree._Element, new: etree._Element) -> bool:
        """Whether a thing of the old file and one of the new say the same."""
        return self._said(self._into, old) == self._said(self._package, new)

    def _said(self, package: Package, node: etree._Element) -> str:
        return fingerprint(package, node, self._pictures)

    def settle(self, paragraph: etree._Element, new: int) -> None:
        """Delete the drawings of an edited paragraph that the new draft has not, and insert those it has."""
        things = self.of(new)
        if things is None:
            return
        olds = list(drawings(paragraph))
        marks, wanted = self._marks(olds, paragraph, new), _marks_of(things)
        if alike(marks, wanted):
            return
        if [mark for _, mark in marks] == [mark for _, mark in wanted]:
            for one, (now, _), (then, _) in zip(olds, marks, wanted, strict=True):
                if now is not None and then is not None and now != then:
                    let_pass(one, then - now)
            marks = self._marks(olds, paragraph, new)
            if alike(marks, wanted):
                return
        if None in (offset for offset, _ in marks):
            wanted = [(None, mark) for _, mark in wanted]
        codes = SequenceMatcher(None, marks, wanted, autojunk=False).get_opcodes()
        for op, start, end, first, last in codes:
            if op == "equal":
                continue
            for one in olds[start:end]:
                self._stamp.wrap(alone(one), "del")
            following = olds[end] if end < len(olds) else None
            for offset, _, node in things.drawings[first:last]:
                self._insert(paragraph, new, offset, node, following)

    def bring(
        self,
        paragraph: etree._Element,
        new: int,
        drawing: etree._Element,
        before: etree._Element | None,
        following: etree._Element | None,
    ) -> etree._Element:
        """Insert a drawing that says something into what its new paragraph became, between two drawings there; its run.

        They are read in order, so it comes behind the first wherever that stands.
        """
        node, matched = self.element(new), None
        if node is not None:
            matched = letter_atoms(self._draft.paragraphs[new], node)
        offset = len(self._draft.paragraphs[new].text)
        if node is not None and matched is not None:
            (offset,) = offsets([drawing], node, matched)
        run = self._insert(paragraph, new, offset, drawing, following)
        if before is not None:
            self._keep_behind(before, run, paragraph)
        for reference in list(run.iter(w("commentReference"))):
            take_out(reference)
        etree.strip_elements(run, *_OF_CONTROLS, with_tail=False)  # what fills a control is in its own file
        etree.strip_tags(run, *_CONTROLS)
        return run

    def has_same(self, paragraph: etree._Element, new: int) -> bool:
        """Whether a paragraph of the old file has the drawings the new one has; True where that is not known."""
        things = self.of(new)
        if things is None:
            return True
        if not alike(self._marks(list(drawings(paragraph)), paragraph, new), _marks_of(things)):
            return False
        olds, news = list(equations(paragraph)), list(dict.fromkeys(things.equations.values()))
        return len(olds) == len(news) and all(self.alike(a, b) for a, b in zip(olds, news, strict=True))

    def _marks(self, drawn: Sequence[etree._Element], paragraph: etree._Element, new: int) -> list[Mark]:
        """Where drawings of a paragraph stand, once it says what a new one does, and what they say."""
        if not drawn:
            return []
        matched = letter_atoms(self._draft.paragraphs[new], paragraph)
        places = offsets(drawn, paragraph, matched) if matched is not None else [None] * len(drawn)
        return [(at, self._said(self._into, one)) for at, one in zip(places, drawn, strict=True)]

    def _read(self, new: int) -> Things | None:
        node = self.element(new)
        if node is None:
            return None
        found = Things()
        drawn, written = list(drawings(node)), list(equations(node))
        if not drawn and not written:
            return found
        matched = letter_atoms(self._draft.paragraphs[new], node)
        if matched is None:
            return None
        for thing, offset in zip(drawn, offsets(drawn, node, matched), strict=True):
            found.drawings.append((offset, self._said(self._package, thing), thing))
        for at, atom in enumerate(matched.atoms):
            holder = equation_of(atom.raws[0]) if atom.raws else None
            if holder is not None:
                found.equations[at] = holder
        return found

    def _insert(
        self, paragraph: etree._Element, new: int, offset: int, node: etree._Element, following: etree._Element | None
    ) -> etree._Element:
        """Insert a copy of a thing before a character, and before the drawing that is to follow it; its run."""
        run = self._run(node)
        self._put(paragraph, new, offset, run, following)
        for copy, choice in zip(run.iter(CHOSEN), node.iter(CHOSEN), strict=False):
            name_needs(copy, choice)
        return run

    def _keep_behind(self, before: etree._Element, run: etree._Element, paragraph: etree._Element) -> None:
        """Let the run of a drawing that came stand behind another drawing of the paragraph."""
        order = {one: at for at, one in enumerate(paragraph.iter())}
        change = run.getparent()
        if order[before] < order[run] or change is None:
            return
        take_out(run)
        if not len(change):
            take_out(change)
        node = alone(before)
        while (above := node.getparent()) is not None and above is not paragraph:
            node = above
        node.addnext(self._stamp.change("ins", run))

    def _put(
        self, paragraph: etree._Element, new: int, offset: int, run: etree._Element, following: etree._Element | None
    ) -> None:
        matched = letter_atoms(self._draft.paragraphs[new], paragraph)
        letters = letters_of(matched) if matched is not None else []
        if following is not None:
            order = {one: at for at, one in enumerate(paragraph.iter())}
            if sum(order[raw.child] < order[following] for raw in letters) <= offset:
                alone(following).addprevious(self._stamp.change("ins", run))
                return
        if offset >= len(letters):
            paragraph.append(self._stamp.change("ins", run))
            return
        raw = letters[offset]
        node = raw.run if raw.fixed else cut_before(raw)
        above = node.getparent()
        if above is not None and above.tag == w("ins") and above.getparent() is paragraph:
            node.addprevious(run)
            return
        while (above := node.getparent()) is not None and above is not paragraph:
            node = above
        node.addprevious(self._stamp.change("ins", run))


def holds_things(data: bytes) -> bool:
    """Whether a Word file may hold anything beside words that a paragraph can hold."""
    if not says(data, *_THINGS, *_BREAKS):
        return False  # which takes half the time
    return says(data, *(sign + name for name in _THINGS for sign in (b"<", b":")), *_BREAKS)


def has_things(root: etree._Element) -> bool:
    """Whether a text holds any such thing."""
    if next(root.iter(w("drawing"), w("pict"), w("object"), *EQUATIONS), None) is not None:
        return True
    return any(map(breaks_page, root.iter(w("br"))))


def equations(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The equations of a paragraph that are not deleted."""
    for node in paragraph.iter(*EQUATIONS):
        if next(node.iterancestors(*EQUATIONS), None) is None and not is_gone(node, paragraph):
            yield node


def fingerprint(package: Package, node: etree._Element, pictures: PicturesOfFiles) -> str:
    """What a thing says, in whatever file it stands: its markup and the parts it needs, their names and ids aside.

    Tracked changes that are kept in it are accepted, as far as it says anything.
    """
    copy = deepcopy(node)
    for one in list(copy.iter(*PLACES, ANCHOR, *CHANGES)) if len(copy) else ():  # a break has nothing in it
        take_out(one)
    is_linked = any(str(name).startswith(_RELATED) for one in copy.iter() for name in one.attrib)
    links = {link.id: link for link in package.relationships()} if is_linked else {}
    for one in copy.iter():
        for name in list(one.attrib):
            link = links.get(str(one.get(name))) if str(name).startswith(_RELATED) else None
            if link is not None and link.kind in ONE_OF_A_KIND:
                del one.attrib[name]  # no picture: a mistake, which shows nothing
            elif link is not None:
                one.set(name, link.target if link.external else _content(package, link.target, set(), pictures))
            elif "rsid" in str(name) or "/word/2010/" in str(name) or name in (PIECE, MARK, *_BESIDE_IT):
                del one.attrib[name]
        if isinstance(one.tag, str) and etree.QName(one).localname in _NAMED:
            for name in ("id", "name"):
                one.set(name, "")
    kinds = {f"#{one.get('id')}" for one in copy.iter(f"{{{VML}}}shapetype")}
    for one in copy.iter():
        for name in SHAPE_IDS if str(one.tag).startswith(f"{{{VML}}}") else ():
            one.attrib.pop(name, "")
        for name in SHAPES_NAMED:  # a kind of shape that is said elsewhere is one of Word's own
            if name in one.attrib and (name != "type" or one.get(name) in kinds):
                del one.attrib[name]
    return hashlib.sha256(etree.tostring(copy, method="c14n", exclusive=True, with_tail=False)).hexdigest()


def _content(package: Package, part: str, seen: set[str], pictures: PicturesOfFiles) -> str:
    """A part's content and that of all it leads to, as one hash; a picture without what is said beside its image."""
    if part in seen or not package.has(part):
        return ""
    seen.add(part)
    is_image, data = package.content_type(part).startswith("image/"), package.data(part)
    data = pictures.bare(data) if is_image else points_counted(_ONES_OWN.sub(b"", data), part)
    links = package.relationships(part)
    inner = [link.target if link.external else _content(package, link.target, seen, pictures) for link in links]
    return hashlib.sha256(data + "".join(sorted(inner)).encode()).hexdigest()


def _marks_of(things: Things) -> list[Mark]:
    return [(offset, mark) for offset, mark, _ in things.drawings]


def cut_before(raw: Raw) -> etree._Element:
    """The run that begins with a character, after its run was cut before it."""
    run, child = raw.run, raw.child
    before = [one for one in child.itersiblings(preceding=True) if one.tag != w("rPr")][::-1]
    if not before and not raw.offset:
        return run
    head = run_like(run)
    run.addprevious(head)
    head.extend(before)
    if raw.offset:
        part = deepcopy(child)
        part.text, child.text = (child.text or "")[: raw.offset], (child.text or "")[raw.offset :]
        for one in (part, child):
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        head.append(part)
    return run
