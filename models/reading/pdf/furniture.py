"""What stands on a page beside its text: running heads, numbers of pages and jobs, numbers of lines, columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from models.draft.draft_mark import DRAFT_MARKS, RUNNING_MARKS
from models.draft.masthead_lines import ISSUED, SYMBOL
from models.reading.pdf.glyphs import Span
from models.reading.pdf.lines import Line

_HEAD, _FOOT = 0.85, 0.13  # of the height: where running heads and what stands at the foot are looked for
_SMALLER = 0.93
_FOLIO = re.compile(r"(?:[-–—]\s*)?(?:page\s*|p\.\s*)?\d{1,4}(?:\s*(?:/|of|de|из)\s*\d{1,4})?(?:\s*[-–—])?", re.I)
_OF_JOB = r"(?:(?:[A-Z]{1,2}\.?)?\d{2}-\d{5,6}|[A-Z]{1,2}\.\d{2}-\d{4}|[A-Z]\d{7})[A-Z]?"
# Of New York, Geneva (GE.), Vienna (V.), Santiago (S.), Bangkok (B) and Nairobi (K), with the language and the dates.
_JOB = re.compile(
    rf"{_OF_JOB}(?:\s*[([][A-Z][)\]])?(?:\s+\d{{6}}(?!\d)){{0,2}}|\*[A-Z]?\d{{7}}\*|\([A-Z]\)\s*\d{{6}}"
    r"|Please recycle|Merci de recycler|Se ruega reciclar|Просьба отправить на вторичную переработку|请回收"
    r"|الرجاء إعادة استعمال الورق|/ ?(?:\.{3}|…)",  # the last of them where a text goes on overleaf
    re.I,
)
_RULE = re.compile(r"[_\u2014\u2015–-]{5,}")
_MARKED = re.compile(f"({'|'.join(sorted(RUNNING_MARKS))})")
_MARGIN_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_NUMBERS = 4
_FAR_OUT = 4.0  # of the size: no mark of a note stands so far before its words
_APART = 1.6  # of the size: the white over what stands at the foot
_OVER = 2.5  # of the size: the white under a head that no other page has
_ACROSS = 4.0  # of the size: the white between a title at the head of our pages and "Draft" across from it


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its lines from top to bottom; `width` and `height` in points."""

    width: float
    height: float
    lines: tuple[Line, ...]


def is_rule(line: Line) -> bool:
    """Whether a line is drawn with underscores, as the one over the notes."""
    return _RULE.fullmatch(line.text.replace(" ", "")) is not None


def without_furniture(sheets: Sequence[Sheet], body: float) -> list[list[Line]]:
    """The lines of each page that are text or notes; `body` is the size of most letters."""
    sheets = _without_margin_numbers(sheets)
    repeated = _repeated(sheets)
    symbols = {match[0] for sheet in sheets[:1] for line in sheet.lines[:4] for match in SYMBOL.finditer(line.text)}
    first = next((line for sheet in sheets[:1] for line in sheet.lines[:1]), None)
    own = first.base if first is not None and first.text in DRAFT_MARKS else None  # where text begins on our own pages
    found = []
    for number, sheet in enumerate(sheets):
        lines = _above_foot(sheet, repeated, symbols)
        if own is not None:
            lines = [line for line in lines if line.base <= own and line is not first]
            # Printed from our Word file, the heads of the pages that follow stand lower.
            while number and lines and _is_head(lines, symbols):
                lines = lines[1:]
        elif len(sheets) > 1:
            lines = _below_head(lines, sheet, repeated, symbols if number else set(), body)
            if number and lines and _is_only_head(lines, sheet, body):
                lines = lines[1:]
        found.append(lines)
    return found


def _above_foot(sheet: Sheet, repeated: set[Hashable], symbols: set[str]) -> list[Line]:
    """The lines of a page before what stands apart at its foot; a note that comes again on another page is no such."""
    lines = list(sheet.lines)
    last = len(lines)
    for at in range(len(lines) - 1, -1, -1):
        line = lines[at]
        apart = at == 0 or lines[at - 1].base - line.base > _APART * line.size
        if line.base > sheet.height * _FOOT or line.letters[0].raised:
            break
        if not _is_foot(line.text, symbols) and not _comes_again(line, repeated):
            break
        if apart or _JOB.fullmatch(line.text):
            last = at
    return lines[:last]


def _is_foot(text: str, symbols: set[str]) -> bool:
    """Numbers of the page and of the job, the symbol of the document, with them signs such as that of recycling."""
    rest = _JOB.sub("", text)
    for symbol in symbols:
        rest = rest.replace(symbol, "")
    if rest != text and re.search(r"\w", rest) is None:
        return True
    return not rest.strip() or _FOLIO.fullmatch(rest.strip()) is not None


def _is_head(lines: list[Line], symbols: set[str]) -> bool:
    """Whether nothing stands in the first line but what our own pages have at their head.

    That is the symbol and "Draft", or a title and, across the page from it, "Draft", both outside of the text below.
    """
    line = lines[0]
    parts = {part.strip() for part in _MARKED.split(line.text)}
    if not parts - {*RUNNING_MARKS, "", *symbols}:
        return True
    spans = [span for span in line.spans if span[0].strip()]
    if len(spans) < 2 or len(lines) < 2 or RUNNING_MARKS.isdisjoint((spans[0][0].strip(), spans[-1][0].strip())):
        return False
    apart = max(after[1] - before[2] for before, after in pairwise(spans))
    return apart > _ACROSS * line.size and line.left + line.size < lines[1].left


def _below_head(lines: list[Line], sheet: Sheet, repeated: set[Hashable], symbols: set[str], body: float) -> list[Line]:
    """The lines of a page after its running head: the symbol, the title in small letters, what each page repeats."""
    head = 0
    certain = False
    for line in lines:
        if line.base < sheet.height * _HEAD:
            break
        known = _comes_again(line, repeated) or line.text in symbols
        small = line.size < body * _SMALLER and bool(symbols)
        if line.letters[0].raised or not (known or small):
            break  # a note, or the text
        head += 1
        certain = certain or known or any(symbol in line.text for symbol in symbols)
    return lines[head:] if certain else lines


def _is_only_head(lines: list[Line], sheet: Sheet, body: float) -> bool:
    """Whether small letters far over the text are a head, though no other page has it, as where there are two pages.

    It is the symbol of a document, or begins or ends beside all the text.
    """
    head, *rest = lines
    if not rest or head.base < sheet.height * _HEAD or head.size >= body * _SMALLER or head.letters[0].raised:
        return False
    if head.base - rest[0].base < _OVER * max(head.size, rest[0].size):
        return False
    left, right = min(line.left for line in rest), max(line.right for line in rest)
    beside = head.left + head.size < left or head.right - head.size > right
    return beside or ISSUED.fullmatch(head.text) is not None


def _repeated(sheets: Sequence[Sheet]) -> set[Hashable]:
    """What comes again at one height of head or foot on several pages.

    Where most pages have words of their own at that height it is the text, in which words may come again too. What
    stands as often between head and foot, in the same letters, is text that comes again everywhere.
    """
    edges = [[line for line in sheet.lines if _is_at_edge(line, sheet)] for sheet in sheets]
    within = Counter(_looks_within(line) for sheet in sheets for line in sheet.lines if not _is_at_edge(line, sheet))
    counted: Counter[Hashable] = Counter()
    for edge in edges:
        counted.update({look for line in edge for look in _looks(line)})
    taken, again = (Counter[int](), Counter[int]())
    for edge in edges:
        taken.update({_height(line) for line in edge})
        again.update({_height(line) for line in edge if any(counted[look] > 1 for look in _looks(line))})
    return {
        look
        for edge in edges
        for line in edge
        if 2 * again[_height(line)] >= taken[_height(line)]
        for look in _looks(line)
        if counted[look] > max(1, within[_looks_within(line)])
    }


def _is_at_edge(line: Line, sheet: Sheet) -> bool:
    return not sheet.height * _FOOT <= line.base <= sheet.height * _HEAD


def _looks_within(line: Line) -> tuple[str, float, bool]:
    """A line by its words and letters, wherever it stands."""
    return line.text, line.size, line.bold


def _height(line: Line) -> int:
    return round(line.base / 2)


def _looks(line: Line) -> set[Hashable]:
    """A line by its height and words, as they are and with the numbers of pages set aside.

    A number of a page is as far from the place of the page everywhere; "Article 5" and "Article 10" are no such.
    """
    height = _height(line)
    found: set[Hashable] = {(height, line.text)} if re.search(r"[^\W\d_]", line.text) else set()
    for match in list(re.finditer(r"\d{1,4}", line.text))[:4]:
        counted = f"#{int(match[0]) - line.page}"
        found.add((height, line.text[: match.start()] + counted + line.text[match.end() :]))
    return found


def _comes_again(line: Line, repeated: set[Hashable]) -> bool:
    return not repeated.isdisjoint(_looks(line))


def _without_margin_numbers(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without the numbers of lines in the left or right margin: figures alone that count downwards.

    A page of a few lines has too few to be sure of; there they go where they stand under those of another page.
    """
    found = list(sheets)
    for side in (0, -1):
        numbers = [_in_one_column(sheet.lines, side) for sheet in found]
        sure = [one for one, sheet in zip(numbers, found, strict=True) if _are_of_lines(one, sheet.lines, side)]
        if sure:
            left, right = (
                min(span[1] for one in sure for span in one),
                max(span[2] for one in sure for span in one),
            )
            found = [
                replace(sheet, lines=_without(one, sheet.lines))
                if any(one is known for known in sure) or _stand_within(one, left, right)
                else sheet
                for one, sheet in zip(numbers, found, strict=True)
            ]
    return found


def _are_of_lines(numbers: Sequence[Span], lines: tuple[Line, ...], side: int) -> bool:
    """Whether figures are surely the numbers of lines: several, that count, beside all else on the page."""
    if len(numbers) < _FEWEST_NUMBERS or not _counts(numbers):
        return False
    rest = _without(numbers, lines)
    if side == 0:
        return bool(rest) and max(span[2] for span in numbers) <= min(line.left for line in rest)
    return bool(rest) and min(span[1] for span in numbers) >= max(line.right for line in rest)


def _stand_within(numbers: Sequence[Span], left: float, right: float) -> bool:
    return bool(numbers) and _counts(numbers) and all(left <= span[1] and span[2] <= right for span in numbers)


def _without(spans: Sequence[Span], lines: tuple[Line, ...]) -> tuple[Line, ...]:
    return tuple(kept for line in lines if (kept := line.without(spans)) is not None)


def _in_one_column(lines: tuple[Line, ...], side: int) -> list[Span]:
    """The figures at one end of lines that stand beside words, and those alone on a line over or below them.

    A number of the page stands alone and elsewhere: at the edge of the text or in the middle.
    """
    numbers = [(line, span) for line in lines if (span := _margin_number(line, side)) is not None]
    beside = [span for line, span in numbers if not _is_alone(line)]
    left = min((span[1] for span in beside), default=-inf)
    right = max((span[2] for span in beside), default=inf)
    return [span for _, span in numbers if span[1] < right and span[2] > left]


def _is_alone(line: Line) -> bool:
    return sum(1 for span in line.spans if span[0].strip()) == 1


def _margin_number(line: Line, side: int) -> Span | None:
    """The figures alone at one end of a line, well apart from its words; raised before them they are of a note, unless
    they stand as far out as that of a heading in large letters."""
    spans = [span for span in line.spans if span[0].strip()]
    span = spans[side]
    if not _MARGIN_NUMBER.fullmatch(span[0].strip()):
        return None
    if len(spans) == 1:
        return span
    gap = spans[1][1] - span[2] if side == 0 else span[1] - spans[-2][2]
    least = _FAR_OUT if side == 0 and line.mark[0] else 0.8
    return span if gap > least * line.size else None


def _counts(numbers: Sequence[Span]) -> bool:
    """Whether figures go up by one step, or by two, five or ten, all the way down; a single one does."""
    steps = {int(after[0]) - int(before[0]) for before, after in pairwise(numbers)}
    return len(steps) < 2 and steps <= {1, 2, 5, 10}
