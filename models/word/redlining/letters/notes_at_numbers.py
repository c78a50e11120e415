"""Where the notes at the head of a paragraph stand beside the number typed there: "1.° To report", "1. °To report"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby, takewhile
from typing import NamedTuple, TypeVar

from models.word.redlining.letters.atoms import Matched, NewAtom, OldAtom
from models.word.redlining.letters.edit_script import Step

_Atom = TypeVar("_Atom", OldAtom, NewAtom)
_NOTE, _NUMBER, _SIGN = 10_000, 100, 1  # what it is worth that one of these stays


class Places(NamedTuple):
    """How many notes stand before the number and right behind it, the others behind the `space` after it."""

    before: int
    beside: int
    space: str


def places(matched: Matched) -> Places | None:
    """The places of the notes at the head of a paragraph whose number is typed; None where there are none."""
    notes = list(takewhile(lambda atom: atom.note is not None, matched.atoms))
    number = matched.typed
    if not notes or not number.strip() or matched.at > len(notes):
        return None
    space = number[len(number.rstrip()) :]
    if space:
        return Places(matched.at, 0, space)
    for at, note in enumerate(notes[matched.at :], 1):
        if note.behind_note:
            return Places(matched.at, at, space_behind(note))
    return Places(matched.at, len(notes) - matched.at, "")


def space_behind(note: OldAtom) -> str:
    """What parts a number from its words behind the mark of a note."""
    return "".join(raw.text for raw in reversed(note.behind_note))


def with_number(notes: Sequence[NewAtom], number: str, at: Places) -> list[NewAtom]:
    """The notes at the head of a paragraph with the number typed there, at their places beside it."""
    bare = number.rstrip()
    space = (number[len(bare) :] or at.space) if bare else ""
    behind = at.before + at.beside
    return [*notes[: at.before], *_typed(bare), *notes[at.before : behind], *_typed(space), *notes[behind:]]


def with_notes_at_numbers(
    steps: Sequence[Step], had: Collection[OldAtom], numbers: Sequence[str], wanted: Sequence[Places | None]
) -> list[Step]:
    """The steps with the notes at the head of each new paragraph where they are to stand beside its number.

    `had` are the atoms of numbers in the old paragraphs, `numbers` are typed before the new ones. Where it is not known
    how notes are to stand (None), they stand as the old ones did.
    """
    found: list[Step] = []
    at, new, begins = 0, 0, True
    while at < len(steps):
        head = list(takewhile(lambda step: _is_at_head(step, had), steps[at:])) if begins else []
        if head:
            found += _laid(head, had, numbers[new], wanted[new] if new < len(wanted) else None)
            at, begins = at + len(head), False
            continue
        step = steps[at]
        begins = step.new is not None and step.new.ends
        new, at = new + begins, at + 1
        found.append(step)
    return found


def _is_at_head(step: Step, had: Collection[OldAtom]) -> bool:
    """Whether a step is one on a note, or on a number."""
    one = step.old if step.old is not None else step.new
    if one is None or one.ends or one.note is not None:
        return one is not None and one.note is not None
    return step.old in had if step.old is not None else step.new is not None and step.new.marks is None


def _laid(head: Sequence[Step], had: Collection[OldAtom], number: str, wanted: Places | None) -> Sequence[Step]:
    """The steps at the head of a paragraph, with its number and notes in their new order."""
    olds = [one for step in head if step.old is not None for one in _parted(step.old)]
    notes = [step.new for step in head if step.new is not None and step.new.note is not None]
    typed = [one for one in olds if one in had]
    if not (number or typed) or not (notes or any(one.note is not None for one in olds)):
        return head
    apart = "".join(one.text for one in olds if one.note is None and one not in had)
    if wanted is None:
        before = len(list(takewhile(lambda one: one.note is not None, olds))) if typed else 0
        wanted = Places(before, len(notes) if apart else 0, "")
    news = with_number(notes, number, wanted._replace(space=apart or wanted.space))
    kept = [(step.old.note, step.new) for step in head if step.op == "keep" and step.old is not None and step.new]
    return _aligned(list(_units(olds)), list(_units(news)), kept)


def _parted(old: OldAtom) -> Iterator[OldAtom]:
    """An old atom, the spaces behind the mark of a note as atoms of their own."""
    spaces = old.behind_note
    yield OldAtom(old.text, old.marks, old.note, old.raws[: -len(spaces)]) if spaces else old
    yield from (OldAtom(raw.text, raws=(raw,)) for raw in reversed(spaces))


def _typed(text: str) -> list[NewAtom]:
    return [NewAtom(character, None) for character in text]


def _units(atoms: Sequence[_Atom]) -> Iterator[list[_Atom]]:
    """The atoms that stay or go together: a number from its first letter to its last, any other sign alone."""
    for is_note, some in groupby(atoms, key=lambda atom: atom.note is not None):
        rest = list(some)
        letters = [at for at, atom in enumerate(rest) if not is_note and any(map(str.isalnum, atom.text))]
        first, end = (letters[0], letters[-1] + 1) if letters else (len(rest), len(rest))
        yield from ([atom] for atom in rest[:first])
        if letters:
            yield rest[first:end]
        yield from ([atom] for atom in rest[end:])


def _aligned(
    olds: Sequence[Sequence[OldAtom]], news: Sequence[Sequence[NewAtom]], kept: Sequence[tuple[int | None, NewAtom]]
) -> list[Step]:
    """The steps from old units to new ones that keep most, notes before all."""

    def worth(old: Sequence[OldAtom], new: Sequence[NewAtom]) -> int:
        if old[0].note is not None or new[0].note is not None:
            return _NOTE if (old[0].note, new[0]) in kept else 0
        same = "".join(one.text for one in old) == "".join(one.text for one in new)
        return same * (_NUMBER if any(map(str.isalnum, new[0].text)) else _SIGN)

    best = [[0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for at in range(len(olds) - 1, -1, -1):
        for new in range(len(news) - 1, -1, -1):
            here = worth(olds[at], news[new])
            both = here + best[at + 1][new + 1] if here else 0
            best[at][new] = max(both, best[at + 1][new], best[at][new + 1])
    steps: list[Step] = []
    at = new = 0
    while at < len(olds) or new < len(news):
        here = worth(olds[at], news[new]) if at < len(olds) and new < len(news) else 0
        if here and best[at][new] == here + best[at + 1][new + 1]:
            whole = news[new][0] if olds[at][0].note is not None else None
            steps += [Step("keep", old, whole or NewAtom(old.text, None)) for old in olds[at]]
            at, new = at + 1, new + 1
        elif at < len(olds) and best[at][new] == best[at + 1][new]:
            steps += [Step("delete", old) for old in olds[at]]
            at += 1
        else:
            steps += [Step("insert", None, one) for one in news[new]]
            new += 1
    return steps
