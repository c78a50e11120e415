"""The masthead of a United Nations document: a table of two rows, and the lines under it.

Every masthead paragraph of the draft stays one paragraph of the file, in its order, so that it comes back as it went.
A line that holds two facts ("United Nations A/C.2/80/L.2") is set as one line, the space between them as a tab: the
second stands at its place whatever letters there are, and whatever is struck or inserted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lxml import etree

from models.draft import Draft, Kind, Paragraph, Run, letters, tidy_runs
from models.draft.directions import is_right_to_left, way_in
from models.draft.late_pattern import late_pattern
from models.draft.masthead_lines import UNITED_NATIONS
from models.word.markup import element, marked_run, twips
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.styles import style_id
from models.word.writing import layout
from models.word.writing.letter_widths import width
from models.word.writing.looks import Look, all_looks
from models.word.writing.measures import BODY_SIZE, HEADQUARTERS, THICK, THIN, Measures
from models.word.writing.wide_space import wide_space

ROWS = frozenset(("united_nations", "symbol")), frozenset(("organ", "distribution", "date", "language", "original"))
"""The roles of the lines in the two rows of the table."""
RIGHT_STYLES = frozenset(("AdrefDistribution", "AdrefOriginal"))
"""Of lines in the right column; in a cell of that column they have no indent."""
_RIGHT_ROLES = ROWS[1] - {"organ"}
COLUMNS = frozenset(("united_nations",)), frozenset(("symbol",)), frozenset(("organ",)), _RIGHT_ROLES
"""The roles of the lines that stand in one cell where a row has two."""
_TOP = late_pattern(rf"(?P<left>{UNITED_NATIONS})[ \t](?P<right>[A-Z]+/\S*)$")
_ORGAN = late_pattern(r"(?P<left>\S.*?)[ \t](?P<right>Distr(?:\.|ibution|\b).*)$")
_COMMITTEE = late_pattern(r"(?P<left>\S.*\bsession)\s(?P<right>\S.*\bCommittee)$", re.IGNORECASE)
_NUMBERED = late_pattern(r"(?P<left>(?:[SE]{1,2}-)?\d{1,2}/(?:\d{1,4}(?: [A-Z])?\.|…|\.{3}))[ \t](?=\S)")
_BODIES = ("organ", "other", "committee")  # what the name of a body can be taken for
_HANGING = 51.0  # of the number of a resolution, from the title's left edge
_SYMBOL_LEAD = 20.0  # the first letter of the symbol

Write = Callable[[Paragraph, str, Sequence[etree._Element] | None, etree._Element | None], etree._Element]
"""Makes a `w:p` of a paragraph, a style id, its runs where they are set otherwise, and indents of its own.

Notes that are called behind the last letter are put behind such runs."""


class _Line(NamedTuple):
    paragraph: Paragraph
    role: str
    style: str


def masthead_elements(
    paragraphs: Sequence[Paragraph],
    roles: Mapping[int, str],
    style_of: Callable[[str | None], str],
    write: Write,
    of: Measures = HEADQUARTERS,
    *,
    right_to_left: bool = False,
) -> list[etree._Element]:
    """The elements for the masthead at the head of a draft; `roles` by position, of lines behind the head too.

    In a text that runs right to left symbol and facts stand at the left, whatever their letters.
    """
    roles = as_set({at: role for at, role in roles.items() if at < len(paragraphs)}, paragraphs)
    lines = [_Line(one, role := roles.get(at, "other"), style_of(role)) for at, one in enumerate(paragraphs)]
    top_end, organ_end = ends_of_rows([(line.role, line.paragraph) for line in lines])
    rows = [
        _row(lines[:top_end], _TOP, write, of, right_to_left),
        _row(lines[top_end:organ_end], _ORGAN, write, of, right_to_left),
    ]
    made: list[etree._Element] = []
    if any(row is not None for row in rows):
        made.append(_table([row for row in rows if row is not None], of, right_to_left))
    under = lines[organ_end:]
    made += [_under(line, write, of) for line in under]
    for at, (above, line) in enumerate(pairwise(under), len(made) - len(under) + 1):
        if goes_on((above.role, above.paragraph), (line.role, line.paragraph)):
            made[at][0].append(element("spacing", before=0))
            in_order(made[at][0])
    return made


def goes_on(above: tuple[str | None, Paragraph], line: tuple[str | None, Paragraph]) -> bool:
    """Whether a line of a masthead goes on with the one above, close below it: sponsors that fill several lines.

    Each is its role and its paragraph. What does not end in a comma is no list that goes on.
    """
    return above[0] == line[0] == "sponsor_line" and above[1].text.rstrip().endswith((",", "،", "、", "，"))


def as_set(roles: Mapping[int, str], paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """The roles of the lines of a masthead as they are set: whose document it is, and a body that meets as a committee.

    Such a body stands under the organ, after distribution, date and language: "Human Rights Council" under "General
    Assembly". What else stands there before the session is one, too: "Economic Commission for Europe". Between symbol
    and distribution stands an organ, whatever it is called: "Convention on the Rights of the Child".
    """
    told = [at for at in sorted(roles) if paragraphs[at].text.strip()]
    facts_at = next((at for at, one in enumerate(told) if roles[one] in _RIGHT_ROLES), 0)
    if facts_at > 1 and roles[told[facts_at - 1]] == "other" and roles[told[facts_at - 2]] in ROWS[0]:
        roles = {**roles, told[facts_at - 1]: "organ"}
    # The white above the language of the original is that of the text's, where it stands.
    under_language = (at for before, at in pairwise(told) if (roles[before], roles[at]) == ("language", "original"))
    roles = {**roles, **dict.fromkeys(under_language, "language")}
    organ = facts = False
    under: list[int] = []
    for at, role in sorted(roles.items()):
        text = paragraphs[at].text.strip()
        if role in _RIGHT_ROLES:
            organ = organ or _ORGAN.match(text) is not None
            facts = organ
            under.clear()  # what stands among these is no body
        elif not facts or not text:
            organ = organ or role == "organ"
        elif role in _BODIES:
            under.append(at)
        elif role == "session":
            return {**roles, **dict.fromkeys(under, "committee")}
    return {**roles, **{at: "committee" for at in under if roles[at] == "organ"}}


def set_line(draft: Draft, at: int, role: str, of: Measures = HEADQUARTERS) -> etree._Element:
    """One line of a draft's masthead as it is set where it stands alone, in no cell; places of notes are left out."""
    paragraph = draft.paragraphs[at]
    turned = way_in(draft, paragraph.text)

    def write(
        line: Paragraph, style: str, runs: Sequence[etree._Element] | None, indent: etree._Element | None
    ) -> etree._Element:
        look = element("pPr", element("pStyle", val=style), element("bidi") if turned else None, indent)
        plain = [marked_run(one, turned) for one in tidy_runs(line.runs) if one.footnote is None]
        return element("p", look, *(plain if runs is None else runs))

    made = masthead_elements([paragraph], {0: role}, lambda role: style_id(Kind.MASTHEAD, role=role), write, of)
    return made[0] if made[0].tag == w("p") else next(made[0].iter(w("p")))


def ends_of_rows(lines: Sequence[tuple[str | None, Paragraph]]) -> list[int]:
    """Where the lines of the two rows end, of lines with their roles; empty lines go with those before them."""
    ends, end = list[int](), 0
    for roles in ROWS:
        for at in range(end, len(lines)):
            role, paragraph = lines[at]
            if role in roles:
                end = at + 1
            elif paragraph.text.strip():
                break
        ends.append(end)
    return ends


def _row(
    lines: Sequence[_Line], two_facts: re.Pattern[str], write: Write, of: Measures, right_to_left: bool
) -> etree._Element | None:
    if not lines:
        return None
    organs = two_facts is _ORGAN
    rights = _RIGHT_ROLES if organs else {"symbol"}
    height = of.organ_height if organs else of.symbol_height
    split = next((at for at, line in enumerate(lines) if line.role in rights), len(lines))
    plain = not any(two_facts.match(line.paragraph.text) for line in lines)
    # Both sides filled and in reading order: two cells. Else one cell across, never an empty paragraph more.
    ordered = all(line.role in rights or not line.paragraph.text for line in lines[split:])
    if plain and ordered and 0 < split < len(lines):
        left = [_cell_line(line, None, write, of) for line in lines[:split]]
        right = [_cell_line(line, _no_indent(line), write, of) for line in lines[split:]]
        for one in right if right_to_left else ():
            set_at_left(one[0])
        drop = of.facts_drop if organs else 0
        if organs and of.facts_before:
            right[0][0].append(element("spacing", before=twips(of.facts_before)))
            in_order(right[0][0])
        cells = [_cell(left, of.left_column, organs), _cell(right, of.width - of.left_column, organs, drop=drop)]
    else:
        across = [
            _line_across(line, two_facts, write, of, turned=right_to_left and line.role in rights) for line in lines
        ]
        cells = [_cell(across, of.width, organs, span=2)]
    properties = element("trPr", element("cantSplit"))
    if height:
        properties.append(element("trHeight", val=twips(height), hRule="atLeast"))
    return element("tr", properties, *cells)


def _line_across(
    line: _Line, two_facts: re.Pattern[str], write: Write, of: Measures, *, turned: bool
) -> etree._Element:
    """A line in a cell that goes across; symbol and facts of a `turned` text stand at its left as in their own cell."""
    made = _two_fact_line(line, two_facts, write, of)
    if made is None:
        made = _cell_line(line, _no_indent(line) if turned else None, write, of)
        if turned:
            set_at_left(made[0])
    return made


def _no_indent(line: _Line) -> etree._Element | None:
    return element("ind", left=0) if line.style in RIGHT_STYLES else None


def _cell_line(line: _Line, indent: etree._Element | None, write: Write, of: Measures) -> etree._Element:
    runs = _symbol_runs(line.paragraph, of) if line.role == "symbol" else None
    return write(line.paragraph, line.style, runs, indent)


def set_at_left(look: etree._Element) -> None:
    """Let a paragraph with this look stand at the left; where it runs right to left Word calls that its right."""
    look.append(element("jc", val="left" if look.find(w("bidi")) is None else "right"))
    in_order(look)


def _table(rows: Sequence[etree._Element], of: Measures, right_to_left: bool) -> etree._Element:
    columns = (of.left_column, of.width - of.left_column)
    none = {"w": 0, "type": "dxa"}
    return element(
        "tbl",
        element(
            "tblPr",
            element("bidiVisual") if right_to_left else None,  # the first cell stands at the right
            element("tblW", w=twips(of.width), type="dxa"),
            element("tblInd", **none),
            element("tblLayout", type="fixed"),
            element("tblCellMar", element("left", **none), element("right", **none)),
        ),
        element("tblGrid", *(element("gridCol", w=twips(column)) for column in columns)),
        *rows,
    )


def _cell(
    content: Sequence[etree._Element], across: float, organs: bool, span: int = 1, drop: float = 0
) -> etree._Element:
    thick = THICK if organs else THIN
    rule = element("bottom", val="single", sz=round(thick * 8), space=0, color="auto")
    properties = element(
        "tcPr",
        element("tcW", w=twips(across), type="dxa"),
        element("gridSpan", val=span) if span > 1 else None,
        element("tcBorders", rule),
        element("tcMar", element("top", w=twips(drop), type="dxa")) if drop else None,
        element("vAlign", val="top" if organs else "bottom"),
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


def _symbol_runs(paragraph: Paragraph, of: Measures) -> list[etree._Element] | None:
    """A symbol as United Nations documents set it: its first letter large, or those of its first part."""
    if _calls_within(paragraph) or not paragraph.text or is_right_to_left(paragraph.text):
        return None
    lead = of.lead(paragraph.text)
    head, rest = letters(paragraph.runs, 0, lead), letters(paragraph.runs, lead, len(paragraph.text))
    return [_sized(one, _SYMBOL_LEAD) for one in head] + [marked_run(one) for one in rest]


def _two_fact_line(line: _Line, two_facts: re.Pattern[str], write: Write, of: Measures) -> etree._Element | None:
    """A line of two facts with the second set at its place; None where it is none or would not fit."""
    paragraph = line.paragraph
    found = two_facts.match(paragraph.text)
    if found is None or _calls_within(paragraph) or is_right_to_left(paragraph.text):
        return None
    top = two_facts is _TOP
    style = "AdrefUnitedNations" if top else "AdrefOrgan"
    look = all_looks(of)[style]
    left, right = found["left"], found["right"]
    large = of.lead(right) if top else 0
    both = width(right[:large], _SYMBOL_LEAD, of=of) + width(right[large:], BODY_SIZE, of=of)
    reach = of.width - both if top else of.left_column
    if reach - look.left - width(left, look.points, look.bold, look.close, of=of) < 2 * BODY_SIZE:
        return None
    end, text = found.end("left"), paragraph.text
    runs = [marked_run(one) for one in letters(paragraph.runs, 0, end)]
    spread = {"spacing": twips(of.apart), "w": of.wider} if of.wider != 100 else {}
    plain = spread if top else {"b": 0, "bCs": 0, **spread}
    runs += [wide_space(one) for one in letters(paragraph.runs, end, end + 1)]
    lead = end + 1 + large
    for one in letters(paragraph.runs, end + 1, lead):
        runs.append(_sized(one, _SYMBOL_LEAD, **spread))
    for one in letters(paragraph.runs, lead, len(text)):
        runs.append(_sized(one, BODY_SIZE, **(spread if one.bold else plain)))
    return write(paragraph, style, runs, None)


def _under(line: _Line, write: Write, of: Measures) -> etree._Element:
    """A line under the table; session and committee on one line keep the committee's larger letters."""
    paragraph = line.paragraph
    if line.role == "title" and (hung := _numbered_title(line, write, of)) is not None:
        return hung
    found = _COMMITTEE.match(paragraph.text) if line.role in ("session", "committee") else None
    if found is None or _calls_within(paragraph):
        return write(paragraph, line.style, None, None)
    at = found.start("right")
    runs = [marked_run(one) for one in letters(paragraph.runs, 0, at)]
    runs += [
        _sized(one, all_looks(of)["AdrefCommittee"].points) for one in letters(paragraph.runs, at, len(paragraph.text))
    ]
    return write(paragraph, "AdrefSession", runs, None)


def _numbered_title(line: _Line, write: Write, of: Measures) -> etree._Element | None:
    """A title with its number hung out, be it still to come ("80/141. Education", "58/…"); None where it has none."""
    paragraph, look = line.paragraph, all_looks(of)[line.style]
    hung = None if _calls_within(paragraph) else hung_number(paragraph.text, look, of)
    if hung is None:
        return None
    end, hanging = hung
    runs = [marked_run(one) for one in letters(paragraph.runs, 0, end)]
    runs += [wide_space(one) for one in letters(paragraph.runs, end, end + 1)]
    runs += [marked_run(one) for one in letters(paragraph.runs, end + 1, len(paragraph.text))]
    indent = element("ind", left=twips(look.left), right=twips(look.right), hanging=twips(hanging))
    return write(paragraph, line.style, runs, indent)


def _calls_within(paragraph: Paragraph) -> bool:
    """Whether a line calls a note before its last letter."""
    last = max((at for at, run in enumerate(paragraph.runs) if run.text), default=-1)
    return any(run.footnote is not None for run in paragraph.runs[:last])


def hung_number(title: str, look: Look, of: Measures) -> tuple[int, float] | None:
    """Where the number of a title ends, and how far to the left of its words it stands; None where it has none."""
    found = _NUMBERED.match(title)
    if found is None or is_right_to_left(title):
        return None
    hanging = max(_HANGING, width(f"{found['left']} ", look.points, look.bold, of=of) + 3)
    return (found.end("left"), hanging) if hanging <= look.left else None
