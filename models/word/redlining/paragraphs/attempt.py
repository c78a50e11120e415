"""What all of one attempt at a redline share: the old paragraphs, the looks, the notes, and what has become of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from models.comparison.change import Comparison
from models.word.redlining.letters.atoms import Matched, NewAtom, new_atoms
from models.word.redlining.letters.edit_script import Step
from models.word.redlining.letters.notes_at_numbers import with_notes_at_numbers
from models.word.redlining.letters.revision_marks import Stamp
from models.word.redlining.letters.shown_rather import with_shown_kept
from models.word.redlining.letters.ways import still_turned
from models.word.redlining.letters.whole_equations import with_whole_equations
from models.word.redlining.lists.bullets import Bullets
from models.word.redlining.looks.looks import Looks, OldParagraph
from models.word.redlining.looks.masthead_lines import lines_as_in_base
from models.word.redlining.notes.tracked_notes import TrackedNotes
from models.word.redlining.things.things import NewThings


@dataclass(slots=True)
class Coarser:
    """What a first attempt could not show exactly: to be shown in a plainer way in the next."""

    old: set[int] = field(default_factory=set)  # paragraphs replaced as a whole
    typed: set[int] = field(default_factory=set)  # new paragraphs whose number is typed
    listed: set[int] = field(default_factory=set)  # new paragraphs whose number cannot be typed: it would not be told
    mentions: set[int] = field(default_factory=set)  # notes of the new draft whose further mentions are made anew
    unmoved: set[int] = field(default_factory=set)  # new paragraphs inserted instead of moved
    across: bool | None = None  # whether paragraphs in other controls are joined; None until some could be
    as_text: set[int] = field(default_factory=set)  # new paragraphs that do not come in a text box
    boxed: frozenset[int] = frozenset()  # those that came in one
    tables: bool = False  # tables that differ are replaced as a whole
    everything: bool = False
    counted: bool = False  # numbers of lists are left to Word, whatever the new draft has


class Attempt:
    """One attempt: `placed` are the elements of new paragraphs so far, `gone` those of old ones that went."""

    def __init__(
        self,
        comparison: Comparison,
        coarser: Coarser,
        old: Sequence[OldParagraph],
        looks: Looks,
        notes: TrackedNotes,
        things: NewThings | None,
        stamp: Stamp,
        bullets: Bullets,
        hiding: set[str] | None,
    ) -> None:
        """`things` are those of the new draft's own file, None where there are none in either text.

        `hiding` is as in `with_shown_kept`.
        """
        self.comparison, self.coarser, self.old = comparison, coarser, old
        self.looks, self.notes, self.things, self.stamp = looks, notes, things, stamp
        self._bullets, self._hiding = bullets, hiding
        self.placed: dict[int, etree._Element] = {}
        self.gone: set[etree._Element] = set()
        self.staying = {one.element for one in old}  # one set, from which they go
        self._first, self._as_in_base = _first_mentions(comparison), lines_as_in_base(comparison)
        self._fresh: dict[int, list[NewAtom]] = {}
        self._wishes: dict[tuple[int, int, tuple[int, ...], bool], tuple[etree._Element, str]] = {}

    def atoms(self, new: int) -> list[NewAtom]:
        """The atoms of a new paragraph."""
        if new not in self._fresh:
            things = self.things.of(new) if self.things is not None else None
            equations = things.equations if things is not None else {}
            by_letter = bool(equations)  # each may stand in another
            self._fresh[new] = new_atoms(self.comparison.new.paragraphs[new].runs, self._first[new], by_letter)
            if new in self._as_in_base:
                kept = self._as_in_base[new]
                for atom in self._fresh[new]:
                    atom.marks = None if kept is None or atom.marks is None else (atom.marks[0], *kept)
            for at, equation in equations.items():
                self._fresh[new][at].equation = equation
        return self._fresh[new]

    def wish(self, new: int, own: int, group: Sequence[int]) -> tuple[etree._Element, str]:
        """The look of a new paragraph that stands in the place of an old one, and the number typed before it."""
        asked = (new, own, tuple(group), new in self.coarser.typed)
        if asked not in self._wishes:
            bullet = self._bullets.kept(new, self.old[own].paragraph, self.old[own].look)
            look, number = self.looks.wish_where_it_stands(*asked) if bullet is None else (bullet, "")
            look, draft, old = self._bullets.settled(new, look), self.comparison.new, self.old[own]
            text = draft.paragraphs[new].text
            self._wishes[asked] = still_turned(look, draft, text, old.look, old.paragraph.text), number
        look, number = self._wishes[asked]
        if new in self.coarser.listed:
            number = ""  # typed, it was read as text
        return self.looks.in_its_list(new, look, number, new in self.coarser.typed)

    def settled(self, steps: Sequence[Step]) -> list[Step]:
        """The steps of a paragraph with equations whole, and what its page shows of it kept."""
        return with_shown_kept(with_whole_equations(steps, self._alike), self._hiding)

    def with_notes_placed(
        self, steps: Sequence[Step], old: Sequence[Matched], new: Sequence[int], numbers: Sequence[str]
    ) -> list[Step]:
        """The steps from old paragraphs to new ones with the notes beside typed numbers as the new file has them."""
        had = {atom for one in old for atom in one.number}
        return with_notes_at_numbers(steps, had, numbers, [self.looks.notes_at_number(at) for at in new])

    def goes(self, node: etree._Element) -> None:
        """An old paragraph goes."""
        self.gone.add(node)
        self.staying.discard(node)

    def _alike(self, old: etree._Element, new: etree._Element) -> bool:
        """Whether an equation of the old file and one of the new say the same, as far as is known."""
        return self.things is None or self.things.alike(old, new)

    def carried(self, equation: etree._Element) -> etree._Element:
        """A copy of an equation of the new draft's own file for the old one."""
        assert self.things is not None
        return self.things.carried(equation)

    def lose_notes(self, at: int) -> None:
        """The notes of an old paragraph lose their place in it."""
        for atom in self.old[at].atoms:
            if atom.note is not None:
                self.notes.go(atom)


def _first_mentions(comparison: Comparison) -> list[set[int]]:
    """The notes of the new draft that each of its paragraphs mentions first."""
    left = {note.id for note in comparison.new.footnotes}
    found = []
    for paragraph in comparison.new.paragraphs:
        found.append(left & set(paragraph.footnotes))
        left -= found[-1]
    return found
