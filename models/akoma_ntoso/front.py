"""What stands before the text: the lines of the cover, and those of the title, with what each of them says marked."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from models.akoma_ntoso.markup import Words, add_text, element, parted
from models.draft import Draft, Paragraph
from models.draft.masthead import Masthead
from models.draft.masthead_lines import masthead_roles
from models.masthead.parts import Part, parts_of
from models.telling.numbers import number_before

_OF_THE_TITLE = ("adopted", "report", "sponsor_line", "title")
_ELEMENTS = {
    "symbol": "docNumber",
    "organ": "docAuthority",
    "date": "docDate",
    "session": "session",
    "committee": "docCommittee",
    "sponsor_line": "docProponent",
    "title": "docTitle",
}
_INLINE = {
    "distribution": "distribution",
    "original": "originalLanguage",
    "agenda_item": "agendaItemNumber",
    "agenda_title": "agendaItemTitle",
}


class Front:
    """Writes the masthead's lines; those from the sponsors or the title on are the preface, those before the cover."""

    def __init__(self, draft: Draft, head: Masthead, words: Words) -> None:
        self._head = head
        self._words = words
        self._roles = masthead_roles(draft)
        self._parts: dict[int, list[Part]] = {}
        for part in parts_of(draft.paragraphs):
            self._parts.setdefault(part.position, []).append(part)

    def written(self, lines: Sequence[tuple[int, Paragraph]]) -> list[etree._Element]:
        """The `coverPage` and the `preface` of the lines, each by its position; what has no line is left out."""
        found: list[etree._Element] = []
        before = next(
            (at for at, (place, _) in enumerate(lines) if self._roles.get(place) in _OF_THE_TITLE), len(lines)
        )
        for name, some in (("coverPage", lines[:before]), ("preface", lines[before:])):
            if some:
                found.append(element(name, {}, *(self._line(place, one) for place, one in some)))
        return found

    def _line(self, place: int, paragraph: Paragraph) -> etree._Element:
        line = element("p")
        add_text(line, number_before(paragraph))
        parts = sorted(self._parts.get(place, ()), key=lambda part: part.start)
        cuts = [cut for part in parts for cut in (part.start, part.end)]
        if cuts != sorted(cuts):
            parts, cuts = [], []
        for at, runs in enumerate(parted(paragraph.runs, cuts)):
            # Between two cuts that belong together stands what a field says.
            inner = line if at % 2 == 0 else self._field(parts[at // 2])
            if inner is not line:
                line.append(inner)
            self._words.add(inner, runs)
        return line

    def _field(self, part: Part) -> etree._Element:
        if part.field == "date" and self._head.date is not None:
            return element("docDate", {"date": self._head.date, "refersTo": "#dateOfIssuance"})
        if part.field == "session" and self._head.session is not None:
            return element("session", {"value": str(self._head.session)})
        if part.field in _ELEMENTS and part.field != "date":
            return element(_ELEMENTS[part.field])
        return element("inline", {"name": _INLINE.get(part.field, part.field)})
