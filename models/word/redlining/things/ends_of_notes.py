"""Where paragraphs of notes end in the new draft's own file: a draft has a line feed there as for the end of a line."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from models.draft import Draft, Footnote
from models.word.namespaces import w
from models.word.reading.alternatives import chosen_paragraphs
from models.word.redlining.letters.atoms import letter_atoms
from models.word.redlining.letters.edit_script import TooFine
from models.word.redlining.notes.note_paragraphs import ends_in, raws_of
from models.word.redlining.things.things import NewThings


class EndsOfNotes:
    """Tells of notes of the new draft, by that file if there is one, which line feeds end a paragraph."""

    def __init__(self, new: Draft, source_of: Callable[[], NewThings | None]) -> None:
        """`source_of` opens that file; None where there is none."""
        self._new, self._source_of = new, source_of

    def of(self, note: Footnote) -> set[int] | None:
        """The offsets of those line feeds; None where nobody knows."""
        source = self._source_of() if "\n" in note.text else None
        element = self._element(note.id, source) if source is not None else None
        if element is None:
            return None
        try:
            return ends_in(raws_of(list(chosen_paragraphs(element)), note), note.text)
        except TooFine:
            return None

    def _element(self, note: int, source: NewThings) -> etree._Element | None:
        """The element of a note in its part, found by its first place in the text."""
        at = next((at for at, one in enumerate(self._new.paragraphs) if note in one.footnotes), None)
        node = source.element(at) if at is not None else None
        matched = letter_atoms(self._new.paragraphs[at], node) if at is not None and node is not None else None
        atoms = matched.atoms if matched is not None else ()
        raws = (raw for atom in atoms if atom.note == note for raw in atom.raws if raw.is_reference)
        if (place := next(raws, None)) is None:
            return None
        kind = "endnote" if place.child.tag == w("endnoteReference") else "footnote"
        part = source.package.root_of(f"{kind}s")
        known = part.iterchildren(w(kind)) if part is not None else ()
        return next((one for one in known if one.get(w("id")) == place.child.get(w("id"))), None)
