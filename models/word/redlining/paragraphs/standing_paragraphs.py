"""Old paragraphs that become new ones where they stand: word by word, or replaced as a whole where that is too fine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import TypeVar

from lxml import etree

from models.comparison.words.marked import Words
from models.draft import Kind
from models.word.namespaces import w
from models.word.reading.drop_caps import drop_cap_of
from models.word.redlining.letters.atoms import NewAtom, OldAtom
from models.word.redlining.letters.deleted_content import delete_content
from models.word.redlining.letters.edit_script import TooFine, by_paragraph, script
from models.word.redlining.letters.paragraph_edit import ParagraphEdit
from models.word.redlining.letters.revision_marks import look_of, same_look
from models.word.redlining.looks.wide_spaces import joined_places, wide_in, with_wide_apart
from models.word.redlining.paragraphs.attempt import Attempt
from models.word.redlining.paragraphs.inserted_paragraph import InsertedParagraphs
from models.word.redlining.planned.plan import Edit
from models.word.redlining.planned.text_boxes import box_around

_Atom = TypeVar("_Atom", OldAtom, NewAtom)


class StandingParagraphs:
    """Edits the paragraphs of one attempt that stay."""

    def __init__(self, attempt: Attempt, inserts: InsertedParagraphs, delete: Callable[[int], None]) -> None:
        """`delete` deletes an old paragraph that is left over."""
        self._attempt, self._inserts, self._delete = attempt, inserts, delete
        self._old, self._notes, self._stamp = attempt.old, attempt.notes, attempt.stamp

    def edit(self, edit: Edit) -> None:
        """Make the new paragraphs of an edit of the old ones."""
        coarse = self._attempt.coarser.everything or any(at in self._attempt.coarser.old for at in edit.old)
        if not coarse and self._is_untouched(edit):
            self._attempt.placed[edit.new[0]] = self._old[edit.old[0]].element
            self._keep_notes(edit)
            return
        if not coarse:
            nodes = [self._old[at].element for at in edit.old]
            nodes += [one for one in map(drop_cap_of, nodes) if one is not None]
            saved = [(node, deepcopy(node)) for node in nodes]
            try:
                self._edit_finely(edit)
                return
            except TooFine:
                for node, copy in saved:
                    node[:] = list(copy)
        self._edit_coarsely(edit)

    def fill(self, edit: Edit, copy: etree._Element) -> None:
        """Let an old paragraph stay with what a copy of another holds, and its look, in the place of its own."""
        at, own = edit.old[0], self._old[edit.old[0]].element
        self._attempt.lose_notes(at)
        delete_content(own, self._stamp, self._attempt.staying)
        look = look_of(copy)
        own.extend([child for child in copy if child.tag != w("pPr")])
        if not same_look(look_of(own), look):
            self._stamp.change_look(own, look)
        self._attempt.placed[edit.new[0]] = own

    def _is_untouched(self, edit: Edit) -> bool:
        if len(edit.old) != 1 or len(edit.new) != 1 or any(op != "equal" for op, _ in edit.words):
            return False
        old, new = self._old[edit.old[0]], self._attempt.comparison.new.paragraphs[edit.new[0]]
        look, number = self._attempt.wish(edit.new[0], edit.old[0], edit.old)
        if number != old.typed or not same_look(look, old.look):
            return False
        if self._attempt.things is not None and not self._attempt.things.has_same(old.element, edit.new[0]):
            return False
        if not new.footnotes and not old.paragraph.footnotes and old.paragraph.runs == new.runs:
            return True
        if old.matched is None:
            return False
        before, after = _parted(old.atoms), _parted(self._attempt.atoms(edit.new[0]))
        return len(before) == len(after) and all(
            self._notes.same(a, b) if isinstance(a, OldAtom) and isinstance(b, NewAtom) else a == b
            for a, b in zip(before, after, strict=True)
        )

    def _keep_notes(self, edit: Edit) -> None:
        if not self._attempt.comparison.new.paragraphs[edit.new[0]].footnotes:
            return
        before = [atom for atom in self._old[edit.old[0]].atoms if atom.note is not None]
        after = [atom for atom in self._attempt.atoms(edit.new[0]) if atom.note is not None]
        for old, new in zip(before, after, strict=False):
            self._notes.keep(old, new)

    def _edit_finely(self, edit: Edit) -> None:
        olds = [self._old[at] for at in edit.old]
        matched = [one.matched for one in olds if one.matched is not None]
        if len(matched) != len(olds):
            raise TooFine("A paragraph does not read as it stands.")
        wishes = [self._attempt.wish(new, edit.mark_of(at), edit.old) for at, new in enumerate(edit.new)]
        fresh = [self._attempt.atoms(new) for new in edit.new]
        words = self._with_wide_apart(edit, [look for look, _ in wishes])
        numbers = [number for _, number in wishes]
        steps = script(matched, fresh, numbers, words, self._notes.same)
        steps = self._attempt.settled(self._attempt.with_notes_placed(steps, matched, edit.new, numbers))
        at_new = 0
        places: dict[int, etree._Element] = {}
        for old, local, end in by_paragraph(olds, steps):
            change = ParagraphEdit(
                old.element, self._stamp, self._notes.runs, old.models, old.number_atoms, self._attempt.carried,
                old.initial,
            )  # fmt: skip
            change.carry_out(local)
            for node in change.broken:
                node.insert(0, deepcopy(wishes[at_new][0]))
                self._stamp.mark(node, "ins")
                places[edit.new[at_new]] = node
                at_new += 1
            if end is not None and end.op == "delete":
                self._stamp.mark(old.element, "del")
            else:
                look = wishes[at_new][0]
                if look is not old.look and not same_look(look_of(old.element), look):
                    self._stamp.change_look(old.element, look)
                places[edit.new[at_new]] = old.element
                at_new += 1
        self._attempt.placed |= places
        for step in steps:
            if step.old is not None and step.old.note is not None:
                if step.op == "keep" and step.new is not None:
                    self._notes.keep(step.old, step.new)
                else:
                    self._notes.go(step.old)

    def _with_wide_apart(self, edit: Edit, looks: Sequence[etree._Element]) -> Words:
        """The words of an edit; a space that a masthead's line sets wide is none of the others."""
        olds, news = self._attempt.comparison.old.paragraphs, self._attempt.comparison.new.paragraphs
        if olds[edit.old[0]].kind is not Kind.MASTHEAD and news[edit.new[0]].kind is not Kind.MASTHEAD:
            return edit.words
        wide = {at: wide_in(self._old[at].atoms) for at in edit.old}
        own = [edit.mark_of(at) for at in range(len(edit.new))]
        lines = zip(edit.new, looks, own, strict=True)
        coming = [self._attempt.looks.masthead.wide(new, look, at, wide[at]) for new, look, at in lines]
        going = joined_places(wide.values(), (olds[at].text for at in edit.old))
        return with_wide_apart(edit.words, going, joined_places(coming, (news[at].text for at in edit.new)))

    def _edit_coarsely(self, edit: Edit) -> None:
        """Replace whole texts, paragraph by paragraph; what is left over on either side goes or comes."""
        for at, new in zip(edit.old, edit.new, strict=False):
            old = self._old[at]
            look, number = self._attempt.wish(new, at, (at,))
            self._attempt.lose_notes(at)
            unknown = self._attempt.things is None or self._attempt.things.of(new) is None
            delete_content(old.element, self._stamp, self._attempt.staying, keep_drawings=unknown)
            runs = self._inserts.runs(new, number, old)
            if runs:
                old.element.append(self._stamp.change("ins", *runs))
            if not same_look(look_of(old.element), look):
                self._stamp.change_look(old.element, look)
            self._attempt.placed[new] = old.element
        for new in edit.new[len(edit.old) :] if box_around(self._old[edit.old[-1]].element) is not None else ():
            node = self._inserts.element(new, edit.old[-1])  # what follows may stand in another box
            self._attempt.placed[new - 1].addnext(node)
            self._attempt.placed[new] = node
        for at in edit.old[len(edit.new) :]:
            self._delete(at)


def _parted(atoms: Sequence[_Atom]) -> list[_Atom | tuple[str, object]]:
    """Atoms as single characters with their marks; the places of notes as they are."""
    found: list[_Atom | tuple[str, object]] = []
    for atom in atoms:
        found += [atom] if atom.note is not None else [(character, atom.marks) for character in atom.text]
    return found
