"""What a footnote cites: its words, and where they say "Ibid.", those of the note before it.

"Ibid." refers to the note immediately before (United Nations Editorial Manual, footnotes), so it means another source
as soon as another note stands there; "See also ibid.", "Loc. cit." and the like do the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from unicodedata import normalize

from models.comparison.references.places_cited import kept_before
from models.comparison.words.text_parts import WITHOUT_WIDTH, fold, with_dashes
from models.comparison.words.tokens import tokens
from models.draft import Draft, Footnote
from models.draft.late_pattern import late_pattern

if TYPE_CHECKING:
    from models.comparison.change import Comparison

_LED = (
    r"(?:(?:(?:see|but see|voir|véase|véanse|ver|vid\.|см\.|انظر)"
    r"(?:\s+(?:also|further|aussi|également|también|также|أيض\u064b?ا\u064b?))?|cf\.?|compare|comparer|ср\.|قارن)(?!\w)|另?[参參]?[见見])\s*"
)
"""What leads to a source and is no part of it."""
_SEE = late_pattern(_LED, re.IGNORECASE)
_OWN = re.compile(r"\(\s*\)\s*")
"""Brackets round the number of a note itself, "(1)" as Arabic texts have it, are none of its words."""
_ANYWHERE = (
    r"(?<!\w)(?:ib[ií]d(?:em)?(?:\.|(?!\w))|loc\.\s*cit\.?|тот\s+же\s+документ(?!\w)"
    r"|(?:المرجع|المصدر)\s+(?:نفسه|ذاته|السابق)(?!\w))|同[上前]"
)
_AT_FIRST = r"(?:id\.|[ií]dem(?!\w)\.?|(?:the\s+)?same\s+(?:document|source)(?!\w)|там\s+же(?!\w))"
"""Words that may say something else further on."""
_IBID = late_pattern(
    rf"(?P<before>(?:^|[;；(])[\s(“\"]*(?:{_LED}[,:]?\s*)?)(?:{_AT_FIRST}|{_ANYWHERE})|{_ANYWHERE}", re.IGNORECASE
)
_MARK = late_pattern(r"\s*[,:，、،]?\s*")
_REST = re.compile(r"[;；؛]")
_PARTS = late_pattern(r"\s*[,，،]\s*")


def sources(draft: Draft) -> dict[int, str]:
    """What each footnote of a draft cites, by its id, spacing made one; "Ibid." gives way to what it stands for.

    An "Ibid." after nothing stays as it is.
    """
    found: dict[int, str] = {}
    before = ""
    for note in in_order(draft):
        before = found[note.id] = resolved(note.text, before)
    return found


def sources_of_both(comparison: Comparison) -> tuple[dict[int, str], dict[int, str]]:
    """The same of both drafts that are compared; worked out once for all who ask `comparison.once` for it."""
    return sources(comparison.old), sources(comparison.new)


def resolved(text: str, before: str) -> str:
    """What a note cites that stands after a note which cites `before`."""
    text = normalize("NFC", " ".join(text.split()))
    match = _IBID.search(text)
    if match is None or not before:
        return text
    lead = text[: match.start() if match["before"] is None else match.end("before")]
    behind = text[_end_of_mark(text, match.end()) :]
    rest = _REST.search(behind)
    place, more = (behind[: rest.start()], behind[rest.start() :]) if rest else (behind, "")
    _, source = _led_to(before)
    place = place.strip()
    if not place.strip(".。"):
        return f"{lead}{source.rstrip('.。') if more else source}{more}"
    source = source.rstrip(".。")
    commas = list(_PARTS.finditer(source))
    kept = kept_before(_PARTS.split(source), _PARTS.split(place)[0])
    # As the source, or else the note, has its commas: "، " in Arabic.
    comma = _PARTS.search(f"{source}{text[match.end() :]}")
    source = source[: commas[kept - 1].start()] if kept <= len(commas) else source
    return f"{lead}{source}{comma.group() if comma else ', '}{place}{more}"


def _led_to(text: str) -> tuple[str, str]:
    """How the words of a note lead to a source ("See ", or ""), and the source."""
    bare = text[own.end() :] if (own := _OWN.match(text)) else text
    see = _SEE.match(bare)
    return (see.group(), bare[see.end() :]) if see else ("", bare)


def _end_of_mark(text: str, at: int) -> int:
    found = _MARK.match(text, at)
    return found.end() if found else at


def led(draft: Draft) -> dict[int, str | None]:
    """For each footnote that leans on the one before without a "See" of its own how that is led to ("See ", or "").

    None for the others.
    """
    found: dict[int, str | None] = {}
    before = ""
    for note in in_order(draft):
        text = " ".join(note.text.split())
        see, _ = _led_to(text)
        leans = is_ibid(text)
        if not leans or see:
            before = see
        found[note.id] = before if leans and not see else None
    return found


def cites_alike(cited: str, cites: str, was_led: str | None, is_led: str | None) -> bool:
    """Whether two notes cite the same, said in full or by "Ibid."; `was_led` and `is_led` are what `led` says of each.

    In full the same may be led to by the "See" of the note before or not.
    """
    one, two = shape(cited), shape(cites)
    if one == two:
        return True
    if (was_led is None) == (is_led is None):
        return False
    return shape(f"{was_led or ''}{cited}") == shape(f"{is_led or ''}{cites}")


def is_ibid(text: str) -> bool:
    """Whether a note refers to the one before it."""
    return _IBID.search(normalize("NFC", text)) is not None


def shape(source: str) -> tuple[str, ...]:
    """A source without the shape of its quotes and dashes, without its spacing, the full stop at its end, what
    nobody sees and the brackets round a note's own number."""
    bare = source if source.isascii() else "".join([sign for sign in source if sign not in WITHOUT_WIDTH])
    bare = _OWN.sub("", bare)
    return tuple(fold(token) for token in tokens(_without_stop(with_dashes(bare))).words)


def ends_otherwise(one: str, two: str) -> bool:
    """Whether two texts of notes differ in the full stop at their ends, and in nothing else."""
    return one != two and _without_stop(one) == _without_stop(two)


def _without_stop(source: str) -> str:
    return source.rstrip().removesuffix(".").removesuffix("。")


def in_order(draft: Draft) -> Iterator[Footnote]:
    """The footnotes in the order in which they are first cited, those never cited after them."""
    cited = dict.fromkeys(note for paragraph in draft.paragraphs for note in paragraph.footnotes)
    yield from (draft.note[note] for note in cited if note in draft.note)
    yield from (note for note in draft.footnotes if note.id not in cited)
