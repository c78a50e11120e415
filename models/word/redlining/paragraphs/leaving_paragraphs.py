"""Old paragraphs that leave their place: deleted, or moved, with a copy of each that moved for its new place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree

from models.comparison.words.marked import Words
from models.word.markup import element
from models.word.namespaces import w
from models.word.redlining.letters.atoms import NewAtom, OldAtom, atoms_in
from models.word.redlining.letters.commented import comments_called
from models.word.redlining.letters.deleted_content import delete_content
from models.word.redlining.letters.edit_script import Step, TooFine, by_paragraph, script
from models.word.redlining.letters.paragraph_edit import ParagraphEdit
from models.word.redlining.letters.revision_marks import By
from models.word.redlining.paragraphs.attempt import Attempt
from models.word.redlining.paragraphs.inserted_paragraph import InsertedParagraphs
from models.word.redlining.planned.plan import Edit
from models.word.redlining.things.copied_comments import CopiedComments, put_around
from models.word.redlining.things.moved_paragraph import come_anew, drop_references, move_from, move_to, strip_places
from models.word.redlining.things.simple_fields import fields_as_runs


class LeavingParagraphs:
    """Deletes and moves the paragraphs of one attempt."""

    def __init__(
        self, attempt: Attempt, inserts: InsertedParagraphs, by_old: Sequence[By], comments: CopiedComments
    ) -> None:
        """`by_old` says whose change of each old paragraph it is; `comments` are those of the old file."""
        self._attempt, self._inserts, self._by_old, self._comments = attempt, inserts, by_old, comments
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

    def move(self, edit: Edit, name: str) -> list[etree._Element]:
        """Show old paragraphs as moved away, in one move of that name; what stands at their new place."""
        copies = self._copies(edit, moved=True)
        for copy in copies:
            move_to(copy, name, self._stamp)
        for at in edit.old:
            self._attempt.lose_notes(at)
            self._attempt.goes(self._old[at].element)
            move_from(self._old[at].element, name, self._stamp)
        return copies

    def anew(self, edit: Edit) -> list[etree._Element]:
        """Old paragraphs, as they are before anything changes, as the new ones they are to come as, all inserted."""
        copies = self._copies(edit, moved=False)
        for copy in copies:
            come_anew(copy, self._stamp)
        return copies

    def _copies(self, edit: Edit, *, moved: bool) -> list[etree._Element]:
        """Copies of old paragraphs edited into new ones, with comments of their own.

        What is struck in one that `moved` with a date is so where it stands too.
        """
        olds = [self._old[at] for at in edit.old]
        wishes = [self._attempt.wish(new, edit.mark_of(at), edit.old) for at, new in enumerate(edit.new)]
        numbers = [number for _, number in wishes]
        beside = element("body", *(deepcopy(one.element) for one in olds))
        places = self._comments.give(list(beside), comments_called(one.element for one in olds))
        for copy in beside:
            strip_places(copy, self._stamp, set(places))
        try:
            for copy in self._edited(edit, list(beside), numbers, lambda steps: steps):
                _join_next(copy)
            for copy in beside:
                drop_references(copy)
            copies = list(beside)
            if moved and self._stamp.by[1] is not None:
                here = [one.element for one in olds]
                for node in here:
                    fields_as_runs(node)
                self._edited(edit, here, numbers, _struck)
        except TooFine:
            copies = [
                element("p", None, *self._inserts.runs(new, number, self._old[edit.mark_of(at)]))
                for at, (new, number) in enumerate(zip(edit.new, numbers, strict=True))
            ]
            put_around(copies[0], places)
        for copy, (look, _) in zip(copies, wishes, strict=True):
            for child in [child for child in copy if child.tag == w("pPr")]:
                copy.remove(child)
            copy.insert(0, deepcopy(look))
        return copies

    def _edited(
        self,
        edit: Edit,
        nodes: Sequence[etree._Element],
        numbers: Sequence[str],
        chosen: Callable[[Sequence[Step]], Sequence[Step]],
    ) -> list[etree._Element]:
        """Carry out those steps of an edit that are chosen on these copies of its paragraphs; those whose end goes."""
        matched = [
            one for at, node in zip(edit.old, nodes, strict=True) if (one := atoms_in(self._old[at].paragraph, node))
        ]
        if len(matched) != len(nodes):
            raise TooFine("A paragraph does not read as it stands.")
        fresh = [self._attempt.atoms(new) for new in edit.new]
        words: Words = edit.words
        steps = script(matched, fresh, numbers, words, self._same_mention)
        steps = self._attempt.with_notes_placed(steps, matched, edit.new, numbers)
        if not any(step.op == "keep" and step.old is not None and not step.old.ends for step in steps):
            raise TooFine("Nothing is left of a paragraph that moved.")
        joined = []
        pairs = list(zip(nodes, matched, strict=True))
        for (node, one), local, end in by_paragraph(pairs, chosen(self._attempt.settled(steps))):
            change = ParagraphEdit(node, self._stamp, self._notes.runs, one.atoms, one.number, self._attempt.carried)
            change.carry_out(local)
            if end is not None and end.op == "delete":
                joined.append(node)
        return joined

    def _same_mention(self, old: OldAtom, new: NewAtom) -> bool:
        """Further mentions may be copied; the note itself hangs at the old place and is made anew at the other."""
        return not new.real and not old.is_real_note and self._notes.same(old, new)


def _join_next(paragraph: etree._Element) -> None:
    """Put the content of a paragraph at the head of the one behind it."""
    following, holder = paragraph.getnext(), paragraph.getparent()
    assert following is not None
    assert holder is not None
    head = next((one for one in following if one.tag != w("pPr")), None)
    for child in [child for child in paragraph if child.tag != w("pPr")]:
        following.append(child) if head is None else head.addprevious(child)
    holder.remove(paragraph)


def _struck(steps: Sequence[Step]) -> list[Step]:
    """What of a script is struck, but for notes: these move away with their place."""
    return [
        step if step.op == "delete" and step.old is not None and step.old.note is None else Step("keep", step.old)
        for step in steps
        if step.op != "insert"
    ]
