"""The ledger of a Word file: everything it holds, counted by what becomes of it in a file that is written on it.

All elements of the text and its notes are walked, and all parts that relationships lead to. What the tables of
`ledger_kinds` do not know is counted as not known, never passed over.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from models.reading.reading import LedgerEntry, Origin, Reading
from models.word.archive import shown_name
from models.word.fields import MARK, SIMPLE, closed_fields, name_of
from models.word.leaving.looked_for.lost_bullets import bullets_of, may_have_bullets
from models.word.markup import is_googles
from models.word.namespaces import FILM, WORD, m, w
from models.word.package import Package
from models.word.reading.alternatives import ALTERNATIVES, chosen
from models.word.reading.astray import words_astray
from models.word.reading.drawings import DRAWN, kinds_of_drawing, shell
from models.word.reading.ledger_beside import beside_the_text
from models.word.reading.ledger_kinds import (
    COUNTED,
    FIELDS,
    GROUP,
    GROUPS,
    LAYOUT,
    LETTERS,
    MERGED,
    NAMED_ALL,
    READ,
    WITHIN,
)
from models.word.reading.outside import named_by_field, named_by_shape
from models.word.resolve import resolve

_P, _RPR, _PPR, _TC, _TCPR, _BR = w("p"), w("rPr"), w("pPr"), w("tc"), w("tcPr"), w("br")
_MOST_DETAILS, _MOST_OF_ALL = 8, 500
_SPAN, _ONE = w("gridSpan"), (None, "0", "1")  # columns: one that reaches over a single one is not merged
_OFF = frozenset(("0", "false", "off", "none", "nil", "auto"))  # a property that says so leaves things as they are
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


@dataclass(slots=True)
class _Line:
    count: int = 0
    places: set[int] = field(default_factory=set)
    details: dict[str, None] = field(default_factory=dict)


def ledger(reading: Reading) -> tuple[LedgerEntry, ...]:
    """Everything that the file of a reading holds, in the order of the groups; nothing for what is no Word file.

    Positions are those of the draft as read; counted with its changes taken as the reading has them.
    """
    if reading.package is None:
        return ()
    package = Package(reading.package)
    resolve(package, reading.revisions_taken)
    return _Ledger(package, reading).made()


class _Ledger:
    def __init__(self, package: Package, reading: Reading) -> None:
        self._package, self._reading = package, reading
        self._lines: dict[str, _Line] = {}
        self._last: dict[str, etree._Element] = {}  # the paragraph each kind of look was counted for last
        self._note_places: dict[tuple[str, str], int | None] = {}
        handlers: dict[str, Callable[[etree._Element, int | None], None]] = {
            _RPR: self._letters,
            _PPR: self._layout,
            _TCPR: self._cell,
            _BR: self._line_end,
            MARK: self._field,
            SIMPLE: self._simple_field,
            ALTERNATIVES: self._alternatives,
            m("oMath"): self._formula,
            m("oMathPara"): self._walk,
        }
        self._handlers = handlers
        for tag in DRAWN:
            handlers[tag] = self._drawn

    def made(self) -> tuple[LedgerEntry, ...]:
        draft = self._reading.draft
        self._add("paragraph", None, count=len(draft.paragraphs))
        self._add("note", None, count=len(draft.footnotes))
        for revision in self._reading.revisions:
            self._add("revision", revision.paragraph, revision.author or "")
        for warning in self._reading.warnings:
            if warning.code == "raised-or-lowered":  # which letters are so and are no marks of notes, the reader knows
                self._add(warning.code, warning.paragraph)
        root = self._package.root(self._package.main)
        self._positions = _positions(root, self._reading.origins)
        self._fields = closed_fields(root)
        self._bullets()
        self._walk(root, None)
        self._astray(root)
        for kind, name in _NOTES.items():
            part = self._package.related(kind)
            if part is not None:
                self._notes(part, name)
        for comment in self._reading.comments:
            self._add("comment", comment.paragraph, count=1 + len(comment.replies))
        for found in beside_the_text(self._package, self._positions):
            self._add(*found)
        order = {code: at for at, code in enumerate(GROUP)}
        return tuple(
            LedgerEntry(GROUP[code], code, line.count, tuple(sorted(line.places)), tuple(line.details))
            for code, line in sorted(self._lines.items(), key=lambda one: (GROUPS.index(GROUP[one[0]]), order[one[0]]))
            if line.count
        )

    def _add(self, code: str, place: int | None, detail: str = "", count: int = 1) -> None:
        line = self._lines.setdefault(code, _Line())
        line.count += count
        if place is not None:
            line.places.add(place)
        # Who changed it and where it leads are all told; of others some are examples.
        most = _MOST_OF_ALL if code in NAMED_ALL else _MOST_DETAILS
        if (detail or code == "revision") and len(line.details) < most:  # nobody named is told, too
            line.details[detail] = None

    def _astray(self, root: etree._Element) -> None:
        for words in words_astray(root):
            self._add("words-astray", None, shown_name(words))

    def _bullets(self) -> None:
        """Bullets are no numbers: the draft has none."""
        if self._reading.package is None or not may_have_bullets(self._reading.package):
            return
        nodes = [one for one in self._positions if any(letters.text for letters in one.iter(w("t")))]
        for node, bullet in zip(nodes, bullets_of(self._package, nodes), strict=True):
            if bullet is not None:
                self._add("bullet", self._positions[node])

    # The text

    def _walk(self, element: etree._Element, place: int | None) -> None:
        for child in element:
            tag = str(child.tag)
            here = self._positions.get(child, place) if tag == _P else place
            if (handle := self._handlers.get(tag)) is not None:
                handle(child, here)
            elif tag in READ:
                if tag in _REFERENCES:
                    self._note_places.setdefault((_REFERENCES[tag], child.get(w("id")) or ""), here)
                self._walk(child, here)
            elif tag in COUNTED:
                self._count(child, tag, here)
            elif tag not in WITHIN:
                self._unknown(child, here)

    def _count(self, element: etree._Element, tag: str, place: int | None) -> None:
        code = COUNTED[tag]
        if code == "table":
            place = next((self._positions[p] for p in element.iter(_P) if p in self._positions), place)
            if next(element.iterancestors(_TC), None) is not None:
                code = "nested-table"
        elif code == "bookmark" and (element.get(w("name")) or "") == "_GoBack":
            return  # where the caret stood when the file was kept
        elif code == "link-inside" and element.get(w("anchor")) is None:
            code = ""  # it leads outside, and its relationship is counted
        elif code in ("section", "page-background"):
            self._add(code, place)
            return
        elif code == "content-control":
            if place is None:
                place = next((self._positions[p] for p in element.iter(_P) if p in self._positions), None)
            if is_googles(element):
                code = "custom-markup"
        if code:
            self._add(code, place)
        self._walk(element, place)

    def _unknown(self, element: etree._Element, place: int | None) -> None:
        name = etree.QName(element)
        said = (
            name.localname
            if name.namespace in (WORD, None)
            else f"{name.localname} ({shown_name(name.namespace or '')})"
        )
        self._add("unknown-element", place, shown_name(said))
        self._walk(element, place)

    def _properties(self, element: etree._Element, place: int | None, table: dict[str, str], other: str) -> None:
        """Each kind of property once; those of newer programs as `other`."""
        codes = set()
        for child in element:
            tag = str(child.tag)
            if tag in table:
                if child.get(w("val")) not in _OFF:
                    codes.add(table[tag])
            elif tag.startswith(f"{{{WORD}}}"):
                self._unknown(child, place)
            else:
                codes.add(other)
        paragraph = next(element.iterancestors(_P), element)
        for code in codes - {""}:
            if self._last.get(code) is not paragraph:  # how often it stands in a paragraph says nothing
                self._last[code] = paragraph
                self._add(code, place)

    def _letters(self, element: etree._Element, place: int | None) -> None:
        self._properties(element, place, LETTERS, "text-effects")

    def _layout(self, element: etree._Element, place: int | None) -> None:
        self._properties(element, place, LAYOUT, "paragraph-layout")
        for _ in element.iterchildren(w("sectPr")):
            self._add("section-break", place)

    def _cell(self, element: etree._Element, place: int | None) -> None:
        if any(one.tag in MERGED and not (one.tag == _SPAN and one.get(w("val")) in _ONE) for one in element):
            cell = element.getparent()
            inside = cell.iter(_P) if cell is not None else ()
            self._add("merged-cell", next((self._positions[p] for p in inside if p in self._positions), place))

    def _line_end(self, element: etree._Element, place: int | None) -> None:
        kind = element.get(w("type"))
        if kind in ("page", "column"):
            self._add(f"{kind}-break", place)

    def _alternatives(self, element: etree._Element, place: int | None) -> None:
        branch = chosen(element)
        if branch is not None:
            self._walk(branch, place)
        for other in element:
            if other is not branch and next(other.iter(w("t")), None) is not None:
                self._add("older-form", place)

    def _formula(self, element: etree._Element, place: int | None) -> None:
        self._add("formula", place)

    # Fields

    def _field(self, element: etree._Element, place: int | None) -> None:
        one, kind = self._fields.get(element), element.get(w("fldCharType"))
        if one is not None and kind == "end":
            self._instruction(one.instruction, place)
        elif one is None and kind in ("begin", "end"):
            self._add("field", place, "without its other end")

    def _simple_field(self, element: etree._Element, place: int | None) -> None:
        self._instruction(element.get(w("instr")) or "", place)
        self._walk(element, place)

    def _instruction(self, instruction: str, place: int | None) -> None:
        name = name_of(instruction)
        if (outside := named_by_field(instruction)) is not None:
            self._add(outside[0], place, outside[1])
        elif name in FIELDS:
            self._add(FIELDS[name], place)
        else:
            self._add("field", place, shown_name(name) if name.isalpha() else "")

    # What is drawn

    def _drawn(self, element: etree._Element, place: int | None) -> None:
        """One drawing is one thing, named by what it holds; the text of its boxes is walked."""
        boxes: list[etree._Element] = []
        tags = {str(element.tag)}
        for part in shell(element, boxes):
            tags.add(str(part.tag))
            if (where := named_by_shape(part)) is not None:
                self._add("linked-picture", place, where)
        for kind in kinds_of_drawing(tags, bool(boxes)):
            self._add(kind, place)
        if FILM in tags:
            self._add("sound-or-film", place)
        for box in boxes:
            self._walk(box, place)

    # Notes

    def _notes(self, part: str, name: str) -> None:
        root = self._package.root(part)
        self._fields = closed_fields(root)
        self._astray(root)
        for note in root.iterchildren(w(name)):
            if note.get(w("type")) is None:
                self._walk(note, self._note_places.get((name, note.get(w("id")) or "")))


def _positions(root: etree._Element, origins: Sequence[Origin]) -> dict[etree._Element, int]:
    every = list(root.iter(_P))
    return {every[origin.element]: at for at, origin in enumerate(origins) if origin.element < len(every)}
