"""Footnotes in a redline: new notes, notes that go, notes whose words change, and further mentions of a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from models.comparison.change import Comparison, FootnoteChange, Words
from models.comparison.words import readable, word_diff
from models.draft import Draft, Footnote
from models.word.markup import NAMESPACES, element, field_runs, legal, text_elements, whole
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.atoms import NewAtom, OldAtom, match, new_atoms
from models.word.redlining.deleted_content import delete_content
from models.word.redlining.edit_script import TooFine, script
from models.word.redlining.inserted_letters import model_properties
from models.word.redlining.paragraph_edit import ParagraphEdit
from models.word.redlining.raw_letters import raw_atoms
from models.word.redlining.revision_marks import By, Stamp

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_AFTER_NOTES = tuple(
    w(name)
    for name in (
        "endnotePr", "compat", "docVars", "rsids", "attachedSchema", "themeFontLang", "clrSchemeMapping",
        "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown",
        "smartTagType", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip
Key = tuple[str, str]


class TrackedNotes:
    """The notes of one redline. Places of notes ask it for their runs; at the end it settles the notes themselves."""

    def __init__(
        self,
        package: Package,
        comparison: Comparison,
        stamp: Stamp,
        readable_words: bool,
        anew: set[int],
        by: Callable[[FootnoteChange], By],
    ) -> None:
        """`package` holds the old file, its changes resolved; further mentions of the notes in `anew` never stay."""
        self._anew = anew
        self._by: dict[int, By] = {old: by(change) for change in comparison.footnotes for old in change.old}
        self._package, self._stamp, self._readable = package, stamp, readable_words
        self._old, self._new = comparison.old, comparison.new
        self._words: dict[tuple[int, int], Words] = {}
        self._pairs: dict[int, int] = {}
        for change in comparison.footnotes:
            for old, new in zip(change.old, change.new, strict=False):
                self._pairs[old] = new
            if len(change.old) == len(change.new) == 1:
                self._words[change.old[0], change.new[0]] = change.words
        self._keys: dict[int, Key] = {}
        self._custom: dict[int, str | None] = {}
        self._kept: dict[int, int] = {}
        self._gone: dict[int, By] = {}
        self._places: dict[int, etree._Element] = {}
        self._names: dict[int, str] = {}
        self._own_mark = _own_marks(self._new)
        self._added: set[str] = set()

    def learn(self, atoms: Sequence[OldAtom]) -> None:
        """Learn from the places of notes in an old paragraph which note of the file each one is."""
        for atom in atoms:
            reference = next((raw for raw in atom.raws if raw.is_reference), None)
            if atom.note is None or reference is None or atom.note in self._keys:
                continue
            kind = "endnote" if reference.child.tag == w("endnoteReference") else "footnote"
            self._keys[atom.note] = (kind, reference.child.get(w("id")) or "")
            custom = reference.child.get(w("customMarkFollows"), "0") not in ("0", "false", "off")
            note = self._old.note.get(atom.note)
            self._custom[atom.note] = note.mark if custom and note is not None else None

    def same(self, old: OldAtom, new: NewAtom) -> bool:
        """Whether the place of a note can stay: the same note in the same way, its words aside."""
        if old.note is None or new.note is None or self._pairs.get(old.note) != new.note:
            return False
        if old.is_real_note != new.real:
            return False
        if not new.real:
            if new.note in self._anew:
                return False
            cited = any(raw.span is not None for raw in old.raws)
            return cited or _mark(self._old, old.note) == _mark(self._new, new.note)
        return self._custom.get(old.note) in (None, _mark(self._new, new.note))

    def keep(self, old: OldAtom, new: NewAtom) -> None:
        """A place of a note stays."""
        if old.note is not None and new.note is not None and new.real:
            self._kept[old.note] = new.note
            self._places[new.note] = next(raw.child for raw in old.raws if raw.is_reference)

    def go(self, old: OldAtom) -> None:
        """A place of a note goes."""
        if old.note is not None and old.is_real_note:
            self._gone[old.note] = self._stamp.by

    def runs(self, atom: NewAtom) -> list[etree._Element]:
        """The runs for the place of a note of the new draft."""
        assert atom.note is not None
        note = self._new.note.get(atom.note)
        if note is None:
            return []
        if not atom.real:
            name = self._names.setdefault(note.id, f"_AdrefCited{self._stamp.identity()}")
            properties = self._reference_properties()
            children = [] if properties is None else [deepcopy(child) for child in properties]
            return list(field_runs(f"NOTEREF {name} \\f \\h", note.mark, children))
        identity = self._add(note)
        reference = element("footnoteReference", id=identity)
        run = element("r", self._reference_properties(), reference)
        if note.id in self._own_mark:
            reference.set(w("customMarkFollows"), "1")
            run.extend(text_elements(note.mark))
        self._places[note.id] = reference
        return [run]

    def finish(self) -> None:
        """Show in the notes what became of them, and name the places that are mentioned again."""
        for old, by in self._gone.items():
            with self._stamp.signed(by):
                self._delete(old)
        for old, new in self._kept.items():
            before, after = self._old.note.get(old), self._new.note.get(new)
            if before is not None and after is not None and before.runs != after.runs:
                with self._stamp.signed(self._by.get(old)):
                    self._reword(old, before, after)
        self._sort()
        for new, name in self._names.items():
            place = self._places.get(new)
            if place is not None:
                self._bookmark(place, name)

    # Inside

    def _sort(self) -> None:
        """Put the footnotes in the order of their places and number them so, as Word does when it saves.

        LibreOffice gives the n-th place the n-th note, whatever ids the places tell. Notes made for an attempt that was
        given up hang nowhere and go.
        """
        part = self._package.related("footnotes")
        if part is None or not self._added:
            return
        root = self._package.edit(part)
        references = list(self._package.root(self._package.main).iter(w("footnoteReference")))
        place = {reference.get(w("id")): at for at, reference in enumerate(references)}
        notes = [one for one in root.iterchildren(w("footnote")) if one.get(w("type")) is None]
        for note in notes:
            root.remove(note)
        kept = [one for one in notes if one.get(w("id")) in place or one.get(w("id")) not in self._added]
        kept.sort(key=lambda one: place.get(one.get(w("id")), len(place)))
        root.extend(kept)
        between = [whole(one.get(w("id"))) or 0 for one in root.iterchildren(w("footnote")) if one not in kept]
        ids = {note.get(w("id")): str(number) for number, note in enumerate(kept, max([*between, 0]) + 1)}
        for node in [*kept, *references]:
            node.set(w("id"), ids.get(node.get(w("id"))) or node.get(w("id")) or "")

    def _bookmark(self, reference: etree._Element, name: str) -> None:
        node = reference
        while (parent := node.getparent()) is not None and parent.tag != w("p"):
            node = parent
        run = reference.getparent()
        before = list(run.itersiblings(preceding=True))[::-1] if run is not None and run is not node else []
        if before:  # other notes may stand before it in the same change, and the first in a bookmark is the one cited
            head = element(etree.QName(node).localname)
            head.attrib.update(node.attrib)
            head.set(w("id"), str(self._stamp.identity()))
            node.addprevious(head)
            head.extend(before)
        identity = self._stamp.identity()
        node.addprevious(element("bookmarkStart", id=identity, name=name))
        node.addnext(element("bookmarkEnd", id=identity))

    def _note(self, old: int) -> etree._Element | None:
        key = self._keys.get(old)
        part = self._package.related(f"{key[0]}s") if key is not None else None
        if key is None or part is None:
            return None
        root = self._package.edit(part)
        return next((one for one in root.iterchildren(w(key[0])) if one.get(w("id")) == key[1]), None)

    def _delete(self, old: int) -> None:
        note = self._note(old)
        if note is not None:
            for paragraph in note.iter(w("p")):
                delete_content(paragraph, self._stamp, set())

    def _reword(self, old: int, before: Footnote, after: Footnote) -> None:
        note = self._note(old)
        if note is None:
            return
        paragraphs = [node for node in note if node.tag == w("p")]
        pair = (before.id, after.id)
        words = self._words.get(pair) or word_diff(before.text, after.text)
        fresh = new_atoms(after.runs, set())
        try:
            if len(paragraphs) != 1:
                raise TooFine("A note of several paragraphs is replaced as a whole.")
            self._edit(paragraphs[0], before, fresh, readable(words) if self._readable else words)
        except TooFine:
            self._replace(paragraphs, fresh)

    def _edit(self, paragraph: etree._Element, before: Footnote, fresh: Sequence[NewAtom], words: Words) -> None:
        from models.draft import Kind, Paragraph

        raws = raw_atoms(paragraph)
        matched = match(Paragraph(Kind.TEXT, before.runs), raws) if raws is not None else None
        if matched is None:
            raise TooFine("The note does not read as it stands.")
        steps = script([matched], [fresh], [matched.typed], words, lambda old, new: False)
        ParagraphEdit(paragraph, self._stamp, self.runs, matched.atoms).carry_out(steps)

    def _replace(self, paragraphs: Sequence[etree._Element], fresh: Sequence[NewAtom]) -> None:
        for at, paragraph in enumerate(paragraphs):
            for run in [run for run in paragraph.iter(w("r")) if run.find(w("footnoteRef")) is None]:
                if run.find(w("endnoteRef")) is None and run.getparent() is not None:
                    self._stamp.wrap(run, "del")
            if at < len(paragraphs) - 1:
                self._stamp.mark(paragraph, "del")
        if paragraphs:
            text = "".join(atom.text for atom in fresh)
            run = element("r", None, *text_elements(" " + text))
            head = next((one for one in paragraphs[0].iter(w("r")) if one.find(w("footnoteRef")) is not None), None)
            change = self._stamp.change("ins", run)
            if head is not None and head.getparent() is paragraphs[0]:
                head.addnext(change)
            else:
                paragraphs[0].append(change)

    def _reference_properties(self) -> etree._Element | None:
        """The look of a note's place: as the file's others have it, else raised."""
        for reference in self._package.root(self._package.main).iter(w("footnoteReference")):
            run = reference.getparent()
            own = run.find(w("rPr")) if run is not None else None
            if own is not None:
                copy = deepcopy(own)
                for child in [*copy.findall(w("rPrChange")), *copy.findall(w("ins")), *copy.findall(w("del"))]:
                    copy.remove(child)
                return copy
        if self._has_style("FootnoteReference"):
            return element("rPr", element("rStyle", val="FootnoteReference"))
        return element("rPr", element("vertAlign", val="superscript"))

    def _has_style(self, name: str) -> bool:
        part = self._package.related("styles")
        root = self._package.root(part) if part is not None else None
        return root is not None and any(one.get(w("styleId")) == name for one in root.iterchildren(w("style")))

    def _add(self, note: Footnote) -> int:
        """A new note in the file with all its content inserted; its id."""
        part = self._package.related("footnotes") or self._make_part()
        root = self._package.edit(part)
        taken = [whole(one.get(w("id"))) or 0 for one in root.iterchildren(w("footnote"))]
        identity = max([*taken, 0]) + 1
        model = next((one for one in root.iterchildren(w("footnote")) if one.get(w("type")) is None), None)
        line = model.find(w("p")) if model is not None else None
        look = line.find(w("pPr")) if line is not None else None
        properties = deepcopy(look) if look is not None else element("pPr")
        for child in [one for one in properties if one.tag in (w("rPr"), w("pPrChange"), w("sectPr"))]:
            properties.remove(child)
        if look is None and self._has_style("FootnoteText"):
            properties.append(element("pStyle", val="FootnoteText"))
        mark = element("r", self._mark_properties(line))
        mark.extend(text_elements(note.mark) if note.id in self._own_mark else [element("footnoteRef")])
        content = [mark, element("r", None, *text_elements(" "))]
        for run in note.runs:
            if run.footnote is None and legal(run.text):
                content.append(element("r", model_properties(run.marks, (), ()), *text_elements(run.text)))
        root.append(element("footnote", element("p", properties, self._stamp.change("ins", *content)), id=identity))
        self._added.add(str(identity))
        return identity

    def _mark_properties(self, line: etree._Element | None) -> etree._Element | None:
        if line is not None:
            for run in line.iter(w("r")):
                own = run.find(w("rPr"))
                if run.find(w("footnoteRef")) is not None and own is not None:
                    return deepcopy(own)
        return self._reference_properties()

    def _make_part(self) -> str:
        root = etree.Element(w("footnotes"), nsmap=NAMESPACES)
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            root.append(element("footnote", element("p", element("r", element(kind))), type=kind, id=number))
        folder = self._package.main.rpartition("/")[0]
        name = f"{folder}/footnotes.xml" if folder else "footnotes.xml"
        while self._package.has(name):
            name = name.replace(".xml", "_.xml")
        self._package.add_part(name, root, _TYPE, _RELATION)
        settings = self._package.related("settings")
        if settings is not None and self._package.root(settings).find(w("footnotePr")) is None:
            own = self._package.edit(settings)
            said = element("footnotePr", *(element("footnote", id=number) for number in (-1, 0)))
            later = next((child for child in own if child.tag in _AFTER_NOTES or w("") not in str(child.tag)), None)
            own.append(said) if later is None else later.addprevious(said)
        return name


def _own_marks(draft: Draft) -> set[int]:
    """The notes of a draft whose mark is no number that Word would give."""
    return {note.id for note in draft.footnotes if legal(note.mark).strip() and not note.mark.isalnum()}


def _mark(draft: Draft, note: int) -> str | None:
    found: Mapping[int, Footnote] = draft.note
    return found[note].mark if note in found else None
