"""Notes that come with a redline: footnotes, or endnotes where their numbers are those of the old file's endnotes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from functools import cached_property
from itertools import count

from lxml import etree

from models.draft import Draft, Footnote
from models.draft.directions import note_way, runs_right_to_left
from models.draft.paragraph import is_raised
from models.word.leaving.unseen.hidden import is_hidden
from models.word.markup import element, legal, marked_run, text_elements, whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.property_order import in_order
from models.word.reading.notes import note_numbers
from models.word.reading.number_formats import written
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.letters.ways import turn
from models.word.redlining.notes.note_ids import settled_ids
from models.word.redlining.notes.note_paragraphs import line_feeds, pieces
from models.word.redlining.notes.note_part import make_part, style_id
from models.word.redlining.notes.space_behind import SpaceBehindMarks, look_of_run
from models.word.signs import has_own_mark

_KINDS = ("footnote", "endnote")


class NewNotes:
    """Makes the notes that one redline adds, each with all its content inserted."""

    def __init__(
        self,
        package: Package,
        stamp: Stamp,
        new: Draft,
        own_marks: set[int],
        hiding: set[str] | None,
        ends: Callable[[Footnote], set[int] | None],
    ) -> None:
        """`own_marks` are the notes of the new draft whose mark is no number that Word would give.

        `hiding` is as in `with_shown_kept`; `ends` tells which line feeds of a note end a
        paragraph, None where nobody knows.
        """
        self._package, self._stamp, self._new, self._own_marks = package, stamp, new, own_marks
        self._hiding, self._ends = hiding, ends
        self._added: dict[str, set[str]] = {kind: set() for kind in _KINDS}
        self._free: dict[str, Iterator[int]] = {}
        self._space: dict[str, SpaceBehindMarks] = {}

    def place(self, note: Footnote, was: etree._Element | None) -> tuple[etree._Element, etree._Element]:
        """The place of a new note, which is added to its part, and the run it stands in.

        It looks as the run it `was` in, where the note stood elsewhere before and is of the kind it was: a sign where
        it was one, else a figure.
        """
        kind = self._kind(note)
        reference = element(f"{kind}Reference", id=self._add(note, kind))
        before = was.find(reference.tag) if was is not None else None
        alike = was is not None and before is not None and _marks_by_sign(was, before) == self._is_sign(note)
        look = look_of_run(was) if was is not None and alike else None
        run = element("r", look if look is not None else self.reference_properties(kind, note), reference)
        if note.id in self._own_marks:
            reference.set(w("customMarkFollows"), "1")
            run.extend(text_elements(note.mark))
        return reference, run

    def settle(self) -> None:
        """Put the notes in the order of their places, and give new ones their ids (see `note_ids`).

        Notes made for an attempt that was given up hang nowhere and go.
        """
        for kind, added in self._added.items():
            part = self._package.related(f"{kind}s")
            if part is None or not added:
                continue
            root = self._package.edit(part)
            references = list(self._package.root(self._package.main).iter(w(f"{kind}Reference")))
            order = list(dict.fromkeys(reference.get(w("id")) or "" for reference in references))
            place = {one: at for at, one in enumerate(order)}
            notes = [one for one in root.iterchildren(w(kind)) if one.get(w("type")) is None]
            for note in notes:
                root.remove(note)
            kept = [one for one in notes if one.get(w("id")) in place or one.get(w("id")) not in added]
            kept.sort(key=lambda one: place.get(one.get(w("id")) or "", len(place)))
            between = [whole(one.get(w("id"))) or 0 for one in root.iterchildren(w(kind))]
            ids = settled_ids([one.get(w("id")) or "" for one in kept], place, added, max([*between, 0]))
            root.extend(kept)
            lost = [one for one in order if one in ids.values() and one not in ids]
            ids |= zip(
                lost, map(str, _beyond([*order, *ids.values()])), strict=False
            )  # a place without a note gets none of them
            for node in [*kept, *references]:
                if (known := ids.get(node.get(w("id")) or "")) is not None:
                    node.set(w("id"), known)

    def reference_properties(self, kind: str, note: Footnote) -> etree._Element | None:
        """The look of a note's place: as the file's others have it that are seen, else raised.

        A sign that is the mark of one is no figure: it stands as the words do, and no figure is to look like it.
        """
        look = self._numbered_look(kind)
        if self._is_sign(note):
            look = element("rPr") if look is None else look
            for one in [*look.findall(w("vertAlign")), *look.findall(w("position"))]:
                look.remove(one)
            look.append(element("vertAlign", val="baseline"))
            in_order(look)
        return look

    def _is_sign(self, note: Footnote) -> bool:
        return note.id in self._own_marks and not is_raised(note.mark)

    def _numbered_look(self, kind: str) -> etree._Element | None:
        for reference in self._package.root(self._package.main).iter(w(f"{kind}Reference")):
            run = reference.getparent()
            if run is None or has_own_mark(reference) or (self._hiding is not None and is_hidden(run, self._hiding)):
                continue
            if (look := look_of_run(run)) is not None:
                return look
        if (style := style_id(self._package, f"{kind} reference")) is not None:
            return element("rPr", element("rStyle", val=style))
        return element("rPr", element("vertAlign", val="superscript"))

    @cached_property
    def _used(self) -> set[str]:
        """The kinds of notes that stand in the old file."""
        root = self._package.root(self._package.main)
        return {kind for kind in _KINDS if next(root.iter(w(f"{kind}Reference")), None) is not None}

    def _kind(self, note: Footnote) -> str:
        """A draft knows no endnotes: a note is one where its number is written as this file writes those of endnotes.

        Where both kinds are written alike, it is one if the file has endnotes alone and it goes on in their count; two
        notes of one number are in two counts.
        """
        if note.id in self._own_marks or note.mark not in self._numbers["endnote"]:
            return "footnote"
        if note.mark not in self._numbers["footnote"]:
            return "endnote"
        return "endnote" if self._used == {"endnote"} and self._in_one_count else "footnote"

    @cached_property
    def _numbers(self) -> dict[str, set[str]]:
        """The numbers that notes of each kind have in this file, as many as there are notes."""
        many = len(self._new.footnotes)
        said = {kind: note_numbers(self._package, kind) for kind in _KINDS}
        return {
            kind: {written(one.start + n, one.form) for one in sections for n in range(many)}
            for kind, sections in said.items()
        }

    @cached_property
    def _in_one_count(self) -> bool:
        marks = [one.mark for one in self._new.footnotes if one.id not in self._own_marks]
        return len(marks) == len(set(marks))

    def _add(self, note: Footnote, kind: str) -> int:
        """A new note in the file with all its words inserted; its id.

        Its number is not marked: it goes with its place in the text, and LibreOffice drops the marks of a note whose
        number is.
        """
        part = self._package.related(f"{kind}s") or make_part(self._package, kind)
        root = self._package.edit(part)
        if kind not in self._free:  # all that come later count on from it
            places = self._package.root(self._package.main).iter(w(f"{kind}Reference"))
            self._free[kind] = _beyond(one.get(w("id")) or "" for one in (*root.iterchildren(w(kind)), *places))
        identity = next(self._free[kind])
        if kind not in self._space:
            self._space[kind] = SpaceBehindMarks(self._package, kind, root)
        model = next((one for one in root.iterchildren(w(kind)) if one.get(w("type")) is None), None)
        line = model.find(w("p")) if model is not None else None
        look = line.find(w("pPr")) if line is not None else None
        properties = deepcopy(look) if look is not None else element("pPr")
        for child in [one for one in properties if one.tag in (w("rPr"), w("pPrChange"), w("sectPr"))]:
            properties.remove(child)
        if look is None and (style := style_id(self._package, f"{kind} text")) is not None:
            properties.append(element("pStyle", val=style))
        otherwise = runs_right_to_left(self._new)
        turned = note_way(note.text, otherwise)
        words = None if line is None else "".join(one.text or "" for one in line.iter(w("t")))
        turn(properties, turned, None if words is None else note_way(words, otherwise))
        mark = element("r", self._mark_properties(line, kind, note))
        mark.extend(text_elements(note.mark) if note.id in self._own_marks else [element(f"{kind}Ref")])
        made = element(kind, id=identity)
        number, content = ([], [mark]) if note.id in self._own_marks else ([mark], [])
        content.append(element("r", self._space[kind].behind(note.mark), *text_elements(" ")))
        known = self._ends(note)
        for runs in pieces(note.runs, line_feeds(note) if known is None else known):
            for run in runs:
                if run.footnote is None and legal(run.text):
                    content.append(marked_run(run, turned))
            change = self._stamp.change("ins", *content) if content else None
            made.append(element("p", deepcopy(properties), *number, change))
            number, content = [], []
        for paragraph in list(made)[:-1]:
            self._stamp.mark(paragraph, "ins")
        root.append(made)
        self._added[kind].add(str(identity))
        return identity

    def _mark_properties(self, line: etree._Element | None, kind: str, note: Footnote) -> etree._Element | None:
        if line is not None and note.id not in self._own_marks:
            for run in line.iter(w("r")):
                own = run.find(w("rPr"))
                if run.find(w(f"{kind}Ref")) is not None and own is not None:
                    return deepcopy(own)
        return self.reference_properties(kind, note)


def _marks_by_sign(run: etree._Element, reference: etree._Element) -> bool:
    return has_own_mark(reference) and not is_raised("".join(one.text or "" for one in run.iter(w("t"), w("delText"))))


def _beyond(ids: Iterable[str]) -> Iterator[int]:
    """Ids that are higher than some."""
    return count(max((whole(one) or 0 for one in ids), default=0) + 1)
