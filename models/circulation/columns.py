"""A comparison as a Word file in columns: where and what, the old text, the new text, side by side.

Everything is printed, what did not change too: such a table is read out and written on. Gone words are struck through
on the left, new ones bold and underlined on the right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from models.circulation.numbers import before_words
from models.circulation.pieces import DELETE, EQUAL, INSERT, note_mark
from models.circulation.telling import names, story
from models.comparison.change import Change, Comparison, Words
from models.comparison.words import readable
from models.draft import Draft, Run
from models.word import layout
from models.word.clean_package import document, head_relations, heads_and_feet, package, settings
from models.word.lists import numbering
from models.word.markup import element, is_right_to_left, run, run_properties, twips
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.stylesheet import stylesheet
from models.word.written_notes import WrittenNotes

_WIDTH = layout.PAGE_HEIGHT - 2 * layout.EDGE  # the page lies on its side
_SHARES = (0.16, 0.42, 0.42)
_SMALL = layout.NOTE_SIZE
_CHANGED = {
    DELETE: (("strike", {}), ("color", {"val": "AE2A20"})),
    INSERT: (("b", {}), ("bCs", {}), ("u", {"val": "single"}), ("color", {"val": "0B57A4"})),
}


def columns(
    comparison: Comparison,
    *,
    old_name: str = "",
    new_name: str = "",
    plain_words: bool = False,
    draft_mark: bool = True,
) -> bytes:
    """The bytes of a Word file with the two texts side by side; the same comparison gives the same bytes."""
    body = element("body", _table(comparison, old_name or "Old text", new_name or "New text", plain_words))
    body.append(element("p"))  # Word wants a paragraph after a table
    body.append(_landscape(layout.section_properties(head_relations(), False)))
    parts = {
        "document": document(body),
        "styles": stylesheet(True),
        "numbering": numbering((), bound=False),
        "settings": settings(),
        "footnotes": WrittenNotes(Draft()).part(),
    }
    parts |= heads_and_feet("", draft_mark, False)
    return package(parts, f"{old_name} – {new_name}" if old_name and new_name else "What changed")


def _landscape(section: etree._Element) -> etree._Element:
    size = section.find(w("pgSz"))
    if size is not None:
        size.set(w("w"), str(twips(layout.PAGE_HEIGHT)))
        size.set(w("h"), str(twips(layout.PAGE_WIDTH)))
        size.set(w("orient"), "landscape")
    return section


def _table(comparison: Comparison, old_name: str, new_name: str, plain_words: bool) -> etree._Element:
    made = element(
        "tbl",
        element(
            "tblPr",
            element("tblStyle", val="TableGrid"),
            element("tblW", w=twips(_WIDTH), type="dxa"),
            element("tblLayout", type="fixed"),
        ),
        element("tblGrid", *(element("gridCol", w=twips(_WIDTH * share)) for share in _SHARES)),
    )
    head = [[_line(run(text, run_properties(bold=True)))] for text in ("", old_name, new_name)]
    made.append(_row(head, repeated=True))
    for change in comparison.changes:
        made.append(_row(_cells(comparison, change, plain_words)))
    for note in comparison.footnotes:
        words = note.words if plain_words else readable(note.words)
        where = f"Note {_marks(comparison, note.old, note.new)}"
        told = "" if note.kind == "unchanged" else _NOTE_WORDS.get(note.kind, note.kind)
        sides = [
            _note_side(words, side) if ids else [_line()] for side, ids in ((DELETE, note.old), (INSERT, note.new))
        ]
        made.append(_row([_where(where, told), *sides]))
    return made


_NOTE_WORDS = {"inserted": "new"}


def _marks(comparison: Comparison, old: Sequence[int], new: Sequence[int]) -> str:
    if new:
        return ", ".join(note_mark(comparison.new, one) for one in new)
    return ", ".join(note_mark(comparison.old, one) for one in old)


def _cells(comparison: Comparison, change: Change, plain_words: bool) -> list[list[etree._Element]]:
    words = change.words if plain_words else readable(change.words)
    where = ", ".join(names(comparison, change, old=not change.new))
    told = "; ".join(story(comparison, change))
    old = _side(comparison.old, change.old, words, DELETE)
    new = _side(comparison.new, change.new, words, INSERT)
    return [_where(where, told), old or [_line()], new or [_line()]]


def _where(label: str, told: str) -> list[etree._Element]:
    small = element("rPr", *layout.size(_SMALL))
    lines = [_line(run(label, small))]
    if told:
        lines.append(_line(run(told, in_order(element("rPr", element("i"), element("iCs"), *layout.size(_SMALL))))))
    return lines


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Code points [start, end) of one side's texts joined by line feeds, and whether they changed."""

    start: int
    end: int
    changed: bool


def _stretches(words: Words, side: str) -> Iterator[_Stretch]:
    at = 0
    for op, text in words:
        if op in (EQUAL, side):
            yield _Stretch(at, at + len(text), op == side)
            at += len(text)


def _side(draft: Draft, positions: Sequence[int], words: Words, side: str) -> list[etree._Element]:
    """The paragraphs of one side, with the changed words marked."""
    stretches = list(_stretches(words, side))
    made, offset = [], 0
    for position in positions:
        paragraph = draft.paragraphs[position]
        line = _line(right_to_left=is_right_to_left(paragraph.text), level=paragraph.level)
        if paragraph.number:
            line.append(run(before_words(paragraph.number)))
        for part in paragraph.runs:
            line.extend(_runs(draft, part, offset, stretches, side))
            offset += len(part.text)
        made.append(line)
        offset += 1
    return made


def _runs(draft: Draft, part: Run, offset: int, stretches: Sequence[_Stretch], side: str) -> Iterator[etree._Element]:
    if part.footnote is not None:
        yield run(note_mark(draft, part.footnote), element("rPr", element("vertAlign", val="superscript")))
        return
    for stretch in stretches:
        start, end = max(stretch.start, offset), min(stretch.end, offset + len(part.text))
        if start < end:
            text = part.text[start - offset : end - offset]
            yield run(text, _look(part.marks, side if stretch.changed else EQUAL))


def _look(marks: tuple[bool, bool, bool], op: str) -> etree._Element | None:
    properties = run_properties(*marks)
    if op == EQUAL:
        return properties
    if properties is None:
        properties = element("rPr")
    for name, attributes in _CHANGED[op]:
        if properties.find(w(name)) is None:
            properties.append(element(name, **attributes))
    return in_order(properties)


def _note_side(words: Words, side: str) -> list[etree._Element]:
    line = _line()
    line.extend(run(text, _look((False, False, False), op)) for op, text in words if op in (EQUAL, side))
    return [line]


def _line(*runs: etree._Element, right_to_left: bool = False, level: int = 0) -> etree._Element:
    properties = element(
        "pPr",
        element("spacing", before=0, after=twips(layout.BETWEEN / 2)),
        element("ind", left=twips(12 * level)) if level else None,
        element("bidi") if right_to_left else None,
    )
    return element("p", in_order(properties), *runs)


def _row(cells: Sequence[Sequence[etree._Element]], repeated: bool = False) -> etree._Element:
    made = element("tr", element("trPr", element("tblHeader")) if repeated else None)
    for share, lines in zip(_SHARES, cells, strict=True):
        made.append(element("tc", element("tcPr", element("tcW", w=twips(_WIDTH * share), type="dxa")), *lines))
    return made
