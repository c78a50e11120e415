"""A draft as one Akoma Ntoso document: cover, preface, preamble, main body, conclusions.

The mapping is that of AKN4UN: the organ's line is a `formula`, a preambular paragraph a `container` named by its
opening, an operative one a `paragraph`, with `list` and `point` where it has subparagraphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from models.akoma_ntoso.conclusions import adoption_line
from models.akoma_ntoso.front import Front
from models.akoma_ntoso.identity import is_adopted, kind_of_document, meta
from models.akoma_ntoso.markup import Names, Words, add_text, element
from models.akoma_ntoso.tree import Node, tree
from models.draft import Draft, Kind, Paragraph
from models.draft.masthead import Masthead, masthead
from models.draft.table_rows import table_rows
from models.editing.typed.openings import italic_opening
from models.reading.openings import words_begin
from models.telling.numbers import number_before

_END = (Kind.CLOSING, Kind.SPONSOR_NOTE)
_BODY_BEGINS = (Kind.OPERATIVE, Kind.SECTION, Kind.ANNEX)
_DIVISIONS = {Kind.SECTION: ("section", "sec"), Kind.ANNEX: ("hcontainer", "annex"), Kind.HEADING: ("part", "part")}
_NAMES = {
    Kind.ENACTING: "enactingFormula",
    Kind.PREAMBULAR: "preambularParagraph",
    Kind.SPONSOR_NOTE: "sponsorNote",
    Kind.CLOSING: "closing",
    Kind.QUOTE: "quotation",
}


def akoma_ntoso(draft: Draft) -> bytes:
    """The document, as UTF-8 with a declaration; the same draft gives the same bytes."""
    head = masthead(draft)
    made = element("akomaNtoso", {}, _Writer(draft).document(kind_of_document(draft, head)))
    return etree.tostring(made, encoding="UTF-8", xml_declaration=True) + b"\n"


class _Writer:
    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._names = Names()
        self._words = Words(draft, self._names)

    def document(self, name: str) -> etree._Element:
        """The `statement`."""
        head = masthead(self._draft)
        placed = list(enumerate(self._draft.paragraphs))
        front = next((at for at, one in placed if one.kind is not Kind.MASTHEAD), len(placed))
        rest = list(self._draft.paragraphs[front:])
        end = len(rest)
        while end and rest[end - 1].kind in _END:
            end -= 1
        start = _preamble_end(rest[:end])
        made = element("statement", {"name": name, "contains": "originalVersion"}, meta(self._draft, head))
        made.extend(Front(self._draft, head, self._words).written(placed[:front]))
        if start:
            made.append(element("preamble", {}, *(self._recital(node) for node in tree(rest[:start]))))
        body = [self._node(node) for node in tree(rest[start:end])]
        made.append(element("mainBody", {}, *(body or [element("p")])))
        if end < len(rest):
            made.append(element("conclusions", {}, *(self._last(one, head) for one in rest[end:])))
        return made

    # The preamble

    def _recital(self, node: Node) -> etree._Element:
        paragraph = node.paragraph
        if node.cells:
            return self._table(node)
        if paragraph.kind is Kind.ENACTING:
            name = self._names.name("formula", None)
            return element("formula", {"eId": name, "name": _NAMES[Kind.ENACTING]}, self._p(paragraph))
        if paragraph.kind is not Kind.PREAMBULAR and not node.under:
            return self._block(paragraph)
        name = self._names.name("container", None)
        made = element("container", {"eId": name, "name": _opening(paragraph)})
        if paragraph.set_label is not None:
            made.set("title", paragraph.set_label)
        made.append(self._p(paragraph))
        if node.under:
            made.append(self._block_list(node.under, name))
        return made

    def _block_list(self, nodes: Sequence[Node], within: str) -> etree._Element:
        name = self._names.name("list", None, within)
        made = element("blockList", {"eId": name})
        for node in nodes:
            own = self._names.name("item", node.paragraph.number, name)
            if node.cells:
                made.append(element("item", {"eId": own}, self._table(node, own)))
                continue
            item = element("item", {"eId": own}, *self._num(node.paragraph), self._p(node.paragraph, number=False))
            if node.under:
                item.append(self._block_list(node.under, own))
            made.append(item)
        return made

    # The main body

    def _node(self, node: Node, within: str = "") -> etree._Element:
        paragraph = node.paragraph
        if node.is_division:
            return self._division(node, within)
        if node.cells:
            name = self._names.name("table", None, within)
            return self._container(name, "table", self._table(node, name))
        if paragraph.kind in (Kind.OPERATIVE, Kind.SUBPARAGRAPH):
            return self._item(node, within)
        name = self._names.name("text", None, within)
        made = self._container(name, _NAMES.get(paragraph.kind, "text"), self._p(paragraph))
        if node.under:
            content = made[-1]
            content.append(self._block_list(node.under, name))
        return made

    def _division(self, node: Node, within: str) -> etree._Element:
        tag, short = _DIVISIONS[node.paragraph.kind]
        name = self._names.name(short, node.paragraph.number, within)
        made = element(tag, {"eId": name})
        if tag == "hcontainer":
            made.set("name", "annex")
        made.extend(self._num(node.paragraph))
        heading = element("heading", {"eId": self._names.name("heading", None, name)})
        self._words.add(heading, node.paragraph.runs)
        made.append(heading)
        made.extend(self._node(one, name) for one in node.under)
        return made

    def _item(self, node: Node, within: str) -> etree._Element:
        paragraph = node.paragraph
        tag, short = ("point", "point") if paragraph.kind is Kind.SUBPARAGRAPH else ("paragraph", "para")
        name = self._names.name(short, paragraph.number, within)
        made = element(tag, {"eId": name})
        if paragraph.set_label is not None:
            made.set("title", paragraph.set_label)
        made.extend(self._num(paragraph))
        if not node.under:
            content = self._names.name("content", None, name)
            made.append(element("content", {"eId": content}, self._p(paragraph, number=False)))
            return made
        own = self._names.name("list", None, name)
        intro = element("intro", {"eId": self._names.name("intro", None, own)}, self._p(paragraph, number=False))
        made.append(element("list", {"eId": own}, intro, *(self._node(one, own) for one in node.under)))
        return made

    def _container(self, name: str, called: str, block: etree._Element) -> etree._Element:
        content = element("content", {"eId": self._names.name("content", None, name)}, block)
        return element("hcontainer", {"eId": name, "name": called}, content)

    # Lines

    def _last(self, paragraph: Paragraph, head: Masthead) -> etree._Element:
        """A line of the conclusions: one of the adoption where the text was adopted, another as it is."""
        told = paragraph.kind is Kind.CLOSING and is_adopted(head)
        line = adoption_line(paragraph, self._words, self._names) if told else None
        return line if line is not None else self._block(paragraph)

    def _num(self, paragraph: Paragraph) -> list[etree._Element]:
        if not paragraph.number:
            return []
        made = element("num")
        add_text(made, number_before(paragraph).strip())
        return [made]

    def _p(self, paragraph: Paragraph, *, number: bool = True) -> etree._Element:
        made = element("p")
        add_text(made, number_before(paragraph) if number else "")
        self._words.add(made, paragraph.runs)
        return made

    def _block(self, paragraph: Paragraph) -> etree._Element:
        made = element("block", {"name": _NAMES.get(paragraph.kind, str(paragraph.kind))})
        add_text(made, number_before(paragraph))
        self._words.add(made, paragraph.runs)
        return made

    def _table(self, node: Node, within: str = "") -> etree._Element:
        made = element("table", {"eId": self._names.name("grid", None, within)})
        for row in table_rows(node.cells):
            cells = (
                element("td", {"colspan": str(span)} if span > 1 else {}, *map(self._p, cell or [Paragraph(Kind.TEXT)]))
                for cell, span in row
            )
            made.append(element("tr", {}, *cells))
        return made


def _preamble_end(paragraphs: Sequence[Paragraph]) -> int:
    """How many of the paragraphs the preamble has: up to the last of its own before the body begins."""
    end = 0
    for at, paragraph in enumerate(paragraphs):
        if paragraph.kind in _BODY_BEGINS:
            break
        if paragraph.kind in (Kind.ENACTING, Kind.PREAMBULAR) or (paragraph.kind is Kind.SUBPARAGRAPH and end == at):
            end = at + 1
    return end


def _opening(paragraph: Paragraph) -> str:
    """The words a preambular paragraph opens with, set in italics or known as an opening: they are its name."""
    first = next((run for run in paragraph.runs if run.text.strip()), None)
    text = paragraph.text
    if first is not None and first.italic and first.text.strip() != text.strip():
        return first.text.strip()
    known = italic_opening(text)
    return text[words_begin(text) : known.end] if known is not None else _NAMES[Kind.PREAMBULAR]
