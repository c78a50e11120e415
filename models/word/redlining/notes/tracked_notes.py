"""Footnotes in a redline: new notes, notes that go, notes whose words change, and further mentions of a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from models.comparison.change import Comparison, FootnoteChange
from models.comparison.words.marked import Words
from models.comparison.words.plain import word_diff
from models.comparison.words.readable import readable
from models.draft import Draft, Footnote
from models.word.markup import element, field_runs, legal, text_elements
from models.word.namespaces import w
from models.word.package import Package
from models.word.reading.alternatives import chosen_paragraphs
from models.word.redlining.letters.atoms import NewAtom, OldAtom
from models.word.redlining.letters.deleted_content import delete_content
from models.word.redlining.letters.edit_script import TooFine
from models.word.redlining.letters.revision_marks import By, Stamp
from models.word.redlining.notes.new_notes import NewNotes
from models.word.redlining.notes.note_paragraphs import edit_note, ends_in, raws_of
from models.word.redlining.notes.parted_marks import part_marks
from models.word.signs import NOTE_NUMBERS, has_own_mark

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
        hiding: set[str] | None,
        ends: Callable[[Footnote], set[int] | None],
    ) -> None:
        """`package` holds the old file, its changes resolved; further mentions of the notes in `anew` never stay.

        `hiding` is as in `with_shown_kept`; `ends` tells which line feeds of a new note end a
        paragraph, None where nobody knows.
        """
        self._anew, self._ends = anew, ends
        self._by: dict[int, By] = {old: by(change) for change in comparison.footnotes for old in change.old}
        self._package, self._stamp, self._readable, self._hiding = package, stamp, readable_words, hiding
        self._old, self._new = comparison.old, comparison.new
        self._words: dict[tuple[int, int], Words] = {}
        self._pairs: dict[int, int] = {}
        for change in comparison.footnotes:
            for old, new in zip(change.old, change.new, strict=False):
                self._pairs[old] = new
            if len(change.old) == len(change.new) == 1:
                self._words[change.old[0], change.new[0]] = change.words
        self._uprooted = _uprooted(comparison, self._pairs)
        self._remade = set[int]()  # in their paragraph as well: what cited them there leads nowhere
        self._keys: dict[int, Key] = {}
        self._custom: dict[int, str | None] = {}
        self._first: dict[int, etree._Element] = {}  # where each note is cited first in the old file
        self._runs: dict[int, etree._Element] = {}  # of notes of the new draft, where the old file has them
        self._kept: dict[int, int] = {}
        self._gone: dict[int, By] = {}
        self._places: dict[int, etree._Element] = {}
        self._made: list[etree._Element] = []  # the runs of all places that come
        self._names: dict[int, str] = {}
        self._standing: dict[str, dict[str, etree._Element]] = {}  # the notes of each kind, by their ids
        self._fresh = NewNotes(package, stamp, self._new, _own_marks(self._new), hiding, ends)

    def learn(self, atoms: Sequence[OldAtom]) -> None:
        """Learn from the places of notes in an old paragraph which note of the file each one is."""
        for atom in atoms:
            reference = next((raw for raw in atom.raws if raw.is_reference), None)
            if atom.note is None or reference is None or atom.note in self._keys:
                continue
            kind = "endnote" if reference.child.tag == w("endnoteReference") else "footnote"
            if (lives_on := self._pairs.get(atom.note)) is not None:
                self._runs[lives_on] = reference.run
            self._first[atom.note] = reference.child
            self._keys[atom.note] = (kind, reference.child.get(w("id")) or "")
            note = self._old.note.get(atom.note)
            self._custom[atom.note] = note.mark if note is not None and has_own_mark(reference.child) else None

    def same(self, old: OldAtom, new: NewAtom) -> bool:
        """Whether the place of a note can stay: the same note in the same way, its words aside."""
        if old.note is None or new.note is None or self._pairs.get(old.note) != new.note:
            return False
        again = self._cites_again(old)
        if old.is_real_note != (new.real or again):
            return False
        if not new.real:
            if new.note in self._anew:
                return False
            if again or any(raw.span is not None for raw in old.raws):
                return new.note not in self._uprooted and new.note not in self._remade
            return _mark(self._old, old.note) == _mark(self._new, new.note)
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
            properties = self._fresh.reference_properties("footnote", note)
            children = [] if properties is None else [deepcopy(child) for child in properties]
            field = list(field_runs(f"NOTEREF {name} \\f \\h", note.mark, children))
            self._made += field
            return field
        self._places[note.id], run = self._fresh.place(note, self._runs.get(note.id))
        self._remade.add(note.id)
        self._made.append(run)
        return [run]

    def finish(self) -> None:
        """Show in the notes what became of them, and name the places that are mentioned again."""
        for old, by in self._gone.items():
            if old in self._kept:
                continue  # some programs write one note at several places, and it stays at another
            with self._stamp.signed(by):
                self._delete(old)
        for old, new in self._kept.items():
            before, after = self._old.note.get(old), self._new.note.get(new)
            if before is None or after is None:
                continue
            if before.runs != after.runs or self._ends_otherwise(old, before, after):
                with self._stamp.signed(self._by.get(old)):
                    self._reword(old, before, after)
        self._fresh.settle()
        part_marks(self._made, self._stamp)
        for new, name in self._names.items():
            place = self._places.get(new)
            if place is not None:
                self._bookmark(place, name)

    # Inside

    def _cites_again(self, old: OldAtom) -> bool:
        """Whether a further place has the note itself once more, as some programs write it, its mark no other."""
        if old.note is None or self._custom.get(old.note) is not None:
            return False
        here = next((raw.child for raw in old.raws if raw.is_reference), None)
        return here is not None and self._first.get(old.note) is not here and not has_own_mark(here)

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

    def _ends_otherwise(self, old: int, before: Footnote, after: Footnote) -> bool:
        """Whether what ended a line of a note ends a paragraph now, or a paragraph a line: a draft has both alike."""
        known, key = self._ends(after), self._keys.get(old)
        root = self._package.root_of(f"{key[0]}s") if known is not None and key is not None else None
        if known is None or key is None or root is None:
            return False
        note = next((one for one in root.iterchildren(w(key[0])) if one.get(w("id")) == key[1]), None)
        try:
            return note is not None and ends_in(raws_of(list(chosen_paragraphs(note)), before), before.text) != known
        except TooFine:
            return False

    def _note(self, old: int) -> etree._Element | None:
        key = self._keys.get(old)
        part = self._package.related(f"{key[0]}s") if key is not None else None
        if key is None or part is None:
            return None
        if key[0] not in self._standing:
            every = [*self._package.edit(part).iterchildren(w(key[0]))]
            self._standing[key[0]] = {one.get(w("id")) or "": one for one in reversed(every)}
        return self._standing[key[0]].get(key[1])

    def _delete(self, old: int) -> None:
        note = self._note(old)
        if note is not None:
            for paragraph in note.iter(w("p")):
                delete_content(paragraph, self._stamp, set())

    def _reword(self, old: int, before: Footnote, after: Footnote) -> None:
        note = self._note(old)
        if note is None:
            return
        words = self._words.get((before.id, after.id)) or word_diff(before.text, after.text)
        stood = deepcopy(note)
        try:
            words = readable(words) if self._readable else words
            edit_note(note, before, after, words, self._stamp, self.runs, self._hiding, self._ends(after))
        except TooFine:
            note[:] = list(stood)
            self._replace([node for node in note if node.tag == w("p")], after)

    def _replace(self, paragraphs: Sequence[etree._Element], after: Footnote) -> None:
        for at, paragraph in enumerate(paragraphs):
            for run in [run for run in paragraph.iter(w("r")) if not _is_mark(run)]:
                if run.getparent() is not None:
                    self._stamp.wrap(run, "del")
            if at < len(paragraphs) - 1:
                self._stamp.mark(paragraph, "del")
        if paragraphs:
            change = self._stamp.change("ins", element("r", None, *text_elements(" " + after.text)))
            head = next((one for one in paragraphs[0].iter(w("r")) if _is_mark(one)), None)
            if head is not None and head.getparent() is paragraphs[0]:
                head.addnext(change)
            else:
                paragraphs[0].append(change)


def _is_mark(run: etree._Element) -> bool:
    return any(child.tag in NOTE_NUMBERS for child in run)


def _uprooted(comparison: Comparison, pairs: Mapping[int, int]) -> set[int]:
    """The notes of the new draft that hang in another paragraph than before: what cites them leads nowhere then."""
    stay = {at: change.new for change in comparison.changes if not change.moved for at in change.old}
    first: tuple[dict[int, int], dict[int, int]] = {}, {}
    for side, draft in zip(first, (comparison.old, comparison.new), strict=True):
        for at, paragraph in enumerate(draft.paragraphs):
            for note in paragraph.footnotes:
                side.setdefault(note, at)
    olds, news = first
    return {
        new for old, new in pairs.items() if old in olds and new in news and news[new] not in stay.get(olds[old], ())
    }


def _own_marks(draft: Draft) -> set[int]:
    """The notes of a draft whose mark is no number that Word would give."""
    return {note.id for note in draft.footnotes if legal(note.mark).strip() and not note.mark.isalnum()}


def _mark(draft: Draft, note: int) -> str | None:
    found: Mapping[int, Footnote] = draft.note
    return found[note].mark if note in found else None
