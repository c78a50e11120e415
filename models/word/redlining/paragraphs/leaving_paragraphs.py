"""Old paragraphs that leave their place: deleted, or moved, with a copy of each that moved for its new place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from models.comparison.words.marked import Words
from models.word.markup import element
from models.word.namespaces import w
from models.word.redlining.letters.atoms import Matched, NewAtom, OldAtom, atoms_in
from models.word.redlining.letters.deleted_content import delete_content
from models.word.redlining.letters.edit_script import Step, TooFine, script
from models.word.redlining.letters.paragraph_edit import ParagraphEdit
from models.word.redlining.letters.revision_marks import By
from models.word.redlining.looks.looks import OldParagraph
from models.word.redlining.paragraphs.attempt import Attempt
from models.word.redlining.paragraphs.inserted_paragraph import InsertedParagraphs
from models.word.redlining.planned.plan import Edit
from models.word.redlining.things.moved_paragraph import drop_references, move_from, move_to, strip_places
from models.word.redlining.things.simple_fields import fields_as_runs


class LeavingParagraphs:
    """Deletes and moves the paragraphs of one attempt."""

    def __init__(self, attempt: Attempt, inserts: InsertedParagraphs, by_old: Sequence[By]) -> None:
        """`by_old` says whose change of each old paragraph it is."""
        self._attempt, self._inserts, self._by_old = attempt, inserts, by_old
        self._old, self._notes, self._stamp = attempt.old, attempt.notes, attempt.stamp

    def delete(self, at: int) -> None:
        """Show an old paragraph as deleted."""
        old = self._old[at]
        with self._stamp.signed(self._by_old[at]):
            self._attempt.lose_notes(at)
            self._attempt.goes(old.element)
            delete_content(old.element, self._stamp, self._attempt.staying)
            self._stamp.mark(old.element, "del")

    def delete_boxes(self, root: etree._Element) -> None:
        """Delete text boxes all of whose paragraphs went: an empty box would stay behind."""
        if next(root.iter(w("txbxContent")), None) is None:
            return
        alive, read = self._attempt.staying, {one.element for one in self._old}
        for at, one in enumerate(self._old):
            box = next(one.element.iterancestors(w("txbxContent")), None)
            run = next(box.iterancestors(w("r")), None) if box is not None else None
            if run is None or one.element not in self._attempt.gone or any(node in alive for node in run.iter(w("p"))):
                continue
            parent = run.getparent()
            if parent is not None and parent.tag not in (w("del"), w("moveFrom")):
                with self._stamp.signed(self._by_old[at]):
                    for copy in list(run.iter(w("p"))):
                        if copy not in read:  # what older programs show in its place says the same
                            delete_content(copy, self._stamp, set())
                            self._attempt.gone.add(copy)  # a row goes where all that stands in it does
                    self._stamp.wrap(run, "del")

    def move(self, edit: Edit, name: str) -> etree._Element:
        """Show an old paragraph as moved away, in a move of that name; the copy for its new place."""
        at, new = edit.old[0], edit.new[0]
        old = self._old[at]
        look, number = self._attempt.wish(new, at, (at,))
        copy = deepcopy(old.element)
        strip_places(copy, self._stamp)
        try:
            self._edit(old, copy, lambda matched: self._steps(matched, edit, number))
            drop_references(copy)
            if self._stamp.by[1] is not None:
                fields_as_runs(old.element)
                self._edit(old, old.element, lambda matched: _struck(self._steps(matched, edit, number)))
        except TooFine:
            copy = element("p", None, *self._inserts.runs(number, self._attempt.atoms(new), old))
        for child in [child for child in copy if child.tag == w("pPr")]:
            copy.remove(child)
        copy.insert(0, deepcopy(look))
        move_to(copy, name, self._stamp)
        self._attempt.lose_notes(at)
        self._attempt.goes(old.element)
        move_from(old.element, name, self._stamp)
        return copy

    def _steps(self, matched: Matched, edit: Edit, number: str) -> list[Step]:
        words: Words = edit.words
        steps = script([matched], [self._attempt.atoms(edit.new[0])], [number], words, self._same_mention)
        if all(step.op != "keep" for step in steps):
            raise TooFine("Nothing is left of a paragraph that moved.")
        return self._attempt.settled(steps)

    def _edit(self, old: OldParagraph, paragraph: etree._Element, steps: Callable[[Matched], Sequence[Step]]) -> None:
        matched = atoms_in(old.paragraph, paragraph)
        if matched is None:
            raise TooFine("A paragraph does not read as it stands.")
        edited = ParagraphEdit(
            paragraph, self._stamp, self._notes.runs, matched.atoms, matched.number, self._attempt.carried
        )
        edited.carry_out(steps(matched))

    def _same_mention(self, old: OldAtom, new: NewAtom) -> bool:
        """Further mentions may be copied; the note itself hangs at the old place and is made anew at the other."""
        return not new.real and not old.is_real_note and self._notes.same(old, new)


def _struck(steps: Sequence[Step]) -> list[Step]:
    """What of a script is struck, but for notes: these move away with their place."""
    return [
        step if step.op == "delete" and step.old is not None and step.old.note is None else Step("keep", step.old)
        for step in steps
        if step.op != "insert"
    ]
