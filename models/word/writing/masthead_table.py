"""The masthead of a United Nations document: a table of two rows, and the lines under it.

Every masthead paragraph of the draft stays one paragraph of the file, in its order, so that it comes back as it went.
A line that holds two facts ("United Nations A/C.2/80/L.2") is set as one line, the space between them as a tab: the
second stands at its place whatever letters there are, and whatever is struck or inserted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lxml import etree

from models.draft import Draft, Kind, Paragraph, Run, letters, tidy_runs
from models.draft.directions import is_right_to_left, way_in
from models.draft.late_pattern import late_pattern
from models.word.markup import element, marked_run, twips
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.styles import style_id
from models.word.writing import layout
from models.word.writing.letter_widths import width
from models.word.writing.looks import LEFT_COLUMN, LOOKS
from models.word.writing.wide_space import wide_space

ROWS = frozenset(("united_nations", "symbol")), frozenset(("organ", "distribution", "date", "original"))
"""The roles of the lines in the two rows of the table."""
RIGHT_STYLES = frozenset(("AdrefDistribution", "AdrefOriginal"))
"""Of lines in the right column; in a cell of that column they have no indent."""
_RIGHT_ROLES = ROWS[1] - {"organ"}
COLUMNS = frozenset(("united_nations",)), frozenset(("symbol",)), frozenset(("organ",)), _RIGHT_ROLES
"""The roles of the lines that stand in one cell where a row has two."""
_UNITED_NATIONS = r"United Nations|Nations Unies|Naciones Unidas|Организация Объединенных Наций"
_TOP = late_pattern(rf"(?P<left>{_UNITED_NATIONS})[ \t](?P<right>[A-Z]+/\S*)$")
_ORGAN = late_pattern(r"(?P<left>\S.*?)[ \t](?P<right>Distr(?:\.|ibution|\b).*)$")
_COMMITTEE = late_pattern(r"(?P<left>\S.*\bsession)\s(?P<right>\S.*\bCommittee)$", re.IGNORECASE)
_ADOPTED = late_pattern(r"(?P<left>(?:[SE]{1,2}-)?\d{1,2}/\d{1,4}(?: [A-Z])?\.)[ \t](?=\S)")
_HANGING = 51.0  # of the number of an adopted resolution, from the title's left edge
_SYMBOL_LEAD = 20.0  # the first letter of the symbol

Write = Callable[[Paragraph, str, Sequence[etree._Element] | None, etree._Element | None], etree._Element]
"""Makes a `w:p` of a paragraph, a style id, its runs where they are set otherwise, and indents of its own."""


class _Line(NamedTuple):
    paragraph: Paragraph
    role: str
    style: str


def masthead_elements(
    paragraphs: Sequence[Paragraph],
    roles: Mapping[int, str],
    style_of: Callable[[str | None], str],
    write: Write,
) -> list[etree._Element]:
    """The elements for the masthead at the head of a draft; `roles` by position in `paragraphs`."""
    lines = [_Line(one, role := roles.get(at, "other"), style_of(role)) for at, one in enumerate(paragraphs)]
    top_end = _stretch_of(lines, 0, ROWS[0])
    organ_end = _stretch_of(lines, top_end, ROWS[1])
    rows = [
        _row(lines[:top_end], "symbol", _TOP, None, write),
        _row(lines[top_end:organ_end], "distribution", _ORGAN, layout.ORGAN_HEIGHT, write),
    ]
    made: list[etree._Element] = []
    if any(row is not None for row in rows):
        made.append(_table([row for row in rows if row is not None]))
    made += [_under(line, write) for line in lines[organ_end:]]
    return made


def set_line(draft: Draft, at: int, role: str) -> etree._Element:
    """One line of a draft's masthead as it is set where it stands alone, in no cell; places of notes are left out."""
    paragraph = draft.paragraphs[at]
    turned = way_in(draft, paragraph.text)

    def write(
        line: Paragraph, style: str, runs: Sequence[etree._Element] | None, indent: etree._Element | None
    ) -> etree._Element:
        look = element("pPr", element("pStyle", val=style), element("bidi") if turned else None, indent)
        plain = [marked_run(one, turned) for one in tidy_runs(line.runs) if one.footnote is None]
        return element("p", look, *(plain if runs is None else runs))

    made = masthead_elements([paragraph], {0: role}, lambda role: style_id(Kind.MASTHEAD, role=role), write)
    return made[0] if made[0].tag == w("p") else next(made[0].iter(w("p")))


def _stretch_of(lines: Sequence[_Line], start: int, roles: frozenset[str]) -> int:
    """The end of the lines from `start` that have one of the roles; empty lines go with those before them."""
    end = start
    for at in range(start, len(lines)):
        if lines[at].role in roles:
            end = at + 1
        elif lines[at].paragraph.text.strip():
            break
    return end


def _row(
    lines: Sequence[_Line], right_role: str, two_facts: re.Pattern[str], height: float | None, write: Write
) -> etree._Element | None:
    if not lines:
        return None
    rights = _RIGHT_ROLES if right_role == "distribution" else {"symbol"}
    split = next((at for at, line in enumerate(lines) if line.role in rights), len(lines))
    plain = not any(two_facts.match(line.paragraph.text) for line in lines)
    # Both sides filled and in reading order: two cells. Else one cell across, never an empty paragraph more.
    ordered = all(line.role in rights or not line.paragraph.text for line in lines[split:])
    if plain and ordered and 0 < split < len(lines):
        left = [_cell_line(line, None, write) for line in lines[:split]]
        right = [_cell_line(line, _no_indent(line), write) for line in lines[split:]]
        cells = [_cell(left, LEFT_COLUMN, height), _cell(right, layout.WIDTH - LEFT_COLUMN, height, drop=4)]
    else:
        across = [_line_across(line, two_facts, write) for line in lines]
        cells = [_cell(across, layout.WIDTH, height, span=2)]
    properties = element("trPr", element("cantSplit"))
    if height is not None:
        properties.append(element("trHeight", val=twips(height), hRule="atLeast"))
    return element("tr", properties, *cells)


def _line_across(line: _Line, two_facts: re.Pattern[str], write: Write) -> etree._Element:
    made = _two_fact_line(line, two_facts, write)
    return _cell_line(line, None, write) if made is None else made


def _no_indent(line: _Line) -> etree._Element | None:
    return element("ind", left=0) if line.style in RIGHT_STYLES else None


def _cell_line(line: _Line, indent: etree._Element | None, write: Write) -> etree._Element:
    runs = _symbol_runs(line.paragraph) if line.role == "symbol" else None
    return write(line.paragraph, line.style, runs, indent)


def _table(rows: Sequence[etree._Element]) -> etree._Element:
    columns = (LEFT_COLUMN, layout.WIDTH - LEFT_COLUMN)
    none = {"w": 0, "type": "dxa"}
    return element(
        "tbl",
        element(
            "tblPr",
            element("tblW", w=twips(layout.WIDTH), type="dxa"),
            element("tblInd", **none),
            element("tblLayout", type="fixed"),
            element("tblCellMar", element("left", **none), element("right", **none)),
        ),
        element("tblGrid", *(element("gridCol", w=twips(column)) for column in columns)),
        *rows,
    )


def _cell(
    content: Sequence[etree._Element], across: float, height: float | None, span: int = 1, drop: float = 0
) -> etree._Element:
    thick = layout.THICK if height else layout.THIN
    rule = element("bottom", val="single", sz=round(thick * 8), space=0, color="auto")
    properties = element(
        "tcPr",
        element("tcW", w=twips(across), type="dxa"),
        element("gridSpan", val=span) if span > 1 else None,
        element("tcBorders", rule),
        element("tcMar", element("top", w=twips(drop), type="dxa")) if drop and height else None,
        element("vAlign", val="top" if height else "bottom"),
    )
    return element("tc", properties, *content)


def _sized(run: Run, points: float, **more: object) -> etree._Element:
    """A run of its own size, and with character spacing or weight of its own."""
    made = marked_run(run)
    properties = made.find("{*}rPr")
    if properties is None:
        properties = element("rPr")
        made.insert(0, properties)
    properties.extend(element(name, val=value) for name, value in more.items())
    properties.extend(layout.size(points))
    in_order(properties)
    return made


def _symbol_runs(paragraph: Paragraph) -> list[etree._Element] | None:
    """A symbol as United Nations documents set it: its first letter large."""
    if paragraph.footnotes or not paragraph.text or is_right_to_left(paragraph.text):
        return None
    head, rest = letters(paragraph.runs, 0, 1), letters(paragraph.runs, 1, len(paragraph.text))
    return [_sized(one, _SYMBOL_LEAD) for one in head] + [marked_run(one) for one in rest]


def _two_fact_line(line: _Line, two_facts: re.Pattern[str], write: Write) -> etree._Element | None:
    """A line of two facts with the second set at its place; None where it is none or would not fit."""
    paragraph = line.paragraph
    found = two_facts.match(paragraph.text)
    if found is None or paragraph.footnotes or is_right_to_left(paragraph.text):
        return None
    top = two_facts is _TOP
    style = "AdrefUnitedNations" if top else "AdrefOrgan"
    look = LOOKS[style]
    left, right = found["left"], found["right"]
    reach = layout.WIDTH - width(right[0], _SYMBOL_LEAD) - width(right[1:], layout.BODY_SIZE) if top else LEFT_COLUMN
    if reach - look.left - width(left, look.points, look.bold, look.close) < 2 * layout.BODY_SIZE:
        return None
    end, text = found.end("left"), paragraph.text
    runs = [marked_run(one) for one in letters(paragraph.runs, 0, end)]
    spread = {"spacing": twips(layout.APART), "w": layout.WIDER}
    plain = spread if top else {"b": 0, "bCs": 0, **spread}
    runs += [wide_space(one) for one in letters(paragraph.runs, end, end + 1)]
    lead = end + 2 if top else end + 1
    for one in letters(paragraph.runs, end + 1, lead):
        runs.append(_sized(one, _SYMBOL_LEAD, **spread))
    for one in letters(paragraph.runs, lead, len(text)):
        runs.append(_sized(one, layout.BODY_SIZE, **(spread if one.bold else plain)))
    return write(paragraph, style, runs, None)


def _under(line: _Line, write: Write) -> etree._Element:
    """A line under the table; session and committee on one line keep the committee's larger letters."""
    paragraph = line.paragraph
    if line.role == "title" and (hung := _numbered_title(line, write)) is not None:
        return hung
    found = _COMMITTEE.match(paragraph.text) if line.role in ("session", "committee") else None
    if found is None or paragraph.footnotes:
        return write(paragraph, line.style, None, None)
    at = found.start("right")
    runs = [marked_run(one) for one in letters(paragraph.runs, 0, at)]
    runs += [_sized(one, LOOKS["AdrefCommittee"].points) for one in letters(paragraph.runs, at, len(paragraph.text))]
    return write(paragraph, "AdrefSession", runs, None)


def _numbered_title(line: _Line, write: Write) -> etree._Element | None:
    """The title of an adopted resolution with its number hung out ("80/141. Education"); None where it has none."""
    paragraph, look = line.paragraph, LOOKS[line.style]
    found = _ADOPTED.match(paragraph.text)
    if found is None or paragraph.footnotes or is_right_to_left(paragraph.text):
        return None
    end = found.end("left")
    hanging = max(_HANGING, width(f"{found['left']} ", look.points, look.bold) + 3)
    if hanging > look.left:
        return None
    runs = [marked_run(one) for one in letters(paragraph.runs, 0, end)]
    runs += [wide_space(one) for one in letters(paragraph.runs, end, end + 1)]
    runs += [marked_run(one) for one in letters(paragraph.runs, end + 1, len(paragraph.text))]
    indent = element("ind", left=twips(look.left), right=twips(look.right), hanging=twips(hanging))
    return write(paragraph, line.style, runs, indent)
