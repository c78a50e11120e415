"""The difference of two texts told so that the marks of notes can stay where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar
from unicodedata import category

from models.comparison.words.marked import Words
from models.word.redlining.letters.atoms import NewAtom, OldAtom

SameNote = Callable[[OldAtom, NewAtom], bool]
_Atom = TypeVar("_Atom", OldAtom, NewAtom)


def with_notes_kept(words: Words, old: Sequence[OldAtom], new: Sequence[NewAtom], same: SameNote) -> Words:
    """The same difference, told so that as many notes as can be had stay; `same` says whether one can."""
    noted = _noted(old), _noted(new)
    return _stepped_over(_slid(words, *noted, same), *noted, same) if all(noted) else words


def _noted(atoms: Sequence[_Atom]) -> dict[int, _Atom]:
    """The first of the notes at each place that has any, by how many characters stand before it."""
    found: dict[int, _Atom] = {}
    at = 0
    for atom in atoms:
        if atom.note is not None:
            found.setdefault(at, atom)
        at += len(atom.text)
    return found


def _slid(words: Words, old: Mapping[int, OldAtom], new: Mapping[int, NewAtom], same: SameNote) -> Words:
    """The same difference, with words that come or go before the mark of a note told so that the mark can stay.

    "Members more¹ to" of "Members¹ to" is " more" behind "Members" rather than "more " behind the space.
    """
    found = [*words]
    at_old = at_new = 0
    for i, (op, text) in enumerate(words):
        op_before, before = found[i - 1] if i else ("", "")
        after = found[i + 1] if i + 1 < len(found) else ("equal", "")
        if op != "equal" and op_before == after[0] == "equal":
            goes = op == "delete"
            less: Mapping[int, object] = new if goes else old
            more: Mapping[int, object] = old if goes else new
            at_less, at_more = (at_new, at_old) if goes else (at_old, at_new)
            for back in range(1, min(len(before), len(text)) + 1):
                letter = before[-back]
                if letter == "\n" or letter != text[-back] or at_more - back + 1 in more:
                    break
                stays, ends = at_less - back, at_more + len(text) - back
                if stays in less and ends in more and at_more - back not in more:
                    marks = (old[ends], new[stays]) if goes else (old[stays], new[ends])
                    if same(*marks):
                        cut = before[-back:]
                        found[i - 1] = (op_before, before[:-back])
                        found[i] = (op, cut + text[:-back])
                        found[i + 1 : i + 2] = [("equal", cut + after[1])]
                    break
        at_old += len(text) if op != "insert" else 0
        at_new += len(text) if op != "delete" else 0
    return tuple(one for one in found if one[1])


def _stepped_over(words: Words, old: Mapping[int, OldAtom], new: Mapping[int, NewAtom], same: SameNote) -> Words:
    """The same difference, with a comma or the like told anew where the mark of a note steps over it and so can stay.

    "Goals¹ and more, and" of "Goals,¹ and" has no comma before the mark and a new one behind "more", rather than the
    old comma and the note made anew.
    """
    found: list[tuple[str, str]] = []
    olds, news = sorted(old), sorted(new)
    at_old = at_new = 0
    for op, text in words:
        done = 0
        sides = ((olds, at_old), (news, at_new)) if op == "equal" else ()
        for at in sorted({one for side in sides for one in _within(*side, len(text))}):
            sign, here = text[at - 1], (old.get(at_old + at), new.get(at_new + at))
            if category(sign)[0] != "P" or _stays(*here, same):
                continue
            for goes, comes in (("delete", "insert"), ("insert", "delete")):
                between = found[-1][1] if at == 1 and found and found[-1][0] == comes else ""
                for more in ("",) if "\n" in between else dict.fromkeys(("", between)):
                    back = at - 1 - len(more)
                    gone = goes == "delete"
                    marks = (here[0], new.get(at_new + back)) if gone else (old.get(at_old + back), here[1])
                    if done < at and _stays(*marks, same):
                        found[len(found) - bool(more) :] = [("equal", text[done : at - 1]), (goes, sign)]
                        found.append((comes, more + sign))
                        done = at
        found.append((op, text[done:]))
        at_old += len(text) if op != "insert" else 0
        at_new += len(text) if op != "delete" else 0
    return tuple(one for one in found if one[1])


def _within(places: Sequence[int], start: int, length: int) -> Iterator[int]:
    """How far behind a start those of sorted places lie that lie behind it, up to a length."""
    low, high = bisect_right(places, start), bisect_right(places, start + length)
    return (place - start for place in places[low:high])


def _stays(old: OldAtom | None, new: NewAtom | None, same: SameNote) -> bool:
    return old is not None and new is not None and same(old, new)
