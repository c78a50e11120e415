"""A plan of changes carried out on the tree of the old draft's Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from itertools import count, pairwise
from typing import Literal, TypeVar

from lxml import etree

from models.comparison.change import Change, Comparison, FootnoteChange, Words
from models.draft import DraftError
from models.reading.reading import Origin
from models.word.markup import element
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.atoms import NewAtom, OldAtom, atoms_in, new_atoms
from models.word.redlining.container_ends import BLOCKS, settle_ends, settle_first_note, settle_line_ends, track_rows
from models.word.redlining.deleted_content import delete_content, holds_changes, join_changes
from models.word.redlining.edit_script import Step, TooFine, script, with_whole_equations
from models.word.redlining.inserted_paragraph import InsertedParagraphs
from models.word.redlining.looks import Looks, OldParagraph, left_indents, old_paragraph
from models.word.redlining.moved_paragraph import (
    can_move,
    drop_references,
    move_from,
    move_to,
    set_ranges,
    strip_places,
)
from models.word.redlining.new_rows import NewRows
from models.word.redlining.paragraph_edit import ParagraphEdit
from models.word.redlining.placing import Placing
from models.word.redlining.plan import Edit, Plan, pair_within, plan
from models.word.redlining.plan_of_things import pair_holding
from models.word.redlining.revision_marks import By, Stamp, ends_section, highest_id, look_of, same_look
from models.word.redlining.section_ends import settle_sections
from models.word.redlining.table_map import TableMap, keep_in_cells
from models.word.redlining.things import NewFile, NewThings
from models.word.redlining.tracked_notes import TrackedNotes
from models.word.resolve import resolve, text_parts, tracked_parts
from models.word.resolving.kept import KeptChanges, holds_kept

_Atom = TypeVar("_Atom", OldAtom, NewAtom)
BaseChanges = Literal["accept", "reject", "keep"]
"""What becomes of tracked changes that the old file has already."""
Signing = Callable[[Change | FootnoteChange], By]
"""Who made a change, of paragraphs or of a note, and when."""


@dataclass(slots=True)
class Coarser:
    """What a first attempt could not show exactly: to be shown in a plainer way in the next."""

    old: set[int] = field(default_factory=set)  # paragraphs replaced as a whole
    typed: set[int] = field(default_factory=set)  # new paragraphs whose number is typed
    listed: set[int] = field(default_factory=set)  # new paragraphs whose number cannot be typed: it would not be told
    mentions: set[int] = field(default_factory=set)  # notes of the new draft whose further mentions are made anew
    unmoved: set[int] = field(default_factory=set)  # new paragraphs inserted instead of moved
    everything: bool = False


class RedlineTree:
    """One attempt at a redline; `write` gives the bytes of the file."""

    def __init__(
        self,
        comparison: Comparison,
        base: bytes,
        origins: Sequence[Origin],
        by: Signing,
        readable_words: bool,
        coarser: Coarser,
        base_changes: BaseChanges = "accept",
        new_file: NewFile | None = None,
    ) -> None:
        self._comparison, self._coarser = comparison, coarser
        self._package = Package(base)
        parts = [self._package.root(name) for name in text_parts(self._package)]
        self._first_id = highest_id(parts) + 1
        self._stamp = Stamp("Adref", None, self._first_id)
        self._kept: dict[str, KeptChanges] = {}
        if base_changes == "keep":
            for kind in (None, "footnotes", "endnotes"):
                name = self._package.main if kind is None else self._package.related(kind)
                if name is not None and name in tracked_parts(self._package):
                    self._kept[name] = KeptChanges(self._package.edit(name))
        else:
            resolve(self._package, base_changes)
        self._root = self._package.edit(self._package.main)
        self._by_old, self._by_new = _signed(comparison, by)
        nodes = self._nodes(origins)
        self._source: NewThings | None = None
        self._things: NewThings | None = None
        if new_file is not None:
            self._source = NewThings(new_file, comparison.new, self._package, self._stamp)
            self._things = self._source if self._source.any(self._root) else None
        self._notes = TrackedNotes(self._package, comparison, self._stamp, readable_words, coarser.mentions, by)
        self._old = [
            old_paragraph(paragraph, node) for paragraph, node in zip(comparison.old.paragraphs, nodes, strict=True)
        ]
        for one in self._old:
            if one.paragraph.footnotes:
                self._notes.learn(one.atoms)
        self._looks = Looks(self._old, comparison.new, self._styles())
        self._plan = self._planned(nodes, readable_words)
        self._first = _first_mentions(comparison)
        self._fresh: dict[int, list[NewAtom]] = {}
        self._new: dict[int, etree._Element] = {}
        self._gone: set[etree._Element] = set()
        self._inserts = InsertedParagraphs(
            comparison.new, self._old, self._looks, self._stamp, self._new, coarser.typed, self._atoms,
            self._notes.runs, self._carried,
        )  # fmt: skip
        self._staying = set(nodes)

    def write(self) -> bytes:
        """Carry out the plan and give the bytes of the file."""
        for edit in self._plan.edits:
            with self._stamp.signed(self._by_new[edit.new[0]]):
                self._edit(edit)
        moved = {}
        for edit, name in zip(self._plan.moved, self._move_names(), strict=False):
            with self._stamp.signed(self._by_new[edit.new[0]]):
                moved[edit.new[0]] = self._move(edit, name)
        for at in self._plan.deleted:
            self._delete(at)
        self._delete_boxes()
        self._place(moved)
        self._settle_drawings()
        track_rows(self._root, self._stamp, self._gone)
        settle_sections(self._root, self._stamp)
        settle_ends(self._root, self._stamp)
        settle_line_ends(self._root, self._stamp)
        settle_first_note(self._root, self._stamp)
        if self._package.main in self._kept:
            self._kept.pop(self._package.main).put_back(self._stamp.identity)
        self._notes.finish()
        for kept in self._kept.values():
            kept.put_back(self._stamp.identity)
        for name in text_parts(self._package):
            if holds_changes(self._package.root(name), self._first_id):  # a part that has none stays byte for byte
                join_changes(self._package.edit(name), self._first_id)
        set_ranges(self._root, self._stamp)
        return self._package.to_bytes()

    # Finding what is where

    def _styles(self) -> dict[str, int]:
        part = self._package.related("styles")
        return left_indents(self._package.root(part) if part is not None else None)

    def _nodes(self, origins: Sequence[Origin]) -> list[etree._Element]:
        every = list(self._root.iter(w("p")))
        if len(origins) != len(self._comparison.old.paragraphs):
            raise DraftError("The old draft does not belong to this Word file; compare it with the file it came from.")
        try:
            return [every[origin.element] for origin in origins]
        except IndexError:
            raise DraftError(
                "The old draft does not belong to this Word file; compare it with the file it came from."
            ) from None

    def _move_names(self) -> Iterator[str]:
        """Names for moves that no move of the base has."""
        taken = {one.get(w("name")) for one in self._root.iter(w("moveFromRangeStart"), w("moveToRangeStart"))}
        return (name for name in (f"move{number}" for number in count(1)) if name not in taken)

    def _atoms(self, new: int) -> list[NewAtom]:
        """The atoms of a new paragraph."""
        if new not in self._fresh:
            runs, by_letter = self._comparison.new.paragraphs[new].runs, self._things is not None
            self._fresh[new] = new_atoms(runs, self._first[new], by_letter)
            if self._things is not None:
                self._things.mark(new, self._fresh[new])
        return self._fresh[new]

    def _planned(self, nodes: Sequence[etree._Element], readable_words: bool) -> Plan:
        # A section's end between two paragraphs stays where it is: what joins them is written into one of them.
        neighbours = [_next_block(a) is b and not ends_section(a) for a, b in pairwise(nodes)]
        made = plan(self._comparison, neighbours, readable_words)
        self._tables = TableMap(self._comparison, made.edits)
        keep_in_cells(made, self._comparison, self._tables)
        for edit in list(made.moved):
            at, new = edit.old[0], edit.new[0]
            plain = self._coarser.everything or new in self._coarser.unmoved
            if plain or not can_move(nodes[at]) or (self._kept and holds_kept(nodes[at])):
                made.moved.remove(edit)
                made.deleted.append(at)
                made.inserted.append(new)
        holders = [next(node.iterancestors(w("tc"), w("txbxContent"), w("body")), None) for node in nodes]
        pair_within(made, self._comparison, holders, self._tables.fits, readable_words)
        pair_holding(made, self._comparison, nodes, self._tables.fits, readable_words)
        return made

    # Paragraphs that stay

    def _edit(self, edit: Edit) -> None:
        coarse = self._coarser.everything or any(at in self._coarser.old for at in edit.old)
        if not coarse and self._is_untouched(edit):
            self._new[edit.new[0]] = self._old[edit.old[0]].element
            self._keep_notes(edit)
            return
        if not coarse:
            saved = [(self._old[at].element, deepcopy(self._old[at].element)) for at in edit.old]
            try:
                self._edit_finely(edit)
                return
            except TooFine:
                for node, copy in saved:
                    node[:] = list(copy)
        self._edit_coarsely(edit)

    def _is_untouched(self, edit: Edit) -> bool:
        if len(edit.old) != 1 or len(edit.new) != 1 or any(op != "equal" for op, _ in edit.words):
            return False
        old, new = self._old[edit.old[0]], self._comparison.new.paragraphs[edit.new[0]]
        look, number = self._wish(edit.new[0], edit.old[0], edit.old)
        if number != old.typed or not same_look(look, old.look):
            return False
        if self._things is not None and not self._things.has_same(old.element, edit.new[0]):
            return False
        if not new.footnotes and not old.paragraph.footnotes and old.paragraph.runs == new.runs:
            return True
        if old.matched is None:
            return False
        before, after = _parted(old.atoms), _parted(self._atoms(edit.new[0]))
        return len(before) == len(after) and all(
            self._notes.same(a, b) if isinstance(a, OldAtom) and isinstance(b, NewAtom) else a == b
            for a, b in zip(before, after, strict=True)
        )

    def _keep_notes(self, edit: Edit) -> None:
        if not self._comparison.new.paragraphs[edit.new[0]].footnotes:
            return
        before = [atom for atom in self._old[edit.old[0]].atoms if atom.note is not None]
        after = [atom for atom in self._atoms(edit.new[0]) if atom.note is not None]
        for old, new in zip(before, after, strict=False):
            self._notes.keep(old, new)

    def _wish(self, new: int, own: int, group: Sequence[int]) -> tuple[etree._Element, str]:
        return self._looks.wish_where_it_stands(new, own, group, new in self._coarser.typed)

    def _edit_finely(self, edit: Edit) -> None:
        olds = [self._old[at] for at in edit.old]
        matched = [one.matched for one in olds if one.matched is not None]
        if len(matched) != len(olds):
            raise TooFine("A paragraph does not read as it stands.")
        wishes = [self._wish(new, self._mark_of(edit, at), edit.old) for at, new in enumerate(edit.new)]
        fresh = [self._atoms(new) for new in edit.new]
        steps = script(matched, fresh, [number for _, number in wishes], edit.words, self._notes.same)
        steps = with_whole_equations(steps, self._alike)
        at_new = 0
        places: dict[int, etree._Element] = {}
        for old, local, end in _by_paragraph(olds, steps):
            change = ParagraphEdit(
                old.element, self._stamp, self._notes.runs, old.atoms, old.number_atoms, self._carried
            )
            change.carry_out(local)
            for node in change.broken:
                self._dress(node, wishes[at_new][0])
                self._stamp.mark(node, "ins")
                places[edit.new[at_new]] = node
                at_new += 1
            if end is not None and end.op == "delete":
                self._stamp.mark(old.element, "del")
            else:
                if not same_look(look_of(old.element), wishes[at_new][0]):
                    self._stamp.change_look(old.element, wishes[at_new][0])
                places[edit.new[at_new]] = old.element
                at_new += 1
        self._new |= places
        for step in steps:
            if step.old is not None and step.old.note is not None:
                if step.op == "keep" and step.new is not None:
                    self._notes.keep(step.old, step.new)
                else:
                    self._notes.go(step.old)

    @staticmethod
    def _mark_of(edit: Edit, at: int) -> int:
        """The old paragraph whose mark a new one of a group most likely gets: the last one's is the last one's."""
        return edit.old[-1] if at == len(edit.new) - 1 else edit.old[min(at, len(edit.old) - 1)]

    def _dress(self, node: etree._Element, look: etree._Element) -> None:
        node.insert(0, deepcopy(look))

    def _edit_coarsely(self, edit: Edit) -> None:
        """Replace whole texts, paragraph by paragraph; what is left over on either side goes or comes."""
        for at, new in zip(edit.old, edit.new, strict=False):
            old = self._old[at]
            look, number = self._wish(new, at, (at,))
            self._lose_notes(at)
            unknown = self._things is None or self._things.of(new) is None
            delete_content(old.element, self._stamp, self._alive(), keep_drawings=unknown)
            runs = self._inserts.runs(number, self._atoms(new), old)
            if runs:
                old.element.append(self._stamp.change("ins", *runs))
            if not same_look(look_of(old.element), look):
                self._stamp.change_look(old.element, look)
            self._new[new] = old.element
        for at in edit.old[len(edit.new) :]:
            self._delete(at)

    def _alive(self) -> set[etree._Element]:
        """The old paragraphs that are not gone: one set, from which they go."""
        return self._staying

    def _goes(self, node: etree._Element) -> None:
        self._gone.add(node)
        self._staying.discard(node)

    def _alike(self, old: etree._Element, new: etree._Element) -> bool:
        return self._things is None or self._things.alike(old, new)

    def _carried(self, equation: etree._Element) -> etree._Element:
        assert self._things is not None
        return self._things.carried(equation)

    def _settle_drawings(self) -> None:
        if self._things is None:
            return
        for new, node in self._new.items():
            with self._stamp.signed(self._by_new[new]):
                self._things.settle(node, new)

    def _lose_notes(self, at: int) -> None:
        for atom in self._old[at].atoms:
            if atom.note is not None:
                self._notes.go(atom)

    # Paragraphs that go, come and move

    def _delete(self, at: int) -> None:
        old = self._old[at]
        with self._stamp.signed(self._by_old[at]):
            self._lose_notes(at)
            self._goes(old.element)
            delete_content(old.element, self._stamp, self._alive())
            self._stamp.mark(old.element, "del")

    def _delete_boxes(self) -> None:
        """Delete text boxes all of whose paragraphs went: an empty box would stay behind."""
        if next(self._root.iter(w("txbxContent")), None) is None:
            return
        alive = self._alive()
        for at, one in enumerate(self._old):
            box = next(one.element.iterancestors(w("txbxContent")), None)
            run = next(box.iterancestors(w("r")), None) if box is not None else None
            if run is None or one.element not in self._gone or any(node in alive for node in run.iter(w("p"))):
                continue
            parent = run.getparent()
            if parent is not None and parent.tag not in (w("del"), w("moveFrom")):
                with self._stamp.signed(self._by_old[at]):
                    self._stamp.wrap(run, "del")

    def _move(self, edit: Edit, name: str) -> etree._Element:
        at, new = edit.old[0], edit.new[0]
        old = self._old[at]
        look, number = self._wish(new, at, (at,))
        copy = deepcopy(old.element)
        strip_places(copy, self._stamp)
        matched = atoms_in(old.paragraph, copy)
        try:
            if matched is None:
                raise TooFine("A paragraph does not read as it stands.")
            words: Words = edit.words
            steps = script([matched], [self._atoms(new)], [number], words, self._same_mention)
            steps = with_whole_equations(steps, self._alike)
            edited = ParagraphEdit(copy, self._stamp, self._notes.runs, matched.atoms, matched.number, self._carried)
            edited.carry_out(steps)
            drop_references(copy)
        except TooFine:
            copy = element("p", None, *self._inserts.runs(number, self._atoms(new), old))
        for child in [child for child in copy if child.tag == w("pPr")]:
            copy.remove(child)
        copy.insert(0, deepcopy(look))
        move_to(copy, name, self._stamp)
        self._lose_notes(at)
        self._goes(old.element)
        move_from(old.element, name, self._stamp)
        return copy

    def _same_mention(self, old: OldAtom, new: NewAtom) -> bool:
        """Further mentions may be copied; the note itself hangs at the old place and is made anew at the other."""
        return not new.real and self._notes.same(old, new)

    def _place(self, moved: dict[int, etree._Element]) -> None:
        placing = Placing(self._root, self._comparison.new, self._new, self._gone)
        position = {one.element: at for at, one in enumerate(self._old)}
        near = 0
        rows = self._new_rows()
        for new in range(len(self._comparison.new.paragraphs)):
            if new in self._new:
                near = position.get(self._new[new], near)
                continue
            unit = rows.unit(new)
            if unit is None:
                node = moved.get(new)
                placing.put(new, self._inserted(new, near) if node is None else node)
                continue
            for at in unit:
                self._new[at] = self._inserted(at, near)
            with self._stamp.signed(self._by_new[new]):
                rows.put(unit, self._new, partial(placing.put_table, unit))

    def _inserted(self, new: int, near: int) -> etree._Element:
        with self._stamp.signed(self._by_new[new]):
            return self._inserts.element(new, near)

    def _new_rows(self) -> NewRows:
        source = self._source
        element_of = source.element if source is not None else lambda new: None
        carrier = source.carrier if source is not None else None
        return NewRows(self._comparison.new, self._tables, self._stamp, element_of, carrier)


def _signed(comparison: Comparison, by: Signing) -> tuple[list[By], list[By]]:
    """By whom the change of each old and of each new paragraph is."""
    old: list[By] = [("", None)] * len(comparison.old.paragraphs)
    new: list[By] = [("", None)] * len(comparison.new.paragraphs)
    for change in comparison.changes:
        signature = by(change)
        for at in change.old:
            old[at] = signature
        for at in change.new:
            new[at] = signature
    return old, new


def _first_mentions(comparison: Comparison) -> list[set[int]]:
    """The notes of the new draft that each of its paragraphs mentions first."""
    left = {note.id for note in comparison.new.footnotes}
    found = []
    for paragraph in comparison.new.paragraphs:
        found.append(left & set(paragraph.footnotes))
        left -= found[-1]
    return found


def _parted(atoms: Sequence[_Atom]) -> list[_Atom | tuple[str, object]]:
    """Atoms as single characters with their marks; the places of notes as they are."""
    found: list[_Atom | tuple[str, object]] = []
    for atom in atoms:
        found += [atom] if atom.note is not None else [(character, atom.marks) for character in atom.text]
    return found


def _next_block(node: etree._Element) -> etree._Element | None:
    after = node.getnext()
    while after is not None and after.tag not in BLOCKS:
        after = after.getnext()
    return after


def _by_paragraph(
    olds: Sequence[OldParagraph], steps: Sequence[Step]
) -> list[tuple[OldParagraph, list[Step], Step | None]]:
    """The steps of each old paragraph, with the step on its end (None for the last one)."""
    found: list[tuple[OldParagraph, list[Step], Step | None]] = []
    local: list[Step] = []
    at = 0
    for step in steps:
        if step.old is not None and step.old.ends:
            found.append((olds[at], local, step))
            local, at = [], at + 1
        else:
            local.append(step)
    found.append((olds[at], local, None))
    return found
