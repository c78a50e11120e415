"""The characters of a Word paragraph one by one, each tied to the element and the run it stands in, with its fields.

Follows what the reader reads (models.word.reading.paragraph_text), so that the two agree letter for letter.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from models.word.fields import INSTRUCTIONS, MARK, SIMPLE, OpenFields
from models.word.namespaces import m, w
from models.word.reading.alternatives import ALTERNATIVES, chosen
from models.word.reading.drop_caps import drop_cap_of, is_drop_cap
from models.word.reading.field_codes import said_at, variable_of, voice_of
from models.word.reading.formulas import EQUATIONS, STRUCTURES, with_signs
from models.word.reading.symbols import letters_shown, symbol_text
from models.word.signs import NOTED, SIGNS, is_unknown_around_letters, sign_text

_P, _R, _T = w("p"), w("r"), w("t")
SKIPPED = frozenset(
    w(name)
    for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "rt", "drawing", "pict", "object",
        "p",
    )
)  # fmt: skip
"""What holds no characters of the paragraph it stands in."""
_CODE, _BREAK, _SYMBOL, _RUBY = INSTRUCTIONS[0], w("br"), w("sym"), w("ruby")
_MATH_RUN, _MATH_TEXTS = m("r"), (m("t"), w("t"))


@dataclass(slots=True, eq=False)
class FieldSpan:
    """A complex field within one paragraph: the runs that frame it, in order, and how many characters it shows.

    Not these themselves: each has its field, and in a ring with it they would hold their file.
    """

    frame: dict[etree._Element, None] = field(default_factory=dict)
    shown: int = 0


@dataclass(slots=True)
class _Open:
    """A field that is open: the outermost around it, how many characters that showed before it, and whether its result
    has begun.
    """

    span: FieldSpan
    before: int
    in_result: bool = False


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
        return self.child.tag in NOTED


def raw_atoms(paragraph: etree._Element) -> list[Raw] | None:
    """The characters and notes of a paragraph in order, its initial first; None where a field reaches beyond it."""
    walk = _Walk()
    if is_drop_cap(paragraph):
        return walk.found  # they are of the next one
    if (initial := drop_cap_of(paragraph)) is not None:
        walk.children(initial, False)
    walk.children(paragraph, False)
    return None if walk.open or walk.broken else walk.found


class _Walk:
    def __init__(self) -> None:
        self.found: list[Raw] = []
        self.open: list[_Open] = []
        self.fields = OpenFields()
        self.runs: dict[etree._Element, etree._Element] = {}  # of the marks and codes of fields
        self.broken = False

    def children(self, element: etree._Element, fixed: bool) -> None:
        for child in element:
            if child.tag == _R:
                self.run(child, child, fixed)
            elif child.tag == _MATH_RUN:
                for text in child.iterchildren(*_MATH_TEXTS):
                    self.add(text.text or "", child, text, True)
            elif child.tag in STRUCTURES:
                for sign, part, shown in with_signs(child):
                    self.add(sign, child, child, True)
                    if part is not None and shown:
                        self.children(part, True)
            elif child.tag == ALTERNATIVES:
                branch = chosen(child)
                if branch is not None:
                    self.children(branch, True)
            elif child.tag == SIMPLE and variable_of(child.get(w("instr")) or "") is not None:
                continue
            elif child.tag not in SKIPPED and len(child):
                self.children(child, fixed)

    def run(self, run: etree._Element, holder: etree._Element, fixed: bool) -> None:
        for child in holder:
            tag = child.tag
            if tag in (MARK, _CODE):
                self.field(child, run)
            elif self.open and not all(one.in_result for one in self.open):
                continue
            elif tag == _T:
                self.add(letters_shown(child), run, child, fixed or len(child) > 0)
            elif tag in SIGNS:
                self.add(sign_text(child), run, child, fixed)
            elif tag == _BREAK:
                if child.get(w("type")) not in ("page", "column"):
                    self.add("\n", run, child, fixed)
            elif tag == _SYMBOL:
                self.add(symbol_text(child), run, child, fixed or len(symbol_text(child)) != 1)
            elif tag in NOTED:
                self.found.append(Raw("", run, child, 0, self.open[0].span if self.open else None, fixed))
            elif tag == _RUBY:
                base = child.find(w("rubyBase"))
                if base is not None:
                    for inner in base.iterchildren(_R):
                        self.run(run, inner, True)
            elif tag == ALTERNATIVES:
                branch = chosen(child)
                if branch is not None:
                    self.run(run, branch, True)
            elif tag in EQUATIONS:
                first = len(self.found)
                self.children(child, True)
                for raw in self.found[first:]:
                    raw.run = run  # with which it stays or goes
            elif tag == _R or is_unknown_around_letters(child):
                self.run(run, child, True)

    def add(self, text: str, run: etree._Element, child: etree._Element, fixed: bool) -> None:
        span = self.open[0].span if self.open else None
        self.put(text, run, child, span, fixed)

    def put(self, text: str, run: etree._Element, child: etree._Element, span: FieldSpan | None, fixed: bool) -> None:
        raws = [Raw(character, run, child, offset, span, fixed) for offset, character in enumerate(text)]
        self.found += raws
        if span is not None:
            span.shown += len(raws)

    def field(self, node: etree._Element, run: etree._Element) -> None:
        """Follow a mark or a code of a field."""
        kind, ended = node.get(w("fldCharType")), self.fields.follow(node)
        self.runs[node] = run
        if kind == "begin":
            span = FieldSpan() if not self.open else self.open[0].span
            self.open.append(_Open(span, span.shown))
        if self.open:
            self.open[0].span.frame.setdefault(run)
            if kind == "separate":
                self.open[-1].in_result = variable_of(self.fields.within[-1].instruction) is None
        if ended is not None:
            one = self.open.pop()
            if one.span.shown == one.before and all(other.in_result for other in self.open):
                at = voice_of(ended)
                self.put(said_at(ended), self.runs[at], at, one.span, True)
        elif kind == "end":
            self.broken = True


def equation_of(raw: Raw) -> etree._Element | None:
    """The equation a character stands in."""
    return _outermost(raw, EQUATIONS)


def whole_of(raw: Raw) -> etree._Element | None:
    """What a character stands in that stays or goes as a whole: an equation, else runs that are given twice."""
    equation = equation_of(raw)
    return _outermost(raw, (ALTERNATIVES,)) if equation is None else equation


def _outermost(raw: Raw, tags: tuple[str, ...]) -> etree._Element | None:
    parent = raw.run.getparent()
    if parent is None or parent.tag == _P:
        return None
    found = None
    for above in raw.run.iterancestors(*tags, w("p")):
        if above.tag == w("p"):
            break
        found = above
    return found
