"""What to keep, delete and insert, atom by atom, to turn old paragraphs into new ones."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile
from typing import Generic, NamedTuple, TypeVar

from models.comparison.words.marked import Words
from models.draft import DraftError
from models.telling.numbers import HOLD_NOTHING
from models.word.redlining.letters.atoms import Matched, NewAtom, OldAtom
from models.word.redlining.letters.notes_kept import SameNote, with_notes_kept

_Old = TypeVar("_Old")
_Atom = TypeVar("_Atom", OldAtom, NewAtom)
_NO_FIT = "The words of a change do not fit its paragraphs."


class TooFine(DraftError):
    """A change cannot be shown word by word here; the paragraph is replaced as a whole instead."""


class Step(NamedTuple):
    """`op` is keep, delete or insert; kept atoms have both sides."""

    op: str
    old: OldAtom | None = None
    new: NewAtom | None = None


class _Side(Generic[_Atom]):
    """The atoms of one side, taken from the front as long as a difference has them: none is cut but in its place."""

    def __init__(self, atoms: Sequence[_Atom]) -> None:
        self._atoms: Sequence[_Atom] = atoms
        self._at = self._offset = 0

    @property
    def next(self) -> _Atom | None:
        """The atom that comes next, whole; None behind the last one."""
        return self._atoms[self._at] if self._at < len(self._atoms) else None

    def is_note(self) -> bool:
        """Whether the place of a note comes next."""
        return self._at < len(self._atoms) and self._atoms[self._at].note is not None

    def notes(self) -> Iterator[_Atom]:
        """The places of notes that come next."""
        return takewhile(
            lambda one: one.note is not None, map(self._atoms.__getitem__, range(self._at, len(self._atoms)))
        )

    def left(self) -> int:
        """How many characters the next atom has still."""
        one = self.next
        if one is None:
            raise TooFine(_NO_FIT)
        return len(one.text) - self._offset

    def take(self, text: str, at: int, length: int) -> _Atom:
        """The next atom, or so many characters of it, which must read as a text does from `at` on."""
        one, start = self.next, self._offset
        if one is None or not length or one.text[start : start + length] != text[at : at + length]:
            raise TooFine(_NO_FIT)
        if start + length < len(one.text):
            self._offset += length
        else:
            self._at, self._offset = self._at + 1, 0
        return one if length == len(one.text) else one.part(start, start + length)

    def skip(self) -> _Atom:
        """The place of a note, which has no characters."""
        self._at += 1
        return self._atoms[self._at - 1]


class _Weaver:
    def __init__(self, old: Sequence[OldAtom], new: Sequence[NewAtom], same_note: SameNote) -> None:
        self._old, self._new, self._same_note = _Side(old), _Side(new), same_note
        self._steps: list[Step] = []

    def weave(self, words: Words) -> list[Step]:
        for op, text in words:
            at = 0
            if op == "equal":
                while at < len(text):
                    if self._old.is_note() or self._new.is_note():
                        self._notes()
                    at += self._equal(text, at)
                continue
            while at < len(text):
                self._same_notes()
                if op == "delete":
                    while self._old.is_note():
                        self._steps.append(Step("delete", self._old.skip()))
                        self._same_notes()
                    length = min(self._old.left(), len(text) - at)
                    self._steps.append(Step("delete", self._old.take(text, at, length)))
                else:
                    while self._new.is_note():
                        self._steps.append(Step("insert", None, self._new.skip()))
                        self._same_notes()
                    length = min(self._new.left(), len(text) - at)
                    self._steps.append(Step("insert", None, self._new.take(text, at, length)))
                at += length
        self._notes()
        if self._old.next is not None or self._new.next is not None:
            raise TooFine(_NO_FIT)
        return self._steps

    def _equal(self, text: str, at: int) -> int:
        """Keep the atoms that stand here as far as both go along with a text; how many characters that were."""
        both = min(self._old.left(), self._new.left(), len(text) - at)
        old, new = self._old.take(text, at, both), self._new.take(text, at, both)
        if old.ends == new.ends:
            self._steps.append(Step("keep", old, new))
        else:
            self._steps += [Step("delete", old), Step("insert", None, new)]
        return both

    def _same_notes(self) -> None:
        """Keep the notes that stand on both sides here; leave others for later."""
        while (
            (old := self._old.next) is not None
            and (new := self._new.next) is not None
            and old.note is not None
            and new.note is not None
            and self._same_note(old, new)
        ):
            self._steps.append(Step("keep", self._old.skip(), self._new.skip()))

    def _notes(self) -> None:
        """Settle all notes that stand here on either side."""
        while self._old.is_note() or self._new.is_note():
            self._same_notes()
            old = self._old.next
            if old is not None and old.note is not None and not any(self._same_note(old, n) for n in self._new.notes()):
                self._steps.append(Step("delete", self._old.skip()))
            elif self._new.is_note():
                self._steps.append(Step("insert", None, self._new.skip()))


def script(
    old: Sequence[Matched], new: Sequence[Sequence[NewAtom]], numbers: Sequence[str], words: Words, same: SameNote
) -> list[Step]:
    """The steps from old paragraphs to new ones; `numbers` are to be typed before the new ones ("" for none).

    `words` tells the difference of the texts, paragraphs joined by a line feed. Raises TooFine where it does not fit.
    """
    old_atoms: list[OldAtom] = []
    for at, matched in enumerate(old):
        old_atoms += ([OldAtom("\n", ends=True)] if at else []) + matched.atoms
    new_list: list[NewAtom] = []
    heads: list[int] = []
    for at, atoms in enumerate(new):
        head, rest = parted_by_number(atoms) if numbers[at] else ([], list(atoms))
        new_list += ([NewAtom("\n", ends=True)] if at else []) + head + rest
        heads.append(sum(len(atom.text) for atom in head))
    steps = _Weaver(old_atoms, new_list, same).weave(with_notes_kept(words, old_atoms, new_list, same))
    return _with_numbers(steps, old, numbers, heads)


def parted_by_number(atoms: Sequence[NewAtom]) -> tuple[list[NewAtom], list[NewAtom]]:
    """The atoms before a typed number and those behind it: it stands in brackets that hold nothing, "[(b)] To report".

    Only what is typed so reads as empty brackets behind a number.
    """
    words = "".join(atom.text for atom in takewhile(lambda atom: atom.note is None, atoms))
    hold = HOLD_NOTHING.match(words)
    left, head, rest = hold.end() if hold is not None else 0, list[NewAtom](), list(atoms)
    while left:
        first = rest.pop(0)
        if len(first.text) > left:
            rest.insert(0, first.part(left, len(first.text)))
            first = first.part(0, left)
        head.append(first)
        left -= len(first.text)
    return head, rest


def _with_numbers(
    steps: Sequence[Step], old: Sequence[Matched], numbers: Sequence[str], heads: Sequence[int]
) -> list[Step]:
    """The steps with those for typed numbers, each at the head of its paragraph, behind so many characters of it."""
    if not any(numbers) and not any(one.number for one in old):
        return [*steps]
    whole: list[Step] = []
    pending = _Pending(old[0], numbers[0], heads[0])
    at_old = at_new = 0
    for step in steps:
        whole += pending.before(step)
        whole.append(step)
        old_ends = step.old is not None and step.old.ends
        new_ends = step.new is not None and step.new.ends
        if old_ends or new_ends:
            at_old, at_new = at_old + old_ends, at_new + new_ends
            pending = _Pending(
                old[at_old] if old_ends else None, *((numbers[at_new], heads[at_new]) if new_ends else ("", 0))
            )
    whole += pending.rest()
    return _with_their_space(whole, {atom for one in old for atom in one.number}) if any(heads) else whole


def _with_their_space(steps: Sequence[Step], numbers: Collection[OldAtom]) -> list[Step]:
    """The steps with the space behind a number kept where the same comes behind its bracket: "[(b)] To report"."""
    found: list[Step] = []
    for step in steps:
        old, new = found[-1].old if found and found[-1].op == "delete" else None, step.new
        if old in numbers and old is not None and old.text.isspace() and step.op == "insert" and new is not None:
            cut = len(new.text) - len(old.text)
            if cut >= 0 and new.text[cut:] == old.text:
                found.pop()
                found += [Step("insert", None, new.part(0, cut))] if cut else []
                step = Step("keep", old, new.part(cut, len(new.text)))
        found.append(step)
    return found


class _Pending:
    """Steps for a typed number that wait for their place: some stand behind an opening bracket."""

    def __init__(self, matched: Matched | None, now: str, head: int) -> None:
        """`matched` is the old paragraph that begins here; `head` characters of the new one stand before its number."""
        self._had = list(matched.number) if matched is not None else []
        self._now, self._head = now, head
        self._at = matched.atoms[matched.at] if self._had and matched and 0 < matched.at < len(matched.atoms) else None
        self._at_once = not self._had or matched is None or matched.at == 0

    def before(self, step: Step) -> list[Step]:
        """What comes before a step of the words."""
        found: list[Step] = []
        ends = (step.old is not None and step.old.ends) or (step.new is not None and step.new.ends)
        if ends or (self._at_once and self._head <= 0) or (step.old is not None and step.old is self._at):
            found = self.rest()
        elif self._at_once and step.old is not None:  # the number stands behind words now that stay, or go
            found, self._had = [Step("delete", atom) for atom in self._had], []
        self._head -= len(step.new.text) if step.new is not None else 0
        return found

    def rest(self) -> list[Step]:
        """What has not come yet."""
        found = _number_steps(self._had, self._now)
        self._had, self._now = [], ""
        return found


def _number_steps(had: Sequence[OldAtom], now: str) -> list[Step]:
    """Steps from one typed number to another: what is alike at both ends stays."""
    before = "".join(atom.text for atom in had)
    head = 0
    while head < min(len(before), len(now)) and before[head] == now[head] and not before[head].isalnum():
        head += 1
    tail = 0
    while (
        tail < min(len(before), len(now)) - head
        and before[-1 - tail] == now[-1 - tail]
        and not before[-1 - tail].isalnum()
    ):
        tail += 1
    if before == now or (before.strip() and before.rstrip() == now.rstrip()):  # the same number, as in brackets now
        head, tail = len(before if before == now else before.rstrip()), 0
    end = len(had) - tail
    steps = [Step("keep", atom, NewAtom(atom.text, None)) for atom in had[:head]]
    steps += [Step("delete", atom) for atom in had[head:end]]
    steps += [Step("insert", None, NewAtom(character, None)) for character in now[head : len(now) - tail]]
    return steps + [Step("keep", atom, NewAtom(atom.text, None)) for atom in had[end:]]


def by_paragraph(olds: Sequence[_Old], steps: Sequence[Step]) -> list[tuple[_Old, list[Step], Step | None]]:
    """The steps of each old paragraph, with the step on its end (None for the last one)."""
    found: list[tuple[_Old, list[Step], Step | None]] = []
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


def replacement(old: Sequence[OldAtom], new: Sequence[NewAtom]) -> list[Step]:
    """Everything of the old deleted, everything of the new inserted."""
    return [Step("delete", atom) for atom in old] + [Step("insert", None, atom) for atom in new]
