"""Footnotes and endnotes of a Word file as the draft has them: one row of ids in the order of first reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from models.draft import Footnote, Run, tidy_runs
from models.word.fields import closed_fields
from models.word.markup import whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import chosen_paragraphs
from models.word.reading.appearance import Styles
from models.word.reading.lost_looks import LostLook
from models.word.reading.number_formats import written
from models.word.reading.paragraph_text import Text, TextReader
from models.word.seldom import each, seldom

_VAL, _T, _R, _SECTION = w("val"), w("t"), w("r"), w("sectPr")
(_RAISED,) = seldom(w("vertAlign"))
seldom(_SECTION)
_LONGEST_NUMBER = 6  # digits of a note's number
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}  # where the file says nothing
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(slots=True)
class NoteNumbers:
    """How the notes of one kind are numbered in a section: form, first number, and whether it starts anew."""

    form: str = "decimal"
    start: int = 1
    by_section: bool = False


@dataclass(slots=True)
class _Cited:
    kind: str
    element: etree._Element
    mark: str
    custom: bool = False  # the mark stands in the text of the note too


@dataclass
class Notes:
    """The notes of a file and those cited so far."""

    elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, list[NoteNumbers]] = field(default_factory=dict)  # in each section
    next: dict[str, int] = field(default_factory=dict)  # number of a note of each kind
    section: int = 0
    bookmarks: dict[str, tuple[str, str]] = field(default_factory=dict)
    ids: dict[tuple[str, str], int] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    missing: int = 0
    lost: list[tuple[int, str, LostLook]] = field(default_factory=list)  # id, mark, and what looks as no draft can say
    _cited: list[_Cited] = field(default_factory=list)

    def cite(self, kind: str, id_in_file: str, mark: str | None) -> int | None:
        """The id of a note in the draft; a note with no mark of its own takes the next number at its first citing."""
        key = (kind, id_in_file)
        if key in self.ids:
            return self.ids[key]
        element = self.elements.get(key)
        if element is None:
            self.missing += 1
            return None
        self.ids[key] = number = len(self._cited) + 1
        custom = mark is not None
        if mark is None:
            mark = written(self.next[kind], self._here(kind).form)
            self.next[kind] += 1
            self.marks[mark] = number
        self._cited.append(_Cited(kind, element, mark, custom))
        return number

    def cited_at(self, bookmark: str) -> int | None:
        """The id of the note whose reference stands in a bookmark, where it was cited before."""
        key = self.bookmarks.get(bookmark)
        return self.ids.get(key) if key is not None else None

    def end_section(self) -> None:
        """Number as the next section does, which may start anew."""
        self.section += 1
        for kind in self.numbers:
            if (here := self._here(kind)).by_section:
                self.next[kind] = here.start

    def _here(self, kind: str) -> NoteNumbers:
        return self.numbers[kind][: self.section + 1][-1]

    def read(self, styles: Styles) -> tuple[tuple[Footnote, ...], dict[int, list[tuple[int, bool, int]]]]:
        """The notes cited, with their text, and by id where marks of tracked changes stand in it."""
        notes, places = [], {}
        for number, cited in enumerate(self._cited, 1):
            runs, found, lost = _read_note(cited, styles)
            self.lost += [(number, cited.mark, one) for one in lost]
            notes.append(Footnote(number, cited.mark, runs))
            places[number] = found
        return tuple(notes), places


def find_notes(package: Package) -> Notes:
    """The notes of a package, none of them cited yet."""
    notes = Notes(bookmarks=_note_bookmarks(package.root(package.main)))
    for kind in _FORMS:
        notes.numbers[kind] = note_numbers(package, kind)
        notes.next[kind] = notes.numbers[kind][0].start
        name = package.related(f"{kind}s")
        if name is None:
            continue
        notes.parts[name] = kind
        for element in package.root(name).iterchildren(w(kind)):
            if element.get(w("type")) not in _SEPARATORS:
                notes.elements.setdefault((kind, element.get(w("id")) or ""), element)
    return notes


def note_numbers(package: Package, kind: str) -> list[NoteNumbers]:
    """How each section numbers a kind of notes: by the settings of the file, and by what it says itself."""
    tag, settings = w(f"{kind}Pr"), package.root_of("settings")
    of_file = _numbers(NoteNumbers(_FORMS[kind]), settings.find(tag) if settings is not None else None)
    sections = [one for one in each(package.root(package.main), _SECTION) if not _is_former(one)]
    return [_numbers(of_file, section.find(tag)) for section in sections] or [of_file]


def _is_former(section: etree._Element) -> bool:
    above = section.getparent()
    return above is not None and above.tag == w("sectPrChange")


def _numbers(otherwise: NoteNumbers, said: etree._Element | None) -> NoteNumbers:
    numbers = replace(otherwise)
    for child in said if said is not None else ():
        value = child.get(_VAL) or ""
        if child.tag == w("numFmt"):
            numbers.form = value or numbers.form
        elif child.tag == w("numStart"):
            numbers.start = max(whole(value) or numbers.start, 0)
        elif child.tag == w("numRestart"):
            numbers.by_section = value == "eachSect"
    return numbers


def _note_bookmarks(root: etree._Element) -> dict[str, tuple[str, str]]:
    """The first note reference inside each bookmark that a field could cite."""
    open_names: dict[str | None, str] = {}  # of bookmarks in which no reference stood yet
    found: dict[str, tuple[str, str]] = {}
    references = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
    for element in root.iter(w("bookmarkStart"), w("bookmarkEnd"), *references):
        if element.tag == w("bookmarkStart"):
            open_names[element.get(w("id"))] = element.get(w("name")) or ""
        elif element.tag == w("bookmarkEnd"):
            open_names.pop(element.get(w("id")), None)
        else:
            key = (references[str(element.tag)], element.get(w("id")) or "")
            for name in open_names.values():
                found.setdefault(name, key)
            open_names.clear()
    return found


def _read_note(cited: _Cited, styles: Styles) -> tuple[tuple[Run, ...], list[tuple[int, bool, int]], list[LostLook]]:
    """The runs of a note, its paragraphs joined by line feeds, without its mark and the space after it."""
    note, mark = cited.element, cited.mark
    reader = TextReader(styles, closed_fields=closed_fields(note), of_note=True)
    runs: list[Run] = []
    places: list[tuple[int, bool, int]] = []
    lost: list[LostLook] = []
    length = 0
    for paragraph in chosen_paragraphs(note):
        if runs or length:
            runs.append(Run("\n"))
            length += 1
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        text: Text = reader.read(paragraph, None if style is None else style.get(_VAL))
        places += [(number, start, length + offset) for number, start, offset in text.places]
        runs += text.runs
        lost += text.lost
        length += sum(len(run.text) for run in text.runs)
    written_text = "".join(run.text for run in runs)
    after = written_text.lstrip().removeprefix(mark)
    stands_there = bool(mark) and len(after) < len(written_text.lstrip())
    # Letters and figures are the mark only where the note has one of its own and they stand alone.
    alone = cited.custom and (not after or after[0].isspace())
    head = len(mark) if stands_there and (alone or not mark.isalnum()) else 0
    cut = len(written_text) - len(written_text.lstrip()) + head if head else 0
    rest = written_text[cut:]
    if alone and head and rest.lstrip() != rest and rest.lstrip().startswith(mark):
        # LibreOffice writes a mark of the note's own before the one that stands in its words.
        cut += len(rest) - len(rest.lstrip()) + len(mark)
        rest = written_text[cut:]
    cut += len(rest) - len(rest.lstrip())
    places = [(number, start, max(0, offset - cut)) for number, start, offset in places]
    return tidy_runs(_without_head(runs, cut)), places, lost


def _without_head(runs: list[Run], cut: int) -> list[Run]:
    kept = []
    for run in runs:
        gone = min(cut, len(run.text))
        cut -= gone
        kept.append(Run(run.text[gone:], run.italic, run.bold, run.underline))
    return kept


def has_typed_series(root: etree._Element) -> bool:
    """Whether the raised numbers typed in a text run 1, 2, 3: then they are notes of its own, and cite no other."""
    texts = ["".join(text.text or "" for text in run.iter(_T)).strip() for run in _raised_runs(root)]
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < _LONGEST_NUMBER]
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


def _raised_runs(root: etree._Element) -> Iterator[etree._Element]:
    for position in each(root, _RAISED):
        run = next(position.iterancestors(_R), None)
        if run is not None and position.get(_VAL) == "superscript":
            yield run
