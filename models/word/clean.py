"""A draft as a clean Word file in the layout of United Nations Headquarters, or of Geneva."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree

from models.circulation.typesetting import USUAL, Typesetting
from models.draft import Draft, Kind, Paragraph, Run
from models.draft.directions import is_right_to_left, runs_right_to_left, way_of
from models.draft.table_rows import spans
from models.reading.language import language
from models.telling.numbers import printed
from models.word.markup import element, marked_run, twips
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.styles import style_id
from models.word.writing import layout
from models.word.writing.clean_package import document, head_relations, heads_and_feet, package, settings
from models.word.writing.letter_widths import width
from models.word.writing.lists import Lists, Number, numbering, typed
from models.word.writing.looks import all_looks, indents, unnumbered, words_after
from models.word.writing.masthead_table import masthead_elements
from models.word.writing.measures import BELOW_TABLE, HEADQUARTERS, Measures, measures_of
from models.word.writing.stylesheet import stylesheet
from models.word.writing.written_notes import WrittenNotes, text_runs

Cell = tuple[int, int, int]
"""Table, row and column, counted from 0."""
_MARGINS = 11.0  # of a cell, left and right together, in points


def write_clean(
    draft: Draft,
    setting: Typesetting = USUAL,
    *,
    draft_mark: bool = True,
    bullets: Sequence[int | None] = (),
) -> bytes:
    """The bytes of a Word file (.docx) of a draft: real lists and footnotes, no emblem, no names, no clock.

    The same draft and setting give the same bytes. `draft_mark` puts "Draft, not an official document" into the head of
    the first page, never into the text. The title in the masthead is that of the file's properties. Characters that no
    XML file can carry (control characters) are left out. Layout: `writing.measures`. What a setting makes of the words
    (`Typesetting.ibid`) is done before, by `with_ibid`. `bullets` are the levels of those that the draft's own file
    has, by paragraph; where something else is printed there is none.
    """
    from models.draft.masthead import masthead
    from models.draft.masthead_lines import masthead_roles

    facts = masthead(draft)
    writer = BodyWriter(draft, setting.literal_numbers, bullets, of=measures_of(setting.paper))
    body = element("body")
    body.extend(writer.blocks(masthead_roles(draft)))
    return whole_file(
        draft,
        body,
        writer.lists,
        writer.notes.part(writer.of),
        draft_mark,
        facts.symbol,
        facts.title,
        setting,
    )


def whole_file(
    draft: Draft,
    body: etree._Element,
    lists: Lists,
    notes: etree._Element,
    draft_mark: bool,
    symbol: str | None,
    title: str | None,
    setting: Typesetting = USUAL,
    landscape: bool = False,
) -> bytes:
    """The bytes of a file around a `w:body` of a draft's blocks: section, styles, lists, notes, heads and feet."""
    section = layout.Section(setting, _mostly_right_to_left(draft), landscape, language(draft))
    body.append(layout.section_properties(head_relations(), section))
    parts = {
        "document": document(body),
        "styles": stylesheet(section),
        "numbering": numbering(
            lists.lists,
            bound=not setting.literal_numbers,
            of=section.measures,
            right_to_left=lists.right_to_left,
        ),
        "settings": settings(section.language),
        "footnotes": notes,
    }
    parts |= heads_and_feet(symbol or "", draft_mark, section)
    return package(parts, title)


def _mostly_right_to_left(draft: Draft) -> bool:
    texts = [p.text for p in draft.paragraphs if p.text.strip()]
    return sum(map(is_right_to_left, texts)) * 2 > len(texts)


class BodyWriter:
    """Writes the paragraphs of one draft in order; numbers and notes are counted as they go by."""

    def __init__(
        self,
        draft: Draft,
        literal_numbers: bool,
        bullets: Sequence[int | None] = (),
        *,
        of: Measures = HEADQUARTERS,
    ) -> None:
        self.of, self._looks = of, all_looks(of)
        self._draft, self.right_to_left = draft, runs_right_to_left(draft)
        self.lists = Lists(literal_numbers, bullets, self.right_to_left, of_others=True)
        self.notes = WrittenNotes(draft)

    def blocks(self, roles: dict[int, str]) -> Iterator[etree._Element]:
        """The paragraphs and tables of the body."""
        paragraphs = self._draft.paragraphs
        head = self._head()
        yield from masthead_elements(
            paragraphs[:head],
            roles,
            lambda role: style_id(Kind.MASTHEAD, role=role),
            self.masthead_line,
            self.of,
            right_to_left=self.right_to_left,
        )
        rest = [(at, paragraphs[at]) for at in range(head, len(paragraphs))]
        after = False
        for in_table, group in groupby(rest, key=lambda pair: pair[1].cell is not None):
            if in_table:
                after = True
                yield from self._tables([one for _, one in group])
                continue
            for at, one in group:
                made = self.paragraph(one, roles.get(at))
                yield self.below_table(made) if after else made
                after = False

    def _tables(self, paragraphs: Sequence[Paragraph], width: float | None = None) -> Iterator[etree._Element]:
        """The tables that paragraphs stand in; those within a table stand in the cell of what comes next of it.

        A cell of Word ends with a paragraph, whatever it holds. `width` is that of the cell around them, in points.
        """
        at, known = 0, [(one, one.cell) for one in paragraphs if one.cell is not None]
        last = {cell[0]: place for place, (_, cell) in enumerate(known)}
        while at < len(known):
            table = _outermost(known[at][1][0], known, last)
            end = last[table] + 1
            columns = max(cell[2] + 1 for _, cell in known[at:end] if cell[0] == table)
            whole = self.of.body_width if width is None else width
            placed: list[tuple[Cell, etree._Element]] = []
            within: list[Paragraph] = []
            for one, cell in known[at:end]:
                if cell[0] != table:
                    within.append(one)
                    continue
                placed += [(cell, inner) for inner in self._tables(within, max(whole / columns - _MARGINS, _MARGINS))]
                within = []
                placed.append((cell, self.in_cell(one, None)))
            yield self.table(placed, width)
            at = end

    def _head(self) -> int:
        """The length of the masthead at the head of the draft, empty lines within it too."""
        head = 0
        for at, paragraph in enumerate(self._draft.paragraphs):
            if paragraph.kind is Kind.MASTHEAD:
                head = at + 1
            elif paragraph.text.strip() or paragraph.kind is not Kind.TEXT:
                break
        return head

    def masthead_line(
        self, line: Paragraph, style: str, runs: Sequence[etree._Element] | None, indent: etree._Element | None
    ) -> etree._Element:
        """A line of the masthead, with the notes it calls behind runs that are given."""
        if runs is not None:
            runs = [*runs, *(one for note in line.footnotes for one in self.notes.place(note))]
        return self.written(line, style, runs, indent)

    def paragraph(self, paragraph: Paragraph, role: str | None = None) -> etree._Element:
        """One paragraph of the draft as a `w:p`."""
        return self.written(paragraph, style_id(paragraph.kind, paragraph.level, role), None, None)

    def written(
        self,
        paragraph: Paragraph,
        style: str,
        runs: Sequence[etree._Element] | None,
        indent: etree._Element | None,
    ) -> etree._Element:
        """A paragraph in a style, with runs and indents of its own where they are given."""
        turned = way_of(paragraph.text, self.right_to_left)
        words = printed(paragraph)[1] if runs is None else paragraph.runs
        within = words is not paragraph.runs  # "[(b)] To report": a number among the words
        number = self.lists.number(replace(paragraph, number=None, set_label=None) if within else paragraph)
        if number.way == "bullet":
            indent = _bullet_indent(number.level, indent is not None and paragraph.cell is not None, self.of)
        properties = element("pPr", element("pStyle", val=style), _list_properties(number, style))
        if turned:
            properties.append(element("bidi"))
        if indent is None and number.way != "style" and number.way != "list" and _is_bound(style):
            look = self._looks[style]
            indent = indents(unnumbered(look) if number.way == "none" else look)
        if indent is not None:
            properties.append(indent)
        if (stops := self._stops(number, paragraph, style)) is not None:
            properties.append(stops)
        made = element("p", in_order(properties))
        if number.way == "literal":
            made.append(marked_run(Run(number.text + self._behind_number(paragraph.kind, style)), turned))
        made.extend(text_runs(words, self.notes, turned) if runs is None else runs)
        return made

    def _stops(self, number: Number, paragraph: Paragraph, style: str) -> etree._Element | None:
        """The tab stop at which the words begin after a number that those of the style do not serve."""
        if number.way in ("none", "bullet") or paragraph.cell is not None:
            return None
        look = self._looks[style]
        text = number.text or typed(paragraph.number or "", right_to_left=self.right_to_left)
        usual = look.left + self.of.number_tab
        has_usual = ("left", usual) in look.tabs
        room = words_after(look, width(text, look.points, look.bold, of=self.of), self.of)
        if room is not None:
            clear = element("tab", val="clear", pos=twips(usual)) if has_usual else None
            return element("tabs", clear, element("tab", val="left", pos=twips(look.left + room)))
        if number.way == "list" and not has_usual and not _is_bound(style):
            return element("tabs", element("tab", val="left", pos=twips(usual)))
        return None

    def _behind_number(self, kind: Kind, style: str) -> str:
        """What parts a typed number from the words: a space where both are centred, and behind the mark of a note."""
        return " " if kind is Kind.SPONSOR_NOTE or self._looks[style].align == "center" else "\t"

    def below_table(self, written: etree._Element) -> etree._Element:
        """A written paragraph set off from the table it stands under, unless its look does that."""
        look = self._looks[written[0][0].get(w("val"), "")]
        if look.before < BELOW_TABLE and written[0].find(w("spacing")) is None:
            written[0].append(element("spacing", before=twips(BELOW_TABLE)))
            in_order(written[0])
        return written

    def table(self, placed: Sequence[tuple[Cell, etree._Element]], width_around: float | None = None) -> etree._Element:
        """The table that a stretch of written paragraphs stands in, each with its cell, be it in a cell so wide."""
        rows = [
            [(key, [one for _, one in group]) for key, group in groupby(row, key=lambda pair: pair[0])]
            for _, row in groupby(placed, key=lambda pair: pair[0][1])
        ]
        columns = max(key[2] + 1 for row in rows for key, _ in row)
        whole = self.of.body_width if width_around is None else width_around
        width = whole / columns
        made = element(
            "tbl",
            element(
                "tblPr",
                element("tblStyle", val="TableGrid"),
                element("bidiVisual") if self.right_to_left else None,  # the first cell stands at the right
                element("tblW", w=twips(whole), type="dxa"),
                element("tblInd", w=twips(self.of.indent_left if width_around is None else 0), type="dxa"),
                element("tblLayout", type="fixed"),
            ),
            element("tblGrid", *(element("gridCol", w=twips(width)) for _ in range(columns))),
        )
        for row in rows:
            made.append(_table_row([(key[2], group) for key, group in row], columns, width))
        return made

    def in_cell(self, paragraph: Paragraph, runs: Sequence[etree._Element] | None) -> etree._Element:
        """A paragraph as it stands in a cell, with runs of its own where they are given."""
        style = style_id(paragraph.kind, paragraph.level)
        return as_in_cell(self.written(paragraph, style, runs, element("ind", left=0, right=0, firstLine=0)))


def _outermost(table: int, known: Sequence[tuple[Paragraph, Cell]], last: Mapping[int, int]) -> int:
    """The table around all others with which a paragraph of one begins: it comes on behind them, and began before."""
    while (after := last[table] + 1) < len(known) and known[after][1][0] < table:
        table = known[after][1][0]
    return table


def as_in_cell(written: etree._Element) -> etree._Element:
    """A written paragraph set close and to the left, as the narrow cells of a table want it."""
    properties = written[0]
    properties.extend((element("spacing", before=twips(1), after=twips(2)), element("jc", val="left")))
    in_order(properties)
    return written


def _bullet_indent(level: int, in_cell: bool, of: Measures) -> etree._Element:
    """The indents of a paragraph with a bullet: where a first line begins, and so much deeper by level."""
    step = of.first_line / 2 if in_cell else of.first_line
    left = step * (level + 1) + (0 if in_cell else of.indent_left + of.first_line)
    right = {} if in_cell else {"right": twips(of.indent_right)}
    return element("ind", left=twips(left), hanging=twips(step), **right)


def _table_row(cells: list[tuple[int, list[etree._Element]]], columns: int, width: float) -> etree._Element:
    before = cells[0][0]
    made = element("tr", element("trPr", element("gridBefore", val=before)) if before else None)
    for (_, paragraphs), span in zip(cells, spans([column for column, _ in cells], columns), strict=True):
        properties = element("tcPr", element("tcW", w=twips(width * span), type="dxa"))
        if span > 1:
            properties.append(element("gridSpan", val=span))
        made.append(element("tc", properties, *paragraphs))
    return made


def _list_properties(number: Number, style: str) -> etree._Element | None:
    """The `w:numPr` a paragraph needs beside its style's."""
    if number.way in ("list", "bullet"):
        return element("numPr", element("ilvl", val=number.level), element("numId", val=number.list_id))
    return element("numPr", element("numId", val=0)) if _is_bound(style) and number.way != "style" else None


def _is_bound(style: str) -> bool:
    """Whether a list numbers the paragraphs of a style."""
    look = all_looks().get(style)
    return look is not None and look.list is not None
