"""Notes that come with a redline: footnotes, or endnotes where the old file has its notes there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from copy import deepcopy
from functools import cached_property
from itertools import pairwise

from lxml import etree

from models.draft import Footnote, Run
from models.word.markup import NAMESPACES, element, legal, text_elements, whole
from models.word.namespaces import RELATION, w
from models.word.package import Package
from models.word.reading.notes import note_numbers
from models.word.redlining.inserted_letters import model_properties
from models.word.redlining.revision_marks import Stamp

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}s+xml"
_KINDS = {"footnote": "Footnote", "endnote": "Endnote"}
_ROMAN = re.compile(r"[ivxlcdm]+")
_AFTER_NOTES = tuple(
    w(name)
    for name in (
        "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
        "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip


class NewNotes:
    """Makes the notes that one redline adds, each with all its content inserted."""

    def __init__(self, package: Package, stamp: Stamp, own_marks: set[int]) -> None:
        """`own_marks` are the notes whose mark is no number that Word would give."""
        self._package, self._stamp, self._own_marks = package, stamp, own_marks
        self._added: dict[str, set[str]] = {kind: set() for kind in _KINDS}

    def place(self, note: Footnote) -> tuple[etree._Element, etree._Element]:
        """The place of a new note, which is added to its part, and the run it stands in."""
        kind = self._kind(note)
        reference = element(f"{kind}Reference", id=self._add(note, kind))
        run = element("r", self.reference_properties(kind), reference)
        if note.id in self._own_marks:
            reference.set(w("customMarkFollows"), "1")
            run.extend(text_elements(note.mark))
        return reference, run

    def settle(self) -> None:
        """Put the notes in the order of their places, and give new ones their ids.

        LibreOffice gives the n-th place the note with the n-th lowest id, whatever id the place tells, so that one that
        comes before others has to have a lower id than these. All that stand before it keep theirs. Notes made for an
        attempt that was given up hang nowhere and go.
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
            ids = _ids([one.get(w("id")) or "" for one in kept], place, added, max([*between, 0]))
            root.extend(kept)
            for node in [*kept, *references]:
                if (known := ids.get(node.get(w("id")) or "")) is not None:
                    node.set(w("id"), known)

    def reference_properties(self, kind: str = "footnote") -> etree._Element | None:
        """The look of a note's place: as the file's others have it, else raised."""
        for reference in self._package.root(self._package.main).iter(w(f"{kind}Reference")):
            run = reference.getparent()
            own = run.find(w("rPr")) if run is not None else None
            if own is not None:
                copy = deepcopy(own)
                for child in [*copy.findall(w("rPrChange")), *copy.findall(w("ins")), *copy.findall(w("del"))]:
                    copy.remove(child)
                return copy
        if self._has_style(f"{_KINDS[kind]}Reference"):
            return element("rPr", element("rStyle", val=f"{_KINDS[kind]}Reference"))
        return element("rPr", element("vertAlign", val="superscript"))

    @cached_property
    def _used(self) -> set[str]:
        """The kinds of notes that stand in the old file."""
        root = self._package.root(self._package.main)
        return {kind for kind in _KINDS if next(root.iter(w(f"{kind}Reference")), None) is not None}

    def _kind(self, note: Footnote) -> str:
        """A draft knows no endnotes: what is one is told by where the file has its notes, and by the note's number."""
        if self._used == {"endnote"}:
            return "endnote"
        roman = note.id not in self._own_marks and _ROMAN.fullmatch(note.mark) is not None
        forms = {kind: note_numbers(self._package, kind).form for kind in _KINDS} if roman else {}
        return "endnote" if roman and forms["endnote"] == "lowerRoman" != forms["footnote"] else "footnote"

    def _add(self, note: Footnote, kind: str) -> int:
        """A new note in the file with all its content inserted; its id."""
        part = self._package.related(f"{kind}s") or self._make_part(kind)
        root = self._package.edit(part)
        taken = [whole(one.get(w("id"))) or 0 for one in root.iterchildren(w(kind))]
        identity = max([*taken, 0]) + 1
        model = next((one for one in root.iterchildren(w(kind)) if one.get(w("type")) is None), None)
        line = model.find(w("p")) if model is not None else None
        look = line.find(w("pPr")) if line is not None else None
        properties = deepcopy(look) if look is not None else element("pPr")
        for child in [one for one in properties if one.tag in (w("rPr"), w("pPrChange"), w("sectPr"))]:
            properties.remove(child)
        if look is None and self._has_style(f"{_KINDS[kind]}Text"):
            properties.append(element("pStyle", val=f"{_KINDS[kind]}Text"))
        mark = element("r", self._mark_properties(line, kind))
        mark.extend(text_elements(note.mark) if note.id in self._own_marks else [element(f"{kind}Ref")])
        made = element(kind, id=identity)
        content = [mark, element("r", None, *text_elements(" "))]
        for runs in lines(note.runs):
            content += [element("r", model_properties(run.marks, (), ()), *text_elements(run.text)) for run in runs]
            made.append(element("p", deepcopy(properties), self._stamp.change("ins", *content) if content else None))
            content = []
        for paragraph in list(made)[:-1]:
            self._stamp.mark(paragraph, "ins")
        root.append(made)
        self._added[kind].add(str(identity))
        return identity

    def _mark_properties(self, line: etree._Element | None, kind: str) -> etree._Element | None:
        if line is not None:
            for run in line.iter(w("r")):
                own = run.find(w("rPr"))
                if run.find(w(f"{kind}Ref")) is not None and own is not None:
                    return deepcopy(own)
        return self.reference_properties(kind)

    def _has_style(self, name: str) -> bool:
        part = self._package.related("styles")
        root = self._package.root(part) if part is not None else None
        return root is not None and any(one.get(w("styleId")) == name for one in root.iterchildren(w("style")))

    def _make_part(self, kind: str) -> str:
        root = etree.Element(w(f"{kind}s"), nsmap=NAMESPACES)
        for number, between in ((-1, "separator"), (0, "continuationSeparator")):
            root.append(element(kind, element("p", element("r", element(between))), type=between, id=number))
        folder = self._package.main.rpartition("/")[0]
        name = f"{folder}/{kind}s.xml" if folder else f"{kind}s.xml"
        while self._package.has(name):
            name = name.replace(".xml", "_.xml")
        self._package.add_part(name, root, _TYPE.format(kind), f"{RELATION}/{kind}s")
        settings = self._package.related("settings")
        if settings is not None and self._package.root(settings).find(w(f"{kind}Pr")) is None:
            own = self._package.edit(settings)
            after = (w("endnotePr"), *_AFTER_NOTES) if kind == "footnote" else _AFTER_NOTES
            said = element(f"{kind}Pr", *(element(kind, id=number) for number in (-1, 0)))
            later = next((child for child in own if child.tag in after or w("") not in str(child.tag)), None)
            own.append(said) if later is None else later.addprevious(said)
        return name


def _ids(notes: Iterable[str], placed: Collection[str], added: set[str], last: int) -> dict[str, str]:
    """The ids of notes, in the order of their places, after `last`: none is another than it was without need.

    None is changed where those that stood in the file are in no order of their own: no program can rely on it there.
    """
    notes = list(notes)
    stood = [whole(one) or 0 for one in notes if one in placed and one not in added]
    if any(after <= before for before, after in pairwise(stood)):
        return {}
    found: dict[str, str] = {}
    taken: set[int] = set()
    for one in notes:  # those without a place come last
        number = whole(one) or 0
        if one in placed:
            number = last = last + 1 if one in added or number <= last else number
        elif number in taken:
            number = max(taken) + 1
        taken.add(number)
        found[one] = str(number)
    return found


def lines(runs: Iterable[Run]) -> list[list[Run]]:
    """The runs of a note, its places of other notes aside, parted where its paragraphs end."""
    found: list[list[Run]] = [[]]
    for run in runs:
        for at, text in enumerate(run.text.split("\n") if run.footnote is None else ()):
            if at:
                found.append([])
            if legal(text):
                found[-1].append(Run(text, run.italic, run.bold, run.underline))
    return found
