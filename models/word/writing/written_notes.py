"""Footnotes of a clean Word file: real notes that Word numbers, and places where a source is cited again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence

from lxml import etree

from models.draft import Draft, Footnote, Run, tidy_runs
from models.draft.directions import note_way, runs_right_to_left
from models.draft.paragraph import is_raised
from models.telling.sentences import listed
from models.word.markup import (
    NAMESPACES,
    child_of,
    element,
    field_runs,
    legal,
    marked_run,
    run,
    text_elements,
    twips,
)
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.writing.fixed_marks import as_come, fixed_run
from models.word.writing.letter_widths import width
from models.word.writing.looks import MARK_OUT
from models.word.writing.measures import HEADQUARTERS, Measures

_STYLE = "FootnoteReference"
_RAISED = 0.65  # how large a raised letter is, of the others
BETWEEN_MARKS = 2.0
"""Points between the marks of two notes: a thin space of raised figures."""
_MOST_TOLD, _LONGEST = 5, 80  # of notes that no mark points to, and letters of each
BETWEEN_NOTES = {"separator": -1, "continuationSeparator": 0}


class WrittenNotes:
    """Hands out the places of notes in the order of the text, and writes the notes themselves.

    Word numbers notes by their order. A mark that would not come out so ("*", a gap) is written as it is. A note cited
    again is a reference field to the first place, so it follows when Word renumbers.
    """

    def __init__(self, draft: Draft) -> None:
        """Number the notes by the order of their first place; one without a place is in no Word file."""
        self._notes, self._right_to_left = draft.note, runs_right_to_left(draft)
        cited = Counter(at for p in draft.paragraphs for at in p.footnotes if at in self._notes)
        self.ids = {at: number for number, at in enumerate(cited, 1)}
        self._custom = self._marks_of_their_own([self._notes[at] for at in cited])
        self._again = {at for at, places in cited.items() if places > 1}
        self._placed: set[int] = set()
        self._gone: dict[int, tuple[int, Footnote]] = {}
        self.come: Container[int] = ()  # notes whose first place is marked by hand as new
        self.struck: Container[int] = ()  # notes of which another place is struck by hand

    @staticmethod
    def _marks_of_their_own(cited: Sequence[Footnote]) -> set[int]:
        custom, count = set(), 0
        for note in cited:
            if note.mark == str(count + 1):
                count += 1
            elif legal(note.mark).strip():
                custom.add(note.id)
            else:
                count += 1
        return custom

    def place(self, note_id: int, *, come: bool = False) -> Iterator[etree._Element]:
        """The elements at a place of a note; nothing for a note the draft does not have.

        `come` marks one that cites a note again by hand as new.
        """
        note = self._notes.get(note_id)
        if note is None:
            return
        written = self.ids[note_id]
        if note_id in self._placed:
            cited = _cited_again(_bookmark(written), note.mark)
            yield from map(as_come, cited) if come else cited
            return
        self._placed.add(note_id)
        reference = element("footnoteReference", id=written)
        made = element("r", mark_look(note.mark), reference)
        if note_id in self._custom:
            reference.set(w("customMarkFollows"), "1")
            made.extend(text_elements(note.mark))
        named = note_id in self._again or note_id in self.struck
        if named:
            yield element("bookmarkStart", id=written, name=_bookmark(written))
        yield as_come(made) if note_id in self.come else made
        if named:
            yield element("bookmarkEnd", id=written)

    def place_struck(self, note_id: int, mark: str) -> Iterator[etree._Element]:
        """The struck mark of another draft for a note of this one, which is cited before; it shows the mark it had."""
        yield from _cited_again(_bookmark(self.ids[note_id]), mark, struck=True)

    def is_placed(self, note_id: int | None) -> bool:
        """Whether a note is cited before."""
        return note_id in self._placed

    def place_gone(self, note: Footnote) -> Iterator[etree._Element]:
        """The struck mark of a note of another draft that is gone from this one; its words are struck at the foot."""
        if note.id in self._gone:
            yield from _cited_again(_bookmark(self._gone[note.id][0]), note.mark, struck=True)
            return
        number = len(self.ids) + len(self._gone) + 1
        self._gone[note.id] = (number, note)
        reference = element("footnoteReference", id=number, customMarkFollows=1)
        yield element("bookmarkStart", id=number, name=_bookmark(number))
        yield element("r", mark_look(note.mark, struck=True), reference, *text_elements(note.mark))
        yield element("bookmarkEnd", id=number)

    def part(self, of: Measures = HEADQUARTERS) -> etree._Element:
        """The root of word/footnotes.xml."""
        root = etree.Element(w("footnotes"), nsmap=NAMESPACES)
        for kind, number in BETWEEN_NOTES.items():
            indent = element("ind", left=twips(of.note_rule))
            turned = element("bidi") if self._right_to_left else None
            look = element("pPr", turned, element("spacing", before=0, after=twips(3)), indent)
            line = element("p", look, element("r", element(kind)))
            root.append(element("footnote", line, type=kind, id=number))
        for note_id, number in sorted(self.ids.items(), key=lambda pair: pair[1]):
            root.append(element("footnote", self._content(self._notes[note_id], of), id=number))
        for number, note in self._gone.values():
            root.append(element("footnote", _struck(note, self._right_to_left, of), id=number))
        return root

    def _content(self, note: Footnote, of: Measures) -> etree._Element:
        turned = note_way(note.text, self._right_to_left)
        mark = element("r", mark_look(note.mark))
        mark.extend(text_elements(note.mark) if note.id in self._custom else [element("footnoteRef")])
        properties = element("pPr", element("pStyle", val="FootnoteText"), element("bidi") if turned else None)
        content = element("p", properties, mark, _behind(note.mark, of))
        content.extend(marked_run(one, turned) for one in tidy_runs(note.runs) if one.footnote is None)
        return content


def count_by_place(body: etree._Element, notes: etree._Element) -> None:
    """Give notes ids in the order of their places, in place: LibreOffice gives the n-th place the n-th lowest id."""
    places = list(body.iter(w("footnoteReference")))
    ids = {one.get(w("id")): number for number, one in enumerate(places, 1)}
    own = [note for note in notes if note.get(w("id")) in ids and note.get(w("type")) is None]
    for node in (*places, *own):
        node.set(w("id"), str(ids[node.get(w("id"))]))
    notes.extend(sorted(own, key=lambda note: int(note.get(w("id")) or 0)))


def without_mark(draft: Draft) -> tuple[Footnote, ...]:
    """The notes to which no mark in the text points: Word has no place for them, and drops them when it saves."""
    cited = {note for paragraph in draft.paragraphs for note in paragraph.footnotes}
    return tuple(note for note in draft.footnotes if note.id not in cited)


def told_without_mark(new: Draft, old: Draft | None = None) -> str | None:
    """The line on the notes of both texts that a Word file does not have for want of a mark; None where it has all."""
    known = {(note.mark, note.text): note for draft in (new, old) if draft is not None for note in without_mark(draft)}
    if not known:
        return None
    said = [f"{note.mark} (“{_head(note.text)}”)".strip() for note in list(known.values())[:_MOST_TOLD]]
    if more := len(known) - len(said):
        said.append(f"{more} more")
    return f"Footnote{'s' * (len(known) > 1)} {listed(said)}, to which no mark in the text points"


def _head(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"


def _struck(note: Footnote, right_to_left: bool, of: Measures) -> etree._Element:
    turned = note_way(note.text, right_to_left)
    properties = element("pPr", element("pStyle", val="FootnoteText"), element("bidi") if turned else None)
    mark = element("r", mark_look(note.mark, struck=True), *text_elements(note.mark))
    words = (fixed_run("delete", one.marks, one.text, turned) for one in tidy_runs(note.runs) if one.footnote is None)
    return element("p", properties, mark, _behind(note.mark, of), *words)


def mark_look(mark: str, *, struck: bool = False) -> etree._Element:
    """The look of the mark of a note: raised by its style, but for a sign, which issued documents set as the words."""
    set_down = None if is_raised(mark) else element("vertAlign", val="baseline")
    return element("rPr", element("rStyle", val=_STYLE), element("strike") if struck else None, set_down)


def _behind(mark: str, of: Measures) -> etree._Element:
    """The space between the mark of a note and its words, as wide as these want to begin where their next lines do.

    No tab: LibreOffice takes the first one of a note for part of its mark, and leaves it out.
    """
    space, size = run(" "), of.note_size
    wider = MARK_OUT - width(mark, size * (_RAISED if is_raised(mark) else 1), of=of) - width(" ", size, of=of)
    if wider > 0:
        space.insert(0, element("rPr", element("spacing", val=twips(wider + of.apart))))
    return space


def _cited_again(bookmark: str, mark: str, *, struck: bool = False) -> Iterator[etree._Element]:
    """The runs of a field that shows the mark of a note again; a struck one keeps the mark it shows."""
    for one in field_runs(f"NOTEREF {bookmark} \\f \\h", mark, mark_look(mark, struck=struck)):
        if struck and (frame := child_of(one, w("fldChar"))) is not None and frame.get(w("fldCharType")) == "begin":
            frame.set(w("fldLock"), "1")
        yield one


def _bookmark(number: int) -> str:
    return f"_AdrefNote{number}"


def text_runs(runs: Sequence[Run], notes: WrittenNotes, right_to_left: bool) -> list[etree._Element]:
    """The runs of a paragraph of the draft with the places of its notes."""
    made: list[etree._Element] = []
    every = tidy_runs(runs)
    for one, following in zip(every, (*every[1:], None), strict=False):
        if one.footnote is None:
            made.append(marked_run(one, right_to_left))
        elif following is not None and following.footnote is not None:
            made.extend(parted(notes.place(one.footnote)))
        else:
            made.extend(notes.place(one.footnote))
    return made


def parted(place: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """A place of a note that another follows, so that 1 and 2 are not seen as 12: room behind the mark, and no letter.

    A comma, which Word does not write either, would be read as one of the text.
    """
    for one in place:
        if (look := child_of(one, w("rPr"))) is not None:
            look.append(element("spacing", val=twips(BETWEEN_MARKS)))
            in_order(look)
        yield one
