"""Numbers typed before words: those of headings, and "1.2", "3.4.1", "§ 4", "Rule 3.", "Section 2:" of mere text.

Only its count tells the number of a paragraph from a figure that opens one: "1.5 Million" follows no 1.4.
"""

from __future__ import annotations

from collections.abc import Mapping

from models.draft.late_pattern import late_pattern
from models.draft.number_words import SCALES
from models.draft.paragraph import Draft, Kind, Paragraph
from models.draft.typed_numbers import DIVIDING, TypedNumber, counts, typed_number

_HEADING, _ANNEX, _TEXT = Kind.HEADING, Kind.ANNEX, Kind.TEXT
# No small letter behind it: "1.5 per cent", "2.3 million".
_DECIMAL = late_pattern(
    r"(?P<opens>[\[\s]*)(?P<figure>\d{1,3}(?:\.\d{1,3}){1,5})[\])]*[.)]?\s+(?:[–—-]\s+)?"
    r"(?=[\[(“«\"'‘„]*[^\W\d_a-zà-öø-ÿа-я])"
)
_COUNTS_THINGS = late_pattern(
    rf"[\[\s]*(?:(?i:{'|'.join(sorted(SCALES))})\b|[KMGT]t(?:[A-Z]\w*)?\b|[KMGT]Wh?\b|[^\W\d_]+\s+per\b)"
)
"""What says that a figure before it is an amount: "1.1 Million people", "1.1 GtCO2", "1.1 Children per woman"."""
_PARAGRAPH_SIGN = late_pattern(r"(?P<opens>[\[\s]*)§[ \u00a0]?(?P<figure>\d{1,3})[.)\]]*\s+(?=\S)")
_UNMARKED = late_pattern(
    r"(?P<opens>[\[\s]*)(?P<word>[^\W\d_]{3,})[ \u00a0](?P<figure>\d{1,3})\]?\s+(?=[\[(“«\"'‘„]*[^\W\d_a-zà-öø-ÿа-я])"
)


def opening_number(paragraph: Paragraph) -> TypedNumber | None:
    """The number typed before the words of a heading, of the line an annex begins with, or of mere text; else None."""
    kind = paragraph.kind
    if kind is _HEADING or kind is _ANNEX:
        return typed_number(paragraph.text) or _in_parts(paragraph.text)
    # In a table such a figure is what the cell says.
    of_text = kind is _TEXT and paragraph.number is None and paragraph.cell is None
    return _of_text(paragraph.text) if of_text else None


def _of_text(text: str) -> TypedNumber | None:
    """That of mere text; there a letter alone is none."""
    if text[:1].isalpha():
        return _with_word(text)
    parts = _in_parts(text)
    if parts is not None and _COUNTS_THINGS.match(parts.rest) is not None:
        return None
    return parts or _with_sign(text) or (_with_word(text) if text[:1] == "[" else None)


def _with_word(text: str) -> TypedNumber | None:
    found = typed_number(text)
    if found is None and (match := _UNMARKED.match(text)) is not None:
        sort, rest = f"{match['word'].casefold()} 1", match["opens"] + text[match.end() :]
        found = TypedNumber(sort, match["figure"], *match.span("figure"), rest)
    # "Article 4: delete the second sentence" asks for something of another text's article.
    return found if found is not None and found.counts_clauses and not found.rest[:1].islower() else None


def _in_parts(text: str) -> TypedNumber | None:
    """A number in several parts, "3.4.1"; its sort is how many stand before the last."""
    match = _DECIMAL.match(text)
    if match is None:
        return None
    figure = match["figure"]
    return TypedNumber(
        f"{'.' * figure.count('.')} 1", figure, *match.span("figure"), match["opens"] + text[match.end() :]
    )


def _with_sign(text: str) -> TypedNumber | None:
    match = _PARAGRAPH_SIGN.match(text)
    if match is None:
        return None
    return TypedNumber("§ 1", match["figure"], *match.span("figure"), match["opens"] + text[match.end() :])


def counted_numbers(draft: Draft, *, doubled: bool = False) -> Mapping[int, str]:
    """The positions of the numbers that are counted, each with that its count begins with.

    Each follows that before it, or begins a count behind it. Where `doubled`, one in parts that two next to each other
    have, "1.4" and "1.4", may stand for both.
    """
    first: dict[str, int] = {}
    found = {at: str(first[one.sort]) for at, one in counts(draft, _in_one_part, first).items()}
    return found | _counted_in_parts(draft, doubled=doubled)


def _in_one_part(paragraph: Paragraph) -> TypedNumber | None:
    found = opening_number(paragraph)
    return found if found is not None and "." not in found.figure else None


def _counted_in_parts(draft: Draft, *, doubled: bool) -> dict[int, str]:
    found: dict[int, str] = {}
    before: tuple[int, ...] = ()
    earlier: tuple[int, ...] = ()  # the number before that, where that follows it
    first, may_restart, last, twin, twins = "", True, -1, -1, 0
    for at, paragraph in enumerate(draft.paragraphs):
        typed = opening_number(paragraph)
        if typed is not None and "." in typed.figure:
            number = tuple(map(int, typed.figure.split(".")))
            follows = bool(before) and _follows(number, before)
            if may_restart and not follows:
                first, follows = typed.figure, number[-1] == 1
            if doubled and before == number and not may_restart and last != twin:
                twin = at
                follows = last in found or (bool(earlier) and (*earlier[:-1], earlier[-1] + 2) == number)
                if follows:
                    found[last] = first
                    twins += 1
            if follows:
                found[at] = first
            earlier = before if last in found and before != number else ()
            before, may_restart, last = number, False, at
        elif typed is None and paragraph.kind in DIVIDING:
            may_restart = True
    return found if len(found) - twins > 1 else {}


def _follows(number: tuple[int, ...], before: tuple[int, ...]) -> bool:
    """Whether "3.2" or "3.1.1" or "4.1" stands behind "3.1", and not "3.3"."""
    same = next((at for at, (one, two) in enumerate(zip(number, before, strict=False)) if one != two), len(before))
    if same >= len(number):
        return False
    last = before[same] if same < len(before) else 0
    # Chapters without such numbers may lie between.
    step = number[same] > last if same == 0 else number[same] == last + 1
    return step and set(number[same + 1 :]) <= {1}
