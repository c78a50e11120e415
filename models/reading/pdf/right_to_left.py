"""Lines that run from right to left: their letters, figures and brackets in the order of reading."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from models.reading.pdf.glyphs import GAP, Span
from models.reading.pdf.latin_words import LATIN, is_latin, is_open, left_to_right, marks_turned, turned

_ALEFS = ("\u0627", "\u0622", "\u0623", "\u0625")
_LAM = "\u0644"
_NOT_JOINED = "اآأإٱدذرزوؤةىء"  # to the letter after them
_TURNED = str.maketrans("[]", "][")
_PAIRS = ("()", "[]", "«»")
_ENDING = re.compile(r"[.,:;!?)\]”»،؛؟]")
_ADDRESS_OPENS = ("://", "//:")  # the second in a mirror
_LEFT_OPEN = ("/", "-")  # behind which a symbol or an address goes on in the next line
_UNNAMED = ("Cc", "Co")  # categories of Unicode: what stands for a letter that a file does not name
_SLIGHT = 0.02  # points
_WITHIN_EDGE = 0.001  # points
_BOLDER = 0.08  # of the size: how far a letter is drawn beside itself; no two that are read stand so near
_MOST = 4  # letters drawn as one
_NARROWEST_FIGURE = 0.4  # of the size
_WITHIN = ("", ",", ".", "/", "-", "–", ":", *_ADDRESS_OPENS)
_COMMA = "\u060c"


def from_right(text: str) -> bool:
    """Whether most letters of a text run from right to left."""
    if text.isascii():
        return False
    kinds = [unicodedata.bidirectional(character) for character in text]
    return sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L")


def mirrored(width: float, spans: Sequence[Span]) -> list[Span]:
    """The spans of a page as in a mirror: a text that runs from right to left keeps its edges like any other."""
    return [
        (marks_turned(text), width - right, width - left, base, size, style)
        for text, left, right, base, size, style in spans
    ]


def in_order(row: list[Span]) -> tuple[Span, ...]:
    """The order of reading: from left to right, and where a line is Hebrew or Arabic, as on a mirrored page."""
    if from_right("".join(span[0] for span in row)):
        ordered = in_order_from_right(mirrored(0.0, row))
        return tuple((text, -right, -left, base, size, style) for text, left, right, base, size, style in ordered)
    return tuple(sorted(row, key=lambda span: span[1]))


def in_order_from_right(row: list[Span]) -> tuple[Span, ...]:
    """The order of reading of a line of a mirrored page: figures and Latin words are turned back."""
    ordered = sorted(row, key=lambda span: span[1])
    kinds = {unicodedata.bidirectional(sign) for span in row for sign in span[0]}
    # No line of Latin words alone begins with what ends a sentence, but one that runs from the right ends so.
    if "L" in kinds and not kinds & {"R", "AL"} and not _ENDING.match(ordered[-1][0]):
        return tuple(left_to_right(ordered[::-1]))
    found: list[Span] = []
    latin: list[Span] = []
    spans = _without_stretches(_with_lam_before_alef(ordered))
    for at, span in enumerate(spans):
        if latin and _are_parted(latin[-1], span):
            found += turned(latin, found)
            latin = []
        if (
            any(unicodedata.bidirectional(character) in LATIN for character in span[0])
            or (latin and span[0].strip() in _WITHIN)
            or _follows_latin(spans, at)
            or _ends_latin(spans, at)
        ):
            latin.append(span)
        else:
            found += turned(latin, found)
            latin = []
            found.append(span)
    return (*found, *turned(latin, found))


def _without_stretches(spans: Sequence[Span]) -> list[Span]:
    """The spans without what stretches an Arabic word to fill its line: a file may name such a stroke by any letter, or
    not at all, and draw several in a row.

    No letter of another script stands in a word, where the letter before it would be joined to the next; a figure that
    has room may.
    """
    found: list[Span] = []
    strokes: list[Span] = []
    for span in spans:
        if found and _may_stretch(span[0]):
            strokes.append(span)
            continue
        if strokes and _stretch_word(found[-1], strokes, span):
            found[-1] = (*found[-1][:2], strokes[-1][2], *found[-1][3:])
            span = (*span[:2], max(span[2], strokes[-1][2]), *span[3:])
        else:
            found += strokes
        strokes = []
        found.append(span)
    return [*found, *strokes]


def _may_stretch(text: str) -> bool:
    """Whether a sign may be a stroke: a letter that is not Arabic, or, be it several times, a figure or unnamed."""
    if len(set(text)) != 1 or unicodedata.bidirectional(text[0]) in ("R", "AL"):
        return False
    return text.isdecimal() or unicodedata.category(text[0]) in _UNNAMED or (len(text) == 1 and text.isalpha())


def _stretch_word(before: Span, strokes: Sequence[Span], after: Span) -> bool:
    row = (before, *strokes, after)
    joined = all(unicodedata.bidirectional(one[0][-1:] or " ") == "AL" for one in (before, after))
    near = all(span[1] - one[2] < GAP * strokes[0][4] for one, span in pairwise(row))
    signs = "".join(span[0] for span in strokes)
    # No figure finds room between letters that are joined; one that does is meant.
    narrow = not signs.isdecimal() or after[1] - before[2] < _NARROWEST_FIGURE * strokes[0][4] * len(signs)
    over = signs.isdecimal() and strokes[0][1] <= after[1] and after[2] <= strokes[-1][2]
    return joined and near and narrow and len(set(signs)) == 1 and (over or before[0] not in _NOT_JOINED)


def _are_parted(before: Span, span: Span) -> bool:
    """Whether one of two spans is the mark of a note, and no figure of the number or word that the other is.

    What is raised in a word, as in "km²", touches it, and comes before it from the right.
    """
    small, large = sorted((before, span), key=lambda one: one[4])
    raised = small[4] < 0.85 * large[4] and small[3] > large[3] and large[0].strip() != ""
    return raised and (small is span or span[1] - before[2] > GAP * large[4])


def _follows_latin(spans: Sequence[Span], at: int) -> bool:
    """Whether a comma of Arabic stands behind the Latin word left of it, which it touches: "A/80/1، A/80/2"."""
    comma = spans[at]
    if comma[0].strip() != _COMMA or (at and comma[1] - spans[at - 1][2] < GAP * comma[4]):
        return False
    for right, left in pairwise(spans[at:]):
        kinds = {unicodedata.bidirectional(one) for one in left[0]}
        if left[1] - right[2] > GAP * comma[4] or kinds & {"R", "AL"}:
            break
        if "L" in kinds:
            return True
    return False


def _ends_latin(spans: Sequence[Span], at: int) -> bool:
    """Whether a mark ends the Latin words left of it, which it touches, and they go on in the next line."""
    mark = spans[at]
    text = mark[0].strip()
    if text not in (*_LEFT_OPEN, *_ADDRESS_OPENS) or at + 1 == len(spans):
        return False
    left = spans[at + 1]
    return is_latin(left) and left[1] - mark[2] < GAP * mark[4] and is_open(spans[:at], mark)


def _with_lam_before_alef(spans: Sequence[Span]) -> list[Span]:
    """The spans with lam and alef that are drawn as one in their order; some files name the alef first."""
    found = list(spans)
    for at, (first, second) in enumerate(pairwise(spans)):
        if first[0] in _ALEFS and second[0] == _LAM and first[1:3] == second[1:3]:
            found[at], found[at + 1] = second, first
    return found


def brackets(text: str) -> Iterator[str]:
    """The brackets of a line as they are meant; a file names all square ones by their looks, or none.

    Round ones tell nothing of these: in "S(R)AM" they run from left to right. Angled quotation marks are such, too.
    """
    named, likely = re.findall(r"[()\[\]«»]", text), list(_likely(text))
    square = [one == other for one, other in zip(named, likely, strict=True) if one in "[]"]
    alike = 2 * sum(square) - len(square)
    for one, other in zip(named, likely, strict=True):
        yield other if one in "()«»" or not alike else one if alike > 0 else one.translate(_TURNED)


def _likely(text: str) -> Iterator[str]:
    """The brackets of a line by what is beside them: what shuts follows a word and precedes none.

    Round ones stand in no other round ones; square ones do, in texts under negotiation.
    """
    opened = dict.fromkeys(_PAIRS, 0)
    last = -1, ""
    for match in re.finditer(r"[()\[\]«»]", text):
        pair = next(one for one in _PAIRS if match[0] in one)
        before, after = text[: match.start()][-1:].strip(), text[match.end() :][:1]
        behind_open = last == (match.start() - 1, pair[0])
        deeper = pair == "[]" and (behind_open or (not before and after.isalnum()))
        shuts = (opened[pair] > 0 and not deeper) or (before != "" and not behind_open and not after.isalnum())
        opened[pair] += -1 if shuts and opened[pair] else 0 if shuts else 1
        last = match.start(), pair[shuts]
        yield pair[shuts]


def clusters_in_order(spans: Sequence[Span]) -> list[Span]:
    """The spans of a page, signs over letters behind these and once.

    Some programs let the sign that is drawn over a letter stand for both of them, or for a whole ligature; then they
    share its width evenly. They may name them backwards, or again with the letter's own drawing. White without width is
    PDFium's guess where it takes such a sign for a word: what parts words is how far apart they stand.
    """
    spans = _once(span for span in spans if span[0].strip() or span[2] > span[1])
    found = list(spans)
    gone = set[int]()
    places: dict[tuple[str, int], list[Span]] = {}
    for first, after in _clusters(spans):
        if not places:
            for span in spans:
                places.setdefault((span[0], int(_middle(span))), []).append(span)
        row = sorted(range(first, after), key=lambda at: -spans[at][1])
        if unicodedata.combining(spans[row[0]][0]):
            for at, other in zip(row, reversed(row), strict=True):
                found[at] = (spans[other][0], *spans[at][1:])
        if all(_is_drawn_below(found[at], places) for at in row):
            gone.update(row)
    return list(_behind_letters(span for at, span in enumerate(found) if at not in gone))


def _behind_letters(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, signs that begin right of the letter they are drawn over, as over an alef, within its edges: where a
    letter begins says when it is read."""
    edges, signs = (0.0, 0.0), 0
    for text, left, right, base, size, style in _behind_own_letter(spans):
        if not unicodedata.combining(text[:1] or " "):
            edges, signs = (left, right) if text.strip() else edges, 0
        elif edges[0] <= (left + right) / 2 <= edges[1]:
            signs += 1
            right = min(right, edges[1] - signs * _WITHIN_EDGE)
            left = min(left, right)
        yield text, left, right, base, size, style


def _behind_own_letter(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, a sign that fills the very place of the letter after it, as one drawing of both, behind that."""
    held: Span | None = None
    for span in spans:
        if held is not None:
            own = span[1:5] == held[1:5] and not unicodedata.combining(span[0][:1] or " ")
            yield from (span, held) if own else (held,)
            held = None
            if own:
                continue
        if unicodedata.combining(span[0][:1] or " "):
            held = span
        else:
            yield span
    if held is not None:
        yield held


def _once(spans: Iterable[Span]) -> list[Span]:
    """The spans without letters that are drawn once more, hardly beside themselves, to be bold; PDFium leaves out those
    that follow each other alone."""
    found: list[Span] = []
    ends: dict[tuple[str, float, float], list[float]] = {}
    for span in spans:
        text, _, right, base, size, _ = span
        drawn = ends.setdefault((text, base, size), [])
        if not (text.strip() and any(abs(right - other) < _BOLDER * size for other in drawn)):
            drawn.append(right)
            found.append(span)
    return found


def sign_twice(text: str) -> bool:
    """Whether the same sign over a letter comes twice in a row, as nobody writes: it was drawn twice."""
    return any(one == other and unicodedata.combining(one) for one, other in pairwise(text))


def _middle(span: Span) -> float:
    return (span[1] + span[2]) / 2


def _is_drawn_below(span: Span, places: Mapping[tuple[str, int], Sequence[Span]]) -> bool:
    """Whether the same letter stands at the same place of the line, which a sign over it is a little above."""
    size, at = span[4], _middle(span)
    return any(
        abs(_middle(other) - at) < size / 8 and size / 20 < span[3] - other[3] < size / 2
        for near in range(int(at - size / 8), int(at + size / 8) + 1)
        for other in places.get((span[0], near), ())
    )


def _clusters(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """From where to where letters and signs over them are that are drawn as one."""
    first = 0
    for at in range(1, len(spans) + 1):
        if at < len(spans) and at - first < _MOST and _as_wide(spans[at - 1], spans[at]):
            continue
        signs = [bool(unicodedata.combining(span[0])) for span in spans[first:at] if len(span[0]) == 1]
        edges = sorted(span[1:3] for span in spans[first:at]) if any(signs) and not all(signs) else []
        if edges and all(abs(one[1] - other[0]) < _SLIGHT for one, other in pairwise(edges)):
            yield first, at
        first = at


def _as_wide(one: Span, other: Span) -> bool:
    if len(one[0]) != 1 or len(other[0]) != 1 or one[3] != other[3] or not one[2] > one[1]:
        return False
    return abs((one[2] - one[1]) - (other[2] - other[1])) < _SLIGHT
