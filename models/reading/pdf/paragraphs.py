"""From lines to paragraphs: by the white between lines, by indents, by the letters; over pages where one goes on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from models.draft.forum_lines import AGENDA
from models.draft.masthead_lines import line_role, names_meeting
from models.reading.literals import end_mark, ends_open, literal
from models.reading.opened_lines import begins_with_noun
from models.reading.openings import opening, words_begin
from models.reading.organs import is_enacting
from models.reading.pdf.columns import Flow, edges
from models.reading.pdf.glyphs import GAP
from models.reading.pdf.lines import Line
from models.reading.pdf.right_to_left import from_right

_WHITE = 1.3  # of the distance of lines: more parts paragraphs
_FEW_POINTS = 1.06  # of the distance of lines: so little more parts paragraphs where all of them show it
_FEWEST_PAIRS = 4
_APART = 3.0  # of the distance of lines: what stands further below is on another part of the page
_ODD_PAIRS = 0.05  # stand further apart than the lines of a paragraph do, or nearer than two paragraphs
_CLOSE = 1.4  # of the size: lines so near each other may be of one paragraph, however short
_MANY = 8
_USUAL = 0.2  # of the distances between two lines
_INDENT = 0.7  # of the size
_FULL = 0.985
_FAR = 6.0  # of the size: no first line of a paragraph stands so far in
_SET_OUT = 0.5  # of the size: white after a number
_CELL = 2.0  # of the size: no line of text has white so wide
# The closing line: the meeting and, below it, its date; or a line that leads to one, "at its 3187th meeting, on".
_BEFORE_DATE = re.compile(r"\b(?:meeting|séance(?: plénière)?|sesión(?: plenaria)?|заседание|on|of|le|du|el|de|от)$")
_FEW_CELLS = 2  # places between cells: so few may be as wide as each other by chance
_SAME = 0.02  # of the size: by so much the spaces of one line differ
_LEADER = re.compile(r"\.{4,}\s*\d{1,4}$")  # an entry of a table of contents ends
_ROLES_ALONE = {
    "symbol", "distribution", "date", "original", "session", "committee", "agenda_item", "united_nations",
    "organ", "report", "adopted",
}  # fmt: skip
_HEAD, _FEWEST = 30, 3  # lines in which a masthead stands, and how many of them have a role that no text has
_DASHES = "-–—"  # a line within a sentence may begin with one
_NAMES = ("united_nations", "organ", "session", "committee")  # with them a title may end, too


@dataclass(slots=True)
class Block:
    """The lines of one paragraph; `joined` where it goes on from one page or column to the next."""

    lines: list[Line]
    joined: bool = False

    @property
    def text(self) -> str:
        return " ".join(line.words for line in self.lines)


@dataclass(slots=True)
class Measure:
    """What is usual in a text: the distance of lines by size, its left and right edge, whether first lines go in.

    `parted` where there is white between all paragraphs; `white`, of the distance of lines, is how much parts them.
    """

    body: float
    white: float = _WHITE
    steps: dict[float, float] = field(default_factory=dict)
    left: float = 0.0
    right: float = 0.0
    indents: bool = False
    parted: bool = False

    def step(self, size: float) -> float:
        return self.steps.get(round(size), 1.2 * size)


def measured(pages: Sequence[Sequence[Line]], body: float) -> Measure:
    """The measure of a text from all its pages."""
    measure = Measure(body)
    measure.left, measure.right = edges(line for lines in pages for line in lines if abs(line.size - body) < 0.5)
    widest = max((line.right for lines in pages for line in lines), default=0.0)
    counted: dict[float, Counter[float]] = {}
    for lines in pages:
        for above, line in pairwise(lines):
            step = round((above.base - line.base) * 2) / 2
            if abs(above.size - line.size) < 0.5 and 0.8 * line.size < step < 3.2 * line.size:
                # Where paragraphs are of one line, what parts them is no distance of lines.
                full = above.right + line.first_word_width > widest * _FULL
                if step < _CLOSE * line.size or (full and ends_open(above.words)):
                    counted.setdefault(round(line.size), Counter())[step] += 1
    measure.steps = {size: _usual(steps) for size, steps in counted.items() if steps.total() > 3}
    measure.white = _white(pages, measure)
    measure.indents = _indents(pages, measure)
    measure.parted = _parted(pages, measure)
    return measure


def _usual(steps: Counter[float]) -> float:
    """The distance of lines: the least of the usual ones, for in short texts most paragraphs may be of one line."""
    return min(step for step, times in steps.items() if times >= _USUAL * steps.total())


def _white(pages: Sequence[Sequence[Line]], measure: Measure) -> float:
    """How much white parts paragraphs: a few points, as Word gives, where they stand behind all that are sure to end.

    What lines of one paragraph stand apart tell those that are full and go on a sentence.
    """
    within: list[float] = []
    between: list[float] = []
    for lines in pages:
        for above, line in pairwise(lines):
            apart = (above.base - line.base) / measure.step(line.size)
            if not 0 < apart < _APART or abs(above.size - line.size) > 0.1 or abs(line.size - measure.body) > 0.5:
                continue
            full = above.right + line.first_word_width > measure.right * _FULL
            mark = end_mark(above.words)
            if full and (not mark or not _plain_start(line.words)):
                within.append(apart)
            elif mark and not full and _plain_start(line.words):
                between.append(apart)
    if min(len(within), len(between)) < _FEWEST_PAIRS:
        return _WHITE
    least = sorted(between)[int(_ODD_PAIRS * len(between))]
    most = sorted(within, reverse=True)[int(_ODD_PAIRS * len(within))]
    return min(_WHITE, (least + most) / 2) if least > most * _FEW_POINTS else _WHITE


def _indents(pages: Sequence[Sequence[Line]], measure: Measure) -> bool:
    """Whether the first lines of paragraphs stand further in than the others."""
    inside = outside = 0
    for lines in pages:
        for above, line in pairwise(lines):
            if above.base - line.base > measure.white * measure.step(line.size) and abs(line.size - measure.body) < 0.5:
                if line.left - measure.left > _INDENT * line.size:
                    inside += 1
                elif not line.bold:
                    outside += 1
    return inside > 2 * outside


def _parted(pages: Sequence[Sequence[Line]], measure: Measure) -> bool:
    """Whether all that is sure to end a paragraph, a short line with a mark, has white after it."""
    white = close = 0
    for lines in pages:
        for above, line in pairwise(lines):
            short = above.right + line.first_word_width < measure.right * _FULL
            if short and end_mark(above.words) and abs(line.size - measure.body) < 0.5 and above.base > line.base:
                apart = above.base - line.base > measure.white * measure.step(line.size)
                white, close = white + apart, close + (not apart)
    return white > _MANY * close


def blocks_of(flows: Sequence[Flow], measure: Measure) -> list[Block]:
    """The paragraphs of a text in order."""
    found: list[Block] = []
    lines = [line for flow in flows for line in flow.lines]
    organ = any(_is_organ_line(line.words) for line in lines)  # which is to come
    ends = None if organ else _head_ends(lines)
    before = organ or ends is not None
    last: Flow | None = None
    numbered: Line | None = None  # the last paragraph with a figure
    for flow in flows:
        for at, line in enumerate(flow.lines):
            if not at and last is not None and not before and _goes_on(found[-1], last, line, flow, measure):
                found[-1].lines.append(line)
                found[-1].joined = True
            elif not at or _begins(found[-1].lines, line, flow, measure, before) or _next(numbered, line, flow):
                found.append(Block([line]))
                numbered = line if _value(line) else numbered
            else:
                found[-1].lines.append(line)
            before = before and line is not ends and not _is_organ_line(found[-1].text)
        last = flow
    return found


def _is_organ_line(text: str) -> bool:
    """Whether the text begins with a line; without an article an organ's name in the masthead reads as such a line."""
    return is_enacting(text) and line_role(text) != "organ"


def _head_ends(lines: Sequence[Line]) -> Line | None:
    """The last line of a masthead that has a role in it, where no organ's line comes after it, as in amendments."""
    roles = [line for line in lines[:_HEAD] if line.page == lines[0].page and line_role(line.words) in _ROLES_ALONE]
    return roles[-1] if len(roles) >= _FEWEST else None


def _begins(lines: Sequence[Line], line: Line, flow: Flow, measure: Measure, before: bool) -> bool:
    """Whether a line begins a paragraph after the lines of the one above it on the page."""
    above = lines[-1]
    if _BEFORE_DATE.search(above.words) and line_role(line.words) == "date":
        return False
    if _LEADER.search(above.words) or (not before and end_mark(above.words) == "." and names_meeting(line.words)):
        return True
    step = measure.step(max(line.size, above.size))
    if above.base - line.base > _WHITE * step or above.base < line.base:
        return True
    if abs(above.size - line.size) > 0.1 * line.size or (above.bold != line.bold and not _goes_on_bold(above, line)):
        return True
    full = above.right + line.first_word_width > flow.right * _FULL
    mark = end_mark(above.words)
    ends = (mark or not full) and (_plain_start(line.words) or literal(line.words) is not None)
    if ends and not before and above.base - line.base > measure.white * step:
        return True
    if before and is_enacting(line.words) and _plain_start(line.words):
        return True
    if before and _begins_in_masthead(lines, line, full):
        return True
    if mark in (".", ";", ":", ",") and not full and abs(line.left - flow.left) < 2 * line.size:
        return _plain_start(line.words) or literal(line.words) is not None
    row = _is_row(line) and not _is_filled(line, flow)
    if not before and row and not _is_row(above) and (mark or not full):
        return True
    if not measure.indents and mark in (",", ";", ".") and _plain_start(line.words) and _opens(line.words, mark):
        return True
    if not before and _stands_under_closing(above, line, flow):
        return True
    hangs = any(abs(line.left - start) < 0.4 * line.size for start in above.starts)
    further = line.left - above.left > _INDENT * line.size
    centred = abs((line.left + line.right) - (above.left + above.right)) < line.size
    # A number wider than its place pushes the first words beyond where the others hang.
    close = measure.parted and literal(above.words) is not None and literal(line.words) is None
    pushed = full and len(lines) == 1 and (close or not end_mark(above.words) or not _plain_start(line.words))
    if further and not (hangs or centred or pushed or _is_rest_of_closing(above, line)):
        return True
    number = literal(line.words)
    if number is not None and number.style == "bullet":
        return not full or end_mark(above.words) != "" or line.words[0] not in _DASHES
    if number is not None and not (measure.indents or measure.parted) and end_mark(above.words):
        return True
    return is_enacting(above.words) and len(lines) == 1


def _goes_on_bold(above: Line, line: Line) -> bool:
    """Whether a bold line may go on with the bold words that end the one above, as a title behind its plain number."""
    last = next(one for one in reversed(above.letters) if one.text.strip())
    return line.bold and last.bold


def _begins_in_masthead(lines: Sequence[Line], line: Line, full: bool) -> bool:
    """Whether a line of a masthead, or that above it, stands alone by its words; `full`: that one ends at the edge."""
    above = lines[-1]
    roles = line_role(above.words), line_role(line.words)
    named = roles[1] == "symbol" and line_role(" ".join(one.words for one in lines)) == "sponsor_line"
    named = named or (roles[1] in _NAMES and roles[0] not in _ROLES_ALONE and full)
    named = named or above.words.count("[") > above.words.count("]")
    alone = roles[1] in _ROLES_ALONE or (roles[0] in _ROLES_ALONE and roles[0] not in ("agenda_item", "adopted"))
    return not named and (alone or _is_item_alone(above.words, line.words))


def _stands_under_closing(above: Line, line: Line, flow: Flow) -> bool:
    """Whether a line at the edge of the text stands under one at the other edge, as its closing does.

    What begins before the middle of the text is the first line of a paragraph set far in, full as its others are.
    """
    far = above.left > (flow.left + flow.right) / 2 and above.left - line.left > _FAR * line.size
    over = far and abs(above.right - flow.right) < line.size
    return over and line.left - flow.left < 3 * line.size and _plain_start(line.words)


def _is_rest_of_closing(above: Line, line: Line) -> bool:
    """Whether a line at the far edge ends what was put in brackets above it: the States that voted against."""
    far = line.left - above.left > _FAR * line.size and abs(line.right - above.right) < 0.5 * line.size
    return far and above.words.count("(") > above.words.count(")")


def _is_item_alone(above: str, below: str) -> bool:
    """Whether a line is the whole of an agenda item, whose title stands under it, and not more of its numbers."""
    found = AGENDA.match(above.strip(" *"))
    return found is not None and found["title"] is None and not (below[:1].islower() or below[:1] in "(0123456789")


def _next(numbered: Line | None, line: Line, flow: Flow) -> bool:
    """Whether a line has the number after that of the last paragraph, or the first of a text, at its place and set out
    by white: whatever stands above it, be it a table.
    """
    value = _value(line)
    before = next((words for _, _, words in line.white(_SET_OUT)), "")
    if not value or not _is_number(before):
        return False
    here, last = (numbered.left, _value(numbered)) if numbered is not None else (flow.left, 0)
    return value in (1, last + 1) and abs(line.left - here) < 0.4 * line.size


def _value(line: Line) -> int:
    """The figure a line begins with as its number; 0 for none."""
    number = literal(line.words)
    return int(number.value) if number is not None and number.style == "digit" and number.value.isdecimal() else 0


def _is_row(line: Line) -> bool:
    """Whether a line is the row of a table."""
    return bool(between_cells(line))


def _is_filled(line: Line, flow: Flow) -> bool:
    """Whether the white beside a Latin word fills an Arabic line to both edges: some programs widen no other space; or
    all white between the words of a line that goes on a sentence does, as between long words in brackets."""
    near = 0.3 * line.size
    if not _plain_start(line.words) and abs(line.right - flow.right) < near and _is_even(line):
        return True
    white = between_cells(line)
    if len(white) != 1 or line.left - flow.left > near or abs(line.right - flow.right) > near:
        return False
    beside = "".join(text for text, left, right, *_ in line.spans if right == white[0][0] or left == white[0][1])
    return from_right(line.text) and any(sign.isascii() and sign.isalpha() for sign in beside)


def _is_even(line: Line) -> bool:
    """Whether the white between all words of a line is as wide."""
    wide = [end - start for start, end, _ in line.white(GAP)]
    return len(wide) >= _FEW_CELLS and max(wide) - min(wide) < _SAME * line.size


def between_cells(line: Line, least: float = _CELL) -> list[tuple[float, float]]:
    """Where white so wide stands in a line as between the cells of a row, not only after a number.

    Where it is the same all along between words, the line is driven to the edge.
    """
    white = [(start, end) for start, end, before in line.white(least) if not _is_number(before)]
    wide = [end - start for start, end in white]
    driven = len(wide) > _FEW_CELLS and max(wide) - min(wide) < _SAME * line.size
    return [] if driven and any(map(str.isalpha, line.words)) else white


def _is_number(words: str) -> bool:
    number = literal(f"{words.strip()} x")
    return number is not None and number.end > len(words.strip())


def _plain_start(text: str) -> bool:
    """Whether a text can begin a paragraph: with a capital letter, a figure or a bracket."""
    return not text.lstrip('[(“"')[:1].islower()


def _opens(text: str, mark: str) -> bool:
    """Whether a line opens a paragraph below one that ends with a mark: where no capital tells, clauses begin behind a
    comma as an OP does, or with “根据”."""
    known = opening(text)
    if known is None or mark != "," or text[words_begin(text) :][:1].isupper():
        return known is not None
    return known.preambular and not begins_with_noun(text)


def _goes_on(block: Block, last: Flow, line: Line, flow: Flow, measure: Measure) -> bool:
    """Whether the first line of a page or column is the rest of the paragraph before it."""
    above, text = block.lines[-1], block.text
    if flow.apart or abs(above.size - line.size) > 0.1 * line.size or above.bold != line.bold:
        return False
    opened = ends_open(text)
    if literal(line.words) is not None and not opened:
        return False
    full = above.right + max(3 * line.size, line.first_word_width) > last.right * _FULL
    if measure.indents:
        edge = above.left - last.left if len(block.lines) > 1 else 0.0
        flush = abs(line.left - flow.left - edge) < _INDENT * line.size
        return flush and (opened or full or not _plain_start(line.words))
    if not _plain_start(line.words):
        return opened or end_mark(text) == ","
    return (opened or end_mark(text) == ",") and not _opens(line.words, end_mark(text)) and full
