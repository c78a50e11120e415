"""A plan of changes carried out on the tree of the old draft's Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count, pairwise

from lxml import etree

from models.awaited import ask
from models.comparison.change import Comparison
from models.draft import Kind
from models.word.archive import says
from models.word.markup import block_after
from models.word.namespaces import w
from models.word.package import Package
from models.word.redlining.both_files import BothFiles
from models.word.redlining.letters.deleted_content import can_move, holds_changes
from models.word.redlining.looks.brought_looks import BroughtLooks
from models.word.redlining.looks.head_symbol import track_symbol
from models.word.redlining.looks.said_languages import say_languages
from models.word.redlining.looks.shown_insertions import show_what_comes
from models.word.redlining.notes.tracked_notes import TrackedNotes
from models.word.redlining.numbers.foreseen_numbers import type_what_lists_miscount
from models.word.redlining.numbers.listed_numbers import count_listed
from models.word.redlining.paragraphs.attempt import Attempt, Coarser
from models.word.redlining.paragraphs.container_ends import settle_ends, track_rows
from models.word.redlining.paragraphs.inserted_paragraph import InsertedParagraphs
from models.word.redlining.paragraphs.leaving_paragraphs import LeavingParagraphs
from models.word.redlining.paragraphs.line_ends import settle_first_note, settle_line_ends
from models.word.redlining.paragraphs.new_rows import NewRows
from models.word.redlining.paragraphs.page_beginnings import may_begin_pages, settle_beginnings
from models.word.redlining.paragraphs.placing import Placing
from models.word.redlining.paragraphs.section_ends import ending_sections, settle_sections
from models.word.redlining.paragraphs.standing_paragraphs import StandingParagraphs
from models.word.redlining.planned.last_lines import pair_last
from models.word.redlining.planned.new_boxes import NewBox, keep_to_itself, new_boxes, standing_there, take_new_boxes
from models.word.redlining.planned.plan import Plan, plan
from models.word.redlining.planned.plan_of_things import pair_alike, pair_holding, pair_in_boxes, pair_within
from models.word.redlining.planned.sliding import pair_lines, slide
from models.word.redlining.planned.table_map import TableMap, keep_in_cells
from models.word.redlining.planned.text_boxes import BOX, Boxes, box_around, keep_in_boxes
from models.word.redlining.signed_by import Signing, signed
from models.word.redlining.things.copied_comments import CopiedComments, let_go
from models.word.redlining.things.emptied import settle_changes
from models.word.redlining.things.ends_of_notes import EndsOfNotes
from models.word.redlining.things.moved_paragraph import set_ranges
from models.word.redlining.things.new_links import NewLinks
from models.word.redlining.things.older_copies import OlderCopies
from models.word.redlining.things.shape_ids import settle_shapes
from models.word.resolve import text_parts
from models.word.resolving.joining import joins
from models.word.resolving.kept_tags import holds_kept

_HOLDERS = (w("tc"), w("txbxContent"))
"""What holds paragraphs of its own beside the text, which has no other holder."""


class RedlineTree:
    """One attempt at a redline; `write` gives the package with it."""

    def __init__(
        self,
        comparison: Comparison,
        files: BothFiles,
        by: Signing,
        readable_words: bool,
        coarser: Coarser,
    ) -> None:
        """`files` are of this attempt alone, which changes the old one."""
        opened, looks, bullets = files.opened, files.looks, files.bullets
        self._comparison, self._coarser, self._files = comparison, coarser, files
        self._package, self._root, self._kept = opened.package, opened.root, opened.kept
        self._first_id, self._old, self._spelled = opened.first_id, opened.old, opened.spelled
        self._stamp, self._masthead, self._theirs = files.stamp, files.masthead, files.theirs
        self._new_file = files.new_file
        self._by_old, self._by_new = signed(comparison, by)
        self._copies = OlderCopies(self._root if says(opened.base, b"txbxContent") else None)
        nodes = [one.element for one in self._old]
        hiding = files.hiding_styles()
        self._notes = TrackedNotes(
            self._package, comparison, self._stamp, readable_words, coarser.mentions, by, hiding,
            EndsOfNotes(comparison.new, files.source_of).of,
        )  # fmt: skip
        for one in self._old:
            if one.paragraph.footnotes:
                self._notes.learn(one.atoms)
        self._plan = self._planned(nodes, readable_words)
        self._sign_anew()
        brought = BroughtLooks(comparison.new, self._old, self._package, files.source_of, self._theirs.lists)
        brought.learn(self._plan.edits, self._tables.is_new)
        lives_on = (*self._plan.edits, *self._plan.anew)
        self._theirs.learn({one.new[0]: one.old[0] for one in lives_on if len(one.old) == len(one.new) == 1})
        self._attempt = Attempt(
            comparison, coarser, self._old, looks, self._notes, files.things, self._stamp, bullets, hiding
        )
        self._new, self._gone = self._attempt.placed, self._attempt.gone
        self._inserts = InsertedParagraphs(
            comparison.new, self._old, looks, self._stamp, self._new, coarser.typed, self._attempt.atoms,
            self._notes.runs, self._attempt.carried, brought, bullets, files.one_language,
        )  # fmt: skip
        type_what_lists_miscount(self._attempt, self._plan, self._inserts, self._package, self._theirs)
        count_listed(self._attempt, looks, self._package, self._theirs.ids)
        self._leaving = LeavingParagraphs(
            self._attempt, self._inserts, self._by_old, CopiedComments(self._package, self._stamp)
        )
        self._standing = StandingParagraphs(self._attempt, self._inserts, self._leaving.delete)

    def write(self) -> Package:
        """Carry out the plan and give the package."""
        moved: dict[int, etree._Element] = {}
        for edit in self._plan.anew:
            with self._stamp.signed(self._by_new[edit.new[0]]):
                moved |= zip(edit.new, self._leaving.anew(edit), strict=True)
        anew = {at for edit in self._plan.anew for at in edit.old}
        for edit in self._plan.edits:
            ask()
            with self._stamp.signed(self._by_new[edit.new[0]]):
                if (copy := moved.pop(edit.new[0], None)) is not None:
                    self._standing.fill(edit, copy)
                else:
                    self._standing.edit(edit)
                for at in anew.intersection(edit.old):
                    let_go(self._old[at].element, self._stamp)
        for new, copy in moved.items():
            with self._stamp.signed(self._by_new[new]):
                self._stamp.mark(copy, "ins")
        for edit, name in zip(self._plan.moved, self._move_names(), strict=False):
            with self._stamp.signed(self._by_new[edit.new[0]]):
                moved |= zip(edit.new, self._leaving.move(edit, name), strict=True)
        for at in self._plan.deleted:
            self._leaving.delete(at)
        self._leaving.delete_boxes(self._root)
        self._place(moved)
        for new in self._masthead.roles:
            if new in self._new:
                self._masthead.spread(new, self._new[new])
        self._settle_drawings()
        self._settle_pages()
        self._bring_links()
        track_rows(self._root, self._stamp, self._gone)
        settle_sections(self._root, self._stamp)
        settle_ends(self._root, self._stamp)
        settle_line_ends(self._root, self._stamp)
        settle_first_note(self._root, self._stamp)
        if self._package.main in self._kept:
            self._kept.pop(self._package.main).put_back(self._stamp.identity)
        self._notes.finish()
        self._track_symbol()
        for kept in self._kept.values():
            kept.put_back(self._stamp.identity)
        hiding = self._files.hiding_styles()
        languages = self._files.languages
        for name in text_parts(self._package):
            if holds_changes(self._package.root(name), self._first_id):  # a part that has none stays byte for byte
                root = self._package.edit(name)
                settle_changes(root, self._stamp, self._first_id)
                if hiding:
                    show_what_comes(root, hiding, self._first_id)
                if len({*languages}) > 1:
                    say_languages(root, self._first_id, *languages)
        settle_shapes(self._root, self._first_id)
        set_ranges(self._root, self._stamp)
        for field in reversed(self._spelled):
            field.put_back(self._first_id)
        self._copies.follow(self._stamp, self._first_id)
        self._theirs.write(self._root)
        return self._package

    def _track_symbol(self) -> None:
        symbols = self._files.symbols
        if symbols is not None:
            lines = [at for at, role in self._masthead.roles.items() if role == "symbol" and self._by_new[at][0]]
            by = [self._by_new[at] for at in lines] or [one for one in (*self._by_new, *self._by_old) if one[0]]
            with self._stamp.signed(by[0]):
                track_symbol(self._package, *symbols, self._stamp)

    def _sign_anew(self) -> None:
        """Let a line that comes anew as it is do so in the name of who brings, or strikes, the table behind it."""
        for edit in self._plan.anew:
            if any(op != "equal" for op, _ in edit.words):
                continue
            for pair in self._plan.edits:
                if pair.old[0] in edit.old or pair.new[0] in edit.new:
                    by = self._by_new[pair.new[0]] if pair.old[0] in edit.old else self._by_old[pair.old[0]]
                    self._by_old[edit.old[0]] = self._by_new[edit.new[0]] = by

    # Finding what is where

    def _move_names(self) -> Iterator[str]:
        """Names for moves that no move of the base has."""
        taken = {one.get(w("name")) for one in self._root.iter(w("moveFromRangeStart"), w("moveToRangeStart"))}
        return (name for name in (f"move{number}" for number in count(1)) if name not in taken)

    def _planned(self, nodes: Sequence[etree._Element], readable_words: bool) -> Plan:
        # A section's end between two paragraphs stays where it is: what joins them is written into one of them.
        ending = ending_sections(self._root)
        following = block_after if self._coarser.across is False else joins
        neighbours = [following(a) is b and a not in ending for a, b in pairwise(nodes)]
        made = plan(self._comparison, neighbours, readable_words)
        joined = ({nodes[at].getparent() for at in edit.old} for edit in made.edits)
        self._coarser.across = any(len(parents) > 1 for parents in joined)
        inner = next(self._root.iter(*_HOLDERS), None) is not None
        holders = [next(node.iterancestors(*_HOLDERS), None) if inner else None for node in nodes]
        self._tables = self._tables_of(made, holders)
        pair_lines(made, self._comparison, keep_in_cells(made, self._comparison, self._tables), self._in_cell)
        for edit in list(made.moved):
            plain = self._coarser.everything or not self._coarser.unmoved.isdisjoint(edit.new)
            olds = [nodes[at] for at in edit.old]
            if plain or not all(map(can_move, olds)) or (self._kept and any(map(holds_kept, olds))):
                made.let_go(edit)
        self._boxes: Boxes | None = None
        could = self._could_come()
        if inner and next(self._root.iter(BOX), None) is not None:
            theirs = self._files.source.element if self._files.source is not None else None
            if theirs is not None and not self._coarser.everything:
                pair_in_boxes(made, self._comparison, nodes, theirs, self._in_cell, readable_words)
            self._boxes = keep_in_boxes(
                made, nodes, theirs, [one.said for one in could], strictly=self._coarser.everything
            )
            if self._coarser.tables:
                self._tables = self._tables_of(made, holders)  # those in a box that goes whole go with it
        news, gone = self._comparison.new.paragraphs, set(made.deleted)
        coming = take_new_boxes(made, could, self._boxes, lambda new: self._tables.is_new(news[new].cell))
        if coming:
            self._tables = self._tables_of(made, holders)  # what stayed in a table may be in a box now
        self._coming = {one.said[0]: one for one in coming}
        self._came: dict[int, etree._Element] = {}  # by the last paragraph that each says
        self._boxes = {} if coming and self._boxes is None else self._boxes
        self._coarser.boxed = frozenset(made.boxed)
        boxes = self._boxes

        def fits(old: int, new: int) -> bool:
            return self._in_cell(old, new) and (boxes is None or box_around(nodes[old]) is boxes.get(new))

        if freed := set(made.deleted) - gone:
            pair_alike(made, self._comparison, nodes, fits, readable_words, freed)
        slide(made, self._comparison, fits)

        def in_new_table(new: int) -> bool:
            cell = news[new].cell
            return cell is not None and self._tables.is_new_table(cell)

        plainly = self._coarser.unmoved if not self._coarser.everything else range(len(news))
        pair_last(made, self._comparison, nodes, boxes, in_new_table, fits, readable_words, plainly)
        # A text box goes whole where all it says goes: only cells, and the text, cannot be left without a paragraph.
        cells = [None if holder is not None and holder.tag != w("tc") else holder for holder in holders]
        if self._coarser.tables:  # and so do the cells in it, where what stays of them was too much
            staying = {None, *(box_around(nodes[at]) for edit in made.edits for at in edit.old)}
            cells = [holder if box_around(holder) in staying else None for holder in cells]
        leaving = self._leaving_masthead(made, nodes)
        pair_within(made, self._comparison, nodes, cells, fits, readable_words, leaving)
        pair_holding(made, self._comparison, nodes, fits, readable_words)
        return made

    def _could_come(self) -> list[NewBox]:
        """The text boxes of the new draft's own file that could come whole."""
        if self._new_file is None or not says(self._new_file[0], b"txbxContent") or self._files.source is None:
            return []
        return new_boxes(self._comparison, self._files.source.element, self._coarser.as_text)

    def _in_cell(self, old: int, new: int) -> bool:
        return self._tables.fits(self._comparison.old.paragraphs[old].cell, self._comparison.new.paragraphs[new].cell)

    def _leaving_masthead(self, made: Plan, nodes: Sequence[etree._Element]) -> set[int]:
        """The old lines in tables that go with all their rows: no part of a text without a masthead belongs there."""
        olds, news = self._comparison.old.paragraphs, self._comparison.new.paragraphs
        lines = [at for at in made.deleted if olds[at].kind is Kind.MASTHEAD and olds[at].cell is None]
        if not lines or any(one.kind is Kind.MASTHEAD for one in news):
            return set()
        staying = {table for at in {*range(len(olds))} - {*made.deleted} for table in nodes[at].iterancestors(w("tbl"))}
        return {at for at in lines if staying.isdisjoint(nodes[at].iterancestors(w("tbl")))}

    def _tables_of(self, made: Plan, holders: Sequence[etree._Element | None]) -> TableMap:
        olds, news = self._comparison.old.paragraphs, self._comparison.new.paragraphs
        unknown = {
            at
            for at, (one, holder) in enumerate(zip(olds, holders, strict=True))
            if one.cell is None and holder is not None and holder.tag == w("tc")
        }
        others = {
            one.cell
            for one, holder in zip(olds, holders, strict=True)
            if one.cell is not None and holder is not None and holder.find(f"{w('tcPr')}/{w('cellIns')}") is not None
        }
        lines = self._new_file is None and all(one.cell is None for one in news)
        whole = self._coarser.tables
        return TableMap(self._comparison, made.edits, whole=whole, unknown=unknown, others=others, lines=lines)

    def _settle_drawings(self) -> None:
        things = self._attempt.things
        if things is None:
            return
        for new, node in self._new.items():
            with self._stamp.signed(self._by_new[new]):
                things.settle(node, new)

    def _settle_pages(self) -> None:
        if self._new_file is None or self._package.main in self._kept:
            return  # of changes of looks that stay there can be one alone
        if may_begin_pages(self._files.opened.base, self._new_file[0]) and self._files.source is not None:
            settle_beginnings(self._files.source, self._new, self._by_new, self._stamp)

    def _bring_links(self) -> None:
        if self._new_file is None or not says(self._new_file[0], b"hyperlink ") or self._files.source is None:
            return
        links = NewLinks(self._files.source, self._comparison.new, self._stamp)
        for new, node in self._new.items():
            with self._stamp.signed(self._by_new[new]):
                links.settle(node, new)

    def _place(self, moved: dict[int, etree._Element]) -> None:
        placing = Placing(
            self._root, self._comparison.new, self._new, self._gone, self._masthead.roles, self._boxes,
            lambda new: self._files.source.element(new) if self._files.source is not None else None,
        )  # fmt: skip
        position = {one.element: at for at, one in enumerate(self._old)}
        near = 0
        rows, boxed = self._new_rows(), set(self._plan.boxed)
        for new in range(len(self._comparison.new.paragraphs)):
            ask()
            if new in self._new:
                near = position.get(self._new[new], near)
                continue
            unit = rows.unit(new) if new not in boxed else None
            if new in boxed:
                self._new[new] = self._boxed(new)
            elif unit is None:
                node = moved.get(new)
                placing.put(new, self._inserted(new, near) if node is None else node)
            else:
                for at in unit:
                    self._new[at] = self._boxed(at) if at in boxed else self._inserted(at, near)
                with self._stamp.signed(self._by_new[new]):
                    rows.put(unit, self._new, partial(placing.put_table, unit))
        rows.widen()
        for at in boxed:
            del self._new[at]

    def _boxed(self, new: int) -> etree._Element:
        """What a new paragraph of a box hangs on, which stands for it: the box comes with the first of it."""
        one, source = self._coming.get(new), self._files.source
        if one is None or source is None:
            return self._new[new - 1]
        anchor, last = self._new[one.anchor], one.said[-1]
        before = self._came.get(new - 1)
        if before is None:
            before = standing_there(self._new[new - 1], anchor)
        behind = next((self._new[at] for at in range(last + 1, len(self._by_new)) if at in self._new), None)
        with self._stamp.signed(self._by_new[new]):
            run = source.bring(anchor, one.anchor, one.drawing, before, standing_there(behind, anchor))
        self._came[last] = run[-1]
        keep_to_itself(run)
        for copy, own in zip(run.iter(w("p")), one.drawing.iter(w("p")), strict=True):
            self._theirs.bring(copy, own)
        return anchor

    def _inserted(self, new: int, near: int) -> etree._Element:
        with self._stamp.signed(self._by_new[new]):
            return self._inserts.element(new, near)

    def _new_rows(self) -> NewRows:
        new = self._comparison.new
        source = self._files.source if any(self._tables.is_new(one.cell) for one in new.paragraphs) else None
        element_of = source.element if source is not None else lambda new: None
        carrier = source.carrier if source is not None else None
        return NewRows(new, self._tables, self._stamp, element_of, carrier)
