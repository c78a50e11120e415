"""Where hidden words go, what a page shows beside them stays: of letters that are alike the hidden ones go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from models.word.leaving.unseen.hidden import is_hidden
from models.word.redlining.letters.atoms import OldAtom
from models.word.redlining.letters.edit_script import Step


def with_shown_kept(steps: Sequence[Step], hiding: set[str] | None) -> list[Step]:
    """The steps; where hidden words were to go with shown letters beside them, and hidden ones alike to stay, turned.

    `hiding` are the styles of the file that hide their text, None where nothing in it hides any.

    A difference of words does not know which space stays where “ours ” goes from “meet ours in”. Where “ ours” is
    hidden it is the one before “in”: else the page shows “meetin”.
    """
    if hiding is None:
        return list(steps)
    found = [one for step in steps for one in _letters(step)]
    turned, end = False, len(found)
    while end > 0:
        start = end
        while start and found[start - 1].op == "delete":
            start -= 1
        turned = _turn(found, start, end, hiding) or turned
        end = start - 1
    return found if turned else list(steps)


def _letters(step: Step) -> Iterator[Step]:
    """A step on several letters as one on each."""
    old, new = step.old, step.new
    if old is None or len(old.text) < 2:
        yield step
        return
    for at in range(len(old.text)):
        yield Step(step.op, old.part(at, at + 1), new.part(at, at + 1) if new is not None else None)


def _turn(steps: list[Step], start: int, end: int, hiding: set[str]) -> bool:
    """Turn in place what goes between two steps; whether anything was to turn."""
    shows = [_is_shown(step, hiding) for step in steps[start:end]]
    behind, before = _shown_first(reversed(shows)), _shown_first(shows)
    if behind and before == 0 and _are_hidden(shows[:-behind]):
        stay, gone = steps[max(0, start - behind) : start], steps[end - behind : end]
        if _can_turn(stay, gone, hiding):
            steps[start - behind : end] = [*_gone(stay), *steps[start : end - behind], *_kept(gone, stay)]
            return True
    if before and behind == 0 and _are_hidden(shows[before:]):
        stay, gone = steps[end : end + before], steps[start : start + before]
        if _can_turn(stay, gone, hiding):
            steps[start : end + before] = [*_kept(gone, stay), *steps[start + before : end], *_gone(stay)]
            return True
    return False


def _is_shown(step: Step, hiding: set[str]) -> bool | None:
    """Whether the old letter of a step is shown; None where it is none, or one of a field or a drawing."""
    raws = step.old.raws if step.old is not None and step.old.text else ()
    if not raws or any(raw.fixed or raw.span is not None for raw in raws):
        return None
    return not all(is_hidden(raw.run, hiding) for raw in raws)


def _shown_first(shows: Iterable[bool | None]) -> int:
    return sum(1 for _ in takewhile(bool, shows))


def _are_hidden(shows: Sequence[bool | None]) -> bool:
    return bool(shows) and all(one is False for one in shows)


def _can_turn(stay: Sequence[Step], gone: Sequence[Step], hiding: set[str]) -> bool:
    """Whether hidden letters that stay are, one by one, those that go and are shown."""
    return len(stay) == len(gone) and all(
        one.op == "keep" and _is_shown(one, hiding) is False and _text(one.old) == _text(other.old)
        for one, other in zip(stay, gone, strict=True)
    )


def _text(old: OldAtom | None) -> str:
    return old.text if old is not None else ""


def _gone(steps: Sequence[Step]) -> Iterator[Step]:
    return (Step("delete", one.old) for one in steps)


def _kept(gone: Sequence[Step], stay: Sequence[Step]) -> Iterator[Step]:
    return (Step("keep", one.old, other.new) for one, other in zip(gone, stay, strict=True))
