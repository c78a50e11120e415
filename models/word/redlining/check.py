"""A redline read back: accepted it must be the new draft, rejected the old one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from models.comparison.change import Comparison
from models.draft import Draft, Kind, Paragraph
from models.word.accepted import accepted
from models.word.archive import says
from models.word.markup import block_after, block_before, legal
from models.word.namespaces import w
from models.word.package import Package
from models.word.read_back import read_both
from models.word.reading.alternatives import chosen_paragraphs
from models.word.redlining.letters.revision_marks import ends_section
from models.word.redlining.planned.table_map import broken_tables, cells_around
from models.word.redlining.planned.text_boxes import BOX
from models.word.resolve import resolve

_BEHIND = "{urn:adref:place}behind"  # a mark while a copy of the file is looked at

SOFT = ("number", "typed", "kind")
"""What may differ in a redline that is written nevertheless: files of other houses have their own ways with it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a reading differs from a draft: `side` is new or old, `what` is count, text, cell, box, notes, number,
    typed (a number stands there, and is read as words), kind (the level and a label set by hand are part of it), apart
    (of two facts on a line the second stands elsewhere), or hollow: a field or a control is left with nothing.
    """

    side: str
    what: str
    paragraph: int


def differences(
    comparison: Comparison,
    data: bytes,
    rejected: Draft | None = None,
    *,
    of_file: bool = False,
    hollow: int | None = None,
) -> tuple[Difference, ...]:
    """All differences of a redline, read back both ways, from the two drafts it shows.

    `rejected` is what rejecting all is to give where that is not the old draft: a base whose own changes are kept.
    `of_file`: the new draft is of a file that could have cells. `hollow`: so many fields and controls of the old file
    show nothing; None where that is not known.
    """
    both = read_both(data, comparison.new, rejected or comparison.old)
    new = tuple(side_differences("new", comparison.new, both.accepted, data, of_file=of_file))
    old = tuple(side_differences("old", rejected or comparison.old, both.rejected))
    if hollow is not None and both.hollow > hollow:
        new += (Difference("new", "hollow", 0),)
    if hollow is not None and rejected is None and both.hollow_rejected > hollow:
        old += (Difference("old", "hollow", 0),)
    if rejected is not None:  # its paragraphs are not those of the old draft
        old = tuple(Difference("old", one.what if one.what in SOFT else "count", 0) for one in old)
    return (*new, *old)


def side_differences(
    side: str, wanted: Draft, read: Draft, data: bytes | None = None, *, of_file: bool = False
) -> Iterator[Difference]:
    """The differences of one reading from the draft it should be; `data` is the file that was read.

    A draft `of_file`, or with a cell, knows what stands in which; of no other draft a cell is a difference, nor of
    one whose tables no file can show.
    Word keeps some paragraphs whatever happens: the last one of a text, after a table or where nothing else is left,
    one that ends a section where none before it can, and one in a text box, behind a table that went there too. They
    stay, empty, and are no difference.
    """
    if read is wanted:
        return
    found = read.paragraphs
    if side == "new" and len(found) > len(wanted.paragraphs) and data is not None:
        found = _without_what_stays(found, wanted, data)
    if len(found) == len(wanted.paragraphs) + 1 and not found[-1].runs:
        found = found[:-1]
    if len(wanted.paragraphs) != len(found):
        yield Difference(side, "count", 0)
        return
    knows = (of_file or any(one.cell is not None for one in wanted.paragraphs)) and not broken_tables(wanted.paragraphs)
    places, others = (cells_in_order(wanted.paragraphs, one) for one in (wanted.paragraphs, found))
    for at, (one, other) in enumerate(zip(wanted.paragraphs, found, strict=True)):
        if knows and places[at] != others[at]:
            yield Difference(side, "cell", at)
        if one == other and not one.footnotes:
            continue
        if side == "new" and _cites_what_was_typed(wanted, one, read, other):
            yield Difference(side, "number", at)
            continue
        if side == "new" and other.number is None and _reads_as_number(other, one):
            yield Difference(side, "typed", at)
        elif _line(one) != _line(other) and not _reads_as_number(one, other):
            yield Difference(side, "text", at)
        elif (one.number, legal(one.text)) != (other.number, other.text):
            yield Difference(side, "number", at)
        elif (one.kind, one.level, one.set_label) != (other.kind, other.level, other.set_label):
            yield Difference(side, "kind", at)
        if _cited(wanted, one) != _cited(read, other):
            yield Difference(side, "notes", at)


def _without_what_stays(found: Sequence[Paragraph], wanted: Draft, data: bytes) -> tuple[Paragraph, ...]:
    """The paragraphs of an accepted file without the empty ones that end a section or a box, and are new."""
    package = accepted(data)
    ends = {at for at, one in enumerate(chosen_paragraphs(package.root(package.main))) if _stays(one)}
    ends |= _behind_tables_that_went(data)
    kept: list[Paragraph] = []
    spare, at = len(found) - len(wanted.paragraphs), 0
    while at < len(found):
        empty = _empty_from(found, at) or 1
        more = empty - _empty_from(wanted.paragraphs, len(kept))
        for place in range(at, at + empty):
            if more > 0 and spare and place in ends and _is_empty(found[place]):
                more, spare = more - 1, spare - 1
            else:
                kept.append(found[place])
        at += empty
    return tuple(kept)


def _stays(paragraph: etree._Element) -> bool:
    """Whether a paragraph ends a section, or a text box in which no other stands just before it."""
    box, before = paragraph.getparent(), block_before(paragraph)
    last = box is not None and box.tag == BOX and block_after(paragraph) is None
    return ends_section(paragraph) or (last and (before is None or before.tag != w("p")))


def _behind_tables_that_went(data: bytes) -> set[int]:
    """The places, in the accepted text, of the ends of text boxes that had a table that went before them alone."""
    if not says(data, b"txbxContent"):
        return set()
    package = Package(data)
    root = package.root(package.main)
    ends = [box[-1] for box in root.iter(BOX) if len(box) and box[-1].tag == w("p")]
    behind = [one for one in ends if _goes(block_before(one))]
    for one in behind:
        one.set(_BEHIND, "")
    if behind:
        resolve(package, "accept")
    return {at for at, one in enumerate(chosen_paragraphs(root)) if behind and one.get(_BEHIND) is not None}


def _goes(block: etree._Element | None) -> bool:
    """Whether all rows of a table are tracked as deleted."""
    rows = block.findall(w("tr")) if block is not None and block.tag == w("tbl") else []
    return bool(rows) and all(row.find(f"{w('trPr')}/{w('del')}") is not None for row in rows)


def _empty_from(paragraphs: Sequence[Paragraph], first: int) -> int:
    """How many paragraphs of the text from the first one on are empty, which are all alike."""
    end = first
    while end < len(paragraphs) and _is_empty(paragraphs[end]):
        end += 1
    return end - first


def _is_empty(paragraph: Paragraph) -> bool:
    return not paragraph.runs and paragraph.cell is None


def cells_in_order(wanted: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> list[tuple[tuple[int, ...], ...]]:
    """The cells around each paragraph, tables, their rows and cells counted as they come: none is left out.

    Those of tables around its own are told too: two tables beside each other are one for some programs. What is
    `wanted` as a masthead line is in none and makes none count: how a masthead is laid out is the file's.
    """
    known: dict[tuple[int, ...], dict[int, int]] = {}
    found: list[tuple[tuple[int, ...], ...]] = []
    for line, path in zip(wanted, cells_around(paragraphs), strict=True):
        places = []
        for cell in path if line.kind is not Kind.MASTHEAD else ():
            place = []
            for depth, number in enumerate(cell):
                seen = known.setdefault(cell[:depth], {})
                place.append(seen.setdefault(number, len(seen)))
            places.append(tuple(place))
        found.append(tuple(places))
    return found


def _line(paragraph: Paragraph) -> str:
    return legal(paragraph.text).strip()


def _reads_as_number(one: Paragraph, other: Paragraph) -> bool:
    """Whether what was read as a number is how the written words begin, as of text or a cell "1. Travel".

    A paragraph may have a number of its own before such words; that it is not read is another difference.
    """
    words, number = _line(one), other.number
    if number is None or number == one.number or not words.startswith(number):
        return False
    return words[len(number) :].lstrip(".):-–— \t\u00a0") == _line(other)


def _cites_what_was_typed(wanted: Draft, one: Paragraph, read: Draft, other: Paragraph) -> bool:
    """Whether a raised number that is no mark of a note reads as one, as there is a note of that number now."""
    return len(other.footnotes) > len(one.footnotes) and _printed(wanted, one) == _printed(read, other)


def _printed(draft: Draft, paragraph: Paragraph) -> str:
    marks = {note.id: note.mark for note in draft.footnotes if note.id in paragraph.footnotes}
    return legal("".join(run.text if run.footnote is None else marks.get(run.footnote, "") for run in paragraph.runs))


def _cited(draft: Draft, paragraph: Paragraph) -> Sequence[str]:
    notes = draft.note
    return [legal(notes[at].text).strip() for at in paragraph.footnotes if at in notes]
