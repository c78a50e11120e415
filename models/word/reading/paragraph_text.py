"""The text of one Word paragraph as runs: what a reader sees, character for character."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from models.draft import Run
from models.draft.late_pattern import late_pattern
from models.word.fields import MARK, SIMPLE, Field
from models.word.namespaces import m, w
from models.word.reading.alternatives import ALTERNATIVES, chosen
from models.word.reading.appearance import Look, Styles
from models.word.reading.drawings import DRAWN
from models.word.reading.drop_caps import is_drop_cap
from models.word.reading.field_codes import look_of_simple, said_at, said_by_simple, variable_of, voice_of
from models.word.reading.formulas import EQUATIONS, STRUCTURES, with_signs
from models.word.reading.lost_looks import LostLook, OwnMarks, lost_looks
from models.word.reading.pieces import Piece, cite_again, joined, part_marks
from models.word.reading.symbols import letters_shown, symbol_text
from models.word.reading.tracked import PLACE_END, PLACE_START, note_kind, place_number
from models.word.signs import NOTED, SIGNS, has_own_mark, is_unknown_around_letters, rest_of_mark, sign_text

_R, _T, _RPR, _P = w("r"), w("t"), w("rPr"), w("p")
_PPR = w("pPr")
_FIELD_TYPE, _TYPE, _BR, _SYM = w("fldCharType"), w("type"), w("br"), w("sym")
_RUBY, _RUBY_BASE = w("ruby"), w("rubyBase")
_MATH_RUN, _MATH_TEXT = m("r"), m("t")
_SKIPPED = frozenset((_PPR, _RPR, w("sdtPr"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("fldData"), w("rt")))
_NOTE_FIELD = late_pattern(r"^\s*(?:NOTEREF|FTNREF)\s+\"?(?P<name>[^\s\"]+)", re.IGNORECASE)


@dataclass(slots=True)
class OpenField:
    """A field that is open, and whether its result has begun and where."""

    field: Field
    in_result: bool = False
    piece: int = 0
    hides: bool = False  # whether a field around it has no result yet
    shows: bool = False  # whether its result has any letters


@dataclass(slots=True)
class Text:
    """A paragraph as read: its runs, and where marks of tracked changes stand (number, whether start, offset)."""

    runs: tuple[Run, ...]
    places: list[tuple[int, bool, int]] = field(default_factory=list)
    lost: tuple[LostLook, ...] = ()


@dataclass
class TextReader:
    """Reads paragraphs of one part in document order; fields may run on from one into the next.

    `note` gives the id in the draft of a note by its kind, its id in the file and its own mark (None: numbered), and
    None where there is none; `cited` gives that of the note in a bookmark; `marks` are the numbered notes so far, and
    `typed_series` says that raised numbers of the text are notes of its own, typed by hand; `of_note` that the text is
    that of a note, before which its mark may stand. `drop_cap` is what the last paragraph holds where that is of the
    next.
    """

    styles: Styles
    note: Callable[[str, str, str | None], int | None] = lambda kind, id_in_file, mark: None
    marks: dict[str, int] = field(default_factory=dict)
    cited: Callable[[str], int | None] = lambda bookmark: None
    typed_series: bool = False
    closed_fields: dict[etree._Element, Field] = field(default_factory=dict)
    fields: list[OpenField] = field(default_factory=list)
    of_note: bool = False
    drop_cap: tuple[list[Piece], list[tuple[int, bool, int]]] | None = None

    @property
    def own_marks(self) -> OwnMarks:
        """Which raised numbers are marks of notes."""
        return "head" if self.of_note else "all" if self.typed_series else "none"

    def read(self, paragraph: etree._Element, style: str | None) -> Text:
        """The text of a paragraph."""
        return _Paragraph(self, style).read(paragraph)


class _Paragraph:
    def __init__(self, reader: TextReader, style: str | None) -> None:
        self.reader, self.style = reader, style
        self.pieces: list[Piece]
        self.places: list[tuple[int, bool, int]]  # number, start, index of the piece it stands before
        (self.pieces, self.places), reader.drop_cap = reader.drop_cap or ([], []), None
        self.custom = 0  # pieces of the mark of a note that are still to come
        self.lost = False  # whether any letters look as no draft can say
        self.citing = False  # whether a note may be cited again

    def read(self, paragraph: etree._Element) -> Text:
        self._walk(paragraph)
        if self.pieces and is_drop_cap(paragraph):
            self.reader.drop_cap = self.pieces, self.places
            self.pieces, self.places = [], []
        if self.citing:
            cite_again(self.pieces, self.reader.marks, typed_series=self.reader.typed_series)
            part_marks(self.pieces)
        runs = joined(self.pieces)
        lost = tuple(lost_looks(self._looks(), self.reader.own_marks)) if self.lost else ()
        if not self.places:
            return Text(runs, lost=lost)
        offsets, length = [], 0
        for piece in self.pieces:
            offsets.append(length)
            length += 0 if piece.note is not None or piece.mark else len(piece.text)
        offsets.append(length)
        places = [(number, start, offsets[at]) for number, start, at in self.places]
        return Text(runs, places, lost)

    def _looks(self) -> Iterator[tuple[str, Look]]:
        return ((piece.text, piece.look) for piece in self.pieces if piece.note is None and not piece.mark)

    def _walk(self, element: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag == _R:
                self._run(child)
            elif tag in (PLACE_START, PLACE_END):
                self.places.append((place_number(child), tag == PLACE_START, len(self.pieces)))
            elif tag == _MATH_RUN:
                self._math(child)
            elif tag == ALTERNATIVES:
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch)
            elif tag == SIMPLE:
                self._simple_field(child, child.get(w("instr")) or "")
            elif tag in STRUCTURES:
                self._formula(child)
            elif tag not in _SKIPPED and tag not in DRAWN and tag != _P and len(child):
                self._walk(child)

    def _formula(self, structure: etree._Element) -> None:
        """Read what has signs of its own, in the look of the letters around."""
        look = self.reader.styles.look(self.style, None)
        for sign, part, shown in with_signs(structure):
            self._add(sign, look)
            if part is None:
                continue
            pieces, places = len(self.pieces), len(self.places)
            self._walk(part)
            if not shown:
                del self.pieces[pieces:]
                self.places[places:] = [(number, start, pieces) for number, start, _ in self.places[places:]]

    def _run(self, run: etree._Element) -> None:
        first = run[0] if len(run) else None
        properties = first if first is not None and first.tag == _RPR else None
        self._content(run, self.reader.styles.look(self.style, properties))

    def _content(self, run: etree._Element, look: Look) -> None:
        fields = self.reader.fields
        for child in run:
            tag = child.tag
            if tag == _T and not fields:  # most of what there is
                text = child.text
                if len(child) or (text and ("\n" in text or "\r" in text or not text.isascii())):
                    text = letters_shown(child)
                if text and not (look.lost or self.custom):
                    self.pieces.append(Piece(text, look))
                else:
                    self._add(text or "", look)
            elif tag == MARK:
                self._field(child)
            elif tag in (PLACE_START, PLACE_END):
                self.places.append((place_number(child), tag == PLACE_START, len(self.pieces)))
            elif fields and (fields[-1].hides or not fields[-1].in_result):
                continue
            elif tag == _T:
                self._add(letters_shown(child), look)
            elif tag in SIGNS:
                self._add(sign_text(child), look)
            elif tag == _BR:
                if child.get(_TYPE) not in ("page", "column"):
                    self._add("\n", look)
            elif tag == _SYM:
                self._add(symbol_text(child), look)
            elif tag in NOTED:
                self._reference(child)
            elif tag == _RUBY:
                base = child.find(_RUBY_BASE)
                if base is not None:
                    self._walk(base)
            elif tag == ALTERNATIVES:
                branch = chosen(child)
                if branch is not None:
                    self._content(branch, look)
            elif tag == _R:  # not as the format has it, but some programs nest runs
                self._run(child)
            elif tag in EQUATIONS:  # nor has it these in a run
                self._walk(child)
            elif is_unknown_around_letters(child):
                self._content(child, look)

    def _add(self, text: str, look: Look) -> None:
        if not text:
            return
        if self.reader.fields:
            self.reader.fields[-1].shows = True
        if look.lost:
            self.lost = True
            self.citing = self.citing or look.raised
        piece = Piece(text, look)
        if self.custom:
            piece.mark = True
            self.custom -= 1
        self.pieces.append(piece)

    def _math(self, run: etree._Element) -> None:
        look = self.reader.styles.look(self.style, run.find(_RPR))
        for child in run:
            if child.tag == _MATH_TEXT:
                self._add(child.text or "", look)
            elif child.tag in (PLACE_START, PLACE_END):
                self.places.append((place_number(child), child.tag == PLACE_START, len(self.pieces)))
            elif child.tag == _T:
                self._add(child.text or "", look)

    def _field(self, character: etree._Element) -> None:
        fields, kind = self.reader.fields, character.get(_FIELD_TYPE)
        whole = self.reader.closed_fields.get(character)
        if kind == "begin" and whole is not None:
            hides = bool(fields) and (fields[-1].hides or not fields[-1].in_result)
            fields.append(OpenField(whole, hides=hides))
        elif kind == "separate" and fields and not fields[-1].in_result:
            if variable_of(fields[-1].field.instruction) is None:
                fields[-1].in_result, fields[-1].piece = True, len(self.pieces)
        elif kind == "end" and whole is not None and fields:
            ended = fields.pop()
            if not (ended.shows or ended.hides) and (said := said_at(whole)):
                run = next(voice_of(whole).iterancestors(_R), None)
                self._add(said, self.reader.styles.look(self.style, None if run is None else run.find(_RPR)))
            elif fields and ended.shows:
                fields[-1].shows = True
            self._cite_field(whole.instruction, ended.piece if ended.in_result else len(self.pieces))

    def _simple_field(self, simple: etree._Element, instruction: str) -> None:
        if variable_of(instruction) is not None:
            return
        first, fields = len(self.pieces), self.reader.fields
        self._walk(simple)
        if (not fields or (fields[-1].in_result and not fields[-1].hides)) and (said := said_by_simple(simple)):
            self._add(said, self.reader.styles.look(self.style, look_of_simple(simple)))
        self._cite_field(instruction, first)

    def _cite_field(self, instruction: str, first: int) -> None:
        """Mark the result of a field that cites a note again."""
        named = _NOTE_FIELD.match(instruction)
        if named is None:
            return
        result = self.pieces[first:]
        # Set as a note mark it cites the note; else it is a word of the text: "as described in note 3".
        as_mark = r"\f" in instruction.lower() or any(piece.look.raised for piece in result)
        cited = self.reader.cited(named["name"]) if as_mark else None
        if cited is not None and result:
            for piece in result:
                piece.mark = True
            result[0].cites = cited
            self.citing = True

    def _reference(self, reference: etree._Element) -> None:
        first = self._custom_mark(reference) if has_own_mark(reference) else None
        shown = [] if first is None else [_shown(part) for part in (first, *rest_of_mark(first))]
        mark = None if first is None else "".join(shown)
        note = self.reader.note(note_kind(reference), reference.get(w("id")) or "", mark)
        if note is None:
            return
        self.pieces.append(Piece("", note=note))
        self.custom = sum(map(bool, shown))

    def _custom_mark(self, reference: etree._Element) -> etree._Element | None:
        """What holds the mark that follows a reference, or its beginning: in its own run, or at the head of the next
        where it looks like one.
        """
        for sibling in reference.itersiblings(_T, _SYM):
            return sibling
        run = reference.getparent()
        following = next(run.itersiblings(_R), None) if run is not None else None
        first = None if following is None else next(following.iterchildren(_T, _SYM), None)
        if following is None or first is None:
            return None
        look, mark = self.reader.styles.look(self.style, following.find(_RPR)), _shown(first)
        return first if look.raised or (mark and not any(sign.isalnum() for sign in mark)) else None


def _shown(element: etree._Element) -> str:
    return symbol_text(element) if element.tag == _SYM else (element.text or "").strip()
