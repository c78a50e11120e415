"""Letters set as an initial, a paragraph of their own before the words they begin: what replaces them stands there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from lxml import etree

from models.word.reading.drop_caps import drop_cap_of
from models.word.redlining.letters.atoms import NewAtom, OldAtom
from models.word.redlining.letters.edit_script import Step, TooFine


class Initial:
    """The initial of one old paragraph, if it has one: its `holder`, and the `new` letters that come in its place."""

    def __init__(self, paragraph: etree._Element, atoms: Sequence[OldAtom]) -> None:
        """`atoms` are those of the initial; the paragraph is not changed yet."""
        self.holder = drop_cap_of(paragraph) if atoms else None
        self.new: NewAtom | None = None
        self._letters = {raw.child for atom in atoms for raw in atom.raws}

    def __contains__(self, atom: OldAtom | None) -> bool:
        """Whether letters stand in the initial."""
        return atom is not None and any(raw.child in self._letters for raw in atom.raws)

    def replaced(self, steps: Sequence[Step]) -> Sequence[Step]:
        """The steps with the first letters that come in the place of the initial right behind it: as many as it had.

        Raises TooFine where words come before it.
        """
        if not self._letters:
            return steps
        before = takewhile(lambda step: step.op == "insert", steps)
        if any(letter.isalnum() for step in before if step.new is not None for letter in step.new.text):
            raise TooFine("An initial begins its words.")
        gone = list(takewhile(lambda step: step.op == "delete" and step.old in self, steps))
        at = next((at for at, step in enumerate(steps) if step.op != "delete"), len(steps))
        new = steps[at].new if gone and at < len(steps) and steps[at].op == "insert" else None
        if new is None or not new.text or new.ends or new.equation is not None:
            return steps
        old = "".join(step.old.text for step in gone if step.old is not None)
        self.new = new.part(0, len(old))
        rest = [Step("insert", None, new.part(len(old), len(new.text)))] if len(new.text) > len(old) else []
        first = [*gone, Step("insert", None, self.new)]
        if self.new.text == old and len(gone) == 1:
            first, self.new = [Step("keep", gone[0].old, self.new)], None
        return [*first, *steps[len(gone) : at], *rest, *steps[at + 1 :]]
