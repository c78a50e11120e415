"""A tracked Word file with all its changes side by side: what was put in and what was taken out both stand in the text.

Accepting and rejecting each give one text; here every letter, note mark and paragraph end knows which changes put it
in or take it out, so that the text of any choice of changes, one author's among them, can be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from models.draft import Footnote, Paragraph
from models.word.markup import in_sorts, take_out
from models.word.namespaces import INS_OR_DEL, w
from models.word.read import Body, found_in
from models.word.reading.found_revisions import FoundRevisions
from models.word.reading.move_names import RANGES, moved_with_rows, names_of_moves
from models.word.reading.tracked import PLACE_END, PLACE_START
from models.word.resolve import CHANGES, SHOWN, TRACKED, text_parts
from models.word.resolving.former import restore_former

_P, _PPR, _RPR = w("p"), w("pPr"), w("rPr")
_AROUND = (*INS_OR_DEL, w("cellIns"), w("cellDel"), w("cellMerge"))
_PROPERTIES = (_RPR, w("trPr"), w("numPr"), w("tcPr"))
_ADDING = frozenset(("insert", "move-to", "paragraph-insert"))
_TAKING = frozenset(("delete", "move-from", "paragraph-delete"))
_OF_MARKS = frozenset(("paragraph-insert", "paragraph-delete", "move-from", "move-to"))
_CONTAINERS = (w("body"), w("tc"), w("txbxContent"), w("footnote"), w("endnote"))


class TrackedChange(NamedTuple):
    """One tracked change: `adds` where it puts something in, None where it does neither put in nor take out.

    Its place in `Woven.changes` is its place in `Reading.revisions`. `move` joins the two ends of a move: the ends
    with equal names belong together. `in_text` is false in headers, footers and styles.
    """

    kind: str
    author: str | None
    date: str | None
    text: str
    adds: bool | None = None
    move: str | None = None
    in_text: bool = True


class Span(NamedTuple):
    """A stretch of a woven text that a change (by its place in `Woven.changes`) puts in, takes out or formats."""

    start: int
    end: int
    change: int


class WovenParagraph(NamedTuple):
    """A `w:p` of the file: `mark` are the changes of its end, `whole` those of the row, cell or text box it is in.

    `next` is the paragraph it joins when its end goes, None where none follows; `closes` says whether it is the last
    of its container. `others` are changes that stand here and change no words (numbering, paragraph formatting).
    """

    paragraph: Paragraph
    spans: tuple[Span, ...] = ()
    mark: tuple[int, ...] = ()
    whole: tuple[int, ...] = ()
    others: tuple[int, ...] = ()
    next: int | None = None
    closes: bool = False


@dataclass(frozen=True, slots=True)
class WovenNote:
    """A note with its changes; `cited_by` are the changes that put in or take out its mark in the text."""

    note: Footnote
    spans: tuple[Span, ...] = ()
    cited_by: tuple[int, ...] = ()


@dataclass(frozen=True)
class Woven:
    """The paragraphs of a file in order, its notes by id, and its changes."""

    paragraphs: tuple[WovenParagraph, ...]
    notes: dict[int, WovenNote]
    changes: tuple[TrackedChange, ...]

    def author(self, change: int) -> str:
        """Who made a change, "" where the file does not say."""
        return self.changes[change].author or ""


def read_woven(data: bytes, found: FoundRevisions | None = None) -> Woven:
    """Reads the bytes of a .docx with all its tracked changes kept apart; `found` and errors as with `read_word`."""
    found = found or found_in(data)
    package = found.package
    root = package.root(package.main)
    moves = names_of_moves(root, found)
    marks = _marks(root, found)
    wholes: dict[etree._Element, list[int]] = {}
    adds: dict[int, bool] = {}
    rows: list[tuple[etree._Element, int, bool]] = []
    for holder, number, adding in _rows_and_cells(root, found):
        adds[number] = adding
        if holder.tag == w("tr"):
            rows.append((holder, number, adding))
        for paragraph in holder.iter(_P):
            wholes.setdefault(paragraph, []).append(number)
    moves = moved_with_rows(moves, rows, found)
    for paragraph, number in _held(root):
        wholes.setdefault(paragraph, []).append(number)
    ends: set[int] = set()
    for part in text_parts(package):
        if next(package.root(part).iter(*TRACKED), None) is not None:
            ends.update(*_marks(package.root(part), found).values())
            _weave(package.edit(part))
    body = Body(package)
    body.read()
    footnotes, in_notes = body.notes.read(body.styles)
    elements = list(root.iter(_P))
    own = [elements[origin.element] for origin in body.origins]
    spans, others = _spans(body, {number for numbers in marks.values() for number in numbers} | adds.keys())
    following = _following(own)
    paragraphs = tuple(
        WovenParagraph(
            body.paragraphs[at],
            tuple(spans.get(at, ())),
            tuple(marks.get(element, ())),
            tuple(wholes.get(element, ())),
            tuple(others.get(at, ())),
            *following[at],
        )
        for at, element in enumerate(own)
    )
    notes = _notes(body, found, footnotes, in_notes, ends)
    return Woven(paragraphs, notes, tuple(_changes(found, adds, moves)))


def _changes(found: FoundRevisions, adds: Mapping[int, bool], moves: Mapping[int, str]) -> Iterator[TrackedChange]:
    """The changes of a file; `adds` tells of rows and cells whether they come, `moves` names the ends of moves."""
    for number, one in enumerate(found.found):
        comes = None if one.shapes else adds.get(number, _adds(one.kind))
        in_text = number not in found.in_other_part
        yield TrackedChange(one.kind, one.author, one.date, one.text, comes, moves.get(number), in_text)


def _notes(
    body: Body,
    found: FoundRevisions,
    footnotes: Iterable[Footnote],
    marks: Mapping[int, list[tuple[int, bool, int]]],
    ends: Set[int],
) -> dict[int, WovenNote]:
    """The notes of a file by id, with the changes in them, whose `marks` are told, and those that cite them."""
    cited: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(found.found):
        for key in one.notes:
            cited.setdefault(key, []).append(number)
    keys = {number: key for key, number in body.notes.ids.items()}
    return {
        note.id: WovenNote(
            note, tuple(_note_spans(marks.get(note.id, []), note.text, ends)), tuple(cited.get(keys[note.id], ()))
        )
        for note in footnotes
    }


def _adds(kind: str) -> bool | None:
    return True if kind in _ADDING else False if kind in _TAKING else None


def _marks(root: etree._Element, found: FoundRevisions) -> dict[etree._Element, list[int]]:
    """The changes of the ends of paragraphs: their places were left after the last content."""
    marks: dict[etree._Element, list[int]] = {}
    for properties in root.iter(_PPR):
        paragraph, looks = properties.getparent(), properties.find(_RPR)
        if paragraph is None or paragraph.tag != _P or looks is None or not any(c.tag in INS_OR_DEL for c in looks):
            continue
        tail: list[int] = []
        for child in reversed(paragraph):
            if child.tag == PLACE_START:
                tail.append(int(child.get("n") or 0))
            elif child.tag != PLACE_END:
                break
        marks[paragraph] = [number for number in reversed(tail) if found.found[number].kind in _OF_MARKS]
    return marks


def _row_changes(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, bool]]:
    for change in root.iter(w("ins"), w("del"), w("cellIns"), w("cellDel")):
        properties = change.getparent()
        holder = None if properties is None else properties.getparent()
        if properties is None or holder is None:
            continue
        of_row = properties.tag == w("trPr") and holder.tag == w("tr") and change.tag in INS_OR_DEL
        of_cell = properties.tag == w("tcPr") and holder.tag == w("tc") and change.tag not in INS_OR_DEL
        if of_row or of_cell:
            yield holder, change, change.tag in (w("ins"), w("cellIns"))


def _rows_and_cells(root: etree._Element, found: FoundRevisions) -> Iterator[tuple[etree._Element, int, bool]]:
    """(row or cell, number of the change, whether it puts in) of what is put in or taken out whole."""
    taken: set[int] = set()
    for holder, change, adding in _row_changes(root):
        first = next(holder.iter(_P), None)
        here = [] if first is None else [int(c.get("n") or 0) for c in first.iterchildren(PLACE_START)]
        for number in sorted(here):
            one = found.found[number]
            if one.whole and number not in taken and (one.author, one.date) == (
                change.get(w("author")), change.get(w("date"))
            ):  # fmt: skip
                taken.add(number)
                yield holder, number, adding
                break


def _held(root: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """(paragraph, change) of whole paragraphs within a change: in a text box, or as some programs write them."""
    for wrapper in root.iter(*INS_OR_DEL):
        place = wrapper.getprevious()
        if place is not None and place.tag == PLACE_START and len(wrapper):
            yield from ((paragraph, int(place.get("n") or 0)) for paragraph in wrapper.iter(_P))


def _weave(root: etree._Element) -> None:
    """Takes the wrappers of changes away and leaves what they hold, both put in and taken out; looks are the new."""
    around, changes, deleted, ranges = in_sorts(root, _AROUND, CHANGES, SHOWN, RANGES)
    for change in around:
        parent = change.getparent()
        if parent is not None and parent.tag in _PROPERTIES:
            parent.remove(change)
    etree.strip_tags(root, *_AROUND)
    for change in changes:
        restore_former(change, reject=False)
    for text in deleted:
        text.tag = SHOWN[str(text.tag)]
    for marker in reversed(ranges):  # from the end: one in another is let go with little in it
        take_out(marker)


def _spans(body: Body, apart: set[int]) -> tuple[dict[int, list[Span]], dict[int, list[int]]]:
    """By paragraph, the stretches of changes, and the changes that have none; `apart` are told of elsewhere."""
    starts: dict[int, tuple[int, int]] = {}
    spans: dict[int, list[Span]] = {}
    others: dict[int, list[int]] = {}
    last = len(body.paragraphs) - 1
    for number, start, paragraph, offset in body.marks:
        if number in apart:
            continue
        if start:
            starts.setdefault(number, (paragraph, offset))
        elif number in starts:
            first, begun = starts.pop(number)
            if first == paragraph and offset > begun:
                spans.setdefault(first, []).append(Span(begun, offset, number))
            elif last >= 0:
                others.setdefault(min(first, last), []).append(number)
    return spans, others


def _note_spans(marks: list[tuple[int, bool, int]], text: str, ends: Set[int]) -> Iterator[Span]:
    """The stretches of changes in a note; one of the `ends` of its paragraphs holds the line feed that stands there."""
    starts: dict[int, int] = {}
    for number, start, offset in marks:
        if start:
            starts.setdefault(number, offset)
        elif number in starts:
            begun = starts.pop(number)
            of_end = number in ends and begun == offset and text[offset : offset + 1] == "\n"
            yield Span(begun, offset + 1 if of_end else offset, number)


def _following(own: list[etree._Element]) -> list[tuple[int | None, bool]]:
    """For each paragraph the one it would join, and whether it is the last of its container."""
    homes = [_home(element) for element in own]
    found: list[tuple[int | None, bool]] = []
    for at, home in enumerate(homes):
        after: int | None = None
        ends = True
        for other in range(at + 1, len(own)):
            if homes[other] is home:
                after, ends = other, False
                break
            if own[at] in own[other].iterancestors(_P):
                continue  # a text box in this very paragraph
            ends = home is None or home not in own[other].iterancestors()
            break
        found.append((after, ends))
    return found


def _home(paragraph: etree._Element) -> etree._Element | None:
    """What holds a paragraph: mostly its parent, which takes a fraction of the time to ask for."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag in _CONTAINERS:
        return parent
    return next(paragraph.iterancestors(*_CONTAINERS), None)
