"""The last lines of a text: the meeting at which it was adopted, and the day, as one event."""

from __future__ import annotations

from itertools import pairwise

from lxml import etree

from models.akoma_ntoso.markup import Names, Words, add_text, element, parted
from models.draft import Paragraph
from models.draft.dates import date_span, find_date
from models.draft.masthead_lines import MEETING
from models.telling.numbers import number_before


def adoption_line(paragraph: Paragraph, words: Words, names: Names) -> etree._Element | None:
    """A line that names the meeting, its date or both, marked as the adoption; None where it is another line."""
    spans = _told(paragraph.text)
    if not spans or any(letter.isalnum() for letter in _without(paragraph.text, spans)):
        return None
    line, event = element("p"), _named("event", "#adoption", names)
    add_text(line, number_before(paragraph))
    cuts = [cut for _, start, end in spans for cut in (start, end)]
    stretches = parted(paragraph.runs, cuts)
    words.add(line, stretches[0])
    line.append(event)
    for at, (tag, _, _) in enumerate(spans):
        if tag == "location":
            inner = _named(tag, "#adoptionMeeting", names)
        else:
            inner = element(tag, {"date": str(find_date(paragraph.text)), "refersTo": "#adoptionDate"})
        event.append(inner)
        words.add(inner, stretches[2 * at + 1])
        words.add(event if at + 1 < len(spans) else line, stretches[2 * at + 2])
    return line


def _told(text: str) -> list[tuple[str, int, int]]:
    """What a line names and where, in its order: the meeting as a "location", a day that there is as a "docDate"."""
    meeting, day = MEETING.search(text), date_span(text)
    spans = [("location", *meeting.span())] if meeting is not None else []
    if day is not None and find_date(text) == find_date(text[slice(*day)]) is not None:
        spans.append(("docDate", *day))
    spans.sort(key=lambda span: span[1])
    return spans if all(one[2] <= other[1] for one, other in pairwise(spans)) else []


def _without(text: str, spans: list[tuple[str, int, int]]) -> str:
    for _, start, end in reversed(spans):
        text = text[:start] + text[end:]
    return text


def _named(tag: str, concept: str, names: Names) -> etree._Element:
    return element(tag, {"eId": names.name(tag, None), "refersTo": concept})
