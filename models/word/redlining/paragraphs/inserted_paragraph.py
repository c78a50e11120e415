"""Paragraphs that only the new draft has: made, dressed like their kind in the old file, and tracked as inserted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from copy import deepcopy
from functools import cached_property
from itertools import takewhile

from lxml import etree

from models.draft import Draft, Kind
from models.draft.directions import way_in
from models.word.markup import element, text_elements
from models.word.namespaces import w
from models.word.property_order import in_order
from models.word.redlining.letters.atoms import Marks, NewAtom
from models.word.redlining.letters.edit_script import parted_by_number
from models.word.redlining.letters.inserted_letters import model_properties, number_properties
from models.word.redlining.letters.notes_at_numbers import with_number
from models.word.redlining.letters.paragraph_edit import Carried, NoteRuns, new_runs
from models.word.redlining.letters.revision_marks import Stamp, forget_number_change
from models.word.redlining.letters.ways import letters_turned, turned
from models.word.redlining.lists.bullets import Bullets
from models.word.redlining.looks.brought_looks import BroughtLooks
from models.word.redlining.looks.list_levels import as_item
from models.word.redlining.looks.looks import Looks, OldParagraph
from models.word.redlining.looks.said_languages import spoken_in
from models.word.styles import STYLE
from models.word.writing.spoken import speak

_LIST = f"{w('numPr')}/{w('numId')}"


class InsertedParagraphs:
    """Makes the new paragraphs of one redline, in ascending order."""

    def __init__(
        self,
        draft: Draft,
        old: Sequence[OldParagraph],
        looks: Looks,
        stamp: Stamp,
        nodes: Mapping[int, etree._Element],
        typed: Collection[int],
        atoms: Callable[[int], Sequence[NewAtom]],
        note_runs: NoteRuns,
        carried: Carried,
        brought: BroughtLooks,
        bullets: Bullets,
        around: str | None,
    ) -> None:
        """`nodes` are the elements of new paragraphs so far, `typed` those whose number is typed in any case.

        `around` is the language of both texts; None where they are in two, which is said of all that comes in the end.
        """
        self._around = around
        self._draft, self._old, self._looks, self._stamp = draft, old, looks, stamp
        self._nodes, self._typed, self._atoms = nodes, typed, atoms
        self._note_runs, self._carried, self._brought, self._bullets = note_runs, carried, brought, bullets

    def runs(self, new: int, number: str, model: OldParagraph | None) -> list[etree._Element]:
        """The runs of a typed number ("" for none) and of a new paragraph's words, which look like those of a model."""
        made: list[etree._Element] = []
        atoms = self._atoms(new)
        models = model.models if model is not None else ()
        way = way_in(self._draft, "".join(atom.text for atom in atoms))
        head, rest = parted_by_number(atoms) if number else ([], [])
        notes = list(takewhile(lambda atom: atom.note is not None, atoms)) if number and not head else []
        at = self._looks.notes_at_number(new) if notes else None
        if head:
            number, atoms = "", [*head, NewAtom(number.strip(), head[-1].marks), *rest]
        elif at is not None:
            number, atoms = "", [*with_number(notes, number, at), *atoms[len(notes) :]]
        of_number = number_properties(model.number_atoms if model is not None else (), models)
        if number:
            made.append(element("r", letters_turned(of_number, number, way, None), *text_elements(number)))

        def look(marks: Marks | None) -> etree._Element | None:
            if marks is None and at is not None:
                return deepcopy(of_number)
            return model_properties(marks, neighbours=(), models=models)

        return [*made, *new_runs(atoms, self._note_runs, self._carried, look, way)]

    def element(self, new: int, near: int) -> etree._Element:
        """A new paragraph, tracked as inserted; `near` is the old position it comes to stand at."""
        before = self._nodes.get(new - 1)
        line = self._looks.masthead.line(new, near)  # a date is not to look like the organ it comes to stand beside
        if line is not None and not self._draft.paragraphs[new].footnotes:
            node = element("p", line[0])
            runs = list(line)
        else:
            look, number, model = self.dress(new, near, before.find(w("pPr")) if before is not None else None)
            old = self._old[model] if model is not None else None
            text = self._draft.paragraphs[new].text
            node = element("p", turned(look, self._draft, text, None if old is None else old.paragraph.text))
            runs = self.runs(new, number, old)
        self._say_language(new, runs)
        if runs:
            node.append(self._stamp.change("ins", *runs))
        self._stamp.mark(node, "ins")
        return node

    def _say_language(self, new: int, runs: Sequence[etree._Element]) -> None:
        """Let the words of a paragraph in another language than both texts say so."""
        if self._around is not None:
            told, sure = spoken_in(self._draft.paragraphs[new].text)
            for run in runs if sure and told != self._around else ():
                if run.tag == w("r"):  # a formula among them speaks none
                    speak(run, told, self._around)

    def dress(self, new: int, near: int, before: etree._Element | None) -> tuple[etree._Element, str, int | None]:
        """The look of a new paragraph, its typed number ("" for none), and the old one whose words its own look like.

        `before` is the look of the paragraph before it, None where it has none or there is none.
        """
        model = self._looks.model(new, near)
        joined = self._looks.joined.get(new)
        if joined is not None:
            model = model if joined.model is None else joined.model
            look, number = self._looks.wish(new, model, new in self._typed)
            return *self._looks.in_its_list(new, look, number, new in self._typed), model
        alone = self._begins_a_list(new, before)
        look, number = self._looks.wish(new, model, alone or new in self._typed)
        if not alone:
            self._join_list(new, look, before)
        line = self._looks.masthead.line(new, near)
        if line is not None:
            return line[0], number, None
        own = self._brought.of(new, near, look, model)
        look, model = (look, model) if own is None else own
        return self._bullets.of_new(new, look, before), number, model

    def _begins_a_list(self, new: int, before: etree._Element | None) -> bool:
        """Whether an item of a list stands under no operative paragraph and after no item that a list numbers.

        Programs differ on what the operative paragraphs count from when such an item is in their list: it is typed.
        """
        if self._kinds[new] is not Kind.SUBPARAGRAPH:
            return False
        head = self._heads[new]
        listed = before.find(_LIST) if before is not None else None
        numbered = listed is not None and listed.get(w("val")) != "0"
        return not (head >= 0 and self._kinds[head] is Kind.OPERATIVE) and not (head < new - 1 and numbered)

    @cached_property
    def _kinds(self) -> list[Kind]:
        return [as_item(one).kind for one in self._draft.paragraphs]

    @cached_property
    def _heads(self) -> list[int]:
        """For each new paragraph the last one up to it that is no item of a list, -1 where there is none."""
        heads, head = [], -1
        for at, kind in enumerate(self._kinds):
            head = head if kind is Kind.SUBPARAGRAPH else at
            heads.append(head)
        return heads

    def _join_list(self, new: int, look: etree._Element, before: etree._Element | None) -> None:
        """In Adref's own files: let an item go on in the list of the item before it, else in its style's list."""
        style, own = look.find(w("pStyle")), look.find(w("numPr"))
        here = self._draft.paragraphs[new]
        if style is None or style.get(w("val")) not in STYLE or here.kind is not Kind.SUBPARAGRAPH:
            return
        if own is not None and (listed := own.find(w("numId"))) is not None and listed.get(w("val")) == "0":
            return
        follows = new > 0 and self._draft.paragraphs[new - 1].kind is Kind.SUBPARAGRAPH
        theirs = before.find(w("numPr")) if before is not None and follows else None
        if own is not None:
            look.remove(own)
        if theirs is not None:
            joined = deepcopy(theirs)
            for level in joined.findall(w("ilvl")):
                level.set(w("val"), str(here.level))
            look.append(joined)
            in_order(forget_number_change(look))
