"""Reads a Word file: every paragraph of its body in order, its notes, its tracked changes, and where each came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from models.awaited import ask
from models.draft import Draft, Kind, Paragraph
from models.draft.unsearched import unsearched
from models.reading.extent import note_mark, note_paragraph, with_told_headings
from models.reading.reading import CannotRead, Origin, Reading, ReadingWarning
from models.second_process import ends_soon
from models.telling.figures import figure
from models.word.fields import closed_fields
from models.word.markup import child_of
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import chosen_paragraphs, is_read, unread_branches
from models.word.reading.appearance import styles_of
from models.word.reading.cell_places import cell_places
from models.word.reading.comments import FoundComments
from models.word.reading.found_revisions import FoundRevisions, Placed
from models.word.reading.headings import BODY_TEXT, OUTLINE, told_level
from models.word.reading.limits import MOST_READ, Most, refuse_excess, refuse_many
from models.word.reading.list_numbers import ListNumber, lists_of
from models.word.reading.losses import losses
from models.word.reading.lost_looks import LostLook, warning_of
from models.word.reading.notes import Notes, find_notes, has_typed_series
from models.word.reading.paragraph_text import TextReader
from models.word.reading.recognised import recognised
from models.word.reading.tracked import PLACE_END, PLACE_START, place_number
from models.word.resolve import checked_choice, resolve
from models.word.resolving.saved_by_libreoffice import TAKEN_OVER
from models.word.seldom import nothing_comes
from models.word.signs import shows_nothing
from models.word.styles import STYLE, ParagraphStyle, style_id

MOST_PARAGRAPHS = 20_000  # well over a thousand pages
_P, _PPR, _PSTYLE, _SECTION, _NUMBERS = w("p"), w("pPr"), w("pStyle"), w("sectPr"), w("numPr")
_CELL, _VAL = w("tc"), w("val")
_LISTED = (Kind.OPERATIVE, Kind.SUBPARAGRAPH)
_spare: tuple[bytes, FoundRevisions, Most] | None = None  # with what it was looked at for


def found_in(data: bytes, most: Most = MOST_READ) -> FoundRevisions:
    """The tracked changes of a .docx, its package with them; a file to be read in several ways is opened once.

    A command that has read the file gets those that were found then. Errors: those of `read_word`, and TooManyChanges
    where there are more than said, before they are listed.
    """
    global _spare
    spare, _spare = _spare, None
    if spare is not None and spare[0] == data:
        if most < spare[2]:
            refuse_many(spare[1].package, len(spare[1].found), most)
        return spare[1]
    package = Package(data)
    main = package.root(package.main)
    paragraphs = sum(1 for _ in chosen_paragraphs(main))
    if not paragraphs and next(main.iter(w("altChunk")), None) is not None:
        raise CannotRead(
            "The words of this Word file stand in a document within it, which was not read; save it anew in Word."
        )
    if not paragraphs:
        raise CannotRead("This Word file holds no paragraphs; look whether it is the right file.")
    if paragraphs > MOST_PARAGRAPHS:
        raise CannotRead(
            f"This file holds {figure(paragraphs)} paragraphs, more than a text can have; open it in parts."
        )
    refuse_excess(package, most)
    return FoundRevisions(package)


def open_ahead(data: bytes, most: Most) -> int:
    """Open a .docx and list its changes before the process is copied, for all; gives its `size_of`, or 0 without any.

    Errors: those of `found_in`.
    """
    global _spare
    found = found_in(data, most)
    _spare = data, found, most
    return size_of(data, len(found.found)) if found.found else 0


def size_of(data: bytes, changes: int) -> int:
    """The bytes of a file, or what its tracked changes alone would take if it is packed smaller than most."""
    return max(len(data), 20 * changes)


@unsearched()
def read_word(data: bytes, revisions: str = "accept", found: FoundRevisions | None = None) -> Reading:
    """Reads the bytes of a .docx; `revisions` says how tracked changes are taken, "accept" or "reject".

    `found` are the changes of these very bytes, and is used up: the package is changed.
    Raises CannotRead, in one sentence, for what is no Word file, damaged, protected or not safe to open.
    """
    choice = checked_choice(revisions)
    if found is None:
        found = found_in(data)
        _leave(data, found)
    package = found.package
    comments = FoundComments(package, found)
    resolve(package, choice)
    with nothing_comes(package.root(package.main)):
        body = Body(package)
        body.read()
        lost = losses(package)
    footnotes, places = body.notes.read(body.styles)
    for number, marks in places.items():
        found.place(Placed(None, number), marks)
    read = Draft(tuple(body.paragraphs), footnotes)
    draft, warnings = recognised(read, keep=True)
    draft = _with_styled_kinds(draft, body)
    reading = Reading(
        draft,
        (*found.warning(choice), *warnings, *body.warnings(), *lost),
        found.revisions(body.marks, read, draft, body.notes.ids),
        tuple(body.origins),
        data,
        choice,
        comments=comments.read(body.styles, read, draft),
    )
    package.leave()
    return reading


def _leave(data: bytes, found: FoundRevisions) -> None:
    """Leave the changes of a file to who reads it another way, before they are used up: a copy takes a sixth of it."""
    global _spare
    if found.found and ends_soon():
        _spare = data, found.twin(), MOST_READ


def text_of(package: Package) -> Draft:
    """The text that `read_word` gives of a package whose changes are resolved, without what is told beside it."""
    return placed_text_of(package)[0]


def placed_text_of(package: Package) -> tuple[Draft, Sequence[Origin]]:
    """The same, and where each of its paragraphs stands in the package."""
    body = Body(package)
    body.read()
    footnotes, _ = body.notes.read(body.styles)
    draft, _ = recognised(Draft(tuple(body.paragraphs), footnotes))
    return _with_styled_kinds(draft, body), body.origins


@dataclass
class Body:
    """The main text of a package as it is read, one entry for each `w:p`."""

    package: Package
    paragraphs: list[Paragraph] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    style_ids: list[str | None] = field(default_factory=list)
    doubted: set[int] = field(default_factory=set)  # whose style may be that of another paragraph
    marks: list[tuple[int, bool, int, int]] = field(default_factory=list)  # number, start, paragraph, offset
    lost: list[tuple[int, LostLook]] = field(default_factory=list)
    told: dict[int, tuple[int, str]] = field(default_factory=dict)  # heading's level and style by paragraph

    def __post_init__(self) -> None:
        self.styles = styles_of(self.package)
        self.numbers = lists_of(self.package, self.styles)
        self.notes: Notes = find_notes(self.package)

    def read(self) -> None:
        """Read every paragraph in document order; marks between paragraphs belong to the next one."""
        root = self.package.root(self.package.main)
        reader = TextReader(
            self.styles,
            self.notes.cite,
            self.notes.marks,
            self.notes.cited_at,
            has_typed_series(root),
            closed_fields(root),
        )
        cells, left_out = cell_places(root), unread_branches(root)
        element = -1
        for node in root.iter(_P, PLACE_START, PLACE_END):
            if node.tag != _P:
                above = node.getparent()
                if above is not None and above.tag == _P:
                    continue  # as most: the paragraph is read with it
                if next(node.iterancestors(_P), None) is None:
                    self.marks.append((place_number(node), node.tag == PLACE_START, len(self.paragraphs), 0))
                continue
            ask()
            element += 1
            if left_out and not is_read(node, left_out):
                continue
            self._paragraph(node, reader, cells)
            self.origins.append(Origin(self.package.main, element))
        self.paragraphs = with_told_headings(self.paragraphs, self.told)

    def _paragraph(
        self, node: etree._Element, reader: TextReader, cells: dict[etree._Element, tuple[int, int, int]]
    ) -> None:
        named = numbering = section = outline = None
        properties = child_of(node, _PPR)
        for child in () if properties is None else properties:
            tag = child.tag
            if tag == _PSTYLE and named is None:
                named = child
            elif tag == _NUMBERS and numbering is None:
                numbering = child
            elif tag == _SECTION:
                section = child
            elif tag == OUTLINE:
                outline = told_level(child)
        style = None if named is None else named.get(_VAL)
        ends_section = section is not None and shows_nothing(node)  # which Word does not number, whatever its list
        number = None if ends_section else self.numbers.next(numbering, style)
        text = reader.read(node, style)
        at = len(self.paragraphs)
        if text.places:
            self.marks += [(mark, start, at, offset) for mark, start, offset in text.places]
        if text.lost:
            self.lost += [(at, one) for one in text.lost]
        cell = _cell_of(node, cells) if cells else None
        read = Paragraph(
            Kind.TEXT,
            text.runs,
            level=0 if number is None else number.level,
            number=None if number is None else number.number,
            cell=cell,
        )
        heads = self.styles.heading(style) if outline is None else None if outline == BODY_TEXT else outline
        if heads is not None:
            self.told[len(self.paragraphs)] = heads, style or ""
        self.paragraphs.append(read)
        self.style_ids.append(style if style in STYLE else self._told_style(node, style, number))
        if section is not None:
            self.notes.end_section()

    def _told_style(self, node: etree._Element, style: str | None, number: ListNumber | None) -> str | None:
        """The style of a paragraph where it tells what that is; LibreOffice puts one a level lower and leaves it."""
        own = self.styles.ours.get(style or "")
        if own is not None and node.get(TAKEN_OVER) is not None:
            self.doubted.add(len(self.paragraphs) - 1)
        if own is None or number is None or own.kind not in _LISTED or own.level == number.level:
            return style
        return style_id(Kind.SUBPARAGRAPH if number.level else Kind.OPERATIVE, number.level)

    def warnings(self) -> Iterator[ReadingWarning]:
        """What a user should know of the text as read."""
        for at, one in self.lost:
            yield warning_of(one, at)
        for number, mark, one in self.notes.lost:
            cited_in = next((at for at, own in enumerate(self.paragraphs) if number in own.footnotes), None)
            yield warning_of(one, cited_in, mark)
        if self.notes.missing:
            yield ReadingWarning(None, "note-missing", "A note mark has no note in the file; it was left out.")


def _cell_of(
    paragraph: etree._Element, cells: dict[etree._Element, tuple[int, int, int]]
) -> tuple[int, int, int] | None:
    """Where the cell of a paragraph stands, None outside of tables."""
    above = paragraph.getparent()
    if above is not None and above.tag == _CELL:
        return cells[above]
    return next((cells[cell] for cell in paragraph.iterancestors(_CELL)), None)


def _with_styled_kinds(draft: Draft, body: Body) -> Draft:
    """Kinds and levels that Adref's own styles tell for certain; a sponsors' note has its mark, whatever it says.

    A style that is doubted tells that its words do not: in none of the lists, it is no paragraph of one.
    """
    ours, doubted = body.styles.ours, body.doubted
    if ours.keys().isdisjoint(body.style_ids):
        return draft
    paragraphs = [
        _of_style(paragraph, style)
        if (style := ours.get(name or ""))
        and (paragraph.kind, paragraph.level) != (style.kind, style.level)
        and (at not in doubted or (paragraph.kind in _LISTED and style.kind is not Kind.HEADING))
        else paragraph
        for at, (paragraph, name) in enumerate(zip(draft.paragraphs, body.style_ids, strict=True))
    ]
    return replace(draft, paragraphs=tuple(paragraphs))


def _of_style(paragraph: Paragraph, style: ParagraphStyle) -> Paragraph:
    if style.kind is Kind.SPONSOR_NOTE and paragraph.number is None and (note := note_mark(paragraph.text, True)):
        return note_paragraph(paragraph, note)
    return replace(paragraph, kind=style.kind, level=style.level)
