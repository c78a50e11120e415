"""The fields of a masthead, and where each stands in its lines; a line may hold two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from models.draft import Draft, Kind, Paragraph
from models.draft.dates import date_span, find_date
from models.draft.forum_lines import AGENDA, COMMITTEE, SESSION, SESSION_AFTER
from models.draft.masthead_lines import (
    ANY_ORGAN,
    DISTRIBUTION,
    ISSUED,
    NUMBERED_TITLE,
    ORIGINAL,
    masthead_roles,
)

_REISSUED = re.compile(
    r"\breissue|\btechnical reasons\b|\braisons techniques\b|\brazones técnicas\b|\bтехническим причинам\b"
    r"|لأسباب (?:فنية|تقنية)|技术原因",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class MastheadFields:
    """What a masthead says, field by field, each as printed; "" where it does not say.

    `symbol` has the asterisk of what is issued again, `session` is "Eightieth session", `date` that of issuance ("17
    November 2025"), `agenda_item` its number ("18 (i)"). `sponsor_note` is the note an asterisk in the sponsor line
    calls, without the asterisk. `language` is that of the text where another is that of the original: "Français" above
    "Original : anglais".
    """

    symbol: str = ""
    organ: str = ""
    distribution: str = ""
    date: str = ""
    language: str = ""
    original: str = ""
    session: str = ""
    committee: str = ""
    agenda_item: str = ""
    agenda_title: str = ""
    sponsor_line: str = ""
    title: str = ""
    sponsor_note: str = ""


NAMES: tuple[str, ...] = tuple(one.name for one in fields(MastheadFields))
"""The fields in the order of the page."""
FIELD_WORDS = {
    "symbol": "symbol",
    "organ": "organ",
    "distribution": "distribution",
    "date": "date of issue",
    "language": "language of the text",
    "original": "original language",
    "session": "session",
    "committee": "committee",
    "agenda_item": "agenda item",
    "agenda_title": "agenda title",
    "sponsor_line": "sponsor line",
    "title": "title",
    "sponsor_note": "asterisk note",
}
"""What people call the fields."""


@dataclass(frozen=True, slots=True)
class Part:
    """Where a field stands: the paragraph, the value in its text, and what goes with the value where it is removed."""

    field: str
    position: int
    start: int
    end: int
    first: int
    last: int


def parts_of(paragraphs: Sequence[Paragraph]) -> tuple[Part, ...]:
    """The parts of a masthead in the order of the text; a field in several lines has several."""
    heads = [(at, one) for at, one in enumerate(paragraphs) if one.kind is Kind.MASTHEAD]
    # Roles look at mastheads alone; the rest of a long text need not be gone through.
    roles = masthead_roles(Draft(tuple(one for _, one in heads)))
    found = [
        part
        for index, (at, one) in enumerate(heads)
        for part in _parts_of_line(at, one.text, roles.get(index, "other"))
    ]
    note = sponsor_note_position(paragraphs)
    if note is not None:
        text = paragraphs[note].text
        start, end = _stripped(text, 0, len(text))
        found.append(Part("sponsor_note", note, start, end, 0, len(text)))
    return _first_only(found)


def sponsor_note_position(paragraphs: Sequence[Paragraph]) -> int | None:
    """The first note to the sponsor line; a note that tells of a reissue is one to the symbol."""
    for at, one in enumerate(paragraphs):
        if one.kind is Kind.SPONSOR_NOTE and one.text.strip() and not tells_of_reissue(one.text):
            return at
    return None


def tells_of_reissue(note: str) -> bool:
    """Whether a note says that the text was issued again: it is one to the symbol."""
    return _REISSUED.search(note) is not None


def single_spaced(field: str, text: str) -> str:
    """What a field says with single spaces and none around; those within « » that break no line stay in a title."""
    if field not in _TITLES:
        return " ".join(text.split())
    return _SPACES.sub(" ", text).strip()


def fields_from(paragraphs: Sequence[Paragraph], parts: Sequence[Part]) -> MastheadFields:
    """The fields that parts tell of; lines of one field are joined by a space."""
    values: dict[str, list[str]] = {}
    for part in parts:
        text = paragraphs[part.position].text[part.start : part.end]
        values.setdefault(part.field, []).append(single_spaced(part.field, text))
    return MastheadFields(**{name: " ".join(found) for name, found in values.items()})


_TITLES = ("title", "agenda_title")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
_SEVERAL = ("agenda_title", "sponsor_line", "title")


def _first_only(parts: Sequence[Part]) -> tuple[Part, ...]:
    """A symbol or date printed twice is the first; titles and sponsors may go over several lines."""
    kept: list[Part] = []
    for part in parts:
        if part.field in _SEVERAL or all(one.field != part.field for one in kept):
            kept.append(part)
    return tuple(kept)


def _parts_of_line(position: int, text: str, role: str) -> Iterator[Part]:
    whole = _stripped(text, 0, len(text))
    spans = {name: span for name, span in _SPANS[role](text).items() if span} if role in _SPANS else {}
    if role in _SEVERAL:
        number = NUMBERED_TITLE.match(text.strip()) if role == "title" else None
        start = whole[0] + number.start("title") if number else whole[0]
        yield Part(role, position, start, whole[1], 0 if number is None else start, len(text))
        return
    for name, (start, end, first, last) in sorted(spans.items(), key=lambda item: item[1][0]):
        yield Part(name, position, start, end, first, last)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


Span = tuple[int, int, int, int] | None
Spans = dict[str, Span]


def _found(pattern: re.Pattern[str], text: str, group: str | int = 0) -> Span:
    match = pattern.search(text)
    return (*match.span(group), *match.span()) if match else None


def _day(text: str) -> Span:
    span = date_span(text) if find_date(text) else None
    return (*span, *span) if span else None


_ORGAN = re.compile(ANY_ORGAN)


def _top(text: str) -> Spans:
    return {
        "symbol": _found(ISSUED, text),
        "organ": _found(_ORGAN, text),
        "distribution": _found(DISTRIBUTION, text, "value"),
        "date": _day(text),
    }


def _original(text: str) -> Spans:
    match = ORIGINAL.search(text)
    if match is None:
        return {}
    start, end = _stripped(text, match.start("value"), len(text))
    return {"original": (start, end, match.start(), end)}


def _language(text: str) -> Spans:
    whole = _stripped(text, 0, len(text))
    return {"language": (*whole, 0, len(text))}


def _session(text: str) -> Spans:
    lead = len(text) - len(text.lstrip())
    match = SESSION.match(text[lead:]) or SESSION_AFTER.match(text[lead:])
    session = (lead + match.start(), lead + match.end()) if match else None
    return {"session": (*session, *session) if session else None, "committee": _found(COMMITTEE, text)}


def _agenda(text: str) -> Spans:
    lead = len(text) - len(text.lstrip())
    match = AGENDA.match(text.strip())
    if match is None:
        return {}
    item = (lead + match.start("item"), lead + match.end("item"))
    if match["title"] is None:
        return {"agenda_item": (*item, lead, len(text))}
    title = (lead + match.start("title"), lead + match.end("title"))
    between = len(text[: title[0]].rstrip().rstrip(":：.–—").rstrip())
    # Without its number the line would not be known for what it is: both go together.
    return {"agenda_item": (*item, lead, len(text)), "agenda_title": (*title, between, title[1])}


_SPANS: Mapping[str, Callable[[str], Spans]] = {
    "symbol": _top,
    "united_nations": _top,
    "organ": _top,
    "distribution": _top,
    "date": lambda text: {"date": _day(text)},
    "language": _language,
    "original": _original,
    "session": _session,
    "committee": _session,
    "agenda_item": _agenda,
}
